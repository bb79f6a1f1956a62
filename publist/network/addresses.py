"""Which addresses may be asked: https at public hosts, and what the environment has put in a service's place."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from publist.network.failures import Unanswered
from publist.network.services import ALL, WEB, replaced_base


def origin(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def own_origins() -> frozenset[str]:
    """The origins that the environment has put in the place of services: they may be on this machine."""
    return frozenset(origin(base) for service in (*ALL, WEB) if (base := replaced_base(service.name)))


def permitted(url: str) -> str:
    """The address, if it may be asked; Unanswered if it is not https (http is asked as https) or names no host."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as problem:
        raise Unanswered(f"this is no web address: {problem}") from problem
    if origin(url) in own_origins():
        return url
    if parts.scheme == "http" and not parts.port:
        return permitted(parts._replace(scheme="https").geturl())
    if parts.scheme != "https" or not host:
        raise Unanswered(f"only https is asked, not {parts.scheme or 'an address without a scheme'}:", over=False)
    if parts.username or parts.password:
        raise Unanswered("an address with a password in it is not asked")
    return url


def is_public(address: str) -> bool:
    """Whether an IP address is one of the Internet: no private, loopback, link-local or reserved one."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None) or found
    return bool(inner.is_global and not inner.is_multicast)
