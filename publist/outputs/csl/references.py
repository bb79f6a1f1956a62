"""References in CSL styles, each made once: those that nobody has made yet are made together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publist.library.library import Entry
from publist.outputs.csl.style import CslStyle

Known = dict[tuple[bytes, str], str]
"""References as ``engine.formatted`` gives them, by the entry's digest and the style's name."""


class CslReferences:
    """The references of a site in its CSL styles; ``language`` is that of words such as "and"."""

    def __init__(self, styles: Iterable[CslStyle] = (), language: str = "en") -> None:
        self.styles = {style.name: style for style in styles}
        self.known: Known = {}
        self.language = language

    def of(self, entries: Sequence[Entry], name: str) -> list[str]:
        """The references of papers in the style of a name, as HTML, owners in bold."""
        from publist.outputs.csl.engine import CLOSE, OPEN

        self.make(entries, name)
        made = (self.known[entry.state, name] for entry in entries)
        return [text.replace(OPEN, "<b>").replace(CLOSE, "</b>") for text in made]

    def without_owners(self, entry: Entry, name: str) -> str:
        """The reference of one paper, nobody set apart."""
        from publist.outputs.csl.engine import CLOSE, OPEN

        self.make([entry], name)
        return self.known[entry.state, name].replace(OPEN, "").replace(CLOSE, "")

    def make(self, entries: Iterable[Entry], name: str) -> bool:
        """Make those that are not known; whether there were any."""
        missing = [entry for entry in entries if (entry.state, name) not in self.known]
        if missing:
            from publist.outputs.csl.engine import formatted

            texts = formatted(missing, self.styles[name], self.language)
            self.known |= {(entry.state, name): text for entry, text in zip(missing, texts, strict=True)}
        return bool(missing)
