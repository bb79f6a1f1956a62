"""Answers of services, kept under the cache folder with the time of each, one file an answer.

What an answer is kept under is the digest of its address without keys; the folder can be deleted at any time.
"""

from __future__ import annotations

import json
import os
import time
from hashlib import sha256
from typing import NamedTuple

from publist.cache.file_writing import replace_file

FOLDER = "web"
"""Below the cache folder."""
_DAY = 86_400
LIST, RECORD, NOT_FOUND = 1 * _DAY, 30 * _DAY, 7 * _DAY
"""Seconds for which answers stand: what belongs to somebody, what a work is, what is not there."""


class Answer(NamedTuple):
    """What a service said of an address: ``found`` is false where it has nothing there."""

    text: str
    found: bool
    when: float
    """Seconds since 1970."""
    url: str

    @property
    def day(self) -> str:
        """The day of the answer (UTC), as ISO 8601 has it."""
        return time.strftime("%Y-%m-%d", time.gmtime(self.when))


class Answers:
    """The answers that are kept in a folder."""

    def __init__(self, folder: str) -> None:
        self._folder = os.path.join(folder, FOLDER)

    def load(self, url: str) -> Answer | None:
        """The answer of an address, however old; None if none is kept or its file is damaged."""
        try:
            with open(self._path(url), encoding="utf-8") as file:
                head, text = json.loads(file.readline()), file.read()
            digest = sha256(text.encode()).hexdigest()
            if (head["url"], head["digest"]) != (url, digest):
                return None
            return Answer(text, bool(head["found"]), float(head["when"]), url)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, answer: Answer) -> None:
        """Keep an answer, in one step."""
        text = answer.text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")
        digest = sha256(text).hexdigest()
        head = json.dumps({"url": answer.url, "when": answer.when, "found": answer.found, "digest": digest})
        replace_file(self._path(answer.url), head.encode() + b"\n" + text)

    def _path(self, url: str) -> str:
        return os.path.join(self._folder, sha256(url.encode()).hexdigest()[:40])


def is_fresh(answer: Answer, lasts: float, now: float) -> bool:
    """Whether an answer still stands."""
    return 0 <= now - answer.when < (lasts if answer.found else min(lasts, NOT_FOUND))
