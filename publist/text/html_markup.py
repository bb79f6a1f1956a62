"""The standard library's reader of HTML, which takes markup that is no HTML for a comment, as browsers do."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser


class MarkupParser(HTMLParser):
    """Reads any text: a section such as ``<![CDATUM[`` that no standard has is passed over (HTML, 13.2.5.42).

    What nothing closes is looked for to the end of the text once, not again for each mark that follows.
    """

    _comments_end = True
    _sections_end = True

    def feed(self, data: str) -> None:
        """Read more of the text: what had no end may have one now."""
        self._comments_end = self._sections_end = True
        super().feed(data)

    def close(self) -> None:
        """Read what is left; without any ``>`` it is text."""
        if self.convert_charrefs and not self.cdata_elem and self.rawdata and ">" not in self.rawdata:
            rest, self.rawdata = self.rawdata, ""
            self.handle_data(unescape(rest))
        super().close()

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Where the comment ends that begins at ``i``; -1 if it has no end, and then none behind it has one."""
        end = super().parse_comment(i, report) if self._comments_end else -1
        self._comments_end = end >= 0
        return end

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Where the section ends that begins at ``i``, -1 if it has no end; the library raises for unknown ones."""
        try:
            end = super().parse_marked_section(i, report) if self._sections_end else -1
        except AssertionError:
            return self.parse_bogus_comment(i)
        self._sections_end = end >= 0
        return end


class _Attributes(MarkupParser):
    said: dict[str, str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.said = {name: value or "" for name, value in attrs}


def last_attributes(text: str) -> dict[str, str]:
    """The attributes of the last tag that begins in a text, none where there is no tag."""
    reader = _Attributes()
    reader.said = {}
    reader.feed(text)
    return reader.said
