"""CSL-JSON, RIS, arXiv Atom, OpenAlex, Crossref and plain JSON in the forms that they really come in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from publist import formats
from publist.formats import arxiv_atom, bibtex, crossref, csl_json, openalex, plain_json, recognition, ris
from publist.model.paper import Citations, Date, Name, Paper

ZOTERO_CSL: list[dict[str, Any]] = [
    {
        "id": "http://zotero.org/users/1/items/ABCD",
        "type": "article-journal",
        "title": "Growth of <i>E. coli</i> in CO<sub>2</sub> &amp; air",
        "container-title": "Journal of Things",
        "page": "101–117",
        "DOI": "10.1000/xyz",
        "note": "PMID: 31452104\narXiv: 2309.09843\nread twice",
        "citation-key": "lai2023",
        "author": [{"family": "Lai", "given": "Ada"}, {"literal": "ATLAS Collaboration"}],
        "issued": {"date-parts": [["2023", 9, "18"]]},
        "source": "Crossref",
    }
]

ZOTERO_RIS = """TY  - JOUR
TI  - Growth of things
AU  - Lai, Ada
AU  - Davis, Sammy, Jr.
T2  - Journal of Things
JA  - J. Things
DA  - 2023/09/18/
PY  - 2023
SP  - 101
EP  - 117
SN  - 1234-5678
DO  - 10.1000/xyz
UR  - https://example.org/x
AB  - An abstract that
goes on in a second line.
KW  - one
KW  - two
ER  -

"""

ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?id_list=2309.09843" rel="self" type="application/atom+xml"/>
  <entry>
    <id>http://arxiv.org/abs/2309.09843v2</id>
    <published>2023-09-18T06:59:10Z</published>
    <title>Growth in
  $SL(2)$ \\emph{spaces}</title>
    <summary>  We study 68.78\\% of things. </summary>
    <author><name>Ada Lai</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">MIT</arxiv:affiliation></author>
    <author><name>Bo Li</name></author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/xyz</arxiv:doi>
    <link title="pdf" href="http://arxiv.org/pdf/2309.09843v2" rel="related" type="application/pdf"/>
    <category term="eess.AS" scheme="http://arxiv.org/schemas/atom"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CL"/>
  </entry>
</feed>"""

OPENALEX: dict[str, Any] = {
    "meta": {"count": 1},
    "results": [
        {
            "id": "https://openalex.org/W1",
            "doi": "https://doi.org/10.1000/xyz",
            "title": "Growth of things",
            "publication_date": "2023-09-18",
            "type": "article",
            "authorships": [
                {
                    "author": {"display_name": "Ada Lai", "orcid": "https://orcid.org/0000-0002-1825-0097"},
                    "institutions": [{"display_name": "MIT"}],
                }
            ],
            "primary_location": {"source": {"display_name": "Journal of Things", "type": "journal"}, "pdf_url": None},
            "biblio": {"volume": "12", "issue": None, "first_page": "101", "last_page": "117"},
            "abstract_inverted_index": {"things": [2], "We": [0], "study": [1]},
        }
    ],
}

CROSSREF: dict[str, Any] = {
    "status": "ok",
    "message": {
        "items": [
            {
                "indexed": {"date-time": "2024-01-01T00:00:00Z"},
                "DOI": "10.1000/xyz",
                "type": "proceedings-article",
                "title": ["Growth of <i>things</i>"],
                "container-title": ["Lecture Notes", "Proc. of Things"],
                "author": [{"given": "Ada", "family": "Lai", "ORCID": "http://orcid.org/0000-0002-1825-0097"}],
                "published": {"date-parts": [[2023, 9]]},
                "abstract": "<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>p&lt;0.05</jats:p>",
            }
        ]
    },
}


def test_csl_json_of_zotero() -> None:
    """Markup, Zotero's lines in the note, dates as text; its address is no citation key."""
    (paper,) = csl_json.read(json.dumps(ZOTERO_CSL), source="x").papers
    assert paper == Paper(
        "Growth of *E. coli* in CO<sub>2</sub> & air",
        (Name("Ada Lai"),),
        collaboration=("ATLAS Collaboration",),
        date=Date(2023, 9, 18),
        type="article-journal",
        venue="Journal of Things",
        pages="101-117",
        doi="10.1000/xyz",
        arxiv="2309.09843",
        pmid="31452104",
        note="read twice",
        key="lai2023",
        extra={"source": "Crossref", "id": "http://zotero.org/users/1/items/ABCD"},
    )


def test_ris_of_zotero() -> None:
    """Continued lines, suffixes, dates with a closing slash; what has no place of its own is kept by its tag."""
    reading = ris.read(ZOTERO_RIS, source="x")
    assert not reading.problems
    assert reading.papers == (
        Paper(
            "Growth of things",
            (Name("Ada Lai"), Name("Sammy Davis Jr.", "Sammy", "Davis", suffix="Jr.")),
            date=Date(2023, 9, 18),
            type="article-journal",
            venue="Journal of Things",
            pages="101-117",
            issn="1234-5678",
            doi="10.1000/xyz",
            links={"url": "https://example.org/x"},
            keywords=("one", "two"),
            venue_short="J. Things",
            abstract="An abstract that goes on in a second line.",
        ),
    )


def test_broken_ris_is_read_as_far_as_it_can_be() -> None:
    """A record without an end, one without a title, text outside: all with their lines."""
    reading = ris.read("noise\nTY  - JOUR\nTI  - A\nTY  - JOUR\nAU  - Lai, Ada\nER  - \n", source="x")
    assert [paper.title for paper in reading.papers] == ["A"]
    assert [problem.line for problem in reading.problems] == [1, 2, 4]


def test_arxiv_atom() -> None:
    """LaTeX in title and abstract, the version taken off the identifier, the primary category first."""
    (paper,) = arxiv_atom.read(ATOM, source="x").papers
    assert paper == Paper(
        "Growth in $SL(2)$ *spaces*",
        (Name("Ada Lai", affiliation="MIT"), Name("Bo Li")),
        date=Date(2023, 9, 18),
        category="cs.CL",
        doi="10.1000/xyz",
        arxiv="2309.09843",
        links={"pdf": "http://arxiv.org/pdf/2309.09843"},
        extra={"categories": "eess.AS"},
        abstract="We study 68.78% of things.",
    )


def test_broken_atom_keeps_the_entries_before() -> None:
    """The place where the XML breaks is an error; what came before is there."""
    reading = arxiv_atom.read(ATOM.replace("</feed>", "<entry><title>B"), source="x")
    assert len(reading.papers) == 1
    assert reading.problems[0].severity == "error"


def test_openalex() -> None:
    """The abstract is put together from its inverted index."""
    (paper,) = openalex.read(json.dumps(OPENALEX), source="x").papers
    assert paper == Paper(
        "Growth of things",
        (Name("Ada Lai", orcid="0000-0002-1825-0097", affiliation="MIT"),),
        date=Date(2023, 9, 18),
        type="article-journal",
        venue="Journal of Things",
        volume="12",
        pages="101-117",
        doi="10.1000/xyz",
        extra={"openalex": "W1"},
        abstract="We study things",
    )


def test_crossref() -> None:
    """JATS becomes Markdown; of two container titles the series comes first."""
    (paper,) = crossref.read(json.dumps(CROSSREF), source="x").papers
    assert paper == Paper(
        "Growth of *things*",
        (Name("Ada Lai", orcid="0000-0002-1825-0097"),),
        date=Date(2023, 9),
        type="paper-conference",
        venue="Proc. of Things",
        series="Lecture Notes",
        doi="10.1000/xyz",
        abstract="One.\n\np<0.05",
    )


def test_plain_json_of_a_script() -> None:
    """Usual other names of keys, numbers and flags as JSON has them, one object a line, a broken line among them."""
    text = (
        '{"title": "A", "authors": ["Ada Lai", {"name": "Bo Li"}], "year": 2023, "code": true, "url": "https://x.org"}\n'
        '{"title": "B" oops\n'
        '{"title": "C", "author": "Ada Lai and Bo Li", "journal": "J", "citations": 12, "reads": 5}\n'
    )
    reading = plain_json.read(text, source="x")
    assert [problem.line for problem in reading.problems] == [2]
    assert reading.lines == (1, 3)
    assert reading.papers == (
        Paper("A", (Name("Ada Lai"), Name("Bo Li")), date=Date(2023), code=True, links={"url": "https://x.org"}),
        Paper("C", (Name("Ada Lai"), Name("Bo Li")), venue="J", citations=Citations(12), extra={"reads": "5"}),
    )


def test_plain_json_has_a_schema() -> None:
    """A list of objects that must have a title, with the keys of front matter and the abstract."""
    schema = plain_json.schema()
    assert schema["items"]["required"] == ["title"]
    assert {"title", "authors", "abstract", "doi"} <= schema["items"]["properties"].keys()


SAMPLES = {
    "bibtex": bibtex.write([Paper("A")]),
    "ris": ZOTERO_RIS,
    "csl-json": json.dumps(ZOTERO_CSL),
    "arxiv-atom": ATOM,
    "openalex": json.dumps(OPENALEX),
    "crossref": json.dumps(CROSSREF),
    "json": plain_json.write([Paper("A", (Name("Ada Lai"),))]),
    "listing": "CLSep 18, 2023\nOn the Growth of ThingsAda Lai, Bo Li, Cy Ng et al.\nWe study things.\n",
}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("filename", ["", "x.txt", "x.json", "x.bib"])
def test_a_text_is_recognised_by_its_content(name: str, filename: str) -> None:
    """Whatever the file is called."""
    found = recognition.recognise(SAMPLES[name], filename)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("entry", formats.FORMATS, ids=lambda entry: entry.name)
def test_the_table_says_what_the_modules_can(entry: formats.Format) -> None:
    """A format that reads has ``read`` and ``recognises``, one that writes has ``write``."""
    module = formats.load(entry.name)
    assert hasattr(module, "read") == hasattr(module, "recognises") == entry.reads
    assert hasattr(module, "write") == entry.writes


@pytest.mark.parametrize("entry", [entry for entry in formats.FORMATS if entry.reads], ids=lambda entry: entry.name)
@pytest.mark.parametrize(
    "text", ["", "\n", "{", "[", "[1, null, {}]", "@", "TY  - ", "<feed arxiv.org", '{"title": {}}']
)
def test_no_reader_raises(entry: formats.Format, text: str) -> None:
    """Nonsense gives no paper, and never an exception."""
    assert not formats.load(entry.name).read(text, source="x").papers
