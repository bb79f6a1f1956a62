"""The preview's answers: addresses as GitHub Pages has them, nothing for strangers, a clean end."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator

import pytest

from publist.preview.access import is_own_host, is_own_origin
from publist.preview.editor_links import FileLine, address
from publist.preview.injection import injected, print_of, styles_of
from publist.preview.routes import Route, content_type, route
from tests.conftest import SMALL_SITE, Site
from tests.support.running_preview import Preview, serving


@pytest.fixture
def preview(small_site: Site) -> Iterator[Preview]:
    """A preview of two papers under /list/."""
    with serving(small_site) as running:
        yield running


def test_pages_stand_under_the_base_path(preview: Preview) -> None:
    """The root leads to the base path, a folder to its address with a slash, with the query kept."""
    assert preview.url.endswith("/list/")
    assert preview.get("/").headers["location"] == "/list/"
    assert preview.get("/list").headers["location"] == "/list/"
    moved = preview.get("/list/papers/notes?a=1")
    assert (moved.status, moved.headers["location"]) == (302, "/list/papers/notes/?a=1")
    page = preview.get("/list/papers/notes/")
    assert page.status == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert b"Notes on the engine" in page.body


@pytest.mark.parametrize(
    "path", ["/list/none", "/list/papers/none/deep/", "/elsewhere/", "/list/papers/", "/list/%2e%2e/x"]
)
def test_what_is_not_there_is_answered_with_the_sites_own_page(preview: Preview, path: str) -> None:
    """404.html with status 404 at any depth; its addresses begin at the base path."""
    answer = preview.get(path)
    assert answer.status == 404
    assert b'href="/list/assets/style.' in answer.body


def test_feeds_exports_and_assets_have_their_types(preview: Preview) -> None:
    """Media types as GitHub Pages sends them."""
    expected = {
        "feed.xml": "application/xml",
        "feed.json": "application/json; charset=utf-8",
        "publications.bib": "application/octet-stream",
        "publications.ris": "application/x-research-info-systems",
        "sitemap.xml": "application/xml",
        "robots.txt": "text/plain; charset=utf-8",
    }
    for path, kind in expected.items():
        answer = preview.get(f"/list/{path}")
        assert (answer.status, answer.headers["content-type"]) == (200, kind), path
        assert b"preview.js" not in answer.body


def test_a_page_is_as_built_but_for_one_script(preview: Preview, small_site: Site) -> None:
    """Take the script and the connection out of a served page, and it is the built one."""
    small_site.build()
    served = preview.get("/list/people/ada-lovelace/").body.decode()
    start = served.index('<script src="/.publist/preview.js"')
    end = served.index("</head>")
    plain = (served[:start] + served[end:]).replace("connect-src 'self' ws:", "connect-src 'self'")
    assert plain == small_site.page("people/ada-lovelace/index.html")


def test_the_index_of_the_last_build_serves_search(preview: Preview, small_site: Site) -> None:
    """Files of output/pagefind are answered, nothing beside them, also not by way of .. or a link."""
    small_site.write({"output/pagefind/pagefind.js": "index", "output/secret.txt": "secret"})
    (small_site.output / "pagefind/link.js").symlink_to(small_site.output / "secret.txt")
    assert preview.get("/list/pagefind/pagefind.js").body == b"index"
    for path in (
        "pagefind/none.js",
        "secret.txt",
        "pagefind/../secret.txt",
        "pagefind/%2e%2e/secret.txt",
        "pagefind/link.js",
    ):
        answer = preview.get(f"/list/{path}")
        assert (answer.status, b"secret" in answer.body) == (404, False), path


def test_head_has_the_headers_and_no_body(preview: Preview) -> None:
    """HEAD answers as GET does, without the page."""
    answer = preview.get("/list/", method="HEAD")
    assert answer.status == 200
    assert int(answer.headers["content-length"]) > 500
    assert answer.body == b""


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Host": "evil.example:8000"}, {"Origin": "http://evil.example"}]
)
def test_strangers_get_nothing(preview: Preview, headers: dict[str, str]) -> None:
    """Another name that leads here (DNS rebinding) and requests of other sites are refused."""
    for path in ("/list/", "/.publist/preview.js"):
        answer = preview.get(path, **headers)
        assert answer.status == 403
        assert b"Notes" not in answer.body


def test_a_foreign_page_cannot_connect(preview: Preview) -> None:
    """The websocket is refused to pages of another origin and under another name."""
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    upgrade["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ=="
    foreign = ({"Origin": "http://evil.example"}, {"Origin": "http://evil.example", "Host": "evil.example"})
    for headers in foreign:
        assert preview.get("/.publist/livereload", **upgrade, **headers).status == 403


def test_it_writes_no_output_folder(preview: Preview, small_site: Site) -> None:
    """Pages are made in memory."""
    assert preview.get("/list/").status == 200
    assert not small_site.output.exists()


def test_ctrl_c_ends_it_without_a_word(preview: Preview) -> None:
    """Exit code 0, the port is free again, nothing but the address was said."""
    host, port = preview.place.split(":")
    assert preview.end() == 0
    assert preview.text.count("\n") == 1
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, int(port)), 5)


def test_a_request_while_it_ends_is_no_mistake(preview: Preview) -> None:
    """Whoever asks on a connection that is open when it ends gets a page or nothing: an error would stand in a tab."""
    statuses: list[int] = []

    def ask() -> None:
        connection = http.client.HTTPConnection(preview.place, timeout=60)
        try:
            while True:
                connection.request("GET", "/list/404.html")
                answer = connection.getresponse()
                statuses.append(answer.status)
                answer.read()
        except (OSError, http.client.HTTPException):
            connection.close()

    asking = [threading.Thread(target=ask) for _ in range(4)]
    for thread in asking:
        thread.start()
    preview.said("Ctrl-C ends")
    while len(statuses) < 8:
        threading.Event().wait(0.01)
    assert preview.end() == 0
    for thread in asking:
        thread.join()
    assert set(statuses) == {200}


def test_a_taken_port_is_passed_over(small_site: Site) -> None:
    """The next free port is taken and said."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving(small_site, "--port", str(port)) as running:
            assert f"port {port} is taken: this is port" in running.text
            assert running.get("/list/").status == 200


def test_an_open_host_is_explained(small_site: Site) -> None:
    """What --host lets others do is said in plain words."""
    with serving(small_site, "--port", "0", "--host", "0.0.0.0") as running:  # noqa: S104 (that is the test)
        assert "Every device that reaches this machine" in running.text
        assert running.url.startswith("http://localhost:")


def test_a_host_that_is_none_is_wrong_use(small_site: Site) -> None:
    """Exit code 2 and a sentence."""
    done = small_site.run("serve", "--host", "203.0.113.7", "--port", "0")
    assert done.returncode == 2
    assert "nothing can listen at 203.0.113.7" in done.stderr


def test_a_site_with_mistakes_is_shown_as_far_as_it_goes(small_site: Site) -> None:
    """What can be read is served, what is wrong is said once."""
    small_site.write({"content/papers/bad.md": "---\ntitle: [\n---\n"})
    with serving(small_site) as running:
        assert b"Notes on the engine" in running.get("/list/papers/notes/").body
        running.get("/list/papers/notes/")
        assert running.text.count("content/papers/bad.md:") == 1


def test_a_site_without_papers_says_what_to_do(site: Site) -> None:
    """The page that cannot be made says why."""
    site.write({"content/site.yaml": "title: Empty\ntheme: nowhere\n"})
    with serving(site) as running:
        answer = running.get("/")
        assert answer.status == 503
        assert b"there is no theme" in answer.body
        assert b"preview.js" in answer.body


def test_sources_are_imported_at_the_start(site: Site) -> None:
    """As a build does."""
    site.write({"content/sources/a.bib": "@article{a, title={A title}, author={Doe, Jane}, year={2020}}"})
    with serving(site) as running:
        assert "Imported 1 paper" in running.text
        assert b"A title" in running.get("/").body


def test_a_broken_settings_file_is_mended(small_site: Site) -> None:
    """Settings that cannot be read leave the site as it was; mended, they count."""
    with serving(small_site) as running:
        small_site.write({"content/site.yaml": "title: [\n"})
        running.said(r"content/site\.yaml:\d")
        assert b"Papers" in running.get("/list/").body
        small_site.write({"content/site.yaml": str(SMALL_SITE["content/site.yaml"]).replace("Papers", "Works")})
        running.said("mended")
        assert b"Works" in running.get("/list/").body


@pytest.mark.parametrize(
    ("header", "bound", "own"),
    [
        ("localhost:8000", "127.0.0.1", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("app.localhost", "127.0.0.1", True),
        ("192.168.1.7:8000", "192.168.1.7", True),
        ("evil.example", "192.168.1.7", False),
        ("evil.example", "127.0.0.1", False),
        ("localhost.evil.example", "127.0.0.1", False),
        ("", "127.0.0.1", False),
        ("[::1", "127.0.0.1", False),
    ],
)
def test_own_hosts(header: str, bound: str, own: bool) -> None:
    """Names of this machine and addresses in digits, no other names."""
    assert is_own_host(header, bound) is own


def test_own_origins() -> None:
    """No origin, or that of the server itself with its port."""
    assert is_own_origin(None, "localhost:8000")
    assert is_own_origin("http://localhost:8000", "localhost:8000")
    assert not is_own_origin("http://localhost:9000", "localhost:8000")
    assert not is_own_origin("null", "localhost:8000")


def test_routes() -> None:
    """Folders, files, files named without .html, escaped names."""
    files = {"index.html", "404.html", "a b/index.html", "feed.xml", "é.txt"}
    expected = {
        "/": Route(200, "index.html"),
        "/a%20b/": Route(200, "a b/index.html"),
        "/a%20b": Route(302, "", "/a%20b/"),
        "/404": Route(200, "404.html"),
        "/%C3%A9.txt": Route(200, "é.txt"),
        "/none": Route(404, "404.html"),
    }
    assert {address: route(address, "/", files) for address in expected} == expected
    assert content_type("paper.PDF") == "application/pdf"


def test_a_page_keeps_its_print_when_only_a_stylesheets_name_changes() -> None:
    """So that the stylesheet is swapped and the page stays."""
    page = b'<head><link rel="stylesheet" href="../assets/style.%s.css"></head>%s'
    one, other = page % (b"01234567", b""), page % (b"89abcdef", b"")
    assert print_of(one) == print_of(other) != print_of(page % (b"01234567", b"text"))
    assert styles_of(other) == ["../assets/style.89abcdef.css"]


def test_a_page_without_a_head_gets_its_script() -> None:
    """A theme may leave out what HTML lets it leave out."""
    assert b"preview.js" in injected(b"<p>Text", "")


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("vscode://file/{path}:{line}", "vscode://file/site%20a/content/x.md:3"),
        (
            "txmt://open?url=file://{path}&line={line}&column={column}",
            "txmt://open?url=file:///site%20a/content/x.md&line=3&column=1",
        ),
        ("javascript:alert({line})", ""),
        (" JavaScript:alert(1)", ""),
        ("no address", ""),
    ],
)
def test_editor_addresses(editor: str, expected: str) -> None:
    """The form is filled in; a script is no editor."""
    assert address(editor, "/site a", FileLine("content/x.md", 3)) == expected
