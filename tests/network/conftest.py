"""What the tests of this room share: nobody waits, and no environment of whoever runs them counts."""

from __future__ import annotations

import pytest

from publist.network import manners


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, which cost no time here."""
    made: list[float] = []
    for name in ("OPENALEX_API_KEY", "SEMANTIC_SCHOLAR_API_KEY", "PUBLIST_SERVICES_URL"):
        monkeypatch.delenv(name, raising=False)

    def sleep(seconds: float) -> None:
        made.append(seconds)

    monkeypatch.setattr(manners, "sleep", sleep)
    return made
