"""Cards: a picture of each paper for links that people share. Off unless site.yaml says ``cards: true``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Any

from publist.artifact import Artifact, digest
from publist.errors import PublistError, error
from publist.outputs.base import Context, Plan, Render
from publist.outputs.cardtext import SITE_CARD, Card, card_path, paper_card, site_card

_KEPT = os.path.join(".publist", "cards")
"""Below the site's folder: pictures by the digest of what they show. It can be deleted at any time."""


def plan(plan: Plan) -> Iterator[Artifact]:
    """A card a paper and one for the site. PublistError if the extra is not installed."""
    if not plan.config.cards:
        return
    if find_spec("PIL") is None or find_spec("font_source_serif_pro") is None:
        hint = "Install it with pip install 'publist[cards]', or delete the line `cards: true`."
        raise PublistError([error("content/site.yaml", 0, 0, "cards need the extra `cards`, which is missing", hint)])
    if card := site_card(plan.config):
        yield _artifact(SITE_CARD, "content/site.yaml", card)
    for entry in plan.library.entries:
        if card := paper_card(entry, plan.config):
            yield _artifact(card_path(entry), entry.source, card)


def _artifact(path: str, origin: str, card: Card) -> Artifact:
    return Artifact(path, origin, "card", (card,), digest(repr(card).encode()))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    """The picture; one that was drawn before for any build of this site is taken from there."""
    from publist.outputs import carddrawing

    card: Card = inputs[0]
    folder = os.path.join(context.folder, _KEPT)
    place = os.path.join(folder, digest(repr(card).encode(), carddrawing.signature()).hex() + ".png")
    try:
        with open(place, "rb") as file:
            return file.read()
    except FileNotFoundError:
        picture = carddrawing.draw(card)
    os.makedirs(folder, exist_ok=True)
    temporary = f"{place}.{os.getpid()}.tmp"
    with open(temporary, "wb") as file:
        file.write(picture)
    os.replace(temporary, place)
    return picture


THEMED = False
RENDERERS: Mapping[str, Render] = {"card": _render}
