# ruff: noqa: E501 - sources stand as people write them
r"""Lists of references in LaTeX sources: items, ``thebibliography``, entries of CV classes and rows of tables."""

from __future__ import annotations

import pytest

from publist.formats import references

TITLES = ["On the shape of rivers", "Water and time", "Dualities of slow flows"]

ITEMS = r"""\documentclass{article}
\newcommand{\me}[1]{\textbf{#1}}
\begin{document}
\section*{Papers}
\begin{etaremune}[label={[J\arabic*]}]
  \item
    \me{A. Byron}, C. Bell.
    ``On the shape of rivers.'' % the first
    \emph{Journal of River Science} \textbf{88}(2):101--119, 2021.
  \item C. Bell and \me{A. Byron}. ``Water and time.'' \emph{Journal of River History} 4:1--30, 2019.
  \item \me{A. Byron} and C. Bell. ``Dualities of slow flows.'' \emph{Annual Review of Slow Mechanics} 12, 45--67, 2016.
\end{etaremune}
\end{document}
"""

BIBLIOGRAPHY = r"""
\begin{thebibliography}{9}
\bibitem[Byron et~al.(2021)Byron, Bell]{byron21}
A.~Byron and C.~Bell.
\newblock On the shape of rivers.
\newblock {\em Journal of River Science}, 88(2):101--119, 2021.

\bibitem{bell19}
C.~Bell and A.~Byron.
\newblock Water and time.
\newblock {\em Journal of River History}, 4:1--30, 2019.

\bibitem{byron16}
A.~Byron and C.~Bell.
\newblock Dualities of slow flows.
\newblock {\em Annual Review of Slow Mechanics}, 12:45--67, 2016.
\end{thebibliography}
"""

CV_ITEMS = r"""\documentclass{moderncv}
\begin{document}
\makecvtitle
\section{Publications}
\cvitem{2021}{\textbf{A. Byron}, C. Bell, ``On the shape of rivers'', \textit{Journal of River Science}, 88(2), 101--119.}
\cvitem{2019}{C. Bell, \textbf{A. Byron}, ``Water and time'', \textit{Journal of River History}, 4, 1--30.}
\cvitem{2016}{\textbf{A. Byron}, C. Bell, ``Dualities of slow flows'', \textit{Annual Review of Slow Mechanics}, 12, 45--67.}
\end{document}
"""

CV_ENTRIES = r"""\documentclass{moderncv}
\begin{document}
\section{Publications}
\cventry{2021}{On the shape of rivers}{A. Byron and C. Bell}{Journal of River Science}{}{vol. 88, pp. 101--119}
\cventry{2019}{Water and time}{C. Bell and A. Byron}{Journal of River History}{}{vol. 4, pp. 1--30}
\cventry{2016}{Dualities of slow flows}{A. Byron and C. Bell}{Annual Review of Slow Mechanics}{}{vol. 12, pp. 45--67}
\end{document}
"""

TABLE = r"""\documentclass{article}
\begin{document}
\section*{Refereed papers}
\begin{tabular}{rp{14cm}}
2021 & \textbf{Byron, A.}, Bell, C., ``On the shape of rivers'', \emph{Journal of River Science} 88 (2), 101--119. \\
2019 & Bell, C., \textbf{Byron, A.}, ``Water and time'', \emph{Journal of River History} 4, 1--30. \\
2016 & \textbf{Byron, A.}, Bell, C., ``Dualities of slow flows'', \emph{Annual Review of Slow Mechanics} 12, 45--67. \\
\end{tabular}
\end{document}
"""


@pytest.mark.parametrize(
    "source",
    [ITEMS, BIBLIOGRAPHY, CV_ITEMS, CV_ENTRIES, TABLE],
    ids=["items", "thebibliography", "cvitem", "cventry", "table"],
)
def test_the_same_papers_come_out_of_every_form(source: str) -> None:
    """Title, authors, year and venue, whatever commands set them apart."""
    assert references.recognises(source) > 0
    papers = references.read(source, source="cv.tex").papers
    assert [paper.title for paper in papers] == TITLES
    assert [len(paper.authors) for paper in papers] == [2, 2, 2]
    assert [str(paper.date) for paper in papers] == ["2021", "2019", "2016"]
    assert [paper.venue for paper in papers] == [
        "Journal of River Science",
        "Journal of River History",
        "Annual Review of Slow Mechanics",
    ]


def test_papers_have_the_lines_of_the_source() -> None:
    """Commands are read as items where they stand: a problem names the line on which the author finds it."""
    assert references.read(CV_ENTRIES, source="cv.tex").lines == (4, 5, 6)
    assert references.read(ITEMS, source="cv.tex").lines == (6, 10, 11)


def test_other_sections_of_a_cv_are_told_and_left_out() -> None:
    """Degrees and talks are no papers."""
    source = CV_ENTRIES.replace(
        r"\section{Publications}",
        r"\section{Education}" "\n" r"\cventry{2010--2014}{PhD in Ice}{University of Ice}{Oslo}{}{}" "\n"
        r"\section{Publications}",
    )  # fmt: skip
    read = references.read(source, source="cv.tex")
    assert [paper.title for paper in read.papers] == TITLES
    assert any("Education" in problem.message for problem in read.problems)


def test_an_open_brace_ends_nothing() -> None:
    """A command whose brace is never closed takes no text with it."""
    source = CV_ENTRIES.replace(r"\cventry{2019}{Water and time}", r"\cventry{2019}{Water and time")
    titles = [paper.title for paper in references.read(source, source="cv.tex").papers]
    assert "On the shape of rivers" in titles


OWN_COMMANDS = r"""\documentclass{mycv}
\begin{document}
\section{Experience}
\mySubHeading{Institute of Rivers}{Oslo}{2012}
\section{Publications}
\myPubListStart
\mySubItem
  {Byron, A., Bell, C., 2021.}{``On the shape of rivers.'' \textit{Journal of River Science}, 88(2), 101--119.}
\mySubItem
  {Bell, C., Byron, A., 2019.}{``Water and time.'' \textit{Journal of River History}, 4, 1--30.}
\mySubItem
  {Byron, A., Bell, C., 2016.}{``Dualities of slow flows.'' \textit{Annual Review of Slow Mechanics}, 12, 45--67.}
\myPubListEnd
\end{document}
"""


def test_commands_of_a_class_of_ones_own_are_items() -> None:
    """Their arguments follow each other, authors and year first; what begins and ends the list is left out."""
    papers = references.read(OWN_COMMANDS, source="cv.tex").papers
    assert [paper.title for paper in papers] == TITLES
    assert [[str(name) for name in paper.authors] for paper in papers] == [
        ["A. Byron", "C. Bell"],
        ["C. Bell", "A. Byron"],
        ["A. Byron", "C. Bell"],
    ]
    assert [str(paper.date) for paper in papers] == ["2021", "2019", "2016"]
