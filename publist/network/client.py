"""Asks services: from the cache where that is enough, else over the network with manners; says what it cannot get."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from enum import Enum
from typing import NamedTuple
from urllib.parse import urlencode

from publist import __version__
from publist.network import answers, forms
from publist.network.answers import Answer, Answers
from publist.network.failures import Unanswered
from publist.network.forms import Form
from publist.network.manners import TRIES, Pace, judged
from publist.network.services import Service
from publist.network.transport import Transport

Query = Mapping[str, object]


class Caching(Enum):
    """What kept answers are good for."""

    USE = "fresh ones are answers"
    ONLY = "all of them are answers, and nothing is asked (--offline)"
    REFRESH = "none of them is an answer (--refresh)"


class Asked(NamedTuple):
    """How much was asked for, for the report."""

    requests: int
    kept: int


class Client:
    """Asks one thing after the other. ``contact`` is the e-mail address that services may write to."""

    def __init__(
        self,
        folder: str,
        contact: str = "",
        *,
        caching: Caching = Caching.USE,
        progress: Callable[[str], None] = lambda _what: None,
    ) -> None:
        self.contact = contact
        self._answers = Answers(folder)
        self._caching = caching
        self._progress = progress
        self._transport = Transport()
        self._pace = Pace()
        self._down: dict[str, Unanswered] = {}
        """Why hosts are not asked any more, or gave nothing newer than what is kept."""
        self._requests = self._kept = 0

    @property
    def asked(self) -> Asked:
        """How many requests were made and how many answers were taken from the cache."""
        return Asked(self._requests, self._kept)

    def get(
        self, service: Service, path: str, query: Query | None = None, *, form: Form, lasts: float, there: bool = False
    ) -> Answer:
        """The answer of a service for ``path`` below its root; it stands for ``lasts`` seconds.

        ``there`` says that something always is at this address: a list that is not there is no empty one.

        Where the service gives none, the one that is kept does, however old. Unanswered if there is none at all.
        """
        url = _address(service, path, query)
        kept = self._answers.load(url)
        wanted = kept and self._caching is Caching.USE and answers.is_fresh(kept, lasts, time.time())
        if kept and (wanted or self._caching is Caching.ONLY):
            self._kept += 1
            return kept
        if self._caching is Caching.ONLY:
            hint = "Run the command once without --offline."
            raise Unanswered(f"{service.title}: no answer is kept", hint=hint, over=True).at(url)
        try:
            return self._fresh(service, url, form, there=there)
        except Unanswered as problem:
            if not kept or not kept.found:
                raise
            told = self._down.setdefault(service.base, problem.at(url))
            told.kept = min(kept.day, told.kept or kept.day)
            return kept

    def problems(self) -> list[Unanswered]:
        """Why services were given up."""
        return list(self._down.values())

    def _fresh(self, service: Service, url: str, form: Form, *, there: bool) -> Answer:
        if service.base in self._down and self._down[service.base].over:
            raise self._down[service.base]
        self._progress(service.title)
        failed = 0
        while True:
            try:
                answer = self._once(service, url, form)
                if there and not answer.found:
                    raise Unanswered(f"{service.title} has nothing at this address")
            except Unanswered as problem:
                failed += 1
                most = TRIES if problem.again else 1
                if failed >= most or not self._pace.back_off(service, failed, problem):
                    self._give_up(service, problem.at(url))
                    raise
            else:
                self._answers.save(answer)
                return answer

    def _give_up(self, service: Service, problem: Unanswered) -> None:
        """Remember a service that is not to be asked again in this run: it refuses, or several tries have failed."""
        if problem.again or problem.over:
            problem.over = True
            self._down.setdefault(service.base, problem)

    def _once(self, service: Service, url: str, form: Form) -> Answer:
        secret, asked = _with_key(service, url)
        self._pace.wait(service)
        self._requests += 1
        try:
            response = self._transport.get(asked, self._headers(form), secret)
        finally:
            self._pace.asked(service)
        found = judged(response, service, keyed=bool(secret) or asked != url)
        text = response.text if found else ""
        if found:
            forms.check(form, text, response.headers.get("content-type", ""), service.title)
        return Answer(text, found, time.time(), url)

    def _headers(self, form: Form) -> dict[str, str]:
        contact = f"; mailto:{self.contact}" if self.contact else ""
        agent = f"publist/{__version__} (+https://pypi.org/project/publist/{contact})"
        return {"User-Agent": agent, "Accept": form.accept, "Accept-Encoding": "gzip, deflate"}


def _address(service: Service, path: str, query: Query | None) -> str:
    base = path if "://" in path else f"{service.root}{path}"
    return f"{base}?{urlencode(query)}" if query else base


def _with_key(service: Service, url: str) -> tuple[dict[str, str], str]:
    """The headers with the key of the service, and the address with it: each as the service wants it."""
    key = service.key
    value = os.environ.get(key.variable, "").strip() if key else ""
    if not key or not value or not value.isprintable():
        return {}, url
    if key.parameter:
        return {}, f"{url}{'&' if '?' in url else '?'}{urlencode({key.parameter: value})}"
    return {key.header: f"{key.prefix}{value}"}, url
