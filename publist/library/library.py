"""Papers to Library: who, what, when and where each paper belongs, and its place on the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from publist.cache.store import Cache
from publist.content.loading import Asset, Body, Content, PaperRecord
from publist.content.pictures import Picture
from publist.content.topic_file import TopicFile
from publist.library.former_names import with_current_names
from publist.library.kept_people import identities_of
from publist.library.left_out import left_out
from publist.library.members import Group, member_groups
from publist.library.own_pdfs import own_pdfs, with_own_pdf
from publist.library.owner_spellings import owner_in_full
from publist.library.people import Identities
from publist.library.taxonomies import TAXONOMIES, Taxonomy, TermSources, Words
from publist.library.terms import Ref
from publist.model.artifact import digest_all
from publist.model.paper import STATUSES, Paper
from publist.text.file_names import address_of
from publist.text.unicode_forms import composed

Refs: TypeAlias = Mapping[str, tuple[Ref, ...]]
"""The terms of a paper by the kind of their taxonomy."""
CROWD = 100
"""That two people are among more authors than this says nothing of them: what is told by co-authors leaves such out."""


class Entry(NamedTuple):
    """A paper in its place: all that a list may say of it. ``paper`` has no abstract here.

    ``path`` is the page's address on the site. ``has_abstract`` says whether there is an abstract; ``abstract`` is it,
    where lists have it in them (the setting ``abstracts``).
    ``terms`` has only taxonomies that the site has; ``picture`` is that of the paper, if it has one;
    ``state`` covers every other field but the abstract, of the picture all but its pixels; ``digest`` the abstract too.
    """

    slug: str
    path: str
    source: str
    paper: Paper
    terms: Refs
    state: bytes
    digest: bytes
    picture: Picture | None = None
    has_abstract: bool = False
    abstract: Body | None = None

    @property
    def authors(self) -> tuple[Ref, ...]:
        """The people of ``paper.authors``, in that order."""
        return self.terms.get("person", ())

    @property
    def topics(self) -> tuple[Ref, ...]:
        """Its topics."""
        return self.terms.get("topic", ())

    @property
    def venue(self) -> Ref | None:
        """Its venue."""
        return next(iter(self.terms.get("venue", ())), None)

    @property
    def name(self) -> str:
        """What the page's folder, and each file beside the page, is called in addresses."""
        return self.path[len("papers/") : -1]


def without_drafts(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The papers that are published. A preview's lists show drafts, too; its exports are those of the site."""
    return tuple([entry for entry in entries if not entry.paper.draft])


class Term(NamedTuple):
    """One term of a taxonomy (a topic, a person …) with its papers, newest first. ``digest`` covers the papers too."""

    kind: str
    ref: Ref
    entries: tuple[Entry, ...]
    digest: bytes

    @property
    def authors(self) -> int:
        """How many authors all of its papers have together."""
        return sum([len(entry.authors) for entry in self.entries])


class Library(NamedTuple):
    """Every published paper in order, and each way of grouping them.

    ``taxonomies`` are those that the site has; ``grouped`` has the terms of all by their kind, in the taxonomy's order;
    ``refs_of`` says to which of them a paper belongs (KeyError if it says what no paper said). ``members`` are those
    of the lab by group.
    """

    entries: tuple[Entry, ...]
    bodies: Mapping[str, Body]
    taxonomies: tuple[Taxonomy, ...]
    grouped: Mapping[str, tuple[Term, ...]]
    topic_files: Mapping[str, TopicFile]
    identities: Identities
    pdfs: Mapping[str, Asset]
    refs_of: Callable[[PaperRecord], Refs]
    members: tuple[Group, ...] = ()

    def terms(self, kind: str) -> tuple[Term, ...]:
        """The terms of a taxonomy; none if the site does not have it."""
        return self.grouped[kind] if kind in self.kinds else ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the taxonomies that the site has."""
        return tuple(row.kind for row in self.taxonomies)


def build(
    content: Content, matches: Mapping[str, tuple[str, ...]], words: Words, cache: Cache, *, drafts: bool = False
) -> Library:
    """Join everything that content holds. ``matches`` are the topics that each paper's text asks for, by slug.

    Papers stand newest first (see ``newest_first``); before them those that have not appeared, as their status
    says, and last those of which nothing is known. ``drafts``: with them, as a preview shows them.
    ``words`` gives messages in the site's language: some terms are words of publist's own. ``cache`` has what was found
    before.
    """
    published = sorted((record for record in content.papers if drafts or not record.paper.draft), key=newest_first)
    pdfs = own_pdfs(content, published)
    published = with_current_names(published, content.people)
    if pdfs:
        published = [with_own_pdf(record, pdfs) for record in published]
    authors = [(composed(record.slug), record.paper.authors) for record in published]
    full = owner_in_full(authors, content.people, content.config.owner) if content.config.owner else None
    registry = (*content.people, full) if full else content.people
    identities = identities_of(authors, registry, content.config.owner, cache)
    sources = TermSources(published, content, matches, identities, words)
    finders = {row.kind: row.finder(sources, row.folder) for row in TAXONOMIES}

    without: dict[Ref, Ref] = {}

    def refs_of(record: PaperRecord) -> Refs:
        refs = {kind: finder(record) for kind, finder in finders.items()}
        return (
            {kind: tuple([without.get(one, one) for one in ones]) for kind, ones in refs.items()} if without else refs
        )

    found = [refs_of(record) for record in published]
    if without := left_out(found, content.config, identities.people):
        found = [refs_of(record) for record in published]
    taxonomies = tuple(row for row in TAXONOMIES if _occur(found, row.kind, row.least))
    every = len(taxonomies) == len(TAXONOMIES)
    kept = found if every else [{row.kind: refs[row.kind] for row in taxonomies} for refs in found]
    short, pictures = len(published) <= content.config.abstracts, content.pictures
    entries = [
        entry_of(record, refs, content.bodies[record.slug], short=short, picture=pictures.get(record.slug))
        for record, refs in zip(published, kept, strict=True)
    ]
    grouped = {row.kind: _terms(row, entries, found) for row in TAXONOMIES}
    papers = {term.ref.path: len(term.entries) for term in grouped["person"]}
    return Library(
        entries=tuple(entries),
        bodies=content.bodies,
        taxonomies=taxonomies,
        grouped=grouped,
        topic_files={address_of(topic.slug): topic for topic in content.topics},
        identities=identities,
        pdfs=pdfs,
        refs_of=refs_of,
        members=member_groups(content.people, identities, papers, words),
    )


_RANKS = {status: rank for rank, status in enumerate(STATUSES, 1)}
_LAST = 10_001
"""The weight, for sorting, of papers without one: after every weight that there is."""


def newest_first(record: PaperRecord | Entry) -> tuple[int, int, int, int, int, bool, str, str]:
    """The place of a paper in every list, as a key for sorting.

    A month without a day stands after the days of that month, a year without a month after its months. Papers of one
    date stand by weight, then those that are featured come first.
    """
    paper = record.paper
    year, month, day = paper.date or (0, 0, 0)
    within = (paper.weight or _LAST, not paper.featured, paper.title.casefold(), record.slug)
    return -_RANKS.get(paper.status, 0), -year, -month, -day, *within


def _occur(found: Iterable[Refs], kind: str, least: int) -> bool:
    """Whether at least so many terms of a taxonomy occur."""
    seen: set[Ref] = set()
    for refs in found:
        seen.update(refs[kind])
        if len(seen) >= least:
            return True
    return False


def page_path(slug: str) -> str:
    """The address of a paper's page on the site."""
    return f"papers/{address_of(slug)}/"


def entry_of(record: PaperRecord, terms: Refs, body: Body, *, short: bool, picture: Picture | None = None) -> Entry:
    """The entry of a paper whose terms are known. ``short``: the list has the abstracts in it."""
    path = page_path(record.slug)
    there = not body.is_empty
    states = [reference.state for refs in terms.values() for reference in refs]
    states += (record.head, path.encode(), b"%d" % there)
    states += [picture.state] if picture else []
    state = digest_all(states)
    shown = body if short and there else None
    whole = digest_all((state, body.digest)) if shown else state
    return Entry(record.slug, path, record.path, record.paper, terms, state, whole, picture, there, shown)


def _terms(row: Taxonomy, entries: Sequence[Entry], found: Sequence[Refs]) -> tuple[Term, ...]:
    """The terms of a taxonomy that occur, in its order. ``found`` are the terms of each entry."""
    grouped: dict[Ref, list[Entry]] = {}
    for entry, refs in zip(entries, found, strict=True):
        terms = refs[row.kind]
        for reference in dict.fromkeys(terms) if len(terms) > 1 else terms:
            grouped.setdefault(reference, []).append(entry)
    order = sorted(grouped, key=lambda reference: row.order(reference, len(grouped[reference])))
    return tuple([term_of(row.kind, reference, grouped[reference]) for reference in order])


def term_of(kind: str, reference: Ref, members: list[Entry]) -> Term:
    """The term of these papers, newest first."""
    digest = digest_all([reference.state, *[entry.digest for entry in members]])
    return Term(kind, reference, tuple(members), digest)
