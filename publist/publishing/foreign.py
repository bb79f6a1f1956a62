"""Files of others on the published branch: they stay where they are, and publishing says so.

The branch's own listing tells which files a publication of ours has put there; all others are somebody else's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from publist.build.output_folder import LISTING
from publist.model.problems import Problem, PublistError, error, warning
from publist.publishing.git import OwnRepository

_OURS_WITHOUT_LISTING = frozenset(("CNAME", ".nojekyll"))
"""What GitHub Pages itself puts on a branch."""


def foreign(own: OwnRepository, before: Mapping[str, str]) -> list[str]:
    """The files of a branch that no publication of ours has put there; ``before`` are its objects by path."""
    ours = _OURS_WITHOUT_LISTING | {LISTING} if LISTING in before else _OURS_WITHOUT_LISTING
    listed = own.run("cat-file", "blob", before[LISTING].split()[-1]).split("\n") if LISTING in before else ()
    return sorted(before.keys() - ours - set(listed))


def refuse(branch: str, message: str, paths: Collection[str]) -> PublistError:
    """The branch is not published to, because of these files."""
    hint = "Publish to another branch (--branch NAME), or replace what it holds: publist publish --replace"
    return PublistError([error(f"branch {branch}", 0, 0, f"{message}: {_some(paths)}", hint)])


def in_the_way(others: Collection[str], paths: Collection[str]) -> list[str]:
    """Those of the others' files that stand where we have a file, or a folder, or where a folder of theirs has ours."""
    ours = set(paths)
    folders = {path[:at] for path in ours for at, sign in enumerate(path) if sign == "/"}
    return [path for path in others if path in ours or path in folders or not ours.isdisjoint(_above(path))]


def counted(others: Collection[str]) -> str:
    """How many files of others there are."""
    return f"{len(others)} file{'s' * (len(others) != 1)} that publist did not put there"


def kept(branch: str, others: Collection[str]) -> Problem:
    """That the branch has files of others, which were left there."""
    what = f"{counted(others)}: {_some(others)}"
    hint = "Nothing was done to them. To have the branch hold your site alone: publist publish --replace"
    return warning(f"branch {branch}", 0, 0, f"the branch holds {what}", hint)


def _above(path: str) -> list[str]:
    """The folders that a file is in."""
    return [path[:at] for at, sign in enumerate(path) if sign == "/"]


def _some(paths: Collection[str]) -> str:
    return ", ".join(sorted(paths)[:4]) + (", ..." if len(paths) > 4 else "")
