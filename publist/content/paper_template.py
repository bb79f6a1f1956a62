"""A new paper file, every key explained by a short comment."""

from __future__ import annotations

from publist.content.front_matter import join
from publist.content.schema.paper import FIELDS
from publist.content.yaml import writer as yamltext
from publist.model.paper import Date

_SHOWN = ("title", "authors", "date", "type", "venue", "topics", "doi", "links", "draft")
"""Keys to be filled; the others stand under them, ready to be uncommented."""
_EMPTY = {"authors": "[]", "topics": "[]", "links": "{}", "type": "article", "draft": "true"}


def template(title: str, added: Date) -> str:
    """The text of a new paper file with this title, written on this day; it reads without mistakes as it is."""
    by_name = {field.name: field for field in FIELDS}
    lines = []
    for name in _SHOWN:
        value = yamltext.scalar(title) if name == "title" else _EMPTY.get(name, "")
        example = f" As in: {by_name[name].example}" if name not in ("title", "type") else ""
        lines += [f"# {by_name[name].doc}{example}", f"{name}: {value}".rstrip()]
    lines += [f"# {by_name['added'].doc}", f"added: {added}"]
    lines.append("# More keys: take away the # in front of those that you need.")
    lines += [
        f"# {field.name}: {field.example}  # {field.doc}" for field in FIELDS if field.name not in (*_SHOWN, "added")
    ]
    lines.append("# The abstract goes under the line of dashes, in Markdown; maths as $x^2$ or $$x^2$$.")
    return join("".join(f"{line}\n" for line in lines), "")
