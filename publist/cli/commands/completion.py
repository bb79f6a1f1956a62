"""``publist completion``: a script that completes verbs and options in a shell.

Made from the parsers, once: a shell that asked the program at each key would wait for it to start.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any

from publist.cli.commands import VERBS, module_of
from publist.cli.commands.base import Say, add_verb

_BASH = """\
_publist() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" verb="" given options=""
  for given in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case " {verbs} " in *" $given "*) verb="$given"; break ;; esac
  done
  case "$verb" in
{cases}
    *) options="{verbs} --help --version --site --json" ;;
  esac
  COMPREPLY=($(compgen -W "$options" -- "$word"))
  [ -n "${{COMPREPLY[*]}}" ] || COMPREPLY=($(compgen -f -- "$word"))
}}
complete -o filenames -F _publist publist
"""
_ZSH = "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"


def add(subparsers: Any) -> None:
    """Add the parser."""
    parser = add_verb(
        subparsers, "completion", example="publist completion bash > ~/.local/share/bash-completion/completions/publist"
    )
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell")


def run(options: argparse.Namespace, say: Say) -> int:
    """Print the script."""
    words = _options()
    if options.shell == "fish":
        say("\n".join(_fish(words)))
        return 0
    cases = "\n".join(f'    {verb}) options="{" ".join(known)}" ;;' for verb, known in words.items())
    script = _BASH.format(verbs=" ".join(VERBS), cases=cases)
    say((_ZSH if options.shell == "zsh" else "") + script.removesuffix("\n"))
    return 0


def _options() -> dict[str, list[str]]:
    """The options and fixed words of each verb."""
    parsers = argparse.ArgumentParser().add_subparsers()
    for verb in VERBS:
        import_module(module_of(verb)).add(parsers)
    return {verb: _words(parser) for verb, parser in parsers.choices.items()}


def _words(parser: argparse.ArgumentParser) -> list[str]:
    words: list[str] = []
    for action in parser._actions:  # argparse has no other list of them, and every tool for completion reads this one
        words += [option for option in action.option_strings if option.startswith("--")]
        if not action.option_strings:
            words += [str(choice) for choice in action.choices or ()]
    return words


def _fish(words: dict[str, list[str]]) -> list[str]:
    """One line a verb, and one an option of each."""
    lines = [f"complete -c publist -n __fish_use_subcommand -a {verb} -d '{VERBS[verb]}'" for verb in VERBS]
    for verb, known in words.items():
        where = f"complete -c publist -n '__fish_seen_subcommand_from {verb}'"
        lines += [f"{where} {'-l ' + word[2:] if word.startswith('--') else '-a ' + word}" for word in known]
    return lines
