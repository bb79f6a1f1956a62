"""The services that list the works of somebody: one row each, by the key under ``sources:`` that names the person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from publist.model.settings import OnlineSource
from publist.network.client import Client
from publist.network.clients import (
    arxiv,
    bibtex_file,
    dblp,
    europepmc,
    inspire,
    openalex,
    orcid,
    semantic_scholar,
)
from publist.network.records import Listing


class ListService(NamedTuple):
    """A service that lists works: what people call it, and how it is asked for somebody's."""

    title: str
    ask: Callable[[Client, str], Listing]


LISTS: Mapping[str, ListService] = {
    "orcid": ListService("ORCID", orcid.of_person),
    "dblp": ListService("dblp", dblp.of_person),
    "openalex": ListService("OpenAlex", openalex.of_author),
    "arxiv": ListService("arXiv", arxiv.of_author),
    "inspire": ListService("INSPIRE", inspire.of_author),
    "semanticscholar": ListService("Semantic Scholar", semantic_scholar.of_author),
    "europepmc": ListService("Europe PMC", europepmc.of_person),
    "bibtex": ListService("BibTeX file", bibtex_file.at),
}
"""Each attribute of ``OnlineSource`` has its row."""


class DeclaredList(NamedTuple):
    """A list of works that the site's settings declare."""

    key: str
    who: str

    @property
    def name(self) -> str:
        """What the file of the last sync calls it."""
        return f"{self.key}:{self.who}"

    @property
    def title(self) -> str:
        """What people call the service."""
        return LISTS[self.key].title


def declared(sources: Sequence[OnlineSource]) -> Iterator[DeclaredList]:
    """Every list that the settings name, in their order."""
    for source in sources:
        for key in LISTS:
            if who := getattr(source, key):
                yield DeclaredList(key, who)
