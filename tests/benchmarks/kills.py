"""Kills real builds at random moments and holds the next to a clean one.

    python tests/benchmarks/kills.py [N [FIRST]]

Until N builds (200) have died, with random numbers from FIRST (0): so several processes can share the work.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.build.test_engine import kill_builds
from tests.conftest import Site


def main() -> None:
    """Kill until so many builds have died."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    killed = rounds = 0
    while killed < wanted:
        with tempfile.TemporaryDirectory() as folder:
            killed += kill_builds(Site(Path(folder)), 20, seed=first + rounds)
            rounds += 1
    print(f"{killed} builds killed in {rounds * 20} tries: nothing half-written, each next build equal to a clean one")


if __name__ == "__main__":
    main()
