"""Keywords as topics, where the settings ask for them."""

from __future__ import annotations

from tests.conftest import Site


def papers(*keywords: str) -> dict[str, str | bytes]:
    """A site with a paper for each list of keywords."""
    return {
        f"content/papers/p{number}.md": f"---\ntitle: Paper {number}\ndate: 2020\nkeywords: [{words}]\n---\n"
        for number, words in enumerate(keywords)
    }


def topics(site: Site) -> set[str]:
    """The pages of topics."""
    site.build()
    return {path.parent.name for path in site.output.glob("topics/*/index.html")}


def test_keywords_that_three_papers_share_are_topics(site: Site) -> None:
    """Without regard to case; rarer ones are none."""
    site.write({"content/site.yaml": "title: P\ntopics_from: keywords\n"})
    site.write(papers("Tides, silt", "tides", "Tides", "silt"))
    assert topics(site) == {"tides"}
    assert ">Tides<" in site.page("topics/tides/index.html")


def test_how_many_papers_a_topic_needs_can_be_said(site: Site) -> None:
    """From one paper up."""
    site.write({"content/site.yaml": "title: P\ntopics_from: {source: keywords, papers: 2}\n"})
    site.write(papers("Tides, silt", "tides", "silt", "waves"))
    assert topics(site) == {"tides", "silt"}


def test_a_keyword_is_the_topic_of_its_name(site: Site) -> None:
    """With a topic's file there are not two of them."""
    site.write({"content/site.yaml": "title: P\ntopics_from: keywords\n"})
    site.write(papers("Tides", "tides", "tides"))
    site.write({"content/topics/sea.md": "---\ntitle: Tides\n---\nAll about them.\n"})
    assert topics(site) == {"sea"}
    assert "Paper 0" in site.page("topics/sea/index.html")


def test_without_the_setting_keywords_are_no_topics(site: Site) -> None:
    """And a list without topics has no page of topics, and no link to one."""
    site.write({"content/site.yaml": "title: P\n"})
    site.write(papers("Tides", "tides", "tides"))
    assert topics(site) == set()
    assert "topics/" not in site.page("index.html")
