"""Settings that are right each by itself and cannot hold together."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from publist.content.schema.kinds import Fault
from publist.model.settings import Config


def contradictions(config: Config) -> Iterator[Fault]:
    """What is wrong with the settings as a whole, at the key that is probably the wrong one."""
    if config.cname and config.base_url:
        yield from _domain(config.cname, config.base_url)
    chosen = config.analytics
    if chosen.service and not chosen.id:
        yield Fault(
            ("analytics",), "`analytics` has no `id`: no visit is counted", "add the site's name there", "warning"
        )
    if chosen.service == "matomo" and not chosen.url:
        hint = "write where your Matomo is: url: https://stats.example.org/"
        yield Fault(("analytics",), "`analytics` has no `url`: no visit is counted", hint, "warning")


def _domain(cname: str, base_url: str) -> Iterator[Fault]:
    """GitHub Pages serves a site with a custom domain at the root of that domain and nowhere else.

    https://docs.github.com/en/pages/configuring-a-custom-domain-for-your-github-pages-site
    """
    parts = urlsplit(base_url)
    hint = f"write base_url: https://{cname}/, or delete `cname`"
    if (parts.hostname or "").casefold() != cname.casefold():
        message = f"`cname` is {cname}, but `base_url` is {base_url}: links and feeds name another address"
        yield Fault(("cname",), message, hint, "warning")
    elif parts.path != "/":
        message = f"a custom domain shows the site at https://{cname}/, but `base_url` ends in {parts.path}"
        yield Fault(("base_url",), message, hint, "warning")
