"""The nodes of a template, gathered in one walk: Jinja's own walks take as long as to parse it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2.nodes import Node

Nodes = Sequence[tuple[Node, Node]]
"""Each node below a template with the node above it, in the order of the text."""


def nodes_of(tree: Node) -> Nodes:
    """All nodes of a template."""
    found: list[tuple[Node, Node]] = []
    _gather(tree, found)
    return found


def _gather(above: Node, found: list[tuple[Node, Node]]) -> None:
    for node in _children(above):
        found.append((node, above))
        _gather(node, found)


def _children(above: Node) -> Iterator[Node]:
    for field in above.fields:
        value = getattr(above, field, None)
        for item in value if isinstance(value, list) else (value,):
            if isinstance(item, Node):
                yield item
