"""Hands for the window: real drops, keys and clicks, and waiting until it is quiet."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6 import __version_info__
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.desk import Desk
from desktop_app.ui.failures import Failure
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.table_view import TableView
from tests.ui.handmade import PATHS

COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip


def files(paths: Sequence[Path]) -> QMimeData:
    """What a file manager drops."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return dropped


def dragged(
    place: QPoint, dropped: QMimeData
) -> tuple[QDragEnterEvent, QDragMoveEvent, QDropEvent]:
    """What a window gets of a drag that ends at a place in it.

    From Qt 6.12 on entering and moving take fractions of pixels, before they take none.
    """
    exact = QPointF(place)
    at: Any = exact if __version_info__ >= (6, 12) else place
    return (
        QDragEnterEvent(at, COPY, dropped, LEFT, NONE),
        QDragMoveEvent(at, COPY, dropped, LEFT, NONE),
        QDropEvent(exact, COPY, dropped, LEFT, NONE),
    )


class Driver:
    """One shown window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.session

    def drop(self, dropped: QMimeData, over: QWidget | None = None) -> None:
        """Enter, move and drop, delivered to the window of the system as a drag would be."""
        target = over or self.window
        place = target.mapTo(self.window, QPoint(target.width() // 2, target.height() // 2))
        handle = self.window.windowHandle()
        assert handle is not None
        enter, move, drop = dragged(place, dropped)
        QApplication.sendEvent(handle, enter)
        QApplication.sendEvent(handle, move)
        QApplication.sendEvent(handle, drop)

    def drop_small_files(self) -> None:
        """The four files of the small assessment, then quiet."""
        self.drop(files(PATHS))
        self.wait_for_result()

    def wait_for_result(self) -> None:
        """Until there is a result and nothing runs any more."""
        failures: list[Failure] = []
        self.session.work_failed.connect(failures.append)
        self.qtbot.waitUntil(
            lambda: self.session.result is not None or bool(failures), timeout=120_000
        )
        self.session.work_failed.disconnect(failures.append)
        assert not failures, failures[0].details
        self.quiet()

    def quiet(self) -> None:
        """Until nothing runs any more."""
        self.qtbot.waitUntil(
            lambda: not self.session.is_busy and not self.session.jobs.is_busy, timeout=120_000
        )
        QApplication.processEvents()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Presses a key where the focus is, as a user would; without focus, in the window."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        """A shortcut with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def ctrl_shift(self, key: Qt.Key) -> None:
        """A shortcut with Ctrl and Shift."""
        self.key(key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    def back(self) -> None:
        """The window is the active one again after another was closed; offscreen nobody does it."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def click(self, widget: QWidget) -> None:
        """A click in the middle."""
        QTest.mouseClick(widget, LEFT)

    @property
    def risks(self) -> TableView:
        """The list of the stage Risks."""
        return self.window.risks.table.view

    @property
    def desk(self) -> Desk:
        """The page with the cards of the files."""
        assert self.window.files.desk is not None
        return self.window.files.desk

    def column(self, name: str) -> list[str]:
        """The words of a column of the list of Risks, from top to bottom."""
        return words_of(self.risks, name)


def words_of(view: TableView, name: str) -> list[str]:
    """The words of a column, from top to bottom."""
    data = view.shown.data_shown
    assert data is not None
    at = [column.id for column in data.columns].index(name)
    return [view.shown.text_at(row, at) for row in range(view.shown.rowCount())]


def verdicts(driver: Driver) -> dict[str, str]:
    """The words of the list by part number."""
    return dict(zip(driver.column("part_number"), driver.column("verdict"), strict=True))
