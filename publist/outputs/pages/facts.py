"""The details of a paper that its page lists: label and value, as far as they are known."""

from __future__ import annotations

from typing import NamedTuple

from publist.content.settings_file import Config
from publist.model.paper import Paper
from publist.outputs.translations import gettext
from publist.text.markdown import Html, inline


class FactView(NamedTuple):
    """A detail of the paper, such as its pages."""

    label: str
    value: Html


def facts_of(paper: Paper, config: Config) -> tuple[FactView, ...]:
    """The details in the words of the site's language."""
    words = gettext(config.language)
    rows = [
        (words("Volume"), paper.volume),
        (words("Issue"), paper.issue),
        (words("Pages"), paper.pages.replace("--", "–")),
        (words("Publisher"), paper.publisher),
        (words("Editors"), ", ".join(name.name for name in paper.editors)),
        (words("Series"), paper.series),
        ("ISBN", paper.isbn),
        (words("Licence"), paper.license),
        (words("Note"), paper.note),
    ]
    return tuple(FactView(label, inline(value)) for label, value in rows if value)
