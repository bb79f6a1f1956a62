"""Word documents and PDFs: their text comes out, and what is none is told."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from publist.formats import references
from publist.text import documents

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def docx(*paragraphs: str) -> bytes:
    """A Word document with these paragraphs, as small as one can be."""
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    file = io.BytesIO()
    with ZipFile(file, "w") as folder:
        folder.writestr("word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>")
        folder.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{rels}"><Relationship Id="r1" Target="https://example.org/a.pdf"/></Relationships>',
        )
    return file.getvalue()


def pdf(*lines: str) -> bytes:
    """A PDF with one page of these lines, as small as one can be."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 10 Tf 14 TL 40 760 Td {shown} ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def test_a_word_document_gives_its_paragraphs_with_italics_and_links() -> None:
    """A heading, a list item, italics and a link come out as the readers know them."""
    text, problem = documents.text_of(
        docx(
            f'<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run("Publications")}',
            f"<w:pPr><w:numPr/></w:pPr>{run('Byron, A. (2023). On rivers. ')}{run('J. Flows', '<w:i/>')}"
            f"{run(', 1, 2–3.')}",
            f'{run("See ")}<w:hyperlink r:id="r1">{run("PDF")}</w:hyperlink>{run(" &amp; more")}',
        ),
        "cv.docx",
    )
    assert problem is None
    assert "# Publications" in text
    assert "• Byron, A. (2023). On rivers. <i>J. Flows</i>, 1, 2–3." in text
    assert "See [PDF](https://example.org/a.pdf) &amp; more" in text


def test_references_in_a_word_document_become_papers() -> None:
    """What Word calls italics is the venue."""
    lines = [("On the shape of rivers", "Journal of River Science", 2021), ("Water and time", "River History", 2019)]
    paragraphs = [
        f"<w:pPr><w:numPr/></w:pPr>{run(f'Byron, A., &amp; Bell, C. ({year}). {title}. ')}{run(venue, '<w:i/>')}"
        f"{run(', 8(2), 101–119.')}"
        for title, venue, year in lines
    ]
    text, _ = documents.text_of(docx(*paragraphs), "cv.docx")
    papers = references.read(text, source="cv.docx").papers
    assert [(paper.title, paper.venue) for paper in papers] == [(title, venue) for title, venue, _ in lines]


def test_a_pdf_gives_its_lines() -> None:
    """In the order of the page."""
    text, problem = documents.text_of(pdf("Byron, A. 2023. On rivers.", "J. Flows 1, 2-3."), "cv.pdf")
    assert problem is None
    assert text.split("\n")[:2] == ["Byron, A. 2023. On rivers.", "J. Flows 1, 2-3."]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04 and nothing else", "no Word document"),
        (docx(), "no text"),
        (pdf(), "no text"),
        (b"%PDF-1.4\nbroken", "damaged"),
    ],
)
def test_what_holds_no_text_is_an_error_with_a_way_forward(data: bytes, told: str) -> None:
    """A damaged or empty document gives no text, and a problem that says why and what to do."""
    text, problem = documents.text_of(data, "cv")
    assert not text
    assert problem is not None
    assert told in problem.message
    assert problem.hint


def test_xml_with_entities_of_its_own_is_refused() -> None:
    """A document type could make a small file grow without end; Word writes none."""
    file = io.BytesIO()
    with ZipFile(file, "w") as folder:
        folder.writestr("word/document.xml", f'<!DOCTYPE x [<!ENTITY a "a">]><w:document {W}/>')
    _, problem = documents.text_of(file.getvalue(), "cv.docx")
    assert problem is not None
    assert "document type" in problem.message


def test_plain_text_is_no_document() -> None:
    """Whatever the file is called."""
    assert not documents.is_document(b"Byron, A. 2023. On rivers.")
