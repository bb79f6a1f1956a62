"""A machine that fails: full disks, limits, folders in the wrong place. One line, the old site, and no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Site, paper

FAILING = f"""\
import errno, os, sys
sys.path.insert(0, {str(ROOT)!r})
from publist.cli.main import command

left, below = int(sys.argv.pop(1)), os.getcwd() + os.sep

def changed(event, arguments):
    # The path that an event changes, "" for none.
    if event == "open" and isinstance(arguments[0], str):
        return arguments[0] if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) else ""
    if event == "os.mkdir" and os.path.isdir(arguments[0]):
        return ""  # it is there: a full disk does not matter
    place = {{"os.mkdir": 0, "os.rename": 1}}.get(event)
    return "" if place is None else os.fspath(arguments[place])


def refuse(event, arguments):
    global left
    path = changed(event, arguments)
    if path and os.path.abspath(path).startswith(below):
        left -= 1
        if left == 0:
            print("refused:", event, file=sys.stderr)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)

sys.addaudithook(refuse)
if __name__ == "__main__":
    command()
"""
"""The command on a machine that refuses one change of the site's folder: the one of that number, no space left."""


def _content(site: Site) -> dict[str, bytes]:
    folder = site.folder / "content"
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _edited(site: Site) -> None:
    """Something new in every place that a build writes to: papers, a source, an asset, a page that goes."""
    site.write(
        {
            "content/papers/notes.md": paper("Notes on the engine, revised").replace("An abstract", "Another abstract"),
            "content/papers/third.md": paper("A third paper"),
            "content/assets/slides.pdf": b"x" * 50_000,
        }
    )
    (site.folder / "content/papers/compiler.md").unlink(missing_ok=True)


def _is_told(done: subprocess.CompletedProcess[str], site: Site) -> None:
    """The command says in a line what could not be written, and nothing of what it is made of."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    errors = [line for line in done.stderr.splitlines() if ": error: " in line]
    assert len(errors) == 1, done.stderr
    assert str(site.folder) in errors[0]


@pytest.fixture
def changed_site(small_site: Site) -> Site:
    """A built site whose content has changed since."""
    small_site.build()
    _edited(small_site)
    return small_site


def _rebuilt_equals_clean(site: Site) -> None:
    site.build()
    after = site.snapshot()
    site.build("--clean", "--output", "clean")
    assert after == _files_of(site.folder / "clean")


def _files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a built site."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_no_space_at_any_moment_of_a_build(changed_site: Site) -> None:
    """Whichever change of a file is the one that is refused, the content is whole, and the old site or the new one is.

    Only where the move into place is refused, which needs no space, is the site between the two; the next build
    completes it.
    """
    program = changed_site.folder.parent / "failing.py"
    program.write_text(FAILING)
    before, content = changed_site.snapshot(), _content(changed_site)
    failures = 0
    for number in (*range(1, 12), *range(12, 400, 13)):
        done = subprocess.run(
            [sys.executable, str(program), str(number), "build"],
            cwd=changed_site.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        assert _content(changed_site) == content
        if done.returncode == 0:
            break
        failures += 1
        _is_told(done, changed_site)
        if "not yet all in its place" in done.stderr:
            break
        assert changed_site.snapshot() == before
    assert failures > 5
    _rebuilt_equals_clean(changed_site)


def test_no_space_at_any_moment_of_an_import(small_site: Site) -> None:
    """Of an import that cannot be written whole nothing is written."""
    program = small_site.folder.parent / "failing.py"
    program.write_text(FAILING)
    entries = (f"@misc{{k{n}, title = {{Source {n}}}, author = {{Ada Lovelace}}, year = 1843}}\n" for n in range(5))
    (small_site.folder / "list.bib").write_text("".join(entries))
    before = _content(small_site)
    for number in range(1, 20):
        done = subprocess.run(
            [sys.executable, str(program), str(number), "import", "list.bib"],
            cwd=small_site.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            break
        _is_told(done, small_site)
        # Renames come last and need no space: what they had moved when one was refused is whole, and imported again.
        if "refused: os.rename" not in done.stderr:
            assert _content(small_site) == before
    assert small_site.run("import", "list.bib").returncode == 0
    assert len(list((small_site.folder / "content/papers").glob("source-*.md"))) == 5
    assert not list((small_site.folder / "content").rglob("*.tmp"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("size", [0, 10, 200, 1000, 3000, 8000, 20_000, 40_000])
@pytest.mark.parametrize("command", [("build",), ("build", "--clean")])
def test_a_limit_of_the_size_of_files(command: tuple[str, ...], size: int, changed_site: Site) -> None:
    """Whichever file is too large first, of the cache or of the site, it is named and nothing has changed."""
    import resource

    before, content = changed_site.snapshot(), _content(changed_site)
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *command],
        cwd=changed_site.folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    _is_told(done, changed_site)
    assert changed_site.snapshot() == before
    assert _content(changed_site) == content
    assert not (changed_site.output / ".publist-staging").exists()
    _rebuilt_equals_clean(changed_site)


@pytest.mark.parametrize("wrong", ["a folder", "a pipe", "a link to nowhere"])
def test_something_else_in_the_place_of_a_cache_file(wrong: str, changed_site: Site) -> None:
    """A folder is named; a pipe and a link are replaced. In no case is anything waited for, or the old site harmed."""
    before = changed_site.snapshot()
    for kept in [path for path in (changed_site.folder / ".publist").iterdir() if path.name != "lock"]:
        if kept.is_dir():
            continue
        content = kept.read_bytes()
        kept.unlink()
        if wrong == "a folder":
            kept.mkdir()
        elif wrong == "a pipe":
            if not hasattr(os, "mkfifo"):
                pytest.skip("this system has no pipes among its files")
            os.mkfifo(kept)
        else:
            kept.symlink_to("nowhere")
        done = changed_site.run("build")
        assert "Traceback" not in done.stderr
        if done.returncode:
            assert wrong == "a folder"
            assert f"{kept}: error: " in done.stderr
            assert changed_site.snapshot() == before
        if kept.is_dir():
            kept.rmdir()
        else:
            kept.unlink(missing_ok=True)
        kept.write_bytes(content)
        if not done.returncode:
            break
    _rebuilt_equals_clean(changed_site)


@pytest.mark.parametrize("wrong", ["file", "pipe", "link", "folder"])
@pytest.mark.parametrize("name", [".publist", ".publist/lock"])
def test_something_else_in_the_place_of_the_cache(name: str, wrong: str, small_site: Site) -> None:
    """It is named in a line, and so is what stands where the lock must be."""
    place = small_site.folder / name
    if wrong == "pipe" and not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes among its files")
    if (name, wrong) in ((".publist", "folder"), (".publist/lock", "file")):
        pytest.skip("that is what belongs there")
    place.parent.mkdir(exist_ok=True)
    if wrong == "file":
        place.touch()
    elif wrong == "pipe":
        os.mkfifo(place)
    elif wrong == "link":
        place.symlink_to("no/where")
    else:
        place.mkdir()
    for command in ("build", "check"):
        done = small_site.run(command)
        assert done.returncode == 1
        assert f"{place}: error: " in done.stderr
        assert "Traceback" not in done.stderr
    assert not small_site.output.exists()


@pytest.mark.parametrize("damage", ["", "\0" * 100, "half", "twice", "other", "old"])
def test_a_spoiled_cache_is_a_cold_build(damage: str, changed_site: Site) -> None:
    """Empty, overwritten, cut short, made longer, exchanged, or of another version: no cache file is believed."""
    kept = sorted(path for path in (changed_site.folder / ".publist").rglob("*") if path.is_file())
    contents = [path.read_bytes() for path in kept]
    for path, content, other in zip(kept, contents, contents[1:] + contents[:1], strict=True):
        told = {"half": content[: len(content) // 2], "twice": content * 2, "other": other}
        told["old"] = content.replace(b"publist cache ", b"publist cache 0")
        path.write_bytes(told.get(damage, damage.encode()))
    _rebuilt_equals_clean(changed_site)


def test_an_output_folder_that_takes_no_change(changed_site: Site) -> None:
    """A folder of the site without the right to write is named before anything is moved."""
    before, folder = changed_site.snapshot(), changed_site.output / "papers"
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        done = changed_site.run("build")
        _is_told(done, changed_site)
        assert changed_site.snapshot() == before
    finally:
        folder.chmod(0o700)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [("export",), ("build",), ("check",), ("export", "--json")])
def test_a_full_disk_behind_standard_output(command: tuple[str, ...], small_site: Site) -> None:
    """What is printed does not arrive; the command says so and fails."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "build.py"), *command],
            cwd=small_site.folder,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "standard output: error: cannot be written: No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("target", ["missing/list.bib", "content", "content/site.yaml/x", "\0"])
def test_an_export_that_cannot_be_written(target: str, small_site: Site) -> None:
    """The file is named; nothing else happens."""
    if target == "\0":
        target = "x" * 300
    done = small_site.run("export", "-o", target)
    assert done.returncode == 1
    assert f"{target}: error: " in done.stderr
    assert "Traceback" not in done.stderr
