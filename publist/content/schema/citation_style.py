"""The name of a citation style: one that has a name, or a CSL file of content/."""

from __future__ import annotations

import re

from publist.content.schema.kinds import Fault, Faults, KeyPath, Schema, described, label, nearest
from publist.content.schema.scalars import Line
from publist.model.citation_styles import ENDING, STYLES
from publist.model.paper import Plain

_FILE = re.compile(rf"[^/\\]+{re.escape(ENDING)}")
_NAMES = tuple(row.name for row in STYLES)
STYLE_NAMES = f"{', '.join(_NAMES)}, or a CSL file of content/"
"""What can be written, in words."""


class StyleName(Line):
    """One of ``STYLES``, or the name of a file in content/ that ends in ``.csl``."""

    def __init__(self, *, nothing: str) -> None:
        super().__init__()
        self.nothing = nothing

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The name; of a file without the folder."""
        text = super().read(value, at, faults).removeprefix("content/")
        if text in _NAMES or _FILE.fullmatch(text):
            return text
        if text:
            faults.append(Fault(at, f"`{label(at)}` cannot be {described(value)}", _hint(text)))
        return self.nothing

    def schema(self) -> Schema:
        """The names, or that of a file."""
        return {"anyOf": [{"enum": list(_NAMES)}, {"type": "string", "pattern": rf"^[^/\\]+\{ENDING}$"}]}


def _hint(text: str) -> str:
    if text.endswith(ENDING):
        return "put the file into content/, and write its name alone"
    near = nearest(text.lower(), _NAMES)
    return f"did you mean `{near}`?" if near else f"it can be {STYLE_NAMES}"
