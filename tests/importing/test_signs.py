"""Signs that no file may hold: taken out of imports and refused in content/, as they are and as escapes, and told."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from publist.content import paper_file
from publist.importing.read_source import read_source
from publist.importing.source import ReadSource, Source
from publist.text.characters import UNFIT, cleaned, escaped_in_json, unfit_reference
from tests.conftest import Site, paper


def _read(name: str, text: str | bytes, form: str | None = None) -> ReadSource:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return read_source(Source(name, data, form), path=name)


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


def test_controls_that_windows_has_as_letters_are_those() -> None:
    """Quotation marks and dashes of Windows-1252 that were read as Latin-1 are what they were, and told."""
    read = _read("a.bib", "@article{a, title = {On \x93place\x94 and time\x97or not}, year = 2020}\n")
    assert read.papers[0].title == "On “place” and time—or not"
    assert any("U+0093, U+0094, U+0097" in problem.message for problem in read.problems)


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
        if path.startswith("pagefind/") or path.endswith(".woff2"):
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
    value = ("a\tb\n", ["é", {"k\x01": "\x9b\ufffe"}], None, 3)
    assert cleaned(value, found) == ("a\tb\n", ["é", {"k ": "›\ufffd"}], None, 3)
    assert found == {"\x01", "\x9b", "\ufffe"}


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


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u2060", "\u00ad"])
def test_what_is_not_seen_is_in_no_identifier_address_or_title(site: Site, sign: str) -> None:
    """Spaces of no width, soft hyphens: pages and PDFs bring them along, and a link with one leads nowhere."""
    entry = f"@article{{k, title={{Ice{sign} and snow}}, author={{Lee,{sign} Ann}}, doi={{10.1000/{sign}ab{sign}c}}, "
    entry += f"url={{{sign}https://example.org/x{sign}}}, eprint={{2101.00001{sign}}}, eprinttype={{arxiv}}}}\n"
    head = f"title: By hand\nauthors: [Ann{sign} Lee]\ndoi: '10.1000/x{sign}'\nlinks: {{pdf: '{sign}https://example.org/p'}}"
    site.write({"content/sources/a.bib": entry, "content/papers/hand.md": f"---\n{head}\n---\n"})
    site.build()
    read = {name: path.read_text("utf-8") for path in (site.folder / "content/papers").iterdir() if (name := path.stem)}
    assert not any(sign in text for name, text in read.items() if name != "hand")
    assert "doi: 10.1000/abc\n" in read["ice-and-snow"]
    assert "https://example.org/x\n" in read["ice-and-snow"]
    page = site.page("papers/hand/index.html")
    assert 'href="https://doi.org/10.1000/x"' in page
    assert 'href="https://example.org/p"' in page
    assert len(list((site.output / "people").iterdir())) == 2  # the person of both spellings, and the list of people


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\ufeff"], ids=["U+200B", "U+2060", "U+FEFF"])
def test_signs_of_no_width_do_not_keep_names_together(sign: str) -> None:
    """Where pages and spreadsheets leave them behind names, the names are parted as without them."""
    table = f'title,authors,year\nNoise in long winters,"Ann Lee{sign}, Max Roe{sign}, Jean Moreau{sign}",2020\n'
    for name, text in (("a.csv", table), ("a.csv", table.replace(",", "\t").replace("\t ", ", "))):
        read = _read(name, text)
        assert [str(author) for author in read.papers[0].authors] == ["Ann Lee", "Max Roe", "Jean Moreau"]
        assert read.papers[0].review == ()
