"""Imports sources into content/: reads, plans, writes each file whole; the ledger last."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from publist.cache.file_writing import replace_files
from publist.content import content_folder
from publist.content.example_files import unedited_examples
from publist.importing import ledger
from publist.importing.report import ImportReport
from publist.importing.source import READER, Source
from publist.model.paper import Date
from publist.model.problems import Problem, error, errors_in


def import_sources(
    site_dir: str,
    sources: Sequence[Source],
    *,
    dry_run: bool = False,
    restore: Collection[str] = (),
    whole: bool = False,
    today: Date | None = None,
) -> ImportReport:
    """Merge the sources into content/papers and say what was done (``dry_run``: would be done).

    All or nothing: where a source is refused, nothing of any is written. One that can be read in part is refused if
    it is wanted ``whole``; else what is sure of it is written, and what is not is in the problems.
    Sources that have not changed since they were imported whole are not read again. Interrupted at any moment,
    this leaves each file old or new, and the next import completes it: what has been written then agrees with
    what the sources say, so that nothing is in conflict. ``today`` is the date on which
    new papers are ``added``, if it is to be written: by a command that people give, never by a build. OSError if not
    all can be written: then nothing is.
    """
    news = sources if restore else _changed(site_dir, sources)
    if not news and not restore:
        return ImportReport(unchanged=sum(_sources_of(site_dir)[source.name].papers for source in sources))
    known, problems = read_ledger(site_dir)
    if problems:
        return ImportReport(problems=problems)
    return _imported(site_dir, news, known, _Asked(dry_run, restore, whole, today))


class _Asked(NamedTuple):
    dry_run: bool
    restore: Collection[str]
    whole: bool
    today: Date | None


def _imported(site_dir: str, news: Sequence[Source], known: ledger.Ledger, asked: _Asked) -> ImportReport:
    from publist.importing.plan import Beside, plan_import
    from publist.importing.read_source import read_source

    owner = _owner(site_dir)
    readings = [read_source(source, path=_path_of(site_dir, source), whole=asked.whole, owner=owner) for source in news]
    files = content_folder.paper_texts(site_dir)
    examples = unedited_examples(site_dir) if known == ledger.EMPTY else ()
    own = files.keys() - {content_folder.slug_of(path) for path in examples if content_folder.is_paper(path)}
    begins = not own and known == ledger.EMPTY
    today = asked.today if own or begins else None
    beside = Beside(distinct_papers(site_dir)[0], _with_pdf(site_dir, files), today, begins)
    plan = plan_import(readings, files, known, asked.restore, beside)
    if errors_in(plan.report.problems):
        return ImportReport(problems=plan.report.problems)
    if asked.dry_run:
        return plan.report
    touched = dict.fromkeys((*plan.texts, *plan.report.replaced))
    late = {stem: problem for stem in touched if (problem := _changed_since(site_dir, stem, files.get(stem)))}
    texts = {stem: text for stem, text in plan.texts.items() if stem not in late}
    to_write = [(content_folder.path_of(stem), text, files.get(stem) is not None) for stem, text in texts.items()]
    if plan.ledger != known and not late:
        to_write.append((content_folder.LEDGER, ledger.write(plan.ledger), True))
    replace_files([(os.path.realpath(f"{site_dir}/{path}"), text.encode(), keep) for path, text, keep in to_write])
    examples = examples if plan.report.new and not late else ()
    if not late:
        gone = map(content_folder.path_of, set(plan.report.replaced) - plan.texts.keys())
        _remove(site_dir, (*gone, *examples))
    return plan.report._replace(problems=(*plan.report.problems, *late.values()), examples=examples)


def _remove(site_dir: str, paths: Iterable[str]) -> None:
    """Remove files that the import has no use for any more; what takes their place is written by now."""
    for path in paths:
        os.unlink(os.path.join(site_dir, path))


def _with_pdf(site_dir: str, stems: Iterable[str]) -> frozenset[str]:
    folder = os.path.join(site_dir, content_folder.PAPERS)
    return frozenset(stem for stem in stems if os.path.exists(os.path.join(folder, f"{stem}.pdf")))


def distinct_papers(site_dir: str) -> tuple[frozenset[frozenset[str]], tuple[Problem, ...]]:
    """Pairs of papers that are two works though they look like one, and what is wrong with the file that says so."""
    if not os.path.exists(os.path.join(site_dir, content_folder.DISTINCT)):
        return frozenset(), ()
    from publist.importing.duplicates import not_duplicates

    text, problem = content_folder.read_text(site_dir, content_folder.DISTINCT)
    if problem is not None:
        return frozenset(), (problem,)
    return not_duplicates.read(text, path=content_folder.DISTINCT) if text else (frozenset(), ())


def _owner(site_dir: str) -> str:
    """Whose list the site is, by its settings."""
    from publist.content import settings_file

    path = content_folder.SETTINGS
    if not os.path.isfile(os.path.join(site_dir, path)):
        return ""
    text, problem = content_folder.read_text(site_dir, path)
    config = settings_file.read(text or "", path=path)[0] if problem is None else None
    return config.owner if config else ""


def _path_of(site_dir: str, source: Source) -> str:
    """What problems call a source."""
    path = f"{content_folder.SOURCES}/{source.name}"
    return path if os.path.exists(os.path.join(site_dir, path)) else source.name


def _changed(site_dir: str, sources: Sequence[Source]) -> list[Source]:
    """Those that the ledger does not hold as they are now, read by what would read them now."""
    known = _sources_of(site_dir)
    return [
        source
        for source in sources
        if (before := known.get(source.name)) is None
        or (before.digest, before.reader) != (source.digest, READER)
        or source.format not in (None, before.format)
    ]


def _sources_of(site_dir: str) -> Mapping[str, ledger.ImportedSource]:
    try:
        with open(os.path.join(site_dir, content_folder.LEDGER), encoding="utf-8") as lines:
            return ledger.read_sources(lines)
    except (OSError, UnicodeDecodeError):
        return {}


def read_ledger(site_dir: str) -> tuple[ledger.Ledger, tuple[Problem, ...]]:
    """The ledger of a site, empty where there is none, and what is wrong with it."""
    if not os.path.lexists(os.path.join(site_dir, content_folder.LEDGER)):
        return ledger.EMPTY, ()
    text, problem = content_folder.read_text(site_dir, content_folder.LEDGER)
    if problem is not None:
        return ledger.EMPTY, (problem,)
    return ledger.read(text or "", path=content_folder.LEDGER)


def _changed_since(site_dir: str, stem: str, before: str | None) -> Problem | None:
    """What to say of a paper file that is not as it was when the plan was made."""
    path = content_folder.path_of(stem)
    now = content_folder.read_text(site_dir, path)[0] if os.path.isfile(os.path.join(site_dir, path)) else None
    if now == before and (now is not None or not os.path.lexists(os.path.join(site_dir, path))):
        return None
    hint = "run the import again: it takes the file as it is then"
    return error(path, 0, 0, "the file was changed during the import", hint)
