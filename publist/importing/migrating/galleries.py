"""Galleries of Hugo's themes: all pictures of a folder, in the order of their names."""

from __future__ import annotations

import os
import re

from publist.importing.migrating.site_files import is_picture

_GALLERY = re.compile(r"\{\{[<%]\s*gallery\b(?P<said>[^{}]*?)/?[>%]\}\}")
_MOST = 200


def shown(text: str, path: str, root: str) -> str:
    """The text of a page with the pictures of its galleries, which lie beside the page or among the site's albums."""
    return _GALLERY.sub(lambda match: _pictures(match["said"], path, root), text)


def _pictures(said: str, path: str, root: str) -> str:
    named = re.search(r"album\s*=\s*[\"']([^\"']+)", said)
    album = named[1].strip("/") if named else "gallery"
    above = (
        os.path.dirname(path),
        os.path.join(root, "assets", "media", "albums"),
        os.path.join(root, "static", "img"),
    )
    for place in above:
        folder = os.path.join(place, *album.split("/"))
        names = sorted(os.listdir(folder))[:_MOST] if os.path.isdir(folder) and ".." not in album else []
        found = [name for name in names if is_picture(os.path.join(folder, name))]
        if found:
            below = os.path.relpath(folder, place if place == above[0] else root).replace(os.sep, "/")
            return "\n\n".join(f"![](<{below}/{name}>)" for name in found)
    return ""
