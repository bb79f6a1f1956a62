"""Pages at the former addresses of papers: each leads to the page where the paper is now, without a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publist.artifact import Artifact, digest
from publist.outputs.base import Context, Plan, Render
from publist.text.escaping import escape


def plan(plan: Plan) -> Iterator[Artifact]:
    """A page for each former name that a paper's ``versions`` know."""
    for entry in plan.library.entries:
        for slug in dict.fromkeys(version.slug for version in entry.paper.versions):
            if slug and slug != entry.slug and _is_name(slug):
                inputs = (entry.slug, entry.path, entry.paper.title)
                stamp = digest(repr(inputs).encode())
                yield Artifact(f"papers/{slug}/index.html", entry.source, "redirect", inputs, stamp)


def _is_name(slug: str) -> bool:
    """Whether the name is that of one folder, and of none above."""
    return "/" not in slug and slug not in (".", "..")


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    from urllib.parse import quote

    from publist.latex.mathtext import without_markup

    slug, path, title = inputs
    address = escape(f"../{quote(slug)}/")
    name = escape(without_markup(title))
    canonical = f'<link rel="canonical" href="{escape(context.base_url + quote(path))}">\n' if context.base_url else ""
    return (
        f'<!doctype html>\n<html lang="{escape(context.config.language)}">\n<meta charset="utf-8">\n'
        f'<title>{name}</title>\n{canonical}<meta http-equiv="refresh" content="0; url={address}">\n'
        f'<p><a href="{address}">{name}</a></p>\n</html>\n'
    ).encode()


THEMED = False
RENDERERS: Mapping[str, Render] = {"redirect": _render}
