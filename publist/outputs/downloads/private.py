"""What of a paper is between its owner and the file: it stays out of everything that is published.

Reference managers keep paths of their disks, remarks, ratings and their housekeeping in the fields that an import
keeps under ``extra``. ``exports.keep`` lets some of them through, ``exports.omit`` leaves out more.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from publist.model.paper import Paper, Plain
from publist.model.settings import Exports

_NAMES = frozenset(
    """abstractnote added-at annotation annote author-email citedby citeulike-article-id collections comment
    comments contentdisposition creationdate database-note dblp-names file files folder groups id impactfactor
    interhash intrahash l1 localfile local-url localurl marked modificationdate modifydate notes owner owned
    posted-at printed priority privnote qualityassured ranking rating read readstatus read-status relevance remark
    remarks review reviewed skimmed timestamp times-cited todo username x-fetchedfrom""".split()
)
_PREFIXES = ("bdsk-", "date-", "mendeley-", "x-", "jabref-", "citeulike-", "zotero-", "papers3-", "usage-", "--", "__")
_LOCAL = re.compile(
    r"file:/|(?:^|[:;\s\"'(])(?:[A-Za-z]\\?:\\|~/|/(?:Users|home|Volumes|mnt|media|tmp|private)/)|\\\\\\\\|:application/"
    r"|(?:^|[;,])[^:;\n]*:[^:;\n]+\.pdf:(?:pdf|application)",
    re.IGNORECASE,
)
"""A path on somebody's disk, as Windows, macOS, Linux, JabRef, Zotero and Mendeley write it."""
_ALWAYS = frozenset(("title", "authors", "type", "key"))
"""Keys without which there would be no reference."""


def is_private(name: str, value: Plain) -> bool:
    """Whether a key of ``extra`` is of the owner's own keeping, by its name or by what it holds."""
    plain = name.lower().replace("_", "-")
    return plain in _NAMES or plain.startswith(_PREFIXES) or _holds_path(value)


def _holds_path(value: Plain) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_path, value.values()))
    if isinstance(value, list):
        return any(map(_holds_path, value))
    return isinstance(value, str) and _LOCAL.search(value) is not None


def without_private(paper: Paper, exports: Exports) -> Paper:
    """The paper as others may have it, as the settings say."""
    if not paper.extra and not exports.omit:
        return paper
    omitted, kept = _folded(exports.omit), _folded(exports.keep)
    extra = {
        name: value
        for name, value in paper.extra.items()
        if name.lower() not in omitted and (name.lower() in kept or not is_private(name, value))
    }
    defaults: dict[str, Any] = Paper._field_defaults
    emptied = {name: defaults[name] for name in omitted if name in defaults and name not in _ALWAYS}
    return paper._replace(**emptied | {"extra": {} if "extra" in omitted else extra})


def _folded(names: Collection[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)
