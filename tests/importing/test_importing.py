"""Imports into a real folder: nothing of yours is overwritten, nothing comes back, nothing is half done."""

import os
from pathlib import Path

import pytest

from publist import formats
from publist.content import content_folder
from publist.importing.report import Change, ImportReport, KeptEdit, Missing
from publist.importing.run import import_sources
from publist.importing.source import Source

FIRST = (
    "CLSep 18, 2023\nLearning to Listen with Many EarsJane Doe, Max Roe, Ann Lee et al. · mit\n"
    "We listen well and often, and what we hear with many ears is told here at some length.\n"
)
SECOND = (
    "SDApr 22, 2022Code\nA Segmenter for Long TalksMax Roe, Jane Doe\n"
    "Talks are long; a segmenter cuts them into pieces that a listener can follow with ease.\n"
)
LISTING = FIRST + SECOND
REST = ", and what we hear with many ears is told here at some length."
EARS, TALKS = "learning-to-listen-with-many-ears", "a-segmenter-for-long-talks"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with the listing imported."""
    (tmp_path / "content").mkdir()
    imported(tmp_path, LISTING)
    return tmp_path


def imported(site: Path, text: str, *, dry_run: bool = False, restore: tuple[str, ...] = ()) -> ImportReport:
    return import_sources(str(site), [Source("list.txt", text.encode(), "listing")], dry_run=dry_run, restore=restore)


def file(site: Path, stem: str = EARS) -> Path:
    return site / "content" / "papers" / f"{stem}.md"


def everything(site: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of each file of the site."""
    return {
        str(path.relative_to(site)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def edit(site: Path, old: str, new: str, stem: str = EARS) -> str:
    text = file(site, stem).read_text(encoding="utf-8")
    assert old in text
    file(site, stem).write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def test_each_paper_becomes_a_file_named_by_its_title(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    report = imported(tmp_path, LISTING)
    assert report == ImportReport(new=(TALKS, EARS))
    assert file(tmp_path).read_text(encoding="utf-8") == (
        "---\ntitle: Learning to Listen with Many Ears\nauthors:\n  - Jane Doe\n  - Max Roe\n  - Ann Lee\n"
        "et_al: true\naffiliations: [mit]\ndate: 2023-09-18\ntype: article\ncategory: CL\nkey: doe2023learning\n---\n"
        "We listen well and often, and what we hear with many ears is told here at some length.\n"
    )


def test_importing_twice_touches_no_file(site: Path) -> None:
    before = everything(site)
    assert imported(site, LISTING) == ImportReport(unchanged=2)
    assert imported(site, f"{LISTING}\n") == ImportReport(unchanged=2)
    after = everything(site)
    ledger = os.path.join("content", "imports.json")
    assert {path: seen for path, seen in after.items() if path != ledger} == {
        path: seen for path, seen in before.items() if path != ledger
    }


def test_a_source_that_has_not_changed_is_not_read_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "load", lambda name: pytest.fail(f"read {name} again"))
    file(site).unlink()
    assert imported(site, LISTING) == ImportReport(unchanged=2)
    assert not file(site).exists()


def test_what_the_source_changed_and_you_did_not_is_taken(site: Path) -> None:
    text = edit(site, "type: article\n", "type: article\n# mine\n\nvenue: 'ICASSP'  # at last\n")
    report = imported(site, LISTING.replace("Ann Lee et al. · mit", "Ann Lee et al. · mit, eth"))
    assert report.changed == (Change(EARS, ("affiliations",)),)
    assert file(site).read_text(encoding="utf-8") == text.replace("[mit]", "[mit, eth]")


def test_what_both_changed_stays_yours_and_the_report_shows_both(site: Path) -> None:
    text = edit(site, "We listen well and often", "I wrote this")
    report = imported(site, LISTING.replace("We listen well", "We listen badly"))
    assert report.kept == (KeptEdit(EARS, "body", f"I wrote this{REST}", f"We listen badly and often{REST}"),)
    assert report.changed == ()
    assert file(site).read_text(encoding="utf-8") == text


def test_a_conflict_is_told_once(site: Path) -> None:
    edit(site, "We listen well and often", "I wrote this")
    changed = LISTING.replace("We listen well", "We listen badly")
    assert len(imported(site, changed).kept) == 1
    assert imported(site, f"{changed}\n").kept == ()


def test_a_field_that_you_deleted_stays_deleted(site: Path) -> None:
    text = edit(site, "affiliations: [mit]\n", "")
    report = imported(site, LISTING.replace("· mit", "· mit, eth"))
    assert report.kept == (KeptEdit(EARS, "affiliations", "", "mit, eth"),)
    assert file(site).read_text(encoding="utf-8") == text


def test_a_file_that_you_deleted_stays_deleted_until_you_want_it_back(site: Path) -> None:
    before = file(site).read_bytes()
    file(site).unlink()
    assert imported(site, f"{LISTING}\n").deleted == (EARS,)
    assert not file(site).exists()
    assert imported(site, f"{LISTING}\n", restore=(EARS,)).new == (EARS,)
    assert file(site).read_bytes() == before


def test_restoring_what_never_was_or_what_is_there_is_told(site: Path) -> None:
    report = imported(site, LISTING, restore=("nothing", EARS))
    assert [(problem.severity, problem.path) for problem in report.problems] == [
        ("warning", f"content/papers/{EARS}.md"),
        ("error", "content/papers/nothing.md"),
    ]


def test_a_file_that_you_renamed_is_still_known(site: Path) -> None:
    """Even if its title was mended as well, and another file has its old name."""
    edit(site, "Learning to Listen with Many Ears", "Learning to Listen with Two Ears")
    file(site).rename(file(site, "ears"))
    file(site).write_text("---\ntitle: Something Else\nauthors: [Li Wei]\n---\n", encoding="utf-8")
    report = imported(site, LISTING.replace("2023", "2024"))
    assert report.changed == (Change("ears", ("date",)),)
    assert report.new == ()
    assert file(site).read_text(encoding="utf-8") == "---\ntitle: Something Else\nauthors: [Li Wei]\n---\n"


def test_a_paper_whose_authors_the_source_mends_is_still_known(site: Path) -> None:
    report = imported(site, LISTING.replace("Jane Doe, Max Roe, Ann Lee et al.", "Jane Doe, Ann Lee, Li Wei et al."))
    assert report.changed == (Change(EARS, ("authors",)),)
    assert report.new == ()


def test_a_paper_that_the_source_gives_another_title_is_still_known(site: Path) -> None:
    edit(site, "type: article\n", "type: article\ntopics: [ears]\n")
    report = imported(site, LISTING.replace("Learning to Listen with Many Ears", "On Ears"))
    assert report.changed == (Change(EARS, ("title",)),)
    assert report.new == ()


def test_another_paper_in_the_place_of_one_that_is_gone_is_new(site: Path) -> None:
    """The same people on the same day, but neither the title nor the abstract."""
    other = FIRST.replace("Learning to Listen with Many Ears", "Talking Without a Mouth at All")
    other = other.replace("We listen well and often", "Nobody speaks here")
    report = imported(site, other + SECOND)
    assert report.new == ("talking-without-a-mouth-at-all",)
    assert report.missing == (Missing(EARS, "list.txt"),)


def test_a_paper_gone_from_the_source_is_told_and_stays(site: Path) -> None:
    before = file(site).read_bytes()
    assert imported(site, SECOND).missing == (Missing(EARS, "list.txt"),)
    assert file(site).read_bytes() == before
    assert imported(site, LISTING).new == ()


def test_a_dry_run_tells_and_touches_nothing(site: Path) -> None:
    before = everything(site)
    third = "LGJan 2, 2021\nA Third Thing to KnowAnn Lee, Jane Doe\n"
    third += "It is known to many that there is a third thing, which is why we tell it once more.\n"
    assert imported(site, LISTING + third, dry_run=True).new == ("a-third-thing-to-know",)
    assert everything(site) == before


def test_of_a_source_with_mistakes_the_rest_is_imported_and_the_mistakes_are_told_each_time(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    record = "CLFeb 30, 2023\nNo Such Day in the YearJane Doe, Max Roe\n"
    broken = f"{record}A day that is in no year is not in this one either, as we show.\n{SECOND}"
    first = imported(tmp_path, broken)
    assert TALKS in first.new
    assert [(problem.severity, problem.line) for problem in first.problems] == [("warning", 1)]
    assert imported(tmp_path, broken).problems == first.problems


def test_bytes_that_are_not_utf_8_are_an_error_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    data = FIRST.replace("Jane", "Zoë").encode("latin-1")
    report = import_sources(str(tmp_path), [Source("list.txt", data, "listing")])
    assert [(problem.severity, problem.line) for problem in report.problems] == [("error", 2)]
    assert report.new == ()


def test_problems_name_a_source_by_its_path_in_the_site(tmp_path: Path) -> None:
    """A file from elsewhere keeps its own name."""
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "content" / "sources" / "list.txt").touch()
    given = [Source("list.txt", b"just words", "nothing"), Source("other.txt", b"just words", "nothing")]
    problems = import_sources(str(tmp_path), given).problems
    assert [problem.path for problem in problems] == ["content/sources/list.txt", "other.txt"]


def test_a_file_with_mistakes_is_left_alone_and_merged_when_it_is_mended(site: Path) -> None:
    text = edit(site, "date: 2023-09-18", "date: 2023-09-31")
    changed = LISTING.replace("· mit", "· mit, eth")
    report = imported(site, changed)
    assert [problem.path for problem in report.problems] == [f"content/papers/{EARS}.md"]
    assert file(site).read_text(encoding="utf-8") == text
    edit(site, "date: 2023-09-31", "date: 2023-09-18")
    assert imported(site, changed).changed == (Change(EARS, ("affiliations",)),)


def test_two_papers_of_one_title_are_two_files(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    report = imported(tmp_path, FIRST + FIRST.replace("2023", "2019").replace("often", "seldom"))
    assert report.new == (EARS, f"{EARS}-2019")
    assert imported(tmp_path, FIRST.replace("2023", "2019").replace("often", "seldom") + FIRST).new == ()


@pytest.mark.parametrize("step", range(3))
def test_an_interrupted_import_is_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Each file is old or new, and after the next import all is as if nothing had happened."""
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    for site in (whole, broken):
        (site / "content").mkdir(parents=True)
    imported(whole, LISTING)
    replace, calls = os.replace, iter(range(10))

    def interrupted(old: str, new: str) -> None:
        if next(calls) == step:
            raise KeyboardInterrupt
        replace(old, new)

    monkeypatch.setattr("os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        imported(broken, LISTING)
    monkeypatch.undo()
    assert imported(broken, LISTING).kept == ()
    left = {path: seen[0] for path, seen in everything(broken).items() if not path.endswith(".tmp")}
    assert left == {path: seen[0] for path, seen in everything(whole).items()}


def test_a_file_that_cannot_be_read_keeps_its_place(site: Path) -> None:
    """A link to nowhere among the papers is left as it is, and its paper waits; the other paper is merged."""
    file(site).unlink()
    file(site).symlink_to(site / "nowhere.md")
    report = imported(site, LISTING.replace("2023", "2024").replace("2022", "2021"))
    assert report.changed == (Change(TALKS, ("date",)),)
    assert [(problem.severity, problem.path) for problem in report.problems] == [
        ("warning", f"content/papers/{EARS}.md")
    ]
    assert file(site).is_symlink()


def test_a_file_that_comes_during_the_import_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even one that cannot be read as text."""
    (tmp_path / "content" / "papers").mkdir(parents=True)
    read = content_folder.paper_texts

    def read_then_written(site_dir: str) -> dict[str, str | None]:
        texts = read(site_dir)
        file(tmp_path).write_bytes(b"\xff\xfe")
        return texts

    monkeypatch.setattr(content_folder, "paper_texts", read_then_written)
    report = imported(tmp_path, LISTING)
    assert [problem.message for problem in report.problems] == ["the file was changed during the import"]
    assert file(tmp_path).read_bytes() == b"\xff\xfe"


def test_a_file_that_changes_during_the_import_is_not_overwritten(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = content_folder.paper_texts

    def read_then_edited(site_dir: str) -> dict[str, str | None]:
        texts = read(site_dir)
        edit(site, "We listen well", "I was quicker")
        return texts

    monkeypatch.setattr(content_folder, "paper_texts", read_then_edited)
    changed = LISTING.replace("· mit", "· mit, eth")
    report = imported(site, changed)
    assert [problem.severity for problem in report.problems] == ["error"]
    assert "I was quicker" in file(site).read_text(encoding="utf-8")
    monkeypatch.undo()
    assert imported(site, changed).changed == (Change(EARS, ("affiliations",)),)
