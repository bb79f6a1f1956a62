"""Regular expressions that are compiled when they are first used: a build needs a few of all that there are."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Uncompiled:
    """Stands for a pattern until it is asked for something; what it was asked for once is then its own."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, as far as its methods and attributes are concerned, without compiling it yet."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(source, flags))
