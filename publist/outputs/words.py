"""The theme's words in the site's language."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from gettext import NullTranslations

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


@lru_cache(maxsize=8)
def translations(language: str) -> NullTranslations:
    """The catalogue of a language (BCP 47); English stands for what is not translated."""
    del language
    return NullTranslations()


def gettext(language: str) -> Callable[[str], str]:
    """The function that gives a word of the theme in a language."""
    return translations(language).gettext


def direction(language: str) -> str:
    """``rtl`` for languages written from right to left, else ``ltr``."""
    return "rtl" if language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr"
