"""Pictures for the demonstration site, drawn by chance from a number, so that they are the same on every machine."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from itertools import pairwise
from random import Random

from PIL import Image, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Draw = Callable[[Image.Image, Random, tuple[Colour, ...]], None]

_WIDE, _HIGH = 960, 640
_PALETTES: tuple[tuple[Colour, ...], ...] = (
    ((247, 243, 235), (196, 78, 54), (38, 70, 83), (233, 180, 76)),
    ((13, 27, 42), (119, 141, 169), (224, 225, 221), (255, 183, 3)),
    ((255, 255, 255), (0, 109, 119), (131, 197, 190), (226, 149, 120)),
    ((30, 20, 40), (114, 9, 183), (247, 37, 133), (76, 201, 240)),
    ((240, 244, 239), (52, 78, 65), (163, 177, 138), (188, 108, 37)),
)
"""Of each the ground comes first."""


def _waves(image: Image.Image, chance: Random, palette: tuple[Colour, ...]) -> None:
    """Lines that swing, as of a voice."""
    draw = ImageDraw.Draw(image)
    for row in range(26):
        height, pace, start = chance.uniform(6, 46), chance.uniform(0.006, 0.03), chance.uniform(0, 6)
        base = 40 + row * (_HIGH - 80) / 25
        points = [
            (x, base + height * math.sin(x * pace + start) * math.exp(-(((x - _WIDE / 2) / 260) ** 2)))
            for x in range(0, _WIDE + 1, 6)
        ]
        draw.line(points, fill=palette[1 + row % 3], width=4, joint="curve")


def _field(image: Image.Image, chance: Random, palette: tuple[Colour, ...]) -> None:
    """Bands of equal height, as on a map."""
    small = Image.new("L", (9, 6))
    small.putdata([chance.randrange(256) for _ in range(54)])
    heights = small.resize((_WIDE, _HIGH), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(12))
    for step, level in enumerate(range(40, 230, 16)):
        band = heights.point(lambda value, level=level: 255 if value > level else 0)
        colour = _between(palette[1 + step % 2], palette[3], step / 12)
        image.paste(colour, (0, 0), band.filter(ImageFilter.GaussianBlur(1)))


def _cloud(image: Image.Image, chance: Random, palette: tuple[Colour, ...]) -> None:
    """Groups of points, as of an embedding."""
    draw = ImageDraw.Draw(image)
    for number in range(7):
        x, y, spread = chance.uniform(120, _WIDE - 120), chance.uniform(100, _HIGH - 100), chance.uniform(24, 74)
        for _ in range(110):
            at, up, size = chance.gauss(x, spread), chance.gauss(y, spread), chance.choice((5, 6, 8))
            draw.ellipse((at - size, up - size, at + size, up + size), fill=palette[1 + number % 3])


def _net(image: Image.Image, chance: Random, palette: tuple[Colour, ...]) -> None:
    """Nodes in layers, and what joins them."""
    draw = ImageDraw.Draw(image)
    layers = [
        [(140 + 170 * n, _HIGH * (i + 1) / (size + 1)) for i in range(size)] for n, size in enumerate((4, 7, 9, 6, 3))
    ]
    for left, right in pairwise(layers):
        for start in left:
            for end in right:
                draw.line(
                    (*start, *end), fill=_between(palette[0], palette[2], chance.choice((0.25, 0.5, 0.9))), width=2
                )
    for number, layer in enumerate(layers):
        for x, y in layer:
            draw.ellipse((x - 17, y - 17, x + 17, y + 17), fill=palette[1 if number % 2 else 3])


def _columns(image: Image.Image, chance: Random, palette: tuple[Colour, ...]) -> None:
    """A spectrogram."""
    draw = ImageDraw.Draw(image)
    heights = [abs(math.sin(n / 7) + chance.uniform(-0.4, 0.4)) for n in range(80)]
    for n, height in enumerate(heights):
        for row in range(40):
            strength = max(0.0, height - abs(row - 20 - 9 * math.sin(n / 11)) / 16)
            colour = _between(
                _between(palette[0], palette[1], min(1, strength * 1.6)), palette[3], min(1, strength * strength)
            )
            draw.rectangle((n * 12, row * 16, n * 12 + 11, row * 16 + 15), fill=colour)


_DRAWN: tuple[Draw, ...] = (_waves, _field, _cloud, _net, _columns)


def _between(first: Colour, second: Colour, part: float) -> Colour:
    mixed = [round(a + (b - a) * part) for a, b in zip(first, second, strict=True)]
    return mixed[0], mixed[1], mixed[2]


def teaser(number: int) -> bytes:
    """The picture of a paper, 3:2, as PNG."""
    palette = _PALETTES[(number * 3) % len(_PALETTES)]
    image = Image.new("RGB", (_WIDE, _HIGH), palette[0])
    _DRAWN[number % len(_DRAWN)](image, Random(number), palette)
    return _png(image)


def portrait(number: int) -> bytes:
    """A face in a few flat colours, square, as PNG: of nobody."""
    chance = Random(number)
    size = 640
    ground, cloth, hair = chance.sample([(214, 226, 224), (38, 70, 83), (196, 78, 54), (233, 180, 76), (88, 62, 52)], 3)
    skin = chance.choice([(242, 205, 178), (198, 140, 104), (141, 92, 64)])
    image = Image.new("RGB", (size, size), ground)
    draw = ImageDraw.Draw(image)
    draw.ellipse((150, 90, 490, 560), fill=hair)
    draw.ellipse((60, 470, 580, 980), fill=cloth)
    draw.polygon([(262, 430), (378, 430), (398, 520), (320, 566), (242, 520)], fill=_between(skin, (0, 0, 0), 0.12))
    draw.ellipse((205, 150, 435, 470), fill=skin)
    draw.pieslice((190, 104, 450, 400), 180, 360, fill=hair)
    return _png(image.resize((480, 480), Image.Resampling.LANCZOS))


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
