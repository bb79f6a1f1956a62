"""Pagefind's index joined from the words of all pages, in memory that does not grow with their number.

What the files hold is what one run of Pagefind over all pages gives; their form is told in search_files.py. Words come
page by page and are wanted in order. So their postings are laid down by the first two letters, in files where there
are many, and what begins with the same two is joined at a time: for 94,000 papers at once that took 750 MB.
"""

from __future__ import annotations

import marshal
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from operator import sub
from typing import Any
from zlib import crc32

from publist.model.artifact import digest
from publist.outputs.machine.search_files import PLACES, SPELLING, PageWords, encoded, number_of

_CHUNK = 60_000
"""So many bytes are in a chunk, as in those of Pagefind itself: one is fetched for each word that is asked for."""
_ENDING = 8
"""Of so many words one may end a chunk from half its size on, so that an edit moves the ends of few chunks."""
_HELD = 300_000
"""So many postings are held in memory: 50 MB."""

_Row = list[Any]
"""The pages of a word: a number, the places on it, the next number …, in one list, since there are millions."""


class JoinedIndex:
    """The index of the pages that were added. ``keep`` is told the name of each of its files, and what it holds.

    ``folder`` is where postings may be laid down; ``language`` begins the names of the files.
    """

    def __init__(self, folder: str, language: str, keep: Callable[[str, bytes], None]) -> None:
        self._folder = folder
        self._language = language
        self._keep = keep
        self._pages: dict[int, tuple[str, int]] = {}
        self._postings: dict[int, list[Any]] = defaultdict(list)
        self._held = 0
        self._laid_down: set[int] = set()

    def add(self, number: int, page: PageWords) -> None:
        """A page; the pages of an index have the numbers from 0, and come in any order."""
        self._pages[number] = page.fragment, page.count
        words = page.words.split("\n")
        for word, places in zip(words, PLACES.findall(page.places), strict=True):
            self._postings[_beginning(word)] += word, number, places
        self._held += len(words)
        if self._held > _HELD:
            self._lay_down()

    def finish(self, version: str, fields: Sequence[str]) -> str:
        """Write all files; the name by which the last, the meta file, is found."""
        rows: list[list[str]] = []
        before = ""
        for words, data in self._chunks():
            name = f"{self._language}_{digest(data).hex()[:12]}"
            self._keep(f"index/{name}.pf_index", data)
            if rows:
                rows[-1][1] = _told_apart(before, words[0])
            rows.append([_told_apart(words[0], before), words[-1], name])
            before = words[-1]
        pages = [[*self._pages[number]] for number in range(len(self._pages))]
        meta = encoded([version, pages, rows, [], [], list(fields)])
        name = f"{self._language}_{digest(meta).hex()[:12]}"
        self._keep(f"pagefind.{name}.pf_meta", meta)
        return name

    def _lay_down(self) -> None:
        for beginning, some in self._postings.items():
            with open(self._place(beginning), "ab") as file:
                marshal.dump(some, file)
        self._laid_down |= self._postings.keys()
        self._postings.clear()
        self._held = 0

    def _place(self, beginning: int) -> str:
        return os.path.join(self._folder, f"postings-{beginning}")

    def _chunks(self) -> Iterator[tuple[list[str], bytes]]:
        """The chunks in order: their words, and what they hold."""
        begins = [b"\x83" + number_of(0, number) for number in range(len(self._pages))]
        words: list[str] = []
        parts: list[bytes] = []
        size = 0
        for word, part in self._entries(begins):
            words.append(word)
            parts.append(part)
            size += len(part)
            if size >= _CHUNK or (size >= _CHUNK // 2 and crc32(word.encode()) % _ENDING == 0):
                yield words, b"".join([b"\x81", number_of(4, len(words)), *parts])
                words, parts, size = [], [], 0
        if words:
            yield words, b"".join([b"\x81", number_of(4, len(words)), *parts])

    def _entries(self, begins: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
        """Each word in order, and its entry. ``begins`` is how a posting begins, by its number."""
        for beginning in sorted(self._postings.keys() | self._laid_down):
            rows = self._rows(beginning)
            spellings: dict[str, list[str]] = defaultdict(list)
            for key in rows:
                word, _, spelling = key.partition(SPELLING)
                spellings[word] += [key] if spelling else []
            for word in sorted(spellings):
                told = [_spelled(key, rows[key], begins) for key in sorted(spellings[word])]
                row = _written(rows.get(word, []), begins)
                yield word, b"".join([b"\x83", encoded(word), row, number_of(4, len(told)), *told])

    def _rows(self, beginning: int) -> dict[str, _Row]:
        """The pages of each word that begins so."""
        rows: dict[str, _Row] = defaultdict(list)
        for some in self._parts(beginning):
            each = iter(some)
            for word, number, places in zip(each, each, each, strict=True):
                rows[word] += number, places
        return rows

    def _parts(self, beginning: int) -> Iterator[list[Any]]:
        if beginning in self._laid_down:
            place = self._place(beginning)
            with open(place, "rb") as file:
                end = os.path.getsize(place)
                while file.tell() < end:
                    yield marshal.load(file)  # noqa: S302 (laid down here)
            os.unlink(place)
        yield self._postings.pop(beginning, [])


def _beginning(word: str) -> int:
    """A number for the first two letters; of two words the later one has no smaller number."""
    first, second = ord(word[0]), ord(word[1]) if len(word) > 1 else 0
    return (128 + (first >> 8)) << 8 if first > 127 else first << 8 | min(second, 255)


def _spelled(key: str, row: _Row, begins: Sequence[bytes]) -> bytes:
    return b"\x82" + encoded(key.partition(SPELLING)[2]) + _written(row, begins)


def _written(row: _Row, begins: Sequence[bytes]) -> bytes:
    """The postings of a word."""
    numbers, places = row[::2], row[1::2]
    order = sorted(range(len(numbers)), key=numbers.__getitem__)
    numbers.sort()
    row[::2] = map(begins.__getitem__, map(sub, numbers, [0, *numbers]))
    row[1::2] = map(places.__getitem__, order)
    return number_of(4, len(numbers)) + b"".join(row)


def _told_apart(word: str, other: str) -> str:
    """As much of a word as tells it from its neighbour: by these ends the right chunk is found."""
    same = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return word[: same + 1]
