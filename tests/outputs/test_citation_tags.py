"""The tags that Google Scholar and Zotero read: each type has its own, names are split right, nothing is guessed."""

from __future__ import annotations

import pytest

from publist.model.paper import Paper
from publist.outputs.machine.citation_tags import PaperUrls, citation_tags
from tests.conftest import Site
from tests.support.machine_site import PDF, UNDATED
from tests.support.page_heads import BASE, SLUGS, Head


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


def test_a_paper_without_a_date_promises_none(site: Site) -> None:
    """No date is made up: not in tags, not in JSON-LD."""
    site.write({"content/site.yaml": f"title: A\nbase_url: {BASE}\n", "content/papers/a.md": UNDATED})
    site.build()
    head = Head(site, "papers/a/")
    assert not head.metas("citation_publication_date") + head.metas("article:published_time")
    assert "datePublished" not in head.work()


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
    made = citation_tags(Paper("A title", venue=venue), "A title", "", PaperUrls())
    assert [name for name, content in made if content == venue] == [tag]
    assert ("DC.type", "preprint") in made or tag != "citation_publisher"
