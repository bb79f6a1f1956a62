"""A genre that only says the type again: Web of Science, Scopus and EndNote write ``Article`` beside every article."""

from __future__ import annotations

import re

from publist.model.paper import Paper

_SAID = {
    "article-journal": "article journalarticle researcharticle originalarticle originalresearch journal journalpaper"
    " proceedingspaper conferencepaper paper",
    "article": "article preprint eprint",
    "paper-conference": "paper article conferencepaper conferencearticle proceedingspaper proceedingsarticle"
    " inproceedings conference conferenceproceedings conferencecontribution",
    "chapter": "chapter bookchapter booksection inbook incollection bookpart",
    "book": "book monograph authoredbook",
    "report": "report",
    "thesis": "thesis",
    "patent": "patent",
    "dataset": "dataset data",
    "software": "software computerprogram program",
    "speech": "speech presentation talk",
    "webpage": "webpage website",
}
"""What each type is called by those who have it in two fields, in small letters."""
_SEPARATOR = re.compile(r"\s*[;,/]\s*")


def dropped(paper: Paper) -> Paper:
    """The paper without a genre that its type says already."""
    said = _SAID.get(paper.type, "").split() if paper.genre else []
    parts = [re.sub(r"[\W_]", "", part).lower() for part in _SEPARATOR.split(paper.genre)] if said else []
    return paper._replace(genre="") if parts and all(part in said for part in parts) else paper
