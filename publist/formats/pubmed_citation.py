"""A journal's line as PubMed prints it: ``J Winters. 2021 May 3;20(5):1-36. doi: 10.1000/x. Epub 2021 Mar 3.``."""

from __future__ import annotations

import re

from publist.formats.webpage.dates import date_of
from publist.model.paper import Paper
from publist.text import identifiers

_DATE = r"(?P<date>(?:1[89]|20)\d\d(?: [A-Z][a-z]{2,8}(?:[-/][A-Z][a-z]{2,8})?(?: \d{1,2})?(?:[-/]\d{1,2})?)?)"
CITATION = re.compile(
    rf"(?P<journal>[^.;:?!]+(?:\.[^.;:?!\s][^.;:?!]*)*)\. {_DATE}"
    r"(?:;(?P<volume>[^:;.()]*(?:\([^()]*(?:Suppl|Pt)[^()]*\))?)(?:\((?P<issue>[^()]*)\))?)?"
    r"(?::(?P<pages>[^.;]*(?:\.\d[^.;]*)*))?\.(?P<rest>(?: .*)?)"
)
_DOI = re.compile(r"\bdoi: ?(?P<doi>10\.\d{4,9}/\S+?)\.?(?= |$)")
_PMID = re.compile(r"\bPMID: ?(?P<pmid>\d+)")
_PMCID = re.compile(r"\bPMCID: ?(?P<pmcid>PMC\d+)")


def cited(paper: Paper, found: re.Match[str]) -> Paper:
    """The paper with what its journal's line says; ``found`` is a match of CITATION or of a pattern with its groups."""
    journal, volume = found["journal"].strip(), (found["volume"] or "").strip()
    preprint = journal.endswith("[Preprint]")
    rest = found["rest"]
    doi = _DOI.search(rest)
    return paper._replace(
        date=date_of(found["date"].replace("/", "-")) or date_of(found["date"][:4]),
        type="article" if preprint else "article-journal",
        venue=journal.removesuffix(" [Preprint]"),
        volume="" if preprint else volume,
        issue=(found["issue"] or "").strip(),
        pages="" if preprint else expanded_pages((found["pages"] or "").strip()),
        doi=identifiers.doi(doi["doi"]) if doi else paper.doi,
    )


def numbered(paper: Paper, text: str) -> Paper:
    """The paper with its PubMed and PubMed Central numbers."""
    pmid, pmcid = _PMID.search(text), _PMCID.search(text)
    return paper._replace(pmid=pmid["pmid"] if pmid else paper.pmid, pmcid=pmcid["pmcid"] if pmcid else paper.pmcid)


def expanded_pages(pages: str) -> str:
    """Pages with the last one written out: ``3532-9`` is 3532-3539."""
    begin, dash, end = pages.partition("-")
    if dash and begin.isdigit() and end.isdigit() and len(end) < len(begin):
        return f"{begin}-{begin[: len(begin) - len(end)]}{end}"
    return pages


def bare_title(text: str) -> str:
    """A title without its full stop; PubMed puts translated ones into brackets."""
    bare = text.removesuffix(".")
    return bare[1:-1] if bare.startswith("[") and bare.endswith("]") else bare
