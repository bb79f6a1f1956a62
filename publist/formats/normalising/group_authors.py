"""Collaborations among the authors: they go behind the people, as the papers print them."""

from __future__ import annotations

import re

from publist.model.paper import Paper
from publist.text import names

_COLLABORATION = re.compile(
    r"\(?(?:(?:for|on behalf of|and)\s+)?(?:the\s+)?"
    r"(?P<name>\S(?:.*\S)?\s+(?:collaborations?|consorti(?:um|a)|study group))\)?",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(\S[^()]*?)\s*\((?:(?:for|on behalf of)\s+)?(?:the\s+)?"
    r"([^()]+\s(?:collaborations?|consorti(?:um|a)|study group))\)\s*([^()]*)",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:(?:for|on behalf of)\s+)?(?:the\s+)?(?P<name>\S.*)", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:;|,|\band\b|&)\s+")


def apart(paper: Paper) -> Paper:
    """The paper with the collaborations among its authors under ``collaboration``, where there are people, too."""
    paper = _behind_names(paper)
    groups = [name for name in paper.authors if not name.family and _COLLABORATION.fullmatch(name.name)]
    if not groups or len(groups) == len(paper.authors):
        return paper
    authors = tuple(name for name in paper.authors if name not in groups)
    known = {names.collaboration(group).name for group in paper.collaboration}
    found = [match["name"] for name in groups if (match := _COLLABORATION.fullmatch(name.name))]
    found = [name for name in found if name not in known]
    return paper._replace(authors=authors, collaboration=tuple(dict.fromkeys([*paper.collaboration, *found])))


def _behind_names(paper: Paper) -> Paper:
    """The paper whose authors have no group in brackets beside their names: ``Roe, Max (ATLAS Collaboration)``."""
    found = {name: match for name in paper.authors if (match := _BESIDE.fullmatch(name.name))}
    if not found:
        return paper
    authors = (names.parse(f"{found[name][1]} {found[name][3]}") if name in found else name for name in paper.authors)
    groups = dict.fromkeys([*paper.collaboration, *(match[2] for match in found.values())])
    return paper._replace(authors=tuple(authors), collaboration=tuple(groups))


def collaborations(text: str) -> tuple[str, ...]:
    """The collaborations of a field of its own: ``ATLAS``, ``for the CMS and TOTEM``, ``LIGO Scientific, Virgo``."""
    parts = text.split(";") if ";" in text else _SEVERAL.split(text)
    found = (_FOR.fullmatch(part.strip()) for part in parts)
    return tuple(dict.fromkeys(match["name"] for match in found if match))


def joined_groups(groups: tuple[str, ...]) -> str:
    """The collaborations in one field, as ``collaborations`` reads them."""
    alone = len(groups) == 1 and collaborations(groups[0]) == groups
    return groups[0] if alone else "; ".join(groups) + ";" * (len(groups) == 1)
