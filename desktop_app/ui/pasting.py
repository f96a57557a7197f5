"""Ctrl+V on the window: files, a table copied in a spreadsheet, or a few lines to be asked about."""

import tempfile
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from desktop_app.model.findings import msg
from desktop_app.ui.field_words import FIELD_WORDS

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from desktop_app.ui.main_window import MainWindow

FEW_LINES = 20
"""Up to so many lines without columns are asked about; *Ask about one part* takes no more."""


TAB, SEMICOLON, LINE_END, TSV = "\t", ";", "\r\n", ".tsv"
ADDED = ("description", "country_of_origin")
"""Fields of the list that parts asked about become."""


def _is_table(lines: Sequence[str]) -> bool:
    """Columns as spreadsheets copy them or as a CSV file has them, or more lines than are asked
    about one by one."""
    has_columns = any(TAB in line for line in lines)
    is_csv = len(lines) > 1 and all(SEMICOLON in line for line in lines)
    return has_columns or is_csv or len(lines) > FEW_LINES


def _quoted(line: str) -> str:
    """One cell for what stands between quotation marks."""
    return " ".join(line.split()).replace('"', '""')


class Pasting:
    """A pasted table becomes a file of its own, so that it is read, shown, corrected and undone like
    any other. It lies in a folder only this user can read and goes with the window; a project keeps
    its cells."""

    def __init__(self, window: "MainWindow", ask: Callable[[str], object]) -> None:
        self.window, self._ask = window, ask
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._numbers = count(1)
        window.projects.closed.connect(self._take_away)

    def paste(self) -> None:
        """Takes what is on the clipboard, or says what it could take."""
        from PySide6.QtCore import QMimeData

        from desktop_app.ui.drop import files_in

        # None where the system's clipboard gives nothing, not even an empty answer.
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        paths = files_in(mime)
        text = mime.text() if mime.hasText() and not mime.hasUrls() else ""
        lines = [line for line in text.splitlines() if line.strip()]
        if paths:
            self._open(paths)
        elif _is_table(lines):
            self._open([self._written(text)])
        elif lines:
            self._ask("\n".join(lines))
        else:
            self._say_what_it_takes(mime)

    def add(self, lines: Sequence[str], origin: str) -> None:
        """Parts that were asked about, as a list; ``origin``: ISO2, "" where nobody knows. The column
        of origins is there in any case: one column alone is no table. Between quotation marks no comma
        of a line cuts it, and a mark of its own ends nothing."""
        head = (self.window.catalogue.say(FIELD_WORDS[field]) for field in ADDED)
        rows = [TAB.join(head), *(f'"{_quoted(line)}"{TAB}{origin}' for line in lines)]
        if lines:
            self._open([self._written("".join(f"{row}{LINE_END}" for row in rows), TSV)])

    def _open(self, paths: Sequence[Path]) -> None:
        self.window.strip.hide()
        self.window.open_paths(paths)

    def _written(self, text: str, suffix: str = "") -> Path:
        """Tabs and quotation marks stay as the spreadsheet wrote them."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(
                prefix="lodestone-", ignore_cleanup_errors=True
            )
        name = self.window.catalogue.text("Pasted list {n}", n=next(self._numbers))
        suffix = suffix or (TSV if TAB in text else ".csv")
        path = Path(self._folder.name) / f"{name}{suffix}"
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def _say_what_it_takes(self, mime: "QMimeData") -> None:
        """A picture, an internet address, or nothing at all."""
        from desktop_app.ui.drop import why_nothing

        self.window.strip.say(
            why_nothing(mime) if mime.hasUrls() else msg(
                "There is no list on the clipboard. Copy the rows with their headings in your "
                "spreadsheet, then paste them here."
            ),
            kind="attention", action=msg("Open files..."), act=self.window.above.files,
        )  # fmt: skip

    def _take_away(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
