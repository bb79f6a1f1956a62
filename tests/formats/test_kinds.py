"""Citation keys, types of work, preprints, languages, remarks of databases: in every format, both ways."""

from __future__ import annotations

from typing import Any

import pybtex.database
import pytest

from publist.formats import biblatex, bibtex, csl_json, ris
from publist.formats.work_types import csl_type
from publist.model.paper import CSL_TYPES, Name, Paper
from publist.text import languages
from tests.conftest import Site
from tests.formats.test_values import entry, item, record


@pytest.mark.parametrize(
    "key", ["2008A&A...480..775V", "schröder1982", "DBLP:conf/acl/Lee23", "10.1234/abc", "李2020", "a$b", "a[1]", "x+y"]
)
@pytest.mark.parametrize("format_", [bibtex, biblatex, csl_json, ris])
def test_citation_keys_stay(format_: Any, key: str) -> None:
    """Others cite by them: every format has them as they are, and BibTeX's own parser reads them so."""
    text = format_.write([Paper("T", (Name("Ann Lee"),), type="book", key=key)])
    if format_ is not csl_json or not key.startswith("10."):
        assert format_.read(text, source="x").papers[0].key == key
    if format_ in (bibtex, biblatex):
        assert [*pybtex.database.parse_string(text, "bibtex").entries] == [key]


def test_keys_that_cannot_be_kept_are_told(site: Site) -> None:
    """A key of CSL-JSON with spaces and braces breaks a .bib: the import says what exports have instead."""
    site.write(
        {
            "content/site.yaml": "title: Papers\n",
            "in.json": '[{"id": "Lee (2020) {a}", "type": "book", "title": "On Moss"}]',
        }
    )
    done = site.run("import", "in.json")
    assert "in.json:1: warning: the citation key Lee (2020) {a} cannot be written in BibTeX" in done.stderr
    assert "exports have Lee2020a instead" in done.stderr


@pytest.mark.parametrize("type_", sorted(CSL_TYPES))
@pytest.mark.parametrize("format_", [bibtex, biblatex, csl_json, ris])
def test_every_type_comes_back(format_: Any, type_: str) -> None:
    """Each format tells all of CSL's types apart."""
    paper = Paper("A title", (Name("Ada Lai"),), type=type_, venue="Somewhere", key="lai")
    assert format_.read(format_.write([paper]), source="x").papers == (paper,)


@pytest.mark.parametrize("format_", [bibtex, biblatex, csl_json, ris])
def test_proceedings_stay_proceedings(format_: Any) -> None:
    """CSL knows only books; the genre tells."""
    paper = entry("publisher={House}", "proceedings")
    assert (paper.type, paper.genre) == ("book", "proceedings")
    text = format_.write([paper])
    assert format_.read(text, source="x").papers == (paper,)
    assert "proceedings" in text.lower()


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("journal_article", "article-journal"), ("journalArticle", "article-journal"), ("preprint", "article"),
        ("posted-content", "article"), ("dissertation", "thesis"), ("proceedings-article", "paper-conference"),
        ("ConferencePaper", "paper-conference"), ("computerProgram", "software"), ("Dataset", "dataset"),
        ("videoRecording", "motion_picture"), ("presentation", "speech"), ("Standard", "standard"),
        ("edited-book", "book"), ("bookSection", "chapter"), ("blogPost", "post-weblog"), ("nonsense", "document"),
    ],
)  # fmt: skip
def test_types_of_other_systems(name: str, type_: str) -> None:
    """Crossref's, OpenAlex's, DataCite's, Zotero's and Mendeley's names of types, however they are spelt."""
    assert csl_type(name) == type_
    assert item(type=name).type == type_
    assert record("", name).type == type_


@pytest.mark.parametrize(
    ("kind", "tag"),
    [("misc", "GEN"), ("phdthesis", "THES"), ("patent", "PAT"), ("software", "COMP"), ("dataset", "DATA"),
     ("video", "VIDEO"), ("presentation", "SLIDE"), ("standard", "STAND"), ("techreport", "RPRT")],
)  # fmt: skip
def test_types_of_ris(kind: str, tag: str) -> None:
    """An entry of BibTeX has the reference type of its kind."""
    assert ris.write([entry("note={n}", kind)]).startswith(f"TY  - {tag}\n")


def test_an_unknown_type_is_kept() -> None:
    """It is a document, and its name stays in ``extra``."""
    assert (record("", "SCROLL").type, record("", "SCROLL").extra) == ("document", {"ty": "SCROLL"})
    assert item(type="scroll").extra == {"type": "scroll"}


@pytest.mark.parametrize(
    ("venue", "server", "identifier"),
    [
        ("arXiv preprint arXiv:1706.03763", "arXiv", "1706.03763"),
        ("arXiv:1706.03763 [cs.CL]", "arXiv", "1706.03763"),
        ("CoRR abs/1706.03763", "arXiv", "1706.03763"),
        ("arXiv e-prints", "arXiv", ""),
        ("arXiv (Cornell University)", "arXiv", ""),
        ("CoRR", "arXiv", ""),
        ("bioRxiv 2020.03.22.002386", "bioRxiv", "10.1101/2020.03.22.002386"),
        ("medRxiv", "medRxiv", ""),
        ("Available at SSRN 3456789", "SSRN", "10.2139/ssrn.3456789"),
        ("SSRN Electronic Journal", "SSRN", ""),
        ("OSF Preprints", "OSF Preprints", ""),
        ("bioRxiv (Cold Spring Harbor Laboratory)", "bioRxiv", ""),
    ],
)
def test_a_preprint_server_is_one_venue(venue: str, server: str, identifier: str) -> None:
    """The identifier is taken, in every format, and there is one venue for all papers of a server."""
    bib = entry(f"journal={{{venue}}}, year=2020")
    for paper in (bib, item(**{"container-title": venue}), record(f"T2  - {venue}")):
        assert (paper.venue, paper.type) == (server, "article")
        assert (paper.arxiv or paper.doi) == identifier
    assert bibtex.write([bib]).count("1706.03763") == identifier.count("1706.03763")
    for format_ in (bibtex, biblatex, csl_json, ris):
        assert format_.read(format_.write([bib]), source="x").papers == (bib,)


@pytest.mark.parametrize("venue", ["Archives of Moss", "Moss Research", "Journal of arXiv Studies", "The Square"])
def test_what_only_sounds_like_a_server(venue: str) -> None:
    """A journal is a journal."""
    assert entry(f"journal={{{venue}}}, year=2020").venue == venue


def test_numbers_that_only_repeat_the_preprints() -> None:
    """The volume of dblp, the eid and pages say the number again."""
    dblp = entry("journal={CoRR}, volume={abs/1706.03763}, year=2017")
    assert (dblp.arxiv, dblp.volume) == ("1706.03763", "")
    ads = entry("journal={arXiv e-prints}, eid={arXiv:1706.03763}, pages={arXiv:1706.03763}, eprint={1706.03763}")
    assert (ads.arxiv, ads.pages, ads.number) == ("1706.03763", "", "")


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("German", "de"), ("ngerman", "de"), ("ger", "de"), ("deu", "de"), ("Anglais", "en"), ("eng", "en"),
        ("en_US", "en-US"), ("brazilian", "pt-BR"), ("zh-Hans", "zh-Hans"), ("Englisch", "en"), ("DE", "de"),
        ("Français", "fr"), ("日本語", "ja"), ("English (US)", "en-US"),
    ],
)  # fmt: skip
def test_languages_become_tags(name: str, tag: str) -> None:
    """In BibTeX, CSL-JSON and RIS: names in several languages, babel's options, codes of two and three letters."""
    for paper in (entry(f"language={{{name}}}"), item(language=name), record(f"LA  - {name}")):
        assert (paper.language, paper.extra) == (tag, {})


@pytest.mark.parametrize("name", ["Klingon", "xx", "xx-YY", "de-ZZ", "polyglot", "see note"])
def test_what_is_no_known_language_is_no_tag(name: str) -> None:
    """It is kept as it was, and comes back."""
    paper = entry(f"language={{{name}}}")
    assert (languages.tag(name), paper.language, paper.extra) == ("", "", {"language": name})
    assert f"language = {{{name}}}" in bibtex.write([paper])


def test_several_languages() -> None:
    """The first counts, all are kept."""
    paper = entry("language={English; French}")
    assert (paper.language, paper.extra) == ("en", {"language": "English; French"})


@pytest.mark.parametrize(
    ("note", "own"),
    [
        ("cited By 3", ""), ("cited By (since 1996)12", ""), ("Cited by: 5; Open Access", "Open Access"),
        ("Export Date: 1 May 2020", ""), ("Times Cited: 4", ""), ("Query date: 2020-01-01", ""),
        ("From Duplicate 1 (T - Lee)", ""), ("With drawings; cited By 3", "With drawings"),
        ("Cited in the press", "Cited in the press"),
    ],
)  # fmt: skip
def test_remarks_of_databases(note: str, own: str) -> None:
    """A count is stale the next day; a remark of the author's own beside it stays."""
    for paper in (entry(f"note={{{note}}}"), item(note=note), record(f"N1  - {note}")):
        assert paper.note == own
        assert ("database_note" in paper.extra) == (note != own)
