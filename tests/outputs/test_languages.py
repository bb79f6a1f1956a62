"""Languages: every catalogue is whole and in step with the words of the pages, dates are right, layouts turn round."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from babel.messages.checkers import python_format

from publist.model.paper import Date
from publist.outputs.translations import direction, translations
from publist.outputs.views import date_view
from tests.conftest import SMALL_SITE, Site
from tests.support.catalogues import LOCALES, catalogue, template

CATALOGUES = sorted(LOCALES.glob("*/LC_MESSAGES/publist.po"))
LANGUAGES = [path.parent.parent.name for path in CATALOGUES]


def test_there_are_catalogues() -> None:
    """Beside English the pages speak five languages at least."""
    assert {"ar", "de", "es", "fr", "zh"} <= set(LANGUAGES)


@pytest.mark.parametrize("path", CATALOGUES, ids=LANGUAGES)
def test_every_catalogue_is_complete_and_in_step(path: Path) -> None:
    """A catalogue has every word of the pages, no other, and a text for each of its plural forms."""
    words = catalogue(path)
    assert {message.id for message in words if message.id} == {message.id for message in template() if message.id}
    for message in words:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(texts), message.id
        assert not message.fuzzy or not message.id, message.id
        if isinstance(message.string, tuple):
            assert len(message.string) == words.num_plurals, message.id


_SCRIPTS = {"ar": "ARABIC", "zh": "CJK"}


@pytest.mark.parametrize("path", CATALOGUES, ids=LANGUAGES)
def test_words_are_in_the_script_of_their_language(path: Path) -> None:
    """No word of one catalogue stands in another: its letters are Latin or those of the language."""
    own = _SCRIPTS.get(path.parent.parent.name, "LATIN")
    for message in catalogue(path):
        for text in _forms(message.string) if message.id else ():
            strange = [
                char for char in text if char.isalpha() and unicodedata.name(char).split()[0] not in (own, "LATIN")
            ]
            assert not strange, (message.id, text)


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a message for different numbers, or its only one."""
    return (text,) if isinstance(text, str) else tuple(text or ())


@pytest.mark.parametrize("path", CATALOGUES, ids=LANGUAGES)
def test_what_machines_read_is_what_people_wrote(path: Path) -> None:
    """The compiled catalogue is made from the written one: after a change run ``tests/support/catalogues.py``."""
    packed = translations(path.parent.parent.name)
    for message in catalogue(path):
        ids, texts = _forms(message.id), _forms(message.string)
        if len(ids) > 1:
            assert {packed.ngettext(ids[0], ids[1], n) for n in range(200)} == set(texts)
        elif message.id:
            assert packed.gettext(ids[0]) == texts[0]


@pytest.mark.parametrize("path", CATALOGUES, ids=LANGUAGES)
def test_translations_keep_what_is_put_in(path: Path) -> None:
    """Each translation has the places of its original; a plural form for one or none may leave out the number."""
    for message in catalogue(path):
        ids, texts = _forms(message.id), _forms(message.string)
        wanted = _places(ids[-1])
        for text in texts if message.id else ():
            assert _places(text) == wanted or (len(texts) > 2 and not _places(text)), message.id
        if message.python_format:
            python_format(catalogue(path), message)


def _places(text: str) -> set[str]:
    """The names that a text is filled with: ``{n}`` or ``%(n)s``."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name} | set(re.findall(r"%\((\w+)\)s", text))


def test_a_wider_language_stands_for_a_narrower_one() -> None:
    """``de-AT`` reads the German catalogue; a language without any reads English."""
    assert translations("de-AT").gettext("Topics") == translations("DE").gettext("Topics") == "Themen"
    assert translations("tlh").gettext("Topics") == translations("en-GB").gettext("Topics") == "Topics"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "18 September 2023"),
        ("de", "18. September 2023"),
        ("fr", "18 septembre 2023"),
        ("es", "18 de septiembre de 2023"),
        ("zh", "2023年9月18日"),
        ("ar", "18 سبتمبر 2023"),
    ],
)
def test_dates_are_written_as_readers_write_them(language: str, text: str) -> None:
    """Order, words and marks of a date are those of the language."""
    assert date_view(Date(2023, 9, 18), language).text == text


def test_a_site_speaks_its_language(small_site: Site) -> None:
    """With ``language: ar`` every page is Arabic, runs from right to left, and marks what is not Arabic."""
    settings = SMALL_SITE["content/site.yaml"]
    assert isinstance(settings, str)
    small_site.write(
        {
            "content/site.yaml": settings + "language: ar\n",
            "content/papers/french.md": "---\ntitle: Un titre\nlanguage: fr\ndate: 2001-02-03\n---\nRésumé.\n",
        }
    )
    small_site.build()
    for path in small_site.output.rglob("*.html"):
        assert '<html lang="ar" dir="rtl">' in path.read_text(encoding="utf-8"), path
    french = small_site.page("papers/french/index.html")
    assert '<h1 lang="fr" dir="ltr">Un titre</h1>' in french
    assert ">3 فبراير 2001</time>" in french
    assert "الملخص" in french
    assert "Abstract" not in french


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_the_layout_turns_round(small_site: Site, browser: Any, width: int) -> None:
    """On a right-to-left page text begins at the right, labels stand right of what they label, nothing sticks out."""
    settings = SMALL_SITE["content/site.yaml"]
    assert isinstance(settings, str)
    small_site.write({"content/site.yaml": settings + "language: ar\n"})
    small_site.build()
    assert direction("ar") == "rtl"
    tab = browser.new_page(viewport={"width": width, "height": 800})
    for path in ("index.html", "papers/notes/index.html", "people/ada-lovelace/index.html"):
        tab.goto((small_site.output / path).as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
        home, main = tab.locator(".bar button").bounding_box(), tab.locator("h1").bounding_box()
        assert home["x"] < width / 2 < main["x"] + main["width"], path
    if width > 1000:
        tab.goto((small_site.output / "index.html").as_uri())
        year, title = tab.locator(".group h2").first.bounding_box(), tab.locator(".entry h3").first.bounding_box()
        assert year["x"] >= title["x"] + title["width"]
    tab.close()
