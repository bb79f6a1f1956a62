"""What the preview shows is what a build writes, byte for byte, however it came to its state."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest

from publist.build.builder import build
from publist.build.plan import make_plan
from publist.build.run import Options
from publist.preview import state as states
from publist.preview.state import State
from tests.conftest import Site
from tests.support.random_edits import Editor

NAMES = ("Ada Lovelace", "Grace Hopper", "Alan Turing", "李明")
TITLES = ("On machines", "Of numbers & proofs", "Why $x^2$ grows", "Zebras", "An *early* note")
TOPICS = ("Computing", "Logic", "History")


def paper(chance: random.Random) -> str:
    """A paper of few words, so that papers have things in common and change places in the lists."""
    authors = "".join(f"  - {name}\n" for name in chance.sample(NAMES, chance.randint(1, 3)))
    optional = (
        "venue: Annals\n",
        "doi: 10.1000/x\n",
        "featured: true\n",
        "review: [title]\n",
        "draft: true\n",
        "type: thesis\n",
        "added: 2020-02\n",
    )
    return (
        f"---\ntitle: {chance.choice(TITLES)}\nauthors:\n{authors}date: {chance.choice((1843, 1936, 1950))}\n"
        f"topics: [{chance.choice(TOPICS)}]\n{''.join(chance.sample(optional, chance.randint(0, 2)))}---\n"
        f"{body(chance)}\n"
    )


def body(chance: random.Random) -> str:
    return f"Something about {chance.choice(('engines', 'looms', 'proof'))} and {chance.choice(TITLES)}."


def edited(text: str, chance: random.Random) -> str:
    """The paper with one thing changed: mostly what moves it nowhere, at times what does."""
    head, _, _ = text.rpartition("---\n")
    kind = chance.randrange(6)
    if kind < 2:
        return f"{head}---\n{body(chance)}\n"
    if kind == 2:
        return text.replace("title: ", f"title: {chance.choice('AMZ')} ", 1)
    if kind in (3, 4):
        key = "pages" if kind == 3 else "note"
        without = re.sub(rf"^{key}: .*\n", "", text, flags=re.MULTILINE)
        return without.replace("authors:\n", f"{key}: {chance.randint(1, 9)}-12\nauthors:\n", 1)
    return paper(chance)


@pytest.fixture
def list_site(site: Site) -> Site:
    """Ten papers, a topic that takes papers by their words, a described person, another page, an asset."""
    chance = random.Random(1)
    papers: dict[str, str | bytes] = {f"content/papers/p{number}.md": paper(chance) for number in range(10)}
    site.write(
        papers
        | {
            "content/site.yaml": "title: Papers\nowner: Ada Lovelace\nbase_url: https://example.org/list/\n",
            "content/topics/weaving.md": "---\ntitle: Weaving\nmatch: [looms]\n---\nAbout looms.\n",
            "content/people.yaml": "- name: Grace Hopper\n  affiliation: Navy\n",
            "content/pages/about.md": "---\ntitle: About\nnav: 1\n---\nSome *words*.\n",
            "content/assets/a.txt": "text",
        }
    )
    return site


def begun(site: Site) -> State:
    said: list[str] = []
    state = State(str(site.folder), said.append)
    state.begin()
    assert not said, said
    return state


def shown(state: State) -> dict[str, bytes]:
    """Every file of the site as the preview serves it."""
    assert state.snapshot
    files = {path: state.page(f"/list/{path}").content for path in state.snapshot.artifacts}
    assert None not in files.values()
    return {path: content for path, content in files.items() if content is not None}


def built(site: Site, output: Path) -> dict[str, bytes]:
    """What a build writes, but for its own list and the search index, which the preview takes from the last build."""
    build(Options(str(site.folder), str(output), clean=True))
    files = {path.relative_to(output).as_posix(): path for path in output.rglob("*") if path.is_file()}
    return {path: file.read_bytes() for path, file in files.items() if not path.startswith((".publist", "pagefind/"))}


def test_the_preview_serves_what_a_build_writes(list_site: Site, tmp_path: Path) -> None:
    """Every file of the site, pages, feeds, exports and assets, is there and has the built bytes."""
    assert shown(begun(list_site)) == built(list_site, tmp_path / "built")


@pytest.mark.parametrize("seed", range(8))
def test_after_any_edits_the_preview_still_serves_what_a_build_writes(
    list_site: Site, tmp_path: Path, seed: int
) -> None:
    """Edits taken in one by one give the bytes of a clean build, whether they needed a new plan or not."""
    chance = random.Random(seed)
    state = begun(list_site)
    for _ in range(8):
        shown(state)  # what was rendered before must not be served after
        name = f"content/papers/p{chance.randrange(10)}.md"
        text = (list_site.folder / name).read_text(encoding="utf-8")
        list_site.write({name: edited(text, chance)})
        state.apply({name}, ())
    assert shown(state) == built(list_site, tmp_path / "built")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The Middle", "title: The Mutual"),  # its citation key is made of it
        ("title: The Middle", "title: A Middle"),  # it stands before the others of its day
        ("Words.", "Words about looms."),  # a topic takes it
        ("date: 1900", "keywords: [looms]\ndate: 1900"),
        ("date: 1900", "links: {pdf: a.pdf}\ndate: 1900"),
        ("date: 1900", "type: software\ndate: 1900"),  # the site has types from now on
        ("date: 1900", "event: The First Workshop\nvenue: Proceedings\ndate: 1900"),
        ("date: 1900", "draft: true\ndate: 1900"),
        ("date: 1900", "featured: true\ndate: 1900"),
        ("date: 1900", "added: 2020-03-04\ndate: 1900"),
        ("date: 1900", "retraction: {date: 1901, note: Lost}\ndate: 1900"),
        ("date: 1900", "corrections: [{date: 1901}]\ndate: 1900"),
        ("title: The", "key: mine\ntitle: The"),
        ("- Ada Lovelace", "- {name: Ada Lovelace, orcid: 0000-0002-1825-0097}"),
    ],
)
def test_an_edit_that_changes_more_than_its_paper(list_site: Site, tmp_path: Path, old: str, new: str) -> None:
    """Places in lists, topics, keys, files: what a paper's edit changes elsewhere is there too."""
    text = "---\ntitle: The {}\nauthors:\n  - Ada Lovelace\ndate: 1900\n---\nWords.\n"
    names = ("Lower", "Middle", "Upper")
    list_site.write({f"content/papers/{name}.md": text.format(name) for name in names})
    state = begun(list_site)
    before = shown(state)
    list_site.write({"content/papers/Middle.md": text.format("Middle").replace(old, new)})
    state.apply({"content/papers/Middle.md"}, ())
    after = shown(state)
    assert after != before
    assert after == built(list_site, tmp_path / "built")


def test_an_event_that_makes_a_workshop_paper(site: Site, tmp_path: Path) -> None:
    """A second type of work makes pages of types, although the edited key is not ``type``."""
    text = "---\ntitle: {}\nvenue: Proceedings of Engines\ndate: 1900\n{}---\nWords.\n"
    site.write({"content/site.yaml": "title: A\nbase_url: https://example.org/list/\n"})
    site.write({f"content/papers/{name}.md": text.format(name, "event: Meeting\n") for name in ("a", "b")})
    state = begun(site)
    assert not [path for path in shown(state) if path.startswith("types/")]
    site.write({"content/papers/a.md": text.format("a", "event: The Third Workshop\n")})
    state.apply({"content/papers/a.md"}, ())
    after = shown(state)
    assert "types/workshop-paper/index.html" in after
    assert after == built(site, tmp_path / "built")


def test_an_edit_that_moves_nothing_needs_no_plan(list_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Body, pages and notes are taken in without looking at the rest of the list; a date is not."""
    state = begun(list_site)
    plans: list[int] = []

    def counted(*given: Any) -> Any:
        plans.append(1)
        return make_plan(*given)

    monkeypatch.setattr(states, "make_plan", counted)
    name = "content/papers/p3.md"
    text = (list_site.folder / name).read_text(encoding="utf-8")
    for change in (f"{text}\nMore.\n", text.replace("---\n", "---\npages: 3-4\n", 1)):
        list_site.write({name: change})
        state.apply({name}, ())
    assert not plans
    list_site.write({name: re.sub(r"date: \d+", "date: 1999", text)})
    state.apply({name}, ())
    assert plans


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/site.yaml", "title: Others\nbase_url: https://example.org/list/\n"),
        ("content/people.yaml", "- name: Grace Hopper\n  aliases: [Alan Turing]\n"),
        ("content/people.yaml", "- {name: Grace Hopper, group: Navy, photo: assets/a.svg}\n"),
        ("content/topics/weaving.md", "---\ntitle: Looms\nmatch: [engines]\n---\n"),
        ("content/pages/about.md", "---\ntitle: Who\nnav: 1\n---\nOther words.\n"),
        ("content/assets/a.txt", "other text"),
        ("content/papers/new.md", "---\ntitle: New\nauthors: [Grace Hopper]\ndate: 1990\n---\nNew words.\n"),
        ("themes/mine/assets/style.css", "body { color: red }"),
    ],
)
def test_a_change_of_anything_else_is_taken_in(list_site: Site, tmp_path: Path, path: str, text: str) -> None:
    """Settings, people, topics, pages, assets, new papers and themes."""
    list_site.write({"themes/mine/theme.yaml": "extends: default\n", "themes/mine/assets/style.css": "a {}"})
    list_site.write({"content/site.yaml": "title: Papers\ntheme: mine\nbase_url: https://example.org/list/\n"})
    state = begun(list_site)
    before = shown(state)
    list_site.write({path: text})
    state.apply({path}, ())
    after = shown(state)
    assert after != before
    assert after == built(list_site, tmp_path / "built")


def test_a_deleted_and_a_renamed_paper(list_site: Site, tmp_path: Path) -> None:
    """The pages of the old names are gone, those of the new ones are there."""
    state = begun(list_site)
    folder = list_site.folder / "content/papers"
    (folder / "p1.md").unlink()
    (folder / "p2.md").rename(folder / "renamed.md")
    state.apply({"content/papers/p1.md", "content/papers/p2.md", "content/papers/renamed.md"}, ())
    files = shown(state)
    assert "papers/p2/index.html" not in files
    assert files == built(list_site, tmp_path / "built")


@pytest.mark.parametrize("seed", range(3))
def test_a_new_plan_keeps_what_it_does_not_touch(site: Site, tmp_path: Path, seed: int) -> None:
    """In a longer list most papers and people stay as they are; the others are served as a build writes them."""
    editor = Editor(site, seed, 40)
    site.write({"content/site.yaml": "title: Papers\nbase_url: https://example.org/list/\nrelated: 2\nper_page: 5\n"})
    state = begun(site)
    paths = {path.relative_to(site.folder).as_posix() for path in (site.folder / "content").rglob("*.md")}
    for _ in range(4):
        editor.edit_paper()
        now = {path.relative_to(site.folder).as_posix() for path in (site.folder / "content").rglob("*.md")}
        state.apply(paths | now, ())
        paths = now
    assert shown(state) == built(site, tmp_path / "built")
