"""Which initials are the owner's: on the owner's own list they mean nobody else, if nothing speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from publist.content.people_file import Person
from publist.library.people import fold, initials_of, spellings
from publist.model.paper import Name
from publist.text import names

Bylines = Sequence[tuple[str, tuple[Name, ...]]]
"""The slugs of papers with their authors."""


def owner_in_full(papers: Bylines, registry: Iterable[Person], owner: str) -> Person | None:
    """The owner with the initials under which papers print them; None where those mean nobody, or perhaps another.

    They are the owner's if at least half of the papers have the owner under one of the spellings, no paper has two
    of them, and no other given name of the list fits them. Somebody whom people.yaml describes is left as described.
    """
    whole = names.parts(Name(owner))
    if not whole.family or not whole.given or initials_of(whole.given) or _is_described(registry, owner):
        return None
    last = owner.rsplit(maxsplit=1)[-1].casefold()
    near = {name for _, authors in papers for name in authors if name.name.casefold().endswith(last)}
    fitting = {name.name for name in near if _fits(names.parts(name), whole)}
    short = {name: initials_of(names.parts(Name(name)).given) for name in sorted(fitting)}
    if not any(short.values()) or any(fold(name) != fold(owner) for name, letters in short.items() if not letters):
        return None
    longest = max([*short.values(), _first_letters(whole.given)], key=len)
    if not all(longest.startswith(letters) for letters in (*short.values(), _first_letters(whole.given))):
        return None
    printed = [sum(name.name in fitting for name in authors) for _, authors in papers]
    if max(printed) > 1 or 2 * sum(printed) < len(papers):
        return None
    return Person(owner, aliases=tuple(name for name, letters in short.items() if letters), owner=True)


def _first_letters(given: str) -> str:
    return "".join(word[0].upper() for word in re.split(r"[\s.-]+", given) if word)


def _is_described(registry: Iterable[Person], owner: str) -> bool:
    known = (name for person in registry for name in spellings(person))
    return any(person.owner for person in registry) or fold(owner) in map(fold, known)


def _fits(name: Name, owner: Name) -> bool:
    """Whether the name can be the owner's by family name and first initial."""
    family = (name.particle, name.family) == (owner.particle, owner.family)
    return family and bool(name.given) and name.given[:1].casefold() == owner.given[:1].casefold()
