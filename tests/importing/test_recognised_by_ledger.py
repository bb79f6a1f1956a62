"""A paper of a listing (no keys, no identifiers) stays itself when its source moves its date by years.

The ledger says what the source said last: by that it is recognised, whatever became of its file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Site

_TITLE = "Listening machines and how they hear"
_ABSTRACT = "We study how machines listen to people in rooms that are loud."
_OTHER = "A wholly different abstract that says other things than it did before."
_ICE = ("Walking on thin ice in the spring", "2019", "We walk on ice and measure how thin it is when it breaks.")
_YEARLY = "Annual report of the ice lab"


def _listing(*papers: tuple[str, str, str]) -> str:
    return "".join(f"CLSep 18, {year}\n{title}Ann Lee, Bo Yi, Jean Moreau\n{text}\n" for title, year, text in papers)


def _begin(site: Site, *papers: tuple[str, str, str]) -> None:
    site.write({"content/site.yaml": "title: P\n", "content/sources/a.txt": _listing(*papers)})
    site.build()


def _files(site: Site) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (site.folder / "content/papers").iterdir()}


def _replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


_EDITS: dict[str, Callable[[str], str]] = {
    "nothing": lambda text: text,
    "another title": _replaced(_TITLE, "Machines that listen"),
    "a mended title": _replaced("how they hear", "how they all hear"),
    "another author": _replaced("Ann Lee", "Anna Lee"),
    "another abstract": _replaced(_ABSTRACT, "My own words."),
    "a topic": _replaced("category: CL", "category: CL\ntopics: [Speech]"),
}


@pytest.mark.parametrize("renamed", [False, True], ids=["same name", "renamed"])
@pytest.mark.parametrize("abstract", [_ABSTRACT, _OTHER], ids=["same abstract", "other abstract"])
@pytest.mark.parametrize("edit", _EDITS, ids=str)
def test_a_date_moved_by_years_comes_into_the_file(site: Site, edit: str, abstract: str, renamed: bool) -> None:
    """The source's new date is in the file that the paper has now, and no second paper is made."""
    site.write(
        {"content/site.yaml": "title: P\n", "content/sources/a.txt": _listing((_TITLE, "2015", _ABSTRACT), _ICE)}
    )
    site.build()
    folder = site.folder / "content/papers"
    path = folder / "listening-machines-and-how-they-hear.md"
    path.write_text(_EDITS[edit](path.read_text(encoding="utf-8")), encoding="utf-8")
    now = path.rename(folder / "mine.md") if renamed else path
    site.write({"content/sources/a.txt": _listing((_TITLE, "2023", abstract), _ICE)})
    site.build()
    files = _files(site)
    assert len(files) == 2
    assert "date: 2023-09-18" in files[now.name]


@pytest.mark.parametrize("renamed", [False, True], ids=["same name", "renamed"])
def test_a_date_that_both_moved_by_years_is_told(site: Site, renamed: bool) -> None:
    """Where the file has a date of its own, it stays, and the source's is told."""
    site.write(
        {"content/site.yaml": "title: P\n", "content/sources/a.txt": _listing((_TITLE, "2015", _ABSTRACT), _ICE)}
    )
    site.build()
    folder = site.folder / "content/papers"
    path = folder / "listening-machines-and-how-they-hear.md"
    path.write_text(path.read_text(encoding="utf-8").replace("date: 2015", "date: 2003"), encoding="utf-8")
    now = path.rename(folder / "mine.md") if renamed else path
    site.write({"content/sources/a.txt": _listing((_TITLE, "2023", _ABSTRACT), _ICE)})
    told = site.build()
    assert "date: yours “2003-09-18”; the source says “2023-09-18”" in told
    assert "date: 2003-09-18" in _files(site)[now.name]
    assert len(_files(site)) == 2


def test_one_of_two_papers_of_a_title_is_the_one_that_the_source_moved(site: Site) -> None:
    """Of two yearly reports the one that is no longer there as it was is the one that has another date now."""
    first, second = (
        (_YEARLY, "2015", "We report what the lab did."),
        (_YEARLY, "2017", "We report a second time on it."),
    )
    _begin(site, first, second, _ICE)
    names: list[Path] = sorted((site.folder / "content/papers").glob("annual*.md"))
    of_first = next(path for path in names if "date: 2015" in path.read_text(encoding="utf-8"))
    of_first.rename(of_first.with_name("mine.md"))
    site.write({"content/sources/a.txt": _listing((_YEARLY, "2023", "A new text about all of it."), second, _ICE)})
    site.build()
    files = _files(site)
    assert len(files) == 3
    assert "date: 2023-09-18" in files["mine.md"]
