"""The first hour: the example makes way, the owner is found, a new paper is a draft, each command names the next."""

from __future__ import annotations

import pytest

from publist.content.example_files import starter_text
from tests.conftest import Site

BIB = """\
@article{a1, author = {Vega, Lucía and Roth, Jan}, title = {Tides of a small harbour}, journal = {Coasts}, year = 2019}
@article{a2, author = {Roth, Jan and Vega, Lucía}, title = {Silt and its paths}, journal = {Coasts}, year = 2020}
@article{a3, author = {Vega, Lucía}, title = {Harbours without a mole}, journal = {Coasts}, year = 2021}
@article{a4, author = {Vega, L.}, title = {What a breakwater breaks}, journal = {Coasts}, year = 2022}
"""


@pytest.fixture
def begun(site: Site) -> Site:
    """A new site as `init` writes it."""
    assert site.run("init").returncode == 0
    return site


def test_the_example_makes_way_for_the_first_papers(begun: Site) -> None:
    """The first import removes the example paper and its topic, and says so."""
    begun.write({"mine.bib": BIB})
    done = begun.run("import", "mine.bib")
    assert "removed content/papers/example.md" in done.stdout
    assert not (begun.folder / "content/papers/example.md").exists()
    assert not (begun.folder / "content/topics/examples.md").exists()
    assert "4 papers" in begun.build()
    papers = [path.read_text(encoding="utf-8") for path in (begun.folder / "content/papers").iterdir()]
    assert not any("\nadded:" in text for text in papers), (
        "with the first import a list begins, nothing is added to one"
    )


def test_a_source_in_the_content_takes_the_example_away_too(begun: Site) -> None:
    """A listing dropped into content/sources/ is the first import as well."""
    begun.write({"content/sources/mine.bib": BIB})
    begun.build()
    assert not (begun.output / "papers/example/index.html").exists()


def test_an_example_that_was_edited_stays(begun: Site) -> None:
    """What somebody has written in it is theirs."""
    example = begun.folder / "content/papers/example.md"
    example.write_text(example.read_text(encoding="utf-8").replace("An example paper", "My paper"), encoding="utf-8")
    begun.write({"mine.bib": BIB})
    begun.run("import", "mine.bib")
    assert example.exists()


def test_a_later_import_removes_nothing(begun: Site) -> None:
    """Who writes the example's text again after an import means it."""
    example = begun.folder / "content/papers/example.md"
    text = example.read_text(encoding="utf-8")
    begun.write({"mine.bib": BIB})
    begun.run("import", "mine.bib")
    begun.write({"content/papers/example.md": text, "more.bib": BIB.replace("Silt", "Sand").replace("a2", "b2")})
    begun.run("import", "more.bib")
    assert example.read_text(encoding="utf-8") == text


def test_the_example_is_never_published(project: Site) -> None:
    """Neither by publish nor by the workflow, which stops where check finds an error."""
    project.write({"content/papers/example.md": starter_text("example.md")})
    for command in ("publish", "check"):
        done = project.run(command)
        assert (done.returncode, "never published" in done.stdout + done.stderr) == (1, True), command


def test_the_author_of_most_papers_is_proposed_as_the_owner(begun: Site) -> None:
    """By the import and by check, with the line to write; both spellings are counted as one."""
    begun.write({"content/site.yaml": "title: Papers\n", "mine.bib": BIB})
    line = "Lucía Vega is an author of 4 of 4 papers"
    assert line in begun.run("import", "mine.bib").stdout
    told = begun.run("check").stdout
    assert line in told
    assert "owner: Lucía Vega" in told


def test_an_owner_who_is_no_author_is_told(begun: Site) -> None:
    """With the name that was probably meant, at the line of the setting."""
    begun.write({"content/site.yaml": "title: Papers\nowner: Lucia Vegas\n", "mine.bib": BIB})
    begun.run("import", "mine.bib")
    told = begun.run("check").stdout
    assert "content/site.yaml:2:" in told
    assert "did you mean `owner: Lucía Vega`?" in told


def test_an_owner_who_is_an_author_is_no_matter(begun: Site) -> None:
    """Also under a spelling that people.yaml knows."""
    begun.write(
        {
            "content/site.yaml": "title: Papers\nowner: Lucy Vega\n",
            "content/people.yaml": "- {name: Lucía Vega, aliases: [Lucy Vega]}\n",
            "mine.bib": BIB,
        }
    )
    begun.run("import", "mine.bib")
    assert "owner" not in begun.run("check").stdout


def test_a_list_of_many_people_has_no_owner_proposed(begun: Site) -> None:
    """Nobody has written half of it."""
    papers = [
        f"@article{{k{n}, author = {{Author, {name}}}, title = {{On {name}}}, journal = {{J}}, year = 2020}}"
        for n, name in enumerate(("Bo", "Cy", "Di", "Ed", "Flo"))
    ]
    begun.write({"content/site.yaml": "title: Papers\n", "all.bib": "\n".join(papers)})
    begun.run("import", "all.bib")
    assert "owner" not in begun.run("check").stdout


def test_a_new_paper_is_a_draft(begun: Site) -> None:
    """It is not built until its line is deleted."""
    begun.run("new", "Waves at night")
    paper = begun.folder / "content/papers/waves-at-night.md"
    assert "\ndraft: true\n" in paper.read_text(encoding="utf-8")
    begun.build()
    assert not (begun.output / "papers/waves-at-night/index.html").exists()
    paper.write_text(paper.read_text(encoding="utf-8").replace("\ndraft: true\n", "\n"), encoding="utf-8")
    begun.build()
    assert "Waves at night" in begun.page("papers/waves-at-night/index.html")


def test_an_empty_folder_is_told_how_to_begin(site: Site) -> None:
    """Without a command and with one."""
    for command in ((), ("check",)):
        done = site.run(*command)
        assert done.returncode == 1
        assert "Begin with publist init, then publist import" in done.stderr


def test_commands_name_the_next_step(begun: Site) -> None:
    """The first build, a new paper, a new theme; a second build has nothing to add."""
    assert "Next: publist serve --open" in begun.build()
    assert "Next:" not in begun.build()
    assert "Next: publist serve --open" in begun.run("new", "A title").stdout


def test_a_file_can_be_overridden_right_after_a_theme_was_begun(begun: Site) -> None:
    """The one theme of the site is meant, before the settings name it."""
    begun.run("theme", "new", "mine")
    done = begun.run("theme", "override", "templates/entry.html")
    assert done.returncode == 0, done.stderr
    assert (begun.folder / "themes/mine/templates/entry.html").is_file()


def test_which_of_two_themes_is_meant_must_be_said(begun: Site) -> None:
    """With --theme, or in the settings."""
    begun.run("theme", "new", "mine")
    begun.run("theme", "new", "other")
    assert begun.run("theme", "override", "templates/entry.html").returncode == 1
    assert begun.run("theme", "override", "templates/entry.html", "--theme", "other").returncode == 0


def test_a_venue_with_a_volume_is_a_journal_and_told(begun: Site) -> None:
    """A file without `type` that names both is shown as a journal article; check says how to make it sure."""
    begun.write({"content/papers/w.md": "---\ntitle: W\nauthors: [A B]\ndate: 2020\nvenue: Coasts\nvolume: 3\n---\n"})
    begun.write({"content/papers/t.md": "---\ntitle: T\nauthors: [A B]\ndate: 2020\ntype: thesis\n---\n"})
    begun.build()
    assert (begun.output / "types/journal-article/index.html").exists()
    assert "shown as a journal article" in begun.run("check").stdout
