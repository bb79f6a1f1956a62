"""Every address of its own that a built site names, wherever it stands: pages, feeds, sitemap, exports, JSON."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urljoin

_ADDRESS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*")
"""What an address may hold (RFC 3986, appendix A)."""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.json: list[str] = []
        self._in_json = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._in_json = tag == "script" and values.get("type", "").endswith("json")
        self.found += [values[name] for name in ("href", "src") if name in values]
        if tag == "meta" and values.get("content", "").startswith("http"):
            self.found.append(values["content"])
        if values.get("http-equiv") == "refresh":
            self.found.append(values["content"].partition("url=")[2])

    def handle_endtag(self, tag: str) -> None:
        self._in_json = self._in_json and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._in_json:
            self.json.append(data)


def addresses(output: Path, base: str) -> Iterator[tuple[str, str]]:
    """Each address below ``base``, made absolute, with the file that names it."""
    for path in sorted(path for path in output.rglob("*") if path.is_file() and "pagefind" not in path.parts):
        name = path.relative_to(output).as_posix()
        here = urljoin(base, quote(name))
        for address in _named_in(path):
            whole = urljoin(here, address)
            if whole.startswith(base):
                yield name, whole


def _named_in(path: Path) -> Iterator[str]:
    if path.suffix == ".html":
        parser = _Links()
        parser.feed(path.read_text(encoding="utf-8"))
        yield from parser.found
        for text in parser.json:
            yield from _in_json(json.loads(text))
    elif path.suffix == ".xml":
        for element in ET.fromstring(path.read_text(encoding="utf-8")).iter():  # noqa: S314 (written by the test's own site)
            yield from [value for value in (element.text or "", *element.attrib.values()) if value.startswith("http")]
    elif path.suffix == ".json":
        yield from _in_json(json.loads(path.read_text(encoding="utf-8")))
    elif path.suffix in (".bib", ".ris"):
        yield from re.findall(r"https?://[^\s{}]+", path.read_text(encoding="utf-8"))


def _in_json(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _in_json(item)
    elif isinstance(value, str) and value.startswith("http"):
        yield value


def faults(output: Path, base: str) -> list[str]:
    """Each address that is none, or that leads to no file of the site."""
    found = []
    for name, address in addresses(output, base):
        path = unquote(address.removeprefix(base).partition("#")[0].partition("?")[0])
        place = output / path
        if not _ADDRESS.fullmatch(address):
            found.append(f"{name}: {address} cannot be an address")
        elif not (place / "index.html" if place.is_dir() else place).is_file():
            found.append(f"{name}: {address} leads nowhere")
    return found
