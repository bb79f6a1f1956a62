"""A service that fails loses nothing: it is told, the others go on, and what was known from it stays."""

from __future__ import annotations

import json

import pytest

from publist.network.clients import crossref
from tests.network.conftest import Services
from tests.support.scholarly_services import INES, SPARQL
from tests.support.web_server import Reply, Request

BOTH = f"[{{orcid: {INES}}}, {{dblp: 51/515-1}}]"
FAULTS = ["500", "404", "html", "empty", "malformed", "short", "drop", "huge", "loop", "away:ftp://a.org/"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_list_that_fails_loses_nothing(services: Services, fault: str) -> None:
    """A second sync in which dblp fails changes no file and names dblp; a page is no empty list."""
    services.settings(BOTH)
    services.run("sync")
    before = services.tree()
    _forget(services)
    services.web.faults["/dblp"] = [fault] * 20
    told = services.run("sync")
    assert "not read: dblp" in told
    assert services.tree() == before
    assert "no longer in" not in told


@pytest.mark.parametrize("fault", ["429", "503", "html", "malformed", "budget"])
def test_a_registry_that_fails_changes_nothing(services: Services, fault: str) -> None:
    """Without Crossref a list alone knows less: what was known better stays."""
    services.settings(BOTH)
    services.run("sync")
    before = services.tree()
    _forget(services)
    services.web.faults["/crossref"] = [fault] * 99
    told = services.run("sync")
    assert "Crossref" in told
    assert services.tree() == before


def test_the_first_sync_goes_on_without_a_registry(services: Services) -> None:
    """What the lists say is taken, and completed as soon as the registry answers."""
    services.settings(BOTH)
    services.web.faults["/crossref"] = ["500"] * 4
    services.run("sync")
    assert services.paper("Counting").venue == "J. Weather Acoust."
    assert services.paper("Counting").pages == ""
    services.run("sync")
    assert (services.paper("Counting").venue, services.paper("Counting").pages) == (
        "Journal of Weather Acoustics",
        "14-29",
    )


def test_a_guess_is_not_taken_while_nobody_can_say_whose_it_is(services: Services) -> None:
    """OpenAlex lists a homonym's work, and Crossref, which has the iD, is silent: no paper of it, now or later."""
    services.settings("[{openalex: A515151}]")
    services.web.faults["/crossref"] = ["500"] * 4
    told = services.run("sync")
    assert "not taken yet: Glazes of the Northern Coast" in told
    assert "Glazes" not in str(services.papers())
    services.run("sync")
    titles = {paper.title.partition(" ")[0] for paper in services.papers().values()}
    assert titles == {"Counting", "Hail,", "Thunder"}


def test_dblp_is_asked_elsewhere_where_its_pages_are_closed(services: Services) -> None:
    """A check for robots on its pages: its SPARQL service says the same, and a preprint is one there, too."""
    services.settings("[{dblp: 51/515-1}]")
    _close_the_pages_of_dblp(services)
    services.run("sync")
    rain = services.paper("Counting")
    assert (rain.doi, rain.arxiv, len(rain.authors)) == ("10.5555/jwa.2021.14", "2003.91234", 3)
    drizzle = services.paper("Drizzle")
    assert ([name.name for name in drizzle.authors], drizzle.venue, drizzle.pages) == (["Ines Calder"], "WSW", "3-9")
    assert drizzle.et_al  # the second author is missing in the answer


def test_what_dblps_pages_said_stays_where_they_are_closed_later(services: Services) -> None:
    """The SPARQL service says less of each work: nothing of what is known goes, and no paper is parted in two."""
    services.settings("[{dblp: 51/515-1}]")
    services.run("sync")
    before = services.tree()
    _close_the_pages_of_dblp(services)
    _forget(services)
    services.run("sync")
    after = services.tree()
    papers = [name for name in before if name.startswith("papers/")]
    assert len(papers) > 1
    assert [name for name in papers if after.get(name) != before[name]] == []


def test_a_spent_day_is_no_closed_door(services: Services) -> None:
    """Too many requests for now: dblp is asked again tomorrow, and nowhere else today."""
    services.settings("[{dblp: 51/515-1}]")
    services.run("sync")
    before = services.tree()
    _forget(services)
    services.web.faults["/dblp"] = ["budget"]
    services.call("sync")
    assert services.tree() == before
    assert [path for path in services.web.paths() if "sparql" in path] == []


def test_a_person_whom_dblp_does_not_have_is_sought_nowhere_else(services: Services) -> None:
    """That there is no page is an answer: the identifier is wrong."""
    services.settings("[{dblp: 51/999}]")
    code, told = services.call("sync")
    assert (code, "dblp lists no publications of 51/999\n  Correct the identifier" in told) == (1, True)
    assert [path for path in services.web.paths() if "sparql" in path] == []


def test_all_down_is_an_error(services: Services) -> None:
    """Nothing can be read: the exit code is 1, and nothing is written."""
    services.settings(BOTH)
    before = services.tree()
    for service in ("/orcid", "/dblp"):
        services.web.faults[service] = ["500"] * 20
    code, told = services.call("sync")
    assert code == 1
    assert "has a problem of its own (500)" in told
    assert services.tree() == before


def test_an_interrupted_sync_goes_on(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written, and what was answered before the interruption is not asked again."""

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    services.settings(BOTH)
    before = services.tree()
    with monkeypatch.context() as patched:
        patched.setattr(crossref, "by_doi", interrupted)
        assert services.call("sync") == (130, "")
    assert services.tree() == before
    first = len(services.web.log)
    assert first > 2
    services.run("sync")
    assert services.paper("Thunder").retraction
    assert {path.split("/")[1] for path in services.web.paths()[first:]} <= {
        "crossref",
        "arxiv",
        "datacite",
        "unpaywall",
    }


def test_a_work_that_left_is_told_and_stays(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named with its list; its file is not removed, and other lists that have it keep it up to date."""
    services.settings(BOTH)
    services.run("sync")
    slugs = set(services.papers())
    monkeypatch.setattr("tests.support.scholarly_services.ON_ORCID", ("rain", "hail"))
    told = services.run("sync", "--refresh")
    assert "no longer in ORCID: Thunder as a Clock (file kept)" in told
    assert set(services.papers()) == slugs


def _close_the_pages_of_dblp(services: Services) -> None:
    """Its pages are a check for robots; its SPARQL service answers."""
    known = services.web.route

    def closed(asked: Request) -> Reply:
        if asked.path.startswith("/dblp/pid"):
            return Reply(b"<!doctype html><title>Making sure you are no robot</title>", kind="text/html")
        return Reply(json.dumps(SPARQL).encode()) if asked.path == "/dblp/sparql" else known(asked)

    services.web.route = closed


def _forget(services: Services) -> None:
    """Another machine: nothing is cached there."""
    for path in (services.site.folder / ".publist" / "web").iterdir():
        path.unlink()
