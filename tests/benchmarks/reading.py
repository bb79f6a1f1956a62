"""Reading and checking many paper files, and importing them: `python -m tests.benchmarks.reading 10000`."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from publist.model.paper import Date, Name, Paper

ABSTRACT = (
    "We study how %s and what follows from it. Conventional methods look at one thing at a time; ours looks at all "
    "of them at once, and is faster for it. "
) * 5


def person(number: int) -> str:
    """A name made of 97 given and 401 family names; initials are spread over the alphabet."""
    given, family = number % 97, number % 401
    return f"{chr(65 + given % 26)}iven{given} Family{family}"


def papers(number: int) -> Iterator[Paper]:
    """Made-up papers with what real ones have."""
    for index in range(number):
        yield Paper(
            f"On the Behaviour of Thing {index}: A Study of Its Parts",
            tuple(Name(person(index * place)) for place in range(1, 5)),
            et_al=index % 3 == 0,
            affiliations=("mit",),
            date=Date(2000 + index % 25, 1 + index % 12, 1 + index % 28),
            topics=("Speech recognition",),
            category="CL",
            links={"pdf": f"https://example.org/{index}.pdf"},
            key=f"family{index}",
            abstract=ABSTRACT.replace("%s", f"thing {index} behaves"),
        )


@contextmanager
def measured(what: str, number: int) -> Iterator[None]:
    """Print the CPU time of a block, in all and a paper."""
    start = time.process_time()
    yield
    spent = time.process_time() - start
    print(f"{what}: {spent:.2f} s CPU, {spent / number * 1e6:.0f} µs a paper")


def main(number: int) -> None:
    """Write, read, check and import the papers."""
    with tempfile.TemporaryDirectory() as site:
        start = time.process_time()
        from publist.checks import content_checks
        from publist.content import paper_file
        from publist.content.content_folder import paper_texts
        from publist.importing.ledger import EMPTY
        from publist.importing.plan import plan_import
        from publist.importing.source import ReadSource, Source

        reading = ReadSource(Source("list.json", b""), "list.json", "json", tuple(papers(number)))
        with measured("first import, planned", number):
            plan = plan_import([reading], {}, EMPTY)
        os.makedirs(os.path.join(site, "content", "papers"))
        for stem, text in plan.texts.items():
            with open(os.path.join(site, "content", "papers", f"{stem}.md"), "w", encoding="utf-8") as file:
                file.write(text)
        with measured("files read and checked", number):
            entries = []
            for stem, said in paper_texts(site).items():
                paper, _ = paper_file.read(said or "", path=f"content/papers/{stem}.md")
                if paper:
                    entries.append(content_checks.CheckedPaper(stem, stem, paper))
            found = content_checks.check(entries)
        with measured("import again, nothing new", number):
            again = plan_import([reading], plan.texts, plan.ledger)
        print(f"{len(entries)} papers, {len(found)} remarks, {len(again.texts)} files changed by the second import")
        print(f"process: {time.process_time() - start:.2f} s CPU")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
