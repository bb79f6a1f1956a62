"""The border of imports and of content: bombs have bounded work and an error with its line, signs never come in."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from publist.content import paper_file
from publist.importing.read_source import read_source
from publist.importing.source import ReadSource, Source
from publist.text import limits
from publist.text.characters import UNFIT, cleaned, escaped_in_json, unfit_reference
from tests.conftest import ROOT, Site, paper


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
    assert all(len(found.title) <= limits.LINE for found in read.papers)


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
    assert "macros make more than 20 times of what is in this file" in message
    assert sum(len(found.note) for found in read.papers) < 3_000_000


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


_SIGNS = [
    "\x00", "\x01", "\x07", "\x1b[31m", "\x7f", "\x85", "\x9b",
    "\ud800", "\udfff", "\ufffe", "\uffff", "\U0001ffff", "\u202e", "\u2066",
]  # fmt: skip


@pytest.mark.parametrize("sign", _SIGNS, ids=[f"U+{ord(sign[0]):04X}" for sign in _SIGNS])
@pytest.mark.parametrize("form", ["csl-json", "json", "openalex", "crossref", "bibtex", "ris", "listing"])
def test_signs_that_files_must_not_hold_are_taken_out_and_told(form: str, sign: str) -> None:
    """Whatever form brings them, as escapes or as they are: what comes out can be written, and the paper is named."""
    title = f"A title{sign} with a sign"
    texts = {
        "csl-json": json.dumps([{"id": "a", "type": "article", "title": title}]),
        "json": json.dumps([{"title": title}]),
        "openalex": json.dumps({"results": [{"id": "https://openalex.org/W1", "title": title, "authorships": []}]}),
        "crossref": json.dumps({"message": {"DOI": "10.1000/1", "title": [title], "indexed": {}}}),
        "bibtex": f"@article{{a, title = {{{title}}}, year = 2020}}\n",
        "ris": f"TY  - JOUR\nTI  - {title}\nER  - \n",
        "listing": f"CLSep 18, 2023\n{title}Ann Lee, Bo Yi, Jean Moreau\nWe study what signs do to a title.\n",
    }
    if form in ("bibtex", "ris", "listing") and "\ud800" <= sign <= "\udfff":
        pytest.skip("a file in UTF-8 has no surrogates")
    read = _read("a", texts[form], form)
    for found in read.papers:
        written = paper_file.write(found)
        assert not UNFIT.search(written)
        assert "\u202e" not in written
        assert "\u2066" not in written
    named = f"U+{ord(sign[0]):04X}"
    line_end = sign[0] in "\x85" and form in ("ris", "listing")  # there it ends a line
    assert line_end or any(named in problem.message for problem in read.problems) or not read.papers


@pytest.mark.parametrize(
    "escape", ["\\0", "\\x01", "\\e", "\\x7f", "\\x9b", "\\uFFFE", "\\uFFFF", "\\u202e", "\\u2067"]
)
def test_escapes_in_front_matter_are_refused(escape: str) -> None:
    """An escape in double quotes that stands for such a sign is an error at its place, in values and in keys."""
    _, problems = paper_file.read(f'---\ntitle: "A{escape}B"\n---\n', path="p.md")
    assert (problems[0].line, problems[0].column, problems[0].severity) == (2, 8, "error")
    assert "an escape in double quotes stands for U+" in problems[0].message
    _, problems = paper_file.read(f'---\ntitle: T\nextra: {{"k{escape}": v}}\n---\n', path="p.md")
    assert any("an escape in double quotes stands for U+" in problem.message for problem in problems)


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\x7f", "\x9b", "\ufffe", "\uffff", "\ufdd0", "\U0010ffff"])
@pytest.mark.parametrize("path", ["content/papers/a.md", "content/pages/about.md", "content/topics/t.md"])
def test_signs_in_a_file_are_refused_at_their_place(site: Site, path: str, sign: str) -> None:
    """A file of content/ that holds one is not built; the error has its line and column."""
    site.write({"content/site.yaml": "title: P\n", "content/papers/b.md": paper("Another")})
    site.write({path: f"---\ntitle: T\n---\nA text\nwith a {sign} in it.\n"})
    done = site.run()
    assert done.returncode == 1
    name = f"U+{ord(sign):04X}"
    assert f"{path}:5:8: error: the character {name} cannot stand in a file of a site" in done.stderr
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.stderr)


_REFERENCES = ["&#0;", "&#1;", "&#x1b;", "&#x9D;", "&#xD800;", "&#xFFFE;", "&#x202E;", "&#1114112;", "&#x7f", "&#11;"]


@pytest.mark.parametrize("reference", _REFERENCES)
def test_references_to_such_signs_are_told_and_never_shown(site: Site, reference: str) -> None:
    """`&#1;` in Markdown is a warning; pages, feeds, sitemap and JSON are well-formed all the same."""
    text = (
        f"---\ntitle: A {reference} title\nauthors: [Ann Lee]\ndate: 2020\ntopics: [T]\n---\nA text {reference} here.\n"
    )
    site.write({"content/site.yaml": "title: P\nbase_url: https://lee.example.org/\n", "content/papers/a.md": text})
    done = site.run()
    assert done.returncode == 0
    assert f"content/papers/a.md:2:10: warning: {reference} stands for no character" in done.stderr
    _assert_well_formed(site)


@pytest.mark.parametrize("reference", ["&#233;", "&#xE9;", "&#x80;", "&#38;", "&#x1F600;", "&#9;", "&#xFFFD;"])
def test_other_references_are_fine(reference: str) -> None:
    """What HTML makes a character of is nobody's problem; the old numbers of Windows-1252 among them."""
    assert unfit_reference(f"a {reference} b") is None


def _assert_well_formed(site: Site) -> None:
    for path, content in site.snapshot().items():
        if path.startswith("pagefind/"):
            continue
        text = content.decode("utf-8")
        assert not UNFIT.search(text), path
        if path.endswith(".xml"):
            ElementTree.fromstring(text)  # noqa: S314 (what we wrote ourselves)
        if path.endswith(".json"):
            json.loads(text)


def test_a_site_of_a_source_with_every_sign_is_well_formed(site: Site) -> None:
    """A CSL-JSON file with all of them as escapes is imported, built and exported: nothing has a sign."""
    items = [
        {"id": f"k{n}", "type": "article", "title": f"Title {n} {sign} end", "issued": {"date-parts": [[2020]]},
         "author": [{"family": f"Lee{sign}", "given": f"A{sign}nn"}], "abstract": f"Some {sign} text.", "note": sign}
        for n, sign in enumerate(_SIGNS)
    ]  # fmt: skip
    site.write(
        {
            "content/site.yaml": "title: P\nbase_url: https://lee.example.org/\n",
            "content/sources/a.json": json.dumps(items),
        }
    )
    done = site.run()
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("has characters that no file may hold") == len(_SIGNS)
    _assert_well_formed(site)
    for form in ("bibtex", "biblatex", "ris", "csl-json", "markdown", "json", "text"):
        written = site.run("export", "--format", form).stdout
        assert not re.search(
            r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]", written
        )


def test_cleaning_keeps_what_is_fit() -> None:
    """Tabs, line ends and every letter stay, and the value keeps its shape."""
    found: set[str] = set()
    value = ("a\tb\n", ["é", {"k\x01": "\x9b"}], None, 3)
    assert cleaned(value, found) == ("a\tb\n", ["é", {"k ": "\ufffd"}], None, 3)
    assert found == {"\x01", "\x9b"}


def test_json_reports_obey_no_sign() -> None:
    """What the command prints as JSON is the same JSON without a sign that a terminal obeys."""
    text = json.dumps({"a": "\x9b\u202e\x7fé"}, ensure_ascii=False)
    assert json.loads(escaped_in_json(text)) == {"a": "\x9b\u202e\x7fé"}
    assert not UNFIT.search(escaped_in_json(text))


def test_a_ledger_with_signs_is_broken(site: Site) -> None:
    """content/imports.json is written by imports: one with such an escape is refused with its line."""
    site.write({"content/site.yaml": "title: P\n", "content/sources/a.bib": "@article{a, title = {T}, year = 2020}\n"})
    site.build()
    ledger = (
        (site.folder / "content/imports.json").read_text(encoding="utf-8").replace('"title": "T"', '"title": "\\ud800"')
    )
    site.write({"content/imports.json": ledger, "content/sources/b.bib": "@article{b, title = {U}, year = 2020}\n"})
    done = site.run()
    assert done.returncode == 1
    assert "content/imports.json:3:1: error: the character U+D800 cannot stand in a file" in done.stderr


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
        ):
            assert f"{number:,}" in text, (name, number)
        for size in (limits.SOURCE, limits.FILE):
            assert f"{size >> 20} MiB" in text, (name, size)
