"""What the preview adds to a page that it serves: one script, and the right to talk to the server."""

from __future__ import annotations

import re
from hashlib import blake2b

SCRIPT = "/.publist/preview.js"
SOCKET = "/.publist/livereload"

_STAMP = re.compile(rb"(assets/[^\"'\s>]+)\.[0-9a-f]{8}\.css")
_LINK = re.compile(rb"<link\b[^>]*>")
_HREF = re.compile(rb'href="([^"]*)"')
_CONNECT = re.compile(rb"(http-equiv=\"Content-Security-Policy\"[^>]*connect-src 'self')")


def print_of(page: bytes) -> str:
    """A digest of a page that does not change with the hash in the name of a stylesheet."""
    return blake2b(_STAMP.sub(rb"\1.css", page), digest_size=12).hexdigest()


def styles_of(page: bytes) -> list[str]:
    """The addresses of a page's stylesheets as it writes them, in order."""
    links = [link for link in _LINK.findall(page) if b'rel="stylesheet"' in link]
    return [found[1].decode() for link in links if (found := _HREF.search(link))]


def injected(page: bytes) -> bytes:
    """The page as served: as built, with the preview's script, which may open a connection to the server."""
    tag = f'<script src="{SCRIPT}" data-print="{print_of(page)}" defer></script>'.encode()
    head, end, rest = page.partition(b"</head>")
    return _CONNECT.sub(rb"\1 ws:", head, count=1) + tag + end + rest
