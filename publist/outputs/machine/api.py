"""api/papers.json, the whole list for programs, and its JSON Schema (draft 2020-12)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from publist.content.loading import Body
from publist.library.library import Entry, without_drafts
from publist.model.artifact import Artifact, digest_all
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.downloads.exports import whole

PATH = "api/papers.json"
SCHEMA_PATH = "api/papers.schema.json"
_OWN: Mapping[str, Any] = {
    "slug": {"type": "string", "description": "The paper's name on this site, unique and stable."},
    "page": {"type": "string", "format": "uri", "description": "Address of the paper's page."},
}
"""What an object has besides the keys of a paper's front matter."""


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The list and its schema, unless site.yaml says no."""
    if not plan.config.exports.api:
        return
    entries = without_drafts(plan.library.entries)
    bodies = tuple([plan.library.bodies[entry.slug] for entry in entries])
    stamp = digest_all([*[entry.digest for entry in entries], *[body.digest for body in bodies]])
    yield Artifact(PATH, "content/papers", "api", (entries, bodies), stamp)
    yield Artifact(SCHEMA_PATH, "content/site.yaml", "api-schema", (), b"")


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    """One paper a line, so that a change of one paper is a change of one line."""
    entries, bodies = inputs
    rows = [
        json.dumps(record(entry, body, context), ensure_ascii=False)
        for entry, body in zip(entries, bodies, strict=True)
    ]
    return ("[\n" + ",\n".join(rows) + "\n]\n").encode()


def record(entry: Entry, body: Body, context: Context) -> dict[str, Any]:
    """A paper as its file says it, with the topics that the site found for it.

    Left out is what is between the owner and the file: doubts of the import, and keys that publist does not know.
    """
    from publist.formats import plain_json

    titles = tuple(topic.title for topic in entry.topics)
    paper = whole(entry, body, context)._replace(topics=titles, review=(), extra={})
    (values,) = json.loads(plain_json.write((paper,)))
    page = {"page": context.config.base_url + entry.path} if context.config.base_url else {}
    return {"slug": entry.slug, **page, **values}


def _schema(inputs: tuple[Any, ...], context: Context) -> bytes:
    del inputs, context
    return (json.dumps(schema(), ensure_ascii=False, indent=2) + "\n").encode()


def schema() -> dict[str, Any]:
    """The JSON Schema of api/papers.json."""
    from publist.formats import plain_json

    found = plain_json.schema()
    item = found["items"]
    kept = {name: told for name, told in item["properties"].items() if name not in ("review", "extra")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The papers of a publist site",
        **found,
        "items": {**item, "properties": {**_OWN, **kept}, "required": ["slug", "title"]},
    }


THEMED = False
RENDERERS: Mapping[str, Render] = {"api": _render, "api-schema": _schema}
