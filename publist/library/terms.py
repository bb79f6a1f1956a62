"""Terms of a taxonomy and their addresses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from publist.text.file_names import address_of, safe_name
from publist.text.slugs import slugify


class Ref(NamedTuple):
    """What a link to a term needs, and of a person the ORCID and whether they are a member of the lab.

    ``path`` tells it from all others, ``state`` is the whole of it as bytes, for digests. ``instead`` is the address of
    the filtered list where it has no page, else "".
    """

    title: str
    path: str
    owner: bool
    state: bytes
    orcid: str = ""
    member: bool = False
    instead: str = ""

    @property
    def link(self) -> str:
        """Where links to it lead."""
        return self.instead or self.path


INDEX = Ref("", "", owner=False, state=b"")
"""The whole list, where lists are told apart by their terms."""


def ref(title: str, path: str, *, owner: bool = False, orcid: str = "", member: bool = False) -> Ref:
    """A reference with its state."""
    state = f"{title}\x1f{path}\x1f{owner:d}{member:d}{orcid}\x1e".encode()
    return Ref(title, path, owner, state, orcid, member)


def without_page(reference: Ref, instead: str) -> Ref:
    """The reference to a term that has no page: what leads to it leads to the address of the filtered list."""
    return reference._replace(instead=instead, state=reference.state + f"{instead}\x1e".encode())


def refs_of(folder: str, titles: Iterable[str], fixed: Iterable[tuple[str, str]] = ()) -> dict[str, Ref]:
    """A reference for each title, all paths different, the same whatever the order of the titles.

    ``fixed`` are (slug, title) pairs that somebody has chosen. Titles that differ in case only are one term
    and have one path. A title whose slug is taken gets a number behind it.
    """
    made: dict[str, Ref] = {}
    by_case: dict[str, Ref] = {}
    slugs = Slugs()
    for slug, title in fixed:
        slugs.taken.add(safe_name(slug))
        made[title] = by_case[title.casefold()] = ref(title, f"{folder}/{address_of(slug)}/")
    for title in sorted(set(titles)):
        known = by_case.get(title.casefold())
        if known is None:
            known = by_case[title.casefold()] = ref(title, f"{folder}/{slugs.free(title)}/")
        made[title] = known
    return made


class Slugs:
    """The slugs of one folder; no two are the same."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self._last: dict[str, int] = {}

    def free(self, title: str) -> str:
        """The title's slug, with a number if it is taken; it is taken from then on."""
        plain = slug = slugify(title)
        number = self._last.get(plain, 1)
        while slug in self.taken:
            number += 1
            slug = f"{plain}-{number}"
        self._last[plain] = number
        self.taken.add(slug)
        return slug
