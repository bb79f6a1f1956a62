"""A running preview for tests: the real command in its own process."""

from __future__ import annotations

import http.client
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.conftest import ROOT, Site


class Answer(NamedTuple):
    """What came back: headers by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


class Preview:
    """A preview and what it has said so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: list[str] = []
        self._ended = False
        self._more = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()
        self.url = self.said(r"(http://\S+)")

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with self._more:
                self._lines.append(line)
                self._more.notify_all()
        with self._more:
            self._ended = True
            self._more.notify_all()

    @property
    def text(self) -> str:
        """Everything that it has said."""
        with self._more:
            return "".join(self._lines)

    def said(self, pattern: str) -> str:
        """Wait until it has said this; the pattern's group, or all that matched."""
        with self._more:
            self._more.wait_for(lambda: self._ended or re.search(pattern, "".join(self._lines)), 60)
            found = re.search(pattern, "".join(self._lines))
        assert found, self.text
        return found[1] if found.re.groups else found[0]

    @property
    def place(self) -> str:
        """Host and port."""
        return urlsplit(self.url).netloc

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for an absolute path, without following redirects."""
        connection = http.client.HTTPConnection(self.place, timeout=60)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        connection.close()
        return Answer(answer.status, told, body)

    def end(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@contextmanager
def serving(site: Site, *arguments: str) -> Iterator[Preview]:
    """A preview of this site at a free port."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", *(arguments or ("--port", "0"))]
    process = subprocess.Popen(
        command, cwd=site.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1
    )
    try:
        yield Preview(process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(60)
        assert process.stdout
        process.stdout.close()
