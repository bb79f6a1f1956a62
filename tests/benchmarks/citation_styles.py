"""Our APA and IEEE beside those of a CSL processor: ``python -m tests.benchmarks.citation_styles CSLDIR FILE.bib…``.

``CSLDIR`` holds apa.csl and ieee.csl of https://github.com/citation-style-language/styles; pandoc's citeproc formats
with them. Two hundred papers are taken from the files, of every type in turn, if ours has a form for the type. Known
differences are rewritten by ``EXPLAINED`` and counted; references that differ in more are printed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from itertools import islice, zip_longest
from pathlib import Path
from typing import NamedTuple

from publist.formats import bibtex
from publist.library.library import Entry
from publist.model.paper import Paper
from publist.outputs.csl.references import CslReferences
from publist.outputs.csl.style_file import style_of
from publist.outputs.pages.citation_styles import references
from publist.text.decoding import decode
from publist.text.markdown import inline

MOST = 200


def _numbers(match: re.Match[str]) -> str:
    return "".join(f", {part}" for part in match.groups() if part) + "."


class Explanation(NamedTuple):
    """Why texts differ, and what makes them alike: a pattern and its replacement in ours, theirs or both.

    ``{year}``, ``{volume}``, ``{series}``, ``{publisher}`` and ``{venue}`` in a pattern are those of the paper.
    """

    why: str
    side: str
    pattern: str
    instead: str | Callable[[re.Match[str]], str]
    style: str = "apa ieee"
    types: str = ""
    """Of these types only; "" of all."""


_MARKS = "citeproc sets ’ for ', – between numbers and … for three dots"
_IN = "In before proceedings (APA 10.5); CSL prints those without editor or publisher as journals, without either"
_PRESS = "a paper in press has no year (APA 9.14; to be published, IEEE); CSL prints the year, and In press as a note"
_ARXIV = "CSL names arXiv and the month of a preprint, and its address"
EXPLAINED: tuple[Explanation, ...] = (
    Explanation(_MARKS, "both", "[’‘]", "'"),
    Explanation(_MARKS, "both", r"…|\. \. \.", "..."),
    Explanation(_MARKS, "both", r"(?<=\d) ?[-–] ?(?=\d)", "-"),
    Explanation(_MARKS, "both", r"[“”]", '"'),
    Explanation(
        "given names of two letters (Md, Th) stay whole in citeproc", "theirs", r"\b([A-MO-Z])[a-z]\.(?= |,)", r"\1."
    ),
    Explanation(_PRESS, "ours", r"\(in press\)", "({year})", "apa"),
    Explanation(_PRESS, "ours", "to be published", "{year}", "ieee"),
    Explanation(_PRESS, "theirs", r"[.,]? \(?In press\)?\.?(?= |$)", ".", "apa"),
    Explanation(_PRESS, "theirs", r"(?:[A-Z][a-z]+\. )?(\d{4}), In press(?=[.,])", r"\1", "ieee"),
    Explanation(
        "a volume that is no number belongs to the title in CSL", "theirs", r": {volume}", " (Vol. {volume})", "apa"
    ),
    Explanation(
        "a volume that is no number belongs to the title in CSL",
        "theirs",
        r"\(Vol\. ([^()]+)\) \(pp",
        r"(Vol. \1, pp",
        "apa",
    ),
    Explanation(
        "numbers and kinds of books and theses are printed by CSL",
        "theirs",
        r" \([A-Z]\w+ No?\. [^()]+\)",
        "",
        "apa",
        "book thesis",
    ),
    Explanation(
        "numbers and kinds of books and theses are printed by CSL", "theirs", r" \[\w+\](?=\.)", "", "apa", "book"
    ),
    Explanation("a book has no venue", "theirs", r" In {venue}\.", "", "apa", "book"),
    Explanation(_IN, "both", r"([.?!]) In (?=\S)", r"\1 ", "apa", "paper-conference"),
    Explanation(
        _IN, "both", r" \((?:Vol\. ([^,()]+))?(?:, )?(?:pp?\. ([^()]+))?\)\.", _numbers, "apa", "paper-conference"
    ),
    Explanation(_IN, "both", r"(?<=[.\d]) {publisher}\.", "", "apa", "paper-conference"),
    Explanation("the day of proceedings stands in CSL", "theirs", r"\((\d{4}), [A-Z][a-z]+ \d+\)", r"(\1)", "apa"),
    Explanation("a series stands where there is no volume in CSL", "theirs", r", {series}\.", ".", "apa"),
    Explanation(
        "the university in the brackets of a thesis (APA 10.6); CSL has it there for a thesis with an address alone",
        "both",
        r" \[([^\]]+?), ([^\]]+)\]\.",
        r" [\1]. \2.",
        "apa",
        "thesis",
    ),
    Explanation(
        "an address of an article without DOI (APA 9.34)",
        "ours",
        r" https?://(?!doi)\S+$",
        "",
        "apa",
        "article-journal",
    ),
    Explanation("citeproc has titles of volumes in capitals", "both", r"[A-Z]", lambda m: m[0].lower(), "apa"),
    Explanation(
        "the volume of proceedings, which CSL leaves out",
        "ours",
        r", vol\. {volume}(?=, )",
        "",
        "ieee",
        "paper-conference",
    ),
    Explanation(_ARXIV, "theirs", r" Available: https://arxiv\S+$", "", "ieee"),
    Explanation(_ARXIV, "theirs", r"(?:[A-Z][a-z]+\.? )?(\d{4}), arXiv: arXiv:", r"\1, arXiv:", "ieee"),
    Explanation("a comma before doi, as in the guide's examples", "theirs", r"\. doi: ", ", doi: ", "ieee"),
    Explanation("what is not published is said to be (guide, section II.P)", "ours", r" unpublished,", "", "ieee"),
    Explanation("a patent without a country is called one", "ours", r"Patent (?=\S+,)", "", "ieee"),
    Explanation("groups stay behind et al.", "ours", r"(et al\.) \([^()]+\)", r"\1", "ieee"),
    Explanation("ser. before a series (guide, section II.C)", "ours", r", ser\. {series}", "", "ieee"),
    Explanation(
        "ser. before a series (guide, section II.C)", "theirs", r",? in {series}(?:, vol\. {volume})?\.", ",", "ieee"
    ),
    Explanation("ser. before a series (guide, section II.C)", "theirs", r",? in {series}\.", ",", "ieee"),
    Explanation("no stop before an address in CSL", "theirs", r"(?<=\d) Available", ". Available", "ieee"),
    Explanation("pandoc drops a term of the style: [Online]", "ours", r"\[Online\]\. ", "", "ieee"),
)


def papers_of(paths: Sequence[str]) -> Iterator[Paper]:
    """Papers of the files, of every type in turn."""
    by_type: dict[str, list[Paper]] = defaultdict(list)
    for path in paths:
        for paper in bibtex.read(decode(Path(path).read_bytes()).text, source=path).papers:
            by_type[paper.type].append(paper)
    yield from (paper for turn in zip_longest(*by_type.values()) for paper in turn if paper)


def entry_of(paper: Paper, number: int = 0) -> Entry:
    """The paper alone in a list."""
    return Entry(str(number), "", "", paper, {}, b"%d" % number, b"")


def ours(paper: Paper, style: str) -> str:
    """Our reference as a reader sees it, "" for a type that has no form."""
    return next((shown(view.html) for view in references(entry_of(paper), (style,), CslReferences())), "")


def shown(html: str) -> str:
    """A reference as a reader sees it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def _filled(text: str, paper: Paper, quoted: Callable[[str], str]) -> str | None:
    """The text with the paper's values in the places of their names; None where the paper has none."""
    values = {name: getattr(paper, name) for name in ("volume", "series", "publisher", "venue")}
    values["year"] = str(paper.date.year) if paper.date else ""
    for name, value in values.items():
        if f"{{{name}}}" in text:
            if not value:
                return None
            text = text.replace(f"{{{name}}}", quoted(shown(str(inline(value)))))
    return text


def explained(paper: Paper, style: str, mine: str, other: str) -> tuple[str, str, list[str]]:
    """Both texts without the differences that are known, and those."""
    said = []
    for one in EXPLAINED:
        if style not in one.style or (one.types and paper.type not in one.types.split()):
            continue
        pattern, instead = _filled(one.pattern, paper, re.escape), one.instead
        if pattern is None:
            continue
        if isinstance(instead, str):
            instead = _filled(instead, paper, str) or ""
        if mine == other:
            break
        apart = _apart(mine, other)
        mine = mine if one.side == "theirs" else re.sub(pattern, instead, mine)
        other = other if one.side == "ours" else re.sub(pattern, instead, other)
        said += [one.why] if _apart(mine, other) < apart else []
    return mine, other, said


def _apart(mine: str, other: str) -> int:
    """How many words are in one of the texts alone."""
    left, right = Counter(mine.split()), Counter(other.split())
    return ((left - right) + (right - left)).total()


def compare(style: str, folder: str, papers: Sequence[Paper]) -> None:
    """Print how many are equal, how many are so but for what is explained, and each other one."""
    csl = style_of(f"{style}.csl", folder)
    made = CslReferences([csl]).of([entry_of(paper, number) for number, paper in enumerate(papers)], csl.name)
    equal, known, reasons, left = 0, 0, Counter[str](), []
    for paper, text in zip(papers, made, strict=True):
        mine, other = ours(paper, style), shown(text)
        equal += mine == other
        like, alike, why = explained(paper, style, mine, other)
        if mine != other and like == alike:
            known += 1
            reasons.update(set(why))
        elif mine != other:
            left.append((paper, like, alike))
    print(f"{style}: {len(papers)} papers, {equal} equal, {known} explained, {len(left)} left")
    for reason, number in reasons.most_common():
        print(f"  {number:4} {reason}")
    for paper, mine, other in left:
        print(f"  {paper.type} {paper.key}\n    ours   {mine}\n    theirs {other}")


def main(folder: str, *paths: str) -> None:
    """Compare both styles on the papers of the files."""
    papers = list(islice((paper for paper in papers_of(paths) if ours(paper, "apa") and ours(paper, "ieee")), MOST))
    print(", ".join(f"{number} {kind}" for kind, number in Counter(paper.type for paper in papers).most_common()))
    for style in ("apa", "ieee"):
        compare(style, folder, papers)


if __name__ == "__main__":
    main(*sys.argv[1:])
