"""What lies in content/ and is no content: said once for each file, and then out of everybody's way."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Mapping
from unicodedata import normalize

from publist.cache.file_signatures import Signature, is_file
from publist.content.content_folder import (
    ASSETS,
    CV,
    DISTINCT,
    FOLDER,
    LEDGER,
    NEWS,
    PAGES,
    PAPERS,
    PEOPLE,
    SETTINGS,
    SOURCES,
    STATIC,
    TOPICS,
    is_paper,
)
from publist.model.problems import Problem, error, warning
from publist.text.file_names import DEVICES, name_fault, safe_name

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_FILES = (SETTINGS, PEOPLE, CV, LEDGER, DISTINCT)
_FOLDERS = (PAPERS, SOURCES, TOPICS, PAGES, ASSETS, STATIC, NEWS)
_LONG_NAME = 100
"""Names of papers stand twice in the paths of the site, and Windows takes 260 characters for a whole path."""
_SIMPLE = re.compile(
    rf"(?!.*(?:/(?:{DEVICES})(?:[./]|$)|\./|/\.))content/[\w./-]{{1,{_LONG_NAME}}}(?<!\.)", re.ASCII | re.IGNORECASE
)
"""Paths of which there is nothing to say: nearly all."""
_RENAME = "Give it another name, such as"
_AWAY = "Put the file itself there, or take it away."
_NO_LIST = frozenset(
    """7z avif bmp doc docx eps gif gz heic ico jpeg jpg key mov mp3 mp4 numbers odp ods odt pages pdf png ppt pptx ps
    rtf svg tar tgz tif tiff webp xls xlsx zip""".split()
)
"""Endings of files that hold no list as text."""
_NOTES = ("readme", "license", "licence", "copying")
"""What people write beside their files to say what these are."""


def without_strays(site: str, found: Mapping[str, Signature]) -> tuple[dict[str, Signature], list[Problem]]:
    """The files that are content, and a problem for each other one: an error where it is no file, else a warning."""
    files: dict[str, Signature] = {}
    problems: list[Problem] = []
    strays: dict[str, Problem] = {}
    for path, signature in found.items():
        if not is_file(signature):
            problems.append(_no_file(site, path))
        elif problem := _stray(path, found):
            strays[problem.path] = problem
        else:
            name = None if _SIMPLE.fullmatch(path) else _name(path)
            problems += [name] if name else []
            if not name or name.severity == "warning":
                files[path] = signature
    problems += [error(path, 0, 0, "this is a folder, not a file", _AWAY) for path in _FILES if _is_folder(site, path)]
    return files, sorted([*problems, *strays.values()], key=lambda problem: problem.path)


def _is_folder(site: str, path: str) -> bool:
    return os.path.isdir(os.path.join(site, path))


def is_source(path: str) -> bool:
    """Whether a path in the site is that of a source: a list to be imported."""
    name = path.rpartition("/")[2].lower()
    stem, _, ending = name.partition(".")
    is_note = stem in _NOTES and ending in ("", "md", "txt")
    return path.startswith(SOURCES + "/") and not (name.startswith(".") or is_note or _ending(name) in _NO_LIST)


def is_beside(path: str, found: Mapping[str, Signature]) -> bool:
    """Whether the file is the PDF of the paper file beside it: SLUG.pdf of SLUG.md."""
    if not path.endswith(".pdf"):
        return False
    paper = f"{path[:-4]}.md"
    if paper in found or path.isascii():
        return paper in found
    # The two names may be in two Unicode forms.
    return any(normalize("NFC", paper) == normalize("NFC", other) for other in found if not other.isascii())


def _stray(path: str, found: Mapping[str, Signature]) -> Problem | None:
    """What to say of a file that nothing reads; None for one that is content."""
    if is_paper(path) or path.startswith(STATIC + "/"):
        return None
    name = path.rpartition("/")[2]
    if name.startswith("."):
        return warning(path, 0, 0, "a hidden file is not read", "Take the dot away from its name, or delete it.")
    if path.startswith(PAPERS + "/"):
        return None if path.count("/") == 2 and is_beside(path, found) else _no_paper(path)
    if path.startswith(SOURCES + "/"):
        return None if is_source(path) else _no_source(path)
    for folder in (TOPICS, PAGES, NEWS):
        if path.startswith(folder + "/") and not (name.endswith(".md") and (folder == PAGES or path.count("/") == 2)):
            return _no_page(path, folder)
    return None if path in _FILES or path.startswith(tuple(f"{folder}/" for folder in _FOLDERS)) else _elsewhere(path)


def _name(path: str) -> Problem | None:
    """What to say of a name that not every system can hold: the site, and content/, will be cloned on others.

    Names of papers and pages are made safe (``file_names.safe_name``), those of assets stand on the site as they are.
    """
    fault = name_fault(path)
    if not fault:
        if len(path.rpartition("/")[2]) <= _LONG_NAME:
            return None
        return warning(
            path,
            0,
            0,
            f"a name of more than {_LONG_NAME} characters: Windows may refuse the path",
            "Give it a shorter one.",
        )
    if not _is_text(path):
        return error(path, 0, 0, fault, "Give it another name, with letters in UTF-8.")
    if path.startswith((f"{ASSETS}/", f"{STATIC}/")):
        wrong = next((name for name in path.split("/") if name_fault(name)), path)
        return error(path, 0, 0, fault, f"{_RENAME} {safe_name(wrong)}")
    return warning(path, 0, 0, f"{fault}: others cannot clone it", f"{_RENAME} {_renamed(path)}")


def _renamed(path: str) -> str:
    """The name that a file with this one could have."""
    stem, ending = os.path.splitext(path.rpartition("/")[2])
    return safe_name(stem) + ending


def _is_text(path: str) -> bool:
    """Whether the name is one at all: file systems of Unix take any bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _elsewhere(path: str) -> Problem | None:
    """What lies in content/ itself, or in a folder that is none of ours: often it is one with a slip in its name."""
    _, folder, *below = path.split("/")
    if below:
        names = ", ".join(f"{known}/" for known in _FOLDERS[:5])
        return warning(f"{FOLDER}/{folder}/", 0, 0, "nothing reads this folder", f"The folders are {names}")
    if path in _FOLDERS:
        return error(path, 0, 0, "this is a file, not a folder", "Give it another name, or take it away.")
    is_note = folder.lower().partition(".")[0] in _NOTES
    if is_note or _ending(folder) not in ("yaml", "yml", "json", "md", "bib", "ris"):
        return None
    return warning(path, 0, 0, "nothing reads this file", f"Beside the folders there are {', '.join(_FILES)}")


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower().removeprefix(".")


def _no_source(path: str) -> Problem:
    hint = "Export the list as BibTeX, RIS or CSL-JSON, or paste it into a text file; move anything else away."
    return warning(path, 0, 0, "this is no list that can be imported", hint)


def _no_paper(path: str) -> Problem:
    stem, ending = os.path.splitext(path)
    if path.count("/") != 2:
        hint = f"Move it to {PAPERS}/ itself: the address of a page is made from the file's name alone."
        return warning(path, 0, 0, "a file in a folder below is not read", hint)
    if ending.lower() in _MARKDOWN:
        return warning(path, 0, 0, "this is no paper file: its name does not end in .md", f"Rename it to {stem}.md")
    if ending.lower() == ".pdf":
        hint = f"Give it the name of its paper's file, ending in .pdf, or move it to {ASSETS}/ and link it there."
        return warning(path, 0, 0, "there is no paper file of this PDF's name", hint)
    hint = f"Paper files end in .md, and a PDF beside one has its name; other files belong into {ASSETS}/."
    return warning(path, 0, 0, "this is no paper file", hint)


def _no_page(path: str, folder: str) -> Problem:
    stem, ending = os.path.splitext(path)
    if folder != PAGES and path.count("/") != 2:
        return warning(path, 0, 0, "a file in a folder below is not read", f"Move it to {folder}/ itself.")
    if ending.lower() in _MARKDOWN:
        return warning(path, 0, 0, "the file is not read: its name does not end in .md", f"Rename it to {stem}.md")
    return warning(path, 0, 0, "the file is not read", f"Files of {folder}/ end in .md; others belong into {ASSETS}/.")


def _no_file(site: str, path: str) -> Problem:
    """What is there instead of a file, and what to do with it."""
    place = os.path.join(site, path)
    try:
        mode = os.stat(place).st_mode
    except OSError as problem:
        if not os.path.islink(place):
            return error(path, 0, 0, f"cannot be read: {problem.strerror}", "Change who may read it, or take it away.")
        what = "in a circle" if problem.errno == errno.ELOOP else "nowhere"
        return error(path, 0, 0, f"the file cannot be read: the link leads {what}", _AWAY)
    if stat.S_ISDIR(mode):
        return _no_folder(place, path)
    return error(path, 0, 0, f"this is {_kind(mode)}, not a file", _AWAY)


def _no_folder(place: str, path: str) -> Problem:
    try:
        os.listdir(place)
    except OSError as problem:
        hint = "Change who may read it, or take it away."
        return error(path, 0, 0, f"the folder cannot be read: {problem.strerror}", hint)
    hint = "Put the files themselves there, or take it away."
    return error(path, 0, 0, "the link leads to a folder in which it lies, or that lies behind another link", hint)


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"
