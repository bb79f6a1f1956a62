"""JSON values as front matter would hold them."""

from __future__ import annotations

from publist.model.paper import Plain


def plain(value: object) -> Plain:
    """A JSON value with numbers and flags as text."""
    if isinstance(value, dict):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value if isinstance(value, str) else "" if value is None else str(value).lower()
