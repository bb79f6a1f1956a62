"""content/people.yaml to the registry of people, as written; who is who is decided elsewhere."""

from __future__ import annotations

from collections.abc import Collection

from publist.model.problems import Problem
from publist.model.settings import Person

__all__ = ["Person", "read"]


def read(
    text: str, *, path: str, assets: Collection[str] | None = None
) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    """The people in the order written, as far as they can be read, and all that is wrong.

    ``assets`` are the files that photos can be, by their paths below content/; None where they are not known.
    """
    from publist.content.schema.people import people_with
    from publist.content.yaml.yaml_file import read_list

    people, problems = read_list(people_with(assets), text, path=path)
    return people or (), problems
