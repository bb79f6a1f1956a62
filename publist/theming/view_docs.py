"""What templates can use, as Markdown, read off the code of the views."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

_MODULES = (
    "publist.outputs.site_view",
    "publist.outputs.machine.analytics",
    "publist.outputs.views",
    "publist.outputs.author_views",
    "publist.outputs.member_views",
    "publist.outputs.link_views",
    "publist.outputs.charts.charts",
)
_PAGES = "publist.outputs.pages"
_ELSEWHERE = ("publist.model.settings",)
_KINDS = {"str": "text", "Html": "safe HTML", "int": "number", "bool": "true or false", "Any": "a value"}
_COMMON = {
    "root": "The way from this page to the site's root: put it before every site path.",
    "path": "Site path, without a leading slash.",
    "canonical": 'The page\'s whole address, "" if that of the site is not known.',
    "kind": "What kind it is of, such as the page's.",
    "head": "The tags for machines; belongs into the head as it is.",
    "heading": "The page's heading.",
    "breadcrumbs": "The pages above this one.",
    "css": "Site path of assets/style.css.",
    "js": "Site path of assets/site.js.",
    "assets": "Site paths of the theme's assets, by their names below assets/.",
    "theme": "The theme's options.",
    "base_url": 'Where the site is, with a closing slash; "" if that is not known.',
    "base_path": "The path of base_url: what comes before a site path where no relative address will do.",
    "feeds": "Site paths of the feeds of the whole list: `atom`, `json`.",
    "exports": "The files that hold the whole list.",
    "list_index": "Site path of the list as JSON, for filters and search.",
    "filters": "By what lists can be filtered.",
    "analytics": "What pages need to count visits; nothing if they are not to.",
    "script": "Address of the service's script.",
    "data": "Attributes of its tag.",
    "setup": 'Site path of a script that must run before it; "" if there is none.',
    "script_src": "For `script-src` of the page's content security policy.",
    "connect_src": "For its `connect-src` and `img-src`: where visits are told.",
    "folder": "Where the pages of its terms are.",
    "navigation": "The entries of the navigation, in order.",
    "dir": "The direction of the language: ltr or rtl.",
    "changes": 'Site path of the page of changes; "" if there is none.',
    "compact": "Whether the site says each thing once (`output: compact`).",
    "label": "The words shown.",
    "count": "How many papers it has.",
    "current": "Whether this page is the one.",
}
"""What fields mean that many views have, and that have no docstring of their own."""


class _Row(NamedTuple):
    """A field of a view: its name, its type as written, and what its docstring says."""

    name: str
    type: str
    doc: str


def templates() -> dict[str, str]:
    """The view that each template gets as ``page``, as the kinds of pages say it."""
    pages = import_module("publist.outputs.registry").PAGES
    return {names: view for page in pages for names, view in page.VIEWS.items()}


def views() -> str:
    """Tables of all that templates get: ``site``, ``page`` by template, and the values that these are made of."""
    classes = _classes()
    shown = ["SiteView", *templates().values()]
    for name in shown:  # grows while it is walked: by what the views hold, and what those hold
        words = {word for row in _rows(classes[name], classes) for word in re.findall(r"\w+", row.type)}
        shown += sorted(word for word in words if word in classes and word not in shown)
    titles = {"SiteView": "`site`, on every page"} | {view: f"`page` in {names}" for names, view in templates().items()}
    parts = [_section(titles.get(name, f"`{name}`"), classes[name], classes) for name in shown]
    return "\n".join(parts)


def _section(title: str, node: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> str:
    doc = " ".join((ast.get_docstring(node) or "").split()).replace("``", "`")
    lines = [f"### {title}", "", doc, ""]
    lines += ["| name | what | meaning |", "|---|---|---|"]
    for row in _rows(node, classes):
        meaning = f" {row.doc or _COMMON.get(row.name, '')} |".replace("  ", " ")
        lines.append(f"| `{row.name}` | {_words(row.type, classes)} |{meaning}")
    return "\n".join([*lines, ""])


def _classes() -> dict[str, ast.ClassDef]:
    """The classes of the modules of views, by name."""
    found: dict[str, ast.ClassDef] = {}
    pages = [f"{_PAGES}.{found.name}" for found in iter_modules(import_module(_PAGES).__path__)]
    for module in (*_ELSEWHERE, *_MODULES, *pages):
        tree = ast.parse(inspect.getsource(import_module(module)))
        found |= {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    return found


def _rows(node: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> Iterator[_Row]:
    """The public fields of a class and of those that it extends, in the order of the code."""
    for base in node.bases:
        if isinstance(base, ast.Name) and base.id in classes:
            yield from _rows(classes[base.id], classes)
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            yield _Row(item.target.id, ast.unparse(item.annotation), "")
        elif isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name):
            yield _Row(item.targets[0].id, "str", "")
        elif isinstance(item, ast.FunctionDef) and item.name == "__init__":
            yield from _set_by(item)
        elif isinstance(item, ast.FunctionDef) and item.returns and not item.name.startswith("_"):
            doc = (ast.get_docstring(item) or "").partition("\n")[0]
            yield _Row(item.name, ast.unparse(item.returns), doc)


def _set_by(function: ast.FunctionDef) -> Iterator[_Row]:
    """The public fields that a constructor sets with a type of their own."""
    for item in function.body:
        target = item.target if isinstance(item, ast.AnnAssign) else None
        if isinstance(item, ast.AnnAssign) and isinstance(target, ast.Attribute) and not target.attr.startswith("_"):
            yield _Row(target.attr, ast.unparse(item.annotation), "")


def _words(written: str, classes: dict[str, ast.ClassDef]) -> str:
    """A type in words: ``tuple[X, ...]`` is "list of X", ``X | None`` is "X or nothing"."""
    written = written.strip("'\"")  # a type that is imported for checks only stands in quotes
    if written.endswith(" | None"):
        return f"{_words(written.removesuffix(' | None'), classes)} or nothing"
    if found := re.fullmatch(r"tuple\[(.+), \.\.\.\]", written):
        return f"list of {_words(found[1], classes)}"
    if found := re.fullmatch(r"Mapping\[str, (.+)\]", written):
        return f"{_words(found[1], classes)} by name"
    if written in classes:
        return f"[`{written}`](#{written.lower()})"
    return _KINDS.get(written, f"`{written}`")
