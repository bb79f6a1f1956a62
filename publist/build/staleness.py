"""Which artifacts must be rendered, and why: pure, from what was built last and what is planned now."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from publist.model.artifact import Artifact

SHARED = 8
"""So many first bytes of a fingerprint stand for what all files share; the others for the file's own inputs."""


class BuiltFile(NamedTuple):
    """An output file as the last build left it: fingerprint of its inputs, size in bytes, time of change in ns.

    ``local`` is that of its artifact.
    """

    fingerprint: bytes
    size: int
    mtime: int
    local: bool = False


class Decision(NamedTuple):
    """Whether an artifact is rendered; ``reason`` says why in words."""

    stale: bool
    reason: str


def decide(artifact: Artifact, fingerprint: bytes, made: BuiltFile | None, there: tuple[int, int] | None) -> Decision:
    """Decide for one artifact. ``there`` is size and time of the file in the output folder, None if it is gone."""
    if made is None:
        return Decision(True, "it was not built before")
    if made.fingerprint[:SHARED] != fingerprint[:SHARED]:
        return Decision(True, "the settings, the theme or publist itself has changed")
    if made.fingerprint != fingerprint:
        return Decision(True, f"what it shows has changed: {artifact.origin}, or another paper or term on it")
    if there is None:
        return Decision(True, "its file is gone from the output folder")
    if there != (made.size, made.mtime):
        return Decision(True, "its file was changed by somebody else since it was built")
    return Decision(False, "nothing that it is made of has changed")


def stale(
    planned: Iterable[tuple[Artifact, bytes]],
    manifest: Mapping[str, BuiltFile],
    differing: Container[str],
) -> list[tuple[Artifact, bytes]]:
    """The artifacts to render, in order. ``differing`` are the files that are not as ``manifest`` says."""
    return [
        (artifact, fingerprint)
        for artifact, fingerprint in planned
        if (made := manifest.get(artifact.path)) is None
        or made.fingerprint != fingerprint
        or artifact.path in differing
    ]
