"""What keeps a paper out of an index: each rule finds its fault, and nothing is said of a paper without one."""

from __future__ import annotations

import pytest

from publist.checks.indexing import Candidate, unindexed
from publist.content.settings_file import Config
from publist.model.paper import Date, Name, Paper

SITE = Config(title="Papers", base_url="https://example.org/")
GOOD = Paper(
    title="A good title with $x_1$ and NASA",
    authors=(Name("Ada Lovelace"), Name("Ludwig van der Berg"), Name("李明"), Name("The ATLAS Collaboration")),
    date=Date(2020, 5, 12),
    type="article-journal",
    venue="Journal of Things",
    pages="101-117",
    links={"pdf": "https://arxiv.org/pdf/2309.09843"},
    abstract="An abstract.",
)


def _told(paper: Paper, pdf_size: int | None = None) -> list[str]:
    remarks = unindexed([Candidate("content/papers/good.md", paper, pdf_size)], SITE)
    assert all("(rule: " in remark.hint for remark in remarks)
    return [remark.message for remark in remarks]


def test_nothing_is_said_of_a_good_paper() -> None:
    """Formulas, acronyms, particles, groups and names without parts are no faults."""
    assert _told(GOOD) == []
    assert _told(GOOD._replace(links={"pdf": "papers/good/good.pdf"}), 1_000_000) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"abstract": " "}, "no abstract"),
        ({"title": "ON THE THEORY OF MACHINES"}, "in capitals"),
        ({"title": "On the theory of ma…"}, "cut off"),
        ({"title": "On the theory."}, "full stop"),
        ({"title": r"The \emph{theory} of things"}, "LaTeX"),
        ({"authors": (Name("A. Lovelace"),)}, "only initials"),
        ({"authors": (Name("J.-P. Serre"),)}, "only initials"),
        ({"authors": (Name("Ada Lovelace and Grace Hopper"),)}, "several authors"),
        ({"authors": (Name("Ada Lovelace; Grace Hopper"),)}, "several authors"),
        ({"authors": (Name("Dr. Ada Lovelace"),)}, "title or degree"),
        ({"authors": (Name("Ada Lovelace"), Name("Ada Lovelace"))}, "stands twice"),
        ({"et_al": True}, "incomplete author list"),
        ({"venue": ""}, "`venue` is missing"),
        ({"type": "thesis", "venue": ""}, "`publisher` is missing"),
        ({"pages": "1-5, 7-9"}, "no first and last page"),
        ({"links": {"pdf": "https://example.com/a.pdf"}}, "hosted on example.com"),
    ],
)
def test_each_fault_is_found_and_alone(change: dict[str, object], told: str) -> None:
    """One fault, one warning that names it."""
    (message,) = _told(GOOD._replace(**change))  # type: ignore[arg-type]  # a table of fields of any type
    assert told in message


def test_a_pdf_that_is_too_large_is_found() -> None:
    """Google Scholar takes no file over 5 MB."""
    (message,) = _told(GOOD._replace(links={"pdf": "papers/good/good.pdf"}), 7_300_000)
    assert "7.3 MB" in message


@pytest.mark.parametrize("name", ["Al Gore", "Bo Li", "Ortega y Gasset", "Jean-Luc Picard", "X Æ A-12 Musk", "Plato"])
def test_short_and_odd_names_are_no_initials(name: str) -> None:
    """A given name of two letters is a name."""
    assert _told(GOOD._replace(authors=(Name(name),))) == []


def test_a_site_without_an_address_is_told_once() -> None:
    """Before the papers, at site.yaml."""
    first, *others = unindexed([Candidate("a.md", GOOD)], Config(title="Papers"))
    assert first.path == "content/site.yaml"
    assert "base_url" in first.message
    assert others == []
