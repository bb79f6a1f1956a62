"""Requests: pages of the site, and the script that the preview adds to them."""

from __future__ import annotations

import os
from asyncio import CancelledError
from collections.abc import Awaitable, Callable

from tornado.web import HTTPError, RequestHandler

from publist.preview.access import is_own
from publist.preview.injection import injected
from publist.preview.served_page import Served

Serve = Callable[[str], Awaitable[Served]]


class OwnHandler(RequestHandler):
    """Answers requests to this server under one of its own names, and from its own pages."""

    def initialize(self, host: str) -> None:
        """``host`` is what the server is bound to."""
        self._host = host

    def set_default_headers(self) -> None:
        """Headers of every answer: what is shown now is asked for again."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-cache")
        self.set_header("X-Content-Type-Options", "nosniff")

    def prepare(self) -> None:
        """Refuse what comes under another name or from another site."""
        if not is_own(self.request.host, self.request.headers.get("Origin"), self._host):
            raise HTTPError(403, reason="This preview answers under its own address only")

    def write_error(self, status_code: int, **kwargs: object) -> None:
        """Errors in a line of text."""
        del kwargs
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")


class PageHandler(OwnHandler):
    """Any address of the site."""

    def initialize(self, host: str, serve: Serve) -> None:  # type: ignore[override]  # tornado hands over what routes say
        """``serve`` makes the answer for an address."""
        super().initialize(host)
        self._serve = serve

    async def get(self) -> None:
        """The page as built, with the preview's script where it is HTML."""
        try:
            served = await self._serve(self.request.path)
        except CancelledError:  # the preview ends: a tab waits for the next one, and an error page would stay in it
            self.detach().close()
            return
        if served.location:
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(served.location + query, status=served.status)
            return
        self.set_status(served.status)
        self.set_header("Content-Type", served.type)
        self.finish(injected(served.content, served.print) if served.print else served.content)

    head = get


class ScriptHandler(OwnHandler):
    """The script in every page."""

    def get(self) -> None:
        """The script from this package."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        with open(os.path.join(os.path.dirname(__file__), "preview.js"), "rb") as file:
            self.finish(file.read())
