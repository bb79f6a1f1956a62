"""The table of the keys of ``sources:`` in content/site.yaml: where services list the works of an owner."""

from __future__ import annotations

import re
from typing import Any

from publist.content.schema.kinds import Faults, KeyPath
from publist.content.schema.patterns import Matching
from publist.content.schema.records import Field, ListOf, Record
from publist.content.schema.scalars import Url
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


_ORCID = Matching(re.compile(r"(?:\d{4}-){3}\d{3}[\dX]"), "an ORCID iD such as 0000-0002-1825-0097")
_ONLINE_SOURCE = Record(
    _online_source,
    (
        Field("orcid", _ORCID, "ORCID iD.", "0000-0002-1825-0097"),
        Field(
            "dblp", Matching(re.compile(r"[\w./-]+"), "a dblp identifier such as 04/5678-1"), "dblp PID.", "04/5678-1"
        ),
        Field(
            "openalex",
            Matching(re.compile(r"A\d+|(?:\d{4}-){3}\d{3}[\dX]"), "an OpenAlex author such as A5012345678"),
            "OpenAlex author, or an ORCID iD.",
            "A5012345678",
        ),
        Field(
            "arxiv",
            Matching(re.compile(r"[a-z-]+_[a-z-]+_\d+|(?:\d{4}-){3}\d{3}[\dX]"), "an arXiv author such as doe_j_1"),
            "arXiv author identifier, or an ORCID iD.",
            "doe_j_1",
        ),
        Field(
            "inspire",
            Matching(re.compile(r"[^\s,;:]+"), "an INSPIRE author such as J.Doe.1"),
            "INSPIRE BAI.",
            "J.Doe.1",
        ),
        Field(
            "semanticscholar",
            Matching(re.compile(r"\d+"), "the number of a Semantic Scholar profile"),
            "Number of the Semantic Scholar profile.",
            "1234567",
        ),
        Field("europepmc", _ORCID, "ORCID iD, for Europe PMC.", "0000-0002-1825-0097"),
        Field("bibtex", Url(), "Address of a BibTeX file.", "https://example.org/jane.bib"),
    ),
    what="a source",
)

SOURCES = _OneOrMore(_ONLINE_SOURCE, example="{orcid: 0000-0002-1825-0097}")
