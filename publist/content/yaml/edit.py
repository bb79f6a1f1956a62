"""Splices that change one value of a YAML mapping and leave every other byte as it is.

Positions come from the parser's marks, so comments, quoting, order and blank lines elsewhere are kept by
construction; a comment inside what is replaced stays as a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from publist.content.yaml import writer as yamltext
from publist.content.yaml.nodes import leaves
from publist.model.paper import Plain

_COMMENT = re.compile(r"#[^\r\n]*")
_DASH = re.compile(r"#[^\n]*|(-)")


class Splice(NamedTuple):
    """Put ``text`` in place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


Render = Callable[[str, Plain], list[str]]
"""A key and its value to lines without line feeds, indented from column 0."""


class Editor(NamedTuple):
    """Edits of one YAML text. ``start`` is where it begins in the file, whose text is ``text``."""

    text: str
    start: int
    newline: str
    plain: Callable[[Node], Plain]
    canonical: Callable[[str, Plain], Plain]
    """An item of the list under a key, as the writer would have it."""
    render: Render

    # ---- mappings ----

    def mapping(self, node: MappingNode, changes: Mapping[str, Plain], order: Sequence[str] = ()) -> Iterator[Splice]:
        """Set and (None) remove keys of a block mapping; a new key goes after its forerunners in ``order``."""
        written = {key.value: (key, value) for key, value in node.value}
        column = self._column(self.start + node.value[0][0].start_mark.index)
        for name, value in changes.items():
            if name in written:
                yield from self._entry(*written[name], name, value, column)
        for at, names in self._places(written, [name for name in changes if name not in written], order).items():
            lines = [line for name in names if changes[name] is not None for line in self.render(name, changes[name])]
            yield Splice(at, at, self._lines(lines, column))

    def _places(
        self, written: Mapping[str, tuple[Node, Node]], new: list[str], order: Sequence[str]
    ) -> dict[int, list[str]]:
        """Where the new keys go: index of a line's beginning to keys in order."""
        rank = {name: number for number, name in enumerate(order)}
        first = min(self._line_start(self.start + key.start_mark.index) for key, _ in written.values())
        places: dict[int, list[str]] = {}
        for name in sorted(new, key=lambda name: rank.get(name, len(rank))):
            mine = rank.get(name, len(rank))
            before = [value for other, (_, value) in written.items() if rank.get(other, len(rank)) <= mine]
            ends = [self._line_end(self._end(value)) for value in before]
            places.setdefault(max(ends, default=first), []).append(name)
        return places

    def _entry(self, key: Node, node: Node, name: str, value: Plain, column: int) -> Iterator[Splice]:
        if value is None:
            begin, end = self._line_start(self.start + key.start_mark.index), self._line_end(self._end(node))
            yield Splice(begin, end, self._lines(self.comments(begin, end, key, node), column))
        elif (
            isinstance(value, list)
            and _is_block(node)
            and isinstance(node, SequenceNode)
            and (items := self._items(node))
        ):
            yield from self._sequence(name, items, value)
        elif isinstance(value, dict) and _is_block(node) and isinstance(node, MappingNode):
            gone: dict[str, Plain] = {old.value: None for old, _ in node.value if old.value not in value}
            now = {old.value: self.plain(item) for old, item in node.value}
            yield from self.mapping(node, gone | {new: item for new, item in value.items() if now.get(new) != item})
        else:
            yield from self._replaced(key, node, name, value, column)

    def _replaced(self, key: Node, node: Node, name: str, value: Plain, column: int) -> Iterator[Splice]:
        """Another value: within the line where both fit there, else the whole entry anew."""
        begin, end = self.start + node.start_mark.index, self._end(node)
        lines = self.render(name, value)
        prefix = f"{yamltext.scalar(name)}: "
        if isinstance(node, (SequenceNode, MappingNode)) and node.flow_style and isinstance(value, (list, dict)):
            lines = [prefix + self._bracketed(node, value)]
        if len(lines) > 1 or _is_block(node) or _is_block_scalar(node):
            first = self._line_start(self.start + key.start_mark.index)
            last = self._line_end(end)
            kept = self.comments(first, last, key, node)
            yield Splice(first, last, self._lines([*lines, *kept], column))
            return
        yield Splice(begin, end, (" " if begin == end else "") + lines[0].removeprefix(prefix))
        if kept := self.comments(begin, end, node):
            after = self._line_end(end)
            yield Splice(after, after, self._lines(kept, column))

    # ---- lists ----

    def _items(self, node: Node) -> list[tuple[int, int, Node]]:
        """Each item of a block list with the lines that it has for itself; none if two share a line."""
        items: list[tuple[int, int, Node]] = []
        before = self._line_start(self.start + node.start_mark.index)
        for item in node.value:
            dash = self._dash(before, self.start + item.start_mark.index)
            begin, end = self._line_start(dash), self._line_end(self._end(item))
            if begin < before or self.text[begin:dash].strip() or self.text[dash] != "-":
                return []
            items.append((begin, end, item))
            before = end
        return items

    def _dash(self, begin: int, end: int) -> int:
        """The last dash of a gap that stands in no comment."""
        found = [match.start(1) for match in _DASH.finditer(self.text, begin, end) if match[1]]
        return found[-1] if found else begin

    def _sequence(self, name: str, items: list[tuple[int, int, Node]], value: list[Plain]) -> Iterator[Splice]:
        """Item by item: those that stay keep their lines, with quoting and comments."""
        from difflib import SequenceMatcher

        old = [repr(self.canonical(name, self.plain(node))) for _, _, node in items]
        column = self.text.index("-", items[0][0]) - items[0][0]
        matcher = SequenceMatcher(None, old, [repr(item) for item in value], autojunk=False)
        for what, start, stop, begin, end in matcher.get_opcodes():
            if what == "equal":
                continue
            for first, last, node in items[start:stop]:
                yield Splice(first, last, self._lines(self.comments(first, last, node), column))
            at = items[stop - 1][1] if stop else items[0][0]
            new = yamltext.items(value[begin:end], 0)
            if new:
                yield Splice(at, at, self._lines(new, column))

    def _bracketed(self, node: Node, value: list[Plain] | dict[str, Plain]) -> str:
        """A list or mapping in brackets; texts that stay keep their quotes."""
        texts = {leaf.value: self.source_of(leaf) for leaf in leaves(node) if "\n" not in self.source_of(leaf)}

        def written(item: Plain) -> str:
            known = texts.get(item, "") if isinstance(item, str) else ""
            return known or yamltext.brackets(item)

        if isinstance(value, dict):
            return "{" + ", ".join(f"{written(name)}: {written(item)}" for name, item in value.items()) + "}"
        return "[" + ", ".join(map(written, value)) + "]"

    def source_of(self, leaf: Node) -> str:
        """The text of a scalar, quotes included."""
        return self.text[self.start + leaf.start_mark.index : self._end(leaf)]

    # ---- places ----

    def _end(self, node: Node) -> int:
        """Index after the node's last character (a block's own end mark lies at the next token)."""
        begin, end = self.start + node.start_mark.index, self.start + node.end_mark.index
        if _is_block(node):
            last = node.value[-1] if isinstance(node, SequenceNode) else node.value[-1][1]
            return self._end(last)
        return begin + len(self.text[begin:end].rstrip()) if _is_block_scalar(node) else end

    def comments(self, begin: int, end: int, *nodes: Node) -> list[str]:
        """The comments between two indices that stand outside of the nodes' texts."""
        found = []
        for node in nodes:
            for leaf in leaves(node):
                first, last = self.start + leaf.start_mark.index, self._end(leaf)
                found += _COMMENT.findall(self.text[begin:first])
                if _is_block_scalar(leaf):
                    found += _COMMENT.findall(self.text[first:last].partition("\n")[0])
                begin = max(begin, last)
        return [comment.rstrip() for comment in (*found, *_COMMENT.findall(self.text[begin:end]))]

    def _lines(self, lines: list[str], column: int) -> str:
        return "".join(f"{' ' * column}{line}{self.newline}" for line in lines)

    def _line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        """The beginning of the next line."""
        found = self.text.find("\n", index)
        return found + 1 if found >= 0 else len(self.text)

    def _column(self, index: int) -> int:
        return index - self._line_start(index)


def _is_block_scalar(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style in ("|", ">")


def _is_block(node: Node) -> bool:
    return isinstance(node, (SequenceNode, MappingNode)) and not node.flow_style
