"""Authors of other generators' pages: in whatever order and dress, every one is a person with a name as printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.importing.migrating import citation_lines, name_lists
from publist.importing.migrating.author_names import author, listed, printed_names


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Haldane-Voss, Finn, Brook, Elin, <b>Calloway, Max W.</b>", "Finn Haldane-Voss|Elin Brook|Max W. Calloway"),
        ("Brook, Elin, O'Hara, Pat, de Vries, Jan", "Elin Brook|Pat O'Hara|Jan de Vries"),
        ("Lovell, A., & Hobbs, G. M.", "A. Lovell|G. M. Hobbs"),
        ("Lovell, A, Hobbs, GM, Nash, E", "A Lovell|GM Hobbs|E Nash"),
        ("Lovell A., Hobbs G.M. and Nash E.", "A. Lovell|G.M. Hobbs|E. Nash"),
        ("Lovell A, Hobbs GM", "A. Lovell|G. M. Hobbs"),
        ("Lovell, Ada and Hobbs, Grace and Nash, Emma L.", "Ada Lovell|Grace Hobbs|Emma L. Nash"),
        ("Lovell, Ada; Hobbs, Grace", "Ada Lovell|Grace Hobbs"),
        ("Ada Lovell;Grace Hobbs", "Ada Lovell|Grace Hobbs"),
        ("Lovell, Ada, Grace Hobbs, and Emma Nash", "Ada Lovell|Grace Hobbs|Emma Nash"),
        ("A. Lovell, G. Hobbs and E. van Nash", "A. Lovell|G. Hobbs|E. van Nash"),
        ("**Ada Lovell**, Grace Hobbs*, and [Emma Nash](https://example.org/)", "Ada Lovell|Grace Hobbs|Emma Nash"),
        ("<u>Ada Lovell</u> &amp; Grace Hobbs", "Ada Lovell|Grace Hobbs"),
        ("Lovell, Ada & Hobbs-Nash, G. & van Dam, P.", "Ada Lovell|G. Hobbs-Nash|P. van Dam"),
        ("Ada Lovell, Thomas More", "Ada Lovell|Thomas More"),
        ("Ada Lovell, Grace Hobbs and 3 others", "Ada Lovell|Grace Hobbs"),
        ("Davis, A., Jr., & Roe, M.", "A. Davis Jr.|M. Roe"),
        ("王伟、李娜", "王伟|李娜"),
    ],
)
def test_a_line_of_names(line: str, people: str) -> None:
    """Pairs of family and given names, initials before and behind, semicolons, marks: one person each, and sure."""
    found = name_lists.read(line)
    assert ("|".join(printed_names([*found.authors])), found.sure) == (people, True)


@pytest.mark.parametrize("line", ["Lovell, Ada, Hobbs", "Kay, D., Moss, E., & Spall", "Lovell Ada, Grace, Emma Nash"])
def test_a_line_that_could_be_read_otherwise_is_in_doubt(line: str) -> None:
    """Where pieces are missing, the names are kept and flagged."""
    assert not name_lists.read(line).sure


def test_the_name_of_the_owner_decides_what_stands_first() -> None:
    """Of names that are whole either way, the one that is the owner's family name tells the order."""
    line = "Van Holm, Dirk, Mark Pole, and Austin L. Wight"
    assert not name_lists.read(line).sure
    found = name_lists.read(line, "Dirk Van Holm")
    assert (found.sure, printed_names([*found.authors])[0]) == (True, "Dirk Van Holm")


@pytest.mark.parametrize(
    "line", ["Journal of Urban Cranes, 2016", "In: Proceedings of the Conference", "See page 12", ""]
)
def test_what_is_no_list_of_names_is_none(line: str) -> None:
    """Better no author than a wrong one."""
    assert name_lists.read(line).authors == ()


@pytest.mark.parametrize(
    ("citation", "people"),
    [
        ('Aaron Halfpenny and R. Stuart Gell. 2019. "A paper: With more." Proceedings on Things.', 2),
        ("Aaron Halfpenny, and R. Stuart Gell. 2019. A paper. In Proceedings on Things.", 2),
        ("Halfpenny, A., & Gell, R. S. (2019, May). A paper. Things, 4(2), 1-9.", 2),
        ("Halfpenny A, Gell RS. A paper. Things. 2019;4(2):1-9.", 2),
        ("A. Halfpenny, R. S. Gell: A paper. Things 2019", 2),
        ("Halfpenny, A. et al. (in press). A paper. Things.", 1),
        ("@article{x, author={Halfpenny, Aaron and Gell, R. Stuart}, title={A paper}, year={2019}}", 2),
        ("Aaron Halfpenny, R. Stuart Gell, “A paper”, Things, 2019", 2),
        ("Aaron Halfpenny, R. Stuart Gell", 2),
        ("Aaron Halfpenny, R. Stuart Gell; 2019; A paper; Things", 2),
        ("<b>Things</b>, 2019", 0),
        ("Accepted at the conference of all things that are", 0),
    ],
)
def test_authors_end_where_the_title_or_the_year_begins(citation: str, people: int) -> None:
    """The year and what follows is no part of a name; a venue or a sentence is nobody."""
    found = citation_lines.read(
        citation, "A paper: With more" if "With more" in citation else "A paper", venue="Things"
    )
    assert len(found.names.authors) == people
    assert not any("2019" in name for name in printed_names([*found.names.authors]))


@pytest.mark.parametrize(
    ("behind", "fields"),
    [
        ("4(2), 1-9.", {"volume": "4", "issue": "2", "pages": "1-9"}),
        ("4 (2019)", {}),
        ("4(2018): 1-9", {}),
    ],
)
def test_a_year_behind_a_volume_is_no_issue(behind: str, fields: dict[str, str]) -> None:
    """Journals are cited as ``Things 4 (2019)`` as well."""
    assert citation_lines.read(f"Ann Lee. A paper. Things {behind}", "A paper").fields == fields


@pytest.mark.parametrize(
    ("printed", "name", "said"),
    [
        ("**Harriet Alexis**", "Harriet Alexis", {}),
        ("*Ariane I Krinn* §", "Ariane I Krinn", {"note": "§"}),
        ("__C Titus Brook__", "C Titus Brook", {}),
        ("_Jane Doe_†", "Jane Doe", {"note": "†"}),
        ("<strong>Jane Doe</strong>", "Jane Doe", {}),
        ("[Jane Doe](https://example.org/jane)", "Jane Doe", {"url": "https://example.org/jane"}),
        ("Jane Doe (equal contribution)", "Jane Doe", {"equal": "true"}),
        ("Jane Doe (corresponding author)", "Jane Doe", {"corresponding": "true"}),
        ("and Jane Doe", "Jane Doe", {}),
        ("`Jane Doe`", "Jane Doe", {}),
        ("Jane Doe^1^", "Jane Doe", {"note": "1"}),
        ("Doe, Jane", "Jane Doe", {}),
    ],
)
def test_marks_and_styles_come_off_a_name(printed: str, name: str, said: dict[str, str]) -> None:
    """Bold marks the owner, signs mark equal contribution: neither is part of the name."""
    found = author(printed)
    assert isinstance(found, (str, dict))
    assert (found if isinstance(found, str) else found["name"]) == name
    assert {key: value for key, value in (found.items() if isinstance(found, dict) else ()) if key != "name"} == said


def test_et_al_in_a_list_is_no_author() -> None:
    """It says that there are more."""
    assert listed(["Ann Lee", "Max Roe", "et al."]) == (["Ann Lee", "Max Roe"], True)
    assert listed([{"name": "Ann Lee"}, {"given": "Max", "family": "Roe"}]) == (["Ann Lee", "Max Roe"], False)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ({"name": "Ann Lee", "url": "https://example.org/ann"}, {"url": "https://example.org/ann"}),
        ({"name": "Ann Lee", "orcid": "https://orcid.org/0000-0002-1825-0097"}, {"orcid": "0000-0002-1825-0097"}),
        ({"name": "Ann Lee", "corresponding": "true", "affiliation": "Bath"},
         {"corresponding": "true", "affiliation": "Bath"}),
        ({"name": "Ann Lee", "attributes": {"equal-contributor": "true", "corresponding": "false"}},
         {"equal": "true"}),
        ({"name": "Ann Lee", "affiliations": [{"name": "Bath"}, {"name": "Oslo"}]}, {"affiliation": "Bath; Oslo"}),
        ({"name": "Ann Lee", "affiliations": [{"ref": "1"}], "website": "https://example.org/ann"},
         {"url": "https://example.org/ann"}),
    ],
)  # fmt: skip
def test_what_a_list_says_of_an_author_beside_the_name_is_kept(item: dict[str, object], said: dict[str, str]) -> None:
    """Home page, ORCID iD, affiliation and roles, as Quarto and people who add keys write them."""
    assert listed([item]) == ([{"name": "Ann Lee"} | said], False)


@given(st.text(alphabet="AbcÉz .,;&*_[]()<>1\ufffd王-'", max_size=60))
def test_damaged_lines_raise_nothing_and_invent_nothing(line: str) -> None:
    """Whatever stands there, each letter of a name is one of the line."""
    for name in printed_names([*name_lists.read(line).authors]):
        assert set(name) <= set(line) | {" ", ".", ","}
