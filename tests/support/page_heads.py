"""The head of a page of the machine site, asked as machines ask it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import extruct
import lxml.html

from tests.conftest import Site

BASE = "https://example.github.io/publications/"
SLUGS = "book chapter conference dataset journal patent preprint report software talk thesis".split()


class Head:
    """The head of a page of the machine site, ready to be asked."""

    def __init__(self, site: Site, path: str) -> None:
        self.address = BASE + path
        self.text = site.page(f"{path}index.html")
        self.tree = lxml.html.document_fromstring(self.text)

    def metas(self, name: str) -> list[str]:
        """The contents of the tags of this name."""
        return [tag.get("content") for tag in self.tree.iter("meta") if name in (tag.get("name"), tag.get("property"))]

    def links(self, relation: str) -> list[tuple[str, str]]:
        """Absolute address and media type of the links of this relation."""
        found = [link for link in self.tree.iter("link") if link.get("rel") == relation]
        return [(urljoin(self.address, link.get("href")), link.get("type") or "") for link in found]

    def nodes(self) -> list[dict[str, Any]]:
        """The nodes of JSON-LD that extruct finds."""
        (block,) = extruct.extract(self.text, syntaxes=["json-ld"], base_url=self.address)["json-ld"]
        found: list[dict[str, Any]] = block["@graph"]
        return found

    def work(self) -> dict[str, Any]:
        """The first node: the work on a paper's page, the list on a list's."""
        return self.nodes()[0]
