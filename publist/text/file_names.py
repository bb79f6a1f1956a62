"""Names of files: what git, Windows and macOS can hold, and the addresses under which they stand on the site."""

from __future__ import annotations

import re
from unicodedata import normalize
from urllib.parse import quote, unquote

DEVICES = r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$"
_DEVICE = re.compile(rf"\A(?:{DEVICES})(?= *(?:\.|$))", re.IGNORECASE)  # Windows drops blanks before a dot
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
# What git takes for its own folder: on NTFS the short name, on HFS+ the name with characters that are not seen.
_GIT_FOLDER = re.compile(r"(?:\.git|git~1)[ .]*", re.IGNORECASE)
_UNSEEN = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")
_PLAIN = re.compile(rf"(?!(?:{DEVICES})$)[\w-]{{1,250}}", re.ASCII | re.IGNORECASE)
"""Names that stand in addresses as they are: nearly all, which are told apart at once."""
_RAW = re.compile(r"%(?![0-9A-Fa-f]{2})|[^!#$%&'()*+,./:;=?@~\w-]|[^\x00-\x7f]", re.ASCII)
"""What an address cannot hold (RFC 3986); a percent sign that is the first of an escape can stay."""


def name_fault(path: str) -> str:
    """Why git or Windows cannot hold this POSIX path; empty if they can.

    https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
    """
    for name in path.split("/"):
        if _DEVICE.match(name):
            return f"Windows keeps the name {name!r} for a device"
        if found := _FORBIDDEN.search(name):
            return f"a name with {found[0]!r} cannot stand on Windows"
        if name.endswith((" ", ".")):
            return f"Windows drops the end of the name {name!r}"
        if _GIT_FOLDER.fullmatch(_UNSEEN.sub("", name)):
            return f"git takes {name!r} for its own folder"
        if len(name.encode("utf-8", "surrogateescape")) > 255:
            return "a name of more than 255 bytes cannot be stored"
    try:
        path.encode()
    except UnicodeEncodeError:
        return "the name is not UTF-8"
    return ""


def safe_name(name: str) -> str:
    """The name as it can stand on every system, composed (NFC); one that can already is the same but for that."""
    name = normalize("NFC", name)
    if not name_fault(name):
        return name
    plain = _FORBIDDEN.sub("-", name.encode("utf-8", "replace").decode().replace("?", "-")).strip(" .-")
    plain = _DEVICE.sub(lambda device: f"{device[0]}-x", plain, count=1)
    return plain or "x"


def address_of(name: str) -> str:
    """A safe name as it stands in an address: all but letters, digits and ``-._~`` is percent-encoded (RFC 3986)."""
    return name if _PLAIN.fullmatch(name) else quote(safe_name(name), safe="")


def path_address(path: str) -> str:
    """The address of a file of the site by its path, whatever its name holds."""
    return quote(normalize("NFC", path))


def escaped(address: str) -> str:
    """A relative address as somebody wrote it, with what an address cannot hold percent-encoded; again: the same."""
    return _RAW.sub(lambda raw: quote(raw[0]), address if address.isascii() else normalize("NFC", address))


def file_of(address: str) -> str:
    """The path of the file that an address of the site names."""
    return normalize("NFC", unquote(address)) if "%" in address else address
