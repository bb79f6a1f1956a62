"""Takes README's moving picture: ``python -m tests.support.animation docs/first-minute.webp``.

A list is imported, the site appears; a line is added to a paper's file, and the page shows it as soon as it is saved.
What stands at the right are screenshots of the real preview.
"""

from __future__ import annotations

import base64
import io
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image

from tests.conftest import Site, chromium_path
from tests.support.demo_site import demo_site
from tests.support.running_preview import serving

_SIZE = {"width": 1040, "height": 520}
_PAGE = {"width": 900, "height": 790}
_FILE = "content/papers/birdsong-atlas.md"
_ADDED = 'awards: [Best paper award]\nsummary: "What a city sings at four in the morning."\n'
_FRAME = """<!doctype html><meta charset="utf-8"><style>
* {{ box-sizing: border-box; margin: 0 }}
body {{ display: grid; grid-template-columns: 440px 1fr; height: 520px }}
body {{ background: #e7e3da; font: 13px/1.55 monospace }}
pre {{ margin: 14px 0 14px 14px; padding: 14px 16px; background: #1f1b16; color: #ece7dd; border-radius: 8px }}
pre {{ overflow: hidden; white-space: pre-wrap }}
pre b {{ color: #f0b48f; font-weight: 400 }} pre i {{ color: #9a9388; font-style: normal }}
div {{ margin: 14px; background: #fff; border-radius: 8px; overflow: hidden; border: 1px solid #cfc8ba }}
img {{ width: 100%; display: block }}
</style><pre>{text}</pre><div>{image}</div>"""
_LOGGED = (
    "<i>$</i> publist import ~/my-papers.bib\nImported 12 papers\n",
    "<i>$</i> publist serve --open\nPreview at http://127.0.0.1:8000/\n",
)


def frames(browser: Any, folder: Path) -> Iterator[tuple[bytes, int]]:
    """Each frame as PNG, with the time for which it stands, in ms."""
    site = Site(folder)
    site.write(demo_site())
    settings = folder / "content/site.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}search: false\n", encoding="utf-8")
    file = folder / _FILE
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("summary"))
    file.write_text(text, encoding="utf-8")
    with serving(site) as preview:
        tab = browser.new_context(viewport=_PAGE).new_page()
        tab.goto(f"{preview.url}papers/birdsong-atlas/")
        first = _shown(tab)
        tab.goto(preview.url)
        front = _shown(tab)
        draw = browser.new_context(viewport=_SIZE).new_page()
        yield _drawn(draw, _LOGGED[0], ""), 1400
        yield _drawn(draw, "\n".join(_LOGGED), front), 2600
        head, _, rest = text.partition("volume:")
        for typed in range(0, len(_ADDED) + 1, 4):
            yield _drawn(draw, _editor(head, _ADDED[:typed], f"volume:{rest}"), first), 90
        tab.goto(f"{preview.url}papers/birdsong-atlas/")
        tab.wait_for_selector("publist-preview", state="attached")
        file.write_text(f"{head}{_ADDED}volume:{rest}", encoding="utf-8")
        tab.get_by_text("Best paper award").first.wait_for()
        saved = _editor(head, _ADDED, f"volume:{rest}", "<i>saved</i>")
        yield _drawn(draw, saved, _shown(tab)), 3400


def _editor(head: str, added: str, rest: str, note: str = "") -> str:
    """The paper's file as an editor shows it."""
    return f"<i>{_FILE}</i>  {note}\n\n{escape(head)}<b>{escape(added)}</b>{escape(rest)}"


def _shown(tab: Any) -> str:
    """What the preview shows, as an image element."""
    tab.wait_for_load_state("networkidle")
    picture = base64.b64encode(tab.screenshot()).decode()
    return f'<img src="data:image/png;base64,{picture}">'


def _drawn(draw: Any, text: str, image: str) -> bytes:
    draw.set_content(_FRAME.format(text=text, image=image))
    return bytes(draw.screenshot())


def main() -> None:
    """Take the frames and write them as one animated WebP."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        taken = list(frames(browser, Path(folder)))
        browser.close()
    images = [Image.open(io.BytesIO(picture)).convert("RGB") for picture, _ in taken]
    target = Path(sys.argv[1])
    times = [time for _, time in taken]
    images[0].save(target, save_all=True, append_images=images[1:], duration=times, loop=0, quality=70, method=6)
    print(f"{target}: {len(images)} frames, {sum(times) / 1000:.1f} s, {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
