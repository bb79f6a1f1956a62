"""Windows and macOS: without fork and fcntl, with line ends of Windows, under any encoding, the bytes are the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

from publist.build import processes as kinds
from publist.build.site_lock import locked
from publist.cache.store import Cache
from publist.cli.commands.base import from_here
from tests.conftest import ROOT, SMALL_SITE, Site, paper

HIDDEN = f"""\
import multiprocessing, os, sys
sys.path.insert(0, {str(ROOT)!r})
for name in ("fork", "forkpty", "mkfifo", "sched_getaffinity", "memfd_create", "fchmod"):
    if hasattr(os, name):
        delattr(os, name)
sys.modules["fcntl"] = None
multiprocessing.set_start_method("spawn", force=True)
from publist.cli.main import command

if __name__ == "__main__":
    command()
"""
"""The command as on a system that can neither fork nor lock with fcntl. Each process that it spawns reads this, too."""


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program that runs the command as on such a system."""
    place = tmp_path_factory.mktemp("elsewhere") / "command.py"
    place.write_text(HIDDEN)
    return str(place)


def _run(program: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, program, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_large_site_built_by_spawned_processes_has_the_same_bytes(site: Site, elsewhere: str) -> None:
    """A build with processes that are spawned equals one by this process alone; so does the build after an edit."""
    site.write({"content/site.yaml": f"{SMALL_SITE['content/site.yaml']!s}search: false\nexports: {{terms: false}}\n"})
    names = [f"paper-{number}" for number in range(650)]
    site.write({f"content/papers/{name}.md": paper(f"On {name} and $x^2$") for name in names})
    for edit in ("", "Something else. "):
        site.write({"content/papers/paper-7.md": paper(f"{edit}On paper 7")})
        done = _run(elsewhere, site.folder, "build", "--jobs", "2", "--output", "spawned")
        assert done.returncode == 0, done.stderr
        site.build("--clean", "--jobs", "1")
        assert _files(site.folder / "spawned") == site.snapshot()


@pytest.mark.parametrize(
    "command",
    [
        ("build",),
        ("build", "--clean", "--jobs", "2", "--verify"),
        ("check",),
        ("export", "--format", "ris"),
        ("new", "A paper"),
        ("import", "list.bib"),
        ("merge", "notes", "compiler"),
        ("schema",),
        ("theme", "new", "mine"),
    ],
)
def test_each_command_runs_without_fork_and_fcntl(command: tuple[str, ...], small_site: Site, elsewhere: str) -> None:
    """It prints what it prints here, and leaves the same files."""
    (small_site.folder / "list.bib").write_text("@misc{a, title = {A source}, author = {Ada Lovelace}, year = 1843}\n")
    other = Path(elsewhere).parent / "other"
    shutil.copytree(small_site.folder, other)
    here = small_site.run(*command)
    there = _run(elsewhere, other, *command)
    assert there.returncode == here.returncode, there.stderr
    assert "Traceback" not in there.stderr
    kept = (".publist/", "content/imports.json")
    assert {path: text for path, text in _files(other).items() if not path.startswith(kept)} == {
        path: text for path, text in _files(small_site.folder).items() if not path.startswith(kept)
    }


def test_processes_are_spawned_where_there_is_no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Enough work gets an executor whose processes are spawned and have ended after the block."""
    monkeypatch.delattr(os, "fork", raising=False)
    with kinds.processes(2, 10_000) as executor:
        assert isinstance(executor, ProcessPoolExecutor)
        assert executor.submit(abs, -3).result() == 3
    with pytest.raises(RuntimeError):
        executor.submit(abs, -3)


@pytest.mark.parametrize(("jobs", "work"), [(1, 10_000), (2, 10)])
def test_little_work_gets_no_processes(jobs: int, work: int) -> None:
    """One process is this one, and a short list is built before others have started."""
    with kinds.processes(jobs, work) as executor:
        assert not isinstance(executor, Executor)


class _Msvcrt(ModuleType):
    """What the lock needs of Windows' own module, with the locks of a dictionary."""

    LK_NBLCK, LK_LOCK = 2, 1

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.taken: set[tuple[int, int]] = set()
        self.waited = 0

    def locking(self, descriptor: int, mode: int, size: int) -> None:
        """Lock the file, or refuse as Windows does."""
        assert size == 1
        state = os.fstat(descriptor)
        key = state.st_dev, state.st_ino
        if key in self.taken:
            self.waited += mode == self.LK_LOCK
            if self.waited > 2:
                self.taken.clear()
            raise PermissionError(13, "Permission denied") if mode == self.LK_NBLCK else OSError(36, "deadlock avoided")
        self.taken.add(key)


def test_a_lock_of_windows_keeps_two_builds_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second says that it waits, and asks again for as long as Windows gives up."""
    windows = _Msvcrt()
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", windows)
    monkeypatch.setattr("publist.build.site_lock._BUSY", frozenset((13, 36)))
    waiting: list[bool] = []
    cache = Cache(str(tmp_path / ".publist"))
    with locked(cache), locked(cache, lambda: waiting.append(True)):
        assert waiting == [True]
    assert windows.waited > 2


def test_no_file_is_written_or_read_as_text_of_windows(small_site: Site) -> None:
    """Where files can be opened as text by the system, each is opened as bytes."""
    program = (
        f"import os, sys\nsys.path.insert(0, {str(ROOT)!r})\nos.O_BINARY = 1 << 30\nopened = os.open\n"
        "def checked(path, flags, *more, **named):\n"
        "    assert flags & os.O_BINARY or flags & os.O_DIRECTORY or path == os.devnull, path\n"
        "    return opened(path, flags & ~os.O_BINARY, *more, **named)\n"
        "os.open = checked\nfrom publist.build.builder import build\nfrom publist.build.run import Options\n"
        "build(Options('.', 'output', jobs=1))\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=small_site.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _with_line_ends_of_windows(folder: Path) -> None:
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" not in content:
            path.write_bytes(content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def test_a_checkout_with_line_ends_of_windows_builds_the_same_bytes(tmp_path: Path) -> None:
    """The example site, its theme and its sources with CRLF: each file of the site, and the ledger, are the same."""
    made = []
    for name in ("unix", "windows"):
        site = Site(tmp_path / name)
        shutil.copytree(ROOT / "content", site.folder / "content")
        shutil.copytree(ROOT / "themes" / "default", site.folder / "themes" / "default")
        ledger = site.folder / "content/imports.json"
        if name == "windows":
            _with_line_ends_of_windows(site.folder)
        before = ledger.read_bytes()
        site.build()
        assert ledger.read_bytes() == before
        made.append(site.snapshot())
    assert made[0] == made[1]


def test_an_edit_keeps_the_line_ends_of_a_file(small_site: Site) -> None:
    """An import that changes a paper file leaves CRLF where it was, and adds no line end of another kind."""
    bib = "@misc{a, title = {Notes on the engine}, author = {Lovelace, Ada and Hopper, Grace}, year = 1843,\n"
    (small_site.folder / "list.bib").write_text(bib + " doi = {10.1234/abc}}\n")
    _with_line_ends_of_windows(small_site.folder)
    assert small_site.run("import", "list.bib").returncode == 0
    for path in (small_site.folder / "content/papers").glob("notes*.md"):
        content = path.read_bytes()
        assert content.count(b"\n") in (content.count(b"\r\n"), content.count(b"\n") * (b"\r\n" not in content))


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-16"])
@pytest.mark.parametrize("command", [("export", "--format", "markdown"), ("check",), ("build",), ("--help",)])
def test_output_is_utf_8_whatever_the_system_thinks(encoding: str, command: tuple[str, ...], small_site: Site) -> None:
    """What is printed is UTF-8 with line feeds, in a pipe of Windows, too; nothing fails for a letter."""
    small_site.write({"content/papers/li.md": paper("李明 “quotes” – ß"), "content/papers/ü.txt": ""})
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *command],
        cwd=small_site.folder,
        capture_output=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    said = (done.stdout + done.stderr).decode("utf-8")
    assert "\r" not in said
    if command[0] == "export":
        assert "李明 “quotes” – ß" in said


def test_a_path_on_another_drive_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows there is no way from one drive to another."""

    def refused(path: str) -> str:
        raise ValueError(f"path is on mount 'D:', start on mount 'C:': {path}")

    monkeypatch.setattr(os.path, "relpath", refused)
    assert from_here("D:/site/output") == "D:/site/output"


@pytest.mark.parametrize("path", [".publist-files", "sitemap.xml", "feed.xml", "publications.bib", "publications.ris"])
def test_paths_and_line_ends_in_files_are_those_of_unix(path: str, small_site: Site) -> None:
    """Manifests, feeds and exports have slashes and line feeds on every system."""
    small_site.build()
    content = (small_site.output / path).read_bytes()
    assert b"\r" not in content
    assert b"\\" not in content or path.endswith(".bib")


def test_nothing_is_found_by_another_case(small_site: Site) -> None:
    """A link in another case than its file works on Windows and macOS only, and is told everywhere."""
    small_site.write({"content/assets/Slides.pdf": b"x"})
    notes = small_site.folder / "content/papers/notes.md"
    notes.write_text(notes.read_text().replace("topics:", "links: {slides: assets/slides.pdf}\ntopics:"))
    said = small_site.run("check").stdout
    assert "assets/slides.pdf" in said
    assert "Slides.pdf" in said
