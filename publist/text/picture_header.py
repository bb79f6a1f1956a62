"""What a picture is, told by its first bytes: its format and its size as shown.

Sources: PNG (W3C, 11.2.2), GIF89a (18), JPEG (ITU-T T.81, B.2), Exif 2.32 (4.6), WebP container (RFC 9649).
"""

from __future__ import annotations

import re
from typing import NamedTuple

HEAD = 1 << 18
"""So many bytes hold the header of a picture: metadata before the size is shorter."""
_SIDEWAYS = (5, 6, 7, 8)
"""Exif orientations that turn a picture by a quarter."""


class PictureHeader(NamedTuple):
    """Format (``png``, ``jpeg``, ``gif``, ``webp``, ``svg``), width and height in pixels (0 where it has none)."""

    format: str
    width: int = 0
    height: int = 0


def read(head: bytes) -> PictureHeader | None:
    """The header in the first bytes of a file; None where they begin no picture that pages can show."""
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR" and len(head) >= 24:
        return PictureHeader("png", _big(head[16:20]), _big(head[20:24]))
    if head[:6] in (b"GIF87a", b"GIF89a") and len(head) >= 10:
        return PictureHeader("gif", _little(head[6:8]), _little(head[8:10]))
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp(head)
    if head.startswith(b"\xff\xd8"):
        return _jpeg(head)
    if re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]", head, re.DOTALL):
        return PictureHeader("svg")
    return None


def _big(number: bytes) -> int:
    return int.from_bytes(number, "big")


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")


def _webp(head: bytes) -> PictureHeader | None:
    kind, data = head[12:16], head[20:]
    if kind == b"VP8X" and len(data) >= 10:
        return PictureHeader("webp", _little(data[4:7]) + 1, _little(data[7:10]) + 1)
    if kind == b"VP8L" and len(data) >= 5 and data[0] == 0x2F:
        bits = _little(data[1:5])
        return PictureHeader("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"VP8 " and data[3:6] == b"\x9d\x01\x2a" and len(data) >= 10:
        return PictureHeader("webp", _little(data[6:8]) & 0x3FFF, _little(data[8:10]) & 0x3FFF)
    return None


def _jpeg(head: bytes) -> PictureHeader | None:
    at, sideways = 2, False
    while at + 9 <= len(head) and head[at] == 0xFF:
        marker, length = head[at + 1], _big(head[at + 2 : at + 4])
        if marker == 0xFF:  # a byte to fill
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = _big(head[at + 5 : at + 7]), _big(head[at + 7 : at + 9])
            return PictureHeader("jpeg", *((height, width) if sideways else (width, height)))
        if marker == 0xE1 and head[at + 4 : at + 10] == b"Exif\0\0":
            sideways = _orientation(head[at + 10 : at + 2 + length]) in _SIDEWAYS
        at += 2 + max(length, 2)
    return None


def _orientation(tiff: bytes) -> int:
    """The orientation that Exif says, 1 where it says none."""
    number = _little if tiff[:2] == b"II" else _big
    first = number(tiff[4:8])
    for place in range(first + 2, first + 2 + 12 * number(tiff[first : first + 2]), 12):
        if number(tiff[place : place + 2]) == 0x0112:
            return number(tiff[place + 8 : place + 10])
        if place > len(tiff):
            break
    return 1
