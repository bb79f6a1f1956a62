"""What else a site brings, put into content/: pages and news as whole files, people and settings as entries of theirs.

Each piece is merged as a paper is: what the last import wrote is known, so that an edit stays and a change of the old
site comes over; what was deleted here stays deleted.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from publist.cache.file_writing import replace_files
from publist.content.content_folder import LEDGER, PEOPLE, SETTINGS
from publist.content.yaml import writer as yamltext
from publist.importing import ledger
from publist.importing.migrating.base import Moved
from publist.importing.run import read_ledger
from publist.model.paper import Plain
from publist.model.problems import Problem, warning

_EMPTY_FILES = re.compile(r"(?:\s*#.*\n|\s*\[\s*\]\s*\n?|\s)*")
"""A list of people that names nobody yet."""


class Taken(NamedTuple):
    """Paths and entries that were written, those that stay because they were edited here, and what is told."""

    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Folder:
    """Files of content/ as they are and as they will be, and what the ledger knows of the pieces."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.known, self.problems = read_ledger(site)
        self.pieces = dict(self.known.pieces)
        self.texts: dict[str, str | None] = {}
        self.changed: dict[str, str] = {}
        self.written: list[str] = []
        self.kept: list[str] = []

    def text(self, path: str) -> str | None:
        """The text of a file as it will be; None if there is none."""
        if path not in self.texts:
            place = os.path.join(self.site, path)
            self.texts[path] = None
            if os.path.isfile(place):
                with open(place, encoding="utf-8", errors="surrogateescape", newline="") as file:
                    self.texts[path] = file.read()
        return self.texts[path]

    def write(self, path: str, text: str, name: str) -> None:
        self.texts[path] = self.changed[path] = text
        self.written.append(name)


def taken_over(site: str, found: Sequence[Moved], *, dry_run: bool = False) -> Taken:
    """Write what the sites hold beside papers and files; what it was, and what stays as it is here."""
    folder = _Folder(site)
    if folder.problems:
        return Taken(problems=folder.problems)
    for moved in found:
        for path, text in moved.texts.items():
            _whole_file(folder, path, text)
        for key, value in moved.settings.items():
            _setting(folder, key, value)
        for person in moved.people:
            _person(folder, person)
    if not dry_run:
        _write(folder)
    problems = [_edited(name) for name in folder.kept]
    return Taken(tuple(folder.written), tuple(folder.kept), tuple(problems))


def _write(folder: _Folder) -> None:
    files = dict(folder.changed)
    if folder.pieces != folder.known.pieces:
        files[LEDGER] = ledger.write(folder.known._replace(pieces=folder.pieces))
    replace_files(
        [
            (os.path.realpath(os.path.join(folder.site, path)), text.encode("utf-8", "surrogateescape"), True)
            for path, text in files.items()
        ]
    )


def _edited(name: str) -> Problem:
    path, _, entry = name.partition("#")
    what = f"`{entry}` here and" if entry else "the page here and"
    return warning(path, 0, 0, f"{what} the one of the old site differ: yours stays", "copy what you want of the other")


def _digest(text: str) -> str:
    return f"sha256:{sha256(text.replace(chr(13), '').encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _whole_file(folder: _Folder, path: str, text: str) -> None:
    now, before, digest = folder.text(path), folder.pieces.get(path), _digest(text)
    folder.pieces[path] = digest
    if now is not None and _digest(now) == digest:
        return
    if (now is None and before is None) or (now is not None and _digest(now) == before):
        folder.write(path, text, path)
    elif before != digest:
        folder.kept.append(path)


def _setting(folder: _Folder, key: str, value: Plain) -> None:
    """One key of site.yaml: set where it is not set yet, or as it was set by the last import."""
    name, block = f"{SETTINGS}#{key}", "\n".join(yamltext.lines([(key, value)])) + "\n"
    text, before = folder.text(SETTINGS) or "", folder.pieces.get(name)
    folder.pieces[name] = block
    if block in text:
        return
    if before and before in text:
        folder.write(SETTINGS, text.replace(before, block, 1), name)
    elif before is None and not re.search(rf"(?m)^{re.escape(key)}\s*:", text):
        folder.write(SETTINGS, _with_setting(text, key, block), name)
    elif before is None or before != block:
        folder.kept.append(name)


def _with_setting(text: str, key: str, block: str) -> str:
    """The settings with one more: in the place of its example if there is one, else at the end."""
    example = re.search(rf"(?m)^# {re.escape(key)}:.*\n", text)
    if example:
        return text[: example.start()] + block + text[example.end() :]
    return text + ("" if not text or text.endswith("\n") else "\n") + block


def _person(folder: _Folder, person: Mapping[str, Plain]) -> None:
    """One entry of people.yaml: added where nobody of the name is there, or changed as it was added."""
    name = f"{PEOPLE}#{person['name']}"
    block = "\n".join(yamltext.items([dict(person)], 0)) + "\n"
    text, before = folder.text(PEOPLE) or "", folder.pieces.get(name)
    folder.pieces[name] = block
    if block in text or (len(person) == 1 and before is None):
        return
    if before and before in text:
        folder.write(PEOPLE, text.replace(before, block, 1), name)
    elif before is None and str(person["name"]) not in _names(text):
        kept = "" if _EMPTY_FILES.fullmatch(text) and "[" in text else text
        folder.write(PEOPLE, kept + ("" if not kept or kept.endswith("\n") else "\n") + block, name)
    elif before is None or before != block:
        folder.kept.append(name)


def _names(text: str) -> Iterator[str]:
    """The names of the people that the file has, aliases too."""
    from publist.content import people_file

    for person in people_file.read(text, path=PEOPLE)[0]:
        yield person.name
        yield from person.aliases
