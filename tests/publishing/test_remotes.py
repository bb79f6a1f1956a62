"""Remotes and what they say: where they serve a site, and why they refuse one."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.publishing.hosting import repository, without_secrets
from publist.publishing.push_errors import explained
from tests.conftest import SMALL_SITE, Site
from tests.support.published_site import git, publish, published


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
    from publist.build.run import Options
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


@pytest.mark.usefixtures("git_identity")
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
