"""A new paper file, every key explained by a short comment."""

from __future__ import annotations

from publist.content.front_matter import join
from publist.content.schema.paper import FIELDS
from publist.content.yaml import writer as yamltext

_SHOWN = ("title", "authors", "date", "type", "venue", "topics", "doi", "links", "draft")
"""Keys to be filled; the others stand under them, ready to be uncommented."""
_EMPTY = {"authors": "[]", "topics": "[]", "links": "{}", "type": "article", "draft": "true"}


def template(title: str) -> str:
    """The text of a new paper file with this title; it reads without mistakes as it is."""
    shown = {field.name: field for field in FIELDS if field.name in _SHOWN}
    lines = []
    for name in _SHOWN:
        value = yamltext.scalar(title) if name == "title" else _EMPTY.get(name, "")
        example = f" As in: {shown[name].example}" if name not in ("title", "type") else ""
        lines += [f"# {shown[name].doc}{example}", f"{name}: {value}".rstrip()]
    lines.append("# More keys: take away the # in front of those that you need.")
    lines += [f"# {field.name}: {field.example}  # {field.doc}" for field in FIELDS if field.name not in _SHOWN]
    lines.append("# The abstract goes under the line of dashes, in Markdown; maths as $x^2$ or $$x^2$$.")
    return join("".join(f"{line}\n" for line in lines), "")
