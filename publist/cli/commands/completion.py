"""``publist completion``: a script that completes commands and options in a shell.

Made from the parsers, once: a shell that asked the program at each key would wait for it to start.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any

from publist.cli.commands import COMMANDS, module_of
from publist.cli.commands.base import Say, add_command

_BASH = """\
_publist() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" command="" given options=""
  for given in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case " {commands} " in *" $given "*) command="$given"; break ;; esac
  done
  case "$command" in
{cases}
    *) options="{commands} --help --version --site --json" ;;
  esac
  COMPREPLY=($(compgen -W "$options" -- "$word"))
  [ -n "${{COMPREPLY[*]}}" ] || COMPREPLY=($(compgen -f -- "$word"))
}}
complete -o filenames -F _publist publist
"""
_ZSH = "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"


def add(subparsers: Any) -> None:
    """Add ``completion`` with the name of the shell."""
    parser = add_command(
        subparsers, "completion", example="publist completion bash > ~/.local/share/bash-completion/completions/publist"
    )
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="your shell")


def run(options: argparse.Namespace, say: Say) -> int:
    """Print the completion script of the shell."""
    words = _options()
    if options.shell == "fish":
        say("\n".join(_fish(words)))
        return 0
    cases = "\n".join(f'    {command}) options="{" ".join(known)}" ;;' for command, known in words.items())
    script = _BASH.format(commands=" ".join(COMMANDS), cases=cases)
    say((_ZSH if options.shell == "zsh" else "") + script.removesuffix("\n"))
    return 0


def _options() -> dict[str, list[str]]:
    """The options and fixed words of each command."""
    parsers = argparse.ArgumentParser().add_subparsers()
    for command in COMMANDS:
        import_module(module_of(command)).add(parsers)
    return {command: _words(parser) for command, parser in parsers.choices.items()}


def _words(parser: argparse.ArgumentParser) -> list[str]:
    words: list[str] = []
    for action in parser._actions:  # argparse has no other list of them, and every tool for completion reads this one
        words += [option for option in action.option_strings if option.startswith("--")]
        if not action.option_strings:
            words += [str(choice) for choice in action.choices or ()]
    return words


def _fish(words: dict[str, list[str]]) -> list[str]:
    """One line a command, and one an option of each."""
    lines = [
        f"complete -c publist -n __fish_use_subcommand -a {command} -d '{COMMANDS[command]}'" for command in COMMANDS
    ]
    for command, known in words.items():
        where = f"complete -c publist -n '__fish_seen_subcommand_from {command}'"
        lines += [f"{where} {'-l ' + word[2:] if word.startswith('--') else '-a ' + word}" for word in known]
    return lines
