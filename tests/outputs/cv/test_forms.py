"""The forms of a CV: each has all of the document, in order, and the same bytes each time."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.outputs.cv import typst_source
from publist.outputs.cv.document import Document, Group, Item, Run, Section, text_of
from publist.outputs.cv.forms import FORMS, written
from publist.outputs.cv.rich_text import blocks_of, line_of
from publist.text import docx

ODD = "A \"quoted\" -- [x](y) #1 @me $5 & 100% of a_b*c {d} ~/e // f <g> \\h ... 'i' 1. ^j `k` | l"
PAPER = (Run("Solano, M.", bold=True), Run(" (2020). "), Run("Bounds", italic=True), Run("(3). "), Run(ODD))
WATER = (Run("H"), Run("2", raised="sub"), Run("O"))
CV = Document(
    "Mira Solano",
    (line_of('Lecturer · <a href="mailto:mira@example.org">mira@example.org</a>'),),
    (
        Section("Life", blocks_of("<p>I study <em>words</em>.</p><ul><li>- one</li><li>two</li></ul>")),
        Section("Education", entries=(Item("2010–2014", (Run("PhD, "), Run("Example University", bold=True))),)),
        Section(
            "Papers",
            groups=(
                Group("Journal article", (Item("2", PAPER), Item("1", WATER)), ("a", "b")),
                Group("Thesis", (Item("", (Run("doi", url="https://doi.org/10.1000/a%20b#c"),)),), ("c",)),
            ),
            legend="* Equal contribution",
        ),
    ),
    "en-GB",
    bibliography="@article{a,\n  title = {Bounds},\n}\n",
)  # fmt: skip
ORDER = "Mira Solano|Lecturer|Life|I study words|one|two|Education|Example University|Papers|Journal article|Thesis"


def in_order(text: str, parts: list[str]) -> bool:
    """Whether the parts are all in the text, one behind the other."""
    return re.search(".*?".join(map(re.escape, parts)), re.sub(r"\s+", " ", text), re.DOTALL) is not None


@pytest.mark.parametrize("form", [row.name for row in FORMS])
def test_the_same_document_has_the_same_bytes(form: str) -> None:
    """Of each form, also of those that are archives."""
    if form == "pdf":
        pytest.importorskip("typst", reason="the extra `cv` brings typst")
    assert written(CV, form) == written(CV, form)


def test_the_text_has_everything_in_order() -> None:
    """Odd signs as they are, and addresses where the words do not say them."""
    text = written(CV, "txt").decode()
    assert in_order(text, ORDER.split("|"))
    assert in_order(text, [ODD])
    assert "doi <https://doi.org/10.1000/a%20b#c>" in text
    assert max(map(len, text.splitlines())) <= 78


def test_html_and_markdown_show_the_same_text() -> None:
    """HTML as a browser reads it, and Markdown as publist's own reader does, with every odd sign."""
    from publist.text.markdown import block

    page = written(CV, "html").decode()
    shown = " ".join(text_of(part.line) for part in blocks_of(page.partition("<body>")[2]))
    assert in_order(shown, [*ORDER.split("|")[2:9], "2.", ODD])
    markdown = block(written(CV, "md").decode())
    read = " ".join(text_of(part.line) for part in blocks_of(markdown))
    assert in_order(read, [*ORDER.split("|")[2:9], ODD])
    assert 'href="https://doi.org/10.1000/a%20b#c"' in page
    assert 'href="https://doi.org/10.1000/a%20b#c"' in markdown


def test_word_has_its_parts_and_its_links() -> None:
    """As publist's reader of Word and pandoc read it; the time of the archive is no time."""
    file = written(CV, "docx")
    text = docx.text_of(file)
    assert in_order(re.sub(r"</?[bi]>", "", text), [*ORDER.split("|"), "[doi](https://doi.org/10.1000/a%20b#c)"])
    with ZipFile(io.BytesIO(file)) as folder:
        assert {info.date_time[0] for info in folder.infolist()} == {1980}
    pypandoc = pytest.importorskip("pypandoc", reason="the extra `test` brings pandoc")
    read = pypandoc.convert_text(file, "plain", format="docx", extra_args=["--wrap=none"])
    assert in_order(read, [*ORDER.split("|")[2:9], ODD.split(" [x]", maxsplit=1)[0]])


def test_latex_is_read_by_pandoc() -> None:
    """Odd signs are no commands; BibLaTeX cites the papers of each group in their order."""
    pypandoc = pytest.importorskip("pypandoc", reason="the extra `test` brings pandoc")
    read = pypandoc.convert_text(written(CV, "tex").decode(), "plain", format="latex", extra_args=["--wrap=none"])
    assert in_order(
        read.replace("“", '"').replace("”", '"'), ["I study", "Education", "Journal article", "100% of a_b*c {d}"]
    )
    cited = written(CV, "biblatex").decode()
    assert in_order(cited, ["@article{a,", "\\addbibresource", "\\nocite{a,b}", "title={Thesis}"])


def test_a_template_of_ones_own_stands_instead() -> None:
    """Each form that has a template fills the one that it is given."""
    assert written(CV, "typ", "// mine\n@BODY@\n").startswith(b'// mine\n#show: cv.with(name: "Mira Solano"')
    assert b"<h1>Mira Solano</h1>" in written(CV, "html", "<title>@TITLE@</title>@BODY@")
    assert written(CV, "tex", "\\title{@TITLE@}@BODY@end").startswith(b"\\title{Mira Solano}\\cvhead")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The CV as PDF."""
    pytest.importorskip("typst", reason="the extra `cv` brings typst")
    place = tmp_path_factory.mktemp("cv") / "cv.pdf"
    place.write_bytes(written(CV, "pdf"))
    return place


def test_the_pdf_has_everything_in_order(pdf: Path) -> None:
    """Its text is extracted in the order of reading, its links are there, and it is tagged and has no date."""
    pypdf = pytest.importorskip("pypdf", reason="the extra `cv-import` brings pypdf")
    reader = pypdf.PdfReader(pdf)
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert in_order(text, ORDER.split("|"))
    assert in_order(text, ODD.split(" 1. ", maxsplit=1)[0].split(" "))
    links = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", ())]
    assert "https://doi.org/10.1000/a%20b#c" in links
    assert "mailto:mira@example.org" in links
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"CreationDate" not in pdf.read_bytes()
    assert reader.metadata.title == "Mira Solano"


def test_the_pdf_is_accessible(pdf: Path) -> None:
    """It says that it is PDF/UA-1, and has what that asks for (ISO 14289-1, 7)."""
    pypdf = pytest.importorskip("pypdf", reason="the extra `cv-import` brings pypdf")
    reader = pypdf.PdfReader(pdf)
    root = reader.trailer["/Root"]
    said = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("en-GB", True)
    assert "/StructTreeRoot" in root
    for page in reader.pages:
        assert page["/Tabs"] == "/S"
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        assert all("/ToUnicode" in font for font in fonts)
        inner = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
        assert all({"/FontFile2", "/FontFile3"} & set(one.get_object()) for one in inner)


def _texts(node: Any) -> Iterator[str]:
    """All text of content as Typst's query gives it."""
    if isinstance(node, dict):
        if node.get("func") == "space":
            yield " "
        yield from [node["text"]] if isinstance(node.get("text"), str) else []
        for name in ("children", "body", "value"):
            yield from _texts(node.get(name))
    elif isinstance(node, list):
        for child in node:
            yield from _texts(child)


LETTERS = st.text(st.sampled_from("ab1. -=+/*_`$#<>@[]~\\\"'(){}:;,&%^|h?tps"), max_size=30)


RUNS = st.builds(
    Run,
    LETTERS,
    bold=st.booleans(),
    italic=st.booleans(),
    code=st.booleans(),
    raised=st.sampled_from(("", "sup", "sub")),
    url=st.sampled_from(("", "https://example.org/a#b")),
)


@given(st.lists(RUNS, min_size=1, max_size=4))
def test_typst_reads_each_text_as_it_is(line: list[Run]) -> None:
    """No sign of a title is taken for markup, and no call goes on into the text behind it."""
    typst = pytest.importorskip("typst", reason="the extra `cv` brings typst")
    item = Item("", tuple(line))
    document = Document("N", (), (Section("S", groups=(Group("", (item,)),)),))
    source = typst_source.write(document, "@BODY@").splitlines()[-1]
    told = f"#set smartquote(enabled: false)\n#let cv-paper(digits: 0, label, body) = [#metadata(body)<x>]\n{source}\n"
    found = json.loads(typst.query(told.encode(), "<x>", field="value"))
    read = "".join(_texts(found))
    assert " ".join(read.split()) == " ".join(text_of(tuple(line)).split())


def test_other_signs_take_fonts_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Latin, Greek and Cyrillic are in the fonts that come with the extra; other letters and emoji are looked for."""
    typst = pytest.importorskip("typst", reason="the extra `cv` brings typst")
    asked: list[bool] = []

    def compiled(main: str, **options: Any) -> bytes:
        asked.append(options["ignore_system_fonts"])
        if options["ignore_system_fonts"]:
            return bytes(real(main, **options))
        return b"with fonts of the system"

    real = typst.compile
    monkeypatch.setattr(typst, "compile", compiled)
    assert written(CV._replace(name="Ærø, Đặng Thị, Ψυχή, Чехов – “x” ﬁ ≥"), "pdf").startswith(b"%PDF")
    assert asked == [True]
    for name, tried in {"王小明": [False], "ابن": [False], "\U0001f600": [True, False]}.items():
        asked.clear()
        assert written(CV._replace(name=name), "pdf") == b"with fonts of the system"
        assert asked == tried


def test_what_typst_refuses_is_a_problem_of_the_template() -> None:
    """A mistake in content/cv.typ is told with its path."""
    pytest.importorskip("typst", reason="the extra `cv` brings typst")
    from publist.model.problems import PublistError

    with pytest.raises(PublistError) as told:
        written(CV, "pdf", "#nothing\n@BODY@", "content/cv.typ")
    assert "content/cv.typ: error: Typst refuses it: unknown variable: nothing" in str(told.value.problems[0])


def test_a_letter_that_no_font_has_is_told() -> None:
    """A PDF with boxes for letters is none: the letter is named."""
    pytest.importorskip("typst", reason="the extra `cv` brings typst")
    from publist.model.problems import PublistError

    with pytest.raises(PublistError) as told:
        written(CV._replace(name="A \U00016b50"), "pdf", "", "content/cv.typ")  # a script without letters in most fonts
    assert "cv.pdf: error: no font of this computer has \U00016b50" in str(told.value.problems[0])


def test_a_reference_has_the_direction_of_its_letters() -> None:
    """In a CV that is written from right to left, one in Latin letters is not."""
    items = (Item("2", (Run("1. Solano, M."),)), Item("1", (Run("ابن سينا"),)))
    arabic = Document("ابن", (), (Section("س", groups=(Group("", items),)),), "ar", "rtl")
    assert written(arabic, "typ").decode().count("#text(dir: ltr)[") == 1
    assert '<html lang="ar" dir="rtl">' in written(arabic, "html").decode()
