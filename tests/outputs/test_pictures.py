"""Pictures of papers: checked at the border, made small, stripped and upright, and made anew only where they change."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from publist.text import picture_header
from publist.text.picture_header import PictureHeader
from tests.conftest import Site

_PAPER = """---
title: {title}
authors: [Ann Lee]
date: 2023
topics: [Things]
image: {image}
image_alt: A dog on ice
---
Text.
"""


def _picture(width: int, height: int, form: str = "PNG", colour: str = "red", **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, form, **more)
    return out.getvalue()


def _photo(width: int, height: int) -> bytes:
    """A photo that a camera took on its side, and where."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = "Camera of Ann"
    return _picture(width, height, "JPEG", exif=exif.tobytes())


@pytest.fixture
def pictured(site: Site) -> Site:
    """A site of two papers with pictures and one without."""
    site.write(
        {
            "content/site.yaml": "title: List\nowner: Ann Lee\nbase_url: https://example.org/p/\n",
            "content/assets/wide.png": _picture(2000, 1000),
            "content/assets/photos/a b.jpg": _photo(900, 600),
            "content/papers/a.md": _PAPER.format(title="A", image="assets/wide.png"),
            "content/papers/b.md": _PAPER.format(title="B", image="../assets/photos/a b.jpg"),
            "content/papers/c.md": "---\ntitle: C\ndate: 2020\n---\n",
        }
    )
    return site


def test_a_picture_on_pages_and_for_machines(pictured: Site) -> None:
    """In lists and on the page with its size, widths and description; in JSON-LD and where links are shared."""
    pictured.build()
    page = pictured.page("papers/a/index.html")
    image = re.search(r"<figure.*?</figure>", page, re.DOTALL)
    assert image
    assert image[0].count("A dog on ice") == 1  # for readers who do not see it
    assert 'srcset="../../papers/a/a-320.webp 320w, ../../papers/a/a-1280.webp 1280w"' in image[0]
    assert 'src="../../assets/wide.png" alt="A dog on ice" width="2000" height="1000"' in image[0]
    index = pictured.page("index.html")
    assert index.count('class="pic"') == 2
    assert 'srcset="papers/a/a-320.webp 320w' in index
    assert 'src="assets/photos/a%20b.jpg" alt="" width="600" height="900"' in index
    assert '"contentUrl":"https://example.org/p/assets/wide.png"' in page
    assert '<meta property="og:image" content="https://example.org/p/assets/wide.png">' in page
    (first, *_) = json.loads(pictured.page("api/papers.json"))
    assert (first["image"], first["image_alt"]) == ("assets/wide.png", "A dog on ice")


@pytest.mark.parametrize(("others", "shown"), [(4, True), (5, False)])
def test_a_list_shows_pictures_where_a_third_of_its_papers_have_one(pictured: Site, others: int, shown: bool) -> None:
    """Two of six are enough; of two among seven the list shows none, and their own pages do."""
    pictured.write({f"content/papers/x{n}.md": f"---\ntitle: X {n}\ndate: 2019\n---\n" for n in range(others - 1)})
    pictured.build()
    index = pictured.page("index.html")
    assert ('<section class="group pictures">' in index, " data-pictures" in index) == (shown, shown)
    assert '<figure class="pic">' in pictured.page("papers/a/index.html")


def test_small_ones_are_upright_and_say_nothing_of_the_photographer(pictured: Site) -> None:
    """As the camera was held, without Exif, never larger than the photo."""
    pictured.build()
    made = {path: raw for path, raw in pictured.snapshot().items() if path.endswith(".webp")}
    sizes = {
        "papers/a/a-1280.webp": (1280, 640),
        "papers/a/a-320.webp": (320, 160),
        "papers/b/b-320.webp": (320, 480),
        "papers/b/b-600.webp": (600, 900),
    }
    assert made.keys() == sizes.keys()
    for path, size in sizes.items():
        picture = Image.open(io.BytesIO(made[path]))
        assert picture.size == size
        assert not picture.getexif()
        assert b"Camera" not in made[path]


def test_a_changed_picture_makes_its_own_files(pictured: Site) -> None:
    """One of the same size changes no page; the site is that of a clean build, also after its size changes."""
    pictured.build()
    before = pictured.snapshot()
    pictured.write({"content/assets/wide.png": _picture(2000, 1000, colour="blue")})
    assert " 3 rendered" in pictured.build()
    after = pictured.snapshot()
    assert {path for path in after if after[path] != before.get(path)} == {
        "assets/wide.png", "papers/a/a-320.webp", "papers/a/a-1280.webp",
    }  # fmt: skip
    pictured.write({"content/assets/wide.png": _picture(200, 100)})
    pictured.build()
    made = pictured.snapshot()
    assert "papers/a/a-200.webp" in made
    assert "papers/a/a-320.webp" not in made
    pictured.build("--clean")
    assert pictured.snapshot() == made


def _bomb() -> bytes:
    """A picture of a few bytes that says it has ten thousand million pixels."""
    raw = bytearray(_picture(1, 1))
    raw[16:24] = (100_000).to_bytes(4, "big") * 2
    return bytes(raw)


@pytest.mark.parametrize(
    ("image", "raw", "said"),
    [
        ("assets/none.png", b"", "there is no file content/assets/none.png"),
        ("assets/x.png", b"no picture", "it is no PNG, JPEG, GIF, WebP or SVG"),
        ("assets/x.png", _bomb(), "100,000 × 100,000 pixels"),
        ("https://example.org/x.png", b"", "`image`"),
        ("assets/../../secret.png", b"", "`image`"),
    ],
)
def test_what_is_no_picture_is_told(pictured: Site, image: str, raw: bytes, said: str) -> None:
    """With the file and the line, before anything is built."""
    pictured.build()
    before = pictured.snapshot()
    pictured.write({"content/papers/a.md": _PAPER.format(title="A", image=image)})
    if raw:
        pictured.write({"content/assets/x.png": raw})
    done = pictured.run("build")
    assert done.returncode == 1
    assert "content/papers/a.md:6:1: error: " in done.stderr
    assert said in done.stderr
    assert pictured.snapshot() == before


def test_a_damaged_picture_is_told(pictured: Site) -> None:
    """One whose header is right and whose data is not keeps the site as it was."""
    whole = _picture(2000, 1000)
    at = whole.index(b"IDAT") + 4
    pictured.write({"content/assets/wide.png": whole[:at] + bytes(len(whole) - at)})
    done = pictured.run("build")
    assert done.returncode == 1
    assert "content/assets/wide.png: error: the picture cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
    checked = pictured.run("check")
    assert checked.returncode == 1
    assert checked.stdout.count("content/assets/wide.png: error: the picture cannot be read") == 1


def test_a_picture_that_is_cut_off_is_shown_as_far_as_it_goes(pictured: Site) -> None:
    """As browsers do: an old site may have had it for years. It is told once, however many widths it has."""
    path = "content/assets/photos/a b.jpg"
    pictured.write({path: _photo(900, 600)[:-60]})
    done = pictured.run("build")
    assert done.returncode == 0
    assert done.stderr.count(f"{path}: warning: the end of the picture's file is missing") == 1
    assert pictured.run("check").stdout.count("the end of the picture's file is missing") == 1


def test_without_pillow_pictures_stand_as_they_are(
    pictured: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build works, says once that there are no small ones and what makes them; with Pillow the next has them."""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys\nsys.modules['PIL'] = None\n")
    settings = "title: List\nowner: Ann Lee\nphoto: {path: assets/wide.png, alt: Ann}\n"
    pictured.write({"content/site.yaml": settings})
    with monkeypatch.context() as patch:
        patch.setenv("PYTHONPATH", str(hidden))
        done = pictured.run("build")
        assert done.returncode == 0, done.stderr
        assert done.stderr.count("pictures are shown in full size") == 1
        assert "pip install 'publist[cards]'" in done.stderr
        assert pictured.run("check").stdout.count("pictures are shown in full size") == 1
    made = pictured.snapshot()
    assert not any(path.endswith(".webp") for path in made)
    assert made["assets/wide.png"] == _picture(2000, 1000)
    for page in ("index.html", "papers/a/index.html"):
        assert "assets/wide.png" in pictured.page(page)
        assert "srcset" not in pictured.page(page)
    assert "full size" not in pictured.run("build", "--clean").stderr  # its metadata could not be hidden
    assert "papers/a/a-320.webp" in pictured.snapshot()


def test_lists_without_pictures(pictured: Site) -> None:
    """An option of the theme: on the papers' own pages only."""
    settings = "title: List\nowner: Ann Lee\ntheme_options: {pictures: false, picture_widths: [100]}\n"
    pictured.write({"content/site.yaml": settings})
    pictured.build()
    assert 'class="pic"' not in pictured.page("index.html")
    assert "papers/a/a-100.webp 100w" in pictured.page("papers/a/index.html")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_headers(form: str) -> None:
    """Format and size as Pillow has them, in each kind of file."""
    raw = _picture(123, 45, form)
    assert picture_header.read(raw[:4000]) == PictureHeader(form.lower(), 123, 45)
    if form == "WEBP":
        assert picture_header.read(_picture(123, 45, form, lossless=True)) == PictureHeader("webp", 123, 45)
        exif = Image.Exif()
        exif[0x010F] = "x"
        assert picture_header.read(_picture(123, 45, form, exif=exif.tobytes())) == PictureHeader("webp", 123, 45)


def test_a_drawing_has_no_size_of_its_own() -> None:
    """SVG is told by its first element."""
    assert picture_header.read(b'<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="a">') == PictureHeader("svg")
    assert picture_header.read(b"<html><svg>") is None


_WHOLE = [*[_picture(9, 7, form) for form in ("PNG", "JPEG", "GIF", "WEBP")], _photo(9, 7)]


@given(raw=st.sampled_from(_WHOLE), data=st.data())
def test_damaged_headers(raw: bytes, data: st.DataObject) -> None:
    """Whatever is cut or changed: a header or none, and no exception."""
    damaged = bytearray(raw[: data.draw(st.integers(0, len(raw)))])
    for _ in range(data.draw(st.integers(0, 5))):
        if damaged:
            damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    found = picture_header.read(bytes(damaged))
    assert found is None or found.format in ("png", "jpeg", "gif", "webp", "svg")
