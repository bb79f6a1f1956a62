"""What the default theme promises whatever the site holds: readable colours, words to translate, nothing inline."""

from __future__ import annotations

import gzip
import math
import os
import re

import pytest

from tests.conftest import ROOT

THEME = str(ROOT / "themes/default")
TEMPLATES = sorted(os.listdir(os.path.join(THEME, "templates")))
HUES = range(0, 360, 5)
_COLOUR = r"oklch\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)"
_TOKEN = re.compile(rf"(--[a-z]+): light-dark\({_COLOUR}, {_COLOUR}\);")
_CHROMA = re.compile(r"calc\(([\d.]+) \* var\(--chroma\)\)")


def read(*path: str) -> str:
    with open(os.path.join(THEME, *path), encoding="utf-8") as file:
        return file.read()


def luminance(colour: str, hue: int) -> float:
    """Relative luminance (WCAG 2.2) of the arguments of ``oklch()``, clipped to sRGB as browsers do."""
    vivid = _CHROMA.sub(r"\1", colour)
    lightness, chroma, angle = (float(part) for part in vivid.replace("var(--hue)", str(hue)).split())
    a, b = chroma * math.cos(math.radians(angle)), chroma * math.sin(math.radians(angle))
    # https://bottosson.github.io/posts/oklab/
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rgb = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return sum(weight * min(max(part, 0), 1) for weight, part in zip((0.2126, 0.7152, 0.0722), rgb, strict=True))


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


TOKENS = {name: (light, dark) for name, light, dark in _TOKEN.findall(read("assets", "style.css"))}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("--ink", "--paper", 7),
        ("--ink", "--tint", 7),
        ("--soft", "--paper", 4.5),
        ("--accent", "--paper", 4.5),
        ("--edge", "--paper", 3),
        ("--bar", "--paper", 3),
    ],
)
def test_every_accent_is_readable(scheme: int, ink: str, ground: str, least: float) -> None:
    """Text and marks stand out from their ground in light and dark, whatever hue site.yaml chooses."""
    pairs = {hue: (luminance(TOKENS[ink][scheme], hue), luminance(TOKENS[ground][scheme], hue)) for hue in HUES}
    too_weak = {hue: contrast(*pair) for hue, pair in pairs.items() if contrast(*pair) < least}
    assert not too_weak


def test_the_contrast_is_measured_rightly() -> None:
    """White on black is 21 to 1, and the accent's hue counts."""
    assert contrast(luminance("1 0 0", 0), luminance("0 0 0", 0)) == pytest.approx(21, abs=0.01)
    assert luminance("0.6 0.1 var(--hue)", 30) != luminance("0.6 0.1 var(--hue)", 250)


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_inline(template: str) -> None:
    """The policy in the head allows no style, script or handler in the page, and templates say nothing is safe."""
    text = read("templates", template)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|\|\s*safe|autoescape", text)
    scripts = re.findall(r"<script\b[^>]*>", text)
    own = r'<script src="{{ page\.root }}{{ site\.[^}]* }}"(?: defer)?>'
    asked = r'<script src="{{ site\.analytics\.script }}"(?:{%.*%} {{ name }}="{{ value }}"{% endfor %}) defer>'
    assert all(re.fullmatch(f"{own}|{asked}", tag) for tag in scripts)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_visible_word_can_be_translated(template: str) -> None:
    """What a reader sees or hears comes from the site or through ``_`` and ``ngettext``."""
    text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", read("templates", template), flags=re.DOTALL)
    seen = re.sub(r"<[^>]*>", " ", text)
    heard = re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', text)
    assert not re.search(r"[A-Za-z]{2}", " ".join([seen.replace("ORCID", "").replace("BibTeX", ""), *heard]))


def test_the_stylesheet_uses_the_tokens_it_defines() -> None:
    """No custom property is used without a value or given a value without a use."""
    text = read("assets", "style.css")
    assert set(re.findall(r"var\((--[a-z]+)", text)) == set(re.findall(r"(?<![\w-])(--[a-z]+):", text))


def test_the_layout_turns_round_for_right_to_left() -> None:
    """Places are logical (inline-start), never left or right."""
    text = read("assets", "style.css")
    assert not re.findall(
        r"(?:margin|padding|border|inset)-(?:left|right)|text-align: (?:left|right)|\s(?:left|right):", text
    )


def test_the_theme_is_light() -> None:
    """Stylesheet and script together leave a third of a paper page's 15 kB to the paper."""
    packed = [len(gzip.compress(read("assets", name).encode(), 9)) for name in ("style.css", "site.js")]
    assert sum(packed) < 10_000


@pytest.mark.parametrize("script", ["site.js", "entry.js", "list.js", "search.js"])
def test_the_script_makes_no_markup_of_text(script: str) -> None:
    """What a paper contains reaches the page as text nodes, never as HTML or code."""
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(", read("assets", script)
    )
