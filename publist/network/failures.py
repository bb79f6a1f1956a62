"""What can go wrong with a request, as exceptions that name the service and the address."""

from __future__ import annotations

from publist.model.problems import Problem, warning

_SHOWN = 120
"""Characters of an address that are shown: a question about fifty works fills a screen."""


class Unanswered(Exception):  # noqa: N818 - an answer that does not come is no error of ours
    """A service gave no answer that can be used.

    ``again`` says whether another try may help, ``after`` for how many seconds the service wants to be left alone
    (None: it does not say), ``over`` that it is not to be asked any more in this run.
    """

    def __init__(
        self, what: str, *, hint: str = "", again: bool = False, after: float | None = None, over: bool = False
    ) -> None:
        self.what, self.hint, self.again, self.after, self.over = what, hint, again, after, over
        self.place = ""
        self.kept = ""
        """The day of the oldest answer that had to do instead, as ISO 8601 has it; empty: none had."""
        super().__init__(what)

    def at(self, place: str) -> Unanswered:
        """The same, of the address that was asked (without keys)."""
        self.place = self.place or place
        return self

    @property
    def problem(self) -> Problem:
        """What to say of it: one service fails, the others go on."""
        place = self.place if len(self.place) <= _SHOWN else f"{self.place[:_SHOWN]}…"
        kept = f"; its answer of {self.kept} is used" if self.kept else ""
        return warning(place, 0, 0, f"{self.what}{kept}", self.hint)
