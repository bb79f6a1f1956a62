"""Addresses to files of the site, as GitHub Pages answers them."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote, unquote

from publist.model.format_table import ON_SITE

NOT_FOUND = "404.html"

_TYPES = {ending: row.media_type for ending, row in ON_SITE.items()} | {
    "bib": "application/octet-stream",  # GitHub Pages does not know it
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "webmanifest": "application/manifest+json",
    "mp4": "video/mp4",
    "wasm": "application/wasm",
}


class Route(NamedTuple):
    """Where an address leads: a file of the site with a status, or (``location``) to another address."""

    status: int
    path: str
    location: str = ""


def site_path(address: str, base_path: str) -> str:
    """The path below the site's root that an address asks for."""
    return normalize("NFC", unquote(address.removeprefix(base_path)))


def route(address: str, base_path: str, files: Container[str]) -> Route:
    """The route of an address without its query. ``base_path`` begins and ends with a slash."""
    if not address.startswith(base_path):
        return Route(302, "", base_path) if address in ("/", base_path[:-1]) else Route(404, NOT_FOUND)
    path = site_path(address, base_path)
    if path.endswith("/") or not path:
        index = f"{path}index.html"
        return Route(200, index) if index in files else Route(404, NOT_FOUND)
    if path in files:
        return Route(200, path)
    if f"{path}/index.html" in files:
        return Route(302, "", base_path + quote(f"{path}/"))
    return Route(200, f"{path}.html") if f"{path}.html" in files else Route(404, NOT_FOUND)


def content_type(path: str) -> str:
    """The media type of a file, which GitHub Pages tells by the ending; what it does not know is to be saved."""
    return _TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
