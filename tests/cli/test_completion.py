"""Completion in a real shell: commands, then the options of the command."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from publist.cli.commands import COMMANDS
from tests.conftest import ROOT


def script(shell: str) -> str:
    """What the command prints for a shell."""
    command = [sys.executable, str(ROOT / "build.py"), "completion", shell]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def completed(*words: str) -> set[str]:
    """What bash offers for the last of these words."""
    line = " ".join(f"'{word}'" for word in words)
    asked = f'COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _publist; printf "%s\\n" "${{COMPREPLY[@]}}"'
    program = f"{script('bash')}\n{asked}"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_offers_verbs_options_and_files() -> None:
    """A command first, then what that command takes, then files."""
    assert completed("publist", "") >= set(COMMANDS)
    assert completed("publist", "pub") == {"publish"}
    assert completed("publist", "publish", "--dr") == {"--dry-run"}
    assert completed("publist", "--site", "x", "theme", "") >= {"new", "override", "check", "views", "--extends"}
    assert completed("publist", "import", "READ") == {"README.md"}


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_every_verb_and_option(shell: str) -> None:
    """The script names each command and an option of it; where the shell is there, it can read it."""
    text = script(shell)
    assert all(command in text for command in COMMANDS)
    assert "dry-run" in text
    if shutil.which(shell):
        subprocess.run([shell, "--no-execute", "-c", text], check=True)
