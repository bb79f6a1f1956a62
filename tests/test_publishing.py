"""Publishing to real git repositories on disk: what is pushed, what is refused, what is never touched."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from publist.publishing import limits
from publist.publishing.hosting import repository, without_secrets
from publist.publishing.pushfaults import explained
from tests.conftest import SMALL_SITE, Site, paper
from tests.test_hosting import crawl, served


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A git whose settings are the test's own."""
    home = tmp_path_factory.mktemp("home")
    settings = "[user]\n\tname = Ada Lovelace\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
    (home / "gitconfig").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder: Path, *arguments: str) -> str:
    """What git prints."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """An empty bare repository."""
    folder = tmp_path / "remote.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare")
    return folder


@pytest.fixture
def project(tmp_path: Path, remote: Path) -> Site:
    """A small site in a git repository with a remote and a pushed main branch."""
    folder = tmp_path / "project"
    folder.mkdir()
    site = Site(folder)
    site.write({**SMALL_SITE, ".gitignore": "/output/*\n/.publist/\n"})
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Begin")
    git(folder, "remote", "add", "origin", str(remote))
    git(folder, "push", "--quiet", "origin", "main")
    return site


def published(remote: Path, into: Path) -> dict[str, bytes]:
    """Every file of the branch, as a clone of it has them."""
    git(remote.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(into))
    files = [path for path in into.rglob("*") if path.is_file() and ".git" not in path.relative_to(into).parts]
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in files}


def publish(site: Site, *arguments: str) -> str:
    """Publish; what it prints. Fails the test if it fails."""
    done = site.run("publish", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


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
    assert "nothing new" in publish(project)
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


def test_a_push_that_the_remote_refuses_is_explained(project: Site, remote: Path) -> None:
    """The reason that the server gives is shown, and the remote is as it was."""
    hook = remote / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'GH006: Protected branch update failed' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    done = project.run("publish")
    assert done.returncode == 1
    assert "protects this branch" in done.stderr
    assert "| remote: GH006: Protected branch update failed" in done.stderr
    assert "gh-pages" not in git(remote, "for-each-ref")


def test_no_remote_is_explained(small_site: Site) -> None:
    """Without a repository or a remote the message says what to do."""
    done = small_site.run("publish")
    assert done.returncode == 1
    assert "git remote add origin" in done.stderr


def test_a_site_without_a_repository_can_be_published_to_an_address(
    small_site: Site, remote: Path, tmp_path: Path
) -> None:
    """--remote takes a path or an address."""
    publish(small_site, "--remote", str(remote))
    assert published(remote, tmp_path / "clone") == small_site.snapshot()


def test_a_site_in_a_folder_of_a_repository_finds_a_relative_remote(tmp_path: Path, remote: Path) -> None:
    """The address of a remote is relative to the top of the repository, not to the site."""
    top = tmp_path / "top"
    Site(top / "site").write(SMALL_SITE)
    git(top, "init", "--quiet")
    git(top, "remote", "add", "origin", "../remote.git")
    publish(Site(top / "site"))
    assert git(remote, "for-each-ref", "--format=%(refname:short)") == "gh-pages"


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


@pytest.mark.parametrize(
    ("address", "owner", "name", "url"),
    [
        ("git@github.com:Ada/papers.git", "Ada", "papers", "https://ada.github.io/papers/"),
        ("https://github.com/ada/ada.github.io", "ada", "ada.github.io", "https://ada.github.io/"),
        ("https://x:secret@github.com/ada/my.list.git", "ada", "my.list", "https://ada.github.io/my.list/"),
        ("ssh://git@github.com:22/ada/papers", "ada", "papers", "https://ada.github.io/papers/"),
        ("ssh://git@github.com/ada/papers.git/", "ada", "papers", "https://ada.github.io/papers/"),
    ],
)
def test_where_pages_serves_a_repository(address: str, owner: str, name: str, url: str) -> None:
    """Every form of an address on GitHub leads to the address of its site."""
    found = repository(address)
    assert found == (owner, name)
    assert found.pages_url == url


@pytest.mark.parametrize(
    "address", ["../r.git", "https://gitlab.com/ada/papers", "https://github.com.evil.org/a/b", ""]
)
def test_other_remotes_are_not_on_github(address: str) -> None:
    """Nothing is guessed of other hosts."""
    assert repository(address) is None


def test_a_password_in_an_address_is_not_shown() -> None:
    """Reports and messages leave out who logs in."""
    assert without_secrets("https://x:secret@github.com/ada/papers") == "https://github.com/ada/papers"


def test_a_base_url_that_the_host_does_not_serve_is_doubted(project: Site) -> None:
    """A site built for another address than the repository's is warned of before it is pushed."""
    from publist.builder import Options
    from publist.publishing.push import _site_url

    job = Options(str(project.folder), str(project.output))
    url, doubts = _site_url(job, "git@github.com:ada/papers.git")
    assert url == "https://example.org/list/"
    assert "https://ada.github.io/papers/" in doubts[0].message
    project.write({"content/site.yaml": "title: Papers\n"})
    assert _site_url(job, "git@github.com:ada/papers.git") == ("https://ada.github.io/papers/", ())


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("! [rejected] a -> gh-pages (fetch first)", "at the same moment"),
        ("remote: Permission to ada/papers.git denied to bob.\nfatal: ... error: 403", "you may not write"),
        ("git@github.com: Permission denied (publickey).", "you may not write"),
        ("fatal: could not read Username for 'https://github.com': terminal prompts disabled", "who you are"),
        ("ERROR: Repository not found.", "no repository"),
        ("fatal: unable to access 'https://x/': Could not resolve host: x", "cannot be reached"),
        ("remote: error: GH001: Large files detected. this exceeds GitHub's file size limit", "no file this large"),
        ("Author identity unknown\n*** Please tell me who you are.", "whose commit"),
        ("something nobody has seen", "git failed"),
    ],
)
def test_what_git_says_is_put_in_words(said: str, meaning: str) -> None:
    """Each reason has its message, and git's own words stand under it."""
    problem = explained(said, "origin")
    assert meaning in problem.message
    assert said.splitlines()[0] in problem.message


@pytest.mark.parametrize(
    "path",
    [
        *("assets/con", "assets/AUX.txt", "a/COM1.pdf", "a/b:c.pdf", "a/what?.pdf", "a\\b", "a/end.", "a/end "),
        *(".git/x", "a/.GIT", "a/GIT~1", "a/.g\u200cit", "a/\udcff", "a/" + "é" * 130, "a/tab\t"),
    ],
)
def test_names_that_others_cannot_hold_are_errors(path: str) -> None:
    """Names that Windows or git cannot hold are found wherever they stand in a path."""
    assert limits.name_fault(path)


@pytest.mark.parametrize("path", ["papers/console/index.html", "a/comma,.pdf", "a/.gitignore", "a/李明.pdf", "com10/x"])
def test_other_names_are_fine(path: str) -> None:
    """Names that only look like those stay."""
    assert limits.name_fault(path) == ""


def test_links_and_lost_files_are_errors(tmp_path: Path) -> None:
    """Only plain files are published."""
    (tmp_path / "there").write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to("there")
    found = limits.check(str(tmp_path), ["there", "link", "lost"])
    assert [(problem.path, problem.severity) for problem in found] == [("link", "error"), ("lost", "error")]


def test_sizes_over_the_limits_are_told_with_the_largest_files(tmp_path: Path) -> None:
    """A file over 100 MB and a site over 1 GB are warned of; the largest files come first."""
    for number, size in enumerate((600_000_000, 450_000_000, 20)):
        with (tmp_path / f"f{number}").open("wb") as file:
            file.truncate(size)
    found = limits.check(str(tmp_path), ["f2", "f1", "f0"])
    assert [problem.path for problem in found] == ["f0", "f1", "output"]
    assert {problem.severity for problem in found} == {"warning"}
    assert "1.1 GB" in found[-1].message
    assert [line.split()[-1] for line in found[-1].hint.splitlines()[1:]] == ["f0", "f1", "f2"]
    with (tmp_path / "f0").open("wb") as file:
        file.truncate(limits.FILE_BYTES)
    assert limits.check(str(tmp_path), ["f0", "f2"]) == []


def test_a_name_that_cannot_be_held_is_not_published(project: Site, remote: Path) -> None:
    """An asset with such a name stops the publication and is named."""
    project.write({"content/assets/aux.pdf": b"%PDF"})
    done = project.run("publish")
    assert done.returncode == 1
    assert "assets/aux.pdf: error: Windows keeps the name" in done.stderr
    assert "gh-pages" not in git(remote, "for-each-ref")


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
