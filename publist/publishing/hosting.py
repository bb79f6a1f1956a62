"""Where GitHub Pages serves what a repository holds."""

from __future__ import annotations

import re
from typing import NamedTuple

_GITHUB = re.compile(
    r"(?:https?://(?:[^/@]+@)?(?:www\.)?github\.com/|(?:ssh://)?(?:[^/@]+@)?github\.com(?::\d+/|:/?|/))"
    r"(?P<owner>[A-Za-z0-9][A-Za-z0-9-]*)/(?P<name>[A-Za-z0-9._-]+?)(?:\.git)?/?",
    re.IGNORECASE,
)


class Repository(NamedTuple):
    """A repository on GitHub."""

    owner: str
    name: str

    @property
    def url(self) -> str:
        """Its address for people."""
        return f"https://github.com/{self.owner}/{self.name}"

    @property
    def pages_url(self) -> str:
        """Where GitHub Pages serves it, with a closing slash; a custom domain is not known here."""
        host = f"{self.owner.lower()}.github.io"
        return f"https://{host}/" if self.name.lower() == host else f"https://{host}/{self.name}/"


def repository(remote: str) -> Repository | None:
    """The repository that the address of a git remote names; None if it is not on GitHub."""
    found = _GITHUB.fullmatch(remote.strip())
    return Repository(found["owner"], found["name"]) if found else None


def without_secrets(remote: str) -> str:
    """The address of a remote without a name and password in it, fit to be shown."""
    return re.sub(r"(?<=://)[^/@]+@", "", remote)
