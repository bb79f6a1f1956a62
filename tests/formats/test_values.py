"""Values of records, as databases write them: each kind in every format that has it, and what is written again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from publist.formats import biblatex, bibtex, csl_json, ris
from publist.model.paper import Paper


def entry(fields: str, kind: str = "article") -> Paper:
    """The one paper of a BibTeX entry with these fields."""
    (paper,) = bibtex.read(f"@{kind}{{k, title={{T}}, author={{Lee, Ann}}, {fields}}}", source="x.bib").papers
    return paper


def item(**variables: Any) -> Paper:
    """The one paper of a CSL item with these variables."""
    (paper,) = csl_json.read(
        json.dumps([{"id": "k", "type": "article-journal", "title": "T", **variables}]), source="x"
    )[0]
    return paper


def record(lines: str, kind: str = "JOUR") -> Paper:
    """The one paper of a RIS record with these lines."""
    (paper,) = ris.read(f"TY  - {kind}\nTI  - T\nAU  - Lee, Ann\n{lines}\nER  - \n", source="x.ris").papers
    return paper


@pytest.mark.parametrize(
    "field",
    [
        "doi={{10.1234/plants.1}}",
        "doi={https://doi.org/10.1234/plants.1}",
        "doi={https://dx.doi.org/10.1234%2Fplants.1}",
        "doi={DOI: 10.1234/plants.1.}",
        "url={https://doi.org/10.1234%2Fplants.1}",
        "url={https://doi-org.proxy.example.edu/10.1234/plants.1}",
        "ee={https://doi.org/10.1234/plants.1}",
        "note={doi:10.1234/plants.1}",
        "doi={10.1234/plants.1}, url={https://doi.org/10.1234/PLANTS.1}",
        "eprint={10.1234/plants.1}, eprinttype={doi}",
    ],
)
def test_a_doi_in_any_spelling_is_one_doi_and_no_link(field: str) -> None:
    """Braces, percent-encoding, prefixes, full stops: the DOI is bare, and its address is no second button."""
    paper = entry(field)
    assert (paper.doi.lower(), paper.links, paper.note, paper.extra) == ("10.1234/plants.1", {}, "", {})


def test_the_doi_of_an_address_in_other_formats() -> None:
    """CSL-JSON's URL and RIS's UR as well as BibTeX's url."""
    for paper in (item(URL="https://doi.org/10.1234%2Fplants.1"), record("UR  - https://doi.org/10.1234/plants.1")):
        assert (paper.doi, paper.links) == ("10.1234/plants.1", {})


@pytest.mark.parametrize(
    "spelt",
    [
        "10.1002/(SICI)1097(1998)17:15<1661::AID>3.0.CO;2-2",
        "10.1002/(SICI)1097(1998)17:15%3C1661::AID%3E3.0.CO;2-2",
        "10.1002/(SICI)1097(1998)17:15&lt;1661::AID&gt;3.0.CO;2-2",
        r"10.1002/(SICI)1097(1998)17:15{\textless}1661::AID{\textgreater}3.0.CO;2-2",
        r"10.1002/(SICI)1097(1998)17:15$<$1661::AID$>$3.0.CO;2-2",
    ],
)
def test_dois_with_angle_brackets(spelt: str) -> None:
    """DOIs made of SICIs have signs that HTML, TeX and addresses spell in their own ways."""
    assert entry(f"doi={{{spelt}}}").doi == "10.1002/(SICI)1097(1998)17:15<1661::AID>3.0.CO;2-2"


@pytest.mark.parametrize(
    "spelt",
    [r"\~{}", r"\~", r"{\~{}}", r"{\textasciitilde}", r"\textasciitilde ", r"$\sim$", r"{$\sim$}", "~", r"\string~"],
)
def test_a_tilde_in_an_address(spelt: str) -> None:
    """People and reference managers write it in TeX's ways; it is one sign."""
    assert entry(f"url={{http://plants.example/{spelt}jane/a\\_b.html}}").links == {
        "url": "http://plants.example/~jane/a_b.html"
    }


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://a.example/1 https://b.example/2", ["https://a.example/1", "https://b.example/2"]),
        ("https://a.example/1; https://b.example/2", ["https://a.example/1", "https://b.example/2"]),
        ("https://a.example/1,\n https://b.example/2", ["https://a.example/1", "https://b.example/2"]),
        (r"\url{https://a.example/1} and \url{https://b.example/2}", ["https://a.example/1", "https://b.example/2"]),
        ("https://a.example/very/\n  long", ["https://a.example/very/long"]),
        ("https://a.example/stop.", ["https://a.example/stop"]),
        ("(https://a.example/x)", []),
        ("www.a.example/x", ["https://www.a.example/x"]),
        ("https://a.example/wiki/Moss_(plant)", ["https://a.example/wiki/Moss_(plant)"]),
    ],
)
def test_several_addresses_in_one_field(text: str, links: list[str]) -> None:
    """Each is a link of its own; a sentence's full stop is none of an address; what is none stays in ``extra``."""
    paper = entry(f"url={{{text}}}")
    assert [*paper.links.values()] == links
    assert ("url" in paper.extra) == (not links)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("eprint={2101.00001}, archiveprefix={arXiv}", "2101.00001"),
        ("eprint={arXiv:2101.00001v2 [cs.CL]}", "2101.00001v2"),
        ("eprint={https://arxiv.org/abs/2101.00001}, eprinttype={arxiv}", "2101.00001"),
        ("eprint={9901001}, archiveprefix={hep-th}", "hep-th/9901001"),
        ("arxivid={2101.00001}", "2101.00001"),
        ("url={https://arxiv.org/abs/2101.00001}", "2101.00001"),
        ("doi={10.48550/arXiv.2101.00001}", "2101.00001"),
        ("eprint={2345678}, eprinttype={jstor}", ""),
        ("doi={10.1098/rspa.2022.0123}, url={https://doi.org/10.1098/rspa.2022.0123}", ""),
        ("eprint={hal-01234567}, eprinttype={hal}", ""),
    ],
)
def test_arxiv_numbers_and_what_only_looks_like_one(fields: str, found: str) -> None:
    """The number is taken from every place that people have for it, and from nothing that only looks like one."""
    assert entry(fields).arxiv == found


@pytest.mark.parametrize(
    ("fields", "key", "value"),
    [
        ("pmc={PMC6699999}", "pmcid", "PMC6699999"),
        ("art_number={104}, journal={J}", "number", "104"),
        ("articleno={104}, journal={J}", "number", "104"),
        ("event={Meeting on Moss}", "event", "Meeting on Moss"),
        ("author_keywords={moss;  fern}", "keywords", ("moss", "fern")),
        ("eprint={https://plants.example/a.pdf}", "links", {"pdf": "https://plants.example/a.pdf"}),
        ("eprint={31452104}, eprinttype={pubmed}", "pmid", "31452104"),
        ("award_name={Best paper}", "awards", ("Best paper",)),
        ("shortjournal={J. Moss}", "venue_short", "J. Moss"),
    ],
)
def test_fields_with_other_names(fields: str, key: str, value: object) -> None:
    """What databases call a field otherwise is that field."""
    paper = entry(fields)
    assert (getattr(paper, key), paper.extra) == (value, {})


def test_the_number_within_a_series() -> None:
    """``collection-number`` of CSL and of BibTeX files that were made of it."""
    assert item(type="book", **{"collection-number": "7"}).number == "7"
    assert entry("collection-number={7}, series={Notes}", "book").number == "7"


def test_the_full_text_and_more_pages_of_ris() -> None:
    """L2 is the full text; a second UR is a second link; both come back."""
    paper = record("UR  - https://a.example/1\nUR  - https://b.example/2\nL2  - https://a.example/full")
    assert paper.links == {
        "url": "https://a.example/1",
        "link-2": "https://b.example/2",
        "html": "https://a.example/full",
    }
    assert ris.read(ris.write([paper]), source="x").papers[0].links == paper.links


@pytest.mark.parametrize(
    "paper",
    [
        entry("issn={1234-5679, 2049-3630}"),
        entry("issn={12345679 (print); 2049-3630 (online)}"),
        item(ISSN="1234-5679, 2049-3630"),
        item(ISSN=["1234-5679", "2049-3630"]),
        record("SN  - 1234-5679\nSN  - 2049-3630"),
        record("SN  - 1234-5679 (print), 2049-3630 (online)"),
    ],
)
def test_two_issns(paper: Paper) -> None:
    """The first is the ISSN, the other is kept and goes out with it; neither is an ISBN, in no format."""
    assert (paper.issn, paper.isbn) == ("1234-5679", "")
    for format_ in (bibtex, biblatex, csl_json, ris):
        text = format_.write([paper])
        assert "2049-3630" in text
        (again,) = format_.read(text, source="x").papers
        assert (again.issn, again.isbn) == ("1234-5679", "")
        assert "2049-3630" in str(again.extra.values())


def test_an_isbn_among_issns() -> None:
    """They are told apart by their digits; what SN has of a patent is neither."""
    paper = record("SN  - 978-3-16-148410-0\nSN  - 1234-5679", "CHAP")
    assert (paper.isbn, paper.issn) == ("978-3-16-148410-0", "1234-5679")
    patent = record("SN  - US1234567", "PAT")
    assert (patent.isbn, patent.issn, patent.number, patent.extra) == ("", "", "US1234567", {})


def test_subtitles_of_books_and_journals() -> None:
    """A chapter's book has its subtitle, also by crossref (biblatex, appendix B); volumes have their whole work."""
    text = """
        @incollection{part, title={Ferns}, author={Fay Phi}, crossref={whole}}
        @inbook{own, title={Moss}, author={Fay Phi}, booktitle={Plants}, booksubtitle={A Reader}}
        @book{volume, title={Roots}, author={Fay Phi}, crossref={many}}
        @book{whole, title={Plants}, subtitle={Of the North}, author={George Eta}, date={2011-05}}
        @mvbook{many, title={All Plants}, subtitle={A History}, author={George Eta}}
    """
    papers = {paper.key: paper for paper in bibtex.read(text, source="x").papers}
    assert papers["part"].venue == "Plants: Of the North"
    assert papers["own"].venue == "Plants: A Reader"
    assert papers["volume"].venue == "All Plants: A History"
    assert papers["volume"].title == "Roots"
