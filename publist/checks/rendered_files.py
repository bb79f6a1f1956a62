"""What only the making of a file tells: pictures whose data is damaged, and letters of the CV that no font has."""

from __future__ import annotations

from collections.abc import Iterator

from publist.build.plan import BuildPlan
from publist.build.render import Job, new_context
from publist.model.problems import Problem, PublistError
from publist.outputs.downloads.pictures import read_picture
from publist.outputs.registry import RENDERERS


def unrendered(site: str, cache: str, ready: BuildPlan) -> Iterator[Problem]:
    """What the build would say of its pictures, each read once, and of its CV."""
    pictures = {artifact.inputs[0] for artifact, _ in ready.artifacts if artifact.kind == "picture"}
    for path in sorted(pictures):
        try:
            _, cut = read_picture(site, path)
            yield from [cut] if cut else []
        except PublistError as told:
            yield from told.problems
    for artifact, _ in ready.artifacts:
        if artifact.kind == "cv":
            context = new_context(Job(folder=site, tree="", cache=cache, scene=ready.scene))
            try:
                RENDERERS["cv"](artifact.inputs, context)
            except PublistError as told:
                yield from told.problems
            yield from context.told
