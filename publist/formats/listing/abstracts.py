"""The lines after a title: which are its abstract, and which have no place."""

from __future__ import annotations

from publist.formats.listing.boilerplate import is_boilerplate, is_notice
from publist.formats.listing.prose import Prose, ends_sentence, is_long
from publist.formats.pasted_lines import Line


class Abstract:
    """The lines after a title, sorted into those of the abstract and those that have no place."""

    def __init__(self, title: Line) -> None:
        self.prose = Prose()
        self.strays: list[Line] = []
        self.doubtful: list[Line] = []
        """Lines of the abstract that may not belong there."""
        self._title = title
        self._first: Line | None = None

    def add(self, line: Line) -> None:
        """Sort one more line in."""
        if line.text == self._title.text or self._is_around(line.text):
            self.strays.append(line)
        elif self.prose.surely_continues_with(line.text):
            self._take(line)
        elif not self.strays and self.prose.perhaps_continues_with(line.text):
            self.doubtful.append(line)
            self._take(line)
        elif self._first and len(self.prose.lines) == 1 and not is_long(self._first.text):
            self.strays.append(self._first)
            self.prose = Prose()
            self._take(line)
        else:
            self.strays.append(line)

    def _take(self, line: Line) -> None:
        if not self.prose.lines:
            self._first = line
        self.prose.add(line.text)

    def _is_around(self, text: str) -> bool:
        """Whether this is the page's own text, or is there already.

        In a broken sentence ``results.``, ``(2021)`` and an address read on.
        """
        if self.prose.repeats(text) or is_notice(text):
            return True
        reads_on = text[0].islower() or ends_sentence(text) or text.strip("()").isdigit()
        return is_boilerplate(text) and (self.prose.complete or not reads_on)
