"""Topics for a list that has none: what is proposed, and the command that writes it."""

from __future__ import annotations

import json
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from publist.library.term_statistics import PaperText
from publist.library.topic_proposals import MOST, propose_topics
from publist.text.phrases import terms
from tests.conftest import Site

_FIELDS = {
    "glacier retreat": ("ice core", "moraine", "melting snow"),
    "soil moisture": ("crop yield", "irrigation canal", "drought index"),
    "bird migration": ("ring recovery", "flyway", "breeding ground"),
    "tidal energy": ("turbine blade", "estuary", "grid connection"),
    "lichen growth": ("rock wall", "symbiosis", "spore"),
    "urban noise": ("street canyon", "sound barrier", "sleep quality"),
    "peat fire": ("smoke plume", "burnt area", "carbon loss"),
}
"""Seven invented fields, each with words that go with it."""


def invented(each: int = 6) -> list[PaperText]:
    """So many papers of each field."""
    papers = []
    for number, (field, words) in enumerate(_FIELDS.items()):
        for turn in range(each):
            slug = f"paper-{number}-{turn}"
            title = f"A new study of {field if turn % 2 else field + 's'} and its {words[turn % 3]}"
            abstract = f"We propose a method. The {words[(turn + 1) % 3]} is measured with {words[turn % 3]}."
            papers.append(PaperText(slug, title, (), abstract))
    return papers


def site_of(site: Site, papers: list[PaperText]) -> Site:
    """The papers as files."""
    site.write({"content/site.yaml": "title: Papers\n"})
    site.write({f"content/papers/{p.slug}.md": f"---\ntitle: {p.title}\n---\n{p.abstract}\n" for p in papers})
    return site


def test_the_fields_of_a_list_are_found() -> None:
    """Each group of papers on one thing is a topic of its own, which has all its papers."""
    found = {topic.title.casefold(): topic for topic in propose_topics(invented())}
    for number, field in enumerate(_FIELDS):
        topic = found.get(field) or found[f"{field}s"]
        assert set(topic.papers) == {f"paper-{number}-{turn}" for turn in range(6)}
        assert {field, f"{field}s"} <= set(topic.phrases)


def test_the_order_of_the_papers_does_not_matter() -> None:
    """What is proposed is a matter of the papers alone."""
    papers = invented()
    shuffled = random.Random(3).sample(papers, len(papers))
    assert propose_topics(shuffled) == propose_topics(papers)


def test_terms_have_no_words_of_every_abstract() -> None:
    """Words that stand in every field are no terms; plurals and hyphens are one with the others."""
    found = {
        occurrence.term for occurrence in terms("We propose a new method for the analysis of Tidal-Energy systems")
    }
    assert ("tidal", "energy") in found
    assert not {("method",), ("analysis",), ("propose",), ("system",)} & found


_TEXT = st.text(st.sampled_from("ab é語ไ-'$*[]#\n.1 "), max_size=40)


@given(st.lists(st.builds(PaperText, _TEXT, _TEXT, st.tuples(_TEXT), _TEXT), max_size=12, unique_by=lambda p: p.slug))
@settings(max_examples=100)
def test_nothing_is_invented(papers: list[PaperText]) -> None:
    """Whatever the texts: at most 14 topics, each with papers of the list, whose texts have its phrases."""
    found = propose_topics(papers)
    assert len(found) <= MOST
    texts = {paper.slug: " ".join((paper.title, *paper.keywords, paper.abstract)) for paper in papers}
    for topic in found:
        assert len(set(topic.papers)) >= 2
        for phrase in topic.phrases:
            words = phrase.split()
            assert any(all(word in texts[slug] for word in words) for slug in topic.papers), phrase


def test_the_command_proposes_and_writes_nothing(site: Site) -> None:
    """Without --write the topics are shown with their phrases and papers, and content/ stays as it is."""
    site_of(site, invented())
    done = site.run("topics")
    assert done.returncode == 0, done.stderr
    assert "(6 papers): content/topics/" in done.stdout
    assert "… and 3 more (--all lists them)" in done.stdout
    assert "Next: publist topics --write" in done.stdout
    assert not (site.folder / "content/topics").exists()


def test_written_topics_have_their_papers_on_the_site(site: Site) -> None:
    """With --write each topic is a file that takes the papers shown: in the build and in an export."""
    site_of(site, invented())
    told = json.loads(site.run("topics", "--write", "--json").stdout)
    assert len(told["written"]) == len(told["topics"]) == 7
    site.build()
    for topic in told["topics"]:
        slug = topic["path"].removeprefix("content/topics/").removesuffix(".md")
        page = site.page(f"topics/{slug}/index.html")
        assert all(f"papers/{paper}/" in page for paper in topic["papers"])
        exported = site.run("export", "--format", "csl-json", "--topic", slug).stdout
        assert len(json.loads(exported)) == len(topic["papers"])


def test_a_second_run_changes_nothing(site: Site) -> None:
    """The same topics again, all there; a file that was edited stays as its owner wrote it."""
    site_of(site, invented())
    first = json.loads(site.run("topics", "--write", "--json").stdout)
    edited = site.folder / first["written"][0]
    edited.write_text("---\ntitle: My own name\nmatch: [peat fire]\n---\nMine.\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in (site.folder / "content/topics").iterdir()}
    again = json.loads(site.run("topics", "--write", "--json").stdout)
    assert again["written"] == []
    assert [topic["title"] for topic in again["topics"]] == [topic["title"] for topic in first["topics"]]
    assert {path: path.read_bytes() for path in (site.folder / "content/topics").iterdir()} == before
    assert "Nothing to create" in site.run("topics", "--write").stdout


def test_a_topic_that_exists_under_another_name_is_not_proposed_again(site: Site) -> None:
    """A file with one of the phrases has the topic already."""
    site_of(site, invented())
    site.write({"content/topics/fires.md": "---\ntitle: Fires\nmatch: [Peat-Fire]\n---\n"})
    told = json.loads(site.run("topics", "--write", "--json").stdout)
    there = [topic for topic in told["topics"] if topic["exists"]]
    assert [topic["exists"] for topic in there] == ["content/topics/fires.md"]
    assert len(told["written"]) == 6


def test_a_list_without_common_terms_has_nothing_to_propose(site: Site) -> None:
    """Two papers about different things share no term."""
    site_of(site, [PaperText("a", "Lichens", (), ""), PaperText("b", "Noise", (), "")])
    assert site.run("topics").stdout == "No topics to propose: the 2 papers of this site share no terms.\n"


def test_phrases_of_scripts_without_spaces_take_papers(site: Site) -> None:
    """A Chinese or Thai phrase is found within a sentence, where no space tells its edge; keywords can be topics."""
    for number in range(3):
        text = f"---\ntitle: 论文{number}\nkeywords: [深度学习]\n---\n本文研究机器翻译。 ระบบแปลภาษา\n"
        site.write({f"content/papers/p{number}.md": text})
    site.write({"content/topics/mt.md": "---\ntitle: MT\nmatch: [机器翻译]\n---\n"})
    site.write({"content/topics/thai.md": "---\ntitle: Thai\nmatch: [แปลภาษา]\n---\n"})
    site.write({"content/papers/other.md": "---\ntitle: Other\n---\n"})
    told = json.loads(site.run("topics", "--json").stdout)
    assert [topic["title"] for topic in told["topics"]] == ["深度学习"]
    site.build()
    assert site.page("topics/mt/index.html").count('href="../../papers/p') >= 3
    assert "papers/p1/" in site.page("topics/thai/index.html")


def test_what_names_no_field_names_no_topic() -> None:
    """Numbers of parts, languages, directions and bare adjectives are no terms by themselves; with a noun they are."""
    for word in ("II", "IV", "XII", "German", "southern", "molecular", "ecological", "reveals", "boundaries"):
        assert not list(terms(word)), word
    assert [found.spelling for found in terms("molecular clouds")] == ["molecular clouds", "clouds"]
    assert [found.spelling for found in terms("Mix")] == ["Mix"]
