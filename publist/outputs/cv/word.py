"""A document as a file of Word (Office Open XML, ECMA-376 part 1: WordprocessingML), without dates.

python-docx stamps the time into each file, so that the same CV would have other bytes each time; the few parts that
such a document needs are written here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from publist.outputs.cv.document import Block, Document, Item, Line, Run, Section
from publist.text.html_escaping import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEETS = {"a4": (11906, 16838), "us-letter": (12240, 15840)}
"""Width and height in twentieths of a point."""
_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_PACKAGE = (
    f'{_HEAD}<Relationships {_RELATIONS}><Relationship Id="rId1" Type="{_KIND}/officeDocument" '
    'Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/'
    'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)


def write(document: Document) -> bytes:
    """The file."""
    links: dict[str, str] = {}
    body = "".join(_paragraphs(document, links))
    width, height = _SHEETS[document.sheet]
    page = f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/>{_MARGINS}</w:sectPr>'
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _PACKAGE,
        "docProps/core.xml": _properties(document),
        "word/_rels/document.xml.rels": _relations(links),
        "word/styles.xml": _styles(document.language),
        "word/document.xml": f"{_HEAD}<w:document {_W} {_R}><w:body>{body}{page}</w:body></w:document>",
    }
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as folder:
        for name, text in parts.items():
            info = ZipInfo(name)  # of 1980, whenever it is written
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            folder.writestr(info, text)
    return file.getvalue()


def _paragraphs(document: Document, links: dict[str, str]) -> Iterator[str]:
    yield _paragraph("Title", (Run(document.name),), links)
    yield from (_paragraph("Subtitle", line, links) for line in document.lines)
    for section in document.sections:
        yield _paragraph("Heading1", (Run(section.heading),), links)
        yield from _section(section, links)


def _section(section: Section, links: dict[str, str]) -> Iterator[str]:
    for block in section.blocks:
        yield _block(block, links)
    for entry in section.entries:
        yield _item("Dated", entry, "", links)
    for group in section.groups:
        if group.heading:
            yield _paragraph("Heading2", (Run(group.heading),), links)
        yield from (_item("Bibliography", item, ".", links) for item in group.items)
    if section.legend:
        yield _paragraph("Legend", (Run(section.legend),), links)


def _block(block: Block, links: dict[str, str]) -> str:
    if block.kind == "li":
        return _item("Bulleted", Item("•", block.line), "", links)
    return _paragraph("Heading2" if block.kind == "h" else "Normal", block.line, links)


def _item(style: str, item: Item, mark: str, links: dict[str, str]) -> str:
    """A hanging paragraph: what stands before it, a tab, the text."""
    before = (Run(f"{item.label}{mark}\t"),) if item.label else ()
    return _paragraph(style, (*before, *item.line), links)


def _paragraph(style: str, line: Line, links: dict[str, str]) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(_run(run, links) for run in line)}</w:p>'


def _run(run: Run, links: dict[str, str]) -> str:
    looks = [
        '<w:rStyle w:val="Hyperlink"/>' * bool(run.url),
        "<w:b/>" * run.bold,
        "<w:i/>" * run.italic,
        {"sup": '<w:vertAlign w:val="superscript"/>', "sub": '<w:vertAlign w:val="subscript"/>'}.get(run.raised, ""),
    ]
    parts = run.text.split("\t")
    text = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in parts)
    made = f"<w:r><w:rPr>{''.join(looks)}</w:rPr>{text}</w:r>"
    if not run.url:
        return made
    number = links.setdefault(run.url, f"rId{len(links) + 2}")
    return f'<w:hyperlink r:id="{number}">{made}</w:hyperlink>'


def _relations(links: dict[str, str]) -> str:
    rows = [f'<Relationship Id="rId1" Type="{_KIND}/styles" Target="styles.xml"/>']
    for url, number in links.items():
        target = f'Target="{escape(url)}" TargetMode="External"'
        rows.append(f'<Relationship Id="{number}" Type="{_KIND}/hyperlink" {target}/>')
    return f"{_HEAD}<Relationships {_RELATIONS}>{''.join(rows)}</Relationships>"


def _properties(document: Document) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    core = f'xmlns:cp="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    name = escape(document.name)
    said = f"<dc:title>{name}</dc:title><dc:creator>{name}</dc:creator><dc:language>{document.language}</dc:language>"
    return f"{_HEAD}<cp:coreProperties {core}>{said}</cp:coreProperties>"


_MARGINS = (
    '<w:pgMar w:top="1247" w:right="1361" w:bottom="1247" w:left="1361" w:header="709" w:footer="709" w:gutter="0"/>'
)


def _style(name: str, looks: str = "", shape: str = "", title: str = "") -> str:
    based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{title or name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{shape}</w:pPr><w:rPr>{looks}</w:rPr></w:style>"
    )


def _hanging(left: int, hanging: int) -> str:
    return (
        f'<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
        f'<w:spacing w:after="100"/><w:ind w:left="{left}" w:hanging="{hanging}"/>'
    )


def _styles(language: str) -> str:
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="999999"/></w:pBdr>'
    styles = [
        _style("Normal", f'<w:sz w:val="21"/><w:lang w:val="{language}"/>', '<w:spacing w:after="100"/>'),
        _style("Title", '<w:sz w:val="40"/>', '<w:spacing w:after="60"/>'),
        _style("Subtitle", '<w:color w:val="404040"/>', '<w:spacing w:after="40"/>'),
        _style(
            "Heading1",
            '<w:b/><w:sz w:val="26"/>',
            f'<w:keepNext/>{rule}<w:spacing w:before="320" w:after="140"/><w:outlineLvl w:val="0"/>',
            "heading 1",
        ),
        _style(
            "Heading2",
            '<w:b/><w:sz w:val="22"/>',
            '<w:keepNext/><w:spacing w:before="220" w:after="120"/><w:outlineLvl w:val="1"/>',
            "heading 2",
        ),
        _style("Bibliography", shape=_hanging(567, 567)),
        _style("Dated", shape=_hanging(1701, 1701)),
        _style("Bulleted", shape=_hanging(340, 340)),
        _style("Legend", '<w:sz w:val="18"/>'),
    ]
    link = (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="1D4F91"/></w:rPr></w:style>'
    )
    return f"{_HEAD}<w:styles {_W}>{''.join(styles)}{link}</w:styles>"
