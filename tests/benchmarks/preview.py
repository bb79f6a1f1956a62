"""How long it takes from saving a paper to seeing it in a real browser, and from the command to the first page.

    python tests/benchmarks/preview.py [--papers 20 1000 10000] [--edits 30] [--folder DIR] [--kind text|title|date]

Sites of made-up papers are written below DIR (default: a temporary folder; one in memory keeps the disk out of it).
Times are wall-clock seconds, since waiting is what is measured; CPU seconds of the server stand beside them. An edit
is seen when the page's first frame with the new text is drawn. ``date`` moves the paper in every list.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
_WORDS = """graph model sparse learning kernel signal inference speech robust bound network sampling proof
language metric policy tensor causal random optimal estimate structure noise parallel feature""".split()
_SEEN = """
addEventListener("DOMContentLoaded", () => {
  const found = document.body.textContent.match(/edit number (\\d+)/);
  if (found) { requestAnimationFrame(() => console.log("seen " + found[1] + " " + Date.now())); }
});"""


class Times(NamedTuple):
    """What was measured on one site, in seconds; ``memory`` in MiB after the first hundred edits and after all."""

    cold: float
    warm: float
    edits: list[float]
    cpu: float
    memory: tuple[float, float]


def write_site(folder: Path, count: int) -> None:
    """A list of ``count`` made-up papers by some hundreds of people, the same for the same count."""
    chance = random.Random(count)
    papers = folder / "content/papers"
    papers.mkdir(parents=True)
    (folder / "content/site.yaml").write_text("title: Many papers\nbase_url: https://example.org/list/\n")
    people = [f"{a} {b}" for a in ("Ada", "Ben", "Cai", "Dea", "Eli") for b in map(str.title, _WORDS * 3)]
    for number in range(count):
        (papers / f"paper-{number}.md").write_text(_paper(number, chance, people))


def _paper(number: int, chance: random.Random, people: list[str], date: str = "", edit: str = "") -> str:
    def words(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count))

    authors = "".join(f"  - {name}\n" for name in chance.sample(people, 4))
    day = date or f"{chance.randint(1990, 2025)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    topics = ", ".join(f"{word} theory" for word in chance.sample(_WORDS, 2))
    return (
        f"---\ntitle: {words(7).capitalize()} {number}{edit}\nauthors:\n{authors}date: {day}\n"
        f"venue: Journal of {chance.choice(_WORDS)}\ntopics: [{topics}]\n---\n{words(120).capitalize()}.\n"
    )


@contextmanager
def server(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The preview of a site: its process and its address."""
    command = [sys.executable, str(ROOT / "build.py"), "--site", str(folder), "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield process, _address(process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    for line in process.stdout:
        found = re.search(r"http://\S+", line)
        if found:
            return found[0]
    raise SystemExit("the preview did not start")


def first_page(folder: Path, browser: Any) -> float:
    """Seconds from the command to the first page drawn."""
    page = browser.new_page()
    began = time.time()
    with server(folder) as (_, address):
        page.goto(address, wait_until="domcontentloaded")
        done = time.time()
    page.close()
    return done - began


def edits(folder: Path, browser: Any, count: int, kind: str) -> tuple[list[float], float, tuple[float, float]]:
    """Seconds from each save to the new page; the server's CPU seconds an edit; its memory as in ``Times``.

    Each edit waits until the one before is seen: one that never is would stop the benchmark.
    """
    seen: dict[int, float] = {}

    def note(message: Any) -> None:
        found = re.fullmatch(r"seen (\d+) (\d+)", message.text)
        if found:
            seen.setdefault(int(found[1]), int(found[2]) / 1000)

    page = browser.new_page()
    page.on("console", note)
    page.add_init_script(_SEEN)
    file = folder / "content/papers/paper-7.md"
    original = file.read_text()
    with server(folder) as (process, address):
        page.goto(address + "papers/paper-7/", wait_until="load")
        page.wait_for_timeout(1500)
        before, times, early = _cpu(process.pid), [], 0.0
        for number in range(count):
            text = _edited(original, kind, number)
            saved = time.time()
            file.write_text(text)
            while number not in seen:
                page.wait_for_timeout(2)
            times.append(seen[number] - saved)
            page.wait_for_timeout(50)
            if number < 100:
                early = _memory(process.pid)
        used, memory = (_cpu(process.pid) - before) / count, (early, _memory(process.pid))
    page.close()
    file.write_text(original)
    return times, used, memory


def _edited(text: str, kind: str, number: int) -> str:
    if kind == "title":
        return re.sub(r"(title: .*)", rf"\1, edit number {number}", text)
    if kind == "date":
        text = re.sub(r"date: .*", f"date: {1990 + number % 30}-05-01", text)
    return f"{text}\nThis is edit number {number}.\n"


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def measure(folder: Path, browser: Any, papers: int, count: int, kind: str) -> Times:
    """All times of a site with so many papers."""
    write_site(folder, papers)
    cold = first_page(folder, browser)
    warm = min(first_page(folder, browser) for _ in range(3))
    times, cpu, memory = edits(folder, browser, count, kind)
    return Times(cold, warm, times, cpu, memory)


def main() -> None:
    """Measure each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, nargs="+", default=[20, 1000, 10_000])
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--kind", choices=("text", "title", "date"), default="text")
    parser.add_argument("--folder", default=None)
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    print(
        "papers  first page cold  warm   save to page: median  95 %   CPU an edit  memory after 100 edits and after all"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for papers in options.papers:
            with tempfile.TemporaryDirectory(dir=options.folder) as folder:
                times = measure(Path(folder), browser, papers, options.edits, options.kind)
            high = sorted(times.edits)[max(0, -(-len(times.edits) * 95 // 100) - 1)]
            print(
                f"{papers:6}  {times.cold:13.2f} s {times.warm:5.2f} s {statistics.median(times.edits):19.3f} s "
                f"{high:.3f} s {times.cpu:9.3f} s {times.memory[0]:6.0f} to {times.memory[1]:.0f} MiB",
                flush=True,
            )
        browser.close()


if __name__ == "__main__":
    main()
