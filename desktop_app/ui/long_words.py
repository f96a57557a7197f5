"""Texts with words longer than their line: addresses and file names, broken where they may be."""

import re

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel

from desktop_app.ui.widgets import dress, selectable

BREAK = "\u200b"
"""Takes no room and lets a line end there; Qt ends lines at blanks only."""
LONGEST = 16
"""Letters in a row before a word is broken anywhere: the widest of them still fit beside Why?'s titles."""


def breakable(words: str) -> str:
    """The same words, which may be broken after slashes, dots and the like, and in long numbers."""
    loose = re.sub(r"([/_.\-=&?›])(?=\S)", rf"\1{BREAK}", words)
    return re.sub(rf"([^\s{BREAK}]{{{LONGEST}}})(?=[^\s{BREAK}])", rf"\1{BREAK}", loose)


class LongWords(QLabel):
    """Looks broken, and is copied whole: an address pasted into a browser leads to its page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies what is marked without the places to break at."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selectedText().replace(BREAK, ""))
        else:
            super().keyPressEvent(event)


def long_words(words: str, tone: str = "small") -> QLabel:
    """A text in its place of a column, which may be marked and copied."""
    made = LongWords(breakable(words))
    dress(made, tone, wraps=True)
    selectable(made)
    return made
