"""A BibTeX file at an address that its owner gives: the export of a reference manager or of an institute."""

from __future__ import annotations

from publist.formats import bibtex
from publist.network import forms
from publist.network.answers import LIST
from publist.network.client import Client
from publist.network.failures import Unanswered
from publist.network.records import Listing, record_of
from publist.network.services import WEB

NAME = "bibtex"


def at(client: Client, address: str) -> Listing:
    """The entries of the file; Unanswered if it is not there or holds none."""
    answer = client.get(WEB, address, form=forms.BIBTEX, lasts=LIST)
    if not answer.found:
        raise Unanswered("there is nothing at this address", hint="Correct it under `sources:`.").at(address)
    read = bibtex.read(answer.text, source=address)
    if not read.papers:
        raise Unanswered("there is no BibTeX entry in this file").at(address)
    return Listing(tuple(record_of(NAME, paper)._replace(paper=paper) for paper in read.papers))
