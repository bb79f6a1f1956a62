"""Each key of a paper from its front matter to the page that shows it, to an export, and back into a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from publist.content import paper_file
from publist.content.schema.paper import FIELDS
from tests.conftest import Site


class Said(NamedTuple):
    """What a file says, the file of the site that shows it, and what stands there; nothing, of what no page shows."""

    lines: str
    shown: str = ""
    path: str = "papers/{}/index.html"


_LIST = "index.html"
_KEYS: dict[str, Said] = {
    "title": Said("title: On *ice*", "<h1>On <em>ice</em></h1>"),
    "authors": Said("authors: [{name: Bo Yi, equal: true, corresponding: true}, Ann Lee]", "Bo Yi</a><sup>*†</sup>"),
    "et_al": Said("et_al: true", "Ann Lee</a> <i>et al.</i>"),
    "collaboration": Said("collaboration: [The Ice Group]", "</a>; The Ice Group", _LIST),
    "affiliations": Said("affiliations: [Ice Lab]", "<li>Ice Lab</li>"),
    "date": Said("date: 2023-09-18", '<time datetime="2023-09-18">18 September 2023</time>'),
    "status": Said("status: under review", ">Under review <span class", _LIST),
    "type": Said("type: thesis", ">Thesis</a>"),
    "venue": Said("venue: Journal of Ice", 'class="in" href="../../venues/journal-of-ice/">Journal of Ice</a>'),
    "venue_short": Said("venue: Journal of Snow\nvenue_short: JoS", '<b class="badge">JoS</b>', _LIST),
    "volume": Said("volume: 77", "<dd>77</dd>"),
    "issue": Said("issue: 78", "<dd>78</dd>"),
    "pages": Said("pages: 101-117", "<dd>101–117</dd>"),
    "publisher": Said("publisher: Ice Press", "<dd>Ice Press</dd>"),
    "place": Said("place: Oslo", "<dd>Oslo</dd>"),
    "edition": Said("edition: 79", "<dd>79</dd>"),
    "series": Said("series: Ice Notes", "<dd>Ice Notes</dd>"),
    "number": Said("number: TR-80", "<dd>TR-80</dd>"),
    "chapter": Said("chapter: 81", "<dd>81</dd>"),
    "genre": Said("type: report\ngenre: White paper", "White paper"),
    "event": Said("event: Ice Days 2023", "Ice Days 2023"),
    "editors": Said("editors: [Ed Itor]", "Ed Itor"),
    "topics": Said("topics: [Thin ice]", '<a href="../../topics/thin-ice/">Thin ice</a>'),
    "category": Said("category: CL", '<a href="../../topics/computation-and-language/">'),
    "code": Said("code: true", "Code coming soon"),
    "doi": Said("doi: 10.1000/182", 'href="https://doi.org/10.1000/182"'),
    "arxiv": Said('arxiv: "2309.09843"', 'href="https://arxiv.org/abs/2309.09843"'),
    "isbn": Said("isbn: 978-3-16-148410-0", "978-3-16-148410-0"),
    "issn": Said("issn: 2049-3630", "2049-3630"),
    "pmid": Said("pmid: 31452104", "31452104"),
    "pmcid": Said("pmcid: PMC6699999", "PMC6699999"),
    "links": Said("links: {slides: https://example.org/s}", 'href="https://example.org/s"'),
    "language": Said("language: de", '<h1 lang="de">'),
    "license": Said("license: CC-BY-4.0", 'href="https://creativecommons.org/licenses/by/4.0/"'),
    "keywords": Said("keywords: [firn, rime]", 'name="citation_keywords" content="firn'),
    "awards": Said("awards: [Best ice]", '<b class="award">Best ice</b>', _LIST),
    "summary": Said("summary: How ice melts.", "How ice melts.</p>", _LIST),
    "image": Said("image: assets/ice.svg", 'src="../../assets/ice.svg"'),
    "image_alt": Said("image: assets/ice.svg\nimage_alt: A floe", 'alt="A floe"'),
    "note": Said("note: With an appendix", "With an appendix"),
    "retraction": Said("retraction: {date: 2024-05-01, note: Melted}", "This paper has been retracted.</b> Melted"),
    "corrections": Said("corrections: [{date: 2024-05-02, note: Figure 2}]", "<li>Figure 2"),
    "citations": Said("citations: {count: 42, source: OpenAlex, date: 2026-11-27}", "42 (OpenAlex, 27 November 2026)"),
    "added": Said("added: 2026-11-27", '<time datetime="2026-11-27">', "changes/index.html"),
    "key": Said("key: yi2023ice", "@misc{yi2023ice,"),
    "versions": Said('versions: [{type: article, arxiv: "2309.09844"}]', "2309.09844"),
    "aliases": Said("aliases: [former]", "papers/aliases/", "papers/former/index.html"),
    "featured": Said("featured: true", "Selected</h2>", _LIST),
    "review": Said("review: [title]"),
    "weight": Said("weight: 3"),
    "draft": Said("draft: true"),
    "extra": Said("extra: {grant: X-1}"),
}
"""The last four no page shows: doubts, places in lists (test_order.py), drafts (test_drafts.py), what is kept."""


def _files() -> dict[str, str | bytes]:
    papers = {}
    for name, said in _KEYS.items():
        lines = said.lines
        for given, line in (
            ("title", f"title: Paper of {name}"),
            ("authors", "authors: [Ann Lee]"),
            ("date", "date: 2020"),
        ):
            lines += "" if re.search(f"^{given}:", lines, re.MULTILINE) else f"\n{line}"
        papers[f"content/papers/{name.replace('_', '-')}.md"] = f"---\n{lines}\n---\nText of {name}.\n"
    site = (
        "title: P\nbase_url: https://example.org/p/\nindex: {whole: 100}\ncategories: {CL: Computation and language}\n"
    )
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'
    return {"content/site.yaml": site, "content/assets/ice.svg": drawing, **papers}


@pytest.fixture(scope="module")
def said_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with a paper for each key, built."""
    site = Site(tmp_path_factory.mktemp("keys"))
    site.write(_files())
    site.build()
    return site


@pytest.fixture(scope="module")
def back(said_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of papers of another site, into which the exported list of the first was imported."""
    other = Site(tmp_path_factory.mktemp("back"))
    other.write({"content/site.yaml": "title: P\n", "list.json": said_site.run("export", "--format", "json").stdout})
    done = other.run("import", "list.json", "--format", "json")
    assert done.returncode == 0, done.stderr
    return other.folder / "content/papers"


def test_every_key_is_said() -> None:
    """A new key has its row here."""
    assert set(_KEYS) == {field.name for field in FIELDS}


@pytest.mark.parametrize("name", [name for name, said in _KEYS.items() if said.shown])
def test_a_key_is_shown(said_site: Site, name: str) -> None:
    """What the file says stands on the page that is meant to show it."""
    said = _KEYS[name]
    assert said.shown in said_site.page(said.path.format(name.replace("_", "-")))


def test_what_no_page_shows(said_site: Site) -> None:
    """A draft is nowhere; what is kept is in files to cite from alone."""
    assert not [path for path, data in said_site.snapshot().items() if b"Paper of draft" in data or "draft" in path]
    assert "X-1" not in re.sub(r"<pre.*?</pre>", "", said_site.page("papers/extra/index.html"), flags=re.DOTALL)


@pytest.mark.parametrize("name", [name for name in _KEYS if name != "draft"])
def test_a_key_comes_back(said_site: Site, back: Path, name: str) -> None:
    """The exported list of papers, read into an empty site, gives a file that says the same."""
    own = said_site.folder / f"content/papers/{name.replace('_', '-')}.md"
    paper, _ = paper_file.read(own.read_text(encoding="utf-8"), path="")
    assert paper
    read = [paper_file.read(path.read_text(encoding="utf-8"), path="")[0] for path in back.iterdir()]
    (other,) = [found for found in read if found and found.abstract == paper.abstract]
    assert getattr(other, name) == getattr(paper, name)
