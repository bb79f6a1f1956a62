"""JSON-LD of papers, lists and people, expanded and read back."""

from __future__ import annotations

from typing import Any

import pytest
from pyld import jsonld

from tests.conftest import Site
from tests.support.page_heads import BASE, SLUGS, Head


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
