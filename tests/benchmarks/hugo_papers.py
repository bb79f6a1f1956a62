"""The papers of a publist site as Hugo wants them, and the site of tests/benchmarks/hugo-full around them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
LEAN_FROM = 2_001
"""From so many papers on publist's default site is lean, and so is Hugo's."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TYPES = {"paper-conference": "Conference paper", "article": "Preprint", "thesis": "Thesis", "book": "Book"}


def make_site(papers: Path, target: Path) -> None:
    """A site of Hugo with the papers of a content/papers folder and the assets of publist's theme."""
    shutil.copytree(HERE / "hugo-full", target)
    assets = HERE.parent.parent / "themes" / "default" / "assets"
    shutil.copytree(assets, target / "static" / "assets")
    names = sorted(papers.glob("*.md"))
    if len(names) >= LEAN_FROM:
        with (target / "hugo.yaml").open("a", encoding="utf-8") as file:
            file.write("params: {lean: true}\n")
    folder = target / "content" / "papers"
    folder.mkdir()
    for path in names:
        stem = "index-" if path.stem in ("index", "_index") else path.stem  # a bundle to Hugo
        (folder / f"{stem}.md").write_text(converted(path.read_text(encoding="utf-8"), stem), encoding="utf-8")


def converted(text: str, stem: str) -> str:
    """A paper file with the front matter of hugo-full: terms under the names of their taxonomies, a whole date."""
    _, front, body = text.split("---\n", 2)
    said: dict[str, Any] = yaml.load(front, _LOADER)  # noqa: S506 (the safe one)
    year, month, day = [*str(said.get("date", "0001")).split("-"), "01", "01"][:3]
    people = [str(one["name"] if isinstance(one, dict) else one) for one in said.get("authors", ())]
    venue = str(said.get("venue", ""))
    kind = said.get("type") or ("paper-conference" if venue.startswith("Proceedings") else "article-journal")
    key = said.get("key") or re.sub(r"\W", "", f"{people[0].split()[-1] if people else ''}{year}{stem}").lower()
    paper = {
        "title": str(said["title"]),
        "date": f"{year}-{month}-{day}",
        "people": [name[:100] for name in people],  # a longer one is no name of a folder
        "topics": [str(topic) for topic in said.get("topics", ())],
        "venues": [venue] if venue else [],
        "years": [year],
        "types": [_TYPES.get(kind, "Article")],
        "venue": venue,
        "kind": kind,
        "key": key,
        "links": {name: str(url) for name, url in (said.get("links") or {}).items()},
    }
    return json.dumps(paper, ensure_ascii=False) + "\n\n" + body
