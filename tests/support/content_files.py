"""The files of a site's content as a person handles them: read, edited, pasted."""

from __future__ import annotations

from tests.conftest import Site


def text(site: Site, slug: str) -> str:
    return (site.folder / f"content/papers/{slug}.md").read_text(encoding="utf-8")


def papers(site: Site) -> list[str]:
    return sorted(path.stem for path in (site.folder / "content/papers").glob("*.md"))


def edit(site: Site, slug: str, old: str, new: str) -> None:
    before = text(site, slug)
    assert old in before
    site.write({f"content/papers/{slug}.md": before.replace(old, new)})


def source(site: Site, content: str, name: str = "dblp.bib") -> None:
    site.write({f"content/sources/{name}": content})
