"""Settings, people, topics and other pages say what their files say."""

import pytest

from publist.content import people_file, settings_file, topic_file
from publist.content.people_file import Person
from publist.content.settings_file import Config, Exports, Feed, NavItem
from publist.content.topic_file import PageFile, TopicFile
from publist.model.settings import Accent


def settings(text: str) -> Config:
    found, problems = settings_file.read(text, path="content/site.yaml")
    assert problems == ()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Config()),
        ("# nothing yet\n", Config()),
        ("title: no\n", Config(title="no")),
        ("owner: Jane Doe\n", Config(title="Jane Doe", owner="Jane Doe")),
        ("title: A\nbase_url: https://jane.github.io/papers\n", Config("A", base_url="https://jane.github.io/papers/")),
        ("title: A\naccent: 0\nper_page: 50\n", Config("A", accent=Accent(0), per_page=50)),
        ("title: A\nsearch: false\nfeed: {enabled: no}\n", Config("A", search=False, feed=Feed(enabled=False))),
        ("title: A\nexports: {per_paper: []}\n", Config("A", exports=Exports(per_paper=()))),
        ("title: A\ncite_as: page\n", Config("A", cite_as="page")),
        (
            "title: A\nnavigation:\n  - topics/\n  - {label: Me, path: /about/}\n  - {label: X, path: 'https://x.org/'}\n",
            Config("A", navigation=(NavItem("Topics", "topics/"), NavItem("Me", "about/"), NavItem("X", "https://x.org/"))),
        ),
        ("title: A\nlinks: {GitHub: 'https://github.com/jane'}\n", Config("A", links={"GitHub": "https://github.com/jane"})),
        ("title: A\ntheme_options: {wide: yes}\n", Config("A", theme_options={"wide": "yes"})),
        ("title: A\ncategories: {XY: My field}\n", Config("A", categories={"XY": "My field"})),
    ],
)  # fmt: skip
def test_settings_are_read(text: str, expected: Config) -> None:
    assert settings(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "base_url: https://jane.github.io/?x=1",
        "base_url: ftp://jane.github.io/",
        "cname: https://papers.example.org",
        "theme: ../evil",
        "language: english language",
        "email: jane",
        "per_page: 0",
        "navigation: [{path: 'javascript:alert(1)'}]",
        "repository: jane/papers",
    ],
)
def test_settings_that_would_break_the_site_are_errors(line: str) -> None:
    _, problems = settings_file.read(f"title: A\n{line}\n", path="content/site.yaml")
    assert [(problem.severity, problem.line) for problem in problems][:1] == [("error", 2)]


def test_unknown_settings_are_kept_and_warned_of() -> None:
    found, problems = settings_file.read("title: A\nmood: good\n", path="content/site.yaml")
    assert found == Config("A", extra={"mood": "good"})
    assert [problem.severity for problem in problems] == ["warning"]


def test_people_are_read_as_written_in_order() -> None:
    text = (
        "- name: Jane Doe\n  aliases: [J. Doe]\n  former_names: [Jane Roe]\n  owner: true\n"
        "  orcid: https://orcid.org/0000-0002-1825-0097\n  url: https://example.org/\n  affiliation: MIT\n"
        "- {name: Wei Wang, slug: wei-wang-mit, papers: [one, two]}\n"
    )
    assert people_file.read(text, path="content/people.yaml") == (
        (
            Person(
                "Jane Doe", ("J. Doe",), ("Jane Roe",), "0000-0002-1825-0097", "https://example.org/", "MIT", owner=True
            ),
            Person("Wei Wang", slug="wei-wang-mit", papers=("one", "two")),
        ),
        (),
    )


def test_no_people_are_no_mistake() -> None:
    assert people_file.read("# none yet\n", path="content/people.yaml") == ((), ())


def test_a_topic_has_its_files_name_its_phrases_and_an_introduction() -> None:
    text = "---\ntitle: Speech\nmatch: [speech recognition, ASR]\ncategories: [AS]\n---\nAll about it.\n"
    assert topic_file.read_topic(text, path="content/topics/speech.md") == (
        TopicFile("speech", "Speech", ("speech recognition", "ASR"), ("AS",), "All about it."),
        (),
    )


def test_a_page_has_its_files_name_and_a_place_in_the_navigation() -> None:
    text = "---\ntitle: About\nnav: 2\n---\nHello.\n"
    assert topic_file.read_page(text, path="content/pages/about.md") == (
        PageFile("about", "About", nav=2, body="Hello."),
        (),
    )
