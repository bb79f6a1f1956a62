"""The text of a Word document (ECMA-376): one line a paragraph, with HTML tags for italics, bold and links."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BODY, _LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_LARGEST = 100_000_000
"""The largest part of a document that is unpacked: a small file must not fill the memory."""
_HEADING = re.compile(r"(?:heading|berschrift|titre|t[ií]tulo|title|kop|rubrik)\s?(\d?)", re.IGNORECASE)


def text_of(data: bytes) -> str:
    """The paragraphs, list items with a bullet, headings with ``#``; ValueError if it is no such document."""
    try:
        with ZipFile(io.BytesIO(data)) as folder:
            body = _part(folder, _BODY)
            links = _part(folder, _LINKS) if _LINKS in folder.namelist() else None
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError) as reason:
        raise ValueError(_other(data)) from reason
    addresses = {} if links is None else {link.get("Id", ""): link.get("Target", "") for link in links}
    return "\n".join(_line(paragraph, addresses) for paragraph in body.iter(f"{_W}p"))


_OTHERS = (
    ("word/", "it is no Word document that is whole"),
    ("Index/", "it is one of Pages or Numbers: choose File → Export To → Word, or CSV"),
    (".enl", "it is a library of EndNote: in EndNote, choose File → Export, with the style BibTeX or RefMan (RIS)"),
    ("ppt/", "it is a presentation: save it as PDF, or paste its text"),
    ("mimetype", "it is one of LibreOffice: save it as .docx, a table as .csv"),
)
"""What an archive holds, and what it is then."""


def _other(data: bytes) -> str:
    """What to say of an archive that is no Word document."""
    try:
        with ZipFile(io.BytesIO(data)) as folder:
            names = " ".join(folder.namelist())
    except (BadZipFile, NotImplementedError, OSError, EOFError, ValueError):
        return "it is no Word document"
    return next(
        (said for sign, said in _OTHERS if sign in names), "it is an archive: unpack it, and import the list in it"
    )


def _part(folder: ZipFile, name: str) -> ElementTree.Element:
    info = folder.getinfo(name)
    if info.file_size > _LARGEST:
        raise ValueError("it is too large")
    data = folder.read(info)
    if b"<!DOCTYPE" in data[:2000]:
        raise ValueError("its XML has a document type, which Word never writes")
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - size and document type were looked at
    except ElementTree.ParseError as reason:
        raise ValueError("its XML is damaged") from reason


def _line(paragraph: ElementTree.Element, addresses: dict[str, str]) -> str:
    text = re.sub(r"</(i|b)>(\s*)<\1>", r"\2", "".join(_pieces(paragraph, addresses))).strip()
    properties = paragraph.find(f"{_W}pPr")
    if properties is None or not text:
        return text
    style = properties.find(f"{_W}pStyle")
    heading = _HEADING.match(style.get(f"{_W}val", "")) if style is not None else None
    if heading:
        return f"\n{'#' * int(heading[1] or 1)} {text}\n"
    return f"• {text}" if properties.find(f"{_W}numPr") is not None else text


def _pieces(element: ElementTree.Element, addresses: dict[str, str]) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}r":
            yield _run(child)
        elif child.tag == f"{_W}hyperlink":
            inside = "".join(_pieces(child, addresses))
            address = addresses.get(child.get(f"{_R}id", ""), "")
            yield f"[{inside}]({address})" if re.match(r"https?://\S+$", address) else inside
        elif child.tag in (f"{_W}ins", f"{_W}smartTag", f"{_W}sdt", f"{_W}sdtContent", f"{_W}fldSimple"):
            yield from _pieces(child, addresses)


def _run(run: ElementTree.Element) -> str:
    text = "".join(map(_shown, run))
    properties = run.find(f"{_W}rPr")
    if properties is None or not text.strip():
        return text
    for tag in ("i", "b"):
        mark = properties.find(f"{_W}{tag}")
        if mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off"):
            text = f"<{tag}>{text}</{tag}>"
    return text


def _shown(element: ElementTree.Element) -> str:
    if element.tag == f"{_W}t":
        return escape(element.text or "", quote=False)
    if element.tag == f"{_W}tab":
        return "\t"
    if element.tag == f"{_W}noBreakHyphen":
        return "-"
    return "\n" if element.tag in (f"{_W}br", f"{_W}cr") else ""
