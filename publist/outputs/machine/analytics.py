"""Counting visits: the one script that a page loads from elsewhere if the settings ask for it, and what it may do.

Each service by its own documentation: plausible.io/docs, www.goatcounter.com/help/start, umami.is/docs,
developer.matomo.org/guides/tracking-javascript-guide. None of them sets a cookie as it is used here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from publist.content.settings_file import Analytics, Config
from publist.model.artifact import Artifact, digest
from publist.outputs.base import Context, Render, SitePlan

_PATH = "assets/analytics.js"
_CLOUD = {"plausible": "https://plausible.io/", "umami": "https://cloud.umami.is/"}
"""Where services are whose address need not be named."""


class AnalyticsView(NamedTuple):
    """What a page needs to count its visits."""

    script: str
    """Address of the service's script."""
    data: Mapping[str, str]
    """Attributes of its tag."""
    setup: str
    """Site path of a script that must run before it, "" if there is none."""
    script_src: str
    """For ``script-src`` of the page's content security policy."""
    connect_src: str
    """For ``connect-src`` and ``img-src``: where visits are told."""


def analytics_view(config: Config) -> AnalyticsView | None:
    """What pages need to count visits; None if they are not to, as by default."""
    chosen = config.analytics
    if not chosen.service or not chosen.id:
        return None
    url = chosen.url or _CLOUD.get(chosen.service, "")
    if chosen.service == "plausible":
        return _view(f"{url}js/script.js", {"data-domain": chosen.id}, url)
    if chosen.service == "umami":
        data = {"data-website-id": chosen.id, "data-host-url": url.rstrip("/")}
        host = urlsplit(config.base_url).hostname
        return _view(f"{url}script.js", data | ({"data-domains": host} if host else {}), url)
    if chosen.service == "goatcounter":
        counted = url or f"https://{chosen.id}.goatcounter.com/"
        return _view("https://gc.zgo.at/count.js", {"data-goatcounter": f"{counted}count"}, counted)
    return _view(f"{url}matomo.js", {}, url, setup=_PATH) if url else None


def _view(script: str, data: Mapping[str, str], told: str, setup: str = "") -> AnalyticsView:
    return AnalyticsView(script, data, setup, _origin(script), _origin(told))


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The script that sets Matomo up: pages allow no script within them."""
    view = analytics_view(plan.config)
    if view and view.setup:
        yield Artifact(view.setup, "content/site.yaml", "analytics", (), digest(repr(plan.config.analytics).encode()))


def _setup(inputs: tuple[object, ...], context: Context) -> bytes:
    del inputs
    return _matomo(context.config.analytics, urlsplit(context.config.base_url).hostname or "").encode()


def _matomo(chosen: Analytics, host: str) -> str:
    """Matomo's calls, without cookies; on another host than the site's (a preview, say) nothing is counted."""
    calls = [["disableCookies"], ["setTrackerUrl", f"{chosen.url}matomo.php"], ["setSiteId", chosen.id]]
    calls += [["trackPageView"], ["enableLinkTracking"]]
    here = f"if (location.hostname === {json.dumps(host)}) " if host else ""
    return f"window._paq = window._paq || [];\n{here}window._paq.push({', '.join(map(json.dumps, calls))});\n"


THEMED = False
RENDERERS: Mapping[str, Render] = {"analytics": _setup}
