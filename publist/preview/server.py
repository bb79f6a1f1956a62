"""The server: livereload's, with pages made on request, changes told by the system, and a look at who asks."""

from __future__ import annotations

import asyncio
import errno
import gc
import logging
import os
import signal
import socket
from collections.abc import Callable
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import Application

from publist.model.problems import UsageError
from publist.preview import injection
from publist.preview.access import is_open
from publist.preview.handlers import PageHandler, ScriptHandler
from publist.preview.open_tabs import OpenTabs
from publist.preview.state import State
from publist.preview.tabs import Tab
from publist.preview.watching import FileWatcher
from publist.theming.folders import folders

_PORTS = 50
"""So many ports are tried after one that is taken."""
_OPEN = """\
Every device that reaches this machine on the network can now read this preview: all of the site as it is here,
mistakes in files with their lines, and where the files lie. Nobody can change anything. Ctrl-C ends it."""


class PreviewServer(Server):  # type: ignore[misc]  # livereload has no types
    """Livereload's server on sockets that are open already, with the preview's handlers."""

    def __init__(self, watcher: FileWatcher, sockets: list[socket.socket], application: Application) -> None:
        super().__init__(watcher=watcher)
        self._server = HTTPServer(application)
        self._sockets = sockets

    def application(self, *args: Any, **kwargs: Any) -> None:
        """Begin to answer. Livereload would listen here on the host and port that it was given."""
        del args, kwargs
        LiveReloadHandler.watcher = self.watcher
        self._server.add_sockets(self._sockets)

    def stop(self) -> None:
        """Take no more requests."""
        self._server.stop()

    def _setup_logging(self) -> None:
        """No log: what the owner of the site should know is said."""
        for name in ("livereload", "tornado.access", "tornado.general", "watchfiles"):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def serve(
    site: str,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
    drafts: bool = True,
    say: Callable[[str], None],
) -> int:
    """Show the site in a folder until Ctrl-C; the exit code. ``drafts``: show them, too.

    ``say`` takes lines for the owner. UsageError if nothing can listen at this host and port.
    """
    site = os.path.abspath(site)
    sockets = _sockets(host, port, say)
    state = State(site, say, drafts=drafts)
    state.begin()
    url = _url(host, sockets[0].getsockname()[1], state.base_path)
    loop = IOLoop.current()
    desk = OpenTabs(state, loop)
    watcher = FileWatcher(site, folders(site), desk.changed)
    server = PreviewServer(watcher, sockets, _application(host, desk))
    _end_on_signals(loop, lambda: _end(loop, server, watcher, desk))
    if open_browser:
        loop.add_callback(_open, loop, url)
    if is_open(host):
        say(_OPEN)
    say(f"{url} (Ctrl-C ends)")
    server.serve()
    gc.disable()
    return 0


def _application(host: str, desk: OpenTabs) -> Application:
    return Application(
        [
            (injection.SCRIPT.replace(".", r"\."), ScriptHandler, {"host": host}),
            (injection.SOCKET.replace(".", r"\."), Tab, {"host": host, "opened": desk.opened}),
            (r".*", PageHandler, {"host": host, "serve": desk.serve}),
        ],
        log_function=lambda _: None,
        websocket_ping_interval=30,
    )


def _sockets(host: str, port: int, say: Callable[[str], None]) -> list[socket.socket]:
    """Sockets that listen at the port, or at the next one that is free."""
    for number in range(port, min(port + _PORTS, 65536)) if port else (0,):
        try:
            sockets = bind_sockets(number, host)
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE:
                raise UsageError(f"nothing can listen at {host}:{number}: {problem.strerror or problem}") from problem
            continue
        if number != port:
            say(f"port {port} is taken: this is port {number}")
        return sockets
    raise UsageError(f"the ports {port} to {port + _PORTS - 1} of {host} are taken: choose another with --port")


def _url(host: str, port: int, base_path: str) -> str:
    name = "localhost" if host in ("", "0.0.0.0", "::") else f"[{host}]" if ":" in host else host  # noqa: S104 (compared)
    return f"http://{name}:{port}{base_path}"


def _end_on_signals(loop: IOLoop, end: Callable[[], None]) -> None:
    """Ctrl-C, or being asked to end, ends the loop and not whatever line is running."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: loop.add_callback_from_signal(end))


def _end(loop: IOLoop, server: PreviewServer, watcher: FileWatcher, desk: OpenTabs) -> None:
    server.stop()
    watcher.stop()
    desk.close()
    for tab in list(LiveReloadHandler.waiters):
        tab.close()
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
    loop.call_later(0.05, loop.stop)


async def _open(loop: IOLoop, url: str) -> None:
    import webbrowser

    await loop.run_in_executor(None, webbrowser.open, url)
