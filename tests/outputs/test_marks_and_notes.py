"""What people write by hand where it has a key of its own: marks behind authors, retractions and awards in notes."""

from __future__ import annotations

import json
import re

import pytest

from publist.model.paper import Date, Paper
from publist.text.author_marks import apart
from publist.text.notes import stated
from tests.conftest import Site

_SETTINGS = "title: List\nowner: Ann Lee\nbase_url: https://example.org/p/\n"


def _write(site: Site, **heads: str) -> None:
    site.write({"content/site.yaml": _SETTINGS})
    site.write({f"content/papers/{name}.md": f"---\n{head}\n---\nText.\n" for name, head in heads.items()})


@pytest.mark.parametrize(
    "written",
    [
        "Ann Lee*",
        "Ann Lee\\\\*",
        "Ann Lee$^*$",
        "Ann Lee<sup>*</sup>",
        "Ann Lee (*)",
        "Ann Lee∗",
        "**Ann Lee**\\\\*",
    ],
)
def test_a_mark_is_no_part_of_the_name(site: Site, written: str) -> None:
    """One page a person, the owner set apart on both papers, no mark in what machines read; the mark is shown."""
    _write(
        site,
        a=f'title: Joint\nauthors: ["{written}", "Max Roe†"]\ndate: 2023\nnote: "* Equal contribution; † Now at MIT"',
        b="title: Alone\nauthors: [Ann Lee, Max Roe]\ndate: 2022",
    )
    site.build()
    assert sorted(path.name for path in (site.output / "people").iterdir()) == ["ann-lee", "index.html", "max-roe"]
    assert site.page("index.html").count('class="me"') == 2
    page = site.page("papers/a/index.html")
    assert re.findall(r'name="citation_author" content="([^"]+)"', page) == ["Lee, Ann", "Roe, Max"]
    bibtex = site.page("papers/a/a.bib")
    assert "author = {Lee, Ann and Roe, Max}" in bibtex
    ris = site.page("papers/a/a.ris")
    assert "AU  - Lee, Ann\nAU  - Roe, Max\n" in ris.replace("\r", "")
    (item,) = json.loads(site.page("papers/a/a.json"))
    assert [name["family"] for name in item["author"]] == ["Lee", "Roe"]
    assert "</a><sup>*</sup>, " in page
    byline = page[page.index('class="by"') :]
    assert byline.index("* Equal contribution") < byline.index("† Now at MIT") < byline.index('class="meta"')
    assert "<dt>Note</dt>" not in page


@pytest.mark.parametrize(
    ("written", "name", "marks"),
    [
        ("Ann Lee", "Ann Lee", ""),
        ("**Ann Lee**", "Ann Lee", ""),
        ("*Ann Lee*", "Ann Lee", ""),
        ("Ann Lee**", "Ann Lee", "**"),
        ("Ann Lee¹,²", "Ann Lee", "1,2"),
        ("Ann Lee^1", "Ann Lee", "1"),
        ("*", "*", ""),
    ],
)
def test_marks_and_styles(written: str, name: str, marks: str) -> None:
    """Styles go, marks are kept apart, and a name is never empty."""
    assert apart(written) == (name, marks)


@pytest.mark.parametrize(
    ("note", "when"),
    [
        ("Retracted on 2022-03-01", "2022-03-01"),
        ("RETRACTED", ""),
        ("This paper has been retracted. See https://example.org/notice.", ""),
        ("Withdrawn by the authors, 2021", "2021"),
    ],
)
def test_a_note_that_says_retracted_is_a_retraction(site: Site, note: str, when: str) -> None:
    """The list says so, the page at its head above everything, the feed, JSON-LD and the export."""
    _write(site, r=f"title: A result\nauthors: [Ann Lee]\ndate: 2020\nnote: '{note}'")
    site.build()
    assert re.search(r'class="chip"[^>]*>Retracted</', site.page("index.html"))
    page = site.page("papers/r/index.html")
    assert page.index("This paper has been retracted.") < page.index("<h1")
    assert '"creativeWorkStatus":"Retracted"' in page
    assert f"note = {{Retracted{f' {when}' if when else ''}" in site.page("publications.bib")
    assert "Retracted: A result" in site.page("feed.xml")


@pytest.mark.parametrize(
    "note", ["Retraction of a false claim", "Withdrawn from the special issue", "With a note on retracted papers"]
)
def test_other_notes_retract_nothing(note: str) -> None:
    """Only what says that this paper was retracted."""
    assert stated(Paper("T", note=note)) == Paper("T", note=note)


@pytest.mark.parametrize(
    ("note", "awards", "left"),
    [
        ("Best Paper Award", ("Best Paper Award",), ""),
        ("Oral presentation; Best Paper Nominee.", ("Best Paper Nominee",), "Oral presentation"),
        ("Honourable mention", ("Honourable mention",), ""),
        (
            "Outstanding Paper Award, ICML 2022. With an appendix.",
            ("Outstanding Paper Award, ICML 2022",),
            "With an appendix.",
        ),
        ("Supported by NSF award 1234567", (), "Supported by NSF award 1234567"),
        ("We thank the award committee", (), "We thank the award committee"),
        ("A study of prizes", (), "A study of prizes"),
    ],
)
def test_awards_in_notes(note: str, awards: tuple[str, ...], left: str) -> None:
    """What is nothing but an award is one; what paid for the work is none, and all else stays."""
    paper = stated(Paper("T", note=note))
    assert (paper.awards, paper.note) == (awards, left)
    assert stated(paper) == paper


def test_an_award_in_a_note_is_seen(site: Site) -> None:
    """In every list that has the paper and at the head of its page, as JSON-LD's award; the file stays as it is."""
    head = "title: A result\nauthors: [Ann Lee]\ndate: 2020\ntopics: [T]\nnote: Best Paper Award\nawards: [Other Prize]"
    _write(site, a=head)
    site.build()
    for path in ("index.html", "people/ann-lee/index.html", "topics/t/index.html", "papers/a/index.html"):
        assert site.page(path).count('<b class="award">Best Paper Award</b>') == 1
    assert '"award":["Other Prize","Best Paper Award"]' in site.page("papers/a/index.html")
    assert (site.folder / "content/papers/a.md").read_text() == f"---\n{head}\n---\nText.\n"


def test_an_import_leaves_what_is_written_by_hand(site: Site) -> None:
    """A source that says a paper anew changes its own fields; marks and notes in the file stay, and count once."""
    entry = "@article{{k, title={{Ice}}, author={{Lee, Ann and Roe, Max}}, journal={{{}}}, year=2020}}"
    site.write({"content/site.yaml": _SETTINGS, "list.bib": entry.format("Acta")})
    assert site.run("import", "list.bib").returncode == 0
    (place,) = (site.folder / "content/papers").iterdir()
    text = place.read_text().replace("Ann Lee", '"Ann Lee*"').replace("date:", "note: Best Paper Award\ndate:")
    assert "Ann Lee*" in text
    place.write_text(text)
    site.write({"list.bib": entry.format("Annals")})
    assert site.run("import", "list.bib").returncode == 0
    assert place.read_text() == text.replace("Acta", "Annals")


def test_dates_are_dates() -> None:
    """A day that does not exist is no date of a retraction; its words stay."""
    paper = stated(Paper("T", note="Retracted on 2021-02-31"))
    assert paper.retraction
    assert paper.retraction.date is None
    assert "2021-02-31" in paper.retraction.note
    known = stated(Paper("T", note="Retracted 2021-02-28")).retraction
    assert known
    assert known.date == Date(2021, 2, 28)
