"""The full-text index of the last build: making one takes longer than an edit may."""

from __future__ import annotations

import os

_OUTPUT = "output"
_INDEX = "pagefind/"

WITHOUT = "Full-text search needs a build: run publist build, and this page searches what it found."
OLD = "Full-text search finds what stood in the papers at the last build."


def index_file(site: str, path: str) -> bytes | None:
    """A file of the index by its site path; None if it is none, or there is none, or a link leads elsewhere."""
    root = os.path.realpath(os.path.join(site, _OUTPUT, _INDEX)) + os.sep
    place = os.path.realpath(os.path.join(site, _OUTPUT, path))
    if not path.startswith(_INDEX) or not place.startswith(root):
        return None
    try:
        with open(place, "rb") as file:
            return file.read()
    except OSError:
        return None


def remark(site: str, page: bytes) -> str:
    """What to know of search on this page: nothing, if it does not use the index."""
    if _INDEX.encode() not in page:
        return ""
    return OLD if index_file(site, f"{_INDEX}pagefind.js") else WITHOUT
