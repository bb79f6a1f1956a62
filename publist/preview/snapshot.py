"""The site at one moment: a plan, and the papers that were revised since it was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from publist.build.library_cache import packed
from publist.build.plan import BuildPlan
from publist.build.render import Job, new_context
from publist.build.staleness import BuiltFile
from publist.build.unchanged import Before
from publist.content.loading import Body
from publist.library.library import Entry
from publist.model.artifact import Artifact, digest_all
from publist.outputs.base import Context
from publist.outputs.registry import RENDERERS


class Snapshot(NamedTuple):
    """What is needed to render any file of the site.

    ``artifacts`` by site path; ``places`` are the papers' places in the list by slug; ``entries`` (by slug) and
    ``bodies`` (by source) are those revised since the plan was made.
    """

    ready: BuildPlan
    artifacts: Mapping[str, Artifact]
    places: Mapping[str, int]
    context: Context
    entries: Mapping[str, Entry]
    bodies: Mapping[str, Body]

    def render(self, path: str) -> bytes:
        """The bytes of a file of the site, the same that a build writes. PublistError if it cannot be rendered."""
        artifact = self.artifacts[path]
        inputs = self.current(artifact.inputs)
        return RENDERERS[artifact.kind](inputs, self.context)

    def current(self, value: Any) -> Any:
        """An artifact's inputs with every revised paper in the place of what it was when the plan was made."""
        kind = type(value)
        if kind is Entry:
            return self.entries.get(value.slug, value)
        if kind is Body:
            return self.bodies.get(value.path, value)
        if not self.bodies or not isinstance(value, tuple):
            return value
        items = [self.current(item) for item in value]
        changed = [new for new, old in zip(items, value, strict=True) if new is not old]
        if not changed:
            return value
        if not hasattr(value, "_make"):
            return tuple(items)
        made = value._make(items)
        # Rendered parts are kept by the digest of what they were made from: another value has another digest.
        return made._replace(digest=_digest(value.digest, changed)) if hasattr(value, "digest") else made


def _digest(old: bytes, changed: list[Any]) -> bytes:
    return digest_all([old, *[part.digest for part in changed if hasattr(part, "digest")]])


def before(snapshot: Snapshot) -> Before:
    """What a new plan finds, as after a build: of papers and terms that stay as they are it keeps the files.

    The snapshot is of a plan without errors.
    """
    ready = snapshot.ready
    made = {path: BuiltFile(b"", 0, 0, artifact.local) for path, artifact in snapshot.artifacts.items()}
    places = packed(ready.content, ready.library, ready.keys, ready.matches, ready.scene)
    return Before(places, made, frozenset())


def snapshot_of(site: str, cache: str, ready: BuildPlan, former: Snapshot | None = None) -> Snapshot:
    """A fresh plan as a snapshot; the files that it keeps are those of the ``former`` one.

    PublistError if the theme's templates cannot be compiled.
    """
    context = new_context(Job(folder=site, tree="", cache=cache, scene=ready.scene))
    artifacts = {path: former.artifacts[path] for path in ready.kept} if former else {}
    artifacts |= {artifact.path: artifact for artifact, _ in ready.artifacts}
    places = {entry.slug: place for place, entry in enumerate(ready.library.entries)}
    return Snapshot(ready, artifacts, places, context, {}, {})
