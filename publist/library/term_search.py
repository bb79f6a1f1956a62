"""The term that somebody names, and the papers that somebody chooses."""

from __future__ import annotations

from difflib import get_close_matches

from publist.library.library import Entry, Library, Term, without_drafts
from publist.library.taxonomies import BY_KIND
from publist.model.cv import PaperChoice
from publist.model.problems import UsageError
from publist.text.look_alikes import told_apart
from publist.text.slugs import slugify
from publist.text.unicode_forms import composed


def term_named(joined: Library, kind: str, name: str) -> Term:
    """The term of this name or slug; also of a taxonomy that the site has no pages of. UsageError if there is none."""
    terms = joined.grouped[kind]
    name = composed(name)
    wanted = name.casefold().strip()
    wanted = BY_KIND[kind].aliases.get(wanted, wanted)
    for term in terms:
        if wanted in (term.ref.title.casefold(), term.ref.path.strip("/").rpartition("/")[2]):
            return term
    slug = slugify(name)
    for term in terms:
        if term.ref.path.strip("/").rpartition("/")[2] == slug:
            return term
    near = get_close_matches(name, [term.ref.title for term in terms], 3, 0.5)
    names = " or ".join(f"{title}{told_apart(name, title)}" for title in near)
    meant = f"did you mean {names}?" if near else "see the overviews of the site"
    raise UsageError(f"there is no {kind} {name!r}; {meant}")


TERMS = tuple(kind for kind in PaperChoice._fields if kind in BY_KIND and kind != "year")
"""What a choice names terms of."""


def chosen(joined: Library, choice: PaperChoice) -> tuple[Entry, ...]:
    """The papers that are all that the choice says, newest first; no drafts, which a preview has.

    UsageError for a name that the site does not have.
    """
    named = [(kind, getattr(choice, kind)) for kind in TERMS]
    sets = [{entry.slug for entry in term_named(joined, kind, name).entries} for kind, name in named if name]
    return tuple(
        entry
        for entry in without_drafts(joined.entries)
        if all(entry.slug in slugs for slugs in sets)
        and (choice.year is None or (entry.paper.date is not None and entry.paper.date.year in choice.year))
        and (not choice.featured or entry.paper.featured)
        and _has(entry.paper.status, choice.status)
    )


def _has(status: str, wanted: str) -> bool:
    """Whether a paper of a status is among those wanted."""
    if wanted in ("published", "unpublished"):
        return bool(status) == (wanted == "unpublished")
    return wanted in ("", status)
