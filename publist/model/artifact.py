"""One file of the site, with all that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any, NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from publist.model.problems import Problem, error


class Artifact(NamedTuple):
    """One output file, declared before it is rendered.

    ``path`` is its place below the output folder (POSIX; outputs plan it as an address, see ``placed``), ``origin``
    names the source that asks for it, ``kind`` the function that renders it, ``inputs`` every value this function
    gets besides the site's settings and theme, ``fingerprint`` a digest of these inputs. ``local``: it lies in the
    folder of a paper or a term, and ``SitePlan.unchanged`` may say that it need not be planned.
    """

    path: str
    origin: str
    kind: str
    inputs: tuple[Any, ...]
    fingerprint: bytes
    local: bool = False


def digest(*parts: bytes) -> bytes:
    """A 16-byte digest of the parts, in order, with their boundaries (BLAKE2b, RFC 7693)."""
    return blake2b(b"".join([b"%d:%b" % (len(part), part) for part in parts]), digest_size=16).digest()


def digest_all(digests: Iterable[bytes]) -> bytes:
    """A digest of a sequence of digests; quick, since digests have one length and need no boundaries."""
    return blake2b(b"".join(digests), digest_size=16).digest()


def placed(artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    """The artifacts, planned with their addresses (RFC 3986), with the paths of their files."""
    for artifact in artifacts:
        yield artifact._replace(path=unquote(artifact.path)) if "%" in artifact.path else artifact


def without_collisions(artifacts: Iterable[Artifact]) -> tuple[list[Artifact], list[Problem]]:
    """The artifacts, and an error for each two sources of which one would stand on the other's path.

    Paths are compared without regard to case and Unicode normal form, since a site is also unpacked on
    file systems that make no difference between such names (macOS, Windows).
    """
    kept: list[Artifact] = []
    problems: dict[tuple[str, str], Problem] = {}
    taken: dict[str, Artifact] = {}
    for artifact in artifacts:
        path = artifact.path
        first = taken.setdefault(path.lower() if path.isascii() else normalize("NFC", path.casefold()), artifact)
        if first is artifact:
            kept.append(artifact)
        else:
            problems.setdefault((first.origin, artifact.origin), _collision(first, artifact))
    return kept, [*problems.values(), *_files_as_folders(taken), *_folders_spelled_twice(taken)]


def _collision(first: Artifact, second: Artifact) -> Problem:
    hint = "Rename one of the two files; names that differ only in case or accents' encoding count as one."
    if first.origin != second.origin and normalize("NFC", first.origin) == normalize("NFC", second.origin):
        hint = "They look the same; one name is composed (Unicode NFC), the other decomposed. Delete or rename one."
    if second.kind == "redirect":
        name = second.path.removeprefix("papers/").removesuffix("/index.html")
        hint = f"Delete {name} from `aliases:` (or `versions:`) of one of the two."
    return error(second.origin, 0, 0, f"the page {second.path} is already made from {first.origin}", hint)


def _folders_spelled_twice(taken: dict[str, Artifact]) -> Iterator[Problem]:
    """Folders that differ only in case or Unicode form, with different files: elsewhere the two are one."""
    if all(key == artifact.path for key, artifact in taken.items()):
        return
    lowest = {artifact.path.rpartition("/")[0]: artifact for artifact in taken.values()}
    spelled: dict[str, tuple[str, Artifact]] = {}
    for path, artifact in lowest.items():
        folder = path
        while folder:
            first, other = spelled.setdefault(normalize("NFC", folder.casefold()), (folder, artifact))
            if first != folder:
                message = (
                    f"its folder {folder} differs only in case or accents' encoding from {first} of {other.origin}"
                )
                yield error(artifact.origin, 0, 0, message, "Write both alike: on Windows and macOS they are one.")
                break
            folder = folder.rpartition("/")[0]


def _files_as_folders(taken: dict[str, Artifact]) -> Iterator[Problem]:
    """Paths that go on below another artifact's file (``a`` and ``a/b``)."""
    folders: dict[str, str] = {key.rpartition("/")[0]: key for key in taken}
    above = {folder.rpartition("/")[0]: key for folder, key in folders.items()}
    while above:
        folders |= above
        above = {folder.rpartition("/")[0]: key for folder, key in above.items() if folder}
    for folder in sorted(folders.keys() & taken.keys() - {""}):
        yield _collision(taken[folder], taken[folders[folder]])
