"""What is pasted from pages comes out as papers hold it: LaTeX of titles, abstracts and names is Markdown and text."""

from types import ModuleType

import pytest

from publist.formats import arxiv_listing, listing, scholar_profile

TITLE = r"A \emph{Loud} Study of $x_1$"
NAME = r"J\"org M\"uller"
LISTED = f"CLSep 18, 2023\n{TITLE}{NAME}, Ada Byron\nWe reach 68.78\\% on $x_1$, and that is {{\\it much}}.\n"
ARXIV = f"arXiv:2309.09843 [pdf]\nTitle: {TITLE}\nAuthors: {NAME}, Ada Byron\nAbstract: We reach 68.78\\% on $x_1$.\n"
PROFILE = f"Title\n{TITLE}\nJ Byron, A Roe\nJournal of Noise 12 (3), 45-67\n94\t2014\n"


@pytest.mark.parametrize(
    ("module", "text", "names", "abstract"),
    [
        (listing, LISTED, ["Jörg Müller", "Ada Byron"], "We reach 68.78% on $x_1$, and that is *much*."),
        (arxiv_listing, ARXIV, ["Jörg Müller", "Ada Byron"], "We reach 68.78% on $x_1$."),
        (scholar_profile, PROFILE, ["J Byron", "A Roe"], ""),
    ],
)
def test_a_pasted_page_gives_markdown(module: ModuleType, text: str, names: list[str], abstract: str) -> None:
    """Nothing is left for the caller to convert, and maths stays as it is."""
    (paper,) = module.read(text, source="page.txt").papers
    assert paper.title == "A *Loud* Study of $x_1$"
    assert [str(name) for name in paper.authors] == names
    assert paper.abstract == abstract
