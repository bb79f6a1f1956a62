"""Papers and terms that are as they were at the last build: what is made of them alone need not be planned again.

Of 10,000 papers on the default site an edit touches some hundred papers and terms; to plan the files of all others,
too, and to compare them with those of the last build takes twice the time of all other planning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from publist.build.render_context import SharedInputs
from publist.build.staleness import BuiltFile
from publist.library.library import Entry, Library, Term
from publist.model.artifact import Artifact
from publist.outputs.pages.lists import about
from publist.outputs.pages.related import about as length_shown
from publist.outputs.pages.related import is_telling, near


class Before(NamedTuple):
    """What the last build left: its ``places`` (``library_cache.packed``), its files, those no longer as it made them.

    ``made`` is whole, and of a build that came to its end.
    """

    places: Mapping[str, Any]
    made: Mapping[str, BuiltFile]
    differing: frozenset[str]


def what_is_shown(library: Library, keys: Mapping[str, str], scene: SharedInputs) -> dict[str, Any]:
    """All by which ``unchanged`` tells a paper or a term from what it was, besides the rows of ``packed``."""
    return {
        "scene": (scene.shared, scene.digest),
        "shown": {entry.slug: (entry.digest, keys.get(entry.slug, "")) for entry in library.entries},
        "about": {path: said for path, said in _abouts(library) if said},
    }


def unchanged(before: Before, library: Library, keys: Mapping[str, str], scene: SharedInputs) -> frozenset[str]:
    """The addresses of papers and terms of which all ``local`` files would be those that are there."""
    places = before.places
    if places["scene"] != (scene.shared, scene.digest):
        return frozenset()
    rows: Mapping[str, Mapping[str, Sequence[str]]] = dict(places["rows"])
    slugs = [entry.slug for entry in library.entries]
    changed = _changed(library, keys, places) | (rows.keys() - set(slugs))
    terms = _terms_of(changed, library.entries, rows) | _spoken_of_otherwise(places["about"], library)
    papers = changed | _beside(changed, list(rows), slugs) | _around(changed, terms, library, rows)
    same = {entry.path for entry in library.entries}
    same.update(term.ref.path for term in chain(*library.grouped.values()) if term.kind != "year")
    same -= {entry.path for entry in library.entries if entry.slug in papers} | terms  # two may want one address
    spoiled = {folder_of(path) for path in before.differing}
    return frozenset([path for path in same if unquote(path) not in spoiled])


def kept_files(before: Before, addresses: Iterable[str]) -> frozenset[str]:
    """The files of the last build that stay as they are, where these papers and terms are unchanged."""
    folders = {unquote(path) for path in addresses}
    return frozenset([path for path, file in before.made.items() if file.local and folder_of(path) in folders])


def may_collide(artifacts: Sequence[Artifact], addresses: Iterable[str], before: Before) -> bool:
    """Whether a file may stand in the way of one in the folders of these: then only the whole plan can tell.

    A file that was there stood beside all others at the last build, unless it is another's now.
    """
    new = [artifact.path for artifact in artifacts if _is_new(artifact, before.made)]
    folders = {unquote(path) for path in addresses} if new else set()
    above = {folder.partition("/")[0] for folder in folders}
    taken = {_on_any_system(folder) for folder in folders} | {_on_any_system(f"{name}/") for name in above}
    for path in new:
        top = path.partition("/")[0]
        if _on_any_system(folder_of(path)) in taken or (top not in above and _on_any_system(f"{top}/") in taken):
            return True
    return False


def _is_new(artifact: Artifact, made: Mapping[str, BuiltFile]) -> bool:
    file = made.get(artifact.path)
    return file is None or file.local != artifact.local


def folder_of(path: str) -> str:
    """The folder of the paper or the term to which a ``local`` file belongs: ``people/ada/`` of any file below it."""
    return path[: path.find("/", path.find("/") + 1) + 1]


def _on_any_system(path: str) -> str:
    """What paths have in common that are one on some file system."""
    return path.lower() if path.isascii() else normalize("NFC", path.casefold())


def _changed(library: Library, keys: Mapping[str, str], places: Mapping[str, Any]) -> set[str]:
    """The papers of which files show what they did not: of the paper, its citation key or its abstract."""
    shown, digests, bodies = places["shown"], places["bodies"], library.bodies
    return {
        slug
        for slug, digest in [(entry.slug, entry.digest) for entry in library.entries]
        if shown.get(slug) != (digest, keys.get(slug, "")) or digests.get(slug) != bodies[slug].digest
    }


def _terms_of(changed: set[str], entries: Iterable[Entry], rows: Mapping[str, Mapping[str, Sequence[str]]]) -> set[str]:
    """The addresses of the terms of changed papers, as they are and as they were."""
    now = {ref.path for entry in entries if entry.slug in changed for refs in entry.terms.values() for ref in refs}
    return now.union(*[paths for slug in changed for paths in rows.get(slug, {}).values()])


def _abouts(library: Library) -> Iterator[tuple[str, bytes]]:
    """What the page of a person or a topic says beside its papers, by its address."""
    described = library.identities.people
    for term in (*library.terms("topic"), *[term for term in library.terms("person") if term.ref.path in described]):
        yield term.ref.path, about(library, term)[1]


def _spoken_of_otherwise(before: Mapping[str, bytes], library: Library) -> set[str]:
    """The addresses of the terms of which that has changed."""
    now = {path: said for path, said in _abouts(library) if said}
    return {path for path in now.keys() | before.keys() if now.get(path) != before.get(path)}


def _beside(changed: set[str], before: Sequence[str], now: Sequence[str]) -> set[str]:
    """The papers that have another paper, or a changed one, next to them in the list."""
    were, found = dict(_neighbours(before)), set()
    for slug, beside in _neighbours(now):
        if were.get(slug) != beside or not changed.isdisjoint(beside):
            found.add(slug)
    return found


def _neighbours(slugs: Sequence[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each paper with the one before it and the one behind it, "" at the ends."""
    return zip(slugs, zip(["", *slugs[:-1]], [*slugs[1:], ""], strict=True), strict=True)


def _around(
    changed: set[str], terms: set[str], library: Library, rows: Mapping[str, Mapping[str, Sequence[str]]]
) -> set[str]:
    """The papers that have a changed one around them, or had (see ``Surroundings``)."""
    before: dict[str, list[str]] = {path: [] for path in terms}
    for slug, paths in rows.items():
        for path in (*paths.get("topic", ()), *paths.get("person", ())):
            if path in before:
                before[path].append(slug)
    found: set[str] = set()
    for term in (*library.terms("topic"), *library.terms("person")):
        if term.ref.path in terms:
            now, was = [entry.slug for entry in term.entries], before[term.ref.path]
            found.update(now if _all_around(term, len(was)) else (*_near(changed, was), *_near(changed, now)))
    return found


def _all_around(term: Term, before: int) -> bool:
    """Whether each paper of a term can have any other of it around it; it had so many papers before."""
    if term.kind == "topic":
        return length_shown(before) != length_shown(len(term.entries))
    return is_telling(term.ref, before) or is_telling(term.ref, len(term.entries))


def _near(changed: set[str], papers: Sequence[str]) -> Iterator[str]:
    """The papers of a list that have a changed one near them."""
    for place, slug in enumerate(papers):
        if slug in changed:
            yield from papers[near(place)]
