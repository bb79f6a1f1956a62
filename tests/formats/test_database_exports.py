"""Files that databases export: Web of Science, PsycINFO, Embase, OpenAlex, Scopus, EBSCO, Google Scholar, Rayyan."""

from __future__ import annotations

import pytest

from publist.formats import csv_table, nbib, recognition, ris_reader, web_of_science_tagged
from publist.formats.base import Reading
from publist.importing.read_source import read_source
from publist.importing.source import Source
from publist.model.paper import Citations, Date

WOS = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Lee, A
   Roe, M
AF Lee, Ann B.
   Roe, Max (max@cold.org)
CA Winter Group
TI Noise in long winters:
   a survey
SO JOURNAL OF WINTERS
JI J. Winters
VL 20
IS 5
BP 1211
EP 36
PD DEC 16
PY 2021
DT Article
DE Snow; Ice
OI Lee, Ann B/0000-0002-1825-0097; Poe, Jim/0000-0001-5109-3700
TC 57
PM 123
DI 10.1000/x
SN 1234-5679
AB Winters are
   long.
UT WOS:0001
ER

PT B
AU Poe, J
BE Ek, Bo
TI Snow
SO 2019 IEEE WINTER CONFERENCE
CT Winter Conference
PD WIN
PY 2019
DT Proceedings Paper
ER

PT J
AU Ek, B
PY 2018
ER

EF
"""


def test_plain_text_of_web_of_science() -> None:
    """Full names where there are any, one in a line; iDs go to whom they name; a record without a title is told."""
    reading = web_of_science_tagged.read(WOS, source="savedrecs.txt")
    article, talk = reading.papers
    assert [str(name) for name in article.authors] == ["Ann B. Lee", "Max Roe", "Winter Group"]
    assert [name.orcid for name in article.authors] == ["0000-0002-1825-0097", "", ""]
    assert (article.title, article.abstract) == ("Noise in long winters: a survey", "Winters are long.")
    assert (article.date, article.pages, article.volume, article.issue) == (Date(2021, 12, 16), "1211-1236", "20", "5")
    assert (article.venue, article.venue_short, article.type) == ("JOURNAL OF WINTERS", "J. Winters", "article-journal")
    assert (article.keywords, article.pmid, article.doi) == (("Snow", "Ice"), "123", "10.1000/x")
    assert (article.citations, article.extra["ut"]) == (Citations(57, "Web of Science"), "WOS:0001")
    assert (talk.type, talk.date, [str(name) for name in talk.editors]) == ("paper-conference", Date(2019), ["Bo Ek"])
    assert [problem.line for problem in reading.problems] == [42]


@pytest.mark.parametrize("name", ["savedrecs.txt", "savedrecs.ciw", "savedrecs.ris"])
@pytest.mark.parametrize("text", [WOS, WOS.replace("\n", "\r\n"), WOS.split("\n", 2)[2]], ids=["unix", "dos", "bare"])
def test_it_is_known_by_its_content(name: str, text: str) -> None:
    """Whatever the file is called, and also without its first lines."""
    form = recognition.recognise(text, name)
    assert form is not None
    assert form.name == "wos"


def test_a_record_of_web_of_science_that_does_not_end_is_read_and_told() -> None:
    """The next one begins all the same."""
    reading = web_of_science_tagged.read(WOS.replace("ER\n\nPT B", "PT B", 1), source="a.txt")
    assert [paper.title for paper in reading.papers] == ["Noise in long winters: a survey", "Snow"]
    assert "the record does not end" in reading.problems[0].message


def test_a_copy_of_it_without_its_spaces_reads_the_same() -> None:
    """What a value goes on with begins with no tag; names of patents have no comma."""
    copied = WOS.replace("\n   ", "\n")
    first, second = (web_of_science_tagged.read(text, source="a.txt").papers for text in (WOS, copied))
    assert first == second
    patent = web_of_science_tagged.read("PT P\nAU YANG Y\n   LI WK\nTI Snow\nER\n", source="a.txt").papers[0]
    assert ([str(name) for name in patent.authors], patent.type) == (["Y YANG", "WK LI"], "patent")


PSYCINFO = """\
6.
TY  - JOUR
T1  - Noise in long winters
A1  - Lee, Ann
A2  - Ek, B., Poe, J., Ek, Poe, J.M., Roe, L., Ek
ED  - Moe, Max
KW  - *Snow
KW  - Ice
M1  - Ek, B., and Poe, J. (2000). Manual of snow. Oslo: Cold Press
M1  - Poe, J.M. (2001). Ice and its sound. Journal of Ice, 3(1), 1-9
Y1  - 2021//
ER  -
Record #7 of 18
Provider: Cold Press
TY  - JOUR
T1  - Snow
ER  -
Provider: Cold Press
"""


def test_what_a_paper_cites_is_neither_its_editors_nor_its_number() -> None:
    """PsycINFO has that in A2 and M1; lines that count the records say nothing, other lines are told once."""
    reading = ris_reader.read(PSYCINFO, "a.ris")
    paper = reading.papers[0]
    assert ([str(name) for name in paper.editors], paper.number, paper.extra) == (["Max Moe"], "", {})
    assert paper.keywords == ("Snow", "Ice")
    assert [(problem.line, problem.message) for problem in reading.problems] == [
        (2, "3 lines of M1, A2 or ED are left out, which list whom or what the paper cites or thanks"),
        (14, "text outside of any record is not read: Provider: Cold Press"),
    ]


def test_a_part_of_a_date_that_a_script_had_not_is_none() -> None:
    """``2021/04//undefined`` is a month."""
    paper = ris_reader.read("TY  - JOUR\nTI  - Snow\nDA  - 2021/04//undefined\nPY  - 2021\nER  -\n", "a.ris").papers[0]
    assert (paper.date, paper.review, paper.extra) == (Date(2021, 4), (), {})


def test_an_e_mail_address_is_no_part_of_a_name() -> None:
    """In brackets of any kind, in every format: nobody asked for it to be published."""
    text = "TY  - JOUR\nTI  - Snow\nAU  - Lee, Ann (ann@cold.org)\nAU  - Roe, Max <max@cold.org>\nER  -\n"
    named = [str(name) for name in ris_reader.read(text, "a.ris").papers[0].authors]
    bib = "@article{a, title={Snow}, year=2020, author={Lee, Ann [ann@cold.org] and Max Roe (max@cold.org)}}"
    assert named == ["Ann Lee", "Max Roe"]
    assert named == [str(name) for name in read_source(Source("a.bib", bib.encode()), path="a.bib").papers[0].authors]


def test_authors_of_two_tags_stay_in_their_order() -> None:
    """Some write the first one into A1 and the others into AU."""
    text = "TY  - JOUR\nTI  - Snow\nA1  - Lee, Ann\nAU  - Roe, Max\nA1  - Ek, Bo\nER  -\n"
    assert [str(name) for name in ris_reader.read(text, "a.ris").papers[0].authors] == ["Ann Lee", "Max Roe", "Bo Ek"]


ERIC = """\

OWN - ERIC
TI  - Noise in long winters
AU  - Lee, Ann
JT  - Journal of Winters
SO  - v67 n2 p423-441 Apr 2019
AID - http://dx.doi.org/10.1000/x
DP  - Apr 2019
ISSN - ISSN-1234-5679
PT  - Reports - Research
PT  - Journal Articles

OWN - ERIC
TI  - Snow
DP  - 2017
PT  - Reports - Evaluative
ISBN - ISBN-978-3-16-148410-0
"""


def test_citations_of_eric() -> None:
    """They have PubMed's tags and no PMID; volume, issue and pages stand in one value."""
    form = recognition.recognise(ERIC, "a.nbib")
    assert form is not None
    assert form.name == "nbib"
    article, report = nbib.read(ERIC, source="a.nbib").papers
    assert (article.volume, article.issue, article.pages, article.doi) == ("67", "2", "423-441", "10.1000/x")
    assert (article.type, article.issn, article.date) == ("article-journal", "1234-5679", Date(2019, 4))
    assert (report.type, report.isbn, report.title) == ("report", "978-3-16-148410-0", "Snow")


EMBASE = """\
"SEARCH QUERY","snow:ti"
-------------------------------------

"Title","Author Names","Source","Source title","Publication Year","Date of Publication","First Page","Last Page"
"Snow","Lee A.; Roe M.","J Ice (2021) 3 (1-9)","Journal of Ice","2021","9 Feb 2021","1","9"
"""


def test_headings_may_stand_below_other_lines() -> None:
    """Embase says above them what was asked, which is told; of two columns for one thing the plainer one counts."""
    assert csv_table.recognises(EMBASE)
    reading = csv_table.read(EMBASE, source="a.csv")
    paper = reading.papers[0]
    assert (paper.title, paper.venue, paper.date, paper.pages) == ("Snow", "Journal of Ice", Date(2021, 2, 9), "1-9")
    assert (reading.lines, reading.problems[0].message[:42]) == ((5,), "what stands above the headings is left out")
    assert not csv_table.recognises("We compare, in a table,\nthe title, and the year, of each.\nThe end.\n")


def _row(headings: str, cells: str) -> Reading:
    return csv_table.read(f"{headings}\n{cells}\n", source="a.csv")


def test_a_table_of_openalex() -> None:
    """Bars part its names; its hundred other columns are left out, and that is told."""
    headings = (
        "id,title,publication_date,authorships.author.display_name,primary_location.source.display_name,"
        "primary_location.source.issn,biblio.first_page,biblio.last_page,keywords.display_name,fwci"
    )
    reading = _row(
        headings, "W1,Snow,2024-02-01,Ann Lee|Max Roe–Ek,Journal of Ice,1234-5679|2234-5670,7,7,Snow|Ice,6.4"
    )
    paper = reading.papers[0]
    assert ([str(name) for name in paper.authors], paper.review) == (["Ann Lee", "Max Roe–Ek"], ())
    assert (paper.venue, paper.pages, paper.keywords) == ("Journal of Ice", "7", ("Snow", "Ice"))
    assert "fwci" not in paper.extra
    assert "OpenAlex" in reading.problems[0].message


def test_tables_of_scholar_scopus_and_ebsco() -> None:
    """Scholar's Number is an issue beside a volume; Scopus numbers its people; EBSCO guards numbers from Excel."""
    scholar = _row(
        "Authors,Title,Publication,Volume,Number,Year", '"Lee, Ann; Roe, Max; ",Snow,Journal of Ice,76,3,2001'
    )
    assert (scholar.papers[0].venue, scholar.papers[0].issue) == ("Journal of Ice", "3")
    scopus = _row(
        "Authors,Author full names,Title,Year,Art. No.,Volume",
        'Lee A.; Roe M.,"Lee, Ann B. (58975547800); Roe, Max (57194669000)",Snow,2024,2864,15',
    ).papers[0]
    assert ([(str(name), name.note) for name in scopus.authors], scopus.number) == (
        [("Ann B. Lee", ""), ("Max Roe", "")], "2864",
    )  # fmt: skip
    assert _row("Title,Author,ISSN", 'Snow,"Lee, Ann; Roe, Max","=""12345679"""').papers[0].issn == "1234-5679"


def test_what_rayyan_joined_to_a_doi_goes() -> None:
    """The next line of a RIS file, which it took for part of the value."""
    cells = "Snow,Ann Lee,10.1000/x     LK  - https://a.b/?id=doi:10.1000%2Fx,https://a.b/c     U2  - L1"
    paper = _row("title,authors,doi,url", cells).papers[0]
    assert (paper.doi, dict(paper.links)) == ("10.1000/x", {"url": "https://a.b/c"})
