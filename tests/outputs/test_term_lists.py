"""Overviews of terms: people by family name, what has one paper folded, bars only where they say something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from publist.outputs.pages.term_lists import term_lists
from publist.outputs.views import TermLink
from tests.conftest import Site


def links(*counts: int) -> list[tuple[TermLink, str]]:
    return [(TermLink(f"Term {n}", f"terms/{n}/", count), "") for n, count in enumerate(counts)]


def test_people_stand_by_family_name_under_their_letters() -> None:
    """Given names do not count, accents neither; names in other scripts stand as they are romanised."""
    names = [("Zoe Abel", "abel"), ("Ann Öst", "ost"), ("Bo Oz", "oz"), ("王 伟", "wang"), ("Cy de Vries", "vries")]
    names += [(f"Eva Adam{n}", f"adam{n}") for n in range(20)]
    rows = [(TermLink(title, f"people/{n}/", 30 - n), family) for n, (title, family) in enumerate(names)]
    lists = term_lists("person", rows)
    assert [group.letter for group in lists.letters] == ["A", "O", "V", "W"]
    assert [term.title for term in lists.letters[1].terms] == ["Ann Öst", "Bo Oz"]
    assert lists.letters[0].terms[0].title == "Zoe Abel"
    assert [term.title for term in lists.most[:2]] == ["Zoe Abel", "Ann Öst"]
    assert len(lists.most) == 10


def test_few_people_are_one_list() -> None:
    """Twenty need neither letters nor a list of the most frequent, who would stand twice."""
    lists = term_lists("person", links(*[1] * 20))
    assert lists.most == ()
    assert [group.letter for group in lists.letters] == [""]


def test_terms_with_one_paper_are_folded_where_others_have_more() -> None:
    """Thirteen of fifteen are; of twelve, or where no other is left, none; years never."""
    assert len(term_lists("venue", links(9, 2, *[1] * 13)).once) == 13
    assert term_lists("venue", links(9, 2, *[1] * 12)).once == ()
    assert term_lists("venue", links(*[1] * 13)).once == ()
    assert term_lists("year", links(9, *[1] * 30)).once == ()


def test_bars_stand_only_where_counts_differ() -> None:
    """More than threefold; bars of one say nothing."""
    assert term_lists("topic", links(10, 3)).bars == 10
    assert term_lists("topic", links(9, 3)).bars == 0
    assert term_lists("topic", links(1, 1)).bars == 0


@given(st.sampled_from(["person", "venue", "topic", "year"]), st.lists(st.integers(1, 9), max_size=60))
def test_every_term_stands_in_the_lists_once(kind: str, counts: list[int]) -> None:
    """Besides the most frequent, nobody twice and nobody left out."""
    rows = links(*sorted(counts, reverse=True))
    lists = term_lists(kind, rows)
    shown = [term for group in lists.letters for term in group.terms] + list(lists.once)
    assert sorted(shown) == sorted(term for term, _ in rows)


def test_many_people_have_a_row_of_letters(site: Site) -> None:
    """From sixty on, each letter leads to its heading."""
    files: dict[str, str | bytes] = {
        f"content/papers/p{n}.md": f"---\ntitle: P {n}\nauthors: [Ann A{n}x, Bo B{n}x]\ndate: 2020\n---\n"
        for n in range(30)
    }
    site.write({"content/site.yaml": "title: List\n", **files})
    site.build()
    page = site.page("people/index.html")
    assert '<a href="#letter-2">B</a>' in page
    assert '<h2 id="letter-2">B</h2>' in page
