"""References in any citation style: CSL (https://docs.citationstyles.org), as pandoc's citeproc formats it.

Of the engines at hand it alone was right on real lists: Typst's leaves out the university of a thesis, the number of
a preprint and initials of authors.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from publist import formats
from publist.library.library import Entry
from publist.model.paper import Paper
from publist.model.problems import Problem, PublistError, error
from publist.text import inline_markdown
from publist.text.latex.plain_maths import without_markup

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private-use characters around the family names of owners, on their way through the style."""
_ENTRY = re.compile(
    r'<div id="ref-p(\d+)" class="csl-entry"[^>]*>(.*?)</div>\s*(?=<div id="ref-|</div>\s*\Z)', re.DOTALL
)
_NUMBER = re.compile(r'<div class="csl-left-margin">.*?</div>\s*<div\s+class="csl-right-inline">', re.DOTALL)
_LETTERS = re.compile(r"""\sdisambiguate-add-year-suffix\s*=\s*["']true["']""")
"""Letters behind years (2020a) tell citations in a text apart; a list has none."""


def csl_references(entries: Sequence[Entry], path: str, language: str) -> Mapping[str, str]:
    """The references by the slugs of their papers, as HTML, owners in bold, in the style of a ``.csl`` file.

    PublistError if the file is no such style, or the extra ``styles`` is not installed.
    """
    style = _style(path)
    if find_spec("pypandoc") is None:
        hint = "Install it with pip install 'publist[styles]', or choose --style apa or ieee."
        raise PublistError([error(path, 0, 0, "a CSL style needs the extra `styles`, which is missing", hint)])
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        place = os.path.join(folder, "style.csl")
        with open(place, "w", encoding="utf-8") as file:
            file.write(_LETTERS.sub("", style))
        options = ["--citeproc", f"--csl={place}", f"--metadata=lang:{language}", "--wrap=none"]
        try:
            made = pypandoc.convert_text(_items(entries), "html", format="csljson", extra_args=options)
        except (RuntimeError, OSError) as problem:
            raise PublistError([_no_style(path, f"pandoc refuses it: {_last_line(problem)}")]) from problem
    found = {int(number): _tidied(text) for number, text in _ENTRY.findall(made)}
    if len(found) != len(entries):
        raise PublistError([_no_style(path, "the style has no bibliography")])
    return {entry.slug: found[number] for number, entry in enumerate(entries)}


def _style(path: str) -> str:
    """The text of the style. One that only names another would make pandoc ask the network for that."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as problem:
        raise PublistError([_no_style(path, "the file cannot be read")]) from problem
    if "<bibliography" not in text:
        parent = re.search(r'href="([^"]*)"\s+rel="independent-parent"', text)
        said = f"the style only names another: {parent[1]}" if parent else "this is no CSL style with a bibliography"
        raise PublistError([_no_style(path, said)])
    return text


def _no_style(path: str, said: str) -> Problem:
    return error(path, 0, 0, said, "Take a style from https://github.com/citation-style-language/styles")


def _last_line(problem: Exception) -> str:
    return (str(problem).strip().splitlines() or ["no reason given"])[-1]


def _items(entries: Sequence[Entry]) -> str:
    """The papers as CSL-JSON under keys of their places, the owners marked."""
    papers = [_plain(entry.paper)._replace(key=f"p{number}") for number, entry in enumerate(entries)]
    items: list[dict[str, Any]] = json.loads(formats.load("csl-json").write(papers))
    for item, entry in zip(items, entries, strict=True):
        if "DOI" in item:
            item.pop("URL", None)  # its own address, which styles would print a second time
        for name, ref in zip(item.get("author", ()), entry.authors, strict=False):
            part = "family" if "family" in name else "literal"
            if ref.owner and part in name:
                name[part] = f"{_OPEN}{name[part]}{_CLOSE}"
    return json.dumps(items, ensure_ascii=False)


def _plain(paper: Paper) -> Paper:
    """The paper with formulas as characters, and without addresses that are not its own."""
    title = inline_markdown.escape(without_markup(paper.title)) if "$" in paper.title else paper.title
    return paper._replace(title=title, abstract="", links={})


def _tidied(html: str) -> str:
    text = _NUMBER.sub("", html).replace("</div>", "").strip()
    return text.replace(_OPEN, "<b>").replace(_CLOSE, "</b>")
