"""Addresses of an old site's pages: what they are there, and what they can be here."""

from __future__ import annotations

import re

from publist.text.file_names import safe_name

_OWN = frozenset("papers topics people years venues types members assets static news changes search cv api".split())
"""Folders that publist makes itself."""
_INSTEAD = {"people": "team", "members": "team", "papers": "publications", "news": "announcements"}
"""What their pages are called, where the old site had some there."""
UNFIT = re.compile(r"[^\w./-]+")
"""What no address of a page has."""


def is_free(address: str) -> bool:
    """Whether an address can lead on: a path whose first folder is none of the new site's own."""
    first, slash, _ = address.partition("/")
    parts = address.split("/")
    return (
        bool(slash) and first.lower() not in _OWN and not any(part in ("", ".", "..") or "." in part for part in parts)
    )


def old_address(address: str) -> str:
    """An address of the old site as a path without slashes around it; empty for the front page and the web."""
    if "://" in address or ":" in address:
        return ""
    return re.sub(r"(?:/?index)?\.html$", "", address.strip().strip("/"))


def page_address(*parts: str) -> str:
    """A path for a page of content/pages: none that publist makes itself."""
    cleaned = (UNFIT.sub("-", part).strip("-/.") for part in parts)
    first, *rest = [safe_name(name) for part in cleaned if part for name in part.split("/") if name] or [""]
    taken = first.lower() in _OWN and first.lower() != "cv"
    return "/".join([_INSTEAD.get(first.lower(), f"{first}-pages") if taken else first, *rest])
