"""The list and each paper as files in bibliographic formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from publist import formats
from publist.artifact import Artifact, digest_all
from publist.config import Config
from publist.content import Body, body_text
from publist.library import Entry
from publist.model import Paper
from publist.outputs.base import Context, Plan, Render


class Export(NamedTuple):
    """A format in which the site has files, by its name in the table of formats."""

    label: str
    format: str

    def write(self, papers: tuple[Paper, ...]) -> str:
        """The papers in this format."""
        return str(formats.load(self.format).write(papers))


EXPORTS: Mapping[str, Export] = {
    "bib": Export("BibTeX", "bibtex"),
    "ris": Export("RIS", "ris"),
    "json": Export("CSL-JSON", "csl-json"),
}
"""By the ending of the files."""


def list_exports(config: Config) -> list[tuple[str, str]]:
    """Label and site path of each file that holds the whole list."""
    return [(EXPORTS[ending].label, f"publications.{ending}") for ending in config.exports.lists]


def plan(plan: Plan) -> Iterator[Artifact]:
    """A file a paper and format, and one a format for the whole list."""
    library, config = plan.library, plan.config
    for entry in library.entries:
        body = library.bodies[entry.slug]
        stamp = digest_all((entry.digest, body.digest))
        for ending in config.exports.per_paper:
            inputs = (ending, (entry,), (body,))
            yield Artifact(f"{entry.path}{entry.slug}.{ending}", entry.source, "export", inputs, stamp)
    if not config.exports.lists:
        return
    bodies = tuple([library.bodies[entry.slug] for entry in library.entries])
    stamp = digest_all([*[entry.digest for entry in library.entries], *[body.digest for body in bodies]])
    for (_, path), ending in zip(list_exports(config), config.exports.lists, strict=True):
        yield Artifact(path, "content/site.yaml", "export", (ending, library.entries, bodies), stamp)


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    ending, entries, bodies = inputs
    papers = tuple([whole(entry, body, context.folder) for entry, body in zip(entries, bodies, strict=True)])
    return EXPORTS[ending].write(papers).encode()


def whole(entry: Entry, body: Body, folder: str) -> Paper:
    """The paper with its abstract."""
    return entry.paper._replace(abstract=body_text(folder, body))


THEMED = False
RENDERERS: Mapping[str, Render] = {"export": _render}
