"""What libyaml says about a text, in words that help: where the mistake is and what to write instead."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError, YAMLError

from publist.text.limits import DEPTH

_VALUE = re.compile(r"^(\s*(?:- +)?[\w -]+?:\s+|\s*- +)(.*\S)\s*$")
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Explained = tuple[int, str, str]
"""Index into the text, message, hint."""
TOO_DEEP = (f"more than {DEPTH} lists and mappings within each other", "nothing needs so many; write it flat")


def explained(problem: YAMLError, text: str) -> Explained:
    """Where in ``text`` the problem is, the message and the hint."""
    if not isinstance(problem, MarkedYAMLError) or problem.problem_mark is None:
        return _unprintable(problem, text)
    said, while_ = problem.problem or "", problem.context or ""
    index = problem.problem_mark.index
    begun = problem.context_mark.index if problem.context_mark else index
    if "quoted scalar" in while_:
        return _in_quotes(said, text, index, begun)
    if "flow" in while_ or "increasing" in while_:
        return _in_brackets(said, text, index, begun)
    if said.startswith("found character that cannot start"):
        return _forbidden_start(text, index)
    if "alias" in while_ or "anchor" in while_:
        return begun, f"text cannot begin with `{text[begun : begun + 1]}`", _quoting(text, begun)
    if said.startswith("mapping values are not allowed"):
        return index, "a colon with a space after it needs quotes around the text", _quoting(text, index)
    if said.startswith("did not find expected '-'") or said.startswith("block sequence entries"):
        return index, "a list item stands where none can stand", "put each `- item` on its own line, under its key"
    if "simple key" in while_:
        return begun, "expected `key: value`", "a text of several lines must be indented or quoted"
    if text[index : index + 1] not in ("", "\n") and _starts_quoted(text, index):
        return index, "text after the closing quote or bracket", _quoting(text, index)
    return index, "expected `key: value` at the beginning of the line", _quoting(text, index)


def _in_quotes(said: str, text: str, index: int, begun: int) -> Explained:
    if "escape" in said:
        return index, "an unknown escape: in double quotes a backslash must be doubled", "use single quotes instead"
    return begun, "the quote is not closed", f"add the closing {text[begun : begun + 1]}"


def _in_brackets(said: str, text: str, index: int, begun: int) -> Explained:
    if "nesting depth" in said:
        return index, *TOO_DEEP
    bracket = text[begun : begun + 1]
    closing = "]" if bracket == "[" else "}"
    return begun, f"the bracket `{bracket}` is not closed", f"add `{closing}`, or put quotes around the text"


def _forbidden_start(text: str, index: int) -> Explained:
    char = text[index : index + 1]
    if char == "\t":
        return index, "a tab cannot indent YAML", "use spaces"
    return index, f"text cannot begin with `{char}`", _quoting(text, index)


def _starts_quoted(text: str, index: int) -> bool:
    found = _VALUE.match(_line(text, index))
    return bool(found and found[2][0] in "'\"[{")


def _unprintable(problem: YAMLError, text: str) -> Explained:
    found = _UNPRINTABLE.search(text)
    if not found:
        return 0, f"this is not YAML: {' '.join(str(problem).split())}", ""
    return found.start(), f"the character U+{ord(found[0]):04X} cannot stand in YAML", "delete it"


def _quoting(text: str, index: int) -> str:
    """The line at ``index`` with its value in quotes, as a hint."""
    found = _VALUE.match(_line(text, index))
    if not found:
        return "put quotes around the text"
    value = found[2].replace("'", "''")
    return f"put quotes around the text: {found[1].strip()} '{value}'"


def _line(text: str, index: int) -> str:
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    return text[start : end if end >= 0 else len(text)]
