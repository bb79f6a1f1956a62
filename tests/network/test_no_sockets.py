"""The network is asked by commands that say so, and by no other."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT, Site

_WATCHED = """
import sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        print("asked", event, arguments[-1], file=sys.stderr, flush=True)
sys.addaudithook(watch)
from publist.cli.main import main
code = main(sys.argv[1:])
print("loaded", "urllib3" in sys.modules, any(name.startswith("publist.network") for name in sys.modules), flush=True)
sys.exit(code)
"""
SOURCES = "sources: [{orcid: 0000-0002-1825-0097}]\n"


@pytest.mark.parametrize("command", [["build"], ["check"], ["export"], ["topics"]])
def test_other_commands_open_no_socket(small_site: Site, command: list[str]) -> None:
    """They neither connect nor look up a name, and load neither the room network nor its library."""
    small_site.write({"content/site.yaml": f"title: Papers\n{SOURCES}"})
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, *command, "--site", str(small_site.folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "asked" not in done.stderr
    assert done.stdout.rstrip().endswith("loaded False False")


def test_the_preview_asks_nobody(small_site: Site) -> None:
    """It answers on this machine, and asks no other."""
    small_site.write({"content/site.yaml": f"title: Papers\n{SOURCES}"})
    with subprocess.Popen(
        [sys.executable, "-c", _WATCHED, "serve", "--port", "0", "--site", str(small_site.folder)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        url = ""
        while not url and (line := process.stdout.readline()):
            url = next(iter(re.findall(r"http://\S+", line)), "")
        connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()
        process.terminate()
        _, errors = process.communicate()
    assert [line for line in errors.splitlines() if "asked socket.connect" in line] == []
