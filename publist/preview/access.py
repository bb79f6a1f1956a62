"""Who may ask: a page of another site must not read the preview, nor talk to it, through the owner's browser."""

from __future__ import annotations

from ipaddress import ip_address
from socket import gethostname
from urllib.parse import urlsplit

_HERE = ("localhost", "127.0.0.1", "::1")


def is_own(host: str, origin: str | None, bound: str) -> bool:
    """Whether a request with these headers comes from a page of this server, or from no page at all."""
    return is_own_host(host, bound) and is_own_origin(origin, host)


def is_own_host(header: str, bound: str) -> bool:
    """Whether a Host header (RFC 9110, 7.2) names this server.

    Addresses in digits do, and this machine's own names: an attacker's name that leads here (DNS rebinding) does not.
    """
    name = _hostname(header)
    if name is None:
        return False
    return name in _names(bound) or name.endswith(".localhost") or _is_address(name)


def is_own_origin(origin: str | None, host: str) -> bool:
    """Whether an Origin header (RFC 6454), if there is one, is that of the server which the Host header names."""
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


def is_open(bound: str) -> bool:
    """Whether other machines can reach a server bound to this address."""
    return bound not in _HERE and not bound.startswith("127.")


def _names(bound: str) -> tuple[str, ...]:
    if not is_open(bound):
        return (*_HERE, bound.lower())
    own = gethostname().lower()
    return (*_HERE, bound.lower(), own, f"{own}.local")


def _hostname(header: str) -> str | None:
    try:
        return urlsplit(f"//{header}").hostname
    except ValueError:
        return None


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
