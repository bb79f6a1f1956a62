"""Changes single keys of a paper file's front matter, or its body, and leaves every other byte as it is."""

from __future__ import annotations

from collections.abc import Mapping

from yaml import MappingNode

from publist.content import front_matter
from publist.content.paper_file import key_lines
from publist.content.schema.kinds import Fault
from publist.content.schema.paper import FIELDS, PAPER
from publist.content.schema.records import ListOf
from publist.content.yaml.edit import Editor, Splice
from publist.content.yaml.nodes import Root, plain_of
from publist.model.paper import Plain
from publist.text.unicode_forms import composed

_ORDER = tuple(field.name for field in FIELDS)
_KINDS = {field.name: field.kind for field in FIELDS}
_LISTS = {field.name: field.kind.kind for field in FIELDS if isinstance(field.kind, ListOf)}


def edited(text: str, changes: Mapping[str, Plain], body: str | None = None) -> str:
    """The text of a file with top-level keys set to new values (None: removed) and, if given, another body.

    ValueError if the text has no front matter, or cannot be edited so that it reads as meant.
    """
    front, _ = front_matter.read(text, path="")
    if front is None:
        raise ValueError("the file has no front matter")
    body = None if body is None else composed(body)
    changes = {name: _as_written(name, value) for name, value in changes.items()}
    newline = "\r\n" if "\r\n" in text[: front.span.body] else "\n"
    splices = list(_head(text, front, changes, newline)) if changes else []
    if body is not None and body != front.body:
        splices.append(_body(text, front, body, newline))
    result = _applied(text, splices)
    _prove(result, front, changes, body)
    return result


def _head(text: str, front: front_matter.FrontMatter, changes: Mapping[str, Plain], newline: str) -> list[Splice]:
    root = front.tree.roots[0] if front.tree.roots else None
    if root and isinstance(root.node, MappingNode) and not root.node.flow_style:
        editor = Editor(text, root.start, newline, plain_of, _canonical, key_lines)
        return list(editor.mapping(root.node, changes, _ORDER))
    values = {**front.values, **changes}
    lines = [line for name, value in values.items() if value is not None for line in key_lines(name, value)]
    written = "".join(f"{line}{newline}" for line in lines)
    if root is None:
        return [Splice(front.span.closing, front.span.closing, written)]
    return [_instead_of_braces(Editor(text, root.start, newline, plain_of, _canonical, key_lines), root, written)]


def _instead_of_braces(editor: Editor, root: Root, written: str) -> Splice:
    """Front matter in one pair of braces becomes lines; its comments stand above them."""
    begin, end = root.start + root.node.start_mark.index, root.start + root.node.end_mark.index
    comments = "".join(f"{comment}{editor.newline}" for comment in editor.comments(begin, end, root.node))
    return Splice(begin, end, comments + written.removesuffix(editor.newline))


def _as_written(name: str, value: Plain) -> Plain:
    """A value as the writer would have it; one that the reader would find fault with stays as it is."""
    kind, faults = _KINDS.get(name), list[Fault]()
    if kind is None or value is None:
        return value
    read = kind.read(value, (name,), faults)
    return value if faults else kind.plain(read)


def _canonical(name: str, item: Plain) -> Plain:
    """An item of a list as the writer would have it: ``{name: Jane Doe}`` is ``Jane Doe``."""
    kind = _LISTS.get(name)
    return item if kind is None else kind.plain(kind.read(item, (), []))


def _body(text: str, front: front_matter.FrontMatter, body: str, newline: str) -> Splice:
    """Another body between the blank lines that stand around the old one."""
    begin, written = front.span.body, body.replace("\n", newline)
    if not front.body:
        fence = "" if text[:begin].endswith("\n") else newline
        return Splice(begin, begin, f"{fence}{written}{newline}")
    old = text[begin:]
    blank = len(old) - len(old.lstrip())
    indent = len(old[:blank]) - old[:blank].rfind("\n") - 1
    return Splice(begin + blank - indent, begin + len(old.rstrip()), written)


def _applied(text: str, splices: list[Splice]) -> str:
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _prove(result: str, before: front_matter.FrontMatter, changes: Mapping[str, Plain], body: str | None) -> None:
    """The edited text must read as meant: a file is never written that says something else."""
    after, problems = front_matter.read(result, path="")
    meant = {
        name: value for name, value in {**before.values, **changes}.items() if value is not None or name not in changes
    }
    if after is None or any(problem.severity == "error" for problem in problems):
        raise ValueError("the file cannot be edited without breaking it")
    if _read(after.values) != _read(meant) or after.body != (before.body if body is None else body):
        raise ValueError("the file cannot be edited without changing what else it says")


def _read(values: Mapping[str, Plain]) -> object:
    return PAPER.values(values, (), [])
