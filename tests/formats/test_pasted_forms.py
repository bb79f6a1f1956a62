"""Every form that people paste: recognised, read right, told from each other; damaged, never wrong in silence."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.formats import load
from publist.formats.base import Reading
from publist.formats.main_form import Recognised
from publist.formats.recognition import recognised
from publist.importing.duplicates.recognition import folded
from publist.model.paper import Paper
from tests.support.pasted_forms import FORMS
from tests.support.wide_works import ABBREVIATED, wide_works
from tests.support.works import Work, initials

GIVEN = ["Ann", "Max", "Jörg", "Mei-Ling", "Ann B.", "Éva", "Jan", "Olga", "Tom"]
FAMILY = ["Lee", "Roe", "Müller", "Chan", "O'Brien", "Poe", "Novák", "Ek", "van der Berg", "Lee-Roe"]
TITLES = [
    "Noise in long winters", "Ice and its sounds", "A short spring in the far north", "Learning to listen well",
    "What do models of snow know?", "Snow: a survey of cold things", "Deep Ice", "On the 3D structure of flakes",
    "Frost-free learning of frozen words", "Towards a theory of thaw", "The sound of melting", "How cold is too cold?",
]  # fmt: skip
VENUES = ["Journal of Winters", "Ice and Snow", "Journal of Cold Things", "Nature"]
EXACT = frozenset(("nbib", "enw", "endnote-xml", "csv", "saved-page", "alphaxiv"))
"""Where a line says nothing of its own: what stands inside an element is a part of it."""
NO_AUTHORS = frozenset(("hugging face", "saved alphaxiv"))
ROMANISED = frozenset(
    "dblp|pubmed|pubmed summary|pubmed abstract|nbib|ads|inspire|ieee|acm|scopus|wos|ssrn|arxiv search|arxiv listing"
    "|semantic scholar|saved dblp|saved pubmed|saved arxiv search|saved arxiv listing".split("|")
)
"""Pages that print all names in Latin letters."""
STRANGE = "A line that is strange to it"
WITHOUT_GROUPS = frozenset(("scopus", "wos", "ads"))
"""Pages that print each author with a comma."""


def works_of(rng: random.Random, count: int, titles: list[str] | None = None) -> list[Work]:
    """So many papers of one person with others."""
    made = []
    for title in rng.sample(titles or TITLES, count):
        people = [("Ann", "Lee"), *((rng.choice(GIVEN[1:]), rng.choice(FAMILY[1:])) for _ in range(rng.randint(1, 4)))]
        rng.shuffle(people)
        numbers = (
            rng.randint(10, 80),
            rng.randint(1, 9),
            rng.randint(1, 40),
            rng.randint(50, 90),
            rng.randint(10101, 99999),
        )
        made.append(
            Work(title, tuple(people), rng.randint(2005, 2024), rng.choice(VENUES), *numbers, rng.randint(0, 90))
        )
    return made


def is_right(paper: Paper, works: list[Work], form: str) -> bool:
    """Whether title, authors (whole or by their initials) and year are those of one of the papers."""
    work = next((work for work in works if folded(work.title) == folded(paper.title)), None)
    if not work or not paper.date or paper.date.year != work.year:
        return False
    names = [folded(str(name)) for name in (*paper.authors, *paper.collaboration)]
    whole = [folded(given + family) for given, family in work.authors]
    short = [folded(initials(given) + family) for given, family in work.authors]
    return names in (whole, short) or form in NO_AUTHORS


def read(found: Recognised, text: str) -> Reading:
    assert found.format
    reading: Reading = load(found.format.name).read(text, source="x.txt")
    return reading


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("form", FORMS)
def test_a_page_is_recognised_and_read_right(form: str, seed: int) -> None:
    """Each paper is there with its title, authors and year; only what names no authors is in doubt."""
    name, printer = FORMS[form]
    rng = random.Random(f"{form}{seed}")
    works = works_of(rng, rng.randint(5, 12))
    text = printer(works, rng)
    found = recognised(text)
    assert found.format
    assert found.format.name == name
    reading = read(found, text)
    assert len(reading.papers) == len(works)
    assert [paper for paper in reading.papers if not (is_right(paper, works, form) or paper.review)] == []
    flagged = sum(bool(paper.review) for paper in reading.papers)
    assert flagged == (len(works) if form in NO_AUTHORS else 0)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("form", FORMS)
def test_papers_of_many_disciplines_are_read_right(form: str, seed: int) -> None:
    """Long titles, other scripts, groups, particles: nothing is wrong in silence, 95 of 100 are right unasked."""
    name, printer = FORMS[form]
    rng = random.Random(f"wide {form} {seed}")
    venues = ABBREVIATED if "pubmed" in form else None
    works = wide_works(
        rng, rng.randint(5, 25), scripts=form not in ROMANISED, groups=form not in WITHOUT_GROUPS, venues=venues
    )
    text = printer(works, rng)
    found = recognised(text)
    assert found.format
    assert found.format.name == name
    reading = read(found, text)
    assert {folded(paper.title) for paper in reading.papers} == {folded(work.title) for work in works}
    assert [paper for paper in reading.papers if not (is_right(paper, works, form) or paper.review)] == []
    assert form in NO_AUTHORS or sum(not paper.review for paper in reading.papers) >= 0.95 * len(works)


@pytest.mark.parametrize("above", FORMS)
def test_two_forms_one_after_the_other_are_read_right_or_told_apart(above: str) -> None:
    """Whatever follows: all papers right, or a refusal that names the line on which the second form begins."""
    for below in FORMS:
        rng = random.Random(f"{above} {below}")
        first, second = works_of(rng, 4, TITLES[:6]), works_of(rng, 4, TITLES[6:])
        upper = FORMS[above][1](first, rng)
        text = f"{upper}\n\n{FORMS[below][1](second, rng)}"
        found, begin = recognised(text), upper.count("\n") + 3
        if found.format:
            for paper in read(found, text).papers:
                assert paper.review or is_right(paper, first + second, below), (above, below, paper)
            assert FORMS[above][0] == FORMS[below][0], (above, below)
        elif found.second:
            near = 12 if found.first is found.second else 2  # lists of one reader differ by the order of lines
            assert abs(found.line - begin) <= near, (above, below, found.line, begin)
        else:
            assert FORMS[above][0] == FORMS[below][0], (above, below)


def test_a_line_that_is_not_indented_as_the_others_is_in_doubt() -> None:
    """It may be no part of the reference within which it stands; the other references are sure."""
    rng = random.Random(7)
    works = works_of(rng, 6)
    lines = FORMS["markdown list"][1](works, rng).split("\n")
    at = next(number for number, line in enumerate(lines) if works[2].title in line)
    text = "\n".join([*lines[: at + 1], STRANGE, *lines[at + 1 :]])
    reading: Reading = load("references").read(text, source="x.md")
    assert [bool(paper.review) for paper in reading.papers] == [work is works[2] for work in works]


def test_a_list_in_markdown_is_not_read_as_plain_rows() -> None:
    """Where its own form cannot be told, its marks do not become parts of titles."""
    rng = random.Random(8)
    text = FORMS["markdown list"][1](works_of(rng, 5), rng).replace("**Ice", "**I\nce")
    assert load("home-page").recognises(text) == 0


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A text some of whose lines are gone, or doubled, cut in two, joined, or parted by a line that is strange to it.

    Lines that are gone and strange ones do not come together, and only two are gone: nothing could tell that one stands
    for another, or that all between one title and the next paper's authors is missing.
    """
    lines = text.split("\n")
    gone = draw(st.booleans())
    for _ in range(draw(st.integers(1, 2 if gone else 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        ways = [[line, line], [line[: len(line) // 2], line[len(line) // 2 :]]]
        ways += [[]] if gone else [[line, STRANGE], [f"{line} {[*lines, ''][at + 1]}"]]
        lines[at : at + 1] = draw(st.sampled_from(ways))
        lines = lines or [""]
    return "\n".join(lines)


def is_inside(paper: Paper, works: list[Work]) -> bool:
    """Whether title and authors are pieces of one paper: a line was cut, and nothing on the page shows it."""
    names = {folded(str(name)) for name in paper.authors}
    for work in works:
        people = {folded(given + family) for given, family in work.authors}
        people |= {folded(initials(given) + family) for given, family in work.authors}
        pieces = all(any(name in person for person in people) for name in names)
        if folded(paper.title) in folded(work.title) and pieces:
            return True
    return False


@pytest.mark.parametrize("form", [form for form in FORMS if FORMS[form][0] not in EXACT])
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_damaged_page_is_never_wrong_in_silence(form: str, data: st.DataObject) -> None:
    """A paper is right, or what is left of it after a cut, or asks for a review, or the text is refused.

    In HTML a line that stands inside an element is a part of it.
    """
    rng = random.Random(form)
    works = works_of(rng, 5)
    text = data.draw(damaged(FORMS[form][1](works, rng)))
    found = recognised(text)
    if not found.format:
        return
    for paper in read(found, text).papers:
        within = form == "html" and STRANGE in paper.title
        assert within or paper.review or is_right(paper, works, form) or is_inside(paper, works), paper


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_no_text_makes_a_reader_raise(form: str, data: st.DataObject) -> None:
    """Damage of any kind gives problems, never an exception; each line that a paper begins on is in the text."""
    rng = random.Random(form)
    text = data.draw(damaged(FORMS[form][1](works_of(rng, 3), rng)) | st.text(max_size=200))
    module = load(FORMS[form][0])
    module.recognises(text)
    reading = module.read(text, source="x.txt")
    assert len(reading.lines) == len(reading.papers)
    assert all(1 <= line <= text.count("\n") + text.count("\r") + 1 for line in reading.lines)
