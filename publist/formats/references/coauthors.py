"""Lists that name coauthors only: "On rivers (with Ada Byron)" leaves out whose list it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from publist.formats.references.lists import Judged
from publist.formats.references.parting import Reference
from publist.model.paper import Name, Paper
from publist.text.names import parts

_WITH = re.compile(r"(?:\b(?:with|mit|avec|con|com|met|med)|\bw/):?\s+$", re.IGNORECASE)
_JOINT = re.compile(
    r"\b(?:joint(?:ly)?(?:\s(?:work|paper|project))?|co-?authored|co-?written|together|in collaboration|gemeinsam"
    r"|zusammen|en collaboration|conjointement|en colaboración|junto|em colaboração|in collaborazione|insieme|samen"
    r"|sammen)\s(?=(?:with|mit|avec|con|com|met|med)\b)|\bw/(?=\s?[A-Z])",
    re.IGNORECASE,
)
"""Words that say no more than the "with" behind them."""
_MOST = 0.6
_FEW = 3
"""Fewer references tell no rule."""


def plainly(text: str) -> str:
    """The reference with a plain "with" before the coauthors: not "joint with", not "w/"."""
    return _JOINT.sub(lambda match: "with " if match[0].startswith("w/") else "", text)


def owner_left_out(
    judgements: Sequence[Judged], references: Sequence[Reference], papers: Sequence[Paper | None], owner: Name | None
) -> frozenset[int]:
    """The places of papers that leave out whose list this is, if most authors of the list follow "with".

    Of a list whose owner is not known, one who is among those of most papers is the owner, and left out of none; where
    a paper has no author at all, the owner is nobody who is named.
    """
    signed = [number for number, paper in enumerate(papers) if paper and paper.authors]
    unsigned = [number for number, paper in enumerate(papers) if paper and not paper.authors]
    behind = [number for number in signed if _follow_with(judgements[number], references[number])]
    if len(signed) + len(unsigned) < _FEW or len(behind) <= _MOST * len(signed):
        return frozenset()
    written = Counter(_known_as(name) for number in signed for name in (papers[number] or Paper("")).authors)
    most = written[_known_as(owner)] if owner else 0 if unsigned else max(written.values(), default=0)
    return frozenset([*behind, *unsigned]) if most < _MOST * len(signed) else frozenset()


def _known_as(name: Name) -> tuple[str, str]:
    told = parts(name)
    return told.family, told.given[:1]


def _follow_with(judged: Judged, reference: Reference) -> bool:
    """Whether "with" leads up to the authors of the best reading."""
    authors = judged.readings[0].authors if judged.readings else None
    return authors is not None and bool(_WITH.search(reference.text[max(authors.start - 8, 0) : authors.start]))
