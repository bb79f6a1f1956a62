r"""Whose list it is, as it says at its top: ``\author{Ada Byron}``, or a first line that is a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from publist.formats.references.familyfirst import is_given
from publist.formats.references.headings import heading_of
from publist.formats.references.inline import plain
from publist.formats.references.latex.arguments import arguments_of
from publist.formats.references.nametokens import tokens_of
from publist.model.paper import Name
from publist.text.latex import reader as latex
from publist.text.names import from_words

_FIRST = 4
"""So many lines may stand above a list with a name among them."""
_COMMAND = re.compile(
    r"\\(?:def\\(?:my|full)?(?:name|author)|(?:re)?newcommand\*?\s*\{?\\(?:my|full)?(?:name|author)\}?"
    r"|author|name|cvname|myname|fullname)\s*(?=\{)"
)
_GIVEN, _FAMILY = re.compile(r"\\(?:firstname|givenname)\s*(?=\{)"), re.compile(r"\\(?:familyname|lastname)\s*(?=\{)")
_BESIDE = re.compile(
    r"^\W*(?:curriculum vitae|lebenslauf|c\.?\s?v\.?|publications?|list of publications|publikationen|résumé)?"
    r"(?:\s*(?:of|by|de|von|for|[-–—|:,])\s+)?|(?:['’]s)?\s*[-–—|:,(]?\s*(?:curriculum vitae|c\.?v\.?|publications?"
    r"|(?:selected|list of) publications?|home ?page|ph\.?\s?d\.?|prof(?:essor)?|papers|research)?\W*$",
    re.IGNORECASE,
)
"""What stands beside the name of whose list it is."""
_BEFORE = re.compile(r"^(?:prof(?:essor)?|dr|ph\.?d)\.?(?:\sdr\.?)?\s", re.IGNORECASE)
_KINDS = re.compile(r"[CUIJ](?:[CIJUP]){0,4}[CU]")


def owner_in(text: str, lines: Sequence[tuple[int, str]]) -> Name | None:
    """The name at the top of a text with these lines; None if none is plain."""
    return _said(text) or _above(lines)


def _said(text: str) -> Name | None:
    """The name that a command of LaTeX gives."""
    if "\\" not in text:
        return None
    given, family = (_argument(pattern, text) for pattern in (_GIVEN, _FAMILY))
    if given and family:
        return _name(f"{given} {family}")
    for match in islice(_COMMAND.finditer(text), _FIRST):
        told, _ = arguments_of(text, match.end(), 2)
        if found := _name(_printed(" ".join(told))) or _name(_printed(told[0] if told else "")):
            return found
    return None


def _argument(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    told, _ = arguments_of(text, match.end(), 1) if match else ([], 0)
    return _printed(told[0]) if told else ""


def _printed(source: str) -> str:
    return " ".join(re.sub(r"\\[a-zA-Z]+|[{}]", " ", latex.to_text(source.replace("\\\\", " "))).split())


def _above(lines: Sequence[tuple[int, str]]) -> Name | None:
    """The name on one of the first lines, if its given name is well known."""
    shown = (plain(line).strip(" #*_") for _, line in lines if line.strip())
    for line in islice(shown, _FIRST):
        bare = _BESIDE.sub("", line)
        if is_given(_BEFORE.sub("", bare).partition(" ")[0]) and (found := _name(bare)):
            return found
    return None


def _name(text: str) -> Name | None:
    """The text as a name; None if it may be anything else."""
    bare = _BEFORE.sub("", text.strip(" ,."))
    words = bare.title().split() if bare.isupper() else bare.split()
    kinds = "".join(token.kind for token in tokens_of(" ".join(words)))
    if not 1 < len(words) < 6 or not _KINDS.fullmatch(kinds) or heading_of(bare) is not None:
        return None
    return from_words(words)
