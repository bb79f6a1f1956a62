"""The members of a lab: the people whom people.yaml puts into groups, and who has left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from publist.content.people_file import Person
from publist.library.people import Identities
from publist.model.paper import Date

ALUMNI = "Alumni"
"""The message for the group of those who have left."""


class Profile(NamedTuple):
    """A member: what people.yaml says, the path of their page ("" without papers) and the number of their papers."""

    person: Person
    path: str
    papers: int


class Group(NamedTuple):
    """The members of one group in the order of people.yaml; ``left``: of those who have left, the latest first."""

    name: str
    left: bool
    members: tuple[Profile, ...]


def member_groups(
    people: Iterable[Person], identities: Identities, papers: Mapping[str, int], words: Callable[[str], str]
) -> tuple[Group, ...]:
    """The groups in the order in which people.yaml first names them, alumni last; ``papers`` by the person's path.

    Who has a `to` is one of the alumni, whatever the day: a site is the same whenever it is built.
    """
    paths = {person: path for path, person in identities.people.items()}
    members = [Profile(one, path := paths.get(one, ""), papers.get(path, 0)) for one in people if one.member]
    alumni = words(ALUMNI)
    present: dict[str, list[Profile]] = {}
    left: list[Profile] = []
    for member in members:
        name = member.person.group
        is_left = member.person.until or name.casefold() == alumni.casefold()
        (left if is_left else present.setdefault(name, [])).append(member)
    groups = [Group(name, left=False, members=tuple(found)) for name, found in present.items()]
    if left:
        left.sort(key=lambda member: member.person.until or Date(0), reverse=True)
        groups.append(Group(alumni, left=True, members=tuple(left)))
    return tuple(groups)
