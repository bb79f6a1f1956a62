"""content/people.yaml to the registry of people, as written; who is who is decided elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from publist.errors import Problem


class Person(NamedTuple):
    """One person whom the site's owner has described."""

    name: str
    """The name that the person's page shows."""
    aliases: tuple[str, ...] = ()
    """Other spellings in print."""
    former_names: tuple[str, ...] = ()
    """Names no longer used: they lead to the page, which does not show them."""
    orcid: str = ""
    url: str = ""
    affiliation: str = ""
    owner: bool = False
    """Whose list this is."""
    slug: str = ""
    """The name of the person's page; empty: made from the name."""
    papers: tuple[str, ...] = ()
    """Slugs of papers by this person, where two people share a name."""


def read(text: str, *, path: str) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    """The people in the order written, as far as they can be read, and all that is wrong."""
    from publist.peoplefields import PEOPLE
    from publist.yamlfile import read_list

    people, problems = read_list(PEOPLE, text, path=path)
    return people or (), problems
