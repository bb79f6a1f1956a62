"""The text of documents that are no text files: Word (.docx) and PDF."""

from __future__ import annotations

from publist.model.problems import Problem, error
from publist.text import docx, pdf

_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"


def is_document(data: bytes) -> bool:
    """Whether the bytes are a document that ``text_of`` reads."""
    return data.startswith(_ZIP) or _PDF in data[:1024]


def text_of(data: bytes, path: str) -> tuple[str, Problem | None]:
    """The text of the document; a problem, and no text, if it cannot be read. Never raises on bad input."""
    try:
        text = docx.text_of(data) if data.startswith(_ZIP) else pdf.text_of(data)
    except ModuleNotFoundError:
        return "", error(
            path, 0, 0, "reading a PDF needs a library that is not installed", "pip install publist[cv-import]"
        )
    except ValueError as reason:
        return "", error(
            path, 0, 0, f"the document cannot be read: {reason}", "Save it anew, or paste its text into a .txt file."
        )
    if not text.strip():
        return "", error(path, 0, 0, "there is no text in this document", "A scan holds only pictures: paste its text.")
    return text, None
