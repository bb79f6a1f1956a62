"""api/papers.json, the whole list for programs, and its JSON Schema (draft 2020-12)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from publist.library.library import Entry, without_drafts
from publist.model.artifact import Artifact, digest_all
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.downloads.paper_texts import API, Member, Members, frame_of, text_of

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
    members = tuple([member_of(entry, plan) for entry in without_drafts(plan.library.entries)])
    stamp = digest_all([member.digest for member in members])
    yield Artifact(PATH, "content/papers", "api", Members(API, members), stamp)
    yield Artifact(SCHEMA_PATH, "content/site.yaml", "api-schema", (), b"")


def member_of(entry: Entry, plan: SitePlan) -> Member:
    """A paper with its abstract."""
    body = plan.library.bodies[entry.slug]
    return Member(entry, body, "", digest_all((entry.digest, body.digest)))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    """One paper a line, so that a change of one paper is a change of one line."""
    kind, members = inputs
    before, between, after = frame_of(kind)
    return f"{before}{between.join([text_of(member, kind, context) for member in members])}{after}".encode()


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
