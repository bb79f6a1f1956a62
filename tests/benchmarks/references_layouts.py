"""Layouts of reference lists: marks, headings, blank lines, wrapped lines with all that a PDF does to them, markup."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tests.benchmarks.references_styles import Printed, bare

Truth = dict[str, Any]
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}
_MARKS = {
    "none": "", "[n]": "[{n}] ", "n.": "{n}. ", "(n)": "({n}) ", "n.tab": "{n}.\t", "reverse": "{back}. ", "dash": "- ",
    "bullet": "• ", "label": "[J{n}] ", "star": "* ",
}  # fmt: skip
_HEADS = {
    "article-journal": ("Journal articles", "Refereed journal papers", "Articles"),
    "paper-conference": ("Conference papers", "Refereed conference publications", "In proceedings"),
    "chapter": ("Book chapters", "Chapters in books"),
    "thesis": ("Theses", "Thesis"),
    "": ("Other publications", "Others"),
}
_LINKS = (
    "[PDF]",
    "[pdf] [code]",
    "(pdf)",
    "[paper][bibtex]",
    "[PDF] [Code] [Slides]",
    "(Best paper award)",
    "PDF | Code",
)


def laid_out(pick: random.Random, references: Sequence[Printed], *, irregular: bool) -> tuple[str, list[Truth], str]:
    """The text of the list, the truth in its order, and what it is like (layout, marker, sections)."""
    layout = "irregular" if irregular else pick.choice(("plain", "plain", "wrapped", "wrapped", "markdown", "html"))
    marker = pick.choice(list(_MARKS))
    sections = pick.choice(("none", "none", "year", "type"))
    if layout == "wrapped" and any("\n" in one.html for one in references):
        layout = "plain"
    blank = marker == "none" or any("\n" in one.html for one in references) or pick.random() < 0.5
    owner = _owner(pick, references)
    links = pick.random() < 0.3
    groups = _groups(references, sections)
    lines: list[str] = [*_beginning(pick, layout)]
    truths: list[Truth] = []
    number = 0
    count = sum(len(group) for _, group in groups)
    for heading, group in groups:
        lines += _heading(pick, heading, layout)
        for one in group:
            number += 1
            text, truth = one.html, dict(one.truth)
            truth |= {"year": heading} if sections == "year" else {}
            text = _marked_owner(text, owner, layout)
            text += f" {pick.choice(_LINKS)}" if links and pick.random() < 0.5 else ""
            if layout == "irregular":
                text = _careless(pick, text)
                marker = pick.choice((marker, pick.choice(list(_MARKS)))) if pick.random() < 0.2 else marker
            mark = _MARKS[marker].format(n=number, back=count + 1 - number)
            lines += _entry(pick, text, mark, layout, blank=blank)
            truths.append(truth)
        lines += ["</ul>", ""] if layout == "html" else []
    whole = "\n".join(lines)
    if layout == "wrapped":
        whole = _as_pdf(pick, lines, hanging=marker == "none" and pick.random() < 0.4)
    return whole + "\n", truths, f"{layout}\t{marker}\t{sections}"


def _beginning(pick: random.Random, layout: str) -> list[str]:
    title = pick.choice(("", "Publications", "Selected publications"))
    if not title or pick.random() < 0.5:
        return []
    return [f"<h1>{title}</h1>" if layout == "html" else f"# {title}" if layout == "markdown" else title, ""]


def _groups(references: Sequence[Printed], sections: str) -> list[tuple[str, list[Printed]]]:
    if sections == "none":
        return [("", list(references))]
    found: dict[str, list[Printed]] = {}
    for one in references:
        found.setdefault(_year_or_kind(one, sections), []).append(one)
    order = sorted(found, reverse=True) if sections == "year" else list(found)
    return [(name if sections == "year" else f"={name}", found[name]) for name in order]


def _year_or_kind(one: Printed, sections: str) -> str:
    if sections == "year":
        return str(one.item["issued"]["date-parts"][0][0])
    return one.item["type"] if one.item["type"] in _HEADS else ""


def _heading(pick: random.Random, name: str, layout: str) -> list[str]:
    if not name:
        return ["<ul>"] if layout == "html" else []
    text = pick.choice(_HEADS[name[1:]]) if name[0] == "=" else name
    if layout == "html":
        return [f"<h2>{text}</h2>", "<ul>"]
    form = pick.choice(("{}", "{}", "{}:")) if layout != "markdown" else pick.choice(("## {}", "**{}**", "### {}"))
    return ["", form.format(text), ""]


def _owner(pick: random.Random, references: Sequence[Printed]) -> tuple[str, str]:
    """The family name that comes most often, and how it is shown."""
    names = Counter(name["family"] for one in references for name in one.truth["authors"])
    return names.most_common(1)[0][0], pick.choice(("", "", "", "bold", "star"))


def _marked_owner(text: str, owner: tuple[str, str], layout: str) -> str:
    family, how = owner
    if not how or family not in text or (how == "bold" and layout not in ("markdown", "html")):
        return text
    shown = f"<strong>{family}</strong>" if how == "bold" else f"{family}*"
    return re.sub(rf"(?<![\w>-]){re.escape(family)}(?![\w-])", lambda _: shown, text, count=1)


def _careless(pick: random.Random, text: str) -> str:
    """What people do without noticing: a stop or a space is missing, or there are two."""
    for old, new in ((", ", ","), (". ", ".  "), (", ", " , ")):
        if pick.random() < 0.06:
            parts = text.rsplit(old, 1)
            text = new.join(parts)
    return text.rstrip(".") if pick.random() < 0.3 else text


def _entry(pick: random.Random, text: str, mark: str, layout: str, *, blank: bool) -> list[str]:
    after = [""] if blank else []
    if layout == "html":
        broken = text.replace("\n", "<br>\n")
        return [f"<li>{broken}</li>"]
    if layout in ("markdown", "irregular"):
        shown = _markdown(text)
        if layout == "irregular" and pick.random() < 0.03:
            return [mark + shown]  # the next reference is glued to this one's last line, or stands without a blank line
        escaped = re.sub(r"^(\d+)\. ", r"\1\\. ", mark) if pick.random() < 0.1 else mark
        return [*f"{escaped}{shown}".replace("\n", pick.choice(("<br>\n", "  \n", "\n"))).split("\n"), *after]
    return [*f"{mark}{bare(text)}".split("\n"), *after]


def _markdown(text: str) -> str:
    text = re.sub(r"</?(?:em|i)>", "*", text)
    return bare(re.sub(r"</?(?:strong|b)>", "**", text))


def _as_pdf(pick: random.Random, lines: Sequence[str], *, hanging: bool) -> str:
    """The lines wrapped, with words parted, ligatures, and at each page's end its number or a running head."""
    width, ligatures, per_page = pick.choice((72, 80, 80, 95)), pick.random() < 0.4, pick.choice((0, 40, 54))
    furniture = pick.choice(("{}", "Page {}", "Curriculum Vitae – {}", "- {} -"))
    indent = "   " if hanging else ""
    found: list[str] = []
    for line in lines:
        text = line
        if ligatures:
            for letters, sign in _LIGATURES.items():
                text = text.replace(letters, sign)
        found += list(_wrapped(pick, text, width, indent))
    if not per_page:
        return "\n".join(found)
    pages = [found[at : at + per_page] for at in range(0, len(found), per_page)]
    return "\n".join(
        line
        for number, page in enumerate(pages, 1)
        for line in (*page, *([f"\n{furniture.format(number)}\n"] if number < len(pages) else []))
    )


def _wrapped(pick: random.Random, text: str, width: int, indent: str) -> Iterator[str]:
    lines, line = 0, ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            head = _head(pick, word, width - len(line) - 1)
            yield f"{indent if lines else ''}{line} {head}".rstrip(" ")
            lines, line = lines + 1, word[len(head) if word.startswith(head) else len(head) - 1 :]
        else:
            line = f"{line} {word}" if line else word
    yield f"{indent if lines else ''}{line}"


def _head(pick: random.Random, word: str, free: int) -> str:
    """What of a word still goes on the line, with its hyphen; "" where the word is not parted."""
    if head := _parted(pick, word, free):
        return f"{head}-"
    if "-" in word[1:free] and not word.startswith("http") and pick.random() < 0.8:
        return word[: word.rindex("-", 1, free) + 1]
    return ""


def _parted(pick: random.Random, word: str, free: int) -> str:
    """The part of a long word that still goes on the line; "" where the word is not to be parted."""
    if len(word) < 8 or free < 5 or not word.isalpha() or pick.random() > 0.35:
        return ""
    places = [
        at for at in range(3, min(free - 1, len(word) - 3)) if word[at - 1] in "aeiou" and word[at] not in "aeiou"
    ]
    return word[: places[-1]] if places else ""
