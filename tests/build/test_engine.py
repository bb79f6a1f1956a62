"""The engine's promises: incremental equals clean, all or nothing, the same bytes everywhere."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, SMALL_SITE, Site, paper
from tests.support.random_edits import Editor


def clean_build(site: Site, place: Path) -> dict[str, bytes]:
    """The files of a build of the same content from nothing, in another folder."""
    other = Site(site.folder)
    other.output = place
    done = site.run("build", "--clean", "--output", str(place))
    assert done.returncode == 0, done.stderr
    return other.snapshot()


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_an_incremental_build_equals_a_clean_one(site: Site, tmp_path: Path, seed: int) -> None:
    """Random edits of content, people, topics, settings, theme, assets and even of the output itself."""
    editor = Editor(site, seed)
    site.build()
    done = []
    for step in range(5):
        done += [editor.edit() for _ in range(2)]
        site.build()
        assert site.snapshot() == clean_build(site, tmp_path / f"clean-{step}"), done


def test_verify_compares_with_a_build_from_nothing(small_site: Site) -> None:
    """--verify says how many files it compared, and fails where a byte differs."""
    small_site.build()
    assert "are the same as after a full rebuild" in small_site.build("--verify")
    page = small_site.output / "index.html"
    stat = page.stat()
    page.write_text(page.read_text().replace("Papers", "Pepars"))
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # hidden from the build: same size, same time
    done = small_site.run("build", "--verify")
    assert done.returncode == 1
    assert "index.html: its bytes differ" in done.stdout


def test_explain_says_why(small_site: Site) -> None:
    """--explain tells why a page was rendered or left as it is."""
    assert "not built before" in small_site.build("--explain", "papers/notes/")
    small_site.write({"content/papers/notes.md": paper("Other notes")})
    assert "what it shows has changed: content/papers/notes.md" in small_site.build("--explain", "papers/notes")
    small_site.write({"content/papers/notes.md": paper("Other notes") + "Again.\n"})
    assert "nothing that it is made of has changed" in small_site.build("--explain", "people/index.html")
    assert "no such file" in small_site.build("--explain", "papers/none/", "--clean")


def test_the_same_content_gives_the_same_bytes_everywhere(site: Site, tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed, processes and clock leave no trace in the output."""
    Editor(site, 3)
    site.build()
    expected = site.snapshot()
    moved = tmp_path / "elsewhere" / "deeper"
    (site.folder / "content").rename(tmp_path / "content-moved")
    moved.mkdir(parents=True)
    (tmp_path / "content-moved").rename(moved / "content")
    for zone, locale, seed, jobs in (
        ("Pacific/Kiritimati", "C", "1", "1"),
        ("America/Los_Angeles", "de_DE.UTF-8", "2", "2"),
        ("UTC", "tr_TR.UTF-8", "3", "3"),
    ):
        env = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        out = tmp_path / f"out-{seed}"
        command = [sys.executable, str(ROOT / "build.py"), "build", "--clean", "--jobs", jobs, "--output", str(out)]
        subprocess.run(command, cwd=moved, env=env, check=True, capture_output=True)
        other = Site(moved)
        other.output = out
        assert other.snapshot() == expected, (zone, locale, seed, jobs)


def kill_builds(site: Site, rounds: int, seed: int) -> int:
    """Edit, start a build, kill it at a random moment; after each the next build equals a clean one. How many died."""
    pick = random.Random(seed)
    editor = Editor(site, seed)
    started = time.monotonic()
    site.build()
    usual = time.monotonic() - started
    killed = 0
    for number in range(rounds):
        editor.edit()  # which may spoil a page of the output itself
        before = site.snapshot()
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "build.py")],
            cwd=site.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(pick.uniform(0, usual))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
        _nothing_half_written(site, before, number)
    return killed


def _nothing_half_written(site: Site, before: dict[str, bytes], number: int) -> None:
    """Each file is as it was or as the next build wants it; that build equals a clean one."""
    after = {path: raw for path, raw in site.snapshot().items() if not path.startswith(".publist-staging/")}
    site.build()
    wanted = site.snapshot()
    for path, raw in after.items():
        assert raw in (before.get(path), wanted.get(path)), path
    clean = site.folder / f"clean-{number}"
    assert wanted == clean_build(site, clean)
    subprocess.run(["rm", "-r", str(clean)], check=True)


def test_a_build_killed_at_any_moment_breaks_nothing(site: Site) -> None:
    """SIGKILL at random moments: no half-written file, and the next build completes the work."""
    assert kill_builds(site, 6, seed=1) >= 1


def test_an_interrupted_move_is_completed_by_the_next_build(small_site: Site) -> None:
    """A journal that was written but not carried out is carried out first."""
    small_site.build()
    staging = small_site.output / ".publist-staging"
    (staging / "tree/papers/notes").mkdir(parents=True)
    (staging / "tree/papers/notes/index.html").write_text("half")
    (staging / "journal.json").write_text('{"removed": ["people/index.html"]}')
    expected = clean_build(small_site, small_site.folder / "clean")
    small_site.build()
    assert small_site.snapshot() == expected


def test_two_builds_at_once_wait_for_each_other(small_site: Site) -> None:
    """Both succeed, and the site is whole."""
    command = [sys.executable, str(ROOT / "build.py"), "build", "--clean"]
    both = [subprocess.Popen(command, cwd=small_site.folder, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert small_site.snapshot() == clean_build(small_site, small_site.folder / "clean")


@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_a_broken_cache_is_a_cold_build(small_site: Site, damage: bytes | None) -> None:
    """Stores that are empty, foreign or cut short cost time and nothing else."""
    small_site.build()
    expected = small_site.snapshot()
    for store in (small_site.folder / ".publist").iterdir():
        if store.is_file():
            raw = store.read_bytes()
            store.write_bytes(raw[: len(raw) // 2] if damage is None else damage)
    small_site.write({"content/papers/notes.md": SMALL_SITE["content/papers/notes.md"]})
    small_site.build()
    assert small_site.snapshot() == expected


def test_what_was_ours_is_pruned_even_without_a_cache(small_site: Site) -> None:
    """The output folder itself remembers what publist made there."""
    small_site.build()
    subprocess.run(["rm", "-r", str(small_site.folder / ".publist")], check=True)
    (small_site.folder / "content/papers/compiler.md").unlink()
    small_site.build()
    assert not (small_site.output / "papers/compiler").exists()
