"""Files that are copied as they are: the theme's assets, assets and static files of content/, what Pages asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from publist.library.own_pdfs import pdf_path
from publist.model.artifact import Artifact, digest
from publist.model.problems import PublistError, error
from publist.outputs.base import Context, Render, SitePlan
from publist.outputs.pages.redirects import former_keys
from publist.text.file_names import path_address


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """One artifact a file."""
    for path, content in plan.assets.values():
        yield Artifact(path, f"themes/{plan.theme.name}", "bytes", (content,), digest(content))
    for asset in plan.files:
        stamp = digest(repr(asset.signature).encode())
        yield Artifact(path_address(f"assets/{asset.name}"), asset.path, "copy", (asset.path,), stamp)
    yield from _pdfs(plan)
    yield Artifact(".nojekyll", "content/site.yaml", "bytes", (b"",), b"")
    if plan.config.cname:
        name = plan.config.cname.encode() + b"\n"
        yield Artifact("CNAME", "content/site.yaml", "bytes", (name,), digest(name))
    for asset in plan.static:  # last: who asks for a path that is taken is told
        yield Artifact(
            path_address(asset.name), asset.path, "copy", (asset.path,), digest(repr(asset.signature).encode())
        )


def _pdfs(plan: SitePlan) -> Iterator[Artifact]:
    """Each paper's own PDF, in the folder of its page and in those of its former pages, where readers have it from."""
    pdfs = plan.library.pdfs
    for entry in plan.library.entries if pdfs else ():
        if pdf := pdfs.get(entry.slug):
            for slug in (entry.slug, *former_keys(entry)):
                yield Artifact(pdf_path(slug), pdf.path, "copy", (pdf.path,), digest(repr(pdf.signature).encode()))


def _bytes(inputs: tuple[Any, ...], context: Context) -> bytes:
    del context
    return bytes(inputs[0])


def _copy(inputs: tuple[Any, ...], context: Context) -> bytes:
    """The bytes of an asset; a link that leads out of content/ is refused."""
    path = os.path.join(context.folder, inputs[0])
    inside = os.path.realpath(os.path.join(context.folder, "content")) + os.sep
    if not os.path.realpath(path).startswith(inside):
        hint = "Copy the file itself into content/."
        raise PublistError([error(inputs[0], 0, 0, "this link leads out of content/", hint)])
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as problem:
        raise PublistError([error(inputs[0], 0, 0, f"the file cannot be read: {problem.strerror}")]) from problem


THEMED = False
RENDERERS: Mapping[str, Render] = {"bytes": _bytes, "copy": _copy}
