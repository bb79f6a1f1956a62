"""Papers and terms that are as they were are not planned again; the site is what a whole plan makes of it."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from publist.build import plan
from publist.build.builder import build
from publist.build.plan import BuildPlan
from publist.build.run import Options
from publist.library import topic_matching
from tests.build.test_engine import clean_build
from tests.conftest import Site
from tests.support.random_edits import Editor

SETTINGS = "title: Papers\nbase_url: https://example.org/\nsearch: false\nrelated: 2\n"


def _paper(number: int, title: str = "", topic: str = "") -> str:
    return (
        f"---\ntitle: {title or f'Paper {number}'}\nauthors: [Ann Lee{number // 3}, Bo Oz{number // 5}]\n"
        f"date: {2000 + number // 4}-0{1 + number % 4}-01\ntopics: [{topic or f'Topic {number // 6}'}]\n"
        f"venue: Journal {number // 10}\n---\nText {number}.\n"
    )


def _site(site: Site, papers: int = 40) -> Site:
    site.write({"content/site.yaml": SETTINGS})
    site.write({f"content/papers/p{number:02d}.md": _paper(number) for number in range(papers)})
    build(Options(str(site.folder), str(site.output)))
    return site


def _planned(site: Site, monkeypatch: pytest.MonkeyPatch) -> tuple[set[str], frozenset[str]]:
    """Build; which files were planned, and which were kept unplanned."""
    plans: list[BuildPlan] = []

    def noted(*given: object) -> BuildPlan:
        plans.append(make_plan(*given))  # type: ignore[arg-type]  # handed on
        return plans[-1]

    make_plan = plan.make_plan
    monkeypatch.setattr(plan, "make_plan", noted)
    build(Options(str(site.folder), str(site.output)))
    monkeypatch.undo()
    return {artifact.path for artifact, _ in plans[0].artifacts}, plans[0].kept


def _equals_clean(site: Site, tmp_path: Path) -> bool:
    return site.snapshot() == clean_build(site, tmp_path / f"clean-{time.time_ns()}")


def test_an_edited_title_plans_what_shows_it(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper, those beside and around it, its terms; papers and people far from it are kept without a look."""
    _site(site).write({"content/papers/p20.md": _paper(20, "Another title")})
    planned, kept = _planned(site, monkeypatch)
    assert {f"papers/p{number}/index.html" for number in (19, 20, 21)} <= planned
    assert {"people/ann-lee6/index.html", "topics/topic-3/index.html", "papers/index.html"} & planned
    assert {"papers/p01/index.html", "papers/p01/p01.bib", "people/ann-lee1/index.html"} <= kept
    assert planned | kept >= {path for path in site.snapshot() if not path.startswith(".")}
    assert not planned & kept
    assert _equals_clean(site, tmp_path)


def test_a_paper_that_moves_takes_its_old_neighbours_with_it(site: Site, tmp_path: Path) -> None:
    """Another date, topic or author: both the papers that it leaves and those that it comes to show something else."""
    _site(site).write({"content/papers/p20.md": _paper(20).replace("date: 2005", "date: 2001")})
    site.build()
    assert _equals_clean(site, tmp_path)
    site.write({"content/papers/p20.md": _paper(20, topic="Topic 0").replace("Ann Lee6", "Ann Lee0")})
    site.build()
    assert _equals_clean(site, tmp_path)


def test_what_goes_leaves_no_file(site: Site, tmp_path: Path) -> None:
    """A paper that is deleted takes its files with it, and its author's page where it was the only one."""
    site.write({"content/papers/only.md": _paper(3).replace("Bo Oz0", "Only Once")})
    _site(site)
    assert (site.output / "people/only-once/index.html").exists()
    (site.folder / "content/papers/only.md").unlink()
    site.build()
    assert not (site.output / "people/only-once").exists()
    assert not (site.output / "papers/only").exists()
    assert _equals_clean(site, tmp_path)


def test_a_kept_file_that_somebody_spoilt_is_made_again(site: Site, tmp_path: Path) -> None:
    """Also where the edit that is built has nothing to do with it."""
    _site(site).write({"content/papers/p20.md": _paper(20, "Another title")})
    (site.output / "papers/p01/p01.bib").write_text("spoilt")
    (site.output / "people/ann-lee1/index.html").unlink()
    site.build()
    assert _equals_clean(site, tmp_path)


@pytest.mark.parametrize(
    ("path", "alias"),
    [
        ("content/papers/new.md", "p01"),
        ("content/papers/P01.md", ""),
        ("content/papers/u\u0308.md", ""),
        ("content/pages/x.md", ""),
    ],
)
def test_a_new_file_in_the_way_of_a_kept_one_is_told(site: Site, path: str, alias: str) -> None:
    """It is found although the other is not planned: the same error as of a whole build."""
    site.write({"content/papers/\u00fc.md": _paper(2)})
    _site(site)
    text = _paper(50).replace("title:", f"aliases: [{alias}]\ntitle:") if alias else _paper(50)
    site.write({path: text, "content/papers/q.md": _paper(51)})
    if path.startswith("content/pages"):
        site.write({"content/static/people/ann-lee1/index.html": "mine"})
    failed, whole = site.run("build"), site.run("build", "--clean")
    assert failed.returncode == 1
    assert failed.stderr == whole.stderr
    assert "is already made from" in failed.stderr or "differs only in case" in failed.stderr


def test_other_settings_plan_all(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What all files share has changed, so nothing is kept without a look."""
    _site(site).write({"content/site.yaml": SETTINGS + "tagline: Work\n"})
    _, kept = _planned(site, monkeypatch)
    assert kept == frozenset()


def test_a_topic_that_says_more_is_planned(site: Site, tmp_path: Path) -> None:
    """Its page shows the text of its file, which no paper knows of."""
    site.write({"content/topics/topic-2.md": "---\ntitle: Topic 2\n---\nOne thing.\n"})
    _site(site).write({"content/topics/topic-2.md": "---\ntitle: Topic 2\n---\nAnother thing.\n"})
    site.build()
    assert "Another thing" in site.page("topics/topic-2/index.html")
    assert _equals_clean(site, tmp_path)


@pytest.mark.parametrize("seed", range(2))
def test_edits_of_a_longer_list_give_the_clean_site(site: Site, tmp_path: Path, seed: int) -> None:
    """Papers come, go, move and change their names, and topics take them, in a list in which most stay as they are."""
    editor = Editor(site, seed, 40)
    site.build()
    done = []
    for _ in range(3):
        done += [editor.edit_paper() for _ in range(random.Random(seed).randint(1, 2))]
        site.build()
        assert _equals_clean(site, tmp_path), done


def test_a_topic_with_another_phrase_searches_for_that_alone(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the others' phrases found is kept; so a text is read again only where a phrase is new."""
    topic = "---\ntitle: {0}\nmatch: [{1}]\n---\n"
    site.write({"content/topics/a.md": topic.format("Apt", "text 7"), "content/topics/b.md": topic.format("Big", "3")})
    _site(site)
    searched: list[str] = []
    takes = topic_matching._Asking.takes

    def noted(asking: topic_matching._Asking, text: str, small: str) -> bool:
        searched.append(asking.slug)
        return takes(asking, text, small)

    monkeypatch.setattr(topic_matching._Asking, "takes", noted)
    site.write({"content/topics/b.md": topic.format("Big", "text-8")})
    build(Options(str(site.folder), str(site.output)))
    assert set(searched) == {"b"}
    assert "Paper 7" in site.page("topics/a/index.html")
    assert "Paper 8" in site.page("topics/b/index.html")
    assert _equals_clean(site, tmp_path)
