"""Random histories of edits: incremental output = clean output after each.

    python tests/benchmarks/edits.py [N [FIRST [PAPERS]]]

N histories (500), of which the first has the number FIRST (1000): so several processes can share the work. They begin
with so many PAPERS (3). One build in three is one after an edit of an abstract alone, one after an edit of papers or a
topic: a build has short ways for both.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.build.test_engine import clean_build
from tests.conftest import Site
from tests.support.random_edits import Editor


def _abstract_alone(editor: Editor) -> str:
    """Edit one abstract, when all other files are old enough to be known as unchanged; what it was."""
    time.sleep(0.06)
    editor.change_abstract()
    time.sleep(0.06)
    return "change_abstract"


def _edits(editor: Editor, step: int) -> list[str]:
    """Edit the site before the build with this number; what was done."""
    if step % 3 == 0:
        return [editor.edit() for _ in range(2)]
    return [_abstract_alone(editor)] if step % 3 == 1 else [editor.edit_paper() for _ in range(1 + step % 2)]


def main() -> None:
    """Run so many histories of six edited builds each; stop at the first that differs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    papers = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    compared = 0
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            site = Site(Path(folder))
            editor = Editor(site, seed, papers)
            site.build()
            done = []
            for step in range(6):
                done += _edits(editor, step)
                site.build()
                clean = clean_build(site, Path(folder) / f"clean-{step}")
                if site.snapshot() != clean:
                    sys.exit(f"history {seed} differs after {done}")
                compared += len(clean)
        done_so_far = seed - first + 1
        if done_so_far % 10 == 0 or done_so_far == count:
            told = f"{done_so_far} histories, {6 * done_so_far} incremental builds"
            print(f"{told}, {compared} files equal to those of clean builds", flush=True)


if __name__ == "__main__":
    main()
