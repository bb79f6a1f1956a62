"""Citation keys of imported papers: given once, then left alone by everybody but their owner."""

from __future__ import annotations

import pytest

from publist.build.export import papers_of
from publist.importing.ledger import EMPTY, Ledger
from publist.importing.merge_papers import unite
from publist.importing.plan import ImportPlan, plan_import
from publist.importing.source import ReadSource, Source
from publist.model.paper import Date, Name, Paper
from tests.conftest import Site
from tests.support.content_files import edit, source, text

LISTENING = Paper("Learning to Listen", (Name("Jane Doe"), Name("Max Roe")), date=Date(2023, 9, 18), abstract="We.")
LEARNING = Paper("Learning of Things", (Name("Jane Doe"),), date=Date(2023, 2))
EARS = "learning-to-listen"


def planned(
    files: dict[str, str], ledger: Ledger, *papers: Paper, name: str = "list.json", restore: str = ""
) -> ImportPlan:
    """The plan of importing one source, with its texts put into the files."""
    reading = ReadSource(Source(name, b""), name, "json", papers)
    plan = plan_import([reading], files, ledger, [restore] if restore else [])
    files.update(plan.texts)
    return plan


def key_in(file: str) -> str:
    """What stands after ``key:``, or nothing."""
    return file.partition("\nkey: ")[2].partition("\n")[0]


def test_a_key_is_written_when_a_paper_is_imported_the_older_of_two_comes_first() -> None:
    """Each file has a key of its own, whatever the order of the source."""
    files: dict[str, str] = {}
    planned(files, EMPTY, LISTENING, LEARNING)
    assert {stem: key_in(text) for stem, text in files.items()} == {
        "learning-of-things": "doe2023learning",
        EARS: "doe2023learninga",
    }


def test_a_key_is_none_that_a_paper_without_one_goes_by() -> None:
    """A paper written by hand keeps the key that its list gives it, when another is imported that would take it."""
    files = {"mine": "---\ntitle: Learning by Hand\nauthors: [Ann Doe]\ndate: 2023-12\n---\n"}
    planned(files, EMPTY, LISTENING)
    assert key_in(files[EARS]) == "doe2023learninga"
    assert "key" not in files["mine"]


def test_a_source_s_own_key_is_taken_as_it_is() -> None:
    """Also where another paper has it: the list tells the two apart."""
    files: dict[str, str] = {}
    plan = planned(files, EMPTY, LISTENING._replace(key="x"))
    planned(files, plan.ledger, LEARNING._replace(key="x"), name="more.bib")
    assert [key_in(text) for text in files.values()] == ["x", "x"]
    assert plan.ledger.keys == {}


def test_an_edited_paper_is_cited_by_the_same_key(site: Site) -> None:
    """Title, first author and year may be mended: the key stays, in every export."""
    site.write({"content/site.yaml": "title: Papers\n"})
    source(site, "CLSep 18, 2023\nLearning to Listen with Many EarsJane Doe\nWe listen well and often.\n")
    site.build()
    stem = "learning-to-listen-with-many-ears"
    edit(site, stem, "title: Learning to Listen", "title: How to Listen")
    edit(site, stem, "  - Jane Doe\n", "  - Zoe Doe-Roe\n")
    edit(site, stem, "date: 2023-09-18", "date: 2024")
    assert [paper.key for paper in papers_of(str(site.folder), {})] == ["doe2023learning"]


def test_a_key_that_you_deleted_or_changed_stays_so() -> None:
    """No import writes it again, not even one with news of the paper or from another source."""
    for mine in ("", "key: mine\n"):
        files: dict[str, str] = {}
        plan = planned(files, EMPTY, LISTENING)
        files[EARS] = files[EARS].replace("key: doe2023learning\n", mine)
        plan = planned(files, plan.ledger, LISTENING._replace(venue="Interspeech"))
        plan = planned(files, plan.ledger, LISTENING._replace(key="doe23"), name="more.bib")
        assert (key_in(files[EARS]), plan.report.kept) == (mine[5:-1], ())
        assert "venue: Interspeech\n" in files[EARS]
        assert planned(files, plan.ledger, LISTENING._replace(venue="Interspeech")).texts == {}


def test_a_later_source_s_key_does_not_take_the_place_of_the_first() -> None:
    """The file's key was given when the paper was first imported; nothing is in conflict."""
    files: dict[str, str] = {}
    plan = planned(files, EMPTY, LISTENING)
    plan = planned(files, plan.ledger, LISTENING._replace(key="doe23", doi="10.1000/1"), name="more.bib")
    assert (key_in(files[EARS]), plan.report.kept) == ("doe2023learning", ())


def test_a_key_that_its_source_no_longer_says_stays() -> None:
    """An export without keys takes none away."""
    files: dict[str, str] = {}
    plan = planned(files, EMPTY, LISTENING._replace(key="doe23"))
    planned(files, plan.ledger, LISTENING._replace(volume="7"))
    assert key_in(files[EARS]) == "doe23"
    assert "volume: 7\n" in files[EARS]


def test_a_paper_that_is_brought_back_has_its_key_again() -> None:
    """Also under another title, and where another paper would have taken the key."""
    files: dict[str, str] = {}
    plan = planned(files, EMPTY, LISTENING)
    del files[EARS]
    plan = planned(files, plan.ledger, LISTENING._replace(title="Listening, Learned"), restore=EARS)
    assert key_in(files[EARS]) == "doe2023learning"
    assert "title: Listening, Learned\n" in files[EARS]


def test_a_renamed_paper_keeps_its_key_without_a_conflict() -> None:
    """Its source may bring a key later, as it may for one that was not renamed."""
    files: dict[str, str] = {}
    plan = planned(files, EMPTY, LISTENING)
    files["ears"] = files.pop(EARS)
    plan = planned(files, plan.ledger, LISTENING._replace(key="doe23", volume="7"))
    assert list(files) == ["ears"]
    assert (key_in(files["ears"]), plan.report.kept) == ("doe2023learning", ())


def test_keys_of_merged_papers_are_no_conflict_of_later_imports(site: Site) -> None:
    """Both papers had a key made for them: one stays, the other stands with the version, and news of it come in."""
    first = "CLSep 18, 2023\nLearning to Listen with Many EarsJane Doe, Max Roe\nWe listen well and often.\n"
    second = "CLSep 18, 2022\nLearning to Listen by Many EarsJane Doe, Max Roe\nWe listen well and often.\n"
    site.write({"content/site.yaml": "title: Papers\n"})
    source(site, first, "a.txt")
    source(site, second, "b.txt")
    site.build()
    one, other = "learning-to-listen-with-many-ears", "learning-to-listen-by-many-ears"
    unite(str(site.folder), one, other)
    assert "key: doe2023learning\n" in text(site, one)
    assert "    key: doe2022learning\n" in text(site, one)
    source(site, second.replace("Sep 18", "Oct 19"), "b.txt")
    assert "kept" not in site.build()
    assert "    date: 2022-10-19\n" in text(site, one)


def test_a_key_of_a_deleted_paper_is_given_to_no_other() -> None:
    """Who cites by it means the one that is gone."""
    files: dict[str, str] = {}
    plan = planned(files, EMPTY, LEARNING)
    files.clear()
    planned(files, plan.ledger, LEARNING, LISTENING)
    assert {stem: key_in(text) for stem, text in files.items()} == {EARS: "doe2023learninga"}


@pytest.mark.parametrize("title", ["Learning to Listen", "Hearing to Learn"])
def test_a_file_is_known_though_its_name_its_key_and_its_authors_are_other_ones(title: str) -> None:
    """By its title or by its abstract, if no other file has it: what the source says later comes in."""
    files: dict[str, str] = {}
    paper = LISTENING._replace(key="doe2023")
    plan = planned(files, EMPTY, paper)
    edited = files.pop(EARS).replace("doe2023", "mine").replace("Learning to Listen", title)
    files["ears"] = edited.replace(edited[edited.index("authors:") : edited.index("date:")], "")
    plan = planned(files, plan.ledger, paper._replace(venue="Interspeech"))
    assert list(files) == ["ears"]
    assert "\nvenue: Interspeech\n" in files["ears"]
    assert plan.report.deleted == ()
