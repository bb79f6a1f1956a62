"""Which topics, people, venues and years have export files and feeds of their own."""

from __future__ import annotations

from publist.library.library import CROWD, Term, term_of, without_drafts
from publist.model.settings import Config
from publist.outputs.output_size import is_lean


def has_files(term: Term, config: Config) -> bool:
    """Whether the term has papers enough (``exports.min_papers``), and not too many authors a paper, or is a member.

    Files hold whole author lists. Where all authors of a paper of thousands had files with that paper, the site
    would grow with the square of their number; members of the lab are so many as its owner has written down.
    In a lean site of other people, of venues, years and types nothing has files: its lists can be filtered by them.
    """
    if term.ref.member:
        return True
    if term.ref.instead:
        return False
    if is_lean(config) and term.kind != "topic" and not term.ref.owner:
        return False
    papers = len(term.entries)
    if papers < config.exports.min_papers:
        return False
    if any(entry.paper.draft for entry in term.entries):  # of those a preview shows more than is published
        term = term_of(term.kind, term.ref, list(without_drafts(term.entries)))
        papers = len(term.entries)
    return papers >= config.exports.min_papers and term.authors <= CROWD * papers
