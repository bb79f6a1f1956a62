"""Papers to Library: who, what, when and where each paper belongs, and its place on the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from publist.content.loading import Asset, Body, Content, PaperRecord
from publist.content.topic_file import TopicFile
from publist.library.arxiv_categories import topic_of
from publist.library.own_pdfs import own_pdfs, with_own_pdf
from publist.library.people import Identities, identify
from publist.library.terms import Ref, ref, refs_of
from publist.model.artifact import digest_all
from publist.model.paper import STATUSES, Paper


class Entry(NamedTuple):
    """A paper in its place: all that a list may say of it. ``paper`` has no abstract here.

    ``authors`` stand in the order of ``paper.authors``; ``digest`` covers every other field.
    """

    slug: str
    path: str
    source: str
    paper: Paper
    authors: tuple[Ref, ...]
    topics: tuple[Ref, ...]
    venue: Ref | None
    digest: bytes


class Term(NamedTuple):
    """One topic, person, year or venue with its papers, newest first. ``digest`` covers the papers too."""

    kind: str
    ref: Ref
    entries: tuple[Entry, ...]
    digest: bytes


class Library(NamedTuple):
    """Every published paper in order, and each way of grouping them."""

    entries: tuple[Entry, ...]
    bodies: Mapping[str, Body]
    topics: tuple[Term, ...]
    people: tuple[Term, ...]
    years: tuple[Term, ...]
    venues: tuple[Term, ...]
    topic_files: Mapping[str, TopicFile]
    identities: Identities
    pdfs: Mapping[str, Asset]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The taxonomies that have terms."""
        return tuple(terms[0].kind for terms in (self.topics, self.people, self.years, self.venues) if terms)


def build(content: Content, matches: Mapping[str, tuple[str, ...]]) -> Library:
    """Join everything that content holds. ``matches`` are the topics that each paper's text asks for, by slug.

    Papers stand newest first, those of one day by title; before them those that have not appeared, as their status
    says, and last those of which nothing is known. Drafts are left out.
    """
    published = sorted((record for record in content.papers if not record.paper.draft), key=newest_first)
    pdfs = own_pdfs(content, published)
    if pdfs:
        published = [with_own_pdf(record, pdfs) for record in published]
    authors = ((record.slug, record.paper.authors) for record in published)
    identities = identify(authors, content.people, content.config.owner)
    topics = _Topics(published, content)
    venues = refs_of("venues", (record.paper.venue for record in published if record.paper.venue))
    entries = []
    for record in published:
        found = topics.of(record.paper, matches.get(record.slug, ()))
        entries.append(_entry(record, identities, found, venues))
    return Library(
        entries=tuple(entries),
        bodies=content.bodies,
        topics=_terms("topic", entries, lambda entry: entry.topics),
        people=_terms("person", entries, lambda entry: dict.fromkeys(entry.authors)),
        years=_years(entries),
        venues=_terms("venue", entries, lambda entry: (entry.venue,) if entry.venue else ()),
        topic_files={topic.slug: topic for topic in content.topics},
        identities=identities,
        pdfs=pdfs,
    )


_UNPUBLISHED = {status: 10_000 + rank for rank, status in enumerate(STATUSES)}
"""A year, for sorting, of papers that have a status and no date: after every year that there is."""


def newest_first(record: PaperRecord | Entry) -> tuple[int, int, int, str, str]:
    """The place of a paper in every list, as a key for sorting."""
    paper = record.paper
    year, month, day = paper.date or (_UNPUBLISHED.get(paper.status, 0), 0, 0)
    return -year, -month, -day, record.paper.title.casefold(), record.slug


class _Topics:
    """The topics of the site: those with a file, those that papers name, those of category codes."""

    def __init__(self, records: list[PaperRecord], content: Content) -> None:
        files = content.topics
        self._categories: dict[str, tuple[str, ...]] = {"": ()}
        for code in {record.paper.category for record in records} - {""}:
            claims = tuple(topic.slug for topic in files if code.casefold() in map(str.casefold, topic.categories))
            name = content.config.categories.get(code) or topic_of(code)
            self._categories[code] = claims or ((name,) if name else ())
        slugs = {topic.slug for topic in files}
        titles = {title for record in records for title in record.paper.topics}
        titles |= {title for found in self._categories.values() for title in found}
        refs = refs_of("topics", titles - slugs, [(topic.slug, topic.title) for topic in files])
        self._refs = refs | {topic.slug: refs[topic.title] for topic in files}

    def of(self, paper: Paper, matches: tuple[str, ...]) -> tuple[Ref, ...]:
        """The paper's topics, each once: those it names, those that its text asks for, those of its category."""
        names = paper.topics + matches + self._categories[paper.category]
        return tuple(dict.fromkeys([self._refs[name] for name in names]))


def _entry(record: PaperRecord, identities: Identities, topics: tuple[Ref, ...], venues: dict[str, Ref]) -> Entry:
    venue = venues[record.paper.venue] if record.paper.venue else None
    return entry_of(record, identities.of(record.slug, record.paper.authors), topics, venue)


def entry_of(record: PaperRecord, authors: tuple[Ref, ...], topics: tuple[Ref, ...], venue: Ref | None) -> Entry:
    """The entry of a paper whose authors, topics and venue are known."""
    states = [reference.state for reference in authors + topics]
    if venue:
        states.append(venue.state)
    path = f"papers/{record.slug}/"
    states += (record.head, path.encode())
    return Entry(record.slug, path, record.path, record.paper, authors, topics, venue, digest_all(states))


def _terms(kind: str, entries: list[Entry], of: Callable[[Entry], Iterable[Ref]]) -> tuple[Term, ...]:
    """The terms that occur, those with most papers first, then by title."""
    grouped: dict[Ref, list[Entry]] = {}
    for entry in entries:
        for reference in of(entry):
            grouped.setdefault(reference, []).append(entry)
    terms = [term_of(kind, reference, members) for reference, members in grouped.items()]
    return tuple(sorted(terms, key=lambda term: (-len(term.entries), term.ref.title.casefold(), term.ref.path)))


def _years(entries: list[Entry]) -> tuple[Term, ...]:
    """The years that occur, the newest first."""
    grouped: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.paper.date:
            grouped.setdefault(entry.paper.date.year, []).append(entry)
    return tuple(
        term_of("year", ref(f"{year:04d}", f"years/{year:04d}/"), grouped[year])
        for year in sorted(grouped, reverse=True)
    )


def term_of(kind: str, reference: Ref, members: list[Entry]) -> Term:
    """The term of these papers, newest first."""
    return Term(kind, reference, tuple(members), digest_all([reference.state, *[entry.digest for entry in members]]))
