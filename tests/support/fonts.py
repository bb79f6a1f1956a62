"""Makes the default theme's font files: ``python -m tests.support.fonts FOLDER``.

FOLDER is the unpacked npm package @fontsource/source-serif-4 (``npm pack @fontsource/source-serif-4``; OFL 1.1): Source
Serif 4 in its text size, as WOFF2, cut into scripts. The files are taken as they are; ``fonts.css`` says by
``unicode-range`` when a browser needs which. The fallback faces have the width of Source Serif 4, so that lines do not
break elsewhere when the font arrives: its mean advance over letters as English has them, divided by theirs.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

ASSETS = ROOT / "themes" / "default" / "assets"
SCRIPTS = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic")
FACES = ((400, "normal"), (400, "italic"), (600, "normal"))
FALLBACKS = (
    ("Georgia", ("Georgia", "Gelasio"), 108.5),
    ("Times", ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman"), 119),
    ("DejaVu", ("DejaVu Serif", "Bitstream Vera Serif"), 93),
)
BOLD_FALLBACKS = (
    ("Times", ("Times New Roman Bold", "Liberation Serif Bold", "Tinos Bold", "Nimbus Roman Bold"), 112),
    ("DejaVu", ("DejaVu Serif Bold", "Bitstream Vera Serif Bold"), 85.5),
)
COPYRIGHT = "© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.\n"
HEAD = """\
/* Source Serif 4 (OFL 1.1, fonts/OFL.txt). Made by tests/support/fonts.py: change it there.
   A theme without web fonts sets the option `fonts: system`; one with others brings its own fonts.css. */
"""


def main(package: Path) -> None:
    """Copy the font files and write the stylesheet that names them."""
    target = ASSETS / "fonts"
    target.mkdir(exist_ok=True)
    ranges = json.loads((package / "unicode.json").read_text())
    rules = [*_fallbacks(), *_faces(package / "files", target, ranges)]
    licence = (package / "LICENSE").read_text().removeprefix("Google Inc.\n")
    (target / "OFL.txt").write_text(COPYRIGHT + licence)
    families = ", ".join(f'"Source Serif 4 as {name}"' for name, _, _ in FALLBACKS)
    root = f':root {{\n  --serif: "Source Serif 4", {families}, Charter, Cambria, "Noto Serif", serif;\n}}\n'
    (ASSETS / "fonts.css").write_text(HEAD + "\n".join(rules) + "\n" + root)


def _faces(files: Path, target: Path, ranges: dict[str, str]) -> Iterator[str]:
    for weight, style in FACES:
        for script in SCRIPTS:
            name = f"source-serif-{script}-{weight}{'-italic' if style == 'italic' else ''}.woff2"
            shutil.copyfile(files / f"source-serif-4-{script}-{weight}-{style}.woff2", target / name)
            yield (
                f'@font-face {{ font-family: "Source Serif 4"; font-style: {style}; font-weight: {weight}; '
                f"font-display: swap; src: url(fonts/{name}) format(woff2); unicode-range: {ranges[script]}; }}"
            )


def _fallbacks() -> Iterator[str]:
    for weight, faces in ((400, FALLBACKS), (600, BOLD_FALLBACKS)):
        for name, locals_, width in faces:
            sources = ", ".join(f'local("{local}")' for local in locals_)
            family = f'"Source Serif 4 as {name}";' + (f" font-weight: {weight};" if weight > 400 else "")
            yield f"@font-face {{ font-family: {family} src: {sources}; size-adjust: {width}%; }}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
