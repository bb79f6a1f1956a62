"""git as publishing needs it: a repository of its own, so that nothing of the user's is touched."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from contextlib import suppress

from publist.model.problems import PublistError, error

_CARRIED = re.compile(
    r"credential\.|https?\.|ssh\.|user\.|author\.|committer\.|protocol\.|core\.(?:sshcommand|askpass)$"
)
"""Settings of the user's repository that reaching its remote may need."""
_PLAIN = {
    "core.autocrlf": "false",  # what is published has the bytes that were built
    "core.attributesFile": os.devnull,
    "core.hooksPath": os.devnull,
    "core.quotePath": "false",
    "core.protectNTFS": "false",  # names are checked before (publist.publishing.limits), with a message that helps
    "gc.autoDetach": "false",  # nothing goes on after the command has ended
}
_MINIMUM = (2, 31)


class GitError(Exception):
    """A git command failed; carries what git said."""

    def __init__(self, said: str) -> None:
        self.said = said.strip()
        super().__init__(self.said)


def git(folder: str, *arguments: str) -> str:
    """What a git command in the user's folder prints; GitError if it fails. For commands that only look."""
    return _run(["git", "-C", folder, *arguments], _environment({})).decode("utf-8", "surrogateescape")


class OwnRepository:
    """A bare repository of ours, with what ``site``'s own repository is told of users, logins and proxies."""

    def __init__(self, path: str, site: str) -> None:
        self.path = path
        self._environment = _environment(_PLAIN | _carried(site))

    def open(self) -> None:
        """Make the repository, or clear what an interrupted command left of its locks. Nobody else may use it."""
        if not os.path.isfile(os.path.join(self.path, "HEAD")):
            os.makedirs(self.path, exist_ok=True)
            _run(["git", "init", "--quiet", "--bare", "--template=", self.path], self._environment)
        for root, _, names in os.walk(self.path):
            for name in names:
                if name.endswith(".lock"):
                    with suppress(FileNotFoundError):
                        os.unlink(os.path.join(root, name))

    def run(self, *arguments: str, given: bytes = b"", tree: str = "") -> str:
        """What a git command prints; ``tree`` is the folder whose files it sees. GitError if it fails."""
        where = ["--git-dir", self.path, *(["--work-tree", tree] if tree else [])]
        return _run(["git", *where, *arguments], self._environment, given).decode("utf-8", "surrogateescape")


def _run(command: Sequence[str], environment: dict[str, str], given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 (a list of arguments, no shell)
            command, env=environment, input=given, capture_output=True, check=False
        )
    except FileNotFoundError as problem:
        hint = "Install git (git-scm.com), or let the Pages workflow publish: it needs none on this machine."
        raise PublistError([error("git", 0, 0, "git is not installed", hint)]) from problem
    if done.returncode:
        raise GitError((done.stderr + b"\n" + done.stdout).decode("utf-8", "replace"))
    return done.stdout


def _environment(settings: dict[str, str]) -> dict[str, str]:
    """The user's environment, without what would lead git to another repository, with these settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    kept |= {"LC_ALL": "C", "GIT_ATTR_NOSYSTEM": "1", "GIT_CONFIG_COUNT": str(len(settings))}
    for number, (name, value) in enumerate(settings.items()):
        kept |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return kept


_KEPT = frozenset(
    """
    GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT GIT_ASKPASS GIT_TERMINAL_PROMPT GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM
    GIT_CONFIG_NOSYSTEM GIT_EXEC_PATH GIT_SSL_NO_VERIFY GIT_SSL_CAINFO GIT_PROXY_COMMAND GIT_ALLOW_PROTOCOL
    GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_AUTHOR_DATE GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_COMMITTER_DATE
    """.split()
)


def _carried(site: str) -> dict[str, str]:
    """The settings of the user's own repository (not those of the machine, which apply anyway)."""
    try:
        listed = git(site, "config", "--local", "--includes", "--null", "--list")
    except GitError:
        return {}
    pairs = (entry.partition("\n") for entry in listed.split("\0") if entry)
    return {name: value for name, _, value in pairs if _CARRIED.match(name)}
