"""Reference lists with their truth, to tune the reader of references on and, in other styles, to judge it.

    python -m tests.benchmarks.references_lists FOLDER --half 0|1 [--lists 60] [--seed 1] [--papers items.json]

Writes NAME.txt, NAME.truth.jsonl (a paper a line) and INDEX.tsv. The papers are invented (references_papers.py), or
those of a file of CSL items. Styles: those of the Citation Style Language (references_styles.py; two thirds of the
lists) and hand-made forms (references_forms.py); none is in both halves. Layouts: plain, wrapped as copied from a PDF
(page numbers, ligatures, hyphens), Markdown, HTML, and irregular: several styles, marks and spaces as they come.
--without names a file with styles that are not to be used.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import references_forms, references_layouts, references_papers, references_styles
from tests.benchmarks.references_papers import Item
from tests.benchmarks.references_styles import Printed


def main() -> None:
    """Write the lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), required=True)
    parser.add_argument("--lists", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--papers", type=Path, help="CSL items in place of invented ones")
    parser.add_argument("--without", type=Path, help="a file with names of styles that are not to be used, one a line")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    pick = random.Random(chosen.seed * 2 + chosen.half)
    items = json.loads(chosen.papers.read_text("utf-8")) if chosen.papers else []
    without = set(chosen.without.read_text("utf-8").split()) if chosen.without else set()
    styles = [name for name in references_styles.styles(chosen.half) if name not in without]
    rows = ["list\tpapers\tstyle\tlayout\tmarker\tsections"]
    while len(rows) <= chosen.lists:
        name = f"{'tune' if chosen.half == 0 else 'judge'}-{len(rows):03}"
        papers = _papers(pick, items)
        irregular = pick.random() < 0.12
        style, references = (
            _irregular(pick, papers, styles, chosen.half) if irregular else _regular(pick, papers, styles, chosen.half)
        )
        if len(references) < 8:
            continue
        text, truths, about = references_layouts.laid_out(pick, references, irregular=irregular)
        (chosen.folder / f"{name}.txt").write_text(text, encoding="utf-8")
        lines = [json.dumps(truth, ensure_ascii=False) for truth in truths]
        (chosen.folder / f"{name}.truth.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        rows.append(f"{name}\t{len(truths)}\t{style}\t{about}")
        (chosen.folder / "INDEX.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _papers(pick: random.Random, items: Sequence[Item]) -> list[Item]:
    """The papers of one list; a third of their venues has an abbreviation, which some styles print."""
    count = pick.randint(12, 36)
    start = pick.randrange(len(items)) if items else 0
    found = list(items[start : start + count]) if items else references_papers.papers(count, pick.randrange(1_000_000))
    short = pick.random() < 0.33
    for item in found:
        venue = references_papers.abbreviated(item.get("container-title", ""))
        if short and venue:
            item["container-title-short"] = venue
        else:
            item.pop("container-title-short", None)
    return found


def _regular(
    pick: random.Random, papers: Sequence[Item], styles: Sequence[str], half: int
) -> tuple[str, list[Printed]]:
    if pick.random() < 0.33:
        grammar = references_forms.form(pick, half)
        return f"hand:{grammar.order} {grammar.name}".replace("\n", "|"), references_forms.printed(papers, grammar)
    style = pick.choice(styles)
    return f"csl:{style}", references_styles.printed(papers, style)


def _irregular(
    pick: random.Random, papers: Sequence[Item], styles: Sequence[str], half: int
) -> tuple[str, list[Printed]]:
    """Each reference in one of a few styles."""
    ways = [{one.item["id"]: one for one in _regular(pick, papers, styles, half)[1]} for _ in range(pick.randint(3, 5))]
    found = [pick.choice(ways).get(item["id"]) for item in papers]
    return "irregular", [one for one in found if one]


if __name__ == "__main__":
    main()
