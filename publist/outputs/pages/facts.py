"""What readers of a type of work look for beside its title: in lists in a few words, on its page as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from publist.content.settings_file import Config
from publist.model.paper import Paper
from publist.outputs.translations import gettext
from publist.text.markdown import Html, inline


class FactView(NamedTuple):
    """A detail of the paper, such as its pages."""

    label: str
    value: Html


_IN_LISTS: Mapping[str, Callable[[Paper], tuple[str, ...]]] = {
    "thesis": lambda paper: (paper.genre, paper.publisher),
    "speech": lambda paper: (paper.genre, paper.event, paper.place),
    "paper-conference": lambda paper: () if paper.venue else (paper.event, paper.place),
    "patent": lambda paper: (paper.genre, paper.number),
    "report": lambda paper: (paper.genre, paper.number, paper.publisher),
    "standard": lambda paper: (paper.number, paper.publisher),
    "book": lambda paper: (paper.genre, paper.publisher),
    "chapter": lambda paper: () if paper.venue else (paper.publisher,),
    "dataset": lambda paper: (paper.publisher, _version(paper)),
    "software": lambda paper: (paper.publisher, _version(paper)),
    "motion_picture": lambda paper: (paper.genre, paper.publisher, paper.event),
    "manuscript": lambda paper: (paper.genre, paper.publisher),
    "webpage": lambda paper: (paper.publisher,),
}
_OTHERS: Callable[[Paper], tuple[str, ...]] = lambda paper: () if paper.venue else (paper.event, paper.publisher)  # noqa: E731 - one of a table of functions


def _version(paper: Paper) -> str:
    """``v1.2`` of ``1.2``: a bare number would say nothing in a list."""
    return f"v{paper.edition}" if paper.edition[:1].isdigit() else paper.edition


def in_short(paper: Paper) -> tuple[str, ...]:
    """What a list says of the paper where others have their journal."""
    said = _IN_LISTS.get(paper.type, _OTHERS)(paper)
    return tuple(dict.fromkeys(part for part in said if part and part not in (paper.venue, paper.title)))


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
        (words("Pages"), paper.pages.replace("--", "–")),
        (words("Edition"), paper.edition),
        (publishers.get(paper.type) or words("Publisher"), paper.publisher),
        (words("Place"), paper.place),
        (words("Editors"), ", ".join(name.name for name in paper.editors)),
        (words("Series"), paper.series),
        ("ISBN", paper.isbn),
        (words("Licence"), paper.license),
        (words("Note"), paper.note),
    ]
    return tuple(FactView(label, inline(value)) for label, value in rows if value)
