"""A server on the loopback interface that gives answers, and fails in the ways in which services do.

``faults`` are taken one a request, in turn, for paths that begin with their key; afterwards answers are right again:
a number is that status (``429:2`` with Retry-After of 2 s), ``budget`` a spent day, ``html`` a page for people,
``empty`` nothing, ``malformed`` half of the body, ``short`` fewer bytes than said, ``drop`` no answer, ``slow`` too
late, ``huge`` more than is read, ``bomb`` the same compressed, ``gzip`` and ``latin1`` other encodings, ``loop`` and
``away:URL`` redirections.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit


class Reply(NamedTuple):
    """What is sent."""

    body: bytes
    status: int = 200
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()


class Request(NamedTuple):
    """What was asked."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    at: float = 0.0


Route = Callable[[Request], Reply]
MISSING = Reply(b"Resource not found.", 404, "text/plain")


class WebServer:
    """The server in a thread. ``log`` has every request; ``url`` is where it is."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.faults: dict[str, list[str]] = defaultdict(list)
        self.log: list[Request] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> WebServer:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _value: object, _trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def paths(self) -> list[str]:
        """The paths that were asked, in order."""
        return [request.path for request in self.log]

    def fault_of(self, path: str) -> str:
        """The fault whose turn it is for a path; empty: none."""
        turns = next((turns for start, turns in self.faults.items() if path.startswith(start) and turns), None)
        return turns.pop(0) if turns else ""

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_arguments: object) -> None:
                pass

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                headers = {name.lower(): text for name, text in self.headers.items()}
                asked = Request(unquote(parts.path), dict(parse_qsl(parts.query)), headers, time.monotonic())
                web.log.append(asked)
                fault = web.fault_of(asked.path)
                if fault == "drop":
                    self.close_connection = True
                    return
                self._send(_faulty(fault, asked, web), cut=fault == "short")

            def _send(self, reply: Reply, *, cut: bool) -> None:
                try:
                    self.send_response(reply.status)
                    self.send_header("Content-Type", reply.kind)
                    self.send_header("Content-Length", str(len(reply.body)))
                    for name, text in reply.headers:
                        self.send_header(name, text)
                    self.end_headers()
                    self.wfile.write(reply.body[: len(reply.body) // 2] if cut else reply.body)
                    self.close_connection = cut
                except OSError:  # who asked has had enough
                    self.close_connection = True

        return Handler


def _faulty(fault: str, asked: Request, web: WebServer) -> Reply:
    """The answer with a fault, or the right one."""
    name, _, said = fault.partition(":")
    if name.isdecimal():
        return Reply(b"{}", int(name), headers=(("Retry-After", said),) if said else ())
    if name == "budget":
        return Reply(b"{}", 429, headers=(("Retry-After", "55020"), ("X-RateLimit-Remaining", "0")))
    if name == "html":
        return Reply(b"<!doctype html><title>Making sure you are no robot</title>", kind="text/html")
    if name == "loop":
        return Reply(b"", 302, headers=(("Location", f"{web.url}{asked.path}"),))
    if name == "away":
        return Reply(b"", 302, headers=(("Location", said),))
    if name in ("huge", "bomb"):
        body = b'["' + b"a" * (24 << 20) + b'"]'
        return Reply(gzip.compress(body), headers=(("Content-Encoding", "gzip"),)) if name == "bomb" else Reply(body)
    if name == "slow":
        time.sleep(0.6)
    right = web.route(asked)
    body = right.body
    changed = {
        "empty": right._replace(body=b""),
        "malformed": right._replace(body=body[: len(body) // 2]),
        "gzip": right._replace(body=gzip.compress(body), headers=(("Content-Encoding", "gzip"),)),
        "latin1": right._replace(
            body=body.decode().encode("latin-1", "replace"), kind="application/json; charset=iso-8859-1"
        ),
    }
    return changed.get(name, right)
