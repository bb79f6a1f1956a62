"""What the keys of papers' pages are called, by generators and by the people who add some: one table for all."""

from __future__ import annotations

from collections.abc import Mapping

KEYS: Mapping[str, tuple[str, ...]] = {
    "venue": (
        "venue",
        "journal",
        "publication",
        "booktitle",
        "conference",
        "container-title",
        "publisher_name",
        "published_in",
    ),
    "venue_short": ("venue_short", "publication_short", "abbr", "abbreviation", "short_venue"),
    "volume": ("volume", "vol"),
    "issue": ("issue", "number"),
    "pages": ("pages", "page", "pp"),
    "publisher": ("publisher",),
    "place": ("place", "address"),
    "series": ("series",),
    "isbn": ("isbn",),
    "issn": ("issn",),
    "pmid": ("pmid", "pubmed"),
    "pmcid": ("pmcid", "pmc"),
    "license": ("license", "licence"),
    "language": ("language",),
    "note": ("note", "additional_info", "comment"),
    "key": ("key", "citekey", "citation_key", "bibkey"),
    "genre": ("genre",),
}
"""Texts of a paper, by the keys that pages have them under, the usual one first."""
LINKS: Mapping[str, str] = {
    "paperurl": "pdf", "url_pdf": "pdf", "pdf": "pdf", "paper": "pdf", "paper_url": "pdf", "pdf_url": "pdf",
    "file": "pdf",
    "localurl": "pdf", "paperlink": "pdf", "download": "pdf", "fulltext": "pdf",
    "slidesurl": "slides", "url_slides": "slides", "slides": "slides", "slides_url": "slides", "presentation": "slides",
    "codeurl": "code", "url_code": "code", "code": "code", "github": "code", "code_url": "code", "repo": "code",
    "repository": "code", "software": "code", "replication": "code", "url_software": "code",
    "videourl": "video", "url_video": "video", "video": "video", "video_url": "video", "talk": "video",
    "talk_url": "video",
    "youtube": "video", "url_talk": "video",
    "posterurl": "poster", "url_poster": "poster", "poster": "poster", "poster_url": "poster",
    "url_dataset": "data", "dataset": "data", "data": "data", "dataurl": "data", "data_url": "data", "url_data": "data",
    "url_project": "website", "project": "website", "project_page": "website", "website": "website",
    "projecturl": "website",
    "project_url": "website", "homepage": "website",
    "url_preprint": "preprint", "preprint": "preprint", "workingpaper": "preprint", "ssrn": "ssrn",
    "biorxiv": "preprint",
    "bibtexurl": "bibtex", "bibtex_url": "bibtex", "bib": "bibtex",
    "link": "url", "url": "url", "url_source": "url", "html": "html", "external_url": "url", "publication_url": "url",
    "publisher_url": "url", "journal_url": "url", "source": "url", "scholar": "scholar", "supplement": "supplement",
    "supp": "supplement", "appendix": "supplement", "url_appendix": "supplement", "supplementary": "supplement",
    "blog": "blog", "blogpost": "blog", "media": "media", "press": "media", "demo": "demo", "url_demo": "demo",
    "openreview": "openreview", "arxivurl": "preprint", "url_arxiv": "preprint",
}  # fmt: skip
"""What links are called on pages, and what is behind them."""
HOUSEKEEPING = frozenset(
    """layout collection permalink redirect_from redirect_to author_profile comments share math mathjax toc sidebar
    header publishdate lastmod expirydate slides_deck cms_exclude weight_hugo highlight gallery show_date
    reading_time profile commentable pager show_related view type_hugo diagram pin categories_hugo hidden
    draft published nav nav_order header_image output excerpt_separator hide_title show_breadcrumb _build build
    cascade
    """.split()
)
"""Keys that tell a generator what to do, and readers nothing."""
AWARDS = ("awards", "award", "award_name", "honor", "honors", "best_paper", "prize")
"""Under any of these the award is named; a flag names none."""
