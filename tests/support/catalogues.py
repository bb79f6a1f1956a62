"""The theme's words for translators: ``python tests/support/catalogues.py`` updates and compiles every catalogue.

Words come from the templates (``_`` and ``ngettext``), from the pages' code (``words`` and ``ngettext``), and from
tables of months, headings, taxonomies, types of work and links. Needs Babel, which a build does not.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from publist.library import work_types
from publist.library.members import ALUMNI
from publist.library.taxonomies import TAXONOMIES
from publist.outputs.link_views import LABELS
from publist.outputs.pages import changes, members, news
from publist.outputs.translations import MONTHS, SHORT_MONTHS
from publist.outputs.views import STATUS_LABELS
from tests.conftest import ROOT

LOCALES = ROOT / "publist" / "locales"
_CHANGING = ('"POT-Creation', '"PO-Revision', '"Last-Translator', '"Generated-By', '"Report-Msgid', '"Language-Team')
_KEYWORDS = {"_": None, "gettext": None, "words": None, "_words": None, "ngettext": (1, 2)}


def template() -> Catalog:
    """Every word that a page can show, without translations."""
    found = Catalog(project="publist", charset="utf-8", fuzzy=False, header_comment="# The theme's words.")
    sources = [
        (path, "jinja2.ext:babel_extract") for path in sorted((ROOT / "themes/default/templates").glob("*.html"))
    ]
    sources += [(path, "python") for path in sorted((ROOT / "publist/outputs").rglob("*.py"))]
    for path, method in sources:
        with path.open("rb") as file:
            for _, message, _, _ in extract(method, file, keywords=_KEYWORDS, options={"encoding": "utf-8"}):
                place: Any = (path.relative_to(ROOT).as_posix(), None)  # Babel says: a number
                found.add(message, locations=[place])
    named = [word for row in TAXONOMIES for word in (row.heading, *([row.label] if row.filtered else []))]
    headings = (ALUMNI, members.HEADING, changes.HEADING, news.HEADING, "Publications", *changes.LABELS.values())
    tables = (headings, MONTHS, SHORT_MONTHS, LABELS.values(), STATUS_LABELS.values(), named, work_types.WORDS)
    for word in (word for table in tables for word in table):
        found.add(word)
    return found


def catalogue(path: Path) -> Catalog:
    """The catalogue in a file of the form ``LANG/LC_MESSAGES/publist.po``."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name.replace("-", "_"), charset="utf-8")


def compiled(words: Catalog) -> bytes:
    """The catalogue as machines read it."""
    words.creation_date = words.revision_date = datetime.fromtimestamp(0, UTC)  # its bytes change with its words alone
    packed = io.BytesIO()
    write_mo(packed, words)
    return packed.getvalue()


def written(words: Catalog) -> bytes:
    """The catalogue as people write it, with no time or place in it that changes by itself."""
    text = io.BytesIO()
    write_po(text, words, omit_header=False, no_location=True, sort_output=True, ignore_obsolete=True, width=110)
    lines = text.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGING)).encode()


def main() -> None:
    """Bring every catalogue in step with the words, and say what is not translated."""
    known = template()
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/publist.po")):
        words = catalogue(path)
        words.update(known, no_fuzzy_matching=True)
        path.write_bytes(written(words))
        path.with_suffix(".mo").write_bytes(compiled(catalogue(path)))
        for message in words:
            if message.id and not (all(message.string) if isinstance(message.string, tuple) else message.string):
                print(f"{path}: not translated: {message.id!r}")


if __name__ == "__main__":
    main()
