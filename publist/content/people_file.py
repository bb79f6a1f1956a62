"""content/people.yaml to the registry of people, as written; who is who is decided elsewhere."""

from __future__ import annotations

from publist.model.problems import Problem
from publist.model.settings import Person

__all__ = ["Person", "read"]


def read(text: str, *, path: str) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    """The people in the order written, as far as they can be read, and all that is wrong."""
    from publist.content.schema.people import PEOPLE
    from publist.content.yaml.yaml_file import read_list

    people, problems = read_list(PEOPLE, text, path=path)
    return people or (), problems
