"""What several sources say of one paper, and how it meets what the file says."""

from typing import Any

import pytest

from publist.importing.fields import Fields
from publist.importing.ledger import EMPTY, Ledger
from publist.importing.plan import ImportPlan, plan_import
from publist.importing.source import ReadSource, Source
from publist.importing.three_way_merge import Conflict, Merge, combine, merge
from publist.model.paper import Date, Name, Paper, Plain

LISTED = Paper(
    "Learning to Listen",
    tuple(map(Name, ("Jane Doe", "Max Roe", "Ann Lee"))),
    et_al=True,
    date=Date(2023, 9, 18),
    category="CL",
    abstract="We listen.",
)
CITED = Paper(
    "Learning to listen",
    tuple(map(Name, ("Jane Doe", "Max Roe", "Ann Lee", "Li Wei"))),
    date=Date(2023),
    type="paper-conference",
    venue="ICASSP",
    doi="10.1000/182",
    key="doe2023",
    links={"pdf": "https://example.org/p.pdf"},
)


def reading(name: str, *papers: Paper) -> ReadSource:
    return ReadSource(Source(name, b""), name, "json", papers)


def planned(files: dict[str, str], ledger: Ledger, *readings: ReadSource) -> ImportPlan:
    plan = plan_import(readings, files, ledger)
    files.update(plan.texts)
    return plan


@pytest.mark.parametrize(
    ("base", "theirs", "yours", "expected"),
    [
        ("a", "b", "a", Merge({"x": "b"}, ())),
        ("a", "a", "c", Merge({}, ())),
        ("a", "b", "c", Merge({}, (Conflict("x", "c", "b"),))),
        ("a", "b", "b", Merge({}, ())),
        (None, "b", None, Merge({"x": "b"}, ())),
        (None, "b", "c", Merge({}, (Conflict("x", "c", "b"),))),
        ("a", None, "a", Merge({"x": None}, ())),
        ("a", None, "c", Merge({}, (Conflict("x", "c", None),))),
        ("a", "b", None, Merge({}, (Conflict("x", None, "b"),))),
        ("a", "a", None, Merge({}, ())),
        ("a", None, None, Merge({}, ())),
    ],
)
def test_each_case_of_the_three_way_merge(base: Any, theirs: Any, yours: Any, expected: Merge) -> None:
    sides = [{"x": value} if value else {} for value in (base, theirs, yours)]
    assert merge(*sides) == expected


def test_a_later_source_fills_what_an_earlier_one_leaves_open() -> None:
    """Full authors instead of a list cut short, venue, identifiers, links; title and key stay as first imported."""
    files: dict[str, str] = {}
    plan = planned(files, EMPTY, reading("list.txt", LISTED))
    plan = planned(files, plan.ledger, reading("more.bib", CITED))
    assert list(files) == ["learning-to-listen"]
    assert files["learning-to-listen"] == (
        "---\ntitle: Learning to Listen\nauthors:\n  - Jane Doe\n  - Max Roe\n  - Ann Lee\n  - Li Wei\n"
        "date: 2023-09-18\ntype: paper-conference\nvenue: ICASSP\ncategory: CL\ndoi: 10.1000/182\nlinks:\n"
        "  pdf: https://example.org/p.pdf\nkey: doe2023learning\n---\nWe listen.\n"
    )
    assert planned(files, plan.ledger, reading("list.txt", LISTED), reading("more.bib", CITED)).texts == {}


def test_a_later_source_does_not_touch_what_you_edited() -> None:
    files: dict[str, str] = {}
    plan = planned(files, EMPTY, reading("list.txt", LISTED))
    mine = files["learning-to-listen"].replace("  - Ann Lee\net_al: true\n", "  - Ann Lee  # and me\n  - Me\n")
    files["learning-to-listen"] = mine
    plan = planned(files, plan.ledger, reading("more.bib", CITED))
    assert "  - Ann Lee  # and me\n  - Me\n" in files["learning-to-listen"]
    assert [kept.field for kept in plan.report.kept] == ["authors"]
    assert "venue: ICASSP\n" in files["learning-to-listen"]


def test_a_source_that_is_sure_goes_before_one_that_doubts() -> None:
    doubting: dict[str, Plain] = {
        "title": "Learning to",
        "authors": ["Listen Jane Doe"],
        "review": ["title", "authors"],
    }
    sure: dict[str, Plain] = {"title": "Learning to Listen", "authors": ["Jane Doe"]}
    assert combine([doubting, sure]) == {"title": "Learning to Listen", "authors": ["Jane Doe"]}


def test_a_paper_written_by_hand_is_filled_and_never_asked_for_review() -> None:
    files = {"mine": "---\ntitle: Learning to Listen\nauthors: [Jane Doe, Max Roe, Ann Lee]\ndate: 2023\n---\n"}
    plan = planned(files, EMPTY, reading("list.txt", LISTED._replace(review=("title",))))
    assert plan.report.new == ()
    assert files["mine"] == (
        "---\ntitle: Learning to Listen\nauthors: [Jane Doe, Max Roe, Ann Lee]\net_al: true\ndate: 2023\n"
        "category: CL\n---\nWe listen.\n"
    )
    assert [kept.field for kept in plan.report.kept] == ["date"]


def test_a_paper_that_stands_twice_in_a_source_is_imported_once_and_told() -> None:
    twice = reading("list.txt", LISTED, CITED, LISTED._replace(category="LG"))._replace(lines=(1, 4, 7))
    plan = plan_import([twice], {}, EMPTY)
    assert [(problem.line, problem.message) for problem in plan.report.problems] == [
        (7, "the paper of line 1 stands here again; it is imported once")
    ]
    assert len(plan.texts) == 2


def test_a_preprint_and_its_publication_in_one_source_stay_two_papers() -> None:
    preprint = CITED._replace(type="article", venue="", doi="", arxiv="2309.09843", key="doe2023a")
    plan = plan_import([reading("all.bib", preprint, CITED)], {}, EMPTY)
    assert len(plan.texts) == 2


def test_what_a_source_cannot_say_in_a_file_is_left_out_and_told() -> None:
    paper = LISTED._replace(links={"pdf": "javascript:alert(1)"})
    plan = plan_import([reading("list.txt", paper)], {}, EMPTY)
    assert [problem.message for problem in plan.report.problems] == [
        "left out: 'javascript:alert(1)' is no web address"
    ]


def test_a_paper_without_a_title_is_an_error() -> None:
    plan = plan_import([reading("list.txt", LISTED._replace(title=" "))], {}, EMPTY)
    assert [problem.severity for problem in plan.report.problems][-1] == "error"
    assert plan.texts == {}


def test_a_paper_that_has_appeared_is_no_longer_in_press() -> None:
    """A second source's date takes the place of the first one's status; its own status stays."""
    in_press: Fields = {"title": "Things", "status": "in press"}
    assert "status" not in combine([in_press, {"title": "Things", "date": "2024"}])
    assert combine([{**in_press, "date": "2024"}, {"title": "Things"}])["status"] == "in press"
