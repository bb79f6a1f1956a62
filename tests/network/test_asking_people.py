"""On a terminal ``complete`` asks about a doubtful match, and does what it is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from select import select
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.network.conftest import Services
from tests.support.scholarly_services import WORKS
from tests.support.web_server import Reply, Request

DOUBT = "---\ntitle: Thunder as a Clok\nauthors: [I Calder]\ndate: 2018\n---\n"
CTRL_C = "\x03"
_QUIET = 0.5
"""So many seconds without a word: somebody presses Ctrl+C, and ten times as many later once more."""
PATIENT = """\
import signal, sys
from publist.network import manners
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may have been told to ignore it
manners.sleep = lambda seconds: None
from publist.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


class Talk(NamedTuple):
    """What a terminal shows, and the exit code."""

    shown: str
    code: int


def _talk(services: Services, typed: str, *options: str) -> Talk:
    """Run ``complete`` on a terminal on which somebody has typed this; Ctrl+C is pressed when the question is there."""
    pty = pytest.importorskip("pty", reason="there are no terminals of this kind on Windows")
    ours, its = pty.openpty()
    command = [sys.executable, "-c", PATIENT, "complete", *options, "--site", str(services.site.folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=its, stdout=its, stderr=its, start_new_session=True) as process:
        os.close(its)
        if typed != CTRL_C:
            os.write(ours, typed.encode())
        shown, quiet = b"", _QUIET
        with suppress(OSError):  # how Linux says that nobody is at the other end any more
            while True:
                if select([ours], [], [], quiet)[0]:
                    piece = os.read(ours, 1 << 16)
                    if not piece:
                        break
                    shown += piece
                elif typed == CTRL_C and b"y/N" in shown:  # it waits; a signal just before it does so is not felt
                    process.send_signal(signal.SIGINT)
                    quiet = 10 * _QUIET
        code = process.wait()
    os.close(ours)
    return Talk(shown.decode().replace("\r\n", "\n"), code)


def _doubt(services: Services) -> str:
    """The file of a paper whose title differs in a letter from that of the work."""
    services.site.write({"content/papers/doubt.md": DOUBT})
    return str(services.site.folder / "content/papers/doubt.md")


@pytest.mark.parametrize("yes", ["y\n", "Yes\n"])
def test_yes_takes_the_match(services: Services, yes: str) -> None:
    """The question shows work and evidence; the file is filled, and what it says itself stays."""
    _doubt(services)
    shown, code = _talk(services, yes)
    assert code == 0
    assert (
        "doubt: is this the paper?\n  Ines Calder, Thunder as a Clock. Journal of Weather Acoustics, 2018-03-02"
        in shown
    )
    assert "titles that differ" in shown
    assert "doubt: filled" in shown
    paper = services.papers()["doubt"]
    assert (paper.doi, paper.pages, paper.title) == ("10.5555/jwa.2018.2", "2-11", "Thunder as a Clok")


@pytest.mark.parametrize("no", ["n\n", "\n", "yesterday\n", "\x04"])
def test_all_else_takes_nothing(services: Services, no: str) -> None:
    """No, nothing, another word, the end of the input: the file stays, and the doubt is listed with what to do."""
    _doubt(services)
    before = services.tree()
    shown, code = _talk(services, no)
    assert code == 0
    assert "is this the paper?" in shown
    assert "doubt: not filled; is it one of these?" in shown
    assert services.tree() == before


@pytest.mark.parametrize("option", ["--dry-run", "--json"])
def test_no_question_where_nothing_is_to_be_taken(services: Services, option: str) -> None:
    """A dry run lists the doubt, and a program that reads JSON is not asked."""
    _doubt(services)
    shown, code = _talk(services, "y\n", option)
    assert code == 0
    assert "is this the paper?" not in shown
    assert "titles that differ" in shown
    assert not services.papers()["doubt"].doi


def test_an_interruption_at_the_question_loses_nothing(services: Services) -> None:
    """What was sure before it is written, the doubtful paper stays as it was."""
    _doubt(services)
    title = WORKS["hail"].title
    services.site.write(
        {"content/papers/a-hail.md": f"---\ntitle: '{title}'\nauthors: [T Veld, I Calder]\ndate: 2022\n---\n"}
    )
    _, code = _talk(services, CTRL_C)
    assert code == 130
    assert (services.papers()["a-hail"].doi, services.papers()["doubt"].doi) == ("10.5555/icws.2022.7", "")


def test_what_a_service_says_moves_no_cursor(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control characters of a title are spelled out in the question."""
    _doubt(services)
    known = services.web.route

    def coloured(asked: Request) -> Reply:
        answer = known(asked)
        return answer._replace(
            body=answer.body.replace(b"J. Weather", b"J.").replace(b"Journal of", b"Journal\\u001b[31m of")
        )

    monkeypatch.setattr(services.web, "route", coloured)
    shown, _ = _talk(services, "n\n")
    assert "is this the paper?" in shown
    assert "\x1b[31m" not in shown
