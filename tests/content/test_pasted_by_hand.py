"""What people paste into paper files by hand: marks behind authors, LaTeX in abstracts."""

from __future__ import annotations

import json

import pytest

from publist.text.latex import pasted
from tests.conftest import Site


def test_a_mark_behind_an_author_is_no_part_of_the_name(site: Site) -> None:
    """One page a person, the owner set apart in both papers, the mark beside the name and in no file."""
    site.write(
        {
            "content/site.yaml": "title: Papers\nowner: Ada King\n",
            "content/papers/a.md": '---\ntitle: Moss\nauthors: ["Ada King*", "Max Roe†", "Bo Li<sup>1</sup>"]\n---\n',
            "content/papers/b.md": "---\ntitle: Fern\nauthors: [Ada King, {name: Max Roe, note: now at MIT}]\n---\n",
        }
    )
    site.build()
    people = sorted(path.name for path in (site.output / "people").iterdir() if path.is_dir())
    assert people == ["ada-king", "bo-li", "max-roe"]
    page = site.page("papers/a/index.html")
    assert 'citation_author" content="King, Ada"' in page
    assert site.page("index.html").count('class="me">Ada King</a>') == 2
    assert "</a><sup>*</sup>" in site.page("index.html")
    assert "now at MIT" in site.page("index.html")
    for path in ("publications.bib", "publications.ris", "publications.json"):
        assert not set("*†") & set(site.page(path))
    assert [author["family"] for author in json.loads(site.page("publications.json"))[0]["author"]][:1] == ["King"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"We \emph{find} 95\% of moss.", "We *find* 95% of moss."),
        (r"We \textbf{find} ``much'' and `code`.", "We **find** “much” and `code`."),
        (r"Let \(x^2 = \emph{y}\) be.", r"Let $x^2 = \emph{y}$ be."),
        (r"As \citep{king2020} said, \`\`x''.", r"As \citep{king2020} said, “x”."),
        ("```\n\\emph{kept}\n```\nand \\emph{read}", "```\n\\emph{kept}\n```\nand *read*"),
        (r"Write `\emph{x}` in $\textit{x}$ or \textit{y}.", r"Write `\emph{x}` in $\textit{x}$ or *y*."),
        (r"Only $\text{maths}$ and 5\% of R\&D.", r"Only $\text{maths}$ and 5% of R&D."),
        ("``One'' and `two' and ``three\" are quotes.", "“One” and ‘two’ and “three” are quotes."),
        ("A code span, ``a `b` c``, and `one`.", "A code span, ``a `b` c``, and `one`."),
        (r"So \[y = x^2\] holds, and \[sic\] stays.", r"So $$y = x^2$$ holds, and $$sic$$ stays."),
        (r"Only \[sic\] is no formula.", r"Only \[sic\] is no formula."),
        (
            r"{\em Old} and {\bf bold} --- as {\"o} and Erd\H{o}s, \L{}ukasz, stra\ss{}e.",
            "*Old* and **bold** — as ö and Erdős, Łukasz, straße.",
        ),
        (
            r"See \href{https://example.org/a}{this}, \url{https://example.org/b}; \emph{x}.",
            "See [this](https://example.org/a), <https://example.org/b>; *x*.",
        ),
        (r"H\textsubscript{2}O of Fig.~2", "H<sub>2</sub>O of Fig.\N{NO-BREAK SPACE}2"),
        (r"He said \"our\" and C:\ottoman\files.", r"He said \"our\" and C:\ottoman\files."),
        (r"\begin{equation}E = mc^2\end{equation}", "$$E = mc^2$$"),
        (r"A path C:\emphasis and \(sic\).", r"A path C:\emphasis and \(sic\)."),
        (r"Voil\`a, d\'ej\`a \emph{vu}, \ldots\ and \LaTeX{}.", "Voilà, déjà *vu*, … and LaTeX."),
        (r"Of \ldots or \`code\`.", r"Of … or \`code\`."),
        (r"\emph{Much \textbf{bold}} and \textbf{\emph{both}}", "_Much **bold**_ and ***both***"),
        (r"{\bf Only} 5\,\% of \mbox{each kind}", "**Only** 5\N{NARROW NO-BREAK SPACE}% of each kind"),
        (r"\begin{equation}a = b \label{eq:1}\end{equation}", "$$a = b$$"),
        (r"No \`code\` and 5\, are LaTeX.", r"No \`code\` and 5\, are LaTeX."),
        (r"\emph{never closed", r"\emph{never closed"),
    ],
)
def test_latex_in_an_abstract_is_what_it_means(text: str, read: str) -> None:
    """Only where a command or a formula leaves no doubt; code, formulas and what nobody knows stay."""
    assert pasted.read(text) == read


def test_check_names_what_is_left(site: Site) -> None:
    """The page has emphasis and quotes; the citation, which has no meaning here, is named with its line."""
    body = "We write ``quoted'' text and `code`. See \\cite{foo}; \\emph{important}, 95\\%.\n"
    site.write({"content/site.yaml": "title: Papers\n", "content/papers/a.md": f"---\ntitle: Moss\n---\n{body}"})
    site.build()
    assert r"We write “quoted” text and <code>code</code>. See \cite{foo}; <em>important</em>, 95%." in site.page(
        "papers/a/index.html"
    )
    done = site.run("check")
    assert (
        r"content/papers/a.md:4:42: warning: markup that readers see as it is: \cite{foo}" in done.stdout + done.stderr
    )
    assert r"\emph" not in done.stdout + done.stderr
