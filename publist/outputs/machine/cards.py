"""Cards: a picture of each paper for links that people share. Off unless site.yaml says ``cards: true``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from publist.cache.file_writing import replace_file
from publist.model.artifact import Artifact, digest
from publist.model.problems import PublistError, error
from publist.outputs.base import Context, Render, SitePlan

if TYPE_CHECKING:
    from publist.outputs.machine.card_text import Card

_KEPT = os.path.join(".publist", "cards")
"""Below the site's folder: the last picture of each place, behind the digest of it and of all it was drawn from.

It can be deleted at any time.
"""


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """A card a paper and one for the site. PublistError if the extra is not installed."""
    if not plan.config.cards:
        return
    from importlib.util import find_spec

    from publist.outputs.machine.card_text import SITE_CARD, card_path, paper_card, site_card

    if find_spec("PIL") is None or find_spec("font_source_serif_pro") is None:
        hint = "Install it with pip install 'publist[cards]', or delete the line `cards: true`."
        raise PublistError([error("content/site.yaml", 0, 0, "cards need the extra `cards`, which is missing", hint)])
    if card := site_card(plan.config):
        yield _artifact(SITE_CARD, "content/site.yaml", card)
    for entry in plan.library.entries:
        if card := paper_card(entry, plan.config):
            yield _artifact(card_path(entry), entry.source, card)


def _artifact(path: str, origin: str, card: Card) -> Artifact:
    return Artifact(path, origin, "card", (path, card), digest(repr(card).encode()))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    """The picture; one that was drawn before for any build of this site is taken from there."""
    from publist.outputs.machine import card_drawing

    path, card = inputs
    place = os.path.join(context.folder, _KEPT, digest(path.encode()).hex())
    stamp = digest(repr(card).encode(), card_drawing.signature())
    return _kept(place, stamp) or _keep(place, stamp, card_drawing.draw(card))


def _kept(place: str, stamp: bytes) -> bytes:
    """The picture that was kept, if it was drawn from the same and is whole; else nothing."""
    try:
        with open(place, "rb") as file:
            seal, picture = file.read(len(stamp)), file.read()
    except OSError:
        return b""
    return picture if seal == digest(stamp, picture) else b""


def _keep(place: str, stamp: bytes, picture: bytes) -> bytes:
    """The same picture, which is kept now."""
    replace_file(place, digest(stamp, picture), picture)
    return picture


THEMED = False
RENDERERS: Mapping[str, Render] = {"card": _render}
