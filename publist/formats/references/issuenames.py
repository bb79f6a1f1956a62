"""Issues that are names: journals of the ACM call theirs after conferences (7, PLDI; 4(CSCW1); No. OOPSLA)."""

from __future__ import annotations

import re

_JOURNAL = re.compile(
    r"Proc(?:eedings|\.)?\s(?:of\s(?:the\s)?)?ACM\s(?:on\s|(?=(?:Program|Hum|Interact|Meas|Softw|Manag|Netw|Comput)\b))"
)
_NAME = (
    r"(?:[Nn]o\.?\s|[Ii]ssue\s)?(?P<bracket>\()?"
    r"(?P<issue>[A-Z](?:[A-Z]|[a-z]{2}[A-Z])[A-Z\d]{1,9}(?:\sPLAY)?)(?(bracket)\))"
)
_WITHIN = re.compile(rf"(?:[.,;]\s(?P<volume>\d{{1,3}})?|\s(?P<bare>\d{{1,3}}))[\s,.]*{_NAME}[\s,.]*$")
_BEHIND = re.compile(rf"[\s,.;]*(?P<volume>\d{{1,3}})?[\s,.]*{_NAME}(?![\w.])")


def without_named_issue(venue: str, rest: str) -> tuple[str, str, str]:
    """The venue without the issue's name (and the volume before it), what follows it without them, and the name."""
    journal = _JOURNAL.match(venue)
    if journal is None:
        return venue, rest, ""
    if found := _WITHIN.search(venue, journal.end()):
        return venue[: found.start()], f" {found['volume'] or found['bare'] or ''} ; {rest}", found["issue"]
    if found := _BEHIND.match(rest):
        return venue, f" {found['volume'] or ''} ; {rest[found.end() :]}", found["issue"]
    return venue, rest, ""
