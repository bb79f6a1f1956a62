"""The colour of a site's theme as an accent: its name, or its hue in OKLCH.

OKLCH: https://bottosson.github.io/posts/oklab.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from math import atan2, degrees, hypot
from typing import Any

_NAMED = {
    "red": "25", "orange": "55", "yellow": "95", "green": "green", "blue": "blue", "purple": "plum", "pink": "350",
    "cyan": "205", "teal": "190", "indigo": "275", "violet": "300", "emerald": "160", "lime": "125", "amber": "75",
    "rose": "15", "sky": "235", "fuchsia": "325", "slate": "graphite", "gray": "graphite", "grey": "graphite",
    "black": "graphite", "rust": "rust", "ocean": "235", "forest": "green", "coffee": "55", "cupcake": "190",
    "zinc": "graphite", "stone": "graphite", "neutral": "graphite", "apogee": "275", "strawberry": "15",
}  # fmt: skip
"""Names of colours and of colour themes."""
_THEME_COLOUR = re.compile(r"--global-theme-color:\s*(?:#\{\$([\w-]+)\}|(#[0-9a-fA-F]{3,8}))")
_GRAY = 0.03
"""A colour of so little chroma is a gray."""


def accent_of(root: str, config: Mapping[str, Any]) -> str:
    """The accent of a site with al-folio's style sheets, or whose settings name a colour; empty if nothing tells."""
    said = next(
        (str(config[key]) for key in ("accent", "theme_color", "primary_color", "color_theme") if config.get(key)), ""
    )
    if said:
        return accent(said)
    text = _read(os.path.join(root, "_sass", "_themes.scss"))
    found = _THEME_COLOUR.search(text)
    if not found:
        return ""
    if found[2]:
        return accent(found[2])
    value = re.search(
        rf"\${re.escape(found[1])}:\s*(#[0-9a-fA-F]{{3,8}})", _read(os.path.join(root, "_sass", "_variables.scss"))
    )
    return accent(value[1] if value else found[1].removesuffix("-color"))


def accent(colour: str) -> str:
    """The accent of a colour's name or of its hexadecimal digits; empty for every other text."""
    text = colour.strip().lower()
    if text in _NAMED:
        return _NAMED[text]
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if not text.startswith("#") or not re.fullmatch(r"[0-9a-f]{6}(?:[0-9a-f]{2})?", digits):
        return ""
    return _hue(*(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)))


def _hue(red: float, green: float, blue: float) -> str:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)
    )
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return "graphite" if hypot(a, b) < _GRAY else str(round(degrees(atan2(b, a))) % 360)


def _read(path: str) -> str:
    if not os.path.isfile(path):
        return ""
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()
