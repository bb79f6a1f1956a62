"""Values of papers drawn at random, and the texts of files that say them, as a person reads and edits lines."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from publist.content import paper_file
from publist.model.paper import Date, Name, Notice, Paper

TEXTS = st.sampled_from(["ICASSP", "no", "A: b", "# x", "Sp & Co", "'q'", "Ümlaut", "12", "a, b"])
AUTHORS = st.lists(
    st.sampled_from(["Jane Doe", "Max Roe", "Wei Li, Jr.", "O'Neil"]), min_size=1, max_size=4, unique=True
)
WORDS = st.lists(st.sampled_from(["speech", "x: y", "no", "c, d"]), min_size=1, max_size=3, unique=True)
DATES = st.sampled_from(["2021", "2021-05", "2021-05-07", "2022"])
LINKS = st.dictionaries(
    st.sampled_from(["pdf", "code"]), st.sampled_from(["https://e.org/1", "https://e.org/2"]), min_size=1
)
NOTICES = st.fixed_dictionaries(
    {"note": st.sampled_from(["Figure 2", "a: b"])}, optional={"date": DATES, "url": st.just("https://e.org/n")}
)
"""In the order of a file: a notice that is changed in a part is another notice."""
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(["On Things", "Of: Things", "Why *Things*"]),
    "authors": AUTHORS,
    "date": DATES,
    "venue": TEXTS,
    "publisher": TEXTS,
    "topics": WORDS,
    "keywords": WORDS,
    "links": LINKS,
    "status": st.sampled_from(["in press", "submitted"]),
    "added": DATES,
    "weight": st.sampled_from(["1", "20"]),
    "aliases": st.lists(st.sampled_from(["old", "older"]), min_size=1, max_size=2, unique=True),
    "awards": WORDS,
    "summary": TEXTS,
    "type": st.sampled_from(["thesis", "chapter"]),
    "venue_short": TEXTS,
    "collaboration": WORDS,
    "image": st.sampled_from(["assets/a.png", "assets/b c.jpg"]),
    "image_alt": TEXTS,
    "note": TEXTS,
    "retraction": NOTICES,
    "corrections": st.lists(NOTICES, min_size=1, max_size=2),
    "abstract": st.sampled_from(["One.", "One.\n\nTwo $x$.", "Three\nlines\nhere.", "A\n\n---\n\nB"]),
}
FIELDS = [*VALUES]
LISTS = ("topics", "keywords", "aliases", "awards", "collaboration")
LINES = ("venue", "publisher", "key", "status", "summary", "venue_short", "image", "image_alt", "note")
Values = dict[str, Any]


def changeable(number: int) -> list[str]:
    return [name for name in FIELDS if number % 2 == 0 or name not in ("title", "abstract")]


def assign(values: Values, name: str, value: Any) -> None:
    outer, dot, inner = name.partition(".")
    if dot:
        links = {**values.get("links", {}), inner: value}
        value, name = {label: url for label, url in links.items() if url is not None} or None, outer
    values[name] = value
    if value is None:
        del values[name]


def paper_of(number: int, values: Values) -> Paper:
    """The paper as a format would give it; papers with an odd number have no citation key but one given to them."""
    fields: Values = {"key": "" if number % 2 else f"key{number}", **values}
    fields["title"] = f"{fields['title']} {number}"
    fields["authors"] = tuple(map(Name, fields.get("authors", ())))
    fields |= {name: Date.parse(fields[name]) for name in ("date", "added") if name in fields}
    if "abstract" in fields:
        fields["abstract"] = f"{fields['abstract']} ({number})"
    fields["weight"] = int(fields.get("weight", 0))
    for name in LISTS:
        fields[name] = tuple(fields.get(name, ()))
    fields["retraction"] = _notice(fields["retraction"]) if "retraction" in fields else None
    fields["corrections"] = tuple(map(_notice, fields.get("corrections", ())))
    return Paper(**fields)


def _notice(said: Values) -> Notice:
    return Notice(**{**said, "date": Date.parse(said["date"]) if "date" in said else None})


def _of_notice(notice: Notice) -> Values:
    said = {"note": notice.note, "date": str(notice.date or ""), "url": notice.url}
    return {name: value for name, value in said.items() if value}


def flat(values: Values) -> Values:
    """Values with each link as a field of its own."""
    return {
        **{name: value for name, value in values.items() if name != "links"},
        **{f"links.{label}": url for label, url in values.get("links", {}).items()},
    }


def values_in(text: str) -> Values:
    """What a file says, as the model keeps it."""
    paper, problems = paper_file.read(text, path="")
    assert paper is not None
    assert problems == ()
    values: Values = {"title": re.sub(r" \d+$", "", paper.title), "authors": [str(name) for name in paper.authors]}
    values |= {name: getattr(paper, name) for name in LINES}
    values["type"] = "" if paper.type == "article" else paper.type
    values["abstract"] = re.sub(r" \(\d+\)$", "", paper.abstract)
    values |= {"date": str(paper.date or ""), "added": str(paper.added or "")}
    values["retraction"] = _of_notice(paper.retraction) if paper.retraction else {}
    values["corrections"] = [_of_notice(notice) for notice in paper.corrections]
    values |= {name: list(getattr(paper, name)) for name in LISTS}
    values["weight"] = str(paper.weight or "")
    values["links"] = dict(paper.links)
    return {name: value for name, value in values.items() if value}


def blocks(text: str) -> dict[str, str]:
    """The lines of each top-level key and of the body, as they stand; comment lines belong to what is above."""
    found: dict[str, list[str]] = {}
    name, fences = "", 0
    for line in text.splitlines(keepends=True):
        fences += line.rstrip() == "---" and fences < 2
        key = re.match(r"[a-z_]+(?=:)", line) if fences == 1 else None
        name = key[0] if key else "abstract" if fences == 2 else name
        found.setdefault(name, []).append(line)
    return {name: "".join(lines) for name, lines in found.items()}


def assert_rest_unchanged(before: str, after: str) -> None:
    old, new = values_in(before), values_in(after)
    if old == new:
        assert after == before
    then, now = blocks(before), blocks(after)
    for name in old.keys() & new.keys():
        if old[name] == new[name] and name in then:
            assert _without_comment_lines(now[name]) == _without_comment_lines(then[name])


def _without_comment_lines(block: str) -> list[str]:
    """A new key may come between a value and the comment lines under it."""
    return [line for line in block.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def without(text: str, name: str) -> str:
    found = blocks(text)
    if name == "abstract":
        return text[: -len(found["abstract"])] + "---\n"
    return text.replace(found[name], "", 1) if name in found else text


def with_line(text: str, line: str) -> str:
    at = text.index("\n---\n") + 1
    return f"{text[:at]}{line}\n{text[at:]}"


def quoted(value: Any, quote: str) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{label}: {quoted(url, quote)}" for label, url in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(quoted(item, quote) for item in value) + "]"
    doubled = value.replace("'", "''") if quote == "'" else value
    return f"{quote}{doubled}{quote}"
