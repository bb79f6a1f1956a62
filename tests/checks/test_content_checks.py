"""What `check` finds in content that reads without mistakes."""

import pytest

from publist.checks.content_checks import CheckedPaper, check
from publist.checks.name_variants import proposals
from publist.content.people_file import Person
from publist.content.topic_file import TopicFile
from publist.model.paper import Date, Name, Paper


def entry(slug: str, title: str, *authors: str, **fields: object) -> CheckedPaper:
    paper = Paper(title, tuple(map(Name, authors)), date=Date(2023), **fields)  # type: ignore[arg-type]  # by name
    return CheckedPaper(slug, f"content/papers/{slug}.md", paper)


def told(*entries: CheckedPaper, **more: object) -> list[str]:
    return [f"{problem.path}: {problem.message}" for problem in check(entries, **more)]  # type: ignore[arg-type]


def test_content_in_order_gives_nothing() -> None:
    people = (Person("Jane Doe", papers=("a",)),)
    entries = (entry("a", "One Thing", "Jane Doe"), entry("b", "Another", "Max Roe"))
    assert told(*entries, people=people, topics=(TopicFile("t", "T"),), topics_of={"a": ["t"], "b": ["t"]}) == []


def test_review_flags_are_listed_until_the_line_is_deleted() -> None:
    assert told(entry("a", "One", "Jane Doe", review=("title", "authors"))) == [
        "content/papers/a.md: the import was unsure of `title`, `authors`"
    ]


def test_papers_without_date_authors_or_topic_are_named() -> None:
    bare = CheckedPaper("a", "content/papers/a.md", Paper("One"))
    assert [message.split(": ")[1] for message in told(bare, topics_of={})] == [
        "no date",
        "no authors",
        "no topics (optional)",
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"doi": "10.1000/X1"}, "probably the same work as content/papers/a.md: same DOI"),
        ({"arxiv": "2309.09843v2"}, "probably the same work as content/papers/a.md: same arXiv identifier"),
        ({"key": "doe2023"}, "the citation key `doe2023` is that of content/papers/a.md, too"),
    ],
)
def test_papers_that_share_an_identifier_are_named_once(fields: dict[str, str], message: str) -> None:
    first = {"doi": "10.1000/x1", "arxiv": "2309.09843", "key": "doe2023"}
    first = {name: first[name] for name in fields}
    assert told(entry("a", "One", "Jane Doe", **first), entry("b", "Two", "Max Roe", **fields)) == [
        f"content/papers/b.md: {message}"
    ]


def test_papers_of_one_title_and_the_same_first_authors_are_named() -> None:
    """Case and punctuation do not matter; other authors do."""
    entries = (
        entry("a", "One Thing: A Study", "Jane Doe", "Max Roe"),
        entry("b", "One thing, a study", "Jane Doe"),
        entry("c", "One Thing: A Study", "Li Wei"),
    )
    assert told(*entries) == [
        "content/papers/b.md: probably the same work as content/papers/a.md: same title, same first authors, both 2023"
    ]


def test_titles_that_differ_little_are_named_but_parts_and_other_works_are_not() -> None:
    entries = (
        entry("a", "Learning to Listen with Many Ears", "Jane Doe"),
        entry("b", "Learning to Listen with Several Ears", "Jane Doe"),
        entry("c", "Learning to Speak in Public Places", "Jane Doe"),
        entry("d", "The Book of Ears, Part 1", "Jane Doe"),
        entry("e", "The Book of Ears, Part 2", "Jane Doe"),
    )
    assert told(*entries) == [
        "content/papers/b.md: probably the same work as content/papers/a.md: "
        "nearly the same title, same authors, both 2023"
    ]


def test_topics_that_no_paper_has_and_papers_that_do_not_exist_are_named() -> None:
    people, topics = (Person("Jane Doe", papers=("b",)),), (TopicFile("t", "Talk"),)
    assert told(entry("a", "One", "Jane Doe"), people=people, topics=topics, topics_of={"a": ["u"]}) == [
        "content/people.yaml: Jane Doe: there is no paper `b`",
        "content/topics/t.md: no paper belongs to the topic 'Talk'",
    ]


def names(*authors: str) -> tuple[Name, ...]:
    return tuple(map(Name, authors))


def pairs(*papers: tuple[Name, ...], people: tuple[Person, ...] = ()) -> list[tuple[str, str]]:
    return [(proposal.name, proposal.alias) for proposal in proposals(papers, people)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tara N. Sainath", "Tara Sainath"),
        ("Tara Sainath", "T. N. Sainath"),
        ("Jörg Müller", "Jorg Muller"),
        ("Shuo-Yiin Chang", "Shuo-yiin Chang"),
        ("Xiao-Ming Li", "Xiaoming Li"),
    ],
)
def test_spellings_that_look_like_one_person_are_proposed(one: str, other: str) -> None:
    assert {frozenset(pair) for pair in pairs(names(one, "Ann Lee"), names(other, "Ann Lee"))} == {
        frozenset((one, other))
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [("Wei Wang", "Wenjin Wang"), ("Tara Sainath", "Tara Smith"), ("A. B. Roe", "A. C. Roe"), ("Doe", "Jane Doe")],
)
def test_other_people_are_not_proposed(one: str, other: str) -> None:
    assert pairs(names(one, "Ann Lee"), names(other, "Ann Lee")) == []


def test_initials_that_could_be_several_people_need_a_common_co_author() -> None:
    several = (names("Wei Wang", "Ann Lee"), names("Wenjin Wang"), names("W. Wang", "Ann Lee"))
    assert pairs(*several) == [("Wei Wang", "W. Wang")]


def test_two_of_one_paper_or_with_two_orcids_are_two_people() -> None:
    assert pairs(names("Tara Sainath", "Tara N. Sainath")) == []
    apart = [
        (Name("Tara Sainath", orcid="0000-0002-1825-0097"),),
        (Name("Tara N. Sainath", orcid="0000-0001-5109-3700"),),
    ]
    assert pairs(*apart) == []


def test_what_people_yaml_has_decided_is_not_proposed() -> None:
    papers = (names("Tara Sainath"), names("Tara N. Sainath"))
    assert pairs(*papers, people=(Person("Tara N. Sainath", aliases=("Tara Sainath",)),)) == []
    assert pairs(*papers, people=(Person("Tara N. Sainath"), Person("Tara Sainath"))) == []


def test_the_hint_can_be_pasted_into_people_yaml() -> None:
    (problem,) = check([entry("a", "One", "Tara Sainath"), entry("b", "Two", "Tara N. Sainath")])
    assert problem.hint == "if so, write in content/people.yaml: - {name: Tara N. Sainath, aliases: [Tara Sainath]}"
