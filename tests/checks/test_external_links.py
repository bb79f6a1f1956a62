"""Links that lead out of the site: what is asked of other servers, how often, and what their answers mean."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from publist.cache.store import Cache
from publist.checks.audit import audit
from publist.checks.external_links import Limits, Verdict, try_links
from tests.conftest import Site
from tests.support.checked_site import append, insert

QUICK = Limits(pause=0, timeout=5)


class Host:
    """A web server on this machine that notes what it is asked."""

    def __init__(self) -> None:
        asked: list[tuple[str, str, float, str]] = []
        self.asked = asked

        class Handler(BaseHTTPRequestHandler):
            def _answer(self) -> None:
                asked.append((self.command, self.path, time.monotonic(), self.headers["User-Agent"]))
                if self.path.startswith("/slow"):
                    time.sleep(1)
                status = int(self.path[1:4]) if self.path[1:4].isdigit() else 200
                if self.path == "/no-head":
                    status = 405 if self.command == "HEAD" else 200
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", self.path[4:])
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_HEAD = do_GET = _answer  # noqa: N815 - names that the server looks for

            def log_message(self, *_words: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()

    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [f"{method} {path}" for method, path, _, _ in self.asked]


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A server; requests to it go through no proxy."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made = Host()
    yield made
    made.close()


def verdicts(host: Host, cache: Path, *paths: str, limits: Limits = QUICK) -> dict[str, Verdict]:
    """The verdict of each path of the host."""
    tried = try_links([host.url + path for path in paths], Cache(str(cache)), limits)
    return {address.removeprefix(host.url): found for address, found in tried.verdicts.items()}


def test_links_are_alive_dead_or_unsure(host: Host, tmp_path: Path) -> None:
    """Gone is dead; refusals, server errors and silence are no proof."""
    found = verdicts(host, tmp_path, "/200", "/404", "/410", "/403", "/500", "/302/200", "/302/404", "/no-head")
    assert {path: verdict.state for path, verdict in found.items()} == {
        "/200": "alive",
        "/404": "dead",
        "/410": "dead",
        "/403": "unsure",
        "/500": "unsure",
        "/302/200": "alive",
        "/302/404": "dead",
        "/no-head": "alive",
    }
    assert found["/404"].reason == "404 Not Found"


def test_a_body_is_asked_for_only_where_the_head_is_refused(host: Host, tmp_path: Path) -> None:
    verdicts(host, tmp_path, "/200", "/no-head")
    assert host.paths() == ["HEAD /200", "HEAD /no-head", "GET /no-head"]
    assert all(agent.startswith("publist/") for *_, agent in host.asked)


def test_each_address_is_asked_once_and_remembered(host: Host, tmp_path: Path) -> None:
    """A fragment makes no other address; a second run asks nothing."""
    verdicts(host, tmp_path, "/200#a", "/200#b", "/404")
    asked = len(host.asked)
    again = try_links([f"{host.url}/200", f"{host.url}/404"], Cache(str(tmp_path)), QUICK)
    assert len(host.asked) == asked
    assert (again.asked, [verdict.state for verdict in again.verdicts.values()]) == (0, ["alive", "dead"])


@pytest.mark.parametrize(
    ("path", "seconds", "asks"), [("/404", 3_700, True), ("/200", 3_700, False), ("/200", 700_000, True)]
)
def test_what_was_dead_is_asked_again_soon_and_what_was_alive_after_a_week(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, seconds: int, asks: bool
) -> None:
    verdicts(host, tmp_path, path)
    asked, later = len(host.asked), time.time() + seconds
    monkeypatch.setattr("publist.checks.external_links.time.time", lambda: later)
    verdicts(host, tmp_path, path)
    assert (len(host.asked) > asked) is asks


def test_a_run_asks_no_more_than_its_limit_and_the_next_goes_on(host: Host, tmp_path: Path) -> None:
    addresses = [f"{host.url}/page{number}" for number in range(5)]
    first = try_links(addresses, Cache(str(tmp_path)), QUICK._replace(most=3))
    assert (first.asked, first.left, len(host.asked)) == (3, 2, 3)
    second = try_links(addresses, Cache(str(tmp_path)), QUICK._replace(most=3))
    assert (second.asked, second.left, len(second.verdicts), len(host.asked)) == (2, 0, 5, 5)


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(host: Host, tmp_path: Path) -> None:
    verdicts(host, tmp_path, "/a", "/b", "/c", limits=QUICK._replace(pause=0.05))
    times = [when for _, _, when, _ in host.asked]
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(times))


def test_a_host_that_wants_less_is_left_alone(host: Host, tmp_path: Path) -> None:
    found = verdicts(host, tmp_path, "/429", "/a", "/b")
    assert host.paths() == ["HEAD /429"]
    assert {verdict.state for verdict in found.values()} == {"unsure"}


def test_a_host_that_is_silent_is_left_alone(host: Host, tmp_path: Path) -> None:
    """Two questions without an answer are enough."""
    found = verdicts(host, tmp_path, "/slow1", "/slow2", "/200", limits=QUICK._replace(timeout=0.2))
    assert host.paths() == ["HEAD /slow1", "HEAD /slow2"]
    assert {verdict.state for verdict in found.values()} == {"unsure"}


def test_that_a_resolver_knows_an_identifier_is_enough(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """doi.org redirects what is registered; the publisher behind it, who may refuse programs, is not asked."""
    monkeypatch.setattr("publist.checks.http_question._RESOLVERS", frozenset(("127.0.0.1",)))
    found = verdicts(host, tmp_path, "/302/403", "/404")
    assert host.paths() == ["HEAD /302/403", "HEAD /404"]
    assert [verdict.state for verdict in found.values()] == ["alive", "dead"]


def test_a_slow_answer_is_no_proof(host: Host, tmp_path: Path) -> None:
    found = verdicts(host, tmp_path, "/slow", "/200", limits=QUICK._replace(timeout=0.2))
    assert found["/slow"] == Verdict("unsure", "no answer within 0.2 s")
    assert found["/200"] == Verdict("alive")


def test_without_a_network_no_link_is_called_dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that cannot be looked up is a dead host only if other hosts answer."""
    monkeypatch.setenv("no_proxy", "*")
    tried = try_links(["http://nowhere.invalid/"], Cache(str(tmp_path)), QUICK)
    (verdict,) = tried.verdicts.values()
    assert verdict == Verdict("unsure", "no host has answered: is this machine on the network?")


def test_the_command_tells_dead_links_where_they_stand(clean: Site, host: Host) -> None:
    append(clean, f"\n[gone]({host.url}/404?a=1&b=2#part)\n")
    insert(clean, f"links:\n  code: {host.url}/404?a=1&b=2")
    done = clean.run("check", "--links", "--strict")
    assert done.returncode == 1
    assert done.stdout.splitlines()[1::2] == [
        f"content/papers/notes.md:7:3: warning: the link {host.url}/404?a=1&b=2 is dead: 404 Not Found",
        f"content/papers/notes.md:13:8: warning: the link {host.url}/404?a=1&b=2#part is dead: 404 Not Found",
        "1 link checked, 0 known from before",
    ]
    assert "0 links checked, 1 known from before" in clean.run("check", "--links").stdout
    assert json.loads(clean.run("check", "--links", "--json").stdout)["links"]["asked"] == 0


def test_no_other_site_is_asked_without_links(clean: Site, host: Host) -> None:
    append(clean, f"\n[gone]({host.url}/404)\n")
    assert clean.run("check").returncode == 0
    assert host.asked == []


@pytest.mark.parametrize(
    "address", ["http://[x/a.pdf", "https://a:b:c/", "http://ex..ample/", f"http://{'a' * 70}.org/"]
)
def test_addresses_that_no_server_can_have_are_no_crash(clean: Site, address: str) -> None:
    """Neither in front matter, where the reader may refuse them, nor in Markdown."""
    insert(clean, f"links: {{pdf: '{address}'}}")
    append(clean, f"\n[x]({address})\n")
    found = [link.address for link in audit(str(clean.folder)).links]
    tried = try_links([address, *found], Cache(str(clean.folder)), QUICK)
    assert {verdict.state for verdict in tried.verdicts.values()} == {"unsure"}
