"""Whether addresses outside the site still lead somewhere: asked politely, within limits, and remembered."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from publist.cache.store import Cache
from publist.checks.http_question import Answer, probe

_STORE = "links"
_ALIVE_FOR = 7 * 86_400
_DOUBT_FOR = 3_600
"""Seconds for which an answer stands: a link that works, and one that does not (it may be mended)."""
_GONE = (404, 410)
_TIRED = 2
"""After so many addresses in turn that got no answer, a host is left alone."""


class Limits(NamedTuple):
    """How much is asked: addresses in a run (0: all), seconds for an answer and between two of one host."""

    most: int = 500
    timeout: float = 10.0
    pause: float = 1.0
    hosts: int = 8
    """Hosts that are asked at the same time."""


class Verdict(NamedTuple):
    """What is known of an address; ``reason`` says why it is not alive."""

    state: Literal["alive", "dead", "unsure"]
    reason: str = ""


class Tried(NamedTuple):
    """The verdicts; how many were asked for now, and how many are left for the next run."""

    verdicts: Mapping[str, Verdict]
    asked: int
    left: int


def try_links(
    addresses: Iterable[str],
    cache: Cache,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
    progress: Callable[[str, int, int], None] = lambda _what, _done, _total: None,
) -> Tried:
    """Ask each address once, one host's one after the other; what was answered lately is not asked again.

    404 and 410, and a host that does not exist, are dead; refusals, mistakes of servers and silence are unsure: many
    publishers refuse programs and serve people.
    """
    now = time.time()
    kept: dict[str, Any] = cache.load(_STORE) or {}
    wanted = list(dict.fromkeys(_plain(address) for address in addresses))
    known = {address: Verdict(*kept[address][1]) for address in wanted if _is_fresh(kept.get(address), now)}
    unknown = [address for address in wanted if address not in known]
    now_asked = unknown[: limits.most] if limits.most else unknown
    found = _without_outage(_probe_all(now_asked, limits, progress))
    stored = {address: row for address, row in kept.items() if _is_fresh(row, now)}
    stored |= {address: (now, tuple(verdict)) for address, verdict in found.items()}
    cache.save(_STORE, stored)
    return Tried(known | found, len(now_asked), len(unknown) - len(now_asked))


def _plain(address: str) -> str:
    """The address that is asked: without the part that a browser keeps to itself."""
    return address.partition("#")[0]


def verdict_of(tried: Tried, address: str) -> Verdict | None:
    """What is known of an address as written; None if it was left for the next run."""
    return tried.verdicts.get(_plain(address))


def _is_fresh(row: Any, now: float) -> bool:
    if row is None:
        return False
    when, (state, _) = row
    return bool(0 <= now - when < (_ALIVE_FOR if state == "alive" else _DOUBT_FOR))


def _probe_all(
    addresses: list[str], limits: Limits, progress: Callable[[str, int, int], None]
) -> dict[str, tuple[Verdict, Answer]]:
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[_host(address)].append(address)
    found: dict[str, tuple[Verdict, Answer]] = {}
    with ThreadPoolExecutor(limits.hosts) as pool:
        futures = [pool.submit(_probe_host, group, limits) for group in by_host.values()]
        for future in as_completed(futures):
            found |= future.result()
            progress("trying links", len(found), len(addresses))
    return found


def _host(address: str) -> str:
    """Whom to ask; "" for an address that nobody can be asked for, which the question itself will tell."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _probe_host(addresses: list[str], limits: Limits) -> dict[str, tuple[Verdict, Answer]]:
    """The addresses of one host in turn, with a pause between them, until it has had enough."""
    found: dict[str, tuple[Verdict, Answer]] = {}
    silent, answer = 0, Answer()
    for number, address in enumerate(addresses):
        if silent < _TIRED and answer.status != 429:
            time.sleep(limits.pause if number else 0)
            answer = probe(address, limits.timeout, limits.pause)
            silent = 0 if answer.status else silent + 1
        found[address] = _judged(answer), answer
    return found


def _judged(answer: Answer) -> Verdict:
    if answer.status in _GONE or answer.nowhere:
        return Verdict("dead", answer.reason)
    if 200 <= answer.status < 400:
        return Verdict("alive")
    return Verdict("unsure", answer.reason)


def _without_outage(found: dict[str, tuple[Verdict, Answer]]) -> dict[str, Verdict]:
    """The verdicts; where no host at all has answered, it is this machine that has no network."""
    online = any(answer.status for _, answer in found.values())
    offline = Verdict("unsure", "no host has answered: is this machine on the network?")
    return {address: verdict if online else offline for address, (verdict, _) in found.items()}
