"""The contract of themes: what templates get, inheritance, options with types, and upgrades that are not silent."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from publist.cache.store import Cache
from publist.outputs.translations import translations
from publist.theming import compiled_templates, environment
from publist.theming import view_docs as themedocs
from publist.theming.compiled_templates import compiled
from publist.theming.options import read
from publist.theming.own_themes import changed_originals
from publist.theming.theme import load
from tests.conftest import ROOT, Site, paper

BASE = (
    '<!doctype html><html lang="{{ site.language }}"><title>{{ page.title }}</title>{{ page.head }}'
    "{% block main %}{% endblock %}</html>"
)
LIST = (
    '{% extends "base.html" %}{% block main %}<h1>{{ page.heading }}</h1>{% for group in page.groups %}'
    '{% for item in group["items"] %}{{ item }}{% endfor %}{% endfor %}{% endblock %}'
)
SECOND = {
    "theme.yaml": "title: Second\noptions:\n  columns: 2\n  dense: false\n  note: none\n",
    "templates/base.html": BASE,
    **{f"templates/{name}.html": LIST for name in ("index", "topic", "person", "year", "venue")},
    "templates/entry.html": '<p><a href="{{ page.root }}{{ page.entry.path }}">{{ page.entry.title }}</a></p>',
    "templates/paper.html": '{% extends "base.html" %}{% block main %}<h1>{{ page.entry.title }}</h1>'
    "{{ page.abstract }}"
    "{{ site.theme.columns + 1 }}|{{ 'dense' if site.theme.dense else 'loose' }}|{{ site.theme.note }}{% endblock %}",
    "templates/terms.html": '{% extends "base.html" %}{% block main %}{% for term in page.terms %}'
    '<a href="{{ page.root }}{{ term.path }}">{{ term.title }}</a>{% endfor %}{% endblock %}',
    "templates/page.html": '{% extends "base.html" %}{% block main %}{{ page.body }}{% endblock %}',
    "templates/404.html": '{% extends "base.html" %}{% block main %}<a href="{{ page.root }}">home</a>{% endblock %}',
}
"""A theme that extends none: nothing but what docs/themes.md says."""


def use(site: Site, files: dict[str, str], settings: str = "") -> None:
    """Give the site a theme of its own."""
    site.write({f"themes/second/{path}": text for path, text in files.items()})
    site.write({"content/site.yaml": f"title: Papers\nbase_url: https://example.org/list/\ntheme: second\n{settings}"})


def test_a_theme_of_its_own_needs_nothing_of_ours(small_site: Site) -> None:
    """A theme without `extends` renders every page, and no file of the default theme is in the site."""
    use(small_site, SECOND)
    small_site.build("--strict")
    assert "<h1>A compiler</h1>" in small_site.page("papers/compiler/index.html")
    assert "3|loose|none" in small_site.page("papers/compiler/index.html")
    assert '<a href="papers/compiler/">' in small_site.page("index.html")
    assert not [path for path in small_site.snapshot() if path.startswith("assets/")]


def test_options_come_from_the_settings_with_the_type_of_their_default(small_site: Site) -> None:
    """A number stays a number, and `no` is false for an option that is true or false."""
    use(small_site, SECOND, "theme_options:\n  columns: 3\n  dense: yes\n  note: no\n")
    small_site.build("--strict")
    assert "4|dense|no" in small_site.page("papers/compiler/index.html")


@pytest.mark.parametrize(
    ("default", "given", "value"),
    [
        (False, "yes", True),
        (True, "Off", False),
        (1, "12", 12),
        (0.5, "1.5", 1.5),
        ("a", "1.10", "1.10"),
        ([], "a", ["a"]),
        (["x"], ["a", "b"], ["a", "b"]),
        ({}, {"a": "b"}, {"a": "b"}),
        (None, "x", "x"),
    ],
)
def test_each_type_of_option(default: object, given: object, value: object) -> None:
    """The default's type says how the setting is read."""
    assert read({"o": default}, {"o": given}, "t") == ({"o": value}, [])


@pytest.mark.parametrize(("default", "given"), [(False, "maybe"), (1, "x"), (1, ["1"]), ({}, "a"), ("a", ["b"])])
def test_an_option_of_another_type_is_an_error(default: object, given: object) -> None:
    """The default stands, and the message names the option."""
    values, problems = read({"o": default}, {"o": given}, "t")
    assert values == {"o": default}
    assert [(problem.severity, "`o` must be" in problem.message) for problem in problems] == [("error", True)]


def test_an_unknown_option_is_warned_of(small_site: Site) -> None:
    """A slip in an option's name is found, with a suggestion."""
    use(small_site, SECOND, "theme_options:\n  colums: 3\n")
    done = small_site.run("build", "--strict")
    assert done.returncode == 1
    assert "no option `colums`" in done.stderr
    assert "`columns`" in done.stderr


def _probe() -> dict[str, str]:
    """Templates that print every field that the docs name, of every view that a view holds."""
    classes = themedocs._classes()
    macros = []
    for name, node in classes.items():
        body = "".join(_shown(row.name, row.type, set(classes)) for row in themedocs._rows(node, classes))
        macros.append(f"{{% macro {name}(v, deep) %}}<{name}>{body}</{name}>{{% endmacro %}}\n")
    templates = {"templates/all.html": "".join(macros)}
    for names, view in themedocs.templates().items():
        call = f'{{% import "all.html" as all %}}{{{{ all.SiteView(site, 2) }}}}{{{{ all.{view}(page, 2) }}}}'
        templates |= {f"templates/{name}": call for name in names.split(", ")}
    return {"theme.yaml": "title: Probe\noptions:\n  a: 1\n", **templates}


def _shown(name: str, written: str, classes: set[str]) -> str:
    """Jinja that prints one field; views in views two levels deep."""
    inner = re.sub(r"^tuple\[(.+), \.\.\.\]$|^(.+) \| None$", r"\1\2", written)
    field = f'v["{name}"]'
    if inner not in classes:
        return f"{{{{ {field} }}}};"
    each = f"{{% for x in {field} %}}{{{{ {inner}(x, deep - 1) }}}}{{% endfor %}}"
    one = f"{{% if {field} is not none %}}{{{{ {inner}({field}, deep - 1) }}}}{{% endif %}}"
    return f"{{% if deep %}}{each if written.startswith('tuple') else one}{{% endif %}}"


def test_every_field_that_the_docs_name_is_there(small_site: Site) -> None:
    """Each view has each field that docs/themes.md lists for it, on every kind of page."""
    small_site.write({"content/pages/about.md": "---\ntitle: About\n---\nWho.\n"})
    small_site.write({f"content/papers/p{n}.md": paper(f"Paper {n}") for n in range(12)})
    use(small_site, _probe(), "per_page: 10\nnavigation: [about/]\nlinks: {a: https://example.org/}\n")
    small_site.build("--strict")
    printed = "".join(text.decode() for path, text in small_site.snapshot().items() if path.endswith(".html"))
    shown = set(re.findall(r"<([A-Z]\w+)>", printed))
    assert {
        "SiteView",
        "ListPage",
        "PaperPage",
        "TermsPage",
        "FreePage",
        "EntryView",
        "AuthorView",
        "PagerView",
    } <= shown


def test_every_view_that_is_rendered_is_in_the_docs() -> None:
    """The table of templates in the docs has each template that the code renders by name."""
    rendered = set()
    for path in (ROOT / "publist/outputs").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "render":
                first = node.args[0]
                rendered |= {first.value} if isinstance(first, ast.Constant) else set()
    assert rendered <= set(", ".join(themedocs.templates()).split(", "))


def test_a_theme_is_begun_and_overrides_one_template(small_site: Site) -> None:
    """Theme new and theme override: two commands to a changed page, the rest inherited."""
    assert small_site.run("theme", "new", "mine").returncode == 0
    small_site.write({"content/site.yaml": "title: Papers\ntheme: mine\n"})
    assert small_site.run("theme", "override", "templates/404.html").returncode == 0
    template = small_site.folder / "themes/mine/templates/404.html"
    template.write_text(template.read_text().replace("<h1>", "<h1>Mine: "), encoding="utf-8")
    small_site.write({"themes/mine/assets/extra.css": "h1 { color: red }"})
    small_site.build("--strict")
    assert "<h1>Mine: Page not found" in small_site.page("404.html")
    assert re.search(r'<link rel="stylesheet" href="assets/extra\.[0-9a-f]{8}\.css">', small_site.page("index.html"))
    assert small_site.run("theme", "new", "mine").returncode == 1
    assert small_site.run("theme", "new", "../mine").returncode == 2
    assert small_site.run("theme", "override", "templates/none.html").returncode == 1


def test_an_upgrade_that_changes_an_original_is_told_with_a_diff(small_site: Site) -> None:
    """What changed in the original since it was taken over is shown, until somebody has looked at it."""
    use(small_site, SECOND)
    small_site.write({"themes/child/theme.yaml": "extends: second\n"})
    file = "templates/page.html"
    small_site.run("theme", "override", file, "--theme", "child")
    assert changed_originals(str(small_site.folder), "child") == ()
    small_site.write({"themes/child/" + file: "mine", "themes/second/" + file: "{{ page.body }}\nupgraded"})
    done = small_site.run("theme", "check", "--theme", "child")
    assert done.returncode == 1
    assert "themes/child/templates/page.html: warning: the original in second has changed" in done.stderr
    assert "\n+upgraded" in done.stderr
    assert small_site.run("theme", "override", file, "--theme", "child").returncode == 0
    assert (small_site.folder / "themes/child" / file).read_text() == "mine"
    assert small_site.run("theme", "check", "--theme", "child").returncode == 0


def test_files_without_a_known_original_are_told(small_site: Site) -> None:
    """A copy made by hand, and a file whose original is gone, are named; files of one's own are not."""
    use(small_site, SECOND)
    small_site.write(
        {
            "themes/child/theme.yaml": "extends: second\n",
            "themes/child/templates/terms.html": "a copy made by hand",
            "themes/child/templates/mine.html": "my own",
            "themes/child/templates/gone.html": "mine",
            "themes/child/originals/templates/gone.html": "as it was",
        }
    )
    found = {problem.path: problem.message for problem in changed_originals(str(small_site.folder), "child")}
    assert set(found) == {"themes/child/templates/terms.html", "themes/child/templates/gone.html"}
    assert "nothing tells" in found["themes/child/templates/terms.html"]
    assert "no such file any more" in found["themes/child/templates/gone.html"]


def test_compiled_templates_are_kept_for_the_next_build(
    small_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build does not compile again what an earlier one has compiled of the same theme in the same language."""
    cache, shipped = str(tmp_path / "cache"), str(tmp_path / "shipped" / "module.pyc")
    monkeypatch.setattr(compiled_templates, "cache_from_source", lambda _: shipped)  # where other tests leave none
    theme = load(str(small_site.folder), "default")
    made = environment.environment(translations("en"))
    compiled(theme, "en", made, Cache(cache))

    def refuse(*_: object) -> None:
        raise AssertionError("a template was compiled again")

    monkeypatch.setattr(environment, "compile_template", refuse)
    assert compiled(theme, "en", made, Cache(cache)).keys() == theme.templates.keys()
    with pytest.raises(AssertionError, match="compiled again"):
        compiled(theme, "de", made, Cache(cache))
