"""Unpaywall (https://unpaywall.org/products/api): an open PDF of an article. It wants an e-mail address."""

from __future__ import annotations

from urllib.parse import quote

from publist.formats.json_records import inside, text
from publist.network import forms
from publist.network.answers import RECORD
from publist.network.client import Client
from publist.network.services import UNPAYWALL
from publist.text import identifiers


def open_pdf(client: Client, doi: str) -> str:
    """The address of a PDF of which Unpaywall says the licence (arXiv's are free for everybody); empty if none."""
    if not client.contact:
        return ""
    query = {"email": client.contact}
    answer = client.get(UNPAYWALL, f"/v2/{quote(doi, safe='/')}", query, form=forms.JSON, lasts=RECORD)
    place = inside(forms.parsed(answer, UNPAYWALL.title), "best_oa_location") if answer.found else None
    address = identifiers.web_address(text(inside(place, "url_for_pdf")))
    free = text(inside(place, "license")) or identifiers.arxiv_of_address(address)
    return address if free else ""
