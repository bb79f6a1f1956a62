"""What hosts, git and other systems cannot hold: sites and files too large, links, names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from publist.build.size_limit import size_warnings
from publist.model.problems import Problem, error
from publist.text.file_names import name_fault


def check(folder: str, paths: Iterable[str]) -> list[Problem]:
    """What stands against publishing these files (POSIX paths) of a folder.

    Errors: what is no plain file, and names that git or Windows cannot hold. Warnings: more than hosts take.
    """
    problems: list[Problem] = []
    sizes: dict[str, int] = {}
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
        sizes[path] = state.st_size
    return [*problems, *size_warnings(sizes)]
