"""What readers of a type of work look for beside its title, as a table on its page."""

from __future__ import annotations

from typing import NamedTuple

from publist.content.settings_file import Config
from publist.model.paper import Paper
from publist.outputs.author_views import legend_of
from publist.outputs.pages.reference_parts import page_range
from publist.outputs.translations import gettext
from publist.outputs.views import date_view
from publist.text.markdown import Html, inline


class FactView(NamedTuple):
    """A detail of the paper, such as its pages."""

    label: str
    value: Html


def facts_of(paper: Paper, config: Config) -> tuple[FactView, ...]:
    """Volume, pages and the like, as far as known, in the words of the site's language."""
    words = gettext(config.language)
    publishers = {"thesis": words("School"), "report": words("Institution")}
    rows = [
        (words("Kind"), paper.genre),
        (words("Event"), paper.event if paper.event != paper.venue else ""),
        (words("Volume"), paper.volume),
        (words("Issue"), paper.issue),
        (words("Number"), paper.number),
        (words("Chapter"), paper.chapter),
        (words("Pages"), page_range(paper)),
        (words("Edition"), paper.edition),
        (publishers.get(paper.type) or words("Publisher"), paper.publisher),
        (words("Place"), paper.place),
        (words("Editors"), ", ".join(name.name for name in paper.editors)),
        (words("Series"), paper.series),
        ("ISBN", paper.isbn),
        (words("Licence"), paper.license),
        (words("Citations"), _cited(paper, config.language)),
        (words("Note"), legend_of(paper)[1]),
    ]
    return tuple(FactView(label, inline(value)) for label, value in rows if value)


def _cited(paper: Paper, language: str) -> str:
    """The count of citations with who has counted and when: no two databases count alike."""
    if not paper.citations:
        return ""
    count, source, date = paper.citations
    said = ", ".join(filter(None, (source, date_view(date, language).text if date else "")))
    return f"{count} ({said})" if said else str(count)
