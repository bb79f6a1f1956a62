"""The theme's words in the site's language."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publist.text.translations import Words

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
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RIGHT_TO_LEFT = frozenset("ar arc dv fa he ku ps sd ug ur yi".split())


_LOCALES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locales")
"""``LANG/LC_MESSAGES/publist.mo``, as GNU gettext lays catalogues out."""


class _MessageSources:
    """The words as templates and code have them, which is English; ``gettext`` itself is loaded for others only."""

    def gettext(self, message: str, /) -> str:
        return message

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        return one if number == 1 else many


@lru_cache(maxsize=8)
def translations(language: str) -> Words:
    """The catalogue of a language (BCP 47), or of the nearest wider one: ``de`` for ``de-AT``.

    English is the language of the sources, and stands where there is no catalogue.
    """
    parts = language.lower().split("-")
    for end in range(len(parts), 0, -1):
        path = os.path.join(_LOCALES, "-".join(parts[:end]), "LC_MESSAGES", "publist.mo")
        if os.path.isfile(path):
            from gettext import GNUTranslations

            with open(path, "rb") as file:
                return GNUTranslations(file)
    return _MessageSources()


def gettext(language: str) -> Callable[[str], str]:
    """The function that gives a word of the theme in a language."""
    return translations(language).gettext


def direction(language: str) -> str:
    """``rtl`` for languages written from right to left, else ``ltr``."""
    return "rtl" if language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr"
