"""What the preview adds to a page that it serves: one script, and the right to talk to the server."""

from __future__ import annotations

import re
from hashlib import blake2b

SCRIPT = "/.publist/preview.js"
SOCKET = "/.publist/livereload"

_STAMP = re.compile(rb"(assets/[^\"'\s>]+)\.[0-9a-f]{8}\.css")
_SRC = re.compile(rb'\ssrc="(?:\.\./|/)*([^"#?:]+)"')
_LINK = re.compile(rb"<link\b[^>]*>")
_HREF = re.compile(rb'href="([^"]*)"')
_CONNECT = re.compile(rb"(http-equiv=\"Content-Security-Policy\"[^>]*connect-src 'self')")


def print_of(page: bytes, pictures: bytes = b"") -> str:
    """A digest of a page and of its pictures' state that does not change with the hash in a stylesheet's name."""
    return blake2b(_STAMP.sub(rb"\1.css", page) + pictures, digest_size=12).hexdigest()


def pictures_of(page: bytes) -> list[str]:
    """The site paths of what a page shows besides its text, in order and each once."""
    return sorted({found.decode("utf-8", "replace") for found in _SRC.findall(page)})


def styles_of(page: bytes) -> list[str]:
    """The addresses of a page's stylesheets as it writes them, in order."""
    links = [link for link in _LINK.findall(page) if b'rel="stylesheet"' in link]
    return [found[1].decode() for link in links if (found := _HREF.search(link))]


def injected(page: bytes, mark: str) -> bytes:
    """The page as served: as built, with the preview's script, which may open a connection to the server.

    ``mark`` is the page's print: the script tells it, so that the server knows what the page shows.
    """
    tag = f'<script src="{SCRIPT}" data-print="{mark}" defer></script>'.encode()
    head, end, rest = page.partition(b"</head>")
    return _CONNECT.sub(rb"\1 ws:", head, count=1) + tag + end + rest
