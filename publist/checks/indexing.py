"""What keeps a paper from being indexed or saved well, by the rules of those who index and save.

That a paper has no date or no authors, links that lead nowhere, and identifiers that are not well formed, are told
elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from publist.checks.remarks import Remark
from publist.content.content_folder import SETTINGS
from publist.content.loading import body_text
from publist.content.schema.kinds import KeyPath
from publist.content.settings_file import Config
from publist.library.library import Library
from publist.model.paper import Name, Paper
from publist.model.problems import Severity
from publist.text import names

SCHOLAR = "Google Scholar, scholar.google.com/intl/en/scholar/inclusion.html"
ZOTERO = "Zotero, www.zotero.org/support/dev/exposing_metadata"
CROSSREF = "Crossref, www.crossref.org/documentation/principles-practices/best-practices"
PMLR = "PMLR, proceedings.mlr.press/spec.html"

_PDF_LIMIT = 5_000_000
"""Google Scholar leaves larger files out."""
_REPOSITORIES = (
    "arxiv.org", "aclanthology.org", "openreview.net", "mlr.press", "biorxiv.org", "medrxiv.org", "hal.science",
    "zenodo.org", "ncbi.nlm.nih.gov", "doi.org", "isca-archive.org", "neurips.cc", "thecvf.com", "jmlr.org", "osf.io",
    "ssrn.com", "acm.org", "ieee.org", "springer.com", "sciencedirect.com", "wiley.com", "nature.com", "plos.org",
)  # fmt: skip
"""Hosts that have the paper indexed themselves."""
_INITIALS = re.compile(r"(?:[^\W\d_](?:\.[\s-]*|[\s-]+|$)){1,6}|[^\W\d_]{2}")
_SEVERAL = re.compile(r"[;&/]|\s(?:and|und|et)\s|\bet al\b", re.IGNORECASE)
_DEGREES = re.compile(r"\b(?:Ph\.?D|M\.?D|Prof|Dr|MSc)\b\.?", re.IGNORECASE)
_LATEX = re.compile(r"\\[a-zA-Z]+|[{}]")
_FORMULA = re.compile(r"\$[^$]*\$")
_PAGES = re.compile(r"[\w.:/]+(?:\s*[-–—]+\s*[\w.:/]+)?")
_HOMES = {
    "article-journal": ("venue", "the journal"),
    "paper-conference": ("venue", "the conference or its proceedings"),
    "chapter": ("venue", "the book"),
    "thesis": ("publisher", "the school"),
    "report": ("publisher", "the institution"),
}
"""The field without which a work of this type is saved as something else."""


class Candidate(NamedTuple):
    """A paper with its abstract, the path of its file, and the size in bytes of its own PDF (None if it has none)."""

    path: str
    paper: Paper
    pdf_size: int | None = None


def candidates(library: Library, folder: str) -> Iterator[Candidate]:
    """The published papers of the site in a folder, in their order."""
    for entry in library.entries:
        paper = entry.paper._replace(abstract=body_text(folder, library.bodies[entry.slug]))
        pdf = library.pdfs.get(entry.slug)
        yield Candidate(entry.source, paper, pdf.signature[0] if pdf else None)


class _Finding(NamedTuple):
    message: str
    hint: str
    rule: str
    severity: Severity = "warning"


def unindexed(candidates: Iterable[Candidate], config: Config) -> tuple[Remark, ...]:
    """Remarks on the site, then on each paper in order; each hint says what to do and whose rule it is."""
    found = [_remark(SETTINGS, (), finding) for finding in _site(config)]
    for candidate in candidates:
        for at, rule in _RULES:
            found += [_remark(candidate.path, at, finding) for finding in rule(candidate)]
    return tuple(found)


def _remark(path: str, at: KeyPath, finding: _Finding) -> Remark:
    return Remark(path, at, finding.message, f"{finding.hint} (rule: {finding.rule})", finding.severity)


def _site(config: Config) -> Iterator[_Finding]:
    if not config.base_url:
        message = "no `base_url`: pages have no canonical address, and there are no feeds and no sitemap"
        yield _Finding(message, "write the address of the published site, as in https://user.github.io/repo/", SCHOLAR)


def _abstract(candidate: Candidate) -> Iterator[_Finding]:
    if not candidate.paper.abstract.strip():
        message = "no abstract: Google Scholar may skip this page"
        yield _Finding(message, "write it under the front matter", SCHOLAR)


def _title(candidate: Candidate) -> Iterator[_Finding]:
    title = candidate.paper.title
    words = re.findall(r"[^\W\d_]{2,}", _FORMULA.sub("", title))
    if len(words) > 2 and all(word == word.upper() != word.lower() for word in words):
        yield _Finding("the title is in capitals", "write it in title case or as a sentence", CROSSREF, "suggestion")
    if title.endswith((" …", "...", "…")):
        yield _Finding("the title seems to be cut off", "write it in full", SCHOLAR)
    elif title.endswith(".") and not title.endswith("etc."):
        yield _Finding("the title ends with a full stop", "take it away", PMLR, "suggestion")
    if _LATEX.search(_FORMULA.sub("", title)):
        yield _Finding("there is LaTeX in the title", "write the characters themselves; only $maths$ is LaTeX", PMLR)


def _authors(candidate: Candidate) -> Iterator[_Finding]:
    paper = candidate.paper
    for name in paper.authors:
        yield from _name(name)
    printed = Counter(name.name for name in paper.authors)
    for twice in sorted(name for name, times in printed.items() if times > 1):
        yield _Finding(f"the author {twice} stands twice", "delete one, or tell two people of one name apart", ZOTERO)
    if paper.et_al:
        message = 'incomplete author list: co-authors after "et al." are not credited'
        yield _Finding(message, "add them to `authors` and delete `et_al`", SCHOLAR)


def _name(name: Name) -> Iterator[_Finding]:
    whole = names.parts(name)
    if whole.literal:
        return
    if _SEVERAL.search(name.name):
        yield _Finding(f"{name.name!r} seems to be several authors", "write one name a line", SCHOLAR)
    elif _DEGREES.search(name.name):
        yield _Finding(f"there is a title or degree in {name.name!r}", "write the name alone", SCHOLAR)
    elif "," in name.name and not whole.suffix:
        message = f"there is a comma in {name.name!r}: the family name seems to stand first"
        yield _Finding(message, "write the given name first, or `given` and `family`", SCHOLAR)
    elif whole.given.isupper() and _INITIALS.fullmatch(whole.given):
        message = f"{name.name!r} has only initials: authors are matched by their full names"
        yield _Finding(message, "write the given name, as it is printed in the paper", PMLR, "suggestion")


def _home(candidate: Candidate) -> Iterator[_Finding]:
    paper = candidate.paper
    field, what = _HOMES.get(paper.type, ("", ""))
    if field and not getattr(paper, field) and not paper.venue:
        message = f"the type is `{paper.type}`, and `{field}` is missing"
        yield _Finding(message, f"write {what} into `{field}`", SCHOLAR, "suggestion")


def _pages(candidate: Candidate) -> Iterator[_Finding]:
    paper = candidate.paper
    if paper.pages and not _PAGES.fullmatch(paper.pages):
        message = f"no first and last page can be read from {paper.pages!r}"
        yield _Finding(message, "write one range, such as 101-117, or the article's number", SCHOLAR)


def _pdf(candidate: Candidate) -> Iterator[_Finding]:
    url = candidate.paper.links.get("pdf", "")
    host = urlsplit(url).hostname or ""
    if candidate.pdf_size is not None:
        if candidate.pdf_size > _PDF_LIMIT:
            size = f"{candidate.pdf_size / 1e6:.1f} MB"
            yield _Finding(f"the PDF has {size}; files over 5 MB are left out", "make its pictures smaller", SCHOLAR)
    elif host and not any(host == known or host.endswith(f".{known}") for known in _REPOSITORIES):
        message = f"PDF is hosted on {host}; Google Scholar prefers a copy on this site"
        stem = candidate.path.rpartition("/")[2].removesuffix(".md")
        yield _Finding(message, f"if you may, put it beside the paper's file as {stem}.pdf", SCHOLAR, "suggestion")


_RULES: tuple[tuple[KeyPath, Callable[[Candidate], Iterator[_Finding]]], ...] = (
    (("title",), _title),
    (("authors",), _authors),
    ((), _abstract),
    (("type",), _home),
    (("pages",), _pages),
    (("links", "pdf"), _pdf),
)
"""The rules, each with the key that it looks at."""
