"""README and docs name every command, and every command and option that they name exists."""

from __future__ import annotations

import argparse
import re
import shlex
from importlib import import_module

import pytest

from publist.cli.commands import COMMANDS, module_of
from publist.cli.commands.base import add_common
from publist.cli.commands.build import PLAIN
from publist.cli.main import _parser
from tests.conftest import ROOT, Site

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_CODE = re.compile(r"^```sh\n(.*?)^```$|`([^`\n]+)`", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"""(?<![\w./-])(?:\.venv/bin/)?(?:publist|python3? build\.py)((?:[ ]+(?:"[^"]*"|[^\s|>&#"]+))+)""")


def calls() -> list[str]:
    """The arguments of every call of publist: in code on the pages, and in the examples of the help."""
    written = [one or other for page in PAGES for one, other in _CODE.findall(page.read_text(encoding="utf-8"))]
    examples = [str(parser(command).epilog) for command in COMMANDS]
    return sorted({found[1].strip() for text in [*written, *examples] for found in _CALL.finditer(text)})


def parser(command: str) -> argparse.ArgumentParser:
    """The parser of a command alone."""
    subparsers = argparse.ArgumentParser().add_subparsers()
    import_module(module_of(command)).add(subparsers)
    found: argparse.ArgumentParser = subparsers.choices[command]
    return found


def test_the_table_of_readme_is_that_of_the_program() -> None:
    """Its rows are the commands in the order of the help."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.partition("<!-- commands -->\n")[2].partition("<!-- /commands -->")[0]
    rows = [f"| `publist {command}` | {told} |\n" for command, told in COMMANDS.items()]
    assert table == "| command | does |\n|---|---|\n" + "".join(rows)


@pytest.mark.parametrize("call", calls())
def test_each_call_in_the_docs_is_right(call: str) -> None:
    """The command exists, and so does each option; words in capitals stand for what the reader puts there."""
    arguments = shlex.split(call)
    command = next((word for word in arguments if not word.startswith("-")), "")
    assert not command or command in COMMANDS, call
    common = argparse.ArgumentParser()
    add_common(common)
    known = {"--version", "--help", *common._option_string_actions}
    known |= set(parser(command or "build")._option_string_actions)
    for action in parser(command)._actions if command else ():
        if isinstance(action, argparse._SubParsersAction):
            known |= {option for inner in action.choices.values() for option in inner._option_string_actions}
    options = {word.partition("=")[0] for word in arguments if word.startswith("-") and word != "-"}
    assert options <= known, call


@pytest.mark.parametrize("command", COMMANDS)
def test_each_verb_has_help_with_an_example(site: Site, command: str) -> None:
    done = site.run(command, "--help")
    assert done.returncode == 0
    assert COMMANDS[command][1:20] in " ".join(done.stdout.split())
    assert f"example:\n  publist {command} " in done.stdout


def test_a_build_without_options_is_what_the_parser_makes_of_it() -> None:
    """No option of the build is without its default where the parser is left out."""
    assert vars(PLAIN) == vars(_parser("build").parse_args(["build"]))


def test_a_verb_that_is_not_there_is_wrong_use(site: Site) -> None:
    done = site.run("chek")
    assert (done.returncode, done.stderr) == (2, "publist: unknown command 'chek'. Did you mean 'check'?\n")


@pytest.mark.parametrize("arguments", [("check", "--limit", "-1"), ("new", " "), ("new", "A", "--slug", "A B")])
def test_wrong_use_has_its_own_exit_code(small_site: Site, arguments: tuple[str, ...]) -> None:
    done = small_site.run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("publist: ")


def test_new_writes_a_file_that_reads_and_never_overwrites(small_site: Site) -> None:
    done = small_site.run("new", "  On  Engines: a $x^2$ Study ")
    path = "content/papers/on-engines-a-x-2-study.md"
    assert done.stdout.startswith(f"Created {path}, a draft.\n")
    text = (small_site.folder / path).read_text(encoding="utf-8")
    assert "title: 'On Engines: a $x^2$ Study'\n" in text
    assert "error" not in small_site.run("check").stdout
    again = small_site.run("new", "On Engines: a $x^2$ Study")
    assert again.returncode == 1
    assert f"{path}: error: this paper file exists already" in again.stderr
    assert (small_site.folder / path).read_text(encoding="utf-8") == text
    assert small_site.run("new", "On Engines: a $x^2$ Study", "--slug", "engines", "--json").stdout == (
        '{\n  "path": "content/papers/engines.md"\n}\n'
    )


def test_new_outside_of_a_site_says_what_to_do(site: Site) -> None:
    done = site.run("new", "A Theory")
    assert done.returncode == 1
    assert "Begin with publist init" in done.stderr
    assert list(site.folder.iterdir()) == []
