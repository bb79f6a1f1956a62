"""Text as it stands in HTML and XML."""

from __future__ import annotations


def escape(text: str, *, quote: bool = True) -> str:
    """What ``html.escape`` gives, without loading that module's table of entities, which takes as long as ten pages."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;") if quote else text
