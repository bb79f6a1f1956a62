"""Templates: words are folded in when a template is compiled, and the page is the same as if they were looked up."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from publist.model.problems import PublistError
from publist.outputs.pages.list_items import ANY_ROOT
from publist.text.markdown import Html
from publist.theming.environment import compile_template, environment, quick_escape


class Shouting(NullTranslations):
    """A language in which every word is loud, and some characters matter to HTML."""

    def gettext(self, message: str) -> str:
        """The word, loud."""
        return f"<{message.upper()} & {{{{ co }}}} 'é'>"


def _rendered(source: str, words: NullTranslations, **values: Any) -> str:
    made = environment(words)
    code, _ = compile_template(made, "t.html", "t.html", source.encode())
    return made.template_class.from_code(made, code, made.make_globals(None), lambda: True).render(values)


TEXT = st.text(alphabet=st.characters(exclude_characters='\\"', exclude_categories=["Cs", "Cc"])).filter(
    lambda text: not text.startswith("_") and "._" not in text and "__" not in text
)


@given(message=TEXT, other=TEXT)
def test_folded_words_are_the_words_that_a_call_gives(message: str, other: str) -> None:
    """``_("…")`` written as a constant gives the same text as the same call at render time, wherever it stands."""
    places = [
        "{{ %s }}",
        '<a title="{{ %s }}">',
        "{{ %s | replace('%%(n)s', other) }}",
        "{%% set x = %s %%}{{ x }}",
        "{{ %s ~ other }}",
        "{%% for c in [%s, other] %%}{{ c }}{%% endfor %%}",
        "{%% if other %%}{{ other if not other else %s }}{%% endif %%}",
    ]
    for place in places:
        folded = _rendered(place % f'_("{message}")', Shouting(), other=other)
        assert folded == _rendered(place % "_(message)", Shouting(), message=message, other=other)


def test_folded_words_need_no_lookup_when_a_page_is_rendered() -> None:
    """A constant word is part of the compiled template."""
    words = Shouting()
    made = environment(words)
    code, _ = compile_template(made, "t.html", "t.html", b'<b>{{ _("word") }}</b>')
    made.globals["_"] = None
    template = made.template_class.from_code(made, code, made.make_globals(None), lambda: True)
    assert template.render() == "<b>&lt;WORD &amp; {{ co }} &#39;é&#39;&gt;</b>"


@pytest.mark.parametrize(
    "source", ["{% set _ = page %}", "{% for _ in [1] %}{% endfor %}", "{% macro m(_) %}{% endmacro %}"]
)
def test_the_name_of_the_words_is_taken(source: str) -> None:
    """A template that gives ``_`` another meaning is refused: its words are text already."""
    with pytest.raises(PublistError, match="cannot be another thing"):
        compile_template(environment(NullTranslations()), "t.html", "t.html", source.encode())


@given(st.text())
def test_quick_escaping_is_markupsafes(text: str) -> None:
    """Text, and what is marked as safe, come out as MarkupSafe prints them."""
    assert str(quick_escape(text)) == str(escape(text))
    assert quick_escape(Html(text)) == str(escape(Html(text))) == text
    assert str(quick_escape(7)) == "7"


ROOTS = ["", "../", "../../../../"]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("<a href='{{ page.root }}{{ page.path }}'>{{ page.path }}</a>", True),
        ("{% set root = page.root %}{% for x in 'ab' %}{{ root }}{{ x }}{% endfor %}", True),
        ("{% set entry = page.entry %}{{ entry.title }}", True),
        ("{% if page.root %}{{ page.root }}{% endif %}", False),
        ("{{ page.root or './' }}", False),
        ("{{ page.root ~ 'x' }}", False),
        ("{{ page.root | length }}", False),
        ("{% set root = page.root %}{% if root %}x{% endif %}", False),
        ("{% set root = page.root %}{% set root = 'x' %}{{ root }}", False),
        ("{% set a = page.root %}{% set b = a %}{% if b %}x{% endif %}", False),
        ("{% set all = page %}{{ all.root | length }}", False),
        ("{{ page['root'] | length }}", False),
        ("{{ page }}", False),
        ("{% for c in page.root %}{{ c }}{% endfor %}", False),
        ("{% include 'other.html' %}", False),
        ("{% macro m() %}{{ page.root }}{% endmacro %}{{ m() | length }}", False),
        ("{% set x %}{{ page.root }}{% endset %}{{ x | length }}", False),
        ("{% filter upper %}{{ page.root }}{% endfilter %}", False),
    ],
)
def test_a_list_item_that_only_prints_the_root_is_told_from_others(source: str, plain: bool) -> None:
    """Where a template is said to only print it, what it gives for one root is what it gives for any other."""
    made = environment(NullTranslations())
    assert compile_template(made, "t.html", "t.html", source.encode())[1] is plain
    if plain:
        page = {"path": "papers/x/", "entry": {"title": "T"}}
        general = _rendered(source, NullTranslations(), page=page | {"root": ANY_ROOT})
        for root in ROOTS:
            assert _rendered(source, NullTranslations(), page=page | {"root": root}) == general.replace(ANY_ROOT, root)
