"""A cache that outlives its folder, as one that CI restores beside a fresh clone: it saves work and changes nothing."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from publist.cache.code_signature import signature_of
from publist.cache.store import Cache
from publist.content import content_folder, loading, paper_file
from tests.build.test_engine import clean_build
from tests.conftest import SMALL_SITE, Site, paper
from tests.support.random_edits import Editor

KEPT = [(".publist",), (".publist", "output"), ("output",)]


def fresh_clone(site: Site, place: Path, kept: tuple[str, ...]) -> Site:
    """The site elsewhere, its files new to the file system, and what was kept as it was, times included."""
    place.mkdir()
    for name in ("content", "themes"):
        if (site.folder / name).exists():
            shutil.copytree(site.folder / name, place / name, copy_function=shutil.copyfile)
    for name in kept:
        shutil.copytree(site.folder / name, place / name)
    return Site(place)


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize("seed", range(2))
def test_a_build_with_a_restored_cache_equals_a_clean_one(
    site: Site, tmp_path: Path, kept: tuple[str, ...], seed: int
) -> None:
    """Whatever was edited between the build that was kept and the clone."""
    site = Site(tmp_path / "first")
    site.folder.mkdir()
    editor = Editor(site, seed)
    for step in range(3):
        editor.site = site
        site.build()
        site = editor.site = fresh_clone(site, tmp_path / f"clone-{step}", kept)
        done = [editor.edit() for _ in range(2)]
        site.build()
        assert site.snapshot() == clean_build(site, tmp_path / f"clean-{step}"), done


def test_a_fresh_clone_of_what_was_built_renders_nothing(small_site: Site, tmp_path: Path) -> None:
    """With cache and output restored; with the cache alone it renders, and the output is the same."""
    small_site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}search: false\n"})
    small_site.build()
    both = fresh_clone(small_site, tmp_path / "both", (".publist", "output"))
    assert "nothing to render" in both.build()
    alone = fresh_clone(small_site, tmp_path / "alone", (".publist",))
    assert "nothing to render" not in alone.build()
    assert both.snapshot() == alone.snapshot() == small_site.snapshot()


def test_a_file_with_other_times_and_the_same_bytes_is_not_read_anew(
    small_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bytes tell; one of the same size with other bytes is read."""
    folder, cache = str(small_site.folder), Cache(str(small_site.folder / ".publist"))
    before = loading.read(folder, content_folder.signatures(folder), cache, None, time.time_ns())
    notes = small_site.folder / "content/papers/notes.md"
    other = notes.read_text().replace("Notes", "Votes")
    for path in small_site.folder.glob("content/papers/*.md"):
        os.utime(path, (1_500_000_000, 1_500_000_000))
    with monkeypatch.context() as patch:
        patch.setattr(paper_file, "read", None)
        again = loading.read(folder, content_folder.signatures(folder), cache, None, time.time_ns())
        assert again.papers == before.papers
    notes.write_text(other)
    changed = loading.read(folder, content_folder.signatures(folder), cache, None, time.time_ns())
    assert [record.paper.title for record in changed.papers] == ["A compiler", "Votes on the engine"]


def test_a_paper_file_may_be_a_link(small_site: Site, tmp_path: Path) -> None:
    """What it leads to is what is read: an edit there shows, and so does a file that comes back."""
    target, link = tmp_path / "elsewhere.md", small_site.folder / "content/papers/linked.md"
    link.symlink_to(target)
    assert "cannot be read" in small_site.run().stderr
    target.write_text(paper("Linked"))
    small_site.build()
    target.write_text(paper("Linked and edited"))
    small_site.build()
    assert "Linked and edited" in small_site.page("papers/linked/index.html")
    target.unlink()
    assert "cannot be read" in small_site.run().stderr


def test_an_editors_lock_beside_a_template_is_no_file(small_site: Site) -> None:
    """Emacs marks an open file by a link that leads nowhere."""
    small_site.write({"themes/mine/theme.yaml": "extends: default\n"})
    (small_site.folder / "themes/mine/.#theme.yaml").symlink_to("ada@engine.1843:1")
    small_site.build()


def test_a_template_that_cannot_be_read_is_an_error(small_site: Site) -> None:
    """It is named, and nothing is built without it."""
    settings = f"{SMALL_SITE['content/site.yaml']!s}theme: mine\n"
    small_site.write({"themes/mine/theme.yaml": "extends: default\n", "content/site.yaml": settings})
    (small_site.folder / "themes/mine/templates").mkdir()
    (small_site.folder / "themes/mine/templates/paper.html").symlink_to("nowhere")
    done = small_site.run()
    assert done.returncode == 1
    assert "paper.html: error: the file cannot be read" in done.stderr


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder of packages as an installer leaves it: publist of two modules, and Jinja."""
    return install(tmp_path / "site-packages")


def install(packages: Path) -> Path:
    """Write that folder."""
    for path, text in {
        "publist/cli.py": "code",
        "publist/outputs/pages.py": "code",
        "publist-1.2.dist-info/RECORD": "publist/cli.py,sha256=aa,4\npublist/outputs/pages.py,sha256=bb,4\n",
        "jinja2-3.1.6.dist-info/METADATA": "",
        "jinja2/__init__.py": "",
    }.items():
        (packages / path).parent.mkdir(parents=True, exist_ok=True)
        (packages / path).write_text(text)
    record = packages / "publist-1.2.dist-info/RECORD"
    os.utime(record, ns=(time.time_ns(), record.stat().st_mtime_ns + 1))
    return packages


def signature(packages: Path) -> str:
    """The signature of the publist in a folder of packages."""
    return signature_of(str(packages / "publist"), [str(packages)])


def test_the_same_release_has_one_signature_wherever_it_is_installed(installed: Path, tmp_path: Path) -> None:
    """Neither folders nor times count."""
    assert signature(installed) == signature(install(tmp_path / "other"))


def test_another_build_of_the_same_version_has_another_signature(installed: Path) -> None:
    """The installer's digests count, not the number of the version: a checkout that is installed keeps its number."""
    before = signature(installed)
    record = installed / "publist-1.2.dist-info/RECORD"
    record.write_text(record.read_text().replace("bb", "bc"))
    assert signature(installed) != before


def test_another_version_of_a_library_is_another_signature(installed: Path) -> None:
    """Wherever on the search path it lies, if it is the first there."""
    before = signature(installed)
    elsewhere = installed.parent / "elsewhere"
    (elsewhere / "Markdown-3.9.dist-info").mkdir(parents=True)
    with_markdown = signature_of(str(installed / "publist"), [str(installed), str(elsewhere)])
    assert with_markdown != before
    (elsewhere / "jinja2-3.1.7.dist-info").mkdir()
    assert signature_of(str(installed / "publist"), [str(installed), str(elsewhere)]) == with_markdown
    (installed / "jinja2-3.1.6.dist-info").rename(installed / "jinja2-3.1.7.dist-info")
    assert signature(installed) != before


def test_a_file_that_was_edited_after_the_installation_counts(installed: Path) -> None:
    """By its size and time, as in a checkout."""
    before = signature(installed)
    module = installed / "publist/outputs/pages.py"
    module.write_text("edit")
    os.utime(module, (4_000_000_000, 4_000_000_000))
    edited = signature(installed)
    os.utime(module, (4_000_000_001, 4_000_000_001))
    assert len({before, edited, signature(installed)}) == 3


def test_in_a_checkout_every_change_of_the_code_counts(tmp_path: Path) -> None:
    """Without an installer's record, times tell."""
    checkout = install(tmp_path / "checkout")
    shutil.rmtree(checkout / "publist-1.2.dist-info")
    before = signature(checkout)
    os.utime(checkout / "publist/cli.py", (1, 1))
    assert signature(checkout) != before
