"""When a paper came into the list: `new` and later imports write it once, builds never, and nothing changes it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from publist.content import paper_file
from publist.model.paper import Date
from tests.conftest import Site

_FIRST_DAY = {"SOURCE_DATE_EPOCH": "1690000000"}
_DAY = {"SOURCE_DATE_EPOCH": "1700000000"}
_LATER = {"SOURCE_DATE_EPOCH": "1800000000"}
_THE_DAY, _A_LATER_DAY = Date(2023, 11, 14), Date(2027, 1, 15)
_ONE = "@article{one, title={The first of them}, author={Lee, Ann}, year=2020, journal={J}}\n"
_TWO = "@article{two, title={Another thing entirely}, author={Roe, Max}, year=2021, journal={J}}\n"


@pytest.fixture
def dated(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site whose commands run on a known day."""
    site.write({"content/site.yaml": "title: P\n"})
    monkeypatch.setitem(os.environ, *next(iter(_DAY.items())))
    return site


def _added(site: Site) -> dict[str, Date | None]:
    """What each file says, by its slug."""
    found = {}
    for path in sorted(Path(site.folder, "content/papers").glob("*.md")):
        paper, problems = paper_file.read(path.read_text(encoding="utf-8"), path=path.name)
        assert paper
        assert problems == ()
        found[path.stem] = paper.added
    return found


def _begin(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list begins with an import of an earlier day."""
    monkeypatch.setitem(os.environ, *next(iter(_FIRST_DAY.items())))
    _import(site, _ONE)
    monkeypatch.setitem(os.environ, *next(iter(_DAY.items())))


def _import(site: Site, text: str, name: str = "list.bib") -> str:
    site.write({name: text})
    done = site.run("import", name)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_first_import_is_the_list_and_later_ones_add_to_it(dated: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A date stands on what comes later, once: importing again, and another day, changes nothing."""
    _begin(dated, monkeypatch)
    _import(dated, _ONE + _TWO)
    expected = {"another-thing-entirely": _THE_DAY, "the-first-of-them": None}
    assert _added(dated) == expected
    monkeypatch.setitem(os.environ, *next(iter(_LATER.items())))
    _import(dated, _ONE + _TWO.replace("2021", "2022"))
    assert _added(dated) == expected
    assert "date: 2022" in (dated.folder / "content/papers/another-thing-entirely.md").read_text(encoding="utf-8")


def test_a_renamed_paper_keeps_its_date(dated: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The date is the file's, whatever its name."""
    _begin(dated, monkeypatch)
    _import(dated, _ONE + _TWO)
    papers = dated.folder / "content/papers"
    (papers / "another-thing-entirely.md").rename(papers / "thing.md")
    monkeypatch.setitem(os.environ, *next(iter(_LATER.items())))
    _import(dated, _ONE + _TWO.replace("2021", "2022"))
    assert _added(dated) == {"the-first-of-them": None, "thing": _THE_DAY}


def test_a_restored_paper_is_not_new(dated: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was deleted and is brought back has no date: when it came is no longer known."""
    _begin(dated, monkeypatch)
    _import(dated, _ONE + _TWO)
    (dated.folder / "content/papers/another-thing-entirely.md").unlink()
    done = dated.run("import", "list.bib", "--restore", "another-thing-entirely")
    assert done.returncode == 0, done.stderr
    assert _added(dated) == {"another-thing-entirely": None, "the-first-of-them": None}


def test_new_writes_the_date_and_a_build_does_not(dated: Site) -> None:
    """`publist new` says when; what a build finds in content/sources has no date."""
    assert dated.run("new", "A New Paper").returncode == 0
    dated.write({"content/sources/list.bib": _ONE})
    dated.build()
    assert _added(dated) == {"a-new-paper": _THE_DAY, "the-first-of-them": None}
    assert "added: 2023-11-14" in (dated.folder / "content/papers/a-new-paper.md").read_text(encoding="utf-8")


def test_the_merged_paper_is_in_the_list_since_the_first(dated: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two versions the earlier date stays, whichever file goes, and nothing is said to be lost."""
    _begin(dated, monkeypatch)
    _import(dated, _ONE + _TWO)
    monkeypatch.setitem(os.environ, *next(iter(_LATER.items())))
    assert dated.run("new", "Another thing, entirely", "--slug", "later").returncode == 0
    done = dated.run("merge", "later", "another-thing-entirely")
    assert done.returncode == 0, done.stderr
    assert "2023" not in done.stdout.replace("content/", "")
    assert _added(dated) == {"later": _THE_DAY, "the-first-of-them": None}


def test_the_date_goes_through_json_and_back(dated: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publist's own JSON says it, and who imports that keeps it; the API says it too."""
    _begin(dated, monkeypatch)
    _import(dated, _ONE + _TWO)
    exported = dated.run("export", "--format", "json").stdout
    for path in (dated.folder / "content/papers").glob("*.md"):
        path.unlink()
    (dated.folder / "content/imports.json").unlink()
    _import(dated, exported, "all.json")
    assert _added(dated) == {"another-thing-entirely": _THE_DAY, "the-first-of-them": None}
    dated.build()
    known = {paper["title"]: paper.get("added") for paper in json.loads(dated.page("api/papers.json"))}
    assert known == {"The first of them": None, "Another thing entirely": "2023-11-14"}


def test_what_is_imported_on_the_first_day_is_the_list(dated: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sets up a list of several files has no news by that, builds between them or not; what comes later is."""
    _import(dated, _ONE)
    dated.build()
    _import(dated, _TWO, "second.bib")
    assert set(_added(dated).values()) == {None}
    monkeypatch.setitem(os.environ, *next(iter(_LATER.items())))
    _import(dated, "@article{x, title={A later thing}, author={Poe, Eve}, year=2022, journal={J}}\n", "third.bib")
    assert _added(dated)["a-later-thing"] == _A_LATER_DAY
    ledger = (dated.folder / "content/imports.json").read_text(encoding="utf-8")
    assert '{"begun": "list", "on": "2023-11-14"}' in ledger
