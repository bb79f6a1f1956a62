"""What a site has before a command asks anybody: settings, owners, papers, and which works are told apart."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from publist.content import content_folder, paper_file, people_file, settings_file
from publist.importing.run import distinct_papers
from publist.model.paper import Name, Paper
from publist.model.problems import Problem, PublistError, errors_in
from publist.model.settings import Config, Person
from publist.network.joining import ids_of
from publist.network.records import arxiv_id, doi_id
from publist.text import names
from publist.text.identifiers import arxiv, doi


class SitePapers(NamedTuple):
    """A site as the network commands see it; ``papers`` are those whose files can be read, by slug."""

    site: str
    """Its folder."""
    config: Config
    people: tuple[Person, ...]
    papers: Mapping[str, Paper]
    apart: frozenset[frozenset[str]]
    """Pairs of identifiers of works that somebody has told apart."""
    problems: tuple[Problem, ...] = ()
    """What is doubtful in its settings, such as a key that is not known."""

    @property
    def owners(self) -> tuple[Name, ...]:
        """The people whose list it is, under all their names."""
        printed = [self.config.owner] if self.config.owner else []
        for person in self.people:
            if person.owner:
                printed += [person.name, *person.aliases, *person.former_names]
        return tuple(names.parse(name) for name in dict.fromkeys(printed))

    @property
    def orcids(self) -> frozenset[str]:
        """The ORCID iDs of the owners, from people.yaml and from the sources."""
        known = {person.orcid for person in self.people if person.owner}
        return frozenset(filter(None, known | {source.orcid for source in self.config.sources}))


def site_papers(site: str) -> SitePapers:
    """What the site has; PublistError if its settings or people cannot be read, or there is no site."""
    content_folder.signatures(site)  # says if there is no site
    config, problems = settings_file.read(_text(site, content_folder.SETTINGS), path=content_folder.SETTINGS)
    people, more = people_file.read(_text(site, content_folder.PEOPLE), path=content_folder.PEOPLE)
    if errors_in((*problems, *more)):
        raise PublistError((*problems, *more))
    papers = papers_of(site)
    return SitePapers(site, config or settings_file.DEFAULT, people, papers, _apart(site, papers), problems)


def papers_of(site: str) -> dict[str, Paper]:
    """The papers of a site by slug; a file with mistakes is left alone."""
    found = {}
    for slug, text in content_folder.paper_texts(site).items():
        paper, problems = paper_file.read(text, path=content_folder.path_of(slug)) if text else (None, ())
        if paper and not errors_in(problems):
            found[slug] = paper
    return found


def _text(site: str, path: str) -> str:
    """The text of a file of content/, empty where there is none."""
    if not os.path.exists(os.path.join(site, path)):
        return ""
    text, problem = content_folder.read_text(site, path)
    if problem:
        raise PublistError([problem])
    return text or ""


def _apart(site: str, papers: Mapping[str, Paper]) -> frozenset[frozenset[str]]:
    """The pairs of content/distinct.yaml as identifiers: each name in it is that of a paper, or an identifier."""
    pairs, problems = distinct_papers(site)
    if problems:
        raise PublistError(problems)
    found = set()
    for pair in pairs:
        one, other = (_ids_named(name, papers) for name in sorted(pair))
        shared = one & other
        found |= {frozenset((mine, theirs)) for mine in one - shared or one for theirs in other if mine != theirs}
    return frozenset(found)


def _ids_named(name: str, papers: Mapping[str, Paper]) -> frozenset[str]:
    if name in papers:
        return frozenset(ids_of(papers[name]))
    return frozenset(filter(None, (doi_id(doi(name)), arxiv_id(arxiv(name)))))
