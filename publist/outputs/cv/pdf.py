"""A document as PDF, set by Typst, which the extra ``cv`` brings as a wheel."""

from __future__ import annotations

import os
import re
import tempfile
from importlib.util import find_spec
from typing import Any

from publist.model.problems import Problem, PublistError, error, warning
from publist.outputs.cv.document import Document
from publist.outputs.cv.typst_source import write

_OWN_LETTERS = (0x0530, 0x1E00, 0x2C60)
"""The fonts that come with the extra have Latin, Greek and Cyrillic: what lies before, and the blocks from here on."""
_NO_FONT = re.compile(r"the text `\"(.+?)\"` could not be displayed")
"""PDF/UA has no boxes in the place of letters."""


class MissingLetterError(PublistError):
    """Letters that no font of this computer has."""


def missing(path: str = "", hint: str = "") -> PublistError:
    """What to say where the extra is not installed."""
    advice = "Install it with pip install 'publist[cv]'" + (hint or ", or choose another --format.")
    return PublistError([error(path or "publist cv", 0, 0, "a PDF needs the extra `cv`, which is missing", advice)])


def available() -> bool:
    """Whether PDFs can be made."""
    return find_spec("typst") is not None and find_spec("font_source_serif_pro") is not None


def write_pdf(document: Document, template: str, path: str) -> bytes:
    """The PDF, tagged (PDF/UA-1), without dates, so that the same document has the same bytes: PDF/A asks for one.

    ``path`` is the template's, for what is wrong with it: PublistError; MissingLetterError for a letter without a
    font. The fonts are those of the extra alone, but where a letter or a sign has none in them, which those of the
    system show.
    """
    source = write(document, template)
    if needs_others(source):
        return _compiled(source, path)
    try:
        return _compiled(source, path, own_fonts=True)
    except MissingLetterError:
        return _compiled(source, path)


def write_with_boxes(document: Document, template: str, path: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The same, with boxes for letters that no font has: that is no PDF/UA, and a warning tells it."""
    try:
        return write_pdf(document, template, path), ()
    except MissingLetterError as told:
        (problem,) = told.problems
        hint = "Where the site is built, install a font that has it, such as one of the Noto fonts; then build --clean."
        said = warning(problem.path, 0, 0, f"{problem.message}: a box stands for it", hint)
        return _compiled(write(document, template), path, standards=()), (said,)


def _compiled(source: str, path: str, *, own_fonts: bool = False, standards: tuple[str, ...] = ("ua-1",)) -> bytes:
    if not available():
        raise missing()
    import font_source_serif_pro as source_serif
    import typst

    fonts = os.path.dirname(source_serif.SourceSerifPro)
    with tempfile.TemporaryDirectory() as folder:
        main = os.path.join(folder, "cv.typ")
        with open(main, "w", encoding="utf-8", newline="\n") as file:
            file.write(source)
        options: dict[str, Any] = {"format": "pdf", "pdf_standards": list(standards)}
        options |= {"font_paths": [fonts], "ignore_system_fonts": own_fonts}
        try:
            return bytes(typst.compile(main, root=folder, **options))
        except typst.TypstError as problem:
            raise _refused(problem.message, path) from problem


def _refused(message: str, path: str) -> PublistError:
    """What to say of what Typst says: that no font has a letter, or that the template is wrong."""
    if letters := _NO_FONT.search(message):
        hint = "Install a font that has it, such as one of the Noto fonts, or choose another --format."
        return MissingLetterError([error("cv.pdf", 0, 0, f"no font of this computer has {letters[1]}", hint)])
    hint = "Correct it, or delete the file to have publist's own template."
    return PublistError([error(path, 0, 0, f"Typst refuses it: {message}", hint)])


def needs_others(text: str) -> bool:
    """Whether the text has letters of other scripts than the fonts of the extra."""
    return any(char.isalpha() and not _is_own(ord(char)) for char in text)


def _is_own(code: int) -> bool:
    first, again, end = _OWN_LETTERS
    return code < first or again <= code < end or 0xA720 <= code < 0xA800 or 0xFB00 <= code < 0xFB07
