"""What pages tell crawlers of themselves and of each other: Signposting, link sets, OpenGraph, the sitemap."""

from __future__ import annotations

import json
import re

from tests.conftest import Site
from tests.support.page_heads import BASE, Head


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


def test_search_engines_are_led_past_pages_without_content(machine_site: Site) -> None:
    """The page with nothing but a form, the one to print and the one for lost readers say noindex; no other does."""
    pages = {path for path in machine_site.snapshot() if path.endswith(".html")}
    told = {path for path in pages if '<meta name="robots" content="noindex">' in machine_site.page(path)}
    assert told == {"404.html", "search/index.html", "papers/page/all/index.html"} & pages
    assert {path for path in pages if 'name="robots"' in machine_site.page(path)} == told
    assert "canonical" not in machine_site.page("404.html")
    assert "Disallow" not in machine_site.page("robots.txt")  # what may not be read cannot say noindex


def test_the_sitemap_has_every_page_with_the_dates_that_are_known(machine_site: Site) -> None:
    """Every page but the search and the one to print, which have nothing of their own; dates where the day is known."""
    text = machine_site.page("sitemap.xml")
    listed = set(re.findall(r"<loc>(.*?)</loc>", text))
    pages = {path for path in machine_site.snapshot() if path.endswith("index.html")}
    pages -= {"search/index.html", "papers/page/all/index.html"}
    assert listed == {BASE + path.removesuffix("index.html") for path in pages}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for date in re.findall(r"<lastmod>(.*?)</lastmod>", text))
    assert f"<loc>{BASE}papers/journal/</loc><lastmod>1843-09-01</lastmod>" in text
    assert f"Sitemap: {BASE}sitemap.xml" in machine_site.page("robots.txt")
