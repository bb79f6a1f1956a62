"""Damaged input for everything that reads: `python -m tests.benchmarks.fuzz --count 100000 --corpus FOLDER`.

Each text is made by damaging an example (invented ones in fuzz_examples.py, and those of a folder if one is named), and
read in a process that has 512 MiB and 2 s of processor time for it. What is read must be well-formed: written as a
paper file it is read again, and holds no sign that files must not hold. The same seed makes the same texts.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tests.benchmarks.fuzz_damage import Example, damaged
from tests.benchmarks.fuzz_examples import examples
from tests.benchmarks.fuzz_readers import READERS

MEMORY = 512 << 20
SECONDS = 2.0
_A_PROCESS = 5_000
"""So many texts a process reads before another takes its place: what caches keep is no memory of a text."""


class Outcome(NamedTuple):
    """What became of a text: ``ok``, or what went wrong and where."""

    number: int
    reader: str
    what: str
    milliseconds: int


def made(number: int, seed: int, known: list[Example]) -> Example:
    """The text of a number: an example, damaged, for its own reader or another one."""
    chance = random.Random(f"{seed}:{number}")
    reader = chance.choice(sorted(READERS))
    of_reader = [example for example in known if example.reader == reader]
    example = chance.choice(of_reader if of_reader and chance.random() < 0.9 else known)
    return Example(reader, damaged(example.data, chance, known, reader))


def worker(first: int, step: int, end: int, seed: int, corpus: str) -> None:
    """Read the texts of some numbers; a line before each, and one with the outcome behind it."""
    known = examples(corpus)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # the end of a process that takes too long, also within C code
    for number in range(first, min(end, first + step * _A_PROCESS), step):
        text = made(number, seed, known)
        print(f"begin\t{number}\t{text.reader}", flush=True)
        begun = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        what = outcome(text)
        signal.setitimer(signal.ITIMER_PROF, 0)
        spent = int(1000 * (time.process_time() - begun))
        print(f"end\t{number}\t{text.reader}\t{what}\t{spent}", flush=True)
    print(f"memory\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}", flush=True)


def outcome(text: Example) -> str:
    """``ok``, or the exception and the line that raised it."""
    try:
        READERS[text.reader](text.data)
    except MemoryError:
        return "memory: over 512 MiB"
    except Exception as wrong:  # any exception at all is a finding
        place = traceback.extract_tb(wrong.__traceback__)[-1]
        said = " ".join(repr(wrong)[:120].split())
        return f"crash: {os.path.basename(place.filename)}:{place.lineno} {said}"
    return "ok"


def outcomes(first: int, step: int, arguments: argparse.Namespace) -> Iterator[Outcome | int]:
    """The outcomes of every ``step``-th text from ``first`` on, and peaks of memory in KiB; a death is one, too."""
    while first < arguments.count:
        numbers = [str(value) for value in (first, step, arguments.count, arguments.seed)]
        command = [sys.executable, "-m", "tests.benchmarks.fuzz", "--worker", *numbers, "--corpus", arguments.corpus]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            begun: list[str] = []
            for line in process.stdout or ():
                kind, *fields = line.rstrip("\n").split("\t")
                if kind == "begin":
                    begun, first = fields, int(fields[0]) + step
                elif kind == "end":
                    begun = []
                    yield Outcome(int(fields[0]), fields[1], fields[2], int(fields[3]))
                else:
                    yield int(fields[0])
        if begun:
            what = "hang: over 2 s" if process.returncode == -signal.SIGPROF else f"death: {process.returncode}"
            yield Outcome(int(begun[0]), begun[1], what, int(1000 * SECONDS))
        elif process.returncode:
            raise SystemExit("a process of the fuzz program itself failed")


def run(arguments: argparse.Namespace) -> int:
    """Read all texts in as many processes as there are jobs; print figures; 1 if anything went wrong."""
    rows = [outcomes(job, arguments.jobs, arguments) for job in range(arguments.jobs)]
    readers, wrong, slowest, memory = Counter[str](), list[Outcome](), 0, 0
    while rows:
        for row in list(rows):
            found = next(row, None)
            if found is None:
                rows.remove(row)
            elif isinstance(found, int):
                memory = max(memory, found)
            else:
                readers[found.reader] += 1
                slowest = max(slowest, found.milliseconds)
                if found.what != "ok":
                    wrong.append(found)
                    print(f"{found.number} {found.reader}: {found.what}", flush=True)
    _report(readers, wrong, slowest, memory)
    _keep(wrong, arguments)
    return 1 if wrong else 0


def _report(readers: Counter[str], wrong: list[Outcome], slowest: int, memory: int) -> None:
    kinds = Counter(outcome.what.partition(":")[0] for outcome in wrong)
    print(f"{readers.total()} damaged texts for {len(readers)} readers, {len(wrong)} findings {dict(kinds)}")
    print(f"slowest text {slowest} ms of processor time; largest process {memory >> 10} MiB")
    print(", ".join(f"{reader} {number}" for reader, number in sorted(readers.items())))


def _keep(wrong: list[Outcome], arguments: argparse.Namespace) -> None:
    """The texts that something went wrong with, as files."""
    if not arguments.keep or not wrong:
        return
    os.makedirs(arguments.keep, exist_ok=True)
    known = examples(arguments.corpus)
    for found in wrong:
        with open(os.path.join(arguments.keep, f"{found.number}-{found.reader}"), "wb") as file:
            file.write(made(found.number, arguments.seed, known).data)


def main() -> int:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--corpus", default="", metavar="FOLDER", help="files to damage beside the invented examples")
    parser.add_argument(
        "--keep", default="", metavar="FOLDER", help="where to put texts that something went wrong with"
    )
    parser.add_argument("--worker", type=int, nargs=4, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        first, step, end, seed = arguments.worker
        worker(first, step, end, seed, arguments.corpus)
        return 0
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
