"""BibTeX's lists of names (btxdoc section 4; Markey, Tame the BeaST, section 11) as the model's names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from publist.formats.bibtex.name_lists import parted
from publist.formats.bibtex.name_text import COMMA, cut, plain, tidy, words
from publist.model.paper import Name
from publist.text import identifiers, names
from publist.text.author_marks import apart
from publist.text.latex.reader import group
from publist.text.limits import NAME

_OTHERS = re.compile(r"(?:(?:\d+ )?(?:other|co-?author)s|\d+ more|et\.? ?al|\.{2,}|…)\.?", re.IGNORECASE)
_ET_AL = re.compile(r"(?<![\s,~])[\s,~]++et\.?[\s~]+al\.?$", re.IGNORECASE)
_MARK = (
    r"(?:[\d,;\s*∗†‡§¶#+]|\\(?:d?dag(?:ger)?|ast|star|S|P|text(?:dagger(?:dbl)?|asteriskcentered)|Letter|envelope)\b"
    r"(?:\{\})?)"
)
_LETTERS = r"[a-f](?:,\s?(?:[a-f]|\d|[*∗†‡§¶#]|\\(?:ast|star|dagger)\b))*(?=,?\}+[\s,$}]|,?\}+$)"
_RAISED = rf"\\(?:textsuperscript|mkbibsuperscript|IEEEauthorrefmark|inst)\s*\{{({_MARK}*|{_LETTERS}),?\}}"
_NAMED = r"\\(d?dag(?:ger)?|ast|textdagger|textdaggerdbl|textasteriskcentered)\b(?:\{\})?"
_MARKS = re.compile(
    rf"""\s*(?:\\[,;])?\s*(?:\{{{_RAISED}\}} | {_RAISED}
    | \$\{{?\}}?\^\{{?(?:\\(?:rm|mathrm|text)\b\{{?\s?)?({_MARK}+|{_LETTERS}),?\}}*\$
    | \\ensuremath\{{\{{?\}}?\^\{{?({_MARK}+|{_LETTERS})\}}{{1,3}}
    | \$\\?({_MARK})\$ | \^\{{({_MARK}+)\}} | \^({_MARK}) | \{{{_NAMED}\s*\}} | {_NAMED}\s*
    | \\footnotemark(?:\[([^\]]*)\])?(?:\{{\}})?)""",
    re.VERBOSE,
)
_SIGNS = (
    ("ddag", "‡"),
    ("daggerdbl", "‡"),
    ("dag", "†"),
    ("ast", "*"),
    ("star", "*"),
    ("S", "§"),
    ("P", "¶"),
    ("etter", "✉"),
    ("envelope", "✉"),
)
_REMARK = re.compile(
    r"\s*(?:\\(?:thanks|footnote)\{([^{}]*)\}|\(((?:eds?|editors?|hrsg|org|comp)\.?"
    r"|corresponding(?: author)?|equal(?:ly contributed| contribution)|(?:co-|joint )?first author)\))$",
    re.IGNORECASE,
)
_ORCID = re.compile(r"\s*[(\[<]?\s*(?:(?:https?://)?orcid(?:\.org/|:?\s*))?((?:\d{4}-){3}\d{3}[\dX])\s*[)\]>]?$", re.I)
_FIRM = re.compile(
    r"\b(?:Inc|Ltd|LLC|Corp|GmbH|Co|and|University|Institute|Department|Team|Group|Lab)\b", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.[ -]?)+(?:[^\W\d_][^\W\d_'’-]+ ?){1,2}")
_UNDEFINED = re.compile(r"undefined (\d{4})")
_RESULT = re.compile(r"(?:[^,]*, )?([^,]+?) -(?: .*)?")
_KEY_VALUE = re.compile(r"\s*\"?(family|given|prefix|suffix)\s*=\s*(.*)", re.DOTALL)


class People(NamedTuple):
    """A list of names, whether it ends with "and others", and whether it had to be guessed where names part."""

    names: tuple[Name, ...]
    et_al: bool = False
    guessed: bool = False
    year: int = 0
    """What Mendeley has left of a result of Google Scholar: an author ``undefined 2018``."""


def people(text: str) -> People:
    """The names of an author or editor field."""
    named = _ET_AL.sub("", text.rstrip())
    found, guessed = parted(named)
    others = bool(found) and _OTHERS.fullmatch(plain(found[-1])) is not None
    et_al = others or len(named) < len(text.rstrip())
    if others:
        found.pop()
    years = [int(year[1]) for part in found if (year := _UNDEFINED.fullmatch(part))]
    whole = [_before_dash(part) for part in found if not _UNDEFINED.fullmatch(part)] if years else found
    made = [_name(part) for part in whole if plain(part)]
    return People(tuple(name for name in made if name.name), et_al, guessed or bool(years), max(years, default=0))


def _before_dash(part: str) -> str:
    """``PA Zegel`` of ``Computation, PA Zegel - Applied Mathematics``: a result's line that was taken for names."""
    found = _RESULT.fullmatch(part)
    return found[1] if found else part


@lru_cache(1 << 13)  # people write with the same people
def _name(text: str) -> Name:
    if len(text) > NAME:  # no name is so long: it is told where limits are
        return Name(plain(text))
    text, raised = _without_marks(tidy(text))
    text, bare = apart(text)
    orcid = _ORCID.search(text)
    name = _unmarked(text[: orcid.start()] if orcid else text)
    if orcid:
        name = name._replace(orcid=identifiers.orcid(orcid[1]))
    notes = [note for note in (name.note, raised + bare) if note]
    return name._replace(note=" ".join(notes)) if notes else name


def _without_marks(text: str) -> tuple[str, str]:
    """The name without the marks that LaTeX raises, and these as the signs that they are."""
    if "\\" not in text and "^" not in text:
        return text, ""
    marks = []
    for found in _MARKS.finditer(text):
        said = next((part for part in found.groups() if part is not None), "*")
        said = _sign(said) if said.isalpha() and len(said) > 1 else said
        marks.append(re.sub(r"\\(\w+)(?:\{\})?", lambda name: _sign(name[1]), said).strip())
    return _MARKS.sub("", text).strip() if marks else text, ",".join(marks)


def _sign(command: str) -> str:
    return next((sign for part, sign in _SIGNS if part in command), "")


def _unmarked(text: str) -> Name:
    whole = group(text, 0, len(text) + 1)
    if whole and whole[1] == len(text):
        return _group_name(whole[0])
    if "=" in text and (extended := _extended(text)):
        return extended
    remark = _REMARK.search(text)
    parts = [part.strip() for part in cut(text[: remark.start()] if remark else text, COMMA)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()  # a comma too many
    name = _inverted(parts) if len(parts) > 1 and parts[0] else _forward(" ".join(parts))
    return name._replace(note=plain(remark[1] or remark[2])) if remark else name


def _group_name(text: str) -> Name:
    """A name wholly in braces: a group, or the one name of somebody; people also brace those of people."""
    said = plain(text)
    before, comma, after = said.partition(", ")
    if comma and before.count(" ") < 3 and re.fullmatch(r"[^\W\d_][^,&]*", after) and not _FIRM.search(said):
        return _inverted([before, after])
    if names.is_family_first(said) or _is_abbreviated(said):
        return names.from_words(said.split())
    return Name(said, literal=True) if " " in said or "~" in text else Name(said)


def _is_abbreviated(said: str) -> bool:
    """``S. A. Hill``: initials are a person's."""
    return len(said) < 80 and _ABBREVIATED.fullmatch(said) is not None and not _FIRM.search(said)


def _forward(text: str) -> Name:
    """``Given von Family``: von is what begins with a small letter."""
    found = words(text)
    said = [plain(word) for word in found]
    if said and re.fullmatch(r"[^\W\d_]{3,}\.", said[-1]) and not names.is_suffix(said[-1]):
        said[-1] = said[-1].rstrip(".")  # of the list, not of the name
    return names.from_words(said, [*map(_is_small, found, said, range(len(found)))])


def _inverted(parts: list[str]) -> Name:
    """``von Family, Given`` or ``von Family, Jr, Given``."""
    family, *rest = [words(part) for part in parts]
    said = [plain(word) for word in family]
    given = [[plain(word) for word in part] for part in rest]
    return names.from_inverted([said, *given], [*map(_is_small, family, said)])


def _extended(text: str) -> Name | None:
    """BibLaTeX's extended form: ``family=Rohe, given=Ludwig, prefix=van der`` (manual, 3.4)."""
    found = {}
    for part in cut(text, COMMA):
        if match := _KEY_VALUE.fullmatch(part):
            found[match[1]] = plain(match[2].strip().strip('"'))
    if "family" not in found:
        return None
    return names.from_parts(found.get("given", ""), found["family"], found.get("prefix", ""), found.get("suffix", ""))


def _is_small(word: str, said: str, at: int = 0) -> bool:
    """BibTeX's rule: the first letter outside of braces, or of a command's argument, is small.

    Braces around a first name are there to keep it from being a particle (``{danah} boyd``), around words further on
    they only hold these together (``Jan {van der} Berg``).
    """
    held = word.startswith("{") and not word.startswith("{\\")
    return (at > 0 or not held) and names.is_small(said)
