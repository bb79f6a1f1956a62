"""A Markdown file with YAML on top: text to mapping, body and the place of each key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publist.content.yaml.tree import Tree, parse, position
from publist.model.paper import Plain
from publist.model.problems import Problem, error, warning
from publist.text.characters import unfit_reference
from publist.text.limits import TEXT
from publist.text.unicode_forms import composed

_FENCE = re.compile(r"---[ \t]*(?:\r?\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_BOM = "\ufeff"


class Span(NamedTuple):
    """Where the parts of a file are: indices into its text."""

    head: int
    """First character of the YAML."""
    closing: int
    """First character of the closing fence (= end of the YAML)."""
    body: int
    """First character after the closing fence's line."""


class FrontMatter(NamedTuple):
    """A file taken apart. ``body`` is the Markdown without blank lines around it, its lines end in line feeds."""

    values: dict[str, Plain]
    body: str
    tree: Tree
    span: Span


def read(text: str, *, path: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """Take a file's text apart; None where there is no front matter at all, with the problem that says so."""
    problems: list[Problem] = []
    if text.startswith(_BOM):
        hint = "save the file as UTF-8 without a byte order mark"
        problems.append(warning(path, 1, 1, "the file begins with a byte order mark", hint))
    span = _span(text)
    if isinstance(span, str):
        hint = "the file begins with a line ---, then `key: value` lines, then a line --- again"
        return None, (*problems, error(path, 1, 1, span, hint))
    tree, mistakes = parse(text, path=path, start=span.head, end=span.closing)
    problems += mistakes
    values = tree.value
    if values is not None and not isinstance(values, dict):
        problems.append(error(path, *tree.place(()), "front matter must be `key: value` lines"))
    problems += _of_text(text, span.body, path)
    return FrontMatter(values if isinstance(values, dict) else {}, body_of(text[span.body :]), tree, span), tuple(
        problems
    )


def _of_text(text: str, body: int, path: str) -> Iterator[Problem]:
    """What is wrong with the Markdown: too much of it, or references to characters that no page may hold."""
    if len(text) - body > TEXT:
        message = f"the text has {len(text) - body:,} characters; at most {TEXT:,} are read"
        yield error(path, *position(text, body), message, "put the rest into a file of its own")
    if found := unfit_reference(text):
        message = f"{found[0]} stands for no character that a page may hold"
        yield warning(path, *position(text, found.start()), message, "delete it, or write the character itself")


def only_body(text: str) -> str:
    """The Markdown of a file without looking at its YAML; "" where there is no front matter."""
    span = _span(text)
    return "" if isinstance(span, str) else body_of(text[span.body :])


def join(head: str, body: str) -> str:
    """The file with this YAML (ended by a line feed, or empty) and this Markdown."""
    return f"---\n{head}---\n{body}\n" if body else f"---\n{head}---\n"


def _span(text: str) -> Span | str:
    """The parts, or what is missing."""
    if text.startswith("---\n"):
        closing = text.find("\n---\n", 3) + 1  # the usual file; the pattern below takes all the others
        if closing:
            return Span(4, closing, closing + 4)
    start = len(_BOM) if text.startswith(_BOM) else 0
    opening = _FENCE.match(text, start)
    if not opening:
        return "the file has no front matter: its first line is not ---"
    found = _CLOSING.search(text, opening.end())
    if not found:
        return "the closing --- of the front matter is missing"
    return Span(opening.end(), found.start(), found.end())


def body_of(text: str) -> str:
    """Markdown as it is kept: in composed form (NFC), line feeds for line ends, no blank lines around it."""
    body = composed(text.replace("\r\n", "\n") if "\r" in text else text).rstrip()
    while body[:1].isspace():
        first, newline, rest = body.partition("\n")
        if first.strip():
            break
        body = rest if newline else ""
    return body
