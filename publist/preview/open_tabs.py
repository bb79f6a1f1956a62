"""Between the loop and the site: requests and changes go to the one thread that has the site, news to the tabs."""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from tornado.ioloop import IOLoop

from publist.preview.served_page import Served, View, serve_page, view_of
from publist.preview.state import State
from publist.preview.tabs import Tab, open_tabs

T = TypeVar("T")


class OpenTabs:
    """Everything here is called in the loop's thread, ``changed`` in any."""

    def __init__(self, state: State, loop: IOLoop) -> None:
        self._state = state
        self._loop = loop
        self._thread = ThreadPoolExecutor(1, "site")
        self._pending: set[str] = set()
        self._busy = False
        self._closed = False

    async def serve(self, url: str) -> Served:
        """The answer for an address. CancelledError while the preview ends."""
        if self._closed:
            raise CancelledError
        return await self._run(lambda: serve_page(self._state, url))

    def opened(self, tab: Tab) -> None:
        """Tell a page that has just connected whether it shows what it should."""
        self._loop.add_callback(self._greet, tab)

    def changed(self, paths: set[str]) -> None:
        """Take in that files changed; those that change while others are taken in wait together."""
        self._loop.add_callback(self._take_in, paths)

    def close(self) -> None:
        """Finish what runs, drop what waits."""
        self._closed = True
        self._thread.shutdown(cancel_futures=True)

    async def _greet(self, tab: Tab) -> None:
        if self._closed:
            return
        tab.show(await self._run(lambda: view_of(self._state, tab.address)))

    async def _take_in(self, paths: set[str]) -> None:
        self._pending |= paths
        if self._busy or self._closed:
            return
        self._busy = True
        try:
            while self._pending and not self._closed:
                await self._bring_news()
        finally:
            self._busy = False

    async def _bring_news(self) -> None:
        paths, self._pending = self._pending, set()
        addresses = {tab.address for tab in open_tabs()}
        views = await self._run(lambda: self._apply(paths, addresses))
        for tab in open_tabs():
            if tab.address in views:
                tab.show(views[tab.address])

    def _apply(self, paths: set[str], addresses: set[str]) -> dict[str, View]:
        self._state.apply(paths, addresses)
        return {address: view_of(self._state, address) for address in addresses}

    async def _run(self, work: Callable[[], T]) -> T:
        return await self._loop.run_in_executor(self._thread, work)
