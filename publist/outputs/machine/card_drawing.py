"""The picture of a card, drawn with Pillow: the look of the default theme on 1200 × 630 pixels."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from math import cos, radians, sin

import font_source_serif_pro as source_serif
from PIL import Image, ImageChops, ImageDraw, ImageFont, __version__

from publist.model.artifact import digest
from publist.outputs.machine.card_text import Card
from publist.outputs.machine.open_graph import CARD_SIZE

_MARGIN = 80
_TITLE_SIZES = range(76, 39, -4)
_TITLE_HEIGHT = 320
_LINE = 1.16
_SMALL = 32
_MOST_LINES = 2
_MEASURE = 100
"""The size in which words are measured."""
_SHADES = 15
"""From paper to a colour: enough for smooth letters."""

Colour = tuple[int, int, int]


@lru_cache(maxsize=1)
def signature() -> bytes:
    """What decides on the bytes of a picture besides what it shows: this file, the font, and Pillow."""
    contents = []
    for path in (__file__, source_serif.SourceSerifPro):
        with open(path, "rb") as file:
            contents.append(file.read())
    return digest(*contents, repr(CARD_SIZE).encode(), __version__.encode())


def draw(card: Card) -> bytes:
    """The card as PNG: place and year, title in the largest size that fits, authors, the site's name."""
    width, height = CARD_SIZE
    ink, soft, accent = _Layer(), _Layer(), _Layer()
    accent.canvas.rectangle((0, 0, 16, height), fill=255)
    room = width - 2 * _MARGIN
    small, top = _font(_SMALL), 64
    if card.place:
        accent.write(_shortened(card.place, _SMALL, room), small, top)
        top += 64
    font, lines = _title(card.title, room)
    for line in lines:
        ink.write(line, font, top)
        top += round(font.size * _LINE)
    top += 24
    for line in _fitting(card.authors, _SMALL, room, _MOST_LINES):
        soft.write(line, small, top)
        top += round(_SMALL * 1.3)
    if card.site:
        soft.write(_shortened(card.site, _SMALL, room), small, height - 84)
    colours = (oklch(0.23, 0.014, 65), oklch(0.45, 0.016, 70), oklch(0.44, 0.12, card.hue))
    image = _merged((ink, soft, accent), colours, oklch(0.986, 0.006, 88))
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()


class _Layer:
    """All that has one colour, as a mask."""

    def __init__(self) -> None:
        self.mask = Image.new("L", CARD_SIZE)
        self.canvas = ImageDraw.Draw(self.mask)

    def write(self, text: str, font: ImageFont.FreeTypeFont, top: int) -> None:
        """A line of text at the margin."""
        self.canvas.text((_MARGIN, top), text, font=font, fill=255)


def _merged(layers: Sequence[_Layer], colours: Sequence[Colour], paper: Colour) -> Image.Image:
    """The layers on paper, with a palette of a few shades a colour: a fifth of the work of true colour."""
    palette = [*paper]
    whole = Image.new("L", CARD_SIZE)
    for number, (layer, colour) in enumerate(zip(layers, colours, strict=True)):
        first = number * _SHADES
        shades = [0] + [first + 1 + (value - 1) * _SHADES // 255 for value in range(1, 256)]
        whole = ImageChops.add(whole, layer.mask.point(shades))
        for shade in range(1, _SHADES + 1):
            palette += [round(p + (c - p) * shade / _SHADES) for p, c in zip(paper, colour, strict=True)]
    whole.putpalette(palette)
    return whole


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(source_serif.SourceSerifPro, size, layout_engine=ImageFont.Layout.BASIC)


def _title(text: str, room: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The title in the largest size in which it fits, cut off in the smallest one."""
    for size in _TITLE_SIZES:
        lines = _wrapped(text, size, room)
        if len(lines) * size * _LINE <= _TITLE_HEIGHT:
            return _font(size), lines
    return _font(size), _fitting(text, size, room, int(_TITLE_HEIGHT / (size * _LINE)))


def _fitting(text: str, size: int, room: int, most: int) -> list[str]:
    """At most so many lines, the last one cut off if there are more."""
    lines = _wrapped(text, size, room)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _shortened(" ".join(lines[most - 1 : most + 1]), size, room)]


def _wrapped(text: str, size: int, room: int) -> list[str]:
    """The text in lines that are no longer than the room; only a word that is itself longer is broken."""
    lines: list[list[str]] = [[]]
    left = float(room)
    for word in text.split():
        for piece in _pieces(word, size, room):
            wide = _width(piece, size)
            if wide > left and lines[-1]:
                lines.append([])
                left = room
            lines[-1].append(piece)
            left -= wide + _width(" ", size)
    return [" ".join(line) for line in lines if line]


def _pieces(word: str, size: int, room: int) -> list[str]:
    """The word, cut where it is longer than a line."""
    if _width(word, size) <= room:
        return [word]
    end = max(1, int(len(word) * room / _width(word, size) * 0.9))
    return [word[:end], *_pieces(word[end:], size, room)]


def _shortened(text: str, size: int, room: int) -> str:
    """The text, or as many of its words as fit with an ellipsis behind them."""
    first = _wrapped(text, size, room)
    if len(first) < 2:
        return text
    return _wrapped(text, size, room - _SMALL)[0].rstrip(",;:") + " …"


def _width(word: str, size: int) -> float:
    """The width of a word in pixels: letters are measured once and scaled, which is exact but for hinting."""
    return _measured(word) * size / _MEASURE


@lru_cache(maxsize=20_000)
def _measured(word: str) -> float:
    return _font(_MEASURE).getlength(word)


def oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """The sRGB colour nearest to one of OKLCH (CSS Color 4, section 9), the space in which the theme has its own."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    return _byte(red), _byte(green), _byte(blue)


def _byte(linear: float) -> int:
    """A linear component with the transfer function of sRGB."""
    light = min(max(linear, 0.0), 1.0)
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))
