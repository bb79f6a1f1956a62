"""Cards: drawn where they are asked for, once for as long as their words stay, and never with boxes for letters."""

from __future__ import annotations

import io
import re
from pathlib import Path

import font_source_serif_pro
import pytest
from PIL import Image, ImageFont

from publist.outputs.machine import card_drawing, card_text
from publist.outputs.machine.card_text import Card
from tests.conftest import SMALL_SITE, Site, paper

CARD = Card("A title", "Ada Lovelace", "1843 · Journal", "Papers", 35)
LONG = "a title of many words that goes on and on "


@pytest.fixture
def card_site(small_site: Site) -> Site:
    """The small site with cards, and without search, which is not what is tried here."""
    small_site.write({"content/site.yaml": str(SMALL_SITE["content/site.yaml"]) + "cards: true\nsearch: false\n"})
    return small_site


def test_each_paper_has_a_picture_that_its_page_names(card_site: Site) -> None:
    """1200 × 630, with what it says in words; every other page has that of the site."""
    card_site.build()
    page = card_site.page("papers/notes/index.html")
    assert 'property="og:image" content="https://example.org/list/papers/notes/notes.png"' in page
    assert 'name="twitter:card" content="summary_large_image"' in page
    (alt,) = re.findall(r'property="og:image:alt" content="([^"]*)"', page)
    assert alt == "Notes on the engine. Ada Lovelace, Grace Hopper. 1843"
    assert "https://example.org/list/card.png" in card_site.page("topics/computing/index.html")
    for path in ("papers/notes/notes.png", "card.png"):
        with Image.open(card_site.output / path) as image:
            assert image.size == (1200, 630)


def test_there_are_none_where_nobody_asked(small_site: Site) -> None:
    """Without ``cards: true`` there is no picture and no tag for one."""
    small_site.build()
    assert not list(small_site.output.rglob("*.png"))
    assert "og:image" not in small_site.page("papers/notes/index.html")


def test_a_card_is_not_drawn_again_while_its_words_stay(card_site: Site) -> None:
    """A build from nothing takes kept pictures; a new title is drawn anew."""
    card_site.build()
    kept = card_site.folder / ".publist/cards"
    before = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    card_site.write({"content/papers/notes.md": paper("Notes on the engine") + "Another abstract.\n"})
    card_site.build("--clean")
    assert {path.name: path.stat().st_mtime_ns for path in kept.iterdir()} == before
    card_site.write({"content/papers/notes.md": paper("Other notes")})
    card_site.build()
    after = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    assert after.keys() == before.keys()  # the old picture made room: what is kept does not grow for ever
    assert len(after.items() - before.items()) == 1


def test_a_damaged_card_is_drawn_again(card_site: Site) -> None:
    """What is kept is trusted as far as its digest."""
    card_site.build()
    expected = card_site.snapshot()
    for path in (card_site.folder / ".publist/cards").iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    card_site.build("--clean")
    assert card_site.snapshot() == expected


def test_the_same_card_has_the_same_bytes() -> None:
    """Nothing of chance or time is in a picture."""
    assert card_drawing.draw(CARD) == card_drawing.draw(CARD)


@pytest.mark.parametrize("title", ["A", LONG, LONG * 3, LONG * 20, "Donaudampfschifffahrt" * 12, "x " * 400])
def test_titles_of_any_length_stay_inside(title: str) -> None:
    """Right of the margin and between title and site's name nothing is drawn but paper."""
    picture = card_drawing.draw(CARD._replace(title=title, authors=LONG * 9, place=LONG * 9, site=LONG * 9))
    with Image.open(io.BytesIO(picture)) as image:
        assert image.size == (1200, 630)
        flat = image.convert("RGB")
    paper_colour = flat.getpixel((1199, 0))
    assert flat.crop((1130, 0, 1200, 630)).getcolors() == [(70 * 630, paper_colour)]
    assert flat.crop((20, 600, 1200, 630)).getcolors() == [(1180 * 30, paper_colour)]


def test_what_counts_as_covered_is_in_the_font() -> None:
    """No character of a card is drawn as the font's box for what it lacks."""
    font = ImageFont.truetype(font_source_serif_pro.SourceSerifPro, 40)
    box = bytes(font.getmask("\U0010fffd"))
    table = card_text._COVERED  # the table itself
    covered = [char for char in map(chr, range(0x20, 0x2700)) if re.fullmatch(table, char)]
    assert len(covered) > 600
    assert [char for char in covered if bytes(font.getmask(char)) == box] == []


def test_a_title_that_the_font_lacks_gets_no_card(card_site: Site) -> None:
    """Better none than boxes; the page then promises none."""
    card_site.write({"content/papers/cjk.md": paper("多様な名前")})
    card_site.build()
    assert not (card_site.output / "papers/cjk/cjk.png").exists()
    assert "og:image" not in card_site.page("papers/cjk/index.html")


def test_colours_are_those_of_the_theme() -> None:
    """OKLCH by the definition of CSS Color 4: white, black, and a red."""
    assert card_drawing.oklch(1, 0, 0) == (255, 255, 255)
    assert card_drawing.oklch(0, 0, 0) == (0, 0, 0)
    assert card_drawing.oklch(0.628, 0.2577, 29.23) == (255, 0, 0)


def test_cards_without_the_extra_are_an_error_that_says_what_to_do(
    card_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build names the extra and leaves the site as it was."""
    hide = tmp_path / "hide"
    hide.mkdir()
    (hide / "sitecustomize.py").write_text(
        "import importlib.util as u\nf = u.find_spec\nu.find_spec = lambda n, *a: None if n == 'PIL' else f(n, *a)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(hide))
    done = card_site.run()
    assert done.returncode == 1
    assert "pip install 'publist[cards]'" in done.stderr
    assert not card_site.output.exists() or not list(card_site.output.rglob("*.html"))
