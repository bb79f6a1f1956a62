"""Pages that are open in browsers, each with a connection that speaks livereload's protocol."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler
from tornado.web import HTTPError

from publist.preview.access import is_own
from publist.preview.served_page import View


class Tab(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """One open page: what it shows, and what it is told."""

    def initialize(self, host: str, opened: Callable[[Tab], None]) -> None:
        """``host`` is what the server is bound to, ``opened`` is told of a page that has said what it shows."""
        self._host = host
        self._opened = opened
        self.address = ""
        self._print = ""
        self._styles: list[str] = []

    def prepare(self) -> None:
        """Refuse pages that are not ours: livereload lets any page connect, tornado those that lie about the host."""
        if not is_own(self.request.host, self.request.headers.get("Origin"), self._host):
            raise HTTPError(403)

    def open(self, *args: str, **kwargs: str) -> None:
        """Messages are short and wanted at once."""
        super().open(*args, **kwargs)
        self.set_nodelay(True)

    def on_message(self, message: str | bytes) -> None:
        """Greetings as livereload has them; its ``info`` also says what the page was made of."""
        said = _protocol_message(message)
        if said is None:
            self.close(1003)
            return
        super().on_message(message)
        if said["command"] == "info" and isinstance(said.get("url"), str):
            self.address = urlsplit(said["url"]).path
            self._print = str(said.get("print") or "")
            self._styles = [str(href) for href in said.get("styles") or ()]
            self._opened(self)

    def show(self, view: View) -> None:
        """Bring the page to what it should show: nothing, another stylesheet, or all of it anew."""
        self.send_message({"command": "notes", **view.notes})
        if view.print != self._print:
            self.send_message({"command": "reload", "path": self.address, "liveCSS": False, "liveImg": False})
        elif view.styles != self._styles:
            self.send_message({"command": "styles", "styles": view.styles})
        self._print, self._styles = view.print, view.styles


def open_tabs() -> list[Tab]:
    """The pages that are open now and have said what they show."""
    return [tab for tab in LiveReloadHandler.waiters if tab.address]


def _protocol_message(message: str | bytes) -> dict[str, Any] | None:
    """A message of livereload's protocol (a JSON object with a ``command``), None if it is something else."""
    try:
        said = json.loads(message)
    except ValueError:
        return None
    return said if isinstance(said, dict) and isinstance(said.get("command"), str) else None
