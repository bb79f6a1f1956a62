"""The pictures that papers name: each a file of content/assets that is one, and not too large to be worked on."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from publist.cache.file_signatures import Signature
from publist.content.content_folder import ASSETS, read_text
from publist.model.problems import Problem, error
from publist.text import picture_header
from publist.text.limits import PICTURE, PIXELS
from publist.text.unicode_forms import composed


class Picture(NamedTuple):
    """The picture of a paper: its file in the site and below content/assets, and what its header says.

    ``width`` and ``height`` are 0 where it has none of its own. ``widths`` are those in which there are smaller ones.
    """

    path: str
    name: str
    signature: Signature
    format: str
    width: int
    height: int
    widths: tuple[int, ...] = ()

    @property
    def state(self) -> bytes:
        """All that a page shows of it but its pixels, for digests."""
        return repr((self.name, self.format, self.width, self.height, self.widths)).encode()

    def in_widths(self, wanted: Iterable[int]) -> Picture:
        """The picture with smaller ones of these widths, never with larger ones."""
        if self.format not in ("png", "jpeg", "webp") or not self.width:
            return self
        return self._replace(widths=tuple(sorted({min(width, self.width) for width in wanted if width > 0})))


class Naming(NamedTuple):
    """A paper that names a picture: its slug, its file, and the name as it is written."""

    slug: str
    path: str
    image: str


def pictures_of(
    site: str, papers: Iterable[Naming], files: Mapping[str, Signature]
) -> tuple[dict[str, Picture], list[Problem]]:
    """The picture of each paper by slug, and what is wrong with those that cannot be shown. ``files`` are all of it."""
    named = list(papers)
    if not named:
        return {}, []
    assets = {below_assets(path[len(ASSETS) :]): path for path in files if path.startswith(f"{ASSETS}/")}
    found, problems = {}, []
    for paper in named:
        name = below_assets(paper.image)
        path = assets.get(name) or assets.get(unquote(name))
        picture, wrong = picture_in(site, path, files[path]) if path else (None, f"there is no file {ASSETS}/{name}")
        if picture:
            found[paper.slug] = picture
        else:
            problems.append(_problem(site, paper, wrong))
    return found, problems


def below_assets(image: str) -> str:
    """The name below content/assets of ``assets/x.png``, ``/assets/x.png``, ``../assets/x.png`` or ``x.png``."""
    return composed(image.lstrip("./").removeprefix("assets/"))


def picture_in(site: str, path: str, signature: Signature) -> tuple[Picture | None, str]:
    """The picture in a file, or what is wrong with it."""
    if signature[0] < 0:
        return None, "it cannot be read as a file"
    if signature[0] > PICTURE:
        return None, f"it has {signature[0]:,} bytes; a picture may have {PICTURE:,}"
    try:
        with open(os.path.join(site, path), "rb") as file:
            header = picture_header.read(file.read(picture_header.HEAD))
    except OSError as problem:
        return None, f"it cannot be read: {problem.strerror}"
    if header is None or (header.format != "svg" and not (header.width and header.height)):
        return None, "it is no PNG, JPEG, GIF, WebP or SVG"
    if header.width * header.height > PIXELS:
        return None, f"it has {header.width:,} × {header.height:,} pixels; a picture may have {PIXELS:,} in all"
    return Picture(path, path[len(ASSETS) + 1 :], signature, *header), ""


def _problem(site: str, paper: Naming, wrong: str) -> Problem:
    message, hint = f"`image`: {wrong}", f"put the picture into {ASSETS}/, or delete the line"
    if not wrong.startswith("there is no file"):
        message = f"`image`: {paper.image!r} cannot be shown: {wrong}"
        hint = "save it as PNG, JPEG or WebP, and smaller"
    text = read_text(site, paper.path)[0] or ""
    before = re.split(r"(?m)^image[ \t]*:", text, maxsplit=1)[0]
    return error(paper.path, before.count("\n") + 1, 1, message, hint)
