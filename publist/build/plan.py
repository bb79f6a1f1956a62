"""From content to the list of all artifacts: everything a build must know before it renders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from publist.build.render_context import SharedInputs, shared_inputs_of, with_fingerprints
from publist.build.unchanged import Before, kept_files, may_collide, unchanged
from publist.cache.file_signatures import Signature
from publist.cache.store import Cache
from publist.content import loading as contents
from publist.content.settings_file import Config, with_base_url
from publist.library import library
from publist.library.changes import changes_of
from publist.library.topic_matching import match_topics
from publist.model.artifact import Artifact, placed, without_collisions
from publist.model.problems import Problem
from publist.outputs.base import SitePlan
from publist.outputs.csl.site_styles import csl_styles
from publist.outputs.downloads.exports import keys_of
from publist.outputs.downloads.pictures import in_widths, photo_in
from publist.outputs.link_views import offers_of
from publist.outputs.output_size import is_lean, with_output
from publist.outputs.owner_views import site_kind, site_name, with_title
from publist.outputs.pages.news import in_order
from publist.outputs.registry import OUTPUTS
from publist.outputs.site_view import Overviews
from publist.outputs.translations import gettext
from publist.theming import options as themeoptions
from publist.theming import theme

if TYPE_CHECKING:
    from concurrent.futures import Executor


_NEAR = "near"


class BuildPlan(NamedTuple):
    """A planned build. ``artifacts`` come with the fingerprint of all that they are made of.

    ``kept`` are files of the last build that stay as they are, and are not planned.
    ``content``, ``library``, ``keys`` (the citation keys by slug) and ``matches`` (the topics that each paper's text
    asks for) are what the plan was made from. ``is_lean_unasked``: the site is lean, as no setting says.
    """

    artifacts: list[tuple[Artifact, bytes]]
    problems: tuple[Problem, ...]
    papers: int
    scene: SharedInputs
    content: contents.Content
    library: library.Library
    keys: Mapping[str, str]
    matches: Mapping[str, tuple[str, ...]]
    is_lean_unasked: bool
    kept: frozenset[str] = frozenset()


class Asked(NamedTuple):
    """What the command says beside the settings: a ``base_url`` over that of site.yaml, and whether to show drafts.

    With what was there ``before``, only what may have changed is planned.
    """

    base_url: str | None = None
    drafts: bool = False
    before: Before | None = None


def make_plan(
    site: str,
    found: dict[str, Signature],
    cache: Cache,
    executor: Executor | None,
    asked: Asked,
    now: int,
) -> BuildPlan:
    """Plan the site in a folder. ``now`` is the time of ``found`` in ns.

    Problems of the content are in the result; PublistError only for what leaves no plan (a theme that is not whole).
    """
    content = contents.read(site, found, cache, executor, now)
    config = with_title(with_base_url(content.config, asked.base_url), content.people)
    chosen = theme.load(site, config.theme)
    shown, told = in_widths(content.pictures, themeoptions.read(chosen.options, config.theme_options, chosen.name)[0])
    content = content._replace(config=config, pictures=shown)
    shape = config.photo.shape or ("wide" if site_kind(config, content.people) == "lab" else "square")
    photo, unshown = photo_in(site, config.photo, content.assets, wide=shape == "wide")
    matches = match_topics(site, content, cache)
    joined = library.build(content, matches, gettext(config.language), cache, drafts=asked.drafts)
    unasked, config = not config.output, with_output(config, len(library.without_drafts(joined.entries)))
    content = content._replace(config=config)
    pages = tuple(page for page in content.pages if asked.drafts or not page.draft)
    near = cache.load(_NEAR) or {}
    plan = SitePlan(
        folder=site,
        config=config,
        library=joined,
        pages=pages,
        files=content.assets,
        static=content.static,
        theme=chosen,
        assets=theme.built_assets(chosen, config.accent),
        keys=_keys(joined, config),
        near={entry.slug: near[entry.slug] for entry in joined.entries if entry.slug in near},
        changes=changes_of(joined.entries),
        people=content.people,
        photo=photo,
        news=in_order(news for news in content.news if asked.drafts or not news.draft),
        cv=content.cv,
    )
    has = Overviews(joined.kinds, plan.overviews, site_name(config, content.people), offers_of(joined.entries))
    styles, unread = csl_styles(site, config, content.cv)
    scene, unsuited = shared_inputs_of(cache.signature, config, chosen, pages, has, styles)
    artifacts, collisions, kept = _planned(plan, scene, asked.before)
    if plan.near != near:
        cache.save(_NEAR, plan.near)
    return BuildPlan(
        artifacts=with_fingerprints(artifacts, scene),
        problems=(*content.problems, *unread, *unsuited, *dict.fromkeys((*told, *unshown)), *collisions),
        papers=len(joined.entries),
        scene=scene,
        content=content,
        library=joined,
        keys=plan.keys,
        matches=matches,
        is_lean_unasked=unasked and is_lean(config),
        kept=kept,
    )


def _planned(
    plan: SitePlan, scene: SharedInputs, before: Before | None
) -> tuple[list[Artifact], list[Problem], frozenset[str]]:
    """The artifacts that may have changed since the last build, collisions, and the files that stay as they are."""
    same = unchanged(before, plan.library, plan.keys, scene) if before else frozenset()
    kept = kept_files(before, same) if before and same else frozenset()
    some = plan._replace(unchanged=same)
    artifacts, collisions = without_collisions(placed(artifact for output in OUTPUTS for artifact in output.plan(some)))
    if before and kept and (collisions or may_collide(artifacts, same, before)):
        return _planned(plan, scene, None)
    return artifacts, collisions, kept


def _keys(joined: library.Library, config: Config) -> dict[str, str]:
    """The citation key of each paper among all of them, if the site has files that need it."""
    if not config.exports.per_paper and not config.exports.lists:
        return {}
    keys = keys_of(joined.entries)
    return {entry.slug: key for entry, key in zip(joined.entries, keys, strict=True)}
