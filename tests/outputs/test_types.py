"""The taxonomy of types: pages, links, filter and export where a site has several, nothing where it has one."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import Site, paper

KINDS = {"thesis": "thesis", "talk": "speech", "journal": "article-journal", "preprint": "article"}


@pytest.fixture
def typed_site(site: Site) -> Site:
    """Four papers of four types, two a page."""
    settings = "title: A\nbase_url: https://example.org/a/\nper_page: 2\nlanguage: de\nexports: {min_papers: 1}\n"
    site.write({"content/site.yaml": settings})
    for name, kind in KINDS.items():
        text = paper(name.capitalize()).replace("date:", f"type: {kind}\ndate:")
        site.write({f"content/papers/{name}.md": text})
    return site


def test_papers_are_grouped_by_type(typed_site: Site) -> None:
    """Each type has a page in the site's language at an address that no language changes, with files and a feed."""
    typed_site.build()
    made = typed_site.snapshot()
    slugs = ("preprint", "journal-article", "talk", "thesis")
    for slug in slugs:
        files = ("index.html", f"{slug}.bib", f"{slug}.ris", f"{slug}.json", "feed.xml", "feed.json")
        assert {f"types/{slug}/{name}" for name in files} <= made.keys()
        assert f"https://example.org/a/types/{slug}/" in typed_site.page("sitemap.xml")
    assert "<h1>Vortrag</h1>" in typed_site.page("types/talk/index.html")
    assert "<h1>Publikationsarten</h1>" in typed_site.page("types/index.html")
    (item,) = json.loads(typed_site.page("types/talk/talk.json"))
    assert item["title"] == "Talk"


def test_every_page_leads_to_the_types(typed_site: Site) -> None:
    """The navigation, the paper's own page and its item in lists; the page of a type leads up to all types."""
    typed_site.build()
    assert 'href="types/">Publikationsarten</a>' in typed_site.page("index.html")
    assert 'href="../../types/thesis/">Abschlussarbeit</a>' in typed_site.page("papers/thesis/index.html")
    assert '\ntypes:Zeitschriftenartikel">' in typed_site.page("topics/computing/index.html")
    assert re.search(r'class="crumbs"[^>]*><a href="../../types/">', typed_site.page("types/talk/index.html"))


def test_the_filter_of_a_paged_list_knows_the_types(typed_site: Site) -> None:
    """list.json names each paper's type by its number among the types."""
    typed_site.build()
    index = json.loads(typed_site.page("list.json"))
    assert index["more"] == ["types"]
    titles = {row[1]: index["types"][row[7][0]] for row in index["papers"]}
    assert titles["Talk"] == ["Vortrag", "types/talk/"]
    assert len(index["types"]) == 4


@pytest.mark.parametrize("name", ["talk", "speech", "Vortrag", "TALK"])
def test_a_type_is_exported_by_each_of_its_names(typed_site: Site, name: str) -> None:
    """The word of the page, its slug, and what front matter calls it."""
    assert typed_site.run("export", "--format", "text", "--type", name).stdout.count("Talk") == 1


def test_a_site_of_one_type_has_no_types(small_site: Site) -> None:
    """No pages, no way to them, no control that could do nothing; the export can be asked all the same."""
    small_site.build()
    made = small_site.snapshot()
    assert not [path for path in made if path.startswith("types/")]
    assert not [path for path, content in made.items() if path.endswith(".html") and b"types/" in content]
    assert small_site.run("export", "--format", "text", "--type", "preprint").stdout.count("Ada Lovelace") == 2


def test_no_choice_on_a_page_that_made_it(typed_site: Site) -> None:
    """On the page of a type a filter by type can do nothing, one by topic can."""
    for number in range(11):
        text = paper(f"Talk {number}").replace("date:", "type: speech\ndate:")
        typed_site.write({f"content/papers/t{number}.md": text})
    typed_site.build()
    of_type, of_topic = (typed_site.page(f"{path}/index.html") for path in ("types/talk", "topics/computing"))
    assert re.findall(r'<select name="(\w+)"', of_type) == ["topic", "year"]
    assert re.findall(r'<select name="(\w+)"', of_topic) == ["topic", "year", "type"]
