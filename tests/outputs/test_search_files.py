"""Pagefind's files taken apart and joined again: what a search finds is what one run over all papers would give."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.build import indexed_pages
from publist.build.indexed_pages import FIELDS, IndexTask, index_pages, words_of
from publist.model.problems import PublistError
from publist.outputs.machine import pagefind, search_files, search_join
from publist.outputs.machine.pagefind import IndexedPage
from publist.outputs.machine.search_files import PageWords, meta_of, packed, unpacked, words_in
from publist.outputs.machine.search_join import JoinedIndex

installed = pytest.mark.skipif(not pagefind.indexer(), reason="Pagefind is not installed")

_PAGES = [
    IndexedPage(
        f"papers/p{number}/",
        title,
        (text * (1 + number % 3), "Zoë Müller, Tomás Ortiz", "A Journal", "Looms, Engines"),
        {"title": title, "authors": "Zoë Müller", "date": "2020", **({"venue": "A Journal"} if number % 2 else {})},
    )
    for number, (title, text) in enumerate(
        [
            ("On looms", "We weave networks of naïve threads. "),
            ("On engines", "Engines compute; well-known camelCase and snake_case words, Müller's among them. "),
            ("机 器 翻 译", "机 器 学 习 。 "),
            ("Numbers", "3.14159 and 2020 and 1e10 say much. "),
            ("Пример", "Слова и слово. "),
            ("On looms", "We weave networks of naïve threads. "),
            ("Long", " ".join(f"word{number}" for number in range(300)) + " "),
        ]
    )
]


def _whole_run(folder: Path) -> tuple[dict[str, dict[str, bytes]], dict[str, int]]:
    """What one run of Pagefind over all pages has of each word, by the path of the page; and the words of each page."""
    made = folder / "made"
    pagefind.run(_PAGES, "en", str(folder / "pages"), str(made))
    (meta,) = made.glob("*.pf_meta")
    _, rows, chunks, _ = meta_of(unpacked(meta.read_bytes()))
    paths = [_path_in(made / "fragment" / f"{name}.pf_fragment") for name, _ in rows]
    found = {}
    for chunk in chunks:
        for word, pages, places in words_in(unpacked((made / "index" / f"{chunk}.pf_index").read_bytes())):
            found[word] = dict(zip([paths[page] for page in pages], places, strict=True))
    return found, dict(zip(paths, [count for _, count in rows], strict=True))


def _path_in(fragment: Path) -> str:
    import json

    return str(json.loads(unpacked(fragment.read_bytes()))["meta"]["path"])


def _joined(folder: Path, pages: Sequence[PageWords]) -> tuple[str, dict[str, bytes]]:
    """The name of the meta file, and the files of the index of these pages, of which the last is added first."""
    files: dict[str, bytes] = {}
    index = JoinedIndex(str(folder), "en", files.__setitem__)
    for number, page in reversed([*enumerate(pages)]):
        index.add(number, page)
    return index.finish("1.5.2", FIELDS), files


@installed
def test_joined_indexes_say_what_one_run_over_all_pages_says(tmp_path: Path) -> None:
    """Each word, spelling and place of each page, and each page's length, whatever pages were indexed together."""
    whole, counts = _whole_run(tmp_path / "whole")
    parts: dict[str, PageWords] = {}
    for number, some in enumerate([_PAGES[:1], _PAGES[1:3], _PAGES[3:]]):
        run = index_pages(IndexTask(tuple(some), "en", str(tmp_path / f"{number}"), str(tmp_path / "tree"), False))
        parts |= words_of(run)
    paths = sorted(parts)
    _, files = _joined(tmp_path, [parts[path] for path in paths])
    found = {}
    for name, data in files.items():
        for word, pages, places in words_in(data) if name.startswith("index/") else ():
            found[word] = dict(zip([paths[page] for page in pages], places, strict=True))
    assert {path: part.count for path, part in parts.items()} == counts
    assert found == whole
    assert any("\x00" in word for word in whole), "no spelling was among them"


@installed
def test_a_version_that_nobody_knows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of another form are not guessed at: the message names the version, the hint how to do without."""
    monkeypatch.setattr(search_files, "VERSION", "9.")
    with pytest.raises(PublistError, match=r"version 1\.") as refused:
        index_pages(IndexTask((), "en", str(tmp_path / "a"), str(tmp_path / "tree"), True))
    assert "search: false" in refused.value.problems[0].hint


@installed
def test_files_that_are_not_as_expected_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of another form is an error of one line, no traceback and no index with holes."""
    monkeypatch.setattr(indexed_pages, "unpacked", lambda file: unpacked(file)[:-3])
    with pytest.raises(PublistError, match="not as expected"):
        index_pages(IndexTask(tuple(_PAGES), "en", str(tmp_path / "a"), str(tmp_path / "tree"), True))


_NUMBERS = st.one_of(st.integers(-200, 200), st.integers(-70_000, 70_000))


def _places(numbers: list[int]) -> bytes:
    """A list of numbers in CBOR."""
    parts = [
        search_files.number_of(0, number) if number >= 0 else search_files.number_of(1, -1 - number)
        for number in numbers
    ]
    return search_files.number_of(4, len(numbers)) + b"".join(parts)


@given(
    st.lists(
        st.dictionaries(
            st.text(st.characters(codec="utf-8", exclude_characters="\n\x00"), min_size=1, max_size=40),
            st.tuples(st.lists(_NUMBERS, max_size=30), st.lists(_NUMBERS, max_size=3)),
            max_size=20,
        ),
        max_size=40,
    )
)
def test_any_words_come_back_from_the_files(
    tmp_path_factory: pytest.TempPathFactory, pages: list[dict[str, tuple[list[int], list[int]]]]
) -> None:
    """What is joined and read again is the same, whatever the words and places, and also where memory is short."""
    folder = tmp_path_factory.mktemp("postings")
    rows = [{word: _places(first) + _places(second) for word, (first, second) in page.items()} for page in pages]
    some = [row for row in rows if row]
    parts = [PageWords(f"en_{at}", len(row), "\n".join(row), b"".join(row.values())) for at, row in enumerate(some)]
    name, files = _joined(folder, parts)
    with pytest.MonkeyPatch.context() as little:
        little.setattr(search_join, "_HELD", 10)
        assert _joined(folder, parts) == (name, files)
    assert not [*folder.iterdir()]
    found: list[dict[str, bytes]] = [{} for _ in parts]
    for path, data in files.items():
        for word, numbers, places in words_in(unpacked(packed(data))) if path.startswith("index/") else ():
            for number, place in zip(numbers, places, strict=True):
                found[number][word] = place
    assert found == some
    version, told, chunks, fields = meta_of(files[f"pagefind.{name}.pf_meta"])
    assert (version, fields) == ("1.5.2", list(FIELDS))
    assert told == [(part.fragment, part.count) for part in parts]
    assert {f"index/{chunk}.pf_index" for chunk in chunks} | {f"pagefind.{name}.pf_meta"} == set(files)


@given(st.binary(max_size=200), st.integers(0, 30))
def test_damaged_chunks_end_in_an_error(tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int) -> None:
    """Bytes that are no chunk, or one that was cut or changed, give words or ValueError or IndexError, nothing else."""
    row = _places([1, 2, 300]) + _places([-4, 9])
    _, files = _joined(tmp_path_factory.mktemp("postings"), [PageWords("en_1", 1, "loom", row)])
    good = next(iter(files.values()))
    for data in (noise, good[:at], good[:at] + noise + good[at:]):
        try:
            list(words_in(data))
        except (ValueError, IndexError):
            continue
