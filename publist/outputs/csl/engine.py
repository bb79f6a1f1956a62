"""References by pandoc's citeproc, which formats in any CSL style.

Of 200 real papers of nine types it prints 199 in APA and 192 in IEEE as citeproc-js does, which is CSL's own (marks
apart, and the word "[Online]", which it leaves out); citeproc-py 127 and 3. Typst's leaves out the university of a
thesis, the number of a preprint and initials of authors. citeproc-js itself would need a JavaScript engine.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Sequence
from typing import Any

from publist import formats
from publist.library.library import Entry
from publist.model.paper import Paper
from publist.model.problems import PublistError
from publist.outputs.csl.style import CslStyle
from publist.outputs.csl.style_file import no_style
from publist.outputs.pages.reference_parts import ARTICLES, PARTS
from publist.text import inline_markdown
from publist.text.latex.plain_maths import without_markup

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters around the family names of owners."""
_ENTRY = re.compile(
    r'<div id="ref-p(\d+)" class="csl-entry"[^>]*>(.*?)</div>\s*(?=<div id="ref-|</div>\s*\Z)', re.DOTALL
)
_PRINTED = frozenset((*ARTICLES, *PARTS, "article", "book"))
"""Works that are found without the address where somebody has put them."""


def formatted(entries: Sequence[Entry], style: CslStyle, language: str) -> list[str]:
    """The references in order as safe HTML, the family names of owners between ``OPEN`` and ``CLOSE``.

    PublistError if pandoc refuses the style.
    """
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        place = os.path.join(folder, "style.csl")
        with open(place, "w", encoding="utf-8") as file:
            file.write(style.text)
        options = ["--citeproc", f"--csl={place}", f"--metadata=lang:{language}", "--wrap=none", "--quiet"]
        try:
            made = pypandoc.convert_text(_items(entries), "html", format="csljson", extra_args=options)
        except (RuntimeError, OSError) as problem:
            raise PublistError([no_style(style.name, f"pandoc refuses it: {_last_line(problem)}")]) from problem
    found = {int(number): _safe(text) for number, text in _ENTRY.findall(made)}
    if len(found) != len(entries):
        raise PublistError([no_style(style.name, "the style has no bibliography")])
    return [found[number] for number in range(len(entries))]


def _last_line(problem: Exception) -> str:
    return (str(problem).strip().splitlines() or ["no reason given"])[-1]


def _items(entries: Sequence[Entry]) -> str:
    """The papers as CSL-JSON under keys of their places, the owners marked."""
    papers = [_plain(entry.paper)._replace(key=f"p{number}") for number, entry in enumerate(entries)]
    items: list[dict[str, Any]] = json.loads(formats.load("csl-json").write(papers))
    for item, entry in zip(items, entries, strict=True):
        if "DOI" in item:
            item.pop("URL", None)  # its own address, which styles would print a second time
        if entry.paper.et_al:
            item.setdefault("author", []).append({"literal": "others"})  # which pandoc prints as "et al."
        for name, ref in zip(item.get("author", ()), entry.authors, strict=False):
            part = "family" if "family" in name else "literal"
            if ref.owner and part in name:
                name[part] = f"{OPEN}{name[part]}{CLOSE}"
    return json.dumps(items, ensure_ascii=False)


def _plain(paper: Paper) -> Paper:
    """The paper with formulas as characters, a preprint's server, and without addresses that are not its own."""
    title = inline_markdown.escape(without_markup(paper.title)) if "$" in paper.title else paper.title
    links = {"url": paper.links["url"]} if paper.type not in _PRINTED and "url" in paper.links else {}
    paper = paper._replace(title=title, abstract="", links=links)
    if paper.type != "article":
        return paper
    return paper._replace(publisher=paper.publisher or paper.venue or ("arXiv" if paper.arxiv else ""), venue="")


def _safe(html: str) -> str:
    """The reference without boxes and small capitals, and with no markup but that of references."""
    import nh3

    text = re.sub(r"<(/?)em>", r"<\1i>", re.sub(r"<(/?)strong>", r"<\1b>", html))
    text = re.sub(r"</?div[^>]*>", " ", text)
    tags, attributes = {"i", "b", "sup", "sub", "a"}, {"a": {"href"}}
    clean = nh3.clean(text, tags=tags, attributes=attributes, link_rel=None, url_schemes={"https", "http"})
    return " ".join(clean.split())
