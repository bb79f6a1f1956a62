"""One polite question to a web server: whether an address leads somewhere."""

from __future__ import annotations

import socket
import time
from http import HTTPStatus
from http.client import HTTPException
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from publist import __version__

_RESOLVERS = frozenset(("doi.org", "dx.doi.org", "hdl.handle.net"))
"""Hosts whose redirection is the answer: it exists only for what is registered."""
_TRY_GET = frozenset((400, 403, 404, 405, 406, 410, 500, 501, 503))
"""Answers to HEAD that some servers give although GET works."""
_AGENT = f"publist/{__version__} (a check of a publication list's own links)"
_SAFE = "%/:=&?~+!$,;'@()*[]"


class Answer(NamedTuple):
    """HTTP status (0: none came) and what went wrong in words; ``nowhere`` if there is no such host."""

    status: int = 0
    reason: str = ""
    nowhere: bool = False


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_request: Any) -> None:
        return None


def probe(address: str, timeout: float, pause: float) -> Answer:
    """Ask for the head of an address, and after a pause for its body (which is not read) where heads are refused."""
    try:
        host, url = _ascii(address)
    except ValueError as problem:
        return Answer(reason=f"it cannot be asked for: {problem}")
    opener = build_opener(_NoRedirect) if host in _RESOLVERS else build_opener()
    answer = _answer(opener, url, "HEAD", timeout)
    if answer.status in _TRY_GET and host not in _RESOLVERS:
        time.sleep(pause)
        answer = _answer(opener, url, "GET", timeout)
    return answer


def _ascii(address: str) -> tuple[str, str]:
    """The host, and the address as it is sent (RFC 3986, RFC 5890)."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    port = f":{parts.port}" if parts.port else ""
    return host, urlunsplit((parts.scheme, host + port, quote(parts.path, _SAFE), quote(parts.query, _SAFE), ""))


def _answer(opener: OpenerDirector, url: str, method: str, timeout: float) -> Answer:
    headers = {"User-Agent": _AGENT, "Accept": "*/*"}
    try:
        request = Request(url, headers=headers, method=method)  # noqa: S310 - links are http(s) by their reader
        with opener.open(request, timeout=timeout) as response:
            return Answer(response.status)
    except HTTPError as problem:
        problem.close()
        return Answer(problem.code, _status_text(problem.code))
    except TimeoutError:
        return Answer(reason=f"no answer within {timeout:g} s")
    except (OSError, HTTPException, ValueError) as problem:
        return _without_status(problem, timeout)


def _without_status(problem: Exception, timeout: float) -> Answer:
    cause = problem.reason if isinstance(problem, URLError) else problem
    if isinstance(cause, TimeoutError):
        return Answer(reason=f"no answer within {timeout:g} s")
    if isinstance(cause, socket.gaierror) and cause.errno == socket.EAI_NONAME:
        return Answer(reason="there is no such host", nowhere=True)
    return Answer(reason=str(getattr(cause, "strerror", None) or cause) or type(cause).__name__)


def _status_text(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
