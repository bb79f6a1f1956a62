"""The values of one entry while they are handed out: each is taken once, what nobody takes is left over."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from publist.text.latex import addresses
from publist.text.latex.reader import to_markdown, to_text

_SPACE = re.compile(r"[ \t\r\n]+")
_LINE_BREAK = re.compile(r"(?<!\s)\s*\n\s*(?!https?://|www\.)")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


class Values:
    """Field to LaTeX text."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.left = dict(values)

    def take(self, *names: str) -> str:
        """The text of the first of the fields that there is. The others, if they say the same, are taken with it."""
        found = next((self.left.pop(name) for name in names if name in self.left), "")
        if found:
            same = _SPACE.sub(" ", found)
            for name in names:
                if name in self.left and _SPACE.sub(" ", self.left[name]) == same:
                    del self.left[name]
        return found

    def line(self, *names: str) -> str:
        """One line of plain text."""
        return line(self.take(*names))

    def markdown(self, *names: str) -> str:
        """One line of Markdown."""
        return _SPACE.sub(" ", to_markdown(_SPACE.sub(" ", self.take(*names)).strip())).strip(" ")

    def paragraphs(self, *names: str, before: Callable[[str], str] = str) -> str:
        """Markdown paragraphs; what is done ``before`` sees the lines of the field."""
        text = before(self.take(*names))
        if "\n" not in text:
            return to_markdown(text.strip())
        paragraphs = (_SPACE.sub(" ", paragraph).strip() for paragraph in _BLANK_LINE.split(text))
        return to_markdown("\n\n".join(paragraph for paragraph in paragraphs if paragraph))

    def put_back(self, name: str, text: str) -> None:
        """Leave a text for others after all: what was taken is not what it was taken for."""
        if text:
            self.left.setdefault(name, text)


def line(text: str) -> str:
    """LaTeX as one line of plain text."""
    return _SPACE.sub(" ", to_text(_SPACE.sub(" ", text))).strip()


def verbatim(text: str) -> str:
    r"""An address or identifier: nothing decoded, but TeX's spellings (``\_``, ``{\&}``, ``$\sim$``) undone.

    Braces around the whole are BibTeX's; a line break within an address is none of its signs.
    """
    return addresses.plain(_LINE_BREAK.sub("", text.strip()))
