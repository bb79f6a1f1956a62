"""A line that must have a certain form, such as an identifier or a domain."""

from __future__ import annotations

import re

from publist.content.schema.kinds import Fault, Faults, KeyPath, label
from publist.content.schema.scalars import Line
from publist.model.paper import Plain


class Matching(Line):
    """A line of a certain form."""

    def __init__(self, pattern: re.Pattern[str], what: str, *, nothing: str = "") -> None:
        super().__init__()
        self._pattern, self._what = pattern, what
        self.nothing = nothing

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The text if it has the form."""
        text = super().read(value, at, faults)
        if text and not self._pattern.fullmatch(text):
            faults.append(Fault(at, f"`{label(at)}` must be {self._what}, not {text!r}"))
            return self.nothing
        return text or self.nothing
