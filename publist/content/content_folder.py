"""content/ as a folder: what lies where in it, its files as they are, and the text of one."""

from __future__ import annotations

import errno
import os
import stat

from publist.cache.file_signatures import Signature, is_file, is_left_over, walk
from publist.cache.file_writing import BINARY
from publist.model.problems import Problem, PublistError, error
from publist.text.characters import name_of, unfit
from publist.text.limits import FILE

FOLDER = "content"
SETTINGS = "content/site.yaml"
PEOPLE = "content/people.yaml"
CV = "content/cv.yaml"
SOURCES = "content/sources"
LEDGER = "content/imports.json"
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""Without it, opening a pipe waits for somebody who writes; Windows has no pipes among its files."""
DISTINCT = "content/distinct.yaml"
PAPERS = "content/papers"
TOPICS = "content/topics"
PAGES = "content/pages"
NEWS = "content/news"
ASSETS = "content/assets"
STATIC = "content/static"


def signatures(site: str) -> dict[str, Signature]:
    """The signature of every file below content/ by its path in the site, sources and ledger among them.

    Hidden files and editors' backup and swap files are nobody's content; content/static may hold hidden files.
    PublistError if there is no content/.
    """
    refuse_no_site(site)
    root = os.path.join(site, FOLDER)
    found = dict(walk(root, FOLDER))
    if os.path.isdir(static := os.path.join(site, STATIC)):
        found |= walk(static, STATIC, lambda name, _: is_left_over(name))
    return found


def refuse_no_site(site: str) -> None:
    """PublistError if there is no content/ in the folder."""
    if not os.path.isdir(os.path.join(site, FOLDER)):
        hint = "Begin with publist init, then publist import YOUR.bib; or name the folder of a site with --site."
        raise PublistError([error(FOLDER, 0, 0, f"there is no site here: no folder {FOLDER}/", hint)])


def slug_of(path: str) -> str:
    """The slug of a paper file, which is its name."""
    return path[len(PAPERS) + 1 : -3]


def path_of(slug: str) -> str:
    """The paper file of a slug."""
    return f"{PAPERS}/{slug}.md"


def is_paper(path: str) -> bool:
    """Whether a file is read as a paper: Markdown in content/papers itself that is not hidden."""
    folder, _, name = path.rpartition("/")
    return folder == PAPERS and name.endswith(".md") and not name.startswith(".")


def paper_texts(site: str) -> dict[str, str | None]:
    """The texts of the paper files by slug, None for one that cannot be read."""
    folder = os.path.join(site, PAPERS)
    found = sorted(walk(folder, PAPERS)) if os.path.isdir(folder) else ()
    papers = [(path, is_file(signature)) for path, signature in found if is_paper(path)]
    return {slug_of(path): read_text(site, path)[0] if readable else None for path, readable in papers}


def read_text(site: str, path: str) -> tuple[str | None, Problem | None]:
    """The text of a file in UTF-8, or the problem that it is none."""
    try:
        raw = _bytes_of(f"{site}/{path}")
    except OSError as problem:
        return None, error(path, 0, 0, f"the file cannot be read: {problem.strerror}", "")
    if len(raw) > FILE:
        message = f"the file has {len(raw):,} bytes; at most {FILE:,} are read"
        return None, error(path, 0, 0, message, "Split it, or shorten it.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = raw[: problem.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        message = f"the byte 0x{raw[problem.start]:02x} is not UTF-8"
        return None, error(path, line, column, message, "Save the file in the encoding UTF-8.")
    if found := unfit(text):
        line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
        message = f"the character {name_of(found[0])} cannot stand in a file of a site"
        return None, error(path, line, column, message, "delete it")
    return text, None


def _bytes_of(path: str) -> bytes:
    """The bytes of a file; a third of the price of ``open``, which counts with ten thousand papers.

    Raises OSError for a pipe, without waiting for it, and for whatever else is no file.
    """
    descriptor = os.open(path, os.O_RDONLY | BINARY | _AT_ONCE)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is a pipe, a device or a folder")
        parts = [os.read(descriptor, 1 << 16)]
        while len(parts[-1]) == 1 << 16:
            parts.append(os.read(descriptor, 1 << 16))
        return b"".join(parts) if len(parts) > 1 else parts[0]
    finally:
        os.close(descriptor)
