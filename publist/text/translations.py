"""What gives the words of one language."""

from __future__ import annotations

from typing import Protocol


class Words(Protocol):
    """The words of one language, asked for as of the standard library's ``gettext`` catalogues."""

    def gettext(self, message: str, /) -> str:
        """The message in this language."""

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """The message for so many things in this language."""
