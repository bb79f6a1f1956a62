"""The accent colour of a site: one of the named ones, or any hue."""

from __future__ import annotations

from typing import Any

from publist.content.schema.kinds import Fault, Faults, KeyPath, label
from publist.content.schema.scalars import Number
from publist.model.paper import Plain
from publist.model.settings import ACCENTS, Accent

_HUE = Number(0, 359, nothing=None)


class AccentColour:
    """The name of an accent colour, or its hue in degrees."""

    nothing = None

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> Accent | None:
        """The colour."""
        if isinstance(value, str) and value.lower() in ACCENTS:
            return ACCENTS[value.lower()]
        if isinstance(value, str) and value and not value.lstrip("-").isdigit():
            hint = f"write one of {', '.join(ACCENTS)}, or a hue from 0 to 359"
            faults.append(Fault(at, f"`{label(at)}` cannot be {value!r}", hint))
            return None
        hue = _HUE.read(value, at, faults)
        return None if hue is None else Accent(hue)

    def plain(self, value: Accent) -> Plain:
        """Its name, or its hue in digits."""
        return next((name for name, accent in ACCENTS.items() if accent == value), None) or _HUE.plain(value.hue)

    def schema(self) -> dict[str, Any]:
        """A name or a hue."""
        return {"anyOf": [{"enum": list(ACCENTS)}, _HUE.schema()]}
