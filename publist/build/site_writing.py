"""Keeps what a command does to a site apart from builds and other imports of it."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager

from publist.build.builder import CACHE_FOLDER
from publist.build.site_lock import locked
from publist.cache.store import Cache


def writing(site: str) -> AbstractContextManager[None]:
    """While it is open nobody else builds or imports; asking services goes on outside of it."""
    return locked(Cache(os.path.join(site, CACHE_FOLDER)))
