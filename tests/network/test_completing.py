"""``complete`` fills what is empty from the work that a paper surely is; a doubt is listed, and never taken."""

from __future__ import annotations

import json

import pytest

from tests.network.conftest import Services


def _paper(services: Services, slug: str, head: str, body: str = "") -> None:
    services.site.write({f"content/papers/{slug}.md": f"---\n{head}---\n{body}"})


RAIN = "title: Counting rain drops with two microphones\nauthors: [I Calder, T Veld]\net_al: true\ndate: 2021\n"


def test_et_al_gives_way_to_all(services: Services) -> None:
    """Authors in full, DOI, venue, pages, PDF and abstract come from the registry; the title stays as it is written."""
    _paper(services, "rain", RAIN)
    told = services.run("complete")
    paper = services.papers()["rain"]
    assert [name.name for name in paper.authors] == ["Ines Calder", "Tomas Veld", "Ulla Strand"]
    assert not paper.et_al
    assert (paper.title, str(paper.date)) == ("Counting rain drops with two microphones", "2021")
    assert (paper.doi, paper.venue, paper.pages) == ("10.5555/jwa.2021.14", "Journal of Weather Acoustics", "14-29")
    assert (paper.links["pdf"], paper.abstract) == ("https://arxiv.org/pdf/2003.91234", "We count.")
    assert "same title, same first authors, both 2021" in told
    before = services.tree()
    services.run("complete")
    assert services.tree() == before


def test_a_paper_of_which_nobody_said_what_it_is(services: Services) -> None:
    """Imports write `type: article` into files: with the publication comes its type. Another type stays."""
    _paper(services, "rain", RAIN + "type: article\n")
    _paper(services, "thunder", "title: Thunder as a clock\nauthors: [I Calder]\ndate: 2018\ntype: report\n")
    services.run("complete")
    assert services.papers()["rain"].type == "article-journal"
    assert services.papers()["thunder"].type == "report"


def test_what_is_written_stays(services: Services) -> None:
    """Venue, an author's marks and the abstract are yours."""
    head = RAIN.replace("[I Calder, T Veld]", "[{name: Ines Calder, equal: true}, T Veld]") + "venue: JWA\n"
    _paper(services, "rain", head, "My own words.\n")
    services.run("complete")
    paper = services.papers()["rain"]
    assert (paper.venue, paper.abstract, paper.authors[0].equal) == ("JWA", "My own words.", True)
    assert len(paper.authors) == 3


@pytest.mark.parametrize(
    "head",
    [
        "title: Thunder as a Clock\nauthors: [X Nobody]\ndate: 2018\n",
        "title: Thunder as a Clock\nauthors: [I Calder]\ndate: 2001\n",
        "title: 'Counting Rain Drops with Three Microphones'\nauthors: [I Calder]\net_al: true\ndate: 2021\n",
        "title: 'Counting Rain Drops with Two Microphones: A Reply'\nauthors: [I Calder, T Veld]\ndate: 2021\n",
        "title: What Fog Sounds Like\nauthors: [I Calder]\ndate: 2019\n",
        "title: 'Erratum: Hail, Sleet and Snow: A Corpus of Falling Things'\nauthors: [T Veld, I Calder]\ndate: 2022\n",
    ],
)
def test_a_trap_is_not_taken(services: Services, head: str) -> None:
    """The same title by others, another year, another number, a reply, nothing at all, a notice: the file stays."""
    _paper(services, "trap", head)
    before = services.tree()
    services.run("complete")
    assert services.tree() == before


@pytest.mark.parametrize(
    ("head", "evidence"),
    [
        ("title: Hail, Sleet and Snow\nauthors: [T Veld, I Calder]\ndate: 2022\n", "but for a subtitle"),
        ("title: Thunder as a Clok\nauthors: [I Calder]\ndate: 2018\n", "differ"),
        ("title: Thunder as a Clock\nauthors: [I Calder]\n", "year not known"),
        ("title: Thunder as a Clock\nauthors: [I Calder, Q Odd]\ndate: 2018\n", "an author in common"),
    ],
)
def test_a_doubt_is_listed_with_its_evidence(services: Services, head: str, evidence: str) -> None:
    """Nothing is taken; what to do is said."""
    _paper(services, "doubt", head)
    before = services.tree()
    told = services.run("complete")
    assert evidence in told
    assert "fix: write its `doi:`" in told
    assert services.tree() == before


def test_an_identifier_must_agree_with_the_title(services: Services) -> None:
    """A DOI that leads to another work is a doubt, not a source; one that agrees is evidence enough."""
    _paper(services, "wrong", "title: Notes on Whales\nauthors: [I Calder]\ndate: 2018\ndoi: 10.5555/jwa.2018.2\n")
    _paper(services, "right", "title: Thunder as a clock\nauthors: [I Calder]\ndate: 2018\ndoi: 10.5555/jwa.2018.2\n")
    told = json.loads(services.run("complete", "--json"))
    assert [one["slug"] for one in told["completed"]] == ["right"]
    assert [one["slug"] for one in told["doubtful"]] == ["wrong"]
    assert told["retracted"] == ["right"]
    assert services.papers()["right"].retraction


def test_a_pdf_is_sought_where_there_is_none(services: Services) -> None:
    """Unpaywall is asked for the PDF of a paper without one; a failure there is told, and all else is filled."""
    thunder = "title: Thunder as a Clock\nauthors: [I Calder]\ndate: 2018\n"
    _paper(services, "thunder", f"{thunder}links: {{pdf: 'https://example.org/a.pdf'}}\n")
    services.run("complete", "thunder")
    assert not [path for path in services.web.paths() if path.startswith("/unpaywall")]
    _paper(services, "thunder", thunder)
    services.web.faults["/unpaywall"] = ["403"]
    assert "Unpaywall refuses the request (403)" in services.run("complete", "thunder")
    assert services.papers()["thunder"].pages == "2-11"


def test_a_preprint_stays_one(services: Services) -> None:
    """What is shown as an arXiv paper does not get the pages of the journal article; its authors and PDF it gets."""
    _paper(services, "rain", RAIN + "arxiv: '2003.91234'\n")
    services.run("complete")
    paper = services.papers()["rain"]
    assert (paper.venue, paper.pages, paper.doi) == ("", "", "")
    assert (len(paper.authors), paper.abstract) == (3, "We count.")


def test_a_dry_run_shows_and_writes_nothing(services: Services) -> None:
    """Each match has its evidence, and what would be filled."""
    _paper(services, "rain", RAIN)
    before = services.tree()
    told = services.run("complete", "--dry-run")
    assert "rain: would fill" in told
    assert "Crossref: same title, same first authors" in told
    assert services.tree() == before


def test_a_service_that_fails_hides_no_other(services: Services) -> None:
    """Without Crossref's search OpenAlex finds it; its registry is silent, so that it is only a doubt."""
    _paper(services, "rain", RAIN)
    services.web.faults["/crossref"] = ["500"] * 99
    before = services.tree()
    told = services.run("complete")
    assert "not confirmed by its registry" in told
    assert services.tree() == before


def test_only_the_papers_that_are_named(services: Services) -> None:
    """A slug that is not there is an error with its path."""
    _paper(services, "rain", RAIN)
    _paper(services, "thunder", "title: Thunder as a Clock\nauthors: [I Calder]\ndate: 2018\n")
    services.run("complete", "thunder.md")
    assert services.papers()["rain"].et_al
    code, told = services.call("complete", "none")
    assert code == 1
    assert "content/papers/none.md: error: there is no such paper" in told
