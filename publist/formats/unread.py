"""What a text that no reader claims seems to be, and the way that works for it; docs/formats.md has this table."""

from __future__ import annotations

import re
from typing import NamedTuple


class Unread(NamedTuple):
    """A form whose text is not read, the signs that a text is in it, and what to do instead."""

    name: str
    """What it looks like, as in "it looks like …"."""
    way: str
    signs: re.Pattern[str]
    least: int = 1
    """So many of the signs must be there."""


_COPY = "open it, select all, copy, and paste the text into a .txt file"
_LINES = re.MULTILINE | re.IGNORECASE

UNREAD: tuple[Unread, ...] = (
    Unread("an old Word or Excel file", f"{_COPY}; a table can be saved as CSV", re.compile(r"\A\xd0\xcf\x11\xe0")),
    Unread("an RTF file", _COPY, re.compile(r"\A\s*\{\\rtf")),
    Unread(
        "a tagged file of RefWorks",
        "export the list from RefWorks as RIS or BibTeX, and import that file",
        re.compile(r"\ART [A-Z][a-z]|^(?:RT|A1|T1|JF|YR|SR|ID) (?! ?-)", re.MULTILINE),
        3,
    ),
    Unread(
        "an XML file of PubMed",
        "choose “Send to” → “Citation manager” there, and import the .nbib file",
        re.compile(r"<(?:PubmedArticleSet|PubmedArticle|MedlineCitation)\b"),
    ),
    Unread(
        "a file in MODS, RDF, TEI or MARC",
        "open it in Zotero, export the list as BibTeX or RIS, and import that file",
        re.compile(r"loc\.gov/mods|<rdf:RDF|tei-c\.org/ns|loc\.gov/MARC21"),
    ),
    Unread(
        "a news feed",
        "import a BibTeX or RIS file of the site that it comes from: a feed has only the newest papers",
        re.compile(r"<rss\b|<feed [^>]*Atom"),
    ),
    Unread(
        "a database of a program",
        "in the program itself (Zotero, EndNote, Papers …), choose Export → BibTeX or RIS, and import that file",
        re.compile(r"\ASQLite format 3\0"),
    ),
    Unread(
        "a picture",
        "copy the text of the list itself, and paste it into a .txt file",
        re.compile(r"\A(?:.?PNG\r?\n|GIF8|.{6,8}(?:JFIF|Exif)\0)"),
    ),
    Unread(
        "an address",
        "open it in a browser, select all, copy, and paste the text into a .txt file",
        re.compile(r"\A\s*(?:\[InternetShortcut\]|https?://(?!(?:dx\.)?doi\.org/10)\S+\s*\Z)"),
    ),
    Unread(
        "a list of DOIs",
        "in Zotero, choose “Add Items by Identifier”, paste the list, export the papers as BibTeX, and import the"
        " .bib file",
        re.compile(r"\A(?:\s*+(?:https?://(?:dx\.)?doi\.org/|doi:[ \t]?)?10\.\d{4,9}/\S++)++\s*\Z", re.IGNORECASE),
    ),
    Unread(
        "JSON of Zotero",
        "in Zotero, select the papers, choose “Export Items” → “BibTeX” or “CSL JSON”, and import that file",
        re.compile(r"\A\s*[\[{](?s:.{0,50000}?)\"itemType\"\s*:"),
    ),
    Unread(
        "JSON of Mendeley",
        "in Mendeley, select the papers, choose File → Export → BibTeX, and import the .bib file",
        re.compile(r"\A\s*[\[{](?s:.{0,50000}?)\"first_name\"\s*:"),
    ),
    Unread(
        "JSON of ORCID",
        "under “Works”, choose “Actions” → “Export works” (BibTeX), and import the .bib file",
        re.compile(r"\A\s*[\[{](?s:.{0,50000}?)\"work-summary\"\s*:"),
    ),
    Unread(
        "JSON of a search (dblp, INSPIRE)",
        "on its page, choose “BibTeX” as the format of the export, and import the .bib file",
        re.compile(r"\A\s*\{(?s:.{0,50000}?)\"hits\"\s*:"),
    ),
    Unread(
        "a list of sources of Word",
        "in Word, choose References → Bibliography, copy the list, and paste it into a .txt file",
        re.compile(r"officeDocument/2006/bibliography"),
    ),
    Unread(
        "XML of dblp",
        "on your dblp page, choose “export bibliography” → “BibTeX”, and import the .bib file",
        re.compile(r"<dblp(?:person)?\b"),
    ),
    Unread(
        "XML of another make (BibTeXML, RefWorks, …)",
        "open it in the program that wrote it, or in Zotero, and export it as BibTeX or RIS",
        re.compile(
            r"\A\s*(?:<\?xml(?![^<]{0,200}<(?:!doctype )?html)|<(?:\w+:)?(?:mods|modsCollection|file|TEI|refworks)\b)",
            re.IGNORECASE,
        ),
    ),
    Unread(
        "a refer file",
        "put a line `%0 Journal Article` (or Book, Conference Proceedings, Thesis) above each entry, and import it",
        re.compile(r"\A\s*%[A-Z] .*\n(?:%[A-Z] |\s)"),
    ),
    Unread(
        "a citation file of software",
        "on GitHub, choose “Cite this repository” → “BibTeX”, paste it into a .bib file, and import that",
        re.compile(r"^cff-version:", re.MULTILINE),
    ),
    Unread(
        "a list of Hayagriva (Typst)",
        "import the .bib file that it was made from, or paste the list from the PDF as text",
        re.compile(r"\A(?:#.*\n|\s)*[\w.:-]+:[ \t]*\n[ \t]+(?:.*\n[ \t]+){0,9}type: *['\"]?[A-Z]?[a-z]+\b"),
    ),
    Unread(
        "a list in YAML",
        "write it as a CSV file with the columns title, authors, year, venue and doi, or as CSL-YAML, with `type`,"
        " `title`, `author` and `issued` for each paper, and import that",
        re.compile(r"\A(?:#.*\n|---[ \t]*\n|\s)*(?:\w+:[ \t]*\n[ \t]*)?- +\w+:[ \t]"),
    ),
    Unread(
        "a style or an .aux file of BibTeX",
        "import the .bib file itself",
        re.compile(r"\A(?:%.*\n|\s)*(?:ENTRY\s*\{|\\relax\b)|^\\bibdata\{", re.MULTILINE),
    ),
    Unread(
        "an alphaXiv page",
        "save the page as HTML (Ctrl+S) and import the .html file, or search arXiv for the author, select all, copy,"
        " and paste the text into a .txt file",
        re.compile(r"\balphaxiv\b", re.IGNORECASE),
    ),
    Unread(
        "an arXiv page",
        "search arXiv for the author, select all that the search finds, copy, and paste the text into a .txt file",
        re.compile(
            r"^\[Submitted on|\boriginally announced\b|▽ More|△ Less|^Subjects:|^Comments:|\[pdf, |^Title:"
            r"|^Submission history|\(this version, v\d+\)",
            re.MULTILINE,
        ),
        2,
    ),
    Unread(
        "a dblp page",
        "on your dblp page, choose “export bibliography” → “BibTeX”, and import the .bib file",
        re.compile(
            r"^dblp\b|\bdblp\.(?:org|uni-trier\.de)|electronic edition (?:via|@)|persistent URL:|^\[[a-z]\d+\]$", _LINES
        ),
        2,
    ),
    Unread(
        "a PubMed page",
        "choose “Send to” → “Citation manager”, and import the .nbib file",
        re.compile(r"\bPMID: ?\d+|pubmed\.ncbi", re.IGNORECASE),
    ),
    Unread(
        "an ORCID record",
        "under “Works”, choose “Actions” → “Export works” (BibTeX), and import the .bib file",
        re.compile(r"orcid\.org/\d{4}-|^Show more detail$|^Source\s*:|^Works \(\d+", _LINES),
        2,
    ),
    Unread(
        "a Google Scholar page",
        "on your profile, tick the papers, choose “Export” → “BibTeX”, save the page that opens as a .bib file,"
        " and import it",
        re.compile(
            r"^Cited by\b|^h-index|^i10-index|\bRelated articles\b|\bAll \d+ versions\b|Verified email at", _LINES
        ),
        2,
    ),
    Unread(
        "a Scopus page",
        "select the documents, choose “Export” → “RIS”, and import the .ris file",
        re.compile(r"\bScopus\b|^\d+ documents\b|View abstract|View at Publisher|2-s2\.0-\d+", _LINES),
        2,
    ),
    Unread(
        "a Web of Science page",
        "choose “Export” → “RIS”, and import the .ris file",
        re.compile(r"\bWeb of Science\b|^Times Cited|^WOS:\d+|\bFull text at publisher\b|^Citations$", _LINES),
        2,
    ),
    Unread(
        "an IEEE Xplore page",
        "select the papers, choose “Export” → “Citations” → “BibTeX” or “RIS”, and import the file",
        re.compile(r"\bIEEE Xplore\b|^Year: \d{4}|^Publisher: IEEE|^Cited by: (?:Papers|Patents)", _LINES),
        2,
    ),
    Unread(
        "an ACM Digital Library page",
        "tick the papers, choose “Export Citations” → “BibTeX”, and import the .bib file",
        re.compile(r"\bdl\.acm\.org|^(?:research|short|review)-(?:article|paper)|^Total Citations|\b10\.1145/", _LINES),
        2,
    ),
    Unread(
        "an INSPIRE page",
        "choose “cite all” → “BibTeX”, and import the .bib file",
        re.compile(r"\binspirehep\b|^cite$|^claim$|^reference search|\be-Print:|^\d+ citations?$", _LINES),
        2,
    ),
    Unread(
        "a NASA ADS page",
        "choose “Export” → “in BibTeX”, and import the .bib file",
        re.compile(r"\badsabs\b|\b\d{4}[A-Za-z&.]{3,9}[.\d]{4,}[A-Z]\b|^cited: \d+", _LINES),
        2,
    ),
    Unread(
        "a Semantic Scholar page",
        "choose “Cite” → “BibTeX” of each paper, paste all into one .bib file, and import it",
        re.compile(r"\bSemantic Scholar\b|^TLDR|\bHighly Influential|^Save$|^Alert$", _LINES),
        2,
    ),
    Unread(
        "an OpenReview profile",
        "choose “BibTeX” of each paper, paste all into one .bib file, and import it",
        re.compile(r"\bopenreview\.net|^Readers: |\bLast Modified:|^Co-Authors$", _LINES),
        2,
    ),
    Unread(
        "a ResearchGate page",
        "choose “Download citation” (BibTeX or RIS) for each paper, and import the files",
        re.compile(r"\bResearchGate\b|Full-text available|^\d+ Reads?$|^Request full-text", _LINES),
        2,
    ),
    Unread(
        "an SSRN page",
        "for each paper choose “Export citation” → “BibTeX”, and import the files together",
        re.compile(r"\bSSRN\b|^Posted:|Number of pages: \d+|^Downloads? [\d,]+", _LINES),
        2,
    ),
    Unread(
        "a LaTeX document",
        "import the .bib file that it uses, or paste the list from the PDF as text",
        re.compile(r"\\documentclass|\\bibitem|\\begin\{thebibliography\}|\\printbibliography|\\(?:cv)?section\*?\{"),
    ),
    Unread(
        "a saved web page",
        "open it in a browser, select the list, copy, and paste the text into a .txt file",
        re.compile(r"\A\s*<(?:!doctype html|html|head|body)", re.IGNORECASE),
    ),
    Unread(
        "a list of references (APA, IEEE, …)",
        "import it from a reference manager as BibTeX or RIS; a list without one can be written as a CSV file with the "
        "columns title, authors, year, venue and doi",
        re.compile(r"^.{10,}\b(?:19|20)\d\d\b.{0,400}$", re.MULTILINE),
        2,
    ),
)
"""The first that fits is named; the more certain signs come first."""


LISTS = frozenset(("a LaTeX document", "a saved web page", "a list of references (APA, IEEE, …)"))
"""What may hold a list of references; a page of a database that its own reader has given up is none."""


def likeness(text: str) -> Unread | None:
    """The form that a text seems to be in."""
    return next((form for form in UNREAD if len(set(form.signs.findall(text))) >= form.least), None)
