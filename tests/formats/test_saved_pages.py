"""Saved pages of databases and profiles: read as their text, with DOIs and counts, and only if they are theirs."""

from __future__ import annotations

import random

import pytest

from publist import formats
from publist.formats.recognition import recognised
from publist.formats.webpage.rendering import rendered
from publist.model.paper import Citations
from tests.support import saved_pages
from tests.support.wide_works import wide_works
from tests.support.works import Printer, Work, read_as


def works(seed: int) -> list[Work]:
    return wide_works(random.Random(seed), 6, scripts=False, groups=True, venues=["Annals of Upland Studies"])


def test_a_saved_profile_of_google_scholar() -> None:
    """Counts stand with their source, the year that is there twice is no part of the venue."""
    made = works(1)
    papers = read_as("saved-page", saved_pages.scholar(made, random.Random(0))).papers
    assert [(paper.venue, paper.pages) for paper in papers] == [
        (work.venue, f"{work.first}-{work.last}") for work in made
    ]
    assert [paper.citations for paper in papers] == [
        Citations(work.cited, "Google Scholar") if work.cited else None for work in made
    ]


@pytest.mark.parametrize("printer", [saved_pages.dblp, saved_pages.pubmed, saved_pages.arxiv_search])
def test_links_of_a_saved_page_give_dois(printer: Printer) -> None:
    """Each paper has its own DOI, or none."""
    made = works(2)
    papers = read_as("saved-page", printer(made, random.Random(0))).papers
    dois = [paper.doi for paper in papers]
    assert any(dois)
    assert all(doi in ("", work.doi) for doi, work in zip(dois, made, strict=True))


def test_places_are_those_of_the_saved_file() -> None:
    """A paper begins on the line of the HTML on which its first text stands."""
    made = works(3)
    text = saved_pages.dblp(made, random.Random(0))
    lines = text.split("\n")
    reading = read_as("saved-page", text)
    for line, number in zip(reading.lines, range(1, 7), strict=True):
        assert f">[j{number}]<" in lines[line - 1]


def test_what_a_page_hides_is_not_copied() -> None:
    """Scripts, hidden elements and a second spelling of what is there; cells are parted by tabs."""
    shown = rendered(
        "<html><head><title>T</title></head><body><script>x()</script><p hidden>a<b>b</b></p><p style='display:none'>c"
        "</p><table><tr><td>one <i>two</i></td><td>three</td></tr></table><p>four<br>five</p></body></html>"
    )
    assert shown.text == "one two\tthree\nfour\nfive"


def test_a_page_that_names_no_site_is_not_taken() -> None:
    """The markup of a site is no proof: the address of the site must stand in the page."""
    text = saved_pages.dblp(works(4), random.Random(0)).replace("dblp", "some")
    found = recognised(text).format
    assert not found or found.name != "saved-page"


def test_a_saved_page_with_something_behind_it_is_not_taken() -> None:
    """What follows the end of the page would be read as a part of it."""
    text = saved_pages.dblp(works(5), random.Random(0)) + "\n[j1]\nAnn Lee:\nIce. J. Ice 1(2): 3-4 (2020)\n"
    found = recognised(text).format
    assert not found or found.name != "saved-page"


def test_a_saved_page_of_alphaxiv() -> None:
    """Each paper has its title, its arXiv number and that number's month; the authors ask for a review."""
    made = works(6)
    reading = read_as("alphaxiv", saved_pages.alphaxiv(made, random.Random(0)))
    assert [(paper.title, paper.arxiv) for paper in reading.papers] == [(work.title, work.arxiv) for work in made]
    assert {paper.review for paper in reading.papers} == {("authors",)}
    assert len(reading.problems) == len(made)


def test_a_link_of_alphaxiv_on_a_page_without_text_is_told() -> None:
    """A page may have links and no word: the paper is left out, on the first line."""
    page = '<html><body><a href="https://www.alphaxiv.org/abs/2001.01234"></a></body></html>'
    reading = formats.load("alphaxiv").read(page, source="x")
    assert not reading.papers
    assert [problem.line for problem in reading.problems] == [1]


def test_a_link_of_alphaxiv_without_a_title_is_no_paper() -> None:
    """A button alone leaves the paper out, with the number that brings it; a second title asks for a review of it."""
    site = '<!DOCTYPE html><html><head><meta property="og:url" content="https://www.alphaxiv.org/user/x"></head><body>'
    links = [
        ("2309.09843", "Noise in long winters"), ("2309.09843v2", "Noise in short winters"),
        ("2401.00001", "View blog 12"), ("2402.00002", "Ice and its sounds"),
    ]  # fmt: skip
    cards = "\n".join(f'<p><a href="/abs/{number}">{text}</a>' for number, text in links)
    reading = read_as("alphaxiv", f"{site}{cards}</body></html>")
    assert [(paper.title, paper.review) for paper in reading.papers] == [
        ("Noise in long winters", ("title", "authors")),
        ("Ice and its sounds", ("authors",)),
    ]
    assert [(problem.line, "2401.00001" in problem.message) for problem in reading.problems] == [
        (1, False),
        (3, True),
        (4, False),
    ]
