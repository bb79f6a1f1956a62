"""``publist cv``: the papers that are asked for, grouped and numbered as asked, with sections of the author's own."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Site

WORK = """\
---
title: {title}
authors:
  - {{name: Mira Solano, equal: true}}
  - {{name: Bo Chen, equal: true, corresponding: true}}
  - Ada Lovelace
date: {date}
type: {type}
venue: {venue}
doi: 10.1000/{number}
topics: [{topic}]
{more}---
"""


def work(number: int, date: str, *, thesis: bool = False, topic: str = "Words", more: str = "") -> str:
    """A paper file."""
    kind, venue = ("thesis", "''") if thesis else ("article-journal", "Journal of Examples")
    return WORK.format(title=f"Work {number}", number=number, date=date, type=kind, venue=venue, topic=topic, more=more)


SITE: dict[str, str | bytes] = {
    "content/site.yaml": "title: Papers\nowner: Mira Solano\nrole: Lecturer\nemail: mira@example.org\n",
    "content/papers/one.md": work(1, "2019", thesis=True),
    "content/papers/two.md": work(2, "2020-03", topic="Sounds", more="featured: true\nawards: [Best paper award]\n"),
    "content/papers/three.md": work(3, "2021"),
    "content/papers/four.md": work(4, "2022", more="status: in press\n"),
}
CV = """\
name: Dr Mira Solano
lines: ["*Oslo*"]
sections:
  - title: Education
    entries:
      - {date: 2010–2014, text: "PhD, **Example University**"}
      - A prize
  - title: Journal articles
    papers: {type: journal-article, status: published}
    group: none
  - title: Grants
    text: |
      Given by *Example Council*:

      - one
  - title: Works on sounds
    papers: {topic: sounds}
    group: year
    numbers: forward
"""


@pytest.fixture
def cv_site(site: Site) -> Site:
    """A site of four papers."""
    site.write(SITE)
    return site


def text(site: Site, *arguments: str) -> str:
    """The CV as text, as lines without breaks within an item."""
    done = site.run("cv", "--format", "txt", "-o", "-", *arguments)
    assert done.returncode == 0, done.stderr
    return re.sub(r"(?<=\S)\n +(?=\S)", " ", done.stdout)


def test_without_settings_it_is_the_list(cv_site: Site) -> None:
    """By type, with numbers that go down to the oldest paper, the head of the site, awards, marks and their legend."""
    said = text(cv_site)
    assert said.startswith("Mira Solano\n===========\nLecturer\nmira@example.org")
    found = re.findall(r"^ *(\d)\. .*?(Work \d)|^(In press|Journal article|Thesis)$", said, re.MULTILINE)
    assert ["".join(item) for item in found] == [
        "In press", "4Work 4", "Journal article", "3Work 3", "2Work 2", "Thesis", "1Work 1",
    ]  # fmt: skip
    assert "Solano, M.*, Chen, B.*†, & Lovelace, A. (2020)." in said
    assert "https://doi.org/10.1000/2 Best paper award." in said
    assert said.rstrip().endswith("* Equal contribution · † Corresponding author")


def test_the_owner_is_set_apart_and_the_doi_is_a_link(cv_site: Site) -> None:
    """In bold, in each style; IEEE's bare DOI leads to its address."""
    page = cv_site.run("cv", "--format", "html", "-o", "-", "--style", "ieee").stdout
    assert "<b>M. Solano</b><sup>*</sup>, B. Chen<sup>*†</sup>, and A. Lovelace" in page
    assert 'doi: <a href="https://doi.org/10.1000/3">10.1000/3</a>' in page


@pytest.mark.parametrize(
    ("options", "works"),
    [
        (("--year", "2020..2021"), "32"),
        (("--year", "2021.."), "43"),
        (("--year", "2019"), "1"),
        (("--topic", "sounds"), "2"),
        (("--type", "thesis"), "1"),
        (("--type", "article-journal"), "432"),
        (("--person", "Bo Chen", "--featured"), "2"),
        (("--status", "unpublished"), "4"),
        (("--status", "published", "--group", "year"), "321"),
    ],
    ids=str,
)
def test_a_part_of_the_list_can_be_asked_for(cv_site: Site, options: tuple[str, ...], works: str) -> None:
    """What all options say; numbers count what is written."""
    said = text(cv_site, *options)
    assert "".join(re.findall(r"Work (\d)", said)) == works
    assert re.findall(r"^ *(\d)\. ", said, re.MULTILINE) == [str(n) for n in range(len(works), 0, -1)]


def test_sections_stand_as_written(cv_site: Site) -> None:
    """The author's own between those of papers, each numbered as it says; an empty section is left out."""
    cv_site.write({"content/cv.yaml": CV + "  - {title: Nothing, papers: {year: 1990}}\n"})
    said = text(cv_site)
    assert said.startswith("Dr Mira Solano\n==============\nOslo\n")
    assert re.findall(r"^(.+)\n---+$", said, re.MULTILINE) == [
        "Education", "Journal articles", "Grants", "Works on sounds",
    ]  # fmt: skip
    assert "2010–2014  PhD, Example University\n\nA prize" in said
    assert "Given by Example Council:\n\n- one" in said
    assert re.findall(r"^ *(\d)\. .*?Work (\d)", said, re.MULTILINE) == [("2", "3"), ("1", "2"), ("1", "2")]
    assert "Education" not in text(cv_site, "--papers-only")


def test_numbers_can_begin_anew_or_be_left_out(cv_site: Site) -> None:
    """``restart`` counts each group by itself; without numbers there are none."""
    cv_site.write({"content/cv.yaml": "restart: true\n"})
    assert re.findall(r"^ *(\d)\. ", text(cv_site), re.MULTILINE) == ["1", "2", "1", "1"]
    assert not re.findall(r"^ *\d\. ", text(cv_site, "--numbers", "none"), re.MULTILINE)


def test_mistakes_are_told_with_what_to_do(cv_site: Site) -> None:
    """A term that the site does not have by its place, a wrong option and a template without its marker in words."""
    cv_site.write({"content/cv.yaml": CV.replace("topic: sounds", "topic: sonds")})
    done = cv_site.run("cv", "-o", "cv.txt")
    assert done.returncode == 1
    assert "content/cv.yaml:17:13: error: there is no topic 'sonds'; did you mean Sounds or Words?" in done.stderr
    cv_site.write({"content/cv.yaml": CV, "content/cv.html": "<p>"})
    done = cv_site.run("cv", "-o", "cv.html")
    assert "content/cv.html: error: the template has no @BODY@" in done.stderr
    for options, said in (
        (("--year", "then"), "'then' is no year"),
        (("--year", "1990"), "no paper is all that you ask for"),
        (("-o", "cv.odt"), "cannot tell the format of cv.odt"),
    ):
        done = cv_site.run("cv", *options)
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert not (cv_site.folder / "cv.txt").exists()


def test_a_template_can_be_printed_and_changed(cv_site: Site) -> None:
    """What --template prints is used once it lies in content/, and no stray file."""
    printed = cv_site.run("cv", "--template", "cv.html").stdout
    cv_site.write({"content/cv.html": printed.replace("<style>", "<style>/* mine */")})
    assert cv_site.run("cv", "-o", "out.html").stdout == "Wrote out.html\n"
    assert "/* mine */" in (cv_site.folder / "out.html").read_text(encoding="utf-8")
    assert "cv.html" not in cv_site.run("check").stdout


def test_biblatex_holds_the_papers_that_it_cites(cv_site: Site) -> None:
    """Each once, under the key that its group cites."""
    made = cv_site.run("cv", "--format", "biblatex", "-o", "-").stdout
    keys = re.findall(r"^@\w+\{(\w+),", made, re.MULTILINE)
    cited = ",".join(re.findall(r"\\nocite\{(.*?)\}", made)).split(",")
    assert len(keys) == 4
    assert sorted(keys) == sorted(cited)


def test_the_pdf_is_the_default(cv_site: Site) -> None:
    """cv.pdf of the folder; the same bytes again."""
    pytest.importorskip("typst", reason="the extra `cv` brings typst")
    assert cv_site.run("cv").stdout == "Wrote cv.pdf\n"
    first = (cv_site.folder / "cv.pdf").read_bytes()
    assert first.startswith(b"%PDF-")
    cv_site.run("cv")
    assert (cv_site.folder / "cv.pdf").read_bytes() == first
