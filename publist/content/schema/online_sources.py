"""The table of the keys of ``sources:`` in content/site.yaml: where services list the works of an owner."""

from __future__ import annotations

import re
from typing import Any

from publist.content.schema.kinds import Faults, KeyPath, Schema
from publist.content.schema.names import Orcid
from publist.content.schema.patterns import Matching
from publist.content.schema.records import Field, ListOf, Record
from publist.content.schema.scalars import Identifier, Url
from publist.model.paper import Plain
from publist.model.settings import OnlineSource


class _OneOrMore(ListOf):
    """A list, of which one item may stand alone."""

    def items(self, value: Plain, at: KeyPath, faults: Faults) -> list[tuple[int, Any]]:
        """The items with their places."""
        return super().items([value] if isinstance(value, dict) else value, at, faults)


def _online_source(**values: Any) -> OnlineSource:
    if not values:
        raise ValueError("a source needs an identifier", "write {orcid: 0000-0002-1825-0097}")
    return OnlineSource(**values)


class _Exact:
    """An identifier that is asked for: one of another form leads nowhere, or to somebody else."""

    nothing = ""

    def __init__(self, kind: Identifier) -> None:
        self._kind = kind

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The bare identifier; what elsewhere is doubtful is wrong here."""
        found: Faults = []
        text = self._kind.read(value, at, found)
        faults += [fault._replace(severity="error") for fault in found]
        return "" if found else text

    def plain(self, value: str) -> Plain:
        """The identifier itself."""
        return self._kind.plain(value)

    def schema(self) -> Schema:
        """The schema of the identifier."""
        return self._kind.schema()


_ID = r"(?:\d{4}-){3}\d{3}[\dX]"
_ORCID = _Exact(Orcid())
_DBLP = Identifier(
    r"(?!.*\.(?:html|xml)$)[\w./-]+", prefix=r"(?:https?://)?dblp\.(?:org|uni-trier\.de)/pid/", example="04/5678-1"
)
_OPENALEX = Identifier(
    rf"A\d+|{_ID}", prefix=r"(?:https?://)?(?:api\.)?openalex\.org/(?:authors/)?", example="A5012345678"
)
_ARXIV = Identifier(rf"[a-z-]+_[a-z-]+_\d+|{_ID}", prefix=r"(?:https?://)?arxiv\.org/a/", example="doe_j_1")
_SEMANTIC_SCHOLAR = Identifier(
    r"\d+", prefix=r"(?:https?://)?(?:www\.)?semanticscholar\.org/author/(?:[^/]+/)?", example="1234567"
)
_INSPIRE = Matching(re.compile(r"[^\s,;:]+"), "an INSPIRE author such as J.Doe.1")
_ONLINE_SOURCE = Record(
    _online_source,
    (
        Field("orcid", _ORCID, "ORCID iD.", "0000-0002-1825-0097"),
        Field("dblp", _Exact(_DBLP), "dblp PID.", "04/5678-1"),
        Field("openalex", _Exact(_OPENALEX), "OpenAlex author, or an ORCID iD.", "A5012345678"),
        Field("arxiv", _Exact(_ARXIV), "arXiv author identifier, or an ORCID iD.", "doe_j_1"),
        Field("inspire", _INSPIRE, "INSPIRE BAI.", "J.Doe.1"),
        Field("semanticscholar", _Exact(_SEMANTIC_SCHOLAR), "Number of the Semantic Scholar profile.", "1234567"),
        Field("europepmc", _ORCID, "ORCID iD, for Europe PMC.", "0000-0002-1825-0097"),
        Field("bibtex", Url(), "Address of a BibTeX file.", "https://example.org/jane.bib"),
    ),
    what="a source",
)

SOURCES = _OneOrMore(_ONLINE_SOURCE, example="{orcid: 0000-0002-1825-0097}")
