"""Own home pages as text, HTML and Markdown: rows in one order, headings, badges, links."""

from __future__ import annotations

from publist.formats.recognition import recognised
from publist.importing.read_source import read_source
from publist.importing.source import Source
from publist.model.paper import Date
from tests.support.works import read_as as read

AL_FOLIO = """\
publications
2023
ICLR
Noise in long winters
Ann Lee, Max Roe, and J. Poe
In International Conference on Winters, 2023
Abs Bib PDF Code
2022
A short spring
Ann Lee
arXiv preprint arXiv:2201.01234, 2022
Bib PDF
"""
HEADED = """\
In press

A short spring
Ann Lee
Springs

Journal articles

Noise in long winters
Ann Lee, Max Roe
Winter Studies, 2021

Ice and its sounds
Max Roe, Ann Lee
Winter Studies, 2020
"""


def test_a_home_page_as_text() -> None:
    """A badge is the venue's short name; headings give year, type and status."""
    paper, preprint = read("home-page", AL_FOLIO).papers
    assert (paper.venue, paper.venue_short) == ("International Conference on Winters", "ICLR")
    assert (preprint.arxiv, preprint.date) == ("2201.01234", Date(2022))
    spring, noise, _ = read("home-page", HEADED).papers
    assert (spring.status, spring.date) == ("in press", None)
    assert (noise.type, noise.date) == ("article-journal", Date(2021))


def test_rows_in_no_order_that_holds_are_not_read() -> None:
    """Better no paper than one whose title and authors have changed places."""
    rows = [
        "Ice in it\nAnn Lee, Max Roe\n2021",
        "Max Roe, Jan Poe\nSnow on it\n2020",
        "Frost by it\nAnn Lee, Jan Poe\n2019",
    ]
    assert recognised("\n\n".join(rows)).format is None


HTML = """\
<html><body><h2>2021</h2><ul>
<li>Ann Lee, Max Roe. <a href="https://e.org/n">Noise in long winters</a>. <i>Journal of Winters</i>.
 [<a href="https://e.org/n.pdf">PDF</a>] [<a href="c.zip">code</a>]</li>
<li>Max Roe, Ann Lee. <a href="https://doi.org/10.1000/i">Ice and its sounds</a>. In <i>IceConf</i>.</li>
</ul></body></html>
"""


def test_a_home_page_as_html() -> None:
    """The title is the linked part; buttons are links; an address that is not whole is told."""
    reading = read("home-html", HTML)
    noise, ice = reading.papers
    assert noise.links == {"url": "https://e.org/n", "pdf": "https://e.org/n.pdf"}
    assert (ice.doi, ice.date, ice.venue) == ("10.1000/i", Date(2021), "IceConf")
    assert any("left out, as the addresses are not whole: code" in problem.message for problem in reading.problems)


ROWS = """\
* Noise in long winters
  Ann Lee, Max Roe
  *Methods in Winter*, 229–232, 110–127, 2012

* Snow and its sound
  Ann Lee, Bo Ek
  *PhD thesis, University of Ice*, 2012

* Ice on lakes
  Ann Lee, Max Roe
  *Winter Reports in Mathematics, 2012-03*, 2012

* Frost in the mountains
  Ann Lee, Bo Ek
  *Models of Winter*, article 1150011, 2012

* Fog over the sea
  Ann Lee, Max Roe
  *Journal of Winters*, 17, 2012
"""


def test_venue_lines_of_rows() -> None:
    """Volumes may be several; a thesis has its school, a report its number; one number alone may be either."""
    found = read_source(Source("a.md", ROWS.encode()), path="a.md")
    winters, snow, ice, frost, fog = found.papers
    assert (winters.venue, winters.volume, winters.pages) == ("Methods in Winter", "229–232", "110-127")
    assert (snow.type, snow.genre, snow.publisher, snow.venue) == ("thesis", "PhD thesis", "University of Ice", "")
    assert (ice.venue, ice.pages, ice.review) == ("Winter Reports in Mathematics, 2012-03", "", ("venue",))
    assert (frost.venue, frost.number, frost.review) == ("Models of Winter", "1150011", ())
    assert (fog.venue, fog.review) == ("Journal of Winters", ("pages",))


def test_a_school_keeps_its_brackets() -> None:
    """The short name of a school stands in brackets; those around the whole are none of its name."""
    for line in ("PhD thesis, University of Ice (UI)", "PhD thesis (University of Ice (UI))"):
        text = ROWS.replace("PhD thesis, University of Ice", line)
        snow = read_source(Source("a.md", text.encode()), path="a.md").papers[1]
        assert (snow.type, snow.publisher) == ("thesis", "University of Ice (UI)")
