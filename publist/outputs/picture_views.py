"""What templates see of the picture of a paper."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from publist.library.library import Entry
from publist.outputs.downloads.pictures import original_path, sized_path


class PictureSource(NamedTuple):
    """The picture in one width, as WebP."""

    path: str
    width: int


class PictureView(NamedTuple):
    """The picture as it is, and in the widths that the theme asks for (``sources``, smallest first; maybe none).

    ``width`` and ``height`` are those of the original, 0 where it has none. ``alt`` is "" where nobody has said what
    it shows.
    """

    path: str
    width: int
    height: int
    alt: str
    sources: tuple[PictureSource, ...]


def has_picture_column(entries: Collection[Entry]) -> bool:
    """Whether a list of these papers shows their pictures: a third of them must have one."""
    pictured = sum(entry.picture is not None for entry in entries)
    return 0 < pictured * 3 >= len(entries)


def picture_view(entry: Entry) -> PictureView | None:
    """The picture of a paper, None if it has none."""
    picture = entry.picture
    if picture is None:
        return None
    sources = tuple([PictureSource(sized_path(entry, width), width) for width in picture.widths])
    return PictureView(original_path(picture), picture.width, picture.height, entry.paper.image_alt, sources)
