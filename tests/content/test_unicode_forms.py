"""Texts that are canonically equal are equal: names, topics, venues, files and links in two Unicode forms are one."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.text.look_alikes import difference, look_alike
from publist.text.unicode_forms import composed
from tests.conftest import Site

WORDS = (
    "José Müller",
    "Café",
    "Révue",
    "Ångström",
    "Việt Nguyễn",
    "한국어",
    "Ἀριστοτέλης",
    "Čapek Ř",
    "ｅ\u0301x",
    "Ṩ",
)
"""Each has another form when it is decomposed."""
FORMS = (normalize("NFC", "Résumé"), normalize("NFD", "Résumé"))


def _paper(title: str, word: str) -> str:
    return (
        f"---\ntitle: {title}\nauthors: ['{word}', Ann Lee]\ndate: 2023\ntopics: ['{word}']\nvenue: '{word}'\n---\n"
        f"An abstract by {word}.\n"
    )


def _in_two_forms(site: Site, word: str) -> None:
    nfd = normalize("NFD", word)
    site.write(
        {"content/site.yaml": f"title: P\nowner: '{word}'\nbase_url: https://m.github.io/papers/\nsearch: false\n"}
    )
    site.write({"content/papers/one.md": _paper("Paper one", normalize("NFC", word))})
    site.write({"content/papers/two.md": _paper("Paper two", nfd)})


@pytest.mark.parametrize("word", WORDS)
def test_a_name_in_two_forms_is_one(word: str, site: Site) -> None:
    """One person (the owner, highlighted in both), one topic, one venue; check sees nothing to join."""
    _in_two_forms(site, word)
    site.build()
    for folder, number in (("people", 2), ("topics", 1), ("venues", 1)):
        assert len([path for path in (site.output / folder).iterdir() if path.is_dir()]) == number
    assert site.page("index.html").count('class="me"') >= 2
    said = site.run("check").stdout
    assert "same person" not in said
    for name, text in site.snapshot().items():
        if name.endswith((".html", ".json", ".xml", ".ris")):
            assert text.decode() == normalize("NFC", text.decode())


@pytest.mark.parametrize("word", WORDS[:4])
def test_an_export_finds_a_name_in_either_form(word: str, site: Site) -> None:
    """The name on the command line may be in the other form than that of the papers."""
    _in_two_forms(site, word)
    for asked in (normalize("NFC", word), normalize("NFD", word)):
        for option in ("--person", "--topic", "--venue"):
            done = site.run("export", option, asked)
            assert done.returncode == 0, done.stderr
            assert "Paper one" in done.stdout
            assert "Paper two" in done.stdout


def test_escapes_of_yaml_are_composed_too(site: Site) -> None:
    """A name that is written with escapes is the name."""
    site.write({"content/site.yaml": "title: P\n"})
    site.write({"content/papers/a.md": '---\ntitle: A\nauthors: ["Jose\\u0301 Mu\\u0308ller"]\n---\n'})
    site.write({"content/papers/b.md": "---\ntitle: B\nauthors: [José Müller]\n---\n"})
    site.build()
    assert [path.name for path in (site.output / "people").iterdir() if path.is_dir()] == ["jose-muller"]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("linked", FORMS)
def test_a_file_is_found_in_either_form(name: str, linked: str, site: Site) -> None:
    """Assets, the PDF beside a paper, topics and people.yaml's papers, whatever form the file system gives."""
    site.write(
        {
            "content/site.yaml": "title: P\nbase_url: https://m.github.io/papers/\n",
            f"content/papers/{name}.md": f"---\ntitle: A paper\nauthors: [Ann Lee]\ntopics: ['{linked}']\n"
            f"links: {{slides: 'assets/{linked}.pdf'}}\n---\n[Slides](../assets/{linked}.pdf)\n",
            f"content/papers/{linked}.pdf": b"%PDF-1.4\n",
            f"content/assets/{name}.pdf": b"x",
            f"content/topics/{name}.md": "---\ntitle: Résumés\n---\n",
            "content/people.yaml": f"- name: Ann Lee\n  papers: ['{linked}']\n",
        }
    )
    done = site.run("build")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    for path in ("assets/Résumé.pdf", "papers/Résumé/Résumé.pdf", "topics/Résumé/index.html"):
        assert (site.output / path).is_file()
    said = site.run("check").stdout
    assert "leads nowhere" not in said
    assert "broken" not in said
    assert "there is no paper" not in said


def test_an_import_in_the_other_form_is_no_news(site: Site) -> None:
    """A source whose names are decomposed says what the paper says that is composed."""
    site.write({"content/site.yaml": "title: P\n"})
    entry = "@article{a, title = {Über Café}, author = {José Müller}, journal = {Révue}, year = 2020}\n"
    (site.folder / "list.bib").write_text(normalize("NFC", entry), encoding="utf-8")
    assert site.run("import", "list.bib").returncode == 0
    before = {path: path.read_bytes() for path in (site.folder / "content/papers").iterdir()}
    (site.folder / "list.bib").write_text(normalize("NFD", entry), encoding="utf-8")
    done = site.run("import", "list.bib")
    assert done.returncode == 0, done.stderr
    assert {path: path.read_bytes() for path in (site.folder / "content/papers").iterdir()} == before


def test_an_edit_leaves_the_form_of_what_it_does_not_touch(site: Site) -> None:
    """A hand-written file in decomposed form keeps its bytes where an import changes another key."""
    nfd = normalize("NFD", "José Müller")
    site.write({"content/site.yaml": "title: P\n"})
    site.write({"content/papers/a.md": f"---\ntitle: A paper\nauthors: [{nfd}]\ndate: 2020\n---\nBy {nfd}.\n"})
    (site.folder / "list.bib").write_text(
        "@article{a, title = {A paper}, author = {José Müller}, year = 2020, doi = {10.1234/x}}\n", encoding="utf-8"
    )
    assert site.run("import", "list.bib").returncode == 0
    papers = list((site.folder / "content/papers").iterdir())
    assert len(papers) == 1
    text = papers[0].read_text(encoding="utf-8")
    assert f"authors: [{nfd}]" in text
    assert f"By {nfd}." in text
    assert "10.1234/x" in text


LOOK_ALIKES = [
    ("Caf\u00e9", "Cafe\u0301", "composed"),
    ("paper", "p\u0430per", "U+0430 CYRILLIC SMALL LETTER A"),
    ("a b", "a\u00a0b", "U+00A0 NO-BREAK SPACE"),
    ("topic", "topic\u200b", "U+200B ZERO WIDTH SPACE"),
    ("e-mail", "e\u2010mail", "U+2010 HYPHEN"),
    ("it's", "it\u2019s", "U+2019 RIGHT SINGLE QUOTATION MARK"),
    ("ALPHA", "\u0391LPHA", "U+0391 GREEK CAPITAL LETTER ALPHA"),
    ("abc", "a\u202dbc", "U+202D LEFT-TO-RIGHT OVERRIDE"),
    ("fi", "\ufb01", "U+FB01 LATIN SMALL LIGATURE FI"),
    ("x", "\uff58", "U+FF58 FULLWIDTH LATIN SMALL LETTER X"),
    ("a", "a ", "U+0020 SPACE"),
    ("\u212bngstrom", "\u00c5ngstrom", "composed"),
]


@pytest.mark.parametrize(("one", "other", "said"), LOOK_ALIKES)
def test_what_differs_is_said_of_two_texts_that_look_the_same(one: str, other: str, said: str) -> None:
    """The character is named by its code point, in either order of the two."""
    assert said in difference(one, other)
    assert said in difference(other, one)


@pytest.mark.parametrize(("one", "other"), [("a", "a"), ("a", "b"), ("Cafe", "Café"), ("", "x"), ("case", "Case")])
def test_nothing_is_said_of_texts_that_anybody_can_tell_apart(one: str, other: str) -> None:
    """Nor of equal ones."""
    assert difference(one, other) == ""


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_texts_that_look_the_same_differ_in_something_that_can_be_said(one: str, other: str) -> None:
    """A difference is said exactly of look-alikes; composing makes canonically equal texts equal."""
    assert bool(difference(one, other)) == look_alike(one, other)
    assert composed(normalize("NFD", one)) == composed(one)


def test_hints_say_what_differs(site: Site) -> None:
    """A hint that names nearly the same word tells the two apart."""
    site.write({"content/site.yaml": "title: P\n"})
    site.write({"content/papers/a.md": "---\ntitle: A paper\nаuthors: [Ann Lee]\ntopics: [Kernel]\n---\n"})
    site.write({"content/people.yaml": "- name: Ann Lee\n  papers: ['\u0430']\n"})
    said = site.run("check").stdout
    assert "did you mean `authors`?" in said
    assert "U+0430 CYRILLIC SMALL LETTER A in one and U+0061 LATIN SMALL LETTER A in the other" in said
    site.write({"content/papers/kernel.md": "---\ntitle: Another\n---\n"})
    done = site.run("merge", "a", "kern\u0435l")
    assert done.returncode == 1
    assert "U+0435 CYRILLIC SMALL LETTER IE" in done.stderr
