"""The table of bibliographic formats: one row each, by which commands, settings, the site's files and docs go.

It is down here, and imports none of them, because the settings' choices are in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class SiteFile(NamedTuple):
    """How a site offers a format as files: the ending, which settings name, and how several papers make one file.

    A file of several papers is ``before``, the papers each written alone and stripped of ``before`` and ``after``,
    with ``between`` between them, and ``after``: so each paper is written once for all files that hold it.
    """

    ending: str
    before: str = ""
    between: str = "\n"
    after: str = ""


class Format(NamedTuple):
    """One bibliographic format and the module that knows it."""

    name: str
    """What ``--format`` calls it."""
    title: str
    module: str
    extensions: tuple[str, ...]
    media_type: str
    reads: bool = False
    writes: bool = False
    site: SiteFile | None = None
    """How the site offers it as files; None if it does not."""
    pasted: bool = False
    """Copied from a page by hand: whoever saves it can save it as UTF-8."""
    owned: bool = False
    """One person's list, which may name their coauthors only: its reader takes the ``owner``."""

    @property
    def frame(self) -> tuple[str, str, str]:
        """What stands before, between and after the papers in a file of the site."""
        return self.site[1:] if self.site else SiteFile("")[1:]

    def joined(self, written: Iterable[str]) -> str:
        """One file of the site from papers that were written alone."""
        before, between, after = self.frame
        inner = [text.removeprefix(before).removesuffix(after) for text in written]
        return f"{before}{between.join(inner)}{after}"


def _page(name: str, title: str, module: str) -> Format:
    """The row of a page that is pasted as text."""
    return Format(name, title, module, (".txt",), "text/plain", reads=True, pasted=True)


FORMATS: tuple[Format, ...] = (
    Format(
        "bibtex", "BibTeX", "bibtex", (".bib", ".bibtex"), "application/x-bibtex",
        reads=True, writes=True, site=SiteFile("bib"),
    ),
    Format("biblatex", "BibLaTeX", "biblatex", (".bib",), "application/x-bibtex", reads=True, writes=True),
    Format(
        "ris", "RIS", "ris", (".ris",), "application/x-research-info-systems",
        reads=True, writes=True, site=SiteFile("ris"),
    ),
    Format(
        "csl-json", "CSL-JSON", "csl_json", (".json",), "application/vnd.citationstyles.csl+json",
        reads=True, writes=True, site=SiteFile("json", before="[\n", between=",\n", after="\n]\n"),
    ),
    Format("csl-yaml", "CSL-YAML", "csl_yaml", (".yaml", ".yml"), "application/yaml", reads=True),
    Format("arxiv-atom", "arXiv Atom", "arxiv_atom", (".atom", ".xml"), "application/atom+xml", reads=True),
    Format("openalex", "OpenAlex JSON", "openalex", (".json", ".jsonl"), "application/json", reads=True),
    Format("crossref", "Crossref JSON", "crossref", (".json", ".jsonl"), "application/json", reads=True),
    Format("json", "papers as JSON", "plain_json", (".json", ".jsonl"), "application/json", reads=True, writes=True),
    Format("csv", "CSV table", "csv_table", (".csv", ".tsv"), "text/csv", reads=True),
    Format("enw", "EndNote tagged", "endnote_tagged", (".enw",), "application/x-endnote-refer", reads=True),
    Format("endnote-xml", "EndNote XML", "endnote_xml", (".xml",), "application/xml", reads=True),
    Format("nbib", "PubMed citations", "nbib", (".nbib",), "application/nbib", reads=True),
    Format("wos", "Web of Science plain text", "web_of_science_tagged", (".ciw",), "text/plain", reads=True),
    _page("listing", "pasted listing", "listing"),
    _page("scholar-profile", "pasted Google Scholar profile", "scholar_profile"),
    _page("scholar-search", "pasted Google Scholar results", "scholar_search"),
    _page("arxiv-listing", "pasted arXiv listing", "arxiv_listing"),
    _page("orcid-works", "pasted ORCID works", "orcid_works"),
    _page("dblp-person", "pasted dblp page", "dblp_person"),
    _page("pubmed-page", "pasted PubMed results", "pubmed_page"),
    _page("pubmed-text", "PubMed summaries or abstracts as text", "pubmed_text"),
    _page("semantic-scholar", "pasted Semantic Scholar author page", "semantic_scholar"),
    _page("inspire-list", "pasted INSPIRE results", "inspire_list"),
    _page("ads-list", "pasted NASA ADS results", "ads_list"),
    _page("openreview-profile", "pasted OpenReview profile", "openreview_profile"),
    _page("acm-library", "pasted ACM Digital Library page", "acm_library"),
    _page("ieee-xplore", "pasted IEEE Xplore results", "ieee_xplore"),
    _page("scopus-list", "pasted Scopus documents", "scopus_list"),
    _page("web-of-science", "pasted Web of Science results", "web_of_science"),
    _page("researchgate", "pasted ResearchGate profile", "researchgate"),
    _page("ssrn-author", "pasted SSRN author page", "ssrn_author"),
    _page("hugging-face", "pasted Hugging Face papers", "hugging_face"),
    _page("home-page", "own home page as text", "home_page"),
    Format(
        "saved-page", "saved page of a database or profile", "saved_page", (".html", ".htm"), "text/html",
        reads=True, pasted=True,
    ),
    Format("alphaxiv", "saved alphaXiv page", "alphaxiv", (".html", ".htm"), "text/html", reads=True, pasted=True),
    Format("home-html", "own home page as HTML", "home_html", (".html", ".htm"), "text/html", reads=True, pasted=True),
    Format(
        "home-markdown", "own home page as Markdown", "home_markdown", (".md",), "text/markdown",
        reads=True, pasted=True,
    ),
    Format(
        "references", "list of references", "references", (".md", ".html", ".htm", ".tex", ".docx", ".pdf"),
        "text/plain", reads=True, pasted=True, owned=True,
    ),
    Format("markdown", "Markdown list", "markdown_list", (".md",), "text/markdown", writes=True),
    Format("text", "plain text", "plain_text", (".txt",), "text/plain", writes=True),
)  # fmt: skip
"""Every format. Of those with a syntax of their own the first that recognises a text has it."""

ON_SITE: Mapping[str, Format] = {row.site.ending: row for row in FORMATS if row.site}
"""The formats in which a site can have files, by the ending of these."""


def named(name: str) -> Format | None:
    """The format of this name."""
    return next((entry for entry in FORMATS if entry.name == name), None)
