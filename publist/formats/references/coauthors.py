"""Lists that name coauthors only: "On rivers (with Ada Byron)" leaves out whose list it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from publist.formats.references.lists import Judged
from publist.formats.references.parting import Reference
from publist.model.paper import Paper

_WITH = re.compile(r"\bwith\s+$", re.IGNORECASE)
_MOST = 0.6
_FEW = 3
"""Fewer references tell no rule."""


def are_named_alone(
    judgements: Sequence[Judged], references: Sequence[Reference], papers: Sequence[Paper | None]
) -> bool:
    """Whether most authors follow "with", and nobody, who would be the owner, is among those of most papers."""
    read = [paper for paper in papers if paper and paper.authors]
    behind = sum(map(follow_with, judgements, references))
    owner = max(Counter(name.name for paper in read for name in paper.authors).values(), default=0)
    return len(read) >= _FEW and behind > _MOST * len(read) and owner < _MOST * len(read)


def follow_with(judged: Judged, reference: Reference) -> bool:
    """Whether "with" leads up to the authors of the best reading."""
    authors = judged.readings[0].authors if judged.readings else None
    return authors is not None and bool(_WITH.search(reference.text[max(authors.start - 6, 0) : authors.start]))
