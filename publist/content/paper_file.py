"""Paper to and from the text of content/papers/SLUG.md."""

from __future__ import annotations

from publist.content import front_matter
from publist.content.schema.kinds import Fault
from publist.content.schema.paper import FIELDS, PAPER, WORD_LISTS
from publist.model.paper import Paper, Plain
from publist.model.problems import Problem, in_order, warning
from publist.text import limits

_NOTES = frozenset(("readme.md", "license.md", "licence.md", "copying.md", "contributing.md", "changelog.md"))
"""What people and templates put beside their files to say what these are."""


def read(text: str, *, path: str) -> tuple[Paper | None, tuple[Problem, ...]]:
    """The paper that a file's text holds, as far as it can be read, and all that is wrong with it.

    None where there is no paper to speak of: no front matter, or no title.
    """
    front, problems = front_matter.read(text, path=path)
    if front is None:
        return None, _no_paper(text, path) or problems
    faults: list[Fault] = []
    values = PAPER.values(front.values, (), faults)
    values["abstract"] = front.body
    if not problems:
        paper: Paper | None = PAPER.made(values, (), faults)
    else:
        paper = Paper(**values) if values.get("title") else None  # that the title is missing may be YAML's fault
    if paper:
        hint = "shorten it; an honest paper has far less"
        found = limits.excess(values, written=front.span.closing - front.span.head)
        faults += [Fault((excess.field,), str(excess), hint) for excess in found]
    if faults:
        problems = in_order(problems + tuple([front.tree.problem(path, fault) for fault in faults]))
    return paper, problems


def _no_paper(text: str, path: str) -> tuple[Problem, ...]:
    """A warning, and no error, where the file is plainly a note beside the papers."""
    if path.rpartition("/")[2].lower() not in _NOTES or text.startswith("---") or not text.strip():
        return ()
    hint = "move it away, or give it front matter if it is a paper; `publist new` writes that"
    return (warning(path, 0, 0, "this is no paper file", hint),)


def write(paper: Paper) -> str:
    """The text of the file: keys in the contract's order, unknown ones left out; same paper, same bytes."""
    written: list[str] = []
    values = values_of(paper) | {"type": paper.type}
    for field in FIELDS:
        if field.name in values:
            written += key_lines(field.name, values[field.name])
    return front_matter.join("".join(f"{line}\n" for line in written), front_matter.body_of(paper.abstract))


def values_of(paper: Paper) -> dict[str, Plain]:
    """The front matter that says the paper, in the contract's order, without the abstract."""
    values = PAPER.plain(paper)
    assert isinstance(values, dict)  # noqa: S101 - a record without a short form is always a mapping
    return values


def key_lines(name: str, value: Plain) -> list[str]:
    """One key with its value as the writer lays it out, without line feeds."""
    from publist.content.yaml import writer as yamltext

    if isinstance(value, list) and name in WORD_LISTS:  # on one line where they fit
        line = f"{name}: {yamltext.brackets(value)}"
        if yamltext.fits(line):
            return [line]
    return yamltext.lines([(name, value)])
