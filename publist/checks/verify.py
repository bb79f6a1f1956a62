"""A second build from nothing, compared byte by byte: the proof that an incremental build equals a clean one."""

from __future__ import annotations

import os
import tempfile
from typing import NamedTuple

from publist.build.builder import CACHE_FOLDER, build
from publist.build.output_folder import LISTING
from publist.build.run import Options


class Verification(NamedTuple):
    """How many files were compared, and those that differ or stand on one side only, with what is wrong."""

    compared: int
    differing: tuple[str, ...]


def verify(options: Options) -> Verification:
    """Build the same site again, without cache, into a folder of its own, and compare it with the output folder."""
    scratch = os.path.join(options.site, CACHE_FOLDER)
    os.makedirs(scratch, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="verify-", dir=scratch) as place:
        clean = os.path.join(place, "output")
        build(options._replace(output=clean, cache=os.path.join(place, "cache"), clean=True, explain=""))
        paths = _listed(clean)
        differing = [fault for path in paths if (fault := _fault(path, options.output, clean))]
        differing += [f"{path}: a clean build does not make it" for path in sorted(_listed(options.output) - paths)]
        return Verification(len(paths), tuple(differing))


def _listed(folder: str) -> set[str]:
    with open(os.path.join(folder, LISTING), encoding="utf-8") as file:
        return set(file.read().split("\n")) - {""}


def _fault(path: str, incremental: str, clean: str) -> str:
    try:
        with open(os.path.join(incremental, path), "rb") as one, open(os.path.join(clean, path), "rb") as other:
            return "" if one.read() == other.read() else f"{path}: its bytes differ from those of a clean build"
    except FileNotFoundError:
        return f"{path}: it is missing"
