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
from publist.text import local_paths

_NAMES = frozenset(
    """abstractnote accessed ad added added-at annotation annote attachment attachments author-address author-email
    author-emails bib2html-rescat call-number callnumber cited-references cited-by citedby citeulike-article-id cn
    collection collections contentdisposition correspondence-address correspondence-address1 created creationdate
    custom-1
    custom-2 custom-3 custom-4 custom-5 custom-6 da database database-note database-provider db dblp-names
    doc-delivery-number dp email emails file files folder groups howread id impactfactor interhash intrahash item-id
    itemid fileid l1 l4 label lb library localfile local-url localurl marked modificationdate modified modifydate
    notes number-of-cited-references number-of-references owned owner password posted-at printed priority private
    privnote qualityassured ranking rating read readstatus read-status references relations relevance remark
    research-notes review reviewed rn rp secret shelf shelfmark skimmed source tag tags timestamp times-cited todo u1
    u2 u3 u4 u5 usera userb userc userd usere userf username uuid verba verbb verbc x-fetchedfrom y2""".split()
)
_PREFIXES = (
    "bdsk-", "date-", "dateadded", "datemodified", "mendeley-", "x-", "jabref-", "citeulike-", "zotero", "papers-",
    "papers2-", "papers3-", "usage-", "internal-", "private-", "personal-", "my-", "comment-", "--", "__",
)  # fmt: skip
_OWN = re.compile(
    r"(?:my|own|priv(?:ate)?)?-?(?:comments?|remarks?|reviewers?|folders?)|(?:.*-|my|own|priv)notes?|.*-?attachments?"
)
"""What ends so is of the owner's own keeping, however it begins."""
_ALWAYS = frozenset(("title", "authors", "type", "key"))
"""Keys without which there would be no reference."""


def is_private(name: str, value: Plain) -> bool:
    """Whether a key of ``extra`` is of the owner's own keeping, by its name or by what it holds."""
    plain = re.sub(r"[_\s]", "-", name.lower())
    return plain in _NAMES or plain.startswith(_PREFIXES) or bool(_OWN.fullmatch(plain)) or _holds_path(value)


def _holds_path(value: Plain) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_path, value.values()))
    if isinstance(value, list):
        return any(map(_holds_path, value))
    return isinstance(value, str) and local_paths.has_path(value)


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
