"""When a service is asked again, and when it is left alone for the rest of the run.

429, mistakes of servers, time-outs and broken answers are tried again, after what Retry-After says (RFC 9110, 10.2.3)
or after growing pauses; a service that wants to be left alone for longer than a minute, or that refuses, is given up.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic, sleep

from publist.network.failures import Unanswered
from publist.network.services import Service
from publist.network.transport import Response

TRIES = 4
_LONGEST_WAIT = 60.0
_SPENT = 300.0
"""Seconds of waiting for one service in a run, at most."""
_MISSING = (404, 410)


class Pace:
    """The pauses between the requests to each service, and the time that was spent waiting for it."""

    def __init__(self) -> None:
        self._next: dict[str, float] = {}
        self._waited: dict[str, float] = {}

    def wait(self, service: Service) -> None:
        """Wait until the service may be asked again."""
        sleep(max(0.0, self._next.get(service.name, 0.0) - monotonic()))

    def asked(self, service: Service) -> None:
        """Remember that it has been asked just now."""
        self._next[service.name] = monotonic() + service.pause

    def back_off(self, service: Service, failed: int, problem: Unanswered) -> bool:
        """Wait for the next try; false if that would take too long."""
        wait = float(2 ** (failed - 1)) + random.uniform(0, 0.25) if problem.after is None else problem.after  # noqa: S311 - no secret
        waited = self._waited.get(service.name, 0.0) + wait
        if wait > _LONGEST_WAIT or waited > _SPENT:
            return False
        self._waited[service.name] = waited
        sleep(wait)
        return True


def judged(response: Response, service: Service, *, keyed: bool) -> bool:
    """Whether the answer is one (true) or the thing is not there (false); Unanswered for all else."""
    status = response.status
    if status == 200:
        return True
    if status in _MISSING:
        return False
    raise _refusal(status, response.headers, service, keyed=keyed)


def _refusal(status: int, headers: Mapping[str, str], service: Service, *, keyed: bool) -> Unanswered:
    if status in (401, 403):
        hint = f"Check the key in {service.key.variable}." if service.key and keyed else ""
        return Unanswered(f"{service.title} refuses the request ({status})", hint=hint, over=True)
    if status == 429:
        return _too_many(headers, service, keyed=keyed)
    if status >= 500:
        return Unanswered(f"{service.title} has a problem of its own ({status})", again=True, after=_after(headers))
    return Unanswered(f"{service.title} does not accept the request ({status})")


def _too_many(headers: Mapping[str, str], service: Service, *, keyed: bool) -> Unanswered:
    """What to do after 429: wait, or give up where the wait is long or the day's budget is spent."""
    after = _after(headers)
    hint = "" if keyed or not service.key else f"A free key in {service.key.variable} raises the limit."
    if (after or 0) > _LONGEST_WAIT or headers.get("x-ratelimit-remaining") == "0":
        when = f"; ask again in {_duration(after)}" if after else ""
        said = f"{service.title}: too many requests for now (429){when}"
        return Unanswered(said, hint=hint, after=after or _LONGEST_WAIT, over=True)
    return Unanswered(f"{service.title}: too many requests (429)", hint=hint, again=True, after=after)


def _after(headers: Mapping[str, str]) -> float | None:
    """The seconds of Retry-After, which is a number or a date; None if it says nothing that can be read."""
    said = headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said)
    try:
        when = parsedate_to_datetime(said)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def _duration(seconds: float) -> str:
    if seconds < 5_400:
        return f"{max(1, round(seconds / 60))} min"
    return f"{round(seconds / 3600)} h"
