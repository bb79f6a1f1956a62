"""RIS reference types and tags beside what they mean in the model.

Sources: the RIS specification of Reference Manager, the RIS tag map of the Zotero translators, EndNote's
"RIS tags for reference types".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from publist.content.schema.paper import FIELDS
from publist.model.paper import Plain

TO_CSL = {
    "JOUR": "article-journal", "JFULL": "periodical", "ABST": "article-journal", "INPR": "article-journal",
    "EJOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "CHAP": "chapter", "ECHAP": "chapter", "BOOK": "book", "EBOOK": "book",
    "EDBOOK": "book", "WHOLE": "book", "SER": "book", "CLSWK": "classic", "THES": "thesis", "RPRT": "report",
    "GOVDOC": "report", "UNPB": "article", "MANSCPT": "manuscript", "ELEC": "webpage", "WEB": "webpage",
    "BLOG": "post-weblog", "ICOMM": "post", "PCOMM": "personal_communication", "DATA": "dataset", "DBASE": "dataset",
    "AGGR": "dataset", "COMP": "software", "PAT": "patent", "STAND": "standard", "MAP": "map",
    "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary", "PAMP": "pamphlet", "SLIDE": "speech",
    "HEAR": "hearing", "CASE": "legal_case",
    "BILL": "bill", "UNBILL": "bill", "STAT": "legislation", "LEGAL": "regulation", "ART": "graphic",
    "FIGURE": "figure", "SOUND": "song", "MUSIC": "musical_score", "VIDEO": "motion_picture", "MPCT": "motion_picture",
    "GEN": "document", "MULTI": "document", "CTLG": "collection",
}  # fmt: skip
"""Reference type to CSL type."""

FROM_CSL = {csl: tag for tag, csl in reversed(TO_CSL.items())}
"""CSL type to reference type: the first that TO_CSL has for it; others are GEN."""

_ORDER = "VL PB CY ET T3 CP LA C2 M3 U1 U2 U3 U4".split()
"""The order in which tags of TEXT and USER are written; others follow."""
_PLAIN = sorted(
    ((field.ris, field.name) for field in FIELDS if field.ris),
    key=lambda row: _ORDER.index(row[0]) if row[0] in _ORDER else len(_ORDER),
)
_FREE = frozenset(("U1", "U2", "U3", "U4", "U5"))

TEXT = {tag: name for tag, name in _PLAIN if tag not in _FREE}
"""Tags that are a line of the model's for every type of work."""

ALIASES = {
    "A1": "AU", "T1": "TI", "CT": "TI", "Y1": "PY", "JF": "T2", "JO": "T2", "JA": "T2", "J1": "T2", "J2": "T2",
    "BT": "T2", "N2": "AB", "PP": "CY", "L3": "DO", "M2": "N1", "LK": "UR", "A2": "ED", "A3": "ED",
}  # fmt: skip
"""Other tags for the same, in the order of trust: a later one counts where the first is missing."""

USER = {tag: name for tag, name in _PLAIN if tag in _FREE}
"""User-definable tags that hold what RIS has no tag for."""

_OTHER = re.compile(r"[a-z][a-z0-9]")
_WRITTEN = frozenset(tag.lower() for tag in (*TEXT, *ALIASES, *USER)) | frozenset("ty er id au ti ab".split())


def others(extra: Mapping[str, Plain]) -> Iterator[tuple[str, str]]:
    """The tags that nothing was made of, as they came: they are kept under ``extra`` in small letters."""
    for name, value in extra.items():
        if isinstance(value, str) and _OTHER.fullmatch(name) and name not in _WRITTEN:
            yield name.upper(), value


SERIALS = frozenset(("article-journal", "article-magazine", "article-newspaper", "periodical", "review", "review-book"))
"""CSL types whose number is an issue, whose SN is an ISSN and whose article number is C7."""
