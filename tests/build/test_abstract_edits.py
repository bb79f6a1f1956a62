"""An edit of an abstract alone: nothing is planned anew, and the site is what a whole build makes of it."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from publist.build import plan, update
from publist.build.builder import build
from publist.build.run import Options, Report
from tests.build.test_engine import clean_build
from tests.conftest import Site

SETTINGS = (
    "title: Papers\nowner: Ada Lovelace\nsearch: false\nabstracts: 0\n"
    "exports: {{lists: [], api: false{formats}}}\n"
    "feed: {{enabled: {feeds}, terms: {feeds}, limit: 4}}\nbase_url: https://example.org/\nrelated: {related}\n"
)
PEOPLE = ["Ada Lovelace", "Grace Hopper", "Barbara Liskov", "José Álvarez"]


def _paper(number: int, body: str, *, extra: str = "") -> str:
    pick = random.Random(number)
    authors = "".join(f"  - {name}\n" for name in pick.sample(PEOPLE, 2))
    topic = pick.choice(["Engines", "Notes"])
    return (
        f"---\ntitle: Paper {number}\nauthors:\n{authors}date: 20{number:02d}-01-01\ntopics: [{topic}]\n"
        f"venue: Journal of Tests\n{extra}---\n{body}\n"
    )


def _write(site: Site, files: dict[str, str | bytes]) -> None:
    """Write files as an author did a while ago: a file of this very moment may change again without showing it."""
    site.write(files)
    then = time.time_ns() - 10_000_000_000
    for path in files:
        place = site.folder / path
        # Each edit has a time of its own.
        os.utime(place, ns=(then, then + len(place.read_bytes()) * 1_000_000 + 1))


@pytest.fixture
def listed(site: Site) -> Site:
    """A site of twelve papers without files that hold the whole list."""
    _write(site, {f"content/papers/p{n}.md": _paper(n, f"Abstract {n}.") for n in range(12)})
    return site


def _settings(site: Site, *, feeds: bool = True, formats: str = "", related: int = 3) -> None:
    text = SETTINGS.format(feeds=str(feeds).lower(), formats=formats, related=related)
    _write(site, {"content/site.yaml": text})


def _build(site: Site) -> Report:
    return build(Options(str(site.folder), str(site.output), jobs=1))


@pytest.fixture
def no_plan(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From when it is called, a whole plan fails the test."""

    def refuse() -> None:
        def fail(*_: object) -> None:
            raise AssertionError("the whole list was planned")

        monkeypatch.setattr(plan, "make_plan", fail)

    return refuse


@pytest.mark.parametrize(
    ("number", "settings"),
    [
        (11, {}),
        (5, {}),
        (0, {"feeds": False}),
        (10, {"related": 0}),
        (3, {"formats": ", per_paper: []"}),
        (0, {"feeds": False, "related": 0, "formats": ", per_paper: []"}),
    ],
)
def test_an_edited_abstract_is_rendered_without_a_plan(
    listed: Site, tmp_path: Path, no_plan: Callable[[], None], number: int, settings: dict[str, object]
) -> None:
    """The page, its own files and the feeds that show it: the same bytes as from nothing, and nothing left to do."""
    _settings(listed, **settings)  # type: ignore[arg-type] # each is what its parameter takes
    _build(listed)
    clean = clean_build(listed, tmp_path / "before")
    _write(listed, {f"content/papers/p{number}.md": _paper(number, "Another *abstract* with $x^2$.")})
    expected = clean_build(listed, tmp_path / "clean")
    changed = {path for path in expected if expected[path] != clean[path]}
    no_plan()
    report = _build(listed)
    assert listed.snapshot() == expected
    assert report.rendered == len(changed)
    assert (report.papers, report.files, report.removed) == (
        12,
        len(expected) - 1,
        0,
    )  # all but the list of what is ours
    assert _build(listed).rendered == 0


@pytest.mark.parametrize("output", ["full", "lean", "compact"])
def test_an_edited_abstract_on_a_site_with_all_that_is_on_by_default(
    listed: Site, tmp_path: Path, no_plan: Callable[[], None], output: str
) -> None:
    """The files of the whole list, of terms, the api and the search index are as a clean build makes them."""
    settings = f"title: Papers\nowner: Ada Lovelace\nabstracts: 0\noutput: {output}\nbase_url: https://example.org/\n"
    _write(listed, {"content/site.yaml": settings})
    _build(listed)
    expected: list[dict[str, bytes]] = []
    for text in ("Of *zebras* and $x^2$.", "Of quaggas,\nin two lines."):
        _write(listed, {"content/papers/p3.md": _paper(3, text), "content/papers/p7.md": _paper(7, f"Also: {text}")})
        expected.append(clean_build(listed, tmp_path / f"clean-{len(expected)}"))
    no_plan()
    for text, clean in zip(("Of *zebras* and $x^2$.", "Of quaggas,\nin two lines."), expected, strict=True):
        _write(listed, {"content/papers/p3.md": _paper(3, text), "content/papers/p7.md": _paper(7, f"Also: {text}")})
        _build(listed)
        assert listed.snapshot() == clean
    assert _build(listed).rendered == 0


def test_an_edited_abstract_of_a_draft_leaves_the_search_as_it_is(
    listed: Site, tmp_path: Path, no_plan: Callable[[], None]
) -> None:
    """Nothing shows it, so nothing is rendered, and nothing goes."""
    _write(listed, {"content/site.yaml": "title: Papers\nabstracts: 0\n"})
    _write(listed, {"content/papers/p3.md": _paper(3, "One.", extra="draft: true\n")})
    _build(listed)
    _write(listed, {"content/papers/p3.md": _paper(3, "Two.", extra="draft: true\n")})
    expected = clean_build(listed, tmp_path / "clean")
    no_plan()
    assert _build(listed)[2:4] == (0, 0)
    assert listed.snapshot() == expected


def test_a_list_file_that_somebody_changed_is_no_source_of_texts(listed: Site, tmp_path: Path) -> None:
    """What stands in it now is not joined with the text of an edited paper."""
    _write(listed, {"content/site.yaml": "title: Papers\nsearch: false\nabstracts: 0\n"})
    _build(listed)
    place = listed.output / "publications.bib"
    place.write_text(place.read_text().replace("Abstract", "Nonsense"), encoding="utf-8")
    _write(listed, {"content/papers/p3.md": _paper(3, "Another.")})
    _build(listed)
    assert listed.snapshot() == clean_build(listed, tmp_path / "clean")


def test_a_part_of_the_cache_that_is_lost_costs_no_file_of_the_site(site: Site, tmp_path: Path) -> None:
    """The cache has lost what it knew of some files: an edit of an abstract leaves them where they are."""
    _write(site, {f"content/papers/p{n}.md": _paper(n % 90, f"Abstract {n}.") for n in range(110)})
    _write(site, {"content/site.yaml": "title: Papers\nsearch: false\n"})
    _build(site)
    parts = sorted((site.folder / ".publist").glob("output-*-[0-9][0-9]"))
    assert len(parts) == 32
    parts[3].unlink()
    _write(site, {"content/papers/p3.md": _paper(3, "Another.")})
    _build(site)
    assert site.snapshot() == clean_build(site, tmp_path / "clean")


def test_an_edited_abstract_of_a_lab_with_changes(listed: Site, tmp_path: Path, no_plan: Callable[[], None]) -> None:
    """Navigation and foot still lead to members and changes, and members still have feeds of their own."""
    _settings(listed)
    people = "".join(f"- {{name: {name}, group: Staff}}\n" for name in PEOPLE)
    _write(listed, {"content/people.yaml": people, "content/papers/p3.md": _paper(3, "One.", extra="added: 2020\n")})
    _build(listed)
    _write(listed, {"content/papers/p3.md": _paper(3, "Two.", extra="added: 2020\n")})
    expected = clean_build(listed, tmp_path / "clean")
    no_plan()
    _build(listed)
    assert listed.snapshot() == expected
    assert "../../members/" in listed.page("papers/p3/index.html")
    assert "../../changes/" in listed.page("papers/p3/index.html")


def test_what_the_short_way_leaves_is_what_a_whole_build_knows(listed: Site, no_plan: Callable[[], None]) -> None:
    """After edits the short way, a whole build renders nothing that they have rendered, and the next edit is short."""
    _settings(listed)
    _build(listed)
    for text in ("One.", "Two.", "Three."):
        _write(listed, {"content/papers/p3.md": _paper(3, text)})
        assert _build(listed).rendered
    _write(listed, {"content/papers/p3.md": _paper(3, "Three.", extra="pages: 1-9\n")})
    report = _build(listed)
    _write(listed, {"content/papers/p3.md": _paper(3, "Three.")})
    assert _build(listed).rendered == report.rendered
    no_plan()
    _write(listed, {"content/papers/p3.md": _paper(3, "Four.")})
    assert _build(listed).rendered


@pytest.mark.parametrize(
    ("files", "gone"),
    [
        ({"content/papers/p3.md": _paper(3, "Text.", extra="pages: 1-9\n")}, ""),
        ({"content/papers/p3.md": _paper(3, "Text."), "content/papers/p99.md": _paper(99, "New.")}, ""),
        ({"content/papers/p3.md": _paper(3, "Text."), "content/people.yaml": "- name: Ada Lovelace\n"}, ""),
        ({"content/papers/p3.md": _paper(3, "Text.")}, "content/papers/p4.md"),
        ({"content/papers/p3.md": _paper(3, "Text.")}, "output/papers/p5/index.html"),
        ({"content/papers/p3.md": _paper(3, "All of a sudden about whales.")}, ""),
        ({"content/papers/p3.md": _paper(3, "Text.", extra="colour: red\n")}, ""),
    ],
)
def test_more_than_an_abstract_is_planned_whole(
    listed: Site, tmp_path: Path, files: dict[str, str | bytes], gone: str
) -> None:
    """Whatever else has changed beside the abstract, the site is that of a clean build."""
    _settings(listed)
    _write(listed, {"content/topics/whales.md": "---\ntitle: Whales\nmatch: [whales]\n---\n"})
    _build(listed)
    _write(listed, files)
    if gone:
        (listed.folder / gone).unlink()
    _build(listed)
    assert listed.snapshot() == clean_build(listed, tmp_path / "clean")


@pytest.mark.parametrize("reverted", [False, True])
def test_what_an_interrupted_build_has_read_is_not_taken_for_what_the_last_one_made(
    listed: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reverted: bool
) -> None:
    """A build reads other authors and ends before it has written a page; then the abstract of a neighbour changes."""
    _settings(listed)
    _build(listed)
    file = listed.folder / "content/papers/p3.md"
    text, times = file.read_bytes(), os.stat(file)
    _write(listed, {"content/papers/p3.md": text.replace(b"authors:\n", b"authors:\n  - A New Author\n")})
    with monkeypatch.context() as patched:
        patched.setattr(update, "_render", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            _build(listed)
    if reverted:
        file.write_bytes(text)
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
        _write(listed, {"content/papers/p4.md": _paper(4, "Another abstract.")})
    _build(listed)
    assert listed.snapshot() == clean_build(listed, tmp_path / "clean")


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt
