"""What it is worth to keep cache and output between runs of CI: a build in a fresh clone with both, one, or none.

    python tests/benchmarks/restored.py [--papers 1000] [--publist PATH PATH] [--work DIR]

A site of invented papers with every output on is built, what is kept is archived as ``actions/cache`` does it, and
unpacked beside clones of the site in other folders, whose files have new times. ``--publist`` names the commands of
two installations, the first for the build that is kept, the second for those in the clones (default: this checkout).
Printed are wall and CPU seconds (children included); each output is compared with that of a build from nothing.
"""

from __future__ import annotations

import argparse
import filecmp
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import invented  # noqa: E402 (it lies beside this file)
from engine import run  # noqa: E402 (the same)

SETTINGS = "title: Papers\nowner: Ada Lovelace\nbase_url: https://example.org/list/\ncards: true\n"
KEPT: dict[str, tuple[str, ...]] = {"nothing": (), "the cache": (".publist",), "both": (".publist", "output")}


def git(folder: Path, *arguments: str) -> None:
    """A git command as somebody who has no settings."""
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True)


def begun(work: Path, papers: int) -> Path:
    """A repository with a site of so many papers."""
    site = work / "first" / "site"
    invented.write(site / "content" / "papers", papers)
    (site / "content" / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    (site / ".gitignore").write_text("/output/*\n/.publist/\n", encoding="utf-8")
    git(site, "init", "--quiet")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message", "Begin")
    return site


def clone(site: Path, place: Path, kept: tuple[str, ...]) -> None:
    """A clone elsewhere, with what is kept out of an archive that has times to the nanosecond, as pax has."""
    git(site, "clone", "--quiet", str(site), str(place))
    if kept:
        archive = place.parent / "kept.tar"
        subprocess.run(["tar", "--posix", "-cf", archive, "-C", site, *kept], check=True)
        subprocess.run(["tar", "-xf", archive, "-C", place], check=True)
        archive.unlink()


def differences(one: filecmp.dircmp[str]) -> list[str]:
    """Files that only one folder has, or whose bytes differ."""
    found = one.left_only + one.right_only + filecmp.cmpfiles(one.left, one.right, one.common_files, shallow=False)[1]
    return found + [name for below in one.subdirs.values() for name in differences(below)]


def show(what: str, command: list[str], folder: Path) -> None:
    """Run a build and print what it cost."""
    cost = run(command, folder)
    print(f"{what:52}{cost.wall:8.2f}{cost.cpu:8.2f}", flush=True)


def measure(work: Path, papers: int, first: list[str], second: list[str]) -> None:
    """Print one table."""
    print(f"{papers} papers, every output on{'':24}{'wall s':>8}{'CPU s':>8}")
    site = begun(work, papers)
    show("from nothing", first, site)
    for edited in (False, True):
        for name, kept in KEPT.items():
            place = work / f"{name}-{edited}" / "site"
            place.parent.mkdir()
            clone(site, place, kept)
            if edited:
                paper = min((place / "content" / "papers").iterdir())
                paper.write_text(paper.read_text(encoding="utf-8") + "Edited.\n", encoding="utf-8")
            time.sleep(0.1)  # a file of this moment is read once more by the next build
            show(f"fresh clone, {name} kept{', one paper edited' if edited else ''}", second, place)
            clean = place / "clean"
            subprocess.run([*second, "build", "--clean", "--output", clean], cwd=place, check=True, capture_output=True)
            if differing := differences(filecmp.dircmp(place / "output", clean, ignore=[])):
                sys.exit(f"not as built from nothing: {differing[:9]}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--papers", type=int, default=1000)
    checkout = f"{sys.executable} {HERE.parent.parent / 'build.py'}"
    parser.add_argument("--publist", nargs=2, default=[checkout, checkout], metavar="PATH")
    parser.add_argument("--work", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.work) as scratch:
        first, second = (command.split() for command in options.publist)
        measure(Path(scratch), options.papers, first, second)


if __name__ == "__main__":
    main()
