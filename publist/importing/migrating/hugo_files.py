"""Files of a Hugo site: its content in one language, and the pages of a section, one a folder or one a file.

Languages: https://gohugo.io/content-management/multilingual (by folders, or by the names of files).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator

from publist.importing.migrating.old_site import OldSite
from publist.importing.migrating.site_pages import text_of
from publist.model.problems import suggestion

_LANGUAGE = r"[a-z]{2}(?:-[a-z]{2,4})?"
_PAGE = re.compile(rf"(?P<stem>[^._].*?|_index)(?:\.(?P<language>{_LANGUAGE}))?\.(?:md|markdown)", re.IGNORECASE)
_OF_A_SITE = (
    "_index.md home authors author publication publications talk talks event post posts project projects".split()
)
"""What content/ has in it, or the folder of a language."""


def content_of(site: OldSite) -> str:
    """Where the content is: content/, or the folder of the site's language in it."""
    content = os.path.join(site.root, "content")
    if not os.path.isdir(content) or _has_content(content):
        return content
    found = [name for name in os.listdir(content) if is_language(content, name)]
    return os.path.join(content, min(found, key=lambda name: _order(name, language_of(site)))) if found else content


def language_of(site: OldSite) -> str:
    """The language that the settings name as the default one."""
    return text_of(site.config.get("defaultcontentlanguage")).lower()


def is_bundle(path: str) -> bool:
    """Whether a page has its folder for itself: ``index.md``, or ``index.fr.md`` in the folder."""
    return stem_of(path) == "index"


def stem_of(path: str) -> str:
    """The name of a page's file without its language and ending."""
    found = _PAGE.fullmatch(os.path.basename(path))
    return found["stem"] if found else os.path.basename(path)


def address_of(path: str, above: str = "") -> str:
    """Where Hugo has the page of a file below the folder ``above``: by the name of the file, or of its own folder.

    Without ``above`` it is the folder over the page's.
    """
    folder, stem = os.path.split(os.path.join(os.path.dirname(path), stem_of(path)))
    place = folder if stem in ("index", "_index") else os.path.join(folder, stem)
    above = above or os.path.dirname(os.path.dirname(place))
    return "" if place == above else os.path.relpath(place, above).replace(os.sep, "/").lower()


def page_in(folder: str, *stems: str, language: str = "") -> str:
    """The page of the first of these names in a folder; empty if there is none."""
    found = _pages_in(folder, language) if os.path.isdir(folder) else {}
    return next((os.path.join(folder, found[stem]) for stem in stems if stem in found), "")


def pages_in(folder: str, language: str = "") -> list[str]:
    """The pages of a folder itself, each in one language."""
    found = _pages_in(folder, language) if os.path.isdir(folder) else {}
    return [os.path.join(folder, name) for stem, name in sorted(found.items()) if stem not in ("index", "_index")]


def pages_below(place: str, language: str = "") -> Iterator[str]:
    """The pages of a section and of those below it, each in one language: one a folder, or one a file."""
    for folder, sections, _ in os.walk(place):
        sections.sort()
        found = _pages_in(folder, language)
        if "index" in found and folder != place:
            sections.clear()
            yield os.path.join(folder, found["index"])
        else:
            yield from (os.path.join(folder, name) for stem, name in sorted(found.items()) if stem != "_index")


def in_other_languages(site: OldSite, path: str) -> list[str]:
    """The same page in the other languages of the site: files beside it, or in the folders of languages."""
    top, content = os.path.join(site.root, "content"), content_of(site)
    beside = [found for name in os.listdir(os.path.dirname(path)) if (found := _PAGE.fullmatch(name))]
    same = [found for found in beside if found["stem"] == stem_of(path) and found[0] != os.path.basename(path)]
    languages = {os.path.join(os.path.dirname(path), each[0]): each["language"] or "" for each in same}
    if content != top:
        place = os.path.relpath(path, content)
        folders = [name for name in os.listdir(top) if is_language(top, name)]
        languages |= {other: name for name in folders if os.path.isfile(other := os.path.join(top, name, place))}
    return sorted({*languages} - {path}, key=lambda other: _order(languages[other], language_of(site)))


def translations(site: OldSite) -> None:
    """Tell the number of pages in other languages, which are left out."""
    left: Counter[str] = Counter()
    top, content = os.path.join(site.root, "content"), content_of(site)
    for folder, _, names in os.walk(top):
        first = os.path.relpath(folder, top).split(os.sep)[0]
        apart = content != top and os.path.join(top, first) != content and is_language(top, first)
        chosen = set(_pages_in(folder, language_of(site)).values())
        pages = [found for name in names if name not in chosen and (found := _PAGE.fullmatch(name))]
        left.update(found["language"] for found in pages if found["language"])
        left[first] += len(chosen) if apart else 0
    if total := left.total():
        said = ", ".join(f"{language} ({number})" for language, number in sorted(left.items()) if number)
        message = f"pages in other languages were left out: {total}, {said}"
        site.problems.append(suggestion(top, 0, 0, message, "publist has one language a site; make another for them"))


def _has_content(folder: str) -> bool:
    return any(os.path.exists(os.path.join(folder, name)) for name in _OF_A_SITE)


def is_language(content: str, name: str) -> bool:
    """Whether a folder of content/ has the name of a language, and the content of a site."""
    return bool(re.fullmatch(_LANGUAGE, name, re.IGNORECASE)) and _has_content(os.path.join(content, name))


def _order(language: str, default: str) -> tuple[bool, bool, str]:
    """The default language first, then English."""
    return (language.lower() != default, language.lower() != "en", language)


def _pages_in(folder: str, language: str) -> dict[str, str]:
    """The files of pages in a folder by their stems, each in one language: the one asked for, or that of no name."""
    pages = [found for name in sorted(os.listdir(folder)) if (found := _PAGE.fullmatch(name))]
    pages.sort(key=lambda found: (bool(found["language"]), *_order(found["language"] or language, language)))
    chosen: dict[str, str] = {}
    for found in pages:
        chosen.setdefault(found["stem"], found[0])
    return chosen
