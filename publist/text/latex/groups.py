"""What a conversion from LaTeX has put out so far, in a stack of open groups instead of recursion."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.text import inline_markdown

_MOST_STYLES = 12


class Frame(NamedTuple):
    """An open group. An unstyled one shares the pieces of the group around it and knows where it began."""

    style: str
    pieces: list[str]
    begin: int = 0
    declared: bool = False
    address: str = ""


class Groups:
    """The text read, the groups that are open at this place of it, and what they hold."""

    def __init__(self, text: str, *, markdown: bool) -> None:
        self.text, self.markdown = text, markdown
        self.frames = [Frame("", [])]
        self.styles = 0

    def put(self, text: str) -> None:
        """Put out text."""
        self.frames[-1].pieces.append(text)

    def in_code(self) -> bool:
        """Whether the text here stands in a code span."""
        return self.frames[-1].style == "code"

    def push(self, style: str, *, declared: bool = False, address: str = "") -> None:
        """Open a group; beyond a depth its style is ignored."""
        if style and self.styles < _MOST_STYLES:
            self.styles += 1
            self.frames.append(Frame(style, [], 0, declared, address))
        else:
            pieces = self.frames[-1].pieces
            inherited = "code" if self.in_code() else ""
            self.frames.append(Frame(inherited, pieces, len(pieces), declared))
            pieces.append("")

    def pop(self) -> Frame:
        """Close the group that was opened last."""
        frame = self.frames.pop()
        if frame.pieces is not self.frames[-1].pieces:
            self.styles -= 1
            self.put(self.styled("".join(frame.pieces), frame))
        return frame

    def styled(self, text: str, frame: Frame) -> str:
        """What a closed group holds, as Markdown has its style."""
        match frame.style:
            case "quote":
                return f"“{text}”"
            case "note":
                return f" ({text})" if text else ""
            case _ if not self.markdown or not text.strip():
                return text
            case "emphasis":
                return inline_markdown.wrapped(text, "*")
            case "strong":
                return inline_markdown.wrapped(text, "**")
            case "code":
                return inline_markdown.code(text)
            case "link":
                return inline_markdown.link(text, frame.address)
        return f"<{frame.style}>{text}</{frame.style}>"

    def skip_space(self, at: int) -> int:
        """The place behind white space."""
        while self.text[at : at + 1] in (" ", "\t", "\n"):
            at += 1
        return at

    def done(self) -> str:
        """All that was put out; a group that never closed shows its brace."""
        while len(self.frames) > 1:
            frame = self.pop()
            if not frame.style:
                frame.pieces[frame.begin] = "{"
        done = "".join(self.frames[0].pieces)
        return re.sub(r"[ \t]*\n{2,}", "\n\n", done).strip() if "\\begin{" in self.text else done
