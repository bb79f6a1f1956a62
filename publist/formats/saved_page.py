"""A page of a database or profile that was saved as HTML: read as the text that is copied from it, with its links.

DOIs, arXiv numbers and PDFs that are linked in a paper's lines become the paper's. Only pages are taken that name the
site whose form they have; seen was the markup of Google Scholar's profiles, of dblp and PubMed. That of arXiv is known
by the templates of its search and lists (arXiv/arxiv-search, arXiv/arxiv-browse); no saved page of it was seen. The
others are read from what their saved page shows, as strictly as their text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from publist.formats import FORMATS, Format, load
from publist.formats.base import Reading
from publist.formats.webpage.named_site import names_site
from publist.formats.webpage.rendering import Link, Rendered, rendered
from publist.model.paper import Paper
from publist.model.problems import Problem, error
from publist.text import identifiers

_BEGINNING = re.compile(r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_END = re.compile(r"(?:</(?:body|html)>\s*|<!--.*?-->\s*)*", re.IGNORECASE | re.DOTALL)
_SITES = {
    "scholar-profile": "scholar.google", "scholar-search": "scholar.google", "arxiv-listing": "arxiv.org",
    "orcid-works": "orcid.org", "dblp-person": "dblp", "pubmed-page": "pubmed.ncbi", "pubmed-text": "pubmed.ncbi",
    "semantic-scholar": "semanticscholar.org", "inspire-list": "inspirehep.net", "ads-list": "adsabs.harvard.edu",
    "openreview-profile": "openreview.net", "acm-library": "dl.acm.org", "ieee-xplore": "ieeexplore.ieee.org",
    "scopus-list": "scopus.com", "web-of-science": "webofscience.com", "researchgate": "researchgate.net",
    "ssrn-author": "ssrn.com", "hugging-face": "huggingface.co",
}  # fmt: skip
"""The address of the site that each form is from."""
_OTHERS = ("alphaxiv.org",)
"""Sites whose saved pages have a reader of their own."""
_SCHOLAR = 'class="gsc_a_tr"'
"""The rows of Google Scholar's table, whose pages name no address of their own."""
_LESS_THAN_ITS_TEXT = 0.95
_OWN_PDF = re.compile(r"\bpdf\b", re.IGNORECASE)
_LINES = re.compile(r"^lines (\d+)–(\d+)")
_MISSING = "Open the page in a browser, select all, copy, and paste the text into a .txt file."


def recognises(text: str) -> float:
    """How sure it is: whether the page is one site's, and what it shows has the form of that site's pages."""
    if not _BEGINNING.match(text.lstrip("\ufeff")):
        return 0.0
    end = re.search(r"</html>", text, re.IGNORECASE)
    if end and not _END.fullmatch(text, end.start()):
        return 0.0
    certainty, _ = _form(text)
    return _LESS_THAN_ITS_TEXT * certainty


def read(text: str, *, source: str) -> Reading:
    """Every paper that the site's own form has, with what it links."""
    page = rendered(text)
    _, form = _form(text)
    if not form:
        return Reading((), (error(source, 1, 1, "there is no paper in this page", _MISSING),))
    reading: Reading = load(form.name).read(page.text, source=source)
    spans = zip(reading.papers, reading.lines, reading.ends or reading.lines, strict=True)
    return Reading(
        tuple(_linked(paper, page, begin, end) for paper, begin, end in spans),
        tuple(_placed(problem, page) for problem in reading.problems),
        tuple(_place(page, line) for line in reading.lines),
    )


def is_of_a_site(text: str) -> bool:
    """Whether the page says that it is one of these sites': a reader of home pages must not try it."""
    return names_site(text, *_SITES.values(), *_OTHERS) or _SCHOLAR in text


@lru_cache(maxsize=2)
def _form(text: str) -> tuple[float, Format | None]:
    """The site's form that what the page shows is in most likely, and how likely."""
    small = text.lower()
    shown = rendered(text).text
    named = [form for form in FORMATS if form.name in _SITES and _SITES[form.name] in small]
    likely = [(load(form.name).recognises(shown), form) for form in named]
    return max(likely, key=lambda pair: pair[0], default=(0.0, None))


def _place(page: Rendered, line: int) -> int:
    """The line of the source on which a line of the text begins."""
    return page.places[line - 1] if 0 < line <= len(page.places) else 1


def _placed(problem: Problem, page: Rendered) -> Problem:
    """The problem on its line of the source, also where it names the lines itself."""
    message = _LINES.sub(
        lambda found: f"lines {_place(page, int(found[1]))}–{_place(page, int(found[2]))}", problem.message
    )
    return problem._replace(line=_place(page, problem.line), column=1, message=message)


def _linked(paper: Paper, page: Rendered, begin: int, end: int) -> Paper:
    """The paper with the identifiers and the PDF that its lines link; where they link two, neither is its own."""
    links = [link for link in page.links if begin <= link.line <= end]
    found: Mapping[str, set[str]] = {
        "doi": {doi for link in links if "doi.org/" in link.href and (doi := identifiers.doi(link.href))},
        "arxiv": {number for link in links if "arxiv.org/" in link.href and (number := identifiers.arxiv(link.href))},
        "pdf": set(_pdfs(links)),
    }
    own = {name: next(iter(values)) for name, values in found.items() if len(values) == 1}
    return paper._replace(
        doi=paper.doi or own.get("doi", ""),
        arxiv=paper.arxiv or own.get("arxiv", ""),
        links={**paper.links, "pdf": own["pdf"]} if "pdf" in own and "pdf" not in paper.links else paper.links,
    )


def _pdfs(links: list[Link]) -> Iterator[str]:
    """Addresses of PDFs; those of arXiv go with the number."""
    for link in links:
        address = identifiers.web_address(link.href)
        if address and "arxiv.org/" not in address and (address.lower().endswith(".pdf") or _OWN_PDF.search(link.text)):
            yield address
