"""A document as Typst (https://typst.app/docs/reference/): the template, then calls of its functions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby

from publist.outputs.cv.document import Document, Item, Line, Run, Section, is_left_to_right

_SPECIAL = re.compile(r"[\\*_`$#<>@\[\]~\"']|/(?=[/*])|(?<=[/*])/|-(?=[-?\d])|\.(?=\.)|^[=+/-]|^\d+(?=[.)])|://")
"""What Typst would take for markup, shorthands and addresses among it."""


def write(document: Document, template: str) -> str:
    """The source: ``template`` with the document in the place of its marker."""
    body = "\n".join(_parts(document))
    return template.replace("@BODY@", body)


def escaped(text: str) -> str:
    """Text as Typst's markup says it."""
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    if found == "://":
        return ":\\/\\/"
    return f"{found}\\" if found[0].isdecimal() else f"\\{found}"


def _parts(document: Document) -> Iterator[str]:
    language, _, region = document.language.partition("-")
    options = [f"name: {_string(document.name)}", f"sheet: {_string(document.sheet)}"]
    options += [f"language: {_string(language.lower())}"]
    options += [f"region: {_string(region.upper())}"] if re.fullmatch(r"[A-Za-z]{2}", region) else []
    yield f"#show: cv.with({', '.join(options)})"
    yield f"#cv-head({_string(document.name)}, ({''.join(f'[{_line(line)}], ' for line in document.lines)}))"
    for section in document.sections:
        yield ""
        yield f"#cv-section[{escaped(section.heading)}]"
        yield from _section(section, rtl=document.direction == "rtl")


def _section(section: Section, *, rtl: bool) -> Iterator[str]:
    for block in section.blocks:
        yield {"p": "#cv-text[{}]", "li": "#cv-bullet[{}]", "h": "#cv-group[{}]"}[block.kind].format(_line(block.line))
    for entry in section.entries:
        yield f"#cv-entry[{escaped(entry.label)}][{_line(entry.line)}]"
    for group in section.groups:
        if group.heading:
            yield f"#cv-group[{escaped(group.heading)}]"
        widest = max((len(item.label) for item in group.items), default=0)
        yield from (_paper(item, widest, rtl=rtl) for item in group.items)
    if section.legend:
        yield f"#cv-legend[{escaped(section.legend)}]"


def _paper(item: Item, widest: int, *, rtl: bool) -> str:
    """A reference, which in a CV of Arabic or Hebrew may be one in Latin letters."""
    text = _line(item.line)
    text = f"#text(dir: ltr)[{text}]" if rtl and is_left_to_right(item.line) else text
    return f"#cv-paper(digits: {widest})[{escaped(item.label)}][{text}]"


def _line(line: Line) -> str:
    """The runs, neighbours of one look together; a semicolon ends a call that the text behind it would go on with."""
    text, after_call = "", False
    for look, same in groupby(line, lambda run: run._replace(text="")):
        made = _run(look._replace(text="".join(run.text for run in same)))
        text += ";" * (after_call and made.startswith((";", "(", ".", "\\[", "\\."))) + made
        after_call = made.startswith("#") or (after_call and not made)
    return text


def _run(run: Run) -> str:
    text = f"#raw({_string(run.text)})" if run.code else escaped(run.text)
    for function, wanted in (("emph", run.italic), ("strong", run.bold), ("super", run.raised == "sup")):
        text = f"#{function}[{text}]" if wanted else text
    text = f"#sub[{text}]" if run.raised == "sub" else text
    return f"#link({_string(run.url)})[{text}]" if run.url else text


def _string(text: str) -> str:
    r"""A string of Typst's code, whose escapes are ``\\``, ``\"`` and ``\u{…}``."""
    return re.sub(r"\\u([0-9a-f]{4})", r"\\u{\1}", json.dumps(text, ensure_ascii=False))
