"""Paths on somebody's disk, as Windows, macOS, Linux, JabRef, Zotero, Mendeley and EndNote write them."""

from __future__ import annotations

import re

_LOCAL = re.compile(
    r"file:/|internal-pdf:/|zotero://|mendeley://|papers[23]?://|bookends://|attachments:"
    r"|(?:^|[:;\s\"'(])(?:[A-Za-z]\\?:\\|~/|/(?:Users|home|Volumes|mnt|media|tmp|private)/)|\\\\\\\\|:application/"
    r"|(?:^|[;,])[^:;\n]*:[^:;\n]+\.pdf:(?:pdf|application)",
    re.IGNORECASE,
)


def has_path(text: str) -> bool:
    """Whether the text names a file of somebody's own."""
    return _LOCAL.search(text) is not None
