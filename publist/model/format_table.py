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

    def joined(self, written: Iterable[str]) -> str:
        """One file of the site from papers that were written alone."""
        _, before, between, after = self.site or SiteFile("")
        inner = [text.removeprefix(before).removesuffix(after) for text in written]
        return f"{before}{between.join(inner)}{after}"


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
    Format("arxiv-atom", "arXiv Atom", "arxiv_atom", (".atom", ".xml"), "application/atom+xml", reads=True),
    Format("openalex", "OpenAlex JSON", "openalex", (".json", ".jsonl"), "application/json", reads=True),
    Format("crossref", "Crossref JSON", "crossref", (".json", ".jsonl"), "application/json", reads=True),
    Format("json", "papers as JSON", "plain_json", (".json", ".jsonl"), "application/json", reads=True, writes=True),
    Format("listing", "pasted listing", "listing", (".txt",), "text/plain", reads=True, pasted=True),
    Format(
        "scholar-profile", "pasted Google Scholar profile", "scholar_profile", (".txt",), "text/plain",
        reads=True, pasted=True,
    ),
    Format(
        "arxiv-listing", "pasted arXiv listing", "arxiv_listing", (".txt",), "text/plain", reads=True, pasted=True
    ),
    Format("markdown", "Markdown list", "markdown_list", (".md",), "text/markdown", writes=True),
    Format("text", "plain text", "plain_text", (".txt",), "text/plain", writes=True),
)  # fmt: skip
"""Every format; the first of those that recognise a text has it."""

ON_SITE: Mapping[str, Format] = {row.site.ending: row for row in FORMATS if row.site}
"""The formats in which a site can have files, by the ending of these."""


def named(name: str) -> Format | None:
    """The format of this name."""
    return next((entry for entry in FORMATS if entry.name == name), None)
