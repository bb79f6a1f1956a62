"""Elements of HTML in an old text that nobody closes.

A browser closes them where the next one begins (https://html.spec.whatwg.org/#optional-tags); what makes pages of
Markdown here takes all that follows for a part of them.
"""

from __future__ import annotations

import re

_TAG = re.compile(r"<(?P<end>/?)(?P<name>blockquote|p|table|ul|ol|dl|figcaption|pre|h[1-6])\b[^<>]*>", re.IGNORECASE)


def closed(text: str) -> str:
    """The text without the tags that open a block and are never closed; a paragraph begins after an empty line."""
    opened: list[re.Match[str]] = []
    names: dict[str, int] = {}
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if not tag["end"]:
            opened.append(tag)
            names[name] = names.get(name, 0) + 1
        while tag["end"] and names.get(name):
            last = opened.pop()["name"].lower()
            names[last] -= 1
            if last == name:
                break
    pieces, at = list[str](), 0
    for tag in opened:
        pieces += [text[at : tag.start()], "\n\n" if tag["name"].lower() == "p" else ""]
        at = tag.end()
    return "".join(pieces) + text[at:]
