# ruff: noqa: E501 - references stand as people print them: each on one line
"""Labels before references that say where and when a paper came out, and cards whose fields are blocks of HTML."""

from __future__ import annotations

import pytest

from publist.formats import recognition, references
from publist.formats.references.labels import label_of
from publist.model.paper import Paper
from tests.conftest import Site


def told(text: str, source: str = "cv.txt") -> list[tuple[str, str, str, tuple[str, ...]]]:
    def one(paper: Paper) -> tuple[str, str, str, tuple[str, ...]]:
        return paper.title, paper.venue, str(paper.date), tuple(name.name for name in paper.authors)

    return [one(paper) for paper in references.read(text, source=source).papers]


RIVERS = ("On the shape of slow rivers", "ICML", "2023", ("Ada Byron", "Charles Bell", "Olga Ivanova"))
WATER = ("Water and time in old towns", "NeurIPS", "2022", ("Charles Bell", "Ada Byron"))
RAIN = ("Rain over glaciers: A survey", "ICLR", "2021", ("Olga Ivanova", "Mary Okafor", "Ada Byron"))


@pytest.mark.parametrize(
    "text",
    [
        """\
[ICML 2023] Ada Byron, Charles Bell, Olga Ivanova. On the shape of slow rivers. [pdf] [code]

[NeurIPS 2022] Charles Bell, Ada Byron. Water and time in old towns. [pdf]

[ICLR'21] Olga Ivanova, Mary Okafor, Ada Byron. Rain over glaciers: A survey. [pdf]
""",
        """\
ICML'23: Ada Byron, Charles Bell, Olga Ivanova. On the shape of slow rivers.
NeurIPS'22: Charles Bell, Ada Byron. Water and time in old towns.
ICLR'21: Olga Ivanova, Mary Okafor, Ada Byron. Rain over glaciers: A survey.
""",
        """\
- [ICML 2023] **On the shape of slow rivers.** Ada Byron, Charles Bell, Olga Ivanova. [[paper]](https://example.org/1.pdf)
- [NeurIPS 2022 (Oral)] **Water and time in old towns.** Charles Bell, Ada Byron. [[paper]](https://example.org/2.pdf)
- [ICLR 2021] **Rain over glaciers: A survey.** Olga Ivanova, Mary Okafor, Ada Byron. [[paper]](https://example.org/3.pdf)
""",
    ],
    ids=["brackets", "colon", "titles first"],
)  # fmt: skip
def test_a_label_before_a_reference_is_its_venue(text: str) -> None:
    """Its year is the paper's, and each label begins a reference, blank lines or none."""
    found = recognition.recognise(text)
    assert found is not None
    assert found.name == "references"
    assert told(text) == [RIVERS, WATER, RAIN]


def test_a_status_in_a_label_is_kept() -> None:
    """That a paper has not appeared, or is not accepted, is not dropped with its label."""
    text = "\n\n".join(
        [
            "[ICML 2024 (to appear)] Ada Byron, Charles Bell. On the shape of slow rivers.",
            "[NeurIPS 2022, under review] Charles Bell, Ada Byron. Water and time in old towns.",
            "[ICLR 2021] Olga Ivanova, Ada Byron. Rain over glaciers: A survey.",
        ]
    )
    found = references.read(text, source="cv.txt").papers
    assert [paper.status for paper in found] == ["in press", "under review", ""]


def test_an_award_in_a_label_is_kept() -> None:
    """What stands beside venue and year."""
    text = "\n\n".join(
        [
            "[ICML 2023, Oral] Ada Byron, Charles Bell. On the shape of slow rivers.",
            "[NeurIPS 2022] Charles Bell, Ada Byron. Water and time in old towns.",
        ]
    )
    assert [paper.awards for paper in references.read(text, source="cv.txt").papers] == [("Oral",), ()]


@pytest.mark.parametrize(
    ("label", "note", "awards", "status"),
    [
        ("[CVPR 2023, Poster]", "Poster", (), ""),
        ("[CVPR 2023 (Poster, 22 % accepted)]", "Poster, 22 % accepted", (), ""),
        ("[CVPR 2023 | Demo track]", "Demo track", (), ""),
        ("[CVPR 2023 – Poster (short)]", "Poster (short)", (), ""),
        ("[CVPR'23, Spotlight]", "", ("Spotlight",), ""),
        ("[CVPR 2023, Best paper, runner-up]", "", ("Best paper, runner-up",), ""),
        ("CVPR'23 (Poster):", "Poster", (), ""),
        ("CVPR'23 (to appear):", "", (), "in press"),
    ],
)
def test_what_else_a_label_says_is_kept(label: str, note: str, awards: tuple[str, ...], status: str) -> None:
    """An award or a status is one as behind a reference, and all else is the paper's note."""
    text = f"{label} Ada Byron, Charles Bell. On the shape of slow rivers.\n\n[ICLR 2021] Olga Ivanova, Ada Byron. Rain over glaciers: A survey."
    paper = references.read(text, source="cv.txt").papers[0]
    assert (paper.title, paper.venue, str(paper.date)) == ("On the shape of slow rivers", "CVPR", "2023")
    assert (paper.note, paper.awards, paper.status) == (note, awards, status)


@pytest.mark.parametrize(
    "text", ["[Byron 2018] A. Byron", "[ABC18] A. Byron", "[ABC] A. Byron", "[3] A. Byron", "COVID-19: a review", "RNA 2020: a map"]
)  # fmt: skip
def test_keys_of_citations_and_titles_are_no_labels(text: str) -> None:
    """A name and a year, initials, a number, and words of a title."""
    assert label_of(text) is None


_TITLE_IN_HEADING = """\
<div class="pub-card"><h3>{title}</h3><div class="authors">{authors}</div><div class="venue"><em>{venue}</em></div>
<span class="badge year">{year}</span><a href="https://example.org/{year}.pdf">PDF</a></div>"""
_YEAR_FIRST = """\
<div class="row"><div class="col"><span class="badge">{year}</span><strong>{title}</strong><br><span>{authors}</span><br>
<span class="venue">{venue}</span></div></div>"""
_PARAGRAPHS = """\
<article><a class="title" href="https://example.org/{year}"><strong>{title}</strong></a><p class="authors">{authors}</p>
<p><em>{venue}</em> <span class="badge">{year}</span></p></article>"""
_DIVISIONS = """\
<div class="publication"><div class="title"><a href="https://example.org/{year}">{title}</a></div>
<div class="authors">{authors}</div><div class="venue">{venue}, {year}</div></div>"""
_PAPERS = (
    ("On the shape of slow rivers", "Journal of River Science", "2023", ("Ada Byron", "Charles Bell", "Olga Ivanova")),
    ("Water and time in old towns", "Annals of Hydrology", "2021", ("Charles Bell", "Ada Byron")),
    ("Rain over glaciers", "International Conference on Ice", "2019", ("Olga Ivanova", "Mary Okafor", "Ada Byron")),
)


@pytest.mark.parametrize(
    "card",
    [_TITLE_IN_HEADING, _YEAR_FIRST, _PARAGRAPHS, _DIVISIONS],
    ids=["title in a heading", "year first", "paragraphs", "divisions"],
)
def test_a_card_is_one_reference(card: str, site: Site) -> None:
    """Title, authors, venue and year stand in blocks of their own; the command takes the page."""
    cards = "\n".join(
        card.format(title=title, authors=", ".join(names), venue=venue, year=year)
        for title, venue, year, names in _PAPERS
    )
    page = f"<!DOCTYPE html>\n<html><body><h2>Publications</h2>\n{cards}\n</body></html>\n"
    assert told(page, "papers.html") == list(_PAPERS)
    site.write({"papers.html": page})
    site.run("import", "papers.html")
    assert len(list((site.folder / "content/papers").glob("*.md"))) == 3


def test_a_block_that_holds_a_whole_section_is_no_card() -> None:
    """A theme may call the whole page an entry: its headings stay headings, and its paragraphs apart."""
    page = """\
<html><body><div class="entry"><h2>Journal articles</h2>
<p>Byron, A., &amp; Bell, C. (2021). On the shape of slow rivers. Journal of River Science, 88(7), 101–119.</p>
<p>Bell, C. (2019). Water and time in old towns. Annals of Hydrology, 4(1), 1–30.</p>
<p>Ivanova, O., &amp; Bell, C. (2018). Rain over glaciers. Moss Letters, 12, 33–49.</p>
</div></body></html>
"""
    assert [title for title, *_ in told(page, "papers.html")] == [
        "On the shape of slow rivers",
        "Water and time in old towns",
        "Rain over glaciers",
    ]
