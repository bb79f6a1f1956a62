"""The themes that publist brings: listed, chosen by a setting, extended by a site's own; each builds every page."""

from __future__ import annotations

import json
import re

import pytest

from publist.theming.folders import SHIPPED
from publist.theming.own_themes import there
from publist.theming.theme import load
from tests.conftest import ROOT, Site
from tests.support.demo_site import demo_lab, demo_site

_SHEETS = {
    "default": ["style", "fonts"],
    "plain": ["style", "theme"],
    "gallery": ["style", "fonts", "theme"],
}
"""The stylesheets of a page, in order."""


@pytest.mark.parametrize("theme", SHIPPED)
@pytest.mark.parametrize("files", [demo_site, demo_lab])
def test_each_builds_a_site_with_everything(site: Site, theme: str, files: object) -> None:
    """A person's site and a lab's, with pictures, news and members, without an error or a warning."""
    site.write(files(theme))  # type: ignore[operator]
    done = site.run("build", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    front = site.page("index.html")
    names = [name.partition(".")[0] for name in re.findall(r'href="assets/([\w.]+)\.css"', front)]
    assert (
        names
        == {"default": ["style", "fonts"], "plain": ["style", "theme"], "gallery": ["style", "fonts", "theme"]}[theme]
    )
    assert ('data-scheme="dark"' in front) == (theme == "gallery")
    assert ("selected pictures cards" in front) == (theme == "gallery" or files is demo_lab)


@pytest.mark.parametrize("theme", SHIPPED)
def test_a_theme_of_ones_own_extends_each(site: Site, theme: str) -> None:
    """Its extra.css comes last, beside the rules of the theme that it extends, and does not replace them."""
    site.write(demo_site(pictures=False))
    assert site.run("theme", "new", "mine", "--extends", theme).returncode == 0
    site.write({"content/site.yaml": "title: Papers\nowner: Mira Solano\ntheme: mine\n"})
    site.build("--strict")
    sheets = re.findall(r'href="assets/(\w+)\.[0-9a-f]{8}\.css"', site.page("index.html"))
    assert sheets[-1] == "extra"
    assert ("theme" in sheets) == (theme != "default")


def test_the_list_of_themes_says_which_is_on(small_site: Site) -> None:
    """Publist's themes and the site's own, each with its title and what it says of itself."""
    small_site.run("theme", "new", "mine")
    small_site.write({"content/site.yaml": "title: Papers\ntheme: plain\n"})
    lines = small_site.run("theme", "list").stdout.splitlines()
    assert [line[:9].rstrip() for line in lines[:-1]] == ["  default", "* plain", "  gallery", "  mine"]
    assert "Mine (yours)" in lines[3]
    told = json.loads(small_site.run("theme", "list", "--json").stdout)
    assert told["active"] == "plain"
    assert [row["shipped"] for row in told["themes"]] == [True, True, True, False]


def test_an_unknown_theme_names_those_that_there_are(small_site: Site) -> None:
    """A slip in the name of a theme stops the build with the names to choose from."""
    small_site.write({"content/site.yaml": "title: Papers\ntheme: galery\n"})
    done = small_site.run("build")
    assert done.returncode == 1
    assert "there is no theme 'galery'" in done.stderr
    assert "Write one of default, plain, gallery" in done.stderr


@pytest.mark.parametrize("theme", SHIPPED)
def test_the_options_of_a_theme_are_those_of_the_docs(theme: str) -> None:
    """Each has its row in docs/themes.md, and each theme has those of the default one."""
    text = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    options = load(str(ROOT), theme).options
    assert options.keys() == load(str(ROOT), "default").options.keys()
    assert [name for name in options if f"| `{name}` |" not in text] == []


def test_a_checkout_of_publist_has_no_theme_of_its_own() -> None:
    """There the themes stand in the site's folder, and are publist's all the same."""
    assert [row.name for row in there(str(ROOT)) if not row.shipped] == []


def test_a_parent_that_is_not_there_is_told_where_it_is_named(small_site: Site) -> None:
    """The file to mend is the theme's, not the site's settings."""
    small_site.write(
        {"content/site.yaml": "title: P\ntheme: mine\n", "themes/mine/theme.yaml": "# mine\nextends: plane\n"}
    )
    done = small_site.run("build")
    assert "themes/mine/theme.yaml:2:10: error: there is no theme 'plane'" in done.stderr
