"""The site of a person with everything that a front page can have: photo, biography, links, news, selected papers."""

from __future__ import annotations

import struct
import zlib


def picture(width: int, height: int) -> bytes:
    """A grey PNG (ISO/IEC 15948) of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x99" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


SETTINGS = """\
title: Publications of Mira Solano
owner: Mira Solano
role: Senior researcher
affiliation: Example Institute
photo: {path: assets/me.png, shape: round}
email: mira@example.org
links: {Google Scholar: https://scholar.example.org/mira, CV: assets/cv.pdf}
base_url: https://example.org/p/
"""
BIOGRAPHY = """\
---
title: Home
---
I work on machine learning for speech and language, from kernel methods at scale to foundation models.
I teach at [Example University](https://example.org/), and build [open tools](assets/cv.pdf) for both.
"""
NEWS: dict[str, str | bytes] = {
    "content/news/talk.md": "---\ndate: 2025-07\ntitle: A *talk* in Lisbon\n---\nIt was about listening.\n",
    "content/news/award.md": "---\ndate: 2026-01-20\n---\nOur [paper](papers/paper-01/) has an award.\n",
    "content/news/move.md": "---\ndate: 2024\ntitle: I moved\n---\n",
    "content/news/soon.md": "---\ndate: 2026-02\ntitle: Not yet to be told\ndraft: true\n---\n",
}


def paper_file(number: int, *, featured: bool = False) -> str:
    """An invented paper; those with higher numbers are newer."""
    return (
        f"---\ntitle: Paper number {number} on machines that listen\nauthors: [Mira Solano, Ada Lovelace, Bo Chen]\n"
        f"date: {2000 + number // 5}-01-{1 + number % 5:02d}\nvolume: {number}\n"
        "type: article-journal\nvenue: Journal of Listening\n"
        f"pages: {number}-{number + 9}\ntopics: [Listening]\ndoi: 10.1000/{number}\n"
        f"{'featured: true' if featured else 'language: en'}\n---\nAn abstract.\n"
    )


def papers(count: int) -> dict[str, str | bytes]:
    """So many papers; every fifth is selected."""
    return {
        f"content/papers/paper-{number:02d}.md": paper_file(number, featured=number % 5 == 0)
        for number in range(1, count + 1)
    }


def front_site(count: int) -> dict[str, str | bytes]:
    """The files of the site with so many papers."""
    return {
        "content/site.yaml": SETTINGS,
        "content/pages/index.md": BIOGRAPHY,
        "content/assets/me.png": picture(600, 800),
        "content/assets/cv.pdf": b"%PDF-1.4",
        **NEWS,
        **papers(count),
    }
