"""The build as a user runs it: what it makes, what it leaves alone, what it says."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.conftest import SMALL_SITE, Site, paper

LISTING = """\
CLSep 18, 2023
Reading Speech with Small ModelsAda Lovelace, Grace Hopper, Alan Turing et al. · mit
We read speech with small models and find an error rate of 8.5% instead of 9%. The models are small.
LGMar 3, 2021Code
Learning from One ExampleAda Lovelace, Grace Hopper
Learning from one example is hard. We show that one example is enough when it is a good example.
"""


def test_a_listing_becomes_papers_and_a_site(site: Site) -> None:
    """A pasted listing in content/sources becomes one file a paper and one page a paper."""
    site.write({"content/sources/ada.txt": LISTING})
    site.build()
    names = sorted(path.name for path in (site.folder / "content/papers").iterdir())
    assert names == ["learning-from-one-example.md", "reading-speech-with-small-models.md"]
    page = site.page("papers/reading-speech-with-small-models/index.html")
    assert "<h1>Reading Speech with Small Models</h1>" in page
    for author in ("ada-lovelace", "grace-hopper", "alan-turing"):
        assert f'href="../../people/{author}/"' in page
    assert "an error rate of 8.5% instead of 9%" in page
    assert (site.output / "topics/computation-and-language/index.html").exists()
    assert (site.output / "years/2021/index.html").exists()


def test_a_second_build_renders_nothing_and_changes_no_byte(small_site: Site) -> None:
    """Nothing changed: no file of content or output is written again."""
    small_site.build()
    before = {path: path.stat().st_mtime_ns for path in small_site.folder.rglob("*") if path.is_file()}
    report = json.loads(small_site.build("--json"))
    assert report["rendered"] == 0
    assert report["files"] > 10
    cache = small_site.folder / ".publist"
    after = {path: path.stat().st_mtime_ns for path in small_site.folder.rglob("*") if path.is_file()}
    assert {p: t for p, t in before.items() if cache not in p.parents} == {
        p: t for p, t in after.items() if cache not in p.parents
    }


def test_an_edit_renders_only_what_shows_it(small_site: Site) -> None:
    """A changed abstract renders its own page and what holds its text, and not the other paper's page."""
    small_site.build()
    other = (small_site.output / "papers/compiler/index.html").stat().st_mtime_ns
    small_site.write({"content/papers/notes.md": paper("Notes on the engine") + "More of it.\n"})
    report = json.loads(small_site.build("--json"))
    assert 0 < report["rendered"] < report["files"]
    assert "More of it." in small_site.page("papers/notes/index.html")
    assert (small_site.output / "papers/compiler/index.html").stat().st_mtime_ns == other


def test_an_incremental_build_equals_a_clean_one(small_site: Site, tmp_path: Path) -> None:
    """After an edit, a new paper and a removed one, the output has the bytes of a build from nothing."""
    small_site.build()
    small_site.write(
        {
            "content/papers/notes.md": paper("Notes, second edition"),
            "content/papers/new.md": paper("A new paper").replace("1843", "2020"),
        }
    )
    (small_site.folder / "content/papers/compiler.md").unlink()
    small_site.build()
    incremental = small_site.snapshot()
    small_site.build("--clean", "--output", str(tmp_path / "clean"))
    clean = Site(tmp_path)
    clean.output = tmp_path / "clean"
    assert incremental == clean.snapshot()
    assert not (small_site.output / "papers/compiler").exists()


def test_the_bytes_do_not_depend_on_the_number_of_processes(site: Site, tmp_path: Path) -> None:
    """Two hundred papers rendered by one process and by two give the same files."""
    site.write({"content/site.yaml": SMALL_SITE["content/site.yaml"]})
    site.write({f"content/papers/p{n}.md": paper(f"Paper {n} on *things*") for n in range(200)})
    site.build("--jobs", "1")
    one = site.snapshot()
    site.build("--jobs", "2", "--output", str(tmp_path / "two"))
    two = Site(tmp_path)
    two.output = tmp_path / "two"
    assert one == two.snapshot()


def test_files_that_are_not_ours_stay_and_are_named(small_site: Site) -> None:
    """What somebody else put into output/ is left alone, and the report says so."""
    small_site.write({"output/notes.txt": "mine"})
    said = small_site.build()
    assert "notes.txt" in said
    assert (small_site.output / "notes.txt").read_text() == "mine"


def test_a_file_in_the_way_of_a_page_is_never_overwritten(small_site: Site) -> None:
    """A file that publist did not make, where a page must go, stops the build and stays."""
    small_site.write({"output/feed.xml": "mine"})
    done = small_site.run()
    assert done.returncode == 1
    assert "feed.xml" in done.stderr
    assert (small_site.output / "feed.xml").read_text() == "mine"
    assert not (small_site.output / "index.html").exists()


def test_nothing_is_written_through_a_link_in_the_output(small_site: Site, tmp_path: Path) -> None:
    """A link in output/ that leads elsewhere is an obstacle, not a way."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    small_site.output.mkdir()
    os.symlink(elsewhere, small_site.output / "papers")
    assert small_site.run().returncode == 1
    assert list(elsewhere.iterdir()) == []


BAD_LISTINGS = {
    "a line too many": (LISTING.replace("LGMar", "An unexplained line\nLGMar"), 4),
    "a line too few": ("CLSep 18, 2023\n" + LISTING, 1),
    "an impossible date": (LISTING.replace("Sep 18", "Sep 31"), 1),
}


@pytest.mark.parametrize("what", BAD_LISTINGS)
def test_a_bad_listing_is_an_error_with_its_line(small_site: Site, what: str) -> None:
    """The message names file and line, the exit code is 1, the last good site is untouched."""
    small_site.build()
    before = small_site.snapshot()
    text, line = BAD_LISTINGS[what]
    small_site.write({"content/sources/ada.txt": text})
    done = small_site.run()
    assert done.returncode == 1, done.stdout
    assert f"content/sources/ada.txt:{line}:" in done.stderr
    assert small_site.snapshot() == before


BAD_CONTENT: dict[str, tuple[dict[str, str | bytes], str]] = {
    "Latin-1 bytes in a listing": (
        {"content/sources/a.txt": LISTING.replace("Alan", "Al\xe4n").encode("latin-1")},
        "UTF-8",
    ),
    "a template with a syntax error": (
        {
            "content/site.yaml": "title: Papers\ntheme: mine\n",
            "themes/mine/theme.yaml": "extends: default\n",
            "themes/mine/templates/paper.html": "<h1>\n{% if %}\n",
        },
        "themes/mine/templates/paper.html:2: error:",
    ),
    "a template that asks for what there is not": (
        {
            "content/site.yaml": "title: Papers\ntheme: mine\n",
            "themes/mine/theme.yaml": "extends: default\n",
            "themes/mine/templates/paper.html": "<h1>\n\n{{ page.nothing }}\n",
        },
        "themes/mine/templates/paper.html:3: error:",
    ),
    "a template that reaches behind its view": (
        {
            "content/site.yaml": "title: Papers\ntheme: mine\n",
            "themes/mine/theme.yaml": "extends: default\n",
            "themes/mine/templates/paper.html": "{{ page.__class__.__mro__ }}\n",
        },
        "themes/mine/templates/paper.html:1: error:",
    ),
    "a theme that is not there": ({"content/site.yaml": "theme: mine\n"}, "there is no theme"),
    "broken front matter": ({"content/papers/notes.md": "---\ntitle: [\n---\n"}, "content/papers/notes.md:"),
    "two papers whose names differ in case": ({"content/papers/Notes.md": paper("Again")}, "already made from"),
}


@pytest.mark.parametrize("what", BAD_CONTENT)
def test_bad_content_is_an_error_and_the_last_good_site_stays(small_site: Site, what: str) -> None:
    """Every mistake ends with exit code 1, a message that says where, and the output as it was."""
    small_site.build()
    before = small_site.snapshot()
    files, said = BAD_CONTENT[what]
    small_site.write(files)
    done = small_site.run()
    assert done.returncode == 1, done.stdout
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert small_site.snapshot() == before


def test_no_content_folder_is_said_in_a_sentence(site: Site) -> None:
    """Run in the wrong folder, the command says which folder it misses."""
    done = site.run()
    assert done.returncode == 1
    assert "there is no site here: no folder content/" in done.stderr
    assert list(site.folder.iterdir()) == []


def test_all_problems_are_shown_at_once(small_site: Site) -> None:
    """Mistakes in several files are all in one report."""
    small_site.write(
        {
            "content/papers/notes.md": "---\ntitle: Notes\ndate: 2023-02-30\n---\n",
            "content/papers/compiler.md": "---\ntitle: A compiler\ndate: soon\n---\n",
        }
    )
    done = small_site.run()
    assert "content/papers/notes.md:3:" in done.stderr
    assert "content/papers/compiler.md:3:" in done.stderr
    assert "2 errors" in done.stderr


def test_wrong_use_is_exit_code_2(small_site: Site) -> None:
    """An option that makes no sense is told from bad content by the exit code."""
    assert small_site.run("--base-url", "example").returncode == 2
    assert small_site.run("--no-such-option").returncode == 2


def test_warnings_are_errors_when_strict(small_site: Site) -> None:
    """An unknown key warns; with --strict it stops the build."""
    small_site.write({"content/papers/notes.md": paper("Notes").replace("topics:", "topcis:")})
    assert "did you mean `topics`?" in small_site.run().stderr
    assert small_site.run("--strict").returncode == 1


def test_the_navigation_leads_to_the_overviews_there_are(site: Site) -> None:
    """Without `navigation` the bar leads to list, topics and pages that ask, the foot to every overview there is."""
    site.write({**SMALL_SITE, "content/pages/about.md": "---\ntitle: About me\nnav: 1\n---\nHello.\n"})
    site.build()
    bar = site.page("index.html").split('<nav aria-label="Site">')[1].split("</nav>")[0]
    leads = [path for path in re.findall(r'href="([^"]*)"', bar) if path != "search/"]  # where Pagefind is there
    assert leads == ["./", "topics/", "about/"]
    site.write({"content/papers/venue.md": "---\ntitle: A talk\nvenue: A journal\n---\n"})
    site.build()
    assert 'href="venues/"' in site.page("index.html")


def test_a_printed_spelling_is_in_the_index_of_the_list(site: Site) -> None:
    """list.json names a person's other spellings, so that a reader who types what is printed finds the paper."""
    papers = {f"content/papers/p{n}.md": paper(f"Paper {n}") for n in range(11)}
    site.write(
        {
            "content/site.yaml": "title: Papers\nper_page: 10\n",
            "content/people.yaml": "- name: Ada King\n  aliases: [Ada Lovelace]\n",
            **papers,
        }
    )
    site.build()
    assert ["Ada King", "people/ada-king/", "Ada Lovelace"] in json.loads(site.page("list.json"))["people"]


def test_affiliations_of_authors_are_those_of_the_paper_too(site: Site) -> None:
    """The places that authors name stand once among the paper's, and each author has the number of theirs."""
    authors = "authors:\n  - {name: Ada Lovelace, affiliation: MIT}\n  - {name: Grace Hopper, affiliation: Yale}\n"
    site.write({"content/papers/a.md": f"---\ntitle: A\n{authors}affiliations: [Yale]\n---\nAn abstract.\n"})
    site.write({"content/site.yaml": "title: Papers\n"})
    site.build()
    page = site.page("papers/a/index.html")
    assert re.findall(r"<li>(Yale|MIT)</li>", page) == ["Yale", "MIT"]
    assert re.findall(r"<sup>(\d)</sup>", page) == ["2", "1"]


def test_citations_on_the_page_leave_the_abstract_to_the_files(small_site: Site) -> None:
    """What a reader copies has no abstract, which stands on the page anyway; the files hold it."""
    small_site.build()
    shown = small_site.page("papers/notes/index.html").split("<pre>", 1)[1]
    assert "An abstract" not in shown.rsplit("</pre>", 1)[0]
    assert "An abstract" in small_site.page("papers/notes/notes.bib")
