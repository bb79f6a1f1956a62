"""How a site grows with its list: files, bytes, seconds and memory, in all and a paper; memory of all processes.

    python tests/benchmarks/growth.py [--papers 2500 5000 10000 20000] [--output compact] [--no-search] [--work DIR]
        [--kinds]

Each size is built once from nothing, from invented papers by 2.78 different authors each, as conferences have them.
Memory is the most that the build and all that it starts (other processes, Pagefind) take together at any time, where
what several share counts once (PSS, read from /proc again and again; so Linux alone tells it). ``--kinds`` prints files
and bytes by kind of file. ``--work`` may lie on a memory file system; sites are removed as they are done.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import invented  # noqa: E402 (it lies beside this file)

AUTHORS = 2.784
"""So many different authors a paper have 10,000 papers of conferences."""


class Growth(NamedTuple):
    """Wall and CPU seconds of a build, and peak MiB of all of its processes together."""

    wall: float
    cpu: float
    memory: float


def measured(command: list[str], folder: Path) -> Growth:
    """Run a command and watch it; fails if it fails."""
    before, started = os.times(), time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        began = time.perf_counter()
        peak = max(peak, sum(map(_share, _family(process.pid))))
        time.sleep(max(0.1, 10 * (time.perf_counter() - began)))  # to look at a gigabyte takes the system 0.05 s
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Growth(time.perf_counter() - started, cpu, peak / 1024)


def _family(process: int) -> Iterator[int]:
    """A process and all below it."""
    children: dict[int, list[int]] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        with suppress(OSError):  # it has ended
            stat = Path("/proc", name, "stat").read_text(encoding="utf-8", errors="replace")
            children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(name))
    waiting = [process]
    while waiting:
        one = waiting.pop()
        waiting += children.get(one, ())
        yield one


def _share(process: int) -> int:
    """KiB of a process: its own, and its share of what it has with others."""
    with suppress(OSError):
        for line in Path("/proc", str(process), "smaps_rollup").read_text(encoding="utf-8").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def kind_of(path: Path) -> str:
    """What kind of file it is: ``papers/*/index.html``."""
    first, *rest = path.parts
    if not rest:
        return first
    if first == "pagefind":
        return f"{first}/{rest[0]}" if len(rest) > 1 else first
    name = rest[-1] if rest[-1] == "index.html" else f"*{path.suffix}"
    between = ["page" if "page" in rest else "*"] if len(rest) > 1 else []
    return "/".join([first, *between, name])


def kinds(output: Path) -> tuple[Counter[str], Counter[str]]:
    """Files and bytes by kind of file."""
    files, size = Counter[str](), Counter[str]()
    for root, _, names in os.walk(output):
        for name in names:
            kind = kind_of((Path(root) / name).relative_to(output))
            files[kind] += 1
            size[kind] += os.lstat(os.path.join(root, name)).st_size
    return files, size


def measure(site: Path, papers: int, settings: str) -> tuple[Growth, Counter[str], Counter[str]]:
    """Make the papers, and the site of them."""
    invented.write(site / "content" / "papers", papers, round(papers * AUTHORS))
    (site / "content" / "site.yaml").write_text(settings, encoding="utf-8")
    grown = measured([sys.executable, str(HERE.parent.parent / "build.py")], site)
    return grown, *kinds(site / "output")


def main() -> None:
    """Measure each size that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--papers", type=int, nargs="+", default=[2500, 5000, 10_000, 20_000])
    parser.add_argument("--output", default="compact", help="the setting of that name: full, lean, compact")
    parser.add_argument("--no-search", action="store_true")
    parser.add_argument("--work", type=Path)
    parser.add_argument("--kinds", action="store_true")
    options = parser.parse_args()
    settings = f"title: Papers\nbase_url: https://example.org/\noutput: {options.output}\n"
    settings += "search: false\n" * options.no_search
    print(f"{'papers':>8}{'files':>9}{'MB':>8}{'wall s':>8}{'CPU s':>8}{'MiB':>7}   a paper: files, kB, CPU ms, KiB")
    for papers in options.papers:
        with tempfile.TemporaryDirectory(dir=options.work) as scratch:
            site = Path(scratch)
            grown, files, size = measure(site, papers, settings)
            total = size.total() / 1e6
            line = f"{papers:8}{files.total():9}{total:8.1f}{grown.wall:8.1f}{grown.cpu:8.1f}{grown.memory:7.0f}"
            each = f"{files.total() / papers:6.2f}{1000 * total / papers:6.1f}{1000 * grown.cpu / papers:6.2f}"
            print(f"{line}{'':12}{each}{1024 * grown.memory / papers:6.1f}", flush=True)
            for kind, share in size.most_common() if options.kinds else ():
                print(f"  {kind:32}{files[kind]:8}{share / 1e6:9.2f} MB{share / papers:8.0f} B a paper")
            shutil.rmtree(site / "output")


if __name__ == "__main__":
    main()
