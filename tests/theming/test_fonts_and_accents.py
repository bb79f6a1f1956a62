"""The theme's fonts and accent colours: where they come from, what stylesheets name, what switches them off."""

from __future__ import annotations

import re

import pytest

from tests.conftest import PAPER, ROOT, Site


def _site(site: Site, settings: str) -> str:
    site.write({"content/papers/one.md": PAPER.format(title="One"), "content/site.yaml": settings})
    site.build()
    return site.page("index.html")


def test_stylesheets_name_files_by_their_hashed_paths(site: Site) -> None:
    """Each file that the stylesheet of the fonts names in url() is in the site, beside the licence of the font."""
    page = _site(site, "title: A\n")
    found = re.search(r'href="(assets/fonts\.[0-9a-f]{8}\.css)"', page)
    assert found
    named = re.findall(r"url\((fonts/[^)]+)\)", site.page(found[1]))
    assert len(named) == 15
    assert all(re.search(r"\.[0-9a-f]{8}\.woff2$", path) for path in named)
    assert all((site.output / "assets" / path).is_file() for path in named)
    assert "SIL OPEN FONT LICENSE" in next((site.output / "assets/fonts").glob("OFL.*")).read_text(encoding="utf-8")


def test_the_text_face_is_loaded_first(site: Site) -> None:
    """The face of the text is announced in the head, before the stylesheets, from the site itself."""
    page = _site(site, "title: A\n")
    preload = re.search(
        r'<link rel="preload" href="(assets/fonts/[^"]+)" as="font" type="font/woff2" crossorigin>', page
    )
    assert preload
    assert (site.output / preload[1]).is_file()
    assert page.index("preload") < page.index("stylesheet")


def test_the_bold_face_is_loaded_first_but_on_pages_of_people(site: Site) -> None:
    """Titles do not move when it arrives; of people there may be thousands, each with a page of one title."""
    site.write({"content/papers/a.md": "---\ntitle: Notes\nauthors: [Ann Lee]\ndate: 2020\n---\n"})
    index = _site(site, "title: A\n")
    assert re.findall(r'rel="preload" href="assets/fonts/source-serif-latin-(\d+)', index) == ["400", "600"]
    assert site.page("people/ann-lee/index.html").count('rel="preload"') == 1


def test_system_fonts_load_nothing(site: Site) -> None:
    """With `fonts: system` no page names a font or the stylesheet of the fonts."""
    page = _site(site, "title: A\ntheme_options: {fonts: system}\n")
    assert "fonts" not in page
    assert "preload" not in page


def test_a_url_that_is_no_file_of_the_theme_stays(site: Site) -> None:
    """Stylesheets of an own theme may name files of the parent theme; data and foreign addresses are left alone."""
    css = 'a { background: url("fonts/OFL.txt"), url(data:image/png;base64,AA==), url(https://example.org/x.png); }\n'
    site.write(
        {
            "themes/mine/theme.yaml": "extends: default\n",
            "themes/mine/assets/extra.css": css,
        }
    )
    _site(site, "title: A\ntheme: mine\n")
    written = next((site.output / "assets").glob("extra.*.css")).read_text(encoding="utf-8")
    assert re.search(r"url\(fonts/OFL\.[0-9a-f]{8}\.txt\)", written)
    assert "url(data:image/png;base64,AA==), url(https://example.org/x.png)" in written


@pytest.mark.parametrize(
    ("accent", "hue", "chroma"),
    [("blue", "255", "1.00"), ("Graphite", "255", "0.15"), ("210", "210", "1.00"), ("green", "150", "1.00")],
)
def test_accents_have_names(site: Site, accent: str, hue: str, chroma: str) -> None:
    """`accent` is one of five names, or a hue as before."""
    _site(site, f"title: A\naccent: {accent}\n")
    style = next((site.output / "assets").glob("style.*.css")).read_text(encoding="utf-8")
    assert f"--hue: {hue};" in style
    assert f"--chroma: {chroma};" in style


def test_an_unknown_accent_is_told_with_the_known_ones(site: Site) -> None:
    """The message names the five."""
    site.write({"content/papers/one.md": PAPER.format(title="One"), "content/site.yaml": "title: A\naccent: mauve\n"})
    done = site.run("build")
    assert done.returncode == 1
    assert "`accent` cannot be 'mauve'" in done.stderr
    assert "rust, blue, green, plum, graphite" in done.stderr


def test_the_package_has_the_fonts() -> None:
    """The folder of the fonts is a package of data, as are the theme's other folders."""
    assert '"publist.themes.default.assets.fonts" = ["*"]' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
