"""Keywords in one field: what parts them, and what belongs to one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.formats.keywords import joined_keywords, split_keywords
from tests.conftest import Site


@pytest.mark.parametrize(
    ("text", "keywords"),
    [
        ("ice, snow", ("ice", "snow")),
        ("ice, snow; rain", ("ice, snow", "rain")),
        ("Weather -> Ice (firn, rime, etc.), snow", ("Weather -> Ice (firn, rime, etc.)", "snow")),
        ("ice (firn; rime), snow", ("ice (firn; rime)", "snow")),
        ("ice (firn; rime); snow", ("ice (firn; rime)", "snow")),
        ("ice (a (b, c), d), e", ("ice (a (b, c), d)", "e")),
        ("smile :), ice, snow", ("smile :)", "ice", "snow")),
        ("a) ice, b) snow, (c", ("a) ice", "b) snow", "(c")),
        (", ;", (",",)),
    ],
)
def test_separators_in_parentheses_part_nothing(text: str, keywords: tuple[str, ...]) -> None:
    """Commas part keywords where there is no semicolon; what is in parentheses that close again belongs together."""
    assert split_keywords(text) == keywords


@given(
    st.lists(
        st.from_regex(r"[a-z]{1,3}(?: \([a-z]{1,2}(?:, [a-z])?\))?(?:, x)?", fullmatch=True), min_size=1, max_size=4
    )
)
def test_keywords_come_back(keywords: list[str]) -> None:
    """What is joined in one field is parted into the same keywords."""
    assert split_keywords(joined_keywords(tuple(keywords))) == tuple(keywords)


def test_a_topic_from_keywords_is_whole(site: Site) -> None:
    """A keyword that several papers share is a topic under its whole name."""
    entries = "".join(
        f"@article{{k{n}, title = {{Paper number {n}}}, author = {{Lee, Ann}}, year = {{202{n}}},"
        " keywords = {Weather -> Ice (firn, rime), wind}}\n"
        for n in range(3)
    )
    site.write({"content/site.yaml": "title: P\ntopics_from: keywords\n", "list.bib": entries})
    assert site.run("import", "list.bib").returncode == 0
    site.build()
    assert sorted(path.name for path in (site.output / "topics").iterdir() if path.is_dir()) == [
        "weather-ice-firn-rime",
        "wind",
    ]
