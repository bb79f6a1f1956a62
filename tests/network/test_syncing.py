"""``sync`` makes one paper of each work that the services list, attaches nothing wrong, and leaves your text alone."""

from __future__ import annotations

import json

import pytest

from publist.model.paper import Date
from tests.network.conftest import Services
from tests.support.scholarly_services import ALL_TAPES, INES, TAPES

ALL = f"[{{orcid: {INES}}}, {{dblp: 51/515-1}}, {{openalex: A515151}}, {{arxiv: calder_i_1}}]"
RAIN_TITLE = "Counting Rain Drops with Two Microphones"
RAIN = "content/papers/counting-rain-drops-with-two-microphones.md"


def test_every_work_is_there_once(services: Services) -> None:
    """All services together: six works, and nobody else's."""
    services.settings(ALL)
    services.run("sync")
    titles = sorted(paper.title for paper in services.papers().values())
    assert titles == [
        "Counting Rain Drops with Two Microphones",
        "Drizzle & Dünen",
        "Hail, Sleet and Snow: A Corpus of Falling Things",
        "Rain Tapes",
        "Thunder as a Clock",
        "What Fog Sounds Like",
    ]


def test_a_preprint_that_services_name_is_a_version(services: Services) -> None:
    """The publication leads, with Crossref's names; the preprint has its own date; the report says who says so."""
    services.settings(ALL)
    told = services.run("sync")
    rain = services.paper("Counting")
    assert (rain.doi, rain.arxiv, str(rain.date)) == ("10.5555/jwa.2021.14", "2003.91234", "2021-04-09")
    assert (rain.venue, rain.volume, rain.pages) == ("Journal of Weather Acoustics", "6", "14-29")
    assert [(version.arxiv, version.date) for version in rain.versions] == [("2003.91234", Date(2020, 3, 20))]
    assert rain.links["pdf"] == "https://arxiv.org/pdf/2003.91234"
    assert rain.abstract == "We count."
    assert "10.5555/jwa.2021.14 and arxiv:2003.91234 are one work" in told


def test_retractions_are_told_first(services: Services) -> None:
    """The paper has its notice, and not the shout in its title; an erratum stands at its paper."""
    services.settings(ALL)
    assert services.run("sync").startswith("RETRACTED: Thunder as a Clock\n")
    thunder = services.paper("Thunder")
    assert thunder.retraction
    assert (str(thunder.retraction.date), thunder.retraction.url) == (
        "2019-05-06",
        "https://doi.org/10.5555/jwa.2019.r2",
    )
    assert [notice.url for notice in services.paper("Hail").corrections] == ["https://doi.org/10.5555/icws.2022.e7"]


def test_a_homonym_is_not_taken(services: Services) -> None:
    """A profile that services make mixes people up: the iD that a publisher has deposited tells them apart."""
    services.settings("[{openalex: A515151}]")
    told = services.run("sync")
    assert "Glazes" not in str(services.papers())
    assert "not taken: Glazes of the Northern Coast: the ORCID iD 0000-0000-5151-992X" in told
    assert "publist add 10.5555/pottery.2017.3" in told
    services.run("add", "10.5555/pottery.2017.3")
    assert "not taken" not in services.run("sync")


def test_without_an_owner_the_usual_author_is_it(services: Services) -> None:
    """Who is on the most works is whose list it is: a homonym is told apart all the same."""
    services.site.write({"content/site.yaml": "title: Rain\nsources: [{openalex: A515151}, {dblp: 51/515-1}]\n"})
    services.run("sync")
    titles = {paper.title.partition(" ")[0] for paper in services.papers().values()}
    assert titles == {"Counting", "Drizzle", "Hail,", "Thunder"}


def test_a_data_set_has_one_page(services: Services) -> None:
    """Its DOI of all versions is no paper of its own; a group is no person."""
    services.settings(f"[{{orcid: {INES}}}]")
    services.run("sync")
    tapes = services.paper("Rain Tapes")
    assert (tapes.doi, tapes.type, tapes.publisher) == (TAPES, "dataset", "Open Shelf")
    assert [version.doi for version in tapes.versions] == [ALL_TAPES]
    assert [(name.name, name.literal) for name in tapes.authors] == [
        ("Ines Calder", False),
        ("Weather Sound Group", True),
    ]


def test_what_only_orcid_knows_needs_review(services: Services) -> None:
    """No date, no contributors: the owner is the author that is known, and both are in doubt."""
    services.settings(f"[{{orcid: {INES}}}]")
    services.run("sync")
    fog = services.paper("What Fog")
    assert ([name.name for name in fog.authors], fog.date) == (["Ines Calder"], None)
    assert fog.review == ("authors", "date")


def test_again_nothing_changes(services: Services) -> None:
    """The same answers: no byte of content/ changes, whether they are asked for again or not."""
    services.settings(ALL)
    services.run("sync")
    before, asked = services.tree(), len(services.web.log)
    services.run("sync")
    assert (services.tree(), len(services.web.log)) == (before, asked)
    services.run("sync", "--refresh")
    assert services.tree() == before
    assert len(services.web.log) > asked
    services.run("build")
    assert services.tree() == before


def test_offline_asks_nobody(services: Services) -> None:
    """--offline does with kept answers what was done with new ones; without any, it says so."""
    services.settings(ALL)
    code, told = services.call("sync", "--offline")
    assert (code, services.web.log) == (1, [])
    assert "no answer is kept" in told
    services.run("sync")
    before, asked = services.tree(), len(services.web.log)
    services.run("sync", "--offline")
    assert (services.tree(), len(services.web.log)) == (before, asked)


def test_edits_and_deletions_stay(services: Services) -> None:
    """A changed title, an author's accent, a draft, a deleted abstract, a deleted file: all stay as you left them."""
    services.settings(ALL)
    services.run("sync")
    text = (services.site.folder / RAIN).read_text(encoding="utf-8")
    edited = text.replace("title: Counting", "title: We Count").replace("Tomas Veld", "Tomás Veld")
    services.site.write({RAIN: edited.replace("We count.\n", "").replace("date:", "draft: true\ndate:")})
    (services.site.folder / "content/papers/thunder-as-a-clock.md").unlink()
    before = services.tree()
    services.run("sync", "--refresh")
    assert services.tree() == before


def test_a_version_can_be_told_apart(services: Services) -> None:
    """`merge --no SLUG NUMBER` undoes what services say, and no later sync joins them again."""
    services.settings(ALL)
    services.run("sync")
    services.run("merge", "--no", "counting-rain-drops-with-two-microphones", "2003.91234")
    assert "looks like" not in services.run("sync")
    rain = {paper.doi: paper for paper in services.papers().values() if paper.title.startswith("Counting")}
    assert set(rain) == {"10.5555/jwa.2021.14", ""}
    assert rain["10.5555/jwa.2021.14"].versions == ()
    before = services.tree()
    services.run("sync", "--refresh")
    assert services.tree() == before


def test_a_dry_run_writes_nothing(services: Services) -> None:
    """It names the new papers all the same."""
    services.settings(ALL)
    before = services.tree()
    assert "  new thunder-as-a-clock" in services.run("sync", "--dry-run")
    assert services.tree() == before


def test_counts_say_who_and_when(services: Services) -> None:
    """Citations have their source and day, and a day is not changed for the same count."""
    services.settings(ALL, "citations_from: openalex\n")
    services.run("sync")
    citations = services.paper("Hail").citations
    assert citations
    assert (citations.count, citations.source, bool(citations.date)) == (48, "OpenAlex", True)


def test_a_pasted_list_comes_first(services: Services) -> None:
    """A paper that was there is filled and not made again; what it says itself stays."""
    services.settings(ALL)
    services.site.write({"mine.bib": "@article{own1, title={Hail, Sleet and Snow: A Corpus of Falling Things}, "
                         "author={Veld, Tomas and Calder, Ines}, year={2022}, journal={WSC}}"})  # fmt: skip
    services.run("import", str(services.site.folder / "mine.bib"))
    services.run("sync")
    hail = services.paper("Hail")
    assert (hail.venue, hail.doi, hail.pages, hail.key) == ("WSC", "10.5555/icws.2022.7", "70-81", "own1")


def test_a_pasted_preprint_becomes_the_publication(services: Services) -> None:
    """Venue, date and type are of one printing: not the journal of the one beside the year of the other."""
    services.settings(ALL)
    pasted = f'[{{"title": "{RAIN_TITLE}", "authors": ["Ines Calder"], "arxiv": "2003.91234", "date": "2020-03-20"}}]'
    services.site.write({"content/sources/mine.json": pasted})
    services.run("build")
    services.run("sync")
    rain = services.paper("Counting")
    assert (str(rain.date), rain.type, rain.venue) == ("2021-04-09", "article-journal", "Journal of Weather Acoustics")
    before = services.tree()
    services.run("sync", "--refresh")
    assert services.tree() == before


def test_the_summary_is_markdown(services: Services) -> None:
    """For a pull request: headings with counts, and text from outside that is only text."""
    services.settings(ALL)
    told = services.run("sync", "--summary", "markdown")
    assert told.startswith("## Publications\n")
    assert "### Retracted (1)\n\n- Thunder as a Clock\n" in told
    assert "### New (6)" in told
    again = services.run("sync", "--summary", "markdown")
    assert "### Not taken (1)\n\n- Glazes of the Northern Coast: another ORCID iD, 0000-0000-5151-992X" in again
    assert all(f"### {title}" not in again for title in ("Retracted", "New", "Changed", "Versions merged"))
    assert json.loads(services.run("sync", "--json"))["answered"] == ["ORCID", "dblp", "OpenAlex", "arXiv"]


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        (f"[{{ocrid: {INES}}}]", "content/site.yaml:3:12: warning: unknown key `ocrid`\n  did you mean `orcid`?"),
        ("[{orcid: 0000-0000-5151-5153}]", "3:19: error: 0000-0000-5151-5153 is no ORCID iD: its check digit is wrong"),
        ("[{orcid: 0000-0000-5151}]", "3:19: error: '0000-0000-5151' has not the form of `sources[1].orcid`"),
        ("[{orcid: }]", "3:11: error: a source needs an identifier\n  write {orcid: 0000-0002-1825-0097}"),
        (f"[{INES}]", "3:11: error: `sources[1]` must be a mapping, not '0000-0000-5151-5152'\n  write {orcid: "),
        ("[{dblp: https://dblp.org/pid/51/515-1.html}]", "has not the form of `sources[1].dblp`\n  as in 04/5678-1"),
    ],
)
def test_a_mistyped_source_is_an_error(services: Services, sources: str, told: str) -> None:
    """It is named with its place and what to write, once, and nobody is asked for it."""
    services.settings(sources)
    code, said = services.call("sync")
    assert code == 1
    assert told in said
    assert said.count("error:") == 1
    assert services.web.log == []


def test_addresses_of_profiles_are_sources(services: Services) -> None:
    """What people copy from their browser names them as well, and somebody who is named twice is asked for once."""
    services.settings(f"[{{orcid: 'https://orcid.org/{INES}'}}, {{orcid: {INES}}}]")
    services.run("sync")
    assert services.paper("Thunder").doi == "10.5555/jwa.2018.2"
    assert services.web.paths().count(f"/orcid/v3.0/{INES}/works") == 1
    before = services.tree()
    services.settings("[{dblp: 'https://dblp.org/pid/51/515-1'}, {openalex: 'https://openalex.org/authors/A515151'}]")
    services.run("sync")
    assert services.tree().keys() > before.keys()


def test_an_unknown_setting_is_told(services: Services) -> None:
    """A key that is not known may be why there are no sources."""
    services.site.write({"content/site.yaml": f"title: Rain\nsource: [{{orcid: {INES}}}]\n"})
    code, told = services.call("sync")
    assert (code, "content/site.yaml:2:1: warning: unknown key `source`\n  did you mean `sources`?" in told) == (
        2,
        True,
    )


def test_settings_are_needed(services: Services) -> None:
    """Without sources the command says what to write; a service that is not declared is named."""
    services.settings("[]")
    code, told = services.call("sync")
    assert (code, told.startswith("publist: no sources. Add to content/site.yaml, for example: sources: [")) == (
        2,
        True,
    )
    services.settings(ALL)
    code, told = services.call("sync", "inspire")
    assert (code, "no source 'inspire'" in told) == (2, True)
