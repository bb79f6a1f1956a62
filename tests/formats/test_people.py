"""Names with marks, numbers, styles and groups among them: a name is a name, and what stands beside it is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from publist.formats import biblatex, bibtex, csl_json, openalex, ris
from publist.model.paper import Name, Paper
from tests.formats.test_values import item, record


def by(authors: str, more: str = "") -> Paper:
    """The one paper of a BibTeX entry by these authors."""
    text = f"@article{{k, title={{T}}, author={{{authors}}}, journal={{J}}, year=2020{more}}}"
    (paper,) = bibtex.read(text, source="x.bib").papers
    return paper


def names(paper: Paper) -> list[str]:
    """The names as printed."""
    return [name.name for name in paper.authors]


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ("Lee, Ann*", "*"),
        ("Lee*, Ann", "*"),
        ("*Lee, Ann", "*"),
        ("Lee, Ann$^{*}$", "*"),
        (r"Lee, Ann$^\ast$", "*"),
        (r"{Lee\textsuperscript{*}}, Ann", "*"),
        (r"Ann Lee\textsuperscript{1,2}", "1,2"),
        (r"Ann Lee$^{\dagger}$", "†"),
        (r"Ann Lee{\dag}", "†"),
        (r"Ann Lee\footnotemark[2]", "2"),
        (r"Ann Lee\footnotemark", "*"),
        (r"Ann Lee\thanks{now at MIT}", "now at MIT"),
        ("Ann Lee¹", "1"),
        (r"Ann Lee\,$^{\ddagger}$", "‡"),
        (r"Ann Lee\IEEEauthorrefmark{1}", "1"),
        ("Ann Lee§", "§"),
    ],
)
def test_marks_are_no_part_of_a_name(written: str, note: str) -> None:
    """They are kept beside it: a remark on them makes no sense without them."""
    paper = by(f"{written} and Roe, Bo")
    assert names(paper) == ["Ann Lee", "Bo Roe"]
    assert paper.authors[0].note == note
    assert "Lee, Ann and Roe, Bo" in bibtex.write([paper])


def test_marks_in_other_formats() -> None:
    """RIS, CSL-JSON and OpenAlex have them as well."""
    work = {"title": "T", "authorships": [{"raw_author_name": "Ann Lee*"}]}
    (open_alex,) = openalex.read(json.dumps({"results": [work]}), source="x").papers
    csl = item(author=[{"family": "Lee*", "given": "Ann"}])
    for paper in (open_alex, csl, record("")._replace(authors=record("AU  - Lee, Ann*").authors[1:])):
        assert paper.authors == (Name("Ann Lee", note="*"),)


@pytest.mark.parametrize(
    "legend",
    [
        "* equal contribution",
        "*These authors contributed equally.",
        "$^*$Equal contribution",
        "∗ Both authors contributed equally to this work",
        "Equal contribution",
        "* joint first authors",
    ],
)
def test_a_legend_makes_marks_mean_something(legend: str) -> None:
    """Those who are marked contributed equally; the legend is no remark on the paper any more."""
    paper = by("Lee, Ann* and Roe, Bo* and Poe, C.", f", note={{{legend}}}")
    assert [(name.name, name.equal, name.note) for name in paper.authors] == [
        ("Ann Lee", True, ""),
        ("Bo Roe", True, ""),
        ("C. Poe", False, ""),
    ]
    assert paper.note == ""


def test_legends_of_two_marks() -> None:
    """Each mark has its own meaning, and a remark beside them stays."""
    paper = by(
        r"Lee, Ann* and Roe, Bo*\textsuperscript{\dag}",
        ", note={* Equal contribution; † Corresponding author; In colour}",
    )
    assert paper.authors == (Name("Ann Lee", equal=True), Name("Bo Roe", equal=True, corresponding=True))
    assert paper.note == "In colour"


def test_roles_come_back_from_biblatex() -> None:
    """As data annotations, which BibLaTeX has for what is said of single people."""
    paper = by("Lee, Ann* and Roe, Bo", ", note={* equal contribution}")
    assert "author+an = {1=equal}" in biblatex.write([paper])
    assert biblatex.read(biblatex.write([paper]), source="x").papers == (paper,)


@pytest.mark.parametrize("written", ["Wei Zhang 0002", "Zhang 0002, Wei", "{Wei Zhang 0002}"])
def test_the_numbers_of_dblp(written: str) -> None:
    """They tell people apart and are no part of a name; the file keeps them."""
    paper = by(f"{written} and Ann Lee")
    assert names(paper) == ["Wei Zhang", "Ann Lee"]
    assert paper.extra == {"dblp_names": "Wei Zhang 0002"}


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"Mart{\'\i}nez, Jos\'{e}", "José Martínez"),
        (r"Garc{\'{\i}}a, Ana", "Ana García"),
        (r"B{\i}y{\i}k, Can", "Can Bıyık"),
        (r"{\noopsort{Bueno}}de Souza, Maria", "Maria de Souza"),
        (r"\textbf{Ann Lee}", "Ann Lee"),
        (r"{\bf Lee}, Ann", "Ann Lee"),
        (r"Lee, \textit{Ann}", "Ann Lee"),
        ("**Ann Lee**", "Ann Lee"),
        (r"{Kova\{{\v{c}}\}i{\'c}}, Iva", "Iva Kovačić"),
        (r"\underline{Lee, A.}", "A. Lee"),
        (r"M\textsuperscript{c}Donald, Ann", "Ann McDonald"),
    ],
)
def test_names_as_they_are_spelt(written: str, printed: str) -> None:
    """Dotless letters, sorting macros, bold or italics around the owner."""
    paper = by(f"{written} and Roe, Bo")
    assert names(paper) == [printed, "Bo Roe"]
    assert paper.authors[0].note == ""


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Smith J", ["J Smith"]),
        ("Jones AB", ["AB Jones"]),
        ("Smith J and Jones AB", ["J Smith", "AB Jones"]),
        ("Smith J, Jones AB, Ørsted C", ["J Smith", "AB Jones", "C Ørsted"]),
    ],
)
def test_family_and_initials_are_flagged(written: str, printed: list[str]) -> None:
    """Ovid, PubMed and medical journals write so; BibTeX would take the initials for the family name."""
    paper = by(written)
    assert names(paper) == printed
    assert paper.review == ("authors",)
    assert "Smith, J" in bibtex.write([paper]) or "Jones, AB" in bibtex.write([paper])


def test_family_and_initials_in_ris() -> None:
    """RIS asks for a comma; without one the form shows which part is which."""
    paper = record("AU  - Jones AB")
    assert names(paper) == ["Ann Lee", "AB Jones"]
    assert paper.review == ("authors",)
    assert record("AU  - Jones, A. B.").review == ()


@pytest.mark.parametrize("written", ["Ann LEE", "Roe, Bo", "Quartz Research Council", "Ann Lee III", "IBM"])
def test_what_is_not_written_so(written: str) -> None:
    """Family names in capitals, groups and numerals stay as they are."""
    paper = by(written)
    assert paper.review == ()
    assert "LEE" not in names(paper)[0].split()[0]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("ATLAS", ("ATLAS",)),
        ("for the ZEUS", ("ZEUS",)),
        ("NA61, NA62", ("NA61", "NA62")),
        ("Quartz and Topaz", ("Quartz", "Topaz")),
        ("the Quartz Collaboration", ("Quartz Collaboration",)),
        ("{Quartz}", ("Quartz",)),
        ("Q.U.A.R.T.Z.", ("Q.U.A.R.T.Z.",)),
        ("Quartz and Sons;", ("Quartz and Sons",)),
    ],
)
def test_the_field_of_collaborations(text: str, groups: tuple[str, ...]) -> None:
    """INSPIRE has the group in a field of its own, and it comes back in it."""
    paper = by("Lee, Ann and others", f", collaboration={{{text}}}")
    assert paper.collaboration == groups
    for format_ in (bibtex, biblatex, csl_json):
        assert format_.read(format_.write([paper]), source="x").papers == (paper,)


def test_collaborations_among_the_authors() -> None:
    """They go behind the people; RIS and CSL-JSON have them as authors, which reads the same."""
    paper = by("Lee, Ann and {for the Quartz Collaboration} and Roe, Bo")
    assert (names(paper), paper.collaboration) == (["Ann Lee", "Bo Roe"], ("Quartz Collaboration",))
    assert "AU  - Quartz Collaboration" in ris.write([paper])
    assert json.loads(csl_json.write([paper]))[0]["author"][-1] == {"literal": "Quartz Collaboration"}
    for format_ in (bibtex, biblatex, csl_json, ris):
        assert format_.read(format_.write([paper]), source="x").papers == (paper,)


def test_a_group_alone_is_the_author() -> None:
    """Where no people are named, the group is who wrote it."""
    paper = by("{Quartz Collaboration}")
    assert (names(paper), paper.collaboration) == (["Quartz Collaboration"], ())


@pytest.mark.parametrize(
    "name",
    [
        {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"},
        {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
        {"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La"},
        {"family": "King", "given": "M. L.", "suffix": "Jr."},
    ],
)
def test_particles_come_back_as_they_were(name: dict[str, Any]) -> None:
    """Which of them citations drop is kept, though the model does not tell them apart."""
    paper = item(author=[name, {"family": "Lee", "given": "Ann"}])
    assert json.loads(csl_json.write([paper]))[0]["author"][0] == name


@pytest.mark.parametrize(
    ("author", "printed"),
    [
        ({"family": "Lee", "given": "A"}, ["A Lee"]),
        ([{"family": "Lee", "given": ["Ann", "B."]}], ["Ann B. Lee"]),
        (["Jones AB"], ["AB Jones"]),
        ([{"given": "Plato"}], ["Plato"]),
        ([{"literal": "IBM"}], ["IBM"]),
    ],
)
def test_shapes_of_csl_names(author: Any, printed: list[str]) -> None:
    """One person without a list, given names in a list, a bare text."""
    assert names(item(author=author)) == printed


def test_a_result_that_was_taken_for_names() -> None:
    """Mendeley cuts Google Scholar's line "Z Roe - Journal of Moss and Fern, 2018" at its "and": flagged."""
    text = "@article{k, title={T}, author={Lee, A and and Fern, Z Roe - Journal of Moss and undefined 2018}}"
    (paper,) = bibtex.read(text, source="x").papers
    assert names(paper) == ["A Lee", "Z Roe"]
    assert (str(paper.date), paper.review, paper.extra) == ("2018", ("authors", "date"), {})
