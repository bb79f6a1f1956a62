"""Invented papers printed as the files and home pages that people have, and the table of all forms."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from html import escape

from tests.support import pasted_pages as pages
from tests.support import saved_pages
from tests.support.works import Printer, Work, full, inverted


def nbib(works: Sequence[Work], _: random.Random) -> str:
    return "\n\n".join(
        "\n".join(
            [
                f"PMID- {30000000 + work.number}",
                f"TI  - {work.title}.",
                *(f"FAU - {name}" for name in inverted(work).split("; ")),
                f"DP  - {work.year} May",
                f"JT  - {work.venue}",
                f"VI  - {work.volume}",
                f"LID - {work.doi} [doi]",
                "PT  - Journal Article",
            ]
        )
        for work in works
    )


def home_html(works: Sequence[Work], _: random.Random) -> str:
    items = "".join(
        f"<li><b>{escape(work.title)}</b><br>\n{escape(full(work))}<br>\n<em>{escape(work.venue)}</em>, {work.year} [<a href='https://e.org/{work.number}.pdf'>pdf</a>]</li>\n"
        for work in works
    )
    return f"<!doctype html><html><body><h1>Publications</h1>\n<ul>\n{items}</ul></body></html>"


def home_markdown(works: Sequence[Work], _: random.Random) -> str:
    return "# Publications\n\n" + "\n".join(
        f"- **{work.title}**\n  {full(work)}\n  *{work.venue}*, {work.year} [[pdf](https://e.org/{work.number}.pdf)]"
        for work in works
    )


def csv_table(works: Sequence[Work], _: random.Random) -> str:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["Title", "Authors", "Year", "Journal", "DOI"])
    table.writerows([work.title, inverted(work), work.year, work.venue, work.doi] for work in works)
    return text.getvalue()


def endnote_tagged(works: Sequence[Work], _: random.Random) -> str:
    return "\n\n".join(
        "\n".join(
            [
                "%0 Journal Article",
                f"%T {work.title}",
                *(f"%A {name}" for name in inverted(work).split("; ")),
                f"%J {work.venue}",
                f"%D {work.year}",
            ]
        )
        for work in works
    )


def endnote_xml(works: Sequence[Work], _: random.Random) -> str:
    records = "".join(
        "<record><ref-type name='Journal Article'>17</ref-type><contributors><authors>"
        + "".join(f"<author>{escape(name)}</author>" for name in inverted(work).split("; "))
        + f"</authors></contributors><titles><title>{escape(work.title)}</title>"
        f"<secondary-title>{escape(work.venue)}</secondary-title></titles>"
        f"<dates><year>{work.year}</year></dates></record>\n"
        for work in works
    )
    return f"<?xml version='1.0'?><xml><records>{records}</records></xml>"


FORMS: dict[str, tuple[str, Printer]] = {
    "scholar profile": ("scholar-profile", pages.scholar_profile),
    "scholar search": ("scholar-search", pages.scholar_search),
    "arxiv search": ("arxiv-listing", pages.arxiv_search),
    "arxiv listing": ("arxiv-listing", pages.arxiv_listing),
    "orcid": ("orcid-works", pages.orcid_works),
    "dblp": ("dblp-person", pages.dblp_person),
    "pubmed": ("pubmed-page", pages.pubmed_page),
    "pubmed summary": ("pubmed-text", pages.pubmed_summary),
    "pubmed abstract": ("pubmed-text", pages.pubmed_abstract),
    "nbib": ("nbib", nbib),
    "semantic scholar": ("semantic-scholar", pages.semantic_scholar),
    "inspire": ("inspire-list", pages.inspire_list),
    "ads": ("ads-list", pages.ads_list),
    "openreview": ("openreview-profile", pages.openreview_profile),
    "acm": ("acm-library", pages.acm_library),
    "ieee": ("ieee-xplore", pages.ieee_xplore),
    "scopus": ("scopus-list", pages.scopus_list),
    "wos": ("web-of-science", pages.web_of_science),
    "researchgate": ("researchgate", pages.researchgate),
    "ssrn": ("ssrn-author", pages.ssrn_author),
    "hugging face": ("hugging-face", pages.hugging_face),
    "al-folio": ("home-page", pages.al_folio),
    "rows": ("home-page", pages.plain_rows),
    "html": ("home-html", home_html),
    "markdown list": ("home-markdown", home_markdown),
    "saved scholar": ("saved-page", saved_pages.scholar),
    "saved dblp": ("saved-page", saved_pages.dblp),
    "saved pubmed": ("saved-page", saved_pages.pubmed),
    "saved arxiv search": ("saved-page", saved_pages.arxiv_search),
    "saved arxiv listing": ("saved-page", saved_pages.arxiv_listing),
    "saved alphaxiv": ("alphaxiv", saved_pages.alphaxiv),
    "csv": ("csv", csv_table),
    "enw": ("enw", endnote_tagged),
    "endnote xml": ("endnote-xml", endnote_xml),
}
"""Each form by a name of its own: the format that reads it, and what prints papers in it."""
