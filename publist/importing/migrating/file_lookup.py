"""Files of an old site by the names that links give them.

A server finds a file by the very bytes of its name; the disk of whoever wrote the link often found it by the same
letters in another case or another form of Unicode (UAX #15), and so it is found here where only one file has them.
"""

from __future__ import annotations

import os
from unicodedata import normalize

from publist.text.characters import as_seen


class FileLookup:
    """Files below folders; the names in a folder are read once."""

    def __init__(self) -> None:
        self._listed: dict[str, dict[str, str]] = {}
        self._trees: dict[str, dict[str, list[str]]] = {}

    def exact(self, place: str, name: str) -> str:
        """The path of the file of this very name below a folder; empty if there is none."""
        path = os.path.join(place, *name.split("/"))
        return path if os.path.isfile(path) and _is_below(path, place) else ""

    def alike(self, place: str, name: str) -> str:
        """The path of the only file whose name is this one but for its case and the form of its letters."""
        path = place
        for part in name.split("/"):
            if part in ("", ".", ".."):
                continue
            found = self._names(path).get(_key(part), "")
            if not found:
                return ""
            path = os.path.join(path, found)
        return path if path != place and os.path.isfile(path) and _is_below(path, place) else ""

    def below(self, place: str, name: str) -> list[str]:
        """The paths of all files of this name in a folder and in those below it."""
        if place not in self._trees:
            tree: dict[str, list[str]] = {}
            for above, _, names in os.walk(place):
                for each in names:
                    tree.setdefault(_key(each), []).append(os.path.realpath(os.path.join(above, each)))
            self._trees[place] = tree
        return self._trees[place].get(_key(name), [])

    def _names(self, folder: str) -> dict[str, str]:
        """The names in a folder by how they read; empty where two read the same."""
        if folder not in self._listed:
            names: dict[str, str] = {}
            for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
                names[_key(name)] = "" if _key(name) in names else name
            self._listed[folder] = names
        return self._listed[folder]


def _key(name: str) -> str:
    return " ".join(normalize("NFKC", as_seen(name)).casefold().split())


def _is_below(path: str, place: str) -> bool:
    return os.path.realpath(path).startswith(os.path.realpath(place) + os.sep)
