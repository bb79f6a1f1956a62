"""Publishing: the built site as one more commit on a branch of a remote, and nothing else touched.

The commit is made in a bare repository of ours, in the cache folder: the user's repository, its working tree, its
branches and its index are only read. What the branch holds is taken from the remote (one commit deep) each time, so
whatever this folder has lost or an interrupted run has left there is harmless.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from typing import NamedTuple

from publist.build.builder import CACHE_FOLDER, build
from publist.build.output_folder import LISTING, OutputFolder
from publist.build.run import Options, Progress, silent
from publist.build.site_lock import locked
from publist.build.site_writing import writing
from publist.cache.store import Cache
from publist.content import settings_file as settings
from publist.content.content_folder import SETTINGS, read_text
from publist.content.example_files import example_problems
from publist.model.problems import Problem, PublistError, UsageError, error, errors_in, warning
from publist.publishing import foreign, limits
from publist.publishing.git import GitError, OwnRepository, git
from publist.publishing.hosting import repository, without_secrets
from publist.publishing.push_errors import explained

_FOLDER = "publishing"
_CNAME = "CNAME"
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""The name that git gives to a tree without files (SHA-1)."""


class Target(NamedTuple):
    """Where to: the name of a remote or an address, and a branch.

    ``replace``: take a branch over that holds what publist did not make.
    """

    remote: str = "origin"
    branch: str = "gh-pages"
    replace: bool = False


class Published(NamedTuple):
    """What a publication did, or (a dry run) would do. Paths are POSIX paths in the branch.

    ``commit`` is empty where nothing had changed; ``url`` is where the site is now, as far as that is known.
    """

    remote: str
    branch: str
    url: str
    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    commit: str
    first: bool
    problems: tuple[Problem, ...]


def publish(job: Options, target: Target, *, dry_run: bool = False, progress: Progress = silent) -> Published:
    """Build the site and put it on the branch; a dry run does all but the push.

    PublistError if the build fails, if the site holds what cannot be published, if the branch is somebody else's,
    or if the remote refuses. The branch on the remote is then as it was.
    """
    remote = _address(job.site, target.remote)
    url, doubts = _site_url(job, remote)
    job = job._replace(base_url=url or None)
    if examples := example_problems(job.site):
        raise PublistError(examples)
    report = build(job, progress)
    paths = sorted(OutputFolder(job.output).listed() | {LISTING})
    found = limits.check(job.output, paths)
    if errors_in(found) or (job.strict and found):
        raise PublistError(found)
    with locked(Cache(os.path.join(job.site, CACHE_FOLDER, _FOLDER))):
        done = _pushed(job, target, remote, paths, dry_run=dry_run)
    return done._replace(problems=(*report.problems, *found, *doubts, *done.problems))


def _pushed(job: Options, target: Target, remote: str, paths: list[str], *, dry_run: bool) -> Published:
    """Commit and push; a repository of ours that is broken is made anew once."""
    folder = os.path.join(job.site, CACHE_FOLDER, _FOLDER, "repository.git")
    try:
        return _publication(OwnRepository(folder, job.site), job, target, remote, paths, dry_run=dry_run)
    except GitError:
        shutil.rmtree(folder, ignore_errors=True)
    try:
        return _publication(OwnRepository(folder, job.site), job, target, remote, paths, dry_run=dry_run)
    except GitError as problem:
        raise PublistError([explained(problem.said, _named(remote, target.branch))]) from problem


def _asked(own: OwnRepository, remote: str, branch: str, *command: str) -> str:
    """What a command prints that fails for the remote's reasons, not for ours; PublistError if it fails."""
    try:
        return own.run(*command)
    except GitError as problem:
        raise PublistError([explained(problem.said, _named(remote, branch))]) from problem


def _named(remote: str, branch: str) -> str:
    """Where to, without a password that may be part of the address."""
    return f"{without_secrets(remote)} ({branch})"


def _publication(
    own: OwnRepository, job: Options, target: Target, remote: str, paths: list[str], *, dry_run: bool
) -> Published:
    own.open()
    parent = _fetched(own, remote, target.branch)
    before = _files(own, parent)
    others = _kept_files(own, before, paths, target)
    cname = _CNAME in before and _CNAME not in paths
    staying = [*others, *([_CNAME] if cname else [])]
    tree = _tree(own, job, paths, {path: before[path] for path in staying})
    new, changed, removed = _changes(own, parent or _EMPTY_TREE, tree)
    commit = ""
    if not dry_run and (new or changed or removed):
        counts = f"{len(new)} new, {len(changed)} changed, {len(removed)} removed files"
        commit = _commit(own, tree, parent, f"Publish the site: {counts}{_origin(job.site)}")
        ref = f"refs/heads/{target.branch}"
        _asked(own, remote, target.branch, "push", "--quiet", "--porcelain", "--", remote, f"{commit}:{ref}")
        own.run("update-ref", ref, commit)
    kept = [_kept_domain(own, before[_CNAME])] if cname else []
    kept += [foreign.kept(target.branch, others)] if others else []
    shown = without_secrets(remote)
    return Published(shown, target.branch, job.base_url or "", new, changed, removed, commit, not parent, tuple(kept))


def _address(site: str, remote: str) -> str:
    """The address of a remote of the site's repository; what is an address or a path is taken as it is."""
    if remote.startswith("-"):
        raise UsageError(f"the name of a remote does not begin with a hyphen: {remote!r}")
    try:
        address = git(site, "remote", "get-url", "--push", "--", remote).strip()
    except GitError as problem:
        if os.path.isdir(remote):
            return os.path.abspath(remote)
        if ":" in remote:
            return remote
        hint = "Make one (git remote add origin ADDRESS), or give the address: publist publish --remote ADDRESS"
        raise PublistError([error(site, 0, 0, f"there is no remote {remote!r} here", hint)]) from problem
    if ":" in address or os.path.isabs(address):
        return address
    return os.path.join(git(site, "rev-parse", "--show-toplevel").strip(), address)


def _site_url(job: Options, remote: str) -> tuple[str, tuple[Problem, ...]]:
    """Where the site will be: as told, as its settings say, else as GitHub Pages will serve it; and doubts of it."""
    config = settings.read(read_text(job.site, SETTINGS)[0] or "", path=SETTINGS)[0] or settings.DEFAULT
    found = repository(remote)
    served = f"https://{config.cname}/" if config.cname else found.pages_url if found else ""
    told = job.base_url or config.base_url
    if told and found and told.rstrip("/") != served.rstrip("/"):
        hint = f"Write `base_url: {served}` there; a custom domain is named by `cname:`."
        message = f"the base_url is {told}, but GitHub Pages serves this repository at {served}"
        return told, (warning(SETTINGS, 0, 0, message, hint),)
    return told or served, ()


def _fetched(own: OwnRepository, remote: str, branch: str) -> str:
    """The commit that the branch is at, fetched without its history; empty if there is no such branch."""
    ref = f"refs/heads/{branch}"
    if not _asked(own, remote, branch, "ls-remote", "--", remote, ref).strip():
        return ""
    own.run("fetch", "--quiet", "--no-tags", "--depth=1", "--", remote, f"+{ref}:{ref}")
    return own.run("rev-parse", "--verify", ref).strip()


def _files(own: OwnRepository, commit: str) -> dict[str, str]:
    """Mode and object of each file of a commit, by its path."""
    listed = own.run("ls-tree", "-r", "-z", "--full-tree", commit) if commit else ""
    rows = (row.partition("\t") for row in listed.split("\0") if row)
    return {path: "{0} {2}".format(*head.split()) for head, _, path in rows}


def _kept_files(own: OwnRepository, before: dict[str, str], paths: list[str], target: Target) -> list[str]:
    """The files of others that stay on the branch: all that publist did not put there, none if they are replaced.

    PublistError where there is nothing of ours on the branch, and where one of them stands in the way of our files.
    """
    others = [] if target.replace else foreign.foreign(own, before)
    if others and LISTING not in before:
        message = f"the branch holds {foreign.counted(others)}"
        raise foreign.refuse(target.branch, message, others)
    if taken := foreign.in_the_way(others, paths):
        message = f"where the site has files of its own, the branch holds {foreign.counted(taken)}"
        raise foreign.refuse(target.branch, message, taken)
    return others


def _tree(own: OwnRepository, job: Options, paths: list[str], staying: dict[str, str]) -> str:
    """The tree of exactly these files of the output folder, and of those of the branch that stay there."""
    with writing(job.site):  # nobody builds while the files are read
        gone = set(own.run("ls-files", "-z").split("\0")) - {"", *paths}
        own.run("update-index", "-z", "--force-remove", "--stdin", given=_joined(sorted(gone)), tree=job.output)
        own.run("update-index", "-z", "--add", "--stdin", given=_joined(paths), tree=job.output)
    rows = [f"{known}\t{path}" for path, known in staying.items()]
    own.run("update-index", "-z", "--index-info", given=_joined(rows))
    return own.run("write-tree").strip()


def _joined(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")


def _changes(own: OwnRepository, before: str, tree: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The paths that are new, changed and removed."""
    if before == _EMPTY_TREE:
        return tuple(_files(own, tree)), (), ()
    told = own.run("diff-tree", "-r", "-z", "--no-renames", "--name-status", before, tree).split("\0")
    pairs = list(zip(told[0::2], told[1::2], strict=False))
    new, changed, removed = (tuple(path for kind, path in pairs if kind in kinds) for kinds in ("A", "MT", "D"))
    return new, changed, removed


def _commit(own: OwnRepository, tree: str, parent: str, message: str) -> str:
    parents = ["-p", parent] if parent else []
    return own.run("commit-tree", tree, *parents, "-m", message).strip()


def _origin(site: str) -> str:
    """The commit that the site was built from, as the end of a sentence."""
    try:
        return f"\n\nBuilt from {git(site, 'rev-parse', '--short', '--verify', 'HEAD').strip()}"
    except GitError:
        return ""


def _kept_domain(own: OwnRepository, cname: str) -> Problem:
    domain = own.run("cat-file", "blob", cname.rsplit(maxsplit=1)[-1]).strip()
    hint = f"Write `cname: {domain}` and `base_url: https://{domain}/` there."
    return warning(SETTINGS, 0, 0, f"the branch has the custom domain {domain}: it was kept", hint)
