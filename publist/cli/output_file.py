"""The file that a command is told to write: the old one or the new one at any time, also where the disk is full."""

from __future__ import annotations

import os

from publist.cache.file_writing import replace_file


def write_output(place: str, content: bytes) -> None:
    """Write the file whole; a link is followed, and what is no plain file (a pipe, a device) is written to as it is.

    OSError that names the place; a file that was there is as it was then.
    """
    path = os.path.realpath(place)
    if os.path.isdir(os.path.dirname(path)) and (os.path.isfile(path) or not os.path.lexists(path)):
        replace_file(path, content)
        return
    with open(path, "wb") as file:
        file.write(content)
