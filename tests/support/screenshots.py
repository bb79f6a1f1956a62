"""Takes pictures of the built site: ``python tests/support/screenshots.py FOLDER``.

Index, paper, topic, person and search at 390 and 1280 px, light and dark; with ``--readme`` the picture of README.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright

from tests.conftest import ROOT, chromium_path

PAGES = {
    "index": "",
    "paper": "papers/learning-compact-recurrent-neural-networks/",
    "topic": "topics/speech-recognition/",
    "person": "people/zhiyun-lu/",
    "search": "search/",
}


def main() -> None:
    """Take the pictures of the site in output/."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where to put the pictures")
    parser.add_argument("--readme", action="store_true", help="only the picture of README")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    shots = [("index", "", 1280, "light")] if options.readme else _all_shots()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for name, path, width, scheme in shots:
            context = browser.new_context(
                viewport={"width": width, "height": 840}, color_scheme="dark" if scheme == "dark" else "light"
            )
            page = context.new_page()
            page.goto((ROOT / "output" / path / "index.html").as_uri())
            target = options.folder / (f"{name}.png" if options.readme else f"{name}-{width}-{scheme}.png")
            page.screenshot(path=target, full_page=not options.readme)
            context.close()
            print(target)
        browser.close()


def _all_shots() -> list[tuple[str, str, int, str]]:
    there = {name: path for name, path in PAGES.items() if (ROOT / "output" / path / "index.html").exists()}
    return [
        (name, path, width, scheme)
        for name, path in there.items()
        for width in (390, 1280)
        for scheme in ("light", "dark")
    ]


if __name__ == "__main__":
    main()
