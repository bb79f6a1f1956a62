"""The pictures of papers in the widths that the theme asks for, as WebP, beside the originals in assets/."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from publist.content.content_folder import ASSETS, SETTINGS, read_text
from publist.content.loading import Asset
from publist.content.pictures import Picture, below_assets, picture_in
from publist.library.library import Entry
from publist.model.artifact import Artifact, digest
from publist.model.problems import Problem, PublistError, error, warning
from publist.model.settings import Photo
from publist.outputs.base import Context, Render, SitePlan
from publist.text.file_names import path_address
from publist.text.limits import PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = 80
_SAVE = "save it anew as PNG, JPEG or WebP"


def in_widths(
    pictures: Mapping[str, Picture], options: Mapping[str, Any]
) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """The pictures of papers with the widths in which the theme wants them, and what is wrong.

    Without the extra that makes them they stand as they are, which is told once.
    """
    wanted = [int(width) for width in options.get("picture_widths", ()) if str(width).isdigit()]
    sized = {slug: picture.in_widths(wanted) for slug, picture in pictures.items()}
    if sized == pictures or find_spec("PIL"):
        return sized, ()
    return dict(pictures), (_UNSIZED,)


def photo_in(
    folder: str, photo: Photo, files: Iterable[Asset], *, wide: bool
) -> tuple[Picture | None, tuple[Problem, ...]]:
    """The photo of the front page in the widths in which that shows it, and what is wrong with it."""
    if not photo.path:
        return None, ()
    assets = {asset.name: asset for asset in files}
    name = below_assets(photo.path)
    asset = assets.get(name) or assets.get(unquote(name))
    picture, wrong = picture_in(folder, asset.path, asset.signature) if asset else (None, "there is no such file")
    if picture is None:
        text = read_text(folder, SETTINGS)[0] or ""
        line = re.split(r"(?m)^photo[ \t]*:", text, maxsplit=1)[0].count("\n") + 1
        hint = f"put it under {ASSETS}/, as PNG, JPEG or WebP"
        return None, (warning(SETTINGS, line, 1, f"`photo`: {photo.path!r} cannot be shown: {wrong}", hint),)
    sized = picture.in_widths(_WIDE if wide else [_square(picture)])
    if sized == picture or find_spec("PIL"):
        return sized, ()
    return picture, (_UNSIZED,)


_WIDE = (960, 1920)
_FACE = 320


def _square(picture: Picture) -> int:
    """The width in which the shorter side has what a sharp screen shows of a square photo."""
    shorter = min(picture.width, picture.height) or 1
    return -(-_FACE * picture.width // shorter)


_UNSIZED = warning(
    SETTINGS,
    0,
    0,
    "pictures are shown in full size",
    "pip install 'publist[cards]' makes smaller ones; pages load faster, and the place of a photo is not told",
)


def photo_path(width: int) -> str:
    """The address on the site of the photo of the front page in this width."""
    return f"photo-{width}.webp"


def original_path(picture: Picture) -> str:
    """The address on the site of a picture as it is."""
    return path_address(f"assets/{picture.name}")


def sized_path(entry: Entry, width: int) -> str:
    """The address on the site of the paper's picture in this width."""
    return f"{entry.path}{entry.name}-{width}.webp"


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """A file a picture and width, made of the picture alone."""
    if plan.photo:
        for width in plan.photo.widths:
            stamp = digest(repr((plan.photo.signature, width)).encode())
            yield Artifact(photo_path(width), plan.photo.path, "picture", (plan.photo.path, width), stamp)
    for entry in plan.library.entries:
        if picture := entry.picture:
            for width in picture.widths:
                stamp = digest(repr((picture.signature, width)).encode())
                yield Artifact(sized_path(entry, width), entry.source, "picture", (picture.path, width), stamp)


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    """The picture upright, in the width, without its metadata: a photo's tell where and when it was taken."""
    from PIL import Image

    path, width = inputs
    shown, cut = read_picture(context.folder, path)
    context.told.extend([cut] if cut else [])
    height = max(1, round(shown.height * width / shown.width))
    if width < shown.width:
        shown = shown.resize((width, height), Image.Resampling.LANCZOS)
    shown.info.clear()
    out = io.BytesIO()
    shown.save(out, "WEBP", quality=_QUALITY, method=4)
    return out.getvalue()


def read_picture(folder: str, path: str) -> tuple[Image, Problem | None]:
    """The picture upright, as far as its file goes, and a warning where that is cut off; browsers show it so, too.

    PublistError if it cannot be read.
    """
    from PIL import Image, ImageFile

    Image.MAX_IMAGE_PIXELS = PIXELS
    place = os.path.join(folder, path)
    try:
        try:
            return _decoded(place), None
        except OSError as problem:
            if "truncated" not in str(problem):
                raise
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            return _decoded(place), warning(path, 0, 0, "the end of the picture's file is missing", _SAVE)
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise PublistError([error(path, 0, 0, f"the picture cannot be read: {problem}", _SAVE)]) from problem


def _decoded(place: str) -> Image:
    from PIL import Image, ImageOps

    with Image.open(place, formats=("PNG", "JPEG", "WEBP")) as opened:
        upright = ImageOps.exif_transpose(opened)
        return upright.convert("RGBA" if upright.has_transparency_data else "RGB")


THEMED = False
RENDERERS: Mapping[str, Render] = {"picture": _render}
