"""Tables (CSV, Excel) and reference managers' files (EndNote, PubMed): columns and tags to fields."""

from __future__ import annotations

import datetime
import io

from openpyxl import Workbook

from publist.formats import csv_table, endnote_tagged, endnote_xml, nbib, spreadsheet
from publist.importing.read_source import read_source
from publist.importing.source import Source
from publist.model.paper import Date

TABLE = """\
Article Title;Authors;Publication Year;Journal/Book;DOI;Item Type;Rating
Noise in long winters;"Lee, Ann; Roe, Max";2021;Journal of Winters;https://doi.org/10.1000/x;journalArticle;5
"Ice; a survey";"Lee A.; Roe M.B.";2020-05-01;Ice;;conferencePaper;
;Nobody;2020;;;;
Too;many;2020;cells;;;;;here
Too few;Ann Lee
"""


def test_a_table_is_read_by_its_headings() -> None:
    """In any order and by usual names; other columns go to extra."""
    reading = csv_table.read(TABLE, source="t.csv")
    noise, ice, many = reading.papers
    assert ([str(name) for name in noise.authors], noise.doi) == (["Ann Lee", "Max Roe"], "10.1000/x")
    assert (noise.type, noise.extra) == ("article-journal", {"Rating": "5"})
    assert ([str(name) for name in ice.authors], ice.title) == (["A Lee", "M.B. Roe"], "Ice; a survey")
    assert (ice.date, ice.type) == (Date(2020, 5, 1), "paper-conference")
    assert "title" in many.review
    assert [problem.line for problem in reading.problems] == [4, 5, 6]


def test_names_that_may_be_one_or_two_are_in_doubt() -> None:
    """Where no row has a semicolon, ``Lee, Ann`` may be two people."""
    one, two = csv_table.read('title,authors\nOne,"Lee, Ann"\nTwo,"Ann Lee, Max Roe"\n', source="t.csv").papers
    assert (one.review, two.review) == (("authors",), ())


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, data = Workbook(), io.BytesIO()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    book.save(data)
    return data.getvalue()


def test_an_excel_file_is_read_as_its_table() -> None:
    """Numbers and dates of cells are those of the paper."""
    data = workbook(
        ("Title", "Authors", "Year"), ("Noise", "Ann Lee; Max Roe", 2021), ("Ice", "Ann Lee", datetime.date(2020, 5, 1))
    )
    read = read_source(Source("list.xlsx", data), path="list.xlsx")
    assert [(paper.title, paper.date) for paper in read.papers] == [("Noise", Date(2021)), ("Ice", Date(2020, 5, 1))]
    assert read.problems == ()


def test_an_excel_file_without_headings_or_broken_says_so() -> None:
    """With the way forward."""
    (problem,) = read_source(Source("list.xlsx", workbook(("a", "b"), (1, 2))), path="list.xlsx").problems
    assert (problem.severity, "title" in problem.message) == ("error", True)
    assert not spreadsheet.is_workbook(b"PK\x03\x04 broken")


ENW = """\
%0 Journal Article
%T Noise in long winters
%A Lee, Ann B.
%A Roe, Max
%J Journal of Winters
%V 20
%N 5
%P 1-36
%@ 1234-5678
%D 2021
%8 May 3, 2021
%R 10.1000/x
%K snow; ice

%0 Book
%T Snow
%A Ann Lee
%I Cold Press
%@ 978-3-16-148410-0
%D 2020
"""


def test_endnote_tags() -> None:
    """A day counts where its year agrees; a book's number is an ISBN."""
    article, book = endnote_tagged.read(ENW, source="x.enw").papers
    assert ([str(name) for name in article.authors], article.date) == (["Ann B. Lee", "Max Roe"], Date(2021, 5, 3))
    assert (article.issn, article.keywords, article.issue) == ("1234-5678", ("snow", "ice"), "5")
    assert (book.isbn, book.publisher, book.type) == ("978-3-16-148410-0", "Cold Press", "book")


XML = """\
<?xml version="1.0"?><xml><records><record><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style>Lee, Ann</style></author></authors></contributors>
<titles><title><style>Noise in </style><style face="italic">long</style><style> winters</style></title>
<secondary-title>J Winters</secondary-title></titles><dates><year>2021</year></dates>
<electronic-resource-num>10.1000/x</electronic-resource-num></record>
<record><titles><title>Cut"""


def test_endnote_xml_that_breaks_keeps_what_stands_before() -> None:
    """Styles only dress the text."""
    reading = endnote_xml.read(XML, source="x.xml")
    (paper,) = reading.papers
    assert (paper.title, paper.venue, paper.doi) == ("Noise in long winters", "J Winters", "10.1000/x")
    assert [problem.severity for problem in reading.problems] == ["error"]


NBIB = """\
PMID- 34567890
TI  - Noise in long winters and
      beyond.
FAU - Lee, Ann B
CN  - Winter Group
DP  - 2021 May 3
JT  - Journal of winters
PG  - 1211-36
LID - 10.1000/x [doi]
AB  - p<0.05.
PMC - PMC123
PT  - Journal Article

PMID- 2
FAU - Lee, Ann
"""


def test_pubmed_citations() -> None:
    """Long values go on in the next line; a record without a title is told."""
    reading = nbib.read(NBIB, source="x.nbib")
    (paper,) = reading.papers
    assert ([str(name) for name in paper.authors], paper.title) == (
        ["Ann B Lee", "Winter Group"], "Noise in long winters and beyond",
    )  # fmt: skip
    assert (paper.pages, paper.pmcid, paper.doi, paper.date) == ("1211-1236", "PMC123", "10.1000/x", Date(2021, 5, 3))
    assert [problem.line for problem in reading.problems] == [14]


def test_a_quotation_mark_that_is_never_closed_is_no_crash() -> None:
    """It makes one field of all that follows, however long that is: no author has such a name."""
    text = 'title,authors,year\nA Title,"Jane Doe, 2020\n' + "More of the text\n" * 20_000
    reading = csv_table.read(text, source="x.csv")
    assert (reading.papers, len(reading.problems)) == ((), 1)
