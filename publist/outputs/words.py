"""The theme's words in the site's language."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_RIGHT_TO_LEFT = frozenset("ar arc dv fa he ku ps sd ug ur yi".split())


_LOCALES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locales")
"""``LANG/LC_MESSAGES/publist.mo``, as GNU gettext lays catalogues out."""


@lru_cache(maxsize=8)
def translations(language: str) -> NullTranslations:
    """The catalogue of a language (BCP 47), or of the nearest wider one: ``de`` for ``de-AT``.

    English is the language of the sources, and stands where there is no catalogue.
    """
    parts = language.lower().split("-")
    for end in range(len(parts), 0, -1):
        path = os.path.join(_LOCALES, "-".join(parts[:end]), "LC_MESSAGES", "publist.mo")
        if os.path.isfile(path):
            with open(path, "rb") as file:
                return GNUTranslations(file)
    return NullTranslations()


def gettext(language: str) -> Callable[[str], str]:
    """The function that gives a word of the theme in a language."""
    return translations(language).gettext


def direction(language: str) -> str:
    """``rtl`` for languages written from right to left, else ``ltr``."""
    return "rtl" if language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr"
