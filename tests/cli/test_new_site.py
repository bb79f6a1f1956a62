"""A new site: what `init` writes builds as it is, tells nothing of ours, and overwrites nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from publist import __version__
from publist.content.content_folder import SETTINGS
from publist.content.schema import json_schema
from tests.conftest import ROOT, Site

WORKFLOWS = (ROOT / ".github/workflows/pages.yml", ROOT / "publist/starter/pages.yml")
SYNC = ROOT / "publist/starter/sync.yml"


@pytest.fixture(autouse=True)
def _no_identity(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A git without settings, so that guesses come from the test's repositories alone."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def files(folder: Path) -> list[str]:
    """The files of a folder, those of git left out."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.parts[0] != ".git")


def test_a_new_site_builds_strictly_as_it_is(site: Site) -> None:
    """Three commands to a site: the example has neither errors nor warnings."""
    assert site.run("init", "papers").returncode == 0
    begun = Site(site.folder / "papers")
    assert begun.run("build", "--strict").returncode == 0
    assert "An example paper" in begun.page("papers/example/index.html")
    assert "Ada Lovelace" in begun.page("topics/examples/index.html")


def test_a_new_site_has_what_the_design_names(site: Site) -> None:
    """Settings, a paper, a topic, the workflow, and nothing of the program."""
    site.run("init")
    assert files(site.folder) == [
        ".gitattributes",
        ".github/workflows/pages.yml",
        ".gitignore",
        "README.md",
        "content/papers/example.md",
        "content/site.yaml",
        "content/topics/examples.md",
        "requirements.txt",
    ]
    assert f"publist=={__version__}" in (site.folder / "requirements.txt").read_text().splitlines()
    assert not any("@@" in (site.folder / path).read_text() for path in files(site.folder))


def test_owner_and_address_are_taken_from_the_repository(site: Site) -> None:
    """The remote tells where Pages will serve the site, the user's name whose list it is."""
    git(site.folder, "init", "--quiet")
    git(site.folder, "config", "user.name", "Grace: Hopper")
    git(site.folder, "remote", "add", "origin", "git@github.com:Grace/list.git")
    site.run("init")
    settings = yaml.safe_load((site.folder / SETTINGS).read_text())
    assert settings == {
        "title": "Publications of Grace: Hopper",
        "owner": "Grace: Hopper",
        "base_url": "https://grace.github.io/list/",
        "repository": "https://github.com/Grace/list",
    }
    site.build("--strict")
    assert "<loc>https://grace.github.io/list/papers/example/</loc>" in site.page("sitemap.xml")


def test_every_setting_stands_in_site_yaml_with_a_comment(site: Site) -> None:
    """site.yaml names each key there is, in a form that can be uncommented."""
    site.run("init")
    text = (site.folder / SETTINGS).read_text()
    for key in json_schema.schema("site")["properties"]:
        assert f"\n# {key}:" in text or f"\n{key}:" in text
    uncommented = [
        line.removeprefix("# ") for line in text.splitlines() if line.partition(":")[0].strip("# ").isidentifier()
    ]
    assert len(yaml.safe_load("\n".join(uncommented))) == len(json_schema.schema("site")["properties"])


def test_files_that_are_there_stay(site: Site) -> None:
    """What a repository begins with is kept, and the lines it lacks are named."""
    site.write({"README.md": "Mine\n", ".gitignore": "*.log\n", ".gitattributes": "*.pdf binary\n"})
    done = site.run("init")
    assert done.returncode == 0
    assert "README.md (existing file, kept)" in done.stdout
    assert "/.publist/" in done.stdout
    assert "add to .gitattributes: * text=auto eol=lf" in done.stdout
    assert (site.folder / "README.md").read_text() == "Mine\n"
    assert (site.folder / ".gitignore").read_text() == "*.log\n"


def test_a_new_site_has_the_same_bytes_in_a_clone_on_windows(site: Site) -> None:
    """Where git is set to give text CRLF, as on Windows, files that are copied into the site still have LF."""
    site.run("init", "papers")
    folder = site.folder / "papers"
    Site(folder).write({"content/static/verify.txt": "one\ntwo\n"})
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "A site")
    git(site.folder, "clone", "-q", "-c", "core.autocrlf=true", "papers", "clone")
    assert (site.folder / "clone/content/static/verify.txt").read_bytes() == b"one\ntwo\n"
    assert b"\r" not in (site.folder / "clone/content/papers/example.md").read_bytes()


def test_a_site_is_never_begun_over_another(small_site: Site) -> None:
    """A folder with content/ is refused, and left as it is."""
    before = files(small_site.folder)
    done = small_site.run("init")
    assert done.returncode == 1
    assert "there is a site here already" in done.stderr
    assert files(small_site.folder) == before


def test_a_folder_that_cannot_be_made_is_explained(site: Site) -> None:
    """A file in the way is named."""
    site.write({"papers": "a file"})
    done = site.run("init", "papers")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr


def test_both_workflows_are_one_but_for_what_they_install() -> None:
    """The workflow that new sites get is the one that this repository runs, which publishes its docs besides."""
    own, starter = (path.read_text(encoding="utf-8").splitlines() for path in WORKFLOWS)
    here = {line for line in own if "docs" in line} | {"          cache-dependency-path: pyproject.toml"}
    assert set(own) - set(starter) == here
    assert [line.partition(" #")[0].split("run: ")[-1] for line in own if "docs" in line and "run:" in line] == [
        "pip install '.[search,cards]'",
        'python -m tests.support.docs_site output/docs "${BASE_URL:-https://example.org}/docs/"',
    ]
    assert set(starter) - set(own) == {"      - run: pip install -r requirements.txt"}


def test_a_site_can_be_kept_up_to_date(site: Site) -> None:
    """`--sync weekly` adds the workflow to a new site and to one that is there, and overwrites nothing."""
    site.run("init", "--sync", "weekly")
    assert ".github/workflows/sync.yml" in files(site.folder)
    other = Site(site.folder / "other")
    other.write({"content/site.yaml": "title: Mine\n", "requirements.txt": "publist==0.0.1\n"})
    done = other.run("init", "--sync", "weekly")
    assert done.returncode == 0
    assert "Added .github/workflows/sync.yml" in done.stdout
    assert files(other.folder) == [".github/workflows/sync.yml", "content/site.yaml", "requirements.txt"]
    assert (other.folder / "requirements.txt").read_text() == "publist==0.0.1\n"


def test_the_sync_parts_reading_from_writing() -> None:
    """What asks services and runs installed code may only read; what may write runs nothing that was installed."""
    jobs = yaml.safe_load(SYNC.read_text(encoding="utf-8"))["jobs"]
    assert jobs["read"]["permissions"] == {"contents": "read"}
    assert "publist" not in str([step.get("run", "") for step in jobs["propose"]["steps"]]).replace("publist/sync", "")
    assert "pip" not in str(jobs["propose"])


def test_workflows_are_valid() -> None:
    """The schema of workflows holds for each workflow, offline."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*command, *WORKFLOWS, SYNC], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_workflows_are_safe() -> None:
    """The auditor of workflows finds nothing: rights are least, actions pinned, no input reaches a shell."""
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", *WORKFLOWS, SYNC], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS)
def test_a_pull_request_is_built_and_not_published(path: Path) -> None:
    """Only the deploying job may write, and it and the upload are left out for pull requests."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    assert set(jobs["build"]["permissions"].values()) == {"read"}
    assert "github.event_name != 'pull_request'" in jobs["deploy"]["if"]
    steps = {step.get("uses", step.get("run")).split("@")[0]: step for step in jobs["build"]["steps"]}
    for action in ("actions/configure-pages", "actions/upload-pages-artifact"):
        assert steps[action]["if"] == "github.event_name != 'pull_request'"
    assert all("if" not in step for name, step in steps.items() if name.startswith("publist"))


@pytest.mark.parametrize("path", WORKFLOWS)
def test_only_the_default_branch_leaves_a_cache(path: Path) -> None:
    """What is published may come from a cache, so what may be published is all that may write one."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    steps = jobs["build"]["steps"]
    names = [step.get("uses", step.get("run")).split("@")[0] for step in steps]
    restored, saved = (steps[names.index(f"actions/cache/{verb}")] for verb in ("restore", "save"))
    assert saved["if"] == jobs["deploy"]["if"]
    assert saved["with"]["path"].split() == restored["with"]["path"].split() == [".publist", "output"]
    assert names.index("actions/cache/restore") < names.index("publist check") < names.index("actions/cache/save")
    build = next(number for number, name in enumerate(names) if name.startswith("publist build"))
    assert names[build + 1] == "actions/cache/save"  # nothing stands between that could change what is kept
