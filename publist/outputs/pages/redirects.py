"""Pages at former addresses: each leads to the page that is meant, without a script.

Files that stood beside the former page of a paper cannot lead on; exports.py and files.py put the paper's own in their
place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any

from publist.library.library import Entry
from publist.model.artifact import Artifact, digest
from publist.outputs.base import Context, Render, SitePlan
from publist.text.file_names import address_of
from publist.text.html_escaping import escape


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """A page for each former name that a paper's ``aliases`` and ``versions`` know."""
    for entry in plan.library.entries:
        for slug in former_keys(entry):
            yield redirect(f"papers/{address_of(slug)}/", entry.path, entry.paper.title, entry.source)
        for path in former_paths(entry):
            place = "/".join(map(address_of, path.split("/")))
            yield redirect(f"{place}/", entry.path, entry.paper.title, entry.source)


def former_paths(entry: Entry) -> tuple[str, ...]:
    """The paths that a paper's page had on a site that it was moved from."""
    return tuple(path for path in entry.paper.aliases if "/" in path)


def redirect(former: str, path: str, title: str, origin: str) -> Artifact:
    """The page at a former site path that leads to this one; ``title`` is Markdown inline."""
    inputs = (path, title, f"{posixpath.relpath(path, former)}/")
    return Artifact(f"{former}index.html", origin, "redirect", inputs, digest(repr(inputs).encode()))


def former_keys(entry: Entry) -> dict[str, str]:
    """The former names of a paper's page, each with the citation key that it had there, or nothing."""
    paper = entry.paper
    if not paper.versions and not paper.aliases:
        return {}
    keys = {slug: "" for slug in paper.aliases if _is_name(slug)}
    keys |= {version.slug: version.key for version in reversed(paper.versions) if _is_name(version.slug)}
    keys.pop(entry.slug, None)
    return keys


def _is_name(slug: str) -> bool:
    """Whether the name is that of one folder, and of none above."""
    return slug not in ("", ".", "..") and "/" not in slug


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    from publist.text.latex.plain_maths import without_markup

    path, title, way = inputs
    address = escape(way)
    name = escape(without_markup(title))
    base_url = context.config.base_url
    canonical = f'<link rel="canonical" href="{escape(base_url + path)}">\n' if base_url else ""
    return (
        f'<!doctype html>\n<html lang="{escape(context.config.language)}">\n<meta charset="utf-8">\n'
        f'<title>{name}</title>\n{canonical}<meta http-equiv="refresh" content="0; url={address}">\n'
        f'<p><a href="{address}">{name}</a></p>\n</html>\n'
    ).encode()


THEMED = False
RENDERERS: Mapping[str, Render] = {"redirect": _render}
