"""Which papers are proposed as versions of one work, and which are not."""

from __future__ import annotations

from typing import Any

import pytest

from publist.importing.duplicates import not_duplicates
from publist.importing.duplicates.proposals import propose
from publist.model.paper import Date, Name, Paper
from publist.model.problems import PublistError

TITLE = "Learning to Listen with Many Ears in Noisy Rooms"


def preprint(title: str = TITLE, year: int = 2021, *authors: str, **fields: object) -> Paper:
    people = tuple(map(Name, authors or ("Jane Doe", "Max Roe")))
    return Paper(title, people, date=Date(year), **fields)  # type: ignore[arg-type]  # by name


def printed(title: str = TITLE, year: int = 2022, *authors: str, **fields: object) -> Paper:
    return preprint(title, year, *authors, **{"type": "paper-conference", "venue": "Proceedings", **fields})


def told(*papers: Paper, apart: frozenset[frozenset[str]] = frozenset()) -> list[tuple[str, str, str]]:
    named = [(str(number), paper) for number, paper in enumerate(papers)]
    return [(pair.one, pair.other, pair.evidence) for pair in propose(named, apart)]


@pytest.mark.parametrize(
    ("title", "evidence"),
    [
        ("LEARNING TO LISTEN WITH MANY EARS IN NOISY ROOMS.", "same title"),
        ("Learning to *Listen* with Many Ears in {N}oisy Rooms", "same title"),
        ("On Learning to Listen with Several Ears in Noisy Rooms", "nearly the same title"),
        ("Learning to Listen with Many Ears in Noisy Rooms: A Study", "same title but for a subtitle"),
        (f"{TITLE}: The Past 20 Years", "same title but for a subtitle"),
        ("Learning to Listen with Ears in Very Noisy Rooms", "titles that differ little"),
        ("Learning to Listen with Many Microphones in Noisy Rooms", "titles that differ little"),
        ("Learning to Listen with Many Ears in a Noisy Room", "titles that differ little"),
        ("Learning to Listen with Many Ears in 3D Noisy Rooms", "titles that differ little"),
        ("Learning to Listen with Many Ears in Ill-Lit Noisy Rooms", "titles that differ little"),
    ],
)
def test_a_publication_is_proposed_with_its_preprint(title: str, evidence: str) -> None:
    """Case, markup, punctuation, a subtitle, a word may differ; the evidence says what does."""
    assert told(preprint(), printed(title)) == [("0", "1", f"{evidence}, same authors, 2021 and 2022")]


@pytest.mark.parametrize(
    "title",
    [
        "Learning to Listen with Many Ears in Noisy Rooms, Part II",
        f"{TITLE}: Part II",
        f"{TITLE}: A Reply",
        "Learning to Listen with 2 Ears in Noisy Rooms",
        "Comment on Learning to Listen with Many Ears in Noisy Rooms",
        "Learning to Speak in Public Places",
        "Unlearning to Listen with Mouths",
        "Learning to Listen with Many Ears in Non-Noisy Rooms",
        "Not Learning to Listen with Many Ears in Noisy Rooms",
        "Learning to Listen with Many Ears in Noisy Rooms and Silent Halls",
    ],
)
def test_a_sister_paper_is_not_proposed(title: str) -> None:
    """Parts, comments and other subjects of the same authors are works of their own."""
    assert told(preprint(), printed(title)) == []


@pytest.mark.parametrize(
    ("one", "other", "is_proposed"),
    [
        ("Fine-Tuning for Clustering of Texts", "Clustering of Texts", False),
        ("Unsupervised Fine-Tuning for Clustering of Texts", "Unsupervised Clustering of Texts", True),
        ("Structural Pre-training for Talks and Texts", "Structural Rules for Talks and Texts", True),
        ("Multi-Task Rules of Talks", "Multitask Rules of Talks", True),
        ("Falling Rules of Lists", "Causal Falling Rules of Lists", False),
        ("Label Correction Rules for Clustering of Texts", "Label Rules for Clustering of Texts", True),
        ("Correction: Rules for Clustering of Texts", "Rules for Clustering of Texts", False),
        ("Dual Rules in N=2 Field Theory", "Dual Rules in N=4 Field Theory", False),
        ("Dual Rules in N=2 Field Theory", "Dual Rules in Super Field Theory", True),
        ("Dual Rules of Fields II", "Dual Rules of Fields", False),
        ("Rotunda - A Film of Rules: Tools and Data", "ROTUNDA - A Film of Rules", True),
        ("Rules of Parsing: A Survey", "Rules of Parsing", True),
    ],
)
def test_a_word_is_what_stands_between_spaces(one: str, other: str, is_proposed: bool) -> None:
    """One may come or go within a title; at an end, and of numbers, what tells two works apart counts."""
    assert bool(told(preprint(one), printed(other))) == is_proposed


def test_papers_of_everyday_words_are_found_by_their_first_author() -> None:
    """Words that many titles share lead to a pair where the author is the same."""
    many = [printed(f"The {word} Field Theory of Rules", 2022, "Ann Lee") for word in map(str, range(100))]
    pair = preprint("Field Rules of Old Theory"), printed("Field Rules of Theory")
    assert [row[:2] for row in told(*many, *pair)] == [("100", "101")]


def test_another_word_between_two_publications_makes_two_works() -> None:
    """Two printed papers by the same people on microphones and on ears are two."""
    assert told(printed(), printed(TITLE.replace("Ears", "Microphones"))) == []


@pytest.mark.parametrize(
    ("authors", "evidence"),
    [
        (("J. Doe", "M. Roe"), "same authors"),
        (("Doe, Jane", "Roe, Max"), "same authors"),
        (("Jane Doe 0001", "Max Roe"), "same authors"),
        (("Jane Doe", "Max Roe", "Ann Lee"), "same first authors"),
        (("Ann Lee", "Jane Doe", "Max Roe"), "most authors the same"),
        (("John Doe", "Ann Lee"), ""),
        (("Li Wei",), ""),
    ],
)
def test_authors_may_be_abbreviated_or_more_but_not_others(authors: tuple[str, ...], evidence: str) -> None:
    """Jane Doe is J. Doe, not John Doe."""
    found = told(preprint(), printed(TITLE, 2022, *authors))
    assert [row[2] for row in found] == ([f"same title, {evidence}, 2021 and 2022"] if evidence else [])


def test_umlauts_written_out_are_the_same_name() -> None:
    """Müller is Mueller."""
    assert told(preprint(TITLE, 2021, "Jörg Müller"), printed(TITLE, 2021, "J. Mueller"))


def test_authors_cut_short_agree_as_far_as_they_go() -> None:
    """A listing names three and goes on with et al."""
    whole = printed(TITLE, 2022, "Jane Doe", "Max Roe", "Ann Lee", "Li Wei")
    assert told(preprint(et_al=True), whole) == [("0", "1", "same title, same first authors, 2021 and 2022")]


@pytest.mark.parametrize(("year", "is_proposed"), [(2019, True), (2023, True), (2026, True), (2027, False)])
def test_years_must_be_compatible(year: int, is_proposed: bool) -> None:
    """A preprint may wait five years for its publication under the same title."""
    assert bool(told(preprint(), printed(TITLE, year))) == is_proposed


def test_a_like_title_is_not_proposed_over_three_years() -> None:
    """The less the titles agree, the nearer the years must be."""
    assert told(preprint(), printed(TITLE.replace("Noisy ", ""), 2024)) == []


def test_identifiers_are_enough_and_other_identifiers_are_against() -> None:
    """A DOI in any case, an arXiv identifier of any version or in arXiv's DOI; two arXiv identifiers are two works."""
    one, other = preprint("One", 2001, "Li Wei"), printed("Quite Another", 2020, "Ann Lee")
    assert told(one._replace(doi="10.1/X"), other._replace(doi="10.1/x")) == [("0", "1", "same DOI")]
    arxiv = one._replace(arxiv="2101.00001v2"), other._replace(doi="10.48550/arXiv.2101.00001")
    assert told(*arxiv) == [("0", "1", "same arXiv identifier")]
    assert told(preprint(arxiv="2101.00001"), preprint(arxiv="2101.00002")) == []


def test_a_thesis_and_editorials_of_one_name_are_works_of_their_own() -> None:
    """A thesis is no version of the paper of its title; every issue has an editorial."""
    assert told(preprint(), preprint(type="thesis")) == []
    assert told(printed("Editorial"), printed("Editorial", 2023)) == []


def test_a_paper_that_has_its_twin_is_not_proposed_with_one_like_it() -> None:
    """The nearer proposal stands."""
    assert told(preprint(), printed(), printed(TITLE.replace("Ears", "Microphones"))) == [
        ("0", "1", "same title, same authors, 2021 and 2022")
    ]


def test_what_was_said_to_be_two_is_not_proposed() -> None:
    """In either order."""
    assert told(preprint(), printed(), apart=frozenset([frozenset(("1", "0"))])) == []


def test_many_papers_of_one_title_cost_no_square() -> None:
    """Each is compared with a bounded number of others: two thousand of one title give no million pairs."""
    many = [printed(TITLE, 1900 + number % 90) for number in range(2000)]
    assert len(told(*many)) <= 2000 * 40


def test_pairs_are_added_to_a_file_that_stays_as_it_is() -> None:
    """Comments and groups of several stay; what is known is not added again."""
    text = "# mine\n- [a, b, c]  # three works"
    after = not_duplicates.with_pair(text, "d", "no", path="x")
    assert after == f"{text}\n- [d, 'no']\n"
    assert not_duplicates.with_pair(after, "c", "a", path="x") == after
    pairs, problems = not_duplicates.read(after, path="x")
    assert problems == ()
    assert pairs == frozenset(map(frozenset, ("ab", "ac", "bc", ("d", "no"))))


@pytest.mark.parametrize("text", ["- a\n", "- [a]\n", "a: b\n", "- [a, b"])
def test_a_broken_file_of_pairs_is_told_and_not_written(text: str) -> None:
    """With the line."""
    _, problems = not_duplicates.read(text, path="x")
    assert problems
    with pytest.raises(PublistError):
        not_duplicates.with_pair(text, "a", "b", path="x")


def _talk(number: int, **fields: Any) -> tuple[str, Paper]:
    return f"talk-{number}", Paper("How plants count", (Name("Ann Lee"),), type="speech", **fields)


def test_a_version_that_was_told_apart_by_its_number_is_not_proposed() -> None:
    """Whichever of the two has the number, also both: a DOI counts in any case, another number does not count."""
    one, other = printed(doi="10.5555/A.1", arxiv="2101.91234"), preprint(arxiv="2101.91234v2")
    assert told(one, other)
    assert not told(one, other, apart=frozenset({frozenset({"0", "2101.91234"})}))
    assert not told(one, other, apart=frozenset({frozenset({"1", "10.5555/a.1"})}))
    assert told(one, other, apart=frozenset({frozenset({"0", "2101.91235"})}))


def test_one_talk_given_often_is_no_heap_of_versions() -> None:
    """Talks at other times or places are other talks; two notes of one talk are still proposed."""
    often = [_talk(number, event=f"Meeting {number}", date=Date(2020, 1, number)) for number in range(1, 8)]
    assert propose(often) == ()
    twice = [_talk(1, event="Meeting", date=Date(2020, 1)), _talk(2, event="Meeting", date=Date(2020, 1, 3))]
    assert len(propose(twice)) == 1


def test_a_series_is_no_heap_of_versions() -> None:
    """The proceedings of a yearly meeting, and a title that many papers have, make no pair of each two."""
    books = [
        (f"p{n}", Paper("Proceedings on Things", (Name("A. Lee"),), type="book", date=Date(n))) for n in (2019, 2020)
    ]
    assert propose(books) == ()
    notes = [
        (
            f"n{n}",
            Paper("Notes from the field", (Name("A. Lee"),), type="article-journal", date=Date(2020), issue=str(n)),
        )
        for n in range(7)
    ]
    assert propose(notes) == ()
