"""The standard library's reader of HTML, which takes markup that is no HTML for a comment, as browsers do."""

from __future__ import annotations

from html.parser import HTMLParser


class MarkupParser(HTMLParser):
    """Reads any text: a section such as ``<![CDATUM[`` that no standard has is passed over (HTML, 13.2.5.42)."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Where the section ends that begins at ``i``, -1 if it has no end; the library raises for unknown ones."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)
