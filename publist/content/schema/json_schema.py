"""JSON Schema of what people write, from the tables that the readers use."""

from __future__ import annotations

from typing import Any

from publist.content.schema.cv import CV
from publist.content.schema.kinds import Kind
from publist.content.schema.paper import PAPER
from publist.content.schema.people import PEOPLE
from publist.content.schema.settings import CONFIG
from publist.content.schema.topics_and_pages import NEWS, PAGE, TOPIC

_DRAFT = "http://json-schema.org/draft-07/schema#"

_KINDS: dict[str, tuple[Kind, str]] = {
    "paper": (PAPER, "Front matter of content/papers/*.md"),
    "topic": (TOPIC, "Front matter of content/topics/*.md"),
    "page": (PAGE, "Front matter of content/pages/*.md"),
    "news": (NEWS, "Front matter of content/news/*.md"),
    "site": (CONFIG, "content/site.yaml"),
    "people": (PEOPLE, "content/people.yaml"),
    "cv": (CV, "content/cv.yaml"),
}
NAMES = tuple(_KINDS)
"""The schemas that there are."""


def schema(name: str) -> dict[str, Any]:
    """The schema of this name (one of NAMES): draft 7, which the editors know."""
    kind, title = _KINDS[name]
    return {"$schema": _DRAFT, "title": title, **_nullable(kind.schema())}


def _nullable(node: Any) -> Any:
    """Every property may be left empty: ``venue:`` says nothing, and is no mistake."""
    if isinstance(node, list):
        return [_nullable(item) for item in node]
    if not isinstance(node, dict):
        return node
    inner = {key: _nullable(value) for key, value in node.items()}
    if "properties" in node:
        required = node.get("required", ())
        inner["properties"] = {
            name: value if name in required else _or_nothing(value) for name, value in inner["properties"].items()
        }
    return inner


def _or_nothing(value: dict[str, Any]) -> dict[str, Any]:
    described: dict[str, Any] = {key: value[key] for key in ("description", "examples") if key in value}
    rest = {key: item for key, item in value.items() if key not in described}
    return {**described, "anyOf": [rest, {"type": "null"}]}
