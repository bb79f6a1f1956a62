"""Forms of references such as people write by hand: each drawn from the choices that CVs and home pages show."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any, NamedTuple

from tests.benchmarks.references_papers import Item
from tests.benchmarks.references_styles import Printed

_NAMES: dict[str, Callable[[str, str], str]] = {
    "direct": lambda given, family: f"{given} {family}",
    "initials first": lambda given, family: f"{_initials(given, '. ')} {family}",
    "tight initials first": lambda given, family: f"{_initials(given, '.')} {family}",
    "bare initials": lambda given, family: f"{family} {_initials(given, '')}",
    "inverted": lambda given, family: f"{family}, {_initials(given, '. ')}",
    "inverted, whole": lambda given, family: f"{family}, {given}",
    "family first": lambda given, family: f"{family} {given}",
    "capitals first": lambda given, family: f"{family.upper()} {given}",
    "initials last": lambda given, family: f"{family} {_initials(given, '.')}",
}
_WHOLE = ("direct", "inverted, whole", "family first", "capitals first")
"""The forms that print whole given names."""
_ORDERS = (
    "A T V Y", "A (Y). T V", "A Y. T V", "T A V Y", "T\nA\nV Y", "T. A. V Y", "Y. A. T V", "A: T V Y", "A; T; V; Y",
    "T / A / V / Y", "A. T. V Y", "A. T. V (Y)", "T, A, V Y", "A, T, V, Y", "T | A | V Y", "T (with A). V Y",
    "A\nT\nV Y", "T. By A. V Y", "T with A. V Y", "A. T (V, Y)", "A (Y): T. V", "T. V Y. A", "(Y) A. T. V", "A T. V Y",
    "T (A), V Y", "A - T - V - Y",
)  # fmt: skip
_QUOTES = ("{}", "{}", "“{}”", '"{}"', "<em>{}</em>", "<strong>{}</strong>", "‘{}’", "«{}»")
_LEADS = ("", "", "In ", "in ", "In: ", "To appear in ")
_NUMBERS = (
    "{v}({i}):{p}", "{v} ({i}), {p}", "vol. {v}, no. {i}, pp. {p}", "Vol. {v}, No. {i}, pages {p}", "{v}, {p}",
    "<strong>{v}</strong>:{p}", "pp. {p}", "pages {p}", "",
)  # fmt: skip
_JOINTS = (", ", " and ", ", and ", " & ", ", & ")


class Form(NamedTuple):
    """A grammar: where each part stands and how it is written."""

    order: str
    name: str
    between: str
    joint: str
    title: str
    lead: str
    italic: bool
    numbers: str
    most: int


def form(pick: random.Random, half: int) -> Form:
    """A form of one half: the order of parts together with the form of names is in one half only."""
    while True:
        order, name = pick.choice(_ORDERS), pick.choice(list(_NAMES))
        if (_ORDERS.index(order) + list(_NAMES).index(name)) % 2 == half:
            break
    inverted = name.startswith("inverted")
    between = pick.choice(("; ", ", ")) if name != "inverted, whole" else "; "
    if order.startswith("A; "):
        between = "; " if inverted else ", "
    joint = pick.choice(_JOINTS) if between == ", " else pick.choice(("; ", " and "))
    return Form(
        order, name, between, joint, pick.choice(_QUOTES), pick.choice(_LEADS), pick.random() < 0.5,
        pick.choice(_NUMBERS), pick.choice((3, 100, 100, 100)),
    )  # fmt: skip


def printed(items: Sequence[Item], grammar: Form) -> list[Printed]:
    """The papers in this form."""
    return [_printed(item, grammar) for item in items if item["type"] in _PLAIN]


_PLAIN = ("article-journal", "paper-conference", "chapter", "article", "thesis")


def _printed(item: Item, grammar: Form) -> Printed:
    people = [person for person in item["author"] if person.get("given")] or item["author"]
    particle = ("non-dropping-particle", "dropping-particle")
    people = [
        {
            "given": person.get("given", ""),
            "family": " ".join([*(person[key] for key in particle if key in person), person["family"]]),
        }
        for person in people
    ]
    shown = people if len(people) <= grammar.most + 2 else people[: grammar.most]
    et_al = len(shown) < len(people)
    write = _NAMES[grammar.name]
    names = [write(person.get("given", ""), person["family"]).strip(", ") for person in shown]
    joint = "; " if grammar.order.startswith("A; ") and grammar.between == "; " else grammar.joint
    authors = grammar.between.join(names)
    if len(names) > 1 and not et_al:
        authors = f"{grammar.between.join(names[:-1])}{joint}{names[-1]}"
    authors += " et al." if et_al else ""
    year = str(item["issued"]["date-parts"][0][0])
    venue, truth_venue = _venue(item, grammar)
    truth: dict[str, Any] = {
        "title": item["title"], "authors": [_as_printed(person, grammar) for person in shown], "et_al": et_al,
        "year": year, **truth_venue,
    }  # fmt: skip
    title = grammar.title.format(escape(item["title"], quote=False))
    return Printed(_joined(grammar, escape(authors, quote=False), title, venue, year), truth, item)


def _as_printed(person: Item, grammar: Form) -> Item:
    given = person.get("given", "")
    return {"family": person["family"], "given": given if grammar.name in _WHOLE else _initials(given, "")}


def _initials(given: str, mark: str) -> str:
    parts = re.findall(r"[^\s.-]+", given)
    return mark.join(part[0] for part in parts) + mark.strip() if parts else ""


def _venue(item: Item, grammar: Form) -> tuple[str, dict[str, Any]]:
    """The venue with its numbers, and what that tells."""
    if item["type"] == "thesis":
        return f"{item.get('genre', 'PhD thesis')}, {escape(item.get('publisher', ''), quote=False)}".rstrip(", "), {}
    if item["type"] == "article" or not item.get("container-title"):
        number = item.get("number", "")
        arxiv = re.search(r"\d{4}\.\d{5}", number)
        return (f"arXiv preprint arXiv:{arxiv[0]}", {"arxiv": arxiv[0]}) if arxiv else ("", {})
    name = item["container-title"]
    shown = escape(name, quote=False)
    found: dict[str, Any] = {"venue": name}
    numbers, told = _numbers(item, grammar)
    shown = f"{grammar.lead}<em>{shown}</em>" if grammar.italic else f"{grammar.lead}{shown}"
    return f"{shown}{numbers}", found | told


def _numbers(item: Item, grammar: Form) -> tuple[str, dict[str, Any]]:
    pages, volume, issue = item.get("page", ""), item.get("volume", ""), item.get("issue", "")
    if not grammar.numbers or not (pages or volume):
        return "", {}
    told = {"pages": pages} if pages and "{p}" in grammar.numbers else {}
    text = grammar.numbers.replace("{p}", pages.replace("-", "–")).replace("{v}", volume).replace("{i}", issue)
    text = re.sub(r"\s?\(\)|, no\. (?=,)|, No\. (?=,)|<strong></strong>", "", text)
    text = re.sub(r"(?:pp\.|pages)\s*$|[Vv]ol\. ,|[:,]\s*$", "", text.strip()).strip(" ,:")
    between = " " if re.match(r"\d|<strong>\d", text) and text != pages else ", "
    return (f"{between}{text}" if text else ""), told


def _joined(grammar: Form, authors: str, title: str, venue: str, year: str) -> str:
    order = grammar.order
    ends = bool(re.search(r"[?!.][”»’\"]?(?:</\w+>)?$", title))
    parts = {"A": authors, "T": title, "V": venue, "Y": year}
    text = "".join(parts.get(part, part) for part in re.split(r"([ATVY])", order))
    if " T V" in order or "T A" in order or order.startswith("T (") or "A T" in order:
        mark = " " if ends else ". "
        text = text.replace(f"{title} ", f"{title}{mark}", 1)
        text = text.replace(
            f"{authors} {title}", f"{authors}, {title}" if title[0] in '“"‘«' else f"{authors.rstrip('.')}. {title}", 1
        )
        text = text.replace(f"{authors} {venue}", f"{authors.rstrip('.')}. {venue}", 1) if venue else text
    if venue:
        text = text.replace(f"{venue} {year}", f"{venue}, {year}", 1)
    text = re.sub(r"(?:\. ){2}|\.\s\.(?=\s)", ". ", text)
    stop = "" if "\n" in order or "/" in order else "."
    return re.sub(r" +([,.;])", r"\1", text).strip(" ,;/|") + stop
