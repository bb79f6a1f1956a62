"""Reference lists that are damaged, hostile or none: no crash, and nothing that the text does not say."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.formats import references
from tests.formats.test_references import APA, CV, IEEE, LATEX, PAGE, STYLES

LISTS = st.sampled_from([APA, IEEE, CV, *(text for text in STYLES.values() if text not in (PAGE, LATEX))])
"""Lists of which each word can be found again; in a damaged page or LaTeX, commands may run into words."""


def letters(text: str) -> str:
    """The text without all that layout and markup may change."""
    return "".join(filter(str.isalnum, text)).lower()


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A list in which a stretch was cut, doubled, or overwritten by something else."""
    text = draw(LISTS)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 200)))
    middle = draw(
        st.sampled_from(["", text[start:end] * 2, "\n\n", "“", "(", "[", "*", "2020", "et al.", "\u00ad", "\f", "\0"])
    )
    return text[:start] + middle + text[end:]


@settings(max_examples=60, deadline=None)
@given(damaged())
def test_damaged_lists_make_nothing_up(text: str) -> None:
    """Every word of titles, names, venues and DOIs stands in the text, and each paper has a line of it."""
    reading = references.read(text, source="cv.txt")
    said = letters(unescape(text)) + letters(unescape(re.sub(r"<[^<>]*>", "", text)))
    assert len(reading.lines) == len(reading.papers)
    for paper, line in zip(reading.papers, reading.lines, strict=True):
        assert all(letters(word) in said for word in (*unescape(paper.title).split(), *paper.venue.split(), paper.doi))
        assert all(letters(part) in said for name in paper.authors for part in (name.family, name.given))
        assert 1 <= line <= text.count("\n") + 1 + text.count("\f")


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.sampled_from("Aa.,;:()[]“”\"'*_<>\\{}&-–/ \n\t012345 and et al. doi: 10.1/x In: http://x.y Byron, A."),
        max_size=400,
    )
)
def test_any_text_can_be_asked_and_read(text: str) -> None:
    """Neither asking nor reading raises, whatever stands in the text."""
    references.recognises(text)
    references.read(text, source="cv.txt")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(PAGE)), st.integers(0, 60))
def test_a_damaged_page_is_read(start: int, length: int) -> None:
    """A page with a stretch cut out of it gives no more papers than it had items."""
    assert len(references.read(PAGE[:start] + PAGE[start + length :], source="cv.html").papers) <= PAGE.count("<li>")


@settings(max_examples=20, deadline=None)
@given(LISTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    """The same text gives the same papers and problems."""
    assert references.read(text, source="cv.txt") == references.read(text, source="cv.txt")


@pytest.mark.parametrize(
    "piece", ["Byron, A., ", "(", "“", "[a](http://b) ", "A.", "*a ", "<li><p>", "\\item{", "10.1234/a "]
)
def test_hostile_repetition_is_read_to_its_end(piece: str) -> None:
    """Thousands of the same piece give no paper that is not in doubt, and no crash."""
    reading = references.read(piece * 3000 + "2020", source="cv.txt")
    assert len(reading.papers) <= 3000
