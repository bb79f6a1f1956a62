"""Entry types of BibTeX and BibLaTeX beside the CSL types that they mean, both ways.

Sources: btxdoc (Patashnik 1988), the BibLaTeX manual 3.20 section 2.1, CSL 1.0.2 appendix III.
"""

from __future__ import annotations

import re
from functools import lru_cache

from publist.formats import work_types
from publist.model.paper import CSL_TYPES

TO_CSL = {
    "article": "article-journal", "suppperiodical": "article-journal", "periodical": "periodical",
    "inproceedings": "paper-conference", "conference": "paper-conference", "proceedings": "book",
    "mvproceedings": "book", "book": "book", "mvbook": "book", "booklet": "pamphlet", "collection": "book",
    "mvcollection": "book", "reference": "book", "mvreference": "book", "manual": "book", "inbook": "chapter",
    "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter", "suppcollection": "chapter",
    "inreference": "entry-encyclopedia", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "bachelorsthesis": "thesis", "mathesis": "thesis", "diplomathesis": "thesis", "techreport": "report",
    "report": "report", "unpublished": "manuscript", "misc": "document", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "patent": "patent", "dataset": "dataset", "data": "dataset",
    "software": "software", "program": "software", "artwork": "graphic", "image": "graphic", "audio": "song",
    "music": "song", "movie": "motion_picture", "video": "motion_picture", "performance": "performance",
    "letter": "personal_communication", "legislation": "legislation", "jurisdiction": "legal_case",
    "legal": "legal_case", "treaty": "treaty", "standard": "standard", "review": "review", "preprint": "article",
    "talk": "speech", "presentation": "speech", "poster": "speech", "newspaper": "article-newspaper",
    "magazine": "article-magazine",
}  # fmt: skip
"""Entry type in lower case to CSL type; others are "document"."""

BOOKS = {"proceedings": "proceedings", "mvproceedings": "proceedings", "manual": "manual", "collection": "collection",
         "mvcollection": "collection", "reference": "reference", "mvreference": "reference"}  # fmt: skip
"""Entry type to the genre of a book, which CSL has no type of its own for, and back."""
CLASSIC_BOOKS = frozenset(("proceedings", "manual"))
"""The genres of a book for which classic BibTeX has a type, too."""

CLASSIC = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "review": "article", "review-book": "article", "paper-conference": "inproceedings", "book": "book",
    "chapter": "incollection", "entry-encyclopedia": "incollection", "entry-dictionary": "incollection",
    "entry": "incollection", "thesis": "phdthesis", "report": "techreport", "manuscript": "unpublished",
    "pamphlet": "booklet",
}  # fmt: skip
"""CSL type to an entry type of classic BibTeX; others are @misc."""

BIBLATEX = CLASSIC | {
    "review": "review", "entry-encyclopedia": "inreference", "thesis": "thesis", "report": "report",
    "webpage": "online", "patent": "patent", "periodical": "periodical", "dataset": "dataset",
    "software": "software", "performance": "performance", "legislation": "legislation",
    "personal_communication": "letter", "legal_case": "jurisdiction", "motion_picture": "movie", "song": "music",
    "graphic": "artwork", "standard": "standard",
}  # fmt: skip
"""CSL type to an entry type of BibLaTeX; others are @misc."""

PERIODICALS = frozenset(("article-journal", "article-magazine", "article-newspaper", "review", "review-book"))
"""CSL types whose venue is a journal: BibTeX's ``number`` is their issue."""

PARTS = frozenset(("paper-conference", "chapter", "entry", "entry-dictionary", "entry-encyclopedia"))
"""CSL types whose venue is a book."""

GENRES = {
    "phdthesis": "PhD thesis", "mastersthesis": "Master's thesis", "mathesis": "Master's thesis",
    "bachelorsthesis": "Bachelor's thesis", "diplomathesis": "Diploma thesis", "poster": "Poster",
}  # fmt: skip
"""What a thesis (or a talk) is called that does not say it otherwise."""
VERSIONED = frozenset(("software", "dataset"))
"""CSL types whose edition is BibLaTeX's ``version``."""

ABBREVIATED_GENRES = {
    "phdthesis": "PhD thesis", "mathesis": "Master's thesis", "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report", "resreport": "Research report",
    "patent": "Patent", "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent",
    "patentuk": "British patent", "patentus": "U.S. patent", "patreq": "Patent request",
    "patreqde": "German patent request", "patreqeu": "European patent request", "patreqfr": "French patent request",
    "patrequk": "British patent request", "patrequs": "U.S. patent request",
}  # fmt: skip
"""BibLaTeX's localisation keys for the field ``type``."""

_PREPRINT = r"preprint|arxiv|\bcorr\b|bioRxiv|medRxiv|chemRxiv|e-?print archive"


@lru_cache(maxsize=10_000)
def is_preprint(venue: str) -> bool:
    """Whether the words of a venue are those of preprints."""
    from publist.formats.normalising import preprint_servers  # not every build has BibTeX

    return re.search(_PREPRINT, venue, re.IGNORECASE) is not None or preprint_servers.is_server(venue)


def csl_type(entry_type: str, subtype: str, venue: str, *, eprint: bool) -> str:
    """The CSL type of an entry. ``venue`` and ``eprint`` tell preprints, which BibTeX has no type for."""
    if subtype in CSL_TYPES:
        return subtype
    if f"article-{subtype}" in CSL_TYPES and entry_type == "article":
        return f"article-{subtype}"
    found = TO_CSL.get(entry_type) or work_types.csl_type(entry_type)
    if found in ("document", "webpage") and (eprint or is_preprint(venue)):
        return "article"
    if found == "article-journal" and is_preprint(venue):
        return "article"
    return found
