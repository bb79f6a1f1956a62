"""Whatever is pasted: nothing is lost in silence, nothing raises, nothing hangs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.formats import listing
from publist.formats.base import Reading
from publist.formats.listing.headers import header_of
from publist.formats.pasted_lines import lines_of
from publist.model.problems import errors_in

WORDS = st.sampled_from(
    "Speech Models of the Deep a for and RNN-T TensorFlow GANs 2025 $SU(3)$ Quantum, Fields: (Part II) kernels".split()
)
NAMES = st.sampled_from(
    [
        "Ada Byron",
        "W. Ronny Chan",
        "Mei-Ling Wu",
        "Paul van der Berg",
        "J.S.Dowker",
        "McKinley O'Brien",
        "YANRAN WU",
        "li",
    ]
)
SENTENCES = st.sampled_from(
    [
        "We model speech.",
        "It works well on all of the data that we have tried so far.",
        "No full stop at the end",
        "e.g.",
    ]
)
JUNK = st.sampled_from(
    ["Show more", "20 papers", "Ada Byron", "x", "A stray line", "CLSep 18", "CLFeb 30, 2023", "Sep 2023", "$", ", , ,"]
) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@st.composite
def records(draw: st.DrawFn) -> list[str]:
    """The three lines of an invented paper."""
    category, day = draw(st.sampled_from(["CL", "SD", "TH"])), draw(st.integers(1, 28))
    title = " ".join(draw(st.lists(WORDS, min_size=1, max_size=8)))
    names = ", ".join(draw(st.lists(NAMES, min_size=1, max_size=3)))
    end = draw(st.sampled_from(["", " et al.", " · mit, cmu", " et al. · mit"]))
    abstract = " ".join(draw(st.lists(SENTENCES, min_size=1, max_size=6)))
    return [f"{category}Sep {day}, 2023{draw(st.sampled_from(['', 'Code']))}", f"{title}{names}{end}", abstract]


@st.composite
def damaged(draw: st.DrawFn, lines: list[str]) -> str:
    """A page whose lines were cut out, doubled, cut in two, joined and mixed with others."""
    lines = list(lines)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(0, len(lines) - 1)))
        here = lines[at : at + 1]
        middle = len(here[0]) // 2 if here else 0
        lines[at : at + 1] = draw(
            st.sampled_from(
                [[], here * 2, [here[0][:middle], here[0][middle:]] if here else [], [*here, ""], here[::-1]]
            )
            | JUNK.map(lambda junk: [*here, junk])  # noqa: B023, RUF100 - drawn at once, not kept
        )
        if draw(st.booleans()) and at + 1 < len(lines):
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
    return draw(st.sampled_from(["\n", "\r\n", "\n\n", " \n", "\r"])).join(lines)


def unaccounted(text: str, reading: Reading) -> Iterator[str]:
    """The lines that are neither in a problem nor part of a paper."""
    told = {problem.line for problem in reading.problems}
    begins = set(reading.lines)
    titles = {re.sub(", | ", "", "".join([paper.title, *map(str, paper.authors)])) for paper in reading.papers}
    abstracts = "\n".join(paper.abstract for paper in reading.papers)
    for line in lines_of(text):
        is_title = any(re.sub(", | ", "", line.text).startswith(title) for title in titles)
        is_header = line.number in begins and header_of(line.text)
        if not (line.number in told or is_header or is_title or line.text in abstracts):
            yield f"{line.number}: {line.text}"


@settings(max_examples=300, deadline=None)
@given(st.lists(records(), max_size=5).flatmap(lambda pages: damaged([*chain(*pages)])))
def test_every_line_is_part_of_a_paper_or_in_a_problem(text: str) -> None:
    """On damaged pages each line that is not blank is accounted for, and each paper has its line."""
    reading = listing.as_pasted(text, source="page.txt")
    assert list(unaccounted(text, reading)) == []
    assert len(reading.lines) == len(reading.papers)
    assert all(problem.line > 0 and problem.column > 0 for problem in reading.problems)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Noise gives problems, never an exception, and every line of it is told of."""
    listing.recognises(text)
    reading = listing.as_pasted(text, source="page.txt")
    assert list(unaccounted(text, reading)) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(records(), min_size=1, max_size=5))
def test_a_page_as_pasted_has_no_errors(pages: list[list[str]]) -> None:
    """A page in its form gives as many papers as it has, or says which of them are the same."""
    reading = listing.as_pasted("\n".join([*chain(*pages)]), source="page.txt")
    repeated = [problem for problem in reading.problems if "already on line" in problem.message]
    assert len(reading.papers) + len(repeated) == len(pages)
    assert errors_in(reading.problems) == []


@pytest.mark.parametrize("piece", ["a", "Aa", "Ab, ", "A ", "(", "$", "aB, ", "aB Cd ", "e.g. "])
@pytest.mark.parametrize("place", ["{}", "CLSep 18, 2023\n{}", "CLSep 18, 2023\nSpeech ModelsAda Byron\n{}"])
def test_a_megabyte_without_an_end_of_line_is_read(piece: str, place: str) -> None:
    """A line without any separator, or with nothing else, is read or told of like any other."""
    text = place.format(piece * (1_000_000 // len(piece)))
    reading = listing.as_pasted(text, source="page.txt")
    assert list(unaccounted(text, reading)) == []
    assert all(len(problem.message) < 1000 for problem in reading.problems)


@pytest.mark.parametrize(
    "line",
    [
        "CLSep 18, 2023",
        "Speech Models {}Ada Byron, Paul Chan et al.",
        "This is a line {} of an abstract that goes on and on and is broken at no width in particular.",
        "Abc def.",
    ],
)
def test_twenty_thousand_lines_of_a_kind_are_read(line: str) -> None:
    """Records that never end, or that have nothing but a beginning, take no time out of proportion."""
    lines = [line.format(at) for at in range(20_000)]
    reading = listing.as_pasted("\n".join(["CLSep 18, 2023", "Speech ModelsAda Byron", *lines]), source="page.txt")
    assert len(reading.papers) + len(reading.problems) > 0


CORPORA = os.environ.get("PUBLIST_CORPORA", "")
NEEDS_CORPORA = pytest.mark.skipif(not CORPORA, reason="PUBLIST_CORPORA names no folder with listings (NAME.txt)")


def corpus() -> list[str]:
    files = sorted(Path(CORPORA).rglob("*.truth.jsonl")) if CORPORA else []
    return [Path(str(file).replace(".truth.jsonl", ".txt")).read_bytes().decode() for file in files]


@NEEDS_CORPORA
def test_every_line_of_a_corpus_is_accounted_for() -> None:
    """On real listings, and on the same without their abstracts, no line is lost and none is an error."""
    pages = corpus()
    assert pages
    for text in [
        *pages,
        *("\n".join(line for at, line in enumerate(page.split("\n")) if at % 3 < 2) for page in pages),
    ]:
        reading = listing.as_pasted(text, source="page.txt")
        assert list(unaccounted(text, reading)) == []
        assert errors_in(reading.problems) == []


@NEEDS_CORPORA
@settings(max_examples=200, deadline=None)
@given(st.data())
def test_every_line_of_a_damaged_corpus_page_is_accounted_for(data: st.DataObject) -> None:
    """The same holds on real listings that were damaged at random."""
    text = data.draw(damaged(data.draw(st.sampled_from(corpus())).split("\n")))
    assert list(unaccounted(text, listing.as_pasted(text, source="page.txt"))) == []
