"""The services that are asked, one row each: where they are, how often they may be asked, what key they take.

Sources of the pauses: docs/sources.md. No service is needed: each may be down, and none has to have a key.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple


class Key(NamedTuple):
    """A key of one's own: the variable of the environment that holds it, and where the service wants it."""

    variable: str
    header: str = ""
    """The header that carries it, ..."""
    prefix: str = ""
    """... behind this word; ..."""
    parameter: str = ""
    """... or the parameter of the query."""


class Service(NamedTuple):
    """One service. Rows of one ``name`` are one service at several hosts: they share pause and key."""

    name: str
    title: str
    base: str
    pause: float
    """Seconds between two requests."""
    key: Key | None = None

    @property
    def root(self) -> str:
        """Where it is asked: ``base``, or the address that the environment gives instead."""
        return replaced_base(self.name) or self.base


CROSSREF = Service("crossref", "Crossref", "https://api.crossref.org", 0.25)
DATACITE = Service("datacite", "DataCite", "https://api.datacite.org", 0.4)
ARXIV = Service("arxiv", "arXiv", "https://export.arxiv.org", 3.0)
ARXIV_AUTHORS = ARXIV._replace(base="https://arxiv.org")
ORCID = Service("orcid", "ORCID", "https://pub.orcid.org", 0.25)
OPENALEX = Service(
    "openalex", "OpenAlex", "https://api.openalex.org", 0.25, Key("OPENALEX_API_KEY", parameter="api_key")
)
DBLP = Service("dblp", "dblp", "https://dblp.org", 2.0)
DBLP_SPARQL = DBLP._replace(base="https://sparql.dblp.org")
SEMANTIC_SCHOLAR = Service(
    "semanticscholar",
    "Semantic Scholar",
    "https://api.semanticscholar.org",
    1.1,
    Key("SEMANTIC_SCHOLAR_API_KEY", header="x-api-key"),
)
INSPIRE = Service("inspire", "INSPIRE", "https://inspirehep.net", 0.4)
EUROPE_PMC = Service("europepmc", "Europe PMC", "https://www.ebi.ac.uk/europepmc", 0.25)
UNPAYWALL = Service("unpaywall", "Unpaywall", "https://api.unpaywall.org", 0.25)
WEB = Service("web", "the web", "", 0.5)
"""Addresses that people give: a BibTeX file of theirs, the page of an article."""

ALL = (CROSSREF, DATACITE, ARXIV, ORCID, OPENALEX, DBLP, SEMANTIC_SCHOLAR, INSPIRE, EUROPE_PMC, UNPAYWALL)


def replaced_base(name: str, environment: Mapping[str, str] = os.environ) -> str:
    """The address that takes a service's place, for tests against a server of their own; empty: none.

    ``PUBLIST_CROSSREF_URL`` replaces one service, ``PUBLIST_SERVICES_URL`` all, each below it by its name.
    """
    own = environment.get(f"PUBLIST_{name.upper()}_URL", "")
    every = environment.get("PUBLIST_SERVICES_URL", "")
    return (own or (f"{every.rstrip('/')}/{name}" if every else "")).rstrip("/")
