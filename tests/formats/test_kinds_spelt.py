"""More spellings of preprints, languages, groups, books, serial numbers, dates, remarks, in each format."""

from __future__ import annotations

import json

import pytest

from publist.formats import bibtex, crossref, plain_json
from tests.formats.test_values import entry, item, record


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("booktitle={arXiv preprint arXiv:2003.01234}", "inproceedings"),
        ("institution={arXiv}, number={2003.01234}", "techreport"),
        ("publisher={arXiv}, doi={10.48550/ARXIV.2003.01234}", "misc"),
        ("journal={arXiv}, pages={arXiv--2003.01234}", "article"),
        ("journal={arXiv preprint}, eid={arXiv:2003.01234}", "article"),
        ("journal={arXiv [cs.LG]}, eprint={2003.01234}", "article"),
        ("journal={Preprint at arXiv}, url={https://arxiv.org/abs/2003.01234v2}", "article"),
        ("journal={https://arxiv.org/abs/2003.01234}", "article"),
        ("journal={arXiv:2003.01234 [cs, stat]}, note={arXiv: 2003.01234}", "article"),
    ],
)
def test_more_spellings_of_a_preprint(fields: str, kind: str) -> None:
    """Wherever arXiv's number stands, it is the identifier, the venue is arXiv, and nothing says it twice."""
    paper = entry(f"{fields}, year=2020", kind)
    assert (paper.arxiv, paper.venue, paper.type) == ("2003.01234", "arXiv", "article")
    assert (paper.number, paper.pages, paper.note) == ("", "", "")


def test_dois_that_servers_build() -> None:
    """Of the number in the pages (bioRxiv), of the number in the name (Research Square)."""
    assert entry("journal={bioRxiv}, pages={2020.03.22.001234}").doi == "10.1101/2020.03.22.001234"
    assert entry("journal={bioRxiv preprint bioRxiv:2020.03.22.001234}").venue == "bioRxiv"
    square = entry("journal={Research Square preprint rs-123456}")
    assert (square.venue, square.doi) == ("Research Square", "10.21203/rs.3.rs-123456/v1")


@pytest.mark.parametrize("field", ["groupauthor={FERN Collaboration}", "group-author={{FERN Collaboration}}"])
def test_groups_in_fields_of_their_own(field: str) -> None:
    """Web of Science's field and RIS's A3 are collaborations."""
    assert entry(f"journal={{J}}, {field}").collaboration == ("FERN Collaboration",)
    assert record("A3  - FERN Collaboration").collaboration == ("FERN Collaboration",)


def test_a_group_in_brackets_beside_a_name() -> None:
    """It is a collaboration and no part of the name."""
    for paper in (record("AU  - Roe, Max (FERN Collaboration)"), item(author="Max Roe (for the FERN Collaboration)")):
        assert (str(paper.authors[-1]), paper.collaboration) == ("Max Roe", ("FERN Collaboration",))


@pytest.mark.parametrize(
    ("name", "tag"),
    [("Simplified Chinese", "zh-Hans"), ("Português (Brasil)", "pt-BR"), ("Norwegian Bokmål", "nb"), ("rus", "ru")],
)
def test_more_names_of_languages(name: str, tag: str) -> None:
    """In the fields of babel's name, too."""
    for paper in (entry(f"hyphenation={{{name}}}"), entry(f"lang={{{name}}}"), item(language=name)):
        assert (paper.language, paper.extra) == (tag, {})


def test_the_book_of_a_chapter() -> None:
    """A volume without a title of its own is its work; a subtitle stays with its title; Crossref's series is none."""
    text = (
        "@incollection{a, title={A}, author={Lee, Ann}, crossref={b}}\n"
        "@mvcollection{b, title={Moss}, subtitle={All of It}, date={2014}}\n"
        "@incollection{c, title={C}, author={Lee, Ann}, crossref={d}}\n"
        "@book{d, title={Ferns}, subtitle={A Life}, booktitle={Ferns and Men}, year=2015}\n"
        "@incollection{e, title={E}, author={Lee, Ann}, booktitle={Bogs}, crossref={f}}\n"
        "@book{f, title={Ferns}, subtitle={A Life}, year=2015}\n"
    )
    chapters = [paper for paper in bibtex.read(text, source="x").papers if paper.type == "chapter"]
    assert [paper.venue for paper in chapters] == ["Moss: All of It", "Ferns and Men", "Bogs"]
    work = {"DOI": "10.1234/a", "type": "book-chapter", "title": ["T"], "container-title": ["Notes on Moss", "The Bog"]}
    (paper,) = crossref.read(json.dumps({"message": work}), source="x").papers
    assert (paper.venue, paper.series) == ("The Bog", "Notes on Moss")


def test_serial_numbers_in_more_spellings() -> None:
    """Dashes, addresses, fields of each edition, the same ISBN twice."""
    assert record("SN  - 1234–5679").issn == "1234-5679"
    both = entry("issn={1234-5679 and 2049-3630}")
    assert (both.issn, both.extra) == ("1234-5679", {"other_issn": "2049-3630"})
    assert entry("isbn13={978-3-16-148410-0}", "book").isbn == "978-3-16-148410-0"
    two = item(type="book", ISBN=["http://id.crossref.org/isbn/9783161484100", "978-3-16-148410-0"])
    assert (two.isbn, two.extra) == ("9783161484100", {})


def test_people_and_dates_of_odd_json() -> None:
    """Names in one text, names as Zotero has them, dates as EDTF: read; a date in no known form is kept."""
    assert [str(name) for name in item(author="Ann Lee and Max Roe").authors] == ["Ann Lee", "Max Roe"]
    assert str(item(author=[{"firstName": "Jo", "lastName": "Zed"}]).authors[0]) == "Jo Zed"
    assert str(item(issued={"edtf": "2014-05"}).date) == "2014-05"
    lost = item(author=[{"family": "Lee"}, {"label": "Max Roe"}])
    assert ([str(name) for name in lost.authors], lost.review) == (["Lee"], ("authors",))
    assert lost.extra == {"author": [{"family": "Lee"}, {"label": "Max Roe"}]}
    odd = item(issued={"moon": "full"})
    assert (odd.date, odd.review, odd.extra) == (None, ("date",), {"issued": {"moon": "full"}})


@pytest.mark.parametrize(
    "note",
    ["ZSCC: 0000012", r"\_eprint: https://doi.org/10.1080/1", "Place: London", "Publisher: Moss House",
     "WOS:000123456700001",
     "Citations: 34 [2023-05-03]", "Company: Moss House", "12 cites: https://moss.example", "Citation Key: lee2020"],
)  # fmt: skip
def test_more_remarks_of_databases(note: str) -> None:
    """They are kept in the file and are no note; what the author says beside them stays."""
    assert entry(f"note={{{note}; With an appendix}}").note == "With an appendix"
    assert entry("note={Cited by the president}").note == "Cited by the president"


def test_numbers_of_pubmed_in_a_note() -> None:
    """They are the identifiers."""
    paper = record("N1  - PMID: 12345\nN1  - PMCID: PMC678\nKW  - moss; fern\nKW  - bog")
    assert (paper.pmid, paper.pmcid, paper.note) == ("12345", "PMC678", "")
    assert paper.keywords == ("moss", "fern", "bog")


@pytest.mark.parametrize(
    "url", ["doi.org/10.1234/moss", "doi:10.1234/moss", "10.1234/moss", "https://doi.org/10.1234%2Fmoss"]
)
def test_a_doi_where_an_address_should_be(url: str) -> None:
    """However it is spelt it is the DOI, and no link."""
    for paper in (entry(f"url={{{url}}}"), entry(f"link={{{url}}}"), record(f"UR  - {url}"), item(URL=url)):
        assert (paper.doi, paper.links, paper.extra) == ("10.1234/moss", {}, {})
    assert record("M3  - doi: 10.1234/moss").doi == "10.1234/moss"


def test_a_talk_has_its_place_and_a_patent_its_number() -> None:
    """BibLaTeX's venue is the place of an event; RIS has a patent's number in SN."""
    talk = entry("eventtitle={Fern Days}, venue={Oslo}, eventdate={2024-05-30}", "unpublished")
    assert (talk.type, talk.event, talk.place, str(talk.date)) == ("speech", "Fern Days", "Oslo", "2024-05-30")
    assert record("SN  - US1234567", "PAT").number == "US1234567"


def test_braces_of_commands_are_no_braces_around_capitals() -> None:
    """A command keeps its argument, so that it can be read where it was pasted."""
    assert item(title=r"On \textit{E. coli} and {DNA}").title == "On *E. coli* and DNA"
    assert item(abstract=r"In \(\mathbb{R}^n\) and $x_{MAX}$").abstract == r"In $\mathbb{R}^n$ and $x_{MAX}$"


def test_a_remark_of_a_database_on_a_line_of_its_own() -> None:
    """Zotero writes each on a line: the author's own line below them stays."""
    paper = entry("note={Publisher: Moss House\nPlace: Berlin\n\\_eprint: https://moss.example\nRead it first}")
    assert paper.note == "Read it first"
    assert item(note="Publisher: Moss House\nRead it first").note == "Read it first"
    assert entry("note={Place: second of forty}").note == "Place: second of forty"
    assert entry("note={Publisher: Moss\n    House}").note == ""


@pytest.mark.parametrize(
    ("said", "names", "date"),
    [
        ({"author": "Lee, Ann and Roe, Max", "year": "May 3, 2014"}, ["Ann Lee", "Max Roe"], "2014-05-03"),
        ({"author": "Lee, Ann", "year": 2014}, ["Ann Lee"], "2014"),
        ({"author": "Ann Lee, Max Roe and Jo Poe", "year": "in press"}, ["Ann Lee", "Max Roe", "Jo Poe"], "in press"),
        ({"author": "Lee, A., Roe, M.", "year": "circa 2014"}, ["A. Lee", "M. Roe"], "2014?"),
    ],
)
def test_json_of_scripts_says_things_as_people_do(said: dict[str, object], names: list[str], date: str) -> None:
    """Names in one text, dates in words, a number as journal, remarks: as in every other format."""
    others = {"title": "T", "journal": "arXiv preprint arXiv:1706.03763", "language": "German", "note": "cited By 3"}
    (paper,) = plain_json.read(json.dumps([others | said]), source="x").papers
    assert [str(name) for name in paper.authors] == names
    assert f"{paper.date or paper.status}{'?' * ('date' in paper.review)}" == date
    assert (paper.venue, paper.arxiv, paper.language, paper.note) == ("arXiv", "1706.03763", "de", "")
