"""Lines without end, marks that nobody closes and runs of blanks: read in a time that grows with the text."""

from __future__ import annotations

import random

import pytest

from publist import formats
from publist.formats.recognition import recognised
from publist.formats.references import segmentation
from publist.formats.references.inline import plain
from publist.formats.webpage import bylines
from publist.importing.read_source import read_source
from publist.importing.source import Source
from publist.model.paper import Paper
from publist.text import author_marks
from publist.text.notes import stated
from tests.support.pasted_forms import FORMS
from tests.support.wide_works import wide_works
from tests.support.works import Work, full

PASTED = [row.name for row in formats.FORMATS if row.pasted]
PIECES = {
    "marks": "*#",
    "dots": ".", "blanks": "\x0b ", "lines": " \n", "links": "](javascript:", "pictures": "![", "quotations": "“a",
    "stars": "**a ", "places": "Journal, Volume 1 • May 2021, ", "names": "Lee, A. B.; ", "dotted": "a · b ·· ",
    "brackets": "[(", "years": "2021 ", "addresses": "https://doi.org/10.1145/1 ", "slashes": "10.24963/195256g/",
}  # fmt: skip
"""What a text may consist of, thirty thousand characters of each."""


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("form", PASTED)
def test_a_line_without_end_is_read_to_its_end(form: str, piece: str) -> None:
    """Whatever a line of a pasted page repeats: reading it ends, as its time does not grow with the text's square."""
    text = PIECES[piece] * (30_000 // len(PIECES[piece]))
    reading = formats.load(form).read(
        f"A title of a paper\nAnn Lee, Max Roe\n{text}\nJournal of Ice, 2020\n", source="x"
    )
    assert all(paper.review for paper in reading.papers if len(paper.title) > 20_000)


@pytest.mark.parametrize("piece", PIECES)
def test_the_form_of_a_line_without_end_is_told_or_not(piece: str) -> None:
    """All forms are asked, also where one of them has papers above the line."""
    text = PIECES[piece] * (30_000 // len(PIECES[piece]))
    assert recognised(f"Papers\n{text}").format is None or piece in ("names", "places")


def test_a_byline_of_thousands_is_a_byline() -> None:
    """A line of names may be of any length where the page has such lines."""
    names = ", ".join(f"Given Family{'x' * (number % 7)}y" for number in range(1_500))
    text = "\n".join(
        f"[j{number}]\n{names if number == 2 else 'Ann Lee, Max Roe'}:\n"
        f"A paper of number {number} on ice. J. Ice {number}: 1-9 (2020)"
        for number in (3, 2, 1)
    )
    papers = formats.load("dblp-person").read(text, source="x").papers
    assert [len(paper.authors) for paper in papers] == [2, 1_500, 2]


@pytest.mark.parametrize("piece", PIECES)
def test_a_reference_without_end_is_read_or_refused(piece: str) -> None:
    """What repeats may stand anywhere in a reference: between its parts, too."""
    text = PIECES[piece].replace("\n", "") * (30_000 // len(PIECES[piece]))
    reference = f"1. Lee A, Roe M. Noise in winters. Journal of Ice. 2020;12(3):40-53.{text} doi:10.1000/1"
    reading = formats.load("references").read(
        f"{reference}\n2. Lee A. Snow and ice. Journal of Ice. 2021;13:1-9.\n", source="x"
    )
    assert any(paper.title.startswith("Snow") for paper in reading.papers)


def test_a_name_over_the_limit_is_looked_at_no_further() -> None:
    """Marks are looked for in names of people; a name of forty thousand stars is an error and not searched."""
    assert author_marks.apart("Ann Lee" + " *" * 20_000) == ("Ann Lee" + " *" * 20_000, "")
    read = read_source(
        Source("a.json", b'[{"title": "T", "authors": ["A%s"]}]' % (b" *" * 20_000), "json"), path="a.json"
    )
    assert any(problem.severity == "error" for problem in read.problems)


@pytest.mark.parametrize("run", [" ", ",", "(", ", ", " ("])
def test_a_run_of_blanks_or_commas_is_passed_once(run: str) -> None:
    """Where a year or a part of a note would begin behind it, a run is looked at from its beginning alone."""
    text = f"A title of a paper\nAnn Lee, Max Roe\nJournal of{run * (200_000 // len(run))}x\n"
    reading = formats.load("home-page").read(f"{text}\nSnow is cold\nAnn Lee\nJournal of Ice, 2020\n", source="x")
    assert reading.problems or [paper.title for paper in reading.papers][-1:] == ["Snow is cold"]
    note = f"Best paper award{run * (200_000 // len(run))}; With an appendix"
    assert stated(Paper("T", note=note)).note.endswith("With an appendix")


def test_every_form_is_among_those_that_are_tried() -> None:
    """What people paste is read by the forms above."""
    assert {reader for reader, _ in FORMS.values() if formats.named(reader).pasted} <= set(PASTED)  # type: ignore[union-attr]


def test_a_second_list_is_found_at_its_line_behind_hundreds_of_papers() -> None:
    """Of hundreds of blank lines few are tried, and yet the line on which the other form begins is the true one."""
    rng = random.Random(1)
    rows = [f"{work.title} {at}\n{full(work)}\n{work.venue}, {work.year}" for at, work in enumerate(_works(rng, 260))]
    items = [
        f"- **{work.title} {at}**\n  {full(work)}\n  *{work.venue}*, {work.year}"
        for at, work in enumerate(_works(rng, 90))
    ]
    above = "\n\n".join(rows)
    found = recognised(f"{above}\n\n{chr(10).join(items)}\n")
    assert found.format is None
    assert found.second
    assert found.line == above.count("\n") + 3


def _works(rng: random.Random, count: int) -> list[Work]:
    return [work for _ in range(0, count, 20) for work in wide_works(rng, 20, scripts=False, groups=False)]


UNENDING = {
    "csv": "Title,Authors,Year\nNoise,Lee" + " \t" * 20_000 + "; Roe,2020\n",
    "bibtex": "@article{a, title={Noise}, url={https://e.org" + " .;" * 20_000 + "}}\n",
    "biblatex": "@article{a, title={Noise}, url={https://e.org/a" + " ,|" * 20_000 + "}}\n",
    "references": "1. Lee, A. (2020). Noise" + "\nx-" * 20_000 + "\n",
    "dblp-person": f"[j1]\nAnn Lee:\n{'Noise. In ' * 3_000}J. Ice 1: 1-9 (2020)\n",
}
"""A file of each form whose one paper repeats something in a field."""


@pytest.mark.parametrize("form", UNENDING)
def test_a_field_without_end_is_read_to_its_end(form: str) -> None:
    """Blanks, signs and hyphens may repeat in a name, an address or over lines; reading ends."""
    reading = formats.load(form).read(UNENDING[form], source="x")
    assert len(reading.papers) <= 1


@pytest.mark.parametrize(
    ("form", "begin", "more"), [("nbib", "PMID- 1\nTI  - ", "      "), ("enw", "%0 Book\n%T ", "")]
)
def test_a_value_over_many_lines_is_all_of_them(form: str, begin: str, more: str) -> None:
    """Each line goes on the value before it, with one blank between them."""
    text = begin + f"\n{more}".join(f"word{number}" for number in range(2_000)) + "\n"
    (paper,) = formats.load(form).read(text, source="x").papers
    assert paper.title == " ".join(f"word{number}" for number in range(2_000))


@pytest.mark.parametrize("name", ["saved-page", "home-html"])
def test_markup_that_no_standard_has_is_passed_over(name: str) -> None:
    """Browsers take ``<![…`` for a comment; the page around it is read."""
    text = (
        "<!doctype html><html><body><![CDatum[ x ]]><ul>\n"
        "<li><b>Noise in long winters</b><br>Ann Lee, Max Roe<br><em>Ice</em>, 2021</li>\n"
        "<li><b>Ice and its sounds</b><br>Max Roe, Ann Lee<br><em>Ice</em>, 2020</li></ul><![x</body></html>"
    )
    reading = formats.load(name).read(text, source="x")
    assert name == "saved-page" or [paper.title for paper in reading.papers] == [
        "Noise in long winters",
        "Ice and its sounds",
    ]


def test_a_row_with_separators_alone_has_no_authors() -> None:
    """A table whose other rows part names by semicolons may have a row without any."""
    text = 'Title,Authors,Year\nNoise,"Lee, A.; Roe, M.",2020\nIce,;,2021\nFrost,,2022\n'
    assert [len(paper.authors) for paper in formats.load("csv").read(text, source="x").papers[::2]] == [2, 0]


def test_lines_that_go_on_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no line begins a reference, the lines before are not joined again for each that follows."""
    looked: list[str] = []

    def counted(text: str) -> str:
        looked.append(text)
        return plain(text)

    monkeypatch.setattr(segmentation, "plain", counted)
    lines = ["Lee A. Noise in winters and all the rest of the year. Journal of Ice. 2020"] + ["@ice{a = a # b}"] * 3_000
    formats.load("references").read("\n".join(lines), source="x")
    assert len(looked) < 100 * len(lines)


def test_a_long_line_is_judged_once() -> None:
    """A long line is asked for its names by many forms, in each way to part a text; the work is done once."""
    names = bylines._known_long_byline
    names.cache_clear()
    text = "\n\n".join(f"A paper of number {n}\nAnn Lee, Max R{'o' * 2_000}e\nJournal of Ice, 2020" for n in range(3))
    recognised(text)
    assert names.cache_info().hits > 2 * names.cache_info().misses
