"""Publishing to real git repositories on disk: what is pushed, what survives, what is never touched."""

from __future__ import annotations

import json
import os
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Site, paper
from tests.outputs.test_hosting import crawl
from tests.support.pages_host import served
from tests.support.published_site import git, publish, published


def test_the_branch_holds_the_bytes_that_were_built(project: Site, remote: Path, tmp_path: Path) -> None:
    """What is cloned from the branch is the output folder, byte for byte."""
    publish(project)
    assert published(remote, tmp_path / "clone") == project.snapshot()


def test_nothing_but_the_branch_changes(project: Site, remote: Path) -> None:
    """Working tree, index, branches and settings of the project stay, and the remote's other branches too."""
    project.write({"content/papers/notes.md": paper("Not committed yet"), "draft.txt": "staged"})
    git(project.folder, "add", "draft.txt")
    state = ("status --porcelain", "for-each-ref", "diff", "diff --cached", "config --local --list", "stash list")
    before = [git(project.folder, *command.split()) for command in state]
    main = git(remote, "rev-parse", "main")
    publish(project)
    assert [git(project.folder, *command.split()) for command in state] == before
    assert git(remote, "rev-parse", "main") == main
    assert git(remote, "for-each-ref", "--format=%(refname:short)").split() == ["gh-pages", "main"]


def test_each_publication_is_one_commit_and_none_if_nothing_changed(project: Site, remote: Path) -> None:
    """The branch has a history: a commit a publication that changed something."""
    publish(project)
    assert "Already up to date" in publish(project)
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"
    project.write({"content/papers/compiler.md": paper("A better compiler")})
    publish(project)
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"


def test_what_will_change_is_told_before(project: Site, remote: Path) -> None:
    """A dry run names new, changed and removed pages and pushes nothing."""
    told = publish(project, "--dry-run")
    assert "+ papers/notes/" in told.splitlines()
    assert "gh-pages" not in git(remote, "for-each-ref")
    publish(project)
    tip = git(remote, "rev-parse", "gh-pages")
    (project.folder / "content/papers/notes.md").unlink()
    project.write({"content/papers/third.md": paper("A third"), "content/papers/compiler.md": paper("Compilers")})
    lines = publish(project, "--dry-run").splitlines()
    assert {"+ papers/third/", "~ papers/compiler/", "- papers/notes/"} <= set(lines)
    assert git(remote, "rev-parse", "gh-pages") == tip


def test_the_report_as_json_names_every_file(project: Site) -> None:
    """--json gives the paths, the commit and the address."""
    report = json.loads(publish(project, "--json"))
    assert "papers/notes/index.html" in report["new"]
    assert report["url"] == "https://example.org/list/"
    assert len(report["commit"]) == 40


def test_a_build_that_fails_is_not_published(project: Site, remote: Path) -> None:
    """The branch keeps the last good site while the content has errors."""
    publish(project)
    tip = git(remote, "rev-parse", "gh-pages")
    project.write({"content/papers/broken.md": "---\ntitle: [\n---\n"})
    done = project.run("publish")
    assert done.returncode == 1
    assert "content/papers/broken.md:" in done.stderr
    assert git(remote, "rev-parse", "gh-pages") == tip


def test_files_in_output_that_publist_did_not_make_stay_at_home(project: Site, remote: Path, tmp_path: Path) -> None:
    """Only what was built is published, so that no private file slips in."""
    project.write({"output/private.txt": "mine"})
    publish(project)
    assert "private.txt" not in published(remote, tmp_path / "clone")


def test_a_branch_of_somebody_else_is_not_replaced_unasked(project: Site, remote: Path, tmp_path: Path) -> None:
    """A branch that holds other files is refused, and replaced on request; its history stays."""
    git(project.folder, "push", "--quiet", "origin", "main:gh-pages")
    done = project.run("publish")
    assert done.returncode == 1
    assert "did not put there" in done.stderr
    assert "--replace" in done.stderr
    publish(project, "--replace")
    assert published(remote, tmp_path / "clone") == project.snapshot()
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"


def test_the_custom_domain_of_the_branch_is_kept(project: Site, remote: Path, tmp_path: Path) -> None:
    """A CNAME that the host wrote on the branch stays, with word of it."""
    publish(project)
    clone = tmp_path / "clone"
    published(remote, clone)
    (clone / "CNAME").write_text("papers.example.org\n", encoding="utf-8")
    git(clone, "add", "CNAME")
    git(clone, "commit", "--quiet", "-m", "Domain")
    git(clone, "push", "--quiet", "origin", "gh-pages")
    project.write({"content/papers/third.md": paper("A third")})
    done = project.run("publish")
    assert done.returncode == 0
    assert "papers.example.org: it was kept" in done.stderr
    assert published(remote, tmp_path / "again")["CNAME"] == b"papers.example.org\n"


def test_the_domain_of_the_settings_is_published(project: Site, remote: Path, tmp_path: Path) -> None:
    """`cname` in site.yaml becomes the file that the host reads."""
    project.write({"content/site.yaml": "title: Papers\ncname: papers.example.org\n"})
    publish(project)
    files = published(remote, tmp_path / "clone")
    assert files["CNAME"] == b"papers.example.org\n"
    assert b"<loc>https://papers.example.org/" in files["sitemap.xml"]


def test_what_others_published_meanwhile_is_built_upon(project: Site, remote: Path, tmp_path: Path) -> None:
    """A second clone that publishes in between makes no conflict: the next commit stands on its commit."""
    publish(project)
    other = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", str(remote), str(other))
    Site(other).write({"content/papers/third.md": paper("A third")})
    publish(Site(other))
    project.write({"content/papers/fourth.md": paper("A fourth")})
    publish(project)
    assert git(remote, "rev-list", "--count", "gh-pages") == "3"
    assert "papers/third/index.html" not in git(remote, "ls-tree", "-r", "--name-only", "gh-pages")


def test_settings_that_change_bytes_do_not_reach_what_is_published(project: Site, remote: Path, tmp_path: Path) -> None:
    """Line endings, filters and ignore rules of the user's git leave the site alone."""
    attributes, ignored = tmp_path / "attributes", tmp_path / "ignored"
    attributes.write_text("* text eol=crlf\n*.bib filter=none\n", encoding="utf-8")
    ignored.write_text("*.html\n", encoding="utf-8")
    for name, value in (
        ("core.autocrlf", "true"),
        ("core.attributesFile", str(attributes)),
        ("core.excludesFile", str(ignored)),
        ("core.hooksPath", str(tmp_path)),
    ):
        git(project.folder, "config", "--global", name, value)
    publish(project)
    git(project.folder, "config", "--global", "core.autocrlf", "false")
    git(project.folder, "config", "--global", "core.attributesFile", "")
    assert published(remote, tmp_path / "clone") == project.snapshot()


def test_publishing_from_a_hook_is_not_led_astray(project: Site, remote: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables that git sets for its hooks do not point publishing at the project's own index."""
    before = git(project.folder, "ls-files")
    with monkeypatch.context() as hook:
        hook.setenv("GIT_INDEX_FILE", str(project.folder / ".git" / "index"))
        hook.setenv("GIT_DIR", str(project.folder / ".git"))
        publish(project)
    assert git(project.folder, "ls-files") == before
    assert "gh-pages" in git(remote, "for-each-ref")


SHIM = """#!/bin/sh
echo x >> "$COUNT"
if [ "$(wc -l < "$COUNT")" -eq "$FATAL" ]; then kill -9 $PPID; exit 1; fi
exec {git} "$@"
"""


def test_killed_half_way_nothing_is_broken(
    project: Site, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at each of its git commands in turn, the branch is whole, and the next publication completes it."""
    real = shutil.which("git")
    publish(project)
    shim = tmp_path / "bin" / "git"
    shim.parent.mkdir()
    shim.write_text(SHIM.format(git=real), encoding="utf-8")
    shim.chmod(0o755)
    monkeypatch.setenv("COUNT", str(tmp_path / "count"))
    tips, killed = [git(remote, "rev-parse", "gh-pages")], 0
    while True:
        killed += 1
        (tmp_path / "count").unlink(missing_ok=True)
        project.write({"content/papers/notes.md": paper(f"Notes, edition {killed}")})
        with monkeypatch.context() as patch:
            patch.setenv("PATH", f"{shim.parent}:{os.environ['PATH']}")
            patch.setenv("FATAL", str(killed))
            done = project.run("publish")
        git(remote, "fsck", "--connectivity-only")
        tips.append(git(remote, "rev-parse", "gh-pages"))
        if done.returncode != -signal.SIGKILL:
            break
    assert done.returncode == 0, done.stderr
    assert killed > 10
    assert len(set(tips)) == 3, "the push that was let through, and the last publication"
    assert published(remote, tmp_path / "clone") == project.snapshot()


def test_a_broken_repository_of_ours_is_made_anew(project: Site, remote: Path, tmp_path: Path) -> None:
    """Locks, a broken index and lost objects in the cache folder cost time, and nothing else."""
    publish(project)
    own = project.folder / ".publist/publishing/repository.git"
    (own / "index.lock").touch()
    (own / "index").write_bytes(b"no index")
    for pack in (own / "objects").rglob("*"):
        if pack.is_file():
            pack.unlink()
    project.write({"content/papers/third.md": paper("A third")})
    publish(project)
    assert published(remote, tmp_path / "clone") == project.snapshot()


@pytest.mark.browser
def test_a_clone_of_the_branch_is_served_and_walked_in_a_browser(
    project: Site, remote: Path, tmp_path: Path, browser: Any
) -> None:
    """What was pushed, cloned again and served under the repository's path: every link, and pages in a real browser."""
    publish(project, "--base-url", "https://ada.github.io/repo/")
    clone = tmp_path / "clone"
    published(remote, clone)
    with served(clone, "/repo/") as start:
        pages = sorted(url for url in crawl(start) if url.endswith("/"))
        page = browser.new_page()
        failed: list[str] = []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
        for url in pages:
            page.goto(url)
            assert page.locator("h1").count() == 1
        page.close()
    assert failed == []
