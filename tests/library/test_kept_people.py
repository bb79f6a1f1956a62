"""What is kept of people's names says the same as to tell them apart anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.cache.store import Cache
from publist.content.people_file import Person
from publist.library import kept_people
from publist.library.kept_people import identities_of
from publist.library.people import identify
from publist.model.paper import Name

NAMES = ["Ada Lovelace", "A. Lovelace", "ADA LOVELACE", "Ada King", "李明", "Grace Hopper", "G. B. Hopper"]
names = st.builds(
    Name, st.sampled_from(NAMES), family=st.sampled_from(["", "Hopper"]), orcid=st.sampled_from(["", "0000-0001"])
)
papers = st.lists(st.lists(names, max_size=4).map(tuple), min_size=1, max_size=6).map(
    lambda lists: [(f"p{number}", authors) for number, authors in enumerate(lists)]
)
people = st.lists(
    st.builds(
        Person,
        st.sampled_from(NAMES),
        aliases=st.sampled_from([(), ("A. Lovelace",)]),
        owner=st.booleans(),
        papers=st.sampled_from([(), (), ("p1",)]),
    ),
    max_size=2,
).map(tuple)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """One cache for all examples: what is kept of other names must not be taken."""
    return Cache(str(tmp_path_factory.mktemp("cache")))


@given(papers, people, st.sampled_from(["", "Ada Lovelace"]))
def test_kept_people_are_those_that_would_be_found(
    cache: Cache, papers: list[tuple[str, tuple[Name, ...]]], registry: tuple[Person, ...], owner: str
) -> None:
    """Found for the first time and taken from the cache they are those whom ``identify`` finds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_people, "_FEW", 0)
        wanted = identify(papers, registry, owner)
        assert identities_of(papers, registry, owner, cache) == wanted
        if not any(person.papers for person in registry):  # where people.yaml says whose a paper is, nothing is kept
            patch.setattr(kept_people, "identify", None)
        assert identities_of(papers, registry, owner, cache) == wanted


def test_another_name_is_told_apart_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is of these names alone."""
    monkeypatch.setattr(kept_people, "_FEW", 0)
    cache = Cache(str(tmp_path))
    identities_of([("a", (Name("Ada King"),))], (), "", cache)
    found = identities_of([("a", (Name("Ada King"),)), ("b", (Name("Bo Li"),))], (), "", cache)
    assert found.of("b", (Name("Bo Li"),))[0].path == "people/bo-li/"
