"""Copies the files that moved papers link into content/assets."""

from __future__ import annotations

import os
import shutil

from publist.content.content_folder import ASSETS
from publist.importing.migrating.base import Moved
from publist.model.problems import Problem, error, warning


def copied(site: str, found: Moved) -> list[Problem]:
    """Copy each file that is not there yet; what could not be copied, and what differs from what is there."""
    problems = []
    for name, source in found.files.items():
        target = os.path.join(site, *ASSETS.split("/"), *name.split("/"))
        try:
            if os.path.lexists(target) and os.path.isfile(source):
                problems += _differs(source, target, name)
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(source, target)
        except OSError as problem:
            problems.append(error(source, 0, 0, f"the file cannot be copied: {problem.strerror or problem}"))
    return problems


def _differs(source: str, target: str, name: str) -> list[Problem]:
    with open(source, "rb") as one, open(target, "rb") as other:
        if one.read() == other.read():
            return []
    return [warning(source, 0, 0, f"{ASSETS}/{name} is another file and stays", "copy it under another name")]
