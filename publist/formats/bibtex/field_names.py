"""Which fields of an entry are what: the one place where BibTeX's field names and the model's meet."""

from __future__ import annotations

from publist.content.schema.paper import FIELDS

OTHER_NAMES = {
    "address": ("location",), "language": ("langid", "hyphenation", "lang"),
    "license": ("licence",), "eventtitle": ("conference", "event"),
    "shortjournal": ("journal-abbreviation", "abbr"),
}  # fmt: skip
"""What else a field of PLAIN is called (by BibLaTeX), in the order of trust."""

SERIAL_NUMBERS = {
    "issn": ("pissn", "p-issn", "eissn", "e-issn", "issn-l", "issnl"),
    "isbn": ("isbn13", "isbn-13", "isbn10", "isbn-10", "eisbn", "e-isbn"),
}
"""Fields beside ISSN and ISBN that databases have for the other numbers of a work."""

BIBLATEX = {
    "journal": "journaltitle", "address": "location", "school": "institution", "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass", "language": "langid",
}  # fmt: skip
"""The name used here to BibLaTeX's."""

PLAIN = {field.bibtex: field.name for field in FIELDS if field.bibtex}
"""Fields that are a line of the model's, whatever the entry type."""

MARKDOWN = frozenset(("title", "note", "abstract"))
"""Fields whose markup is kept."""

VERBATIM = frozenset(
    """doi url eprint file pdf pmid pmcid pmc isbn issn arxiv archiveprefix primaryclass crossref xdata ids related
    adsurl biburl bdsk-url-1 bdsk-url-2 bdsk-file-1 bdsk-file-2 urldate date-added date-modified code video slides
    poster data demo website preview html supp blog orcid dataset date""".split()
)
"""Fields that TeX does not read: addresses, identifiers, dates; never decoded."""

LINKS = frozenset(
    "link code pdf video slides poster data demo website html supp blog dataset software project preprint".split()
)
"""Fields that people's sites have for addresses, besides ``url`` and ``url_…``."""

ORDER = """title author author+an author+an:orcid collaboration editor editor+an editor+an:orcid journal
    shortjournal booktitle howpublished eventtitle volume number issue pages eid chapter edition version series
    publisher institution school address type entrysubtype date year month day pubstate isbn issn doi eprint
    archiveprefix primaryclass pmid pmcid url language license keywords award note abstract""".split()
"""The order in which fields are written."""


def is_verbatim(name: str) -> bool:
    """Whether the field holds an address or an identifier."""
    return name in VERBATIM or name.startswith(("url_", "bdsk-"))
