"""BibLaTeX's data annotations (manual, 3.7) that say who somebody is: ``author+an:orcid = {1="0000-…"; 3="…"}``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publist.model.paper import Name
from publist.text import identifiers

ORCID = "+an:orcid"
"""What follows the name of a field of names."""
ROLES = "+an"
"""What follows the name of a field of names where the default annotation says what part people have in the work."""
_ROLES = ("equal", "corresponding")
_ROLE = re.compile(r'\s*(\d{1,4})\s*=\s*"?((?:equal|corresponding)(?:\s*,\s*(?:equal|corresponding))*)"?\s*')
_ONE = re.compile(r'\s*(\d{1,4})\s*=\s*"?([^"=,;]*)"?\s*')


def with_orcids(people: tuple[Name, ...], said: str) -> tuple[Name, ...] | None:
    """The people with the ORCID iDs that an annotation gives them; None if it says anything else."""
    named = list(people)
    for part in filter(str.strip, said.split(";")):
        one = _ONE.fullmatch(part)
        place, orcid = (int(one[1]), identifiers.orcid(one[2])) if one else (0, "")
        if not orcid or not 1 <= place <= len(named):
            return None
        named[place - 1] = named[place - 1]._replace(orcid=orcid)
    return tuple(named)


def orcids(people: Iterable[Name]) -> str:
    """The annotation of the people whose ORCID iDs are known, empty if there are none."""
    return "; ".join(f'{number}="{name.orcid}"' for number, name in enumerate(people, 1) if name.orcid)


def with_roles(people: tuple[Name, ...], said: str) -> tuple[Name, ...] | None:
    """The people of whom an annotation says that they contributed equally or correspond; None if it says else."""
    named = list(people)
    for part in filter(str.strip, said.split(";")):
        one = _ROLE.fullmatch(part)
        place = int(one[1]) if one else 0
        if not one or not 1 <= place <= len(named):
            return None
        named[place - 1] = named[place - 1]._replace(
            equal="equal" in one[2] or named[place - 1].equal,
            corresponding="corresponding" in one[2] or named[place - 1].corresponding,
        )
    return tuple(named)


def roles(people: Iterable[Name]) -> str:
    """The annotation of those who contributed equally or correspond, empty if nobody is marked."""
    told = ((number, [role for role in _ROLES if getattr(name, role)]) for number, name in enumerate(people, 1))
    return "; ".join(f"{number}={', '.join(parts)}" for number, parts in told if parts)
