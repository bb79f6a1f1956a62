"""Pagefind's index files taken apart, paper by paper; search_join.py joins them again from the parts of all papers.

So an edit costs a run of Pagefind over one paper, not over all of them: of 10,000 papers 3 s instead of 12. The form is
that of Pagefind 1.5 (its src/index), CBOR (RFC 8949) behind a mark, compressed by gzip (RFC 1952): the meta file
``[version, [[fragment, words]], [[from, to, chunk]], filters, sorts, meta fields]``, and chunks
``[[[word, postings, [[spelling, postings]]]]]`` with postings ``[pages since the last one, places, places in meta
fields]``.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

VERSION = "1.5."
"""How the versions begin whose files have this form."""
_MARK = b"pagefind_dcd"
_UINT = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a....)"
_INT = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)" + _INT + rb"*+"
PLACES = re.compile(_LIST + _LIST, re.DOTALL)
_POSTING = re.compile(rb"\x83(" + _UINT + rb")(" + _LIST + _LIST + rb")", re.DOTALL)
_POSTINGS = re.compile(rb"(?:\x83" + _UINT + _LIST + _LIST + rb")*+", re.DOTALL)
"""What has a length is never taken for anything else: the first byte of each item says what it is."""
SPELLING = "\x00"
"""Stands between a word as it is searched and a spelling of it."""


class PageWords(NamedTuple):
    """What a page adds to the index: its fragment's name, how many words it has, each word, and the places of each."""

    fragment: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks
    words: str
    places: bytes


def unpacked(file: bytes) -> bytes:
    """What a file of the index holds."""
    data = gzip.decompress(file)
    if not data.startswith(_MARK):
        raise ValueError("no file of Pagefind's index")
    return data[len(_MARK) :]


def packed(data: bytes) -> bytes:
    """A file of the index."""
    return gzip.compress(_MARK + data, 5, mtime=0)  # 6 takes twice the time for 2 % less


def words_in(chunk: bytes) -> Iterator[tuple[str, list[int], list[bytes]]]:
    """Each word of a chunk with the numbers of its pages and its places in each. ValueError if it has another form."""
    _, at = _head(chunk, 0, 4)
    number, at = _head(chunk, at, 4)
    for _ in range(number):
        at = _head(chunk, at, 4)[1]
        word, at = _text(chunk, at)
        pages, places, at = _postings(chunk, at)
        yield word, pages, places
        spellings, at = _head(chunk, at, 4)
        for _ in range(spellings):
            at = _head(chunk, at, 4)[1]
            spelling, at = _text(chunk, at)
            pages, places, at = _postings(chunk, at)
            yield f"{word}{SPELLING}{spelling}", pages, places


def meta_of(data: bytes) -> tuple[str, list[tuple[str, int]], list[str], list[str]]:
    """The version, the fragment and number of words of each page, the names of chunks, and the meta fields."""
    version, at = _text(data, _head(data, 0, 4)[1])
    pages, at = _rows(data, at)
    chunks, at = _rows(data, at)
    for _ in ("filters", "sorts"):
        number, at = _head(data, at, 4)
        if number:
            raise ValueError("filters and sorts are none of ours")
    fields, at = _values(data, at)
    return version, [(row[0], row[1]) for row in pages], [row[2] for row in chunks], fields


def _postings(data: bytes, at: int) -> tuple[list[int], list[bytes], int]:
    number, at = _head(data, at, 4)
    run = _POSTINGS.match(data, at)
    end = run.end() if run else at
    found = _POSTING.findall(data, at, end)
    if len(found) != number:
        raise ValueError("no posting of Pagefind's index")
    since = [begin[0] if len(begin) == 1 else int.from_bytes(begin[1:]) for begin, _ in found]
    return list(accumulate(since)), [places for _, places in found], end


def _head(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """The number that an item of this major type begins with, and where it goes on."""
    first = data[at]
    if first >> 5 != kind or first & 31 > 26:
        raise ValueError(f"an item of kind {kind} was expected at {at}")
    low = first & 31
    if low < 24:
        return low, at + 1
    size = 1 << (low - 24)
    return int.from_bytes(data[at + 1 : at + 1 + size]), at + 1 + size


def _text(data: bytes, at: int) -> tuple[str, int]:
    size, at = _head(data, at, 3)
    return data[at : at + size].decode(), at + size


def _rows(data: bytes, at: int) -> tuple[list[list[Any]], int]:
    number, at = _head(data, at, 4)
    rows = []
    for _ in range(number):
        row, at = _values(data, at)
        rows.append(row)
    return rows, at


def _values(data: bytes, at: int) -> tuple[list[Any], int]:
    """A list of texts and numbers."""
    number, at = _head(data, at, 4)
    values: list[Any] = []
    for _ in range(number):
        value, at = _text(data, at) if data[at] >> 5 == 3 else _head(data, at, 0)
        values.append(value)
    return values, at


def number_of(kind: int, number: int) -> bytes:
    """The beginning of an item of a major type."""
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in (1, 2, 4) if number < 1 << 8 * size)
    return bytes([kind << 5 | 24 + (size.bit_length() - 1)]) + number.to_bytes(size)


def encoded(value: str | int | list[Any]) -> bytes:
    """A text, a number or a list of such."""
    if isinstance(value, str):
        text = value.encode()
        return number_of(3, len(text)) + text
    if isinstance(value, int):
        return number_of(0, value)
    return number_of(4, len(value)) + b"".join([encoded(item) for item in value])
