"""YAML by PyYAML's C parser: nodes with marks, and what they say; tags, aliases and doubled keys are mistakes.

The resolvers that turn `no` into False are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode
from yaml._yaml import CParser

from publist.content.schema.kinds import KeyPath
from publist.model.paper import Plain
from publist.text.characters import name_of, unfit_escape
from publist.text.limits import DEPTH

if TYPE_CHECKING:
    from publist.content.yaml.syntax_errors import Explained

_NOTHING = ("", "~")
_CHUNK = re.compile(r"^(?=[^\s#\-\]}'\"][^\n:]*:(?:\s|$))", re.MULTILINE)


class _Parser(CParser):
    """The C parser without resolvers: a node's tag is what the text says, else None."""

    def descend_resolver(self, _node: Any, _index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> None:
        pass


class Root(NamedTuple):
    """A top node and where its text begins in the file."""

    start: int
    node: Node


def read(text: str, start: int, end: int) -> tuple[Plain, tuple[Root, ...], list[Explained]]:
    """The value of the YAML between two indices of a file's text, its top nodes, and all mistakes.

    Where it cannot be parsed as a whole, its top-level keys are parsed one by one, so that a mistake in one
    hides none in the others.
    """
    mistakes: list[Explained] = []
    root = composed(text[start:end], start, mistakes)
    if mistakes:
        return _recovered(text, start, end, mistakes)
    if root is None:
        return None, (), mistakes
    return _plain(root.node, root.start, mistakes), (root,), mistakes


def composed(block: str, start: int, mistakes: list[Explained]) -> Root | None:
    """The top node of a text that begins at ``start``; None for an empty text, and where there is a mistake."""
    try:
        if "&" in block or "*" in block:
            _refuse_aliases(block, start, mistakes)
            if mistakes:
                return None
        node = _Parser(block).get_single_node()
    except yaml.YAMLError as problem:
        from publist.content.yaml.syntax_errors import explained  # most files have no mistake

        index, message, hint = explained(problem, block)
        mistakes.append((start + index, message, hint))
        return None
    return Root(start, node) if node is not None else None


def _refuse_aliases(block: str, start: int, mistakes: list[Explained]) -> None:
    """Before nodes are made of them: a bomb of aliases must never be followed."""
    for event in yaml.parse(block, Loader=yaml.CSafeLoader):
        name = getattr(event, "anchor", None)
        if name:
            what = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            message = f"a YAML {what} (`{'*' if what == 'alias' else '&'}{name}`) cannot be used here"
            index = event.start_mark.index if event.start_mark else 0
            mistakes.append((start + index, message, "put quotes around the text, or write the value out"))


def _recovered(
    text: str, start: int, end: int, mistakes: list[Explained]
) -> tuple[Plain, tuple[Root, ...], list[Explained]]:
    """What the top-level keys say one by one; their mistakes replace that of the whole where there are any."""
    found: list[Explained] = []
    roots = []
    value: dict[str, Plain] = {}
    cuts = [start + match.start() for match in _CHUNK.finditer(text[start:end])]
    for begin, stop in zip(cuts, [*cuts, end][1:], strict=True):
        root = composed(text[begin:stop], begin, found)
        part = _plain(root.node, begin, found) if root else None
        if root and isinstance(part, dict):
            roots.append(root)
            for key in part.keys() & value.keys():
                found.append((begin, f"the key `{key}` stands here a second time", "keep one of the two"))
            value |= part
    return value, tuple(roots), found or mistakes


def plain_of(node: Node) -> Plain:
    """The plain value of a node that has been found without mistakes."""
    return _plain(node, 0, [])


def _plain(node: Node, start: int, mistakes: list[Explained], depth: int = 0) -> Plain:
    if node.tag is not None:
        hint = "put quotes around the text, or delete the tag"
        mistakes.append((start + node.start_mark.index, f"a YAML tag (`{node.tag}`) cannot be used here", hint))
    if type(node) is ScalarNode:
        return _scalar(node, start, mistakes)
    if depth >= DEPTH:
        from publist.content.yaml.syntax_errors import TOO_DEEP

        mistakes.append((start + node.start_mark.index, *TOO_DEEP))
        return None
    if type(node) is SequenceNode:
        return [_plain(item, start, mistakes, depth + 1) for item in node.value]
    return _mapping(node, start, mistakes, depth + 1)


def _scalar(node: ScalarNode, start: int, mistakes: list[Explained]) -> str | None:
    value: str = node.value
    if node.style == '"' and (found := unfit_escape(value)):
        message = f"an escape in double quotes stands for {name_of(found[0])}, which no file of a site may hold"
        mistakes.append((start + node.start_mark.index, message, "use single quotes, or double the backslash"))
    return None if value in _NOTHING and not node.style else value


def _mapping(node: Node, start: int, mistakes: list[Explained], depth: int) -> dict[str, Plain]:
    values: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        merges = key_node.value == "<<" and not key_node.style
        key = _scalar(key_node, start, mistakes) if type(key_node) is ScalarNode and not merges else None
        if not key:
            message = "`<<` (a YAML merge) cannot be used here" if merges else "a key must be a word"
            mistakes.append((start + key_node.start_mark.index, message, "write `key: value`"))
            continue
        if key in values:
            message = f"the key `{key}` stands here a second time"
            mistakes.append((start + key_node.start_mark.index, message, "keep one of the two"))
            continue
        values[key] = _plain(value_node, start, mistakes, depth)
    return values


def index_of(roots: tuple[Root, ...], at: KeyPath, *, on_key: bool) -> int:
    """Where in the file the value at ``at`` begins, or its key; as deep as the path can be followed."""
    best, depth = (roots[0].start if roots else 0), 0
    for root in roots:
        index, reached = _follow(root.node, at, on_key=on_key)
        if reached >= depth and (reached or len(roots) == 1):
            best, depth = root.start + index, reached
    return best


def _follow(node: Node, at: KeyPath, *, on_key: bool) -> tuple[int, int]:
    """Index of the deepest node on the way to ``at``, and how many steps of it were found."""
    index, depth = node.start_mark.index, 0
    for depth_now, step in enumerate(at, 1):
        found = _step(node, step)
        if found is None:
            break
        key, node = found
        wanted = key if key is not None and on_key and depth_now == len(at) else node
        index, depth = wanted.start_mark.index, depth_now
    return index, depth


def _step(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def leaves(node: Node) -> Iterator[ScalarNode]:
    """The scalars under a node in the order of the text, keys among them."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from leaves(item)
    else:
        for key, value in node.value:
            yield from leaves(key)
            yield from leaves(value)
