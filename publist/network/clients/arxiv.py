"""arXiv's API (https://info.arxiv.org/help/api/user-manual.html) and the feeds of its authors."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from publist.formats import arxiv_atom
from publist.network import forms
from publist.network.answers import LIST, RECORD
from publist.network.client import Client
from publist.network.clients.title_text import search_words
from publist.network.failures import Unanswered
from publist.network.records import Listing, Record, arxiv_id, in_groups, of_preprint
from publist.network.services import ARXIV, ARXIV_AUTHORS

_GROUP = 100


def by_number(client: Client, numbers: Iterable[str]) -> list[Record]:
    """The preprints with these numbers, as far as arXiv gives them: an empty feed at times is only a bad day."""
    found: list[Record] = []
    for group in in_groups(numbers, _GROUP):
        found += _records(client, group, lasts=RECORD)
        missing = [number for number in group if not any(arxiv_id(number) in record.ids for record in found)]
        if missing and len(missing) == len(group):
            found += _records(client, missing, lasts=0)
    return found


def _records(client: Client, numbers: list[str], lasts: float) -> list[Record]:
    query = {"id_list": ",".join(numbers), "max_results": len(numbers)}
    return read(client.get(ARXIV, "/api/query", query, form=forms.ATOM, lasts=lasts, there=True).text)


def search(client: Client, title: str, rows: int = 5) -> list[Record]:
    """Preprints with the words of a title."""
    query = {"search_query": f'ti:"{search_words(title)}"', "max_results": rows}
    answer = client.get(ARXIV, "/api/query", query, form=forms.ATOM, lasts=RECORD, there=True)
    return read(answer.text)


def of_author(client: Client, who: str) -> Listing:
    """What arXiv lists as an author's, by the arXiv author identifier or ORCID iD."""
    answer = client.get(ARXIV_AUTHORS, f"/a/{quote(who, safe='')}.atom2", form=forms.ATOM, lasts=LIST)
    if not answer.found:
        hint = "Claim your papers on arxiv.org, or correct the identifier under `sources:`."
        raise Unanswered(f"arXiv has no author {who}", hint=hint).at(answer.url)
    found = read(answer.text) or read(_again(client, who))
    if not found:
        raise Unanswered(f"arXiv lists no papers of {who}").at(answer.url)
    return Listing(tuple(found))


def _again(client: Client, who: str) -> str:
    """The feed of an author asked for once more: arXiv's are empty at times."""
    return client.get(ARXIV_AUTHORS, f"/a/{quote(who, safe='')}.atom2", form=forms.ATOM, lasts=0).text


def read(feed: str) -> list[Record]:
    """The preprints of a feed."""
    return [of_preprint(ARXIV.name, paper) for paper in arxiv_atom.read(feed, source=ARXIV.title).papers]
