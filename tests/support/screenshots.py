"""Takes the pictures of the docs: ``python -m tests.support.screenshots docs/gallery``.

The demonstration site in each theme, page kind and accent colour, as WebP. Words after the folder take only the
pictures whose names hold one of them.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from PIL import Image

from publist.model.settings import ACCENTS
from publist.theming.folders import SHIPPED
from tests.conftest import Site, chromium_path
from tests.support.demo_site import demo_lab, demo_site

_WIDE, _PHONE = (1280, 800), (390, 844)
_PAGES = {
    "front": "",
    "paper": "papers/echo-fields/",
    "topic": "topics/room-acoustics/",
    "person": "people/mira-solano/",
    "topics": "topics/",
}
_READY = """async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    await document.fonts.ready;
}"""


class Shot(NamedTuple):
    """A picture: the name of its file, and what it is of. ``width`` is that of the file."""

    name: str
    theme: str
    path: str = ""
    accent: str = ""
    scheme: str = ""
    size: tuple[int, int] = _WIDE
    width: int = 960
    lab: bool = False


def shots() -> Iterator[Shot]:
    """All pictures of the docs."""
    for theme in SHIPPED:
        yield from (Shot(f"{theme}-{page}", theme, path) for page, path in _PAGES.items())
        yield Shot(f"{theme}-lab", theme, lab=True)
        yield Shot(f"{theme}-members", theme, "members/", lab=True)
        yield Shot(f"{theme}-phone", theme, size=_PHONE, width=390)
        yield Shot(f"{theme}-{'light' if theme == 'gallery' else 'dark'}", theme, scheme=_other(theme))
        yield from (Shot(f"{theme}-{name}", theme, accent=name, width=480) for name in ACCENTS)


def _other(theme: str) -> str:
    """The scheme with which the theme does not begin."""
    return "light" if theme == "gallery" else "dark"


def take(browser: Any, shot: Shot, output: Path) -> bytes:
    """The picture of a page of a built site."""
    width, height = shot.size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    tab = context.new_page()
    tab.goto((output / shot.path / "index.html").as_uri())
    if shot.scheme:
        tab.evaluate("scheme => { document.documentElement.dataset.scheme = scheme; }", shot.scheme)
    tab.evaluate(_READY)
    image = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
    context.close()
    out = io.BytesIO()
    small = image.resize((shot.width, round(shot.width * height / width)), Image.Resampling.LANCZOS)
    small.save(out, "WEBP", quality=72, method=6)
    return out.getvalue()


def _files(shot: Shot) -> Mapping[str, str | bytes]:
    return demo_lab(shot.theme) if shot.lab else demo_site(shot.theme, shot.accent)


def main() -> None:
    """Build the sites that the pictures need, each once, and take them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where to put the pictures")
    parser.add_argument("words", nargs="*", help="only pictures whose names hold one of these words")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    chosen = [shot for shot in shots() if not options.words or any(word in shot.name for word in options.words)]
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for shot in chosen:
            site = Site(Path(folder) / f"{shot.theme}-{shot.accent}-{shot.lab}")
            if not site.output.exists():
                site.write(dict(_files(shot)))
                site.build()
            target = options.folder / f"{shot.name}.webp"
            target.write_bytes(take(browser, shot, site.output))
            print(f"{target} {target.stat().st_size // 1000} kB")
        browser.close()


if __name__ == "__main__":
    main()
