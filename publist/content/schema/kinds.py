"""The kinds of value that people write in YAML: how each is read, written again and described to an editor.

A kind works on plain values (text, None, lists, mappings; true and numbers too, where JSON brought them),
so the same table of fields serves front matter, settings and JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from publist.model.paper import Plain
from publist.model.problems import Severity

KeyPath = tuple[str | int, ...]
"""Where in a nested value something stands: ``("authors", 2, "orcid")``."""

Schema = dict[str, Any]


class Bare(str):
    """Text that stands in YAML without quotes, although other readers take it for a date, number or truth value."""

    __slots__ = ()


class Fault(NamedTuple):
    """Something wrong with a value, before it is known where in the file the value stands."""

    at: KeyPath
    message: str
    hint: str = ""
    severity: Severity = "error"
    on_key: bool = False
    """The fault is in the key, not in the value."""


Faults = list[Fault]


class Kind(Protocol):
    """One kind of value. ``read`` never raises: it notes faults and gives what could be understood."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> Any:
        """The value as the model has it; the kind's ``nothing`` where there is none or it cannot be understood."""

    def plain(self, value: Any) -> Plain:
        """What ``read`` would give back as ``value``."""

    def schema(self) -> Schema:
        """The kind in JSON Schema (draft 2020-12 words that draft 7 knows too)."""

    @property
    def nothing(self) -> Any:
        """The value that stands for "not said"."""


def label(at: KeyPath) -> str:
    """A place as people write it: ``authors[2].orcid`` (counted from 1)."""
    text = ""
    for part in at:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def described(value: object) -> str:
    """A value in a message: short text quoted, the rest by its kind."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    text = "nothing" if value is None else repr(value) if isinstance(value, str) else str(value).lower()
    return text if len(text) <= 60 else f"{text[:57]}…"


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that was probably meant, or an empty string."""
    from difflib import get_close_matches

    simple = {entry.replace("_", "").replace("-", ""): entry for entry in known}
    found = get_close_matches(word.lower().replace("_", "").replace("-", "").replace(" ", ""), simple, 1, 0.7)
    return simple[found[0]] if found else ""
