"""What the site that people run costs: default theme, all that is on by default, search included.

    python tests/benchmarks/full.py [--papers 100 1000 10000] [--list FOLDER] [--rounds 3] [--work DIR] [--against REPO]

Printed are medians of wall time, CPU time (children included) and peak memory of the largest process, for a cold
build, one where nothing has changed and one after each kind of edit; then files and megabytes by the site's folders.
``--list`` takes the papers of a content/papers folder instead of invented ones; ``--against`` builds a second site in
turn with the code of another checkout. ``--work`` may lie on a memory file system.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import invented  # noqa: E402 (both lie beside this file)
from engine import Cost, median, run  # noqa: E402

SETTINGS = "title: Papers\nbase_url: https://example.org/\n"
Edit = Callable[[Path, int], None]
"""Changes a site; the number is another each time."""


def _papers(site: Path) -> list[Path]:
    return sorted((site / "content" / "papers").glob("*.md"))


def _changed(site: Path, pattern: str, new: Callable[[re.Match[str]], str]) -> None:
    """Edit the front matter of the paper in the middle."""
    path = _papers(site)[len(_papers(site)) // 2]
    text = path.read_text(encoding="utf-8")
    edited = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
    if edited == text:
        sys.exit(f"{path} has nothing like {pattern}")
    path.write_text(edited, encoding="utf-8")


def abstract(site: Path, number: int) -> None:
    """A sentence more at the end of a file."""
    path = _papers(site)[len(_papers(site)) // 2]
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + f" Edited {number}.\n", encoding="utf-8")


def title(site: Path, number: int) -> None:
    """A word more in a title."""
    _changed(site, r"""^title: (["']?)(.*?)["']?$""", lambda found: f"title: {found[1]}{found[2]} {number}{found[1]}")


def date(site: Path, number: int) -> None:
    """Another year."""
    _changed(site, r"^date: .*$", lambda _: f"date: {2001 + number}-05-01")


def added(site: Path, number: int) -> None:
    """A paper more."""
    text = _papers(site)[0].read_text(encoding="utf-8")
    (site / "content" / "papers" / f"added-{number}.md").write_text(text, encoding="utf-8")


def deleted(site: Path, number: int) -> None:
    """The paper that was added goes."""
    (site / "content" / "papers" / f"added-{number}.md").unlink()


def topic(site: Path, number: int) -> None:
    """A topic takes papers by a phrase."""
    path = site / "content" / "topics" / "asked.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\ntitle: Asked\nmatch: [the]\n---\nEdited {number}.\n", encoding="utf-8")


EDITS: dict[str, Edit] = {
    "abstract edited": abstract,
    "title edited": title,
    "date edited": date,
    "paper added": added,
    "paper deleted": deleted,
    "topic edited": topic,
}


def made(site: Path, papers: int, listed: Path | None) -> Path:
    """The site, without output."""
    if not site.exists():
        if listed:
            shutil.copytree(listed, site / "content" / "papers")
        else:
            invented.write(site / "content" / "papers", papers)
        (site / "content" / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    return site


def costs_of(site: Path, code: Path, number: int) -> dict[str, Cost]:
    """Every kind of build once."""
    command = [sys.executable, str(code / "build.py")]
    for name in ("output", ".publist", "content/topics/asked.md"):
        place = site / name
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    costs = {"cold": run(command, site), "nothing changed": run(command, site)}
    for name, edit in EDITS.items():
        edit(site, number)
        costs[name] = run(command, site)
    return costs


def sizes(output: Path) -> tuple[Counter[str], Counter[str]]:
    """Files and bytes of a site by its first folder."""
    files, size = Counter[str](), Counter[str]()
    for root, _, names in os.walk(output):
        folder = Path(root).relative_to(output).parts[:1]
        for name in names:
            files[folder[0] if folder else name] += 1
            size[folder[0] if folder else name] += (Path(root) / name).stat().st_size
    return files, size


def measure(sites: dict[str, tuple[Path, Path]], rounds: int) -> None:
    """Print the tables of some sites, each with its code."""
    found: dict[tuple[str, str], list[Cost]] = {}
    for number in range(rounds):
        for who, (site, code) in sites.items():
            for name, cost in costs_of(site, code, number).items():
                found.setdefault((name, who), []).append(cost)
    print(f"{'':18}{'':12}{'wall s':>9}{'CPU s':>9}{'MiB':>7}")
    for (name, who), rows in found.items():
        cost = median(rows)
        print(f"{name:18}{who:12}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.memory:7.0f}")
    for who, (site, _) in sites.items():
        files, size = sizes(site / "output")
        print(f"\n{who}: {files.total()} files, {size.total() / 1e6:.1f} MB")
        for name, share in size.most_common(14):
            print(f"  {name:20}{files[name]:8}{share / 1e6:9.1f} MB")


def main() -> None:
    """Measure each size that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--papers", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--list", type=Path, dest="listed", help="a folder of paper files")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--against", type=Path, help="another checkout of publist")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        codes = {"publist": HERE.parent.parent, **({"against": options.against} if options.against else {})}
        for papers in options.papers if not options.listed else [0]:
            print(f"\n{papers or 'listed'} papers, {options.rounds} rounds, medians")
            places = {who: work / f"{who}-{papers}" for who in codes}
            sites = {who: (made(places[who], papers, options.listed), code) for who, code in codes.items()}
            measure(sites, options.rounds)


if __name__ == "__main__":
    main()
