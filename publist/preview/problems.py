"""What is wrong at the moment, by where it was found, and what of it the terminal has said."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from publist.model.problem_list import listed
from publist.model.problems import Problem, errors_in


class Problems:
    """Problems by their finder: a source's import, the plan, one file, one page."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._found: dict[str, tuple[Problem, ...]] = {}
        self._told: set[Problem] = set()

    def put(self, finder: str, problems: Iterable[Problem]) -> None:
        """What a finder found now stands in the place of what it found before."""
        now = tuple(problems)
        self._found.pop(finder, None)
        if now:
            self._found[finder] = now

    def keep(self, finders: Iterable[str]) -> None:
        """Forget all but these."""
        kept = set(finders)
        self._found = {finder: problems for finder, problems in self._found.items() if finder in kept}

    def of(self, finder: str) -> tuple[Problem, ...]:
        """What one finder found."""
        return self._found.get(finder, ())

    def standing(self) -> list[Problem]:
        """All of them, each once."""
        return list(dict.fromkeys(problem for problems in self._found.values() for problem in problems))

    def tell(self) -> None:
        """Say what is new, each once as long as it stands, and when all errors are mended."""
        standing = self.standing()
        for text in listed(problem for problem in standing if problem not in self._told):
            self._say(text)
        if errors_in(self._told) and not errors_in(standing):
            self._say("mended")
        self._told = set(standing)
