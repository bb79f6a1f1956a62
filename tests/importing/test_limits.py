"""Bombs: whatever is read, work and memory are bounded, and what is too much is an error with its line."""

from __future__ import annotations

import json

import pytest

from publist.content import paper_file
from publist.importing.read_source import read_source
from publist.importing.source import ReadSource, Source
from publist.text import limits
from tests.conftest import ROOT, Site


def _read(name: str, text: str | bytes, form: str | None = None) -> ReadSource:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return read_source(Source(name, data, form), path=name)


def _errors(read: ReadSource) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in read.problems if problem.severity == "error"]


def _doubling(times: int) -> str:
    return '@string{m0 = "x"}\n' + "".join(f"@string{{m{n + 1} = m{n} # m{n}}}\n" for n in range(times))


def test_macros_that_double_each_other_stop_at_the_longest_line() -> None:
    """Sixty doublings would make 10^18 characters: the sixteenth is an error that names its line."""
    read = _read("a.bib", f"{_doubling(60)}@article{{a, title = m60, year = 2020}}\n")
    (first, message), *_ = _errors(read)
    assert first == 16
    assert message == "the macro m15 stands for 32,768 characters; at most 20,000 are read"
    assert _errors(read)[1:] == [(62, "the entry a is left out: it uses the macro m15 of line 16, which is too long")]
    assert not read.papers


def test_entries_of_macros_that_are_too_long_are_left_out_and_told_whatever_stands_between() -> None:
    """No paper is made of names of macros: also where other macros are made of one that is too long."""
    text = (
        f'@string{{a = "{"x" * 15_000}"}}\n@string{{b = a # a}}\n@string{{c = b # " of snow"}}\n'
        "@book{one, title = c}\n@book{two, title = {Snow}, note = a}\n@book{three, title = {Ice}, note = B}\n"
    )
    read = _read("a.bib", text, "bibtex")
    assert [found.key for found in read.papers] == ["two"]
    assert [line for line, _ in _errors(read)] == [2, 4, 6]


def test_a_macro_made_of_one_that_nobody_defined_is_told() -> None:
    """The name stays as text, as in a field, and a warning has the line of the definition."""
    read = _read("a.bib", '@string{series = lnai # " vol. 3"}\n@book{a, title = {Snow}, series = series}\n', "bibtex")
    assert [(problem.line, problem.message) for problem in read.problems] == [
        (1, "the macro lnai is not defined; the macro series keeps it as text")
    ]


def test_macros_of_an_honest_length_are_read_however_often_they_are_used() -> None:
    """A thousand entries that use one macro of a journal's name are read."""
    entries = "".join(f"@article{{k{n}, title = {{T {n}}}, journal = j, year = 2020}}\n" for n in range(1_000))
    read = _read("a.bib", f'@string{{j = "Journal of Things"}}\n{entries}')
    assert not _errors(read)
    assert {found.venue for found in read.papers} == {"Journal of Things"}


def test_uses_of_long_macros_make_no_more_than_a_multiple_of_the_file() -> None:
    """A macro of 19,000 characters used by thousands of entries is told at the line where it gets too much."""
    entries = "@article{a, title = {T}, note = m, year = 2020}\n" * 2_000
    read = _read("a.bib", f'@string{{m = "{"x" * 19_000}"}}\n{entries}')
    (line, message), *_ = _errors(read)
    assert line > 1
    assert message == "the entry a is left out: macros make more than 20 times of what is in this file"
    assert 0 < len(read.papers) < 200
    assert all(found.note == "x" * 19_000 for found in read.papers)


def test_entries_that_inherit_from_all_others_are_resolved_once() -> None:
    """A web of sixty entries that each inherit from all has 60^10 ways through it."""
    parents = ", ".join(f"k{n}" for n in range(60))
    web = "".join(f"@xdata{{k{n}, xdata = {{{parents}}}, publisher = {{P}}}}\n" for n in range(60))
    read = _read("a.bib", f"{web}@book{{a, title = {{T}}, xdata = {{{parents}}}}}\n", "biblatex")
    assert [found.publisher for found in read.papers] == ["P"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.bib", f"@article{{a, title = {{{'t ' * 20_000}}}, year = 2020}}", "`title` has"),
        ("a.bib", f"@article{{a, title = {{T}}, abstract = {{{'word ' * 300_000}}}}}", "`abstract` has"),
        ("a.bib", f"@article{{a, title = {{T}}, author = {{{'Lee, Ann' + 'a' * 2_000}}}}}", "`authors` has"),
        (
            "a.bib",
            f"@article{{a, title = {{T}}, author = {{{' and '.join('A Lee' for _ in range(50_001))}}}}}",
            "authors",
        ),
        ("a.ris", "TY  - JOUR\nTI  - T\n" + "KW  - word\n" * 1_001 + "ER  - \n", "`keywords` has 1,001 entries"),
        (
            "a.json",
            json.dumps([{"title": "T", "year": 2020, "topics": [f"t{n}" for n in range(101)]}]),
            "`topics` has 101 entries",
        ),
        (
            "a.json",
            json.dumps([{"title": "T" * 20_001, "year": 2020}]),
            "`title` has 20,001 characters; at most 20,000 are read",
        ),
    ],
)
def test_what_is_over_a_limit_is_an_error_with_its_line(name: str, text: str, said: str) -> None:
    """No honest record reaches a limit; one that does is not imported, and the error says what and how much."""
    found = _errors(_read(name, text))
    assert any(said in message for _, message in found), found
    assert all(line >= 1 for line, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        '[{"title": ' + "[" * 20_000 + "]" * 20_000 + "}]",
        '[{"title": "T", "author": ' + '{"a":' * 900 + "1" + "}" * 900 + "}]",
        '[{"title": "T", "extra": ' + "[" * 200 + "]" * 200 + "}]",
        "[" * 100_000,
    ],
)
@pytest.mark.parametrize("form", ["csl-json", "json", "openalex", "crossref"])
def test_json_that_is_nested_too_deeply_is_an_error(form: str, text: str) -> None:
    """More than a hundred levels are no record of a paper."""
    assert any("nested too deeply" in message for _, message in _errors(_read("a.json", text, form)))


@pytest.mark.parametrize(
    "value", ["[" * 990 + "]" * 990, "[" * 5_000, "{a: " * 300 + "1" + "}" * 300, "\n" + "- " * 400 + "a"]
)
def test_yaml_that_is_nested_too_deeply_is_an_error_in_its_line(value: str) -> None:
    """Front matter of any depth gives an error, and nothing more."""
    _, problems = paper_file.read(f"---\ntitle: T\nextra: {value}\n---\nText.\n", path="p.md")
    assert any("more than 100 lists and mappings within each other" in problem.message for problem in problems)


@pytest.mark.parametrize("text", ["{" * 50_000, "\\emph{" * 20_000 + "}" * 20_000, "$" * 9_999, "\\begin{a}" * 9_000])
def test_latex_of_any_depth_is_read(text: str) -> None:
    """Braces, commands, formulas and environments without end make no more than their text."""
    read = _read("a.bib", f"@article{{a, title = {{T}}, abstract = {{{text}}}}}\n@article{{b, title = {{Next}}}}\n")
    assert len("".join(found.abstract for found in read.papers)) < 12 * len(text)


@pytest.mark.parametrize("text", ["- " * 60_000 + "a", "1. " * 30_000 + "a", "* > " * 30_000 + "a"])
def test_markdown_of_any_depth_is_shown_as_it_is(site: Site, text: str) -> None:
    """Lists and quotations that nobody could read are text."""
    site.write({"content/papers/a.md": f"---\ntitle: T\n---\n{text}\n", "content/site.yaml": "title: P\n"})
    site.build()
    assert site.page("papers/a/index.html").count("<li>") < 50


def test_an_xml_bomb_is_no_reading() -> None:
    """Entities that stand for each other are refused by the parser, and told."""
    laughs = "".join(f'<!ENTITY e{n + 1} "&e{n};&e{n};&e{n};&e{n};">' for n in range(30))
    feed = f'<!DOCTYPE feed [<!ENTITY e0 "x">{laughs}]><feed xmlns="http://www.w3.org/2005/Atom"><entry>&e30;</entry></feed>'
    read = _read("a.xml", feed, "arxiv-atom")
    assert _errors(read)
    assert read.papers == ()


def test_a_content_file_over_a_limit_is_an_error(site: Site) -> None:
    """A title without end and a text without end are errors at their place; the build makes nothing."""
    long = f"---\ntitle: {'t ' * 20_000}\n---\n"
    site.write({"content/site.yaml": "title: P\n", "content/papers/a.md": long})
    done = site.run()
    assert done.returncode == 1
    assert "content/papers/a.md:2:8: error: `title` has 39,999 characters; at most 20,000 are read" in done.stderr
    site.write({"content/papers/a.md": "---\ntitle: T\n---\n" + "word " * 250_000})
    assert "content/papers/a.md:4:1: error: the text has" in site.run().stderr


def test_the_docs_have_the_limits() -> None:
    """docs/formats.md and SECURITY.md name the numbers that hold."""
    for name in ("docs/formats.md", "SECURITY.md"):
        text = " ".join((ROOT / name).read_text(encoding="utf-8").split())
        for number in (
            limits.LINE,
            limits.NAME,
            limits.TEXT,
            limits.AUTHORS,
            limits.ITEMS,
            limits.TOPICS,
            limits.DEPTH,
            limits.PIXELS,
        ):
            assert f"{number:,}" in text, (name, number)
        for size in (limits.SOURCE, limits.FILE, limits.PICTURE):
            assert f"{size >> 20} MiB" in text, (name, size)


def test_the_marks_of_a_title_are_no_words_of_its_name(site: Site) -> None:
    """Raised and lowered letters are tags in Markdown, and none in the file's name."""
    text = '[{"title": "The x<sup>2</sup> of CO<sub>2</sub>", "authors": ["Jane Doe"], "date": "2020"}]'
    site.write({"content/site.yaml": "title: P\n", "content/sources/a.json": text})
    site.build()
    assert (site.folder / "content/papers/the-x2-of-co2.md").exists()


def test_numbers_that_no_computer_holds_stay_as_they_were_written() -> None:
    """A volume of JSON is no infinity, and a number of a thousand digits no file that is nested too deeply."""
    digits = "9" * 5_000
    text = f'[{{"type": "book", "title": "T", "volume": 1e999, "number": {digits}, "issue": Infinity}}]'
    read = _read("a.json", text, "csl-json")
    assert [(found.volume, found.number, found.issue) for found in read.papers] == [("1e999", digits, "Infinity")]
    assert not _errors(read)
