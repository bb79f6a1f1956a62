"""dblp's numbers of people who share a name (``Wei Zhang 0002``): they are no part of the name."""

from __future__ import annotations

import re

from publist.formats.normalising.extra import with_extra
from publist.model.paper import Name, Paper
from publist.text.names import from_parts

DBLP_NAMES = "dblp_names"
_NUMBERED = re.compile(r"(?P<name>\S.*\S),? (?P<number>0\d{3})")


def apart(paper: Paper) -> Paper:
    """The paper whose people have no numbers; which of the people of a name they are is kept under ``extra``."""
    numbered = [name for name in (*paper.authors, *paper.editors) if _NUMBERED.fullmatch(name.name)]
    if not numbered:
        return paper
    paper = paper._replace(authors=tuple(map(_plain, paper.authors)), editors=tuple(map(_plain, paper.editors)))
    return with_extra(paper, DBLP_NAMES, "; ".join(name.name for name in numbered))


def _plain(name: Name) -> Name:
    found = _NUMBERED.fullmatch(name.name)
    if not found:
        return name
    if not name.family:
        return name._replace(name=found["name"])
    suffix = "" if name.suffix.isdigit() else name.suffix
    plain = from_parts(name.given, name.family.removesuffix(f" {found['number']}"), name.particle, suffix)
    return name._replace(
        name=plain.name, given=plain.given, family=plain.family, particle=plain.particle, suffix=plain.suffix
    )
