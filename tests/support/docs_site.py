"""Makes a site of the docs with publist itself: ``python -m tests.support.docs_site FOLDER [BASE_URL]``.

README is the front page, each page of docs/ a page of the site; links between them, and pictures, are led to their new
places. The list beside them is that of the demonstration site.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.demo_site import demo_site

ROOT = Path(__file__).resolve().parents[2]
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)(#[^)\s]*)?\)")
_MOST_CODE = 900
"""publist shows a text with a thousand backticks as it is written: of tables of names the names are then no code."""
_NAME = re.compile(r"^\| `([\w.]+)` \|", re.MULTILINE)
_PICTURES = (".png", ".webp", ".gif", ".svg")


def content(into: Path) -> None:
    """Write the content of the site: its settings and theme, the pages and their pictures, and the example's papers."""
    for name, text in demo_site(pictures=find_spec("PIL") is not None).items():
        if name.startswith(("content/papers/", "content/assets/")):
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())
    shutil.copytree(ROOT / "docs" / "site" / "themes", into / "themes")
    pages = into / "content" / "pages"
    pages.mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "site" / "site.yaml", into / "content" / "site.yaml")
    for path in (ROOT / "docs").rglob("*"):
        if path.suffix in _PICTURES:
            target = into / "content" / "assets" / path.relative_to(ROOT / "docs")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    for path in sorted((ROOT / "docs").glob("*.md")):
        (pages / path.name).write_text(page(path.read_text(encoding="utf-8"), "docs"), encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## Commands\n")[0]
    (pages / "index.md").write_text(page(readme, ""), encoding="utf-8")


def page(text: str, folder: str) -> str:
    """A Markdown file of the repository as a page: its heading is the title, its links are those of the site."""
    heading, _, body = text.partition("\n")
    body = re.sub(r"<!--.*?-->\n?", "", body)
    if body.count("`") > _MOST_CODE:
        body = _NAME.sub(r"| \1 |", body)
    led = _LINK.sub(lambda link: f"]({_led(link[1], folder)}{link[2] or ''})", body)
    return f"---\ntitle: {heading.lstrip('# ')}\ndescription: {json.dumps(_begins(body))}\n---\n{led}"


def _begins(body: str) -> str:
    """The first sentence of a text."""
    prose = [part for part in re.split(r"\n\s*\n", body) if re.match(r"[\w`*]", part) and not part.startswith("```")]
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[`*]", r"\1", " ".join(prose[0].split())) if prose else ""
    return re.split(r"(?<=[.:])\s", plain, maxsplit=1)[0]


def _led(link: str, folder: str) -> str:
    """Where a link of a file in this folder of the repository leads on the site; ValueError where it leads off it."""
    file = (ROOT / folder / link).resolve()
    if not file.is_file():
        return link  # of an example
    path = file.relative_to(ROOT).as_posix()
    if path == "README.md":
        return "/"
    if path.startswith("docs/"):
        name = path.removeprefix("docs/")
        return f"assets/{name}" if name.endswith(_PICTURES) else name.removesuffix(".md") + "/"
    raise ValueError(f"{folder or 'README.md'}: the site of the docs has no {path}")


def build(output: Path, base_url: str = "") -> str:
    """Build the site of the docs into a folder; what publist says. CalledProcessError where it fails."""
    with TemporaryDirectory() as folder:
        content(Path(folder))
        address = ["--base-url", base_url] if base_url else []
        command = [sys.executable, str(ROOT / "build.py"), "build", "--strict", "--output", str(output.resolve())]
        done = subprocess.run([*command, *address], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return done.stdout


if __name__ == "__main__":
    print(build(Path(sys.argv[1]), *sys.argv[2:3]), end="")
