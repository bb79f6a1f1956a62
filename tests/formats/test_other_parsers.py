"""What goes out is read back the same by parsers that other people wrote."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from publist.formats import biblatex, bibtex, csl_json, ris
from publist.model.paper import Date, Name, Paper

PAPERS = (
    Paper(
        "Instruction-Following ASR for CO<sub>2</sub> & 50% of *E. coli*: $x_1^2$ in C#",
        (Name("Cheng-I Jeff Lai"), Name("Ludwig van der Rohe", "Ludwig", "Rohe", "van der"), Name("Jürgen Müller")),
        date=Date(2023, 9, 18),
        type="paper-conference",
        venue="Proceedings of Speech & Language",
        pages="101-117",
        publisher="ISCA",
        doi="10.1000/a_b%20c",
        links={"url": "https://example.org/~a_b/%20c?x=1&y=#z"},
        key="lai2023instruction",
        abstract="About {braces}, ~3 billion and a_b -- with 8.5% \\$5.",
    ),
    Paper(
        "A study of Gaussian processes",
        (Name("Sammy Davis Jr.", "Sammy", "Davis", suffix="Jr."), Name("ATLAS Collaboration", literal=True)),
        et_al=True,
        date=Date(2020, 2),
        type="article-journal",
        venue="Journal of Things",
        volume="12",
        issue="3",
        key="davis2020study",
    ),
)


def test_pybtex_reads_our_bibtex() -> None:
    """Keys, names in parts, braced groups, ``others``, verbatim addresses: as pybtex sees them."""
    from pybtex.database import parse_string

    entries = parse_string(bibtex.write(PAPERS), "bibtex").entries
    lai, davis = entries["lai2023instruction"], entries["davis2020study"]
    assert [entry.type for entry in (lai, davis)] == ["inproceedings", "article"]
    people = lai.persons["author"]
    assert [(p.first_names + p.middle_names, p.prelast_names, p.last_names) for p in people] == [
        (["Cheng-I", "Jeff"], [], ["Lai"]),
        (["Ludwig"], ["van", "der"], ["Rohe"]),
        (['J{\\"u}rgen'], [], ['M{\\"u}ller']),
    ]
    davis_names = davis.persons["author"]
    assert davis_names[0].lineage_names == ["Jr."]
    assert davis_names[1].last_names == ["{ATLAS Collaboration}"]
    assert str(davis_names[2]) == "others"
    assert lai.fields["doi"] == "10.1000/a_b%20c"
    assert lai.fields["url"] == "https://example.org/~a_b/%20c?x=1&y=#z"
    assert lai.fields["pages"] == "101--117"
    assert (davis.fields["year"], davis.fields["month"]) == ("2020", "February")


def test_pybtex_decodes_our_latex() -> None:
    """The escapes are LaTeX that a decoder turns into the same text."""
    from pybtex.database import parse_string
    from pybtex.richtext import Text

    entry = parse_string(bibtex.write(PAPERS), "bibtex").entries["lai2023instruction"]
    assert str(Text.from_latex(entry.fields["booktitle"])) == "Proceedings of Speech & Language"
    assert "~3 billion and a_b -- with 8.5%" in str(Text.from_latex(entry.fields["abstract"]))
    assert str(entry.persons["author"][2].rich_last_names[0]) == "Müller"


@pytest.mark.parametrize("format_", [bibtex, biblatex])
def test_bibtexparser_reads_our_bibtex(format_: object) -> None:
    """No block fails, no key or field is there twice, and every value is as we wrote it."""
    import bibtexparser

    text = format_.write(PAPERS)  # type: ignore[attr-defined]
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["lai2023instruction", "davis2020study"]
    first = library.entries_dict["lai2023instruction"]
    assert first["url"] == "https://example.org/~a_b/%20c?x=1&y=#z"
    assert first["title"].startswith(
        "{Instruction-Following} {ASR} for {CO}\\textsubscript{2} \\& 50\\% of \\emph{{E}. coli}"
    )


def test_biber_reads_our_biblatex(tmp_path: Path) -> None:
    """Biber's own check of the data model has nothing to say."""
    if not shutil.which("biber"):
        pytest.skip("biber is not installed (apt install biber)")
    (tmp_path / "x.bib").write_text(biblatex.write(PAPERS), encoding="utf-8")
    done = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "x.bib"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "ERROR" not in done.stdout


STYLE = """\
ENTRY { author booktitle journal month pages title url year } {} {}
INTEGERS { n }
FUNCTION {line} { write$ newline$ }
FUNCTION {names} {
  #1 'n :=
  { n author num.names$ #1 + < }
  { author n "{ff|}{vv|}{ll|}{jj}" format.name$ line n #1 + 'n := }
  while$
}
FUNCTION {article} { cite$ line names title line journal line month " " * year * line }
FUNCTION {inproceedings} { cite$ line names booktitle line pages line month " " * year * line url line }
MACRO {feb} {"February"}
MACRO {sep} {"September"}
READ
ITERATE {call.type$}
"""
"""A style that prints what BibTeX has read, with the names cut into first, von, last and jr."""


def test_bibtex_itself_reads_our_bibtex(tmp_path: Path) -> None:
    """The program cuts our names where we meant, and warns of nothing."""
    if not shutil.which("bibtex"):
        pytest.skip("bibtex is not installed (apt install texlive-binaries)")
    (tmp_path / "x.bib").write_text(bibtex.write(PAPERS), encoding="ascii")
    (tmp_path / "x.bst").write_text(STYLE, encoding="ascii")
    (tmp_path / "x.aux").write_text("\\citation{*}\n\\bibstyle{x}\n\\bibdata{x}\n", encoding="ascii")
    # The paths of an installation without the rest of TeX lack the folder itself.
    where = {**os.environ, "BIBINPUTS": ".", "BSTINPUTS": "."}
    done = subprocess.run(["bibtex", "x"], cwd=tmp_path, env=where, capture_output=True, text=True, check=False)
    assert (done.returncode, "arning" in done.stdout) == (0, False), done.stdout
    assert (tmp_path / "x.bbl").read_text(encoding="ascii").splitlines() == [
        "lai2023instruction",
        "Cheng-I~Jeff|Lai|",
        "Ludwig|van~der|Rohe|",
        'J{\\"u}rgen|M{\\"u}ller|',
        "Proceedings of Speech \\& Language",
        "101--117",
        "September 2023",
        "https://example.org/~a_b/%20c?x=1&y=#z",
        "davis2020study",
        "Sammy|Davis|Jr.",
        "{ATLAS Collaboration}|",
        "others|",
        "A study of {Gaussian} processes",
        "Journal of Things",
        "February 2020",
    ]


def pandoc_items(text: str, format_: str) -> list[dict[str, Any]]:
    """The text as pandoc reads it, in CSL-JSON."""
    program = shutil.which("pandoc")
    if not program:
        pypandoc = pytest.importorskip("pypandoc", reason="pandoc is not installed (pip install pypandoc_binary)")
        program = pypandoc.get_pandoc_path()
    command = [program, "--from", format_, "--to", "csljson"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    items: list[dict[str, Any]] = json.loads(done.stdout)
    return items


@pytest.mark.parametrize(
    ("format_", "name"), [(bibtex, "bibtex"), (biblatex, "biblatex"), (csl_json, "csljson"), (ris, "ris")]
)
def test_pandoc_reads_what_we_write(format_: Any, name: str) -> None:
    """Every field comes back, with the name parts, from each of our formats.

    Pandoc lowers unbraced capitals of titles of books in BibTeX, as its manual says; of RIS it reads the year alone.
    """
    first, second = pandoc_items(format_.write(PAPERS), name)
    assert (first["id"], first["type"]) == ("lai2023instruction", "paper-conference")
    assert first["container-title"].casefold() == "proceedings of speech & language"
    assert first["title"].casefold().replace("<sub>", "").replace("</sub>", "").replace("<i>", "").replace(
        "</i>", ""
    ) == ("instruction-following asr for co2 & 50% of e. coli: $x_1^2$ in c#")
    assert [first[field] for field in ("page", "publisher", "DOI", "URL", "abstract")] == [
        "101-117",
        "ISCA",
        "10.1000/a_b%20c",
        "https://example.org/~a_b/%20c?x=1&y=#z",
        "About {braces}, ~3 billion and a_b -- with 8.5% $5.",
    ]
    assert first["issued"]["date-parts"] == [[2023] if name == "ris" else [2023, 9, 18]]
    rohe = {part.removeprefix("non-").removeprefix("dropping-"): text for part, text in first["author"][1].items()}
    assert rohe == {"family": "Rohe", "given": "Ludwig", "particle": "van der"}
    assert first["author"][2] == {"family": "Müller", "given": "Jürgen"}
    assert [second[field] for field in ("type", "title", "container-title", "volume", "issue")] == [
        "article-journal",
        "A study of Gaussian processes",
        "Journal of Things",
        "12",
        "3",
    ]
    if name != "ris":  # which has no mark of a group, and of whose names pandoc takes the second part for the suffix
        assert second["author"][:2] == [
            {"family": "Davis", "given": "Sammy", "suffix": "Jr."},
            {"literal": "ATLAS Collaboration"},
        ]


def test_rispy_reads_our_ris() -> None:
    """Every tag of ours is one that rispy knows, with the value that we gave it."""
    import rispy

    first, second = rispy.loads(ris.write(PAPERS))
    assert first["type_of_reference"] == "CONF"
    assert first["authors"] == ["Lai, Cheng-I Jeff", "van der Rohe, Ludwig", "Müller, Jürgen"]
    assert first["title"] == "Instruction-Following ASR for CO2 & 50% of E. coli: $x_1^2$ in C#"
    assert (first["start_page"], first["end_page"]) == ("101", "117")
    assert (first["doi"], first["year"], first["date"]) == ("10.1000/a_b%20c", "2023", "2023/09/18")
    assert first["urls"] == ["https://example.org/~a_b/%20c?x=1&y=#z"]
    assert second["authors"] == ["Davis, Sammy, Jr.", "ATLAS Collaboration"]
    assert (second["volume"], second["number"]) == ("12", "3")
    assert "unknown_tag" not in first
    assert second["unknown_tag"] == {"U5": ["et al."]}  # user-definable: kept, under no name of its own


def references_by_citeproc(papers: Sequence[Paper]) -> list[str]:
    """The papers as citeproc-py formats them in APA style, from our CSL-JSON."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON

        items = json.loads(csl_json.write(papers))
        source = CiteProcJSON([{name: value for name, value in item.items() if name != "custom"} for item in items])
        style = CitationStylesStyle("apa", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"].lower())]))
        return [str(item) for item in bibliography.bibliography()]


def test_citeproc_reads_our_csl_json() -> None:
    """citeproc-py takes every item, and formats it."""
    first, second = references_by_citeproc(PAPERS)
    assert "Lai, C.-I. J., van der Rohe, L., & Müller, J. (2023)." in first
    assert "Proceedings of Speech" in first
    assert "ATLAS Collaboration" in second
    assert "12(3)" in second.replace(" ", "")
