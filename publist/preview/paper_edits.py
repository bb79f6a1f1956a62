"""One edited paper into a snapshot without a new plan, where it is sure that a new plan would say the same.

That is so where the paper stays at its place in every list and beside the same people, topics and venue. Then all
that a plan derives from the whole list is as it was, and only the paper itself and its abstract are other values.
"""

from __future__ import annotations

from publist.content.loading import Body, PaperRecord
from publist.library.library import Entry, entry_of, newest_first
from publist.library.topic_matching import match_paper
from publist.model.paper import Paper
from publist.outputs.machine.card_text import paper_card
from publist.preview.snapshot import Snapshot
from publist.text.citation_keys import made

_FREE = frozenset(
    """title abstract et_al collaboration affiliations venue_short volume issue pages publisher place edition series
    number chapter event code language license keywords awards summary image_alt note citations review
    extra""".split()
)
"""Fields that a plan hands on as they are, or from which it derives only what ``_same_place`` looks at."""

_PARTS, _PARTS_A_PAPER = 200, 6
"""So many rendered parts are kept: those of papers as they were are of no more use."""

_BOUND = tuple(Paper._fields.index(name) for name in Paper._fields if name not in _FREE)


def revise(snapshot: Snapshot, record: PaperRecord, body: Body) -> Snapshot | None:
    """The snapshot with this paper as it is now; None where only a new plan can tell what else changes."""
    old = _entry(snapshot, record.slug)
    if old is None or not _same_place(snapshot, old, record, body):
        return None
    short = len(snapshot.ready.library.entries) <= snapshot.ready.scene.config.abstracts
    entry = entry_of(record, old.terms, body, short=short, picture=old.picture)
    if paper_card(entry, snapshot.ready.scene.config) != paper_card(old, snapshot.ready.scene.config):
        return None
    for parts in (snapshot.context.items, snapshot.context.pieces, snapshot.context.references.known):
        if len(parts) > _PARTS + _PARTS_A_PAPER * len(snapshot.places):
            parts.clear()
    return snapshot._replace(
        entries={**snapshot.entries, record.slug: entry}, bodies={**snapshot.bodies, record.path: body}
    )


def _entry(snapshot: Snapshot, slug: str) -> Entry | None:
    place = snapshot.places.get(slug)
    return None if place is None else snapshot.current(snapshot.ready.library.entries[place])


def _same_terms(snapshot: Snapshot, old: Entry, record: PaperRecord) -> bool:
    """Whether the paper belongs to what it belonged to; what no paper said before is something else."""
    try:
        refs_of = snapshot.ready.library.refs_of
        return refs_of(record) == refs_of(record._replace(paper=old.paper))
    except KeyError:
        return False


def _same_place(snapshot: Snapshot, old: Entry, record: PaperRecord, body: Body) -> bool:
    """Whether lists, topics and the citation key (which others' keys may depend on) are what they were."""
    if any(old.paper[field] != record.paper[field] for field in _BOUND):
        return False
    if not _same_terms(snapshot, old, record):
        return False
    if not record.paper.key and made(old.paper) != made(record.paper):
        return False
    library, place = snapshot.ready.library, snapshot.places[record.slug]
    near = [snapshot.current(entry) for entry in library.entries[max(0, place - 1) : place + 2]]
    keys = [newest_first(record if entry.slug == record.slug else entry) for entry in near]
    if keys != sorted(keys):
        return False
    asked = match_paper(library.topic_files.values(), record.paper, body.text or "")
    return asked == snapshot.ready.matches.get(record.slug, ())
