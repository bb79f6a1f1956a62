"""BibTeX's lists of names (btxdoc section 4; Markey, Tame the BeaST, section 11) as the model's names."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.latex.reading import group, to_text
from publist.model import Name
from publist.text import names

_TOKEN = re.compile(r"[{}]|\s+and(?=\s)|,|[\s~]+", re.IGNORECASE)
_HYPHEN_TIE = re.compile(r"(?<=\.)(?=[^\W\d_])")
_STYLED = re.compile(r"\\(?:textbf|underline|emph|textit|textsc|uline|mkbibbold)\s*(?=\{)")
_MARKS = re.compile(
    r"(?:\\textsuperscript\{[^{}]*\}|\$\^\{?[^$]*\}?\$|\^\{?\\?(?:dagger|ast|star)\}?|[*†‡§]|\\dag\b|\\ast\b)+$"
)
_FIRM = re.compile(
    r"\b(?:Inc|Ltd|LLC|Corp|GmbH|Co|and|University|Institute|Department|Team|Group|Lab)\b", re.IGNORECASE
)
_OTHERS = frozenset(("others", "et al", "et al.", "others."))
_SUFFIX = re.compile(r"(?:jr|sr)\.?|i{2,3}|iv", re.IGNORECASE)
_KEY_VALUE = re.compile(r"\s*(family|given|prefix|suffix)(?:-i)?\s*=\s*(.*)", re.DOTALL)


class People(NamedTuple):
    """A list of names, whether it ends with "and others", and whether it had to be guessed where names part."""

    names: tuple[Name, ...]
    et_al: bool = False
    guessed: bool = False


def people(text: str) -> People:
    """The names of an author or editor field."""
    bare = _bare(text.strip()).replace("\\,", " ")  # a thin space between initials, whose comma parts nothing
    found = [part.strip() for part in _parted(bare, "and") if part.strip()]
    guessed = False
    if len(found) == 1 and _looks_comma_joined(found[0]):
        found, guessed = _comma_joined(found[0]), True
    et_al = bool(found) and _plain(found[-1]).lower() in _OTHERS
    if et_al:
        found.pop()
    if found and (shorter := re.sub(r"[\s,]+et\.?\s+al\.?$", "", found[-1])) != found[-1]:
        found[-1], et_al = shorter, True
    made = [_name(part) for part in found if _plain(part)]
    return People(tuple(name for name in made if name.name), et_al, guessed)


def _bare(text: str) -> str:
    """The list without a pair of braces around the whole that hides several names."""
    whole = group(text, 0, len(text) + 1)
    inside = whole[0] if whole and whole[1] == len(text) else ""
    return inside if re.search(r"\sand\s", inside) and inside.count(" and ") + inside.count(",") > 1 else text


def _parted(text: str, at: str) -> list[str]:
    """The text cut at each ``and`` (or comma) outside of braces."""
    if "{" not in text:
        return re.split(r"\s+and(?=\s)", f"{text} ", flags=re.IGNORECASE) if at == "and" else text.split(",")
    parts, begin, depth = [], 0, 0
    for match in _TOKEN.finditer(f"{text} "):
        mark = match[0]
        if mark in "{}":
            depth += 1 if mark == "{" else -1
        elif not depth and mark.strip().lower() == at:
            parts.append(text[begin : match.start()])
            begin = match.end()
    return [*parts, text[begin:]]


def _looks_comma_joined(text: str) -> bool:
    """Whether one "name" is a list that somebody wrote with commas: three parts or more, each of two words."""
    parts = [part.split() for part in _parted(text, ",")]
    full = [words for words in parts if len(words) > 1]
    if len(parts) == 2:
        return len(full) == 2 and any(map(_is_initial, parts[0])) and not _is_initial(parts[1][-1])
    return len(parts) > 2 and len(full) >= len(parts) - 1 and not _SUFFIX.fullmatch(" ".join(parts[1]))


def _is_initial(word: str) -> bool:
    """Whether it is a letter with or without a full stop: family names have none."""
    return re.fullmatch(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*", word) is not None


def _comma_joined(text: str) -> list[str]:
    return [part for part in re.split(r",\s*(?:and\s+)?|;\s*|\s+&\s+|\s\\&\s", text) if part.strip()]


def _name(text: str) -> Name:
    text = " ".join(text.split())
    whole = group(text, 0, len(text) + 1)
    if whole and whole[1] == len(text) and not text.startswith("{\\"):
        return _group_name(whole[0])
    if "=" in text and (extended := _extended(text)):
        return extended
    parts = [_MARKS.sub("", part.strip()).strip() for part in _parted(_unstyled(text), ",")]
    if len(parts) == 1 or not "".join(parts[1:]).strip():
        return _forward(parts[0])
    return _inverted(parts)


def _group_name(text: str) -> Name:
    """A name wholly in braces: a group, or the one name of somebody; people also brace ``Family, Given``."""
    plain = _plain(text)
    before, comma, after = plain.partition(", ")
    if comma and before.count(" ") < 3 and re.fullmatch(r"[^\W\d_][^,&]*", after) and not _FIRM.search(plain):
        return _inverted([before, after])
    return Name(plain, literal=True) if " " in plain or "~" in text else Name(plain)


def _unstyled(text: str) -> str:
    r"""Without ``\textbf{…}`` around a name (or a part of it), by which people mark their own."""
    found = _STYLED.search(text)
    while found:
        inside = group(text, found.end())
        if not inside:
            break
        text = f"{text[: found.start()]}{inside[0]}{text[inside[1] :]}"
        found = _STYLED.search(text)
    return text


def _words(text: str) -> list[str]:
    """The words of a name part; what braces hold together is one word."""
    words, begin, depth = [], 0, 0
    for match in _TOKEN.finditer(text):
        mark = match[0]
        if mark in "{}":
            depth += 1 if mark == "{" else -1
        elif not depth and (mark.isspace() or "~" in mark):
            words.append(text[begin : match.start()])
            begin = match.end()
    return [word for word in (*words, text[begin:]) if word]


def _forward(text: str) -> Name:
    """``Given von Family``: von is what begins with a small letter."""
    words = _words(text)
    plain = [_plain(word) for word in words]
    if "{" not in text or names.is_group(" ".join(plain)):
        whole = names.parts(Name(" ".join(plain)))
        return whole if whole.literal else names.from_parts(whole.given, whole.family, whole.particle, whole.suffix)
    suffix = plain.pop() if len(plain) > 2 and _SUFFIX.fullmatch(plain[-1]) else ""
    lower = [at for at, word in enumerate(words[: len(plain) - 1]) if _is_lower(word)]
    start = lower[0] if lower else max(len(plain) - 1, 0)
    end = lower[-1] + 1 if lower else start
    if suffix:
        plain[-1] = plain[-1].rstrip(",")
    return names.from_parts(" ".join(plain[:start]), " ".join(plain[end:]), " ".join(plain[start:end]), suffix)


def _inverted(parts: list[str]) -> Name:
    """``von Family, Given`` or ``von Family, Jr, Given``."""
    words = _words(parts[0])
    given = [" ".join(_plain(word) for word in _words(part)) for part in parts[1:]]
    end = 0
    while end < len(words) - 1 and _is_lower(words[end]):
        end += 1
    suffix = ""
    if len(given) > 1:
        suffix, given = (given[0], given[1:]) if not _SUFFIX.fullmatch(given[-1]) else (given[-1], given[:-1])
    elif _SUFFIX.fullmatch(given[0]):
        forward = _forward(parts[0])
        whole = names.parts(forward)
        return names.from_parts(whole.given, whole.family, whole.particle, given[0])
    particle, family = " ".join(map(_plain, words[:end])), " ".join(map(_plain, words[end:]))
    return names.from_parts(", ".join(part for part in given if part), family, particle, suffix)


def _extended(text: str) -> Name | None:
    """BibLaTeX's extended form: ``family=Rohe, given=Ludwig, prefix=van der``."""
    found = {}
    for part in _parted(text, ","):
        match = _KEY_VALUE.fullmatch(part)
        if match and "-i" not in part.partition("=")[0]:
            found[match[1]] = _plain(match[2].strip().strip('"'))
    if "family" not in found:
        return None
    return names.from_parts(found.get("given", ""), found["family"], found.get("prefix", ""), found.get("suffix", ""))


def _is_lower(word: str) -> bool:
    """BibTeX's rule: the first letter outside of braces, or of a command's argument, is small."""
    return not (word.startswith("{") and not word.startswith("{\\")) and _plain(word)[:1].islower()


def _plain(text: str) -> str:
    return " ".join(to_text(text).split()).rstrip(" *†‡§")
