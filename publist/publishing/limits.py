"""What hosts, git and other systems cannot hold: sites and files too large, links, names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from publist.build.size_limit import in_words, size_warnings
from publist.model.problems import Problem, error, warning
from publist.text.file_names import name_fault

FILE_BYTES = 100 * 1024 * 1024
"""GitHub refuses a push with a file over 100 MiB (docs.github.com, About large files)."""


class _File(NamedTuple):
    """A file of the site and its size in bytes."""

    path: str
    size: int


def check(folder: str, paths: Iterable[str]) -> list[Problem]:
    """What stands against publishing these files (POSIX paths) of a folder.

    Errors: what is no plain file, and names that git or Windows cannot hold. Warnings: more than hosts take.
    """
    problems: list[Problem] = []
    files: list[_File] = []
    for path in paths:
        message = name_fault(path)
        if message:
            problems.append(error(path, 0, 0, message, "give the file another name in content/"))
        try:
            state = os.lstat(os.path.join(folder, path))
        except OSError as problem:
            problems.append(error(path, 0, 0, f"the file cannot be read: {problem.strerror}", "build the site again"))
            continue
        if not stat.S_ISREG(state.st_mode):
            problems.append(
                error(path, 0, 0, "a link or a special file cannot be published", "put the file itself there")
            )
        files.append(_File(path, state.st_size))
    return [*problems, *_too_large(files), *size_warnings({file.path: file.size for file in files})]


def _too_large(files: list[_File]) -> Iterator[Problem]:
    largest = sorted(files, key=lambda file: (-file.size, file.path))
    for file in largest:
        if file.size <= FILE_BYTES:
            break
        hint = "link to it where it is archived (Zenodo, arXiv) and take it out of content/assets"
        yield warning(file.path, 0, 0, f"{in_words(file.size)}: GitHub takes no file over 100 MB", hint)
