"""The full-text index of some papers: Pagefind's program reads their texts and writes a folder of files of its own.

The index of a site is joined from those of its papers (see search_files.py).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from publist.model.problems import PublistError, error
from publist.text.html_escaping import escape

if TYPE_CHECKING:
    from subprocess import Popen

_UNUSED = ("pagefind-component-ui", "pagefind-highlight", "pagefind-modular-ui", "pagefind-ui")
"""Pagefind's own pages and styles: the theme has its own."""


class IndexedPage(NamedTuple):
    """What is found of a paper: title and texts are searched, the first text is quoted first; ``meta`` is shown."""

    path: str
    title: str
    texts: tuple[str, ...]
    meta: dict[str, str]


@lru_cache(maxsize=1)
def indexer() -> str:
    """The path of Pagefind's program, from the package ``pagefind_bin`` or the search path; "" for none."""
    spec = find_spec("pagefind_bin")
    if spec and spec.origin:
        for name in ("pagefind", "pagefind.exe"):
            path = os.path.join(os.path.dirname(spec.origin), name)
            if os.path.isfile(path):
                return path
    from shutil import which

    return which("pagefind") or ""


def run(records: Iterable[IndexedPage], language: str, pages: str, folder: str) -> None:
    """Index these pages. ``pages`` is a folder for what the program shall read, ``folder`` where its files go.

    PublistError if the program does not run, or fails.
    """
    finish(start(records, language, pages, folder), folder)


def start(records: Iterable[IndexedPage], language: str, pages: str, folder: str) -> Popen[bytes]:
    """Like ``run``, but the program works beside this process until ``finish``. PublistError if it does not run."""
    from subprocess import DEVNULL, PIPE, Popen

    for record in records:
        place = os.path.join(pages, record.path)
        os.makedirs(place)
        with open(os.path.join(place, "index.html"), "wb") as file:
            file.write(_page(record, language).encode())
    # No stdin: the program may wait for a terminal's answer.
    command = [indexer(), "--site", pages, "--output-path", folder, "--quiet"]
    try:
        return Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE)  # noqa: S603
    except OSError as problem:
        raise failed(problem.strerror or str(problem)) from problem


def finish(program: Popen[bytes], folder: str) -> None:
    """Wait for the program to end. PublistError if it failed."""
    _, stderr = program.communicate()
    if program.returncode or not os.path.exists(os.path.join(folder, "pagefind.js")):
        told = stderr.decode(errors="replace").strip()
        raise failed(told.splitlines()[-1] if told else f"Pagefind ended with {program.returncode}")


def _page(record: IndexedPage, language: str) -> str:
    """The paper as Pagefind reads pages (https://pagefind.app/docs/metadata/): meta is kept, a heading weighs more."""
    meta = "".join(
        f'<p data-pagefind-ignore data-pagefind-meta="{name}">{escape(value)}</p>'
        for name, value in {**record.meta, "path": record.path}.items()
        if value
    )
    texts = "".join(f"<p>{escape(text)}</p>" for text in record.texts if text)
    body = f"<body data-pagefind-body>{meta}{texts}<h1>{escape(record.title)}</h1></body>"
    return f'<!doctype html><html lang="{escape(language)}"><head><title>-</title></head>{body}</html>'


def used(folder: str) -> list[str]:
    """What the program made beside its index and pages of ours use: its script and what that loads, in order."""
    names = [
        name for name in os.listdir(folder) if name.endswith((".js", ".pagefind")) and not name.startswith(_UNUSED)
    ]
    return sorted(names)


def failed(why: str) -> PublistError:
    """What is wrong with the program, and the way to do without it."""
    hint = "Write `search: false` in content/site.yaml to do without."
    return PublistError([error("content/site.yaml", 0, 0, f"the search index cannot be made: {why}", hint)])
