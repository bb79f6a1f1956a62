"""One build serves at the root, under a path, under a custom domain, and from a folder: every link is followed."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest

from tests.conftest import Site, paper
from tests.support.pages_host import served


class _Links(HTMLParser):
    """Every address of a page, and every place in it that can be linked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.urls: set[str] = set()
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.places.add(told.get("id") or "")
        for name in ("href", "src"):
            if told.get(name) is not None and told.get("rel") != "canonical":
                self.urls.add(told[name] or "")


def fetched(url: str) -> tuple[int, str, str]:
    """Status, text and final address."""
    try:
        with urlopen(url) as answer:  # noqa: S310 (served by this test)
            return answer.status, answer.read().decode("utf-8", "replace"), answer.url
    except HTTPError as problem:
        with problem:
            return problem.code, problem.read().decode(), url


def crawl(start: str, first: str = "") -> dict[str, set[str]]:
    """Follow every link within the site; the places of each page. Fails on a link that leads nowhere or redirects."""
    todo, checked = [first or start], list[tuple[str, str, str]]()
    pages: dict[str, set[str]] = {}
    while todo:
        url = todo.pop()
        if url in pages:
            continue
        status, text, final = fetched(url)
        assert (status, final) == (200, url), url
        pages[url] = set()
        if url.endswith("/") or url.endswith(".html"):
            found = _Links(text)
            pages[url] = found.places
            for link in found.urls:
                target, place = urldefrag(urljoin(url, link))
                if urlsplit(target).netloc == urlsplit(start).netloc:
                    assert target.startswith(start), f"{link} on {url} leads out of the site"
                    todo.append(target)
                    checked.append((target, place, url))
    for target, place, url in checked:
        assert not place or place in pages[target], f"#{place} on {url}"
    return pages


@pytest.fixture
def wide_site(small_site: Site) -> Site:
    """A site with paged lists, a page of its own, an asset, and names that need care."""
    small_site.write({f"content/papers/p{number}.md": paper(f"Paper {number} on C++ & 李明") for number in range(15)})
    small_site.write(
        {
            "content/pages/about.md": "---\ntitle: About\nnav: 1\n---\nSee [the file](assets/A%20File.txt).\n",
            "content/assets/A File.txt": "text",
            "content/site.yaml": "title: Papers\nowner: Ada Lovelace\nper_page: 10\n",
        }
    )
    return small_site


@pytest.mark.parametrize(
    ("base_url", "base"),
    [
        ("https://ada.github.io/", "/"),
        ("https://ada.github.io/papers/", "/papers/"),
        ("https://papers.example.org/", "/"),
        ("", "/"),
    ],
)
def test_every_link_leads_somewhere(wide_site: Site, base_url: str, base: str) -> None:
    """At each address every link within the site is answered at once, and every file of the site is reached."""
    wide_site.build(*(["--base-url", base_url] if base_url else []))
    with served(wide_site.output, base) as start:
        pages = crawl(start)
    reached = {unquote(url[len(start) :]) for url in pages}
    pages_there = {path.removesuffix("index.html") for path in wide_site.snapshot() if path.endswith("index.html")}
    assert reached >= pages_there
    assert "assets/A File.txt" in reached


@pytest.mark.parametrize(("base_url", "base"), [("https://a.github.io/", "/"), ("https://a.github.io/b/", "/b/")])
def test_the_page_for_lost_readers_works_at_any_depth(wide_site: Site, base_url: str, base: str) -> None:
    """404.html, shown at an address deep down, finds its stylesheet and the way home."""
    wide_site.build("--base-url", base_url)
    with served(wide_site.output, base) as start:
        for lost in ("gone", "papers/gone/", "a/b/c/d/e.html"):
            status, text, _ = fetched(start + lost)
            assert status == 404
            links = {link for link in _Links(text).urls if not link.startswith("#")}
            urls = {urldefrag(urljoin(start + lost, link))[0] for link in links}
            here = {url for url in urls if urlsplit(url).netloc == urlsplit(start).netloc}
            assert start in here
            assert any(url.endswith(".css") for url in here)
            assert {fetched(url)[0] for url in here} == {200}


def test_pages_are_the_same_bytes_under_every_address(wide_site: Site) -> None:
    """Links within the site do not know the address: only what must be absolute differs."""
    bodies = []
    for base_url in ("https://ada.github.io/", "https://ada.github.io/papers/"):
        wide_site.build("--base-url", base_url)
        files = wide_site.snapshot()
        pages = {path: text for path, text in files.items() if path.endswith(".html") and path != "404.html"}
        plain = {path: text.replace(base_url.encode(), b"BASE/") for path, text in pages.items()}
        bodies.append({path: text.partition(b"<body")[2] for path, text in plain.items()})
    assert bodies[0] == bodies[1]


def test_a_folder_opened_from_disk_is_whole(wide_site: Site) -> None:
    """Every relative address names a file, or a folder with an index page."""
    wide_site.build()
    for path, content in wide_site.snapshot().items():
        if not path.endswith(".html") or path == "404.html":
            continue
        for link in _Links(content.decode()).urls:
            if urlsplit(link).scheme or not urldefrag(link)[0]:
                continue
            assert not link.startswith("/"), f"{link} on {path}"
            target = (wide_site.output / path).parent / unquote(urlsplit(link).path)
            assert (target / "index.html" if link.endswith("/") or target.is_dir() else target).is_file(), (
                f"{link} on {path}"
            )


@pytest.mark.browser
def test_a_browser_walks_the_site_under_a_path(wide_site: Site, browser: Any) -> None:
    """In a real browser each page under /papers/ loads all that it asks for, without a word of complaint."""
    wide_site.build("--base-url", "https://ada.github.io/papers/")
    with served(wide_site.output, "/papers/") as start:
        pages = [url for url in crawl(start) if url.endswith("/")]
        page = browser.new_page()
        failed: list[str] = []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        # What is asked for when the next page is called is given up by the browser: the icon comes last of all.
        page.on("requestfailed", lambda request: None if "ABORTED" in request.failure else failed.append(request.url))
        page.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda problem: failed.append(str(problem)))
        for url in sorted(pages)[:12]:
            page.goto(url)
            assert page.locator("h1").count() == 1
        page.close()
    assert failed == []


@pytest.mark.browser
def test_a_browser_walks_the_site_from_a_folder(wide_site: Site, browser: Any) -> None:
    """Opened from disk, a click on a paper, on an author and on the way home shows pages, not lists of files."""
    wide_site.build("--base-url", "https://ada.github.io/papers/")
    page = browser.new_page()
    page.goto((wide_site.output / "index.html").as_uri())
    home = page.title()
    page.locator("h3 a").first.click()
    page.wait_for_url("**/output/papers/**")
    page.locator("main a.me").first.click()
    page.wait_for_url("**/output/people/ada-lovelace/**")
    page.locator("a.home").click()
    page.wait_for_function("title => document.title === title", arg=home)
    page.close()
