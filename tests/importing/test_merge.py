"""`merge` makes one page of two versions of a work, loses nothing, and lasts; only when it is asked to."""

from __future__ import annotations

import json
import os

import pytest

from tests.conftest import Site, paper
from tests.support.content_files import edit, papers, source, text
from tests.support.versions_site import GOES, JOINED, OTHER, PREPRINT, PRINTED, STAYS, done, merge


def test_import_and_check_propose_and_change_nothing(versions_site: Site) -> None:
    """With the evidence and with what to do; the papers stay two until somebody says so."""
    source(versions_site, PREPRINT + PRINTED.replace("doe22", "doe23").replace("ears", "eyes").replace("Ears", "Eyes"))
    done(versions_site, "check")
    evidence = "same title but for a subtitle, same authors, 2021 and 2022"
    assert evidence in done(versions_site, "check").replace("2022 and 2021", "2021 and 2022")
    versions_site.write({"new.bib": PREPRINT.replace("Listening", "Hearing").replace("2101.00001", "2101.00002")})
    report = json.loads(done(versions_site, "import", "new.bib", "--json"))
    assert report["alike"] == []
    hearing = PRINTED.replace("Listening", "Hearing").replace("ears}, year", "hears}, year").replace("doe22", "doe24")
    versions_site.write({"printed.bib": hearing})
    told = done(versions_site, "import", "printed.bib")
    name = "hearing-with-many-ears"
    assert f"{name}-a-study looks like a version of {name}: {evidence}" in told
    assert {STAYS, GOES, name, f"{name}-a-study"} <= set(papers(versions_site))


def test_one_page_is_made_with_what_both_say(versions_site: Site) -> None:
    """The publication gives venue, DOI, type and title; names in full, lists and both keys are kept."""
    told = merge(versions_site)
    assert text(versions_site, STAYS) == JOINED
    assert papers(versions_site) == [STAYS, "on-rooms"]
    assert f"{GOES} is now a version of {STAYS}" in told


def test_the_page_that_stays_may_be_the_publication(versions_site: Site) -> None:
    """Then only the preprint is added."""
    before = text(versions_site, GOES)
    done(versions_site, "merge", f"content/papers/{GOES}.md", f"{STAYS}.md")
    after = text(versions_site, GOES)
    version = JOINED[JOINED.index("versions:") : JOINED.index("    key: doe22")]
    assert f"{version}    key: corr21\n    slug: {STAYS}\n" in after
    assert [line for line in before.splitlines() if "keywords" not in line and line not in after.splitlines()] == []


def test_the_merge_lasts_and_no_import_brings_the_other_back(versions_site: Site) -> None:
    """A build with a source that says the same, in other order, changes nothing."""
    merge(versions_site)
    source(versions_site, PRINTED + OTHER + PREPRINT)
    versions_site.build()
    assert text(versions_site, STAYS) == JOINED
    assert papers(versions_site) == [STAYS, "on-rooms"]
    assert "probably the same work" not in done(versions_site, "check")


def test_what_a_source_changes_in_either_version_comes_into_the_page(versions_site: Site) -> None:
    """The publication's pages into the paper, the preprint's year into its version."""
    merge(versions_site)
    source(versions_site, PREPRINT.replace("2021", "2020") + PRINTED.replace("1--9", "11--19") + OTHER)
    assert f"updated {STAYS}: " in versions_site.build()
    assert text(versions_site, STAYS) == JOINED.replace("1-9", "11-19").replace("date: 2021", "date: 2020")
    assert papers(versions_site) == [STAYS, "on-rooms"]


def test_another_source_of_either_version_is_recognised(versions_site: Site) -> None:
    """A second export with both papers fills in what is new, and brings none back."""
    merge(versions_site)
    more = PRINTED.replace("pages =", "publisher = {Ears Press}, pages =") + PREPRINT
    source(versions_site, more.replace("doe22", "x").replace("corr21", "y"), "other.bib")
    versions_site.build()
    assert text(versions_site, STAYS) == JOINED.replace("doi:", "publisher: Ears Press\ndoi:")
    assert papers(versions_site) == [STAYS, "on-rooms"]


def test_hand_edits_come_first_and_every_other_byte_stays(versions_site: Site) -> None:
    """Of either file; comments and the order of keys are left alone."""
    edit(versions_site, STAYS, "title: Listening with Many Ears\n", "# mine\ntitle:  'All Ears'   # at last\n\n")
    edit(versions_site, GOES, "keywords: [rooms]\n", "keywords: [rooms]\nnote: Read at night\n")
    merge(versions_site)
    after = text(versions_site, STAYS)
    assert after.startswith("---\n# mine\ntitle:  'All Ears'   # at last\n\nauthors:\n")
    assert "note: Read at night\n" in after
    source(versions_site, PREPRINT.replace("Many", "Some") + PRINTED.replace("Many", "Some"))
    versions_site.build()
    assert "title:  'All Ears'   # at last\n" in text(versions_site, STAYS)


def test_what_cannot_stand_in_the_page_is_told(versions_site: Site) -> None:
    """Nothing that was read is dropped in silence."""
    edit(versions_site, STAYS, "---\n", "---\nnote: A preprint\n")
    edit(versions_site, GOES, "---\n", "---\nnote: Read at night\n")
    told = merge(versions_site)
    assert f"kept {STAYS}, note: yours “A preprint”; the other said “Read at night”" in told


def test_papers_written_by_hand_are_remembered_too(site: Site) -> None:
    """A later import of the publication knows it, though no source had it when the two were merged."""
    by_hand = "---\ntitle: {}\nauthors: [Jane Doe, Max Roe]\ndate: {}\ntype: {}\n---\n"
    site.write(
        {
            "content/papers/a.md": by_hand.format("Many Ears", 2021, "article"),
            "content/papers/b.md": by_hand.format("Listening with Many Ears", 2022, "paper-conference"),
        }
    )
    done(site, "merge", "a", "b")
    entry = PRINTED.replace(": A Study", "")
    source(site, entry)
    site.build()
    assert papers(site) == ["a"]
    assert "doi: 10.1000/ears" in text(site, "a")


def test_a_paper_that_stood_there_twice_is_no_version_of_itself(site: Site) -> None:
    """Only the address of the second is kept; the page tells of no other version."""
    site.write({"content/papers/a.md": paper("Notes"), "content/papers/b.md": paper("Notes")})
    done(site, "merge", "a", "b")
    assert text(site, "a") == paper("Notes").replace(
        "topics: [Computing]", "topics: [Computing]\nversions:\n  - slug: b"
    )
    site.build()
    assert "url=../a/" in site.page("papers/b/index.html")
    assert "workExample" not in site.page("papers/a/index.html")
    assert ">Versions<" not in site.page("papers/a/index.html")


def test_merges_follow_each_other(versions_site: Site) -> None:
    """A paper that has a version becomes a version itself; every former address leads to the last page."""
    merge(versions_site)
    done(versions_site, "merge", "on-rooms", STAYS)
    versions_site.build()
    for former in (STAYS, GOES):
        assert "url=../on-rooms/" in versions_site.page(f"papers/{former}/index.html")
    source(versions_site, OTHER + PRINTED + PREPRINT)
    versions_site.build()
    assert papers(versions_site) == ["on-rooms"]


def test_the_joined_paper_may_be_renamed_or_deleted(versions_site: Site) -> None:
    """It is still known, with its versions."""
    merge(versions_site)
    folder = versions_site.folder / "content/papers"
    os.rename(folder / f"{STAYS}.md", folder / "ears.md")
    source(versions_site, PREPRINT + PRINTED.replace("1--9", "11--19") + OTHER)
    versions_site.build()
    assert papers(versions_site) == ["ears", "on-rooms"]
    assert "pages: 11-19\n" in text(versions_site, "ears")
    (folder / "ears.md").unlink()
    source(versions_site, PREPRINT + PRINTED + OTHER)
    versions_site.build()
    assert papers(versions_site) == ["on-rooms"]


def test_a_merge_that_was_interrupted_is_completed_by_saying_it_again(versions_site: Site) -> None:
    """As after a crash between the joined paper and the removal of the other."""
    before = text(versions_site, GOES)
    merge(versions_site)
    versions_site.write({f"content/papers/{GOES}.md": before})
    merge(versions_site)
    assert papers(versions_site) == [STAYS, "on-rooms"]
    assert text(versions_site, STAYS).count("slug:") == 1


def test_a_dry_run_writes_nothing(versions_site: Site) -> None:
    """And says the same."""
    before = {path: path.read_bytes() for path in (versions_site.folder / "content").rglob("*") if path.is_file()}
    assert "would become" in merge(versions_site, "--dry-run")
    after = {path: path.read_bytes() for path in (versions_site.folder / "content").rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize(
    ("names", "code", "message"),
    [
        ((STAYS, "nothing"), 1, "there is no such paper"),
        ((STAYS, f"{GOES[:-1]}"), 1, f"did you mean {GOES}?"),
        ((STAYS, STAYS), 2, "cannot be merged with itself"),
    ],
)
def test_what_cannot_be_merged_is_said(versions_site: Site, names: tuple[str, str], code: int, message: str) -> None:
    """With the nearest name, and nothing is harmed."""
    ran = versions_site.run("merge", *names)
    assert ran.returncode == code
    assert message in ran.stderr
    assert len(papers(versions_site)) == 3


def test_no_is_remembered_where_people_can_read_it(versions_site: Site) -> None:
    """Neither check nor import asks again."""
    assert "probably the same work" in done(versions_site, "check")
    merge(versions_site, "--no")
    written = (versions_site.folder / "content/distinct.yaml").read_text(encoding="utf-8")
    assert written.splitlines()[1:] == [f"- [{STAYS}, {GOES}]"]
    assert "already marked" in done(versions_site, "merge", "--no", GOES, STAYS)
    assert "probably the same work" not in done(versions_site, "check")
    versions_site.build("--strict")
