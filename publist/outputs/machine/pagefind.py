"""The full-text index: Pagefind's program reads every paper at once and writes a folder of files of its own.

It cannot be an artifact, whose path is known before it is made; so a build runs it beside rendering, and takes the
files over into its staging tree. The same papers give the same bytes (Pagefind names files by their content).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
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


class Indexing(NamedTuple):
    """The program at work: ``folder`` is where its files will be."""

    process: Popen[bytes]
    folder: str


def start(records: Iterable[IndexedPage], language: str, pages: str, folder: str) -> Indexing:
    """Begin to index. ``pages`` is a folder for what the program shall read, ``folder`` where its files go.

    PublistError if the program does not run.
    """
    from subprocess import DEVNULL, PIPE, Popen

    for record in records:
        place = os.path.join(pages, record.path)
        os.makedirs(place)
        with open(os.path.join(place, "index.html"), "wb") as file:
            file.write(_page(record, language).encode())
    # No stdin: the program may wait for a terminal's answer.
    command = [indexer(), "--site", pages, "--output-path", folder, "--quiet"]
    try:
        process = Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE)  # noqa: S603
    except OSError as problem:
        raise _failed(problem.strerror or str(problem)) from problem
    return Indexing(process, folder)


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


def finish(indexing: Indexing) -> list[str]:
    """Wait for the program; the files that it made and that pages use, relative to its folder, in order."""
    told = indexing.process.communicate()[1].decode(errors="replace").strip()
    if indexing.process.returncode or not os.path.exists(os.path.join(indexing.folder, "pagefind.js")):
        raise _failed(told.splitlines()[-1] if told else f"Pagefind ended with {indexing.process.returncode}")
    return sorted(_used(indexing.folder))


def stop(indexing: Indexing) -> None:
    """End the program before its time, so that it writes nothing more; nothing to do once it has ended."""
    if indexing.process.returncode is None:
        indexing.process.kill()
        indexing.process.communicate()


def _used(folder: str) -> Iterator[str]:
    """The files in the folder; those that no page of ours uses are deleted."""
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            if name.startswith(_UNUSED):
                os.unlink(path)
            else:
                yield os.path.relpath(path, folder).replace(os.sep, "/")


def _failed(why: str) -> PublistError:
    hint = "Write `search: false` in content/site.yaml to do without."
    return PublistError([error("content/site.yaml", 0, 0, f"the search index cannot be made: {why}", hint)])
