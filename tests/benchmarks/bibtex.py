"""Read BibTeX at scale and print CPU seconds and peak memory: ``python tests/benchmarks/bibtex.py [FOLDER]``.

The entries are those of the .bib files in the folder, repeated under keys of their own; without a folder a
small set of invented ones. Sizes: 1,000 and 10,000 entries (the time must be linear), 50 MB, and what is broken.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from publist.formats import bibtex
from publist.text.decoding import decode

_INVENTED = """@article{{lai{number},
  title = {{{{On the Growth of $x^{{{number}}}$ in M{{\\"u}}ller Spaces, \\emph{{revisited}}}}}},
  author = {{Lai, Cheng-I Jeff and M{{\\"u}}ller, J{{\\"u}}rgen and van der Rohe, Ludwig and others}},
  journal = "Journal of Things \\& Others", volume = {number}, pages = {{101--117}}, month = sep, year = 2023,
  doi = {{10.1000/{number}}}, abstract = {{We study things, with 8.5\\% of ~3 billion parameters. {filler}}},
}}
"""


def main(folder: str = "") -> None:
    """Print one line a size."""
    entries = (
        _entries(Path(folder)) if folder else [_INVENTED.format(number=n, filler="Words. " * 80) for n in range(500)]
    )
    for count in (1_000, 10_000):
        _measure(f"{count} entries", _repeated(entries, count))
    _measure("50 MB", _repeated(entries, 50_000_000 // (sum(map(len, entries)) // len(entries))))
    for name, text in (("1 MB of {", "{" * 1_000_000), ("an entry of {", "@a{b, t={" + "{" * 1_000_000)):
        _measure(name, text)


def _entries(folder: Path) -> list[str]:
    texts = [decode(path.read_bytes()).text for path in sorted(folder.glob("*.bib"))]
    return [f"@{entry}" for text in texts for entry in f"\n{text}".split("\n@")[1:] if "{" in entry]


def _repeated(entries: list[str], count: int) -> str:
    return "\n".join(entries[n % len(entries)].replace("{", f"{{n{n}-", 1) for n in range(count))


def _measure(name: str, text: str) -> None:
    begin = time.process_time()
    reading = bibtex.read(text, source="benchmark.bib")
    spent = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:>16}: {len(text) / 1e6:6.1f} MB, {len(reading.papers):6} papers, {len(reading.problems):5} problems, "
        f"{spent:6.2f} s CPU, peak so far {memory:5.0f} MB"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
