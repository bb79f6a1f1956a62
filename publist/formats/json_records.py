"""JSON text to records with their lines: a list, one object, objects one a line, or an answer that wraps a list."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from publist.model.problems import Problem, error, warning
from publist.text.limits import DEPTH

Object = dict[str, Any]

_SPACE = re.compile(r"[\s\ufeff]*")
_SEPARATOR = re.compile(r"[\s,\x1e]*")
_NEXT_LINE = re.compile(r"\n[ \t]*(?=\{)")
_WRAPPED = re.compile(r'"(?:results|items|papers|data)"\s*:\s*(?=\[)|"title"\s*:')
"""What the list stands under in the answers of OpenAlex, Crossref and the like, and what stands in a paper."""
_BEGINNING = 50_000
_LONGEST_NUMBER = 300


def _number(written: str) -> float | str:
    """A number with a point or an exponent; as it was written where no finite number is that large."""
    value = float(written)
    return value if math.isfinite(value) else written


def _integer(written: str) -> int | str:
    """A whole number; as it was written where it is longer than any that counts something."""
    return int(written) if len(written) <= _LONGEST_NUMBER else written


_DECODER = json.JSONDecoder(parse_float=_number, parse_int=_integer, parse_constant=str)


class Objects(NamedTuple):
    """The objects of a text, the line where each begins, and what could not be read."""

    objects: tuple[Object, ...]
    lines: tuple[int, ...]
    problems: tuple[Problem, ...]


def objects(text: str, source: str) -> Objects:
    """Every object of the text. A broken one costs itself only where objects stand one a line."""
    found: list[Object] = []
    lines: list[int] = []
    problems: list[Problem] = []
    line, counted = 1, 0
    for item, at in _items(text, problems, source):
        line += text.count("\n", counted, at)
        counted = at
        if isinstance(item, dict):
            found.append(item)
            lines.append(line)
        else:
            problems.append(warning(source, line, 0, f"not an object, and left out: {str(item)[:80]}"))
    return Objects(tuple(found), tuple(lines), tuple(problems))


def begins(text: str, *keys: str) -> bool:
    """Whether the text begins as JSON does and its beginning has all these keys."""
    start = _SPACE.match(text)
    head = text[:_BEGINNING]
    return bool(start and text[start.end() : start.end() + 1] in ("[", "{")) and all(f'"{key}"' in head for key in keys)


def _items(text: str, problems: list[Problem], source: str) -> Iterator[tuple[Any, int]]:
    start = _SPACE.match(text)
    at = start.end() if start else 0
    wrapped = _WRAPPED.search(text, at, _BEGINNING) if text.startswith("{", at) else None
    at = wrapped.end() if wrapped and "title" not in wrapped[0] else at
    in_list = text.startswith("[", at)
    at += in_list
    while True:
        separator = _SEPARATOR.match(text, at)
        at = separator.end() if separator else at
        if at >= len(text) or (in_list and text[at] == "]"):
            return
        try:
            item, end = _decoded(text, at)
        except (ValueError, RecursionError) as wrong:
            problems.append(_broken(text, at, wrong, source))
            following = _NEXT_LINE.search(text, at)
            if not following:
                return
            at = following.end()
            continue
        yield from _unwrapped(item, at)
        at = end


def _decoded(text: str, at: int) -> tuple[Any, int]:
    """The value that begins at a place, and where it ends; RecursionError where it is nested too deeply."""
    item, end = _DECODER.raw_decode(text, at)
    if text.count("[", at, end) + text.count("{", at, end) > DEPTH:
        level, depth = [item], 0
        while level := [each for value in level if isinstance(value, (dict, list)) for each in _inside(value)]:
            depth += 1
            if depth > DEPTH:
                raise RecursionError
    return item, end


def _inside(value: Object | list[Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def _unwrapped(item: Any, at: int) -> Iterator[tuple[Any, int]]:
    """The item, or what a wrapper around it holds."""
    if isinstance(item, dict) and isinstance(item.get("message"), dict) and "DOI" in item["message"]:
        item = item["message"]
    inner = (
        next((item[key] for key in ("results", "items", "papers", "data") if isinstance(item.get(key), list)), None)
        if isinstance(item, dict) and "title" not in item
        else None
    )
    yield from ((each, at) for each in inner) if inner is not None else ((item, at),)


def _broken(text: str, at: int, wrong: Exception, source: str) -> Problem:
    place = getattr(wrong, "pos", at)
    line = text.count("\n", 0, place) + 1
    column = place - text.rfind("\n", 0, place)
    message = f"this is no JSON: {getattr(wrong, 'msg', 'nested too deeply')}"
    return error(
        source, line, column, message, "the object that begins before it is left out, and what follows in its list"
    )


def untitled(item: Object, source: str, line: int) -> Problem:
    """What to say of an object that is no paper, because nothing in it is a title."""
    shown = json.dumps(item, ensure_ascii=False)[:100]
    return warning(source, line, 0, f"a record without a title is left out: {shown}")


def text(value: object) -> str:
    """A scalar as text; the first of a list; empty for anything else."""
    if isinstance(value, list):
        return text(value[0]) if value else ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None or isinstance(value, dict):
        return ""
    return str(value)


def listed(value: object) -> list[Any]:
    """A list; a single value as a list of one."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def inside(value: object, *path: str) -> Any:
    """What stands at a path of keys, None where it ends before."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
