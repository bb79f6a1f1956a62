"""What the commands that ask services share: their options, and the client with the site's contact."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from publist.cli.commands.base import Say, site_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from publist.model.settings import Config
    from publist.network.client import Client


def add_online(parser: ArgumentParser) -> None:
    """Add ``--offline`` and ``--refresh``."""
    cached = parser.add_mutually_exclusive_group()
    cached.add_argument("--offline", action="store_true", help="use cached answers only, whatever their age")
    cached.add_argument("--refresh", action="store_true", help="ignore cached answers and ask again")


def client_of(options: Namespace, config: Config, say: Say) -> Client:
    """The client for a site; its e-mail address is the contact that services are told."""
    from publist.build.builder import CACHE_FOLDER
    from publist.network.client import Caching, Client

    caching = Caching.ONLY if options.offline else Caching.REFRESH if options.refresh else Caching.USE
    count = [0]

    def progress(title: str) -> None:
        count[0] += 1
        say.progress(f"asking {title}: request", count[0], 0)

    return Client(os.path.join(site_of(options), CACHE_FOLDER), config.email, caching=caching, progress=progress)
