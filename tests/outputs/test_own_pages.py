"""What owners bring besides papers: static files, pages in folders, headings, frames from elsewhere, analytics."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.text.embeds import Embeds
from publist.text.markdown import block
from tests.conftest import Site
from tests.support.published_site import publish, published

SETTINGS = "title: Papers\nowner: Ada Lovelace\nbase_url: https://example.org/list/\n"


def csp(page: str) -> str:
    """The content security policy of a page."""
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return found[1]


def test_static_files_go_to_the_root(small_site: Site) -> None:
    """As they are, with hidden names; what a system leaves there does not."""
    small_site.write(
        {
            "content/static/favicon.ico": b"\0icon",
            "content/static/.well-known/security.txt": "Contact: mailto:a@example.org\n",
            "content/static/google123.html": "google-site-verification: google123.html\n",
            "content/static/.DS_Store": b"x",
        }
    )
    small_site.build()
    assert (small_site.output / "favicon.ico").read_bytes() == b"\0icon"
    assert small_site.page(".well-known/security.txt").startswith("Contact")
    assert (small_site.output / "google123.html").exists()
    assert not (small_site.output / ".DS_Store").exists()
    (small_site.folder / "content/static/.well-known/security.txt").unlink()
    small_site.build()
    assert not (small_site.output / ".well-known").exists()


def test_static_files_are_published(project: Site, remote: Path, tmp_path: Path) -> None:
    """Those with hidden names, too."""
    project.write({"content/static/.well-known/x": "x", "content/static/favicon.ico": b"i"})
    publish(project)
    files = published(remote, tmp_path / "clone")
    assert (files[".well-known/x"], files["favicon.ico"]) == (b"x", b"i")


def test_a_static_file_on_the_place_of_one_of_ours_is_an_error(small_site: Site) -> None:
    """Both are named, and the site stays as it is."""
    small_site.write({"content/static/feed.xml": "mine", "content/static/papers/notes/index.html": "mine"})
    done = small_site.run("build")
    assert done.returncode == 1
    assert "content/static/feed.xml: error: the page feed.xml is already made from content/" in done.stderr
    assert "already made from content/papers/notes.md" in done.stderr
    assert not small_site.output.exists()


def test_robots_of_the_owner_stand_instead_of_ours(small_site: Site) -> None:
    """Everybody may say what robots may do."""
    small_site.write({"content/static/robots.txt": "User-agent: *\nDisallow: /\n"})
    small_site.build()
    assert small_site.page("robots.txt") == "User-agent: *\nDisallow: /\n"


def test_pages_in_folders_keep_their_path(small_site: Site) -> None:
    """In the site, its links and its sitemap; index.md is the page of its folder; check knows their addresses."""
    small_site.write(
        {
            "content/pages/courses/index.md": "---\ntitle: Courses\nnav: 1\n---\n[Maths](../courses/2024/maths/)\n",
            "content/pages/courses/2024/maths.md": "---\ntitle: Maths\n---\n[Back](courses/)\n[Home](/)\n",
        }
    )
    small_site.build()
    assert 'href="../courses/2024/maths/"' in small_site.page("courses/index.html")
    assert 'href="../../../courses/"' in small_site.page("courses/2024/maths/index.html")
    assert 'href="courses/"' in small_site.page("index.html")
    assert "<loc>https://example.org/list/courses/2024/maths/</loc>" in small_site.page("sitemap.xml")
    assert "leads nowhere" not in small_site.run("check").stdout


def test_two_files_for_one_page_are_told(small_site: Site) -> None:
    """courses.md and courses/index.md have one address."""
    page = "---\ntitle: Courses\n---\n"
    small_site.write({"content/pages/courses.md": page, "content/pages/courses/index.md": page})
    done = small_site.run("build")
    assert done.returncode == 1
    assert "courses/index.html is already made from content/pages/courses" in done.stderr


def test_headings_keep_their_structure(small_site: Site) -> None:
    """A first-level heading in a page, an abstract or a topic is one below the page's own, and so on."""
    text = "# Background\n\nText.\n\n## Detail\n\nMore.\n\nUnder\n=====\n"
    small_site.write(
        {
            "content/pages/teaching.md": f"---\ntitle: Teaching\n---\n{text}",
            "content/topics/computing.md": f"---\ntitle: Computing\n---\n{text}",
            "content/papers/notes.md": f"---\ntitle: Notes\ntopics: [Computing]\n---\n{text}",
        }
    )
    small_site.build()
    for path in ("teaching", "topics/computing", "papers/notes"):
        page = re.sub(r' id="(?:background|detail|under)"', "", small_site.page(f"{path}/index.html"))
        assert "<h2>Background</h2>" in page, path
        assert "<h3>Detail</h3>" in page, path
        assert "<h2>Under</h2>" in page, path
        assert len(re.findall(r"<h1\b", page)) == 1, path


def test_parts_of_a_page_can_be_linked_to(small_site: Site) -> None:
    """Each heading of a page has its words as an id; two of the same words have two, and none takes the page's own."""
    text = "## Past *and* next\n\n## Main\n\n### Past and next\n\n[Up](#past-and-next), [there](about/#main-2)\n"
    small_site.write({"content/pages/about.md": f"---\ntitle: About\n---\n{text}"})
    small_site.build()
    page = small_site.page("about/index.html")
    assert re.findall(r'<h([23]) id="([\w-]+)"', page) == [
        ("2", "past-and-next"),
        ("2", "main-2"),
        ("3", "past-and-next-2"),
    ]
    assert '<a href="#past-and-next">Up</a>' in page
    assert '<a href="../about/#main-2">there</a>' in page
    assert page.count('id="main"') == 1


def test_headings_of_the_second_level_stay() -> None:
    """There is nothing to make room for; code that looks like a heading is none."""
    assert block("## Two\n\n### Three\n") == "<h2>Two</h2>\n<h3>Three</h3>"
    assert block("# One\n\n###### Six\n") == "<h2>One</h2>\n<h6>Six</h6>"
    assert block("## Two\n\n    <h1>\n") == "<h2>Two</h2>\n<pre><code>&lt;h1&gt;\n</code></pre>"


FRAME = '<iframe width="560" height="315" src="https://video.example/embed/1?a=1&b=2" title="Talk"></iframe>'


def test_a_frame_from_a_host_that_the_settings_name_is_shown(small_site: Site) -> None:
    """The policy of that page alone has the host; another page's has none."""
    small_site.write(
        {
            "content/site.yaml": SETTINGS + "embeds: [video.example]\n",
            "content/pages/talks.md": f"---\ntitle: Talks\n---\nA talk:\n\n{FRAME}\n",
            "content/pages/about.md": "---\ntitle: About\n---\nText.\n",
        }
    )
    small_site.build()
    page = small_site.page("talks/index.html")
    assert '<iframe src="https://video.example/embed/1?a=1&amp;b=2" title="Talk" width="560" height="315" ' in page
    assert " frame-src https://video.example;" in csp(page)
    for path in ("about/index.html", "index.html", "papers/notes/index.html"):
        assert "frame-src" not in csp(small_site.page(path))
    assert "iframe" not in small_site.run("check").stdout


@pytest.mark.parametrize("embeds", ["", "embeds: [other.example]\n"])
def test_a_frame_from_elsewhere_is_shown_as_its_source_and_told(small_site: Site, embeds: str) -> None:
    """Nothing is dropped in silence; check says how to allow the host."""
    small_site.write(
        {"content/site.yaml": SETTINGS + embeds, "content/pages/talks.md": f"---\ntitle: Talks\n---\n{FRAME}\n"}
    )
    small_site.build()
    page = small_site.page("talks/index.html")
    assert "<iframe" not in page
    assert "&lt;iframe" in page
    assert "frame-src" not in csp(page)
    told = small_site.run("check").stdout
    assert "content/pages/talks.md:4:" in told
    assert "the <iframe> from video.example is not shown" in told
    assert "embeds: [video.example]" in told


def test_a_frame_in_code_or_in_an_abstract_is_text(small_site: Site) -> None:
    """Only pages embed."""
    assert "&lt;iframe" in block(f"```\n{FRAME}\n```\n", embed=Embeds(["video.example"]).html)
    small_site.write({"content/site.yaml": SETTINGS + "embeds: [video.example]\n"})
    small_site.write({"content/papers/notes.md": f"---\ntitle: N\n---\n{FRAME}\n"})
    small_site.build()
    assert "<iframe" not in small_site.page("papers/notes/index.html")


_PART = st.sampled_from(
    ['src="https://video.example/x"', "src=//evil.example/", 'src="https://video.example@evil.example/"', "onload=a()",
     'srcdoc="<b>"', "src='javascript:a()'", 'title="a&quot;>"', 'width="1"', "height='1;'", "src=https://[x", '"', ">"]
)  # fmt: skip


@given(st.lists(_PART, max_size=5))
@settings(max_examples=100)
def test_nothing_but_a_frame_of_the_host_comes_out(parts: list[str]) -> None:
    """Whatever the attributes: an iframe of exactly the allowed host, and no attribute that runs something."""
    html = block(f"<iframe {' '.join(parts)}></iframe>", embed=Embeds(["video.example"]).html)
    for tag in re.findall(r"<iframe[^>]*>", html):
        assert re.match(r'<iframe src="https://video\.example/[^"]*" title="', tag)
        assert not re.search(r"\bon\w+=|srcdoc", re.sub(r'"[^"]*"', "", tag))
    assert "<script" not in html


ANALYTICS = {
    "plausible": ("https://plausible.io", "https://plausible.io", 'data-domain="me"'),
    "goatcounter": ("https://gc.zgo.at", "https://me.goatcounter.com", 'data-goatcounter="https://me.goatcounter.com/'),
    "umami": ("https://cloud.umami.is", "https://cloud.umami.is", 'data-website-id="me"'),
    "matomo": ("https://stats.example.org", "https://stats.example.org", "https://stats.example.org/matomo.js"),
}


@pytest.mark.parametrize("service", ANALYTICS)
def test_a_service_counts_visits_if_the_settings_say_so(small_site: Site, service: str) -> None:
    """Its script stands on every page, and the page's policy allows it and nothing else."""
    script, told, tag = ANALYTICS[service]
    url = ", url: https://stats.example.org" if service == "matomo" else ""
    small_site.write({"content/site.yaml": f"{SETTINGS}analytics: {{service: {service}, id: me{url}}}\n"})
    small_site.build()
    for path in ("index.html", "papers/notes/index.html", "search/index.html", "404.html"):
        page = small_site.page(path)
        rules = dict(rule.strip().partition(" ")[::2] for rule in csp(page).split(";"))
        assert script in rules["script-src"].split()
        assert told in rules["connect-src"].split()
        assert told in rules["img-src"].split()
        assert "unsafe-inline" not in csp(page)
        assert tag in page
    if service == "matomo":
        setup = small_site.page("assets/analytics.js")
        assert '["disableCookies"]' in setup
        assert 'location.hostname === "example.org"' in setup


def test_no_visit_is_counted_by_default(small_site: Site) -> None:
    """No page loads anything from elsewhere, and the settings are told if they cannot work."""
    small_site.build()
    for path in small_site.output.rglob("*.html"):
        assert not re.search(r'<script[^>]*src="https?:', path.read_text(encoding="utf-8"))
    small_site.write({"content/site.yaml": f"{SETTINGS}analytics: {{service: matomo, id: '7'}}\n"})
    assert "`analytics` has no `url`" in small_site.run("check").stdout
    small_site.build()
    assert "matomo" not in small_site.page("index.html")
