"""The short way for edits of abstracts: what shows them is rendered anew, and the rest of the plan stands.

It is taken only where the whole plan would differ from that of the last build in nothing else. Whatever else has
changed, or is not plain to see, leads to ``None``, and the build plans the whole list as ever.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

from publist.build.library_cache import CachedLibrary, ListPosition
from publist.build.list_pieces import ListPieces
from publist.build.paper_cache import CachedPapers
from publist.build.render_context import SharedInputs, shared_inputs_of, with_fingerprints
from publist.build.search_index import Searched, searched, searched_again
from publist.cache.file_signatures import Signature
from publist.cache.store import Cache
from publist.content import content_folder, loading
from publist.content.loading import Body, Content
from publist.content.settings_file import Config, with_base_url
from publist.library.library import Library, term_of
from publist.library.people import Identities
from publist.library.topic_matching import match_paper
from publist.model.artifact import Artifact, digest_all, placed
from publist.outputs.base import SitePlan
from publist.outputs.csl.site_styles import has_csl
from publist.outputs.downloads import exports
from publist.outputs.downloads.paper_texts import API, KnownText, Member, Members
from publist.outputs.machine import api, feeds
from publist.outputs.output_size import with_output
from publist.outputs.owner_views import with_title
from publist.outputs.pages import paper
from publist.outputs.pages.related import RelatedInputs, about, around, is_telling, near, shown, telling_authors
from publist.outputs.site_view import Overviews
from publist.theming import theme


class AbstractEdit(NamedTuple):
    """The artifacts that show the edited abstracts, with their fingerprints, what all files share and what is searched.

    ``places`` are those after the edit.
    """

    artifacts: list[tuple[Artifact, bytes]]
    scene: SharedInputs
    searched: Searched
    places: Mapping[str, Any]


class Edit(NamedTuple):
    """What has been edited where. ``places`` are those of the last build, as ``places.packed`` gives them.

    ``found`` are the signatures of all files, ``edited`` the papers among them that differ from the last build,
    ``pieces`` are those of the files of several papers, ``now`` is the time of ``found`` in ns.
    """

    site: str
    cache: Cache
    found: dict[str, Signature]
    edited: Sequence[str]
    places: Mapping[str, Any]
    pieces: ListPieces
    base_url: str | None
    now: int


def plan_abstract_edit(edit: Edit) -> AbstractEdit | None:
    """The short way for an edit, None where it cannot be taken."""
    others = {path: row for path, row in edit.found.items() if not path.startswith(content_folder.PAPERS + "/")}
    small = loading.small_files(edit.site, others)
    config = with_title(with_base_url(small.config, edit.base_url), small.people)
    if has_csl(config):
        return None  # the cache has their references, for whole lists
    if any(person.former_names for person in small.people):
        return None  # the cache has the names as printed
    try:
        return _retouched(edit, small._replace(config=config))
    except KeyError:  # the cache does not know a paper as the last build did
        return None


def _retouched(edit: Edit, small: Content) -> AbstractEdit | None:
    kept = CachedPapers(edit.cache, edit.found, edit.places["heads"])
    places = CachedLibrary(edit.places, kept.records, kept.body)
    if len(places) <= small.config.abstracts:
        return None  # lists show the abstracts
    bodies = _Bodies(kept)
    digests = edit.places["bodies"]
    former = {slug: Body(path, digests[slug], None) for path in edit.edited for slug in [content_folder.slug_of(path)]}
    for path, slug in zip(edit.edited, former, strict=True):
        body = kept.edited(edit.site, path, edit.found[path], edit.now)
        if body is None or _asked(edit.site, small, kept, body) != places.matches.get(slug, ()):
            return None
        bodies[slug] = body
    small = small._replace(config=with_output(small.config, len(places)))
    spots = [spot for slug in bodies if (spot := places.spot(slug))]
    chosen = theme.load(edit.site, small.config.theme)
    pages = tuple(page for page in small.pages if not page.draft)
    scene, _ = shared_inputs_of(edit.cache.signature, small.config, chosen, pages, Overviews(*places.has))
    kept.save(edit.edited)
    plan = _plan(edit.site, scene, _excerpt(places, small.config, bodies), spots)
    lists = _lists(plan, spots, former, edit.pieces)
    now = searched(small.config, [spot.entry for spot in spots], bodies, edit.cache.signature)
    return AbstractEdit(
        with_fingerprints(placed((*_showing(plan, places, spots, edit.pieces.made), *lists)), scene),
        scene,
        searched_again(now, places.paths, edit.cache),
        {**edit.places, "bodies": digests | {slug: body.digest for slug, body in bodies.items()}},
    )


class _Bodies(dict[str, Body]):
    """The abstracts of papers: those that were edited with their text, the others as the cache knows them."""

    def __init__(self, kept: CachedPapers) -> None:
        super().__init__()
        self._kept = kept

    def __missing__(self, slug: str) -> Body:
        return self._kept.body(slug)


def _asked(site: str, small: Content, kept: CachedPapers, body: Body) -> tuple[str, ...]:
    """The topics that the paper's text asks for now."""
    if not any(topic.match for topic in small.topics):
        return ()
    slug = content_folder.slug_of(body.path)
    return match_paper(small.topics, kept.records([slug])[slug].paper, loading.body_text(site, body))


def _excerpt(places: CachedLibrary, config: Config, bodies: Mapping[str, Body]) -> Library:
    """As much of the library as the files of these papers are planned from: the newest papers."""
    return Library(
        entries=places.newest(config.feed.limit),
        bodies=bodies,
        taxonomies=(),
        grouped={},
        topic_files={},
        identities=Identities({}, {}, {}, {}, {}),
        pdfs={},
        refs_of=lambda _: {},  # nothing is grouped here
    )


def _lists(
    plan: SitePlan, spots: Sequence[ListPosition], former: Mapping[str, Body], pieces: ListPieces
) -> Iterator[Artifact]:
    """Every file of several papers with one of these abstracts: as it was, but for them. KeyError if that is unknown.

    ``former`` are the abstracts as the last build knew them.
    """
    before = plan._replace(library=plan.library._replace(bodies=former))
    changed: dict[tuple[str, str], dict[bytes, Member]] = {}
    for entry in (spot.entry for spot in spots):
        for kind, path in exports.lists_with(entry, plan.config):
            old, new = exports.member_of(entry, before), exports.member_of(entry, plan)
            changed.setdefault((kind, path), {})[old.digest] = new
        if plan.config.exports.api:
            old, new = api.member_of(entry, before), api.member_of(entry, plan)
            changed.setdefault((API, api.PATH), {})[old.digest] = new
    for (kind, path), new_ones in changed.items():
        digests = pieces.digests(unquote(path))
        if digests and not new_ones.keys() <= set(digests):
            raise KeyError(path)
        if digests:
            members = tuple([new_ones.get(digest) or KnownText(digest) for digest in digests])
            stamp = digest_all([member.digest for member in members])
            made = pieces.made[unquote(path)]
            renderer = API if kind == API else "export"
            yield Artifact(path, "content/papers", renderer, Members(kind, members), stamp, made.local)


def _plan(site: str, scene: SharedInputs, library: Library, spots: Sequence[ListPosition]) -> SitePlan:
    return SitePlan(
        folder=site,
        config=scene.config,
        library=library,
        pages=(),
        files=(),
        static=(),
        theme=scene.theme,
        assets={},
        keys={spot.entry.slug: spot.key for spot in spots},
        near={},
    )


def _showing(
    plan: SitePlan, places: CachedLibrary, spots: Sequence[ListPosition], made: Container[str]
) -> Iterator[Artifact]:
    """Every file that shows the abstract of one of these papers, but for lists of several."""
    config = plan.config
    for spot in spots:
        yield paper.page(plan, spot.entry, spot.newer, spot.older, _around(places, spot, config.related))
        yield from exports.paper_files(plan, spot.entry)
    if any(spot.number < config.feed.limit for spot in spots):
        yield from feeds.site_feeds(plan)
    terms = {ref: kind for spot in spots for kind, refs in spot.entry.terms.items() for ref in refs}
    for ref, kind in terms.items():
        paths = {media: path for media, path in feeds.feeds_of(kind, ref, config).items() if unquote(path) in made}
        newest = places.members(kind, ref)[: config.feed.limit] if paths else []
        if any(spot.number in newest for spot in spots):
            yield from feeds.feeds_with(ref, paths, plan.library, places.entries(newest))


def _around(places: CachedLibrary, spot: ListPosition, limit: int) -> tuple[RelatedInputs, bytes]:
    """What is around a paper, as ``Surroundings`` says it."""
    topics, people = [], []
    for ref in spot.entry.topics if limit else ():
        numbers = places.members("topic", ref)
        topics.append((about(len(numbers)), places.entries(numbers[near(numbers.index(spot.number))])))
    for ref in telling_authors(spot.entry) if limit else ():
        numbers = places.members("person", ref)
        if is_telling(ref, len(numbers)):
            term = term_of("person", ref, list(places.entries(numbers)))
            people.append((term, b""))
    inputs, _ = around(limit, topics, people)
    return inputs, shown(spot.entry, inputs) if limit else b""
