"""The taxonomies: one row for each way in which the site groups papers.

From this table come the pages of terms and their overviews, files and feeds, the navigation, the search page's links,
the filter of lists, the sitemap, and the options of ``publist export``. A row is all that a new taxonomy needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from publist.content.loading import Content, PaperRecord
from publist.library.people import Identities
from publist.library.terms import Ref, ref, refs_of
from publist.library.topics import Topics
from publist.library.work_types import LABELS, WORDS, label_of
from publist.model.paper import Paper
from publist.text.slugs import slugify
from publist.text.unicode_forms import composed

Words: TypeAlias = Callable[[str], str]
"""Gives a message in the site's language."""

Finder: TypeAlias = Callable[[PaperRecord], tuple[Ref, ...]]
"""The terms of one paper. It may raise KeyError for a paper that says what none of ``TermSources.records`` says."""


class TermSources(NamedTuple):
    """What terms are found in: the published papers, newest first, and what is known of all of them.

    ``matches`` are the topics that each paper's text asks for, by the paper's slug.
    """

    records: Sequence[PaperRecord]
    content: Content
    matches: Mapping[str, tuple[str, ...]]
    identities: Identities
    words: Words


def most_papers_first(reference: Ref, papers: int) -> Any:
    """The key that sorts terms by the number of their papers, then by title."""
    return -papers, reference.title.casefold(), reference.path


def newest_first(reference: Ref, papers: int) -> Any:
    """The key that sorts years."""
    del papers
    return -int(reference.title)


class Taxonomy(NamedTuple):
    """One way to group papers. ``heading`` (of all terms) and ``label`` (of one) are messages for translation."""

    kind: str
    """What pages, templates and ``publist export --KIND`` call it."""
    folder: str
    """Where its pages are: the overview at ``FOLDER/``, a term at ``FOLDER/SLUG/``."""
    heading: str
    label: str
    finder: Callable[[TermSources, str], Finder]
    """How a paper's terms are found; it gets the folder too, in which their paths begin."""
    order: Callable[[Ref, int], Any] = most_papers_first
    """The sort key of a term, from its reference and the number of its papers."""
    template: str = "list.html"
    """What the theme renders a term's page with."""
    least: int = 1
    """With fewer terms than these the site has no pages of the taxonomy, and nothing that leads to them."""
    feeds: bool = True
    """Whether its terms have feeds."""
    shown: bool = False
    """Whether a paper's terms are shown as links where the paper is listed (names, venue and date always are)."""
    filtered: bool = False
    """Whether lists can be filtered by it."""
    several: bool = False
    """Whether a paper can have more than one term."""
    aliases: Mapping[str, str] = {}
    """Other words for terms in ``publist export``, each with the slug of its term."""


def titles_in(said: Callable[[Paper], Iterable[str]]) -> Callable[[TermSources, str], Finder]:
    """How terms are found that papers name by their titles; an empty title is none."""

    def titles(paper: Paper) -> list[str]:
        return [title for title in said(paper) if title]

    def finder(sources: TermSources, folder: str) -> Finder:
        refs = refs_of(folder, (title for record in sources.records for title in titles(record.paper)))
        return lambda record: tuple([refs[title] for title in titles(record.paper)])

    return finder


def _topics(sources: TermSources, folder: str) -> Finder:
    return Topics(sources.records, sources.content, sources.matches, folder).of


def _people(sources: TermSources, folder: str) -> Finder:
    del folder  # the identities know it
    identities = sources.identities
    return lambda record: identities.of(composed(record.slug), record.paper.authors)


def _years(sources: TermSources, folder: str) -> Finder:
    years = {record.paper.date.year for record in sources.records if record.paper.date}
    refs = {year: (ref(f"{year:04d}", f"{folder}/{year:04d}/"),) for year in years}
    return lambda record: refs[record.paper.date.year] if record.paper.date else ()


def _types(sources: TermSources, folder: str) -> Finder:
    refs = {label: (ref(sources.words(label), f"{folder}/{slugify(label)}/"),) for label in WORDS}
    return lambda record: refs[label_of(record.paper)]


TAXONOMIES: tuple[Taxonomy, ...] = (
    Taxonomy(
        "topic", "topics", "Topics", "Topic", _topics, template="topic.html", shown=True, filtered=True, several=True
    ),
    Taxonomy("person", "people", "People", "Person", _people, template="person.html", several=True),
    Taxonomy("year", "years", "Years", "Year", _years, newest_first, "year.html", feeds=False, filtered=True),
    Taxonomy("venue", "venues", "Venues", "Venue", titles_in(lambda paper: (paper.venue,)), template="venue.html"),
    Taxonomy(
        "type", "types", "Types", "Type", _types, least=2, shown=True, filtered=True,
        aliases={csl: slugify(label) for csl, label in LABELS.items()},
    ),
)  # fmt: skip
"""In the order in which the site lists them."""

BY_KIND: Mapping[str, Taxonomy] = {row.kind: row for row in TAXONOMIES}
