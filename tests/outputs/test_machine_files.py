"""The files that machines take: feeds by feedparser, exports by the parsers that others use, the API by its schema."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import bibtexparser
import citeproc
import feedparser
import jsonschema
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from tests.conftest import SMALL_SITE, Site, paper
from tests.support.machine_site import UNDATED

BASE = "https://example.github.io/publications/"
STYLE = str(Path(citeproc.__file__).parent / "data/styles/harvard-cite-them-right.csl")
PLACES = ["", "people/ada-lovelace/", "topics/computing/", "venues/arxiv/"]
WITH_EXPORTS = ["publications", "people/ada-lovelace/ada-lovelace", "topics/computing/computing", "years/2021/2021"]


@pytest.mark.parametrize("place", PLACES)
def test_feeds_are_right_and_announced(machine_site: Site, place: str) -> None:
    """Feedparser has nothing to say; the page announces both feeds; ids are the permalinks, newest first."""
    feed = feedparser.parse(machine_site.page(f"{place}feed.xml"))
    assert not feed.bozo
    assert feed.feed.id == BASE + place
    page = machine_site.page(f"{place}index.html")
    assert 'rel="alternate" type="application/atom+xml"' in page
    assert 'rel="alternate" type="application/feed+json"' in page
    entries = [(entry.id, entry.updated) for entry in feed.entries]
    assert entries
    assert all(entry.id == entry.link for entry in feed.entries)
    assert [moment for _, moment in entries] == sorted((moment for _, moment in entries), reverse=True)
    items = json.loads(machine_site.page(f"{place}feed.json"))
    assert items["version"] == "https://jsonfeed.org/version/1.1"
    assert [(item["id"], item["date_published"]) for item in items["items"]] == entries


def test_a_feed_has_whole_abstracts_and_all_authors(machine_site: Site) -> None:
    """The abstract as HTML with both paragraphs, every author, every topic; the title as text."""
    feed = feedparser.parse(machine_site.page("feed.xml"))
    entry = next(entry for entry in feed.entries if entry.id.endswith("/journal/"))
    assert entry.title == "A journal article with emphasis, code and x² < y & more"
    assert [author.name for author in entry.authors][1] == "Ludwig van der Berg"
    assert entry.content[0].value.count("<p>") == 2
    assert "A second paragraph." in entry.content[0].value
    item = next(item for item in json.loads(machine_site.page("feed.json"))["items"] if item["id"] == entry.id)
    assert item["content_html"].count("<p>") == 2
    assert [author["name"] for author in item["authors"]] == [author.name for author in entry.authors]


def test_a_feed_of_a_paper_without_date_or_abstract_is_right(site: Site) -> None:
    """JSON Feed says no date; Atom, which must, says one that the feed has; content is never missing."""
    site.write({"content/site.yaml": f"title: A\nbase_url: {BASE}\n", "content/papers/a.md": UNDATED})
    site.write({"content/papers/b.md": "---\ntitle: B\ndate: 2020\n---\n"})
    site.build()
    feed = feedparser.parse(site.page("feed.xml"))
    assert not feed.bozo
    assert [entry.updated[:4] for entry in feed.entries] == ["2020", "2020"]
    first, second = json.loads(site.page("feed.json"))["items"]
    assert first["content_text"] == "B"
    assert "date_published" not in second


def test_links_in_abstracts_of_feeds_lead_somewhere(site: Site) -> None:
    """A relative address in an abstract is absolute in a feed, which is read elsewhere."""
    site.write({"content/site.yaml": f"title: A\nbase_url: {BASE}\n", "content/assets/data.csv": "1,2\n"})
    site.write({"content/papers/a.md": "---\ntitle: A\ndate: 2020\n---\nSee [the data](../assets/data.csv).\n"})
    site.build()
    assert f"{BASE}assets/data.csv" in site.page("feed.xml")
    assert f"{BASE}assets/data.csv" in site.page("feed.json")


def test_feeds_and_files_of_terms_can_be_switched_off(small_site: Site) -> None:
    """Then the whole list still has its own, and no page promises what is not there."""
    text = str(SMALL_SITE["content/site.yaml"]) + "feed: {terms: false}\nexports: {terms: false, api: false}\n"
    small_site.write({"content/site.yaml": text})
    small_site.build()
    made = set(small_site.snapshot())
    assert {"feed.xml", "feed.json", "publications.bib"} <= made
    assert not [path for path in made if path.startswith(("people/", "topics/", "api/")) and not path.endswith(".html")]
    page = small_site.page("people/ada-lovelace/index.html")
    assert "feed.xml" not in page.partition("<body")[0]
    assert ".bib" not in page.partition("<body")[0]


@pytest.mark.parametrize("stem", WITH_EXPORTS)
def test_bibtex_files_are_read_whole_by_others(machine_site: Site, stem: str) -> None:
    """Pybtex and bibtexparser find every paper of the list with its title, year and authors."""
    text = machine_site.page(f"{stem}.bib")
    wanted = len(json.loads(machine_site.page(f"{stem}.json")))
    entries = parse_string(text, "bibtex").entries
    assert len(entries) == wanted > 0
    for entry in entries.values():
        assert entry.persons["author"]
        assert entry.fields["title"]
        assert entry.fields["year"]
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    assert len(library.entries) == wanted


@pytest.mark.parametrize("stem", WITH_EXPORTS)
def test_ris_and_csl_files_are_read_whole_by_others(machine_site: Site, stem: str) -> None:
    """Rispy and citeproc-py find every paper; one bibliography of all of them can be set."""
    items = json.loads(machine_site.page(f"{stem}.json"))
    records = rispy.loads(machine_site.page(f"{stem}.ris"))
    assert [record["title"] for record in records] == [_plain(item["title"]) for item in items]
    assert [len(record["authors"]) for record in records] == [len(item["author"]) for item in items]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py speaks of every variable that it does not know
        source = CiteProcJSON(items)
        style = CitationStylesStyle(STYLE, validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"].lower()) for item in items]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert len(bibliography.bibliography()) == len(items)


def _plain(title: str) -> str:
    for tag in ("<i>", "</i>", "<b>", "</b>"):
        title = title.replace(tag, "")
    return title


def test_a_paper_is_the_same_in_every_file_that_holds_it(machine_site: Site) -> None:
    """Its own files have the words of the whole list's, key and all."""
    whole = machine_site.page("publications.bib")
    for file in (machine_site.output / "papers").rglob("*.bib"):
        assert file.read_text(encoding="utf-8").strip() in whole
    items = json.loads(machine_site.page("publications.json"))
    for file in (machine_site.output / "papers").glob("*/[!l]*.json"):
        (item,) = json.loads(file.read_text(encoding="utf-8"))
        assert item in items


def test_two_papers_that_would_have_one_key_have_two_everywhere(small_site: Site) -> None:
    """Keys are told apart among all papers of the site, so no file has a key that another gives to another paper."""
    small_site.write({f"content/papers/{name}.md": paper("Notes on the engine") for name in ("notes", "again")})
    small_site.build()

    def keys(file: str) -> set[str]:
        return set(parse_string(small_site.page(file), "bibtex").entries)

    alone = keys("papers/notes/notes.bib") | keys("papers/again/again.bib")
    assert len(alone) == 2
    assert alone <= keys("publications.bib")


def test_exports_have_no_addresses_that_hold_only_here(machine_site: Site) -> None:
    """The PDF of ours is told by its absolute address."""
    (item,) = json.loads(machine_site.page("papers/conference/conference.json"))
    assert item["custom"]["links"]["pdf"] == f"{BASE}papers/conference/conference.pdf"


def test_lists_name_their_files_with_their_types(machine_site: Site) -> None:
    """rel=alternate for machines, and a link that downloads for readers."""
    page = machine_site.page("topics/computing/index.html")
    file = 'href="../../topics/computing/computing.bib"'
    assert f'<link rel="alternate" type="application/x-bibtex" title="Computing" {file}>' in page
    assert file in page.partition("<body")[2]


def _api(site: Site) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    return json.loads(site.page("api/papers.json")), json.loads(site.page("api/papers.schema.json"))


def test_the_api_is_as_its_schema_says(machine_site: Site) -> None:
    """The schema is one, and every paper of the site is in the list by it."""
    papers, schema = _api(machine_site)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(papers, schema)
    assert {paper["page"] for paper in papers} == {
        f"{BASE}papers/{path.name}/" for path in (machine_site.output / "papers").iterdir() if path.name != "page"
    }
    journal = next(paper for paper in papers if paper["slug"] == "journal")
    assert journal["authors"][1]["particle"] == "van der"
    assert journal["abstract"].startswith("We study *machines*")


def test_the_api_keeps_what_is_the_owners(small_site: Site) -> None:
    """Doubts of the import and unknown keys are between the owner and the file."""
    text = paper("A secret").replace("topics:", "my_note: rejected twice\nreview: [title]\ntopics:")
    small_site.write({"content/papers/secret.md": text})
    small_site.build()
    papers, schema = _api(small_site)
    assert "rejected twice" not in small_site.page("api/papers.json")
    assert not any("review" in paper for paper in papers)
    assert not {"review", "extra"} & schema["items"]["properties"].keys()
