"""A monkey at the window: clicks, types, chooses and drags at random, on any page that is open.

    python -m tests.ui.monkey [EVENTS] [SEED] [FILE ...]

The same seed on the same files does the same things. What nobody expected is printed with the acts
that led there. Windows of the system (files, printer) are closed again as soon as they open.
"""

import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import (
    QMessageLogContext,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from desktop_app.ui.failures import Failure
from desktop_app.ui.history import MOST_STEPS
from desktop_app.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
KEYS = (
    Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip
CHORDS = (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_F, Qt.Key.Key_K)
WORDS = (
    "magnet",
    "CN",
    "12,5",
    "-3",
    "1e400",
    "",
    "钕铁硼",
    "مغناطيس",
    "<b>&amp;",
    "=1+1",
    "x" * 300,
)
SIZES = ((1280, 720), (1024, 700), (1600, 1000), (1920, 1080))
UNEXPECTED = "E_UNEXPECTED"
OF_THE_PLATFORM = "This plugin does not support"
"""What the platform without a screen says of itself."""
SLOW_S = 15.0
"""An act that takes longer counts as a hang; the machine may be loaded."""
LAST_ACTS = 12


@dataclass
class Monkey:
    """One seed at one window. ``found``: what went wrong, each with the acts before it."""

    window: MainWindow
    seed: int
    left_alone: tuple[str, ...] = ("quit",)
    found: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 - nothing is kept secret with it
        self.window.asks_before_closing = False
        self.window.session.work_failed.connect(self._failed)
        sys.excepthook = self._raised
        qInstallMessageHandler(self._warned)

    def run(self, events: int) -> None:
        """Does so many things; between them the window goes on working."""
        doings: list[tuple[Callable[[], None], int]] = [
            (self.click, 34), (self.command, 16), (self.look, 14), (self.choose, 10),
            (self.type, 8), (self.press, 10), (self.day, 4), (self.resize, 2), (self.menu, 4),
        ]  # fmt: skip
        for act in self.chance.choices(*zip(*doings, strict=True), k=events):
            began = time.monotonic()
            act()
            QApplication.processEvents()
            self._close_windows_of_the_system()
            if time.monotonic() - began > SLOW_S:
                self._blame(f"the last act took {time.monotonic() - began:.0f} s")

    def go_back_and_forth(self, quiet: Callable[[], None]) -> None:
        """Every step is undone and done again: the desk must be the same afterwards."""
        session = self.window.session
        quiet()
        before, steps = session.desk, 0
        while session.history.to_undo is not None and steps < MOST_STEPS:
            session.undo()
            steps += 1
        for _ in range(steps):
            session.redo()
        quiet()
        if session.desk.differs_from(before):
            self._blame(f"{steps} steps undone and done again gave another desk")

    def _note(self, what: str, widget: QWidget | None = None) -> None:
        where = "" if widget is None else f" {type(widget).__name__} {widget.accessibleName()!r}"
        self.acts.append(f"{what}{where}")

    def _blame(self, words: str) -> None:
        acts = "\n".join(self.acts[-LAST_ACTS:])
        self.found.append(f"seed {self.seed}, after {len(self.acts)} acts:\n{acts}\n{words}")

    def _failed(self, failure: Failure) -> None:
        if failure.problem.code == UNEXPECTED:
            self._blame(failure.details)

    def _warned(self, kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not words.startswith(OF_THE_PLATFORM):
            self._blame(f"Qt says: {words}")

    def _raised(
        self, kind: type[BaseException], failure: BaseException, where: TracebackType | None
    ) -> None:
        self._blame("".join(traceback.format_exception(kind, failure, where)))

    def _top(self) -> QWidget:
        """The newest window above the window, else the window."""
        above = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        return above[-1] if above else self.window

    def _any(self, kind: type[W]) -> W | None:
        """Some widget of a kind that a user could reach now."""
        found = [
            w for w in self._top().findChildren(kind)
            if w.isVisible() and w.isEnabled() and not w.visibleRegion().isEmpty()
        ]  # fmt: skip
        return self.chance.choice(found) if found else None

    def click(self) -> None:
        """Any button; what would close the window is left alone."""
        widget = self._any(QAbstractButton)
        if widget is not None:
            self._note("click", widget)
            if isinstance(widget, QToolButton):  # one with a menu waits inside until that is closed
                QTimer.singleShot(0, _close_popup)
            QTest.mouseClick(widget, LEFT)

    def command(self) -> None:
        """Any line of the menus that can be chosen now."""
        actions = {
            name: action for name, action in self.window.menus.actions.items()
            if action.isEnabled() and name not in self.left_alone
        }  # fmt: skip
        if actions:
            name = self.chance.choice(sorted(actions))
            self._note(f"command {name}")
            actions[name].trigger()

    def look(self) -> None:
        """A click, perhaps two, anywhere in a list."""
        view = self._any(QAbstractItemView)
        if view is not None:
            inside = view.viewport()
            place = self._place(inside)
            self._note(f"look at {place.x()},{place.y()} in", view)
            QTest.mouseClick(inside, LEFT, pos=place)
            if self.chance.random() < 0.2:
                QTest.mouseDClick(inside, LEFT, pos=place)

    def _place(self, inside: QWidget) -> QPoint:
        return QPoint(
            self.chance.randrange(max(1, inside.width())),
            self.chance.randrange(max(1, inside.height())),
        )

    def choose(self) -> None:
        """Any line of any box; the language of the window too."""
        box = self._any(QComboBox)
        if box is not None and box.count():
            at = self.chance.randrange(box.count())
            self._note(f"choose {at} in", box)
            box.setCurrentIndex(at)
            box.activated.emit(at)

    def type(self) -> None:
        """Odd words into any field."""
        words = self.chance.choice(WORDS)
        edit = self._any(QLineEdit) if self.chance.random() < 0.8 else self._any(QPlainTextEdit)
        if isinstance(edit, QLineEdit):
            self._note(f"type {words[:12]!r} into", edit)
            edit.setText(words)
            edit.textEdited.emit(words)
            edit.editingFinished.emit()
        elif edit is not None:
            self._note(f"type {words[:12]!r} into", edit)
            edit.setPlainText(words)

    def press(self) -> None:
        """A key where the keyboard is."""
        widget = QApplication.focusWidget() or self._top()
        if self.chance.random() < 0.7:
            key = self.chance.choice(KEYS)
            self._note(f"press {key.name}", widget)
            QTest.keyClick(widget, key)
        else:
            key = self.chance.choice(CHORDS)
            self._note(f"press Ctrl+{key.name}", widget)
            QTest.keyClick(widget, key, CTRL)

    def day(self) -> None:
        """Another day in any field for one."""
        edit = self._any(QDateEdit)
        if edit is not None:
            self._note("another day in", edit)
            edit.setDate(edit.date().addDays(self.chance.randint(-400, 400)))

    def resize(self) -> None:
        """Another size of the window."""
        width, height = self.chance.choice(SIZES)
        self._note(f"resize to {width} x {height}")
        self.window.resize(width, height)

    def menu(self) -> None:
        """A right click anywhere; the menu that opens is gone through or closed."""
        widget = self._any(QWidget)
        if widget is None:
            return
        self._note("right click on", widget)
        place = self._place(widget)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
        QTimer.singleShot(0, _close_popup)  # fields for a day wait inside until theirs is closed
        QApplication.sendEvent(widget, event)
        opened = QApplication.activePopupWidget()
        if isinstance(opened, QMenu):
            enabled = [a for a in opened.actions() if a.isEnabled() and not a.isSeparator()]
            if enabled and self.chance.random() < 0.5:
                chosen = self.chance.choice(enabled)
                self._note(f"choose {chosen.text()!r}")
                chosen.trigger()
        if opened is not None:
            opened.close()

    def _close_windows_of_the_system(self) -> None:
        for kind in (QFileDialog, QPrintDialog):
            for dialog in self.window.findChildren(kind):
                dialog.reject()
        if self.chance.random() < 0.5:
            _close_popup()


def _close_popup() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def main(arguments: list[str]) -> int:
    """Prints what was found; 1 where something was."""
    events, seed = (int(arguments[at]) if len(arguments) > at else (300, 1)[at] for at in (0, 1))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LODESTONE_HOME"] = folder
        from desktop_app.ui.app import Application, open_window
        from desktop_app.ui.settings import Settings, SettingsFile
        from tests.benchmarks.stalls import work_until

        application = Application(["monkey"])
        window = open_window(application, SettingsFile(Path(folder) / "settings.ini", Settings()))
        window.resize(1280, 720)
        window.show()
        files = [Path(name) for name in arguments[2:]]
        window.open_paths(files) if files else window.open_sample()
        work_until(lambda: window.session.result is not None)
        work_until(lambda: not window.session.is_busy)
        monkey = Monkey(window, seed)
        monkey.run(events)
        monkey.go_back_and_forth(lambda: work_until(lambda: not window.session.is_busy))
        sys.stdout.write(
            "\n\n".join([*monkey.found, f"{events} events, {len(monkey.found)} found\n"])
        )
        sys.stdout.flush()
        os._exit(1 if monkey.found else 0)  # no questions about unsaved work


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(sys.argv[1:]))
