"""BibTeX as people write it: read whole, mended where broken, the rest of the file unharmed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publist.formats import bibtex
from publist.model.paper import Date, Name, Paper
from publist.text.decoding import decode

GOOD = "@book{after, title = {After}, year = 2001}\n"


def _one(text: str) -> Paper:
    reading = bibtex.read(text, source="x.bib")
    assert not reading.problems
    (paper,) = reading.papers
    return paper


def test_an_entry_of_every_kind_of_field() -> None:
    """Fields go to where the model has them, unknown ones to ``extra``."""
    paper = _one(
        """@InProceedings{lai23,
  title = {{On {ASR}: \\emph{x} and $x^{2}$}}, author = "Lai, Ada and {ATLAS Group} and others",
  booktitle = {Proc.\\ of X \\& Y}, month = sep # "~18", year = 2023, pages = {pp. 1--20},
  doi = {https://doi.org/10.1000/a_b%20c}, url = {\\url{https://x.org/~a_b%20c}}, eprint = {2309.09843},
  archivePrefix = {arXiv}, primaryClass = {cs.CL}, keywords = {a, b}, series = LNCS, owner = {me},
  file = {:a_b:PDF}, }
@string{LNCS = {Lecture Notes}}"""
    )
    assert paper == Paper(
        title="On ASR: *x* and $x^{2}$",
        authors=(Name("Ada Lai"), Name("ATLAS Group", literal=True)),
        et_al=True,
        date=Date(2023, 9, 18),
        type="paper-conference",
        venue="Proc. of X & Y",
        pages="1-20",
        doi="10.1000/a_b%20c",
        links={"url": "https://x.org/~a_b%20c"},
        arxiv="2309.09843",
        category="cs.CL",
        keywords=("a", "b"),
        series="Lecture Notes",
        key="lai23",
        extra={"owner": "me", "file": ":a_b:PDF"},
    )


MALFORMED = {
    "no comma after the key": ("@article{k\n title={A},\n year={2000}\n}", 1, 10, ()),
    "no comma between fields": ("@article{k, title={A}\n year={2000}\n}", 2, 2, ()),
    "an unclosed brace": ("@article{k,\n title={A {B},\n year={2000}\n}", 2, 8, ("title",)),
    "an unclosed entry": ("@article{k,\n title={A},\n year={2000}\n", 4, 0, ()),
    "an unclosed quotation mark": ('@article{k,\n title="A,\n year={2000}\n}', 2, 8, ("title",)),
    "quotation marks inside": ('@article{k,\n title="A "B" C",\n year={2000}\n}', 2, 11, ("title",)),
    "a brace too many": ("@article{k,\n title={A}},\n year={2000}\n}", 2, 11, ("title",)),
    "a commented line": ("@article{k,\n title={A},\n %url={x},\n year={2000}\n}", 3, 2, ()),
    "no braces": ("@article{k,\n title = A B C,\n year={2000}\n}", 2, 0, ("title",)),
    "no key": ("@article{title={A}, year={2000}}", 1, 0, ("key",)),
    "a field twice": ("@article{k,\n title={A}, year={2000},\n title={B}\n}", 3, 0, ("title",)),
    "an undefined macro": ("@article{k,\n title=A, year={2000}\n}", 2, 0, ()),
    "no equals sign": ("@article{k,\n title {A}, year={2000}\n}", 2, 0, ("title",)),
}


@pytest.mark.parametrize("what", MALFORMED)
def test_a_malformed_entry_is_read_as_far_as_it_can_be(what: str) -> None:
    """The entry is there with title and year, the mistake has its line, the entry after it is whole."""
    text, line, column, review = MALFORMED[what]
    reading = bibtex.read(f"{text}\n{GOOD}", source="x.bib")
    first, second = reading.papers
    assert first.title.startswith("A")
    assert first.date == Date(2000)
    assert first.review == review
    assert line in [problem.line for problem in reading.problems]
    assert column in (0, *[problem.column for problem in reading.problems])
    assert second == Paper("After", type="book", date=Date(2001), key="after")


def test_a_second_value_of_a_field_is_kept() -> None:
    """Of two titles the first is the title; the second is not lost."""
    paper = bibtex.read("@misc{k, title={A}, title={B}}", source="x").papers[0]
    assert (paper.title, paper.extra) == ("A", {"title-2": "B"})


def test_two_entries_of_one_key_are_both_read() -> None:
    """The second gets a letter and asks for a look."""
    reading = bibtex.read("@misc{k, title={A}}\n@misc{k, title={B}}", source="x")
    assert [(paper.key, paper.review) for paper in reading.papers] == [("k", ()), ("kb", ("key",))]
    assert [problem.line for problem in reading.problems] == [2]


def test_crossref_and_xdata_inherit_wherever_the_parent_stands() -> None:
    """A child has the parent's title as its venue, and the fields of its xdata."""
    text = """@xdata{x, publisher = {ISCA}}
@inproceedings{c, title = {Child}, crossref = {p}, xdata = {x}}
@proceedings{p, title = {Proc. of P}, editor = {Ed Itor}, year = 2020, url = {https://x.org}}"""
    reading = bibtex.read(text, source="x")
    child, parent = reading.papers
    assert not reading.problems
    assert (child.venue, child.publisher, child.date, child.links) == ("Proc. of P", "ISCA", Date(2020), {})
    assert child.editors == parent.editors == (Name("Ed Itor"),)


def test_a_crossref_to_nowhere_or_in_a_circle_is_reported() -> None:
    """The children are read, each with a warning."""
    text = "@misc{a, title={A}, crossref={b}}\n@misc{b, title={B}, crossref={a}}\n@misc{c, title={C}, crossref={d}}"
    reading = bibtex.read(text, source="x")
    assert [paper.title for paper in reading.papers] == ["A", "B", "C"]
    assert {problem.line for problem in reading.problems} >= {3}


@pytest.mark.parametrize(
    ("fields", "date", "kept"),
    [
        ("date = {2016-10-04/2016-10-07}", Date(2016, 10, 4), {"date": "2016-10-04/2016-10-07"}),
        ("date = {2016?}", Date(2016), {"date": "2016?"}),
        ("date = {2016-10}", Date(2016, 10), {}),
        ("year = 2006, month = {October 9-15}", Date(2006, 10, 9), {"year": "2006", "month": "October 9-15"}),
        ("year = 2006, month = {08.-09.10.2006}", Date(2006, 10, 8), {"year": "2006", "month": "08.-09.10.2006"}),
        ("year = {in press}", None, {}),
        ("year = {soon}", None, {"year": "soon"}),
        ("date = {2017-22}", Date(2017), {"date": "2017-22"}),
        ("year = 2006, month = 13", Date(2006), {"year": "2006", "month": "13"}),
    ],
)
def test_dates_as_far_as_they_are_known(fields: str, date: Date | None, kept: dict[str, str]) -> None:
    """What the date cannot say is kept beside it."""
    paper = bibtex.read(f"@misc{{k, title={{A}}, {fields}}}", source="x").papers[0]
    assert (paper.date, paper.extra) == (date, kept)


def test_comments_groups_and_text_between_entries_are_passed_over() -> None:
    """JabRef's metadata is nothing to report; an entry inside of a comment is."""
    text = "% Encoding: UTF-8\nfree text\n@comment{jabref-meta: groups:1;}\n@comment{\n@misc{k, title={A}}\n}\n" + GOOD
    reading = bibtex.read(text, source="x")
    assert [paper.title for paper in reading.papers] == ["After"]
    assert [problem.line for problem in reading.problems] == [5]


def test_fields_outside_of_entries_and_untitled_entries_are_reported() -> None:
    """What cannot be imported has its line."""
    reading = bibtex.read(f"year = {{2000}},\n@misc{{k, year=2000}}\n{GOOD}", source="x")
    assert [problem.line for problem in reading.problems] == [1, 2]
    assert len(reading.papers) == 1


def test_a_file_of_braces_ends_with_one_problem() -> None:
    """There is no entry in it, and that is all there is to say."""
    reading = bibtex.read("{" * 500_000, source="x")
    assert (len(reading.papers), len(reading.problems)) == (0, 1)


@pytest.mark.parametrize(
    ("raw", "encoding", "problem"),
    [
        ("é".encode(), "utf-8", False),
        ("\ufeffé".encode(), "utf-8", False),
        ("é".encode("latin-1"), "latin-1", True),
        ("é – ü".encode("cp1252"), "windows-1252", True),
        ("é ü ö –".encode() + b"\x96", "utf-8", True),
        ("% Encoding: ISO8859_2\né".encode("iso8859-2"), "iso8859-2", True),
    ],
)
def test_encodings_are_told_apart(raw: bytes, encoding: str, problem: bool) -> None:
    """The text is right, and every encoding but Unicode is warned of with the line."""
    decoded = decode(raw, "x.bib")
    assert "é" in decoded.text
    assert "\ufeff" not in decoded.text
    assert (decoded.encoding, decoded.problem is not None) == (encoding, problem)


def test_every_entry_of_real_files_is_imported_or_reported() -> None:
    """Files of a folder with counts.tsv: papers and left-out entries are as many as were written."""
    folder = os.environ.get("PUBLIST_CORPORA")
    if not folder:
        pytest.skip("set PUBLIST_CORPORA to a folder with bib-dev/*.bib and counts.tsv to run this")
    for row in (Path(folder) / "bib-dev" / "counts.tsv").read_text().splitlines()[1:]:
        name, _, written = row.split("\t")[:3]
        reading = bibtex.read(decode((Path(folder) / "bib-dev" / name).read_bytes()).text, source=name)
        left_out = sum("left out" in problem.message for problem in reading.problems)
        assert (name, len(reading.papers) + left_out) == (name, int(written))
