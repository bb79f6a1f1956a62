"""Links within the site that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from publist.checks.links import Link
from publist.checks.positions import Positions
from publist.content.content_folder import FOLDER
from publist.content.loading import Content
from publist.content.schema.kinds import nearest
from publist.model.problems import Problem, warning
from publist.outputs.link_views import site_path
from publist.outputs.pages.other_pages import page_address
from publist.text.file_names import file_of, path_address, safe_name
from publist.text.look_alikes import told_apart

_INDEX = "/index.html"
_FEW = 3_000
"""Among more addresses than this, no similar one is looked for: it would take longer than all the rest."""


class SiteMap:
    """What is where on the site: the paths of its files, and what of content/ has no page."""

    def __init__(self, paths: Iterable[str], found: Iterable[str], content: Content) -> None:
        """``paths`` are those of all artifacts, ``found`` those of all files of content/."""
        self._paths = frozenset(paths)
        self._files = frozenset(path if path.isascii() else normalize("NFC", path) for path in found)
        self._drafts = {f"papers/{safe_name(record.slug)}" for record in content.papers if record.paper.draft}
        self._drafts |= {file_of(page_address(page)).rstrip("/") for page in content.pages if page.draft}

    def fault(self, address: str) -> str | None:
        """What to do about a link to this address; None if there is something."""
        asked = file_of(site_path(address).partition("#")[0].partition("?")[0])
        path = asked.rstrip("/")
        if not path or path in self._paths or path + _INDEX in self._paths:
            return None
        if path in self._drafts:
            return "what it leads to is a draft; delete the line `draft: true` there, or the link"
        if path.startswith("topics/") and f"{FOLDER}/{path}.md" in self._files:
            return "no paper belongs to this topic, so it has no page"
        file = path if path.startswith("papers/") else f"pages/{path}"
        if f"{FOLDER}/{file}.md" in self._files or f"{FOLDER}/{file}/index.md" in self._files:
            return None  # its file has mistakes, which are problems of their own
        if (whole := file_of(site_path(address)).rstrip("/")) in self._paths or whole + _INDEX in self._paths:
            return f"in an address # and ? stand before what is no part of the name; write {path_address(whole)}"
        return self._hint(path)

    def _hint(self, path: str) -> str:
        if f"{FOLDER}/{path}" in self._files and path.endswith(".md"):
            return f"link to the page, not to its file: {path.removesuffix('.md').removeprefix('pages/')}/"
        name = path.rpartition("/")[2].removesuffix(".md").removesuffix(".html")
        ends = (f"/{name}", f"/{name}{_INDEX}")
        same = sorted(known for known in self._paths if known.endswith(ends))
        near = same[0] if same else self._similar(path)
        if near:
            found = near.removesuffix("index.html")
            return f"did you mean {found}?{told_apart(path, found.rstrip('/'))}"
        return f"a file of the site must be under {FOLDER}/assets/, and a page has the name of its file"

    def _similar(self, path: str) -> str:
        known = sorted(known.removesuffix("index.html") for known in self._paths)
        return nearest(path, known) if len(known) <= _FEW else ""


def dead_links(links: Iterable[Link], site: SiteMap, places: Positions) -> Iterator[Problem]:
    """A warning for each link to a place of the site where nothing is."""
    for link in links:
        if "://" in link.address or link.address.startswith("mailto:"):
            continue
        hint = site.fault(link.address)
        if hint is not None:
            yield dead(link, f"the link {link.address} leads nowhere", hint, places)


def dead(link: Link, message: str, hint: str, places: Positions) -> Problem:
    """A warning at the place of a link."""
    if link.at is None:
        return warning(link.path, *places.of_text(link.path, link.address), message, hint)
    return warning(link.path, *places.of_key(link.path, link.at), message, hint)
