"""What git says when a remote cannot be read or refuses a push, in words that help."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.model.problems import Problem, error


class _Fault(NamedTuple):
    """One reason: how git and hosts word it, what it means, and what to do."""

    pattern: re.Pattern[str]
    message: str
    hint: str


def _fault(pattern: str, message: str, hint: str) -> _Fault:
    return _Fault(re.compile(pattern, re.IGNORECASE), message, hint)


_FAULTS = (
    _fault(
        r"GH001|exceeds GitHub's file size limit|file is too large",
        "the remote takes no file this large",
        "Link to the file where it is archived, and take it out of content/assets.",
    ),
    _fault(
        r"GH006|protected branch|GH013|rule violations",
        "the remote protects this branch",
        "Allow pushes to it in the repository's settings, or let the Pages workflow publish.",
    ),
    _fault(
        r"non-fast-forward|fetch first|stale info|failed to update ref|cannot lock ref|incorrect old value",
        "somebody else published to this branch at the same moment",
        "Publish again: what they published is looked at then.",
    ),
    _fault(
        r"Permission to .* denied|\b403\b|write access .* not granted|read-only|Permission denied \(|insufficient",
        "you may not write to this remote",
        "Check who you are there (ssh -T git@github.com, or the token's rights), or name your own with --remote.",
    ),
    _fault(
        r"Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|\b401\b|Host key",
        "the remote does not know who you are",
        "Log in (gh auth login, or an SSH key), then publish again.",
    ),
    _fault(
        r"Repository not found|does not appear to be a git repository|not found|does not exist|no such file",
        "there is no repository at this address, or you may not see it",
        "Look at the address with git remote -v, or name another one with --remote.",
    ),
    _fault(
        r"Could not resolve|unable to access|Connection (?:refused|reset|timed out)|timed out|unreachable|unexpectedly",
        "the remote cannot be reached",
        "Check the network and publish again; nothing was changed.",
    ),
    _fault(
        r"hook declined|remote rejected",
        "the remote refused the push by a rule of its own",
        "Its own words above say which.",
    ),
)
_IDENTITY = _fault(
    r"tell me who you are|unable to auto-detect email|empty ident|user\.useConfigOnly",
    "git does not know whose commit this is",
    'Tell it once: git config --global user.name "Ada Lovelace", and user.email likewise.',
)
_NOISE = re.compile(r"^(?:To |Done$|hint:|$)")


def explained(said: str, where: str) -> Problem:
    """The problem that git's words mean; ``where`` is the remote or branch that it is about."""
    for fault in (_IDENTITY, *_FAULTS):
        if fault.pattern.search(said):
            return error(where, 0, 0, f"{fault.message}\n{_quoted(said)}", fault.hint)
    return error(where, 0, 0, f"git failed\n{_quoted(said)}")


def _quoted(said: str) -> str:
    """Git's own words, indented; a few lines of them."""
    lines = [line.rstrip() for line in said.splitlines() if not _NOISE.match(line)]
    return "\n".join(f"  | {line}" for line in lines[-6:])
