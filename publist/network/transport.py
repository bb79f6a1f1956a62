"""One exchange over HTTP (RFC 9110) with urllib3: time and size are limited, redirections are followed with care.

urllib3 gives pools, TLS, decompression and lengths that are checked. When to ask again is not its business here.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from publist.network.addresses import is_public, origin, own_origins, permitted
from publist.network.failures import Unanswered

LARGEST = 20 << 20
"""Bytes of an answer, decompressed; a page of a thousand works has about 8 MB."""
_REDIRECTIONS = 5
_PIECE = 1 << 16
_MOVED = (301, 302, 303, 307, 308)


class Limits(NamedTuple):
    """Seconds to connect, between two pieces of an answer, and for the whole of it."""

    connect: float = 10.0
    read: float = 30.0
    whole: float = 120.0


class Response(NamedTuple):
    """An answer, whole. ``url`` is the address that gave it, ``headers`` are in lower case."""

    status: int
    url: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body in the encoding that it names, UTF-8 if it names none."""
        charset = self.headers.get("content-type", "").lower().partition("charset=")[2].strip(' "').partition(";")[0]
        try:
            return self.body.decode(charset or "utf-8-sig", "replace")
        except LookupError:
            return self.body.decode("utf-8-sig", "replace")


class _OnlyPublic:
    """A connection that is closed at once where its other end is on a private network."""

    def _new_conn(self) -> Any:
        connected = super()._new_conn()  # type: ignore[misc]  # mixed into urllib3's connections below
        if not is_public(connected.getpeername()[0]):
            connected.close()
            raise Unanswered("the host has an address on a private network, which is not asked")
        return connected


class _PublicHTTPSConnection(_OnlyPublic, HTTPSConnection):
    pass


class _PublicHTTPConnection(_OnlyPublic, HTTPConnection):
    pass


class _PublicHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _PublicHTTPSConnection


class _PublicHTTPPool(HTTPConnectionPool):
    ConnectionCls = _PublicHTTPConnection


class Transport:
    """Connections to all hosts, one at a time to each."""

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 - a frozen value
        self._limits = limits
        self._public = urllib3.PoolManager(maxsize=1, retries=False)
        self._public.pool_classes_by_scheme = {"https": _PublicHTTPSPool, "http": _PublicHTTPPool}
        self._own = urllib3.PoolManager(maxsize=1, retries=False)

    def get(self, url: str, headers: Mapping[str, str], secret: Mapping[str, str]) -> Response:
        """Ask for an address; ``secret`` headers go to its own origin alone. Unanswered if no whole answer comes."""
        home, asked = origin(url), permitted(url)
        for _ in range(_REDIRECTIONS + 1):
            sent = {**headers, **(secret if origin(asked) == home else {})}
            response = self._exchange(asked, sent)
            target = response.headers.get("location")
            if response.status not in _MOVED or not target:
                return response
            asked = permitted(urljoin(asked, target))
        raise Unanswered(f"it redirects more than {_REDIRECTIONS} times")

    def _exchange(self, url: str, headers: Mapping[str, str]) -> Response:
        pools = self._own if origin(url) in own_origins() else self._public
        timeout = urllib3.Timeout(connect=self._limits.connect, read=self._limits.read)
        try:
            response = pools.request(
                "GET", url, headers=headers, timeout=timeout, redirect=False, preload_content=False, retries=False
            )
            try:
                body = self._body(response)
            finally:
                response.close()
        except urllib3.exceptions.HTTPError as problem:
            raise _failure(problem, self._limits) from problem
        except OSError as problem:
            raise Unanswered(f"the connection broke: {problem.strerror or problem}", again=True) from problem
        return Response(response.status, url, {name.lower(): text for name, text in response.headers.items()}, body)

    def _body(self, response: urllib3.BaseHTTPResponse) -> bytes:
        """All of the body; Unanswered where it is too large or comes too slowly."""
        end = time.monotonic() + self._limits.whole
        pieces: list[bytes] = []
        size = 0
        for piece in response.stream(_PIECE, decode_content=True):
            size += len(piece)
            if size > LARGEST:
                raise Unanswered(f"the answer is larger than {LARGEST >> 20} MB and was not read")
            if time.monotonic() > end:
                raise Unanswered(f"the answer was not complete after {self._limits.whole:g} s", again=True)
            pieces.append(piece)
        return b"".join(pieces)


def _failure(problem: urllib3.exceptions.HTTPError, limits: Limits) -> Unanswered:
    """What an error of urllib3 means."""
    if isinstance(problem, urllib3.exceptions.ConnectTimeoutError):
        return Unanswered(f"no connection within {limits.connect:g} s", again=True)
    if isinstance(problem, urllib3.exceptions.TimeoutError):
        return Unanswered(f"no answer within {limits.read:g} s", again=True)
    if isinstance(problem, urllib3.exceptions.NameResolutionError):
        hint = "Check that this machine is on the network."
        return Unanswered("the name of the host cannot be looked up", hint=hint, over=True)
    if isinstance(problem, urllib3.exceptions.SSLError):
        hint = "On macOS, run “Install Certificates.command” of your Python once."
        return Unanswered(f"its certificate is not trusted: {problem}", hint=hint, over=True)
    if isinstance(problem, urllib3.exceptions.NewConnectionError):
        return Unanswered("no connection can be made", again=True)
    if isinstance(problem, urllib3.exceptions.DecodeError):
        return Unanswered("the answer cannot be decompressed", again=True)
    return Unanswered("the connection broke before the answer was complete", again=True)
