"""Reference lists in any style, as they stand in every curriculum vitae.

    Byron, A., & Bell, C. (2023). On duality. Journal of Flows, 12(3), 4–15. https://doi.org/10.1234/flows.12

The list speaks as a whole: each reference is parted in every possible way, each way is weighed by the evidence for it
(weights.py), and the ways on which the references of the list agree win. What stays in doubt asks for a review, with
the reference as printed beside it; what cannot be read whole is refused with its line.
"""

from __future__ import annotations

from publist.formats.base import Reading
from publist.formats.references import furniture, glued, lists, recognition
from publist.formats.references.coauthors import plainly
from publist.formats.references.extraction import taken
from publist.formats.references.familyfirst import with_family_first
from publist.formats.references.hyphens import Vocabulary
from publist.formats.references.inline import styled
from publist.formats.references.latex import input_files
from publist.formats.references.listowner import owner_in
from publist.formats.references.marks import marks_of
from publist.formats.references.papers import papers_of
from publist.formats.references.parting import Reference, reference_of
from publist.formats.references.segmentation import segments_of
from publist.formats.references.sourcelines import lines_of
from publist.model.problems import Problem, error
from publist.text.names import from_words

_SURE, _CERTAIN = 0.95, 0.96
"""Surer than of a home page in paragraphs, and less than of a page with signs of its own; certain, where nearly all
of the text is references."""
_LONGEST = 20_000
_FORM = (
    "A reference has authors, a title and a year, such as: Byron, A. (2023). On duality. Journal of Flows, 12, 4–15."
)


def recognises(text: str) -> float:
    """How sure it is that the text is a list: nearly, where most of its beginning is references."""
    beginning = text[: recognition.BEGINNING]
    if not recognition.may_be(beginning):
        return 0.0
    entries = segments_of(lines_of(beginning)).entries
    if not recognition.are_references(entries):
        return 0.0
    return _CERTAIN if recognition.are_nearly_all_references(entries) else _SURE


def read(text: str, *, source: str, owner: str = "") -> Reading:
    """Every reference of the list as a paper; what is none, and what cannot be read, is in a problem.

    ``owner`` is whose list it is, for one that names coauthors only; if it is not given, the top of the text may tell.
    """
    lines = lines_of(text)
    segments = segments_of(lines)
    vocabulary = Vocabulary(entry.text for entry in segments.entries)
    references = [_reference_of("" if entry.heading.foreign else entry.text, vocabulary) for entry in segments.entries]
    judgements = with_family_first(lists.judged(references))
    whose = from_words(owner.split()) if owner else owner_in(text, lines.numbered)
    papers, begins, problems = papers_of(segments.entries, references, judgements, marks_of(text), source, whose)
    problems += furniture.problems_of(segments.furniture, source)
    problems += input_files.problems_of(text, source)
    if not papers and not problems:
        problems = [error(source, 1, 1, "there is no reference in this text", _FORM)]
    return Reading(papers, tuple(sorted(problems, key=_place)), begins)


def _reference_of(text: str, vocabulary: Vocabulary) -> Reference:
    """The reference ready to be parted; what is longer than any reference holds none."""
    whole = plainly(glued.parted(vocabulary.whole(text))) if len(text) <= _LONGEST else ""
    return reference_of(taken(styled(whole)))


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column
