"""From content to the list of all artifacts: everything a build must know before it renders."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from publist import content as contents
from publist import library
from publist.artifact import Artifact, without_collisions
from publist.cache import Cache
from publist.config import Config
from publist.content import Signature
from publist.errors import Problem
from publist.outputs.base import Plan
from publist.outputs.exports import keys_of
from publist.outputs.registry import OUTPUTS
from publist.outputs.sitewide import SiteView, site_view
from publist.taxonomy.matching import match_topics
from publist.theming import options as themeoptions
from publist.theming import theme
from publist.theming.theme import Theme

if TYPE_CHECKING:
    from concurrent.futures import Executor


class Ready(NamedTuple):
    """A planned build. ``artifacts`` come with the fingerprint of all that they are made of.

    ``digest`` stands for everything that all pages share: settings, theme, code. ``content``, ``library`` and
    ``matches`` (the topics that each paper's text asks for) are what the plan was made from.
    """

    artifacts: list[tuple[Artifact, bytes]]
    problems: tuple[Problem, ...]
    papers: int
    config: Config
    base_url: str
    theme: Theme
    site: SiteView
    digest: bytes
    content: contents.Content
    library: library.Library
    matches: Mapping[str, tuple[str, ...]]


def make_plan(
    site: str, found: dict[str, Signature], cache: Cache, executor: Executor | None, base_url: str | None, now: int
) -> Ready:
    """Plan the site in a folder. ``base_url`` overrides that of site.yaml; ``now`` is the time of ``found`` in ns.

    Problems of the content are in the result; PublistError only for what leaves no plan (a theme that is not whole).
    """
    content = contents.read(site, found, cache, executor, now)
    config = content.config
    if base_url is not None:
        config = config._replace(base_url=base_url.rstrip("/") + "/" if base_url else "")
    chosen = theme.load(site, config.theme)
    matches = match_topics(site, content, cache)
    joined = library.build(content, matches)
    _, unsuited = themeoptions.read(chosen.options, config.theme_options, chosen.name)
    view = site_view(config, chosen, config.base_url, content.pages, joined)
    plan = Plan(
        folder=site,
        config=config,
        library=joined,
        pages=content.pages,
        files=content.assets,
        theme=chosen,
        assets=theme.built_assets(chosen, config.accent),
        base_url=config.base_url,
        keys=_keys(joined, config),
    )
    shared = blake2b(repr((cache.signature, config)).encode(), digest_size=8).digest()
    themed = blake2b(repr((shared, chosen.digest, view)).encode(), digest_size=8).digest()
    artifacts, collisions = without_collisions(artifact for output in OUTPUTS for artifact in output.plan(plan))
    stamps = {kind: themed if output.THEMED else shared for output in OUTPUTS for kind in output.RENDERERS}
    return Ready(
        artifacts=[(artifact, stamps[artifact.kind] + artifact.fingerprint) for artifact in artifacts],
        problems=(*content.problems, *unsuited, *collisions),
        papers=len(joined.entries),
        config=config,
        base_url=config.base_url,
        theme=chosen,
        site=view,
        digest=themed,
        content=content,
        library=joined,
        matches=matches,
    )


def _keys(joined: library.Library, config: Config) -> dict[str, str]:
    """The citation key of each paper among all of them, if the site has files that need it."""
    if not config.exports.per_paper and not config.exports.lists:
        return {}
    keys = keys_of(joined.entries)
    return {entry.slug: key for entry, key in zip(joined.entries, keys, strict=True)}
