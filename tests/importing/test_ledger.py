"""The ledger of imports: whole or refused, and merged by git line by line."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.importing import ledger
from publist.importing.fields import fields_of
from publist.importing.ledger import ImportedSource, Ledger
from publist.importing.run import import_sources
from publist.importing.source import Source
from publist.model.paper import Paper
from publist.model.problems import Problem
from tests.support.strategies import LINES, papers

SOURCE = ImportedSource("a.bib", "bibtex", "abc", "publist 1", 1, 2)
LEDGER = Ledger(
    {"a.bib": SOURCE, "b.txt": SOURCE._replace(name="b.txt", order=2)},
    {
        "one": {"a.bib": {"title": "One"}, "b.txt": {"title": "One", "et_al": "true"}},
        "two": {"a.bib": {"title": "Two"}},
    },
)


def test_each_source_and_each_paper_of_a_source_has_a_line_of_its_own() -> None:
    lines = ledger.write(LEDGER).splitlines()
    assert [line[:30] for line in lines] == [
        '[{"publist imports": 1}',
        ',{"source": "a.bib", "format":',
        ',{"source": "b.txt", "format":',
        ',{"paper": "one", "source": "a',
        ',{"paper": "one", "source": "b',
        ',{"paper": "two", "source": "a',
        "]",
    ]


def test_the_sources_are_known_without_reading_the_papers() -> None:
    lines = [*ledger.write(LEDGER).splitlines()[:3], ',{"paper": broken']
    assert ledger.read_sources(lines) == LEDGER.sources


@given(st.dictionaries(LINES, papers(), max_size=3), LINES)
def test_a_ledger_reads_back_as_written(records: dict[str, Paper], source: str) -> None:
    before = Ledger(
        {source: SOURCE._replace(name=source)}, {stem: {source: fields_of(paper)} for stem, paper in records.items()}
    )
    text = ledger.write(before)
    after, problems = ledger.read(text, path="imports.json")
    assert problems == ()
    assert after == before
    assert ledger.write(after) == text


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ("<<<<<<< HEAD", "a conflict of a merge is not resolved"),
        (',{"paper": "one"', "broken line"),
        (',{"paper": 1, "source": "a", "record": {}}', "broken line"),
        (',{"source": "a.bib"}', "broken line"),
    ],
)
def test_a_damaged_ledger_is_an_error_with_its_line(damage: str, message: str) -> None:
    """It must not pass for an empty one: then every deleted paper would come back."""
    lines = ledger.write(LEDGER).split("\n")
    _, problems = ledger.read("\n".join([*lines[:3], damage, *lines[3:]]), path="content/imports.json")
    assert [(problem.severity, problem.line, problem.message) for problem in problems] == [("error", 4, message)]


def test_an_import_with_a_damaged_ledger_touches_nothing(tmp_path: Path) -> None:
    site = tmp_path / "content"
    site.mkdir()
    (site / "imports.json").write_text("{}", encoding="utf-8")
    report = import_sources(str(tmp_path), [Source("a.txt", listing("One").encode(), "listing")])
    assert [type(problem) for problem in report.problems] == [Problem]
    assert sorted(os.listdir(site)) == ["imports.json"]
    assert (site / "imports.json").read_text(encoding="utf-8") == "{}"


def listing(*titles: str) -> str:
    abstract = "We show what the title says, at length and with care."
    return "".join(f"CLSep 18, 2023\n{title} of Everything That IsJane Doe, Max Roe\n{abstract}\n" for title in titles)


def git(folder: Path, *arguments: str) -> None:
    names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=environment)


def test_two_branches_that_both_import_merge_in_git_and_the_next_import_changes_nothing(tmp_path: Path) -> None:
    """Each branch imports papers of its own; the merge needs no hand, and is as if all had been imported at once."""
    content = tmp_path / "content"
    content.mkdir()
    git(tmp_path, "init", "--initial-branch=main")
    (tmp_path / ".gitattributes").write_text("content/imports.json merge=union\n", encoding="utf-8")
    base, ours, theirs = listing("The First"), listing("A Second", "Another"), listing("A Third", "The Fourth")
    import_sources(str(tmp_path), [Source("base.txt", base.encode(), "listing")])
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "base")
    for branch, text in (("ours", ours), ("theirs", theirs)):
        git(tmp_path, "checkout", "-b", branch, "main")
        import_sources(str(tmp_path), [Source(f"{branch}.txt", text.encode(), "listing")])
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-m", branch)
    git(tmp_path, "merge", "ours", "-m", "merge")
    merged = (content / "imports.json").read_text(encoding="utf-8")
    read, problems = ledger.read(merged, path="content/imports.json")
    assert problems == ()
    assert len(read.records) == 5
    changed = f"{ours}\n"  # another digest, so that it is read again
    report = import_sources(
        str(tmp_path),
        [Source("ours.txt", changed.encode(), "listing"), Source("theirs.txt", theirs.encode(), "listing")],
    )
    assert (report.new, report.changed, report.kept, report.problems) == ((), (), (), ())
