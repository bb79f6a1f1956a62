"""``add`` makes or completes one paper of what names it, and nothing of what does not."""

from __future__ import annotations

import pytest

from tests.network.conftest import Services
from tests.support.scholarly_services import TAPES
from tests.support.web_server import Reply, Request


@pytest.mark.parametrize(
    "given",
    [
        "10.5555/jwa.2021.14",
        "https://doi.org/10.5555/JWA.2021.14",
        "doi:10.5555/jwa.2021.14.",
        "2003.91234",
        "arXiv:2003.91234v1",
        "https://arxiv.org/pdf/2003.91234v2",
        "10.48550/arXiv.2003.91234",
    ],
)
def test_each_way_to_name_a_work_leads_to_one_page(services: Services, given: str) -> None:
    """DOI, arXiv number, address: the publication with its preprint as a version."""
    services.run("add", given)
    (paper,) = services.papers().values()
    assert (paper.doi, paper.arxiv, len(paper.versions)) == ("10.5555/jwa.2021.14", "2003.91234", 1)


def test_a_data_set_comes_from_its_own_agency(services: Services) -> None:
    """A DOI that Crossref does not know is asked for at DataCite."""
    services.run("add", TAPES)
    (paper,) = services.papers().values()
    assert (paper.title, paper.type) == ("Rain Tapes", "dataset")


def test_the_page_of_an_article_names_it(services: Services) -> None:
    """The tags that Google Scholar reads say the DOI."""
    known = services.web.route

    def with_page(asked: Request) -> Reply:
        page = b'<html><head><meta name="Citation_DOI" content="10.5555/icws.2022.7"></head></html>'
        return Reply(page, kind="text/html") if asked.path.startswith("/page") else known(asked)

    services.web.route = with_page
    services.run("add", f"{services.web.url}/page/7")
    assert services.paper("Hail").doi == "10.5555/icws.2022.7"
    code, told = services.call("add", f"{services.web.url}/nothing")
    assert (code, "there is no page at this address" in told) == (1, True)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("10.5555/none", "no paper is registered as 10.5555/none"),
        ("0000.00000", "arXiv does not know 0000.00000"),
        ("2001.00001", "arXiv does not know 2001.00001"),
        ("10.5555/icws.2022.e7", "is a notice about 10.5555/icws.2022.7"),
        ("a paper of mine", "names no paper"),
        ("http://127.0.0.1:9/x", "only https"),
        ("file:///etc/passwd", "names no paper"),
    ],
)
def test_what_names_no_paper_adds_none(services: Services, given: str, told: str) -> None:
    """Each is an error with a way forward, and content/ stays as it was."""
    before = services.tree()
    code, said = services.call("add", given)
    assert code == 1
    assert told in said
    assert services.tree() == before


def test_what_cannot_be_asked_is_told_once(services: Services) -> None:
    """A registry that refuses is an error of what was named; one that only knows of PDFs is no more than a warning."""
    services.web.faults["/crossref"] = ["403"]
    code, said = services.call("add", "10.5555/jwa.2018.2")
    assert (code, said.count("Crossref refuses the request (403)"), services.papers()) == (1, 1, {})
    services.web.faults["/unpaywall"] = ["403"]
    assert "warning: Unpaywall refuses the request (403)" in services.run("add", "10.5555/jwa.2018.2")
    assert services.paper("Thunder").doi == "10.5555/jwa.2018.2"


def test_one_mistake_keeps_no_other_out(services: Services) -> None:
    """The others are added; the exit code says that not all were."""
    code, said = services.call("add", "10.5555/none", "10.5555/jwa.2018.2")
    assert code == 1
    assert "RETRACTED: Thunder as a Clock" in said
    assert list(services.papers()) == ["thunder-as-a-clock"]


def test_a_paper_that_is_there_is_completed(services: Services) -> None:
    """What the file says stays, what it leaves open is filled, and the second time there is nothing to do."""
    title = "Hail, Sleet and Snow - A Corpus of Falling Things"
    mine = f"---\ntitle: {title}\ndoi: 10.5555/icws.2022.7\ndate: 2022\n---\nMine.\n"
    services.site.write({"content/papers/hail.md": mine})
    assert "Completed content/papers/hail.md" in services.run("add", "10.5555/icws.2022.7")
    paper = services.papers()["hail"]
    assert (paper.title, paper.abstract, paper.pages) == (title, "Mine.", "70-81")
    before = services.tree()
    assert "has it already" in services.run("add", "10.5555/icws.2022.7")
    assert services.tree() == before


def test_a_deleted_paper_comes_back_when_it_is_asked_for(services: Services) -> None:
    """Others that were deleted stay deleted."""
    services.run("add", "10.5555/jwa.2018.2", "10.5555/icws.2022.7")
    for path in (services.site.folder / "content/papers").iterdir():
        path.unlink()
    assert "Would add" in services.run("add", "10.5555/jwa.2018.2", "--dry-run")
    assert services.papers() == {}
    services.run("add", "10.5555/jwa.2018.2")
    assert list(services.papers()) == ["thunder-as-a-clock"]


def test_a_file_is_imported(services: Services) -> None:
    """A .bib file is what import takes; nobody is asked."""
    services.site.write({"new.bib": "@article{a1, title={Fog Horns}, author={Calder, Ines}, year={2019}, journal={J}}"})
    services.run("add", str(services.site.folder / "new.bib"))
    assert services.paper("Fog Horns").key == "a1"
    assert services.web.log == []


def test_a_dry_run_adds_nothing(services: Services) -> None:
    """It says what would be added."""
    before = services.tree()
    assert "Would add a new paper file" in services.run("add", "10.5555/jwa.2021.14", "--dry-run")
    assert services.tree() == before
