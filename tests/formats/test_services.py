"""Answers of Crossref, OpenAlex and arXiv: what is no identifier, no paper, no day and no venue is taken for none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from publist.formats import arxiv_atom, crossref, openalex
from publist.formats.base import Reading
from publist.formats.notices import is_notice
from publist.model.paper import Date, Notice, Paper, Version


def _crossref(*items: dict[str, Any]) -> Reading:
    basis = {"indexed": {}, "type": "journal-article", "title": ["Moss"], "published": {"date-parts": [[2020]]}}
    works = [basis | {"DOI": f"10.1234/{number}"} | item for number, item in enumerate(items)]
    return crossref.read(json.dumps({"message": {"items": works}}), source="x.json")


def _openalex(**work: Any) -> Reading:
    basis = {"id": "https://openalex.org/W1", "title": "Moss", "type": "article", "publication_date": "2020-05-03"}
    return openalex.read(json.dumps({"results": [basis | work]}), source="x.json")


def _one(reading: Reading) -> Paper:
    assert not reading.problems
    (paper,) = reading.papers
    return paper


@pytest.mark.parametrize("doi", ["10.1098/rspa.2022.0123", "10.5555/jac.2023.0101", "10.1234/2101.00001"])
def test_the_tail_of_a_doi_is_no_arxiv_number(doi: str) -> None:
    """An identity by which papers are joined comes from arXiv's own addresses alone."""
    places = [{"landing_page_url": f"https://doi.org/{doi}"}, {"landing_page_url": "https://pmc.example/1"}]
    assert _one(_openalex(doi=f"https://doi.org/{doi}", locations=places)).arxiv == ""
    beside = [*places, {"landing_page_url": "https://arxiv.org/abs/2101.00002v3"}]
    assert _one(_openalex(doi=f"https://doi.org/{doi}", locations=beside)).arxiv == "2101.00002"


def test_openalex_says_a_year() -> None:
    """The first of January stands for a year that is all that is known."""
    assert _one(_openalex(publication_date="2020-01-01")).date == Date(2020)
    assert _one(_openalex(publication_date="2020-01-02")).date == Date(2020, 1, 2)


def test_openalex_names_venues() -> None:
    """Repositories have the names that all give them; a source that it does not know has its raw name."""
    archive = {"source": {"display_name": "arXiv (Cornell University)", "type": "repository"}}
    assert _one(_openalex(primary_location=archive)).venue == "arXiv"
    raw = {"source": None, "raw_source_name": "Proc. of Moss"}
    assert _one(_openalex(primary_location=raw)).venue == "Proc. of Moss"


def test_retractions_of_services() -> None:
    """OpenAlex's flag, Crossref's update, the word before the title: the title is the paper's own."""
    assert _one(_openalex(is_retracted=True)).retraction == Notice()
    assert _one(_openalex(title="RETRACTED: Moss")) == _one(_openalex(is_retracted=True))
    update = {
        "type": "retraction",
        "DOI": "10.1234/r",
        "updated": {"date-parts": [[2024, 5, 1]]},
        "label": "Retraction",
    }
    paper = _one(_crossref({"title": ["RETRACTED: Moss"], "updated-by": [update]}))
    assert (paper.title, paper.retraction) == ("Moss", Notice(Date(2024, 5, 1), "https://doi.org/10.1234/r"))


def test_notices_are_no_papers() -> None:
    """One about a paper of the answer goes to it; one about another paper is told, with its title."""
    update = {"type": "erratum", "DOI": "10.1234/0", "updated": {"date-parts": [[2021, 2]]}}
    other = {"type": "correction", "DOI": "10.1234/zz", "updated": {"date-parts": [[2021]]}}
    reading = _crossref(
        {}, {"title": ["Erratum: Moss"], "update-to": [update]}, {"title": ["Correction: Fern"], "update-to": [other]}
    )
    (paper,) = reading.papers
    assert paper.corrections == (Notice(Date(2021, 2), "https://doi.org/10.1234/1"),)
    (problem,) = reading.problems
    assert "a notice about 10.1234/zz is no paper of its own and is left out: Correction: Fern" in problem.message
    (erratum,) = _openalex(type="erratum", title="Erratum to Moss").problems
    assert "is no paper of its own" in erratum.message


@pytest.mark.parametrize(
    ("title", "notice"),
    [
        ("Erratum: Moss", True), ("Erratum", True), ("Corrigendum to “Moss”", True), ("Author Correction: Moss", True),
        ("Publisher Correction to: Moss", True), ("Correction to: Moss", True), ("Retraction Note: Moss", True),
        ("Addendum: Moss", True), ("Expression of Concern: Moss", True), ("[Corrigendum for Moss]", True),
        ("Correction of motion artefacts", False), ("Corrections to scaling in moss", False),
        ("Retraction of the tongue", False), ("Errata in printed books", False), ("Correcting moss", False),
    ],
)  # fmt: skip
def test_titles_of_notices(title: str, notice: bool) -> None:
    """Papers that only begin alike are papers."""
    assert is_notice(title) == notice


def test_preprints_of_crossref() -> None:
    """The institution is the venue; the article and the preprint know each other."""
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.1234/article"}]}
    paper = _one(_crossref({"type": "posted-content", "institution": [{"name": "bioRxiv"}], "relation": relation}))
    assert (paper.venue, paper.type, paper.versions) == (
        "bioRxiv",
        "article",
        (Version(type="article-journal", doi="10.1234/article"),),
    )


def test_the_date_of_a_record_is_in_doubt() -> None:
    """That a DOI was registered in a year does not say that the work is of that year."""
    paper = _one(_crossref({"published": {}, "created": {"date-parts": [[2019, 3, 4]]}}))
    assert (paper.date, paper.review) == (Date(2019), ("date",))


def test_pdfs_that_everybody_may_have() -> None:
    """Those for machines that look for likeness are nobody's link."""
    link = [{"URL": "https://moss.example/a.pdf", "content-type": "application/pdf"}]
    assert "pdf" not in _one(_crossref({"link": link})).links
    licence = [{"URL": "https://creativecommons.org/licenses/by/4.0/"}]
    assert _one(_crossref({"link": link, "license": licence})).links["pdf"] == "https://moss.example/a.pdf"


def test_people_of_openalex() -> None:
    """Raw names as PubMed writes them give way to the known name; marks are marks."""
    entry = {"raw_author_name": "Jones AB", "author": {"display_name": "Ann B. Jones"}, "is_corresponding": True}
    (name,) = _one(_openalex(authorships=[entry])).authors
    assert (name.name, name.corresponding) == ("Ann B. Jones", True)


def test_links_of_arxiv_last() -> None:
    """The number of a version would change with each revision; the page itself is the number's own button."""
    feed = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:a="http://arxiv.org/schemas/atom"><entry>
        <id>http://arxiv.org/abs/2101.00001v3</id><published>2021-02-03T00:00:00Z</published><title>Moss</title>
        <author><name>Ann Lee</name></author><author><name>Quartz Collaboration</name></author>
        <a:doi>10.1234/1 10.1234/2</a:doi><a:comment>Submitted to Fern</a:comment>
        <link rel="alternate" href="http://arxiv.org/abs/2101.00001v3"/>
        <link title="pdf" rel="related" href="http://arxiv.org/pdf/2101.00001v3"/></entry></feed>"""
    paper = _one(arxiv_atom.read(feed, source="x.xml"))
    assert (paper.arxiv, paper.links) == ("2101.00001", {"pdf": "http://arxiv.org/pdf/2101.00001"})
    assert (paper.doi, paper.extra) == ("10.1234/1", {"other_doi": "10.1234/2"})
    assert (paper.collaboration, paper.status, paper.note) == (("Quartz Collaboration",), "", "Submitted to Fern")
