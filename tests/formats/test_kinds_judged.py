"""Each kind of input that databases and people write: what is read, and what other programs read of what is written.

Of each case the input, the field of the model and its value, and the value as pybtex reads it in our BibTeX,
bibtexparser in our BibLaTeX, rispy in our RIS, and as it stands in our CSL-JSON; of a whole kind also biber, pandoc
and citeproc-py.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from publist.formats import biblatex, bibtex, csl_json, ris
from publist.model.paper import Paper
from publist.model.settings import Exports
from publist.outputs.downloads.private import without_private
from tests.formats.test_other_parsers import pandoc_items, references_by_citeproc
from tests.formats.test_values import entry, item, record


class Case(NamedTuple):
    """An input, a field with the value read, and a field with its value for each writer, "" where it has none."""

    paper: Paper
    field: str
    value: Any
    bib: str = ""
    blx: str = ""
    ris: str = ""
    csl: str = ""


def _j(fields: str, kind: str = "article") -> Paper:
    return entry(f"journal={{J}}, year=2020, {fields}", kind)


def _t(title: str) -> Paper:
    (paper,) = bibtex.read(f"@book{{k, author={{Lee, Ann}}, year=2020, title={{{title}}}}}", source="x").papers
    return paper


def _a(author: str) -> Paper:
    text = f"@article{{k, title={{T}}, journal={{J}}, year=2020, author={{{author}}}}}"
    (paper,) = bibtex.read(text, source="x").papers
    return paper


def _same(key: str) -> tuple[str, str, str, str]:
    return f"doi={key}", f"doi={key}", f"doi={key}", f"DOI={key}"


_DOI = _same("10.1234/moss_1")
_TILDE = ("url=https://a.example/~lee/x_1",) * 2 + ("urls=https://a.example/~lee/x_1", "URL=https://a.example/~lee/x_1")
_EMPH = (r"title=\emph{Moss} grows", r"title=\emph{Moss} grows", "title=Moss grows", "title=<i>Moss</i> grows")
_FERN = ("journal=Ferns \\& Moss", "journaltitle=Ferns \\& Moss", "secondary_title=Ferns & Moss",
         "container-title=Ferns & Moss")  # fmt: skip
_LEE = ("author=Lee, Ann", "author=Lee, Ann", "authors=Lee, Ann", "author=Lee Ann")
_DAY = ("month=May", "date=2014-05-03", "date=2014/05/03", "issued=2014 5 3")
_ROUGH = ("year=2017", "date=2017~", "year=2017", "issued=2017")
_PRESS = ("year=in press", "pubstate=inpress", "type_of_reference=INPR", "status=in press")

KINDS: Mapping[str, tuple[Case, ...]] = {
    "values": (
        Case(_j("doi={{10.1234/moss_1}}"), "doi", "10.1234/moss_1", *_DOI),
        Case(_j(r"doi={10.1234\slash moss\_1}"), "doi", "10.1234/moss_1", *_DOI),
        Case(_j("doi={https://dx.doi.org/10.1234%2Fmoss_1.}"), "doi", "10.1234/moss_1", *_DOI),
        Case(_j("url={https://doi.org/10.1234/moss_1}"), "links", {}, *_DOI),
        Case(item(URL="https://doi.org/10.1234%2Fmoss_1"), "doi", "10.1234/moss_1", *_DOI),
        Case(record("UR  - https://doi.org/10.1234/moss_1"), "doi", "10.1234/moss_1", *_DOI),
        Case(_j(r"url={https://a.example/\~{}lee/x\_1}"), "links", {"url": "https://a.example/~lee/x_1"}, *_TILDE),
        Case(_j(r"url={\href{https://a.example/$\sim$lee/x_1}{here}}"), "links", {"url": "https://a.example/~lee/x_1"},
             *_TILDE),
        Case(_j(r"howpublished={[Online]. Available: \url{https://a.example/~lee/x_1}}", "misc"), "links",
             {"url": "https://a.example/~lee/x_1"}, *_TILDE),
        Case(_j(r"howpublished={\url{https://a.example/~lee/x_1}. Accessed May 2020}", "misc"), "extra",
             {"addendum": "Accessed May 2020"}, *_TILDE[:2]),
        Case(_j("pmc={PMC6699999.}"), "pmcid", "PMC6699999", "pmcid=PMC6699999", "pmcid=PMC6699999",
             "custom2=PMC6699999", "PMCID=PMC6699999"),
        Case(_j("issn={1234-5679 (Print) 2049-3630 (Online)}"), "issn", "1234-5679", "issn=1234-5679, 2049-3630",
             "issn=1234-5679, 2049-3630", "issn=1234-5679", "ISSN=1234-5679, 2049-3630"),
        Case(_j("issn={1234-5679}, eissn={2049-3630}"), "issn", "1234-5679", "issn=1234-5679, 2049-3630",
             "issn=1234-5679, 2049-3630", "issn=1234-5679", "ISSN=1234-5679, 2049-3630"),
        Case(_j("art_number={104}"), "number", "104", "eid=104", "eid=104", "custom7=104", "number=104"),
        Case(entry("version={1.2}, year=2020", "software"), "edition", "1.2", "version=1.2", "version=1.2",
             "edition=1.2", "version=1.2"),
        Case(_j(r"note={see the \href{https://a.example/r}{report}}"), "note", "see the [report](https://a.example/r)",
             r"note=see the \href{https://a.example/r}{report}", "", "notes=see the report (https://a.example/r)",
             "note=see the report (https://a.example/r)"),
    ),
    "text": (
        Case(_t(r"$\Sigma$$^{0}$ in moss"), "title", r"$\Sigma^{0}$ in moss", r"title={$\Sigma^{0}$} in moss",
             r"title={$\Sigma^{0}$} in moss", r"title=$\Sigma^{0}$ in moss", r"title=$\Sigma^{0}$ in moss"),
        Case(_t(r"(3{\ensuremath{-}}2)"), "title", "(3${-}$2)", "title=(3{${-}$}2)", "title=(3{${-}$}2)",
             "title=(3${-}$2)", "title=(3${-}$2)"),
        Case(_t(r"\texorpdfstring{$\alpha$}{alpha} and moss"), "title", r"$\alpha$ and moss",
             r"title={$\alpha$} and moss", r"title={$\alpha$} and moss", r"title=$\alpha$ and moss",
             r"title=$\alpha$ and moss"),
        Case(_t(r"$\less$em$\greater$Moss$\less$/em$\greater$ grows"), "title", "*Moss* grows",
             r"title=\emph{Moss} grows", r"title=\emph{Moss} grows", "title=Moss grows", "title=<i>Moss</i> grows"),
        Case(_t(r"{\textless}i{\textgreater}Moss{\textless}/i{\textgreater} grows"), "title", "*Moss* grows", *_EMPH),
        Case(_t("<ASTROBJ>Moss</ASTROBJ> grows"), "title", "Moss grows", "title=Moss grows", "title=Moss grows",
             "title=Moss grows", "title=Moss grows"),
        Case(entry(r"year=2020, journal={Ferns {\&}amp$\mathsemicolon$ Moss}"), "venue", "Ferns & Moss", *_FERN),
        Case(entry("year=2020, journal={Ferns &amp; Moss}"), "venue", "Ferns & Moss", *_FERN),
        Case(record("T2  - Ferns &amp; Moss"), "venue", "Ferns & Moss", *_FERN),
        Case(item(**{"container-title": "Ferns &amp; Moss"}), "venue", "Ferns & Moss", *_FERN),
        Case(_j("abstract={<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>}"), "abstract",
             "One.\n\nTwo.", "abstract=One. Two.", "", "abstract=One. Two.", "abstract=One.\n\nTwo."),
        Case(item(abstract=r"We \emph{find} 95\% of ``it'' and \(x^2\)."), "abstract",
             "We *find* 95% of “it” and $x^2$.", r"abstract=We \emph{find} 95\% of “it” and $x^2$.", "",
             "abstract=We find 95% of “it” and $x^2$.", "abstract=We <i>find</i> 95% of “it” and $x^2$."),
        Case(record(r"AB  - Only \(a_1 < b\) and \textbf{no} \cite{x}."), "abstract",
             r"Only $a_1 < b$ and **no** \cite{x}."),
    ),
    "names": (
        *(Case(_a(name), "authors", "Ann Lee", *_LEE) for name in (
            "Lee*, Ann", r"Ann Lee$^{*}$", r"Ann Lee\textsuperscript{1,2}", r"Ann Lee$^{a,b,*}$",
            r"Lee, Ann\footnotemark[1]", r"\textbf{Ann Lee}", "Ann Lee 0002", "Ann Lee (corresponding author)",
            "Lee, Ann (0000-0002-1825-0097)", r"{\noopsort{Aa}}Lee, Ann", "{Lee, Ann}",
        )),
        Case(item(author=[{"family": "Lee†", "given": "Ann"}]), "authors", "Ann Lee", *_LEE),
        Case(_a(r"Yal{\c c}{\i}n, {\.I}."), "authors", "İ. Yalçın", "author=Yal{\\c{c}}{\\i}n, {\\.I}.",
             "author=Yalçın, İ.", "authors=Yalçın, İ.", "author=Yalçın İ."),
        Case(_a("Jones AB"), "authors", "AB Jones", "author=Jones, AB", "author=Jones, AB", "authors=Jones, AB",
             "author=Jones AB"),
        Case(_a("Aad, G. and (on behalf of the {MOSS} Collaboration)"), "collaboration", ("MOSS Collaboration",),
             "collaboration=MOSS Collaboration", "collaboration=MOSS Collaboration",
             "authors=Aad, G. and MOSS Collaboration", "author=Aad G. MOSS Collaboration"),
        Case(item(author=[{"family": "Berg", "given": "Ann", "dropping-particle": "von"}]), "authors", "Ann von Berg",
             "author=von Berg, Ann", "author=von Berg, Ann", "authors=von Berg, Ann", "author=Berg Ann von"),
    ),
    "dates": (
        Case(entry("journal={J}, date={May 3, 2014}"), "date", "2014-05-03", *_DAY),
        Case(entry("journal={J}, year=2014, month=may # {~3}"), "date", "2014-05-03", *_DAY),
        Case(record("PY  - 2014/05//\nDA  - 2014 May 3"), "date", "2014-05-03", *_DAY),
        Case(item(issued={"raw": "May 3, 2014"}), "date", "2014-05-03", *_DAY),
        Case(item(issued={"date-parts": [["2014", "5", "3"]]}), "date", "2014-05-03", *_DAY),
        Case(entry("journal={J}, date={2017~}"), "date", "2017", *_ROUGH),
        Case(entry("journal={J}, date={2017-22}"), "review", ("date",), "year=2017", "date=2017-22", "year=2017",
             "issued=2017"),
        Case(entry("journal={J}, date={2015/2017}"), "date", "2015", "year=2015", "date=2015/2017", "year=2015",
             "issued=2015"),
        Case(entry("journal={J}, date={-0044-03-15}"), "extra", {"date": "-0044-03-15"}, "date=-0044-03-15",
             "date=-0044-03-15"),
        Case(entry("journal={J}, year={۲۰۱۴}"), "extra", {"year": "۲۰۱۴"}, "year=۲۰۱۴", "year=۲۰۱۴"),
        Case(item(issued={"date-parts": [[2014]], "season": 1}), "review", ("date",), "year=2014", "date=2014",
             "year=2014", "issued=2014 1"),
        Case(entry("journal={J}, year={In press}"), "status", "in press", *_PRESS),
        Case(entry("journal={J}, pubstate={inpress}"), "status", "in press", *_PRESS),
        Case(item(issued={"literal": "forthcoming"}), "status", "in press", *_PRESS),
        Case(record("N1  - In press"), "status", "in press", *_PRESS),
        Case(entry("eventtitle={M}, eventdate={2024-05-03/2024-05-04}", "presentation"), "date", "2024-05-03",
             "year=2024", "date=2024-05-03", "date=2024/05/03", "issued=2024 5 3"),
    ),
    "preprints": (
        *(Case(paper, "arxiv", "1706.03763", "eprint=1706.03763", "eprint=1706.03763",
               "accession_number=arXiv:1706.03763", "number=arXiv:1706.03763") for paper in (
            entry("year=2017, journal={arXiv preprint arXiv:1706.03763}"),
            entry("year=2017, journal={CoRR}, volume={abs/1706.03763}"),
            entry("year=2017, journal={ArXiv e-prints}, eprint={1706.03763}"),
            item(**{"container-title": "arXiv:1706.03763 [cs.CL]"}), record("T2  - arXiv:1706.03763"),
            entry("year=2017, eprint={1706.03763}, archiveprefix={arXiv}", "misc"),
            entry("year=2017, doi={10.48550/arXiv.1706.03763}", "misc"),
        )),
        Case(entry("date={2025}, eprint={5274675}, eprinttype={Social Science Research Network}", "online"), "venue",
             "SSRN", "howpublished=SSRN", "howpublished=SSRN", "secondary_title=SSRN",
             "container-title=SSRN"),
        Case(entry("year=2020, journal={bioRxiv 2020.03.22.002386}"), "venue", "bioRxiv", *_same(
            "10.1101/2020.03.22.002386")),
    ),
    "types": (
        *(Case(entry("year=2020, publisher={House}", kind), "type", type_, "", "", f"type_of_reference={tag}",
               f"type={type_}")
          for kind, type_, tag in (
            ("preprint", "article", "UNPB"), ("journal_article", "article-journal", "JOUR"),
            ("patent", "patent", "PAT"), ("mastersthesis", "thesis", "THES"), ("software", "software", "COMP"),
            ("dataset", "dataset", "DATA"), ("video", "motion_picture", "VIDEO"), ("talk", "speech", "SLIDE"),
            ("standard", "standard", "STAND"), ("misc", "document", "GEN"), ("proceedings", "book", "BOOK"),
        )),
        *(Case(entry("year=2020", "book")._replace(key=key), "key", key, f"ENTRY={key}", f"ENTRY={key}", f"id={key}",
               f"id={key}") for key in ("2008A&A...480..775V", "schröder1982", "DBLP:conf/acl/Lee23")),
    ),
    "languages": (*(
        Case(_j(f"language={{{name}}}"), "language", tag, f"language={tag}", f"langid={tag}", f"language={tag}",
             f"language={tag}")
        for name, tag in (("German", "de"), ("ngerman", "de"), ("Anglais", "en"), ("eng", "en"), ("en_US", "en-US"),
                          ("Français", "fr"), ("pt-BR", "pt-BR"), ("日本語", "ja"))
    ), Case(_j("language={Klingon}"), "extra", {"language": "Klingon"}, "language=Klingon", "langid=Klingon")),
    "private": tuple(
        Case(without_private(_j(f"{name}={{secret}}"), Exports()), "extra", {})
        for name in ("file", "annote", "comment", "review", "bdsk-file-1", "date-added", "owner", "groups", "timestamp",
                     "abstractnote", "mendeley-tags", "x-fetchedfrom", "times-cited", "author-email")
    ),
    "shown": (
        Case(entry("year=2024, eventtitle={M}, location={Oslo}", "talk"), "event", "M", "eventtitle=M", "eventtitle=M",
             "U2=M", "event-title=M"),
        Case(entry("year=2024, eventtitle={M}, location={Oslo}", "talk"), "place", "Oslo", "address=Oslo",
             "location=Oslo", "place_published=Oslo", "publisher-place=Oslo"),
        Case(entry("year=2024, school={MIT}", "phdthesis"), "publisher", "MIT", "school=MIT", "institution=MIT",
             "publisher=MIT", "publisher=MIT"),
        Case(entry("year=2024, school={MIT}", "mastersthesis"), "genre", "Master's thesis", "", "type=Master's thesis",
             "type_of_work=Master's thesis", "genre=Master's thesis"),
        Case(entry("year=2024, number={US1}", "patent"), "number", "US1", "number=US1", "number=US1", "", "number=US1"),
        Case(entry("year=2024, number={US1}, type={patentus}", "patent"), "genre", "U.S. patent", "type=U.S. patent",
             "type=U.S. patent", "type_of_work=U.S. patent", "genre=U.S. patent"),
        Case(entry("year=2024, reportnumber={TR-1}", "techreport"), "number", "TR-1", "number=TR-1", "number=TR-1", "",
             "number=TR-1"),
        Case(entry("year=2024, number={TR-1}", "techreport"), "number", "TR-1", "number=TR-1", "number=TR-1", "",
             "number=TR-1"),
        Case(entry("year=2024, edition={2}", "book"), "edition", "2", "edition=2", "edition=2", "edition=2",
             "edition=2"),
        Case(entry("year=2024, series={LNCS}, booktitle={B}", "inproceedings"), "series", "LNCS", "series=LNCS",
             "series=LNCS", "tertiary_title=LNCS", "collection-title=LNCS"),
        Case(entry("year=2024, chapter={7}, booktitle={B}", "inbook"), "chapter", "7", "chapter=7", "chapter=7", "",
             "chapter-number=7"),
        Case(entry("year=2024, eventtitle={M}", "poster"), "genre", "Poster", "type=Poster", "type=Poster",
             "type_of_work=Poster", "genre=Poster"),
    ),
}  # fmt: skip

_CASES = [(kind, case) for kind, cases in KINDS.items() for case in cases]


@pytest.mark.parametrize(("kind", "case"), _CASES, ids=[f"{kind}-{number}" for number, (kind, _) in enumerate(_CASES)])
def test_what_is_read_is_read_again_by_others(kind: str, case: Case) -> None:
    """The value has its field, and every program finds it in the file of its format."""
    assert kind
    value = getattr(case.paper, case.field)
    if case.field == "authors":
        value = " and ".join(name.name for name in value)
    assert (str(value) if case.field == "date" else value) == case.value
    for said, found in ((case.bib, _pybtex), (case.blx, _bibtexparser), (case.ris, _rispy), (case.csl, _csl)):
        name, _, text = said.partition("=")
        if said:
            assert (name, found(case.paper).get(name, "")) == (name, text)


def _pybtex(paper: Paper) -> Mapping[str, str]:
    import pybtex.database

    ((key, read),) = pybtex.database.parse_string(bibtex.write([paper]), "bibtex").entries.items()
    people = {role: " and ".join(map(str, names)) for role, names in read.persons.items()}
    return dict(read.fields.items()) | people | {"ENTRY": key}


def _bibtexparser(paper: Paper) -> Mapping[str, str]:
    import bibtexparser

    library = bibtexparser.parse_string(biblatex.write([paper]))
    assert not library.failed_blocks
    return {field.key: field.value for field in library.entries[0].fields} | {"ENTRY": library.entries[0].key}


def _rispy(paper: Paper) -> Mapping[str, str]:
    import rispy

    (read,) = rispy.loads(ris.write([paper]))
    flat = {**read, **read.get("unknown_tag", {})}
    return {name: " and ".join(value) if isinstance(value, list) else value for name, value in flat.items()}


def _csl(paper: Paper) -> Mapping[str, str]:
    (read,) = json.loads(csl_json.write([paper]))
    return {name: " ".join(_leaves(value)) for name, value in read.items()}


def _leaves(value: Any) -> list[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return [str(value)] if inner is None else [leaf for one in inner for leaf in _leaves(one)]


def _numbered(kind: str) -> list[Paper]:
    return [case.paper._replace(key=f"{kind}{number}") for number, case in enumerate(KINDS[kind])]


@pytest.mark.parametrize("kind", KINDS)
def test_pandoc_and_citeproc_take_every_record(kind: str) -> None:
    """None of a kind's records is refused or lost, in any of our formats; citeproc-py formats each of them."""
    papers = _numbered(kind)
    for format_, name in ((bibtex, "bibtex"), (biblatex, "biblatex"), (csl_json, "csljson"), (ris, "ris")):
        assert len(pandoc_items(format_.write(papers), name)) == len(papers)
    assert len(references_by_citeproc(papers)) == len(papers)


@pytest.mark.parametrize("kind", KINDS)
def test_biber_takes_every_entry(kind: str, tmp_path: Path) -> None:
    """Biber reads our BibLaTeX of every kind without an error."""
    if not shutil.which("biber"):
        pytest.skip("biber is not installed (apt install biber)")
    (tmp_path / "x.bib").write_text(biblatex.write(_numbered(kind)), encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "x.bib"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "ERROR" in done.stdout) == (0, False), done.stdout
