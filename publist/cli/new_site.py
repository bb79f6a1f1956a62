"""A new site: settings, an example, the workflow that publishes it, and nothing else of ours."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from publist import __version__
from publist.content.content_folder import FOLDER, SETTINGS
from publist.content.example_files import EXAMPLES, starter_text
from publist.content.schema.settings import FIELDS
from publist.content.yaml import writer as yamltext
from publist.model.paper import Plain
from publist.model.problems import PublistError, error
from publist.publishing.git import GitError, git
from publist.publishing.hosting import repository

_FILES: dict[str, str] = {
    **EXAMPLES,
    ".github/workflows/pages.yml": "pages.yml",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    "requirements.txt": "requirements.txt",
    "README.md": "README.md",
}
"""Where each file of publist/starter goes."""
SYNC = ".github/workflows/sync.yml"
_SYNC_FILES: dict[str, str] = {SYNC: "sync.yml", "requirements.txt": "requirements.txt"}
"""What the weekly sync needs, also in a site that is there."""
_SHOWN = ("title", "owner", "base_url", "language", "accent", "repository")


NO_SETTINGS: Mapping[str, Plain] = {}


class Guess(NamedTuple):
    """What the folder's git repository tells of the site; empty where it tells nothing."""

    owner: str = ""
    base_url: str = ""
    repository: str = ""


class Started(NamedTuple):
    """What was written and what was there already and stays, as paths below the folder."""

    guess: Guess
    written: tuple[str, ...]
    kept: tuple[str, ...]


def start(folder: str, settings: Mapping[str, Plain] = NO_SETTINGS, *, sync: bool = False) -> Started:
    """Write a new site into a folder, which is made if need be. What is there stays; PublistError if a site is.

    ``settings`` go before what the folder's git repository tells; a lab's site is not that of who moves it, and a site
    that has some needs no example paper. With
    ``sync`` the workflow of the weekly sync is written too, and into a site that is there that alone.
    """
    there = os.path.lexists(os.path.join(folder, FOLDER))
    if there and not sync:
        hint = "Name another folder, or edit the site that is there; publist import brings another site into it."
        raise PublistError([error(os.path.join(folder, FOLDER), 0, 0, "there is a site here already", hint)])
    try:
        os.makedirs(folder, exist_ok=True)
        guess = guessed(folder)
        guess = guess._replace(owner="") if settings.get("kind") in ("lab", "list") else guess
        written: list[str] = []
        kept: list[str] = []
        own = {path: name for path, name in _FILES.items() if not settings or path not in EXAMPLES}
        files = _SYNC_FILES if there else own | (_SYNC_FILES if sync else {})
        for path, text in _texts(guess, files, None if there else settings).items():
            (written if _written(os.path.join(folder, path), text) else kept).append(path)
    except OSError as problem:
        message = f"the site cannot be written: {problem.strerror}"
        raise PublistError([error(problem.filename or folder, 0, 0, message)]) from problem
    return Started(guess, tuple(written), tuple(kept))


def guessed(folder: str) -> Guess:
    """What the git repository that the folder is in tells: whose it is, and where GitHub Pages will serve it."""
    owner = _git_output(folder, "config", "user.name")
    found = repository(_git_output(folder, "remote", "get-url", "origin"))
    return Guess(owner, found.pages_url, found.url) if found else Guess(owner)


def _git_output(folder: str, *command: str) -> str:
    """What git says; empty if it says nothing, or if there is no git: a site can be begun without."""
    try:
        return git(folder, *command).strip()
    except (GitError, PublistError):
        return ""


def _texts(guess: Guess, files: Mapping[str, str], settings: Mapping[str, Plain] | None) -> dict[str, str]:
    """The text of each file by its path."""
    words = {
        "title": str((settings or {}).get("title") or _title(guess)),
        "where": f"[{guess.base_url}]({guess.base_url})" if guess.base_url else "a list of publications",
        "version": __version__,
    }
    texts = {} if settings is None else {SETTINGS: _settings(guess, settings)}
    for path, name in files.items():
        texts[path] = starter_text(name)
        for word, value in words.items():
            texts[path] = texts[path].replace(f"@@{word}@@", value)
    return texts


def _title(guess: Guess) -> str:
    return f"Publications of {guess.owner}" if guess.owner else "Publications"


def _settings(guess: Guess, settings: Mapping[str, Plain]) -> str:
    """site.yaml: what is known, then every other key with its example, ready to be uncommented."""
    known: dict[str, Plain] = {**guess._asdict(), "title": _title(guess), **settings}
    lines = ["# The settings of the site. Every key is optional."]
    for field in sorted(FIELDS, key=lambda field: field.name not in _SHOWN):
        value = known.get(field.name)
        example = f" {field.example}" if field.example else ""
        said = yamltext.lines([(field.name, value)]) if value else [f"# {field.name}:{example}"]
        lines += ["", f"# {field.doc}", *said]
    return "\n".join([*lines, ""])


def _written(path: str, text: str) -> bool:
    """Write a new file; false if there is one."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True
