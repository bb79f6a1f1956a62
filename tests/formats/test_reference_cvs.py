# ruff: noqa: E501 - sources stand as people write them
r"""Whole CVs in LaTeX: commands that the source defines itself, classes of one's own, sections without references."""

from __future__ import annotations

import pytest

from publist.formats import references
from publist.formats.base import Reading

TITLES = ["On the shape of rivers", "Water and time", "Dualities of slow flows"]
AUTHORS = [["Ada Byron", "Charles Bell"], ["Charles Bell", "Ada Byron"], ["Ada Byron", "Charles Bell"]]
VENUES = ["Journal of River Science", "Journal of River History", "Annual Review of Slow Mechanics"]

DEFINED = r"""\documentclass{article}
\newcommand{\me}{\textbf{Ada Byron}}
\newcommand{\cb}{Charles Bell}
\newcommand{\JRS}{Journal of River Science}
% authors, title, venue, numbers
\newcommand{\pub}[5][]{%
  \noindent #2. ``#3.'' \emph{#4}, #5.%
  \ifthenelse{\equal{#1}{}}{}{ \href{https://doi.org/#1}{doi:#1}}\par
}
\begin{document}
\section*{Publications}
\pub[10.1234/rivers.21]{\me{} and \cb}{On the shape of rivers}{\JRS}{88(2):101--119, 2021}
\pub{\cb{} and \me}{Water and time}
  {Journal of River History}{4:1--30, 2019}
\pub{\me{} and \cb}{Dualities of slow flows}{Annual Review of Slow Mechanics}{12:45--67, 2016}
\end{document}
"""

PRIMITIVE = r"""\documentclass{article}
\def\ada{Ada Byron}
\def\paper#1#2#3#4{\item #1, \textit{#2}, #3, #4.}
\newenvironment{papers}[1]{\section*{#1}\begin{enumerate}}{\end{enumerate}}
\begin{document}
\begin{papers}{Articles}
\paper{\ada, Charles Bell}{On the shape of rivers}{Journal of River Science}{88(2):101--119 (2021)}
% \paper{\ada}{Withdrawn}{Journal of Nothing}{1:1 (2020)}
\paper{Charles Bell, \ada}{Water and time}{Journal of River History}{4:1--30 (2019)}
\paper{\ada, Charles Bell}{Dualities of slow flows}{Annual Review of Slow Mechanics}{12:45--67 (2016)}
\end{papers}
\end{document}
"""

FOREIGN_CLASS = r"""\documentclass{rivercv}
\begin{document}
\riversection{Publications}{\faBook}
\begin{riverpubs}
\riverpub
  {On the shape of rivers}   % title
  % the authors
  {\textbf{Ada Byron}, Charles Bell}
  {Journal of River Science}
  {88(2):101--119}
  {2021}
  {3}
\riverpub{Water and time}{Charles Bell, \textbf{Ada Byron}}{Journal of River History}{4:1--30}{2019}{2}
\riverpub{Dualities of slow flows}{\textbf{Ada Byron}, Charles Bell}{Annual Review of Slow Mechanics}{12:45--67}{2016}{1}
\end{riverpubs}
\end{document}
"""


def read(source: str) -> Reading:
    """The CV as it is read."""
    return references.read(source, source="cv.tex")


def left_out(reading: Reading) -> str:
    """What the reading tells beside its papers."""
    return "\n".join(problem.message for problem in reading.problems)


@pytest.mark.parametrize("source", [DEFINED, PRIMITIVE, FOREIGN_CLASS], ids=["newcommand", "def", "class"])
def test_commands_of_ones_own_say_what_their_definitions_say(source: str) -> None:
    """Arguments are told apart as the definition prints them, or, where it stands elsewhere, as they are given."""
    assert references.recognises(source) > 0
    papers = read(source).papers
    assert [paper.title for paper in papers] == TITLES
    assert [[name.name for name in paper.authors] for paper in papers] == AUTHORS
    assert [paper.venue for paper in papers] == VENUES
    assert [(str(paper.date), paper.volume, paper.pages) for paper in papers] == [
        ("2021", "88", "101–119"),
        ("2019", "4", "1–30"),
        ("2016", "12", "45–67"),
    ]


def test_papers_of_own_commands_have_the_lines_of_their_uses() -> None:
    """A problem names the line on which the author finds the command."""
    assert read(DEFINED).lines == (12, 13, 15)
    assert read(PRIMITIVE).lines == (7, 9, 10)
    assert read(DEFINED).papers[0].doi == "10.1234/rivers.21"


def test_what_a_source_programs_stays_text() -> None:
    """A definition with conditions of TeX is not worked out: what its uses hold is read."""
    source = DEFINED.replace(r"\noindent #2.", r"\ifx#2\relax\else\noindent #2.\fi")
    assert [paper.title for paper in read(source).papers] == TITLES


SECTIONS = r"""\documentclass{article}
\newenvironment{rSection}[1]{\section*{#1}}{}
\begin{document}
\begin{rSection}{Teaching}
\subsection*{University of Oslo}
\begin{itemize}
\item Rivers, A. Byron, Lectures on Ice, 12 hours, 2012--2014
\item Moss, C. Bell and A. Byron, Lectures on Moss, 2015
\end{itemize}
\end{rSection}
\begin{rSection}{Publications}
\begin{itemize}
\item A. Byron and C. Bell. ``On the shape of rivers.'' \emph{Journal of River Science} 88(2):101--119, 2021.
\item C. Bell and A. Byron. ``Water and time.'' \emph{Journal of River History} 4:1--30, 2019.
\item A. Byron and C. Bell. ``Dualities of slow flows.'' \emph{Annual Review of Slow Mechanics} 12, 45--67, 2016.
\end{itemize}
\end{rSection}
\begin{rSection}{Seminars and conference presentations}
\begin{itemize}
\item Northern Congress on Ice, Oslo, June 2019
\item Second Meeting on Moss, Quito, May 2018
\end{itemize}
\end{rSection}
\begin{rSection}{Far travels}
\begin{itemize}
\item Quito, Institute of Moss, 2014
\item Graz, Institute of Ice, 2013
\end{itemize}
\end{rSection}
\end{document}
"""


def test_sections_without_references_are_told_once_each() -> None:
    """Teaching, talks and what a heading does not explain become no papers, and put no doubt on those that are."""
    reading = read(SECTIONS)
    assert [paper.title for paper in reading.papers] == TITLES
    assert not any(paper.review for paper in reading.papers)
    told = left_out(reading)
    assert len(reading.problems) == 3
    assert "under “Teaching” stand no references: 2 entries are left out" in told
    assert "under “Seminars and conference presentations” stand no references: 2 entries" in told
    assert "under “Far travels” stand no references: 2 entries" in told


@pytest.mark.parametrize(
    "heading", ["Talks", "Conference presentations", "Vorträge", "Journal referee", "Work experience", "Formation"]
)
def test_such_headings_head_no_papers(heading: str) -> None:
    """Talks, reviews for journals and degrees are no publications, whatever else their heading names."""
    assert "stand no references" in left_out(read(SECTIONS.replace("{Teaching}", f"{{{heading}}}")))
    assert len(read(SECTIONS.replace("{Teaching}", f"{{{heading}}}")).papers) == 3


@pytest.mark.parametrize("heading", ["Refereed conference papers and presentations", "Work in progress", "Proceedings"])
def test_such_headings_head_papers(heading: str) -> None:
    """Papers of a meeting are papers, and so is what is not yet printed."""
    assert len(read(SECTIONS.replace("{Publications}", f"{{{heading}}}")).papers) == 3


def test_lines_that_come_again_in_a_source_are_no_running_heads() -> None:
    """No page breaks a LaTeX source: the name of a meeting may stand in several papers."""
    entry = r"\cvitem{2024}{\emph{%s} \newline Ada Byron, Charles Bell. \newline 28th Congress on Ice, p. 7}"
    source = (
        r"\documentclass{moderncv}\begin{document}\section{Publications}"
        "\n" + "\n".join(entry % title for title in TITLES) + r"\end{document}"
    )
    assert [paper.title for paper in read(source).papers] == TITLES


def test_a_comment_within_a_reference_does_not_end_it() -> None:
    """A line that is a comment is no blank line; a percent sign of an address begins none."""
    source = SECTIONS.replace(
        r"\emph{Journal of River History}",
        "\n% check this\n" r"\href{https://example.org/a%20b.pdf}{pdf} \emph{Journal of River History}",
    )
    paper = read(source).papers[1]
    assert (paper.title, paper.venue, paper.volume) == ("Water and time", "Journal of River History", "4")
    assert list(paper.links.values()) == ["https://example.org/a%20b.pdf"]


def test_names_that_another_file_gives_are_in_doubt() -> None:
    """A command that this source does not define may stand for a person: it is seen, and no author is lost in silence."""
    papers = read(SECTIONS.replace(r"A. Byron and C. Bell. ``On", r"\ada, C. Bell. ``On")).papers
    printed = str(papers[0].extra["printed"])
    assert r"\ada" in printed
    assert papers[0].review


def test_journal_macros_are_journals() -> None:
    """Astronomers write journals as ADS does; what links a number is the title."""
    source = SECTIONS.replace(r"\emph{Journal of River Science} 88(2):101--119, 2021.", r"\apj, 88, 101--119, 2021.")
    source = source.replace(r"``Water and time.''", r"\doi{10.1234/time.19}{Water and time of old rivers}.")
    papers = read(source).papers
    assert papers[0].venue == "The Astrophysical Journal"
    assert (papers[1].title, papers[1].doi) == ("Water and time of old rivers", "10.1234/time.19")


def test_a_command_alone_on_its_line_heads_a_section() -> None:
    """Classes of one's own name headings as they like."""
    source = SECTIONS.replace(r"\begin{rSection}{Teaching}", r"\cursos{Teaching}").replace(
        "\\end{itemize}\n\\end{rSection}\n\\begin{rSection}{Pub", "\\end{itemize}\n\\begin{rSection}{Pub"
    )
    reading = read(source)
    assert [paper.title for paper in reading.papers] == TITLES
    assert "under “Teaching” stand no references" in left_out(reading)


def test_other_files_of_the_source_are_told() -> None:
    """What a source takes in is not read with it: the import of that file is named."""
    source = SECTIONS.replace(r"\end{document}", "\\input{parts/talks}\n\\bibliography{rivers,moss}\n\\end{document}")
    told = left_out(read(source))
    assert "other files hold parts of this source, which are not read: parts/talks.tex" in told
    assert "rivers.bib, moss.bib" in told
    assert any("publist import rivers.bib" in (problem.hint or "") for problem in read(source).problems)
    assert "other files" not in left_out(read(SECTIONS.replace(r"\end{document}", "% \\input{old}\n\\end{document}")))


def test_labels_of_links_below_a_reference_are_links_of_it() -> None:
    """A paragraph of links is no reference, and their addresses are kept."""
    source = SECTIONS.replace(
        "119, 2021.\n", "119, 2021.\n\n\\href{https://example.org/a.pdf}{pdf}; \\href{https://example.org/x}{code}\n"
    )
    reading = read(source)
    assert [paper.title for paper in reading.papers] == TITLES
    assert set(reading.papers[0].links.values()) == {"https://example.org/a.pdf", "https://example.org/x"}


@pytest.mark.parametrize("mark", ["*{}*", r"\textit{{{}}}", r"{{\itshape {}}}"], ids=["Markdown", "textit", "itshape"])
def test_a_volume_in_the_italics_of_the_journal_is_the_volume(mark: str) -> None:
    """So the style of the APA sets it: the number behind in brackets is the issue, and the comma ends the journal."""
    items = [
        f"A. Byron, C. Bell (2021). On the shape of slow rivers. {mark.format('Journal of Rivers, 88')}(2), 101–119.",
        f"C. Bell, A. Byron (2019). Rain over old glaciers. {mark.format('Moss, Journal of Moss, 12')}(1), 45–67.",
        f"A. Byron, C. Bell (2016). Water and time in towns. {mark.format('Journal of Rain, 4')}, 1–30.",
    ]
    source = "\n".join(f"* {item}" for item in items)
    if mark[0] != "*":
        source = (
            "\\begin{document}\\section{Publications}\\begin{itemize}\n"
            + "\n".join(rf"\item {item}" for item in items)
            + "\n\\end{itemize}\\end{document}"
        )
    assert [(paper.venue, paper.volume, paper.issue, paper.pages) for paper in read(source).papers] == [
        ("Journal of Rivers", "88", "2", "101–119"),
        ("Moss, Journal of Moss", "12", "1", "45–67"),
        ("Journal of Rain", "4", "", "1–30"),
    ]


def test_papers_of_a_section_without_authors_are_read() -> None:
    """A person's own list may leave them out in one section, whatever stands in others."""
    section = r"""\section{Book reviews}
\begin{itemize}
\item ``On the weight of old rain,'' \emph{Journal of Rain}, 88(2):101--119, 2021.
\item ``Moss and its readers,'' \emph{Journal of Moss}, 4:1--30, 2019.
\item ``Slow rivers in three books,'' \emph{Journal of Rivers}, 12:45--67, 2016.
\end{itemize}
\end{document}"""
    reading = read(SECTIONS.replace(r"\end{document}", section))
    assert [paper.title for paper in reading.papers][3:] == [
        "On the weight of old rain",
        "Moss and its readers",
        "Slow rivers in three books",
    ]


def test_a_command_that_begins_several_lines_is_an_item() -> None:
    """Whatever a class calls its entries, and whatever number stands in the margin: no paper is lost in another's."""
    source = r"""\documentclass{elevencv}
\begin{document}
\section{Selected papers}
\begin{eleven}
\elevenshort{Factor}{}
\elevenshort{6.9}{Byron A, Bell C. \emph{On the shape of rivers.} J River Sci. 2021;88(2):101--119.}
\elevenshort{5.4}{Bell C, Byron A. \emph{Water and time.} J River Hist. 2019;4:1--30.}
\elevenshort{41.3}{Byron A, Bell C. \emph{Dualities of slow flows.} Annu Rev Slow Mech. 2016;12:45--67.}
\end{eleven}
\end{document}
"""
    reading = read(source)
    assert [paper.title for paper in reading.papers] == TITLES
    assert reading.lines == (6, 7, 8)
