"""What a reader finds: the first ten papers of each query, in the site's index and in one made by Pagefind as a whole.

    python tests/benchmarks/search_results.py [--papers 1000] [--list FOLDER] [--queries 50]

The site's index is joined from parts. In a real browser each query is asked of both; printed are the queries whose
first ten papers differ, and how many requests and bytes the queries take in either. Queries are one to three words of
titles, names and abstracts. ``--list`` takes the papers of a content/papers folder instead of invented ones.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import invented  # noqa: E402 (it lies beside this file)

from publist.build.builder import build  # noqa: E402
from publist.build.run import Options  # noqa: E402
from publist.outputs.machine import pagefind  # noqa: E402
from tests.conftest import chromium_path  # noqa: E402
from tests.support.pages_host import served  # noqa: E402

SETTINGS = "title: Papers\nbase_url: https://example.org/\n"
ASK = """async ([script, query]) => {
    const { search } = await import(script);
    const { results } = await search(query);
    return Promise.all(results.slice(0, 10).map(async (found) => [(await found.data()).meta.path, found.score]));
}"""


class Answer(NamedTuple):
    """The first ten papers, each its address and score; how many requests and bytes it took to know them."""

    found: list[tuple[str, float]]
    requests: int
    size: int

    def agrees(self, other: Answer) -> bool:
        """Whether the same papers are found in the same order, but for those of one score, which may stand anyhow."""
        scores = [score for _, score in self.found]
        clear = [sorted(path for path, score in each.found if score > min(scores)) for each in (self, other)]
        return scores == [score for _, score in other.found] and clear[0] == clear[1]


def indexed(site: Path, whole: Path) -> list[pagefind.IndexedPage]:
    """Build a site, and beside it the index of the same pages by one run of Pagefind; the pages."""
    pages: list[pagefind.IndexedPage] = []
    start = pagefind.start

    def noted(records: Any, language: str, folder: str, made: str) -> Any:
        records = list(records)
        pages.extend(record for record in records if record.path.startswith("papers/"))
        return start(records, language, folder, made)

    with patch.object(pagefind, "start", noted):
        build(Options(str(site), str(site / "output"), jobs=1))
    pagefind.run(sorted(pages), "en", str(site.parent / "pages"), str(whole / "pagefind"))
    return pages


def queries(pages: Sequence[pagefind.IndexedPage], count: int) -> list[str]:
    """One to three words of one paper, from its title, its authors and its abstract."""
    pick = random.Random(count)
    asked: list[str] = []
    while len(asked) < count:
        page = pick.choice(pages)
        words = re.findall(r"[^\W\d_]{3,}", pick.choice([page.title, *page.texts[:2]]))
        if words:
            asked.append(" ".join(pick.sample(words, min(len(words), pick.randint(1, 3)))))
    return asked


def answers(browser: Any, address: str, asked: Sequence[str]) -> list[Answer]:
    """Each query asked on a page that has loaded nothing yet."""
    found = []
    for query in asked:
        page = browser.new_page()
        responses: list[Any] = []
        page.on("response", lambda response, kept=responses: kept.append(response))
        page.goto(f"{address}pagefind/pagefind-entry.json")
        rows = page.evaluate(ASK, [f"{address}pagefind/pagefind.js", query])
        first = [(path, round(score, 3)) for path, score in rows]
        found.append(Answer(first, len(responses), sum(len(response.body()) for response in responses)))
        page.close()
    return found


def main() -> None:
    """Ask and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=1000)
    parser.add_argument("--queries", type=int, default=50)
    parser.add_argument("--list", type=Path)
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, whole = Path(folder, "site"), Path(folder, "whole")
        if options.list:
            shutil.copytree(options.list, site / "content" / "papers")
        else:
            invented.write(site / "content" / "papers", options.papers)
        (site / "content" / "site.yaml").write_text(SETTINGS, encoding="utf-8")
        pages = indexed(site, whole)
        asked = queries(pages, options.queries)
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        with served(site / "output", "/a/") as ours, served(whole, "/b/") as theirs:
            joined, once = answers(browser, ours, asked), answers(browser, theirs, asked)
    same = [one.agrees(other) for one, other in zip(joined, once, strict=True)]
    for query, is_same, one, other in zip(asked, same, joined, once, strict=True):
        if not is_same:
            print(f"{query!r}: {one.found} instead of {other.found}")
    print(f"{len(pages)} papers, {len(asked)} queries: {sum(same)} give the same first ten")
    for name, found in (("joined", joined), ("as a whole", once)):
        print(f"{name}: {sum(row.requests for row in found)} requests, {sum(row.size for row in found):,} bytes")


if __name__ == "__main__":
    main()
