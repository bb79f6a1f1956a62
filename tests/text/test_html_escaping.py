"""Escaping is that of the standard library."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from publist.text.html_escaping import escape


@given(st.text("&<>\"'; aé#", max_size=12), st.booleans())
def test_text_is_escaped_as_by_the_standard_library(text: str, quote: bool) -> None:
    """In attributes with its quotes, elsewhere without."""
    assert escape(text, quote=quote) == html.escape(text, quote=quote)
