"""The client has manners: it waits, tries again within bounds, gives up, and takes nothing that is not an answer."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest

from publist.network import forms, transport
from publist.network.addresses import is_public, permitted
from publist.network.answers import RECORD
from publist.network.client import Caching, Client
from publist.network.failures import Unanswered
from publist.network.services import CROSSREF, OPENALEX, SEMANTIC_SCHOLAR, WEB
from publist.network.transport import Limits
from tests.support.web_server import MISSING, Reply, Request, WebServer


def _route(asked: Request) -> Reply:
    return MISSING if "none" in asked.path else Reply('{"name": "Ångström"}'.encode())


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A server in the place of all services."""
    with WebServer(_route) as server:
        monkeypatch.setenv("PUBLIST_SERVICES_URL", server.url)
        yield server


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """A client with a cache of its own."""
    return Client(str(tmp_path), "ines@example.org")


def _ask(client: Client, path: str = "/works/a") -> str:
    return client.get(CROSSREF, path, form=forms.JSON, lasts=RECORD).text


def test_a_request_says_who_asks(client: Client, web: WebServer) -> None:
    """The User-Agent names publist and the site's address; nothing else about the user goes out."""
    assert "Ångström" in _ask(client)
    assert web.log[0].headers["user-agent"].startswith("publist/")
    assert "mailto:ines@example.org" in web.log[0].headers["user-agent"]
    assert "cookie" not in web.log[0].headers


def test_an_answer_is_kept(client: Client, web: WebServer, tmp_path: Path) -> None:
    """Asked again, also by the next run, nothing is sent; --refresh asks again; --offline never does."""
    _ask(client)
    _ask(client)
    _ask(Client(str(tmp_path)))
    assert len(web.log) == 1
    _ask(Client(str(tmp_path), caching=Caching.REFRESH))
    assert len(web.log) == 2
    offline = Client(str(tmp_path), caching=Caching.ONLY)
    _ask(offline)
    with pytest.raises(Unanswered, match="no answer is kept"):
        _ask(offline, "/works/other")
    assert len(web.log) == 2


def test_what_is_not_there_is_no_failure(client: Client, web: WebServer) -> None:
    """404 is an answer: the service has nothing there. It is kept as well."""
    assert not client.get(CROSSREF, "/works/none", form=forms.JSON, lasts=RECORD).found
    assert not client.get(CROSSREF, "/works/none", form=forms.JSON, lasts=RECORD).found
    assert len(web.log) == 1


@pytest.mark.parametrize("fault", ["500", "503", "drop", "short", "malformed", "empty", "429"])
def test_a_passing_failure_is_tried_again(client: Client, web: WebServer, waits: list[float], fault: str) -> None:
    """Two failures and then an answer are an answer; the pauses grow."""
    web.faults["/crossref"] = [fault, fault]
    assert "Ångström" in _ask(client)
    first, second = (wait for wait in waits if wait > 0.5)
    assert 1 <= first < 2 <= second < 3


def test_retry_after_is_obeyed(client: Client, web: WebServer, waits: list[float]) -> None:
    """Seconds and dates are understood."""
    web.faults["/crossref"] = ["429:7", f"503:{formatdate(time.time() + 20, usegmt=True)}"]
    assert "Ångström" in _ask(client)
    seconds, date = (wait for wait in waits if wait > 0.5)
    assert seconds == 7
    assert 15 < date <= 20


def test_no_run_waits_for_hours(client: Client, web: WebServer, waits: list[float]) -> None:
    """A spent budget gives the service up for this run, says when it comes back, and asks it no more."""
    web.faults["/openalex"] = ["budget"]
    with pytest.raises(Unanswered, match="ask again in 15 h") as found:
        client.get(OPENALEX, "/works/W1", form=forms.JSON, lasts=RECORD)
    assert "OPENALEX_API_KEY" in found.value.hint
    with pytest.raises(Unanswered):
        client.get(OPENALEX, "/works/W2", form=forms.JSON, lasts=RECORD)
    assert len(web.log) == 1
    assert "Ångström" in _ask(client)
    assert max(waits) < 1


def test_tries_are_bounded(client: Client, web: WebServer) -> None:
    """A service that always fails is asked four times, and then not again in this run."""
    web.faults["/crossref"] = ["500"] * 20
    for path in ("/works/a", "/works/b"):
        with pytest.raises(Unanswered, match="problem of its own"):
            _ask(client, path)
    assert len(web.log) == 4


def test_a_refusal_is_not_tried_again(client: Client, web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """401 and 403 name the variable of the key that was sent, and never the key."""
    monkeypatch.setenv("SEMANTIC_SCHOLAR_API_KEY", "secret-key")
    web.faults["/semanticscholar"] = ["403"] * 3
    with pytest.raises(Unanswered) as found:
        client.get(SEMANTIC_SCHOLAR, "/graph/v1/paper/x", form=forms.JSON, lasts=RECORD)
    assert len(web.log) == 1
    assert "SEMANTIC_SCHOLAR_API_KEY" in str(found.value.problem)
    assert "secret-key" not in str(found.value.problem)


@pytest.mark.parametrize("fault", ["html", "huge", "bomb"])
def test_a_page_or_too_much_is_no_answer(client: Client, web: WebServer, tmp_path: Path, fault: str) -> None:
    """A page for people with status 200, and more than is read (also compressed), are told and not kept."""
    web.faults["/crossref"] = [fault]
    with pytest.raises(Unanswered, match=r"instead of JSON|larger than"):
        _ask(client)
    assert not list((tmp_path / "web").glob("*")) if (tmp_path / "web").exists() else True


@pytest.mark.parametrize("fault", ["gzip", "latin1"])
def test_other_encodings_are_read(client: Client, web: WebServer, fault: str) -> None:
    """Compressed and in the encoding that it names: the text is the same."""
    web.faults["/crossref"] = [fault]
    assert json.loads(_ask(client))["name"] == "Ångström"


def test_a_late_answer_is_given_up(tmp_path: Path, web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence has an end, and then the next try."""
    client = Client(str(tmp_path))
    monkeypatch.setattr(client, "_transport", transport.Transport(Limits(read=0.2)))
    web.faults["/crossref"] = ["slow"]
    assert "Ångström" in _ask(client)
    assert len(web.log) == 2


def test_redirections_end(client: Client, web: WebServer) -> None:
    """A circle of redirections is left after a few."""
    web.faults["/crossref"] = ["loop"] * 30
    with pytest.raises(Unanswered, match="redirects more than"):
        _ask(client)
    assert len(web.log) == 6


@pytest.mark.parametrize(
    "target", ["ftp://127.0.0.1/x", "http://127.0.0.2:9/x", "file:///etc/passwd", "http://[::1]:9/"]
)
def test_redirections_lead_nowhere_else(client: Client, web: WebServer, target: str) -> None:
    """Other schemes and private addresses are not asked, whoever says so."""
    web.faults["/crossref"] = [f"away:{target}"]
    with pytest.raises(Unanswered):
        _ask(client)
    assert len(web.log) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_private_address_is_left_at_once(client: Client, web: WebServer, host: str) -> None:
    """Nothing is sent to a host whose address, looked up when it is connected to, is on a private network."""
    port = web.url.rpartition(":")[2]
    with pytest.raises(Unanswered, match="private network"):
        client.get(WEB, f"https://{host}:{port}/x", form=forms.PAGE, lasts=RECORD)
    assert web.log == []


def test_a_key_stays_at_home(tmp_path: Path, web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is sent to its service alone, not to where that redirects; no file and no address in the log has it."""
    with WebServer(_route) as other:
        monkeypatch.setenv("SEMANTIC_SCHOLAR_API_KEY", "secret-key")
        monkeypatch.setenv("OPENALEX_API_KEY", "other-secret")
        monkeypatch.setenv("PUBLIST_CROSSREF_URL", other.url)
        web.faults["/semanticscholar"] = [f"away:{other.url}/elsewhere"]
        client = Client(str(tmp_path))
        client.get(SEMANTIC_SCHOLAR, "/graph/v1/paper/x", form=forms.JSON, lasts=RECORD)
        client.get(OPENALEX, "/works/W1", form=forms.JSON, lasts=RECORD)
        assert web.log[0].headers["x-api-key"] == "secret-key"
        assert web.log[1].query["api_key"] == "other-secret"
        assert "x-api-key" not in other.log[0].headers
    kept = b"".join(path.read_bytes() for path in (tmp_path / "web").iterdir())
    assert b"secret" not in kept


def test_an_old_answer_is_better_than_none(tmp_path: Path, web: WebServer) -> None:
    """Where a service fails, what it said the last time is its answer, and that is told."""
    _ask(Client(str(tmp_path)))
    web.faults["/crossref"] = ["500"] * 9
    client = Client(str(tmp_path), caching=Caching.REFRESH)
    assert "Ångström" in _ask(client)
    (problem,) = client.problems()
    assert re.search(r"has a problem of its own \(500\); its answer of \d{4}-\d\d-\d\d is used", str(problem.problem))


def test_a_long_address_is_cut(client: Client, web: WebServer) -> None:
    """A message begins with where it was asked, not with a screen of it."""
    web.faults["/crossref"] = ["403"]
    with pytest.raises(Unanswered) as found:
        client.get(CROSSREF, "/works", {"filter": "doi:10.5555/x," * 50}, form=forms.JSON, lasts=RECORD)
    place, _, said = str(found.value.problem).partition("…: warning: ")
    assert place.startswith(f"{web.url}/crossref/works?filter=")
    assert (len(place), said) == (120, "Crossref refuses the request (403)")


def test_a_damaged_cache_is_no_answer(client: Client, web: WebServer, tmp_path: Path) -> None:
    """A file that was cut off is asked for again."""
    _ask(client)
    path = next((tmp_path / "web").iterdir())
    path.write_bytes(path.read_bytes()[:-9])
    assert "Ångström" in _ask(client)
    assert len(web.log) == 2


@pytest.mark.usefixtures("web")
def test_pauses_are_kept(client: Client, waits: list[float]) -> None:
    """Two requests to one service are parted by its pause."""
    _ask(client, "/works/a")
    _ask(client, "/works/b")
    assert 0 < max(waits) <= CROSSREF.pause


@pytest.mark.parametrize(
    ("url", "asked"),
    [("https://arxiv.org/abs/1", "https://arxiv.org/abs/1"), ("http://arxiv.org/abs/1", "https://arxiv.org/abs/1")],
)
def test_https_is_asked(url: str, asked: str) -> None:
    """Addresses with http are asked with https."""
    assert permitted(url) == asked


@pytest.mark.parametrize("url", ["http://127.0.0.1:80/", "ftp://a.org/", "https://user:word@a.org/", "//x", "https://"])
def test_other_addresses_are_not(url: str) -> None:
    """What is no plain https address is refused."""
    with pytest.raises(Unanswered):
        permitted(url)


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 192.168.0.9 169.254.169.254 ::1 fe80::1%eth0 ::ffff:10.0.0.1 224.0.0.1".split(),
)
def test_private_addresses_are_known(address: str) -> None:
    """Loopback, private, link-local (where clouds keep secrets) and multicast addresses are not of the Internet."""
    assert not is_public(address)
    assert is_public("151.101.1.1")
