"""Kinds of values that name a place on the site: a page, or a picture among the assets."""

from __future__ import annotations

from collections.abc import Collection

from publist.content.schema.kinds import Fault, Faults, KeyPath, nearest
from publist.content.schema.scalars import Line, Url
from publist.model.paper import Plain
from publist.text.look_alikes import told_apart
from publist.text.unicode_forms import composed

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_FOLDER = "assets/"


class Place(Line):
    """A path on the site, or a web address."""

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The path without a leading slash, or the address."""
        text = super().read(value, at, faults)
        if ":" in text or text.startswith("//"):
            return Url().read(text, at, faults)
        return text.lstrip("/")


class Picture(Line):
    """A picture under content/assets/, as ``assets/x.jpg`` or ``../assets/x.jpg``.

    ``assets`` are the files that there are by their paths below content/; None where they are not known.
    """

    def __init__(self, assets: Collection[str] | None = None) -> None:
        super().__init__()
        self._assets = None if assets is None else {composed(path) for path in assets}

    def read(self, value: Plain, at: KeyPath, faults: Faults) -> str:
        """The site path; nothing, with a fault, where there is no such picture."""
        text = super().read(value, at, faults)
        if "://" in text or text.startswith("//"):
            hint = f"save the picture under content/{_FOLDER} and write {_FOLDER}{text.rpartition('/')[2] or 'me.jpg'}"
            faults.append(Fault(at, "a picture must be a file of the site: pages load nothing from elsewhere", hint))
            return ""
        path = text.removeprefix("..").removeprefix(".").lstrip("/")
        if not path.lower().endswith(_PICTURES):
            if path:
                hint = f"browsers show {', '.join(_PICTURES)}"
                faults.append(Fault(at, f"{text!r} is not a picture that browsers show", hint))
            return ""
        if self._assets is None or path in self._assets:
            return path
        faults.append(Fault(at, f"there is no picture content/{path}", self._hint(path), "warning"))
        return ""

    def _hint(self, path: str) -> str:
        assets = self._assets or set()
        name = path.rpartition("/")[2]
        same = sorted(known for known in assets if known.endswith(f"/{name}"))
        near = same[0] if same else nearest(path, sorted(assets))
        return f"did you mean {near}?{told_apart(path, near)}" if near else f"put it there, or write {_FOLDER}FILE"
