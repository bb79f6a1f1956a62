"""cv.pdf of a site: made where it is asked for, linked from the front page, made again only when it changes."""

from __future__ import annotations

import pytest

from tests.conftest import SMALL_SITE, Site, paper

pytest.importorskip("typst", reason="the extra `cv` brings typst")


@pytest.fixture
def cv_site(small_site: Site) -> Site:
    """The small site with a CV."""
    settings = str(SMALL_SITE["content/site.yaml"]) + "cv: true\nsearch: false\nabstracts: 0\n"
    small_site.write({"content/site.yaml": settings, "content/cv.yaml": "name: Countess Lovelace\n"})
    return small_site


def stamp(site: Site) -> int:
    """When the file was written."""
    return (site.output / "cv.pdf").stat().st_mtime_ns


def test_the_front_page_leads_to_it(cv_site: Site) -> None:
    """Among the owner's links; it is the file that the command writes."""
    cv_site.build()
    assert '<a href="cv.pdf">CV</a>' in cv_site.page("index.html")
    cv_site.run("cv", "-o", "mine.pdf")
    assert (cv_site.output / "cv.pdf").read_bytes() == (cv_site.folder / "mine.pdf").read_bytes()


def test_without_the_setting_there_is_none(small_site: Site) -> None:
    """And no link to one."""
    small_site.write({"content/cv.yaml": "name: Countess Lovelace\n"})
    small_site.build()
    assert not (small_site.output / "cv.pdf").exists()
    assert "cv.pdf" not in small_site.page("index.html")


def test_it_is_made_again_only_when_it_changes(cv_site: Site) -> None:
    """An edited abstract or page leaves it; a title, cv.yaml and a template of one's own do not."""
    cv_site.build()
    before = stamp(cv_site)
    cv_site.write(
        {
            "content/papers/notes.md": paper("Notes on the engine") + "More.\n",
            "content/pages/a.md": "---\ntitle: A\n---\n",
        }
    )
    cv_site.build()
    assert stamp(cv_site) == before
    for path, text in (
        ("content/papers/notes.md", paper("Other notes")),
        ("content/cv.yaml", "name: Ada\n"),
        ("content/cv.typ", cv_site.run("cv", "--template", "cv.typ").stdout.replace("20pt", "24pt")),
    ):
        cv_site.write({path: text})
        cv_site.build()
        assert stamp(cv_site) != before, path
        before = stamp(cv_site)
    clean = (cv_site.output / "cv.pdf").read_bytes()
    cv_site.build("--clean")
    assert (cv_site.output / "cv.pdf").read_bytes() == clean


def test_a_letter_that_no_font_has_does_not_keep_the_site_from_its_readers(cv_site: Site) -> None:
    """A box stands for it, and the build and `check` say so; an error with --strict."""
    cv_site.write({"content/papers/notes.md": paper("Notes on \U00016b50")})
    said = "cv.pdf: warning: no font of this computer has \U00016b50"
    done = cv_site.run("build", "--strict")
    assert (done.returncode, said in done.stderr) == (1, True)
    assert not (cv_site.output / "cv.pdf").exists()
    done = cv_site.run("build")
    assert (done.returncode, said in done.stderr) == (0, True)
    assert (cv_site.output / "cv.pdf").read_bytes().startswith(b"%PDF")
    assert said in cv_site.run("check").stdout
    assert "cv.pdf: error: no font" in cv_site.run("cv").stderr


def test_a_term_that_is_not_there_stops_the_build(cv_site: Site) -> None:
    """With its place; the site stays."""
    cv_site.build()
    before = cv_site.snapshot()
    cv_site.write({"content/cv.yaml": "sections:\n  - title: X\n    papers: {topic: nothing}\n"})
    done = cv_site.run("build")
    assert done.returncode == 1
    assert "content/cv.yaml:3:13: error: there is no topic 'nothing'" in done.stderr
    assert cv_site.snapshot() == before
