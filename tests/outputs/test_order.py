"""The order of lists: by date, within a date by weight, then what is featured; what has not appeared comes first."""

from __future__ import annotations

from tests.conftest import Site

_HEADS = {
    "m-day": "date: 2020-03-09",
    "l-month": "date: 2020-03",
    "k-year": "date: 2020",
    "d-heavy": "date: 2019-01-01\nweight: 2",
    "e-light": "date: 2019-01-01\nweight: 1",
    "a-plain": "date: 2019-01-01",
    "z-featured": "date: 2019-01-01\nfeatured: true",
    "later": "date: 2090-01-01",
    "sent": "date: 2011\nstatus: submitted",
    "press": "status: in press",
    "none": "key: none2000",
}
_ORDER = "press sent later m-day l-month k-year e-light d-heavy z-featured a-plain none".split()


def test_the_order_of_a_list(site: Site) -> None:
    """Days before their month, months before their year; weights, then the featured, then titles; no date is last."""
    files: dict[str, str | bytes] = {
        f"content/papers/{slug}.md": f"---\ntitle: {slug}\n{head}\n---\n" for slug, head in _HEADS.items()
    }
    site.write({"content/site.yaml": "title: List\nowner: Ann Lee\n", **files})
    site.build()
    page = site.page("index.html")
    page = page[page.index("</section>", page.index('class="group selected"')) :]
    places = {slug: page.index(f'"papers/{slug}/"') for slug in _ORDER}
    assert sorted(places, key=lambda slug: places[slug]) == _ORDER
    assert page.index(">Submitted <") < places["sent"] < page.index(">2090</a> <") < places["later"]


def test_a_weight_is_a_small_number(small_site: Site) -> None:
    """A weight that is none is an error in its place."""
    small_site.write({"content/papers/heavy.md": "---\ntitle: Heavy\nweight: 0\n---\n"})
    done = small_site.run("build")
    assert done.returncode == 1
    assert "content/papers/heavy.md:3:9: error: `weight` must be between 1 and 10000, not 0" in done.stderr
