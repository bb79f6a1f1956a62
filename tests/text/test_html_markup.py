"""Reading HTML that nobody closed: all text of a page comes out, and no mark is looked for again and again."""

from __future__ import annotations

from html import parser

import pytest

from publist.network.page_tags import meta_values
from publist.text.html_markup import MarkupParser


class _Seen(MarkupParser):
    def __init__(self) -> None:
        super().__init__()
        self.data: list[str] = []
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.data.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 -- the parser's own signature
        self.tags.append(tag)


def _read(text: str) -> _Seen:
    seen = _Seen()
    seen.feed(text)
    seen.close()
    return seen


@pytest.mark.parametrize(
    "open_",
    [
        "<!--",
        "<!-- --",
        "<a ",
        "<a b='",
        '<a b="x ',
        "<a b=c",
        "<script",
        "</a ",
        "<?x ",
        "<!--x>",
        "<![CDATA[x>",
        "<![if x>",
        "</a>",
        "<!x>",
        "&#",
    ],
)
def test_what_nobody_closes_is_looked_for_once(open_: str) -> None:
    """A page of two hundred thousand marks that have no end is read as quickly as one of words."""
    seen = _read(f"<p>Snow</p>{open_ * 200_000}")
    assert seen.tags[0] == "p"
    assert seen.data[0] == "Snow"


def test_a_comment_is_looked_for_again_where_more_text_comes() -> None:
    """The end of a comment may come with the next piece of a text."""
    seen = _Seen()
    for piece in ("<p>Snow<!-- and", " ice --> is <!-- not -->cold", "<b class='x", "'>er</b>"):
        seen.feed(piece)
    seen.close()
    assert "".join(seen.data) == "Snow is colder"
    assert seen.tags == ["p", "b"]


@pytest.mark.parametrize(
    "text", ["<p>a<!-- b --><b>c</b> < d > e</p>", "a <!-- b", "<a href='x'>y</a", "<i>a<!--b--!>c</i>"]
)
def test_all_else_is_read_as_the_library_reads_it(text: str) -> None:
    """Tags and comments with an end are those of the standard library's parser."""
    theirs: list[str] = []
    reader = parser.HTMLParser()
    reader.handle_starttag = lambda tag, attrs: theirs.append(tag)  # type: ignore[method-assign]  # noqa: ARG005
    reader.feed(text)
    reader.close()
    assert _read(text).tags == theirs


def test_sections_that_no_standard_has_are_passed_over_in_pages_of_the_network() -> None:
    """A page that a service sends may hold anything."""
    page = '<head><![CDATUM[x]]><meta name="citation_title" content="Snow"></head>'
    assert meta_values(page) == {"citation_title": ["Snow"]}
