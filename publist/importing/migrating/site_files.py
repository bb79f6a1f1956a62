"""Files of another site that its papers and pages link: where each lies, and the link to where it is copied to."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, unquote

from publist.importing.migrating.file_lookup import FileLookup
from publist.importing.migrating.old_markup import without_liquid
from publist.text import picture_header
from publist.text.characters import as_seen
from publist.text.file_names import safe_name
from publist.text.limits import PICTURE, PIXELS
from publist.text.slugs import slugify

_WEB = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_BARE = re.compile(
    r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|io|gov|de|uk|fr|ch|ai|dev|eu)(?:/|$))[^\s]*", re.IGNORECASE
)
"""An address whose https:// is left out."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_SOURCE = re.compile(r"\.(?:html?|md|qmd|Rmd|markdown|ipynb)$", re.IGNORECASE)
"""What the name of a page's file or address ends in."""
_NO_SECTION = ("tag", "tags", "category", "categories", "authors", "author", "publication-type", "publication_types")
"""Lists that generators make: a page of the same name elsewhere is another one."""


class SiteFiles:
    """The files of a site below ``places`` (the nearest first), and its pages by their old addresses."""

    def __init__(self, root: str, *places: str, own: Iterable[str] = ()) -> None:
        self._root = root
        self._places = tuple(os.path.join(root, *place.split("/")) if place else root for place in places)
        self._own = tuple(address.rstrip("/") + "/" for address in own if address)
        self._lookup = FileLookup()
        self.copies: dict[str, str] = {}
        self._taken: dict[str, str] = {}
        self.pages: dict[str, str] = {}
        """Paths of moved pages on the new site, by their addresses on the old one without slashes around."""
        self.names: dict[str, str] = {}
        """The same by the last part of the address or the words of the title; empty where several have it."""

    def link(self, url: str, *nearer: str) -> str:
        """The link for an address: one on the web as it is, a file as ``assets/...``, a page by its new path.

        Empty for a file that is not there.
        """
        url = as_seen(without_liquid(url))
        if _MAIL.fullmatch(url):
            return f"mailto:{url}"
        if _DOI.fullmatch(url):
            return f"https://doi.org/{url}"
        for own in self._own:
            bare = re.sub(r"^https?://", "", url, flags=re.IGNORECASE)
            if bare.startswith(own):
                return self._local(bare[len(own) :], nearer) or url
        if not url or _WEB.match(url):
            return url if not url.startswith("//") else f"https:{url}"
        if found := self._local(url, nearer) or self._local(self._below(url), nearer):
            return found
        return f"https://{url}" if _BARE.fullmatch(url) else ""

    def folder_of(self, name: str) -> tuple[str, ...]:
        """The folder of the one file of this name below the places of files; none where there are more, or none."""
        above = [place for place in self._places if place != self._root]
        found = {path for place in above for path in self._lookup.below(place, name)}
        return tuple(map(os.path.dirname, found)) if len(found) == 1 else ()

    def _below(self, url: str) -> str:
        """The address below the site's own path, where it begins with that: ``/papers/about/`` on user.host/papers."""
        bases = (own.partition("/")[2] for own in self._own)
        return next((url[len(base) + 1 :] for base in bases if base and url.startswith(f"/{base}")), "")

    def picture(self, name: str, *nearer: str) -> str:
        """The link to a picture of the site, empty if there is none here."""
        found = self.link(name, *nearer).partition("#")[0]
        return found if is_picture(self.copies.get(unquote(found).removeprefix("assets/"), "")) else ""

    def shown(self, path: str, wanted: str) -> str:
        """The link to a copy of a picture; empty if the file is none that pages can show."""
        return self.copy(path, wanted) if is_picture(path) else ""

    def _local(self, url: str, nearer: tuple[str, ...]) -> str:
        address, hash_mark, part = url.partition("#")
        said = _path(address.split("?", maxsplit=1)[0])
        plain = _path(unquote(said))
        if not plain:
            return "./" if address else ""
        name = _SOURCE.sub("", plain).strip("/").removesuffix("/index").lower()
        found = self.pages.get(name, "") if _SOURCE.search(plain) else ""
        if not found and (path := self._file(self._lookup.exact, nearer, plain, said)):
            return self.copy(path, plain) + (f"#{part}" if part.startswith("page=") else "")
        found = found or self.pages.get(name, "") or self._beside(name, nearer) or self._by_name(name)
        if not found and (path := self._file(self._lookup.alike, nearer, plain, said, _path(url))):
            return self.copy(path, _as_on_disk(path, plain))
        return found + (hash_mark + part if found not in ("", "./") and part else "")

    def _file(self, find: Callable[[str, str], str], nearer: tuple[str, ...], *names: str) -> str:
        """The first file that has one of the names, which may be meant with or without the escapes of an address."""
        wanted = dict.fromkeys(names)
        return next((path for name in wanted for place in (*nearer, *self._places) if (path := find(place, name))), "")

    def _beside(self, name: str, nearer: tuple[str, ...]) -> str:
        """The page of this name in the section of the page that links it, or in one around that."""
        parts = os.path.relpath(nearer[0], self._root).lower().split(os.sep) if nearer else []
        around = ("/".join(parts[first:last]) for last in range(len(parts), 1, -1) for first in (1, 2) if first < last)
        return next((found for above in around if (found := self.pages.get(f"{above}/{name}", ""))), "")

    def _by_name(self, address: str) -> str:
        """The one page that has the last part of an address as its name, whatever section it stood in."""
        above, slash, name = address.rpartition("/")
        if found := self.pages.get(above + slash + slugify(name), ""):
            return found
        return "" if above.rpartition("/")[2] in _NO_SECTION else self.names.get(name, "")

    def page_at(self, address: str) -> str:
        """The new place of the page at an old address; empty where there is none."""
        plain = _SOURCE.sub("", re.sub(r"^(?:\.{0,2}/)+", "", address)).strip("/").removesuffix("/index").lower()
        return self.pages.get(plain, "") or self._by_name(plain) if "#" not in address else ""

    def page(self, address: str, place: str, title: str = "") -> None:
        """Know that a page of an old address is at a new place; ``title`` is what Hugo may have made its name of."""
        self.pages.setdefault(address.lower(), place)
        for name in {address.lower().rpartition("/")[2], slugify(title)} - {""}:
            self.names[name] = place if self.names.get(name, place) == place else ""

    def copy(self, path: str, wanted: str) -> str:
        """The link to a copy of this file; a second file of the same name gets the name of its folder before it."""
        name = "/".join(safe_name(part) for part in wanted.split("/") if part not in ("", ".", ".."))
        name = name.removeprefix("assets/")
        if self._other(name, path):
            name = f"{safe_name(os.path.basename(os.path.dirname(path)))}/{name}"
        number, (stem, ending) = 2, os.path.splitext(name)
        while self._other(name, path):
            name, number = f"{stem}-{number}{ending}", number + 1
        self.copies[name] = self._taken[name.casefold()] = path
        return f"assets/{quote(name)}"

    def _other(self, name: str, path: str) -> bool:
        """Whether another file is copied to this name already, as disks see it that mind no case."""
        return self._taken.get(name.casefold(), path) != path


def is_picture(path: str) -> bool:
    """Whether a file is a picture that pages can show, whatever its name ends in."""
    if not os.path.isfile(path) or os.path.getsize(path) > PICTURE:
        return False
    with open(path, "rb") as file:
        header = picture_header.read(file.read(picture_header.HEAD))
    if header is None:
        return False
    return header.format == "svg" or 0 < header.width * header.height <= PIXELS


def _path(address: str) -> str:
    """An address below the site's root as the path of a file, as Windows writes it too."""
    return re.sub(r"^(?:\.{0,2}/)+", "", address.replace("\\", "/").strip())


def _as_on_disk(path: str, wanted: str) -> str:
    """The name that was wanted, each part of it as the file's path has it."""
    depth = len([part for part in wanted.split("/") if part not in ("", ".", "..")])
    return "/".join(path.split(os.sep)[-depth:])
