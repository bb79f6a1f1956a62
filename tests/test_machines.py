"""The heads of pages as machines read them: Google Scholar, Zotero, JSON-LD, Signposting, OpenGraph, sitemap."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

import extruct
import lxml.html
import pytest
from pyld import jsonld

from publist.model import Paper
from publist.outputs.scholar import Places, citation_tags
from tests.conftest import Site
from tests.machine_site import PDF, UNDATED

BASE = "https://example.github.io/publications/"
SLUGS = "book chapter conference dataset journal patent preprint report software talk thesis".split()


class Head:
    """The head of a page of the machine site, ready to be asked."""

    def __init__(self, site: Site, path: str) -> None:
        self.address = BASE + path
        self.text = site.page(f"{path}index.html")
        self.tree = lxml.html.document_fromstring(self.text)

    def metas(self, name: str) -> list[str]:
        """The contents of the tags of this name."""
        return [tag.get("content") for tag in self.tree.iter("meta") if name in (tag.get("name"), tag.get("property"))]

    def links(self, relation: str) -> list[tuple[str, str]]:
        """Absolute address and media type of the links of this relation."""
        found = [link for link in self.tree.iter("link") if link.get("rel") == relation]
        return [(urljoin(self.address, link.get("href")), link.get("type") or "") for link in found]

    def nodes(self) -> list[dict[str, Any]]:
        """The nodes of JSON-LD that extruct finds."""
        (block,) = extruct.extract(self.text, syntaxes=["json-ld"], base_url=self.address)["json-ld"]
        found: list[dict[str, Any]] = block["@graph"]
        return found

    def work(self) -> dict[str, Any]:
        """The first node: the work on a paper's page, the list on a list's."""
        return self.nodes()[0]


@pytest.mark.parametrize("slug", SLUGS)
def test_no_tag_is_empty_and_none_is_guessed(machine_site: Site, slug: str) -> None:
    """Every meta tag says something; what is said once stands once."""
    head = Head(machine_site, f"papers/{slug}/")
    named = [tag for tag in head.tree.iter("meta") if tag.get("name") or tag.get("property")]
    assert all((tag.get("content") or "").strip() for tag in named)
    for name in ("citation_title", "citation_publication_date", "citation_doi", "citation_pdf_url", "og:title"):
        assert len(head.metas(name)) <= 1
    assert len(head.metas("citation_title")) == 1
    assert head.metas("citation_author")


@pytest.mark.parametrize(
    ("slug", "tag", "value"),
    [
        ("journal", "citation_journal_title", 'Journal of "Quoted" <Things> & Others'),
        ("journal", "citation_title", "A journal article with emphasis, code and x² < y & more"),
        ("journal", "citation_publication_date", "1843/9/1"),
        ("journal", "citation_firstpage", "101"),
        ("journal", "citation_lastpage", "117"),
        ("journal", "citation_doi", "10.1000/182(a)<b>"),
        ("conference", "citation_conference_title", "Proceedings of the Conference on Odd Things"),
        ("conference", "citation_publication_date", "2021"),
        ("conference", "citation_date", "2021-06"),
        ("conference", "citation_pdf_url", BASE + "papers/conference/conference.pdf"),
        ("chapter", "citation_inbook_title", "The Book of Machines"),
        ("chapter", "citation_firstpage", "e12"),
        ("chapter", "citation_series_title", "Lecture Notes in Oddities"),
        ("thesis", "citation_dissertation_institution", "University of Somewhere"),
        ("thesis", "citation_pdf_url", BASE + "papers/thesis/thesis.pdf"),
        ("report", "citation_technical_report_institution", "CERN"),
        ("report", "citation_technical_report_number", "TR-42"),
        ("preprint", "citation_publisher", "arXiv"),
        ("preprint", "citation_language", "ja"),
        ("preprint", "DC.type", "preprint"),
        ("book", "DC.type", "book"),
        ("dataset", "DC.type", "dataset"),
        ("talk", "DC.type", "presentation"),
        ("software", "DC.type", "computerProgram"),
    ],
)
def test_each_type_has_the_tags_of_its_type(machine_site: Site, slug: str, tag: str, value: str) -> None:
    """The tag that names the container, and the date in the form that Google Scholar asks for."""
    assert Head(machine_site, f"papers/{slug}/").metas(tag) == [value]


def test_a_preprint_is_in_no_journal(machine_site: Site) -> None:
    """The server of a preprint is its publisher; a journal tag would make it a journal article."""
    head = Head(machine_site, "papers/preprint/")
    assert not head.metas("citation_journal_title")


@pytest.mark.parametrize(
    ("slug", "authors"),
    [
        ("journal", ["Lovelace, A.", "van der Berg, Ludwig", "King Jr., Martin", "García Márquez, Gabriel"]),
        ("conference", ["Lovelace, Ada", "Picard, Jean-Luc", "van Gogh, Vincent"]),
        ("report", ["The ATLAS Collaboration,", "Plato"]),
        ("preprint", ["李明", "山田太郎", "Björk"]),
        ("thesis", ["Carreño\u00a0Quiñones, María José"]),
    ],
)
def test_names_are_told_so_that_zotero_splits_them_right(machine_site: Site, slug: str, authors: list[str]) -> None:
    """Particles and two surnames stay with the family name, a group is whole, a lone author is not two."""
    assert Head(machine_site, f"papers/{slug}/").metas("citation_author") == authors


def test_what_is_known_of_an_author_stands_behind_the_name(machine_site: Site) -> None:
    """ORCID and institution follow the author whose they are; editors are no authors."""
    head = Head(machine_site, "papers/journal/")
    assert head.metas("citation_author_orcid") == ["https://orcid.org/0000-0001-5109-3700"]
    assert head.metas("citation_author_institution") == ["Universidad & Co"]
    assert Head(machine_site, "papers/chapter/").metas("citation_editor") == ["Turing, Alan", "von Linné, Carl"]


def test_the_abstract_is_whole_and_readable(machine_site: Site) -> None:
    """No markup and no LaTeX: both paragraphs on one line."""
    (abstract,) = Head(machine_site, "papers/journal/").metas("citation_abstract")
    wanted = "We study machines that read pages & save them, with a < b and a rate of 8.5%. A second paragraph."
    assert abstract == wanted


def test_pages_that_are_no_papers_have_no_citation_tags(machine_site: Site) -> None:
    """Neither lists nor overviews pretend to be a paper, and there is no COinS anywhere."""
    for page in machine_site.output.rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        assert "Z3988" not in text
        assert ("citation_" in text) == (page.parent.parent.name == "papers"), page


def test_a_pdf_of_ours_is_served_in_the_folder_of_its_paper(machine_site: Site) -> None:
    """From content/assets and from beside the paper's file; the one of a draft is not published."""
    for slug in ("conference", "thesis"):
        assert (machine_site.output / f"papers/{slug}/{slug}.pdf").read_bytes() == PDF
    assert not list(machine_site.output.rglob("draft*"))
    assert 'href="../../papers/thesis/thesis.pdf"' in machine_site.page("papers/thesis/index.html")


def test_a_pdf_that_is_not_there_is_not_promised(site: Site) -> None:
    """A local address without a file is in no tag for machines."""
    site.write({"content/site.yaml": f"title: A\nbase_url: {BASE}\n"})
    site.write({"content/papers/a.md": "---\ntitle: A\ndate: 2020\nlinks: {pdf: assets/no.pdf}\n---\nText.\n"})
    site.build()
    head = Head(site, "papers/a/")
    assert not head.metas("citation_pdf_url")
    assert not head.links("item")
    assert "encoding" not in head.work()


def _expanded(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The nodes expanded by the JSON-LD algorithms, with schema.org as the vocabulary."""
    context = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "item": {"@type": "@id"}}
    found: list[dict[str, Any]] = jsonld.expand({"@context": context, "@graph": nodes})
    return found


PAGES = [*[f"papers/{slug}/" for slug in SLUGS], "", "people/ada-lovelace/", "topics/computing/"]


@pytest.mark.parametrize("path", PAGES)
def test_json_ld_expands_and_has_nothing_empty(machine_site: Site, path: str) -> None:
    """PyLD reads every node; no value is empty; the page itself is among the nodes."""
    nodes = Head(machine_site, path).nodes()
    expanded = _expanded(nodes)
    assert len(expanded) == len(nodes)
    assert BASE + path in [node.get("@id") for node in expanded]

    def full(value: Any) -> bool:
        if isinstance(value, dict):
            return bool(value) and all(full(inner) for inner in value.values())
        if isinstance(value, list):
            return bool(value) and all(full(inner) for inner in value)
        return value not in ("", None)

    assert full(nodes)


def test_json_ld_of_an_article_says_what_the_file_says(machine_site: Site) -> None:
    """Authors in order with their parts, the journal by way of issue and volume, identifiers, licence, version."""
    work = Head(machine_site, "papers/journal/").work()
    assert work["@type"] == "ScholarlyArticle"
    assert [author["name"] for author in work["author"]][1:3] == ["Ludwig van der Berg", "Martin King, Jr."]
    assert work["author"][1]["familyName"] == "van der Berg"
    assert work["author"][2]["honorificSuffix"] == "Jr."
    assert work["author"][0]["sameAs"] == "https://orcid.org/0000-0002-1825-0097"
    assert work["author"][0]["@id"] == f"{BASE}people/ada-lovelace/#person"
    assert work["isPartOf"]["issueNumber"] == "3"
    assert work["isPartOf"]["isPartOf"]["volumeNumber"] == "12"
    assert work["isPartOf"]["isPartOf"]["isPartOf"]["issn"] == "2049-3630"
    assert work["identifier"][0] == {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/182(a)<b>"}
    assert work["sameAs"] == ["https://doi.org/10.1000/182(a)%3Cb%3E"]
    assert work["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert work["datePublished"] == "1843-09-01"
    (version,) = work["workExample"]
    assert version["url"] == "https://arxiv.org/abs/2309.09843"
    assert version["datePublished"] == "1842-05"


@pytest.mark.parametrize(
    ("slug", "kind"),
    [("thesis", "Thesis"), ("book", "Book"), ("report", "Report"), ("chapter", "Chapter"), ("dataset", "Dataset"),
     ("software", "SoftwareSourceCode"), ("preprint", "ScholarlyArticle"), ("patent", "CreativeWork")],
)  # fmt: skip
def test_json_ld_has_the_type_that_is_right(machine_site: Site, slug: str, kind: str) -> None:
    """Each CSL type has its type of schema.org, or the general one."""
    assert Head(machine_site, f"papers/{slug}/").work()["@type"] == kind


def test_a_group_is_an_organization(machine_site: Site) -> None:
    """A literal name has no given name."""
    group = Head(machine_site, "papers/report/").work()["author"][0]
    assert group["@type"] == "Organization"
    assert "givenName" not in group


def test_no_text_can_end_the_script_of_json_ld(site: Site) -> None:
    """A title with ``</script>`` stays data, and is the same title when read back."""
    title = "About </script><script>alert(1)</script>"
    site.write({"content/site.yaml": f"title: A\nbase_url: {BASE}\n"})
    site.write({"content/papers/a.md": f"---\ntitle: '`{title}`'\n---\nText.\n"})
    site.build()
    head = Head(site, "papers/a/")
    assert "<script>alert" not in head.text
    assert head.work()["name"] == title


def test_lists_are_collections_and_people_are_people(machine_site: Site) -> None:
    """The index names the site and its search, a person's page the person, each list its papers in order."""
    index = Head(machine_site, "").nodes()
    assert [node["@type"] for node in index] == ["CollectionPage", "WebSite"]
    assert index[1]["potentialAction"]["target"]["urlTemplate"] == f"{BASE}?q={{search_term_string}}"
    items = index[0]["mainEntity"]["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(SLUGS) + 1))
    page, person, crumbs = Head(machine_site, "people/ada-lovelace/").nodes()
    assert page["about"] == {"@id": person["@id"]}
    assert person["sameAs"] == ["https://orcid.org/0000-0002-1825-0097", "https://example.org/ada"]
    assert person["alternateName"] == ["A. Lovelace"]
    assert [crumb["item"] for crumb in crumbs["itemListElement"]] == [
        BASE, f"{BASE}people/", f"{BASE}people/ada-lovelace/",
    ]  # fmt: skip


def test_a_former_name_is_told_to_nobody(site: Site) -> None:
    """Names no longer used lead to the page of the person and are in no file of the site."""
    site.write({"content/site.yaml": f"title: A\nbase_url: {BASE}\n"})
    site.write({"content/people.yaml": "- name: Ada King\n  former_names: [Ada Byron]\n"})
    site.write({"content/papers/a.md": "---\ntitle: A\nauthors: [Ada King]\ndate: 2020\n---\nText.\n"})
    site.build()
    assert all(b"Byron" not in content for content in site.snapshot().values())


def test_signposting_names_everything_of_a_paper(machine_site: Site) -> None:
    """The DOI to cite, the files that describe it with their types, the PDF, the authors, the licence, the types."""
    head = Head(machine_site, "papers/journal/")
    page = f"{BASE}papers/journal/"
    assert head.links("cite-as") == [("https://doi.org/10.1000/182(a)%3Cb%3E", "")]
    assert head.links("describedby") == [
        (f"{page}journal.bib", "application/x-bibtex"),
        (f"{page}journal.ris", "application/x-research-info-systems"),
        (f"{page}journal.json", "application/vnd.citationstyles.csl+json"),
    ]
    assert [url for url, _ in head.links("author")] == [
        "https://orcid.org/0000-0002-1825-0097", "https://orcid.org/0000-0001-5109-3700",
    ]  # fmt: skip
    assert head.links("license") == [("https://creativecommons.org/licenses/by/4.0/", "")]
    assert [url for url, _ in head.links("type")] == [
        "https://schema.org/AboutPage", "https://schema.org/ScholarlyArticle",
    ]  # fmt: skip
    thesis = Head(machine_site, "papers/thesis/")
    assert thesis.links("item") == [(f"{BASE}papers/thesis/thesis.pdf", "application/pdf")]


def test_a_link_set_says_what_the_page_says(machine_site: Site) -> None:
    """RFC 9264: the same links from the page, and from each file back to it; each file of ours is there."""
    head = Head(machine_site, "papers/thesis/")
    ((url, media),) = head.links("linkset")
    assert media == "application/linkset+json"
    page, *files = json.loads(machine_site.page(url.removeprefix(BASE)))["linkset"]
    assert page["anchor"] == f"{BASE}papers/thesis/"
    for relation in ("cite-as", "describedby", "item", "type"):
        assert [link["href"] for link in page[relation]] == [url for url, _ in head.links(relation)]
    for file in files:
        assert (machine_site.output / file["anchor"].removeprefix(BASE)).exists()
        (back,) = file.get("describes") or file["collection"]
        assert back["href"] == page["anchor"]


def test_what_to_cite_is_the_choice_of_the_site(site: Site) -> None:
    """``cite_as: page`` names the page though there is a DOI."""
    site.write({"content/site.yaml": f"title: A\nbase_url: {BASE}\ncite_as: page\n"})
    site.write({"content/papers/a.md": "---\ntitle: A\ndate: 2020\ndoi: 10.1000/182\n---\nText.\n"})
    site.build()
    assert Head(site, "papers/a/").links("cite-as") == [(f"{BASE}papers/a/", "")]


def test_a_paper_without_a_date_promises_none(site: Site) -> None:
    """No date is made up: not in tags, not in JSON-LD."""
    site.write({"content/site.yaml": f"title: A\nbase_url: {BASE}\n", "content/papers/a.md": UNDATED})
    site.build()
    head = Head(site, "papers/a/")
    assert not head.metas("citation_publication_date") + head.metas("article:published_time")
    assert "datePublished" not in head.work()


def test_without_an_address_of_the_site_nothing_is_made_up(site: Site) -> None:
    """No canonical address, no feeds, no sitemap; what is true without an address is still told."""
    site.write({"content/site.yaml": "title: A\n"})
    site.write({"content/papers/a.md": "---\ntitle: A title\ndate: 2020\n---\nText.\n"})
    site.build()
    head = Head(site, "papers/a/")
    assert head.metas("citation_title") == ["A title"]
    assert not head.links("canonical") + head.links("cite-as") + head.links("linkset")
    assert "@id" not in head.work()
    assert not [path for path in site.snapshot() if path.endswith(("feed.xml", "sitemap.xml", "linkset.json"))]


def test_open_graph_tells_times_authors_and_topics(machine_site: Site) -> None:
    """Authors by the addresses of their pages, the date as far as it is known."""
    head = Head(machine_site, "papers/conference/")
    assert head.metas("og:type") == ["article"]
    assert head.metas("article:published_time") == ["2021-06"]
    assert head.metas("article:author")[0] == f"{BASE}people/ada-lovelace/"
    assert head.metas("article:tag") == ["Computing", "Reading & Writing"]
    assert Head(machine_site, "people/ada-lovelace/").metas("og:type") == ["profile"]


def test_the_sitemap_has_every_page_with_the_dates_that_are_known(machine_site: Site) -> None:
    """Every page but the search, which has nothing of its own; a last change only where the day is known."""
    text = machine_site.page("sitemap.xml")
    listed = set(re.findall(r"<loc>(.*?)</loc>", text))
    pages = {path for path in machine_site.snapshot() if path.endswith("index.html")} - {"search/index.html"}
    assert listed == {BASE + path.removesuffix("index.html") for path in pages}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for date in re.findall(r"<lastmod>(.*?)</lastmod>", text))
    assert f"<loc>{BASE}papers/journal/</loc><lastmod>1843-09-01</lastmod>" in text
    assert f"Sitemap: {BASE}sitemap.xml" in machine_site.page("robots.txt")


@pytest.mark.parametrize(
    ("venue", "tag"),
    [
        ("Transactions on Things", "citation_journal_title"),
        ("Proceedings of the Conference on Things", "citation_conference_title"),
        ("Workshop on Things", "citation_conference_title"),
        ("arXiv preprint", "citation_publisher"),
        ("bioRxiv", "citation_publisher"),
    ],
)
def test_a_file_without_a_type_is_told_by_its_venue(venue: str, tag: str) -> None:
    """Only where preprints stand is it a preprint."""
    made = citation_tags(Paper("A title", venue=venue), "A title", "", Places())
    assert [name for name, content in made if content == venue] == [tag]
    assert ("DC.type", "preprint") in made or tag != "citation_publisher"
