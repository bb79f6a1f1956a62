"""BibLaTeX's data annotations (manual, 3.7) that say who somebody is: ``author+an:orcid = {1="0000-…"; 3="…"}``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publist.model.paper import Name
from publist.text import identifiers

ORCID = "+an:orcid"
"""What follows the name of a field of names."""
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
