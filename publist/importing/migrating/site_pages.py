"""Files of another generator's site: front matter in YAML, TOML or JSON, however loosely it is written, and its text.

Generators read what a strict parser refuses: of a doubled key the last counts (Psych), a key may be written in any case
(Hugo), and a site whose front matter is broken still stands on the web. What cannot be parsed is read line by line.
"""

from __future__ import annotations

import errno
import json
import os
import re
import tomllib
from typing import Any, NamedTuple

from publist.model.problems import Problem, error, warning
from publist.text import decoding
from publist.text.limits import DEPTH, FILE

Values = dict[str, Any]
"""Front matter: keys in small letters, scalars as text, lists and mappings of these."""

_HEAD = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<head>.*?)(?:^(?:(?P=fence)|--+|\.\.\.)[ \t]*(?:\r?\n|\Z)|\Z)",
    re.DOTALL | re.M,
)
"""Front matter; the line that closes it is three dashes, and often two."""
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s*[:=]\s*(?P<value>.*)")
_VALUES = 200_000
"""A file has no more values than that; aliases that stand for aliases would have many more."""


class SitePage(NamedTuple):
    """A file with front matter. ``sure`` is false where its front matter had to be read line by line."""

    path: str
    values: Values
    body: str
    sure: bool = True


def read_page(path: str, problems: list[Problem]) -> SitePage:
    """The front matter and the text under it; no values, and the reason among the problems, if there are none."""
    text = _text(path, problems)
    if text.lstrip().startswith("{"):
        return _json_page(path, text, problems)
    found = _HEAD.match(text)
    if not found:
        return _headed(path, text)
    head, body = found["head"], text[found.end() :].strip()
    line = text.count("\n", 0, found.start("head")) + 1
    values, sure = _parsed(head, found["fence"] == "+++", path, line, problems)
    return SitePage(path, values, body, sure)


def read_data(path: str, problems: list[Problem]) -> Any:
    """A file of settings or data (YAML or TOML); an empty mapping where there is none, or none that can be read."""
    if not os.path.isfile(path):
        return {}
    text = _text(path, problems)
    kind = "TOML" if path.endswith(".toml") else "YAML"
    try:
        return _toml(text) if kind == "TOML" else _yaml(text)
    except ValueError as wrong:
        return _read_loosely(text, f"the file is no {kind}", wrong, (path, 1), problems)


def file_bytes(path: str, problems: list[Problem]) -> bytes:
    """The bytes of a file of the old site; nothing, with a problem, for a pipe, or what is too large or unreadable."""
    try:
        if not os.path.isfile(path):  # a pipe would be waited for without end
            raise OSError(errno.EINVAL, "it is no file, or a link that leads nowhere")
        with open(path, "rb") as file:
            data = file.read(FILE + 1)
    except OSError as problem:
        problems.append(error(path, 0, 0, f"the file cannot be read: {problem.strerror}"))
        return b""
    if len(data) > FILE:
        problems.append(warning(path, 0, 0, f"the file is too large; at most {FILE:,} bytes are read", "shorten it"))
        return b""
    return data


def _text(path: str, problems: list[Problem]) -> str:
    return decoding.decode(file_bytes(path, problems), path)[0].lstrip("\ufeff")


def _headed(path: str, text: str) -> SitePage:
    """A file that begins with lines of ``Key: value``, as Pelican has them (https://docs.getpelican.com, metadata)."""
    head, _, body = text.partition("\n\n")
    lines = head.splitlines()
    if not lines or not all(re.match(r"[A-Za-z_]+:\s|\s+\S", line) for line in lines) or ":" not in lines[0]:
        return SitePage(path, {}, text.strip())
    return SitePage(path, _by_lines(head)[0], body.strip())


def _json_page(path: str, text: str, problems: list[Problem]) -> SitePage:
    start = text.index("{")
    try:
        values, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError) as wrong:
        problems.append(warning(path, 1, 0, f"the front matter is no JSON: {_first_line(wrong)}"))
        return SitePage(path, {}, text)
    return SitePage(path, _lower(_plain(values)), text[end:].strip())


def _parsed(head: str, toml: bool, path: str, line: int, problems: list[Problem]) -> tuple[Values, bool]:
    """The values of front matter, and whether all of it could be parsed."""
    try:
        values = _toml(head) if toml else _yaml(head)
    except ValueError as wrong:
        what = f"the front matter is no {'TOML' if toml else 'YAML'}"
        return _read_loosely(head, what, wrong, (path, line), problems), False
    return (_lower(values), True) if isinstance(values, dict) else ({}, True)


def _yaml(text: str) -> Any:
    """What YAML says, every scalar as text. ValueError with the line if it is none."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return _plain(yaml.load(text, Loader=loader))  # noqa: S506 - makes nothing but text
    except (yaml.YAMLError, RecursionError) as wrong:
        mark = getattr(wrong, "problem_mark", None)
        raise ValueError(getattr(wrong, "problem", None) or str(wrong), mark.line if mark else 0) from wrong


def _toml(text: str) -> Any:
    try:
        return _plain(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        found = re.search(r"line (\d+)", str(wrong))
        raise ValueError(str(wrong), int(found[1]) - 1 if found else 0) from wrong


def _plain(value: Any, depth: int = 0, count: list[int] | None = None) -> Any:
    """Flags, numbers and dates as text, lists and mappings of these; nothing is an empty text."""
    count = count if count is not None else [0]
    count[0] += 1
    if depth > DEPTH or count[0] > _VALUES:
        raise ValueError("too many values within each other")
    if isinstance(value, dict):
        return {str(key): _plain(item, depth + 1, count) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, depth + 1, count) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _lower(values: Any) -> Values:
    return {key.lower(): value for key, value in values.items()} if isinstance(values, dict) else {}


def _read_loosely(text: str, what: str, wrong: ValueError, place: tuple[str, int], problems: list[Problem]) -> Values:
    """The values that lines have without a parser; what is wrong is told, and each line that says nothing then."""
    path, line = place
    at = line + (wrong.args[1] if len(wrong.args) > 1 else 0)
    message = f"{what}, and was read line by line: {_first_line(wrong)}"
    problems.append(warning(path, at, 0, message, "correct it there, or compare what became of it"))
    values, unread = _by_lines(text)
    for number in unread:
        said = text.splitlines()[number].strip()[:80]
        hint = "if it matters, write it into content/ by hand"
        problems.append(warning(path, line + number, 0, f"nothing tells what this line is: {said!r}", hint))
    return values


def _by_lines(head: str) -> tuple[Values, list[int]]:
    """The keys at the beginnings of lines with what follows them, and the numbers of lines that belong to none."""
    values: Values = {}
    key, unread = "", list[int]()
    for number, line in enumerate(head.splitlines()):
        if found := _KEY.fullmatch(line.rstrip()):
            key = found["key"].lower()
            values[key] = _unquoted(found["value"])
        elif key and line.startswith((" ", "\t", "-")) and line.strip():
            values[key] = _continued(values[key], line.strip())
        elif line.strip() and not line.lstrip().startswith(("#", "[", "]", "}")):
            unread.append(number)
    return values, unread


def _continued(value: Any, line: str) -> Any:
    """A value with the line under it: an item of a list, a key of its own, or more of a text."""
    if line.startswith("- ") and value in ("", [*value] if isinstance(value, list) else None):
        return [*(value or []), _unquoted(line[2:])]
    if value in ("", {}) or isinstance(value, dict):
        found = _KEY.fullmatch(line)
        return {**(value or {}), found["key"]: _unquoted(found["value"])} if found else value or line
    return f"{value} {_unquoted(line)}".strip() if isinstance(value, str) else value


def _unquoted(text: str) -> Any:
    text = re.sub(r"\s+#.*", "", text).strip()
    if text.startswith("["):
        return [_unquoted(item) for item in text.strip("[]").split(",") if item.strip()]
    if text[:1] in ("'", '"'):
        return text.strip(text[0]).replace("''", "'").strip()
    return text


def _first_line(wrong: Exception) -> str:
    return str(wrong.args[0] if wrong.args else wrong).splitlines()[0]


def texts(value: Any) -> list[str]:
    """A list of texts, also where there is only one."""
    items = value if isinstance(value, list) else [value]
    return [" ".join(item.split()) for item in items if isinstance(item, str) and item.strip()]


def text_of(value: Any) -> str:
    """A text on one line; empty for anything else."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def flag(value: Any) -> bool:
    """Whether a flag is set."""
    return str(value).strip().lower() in ("true", "yes", "on")


def is_hidden(page: SitePage) -> bool:
    """Whether a page is not on the web: a draft, or one that is not to be published."""
    return flag(page.values.get("draft")) or str(page.values.get("published", "")).strip().lower() in ("false", "no")
