"""The command check: what is wrong or worth a look, with file, line and what to do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from publist.checks.audit import audit
from tests.conftest import ROOT, Site, paper
from tests.support.checked_site import CONTENT, add, append, insert, told

BROKEN = ROOT / "tests" / "content" / "broken_sites"


def test_a_clean_site_has_nothing_to_mend_and_nothing_is_written(clean: Site) -> None:
    before = {path: path.read_bytes() for path in (clean.folder / "content").rglob("*") if path.is_file()}
    done = clean.run("check", "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 paper checked: no problems\n", "")
    after = {path: path.read_bytes() for path in (clean.folder / "content").rglob("*") if path.is_file()}
    assert after == before
    assert not clean.output.exists()


def test_warnings_are_no_failure_unless_they_are_to_be_errors(clean: Site) -> None:
    insert(clean, "review: [title]")
    done = clean.run("check")
    assert done.returncode == 0
    assert done.stdout == (
        "1 warning that may keep papers from readers:\n"
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
        "content/site.yaml:2:9: error: `accent` cannot be 'red'",
    ):
        assert line in done.stdout
    assert done.stdout.splitlines()[-1].startswith("2 papers checked: 3 errors, ")


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
    assert "there is no site here: no folder content/" in done.stderr


def test_a_site_without_a_paper_cannot_be_built_and_check_says_so(site: Site) -> None:
    site.write({"content/site.yaml": CONTENT["content/site.yaml"]})
    assert told(site) == ["content/papers: error: there is no paper to publish"]


def test_a_theme_that_is_not_there_hides_no_other_mistake(clean: Site) -> None:
    add(clean, "content/site.yaml", "title: Papers\ntheme: nowhere\n")
    add(clean, "content/papers/a.md", "---\ntitle: A\ndate: 2023-02-30\n---\n")
    assert told(clean) == [
        "content/papers/a.md:3:7: error: 2023-02 has no day 30",
        "content/site.yaml:2:8: error: there is no theme 'nowhere'",
    ]


def test_papers_that_wait_in_the_sources_are_counted_not_imported(clean: Site) -> None:
    source = "@article{a, title = {A Theory of Lists}, author = {Jane Doe}, year = {2023}}\n"
    add(clean, "content/sources/list.bib", source)
    done = clean.run("check")
    assert "1 paper of content/sources will be imported by the next build\n" in done.stdout
    assert [path.name for path in (clean.folder / "content/papers").iterdir()] == ["notes.md"]


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
        "content/topics/empty.md:3:1: suggestion: no paper belongs to the topic 'Empty'",
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
