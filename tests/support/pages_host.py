"""A server that does as GitHub Pages does, for a built site."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


class _Pages(BaseHTTPRequestHandler):
    """Answers as GitHub Pages does: case counts, folders redirect to their slash, 404.html from any depth."""

    def __init__(self, folder: Path, base: str, *rest: Any) -> None:
        self._folder, self._base = folder, base
        super().__init__(*rest)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self._base):
            self._answer(404, b"another site", "text/html")
            return
        file = self._folder / path[len(self._base) :]
        if file.is_dir() and not path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", self.path + "/")
            self.end_headers()
            return
        file = file / "index.html" if path.endswith("/") else file
        if file.is_file() and _same_case(self._folder, file):
            self._answer(200, file.read_bytes(), guess_type(file.name)[0] or "application/octet-stream")
        else:
            self._answer(404, (self._folder / "404.html").read_bytes(), "text/html")

    def _answer(self, status: int, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


def _same_case(folder: Path, file: Path) -> bool:
    """Whether the names on the way are written as on disk, also where the file system does not care."""
    while file != folder:
        if file.name not in os.listdir(file.parent):
            return False
        file = file.parent
    return True


@contextmanager
def served(folder: Path, base: str) -> Iterator[str]:
    """The address of a folder, served under a path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, folder, base))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
