"""Names that hold markup, signs of menus and letters of both directions are words wherever the window shows them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.model.assessment import Assessment
from desktop_app.ui.app import Application
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.rail import STAGES
from desktop_app.ui.recent import Recent, RecentMenu
from desktop_app.ui.settings import SettingsFile
from tests.small_assessment import small_assessment
from tests.ui import handmade
from tests.ui.conftest import opened
from tests.ui.driving import Driver

MARK = "R&D <b>Q</b> <!-- x --> &lt;"
HOSTILE = f"{MARK} {{0}} %s \u202eabc\u2069 \x00\x1b[31m \ud800 \uffff שם 磁"
FIELDS = ("part_number", "mpn", "description", "supplier", "manufacturer", "unit", "currency")
ROWS = 12


def hostile() -> Assessment:
    """The small assessment with such names in every cell of text, its files and their sheets."""
    found = small_assessment()
    frame = found.parts.frame.copy()
    for field in FIELDS:
        frame[field] = [f"{HOSTILE} {n}" for n in range(len(frame))]
    files = tuple(
        replace(
            file, path=f"/home/{MARK}/{MARK}.xlsx", supplier=HOSTILE,
            sheets=tuple(replace(sheet, name=HOSTILE) for sheet in file.sheets),
        )
        for file in found.files
    )  # fmt: skip
    return replace(found, parts=replace(found.parts, frame=frame), files=files)


@pytest.fixture
def named(qapp: Application, settings: SettingsFile, qtbot: QtBot) -> Iterator[Driver]:
    with patch.object(handmade, "small_assessment", hostile), handmade.handmade_pipeline():
        window = opened(qapp, settings, qtbot)
        driver = Driver(window, qtbot)
        driver.drop_small_files()
        yield driver
        window.close()
        window.deleteLater()


def read(shown: str) -> str:
    """What is read of words that Qt may take for markup."""
    if "<" not in shown:
        return shown
    document = QTextDocument()
    document.setHtml(shown)
    return document.toPlainText()


def cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    if model is not None:
        is_list = isinstance(model, QAbstractListModel)
        for row in range(min(ROWS, model.rowCount(QModelIndex()))):
            for column in range(1 if is_list else model.columnCount(QModelIndex())):
                yield model.index(row, column, QModelIndex())


def faults(root: QWidget) -> Iterator[str]:
    """Where a name is read as markup, or a letter of it as the key of a menu."""
    for label in root.findChildren(QLabel):
        is_plain = label.textFormat() == Qt.TextFormat.PlainText
        if "<b>" in label.text() and not is_plain:
            yield f"label: {label.text()}"
    for widget in root.findChildren(QWidget):
        if (
            "Q" in widget.toolTip()
            and "<b>" not in read(widget.toolTip())
            and "<" in widget.toolTip()
        ):
            yield f"under the mouse of {type(widget).__name__}: {widget.toolTip()}"
    for button in root.findChildren(QAbstractButton):
        if "R&D" in button.text().replace("&&", ""):
            yield f"button: {button.text()}"
    for action in root.findChildren(QAction):
        if "R&D" in action.text().replace("&&", ""):
            yield f"menu: {action.text()}"
    for view in root.findChildren(QAbstractItemView):
        for cell in cells(view):
            told = cell.data(Qt.ItemDataRole.ToolTipRole)
            if (
                isinstance(told, str)
                and "Q" in told
                and "<" in told
                and "<b>Q</b>" not in read(told)
            ):
                yield f"under the mouse of a cell: {told}"


def said(root: QWidget) -> Iterator[str]:
    yield from (label.text() for label in root.findChildren(QLabel))
    yield from (box.itemText(0) for box in root.findChildren(QComboBox))
    for view in root.findChildren(QAbstractItemView):
        yield from (str(cell.data()) for cell in cells(view))


def test_names_of_files_are_words_on_every_stage(named: Driver) -> None:
    for stage in STAGES:
        named.window.go_to(stage)
        named.quiet()
        if stage == "risks":
            named.window.risks.open_why()
            named.quiet()
            named.window.risks.part_actions.menu_of([0, 1])
        assert list(faults(named.window)) == [], stage
        assert any("<b>Q</b>" in words for words in said(named.window)), stage


def test_names_of_projects_and_of_laws_are_words_too(
    window: MainWindow, settings: SettingsFile
) -> None:
    recent = Recent(settings)
    recent.remember(Path("/home/R&D <b>Q.lodestone"))
    menu = RecentMenu(recent, lambda _path: None, window)
    menu.speak(window.catalogue)
    (action, *_) = menu.actions()
    assert "R&&D <b>Q." in action.text()
    assert read(action.toolTip()).endswith("R&D <b>Q.lodestone")
    bar = window.question
    bar.scenario.setItemText(bar.scenario.currentIndex(), MARK)
    bar.show_inquiry(bar.inquiry)
    assert read(bar.scenario.toolTip()) == MARK
