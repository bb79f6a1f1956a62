"""The works of an ORCID record as they are copied from its page.

    Noise in long winters
    Journal of Winters
    2021-05 | Journal article
    DOI: 10.1000/winters.1
    Contributors: Ann Lee; Max Roe
    Show more detail
    Source: Crossref

The order is that of ORCID/orcid-angular, src/app/record/components/work: journal, contributors and identifiers may be
missing. ORCID does not show authors that nobody entered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.formats.base import Reading
from publist.formats.pasted_lines import Line, quoted
from publist.formats.webpage.bylines import inverted
from publist.formats.webpage.dates import date_of
from publist.formats.webpage.pages import Doubt, Entry, Page, certainty, doubtful, reading_of
from publist.formats.webpage.shapes import Fields, Shape, kinds, page_of, said
from publist.model.paper import Name, Paper
from publist.text import identifiers

_TYPES = {
    "Conference abstract": "paper-conference", "Conference paper": "paper-conference", "Conference poster": "graphic",
    "Conference output": "paper-conference", "Conference presentation": "speech", "Conference proceedings": "book",
    "Book chapter": "chapter", "Book review": "review-book", "Book": "book", "Edited book": "book", "Review": "review",
    "Dictionary entry": "entry-dictionary", "Dissertation or Thesis": "thesis",
    "Encyclopedia entry": "entry-encyclopedia",
    "Journal article": "article-journal", "Journal issue or edition": "periodical", "Report": "report",
    "Magazine article": "article-magazine", "Newspaper article": "article-newspaper", "Working paper": "article",
    "Newsletter article": "article-magazine", "Interactive resource": "webpage", "Website": "webpage", "Manual": "book",
    "Preprint": "article", "Patent": "patent", "Dataset": "dataset", "Data set": "dataset", "Software": "software",
    "Lecture": "speech", "Lecture / Speech": "speech", "Blog post": "post-weblog", "Technical Standard": "standard",
    "Standards or policy": "standard", "Other": "document", "Translation": "book", "Test": "document",
    "Supervised student publication": "article", "Research tool": "document", "Technical standards": "standard",
    "Talk, interview, podcast or speech": "speech", "Image": "graphic", "Moving image or video": "motion_picture",
}  # fmt: skip
"""The labels of src/app/types/works.endpoint.ts beside CSL types."""
_LABELS = "|".join(map(re.escape, sorted(_TYPES, key=len, reverse=True)))
_IDENTIFIER = (
    r"(?:(?:Part of|Funded by|Version of)\s*)?(?:AGR|ARK|ARXIV|ASIN|ASIN-TLD|AUTHENTICUSID|BIBCODE|CBA|CIENCIAIUL"
    r"|CIT|CSTR|CTX|DNB"
    r"|DOI|EID|EMDB|EMPIAR|ETHOS|GRANT[_ ]NUMBER|HAL|HANDLE|HIR|ISBN|ISMN|ISSN|JFM|JSTOR|K10PLUS|KUID|LCCN|LENSID|MR"
    r"|OCLC"
    r"|OL|OPENALEX|OSTI|OTHER-ID|PAT|PDB|PMC|PMID|PPR|PROPOSAL-ID|RAID|RFC|RRID|SOURCE-WORK-ID|SSRN|URI|URN|WOSUID|ZBL):"
)
"""The kinds of identifiers that https://pub.orcid.org/v3.0/identifiers lists, as the page prints them."""
_KIND = re.compile(rf"(?:(?P<date>\d{{4}}(?:-\d\d){{0,2}}) \| )?(?P<type>{_LABELS})(?: \| .+)?")
_SHAPE = Shape(
    re.compile(r"Show (?:more|less) detail|^[^\S\r\n]*Source\s*:", re.MULTILINE),
    kinds(
        d=_KIND.pattern.replace("?P<date>", "").replace("?P<type>", ""),
        e=_IDENTIFIER,
        c=r"(?:Contributors|CONTRIBUTORS)\s*:\s*\S.*",
        g=r"(?:Contributors|CONTRIBUTORS)\s*:",
        z=r"Source\s*:?(?:\s*check_circle)?",
        s=r"Source\s*:.*",
        i=rf"{_IDENTIFIER}\s*\S.*",
        m=r"Show (?:more|less) detail",
        q=r"Preferred source.*|\(?of \d+\)?|check_circle|\(of \d+\).*",
        o=r"Works? \(\d.*|sort|sort Sort|Sort|Items per page:.*|\d+ [–-] \d+ of \d+|expand_more|expand_less"
        r"|Collapse all|Expand all"
        r"|Add|help_outline|more_horiz|Loading.*",
    ),
    re.compile(r"(?P<title>t)(?P<venue>t)?(?P<kind>d)(?P<ids>(?:i|et)*)(?P<authors>c|gt{1,60})?(?:et|i)*m(?:s|zq?t)q*"),
    anchors="d",
    lists="c",
)  # fmt: skip
_MISSING = "Paste the part Works of an ORCID record, or choose Actions → Export works there and import the .bib file."


def recognises(text: str) -> float:
    """How sure it is: whether the lines are works, each with its type and its source."""
    return certainty(_page(text))


def read(text: str, *, source: str) -> Reading:
    """Every work; one without contributors asks for a review of its authors."""
    return reading_of(_page(text), source, _MISSING)


def _page(text: str) -> Page:
    return page_of(text, _SHAPE, _entry)


def _entry(fields: Fields) -> Entry | None:
    kind = _KIND.fullmatch(said(fields, "kind"))
    if not kind:
        return None
    line = fields["title"][0]
    paper = Paper(
        line.text,
        date=date_of(kind["date"] or ""),
        type=_TYPES[kind["type"]],
        venue=said(fields, "venue"),
    )
    paper = _with_identifiers(paper, fields.get("ids", ()))
    named = said(fields, "authors").partition(":")[2]
    byline = inverted(named) if named else None
    nameless: tuple[Doubt, ...] = ()
    if paper.type == "article-journal" and not paper.venue:
        paper = doubtful(paper, "title")
        nameless += (Doubt(line, f"no journal is given; is this one, and no title? {quoted(line.text)}"),)
    if byline:
        names = tuple(Name(str(name), orcid=identifiers.orcid(str(name))) for name in byline.authors)
        return Entry((), paper._replace(authors=names, et_al=byline.et_al), nameless)
    paper = doubtful(
        paper._replace(authors=tuple(Name(name.strip()) for name in named.split(";") if name.strip())), "authors"
    )
    what = f"these may be no authors: {quoted(named)}" if named else f"ORCID shows no authors of {quoted(line.text)}"
    return Entry((), paper, (*nameless, Doubt(line, what)))


def _with_identifiers(paper: Paper, lines: Sequence[Line]) -> Paper:
    """The paper with the identifiers that ORCID shows of it; those of what it is a part of are not its own."""
    text = " \n".join(line.text for line in lines).replace(": \n", ": ")
    for line in text.split(" \n"):
        name, _, value = line.partition(":")
        value, name = value.strip(), name.strip().upper()
        if name == "DOI":
            paper = paper._replace(doi=paper.doi or identifiers.doi(value))
        elif name == "ARXIV":
            paper = paper._replace(arxiv=paper.arxiv or identifiers.arxiv(f"arXiv:{value.removeprefix('arXiv:')}"))
        elif name == "PMID":
            paper = paper._replace(pmid=identifiers.pmid(value))
        elif name == "PMC":
            paper = paper._replace(pmcid=identifiers.pmcid(value))
        elif name == "ISBN" or (name == "PART OF ISBN" and paper.type in ("chapter", "paper-conference")):
            paper = paper._replace(isbn=value)
        elif name in ("ISSN", "PART OF ISSN") and paper.type == "article-journal":
            paper = paper._replace(issn=value)
    return paper
