"""Random edits of a site, for the tests and the benchmark that hold an incremental build against a clean one."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.conftest import Site

PEOPLE = ["Ada Lovelace", "Grace Hopper", "Alan Turing", "李明", "Jean-Baptiste d'Eau", "Ana de la Cruz"]
TOPICS = ["Computing", "Compilers", "C++", "C#", "Machines"]
VENUES = ["", "Journal of Engines", "Proc. of the Analytical Society"]
MARKS = ["{}", "{}", '{{name: "{}", equal: true}}', '{{name: "{}", corresponding: true, note: "‡"}}']
SAYINGS = [
    "type: thesis\ngenre: PhD thesis", "type: speech", "status: in press", "status: submitted", "venue_short: PoE",
    "awards: [Best paper award]", "summary: How it *works*.", "note: With an appendix", "collaboration: [The Group]",
    "image: assets/drawing.svg\nimage_alt: A face", "retraction: {date: 2023-05-01, note: Withdrawn}",
    "corrections: [{date: 2023-05-02, note: Table 1}, {url: 'https://e.org/n'}]", "weight: 2", "featured: true",
    "draft: true", "added: 2023-04-01", "citations: {count: 42, source: OpenAlex, date: 2026-11-27}", "et_al: true",
    "versions: [{type: article, arxiv: '2309.09843', date: 2021}]", "affiliations: [MIT]", "license: CC-BY-4.0",
    "keywords: [engines, notes]", "review: [title]", "links: {pdf: 'https://e.org/a.pdf', code: assets/file0.txt}",
    "doi: 10.1000/engine", "language: de", "extra: {grant: X-1}", "series: LNCS\nvolume: 12\npages: 3-9",
]  # fmt: skip
"""What else a paper may say, each line or two now and then."""
WORDS = [
    "engine",
    "*engine*",
    "$x_i^2$",
    "`code`",
    "notes",
    "a < b",
    "**bold move**",
    "[link](https://e.org/)",
    "mühle",
]


class Editor:
    """Makes one random edit of a site at a time, as its owner might.

    The site begins with so many ``papers`` besides the first; the more there are, the more people and topics they have.
    """

    def __init__(self, site: Site, seed: int, papers: int = 3) -> None:
        self.site = site
        self.random = random.Random(seed)
        self.names = 20 * max(2, papers // 10)
        self.authors = PEOPLE + [f"Una Bell{number:02d}" for number in range(papers // 2 - 1)]
        self.fields = TOPICS + [f"Field {number}" for number in range(papers // 6)]
        self.papers: set[str] = set()
        self.others: set[str] = set()
        site.write({"content/site.yaml": self._settings(), "content/assets/drawing.svg": self._drawing()})
        text = "---\ntitle: The first paper\n---\nIt stays, for a list of drafts is no site.\n"
        site.write({"content/papers/first.md": text})
        for _ in range(papers):
            self.add_paper()

    def edit_paper(self) -> str:
        """Do something to papers, or to a topic that takes some; what it was."""
        edits = [self.add_paper, self.change_paper, self.change_title, self.rename_paper, self.remove_paper, self.topic]
        edit = self.random.choice(edits)
        edit()
        return edit.__name__

    def edit(self) -> str:
        """Do something; what it was."""
        edits: list[Callable[[], None]] = [self.add_paper, self.add_paper, self.change_paper, self.change_abstract]
        edits += [self.rename_paper, self.remove_paper, self.settings, self.people, self.topic, self.page, self.asset]
        edits += [
            self.lab,
            self.static,
            self.news,
            self.template,
            self.style,
            self.remove_other,
            self.delete_output,
            self.spoil_output,
        ]
        edit = self.random.choice(edits)
        edit()
        return edit.__name__

    def _text(self, words: int) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, words)))

    def _paper(self) -> str:
        pick = self.random
        lines = [f"title: '{self._text(5)}'", "authors:"]
        lines += [f"  - {pick.choice(MARKS).format(name)}" for name in pick.sample(self.authors, pick.randint(1, 4))]
        if pick.random() < 0.9:
            lines.append(f"date: {pick.randint(2018, 2022)}-0{pick.randint(1, 9)}")
        lines.append(f"topics: [{', '.join(pick.sample(self.fields, pick.randint(0, 3)))}]")
        lines.append(f"venue: {pick.choice(VENUES)}")
        lines += [f"aliases: [former-{pick.randint(0, 10**9)}]"] * (pick.random() < 0.2)
        said = [line for line in SAYINGS if pick.random() < 0.1]
        lines += {line.partition(":")[0]: line for line in said}.values()  # a key stands once
        return "---\n" + "\n".join(lines) + f"\n---\n{self._text(20)}\n"

    def add_paper(self) -> None:
        """A new paper."""
        slug = f"paper-{self.random.randint(0, self.names)}"
        self.papers.add(slug)
        self.site.write({f"content/papers/{slug}.md": self._paper()})

    def change_paper(self) -> None:
        """Another text in a file."""
        if self.papers:
            self.site.write({f"content/papers/{self.random.choice(sorted(self.papers))}.md": self._paper()})

    def change_title(self) -> None:
        """A word more in a title."""
        if self.papers:
            path = f"content/papers/{self.random.choice(sorted(self.papers))}.md"
            text = (self.site.folder / path).read_text(encoding="utf-8")
            self.site.write({path: text.replace("title: '", f"title: '{self.random.choice(WORDS)} ", 1)})

    def change_abstract(self) -> None:
        """More text under a paper's front matter, which stays as it is."""
        if self.papers:
            path = f"content/papers/{self.random.choice(sorted(self.papers))}.md"
            text = (self.site.folder / path).read_text(encoding="utf-8")
            self.site.write({path: text + self._text(4) + "\n"})

    def rename_paper(self) -> None:
        """The same file by another name."""
        if self.papers:
            old = self.random.choice(sorted(self.papers))
            folder = self.site.folder / "content/papers"
            (folder / f"{old}.md").rename(folder / f"{old}-b.md")
            self.papers = self.papers - {old} | {f"{old}-b"}

    def remove_paper(self) -> None:
        """One paper less."""
        if self.papers:
            slug = self.random.choice(sorted(self.papers))
            self.papers.discard(slug)
            (self.site.folder / f"content/papers/{slug}.md").unlink()

    def _settings(self) -> str:
        pick = self.random
        return (
            f"title: {pick.choice(['Papers', 'Publications'])}\nowner: {pick.choice(PEOPLE)}\n"
            f"base_url: {pick.choice(['https://example.org/list/', 'https://example.org/'])}\n"
            f"per_page: {pick.choice([2, 100])}\nrelated: {pick.choice([0, 3])}\naccent: {pick.choice([10, 200])}\n"
            + pick.choice(["", "highlight: members\n", "highlight: person\n"])
            + pick.choice(["", "search: false\nexports: {lists: [], api: false}\n"])
            + pick.choice(["", "", "index: {group: type, whole: 2}\n", "index: {group: topic}\n", "kind: lab\n"])
            + pick.choice(["", "topics_from: keywords\nembeds: [video.example]\n"])
            + pick.choice(["", "abstracts: 0\n", "abstracts: 0\noutput: lean\n"])
            + pick.choice(["", "", "analytics: {service: goatcounter, id: e}\nbyline: 2\n"])
        )

    def settings(self) -> None:
        """Other settings."""
        self.site.write({"content/site.yaml": self._settings()})

    def people(self) -> None:
        """Two spellings become one person, or an owner is named."""
        first, second = self.random.sample(PEOPLE, 2)
        said = f'- name: "{first}"\n  aliases: ["{second}"]\n'
        member = "  group: Staff\n  photo: assets/face.svg\n" + self.random.choice(["", "  to: 2020\n"])
        self._other("content/people.yaml", said + self.random.choice(["  owner: true\n", member]))

    def lab(self) -> None:
        """Several owners, members in groups, and a name that somebody had before."""
        first, second, third = self.random.sample(PEOPLE, 3)
        entries = f'- {{name: "{first}", owner: true, group: Staff, from: 2012}}\n- {{name: "{second}", owner: true}}\n'
        former = (
            f'- {{name: Eve Ray, former_names: ["{third}"], group: Guests, role: Guest, page: about/, to: 2020-05}}\n'
        )
        self._other("content/people.yaml", entries + former)

    def static(self) -> None:
        """A file for the root of the site."""
        name = self.random.choice(["favicon.ico", ".well-known/security.txt", "robots.txt"])
        self._other(f"content/static/{name}", self._text(3))

    def news(self) -> None:
        """A piece of news."""
        text = f"---\ndate: 202{self.random.randint(0, 6)}\n---\n{self._text(5)}\n"
        self._other(f"content/news/n{self.random.randint(0, 3)}.md", text)

    def topic(self) -> None:
        """A topic that takes papers by a phrase."""
        name = self.random.choice(["engines", "notes", "c++"])
        self._other(
            f"content/topics/{name[:4]}.md",
            f"---\ntitle: About {name}\nmatch: [{name[:-1]}, {name}]\n---\n{self._text(9)}\n",
        )

    def page(self) -> None:
        """A page of its own."""
        frame = self.random.choice(["", '\n<iframe src="https://video.example/1" title="Talk"></iframe>\n'])
        path = self.random.choice(["about", "courses/index", "index"])
        self._other(f"content/pages/{path}.md", f"---\ntitle: About\nnav: 1\n---\n# {self._text(9)}\n{frame}")

    def asset(self) -> None:
        """A file to copy."""
        name = self.random.choice(["file0.txt", "file1.txt", "face.svg"])
        self._other(f"content/assets/{name}", self._text(9))
        self.site.write({"content/assets/drawing.svg": self._drawing()})

    def _drawing(self) -> str:
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.random.randint(1, 3)}0" height="10"/>'

    def template(self) -> None:
        """A theme of the site's own that changes one template."""
        self._theme()
        text = '{% extends "base.html" %}{% block main %}<h1>' + self._text(3) + "</h1>{% endblock %}"
        self._other("themes/mine/templates/404.html", text)

    def style(self) -> None:
        """A theme of the site's own that adds a stylesheet."""
        self._theme()
        self._other("themes/mine/assets/extra.css", f"p {{ margin: {self.random.randint(0, 9)}em }}")

    def _theme(self) -> None:
        self._other("themes/mine/theme.yaml", "extends: default\n")
        text = (self.site.folder / "content/site.yaml").read_text()
        self.site.write({"content/site.yaml": text if "theme:" in text else text + "theme: mine\n"})

    def _other(self, path: str, text: str) -> None:
        self.others.add(path)
        self.site.write({path: text})

    def remove_other(self) -> None:
        """One of the other files goes."""
        removable = sorted(path for path in self.others if path.startswith("content/"))
        if removable:
            path = self.random.choice(removable)
            self.others.discard(path)
            (self.site.folder / path).unlink()

    def delete_output(self) -> None:
        """Somebody deletes a page from the output."""
        pages = sorted(self.site.output.rglob("*.html"))
        if pages:
            self.random.choice(pages).unlink()

    def spoil_output(self) -> None:
        """Somebody writes into a page of the output."""
        pages = sorted(self.site.output.rglob("*.html"))
        if pages:
            self.random.choice(pages).write_text("spoilt")
