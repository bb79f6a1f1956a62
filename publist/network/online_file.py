"""content/sources/online.json: what the last sync made of all lists, a source as any other, and who listed what.

``papers`` are read by the format ``json`` like every list of papers; ``lists`` are the identifiers on each list.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from publist.content.content_folder import SOURCES
from publist.formats import plain_json
from publist.model.paper import Paper

NAME = "online.json"
PATH = f"{SOURCES}/{NAME}"


class OnlineFile(NamedTuple):
    """What is in the file."""

    papers: tuple[Paper, ...] = ()
    lists: Mapping[str, frozenset[str]] = {}


def load(site: str) -> OnlineFile:
    """The file of a site; empty where there is none, or where it is not as a sync writes it."""
    try:
        with open(os.path.join(site, PATH), encoding="utf-8") as file:
            text = file.read()
        lists = json.loads(text)["lists"]
        named = {str(name): frozenset(map(str, ids)) for name, ids in lists.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return OnlineFile()
    return OnlineFile(plain_json.read(text, source=PATH).papers, named)


def written(papers: Iterable[Paper], lists: Mapping[str, Iterable[str]]) -> str:
    """The text of the file: the same papers give the same text."""
    body = plain_json.write(tuple(papers)).rstrip()
    said = json.dumps({name: sorted(lists[name]) for name in sorted(lists)}, ensure_ascii=False, indent=2)
    return f'{{"papers": {body},\n"lists": {said}}}\n'
