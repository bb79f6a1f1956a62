"""Links within the site: those that lead nowhere are told, with their line and what to do."""

from __future__ import annotations

import pytest

from publist.checks.audit import audit
from tests.conftest import Site, paper
from tests.support.checked_site import add, append, insert, told

LINKS = """\

Good: [a](../papers/notes/) [b](papers/notes/index.html) [c](../assets/x%20y.txt?v=1#top) [d](#here) [e](/)
[ref] ![picture](../assets/p.png)

[ref]: ../people/grace-hopper/#papers

Dead: [f](../papers/note/)
and ![picture](../assets/q.png).
"""


def test_links_within_the_site_that_lead_nowhere_are_told_with_their_line(clean: Site) -> None:
    clean.write({"content/assets/x y.txt": "x", "content/assets/p.png": "p"})
    append(clean, LINKS)
    assert told(clean) == [
        "content/papers/notes.md:16:11: warning: the link ../papers/note/ leads nowhere",
        "content/papers/notes.md:17:16: warning: the link ../assets/q.png leads nowhere",
    ]


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("papers/note/", "did you mean papers/notes/?"),
        ("files/x.pdf", "did you mean assets/x.pdf?"),
        ("papers/notes.md", "link to the page, not to its file: papers/notes/"),
        ("pages/about.md", "link to the page, not to its file: about/"),
        ("papers/later/", "what it leads to is a draft; delete the line `draft: true` there, or the link"),
        ("topics/empty/", "no paper belongs to this topic, so it has no page"),
        ("zzz/", "a file of the site must be under content/assets/, and a page has the name of its file"),
    ],
)
def test_a_dead_link_comes_with_what_to_do(clean: Site, address: str, hint: str) -> None:
    clean.write(
        {
            "content/assets/x.pdf": "x",
            "content/pages/about.md": f"---\ntitle: About\n---\n[here]({address})\n",
            "content/papers/later.md": paper("Later").replace("date:", "draft: true\ndate:"),
            "content/topics/empty.md": "---\ntitle: Empty\n---\n",
        }
    )
    found = [problem for problem in audit(str(clean.folder)).problems if "leads nowhere" in problem.message]
    assert [(problem.path, problem.line, problem.hint) for problem in found] == [("content/pages/about.md", 4, hint)]


def test_a_link_to_a_paper_with_mistakes_is_not_dead(clean: Site) -> None:
    add(clean, "content/papers/broken.md", "no front matter\n")
    append(clean, "[see](../papers/broken/)\n")
    assert [line for line in told(clean) if "leads nowhere" in line] == []


def test_links_that_name_a_file_must_have_it(clean: Site) -> None:
    insert(clean, "links:\n  pdf: assets/notes.pdf\n  slides: assets/slides.pdf")
    clean.write({"content/assets/slides.pdf": "s"})
    assert told(clean) == ["content/papers/notes.md:7:3: warning: the link assets/notes.pdf leads nowhere"]
    clean.write({"content/papers/notes.pdf": "the PDF beside the paper is what the page links to"})
    assert told(clean) == []
    insert(clean, "versions: []")
    (clean.folder / "content/assets/slides.pdf").unlink()
    assert told(clean) == ["content/papers/notes.md:8:3: warning: the link assets/slides.pdf leads nowhere"]


def test_the_navigation_and_topics_are_looked_at_too(clean: Site) -> None:
    append(clean, "navigation:\n  - papers/notes/\n  - path: abuot/\n", "content/site.yaml")
    add(clean, "content/topics/computing.md", "---\ntitle: Computing\n---\nSee [this](../papers/none/).\n")
    assert told(clean) == [
        "content/site.yaml:6:5: warning: the link abuot/ leads nowhere",
        "content/topics/computing.md:4:12: warning: the link ../papers/none/ leads nowhere",
    ]
