"""The short way for edits of abstracts: what shows them is rendered anew, and the rest of the plan stands.

It is taken only where the whole plan would differ from that of the last build in nothing else. Whatever else has
changed, or is not plain to see, leads to ``None``, and the build plans the whole list as ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from publist.build.library_cache import CachedLibrary, ListPosition
from publist.build.paper_cache import CachedPapers
from publist.build.render_context import SharedInputs, shared_inputs_of, with_fingerprints
from publist.cache.file_signatures import Signature
from publist.cache.store import Cache
from publist.content import content_folder, loading
from publist.content.loading import Body, Content
from publist.content.settings_file import Config, with_base_url
from publist.library.library import Entry, Library
from publist.library.people import Identities
from publist.library.taxonomies import TAXONOMIES
from publist.library.terms import Ref
from publist.library.topic_matching import match_paper
from publist.model.artifact import Artifact, placed
from publist.outputs.base import SitePlan
from publist.outputs.csl.site_styles import has_csl
from publist.outputs.downloads import exports
from publist.outputs.machine import feeds
from publist.outputs.output_size import with_output
from publist.outputs.owner_views import site_name
from publist.outputs.pages import paper
from publist.outputs.pages.related import RELATING, Surroundings
from publist.outputs.pages.search import available
from publist.outputs.site_view import Overviews
from publist.theming import theme


class AbstractEdit(NamedTuple):
    """The artifacts that show the edited abstracts, with their fingerprints, and what all files share."""

    artifacts: list[tuple[Artifact, bytes]]
    scene: SharedInputs


class Edit(NamedTuple):
    """What has been edited where. ``places`` are those of the last build, as ``places.packed`` gives them.

    ``found`` are the signatures of all files, ``edited`` the papers among them that differ from the last build,
    ``now`` is the time of ``found`` in ns.
    """

    site: str
    cache: Cache
    found: dict[str, Signature]
    edited: Sequence[str]
    places: Mapping[str, Any]
    base_url: str | None
    now: int


def plan_abstract_edit(edit: Edit) -> AbstractEdit | None:
    """The short way for an edit, None where it cannot be taken."""
    others = {path: row for path, row in edit.found.items() if not path.startswith(content_folder.PAPERS + "/")}
    small = loading.small_files(edit.site, others)
    config = with_base_url(small.config, edit.base_url)
    if config.exports.lists or config.exports.api or available(config):
        return None  # files that hold every abstract are made anew by an edit of one: they need all papers
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
    for path in edit.edited:
        slug = content_folder.slug_of(path)
        body = kept.edited(edit.site, path, edit.found[path], edit.now)
        if body is None or _asked(edit.site, small, kept, body) != places.matches.get(slug, ()):
            return None
        bodies[slug] = body
    small = small._replace(config=with_output(small.config, len(places)))
    spots = [spot for slug in bodies if (spot := places.spot(slug))]
    chosen = theme.load(edit.site, small.config.theme)
    pages = tuple(page for page in small.pages if not page.draft)
    has = Overviews(places.kinds, places.overviews, site_name(small.config, small.people))
    scene, _ = shared_inputs_of(edit.cache.signature, small.config, chosen, pages, has)
    kept.save(edit.edited)
    plan = _plan(edit.site, scene, _excerpt(places, spots, small.config, bodies), spots)
    return AbstractEdit(with_fingerprints(placed(_showing(plan, spots)), scene), scene)


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


def _excerpt(
    places: CachedLibrary, spots: Sequence[ListPosition], config: Config, bodies: Mapping[str, Body]
) -> Library:
    """As much of the library as the files of these papers are planned from: the newest papers, and their terms."""
    entries = [spot.entry for spot in spots]
    fed = feeds.wanted(config) and any(spot.number < config.feed.limit for spot in spots)
    fed_terms = feeds.wanted(config) and config.feed.terms
    shown = [row for row in TAXONOMIES if row.kind in places.kinds]
    wanted = tuple(row for row in shown if (fed_terms and row.feeds) or (config.related and row.kind in RELATING))
    return Library(
        entries=places.newest(config.feed.limit) if fed else (),
        bodies=bodies,
        taxonomies=wanted,
        grouped={row.kind: places.terms(row.kind, _terms_of(entries, row.kind)) for row in wanted},
        topic_files={},
        identities=Identities({}, {}, {}, {}),
        pdfs={},
        refs_of=lambda _: {},  # nothing else is grouped here
    )


def _terms_of(entries: Sequence[Entry], kind: str) -> list[Ref]:
    return [ref for entry in entries for ref in entry.terms.get(kind, ())]


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
    )


def _showing(plan: SitePlan, spots: Sequence[ListPosition]) -> Iterator[Artifact]:
    """Every file that shows the abstract of one of these papers; feeds may be among them that show none."""
    surroundings = Surroundings(plan.library, plan.config.related)
    for spot in spots:
        yield paper.page(plan, spot.entry, spot.newer, spot.older, surroundings)
        yield from exports.paper_files(plan, spot.entry)
    if plan.library.entries:
        yield from feeds.site_feeds(plan)
    yield from feeds.term_feeds(plan)
