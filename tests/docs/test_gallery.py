"""The gallery of the docs: every picture that the command takes is there, shown and small."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from tests.conftest import ROOT, Site
from tests.support.demo_site import demo_site
from tests.support.screenshots import shots, take

_FOLDER = ROOT / "docs" / "gallery"
_MOST = 50_000
"""Bytes of a picture: the whole gallery stays under a megabyte."""


def test_the_gallery_shows_what_the_command_takes() -> None:
    """A picture for each theme, page kind, scheme and accent, none besides, each named in docs/gallery.md."""
    names = {f"{shot.name}.webp" for shot in shots()}
    assert {path.name for path in _FOLDER.iterdir()} == names
    text = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    assert [name for name in sorted(names) if f"(gallery/{name})" not in text] == []
    assert text.count("(gallery/") == len(names)


def test_the_pictures_are_small() -> None:
    """None is heavier than 50 kB, and all together weigh less than a megabyte."""
    sizes = [path.stat().st_size for path in _FOLDER.iterdir()]
    assert max(sizes) <= _MOST
    assert sum(sizes) < 1_000_000


def test_the_moving_picture_of_readme_is_light() -> None:
    """It moves, and readers on slow lines have it soon: half a megabyte at most."""
    path = ROOT / "docs" / "first-minute.webp"
    assert "(docs/first-minute.webp)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert path.stat().st_size <= 500_000
    with Image.open(path) as moving:
        assert (moving.format, getattr(moving, "n_frames", 1) > 10) == ("WEBP", True)


@pytest.mark.browser
def test_a_picture_is_of_the_page_that_it_names(site: Site, browser: Any) -> None:
    """Taken in the size that it promises; the dark one is dark."""
    site.write(demo_site())
    site.build()
    wanted = {shot.name: shot for shot in shots()}
    light, dark = (Image.open(io.BytesIO(take(browser, wanted[name], site.output))) for name in _PAIR)
    assert light.size == dark.size == (960, 600)
    shades = [image.convert("L").histogram() for image in (light, dark)]
    assert sum(shades[0][200:]) > sum(shades[0][:60]) * 3
    assert sum(shades[1][:60]) > sum(shades[1][200:]) * 3


_PAIR = ("default-front", "default-dark")
