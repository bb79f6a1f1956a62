"""What all files of a build share: settings, theme, navigation, and the digests that stand for them."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from publist.content.settings_file import Config
from publist.content.topic_file import PageFile
from publist.model.artifact import Artifact
from publist.model.problems import Problem
from publist.outputs.csl.style import CslStyle
from publist.outputs.registry import OUTPUTS
from publist.outputs.site_view import Overviews, SiteView, site_view
from publist.theming import options as themeoptions
from publist.theming.theme import Theme


class SharedInputs(NamedTuple):
    """Settings and theme of one build, as plain values, so that they can also travel to another machine.

    ``site`` is what templates see of them, ``has`` says of what the site has overviews, ``styles`` are citation styles
    in CSL. ``shared`` stands for settings and code, ``digest`` for the theme too.
    """

    config: Config
    theme: Theme
    site: SiteView
    has: Overviews
    styles: tuple[CslStyle, ...]
    shared: bytes
    digest: bytes


def shared_inputs_of(
    signature: str,
    config: Config,
    theme: Theme,
    pages: tuple[PageFile, ...],
    has: Overviews,
    styles: tuple[CslStyle, ...] = (),
) -> tuple[SharedInputs, tuple[Problem, ...]]:
    """The scene, and what is wrong with the theme's options.

    ``signature`` stands for the code, ``has`` says of what the site has overviews, ``styles`` are those in CSL.
    """
    _, unsuited = themeoptions.read(theme.options, config.theme_options, theme.name)
    view = site_view(config, theme, pages, has)
    shared = blake2b(repr((signature, config, styles)).encode(), digest_size=8).digest()
    digest = blake2b(repr((shared, theme.digest, view)).encode(), digest_size=8).digest()
    return SharedInputs(config, theme, view, has, styles, shared, digest), tuple(unsuited)


def with_fingerprints(artifacts: Iterable[Artifact], scene: SharedInputs) -> list[tuple[Artifact, bytes]]:
    """Each artifact with the fingerprint of all that it is made of: what all share, then its own inputs."""
    stamps = {kind: scene.digest if output.THEMED else scene.shared for output in OUTPUTS for kind in output.RENDERERS}
    return [(artifact, stamps[artifact.kind] + artifact.fingerprint) for artifact in artifacts]
