"""Random histories of edits: incremental output = clean output after each.

    python tests/benchmarks/edits.py [N [FIRST]]

N histories (500), of which the first has the number FIRST (1000): so several processes can share the work.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.build.test_engine import clean_build
from tests.conftest import Site
from tests.support.random_edits import Editor


def main() -> None:
    """Run so many histories of three edited builds each; stop at the first that differs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    compared = 0
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            site = Site(Path(folder))
            editor = Editor(site, seed)
            site.build()
            done = []
            for step in range(3):
                done += [editor.edit() for _ in range(2)]
                site.build()
                clean = clean_build(site, Path(folder) / f"clean-{step}")
                if site.snapshot() != clean:
                    sys.exit(f"history {seed} differs after {done}")
                compared += len(clean)
    print(f"{count} histories, {3 * count} incremental builds, {compared} files equal to those of clean builds")


if __name__ == "__main__":
    main()
