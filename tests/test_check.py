"""The verb check: what is wrong or worth a look, with file, line and what to do."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from publist.cache import Cache
from publist.checks.audit import audit
from publist.checks.linkcheck import Limits, Verdict, try_links
from tests.conftest import ROOT, Site, paper

QUICK = Limits(pause=0, timeout=5)
BROKEN = ROOT / "tests" / "broken_sites"
CONTENT: dict[str, str | bytes] = {
    "content/site.yaml": "title: Papers\nowner: Ada Lovelace\nbase_url: https://example.org/\n",
    "content/papers/notes.md": paper("Notes on the engine"),
}


def told(site: Site) -> list[str]:
    """Each problem as it is printed, without hints."""
    return [str(problem).partition("\n")[0] for problem in audit(str(site.folder)).problems]


@pytest.fixture
def clean(site: Site) -> Site:
    """A site of which there is nothing to say."""
    site.write(CONTENT)
    return site


def add(site: Site, path: str, text: str) -> None:
    site.write({path: text})


def append(site: Site, text: str, path: str = "content/papers/notes.md") -> None:
    add(site, path, (site.folder / path).read_text(encoding="utf-8") + text)


def insert(site: Site, line: str, path: str = "content/papers/notes.md") -> None:
    """Put a line under the first key of a file."""
    head, _, rest = (site.folder / path).read_text(encoding="utf-8").partition("date:")
    add(site, path, f"{head}{line}\ndate:{rest}")


def test_a_clean_site_has_nothing_to_mend_and_nothing_is_written(clean: Site) -> None:
    before = {path: path.read_bytes() for path in (clean.folder / "content").rglob("*") if path.is_file()}
    done = clean.run("check", "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 paper checked: nothing to mend\n", "")
    after = {path: path.read_bytes() for path in (clean.folder / "content").rglob("*") if path.is_file()}
    assert after == before
    assert not clean.output.exists()


def test_warnings_are_no_failure_unless_they_are_to_be_errors(clean: Site) -> None:
    insert(clean, "review: [title]")
    done = clean.run("check")
    assert done.returncode == 0
    assert done.stdout == (
        "content/papers/notes.md:6:1: warning: the import was unsure of `title`\n"
        "  look at them, mend what is wrong, then delete the line `review:`\n"
        "1 paper checked: 1 warning\n"
    )
    assert clean.run("check", "--strict").returncode == 1


def test_all_errors_of_all_files_are_told_and_fail(clean: Site) -> None:
    add(clean, "content/papers/a.md", "---\ntitle: A\ndate: 2023-02-30\nauthor: [Jane Doe]\n---\n")
    add(clean, "content/papers/b.md", "title: B\n")
    add(clean, "content/site.yaml", "title: Papers\naccent: red\n")
    done = clean.run("check")
    assert done.returncode == 1
    for line in (
        "content/papers/a.md:3:7: error: 2023-02 has no day 30",
        "content/papers/a.md:4:1: warning: unknown key `author`",
        "content/papers/b.md:1:1: error: the file has no front matter",
        "content/site.yaml:2:9: error: `accent` must be a whole number",
    ):
        assert line in done.stdout
    assert done.stdout.splitlines()[-1].startswith("2 papers checked: 3 errors and ")


def test_the_report_as_json_has_every_problem_with_its_place(clean: Site) -> None:
    insert(clean, "review: [title]")
    done = clean.run("check", "--json", "--strict")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert (report["papers"], report["errors"], report["warnings"], report["links"]) == (1, 0, 1, None)
    (problem,) = report["problems"]
    assert (problem["path"], problem["line"], problem["column"]) == ("content/papers/notes.md", 6, 1)


def test_a_folder_without_content_is_told(site: Site) -> None:
    done = site.run("check")
    assert done.returncode == 1
    assert "there is no folder content/ here" in done.stderr


def test_a_site_without_a_paper_cannot_be_built_and_check_says_so(site: Site) -> None:
    site.write({"content/site.yaml": CONTENT["content/site.yaml"]})
    assert told(site) == ["content/papers: error: there is no paper to publish"]


def test_a_theme_that_is_not_there_hides_no_other_mistake(clean: Site) -> None:
    add(clean, "content/site.yaml", "title: Papers\ntheme: nowhere\n")
    add(clean, "content/papers/a.md", "---\ntitle: A\ndate: 2023-02-30\n---\n")
    assert told(clean) == [
        "content/papers/a.md:3:7: error: 2023-02 has no day 30",
        "content/site.yaml: error: there is no theme 'nowhere'",
    ]


def test_papers_that_wait_in_the_sources_are_counted_not_imported(clean: Site) -> None:
    source = "@article{a, title = {A Theory of Lists}, author = {Jane Doe}, year = {2023}}\n"
    add(clean, "content/sources/list.bib", source)
    done = clean.run("check")
    assert "1 paper of content/sources will be imported by the next build\n" in done.stdout
    assert [path.name for path in (clean.folder / "content/papers").iterdir()] == ["notes.md"]


LINKS = """\

Good: [a](../papers/notes/) [b](papers/notes/index.html) [c](../assets/x%20y.txt?v=1#top) [d](#here) [e](/)
[ref] ![picture](../assets/p.png)

[ref]: ../people/grace-hopper/#papers

Dead: [f](../papers/note/)
and ![picture](../assets/q.png).
"""


def test_links_within_the_site_that_lead_nowhere_are_told_with_their_line(clean: Site) -> None:
    clean.write({"content/assets/x y.txt": "x", "content/assets/p.png": "p"})
    append(clean, LINKS)
    assert told(clean) == [
        "content/papers/notes.md:16:11: warning: the link ../papers/note/ leads nowhere",
        "content/papers/notes.md:17:16: warning: the link ../assets/q.png leads nowhere",
    ]


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("papers/note/", "did you mean papers/notes/?"),
        ("files/x.pdf", "did you mean assets/x.pdf?"),
        ("papers/notes.md", "link to the page, not to its file: papers/notes/"),
        ("pages/about.md", "link to the page, not to its file: about/"),
        ("papers/later/", "what it leads to is a draft; delete the line `draft: true` there, or the link"),
        ("topics/empty/", "no paper belongs to this topic, so it has no page"),
        ("zzz/", "a file of the site must be under content/assets/, and a page has the name of its file"),
    ],
)
def test_a_dead_link_comes_with_what_to_do(clean: Site, address: str, hint: str) -> None:
    clean.write(
        {
            "content/assets/x.pdf": "x",
            "content/pages/about.md": f"---\ntitle: About\n---\n[here]({address})\n",
            "content/papers/later.md": paper("Later").replace("date:", "draft: true\ndate:"),
            "content/topics/empty.md": "---\ntitle: Empty\n---\n",
        }
    )
    found = [problem for problem in audit(str(clean.folder)).problems if "leads nowhere" in problem.message]
    assert [(problem.path, problem.line, problem.hint) for problem in found] == [("content/pages/about.md", 4, hint)]


def test_a_link_to_a_paper_with_mistakes_is_not_dead(clean: Site) -> None:
    add(clean, "content/papers/broken.md", "no front matter\n")
    append(clean, "[see](../papers/broken/)\n")
    assert [line for line in told(clean) if "leads nowhere" in line] == []


def test_links_that_name_a_file_must_have_it(clean: Site) -> None:
    insert(clean, "links:\n  pdf: assets/notes.pdf\n  slides: assets/slides.pdf")
    clean.write({"content/assets/slides.pdf": "s"})
    assert told(clean) == ["content/papers/notes.md:7:3: warning: the link assets/notes.pdf leads nowhere"]
    clean.write({"content/papers/notes.pdf": "the PDF beside the paper is what the page links to"})
    assert told(clean) == []
    insert(clean, "versions: []")
    (clean.folder / "content/assets/slides.pdf").unlink()
    assert told(clean) == ["content/papers/notes.md:8:3: warning: the link assets/slides.pdf leads nowhere"]


def test_the_navigation_and_topics_are_looked_at_too(clean: Site) -> None:
    append(clean, "navigation:\n  - papers/notes/\n  - path: abuot/\n", "content/site.yaml")
    add(clean, "content/topics/computing.md", "---\ntitle: Computing\n---\nSee [this](../papers/none/).\n")
    assert told(clean) == [
        "content/site.yaml:6:5: warning: the link abuot/ leads nowhere",
        "content/topics/computing.md:4:12: warning: the link ../papers/none/ leads nowhere",
    ]


def test_formulas_that_cannot_be_set_are_told_with_their_line(clean: Site) -> None:
    append(clean, "\nRight: $x^2$ and `$HOME`. Wrong:\n$\\frac{1}$\n")
    (line,) = told(clean)
    assert line.startswith("content/papers/notes.md:12:2: warning: the formula $\\frac{1}$ cannot be set: ")


def test_a_formula_of_a_title_is_told_at_the_title(clean: Site) -> None:
    add(clean, "content/papers/notes.md", paper('"On $\\\\frac{1}$"'))
    assert told(clean)[0].startswith("content/papers/notes.md:2:1: warning: the formula $\\frac{1}$ cannot be set")


def test_remarks_stand_at_the_key_that_they_are_about(clean: Site) -> None:
    """Duplicates at their identifier, people.yaml at the item, what is missing at the top of the front matter."""
    first = "---\ntitle: {}\nauthors: [{}]\ntopics: [T]\ndoi: 10.1000/1\n{}---\nAn abstract.\n"
    clean.write(
        {
            "content/papers/notes.md": first.format("One", "Jane Doe", "date: 2023\n"),
            "content/papers/other.md": first.format("Two", "Max Roe", ""),
            "content/people.yaml": "- name: Jane Doe\n  papers:\n    - notes\n    - nots\n",
            "content/topics/empty.md": "---\nmatch: [nothing]\ntitle: Empty\n---\n",
        }
    )
    assert told(clean) == [
        "content/papers/other.md:2:1: warning: no date: it stands at the end of every list, and Google Scholar "
        "leaves it out",
        "content/papers/other.md:5:1: warning: probably the same work as content/papers/notes.md: same DOI",
        "content/people.yaml:4:7: warning: Jane Doe: there is no paper `nots`",
        "content/topics/empty.md:3:1: warning: no paper belongs to the topic 'Empty'",
    ]


def test_what_keeps_a_paper_from_being_indexed_is_told_at_the_key_with_its_rule(clean: Site) -> None:
    insert(clean, "pages: 1 and 7\nlinks: {pdf: https://example.com/a.pdf}")
    found = audit(str(clean.folder)).problems
    assert [(problem.line, problem.column) for problem in found] == [(6, 1), (7, 9)]
    assert all("(rule: Google Scholar" in problem.hint for problem in found)


def test_a_template_whose_original_has_changed_is_told(clean: Site) -> None:
    append(clean, "theme: mine\n", "content/site.yaml")
    clean.write(
        {
            "themes/mine/theme.yaml": "extends: default\n",
            "themes/mine/templates/404.html": "mine",
            "themes/mine/originals/templates/404.html": "as it was",
        }
    )
    (line,) = told(clean)
    assert line.startswith("themes/mine/templates/404.html: warning: the original in default has changed")


def test_a_draft_may_have_gaps_and_links_to_nowhere(clean: Site) -> None:
    draft = "---\ntitle: Later\ndraft: true\n---\n[x](none/) $\\frac{1}$\n"
    clean.write({"content/papers/later.md": draft, "content/pages/later.md": draft})
    assert told(clean) == []


def test_every_mistake_of_every_broken_site_is_told(tmp_path: Path) -> None:
    """Whatever else is wrong, check goes to the end and says what the reader of the files says."""
    for folder in sorted(BROKEN.iterdir()):
        site = tmp_path / folder.name
        shutil.copytree(folder, site)
        lines = "".join(f"{problem}\n" for problem in audit(str(site)).problems)
        for line in (folder / "expected.txt").read_text(encoding="utf-8").splitlines():
            assert line in lines, folder.name


@pytest.mark.parametrize(
    "address", ["http://[x/a.pdf", "https://a:b:c/", "http://ex..ample/", f"http://{'a' * 70}.org/"]
)
def test_addresses_that_no_server_can_have_are_no_crash(clean: Site, address: str) -> None:
    """Neither in front matter, where the reader may refuse them, nor in Markdown."""
    insert(clean, f"links: {{pdf: '{address}'}}")
    append(clean, f"\n[x]({address})\n")
    found = [link.address for link in audit(str(clean.folder)).links]
    tried = try_links([address, *found], Cache(str(clean.folder)), QUICK)
    assert {verdict.state for verdict in tried.verdicts.values()} == {"unsure"}


class Host:
    """A web server on this machine that notes what it is asked."""

    def __init__(self) -> None:
        asked = self.asked = []

        class Handler(BaseHTTPRequestHandler):
            def _answer(self) -> None:
                asked.append((self.command, self.path, time.monotonic(), self.headers["User-Agent"]))
                if self.path.startswith("/slow"):
                    time.sleep(1)
                status = int(self.path[1:4]) if self.path[1:4].isdigit() else 200
                if self.path == "/no-head":
                    status = 405 if self.command == "HEAD" else 200
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", self.path[4:])
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_HEAD = do_GET = _answer  # noqa: N815 - names that the server looks for

            def log_message(self, *_words: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()

    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [f"{method} {path}" for method, path, _, _ in self.asked]


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A server; requests to it go through no proxy."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made = Host()
    yield made
    made.close()


def verdicts(host: Host, cache: Path, *paths: str, limits: Limits = QUICK) -> dict[str, Verdict]:
    """The verdict of each path of the host."""
    tried = try_links([host.url + path for path in paths], Cache(str(cache)), limits)
    return {address.removeprefix(host.url): found for address, found in tried.verdicts.items()}


def test_links_are_alive_dead_or_unsure(host: Host, tmp_path: Path) -> None:
    """Gone is dead; refusals, server errors and silence are no proof."""
    found = verdicts(host, tmp_path, "/200", "/404", "/410", "/403", "/500", "/302/200", "/302/404", "/no-head")
    assert {path: verdict.state for path, verdict in found.items()} == {
        "/200": "alive",
        "/404": "dead",
        "/410": "dead",
        "/403": "unsure",
        "/500": "unsure",
        "/302/200": "alive",
        "/302/404": "dead",
        "/no-head": "alive",
    }
    assert found["/404"].reason == "404 Not Found"


def test_a_body_is_asked_for_only_where_the_head_is_refused(host: Host, tmp_path: Path) -> None:
    verdicts(host, tmp_path, "/200", "/no-head")
    assert host.paths() == ["HEAD /200", "HEAD /no-head", "GET /no-head"]
    assert all(agent.startswith("publist/") for *_, agent in host.asked)


def test_each_address_is_asked_once_and_remembered(host: Host, tmp_path: Path) -> None:
    """A fragment makes no other address; a second run asks nothing."""
    verdicts(host, tmp_path, "/200#a", "/200#b", "/404")
    asked = len(host.asked)
    again = try_links([f"{host.url}/200", f"{host.url}/404"], Cache(str(tmp_path)), QUICK)
    assert len(host.asked) == asked
    assert (again.asked, [verdict.state for verdict in again.verdicts.values()]) == (0, ["alive", "dead"])


@pytest.mark.parametrize(
    ("path", "seconds", "asks"), [("/404", 3_700, True), ("/200", 3_700, False), ("/200", 700_000, True)]
)
def test_what_was_dead_is_asked_again_soon_and_what_was_alive_after_a_week(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, seconds: int, asks: bool
) -> None:
    verdicts(host, tmp_path, path)
    asked, later = len(host.asked), time.time() + seconds
    monkeypatch.setattr("publist.checks.linkcheck.time.time", lambda: later)
    verdicts(host, tmp_path, path)
    assert (len(host.asked) > asked) is asks


def test_a_run_asks_no_more_than_its_limit_and_the_next_goes_on(host: Host, tmp_path: Path) -> None:
    addresses = [f"{host.url}/page{number}" for number in range(5)]
    first = try_links(addresses, Cache(str(tmp_path)), QUICK._replace(most=3))
    assert (first.asked, first.left, len(host.asked)) == (3, 2, 3)
    second = try_links(addresses, Cache(str(tmp_path)), QUICK._replace(most=3))
    assert (second.asked, second.left, len(second.verdicts), len(host.asked)) == (2, 0, 5, 5)


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(host: Host, tmp_path: Path) -> None:
    verdicts(host, tmp_path, "/a", "/b", "/c", limits=QUICK._replace(pause=0.05))
    times = [when for _, _, when, _ in host.asked]
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(times))


def test_a_host_that_wants_less_is_left_alone(host: Host, tmp_path: Path) -> None:
    found = verdicts(host, tmp_path, "/429", "/a", "/b")
    assert host.paths() == ["HEAD /429"]
    assert {verdict.state for verdict in found.values()} == {"unsure"}


def test_a_host_that_is_silent_is_left_alone(host: Host, tmp_path: Path) -> None:
    """Two questions without an answer are enough."""
    found = verdicts(host, tmp_path, "/slow1", "/slow2", "/200", limits=QUICK._replace(timeout=0.2))
    assert host.paths() == ["HEAD /slow1", "HEAD /slow2"]
    assert {verdict.state for verdict in found.values()} == {"unsure"}


def test_that_a_resolver_knows_an_identifier_is_enough(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """doi.org redirects what is registered; the publisher behind it, who may refuse programs, is not asked."""
    monkeypatch.setattr("publist.checks.asking._RESOLVERS", frozenset(("127.0.0.1",)))
    found = verdicts(host, tmp_path, "/302/403", "/404")
    assert host.paths() == ["HEAD /302/403", "HEAD /404"]
    assert [verdict.state for verdict in found.values()] == ["alive", "dead"]


def test_a_slow_answer_is_no_proof(host: Host, tmp_path: Path) -> None:
    found = verdicts(host, tmp_path, "/slow", "/200", limits=QUICK._replace(timeout=0.2))
    assert found["/slow"] == Verdict("unsure", "no answer within 0.2 s")
    assert found["/200"] == Verdict("alive")


def test_without_a_network_no_link_is_called_dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that cannot be looked up is a dead host only if other hosts answer."""
    monkeypatch.setenv("no_proxy", "*")
    tried = try_links(["http://nowhere.invalid/"], Cache(str(tmp_path)), QUICK)
    (verdict,) = tried.verdicts.values()
    assert verdict == Verdict("unsure", "no host has answered: is this machine on the network?")


def test_the_command_tells_dead_links_where_they_stand(clean: Site, host: Host) -> None:
    append(clean, f"\n[gone]({host.url}/404?a=1&b=2#part)\n")
    insert(clean, f"links:\n  code: {host.url}/404?a=1&b=2")
    done = clean.run("check", "--links", "--strict")
    assert done.returncode == 1
    assert done.stdout.splitlines()[::2] == [
        f"content/papers/notes.md:7:3: warning: the link {host.url}/404?a=1&b=2 is dead: 404 Not Found",
        f"content/papers/notes.md:13:8: warning: the link {host.url}/404?a=1&b=2#part is dead: 404 Not Found",
        "1 link tried, 0 known from before",
    ]
    assert "0 links tried, 1 known from before" in clean.run("check", "--links").stdout
    assert json.loads(clean.run("check", "--links", "--json").stdout)["links"]["asked"] == 0


def test_no_other_site_is_asked_without_links(clean: Site, host: Host) -> None:
    append(clean, f"\n[gone]({host.url}/404)\n")
    assert clean.run("check").returncode == 0
    assert host.asked == []
