"""The library and content/cv.yaml to a CV as a document, which any form can be written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from publist import formats
from publist.content.content_folder import CV, read_text
from publist.content.yaml.tree import parse
from publist.library.library import Entry, Library
from publist.library.term_search import chosen
from publist.model.artifact import digest
from publist.model.citation_styles import BUILT_IN
from publist.model.cv import Cv, CvSection, PaperChoice
from publist.model.problems import PublistError, UsageError, error
from publist.model.settings import Config
from publist.outputs.csl.references import CslReferences
from publist.outputs.cv.document import Document, Group, Item, Line, Section
from publist.outputs.cv.rich_text import blocks_of, line_of
from publist.outputs.downloads.paper_texts import public
from publist.outputs.owner_views import ProfileView
from publist.outputs.pages.group_views import label_of
from publist.outputs.pages.grouping import groups_among, in_groups
from publist.outputs.pages.list_references import CORRESPONDING, EQUAL, list_reference
from publist.outputs.pages.reference_parts import stopped
from publist.outputs.translations import direction, gettext
from publist.text.markdown import block, inline


class CvInputs(NamedTuple):
    """All that a CV shows: its settings, its head (name, lines of Markdown), and the papers of each section."""

    cv: Cv
    name: str
    lines: tuple[str, ...]
    papers: tuple[tuple[Entry, ...], ...]


def inputs_of(cv: Cv | None, profile: ProfileView, config: Config, library: Library, site: str) -> CvInputs:
    """What the CV shows. PublistError, with its place, for a term that the site does not have."""
    cv = cv or Cv()
    if not cv.sections:
        heading = gettext(config.language)("Publications")
        cv = cv._replace(sections=(CvSection(heading, PaperChoice()),))
    papers, wrong = [], []
    for place, section in enumerate(cv.sections):
        try:
            papers.append(chosen(library, section.papers) if section.papers else ())
        except UsageError as problem:
            wrong.append((place, str(problem)))
    if wrong:
        tree, _ = parse(read_text(site, CV)[0] or "", path=CV)
        hint = "Write it as the site has it, or leave the key out."
        places = ((tree.place(("sections", place, "papers")), said) for place, said in wrong)
        raise PublistError([error(CV, *place, said, hint) for place, said in places])
    name = cv.name or profile.name
    return CvInputs(cv, name, cv.lines or tuple(_head(profile, config)), tuple(papers))


def stamp_of(inputs: CvInputs) -> bytes:
    """What a CV with these inputs says, for fingerprints: it changes with them, and with nothing else."""
    papers = [digest(*[entry.digest for entry in entries]) for entries in inputs.papers]
    return digest(repr(inputs._replace(papers=())).encode(), *papers)


def _head(profile: ProfileView, config: Config) -> Iterator[str]:
    """The lines under the name where nobody wrote some: role and affiliation, then addresses."""
    if said := ", ".join(part for part in (profile.role, profile.affiliation) if part):
        yield said
    links = [f"[{config.email}](mailto:{config.email})"] if config.email else []
    links += [f"[{config.base_url}]({config.base_url})"] if config.base_url else []
    links += [f"[{link.label}]({link.url})" for link in profile.links if link.url.startswith(("https://", "http://"))]
    if links:
        yield " · ".join(links)


class Given(NamedTuple):
    """What a document can be given besides, by the slugs of papers.

    ``keys`` are citation keys: with them it has its papers as BibLaTeX, too. ``references`` are those of another
    citation style, as HTML.
    """

    keys: Mapping[str, str] = {}
    references: Mapping[str, str] = {}


def csl_given(inputs: CvInputs, others: CslReferences) -> Mapping[str, str]:
    """The references by the slugs of their papers, where the CV's style is one in CSL."""
    if inputs.cv.style not in others.styles:
        return {}
    entries = list({entry.slug: entry for members in inputs.papers for entry in members}.values())
    return dict(zip([entry.slug for entry in entries], others.of(entries, inputs.cv.style), strict=True))


def site_document(inputs: CvInputs, config: Config, references: CslReferences) -> Document:
    """The document as the site shows it, with its references in the style that the CV asks for."""
    return document_of(inputs, config, Given(references=csl_given(inputs, references)))


def document_of(inputs: CvInputs, config: Config, given: Given = Given()) -> Document:  # noqa: B008 - a frozen value
    """The document; sections in which nothing stands are left out."""
    cv, keys = inputs.cv, given.keys
    made = [
        _section(section, entries, cv, config, given)
        for section, entries in zip(cv.sections, inputs.papers, strict=True)
    ]
    return Document(
        name=inputs.name,
        lines=tuple(line_of(inline(line)) for line in inputs.lines),
        sections=tuple(section for section in made if section.blocks or section.entries or section.groups),
        language=config.language,
        direction=direction(config.language),
        sheet=cv.sheet,
        bibliography=_bibliography(inputs.papers, config, keys) if keys else "",
    )


def _section(section: CvSection, entries: tuple[Entry, ...], cv: Cv, config: Config, given: Given) -> Section:
    ordered, counts = in_groups(entries, section.group or cv.group)
    numbers = section.numbers or cv.numbers
    groups, before = [], 0
    for group, papers, members in groups_among(ordered, counts, 0):
        whole, first = (papers, 0) if cv.restart else (len(ordered), before)
        labels = [_number(numbers, first + place, whole) for place in range(papers)]
        items = [
            Item(label, _paper(entry, cv.style, given.references)) for label, entry in zip(labels, members, strict=True)
        ]
        cited = tuple(given.keys[entry.slug] for entry in members) if given.keys else ()
        groups.append(Group(label_of(group, config.language), tuple(items), cited))
        before += papers
    return Section(
        heading=section.title,
        blocks=blocks_of(block(section.text)) if section.text else (),
        entries=tuple(Item(entry.date, line_of(inline(entry.text))) for entry in section.entries),
        groups=tuple(groups),
        legend=_legend(entries, config) if not given.references else "",
    )


def _number(numbers: str, place: int, whole: int) -> str:
    """The number of the paper at a place, from 0."""
    return {"reverse": str(whole - place), "forward": str(place + 1)}.get(numbers, "")


def _paper(entry: Entry, style: str, references: Mapping[str, str]) -> Line:
    """The reference, then its awards."""
    awards = [f"<b>{stopped(str(inline(award)))}</b>" for award in entry.paper.awards]
    reference = references.get(entry.slug) or list_reference(
        entry, style if style in BUILT_IN else BUILT_IN[0], marks=True
    )
    return line_of(" ".join([reference, *awards]))


def _legend(entries: Sequence[Entry], config: Config) -> str:
    """What the marks behind names mean, where there are some."""
    words = gettext(config.language)
    names = [name for entry in entries for name in entry.paper.authors]
    said = [f"{EQUAL} {words('Equal contribution')}"] * any(name.equal for name in names)
    said += [f"{CORRESPONDING} {words('Corresponding author')}"] * any(name.corresponding for name in names)
    return " · ".join(said)


def _bibliography(papers: Iterable[Iterable[Entry]], config: Config, keys: Mapping[str, str]) -> str:
    """Every paper of the CV once, as BibLaTeX."""
    entries = {entry.slug: entry for members in papers for entry in members}
    found = [public(entry.paper._replace(key=keys[slug]), config) for slug, entry in entries.items()]
    return str(formats.load("biblatex").write(found))
