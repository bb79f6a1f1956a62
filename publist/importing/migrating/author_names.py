"""Authors as pages of other generators print them: names in bold, with links, marks and remarks, inverted or not."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from publist.content.schema.names import NAME
from publist.importing.migrating.site_pages import flag, text_of, texts
from publist.model.paper import Plain
from publist.text import author_marks, identifiers, names

_LINKED = re.compile(
    r"\[([^\[\]]+)\]\(\s*<?([^\s()<>]+)>?[^()]*\)|<a\b[^<>]*?href\s*=\s*[\"']?([^\"'\s<>]+)[^<>]*>([^<>]*)</a>",
    re.IGNORECASE,
)
_RAISED = re.compile(r"\^([^\s^]{1,5})\^")
"""As Pandoc writes it."""
_TAG = re.compile(r"<(?!/?sup\b)[^<>]*>", re.IGNORECASE)
_STYLED = re.compile(r"(?<![\w*_~])(\*{1,3}|_{1,3}|~~|`)(?=\S)(.+?)(?<=\S)\1(?![\w])")
_REMARK = re.compile(
    r"\s*[(\[](?P<said>[^()\[\]]*\b(?:equal\w*|co-?\s?first|joint|correspond\w*|contribut\w*|present(?:er|ing)|speaker"
    r"|advisor|supervis\w*|student|intern|lead|senior)\b[^()\[\]]*)[)\]]\s*$",
    re.IGNORECASE,
)
_EQUAL = re.compile(r"\bequal|co-?\s?first|joint(?:ly)?\s+(?:first|lead)", re.IGNORECASE)
_CORRESPONDING = re.compile(r"\bcorrespond", re.IGNORECASE)
_LEADING = re.compile(r"^(?:and|&|by)\s+(?=\S)", re.IGNORECASE)
ET_AL = re.compile(
    r"(?:^|[\s,;]+)(?:and\s+|&\s+)?(?:et\.?\s+al\b\.?|others|\d+\s+(?:others|more(?:\s+authors)?|co-?authors)"
    r"|et\s+coll\.)\s*$|\s*(?:…|\.\.\.)\s*$",
    re.IGNORECASE,
)
"""That there are more authors, at the end of a list."""


def author(text: str, note: str = "") -> Plain:
    """An author as a paper's front matter has one, of a name as it is printed; None where there is no name.

    ``note`` is what the page says of them apart.
    """
    plain = " ".join(html.unescape(text).split())
    linked = _LINKED.search(plain)
    url = (linked[2] or linked[3]) if linked else ""
    plain = _LINKED.sub(lambda match: match[1] or match[4], plain)
    plain = _LEADING.sub("", without_styles(plain).strip(" ,;"))
    remark = _REMARK.search(plain)
    said = [remark["said"]] if remark else []
    plain = plain[: remark.start()] if remark else plain
    name, mark = author_marks.apart(plain)
    name = " ".join(re.sub(r"</?sup>", "", name).split()).strip(" ,;*_")
    if not name or not re.search(r"[^\W\d_]", name):
        return None
    return _with(NAME.plain(names.parse(name)), [mark, *said, note], url)


def _with(plain: Plain, said: list[str], url: str) -> Plain:
    """The name with what its marks and remarks say; what they do not say stays a note."""
    author: dict[str, Plain] = dict(plain) if isinstance(plain, Mapping) else {"name": plain}
    notes = [remark for remark in said if remark.strip()]
    if any(map(_EQUAL.search, notes)):
        author["equal"] = "true"
    if any(map(_CORRESPONDING.search, notes)):
        author["corresponding"] = "true"
    left = [remark for remark in notes if not (_EQUAL.search(remark) or _CORRESPONDING.search(remark))]
    if left:
        author["note"] = ", ".join(left)
    if url.startswith(("https://", "http://")):
        author["url"] = url
    return author if len(author) > 1 else author["name"]


def without_styles(text: str) -> str:
    """The text without HTML and without the stars and lines of Markdown around its words; raised marks stay."""
    text = _RAISED.sub(r"<sup>\1</sup>", _TAG.sub("", text))
    while (bare := _STYLED.sub(r"\2", text)) != text:
        text = bare
    return text


def listed(value: Any, notes: Any = ()) -> tuple[list[Plain], bool]:
    """The authors of a list with a name in each item, and whether there are more."""
    beside = notes if isinstance(notes, list) else []
    found, et_al = list[Plain](), False
    for number, item in enumerate(value if isinstance(value, list) else [value]):
        text = _printed(item)
        if ET_AL.search(text):
            et_al, text = True, ET_AL.sub("", text)
        one = author(text, text_of(beside[number]) if number < len(beside) else "")
        if one is not None:
            found.append(_described(one, item) if isinstance(item, Mapping) else one)
    return found, et_al


def _described(one: Plain, item: Mapping[str, Any]) -> Plain:
    """The author with what the mapping says beside the name; Quarto has roles among ``attributes``."""
    attributes = item.get("attributes")
    values = {**item, **(attributes if isinstance(attributes, Mapping) else {})}
    homes = (text_of(values.get(key)) for key in ("url", "website", "homepage", "link"))
    said: dict[str, Plain] = {
        "orcid": identifiers.orcid(text_of(values.get("orcid"))),
        "url": next((home for home in homes if home.startswith(("https://", "http://"))), ""),
        "affiliation": _affiliation(values.get("affiliation") or values.get("affiliations")),
        "equal": "true" if any(flag(values.get(key)) for key in ("equal", "equal-contributor")) else "",
        "corresponding": "true" if flag(values.get("corresponding")) else "",
    }
    said = {key: value for key, value in said.items() if value}
    return {**(one if isinstance(one, dict) else {"name": one}), **said} if said else one


def _affiliation(value: Any) -> str:
    """The names of affiliations; one that only refers to another place has none."""
    items = value if isinstance(value, list) else [value]
    named = (text_of(item.get("name")) if isinstance(item, Mapping) else text_of(item) for item in items)
    return "; ".join(filter(None, named))


def _printed(item: Any) -> str:
    """The name of an item that is a text, or a mapping with it under one of the usual keys."""
    if not isinstance(item, Mapping):
        return text_of(item)
    if isinstance(item.get("name"), Mapping):
        return _printed(item["name"])
    parts = [text_of(item.get(key)) for key in ("name", "literal", "author", "full_name", "title")]
    whole = next(filter(None, parts), "")
    given = text_of(item.get("given") or item.get("first_name") or item.get("first") or item.get("firstname"))
    family = text_of(item.get("family") or item.get("last_name") or item.get("last") or item.get("lastname"))
    return whole or f"{given} {family}".strip()


def printed_names(authors: list[Plain]) -> list[str]:
    """The names alone."""
    return [str(one.get("name", "")) if isinstance(one, dict) else str(one) for one in authors]


def first_list(values: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    """What stands under the first of these keys that holds something."""
    return next(
        (values[key] for key in keys if texts(values.get(key)) or (isinstance(values.get(key), list) and values[key])),
        None,
    )
