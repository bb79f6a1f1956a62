"""Where each paper stood in the last plan, kept so that an edit of a text need not plan the whole list again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from publist.build.render_context import SharedInputs
from publist.build.unchanged import what_is_shown
from publist.content.loading import Asset, Body, Content, PaperRecord
from publist.content.pictures import Picture
from publist.library.library import Entry, Library, entry_of, page_path
from publist.library.own_pdfs import with_own_pdf
from publist.library.terms import Ref, ref, without_page


def packed(
    content: Content,
    library: Library,
    keys: Mapping[str, str],
    matches: Mapping[str, tuple[str, ...]],
    scene: SharedInputs,
) -> dict[str, Any]:
    """The places of a library as plain values for the cache: see ``CachedLibrary`` and ``unchanged.unchanged``."""
    terms = [term for row in library.taxonomies for term in library.terms(row.kind)]
    rows = [
        (entry.slug, {kind: tuple([reference.path for reference in refs]) for kind, refs in entry.terms.items()})
        for entry in library.entries
    ]
    return {
        "rows": rows,
        "refs": {
            term.ref.path: (term.ref.title, term.ref.owner, term.ref.orcid, term.ref.member, term.ref.instead)
            for term in terms
        },
        "keys": [keys[row[0]] for row in rows] if keys else [],
        "matches": {slug: asked for slug, asked in matches.items() if asked},
        "has": tuple(scene.has),
        "heads": {record.slug: record.head for record in content.papers},
        "bodies": {record.slug: record.body for record in content.papers},
        "pictures": {entry.slug: tuple(entry.picture) for entry in library.entries if entry.picture},
        "pdfs": {slug: tuple(asset) for slug, asset in library.pdfs.items()},
        **what_is_shown(library, keys, scene),
    }


class ListPosition(NamedTuple):
    """A paper with those beside it in the list, its citation key and its number in the list, from 0."""

    entry: Entry
    newer: Entry | None
    older: Entry | None
    key: str
    number: int


class CachedLibrary:
    """The library of the last build. Entries are made when asked for, of what ``records`` and ``body`` give."""

    def __init__(
        self,
        kept: Mapping[str, Any],
        records: Callable[[Iterable[str]], Mapping[str, PaperRecord]],
        body: Callable[[str], Body],
    ) -> None:
        self._rows: list[Any] = kept["rows"]
        self._refs: Mapping[str, Any] = kept["refs"]
        self._keys: list[str] = kept["keys"]
        self._records = records
        self._body = body
        self._pdfs = {slug: Asset(*row) for slug, row in kept["pdfs"].items()}
        self._pictures = {slug: Picture(*row) for slug, row in kept["pictures"].items()}
        self._made: dict[int, Entry] = {}
        self._found: dict[str, Ref] = {}
        self.has: tuple[Any, ...] = kept["has"]
        self.matches: Mapping[str, tuple[str, ...]] = kept["matches"]
        self._numbers = {row[0]: number for number, row in enumerate(self._rows)}

    @property
    def paths(self) -> list[str]:
        """The address of each paper's page, in the order of the list."""
        return [page_path(row[0]) for row in self._rows]

    def __len__(self) -> int:
        return len(self._rows)

    def spot(self, slug: str) -> ListPosition | None:
        """The place of a paper; None if it has none, as a draft."""
        number = self._numbers.get(slug)
        if number is None:
            return None
        last = len(self._rows) - 1
        around = [at for at in (number - 1, number, number + 1) if 0 <= at <= last]
        self.entries(around)
        return ListPosition(
            entry=self._made[number],
            newer=self._made[number - 1] if number else None,
            older=self._made[number + 1] if number < last else None,
            key=self._keys[number] if self._keys else "",
            number=number,
        )

    def newest(self, count: int) -> tuple[Entry, ...]:
        """The first papers of the list."""
        return self.entries(range(min(count, len(self._rows))))

    def members(self, kind: str, reference: Ref) -> list[int]:
        """The numbers of the papers of a term."""
        return [number for number, row in enumerate(self._rows) if reference.path in row[1].get(kind, ())]

    def entries(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        """The papers with these numbers."""
        asked = list(numbers)
        missing = [number for number in asked if number not in self._made]
        records = self._records([self._rows[number][0] for number in missing])
        for number in missing:
            self._made[number] = self._entry(number, records)
        return tuple([self._made[number] for number in asked])

    def _entry(self, number: int, records: Mapping[str, PaperRecord]) -> Entry:
        slug, terms = self._rows[number]
        refs = {kind: tuple([self._ref(path) for path in paths]) for kind, paths in terms.items()}
        picture = self._pictures.get(slug)
        return entry_of(with_own_pdf(records[slug], self._pdfs), refs, self._body(slug), short=False, picture=picture)

    def _ref(self, path: str) -> Ref:
        found = self._found.get(path)
        if found is None:
            title, owner, orcid, member, instead = self._refs[path]
            found = ref(title, path, owner=owner, orcid=orcid, member=member)
            found = self._found[path] = without_page(found, instead) if instead else found
        return found
