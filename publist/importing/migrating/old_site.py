"""A site of another generator while it is read: its files, and what of its pages, news and people becomes content/."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from publist.content import front_matter
from publist.content.content_folder import NEWS, PAGES, STATIC
from publist.content.schema.kinds import Bare
from publist.content.yaml import writer as yamltext
from publist.importing.migrating import formula_macros, galleries, lost_links, menus, page_dates, template_examples
from publist.importing.migrating.base import PaperObject
from publist.importing.migrating.old_markup import as_markdown
from publist.importing.migrating.page_addresses import UNFIT, is_free, old_address
from publist.importing.migrating.site_files import SiteFiles
from publist.importing.migrating.site_pages import SitePage, is_hidden, text_of
from publist.model.paper import Plain
from publist.model.problems import Problem, suggestion, warning
from publist.text.file_names import safe_name
from publist.text.latex.plain_maths import without_markup

_NAMES_OF_LIST = ("publications", "papers", "publication")
_TO_FRONT_PAGE = """\
<!doctype html>
<meta charset="utf-8">
<title>Publications</title>
<meta http-equiv="refresh" content="0; url=../">
<p><a href="../">Publications</a></p>
"""


_DATA = re.compile(r"\bsite\.data\.([\w-]+)")
_KNOWN_DATA = frozenset("coauthors venues socials citations projects authors navigation ui-text".split())
"""Data files of templates that are read, or that no page of one's own needs."""


class Planned(NamedTuple):
    """A page that is to become one of content/: where it will be, its title, a line of facts, and its place.

    ``after`` is Markdown of the new site that stands under the page's own text.
    """

    page: SitePage
    address: str
    title: str
    facts: str = ""
    nav: int = 0
    after: str = ""


class OldSite:
    """What has been found so far; ``tally`` says how many of which kind."""

    def __init__(
        self,
        root: str,
        files: SiteFiles,
        problems: list[Problem],
        owner: str = "",
        config: Mapping[str, Any] | None = None,
    ) -> None:
        self.root, self.files, self.problems, self.owner, self.config = root, files, problems, owner, config or {}
        self.texts: dict[str, str] = {}
        self.people: list[dict[str, Plain]] = []
        self.settings: dict[str, Plain] = {}
        self.tally: Counter[str] = Counter()
        self._macros = {**formula_macros.COMMON, **formula_macros.of_site(root), **formula_macros.declared(self.config)}
        self._macros_of: dict[str, dict[str, formula_macros.Macro]] = {}
        """Those that the front matter of a page has, by its path; those of other pages under no path."""
        self.hosts: set[str] = set()
        """From where the pages embed films and the like."""
        self._addresses: dict[str, str] = {}
        self._aliases: dict[str, list[str]] = {}
        self._planned: list[tuple[str, Planned]] = []

    def link_from(self, path: str) -> Callable[[str], str]:
        """What makes links of the addresses in a file of the old site."""
        return lambda url: self.files.link(url, os.path.dirname(path))

    def markdown(self, path: str, text: str) -> str:
        """A text of the old site as Markdown; files that are not there, and tags that were taken out, are told."""
        macros = {**self._macros_of.get("", {}), **self._macros, **self._macros_of.get(path, {})}
        found = as_markdown(galleries.shown(text, path, self.root), self.link_from(path), macros)
        self.hosts |= {*found.hosts}
        self.problems += lost_links.told(path, found.dead)
        shown = dict.fromkeys(name for tag in found.left for name in _DATA.findall(tag))
        for name in (name for name in shown if name not in _KNOWN_DATA):
            message = f"the page showed _data/{name}, which did not come over"
            self.problems.append(warning(path, 0, 0, message, "write it into the new page"))
        if found.left:
            said = ", ".join(dict.fromkeys(" ".join(tag.split())[:60] for tag in found.left)).replace("`", "'")
            message = f"template tags were taken out: `{said}`"
            self.problems.append(
                suggestion(path, 0, 0, message, "publist makes lists of papers and news itself; write the rest by hand")
            )
        return found.text

    def announce(self, page: SitePage, *addresses: str) -> None:
        """Know where the page of a paper was, so that links of all other pages can lead there.

        ``addresses`` are those that the file's name gives it; its own are added.
        """
        self._macros_of[page.path] = formula_macros.declared(page.values)
        said = [page.values.get("permalink"), *addresses]
        said += [*_listed(page.values.get("redirect_from")), *_listed(page.values.get("aliases"))]
        for address in dict.fromkeys(old_address(text_of(each)) for each in said if text_of(each)):
            if is_free(address) and address.lower() not in self._addresses:
                self._addresses[address.lower()] = page.path
                self.files.page(address, f"{address}/", text_of(page.values.get("title")))
                self._aliases.setdefault(page.path, []).append(address)

    def address(self, record: PaperObject, page: SitePage) -> None:
        """Keep the addresses that the page of a paper had: they lead on at the new site."""
        record["aliases"] = self._aliases.pop(page.path, [])

    def plan(self, kind: str, planned: Planned) -> None:
        """Let a page become one of content/pages at its address; links of other pages will lead there."""
        self._planned.append((kind, planned))
        self._announce_file(planned)
        self._macros_of.setdefault("", {}).update(formula_macros.macros_in(planned.page.body))
        self._macros_of[planned.page.path] = formula_macros.declared(planned.page.values)
        if not (planned.facts or planned.after or as_markdown(planned.page.body, str).text):
            return  # it will be left out, and no link can lead there
        place = "" if planned.address == "index" else planned.address.removesuffix("/index")
        old = [planned.page.values.get("permalink"), place, *_listed(planned.page.values.get("redirect_from"))]
        for address in filter(None, (text_of(each).strip("/") for each in old)):
            where = f"{place}/" if place else "./"
            self.files.page(address.strip("/").removesuffix(".html"), where, planned.title)

    def _announce_file(self, planned: Planned) -> None:
        """Let links that name the file of a page lead there (``{% link _pages/plans.md %}``, ``{% post_url … %}``)."""
        path = os.path.splitext(os.path.relpath(planned.page.path or self.root, self.root))[0].replace(os.sep, "/")
        place = "./" if planned.address == "index" else f"{planned.address.removesuffix('/index')}/"
        for name in (path, path.removeprefix("_posts/")) if planned.page.path else ():
            self.files.pages.setdefault(name.lower(), place)

    def announce_news(self, path: str) -> None:
        """Let links to a piece of news lead to the list of all."""
        folder, name = os.path.split(os.path.splitext(path)[0])
        self.files.pages.setdefault(f"news/{os.path.basename(folder) if name == 'index' else name}".lower(), "news/")

    @property
    def planned(self) -> list[tuple[str, Planned]]:
        """The pages that are to be written, with their kinds."""
        return self._planned

    def write_planned(self) -> None:
        """Write the pages that were planned, now that each knows where the others will be."""
        menu = {self.files.page_at(address): place for address, place in menus.places(self.root, self.config).items()}
        titles: set[str] = set()
        for kind, planned in self._planned:
            said = "\n\n".join(part for part in (planned.facts, _own_text(planned)) if part)
            text = "\n\n".join(part for part in (self.markdown(planned.page.path, said), planned.after) if part)
            if text:
                self.page(
                    kind,
                    planned.address,
                    planned.title,
                    text,
                    nav=self._nav(planned, menu, titles),
                    description=text_of(planned.page.values.get("description")),
                )
            else:
                self.problems.append(
                    suggestion(
                        planned.page.path,
                        0,
                        0,
                        "a page that its template made of data was left out",
                        "publist has pages of papers, people and years itself",
                    )
                )
        self._planned.clear()

    def _nav(self, planned: Planned, menu: Mapping[str, int], titles: set[str]) -> int:
        """The place of a page in the menu: that of the old site's menu, else its own; none beside the list's own."""
        place = menu.get(f"{planned.address.removesuffix('/index')}/", planned.nav)
        if planned.address != "index" and template_examples.says_nothing(planned.title):
            place = 0
        name = re.sub(r"\W", "", planned.title).casefold()
        if place and name in titles:
            return 0
        titles |= {name} if place else set()
        if not place or planned.title.strip().lower() not in _NAMES_OF_LIST or planned.address == "index":
            return place
        message = f"the page {planned.title!r} is in no menu, where the list of all papers has this name"
        hint = "give it another title and `nav:` there, or leave it so"
        self.problems.append(suggestion(planned.page.path, 0, 0, message, hint))
        return 0

    def page(self, kind: str, address: str, title: str, text: str, *, nav: int = 0, description: str = "") -> None:
        """A page of content/pages."""
        values: list[tuple[str, Plain]] = [("title", title)]
        values += [("description", without_markup(description))] if description else []
        values += [("nav", str(nav))] if nav else []
        self.texts[f"{PAGES}/{_free(address, self.texts)}.md"] = _file(values, text)
        self.tally[kind] += 1

    def news(self, page: SitePage, title: str, text: str) -> None:
        """A piece of news."""
        date = page_dates.date_of(page.values.get("date"), path=page.path)
        if not date or not (title or text):
            self.problems.append(warning(page.path, 0, 0, "news without a date were left out", "give them one"))
            return
        name = os.path.splitext(os.path.basename(page.path))[0]
        name = name if name != "index" else os.path.basename(os.path.dirname(page.path))
        values: list[tuple[str, Plain]] = [("date", Bare(date)), *([("title", title)] if title else [])]
        self.texts[f"{NEWS}/{safe_name(UNFIT.sub('-', name))}.md"] = _file(values, text)
        self.tally["news"] += 1

    def example(self, page: SitePage, title: str) -> bool:
        """Whether a page is an example of the template, which is told."""
        if template_examples.is_example(title) or template_examples.is_manual(title, page.body):
            self.tell_example(page.path, "give it your own title to bring it")
            return True
        return False

    def tell_example(self, path: str, hint: str = "write your own there to bring it") -> None:
        """Tell that a file is an example of the template."""
        self.problems.append(suggestion(path, 0, 0, "an example of the template was left out", hint))

    def hidden(self, page: SitePage) -> bool:
        """Whether the old site did not show a page, which is told."""
        if is_hidden(page):
            hint = "take the key away there to bring it"
            self.problems.append(
                suggestion(page.path, 0, 0, "a page that the old site did not show was left out", hint)
            )
            return True
        return False

    def person(self, name: str, values: Mapping[str, Plain]) -> None:
        """An entry of people.yaml; what is empty is left out."""
        said: dict[str, Plain] = {key: value for key, value in values.items() if value not in ("", [], None)}
        self.people.append({"name": name, **said})

    def lists(self, *addresses: str) -> None:
        """Let the addresses that the list of papers had lead to the front page, where nothing else stands there."""
        for address in addresses:
            if not any(planned.address in (address, f"{address}/index") for _, planned in self._planned):
                self.texts[f"{STATIC}/{address}/index.html"] = _TO_FRONT_PAGE
                self.files.pages.setdefault(address, "./")

    def setting(self, key: str, value: Plain) -> None:
        """A setting, where nothing has said it before."""
        if value not in ("", None, {}, []):
            self.settings.setdefault(key, value)


def facts(*said: Any) -> str:
    """What is known of a talk, a course or a project, on one line: ``*Venue*, Place, Date``."""
    parts = [" ".join(re.sub(r"\s*<[^<>]*>\s*", " ", part).split()) for part in said if isinstance(part, str)]
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _listed(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else [value]


def _free(address: str, texts: Mapping[str, str]) -> str:
    """The address, with a number where another page has it."""
    number, free = 2, address
    while f"{PAGES}/{free}.md" in texts:
        free, number = f"{address}-{number}", number + 1
    return free


def _file(values: list[tuple[str, Plain]], text: str) -> str:
    head = "".join(f"{line}\n" for line in yamltext.lines(values))
    return front_matter.join(head, text)


def _own_text(planned: Planned) -> str:
    """The text of a page without a first heading that says its title again."""
    body = template_examples.without_boilerplate(planned.page.body).strip()
    first, _, rest = body.partition("\n")
    said = re.sub(r"[#*_\s]", "", first).casefold()
    return rest.strip() if first.startswith("#") and said == re.sub(r"[#*_\s]", "", planned.title).casefold() else body
