"""What is told of where one paper came out in another way than of the others of its list: its venue is in doubt.

Whoever keeps a list in a bibliography types what has no field of its own into that of the venue ("Journal of Ice,
no. 3", "PhD dissertation, University of Ice", "submitted"), and the style of the list prints it there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from publist.formats.references.lists import Judged
from publist.formats.references.parting import Reading, Reference
from publist.model.paper import Paper

_LABELS = tuple(
    re.compile(label, re.IGNORECASE)
    for label in (
        r"\b(?:nos?|nr|n[°º]|issue|iss|number|heft|núm)\b\.?\s?\d",
        r"\b(?:art(?:icle)?|paper|id)\b\.?\s?(?:no\.?\s?)?[A-Za-z]?\d",
        r"\b(?:pp?|pages?|seiten)\b[.:]?\s?[A-Za-z]?\d",
    )
)
_FEWEST, _SHARE = 4, 6
"""So many papers in journals have numbers without the label, and so many times as many as have it, if several do."""
_IN_BOOK = re.compile(r"\b[Ii]n\b|\(eds\)")
_NOUN = re.compile(r"thesis|dissertation|arbeit|paper|project|schrift|th[eè]se|tes[ei]s?", re.IGNORECASE)


def misfits(judgements: Sequence[Judged], references: Sequence[Reference], papers: Sequence[Paper | None]) -> set[int]:
    """The numbers of the papers that tell in a way of their own where they came out."""
    return {
        *_labelled(judgements, references, papers),
        *_theses_called_otherwise(references, papers),
        *_placeless(references, papers),
    }


def _labelled(
    judgements: Sequence[Judged], references: Sequence[Reference], papers: Sequence[Paper | None]
) -> set[int]:
    """Articles of journals one of whose numbers has a label, where those of nearly all others have none."""
    behind = {
        at: _behind_title(judged.readings[0], reference.text)
        for at, (judged, reference, paper) in enumerate(zip(judgements, references, papers, strict=True))
        if paper and paper.volume and not _IN_BOOK.search(judged.readings[0].venue.lead)
    }
    found: set[int] = set()
    for label in _LABELS:
        labelled = {at for at, text in behind.items() if label.search(text)}
        bare = len(behind) - len(labelled)
        if bare >= _FEWEST and len(labelled) <= max(1, bare // _SHARE):
            found |= labelled
    return found


def _behind_title(best: Reading, text: str) -> str:
    return text[best.venue.start if best.venue.start >= 0 else best.title[1] :]


def _theses_called_otherwise(references: Sequence[Reference], papers: Sequence[Paper | None]) -> set[int]:
    """Theses without a venue that have another name than most: dissertations among PhD theses and master's theses."""
    nouns = {
        at: found[-1].lower()
        for at, (reference, paper) in enumerate(zip(references, papers, strict=True))
        if paper and not paper.venue and (found := _NOUN.findall(reference.taken.genre))
    }
    counts = Counter(nouns.values())
    most = max(counts.values(), default=0)
    return {at for at, noun in nouns.items() if counts[noun] < most}


def _placeless(references: Sequence[Reference], papers: Sequence[Paper | None]) -> set[int]:
    """Papers with volume and pages, or a word for how far they are, but no place, where most have one."""
    without = {at for at, paper in enumerate(papers) if paper and not (paper.venue or paper.publisher or paper.genre)}
    if 2 * (len(papers) - len(without)) <= len(papers):
        return set()
    return {
        at
        for at in without
        if (paper := papers[at])
        and ((paper.volume and paper.pages) or (references[at].taken.status and not paper.arxiv))
    }
