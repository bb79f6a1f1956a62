"""One site for each mistake: the problem names file, line and column, says what is wrong and what to do."""

import os
import shutil
from pathlib import Path

import pytest

from publist.cache.store import Cache
from publist.content import content_folder, loading
from publist.model.problems import Problem

SITES = Path(__file__).parent / "broken_sites"
NAMES = sorted(path.name for path in SITES.iterdir() if path.is_dir())


def problems_of(site: Path, cache: Path) -> list[Problem]:
    found = content_folder.signatures(str(site))
    return list(loading.read(str(site), found, Cache(str(cache)), None, 0).problems)


@pytest.mark.parametrize("name", NAMES)
def test_the_mistake_gives_its_message(name: str, tmp_path: Path) -> None:
    """What is printed equals the site's expected.txt to the letter."""
    printed = "".join(f"{problem}\n" for problem in problems_of(SITES / name, tmp_path))
    expected = SITES / name / "expected.txt"
    if os.environ.get("PUBLIST_ACCEPT"):  # writes the messages as they are now, to be looked at before a commit
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
    assert printed


def test_all_mistakes_of_many_files_are_reported_in_one_run(tmp_path: Path) -> None:
    """A site that holds the broken papers of all sites reports every one of them."""
    papers = tmp_path / "site" / "content" / "papers"
    papers.mkdir(parents=True)
    expected = []
    for name in sorted(NAMES, key=lambda name: f"{name}.md"):
        if name.startswith(("settings", "people", "topics")):
            continue
        shutil.copy(SITES / name / "content" / "papers" / "paper.md", papers / f"{name}.md")
        text = (SITES / name / "expected.txt").read_text(encoding="utf-8")
        expected.append(text.replace("content/papers/paper.md", f"content/papers/{name}.md"))
    (papers.parent / "site.yaml").write_text("title: All at once\n")
    printed = "".join(f"{problem}\n" for problem in problems_of(tmp_path / "site", tmp_path / "cache"))
    assert printed == "".join(expected)
