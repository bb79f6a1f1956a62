"""Pipes, sockets, devices, links that lead nowhere or in a circle, folders that nobody may read: a line, no more."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from publist.preview.state import State
from tests.conftest import ROOT, Site

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
pytestmark = needs_pipes


def _socket(place: Path) -> None:
    here = os.getcwd()
    os.chdir(place.parent)  # the address of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(place.name)
    finally:
        os.chdir(here)


def _itself(place: Path) -> None:
    place.symlink_to(place.name)


def _folder_around(place: Path) -> None:
    place.symlink_to(place.parent, target_is_directory=True)


def _device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def _nowhere(place: Path) -> None:
    place.symlink_to("nowhere")


KINDS: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo if hasattr(os, "mkfifo") else _nowhere,
    "a socket": _socket,
    "a device": _device,
    "nowhere": _nowhere,
    "in a circle": _itself,
    "a folder in which it lies": _folder_around,
}
"""What is put there, by what is said of it."""

PLACES = (
    "content/papers/thing.md",
    "content/papers/notes.pdf",
    "content/assets/thing.png",
    "content/topics/thing.md",
    "content/pages/thing.md",
    "content/sources/list.bib",
    "content/people.yaml",
    "content/imports.json",
)


@pytest.mark.parametrize("what", KINDS)
def test_what_is_no_file_in_content_is_an_error_that_names_it(what: str, small_site: Site) -> None:
    """Each command ends with a line for each of them, wherever in content/ they are; the last site stays."""
    small_site.build()
    before = small_site.snapshot()
    for path in PLACES:
        (small_site.folder / path).parent.mkdir(exist_ok=True)
        KINDS[what](small_site.folder / path)
    for command in (("build",), ("check", "--all"), ("export",)):
        done = small_site.run(*command)
        assert done.returncode == 1
        said = done.stdout + done.stderr
        assert "Traceback" not in said
        lines = [line for line in said.splitlines() if ": error: " in line]
        assert [path for path in PLACES if not any(line.startswith(path) and what in line for line in lines)] == []
    assert small_site.snapshot() == before


@pytest.mark.parametrize("what", ["a pipe", "a device"])
@pytest.mark.parametrize("path", ["content/distinct.yaml", "content/cv.yaml"])
def test_other_files_that_are_none_are_not_waited_for(path: str, what: str, small_site: Site) -> None:
    """Files that only some commands read: one line names them."""
    KINDS[what](small_site.folder / path)
    done = small_site.run("check", "--all")
    assert f"{path}: error: " in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_device_has_no_end(small_site: Site) -> None:
    """What is named on the command line may be a pipe, as shells make them, and no device."""
    done = small_site.run("import", "/dev/zero")
    assert done.returncode == 1
    assert "/dev/zero: error: the file cannot be read: it is a device" in done.stderr
    place = small_site.folder / "pipe.bib"
    os.mkfifo(place)
    entry = b"@article{lee, author = {Lee, Ann}, title = {Ice and snow}, year = 2020}"
    writer = subprocess.Popen([sys.executable, "-c", f"open({str(place)!r}, 'wb').write({entry!r})"])
    done = small_site.run("import", str(place))
    assert writer.wait() == 0
    assert done.returncode == 0, done.stderr
    assert (small_site.folder / "content/papers/ice-and-snow.md").exists()


def test_the_preview_tells_what_is_no_file(small_site: Site) -> None:
    """It shows the site all the same, and the problem with it."""
    os.mkfifo(small_site.folder / "content/papers/thing.md")
    said: list[str] = []
    state = State(str(small_site.folder), said.append)
    state.begin()
    assert any("content/papers/thing.md: error: this is a pipe" in line for line in said)
    assert state.page("/list/papers/notes/").status == 200
    assert state.page("/list/papers/thing/").status == 404


@pytest.mark.parametrize("what", [kind for kind in KINDS if kind != "a folder in which it lies"])
@pytest.mark.parametrize("path", ["templates/paper.html", "assets/extra.css"])
def test_what_is_no_file_in_a_theme_is_an_error_that_names_it(path: str, what: str, small_site: Site) -> None:
    """A theme with a pipe in it is not waited for."""
    small_site.write({"themes/mine/theme.yaml": "extends: default\n"})
    small_site.write({"content/site.yaml": "title: Papers\ntheme: mine\n"})
    (small_site.folder / "themes/mine" / path).parent.mkdir()
    KINDS[what](small_site.folder / "themes/mine" / path)
    done = small_site.run("build")
    assert done.returncode == 1
    assert f"{path}: error: the file cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="only Linux has this file")
def test_a_file_of_a_theme_that_fails_when_it_is_read_is_named(small_site: Site) -> None:
    """The system's error names no file; ours does."""
    small_site.write({"themes/mine/theme.yaml": "extends: default\n", "themes/mine/assets/a.css": ""})
    small_site.write({"content/site.yaml": "title: Papers\ntheme: mine\n"})
    (small_site.folder / "themes/mine/assets/b.js").symlink_to("/proc/self/mem")
    done = small_site.run("build")
    assert done.returncode == 1
    assert "assets/b.js: error: the file cannot be read" in done.stderr


@pytest.mark.parametrize("name", ["content", "content/papers", "themes/mine/templates"])
def test_a_folder_that_nobody_may_read_is_an_error_that_names_it(name: str, small_site: Site) -> None:
    """One that cannot be listed is told; for those whom the system gives everything there is no such folder."""
    small_site.write({"themes/mine/theme.yaml": "extends: default\n", "themes/mine/templates/x.html": ""})
    small_site.write({"content/site.yaml": "title: Papers\ntheme: mine\n"})
    folder = small_site.folder / name
    folder.chmod(0o300)
    try:
        if os.access(folder, os.R_OK):
            pytest.skip("this user may read every folder")
        done = small_site.run("build")
    finally:
        folder.chmod(0o700)
    assert done.returncode == 1
    assert f"{name}: error: the f" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_folder_any_more_is_an_error(small_site: Site) -> None:
    """What cannot be listed, for whatever reason, is told: here a link to a folder that is gone."""
    (small_site.folder / "content/assets").symlink_to("elsewhere", target_is_directory=True)
    done = small_site.run("build")
    assert done.returncode == 1
    assert "content/assets: error: the file cannot be read: the link leads nowhere" in done.stderr


def test_a_linked_folder_is_read_once(small_site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Content may lie elsewhere behind a link; a link back from there is told, and not followed."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "slides.pdf").write_bytes(b"%PDF-1.4\n")
    (small_site.folder / "content/assets").symlink_to(elsewhere, target_is_directory=True)
    small_site.run("build")
    (elsewhere / "back").symlink_to(small_site.folder / "content", target_is_directory=True)
    done = small_site.run("build")
    assert "content/assets/back: error: the link leads to a folder" in done.stderr
    assert "content/assets/slides.pdf" not in done.stderr.replace("leads out of content/", "")


def test_folders_may_lie_deeper_than_python_recurses(small_site: Site) -> None:
    """However deep folders lie in one another, they are walked through."""
    place, limit = small_site.folder / "content/assets", 300
    place = place.joinpath(*["d"] * (limit + 50))
    place.mkdir(parents=True)
    (place / "deep.txt").write_text("deep")
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from publist.content.content_folder import signatures; "
    program += f"sys.setrecursionlimit({limit}); print(any(path.endswith('deep.txt') for path in signatures('.')))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=small_site.folder, capture_output=True, text=True, check=False
    )
    assert done.stdout == "True\n", done.stderr


@pytest.mark.parametrize("name", ["papers", "papers/notes", ".publist-staging", "topics"])
def test_a_link_in_the_output_folder_is_not_followed(name: str, small_site: Site, tmp_path: Path) -> None:
    """Neither a page is written through it nor one removed; the command names the link."""
    small_site.build()
    place, elsewhere = small_site.output / name, tmp_path / "elsewhere"
    if place.exists():
        place.rename(elsewhere)
    else:
        elsewhere.mkdir()
        (elsewhere / "mine.txt").write_text("mine")
    place.symlink_to(elsewhere, target_is_directory=True)
    before = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    notes = small_site.folder / "content/papers/notes.md"
    notes.write_text(notes.read_text().replace("An abstract", "Another abstract").replace("Computing", "Engines"))
    for _ in range(2):
        done = small_site.run("build")
        assert done.returncode == 1
        assert f"output/{name}: error: this is a link" in done.stderr or f"output/{name}" in done.stderr
        assert "Traceback" not in done.stderr
    notes.unlink()
    small_site.run("build")
    assert {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["index.html", "papers/notes/index.html"])
def test_a_link_in_the_place_of_a_page_is_replaced(name: str, small_site: Site, tmp_path: Path) -> None:
    """The page comes into its place, and what the link leads to stays as it is."""
    small_site.build()
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    (small_site.output / name).unlink()
    (small_site.output / name).symlink_to(mine)
    small_site.build()
    assert mine.read_text() == "mine"
    assert not (small_site.output / name).is_symlink()


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("path", ["index.html", "mine.txt", ".publist-files", "papers/notes/index.html"])
def test_what_is_no_file_in_the_output_folder_is_not_waited_for(path: str, what: str, small_site: Site) -> None:
    """It is replaced where a page of ours was, and left alone where nothing of ours was."""
    small_site.build()
    (small_site.output / path).unlink(missing_ok=True)
    KINDS[what](small_site.output / path)
    done = small_site.run("build")
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    if path == "mine.txt":
        assert "mine.txt" in done.stdout


@pytest.mark.parametrize("what", KINDS)
def test_an_output_folder_that_is_none_is_an_error_that_names_it(what: str, small_site: Site) -> None:
    """A line says that nothing can be written there."""
    KINDS[what](small_site.output)
    done = small_site.run("build")
    assert "Traceback" not in done.stderr
    if what != "a folder in which it lies":  # a link to a folder is a folder, wherever it leads
        assert done.returncode == 1
        assert "output: error: " in done.stderr
