"""The site that the pictures of the docs show: an invented person, or lab, with papers, pictures and news."""

from __future__ import annotations

from typing import NamedTuple

OWNER = "Mira Solano"
_TEAM = (
    ("Mira Solano", "Principal investigator", "Faculty"),
    ("Jonas Albers", "Postdoc, acoustics", "Postdocs"),
    ("Amara Okoye", "PhD student, room maps", "PhD students"),
    ("Li Wen", "PhD student, microphones", "PhD students"),
    ("Sofia Brandt", "PhD student, speech", "PhD students"),
)


class _Paper(NamedTuple):
    """What an invented paper says of itself, besides its authors."""

    slug: str
    title: str
    venue: str
    short: str
    date: str
    topic: str
    summary: str
    more: str = ""


_PAPERS = (
    _Paper(
        "rooms-from-a-clap",
        "Hearing the Shape of a Room from a Single Clap",
        "International Conference on Computer Hearing",
        "ICCH",
        "2026-04",
        "Room acoustics",
        "One clap and one telephone are enough for a floor plan that is right to a hand's breadth.",
        "awards: [Best paper award]\nfeatured: true\narxiv: '2601.01234'\n",
    ),
    _Paper(
        "quiet-microphones",
        "Quiet Microphones: Learning What Not to Record",
        "Transactions on Audio and Privacy",
        "TAP",
        "2026-01",
        "Privacy",
        "A microphone that forgets speech before it is stored, and still hears the kettle.",
        "featured: true\nstatus: in press\n",
    ),
    _Paper(
        "birdsong-atlas",
        "An Atlas of Birdsong from Ten Thousand Balconies",
        "Journal of Listening",
        "",
        "2025-09",
        "Bioacoustics",
        "What a city sings at four in the morning, recorded by its people.",
        "featured: true\nvolume: 12\npages: 101-128\nlinks:\n  data: https://example.org/atlas\n",
    ),
    _Paper(
        "echo-fields",
        "Echo Fields: Differentiable Acoustics for Rooms with Furniture",
        "Symposium on Neural Fields",
        "SNF",
        "2025-06",
        "Room acoustics",
        "Sound that bends around a sofa, at the price of one look-up.",
        "featured: true\narxiv: '2502.04321'\nlinks:\n  code: https://github.com/example/echo-fields\n  video: https://www.youtube.com/watch?v=example\n",
    ),
    _Paper(
        "whisper-maps",
        "Whisper Maps: Where a Room Keeps a Secret",
        "International Conference on Computer Hearing",
        "ICCH",
        "2025-04",
        "Privacy",
        "A map of every place from which a whisper can be understood.",
        "links:\n  code: https://github.com/example/whisper-maps\n",
    ),
    _Paper(
        "cello",
        "The Cello Knows: Bow Pressure from Sound Alone",
        "Conference on Music and Machines",
        "CMM",
        "2024-11",
        "Music",
        "",
        "awards: [Honourable mention]\n",
    ),
    _Paper(
        "cocktail",
        "Two Ears at a Party: Attention without a Camera",
        "Journal of Listening",
        "",
        "2024-05",
        "Speech",
        "",
        "volume: 11\npages: 7-31\n",
    ),
    _Paper(
        "far-talk",
        "Far Talk: A Benchmark of Speech across Large Halls",
        "Workshop on Distant Speech",
        "WDS",
        "2023-09",
        "Speech",
        "",
        "links:\n  data: https://example.org/far-talk\n",
    ),
    _Paper(
        "impulse",
        "Impulse Responses Are Enough",
        "Transactions on Audio and Privacy",
        "TAP",
        "2023-02",
        "Room acoustics",
        "",
    ),
    _Paper(
        "rain",
        "Counting Raindrops on a Tin Roof",
        "Journal of Listening",
        "",
        "2022-08",
        "Bioacoustics",
        "",
        "volume: 9\npages: 55-70\n",
    ),
    _Paper(
        "kettle",
        "When Is the Kettle Done? A Study of Forty Kitchens",
        "Conference on Everyday Sensing",
        "CES",
        "2021-10",
        "Privacy",
        "",
    ),
    _Paper(
        "thesis",
        "Listening to Places",
        "",
        "",
        "2020-12",
        "Room acoustics",
        "",
        "type: thesis\npublisher: Example University\n",
    ),
)
_ABSTRACT = (
    "We ask how much of a place can be known from what is heard in it. A small model of how sound spreads, fitted to "
    "{n} recordings, explains what larger models only remember: it needs a twentieth of their data, runs on a "
    "telephone, and says where it is unsure. We release recordings, code and the mistakes that we made.\n"
)
_KINDS = {"Journal": "article-journal", "Transactions": "article-journal"}
_WITH = ("Jonas Albers", "Amara Okoye", "Li Wen", "Sofia Brandt", "Pedro Lima", "Ada Nowak")

_SETTINGS = """\
title: Publications of Mira Solano
owner: Mira Solano
role: Professor of computational acoustics
affiliation: Example University
email: mira@example.org
links:
  Google Scholar: https://scholar.example.org/mira
  ORCID: https://orcid.org/0000-0002-1825-0097
  GitHub: https://github.com/example
base_url: https://example.org/
"""
_BIOGRAPHY = """\
---
title: Home
---
I build machines that listen: to rooms, to birds, and to the difference between a question and a sigh. My group works on
acoustics that can be learned from little, and on microphones that know when not to.
"""
_ABOUT = "---\ntitle: About\nnav: 1\n---\nThe group lives on the second floor, next to the kettle.\n"
_NEWS = {
    "clap": ("2026-01", "*Hearing the Shape of a Room* is accepted at ICCH 2026."),
    "atlas": ("2025-10", "The birdsong atlas is open: 10,412 balconies, one map."),
    "phd": ("2025-07", "Amara Okoye joins the group."),
}


def paper_file(number: int, paper: _Paper, *, pictured: bool) -> str:
    """One of the papers as a file."""
    authors = [OWNER, *(_WITH[(number * 2 + n) % len(_WITH)] for n in range(number % 4))]
    authors = authors[number % 2 :] + authors[: number % 2]
    kind = "" if "type:" in paper.more else f"type: {_KINDS.get(paper.venue.split()[0], 'paper-conference')}\n"
    venue = f"venue: {paper.venue}\n" if paper.venue else ""
    venue += f"venue_short: {paper.short}\n" if paper.short else ""
    summary = f'summary: "{paper.summary}"\n' if paper.summary else ""
    pdf = f"links:\n  pdf: https://example.org/{paper.slug}.pdf\n" if "links:" not in paper.more else ""
    image = f"image: assets/{paper.slug}.png\nimage_alt: {paper.title.partition(':')[0]}, as a picture\n"
    return (
        f'---\ntitle: "{paper.title}"\nauthors: [{", ".join(authors)}]\ndate: {paper.date}\n'
        f"{venue}{summary}{kind}{paper.more}{pdf}doi: 10.1000/{paper.slug}\n"
        f"topics: [{paper.topic}]\n{image * pictured}---\n{_ABSTRACT.format(n=3 + number)}"
    )


def demo_site(theme: str = "default", accent: str = "", *, pictures: bool = True) -> dict[str, str | bytes]:
    """The files of the person's site in a theme and an accent colour."""
    settings = _SETTINGS + f"theme: {theme}\n" + (f"accent: {accent}\n" if accent else "")
    files: dict[str, str | bytes] = {
        "content/site.yaml": settings,
        "content/pages/index.md": _BIOGRAPHY,
        "content/pages/about.md": _ABOUT,
    }
    for name, (date, text) in _NEWS.items():
        files[f"content/news/{name}.md"] = f"---\ndate: {date}\n---\n{text}\n"
    for number, paper in enumerate(_PAPERS):
        files[f"content/papers/{paper.slug}.md"] = paper_file(number, paper, pictured=pictures)
    if pictures:
        files["content/site.yaml"] = settings + "photo: {path: assets/mira.png, alt: Mira Solano}\n"
        files |= _drawn()
    return files


def _drawn() -> dict[str, bytes]:
    """The photo and the pictures of the papers."""
    from tests.support.demo_pictures import portrait, teaser  # needs Pillow, as no site without pictures does

    teasers = {f"content/assets/{paper.slug}.png": teaser(number) for number, paper in enumerate(_PAPERS)}
    return {"content/assets/mira.png": portrait(3), **teasers}


def demo_lab(theme: str = "default") -> dict[str, str | bytes]:
    """The same papers as the site of a lab, with its people."""
    from tests.support.demo_pictures import portrait

    files = demo_site(theme)
    own = ("owner:", "role:", "affiliation:", "photo:", "title:")
    kept = [line for line in str(files["content/site.yaml"]).splitlines() if not line.startswith(own)]
    files["content/site.yaml"] = "\n".join(["title: Listening Lab", "owner: Listening Lab", "kind: lab", *kept, ""])
    people = []
    for number, (name, role, group) in enumerate(_TEAM):
        slug = name.split()[0].lower()
        files[f"content/assets/{slug}.png"] = portrait(number + 3)
        people.append(f"- {{name: {name}, role: {role!r}, group: {group}, photo: assets/{slug}.png}}\n")
    files["content/people.yaml"] = "".join(people)
    return files
