"""Every stage as a picture: nothing is cut, hidden or moved that nobody meant to.

The agreed pictures stand in ``golden``, one strip per language and theme with all stages below one
another, a quarter of the size of the window; written anew with LODESTONE_UPDATE_GOLDEN=1, to be looked
at. Compared field by field, so that the edge of a letter may differ between two versions of a
library, but not a word, a mark or a panel. The page of a report is blank here: its pictures are those
of the report itself.
"""

import os
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.rail import STAGES
from tests.ui.driving import Driver
from tests.ui.test_words import longer

GOLDEN = Path(__file__).parent / "golden"
ON = QDate(2026, 11, 24)
WIDTH, HEIGHT = 320, 180
FIELD = 4
"""Pixels of a field across: sixteen of the window, the height of a line of text."""
MOST = 14.0
"""Grey levels of 255 by which the mean of a field may differ."""
LOOKS = (
    ("de", "light"), ("de", "dark"), ("zh", "light"), ("zh", "dark"), ("longer", "light"),
)  # fmt: skip
Drawn = NDArray[np.float64]


def drawn(window: MainWindow) -> QImage:
    """The window, reduced, in grey."""
    picture = window.grab().toImage()
    page = window.report.view
    if page is not None and page.isVisible():
        painter = QPainter(picture)
        place = QRect(page.mapTo(window, QPoint()), page.size())
        painter.fillRect(place, QColor("#808080"))
        painter.end()
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.scaled(WIDTH, HEIGHT, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def grey(image: QImage) -> Drawn:
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : image.width()].astype(np.float64)


def greatest_difference(one: Drawn, other: Drawn) -> tuple[float, tuple[int, int]]:
    """Between the means of two fields, and where in the window that field is (x, y)."""
    high, wide = one.shape[0] // FIELD, one.shape[1] // FIELD
    fields = (one - other)[: high * FIELD, : wide * FIELD].reshape(high, FIELD, wide, FIELD)
    means = np.abs(fields.mean(axis=(1, 3)))
    row, column = np.unravel_index(int(means.argmax()), means.shape)
    return float(means.max()), (int(column) * FIELD * 4, int(row) * FIELD * 4)


def dressed(driver: Driver, language: str, theme: str) -> None:
    driver.window.theme_wanted.emit(theme)
    driver.window.language_wanted.emit("de" if language == "longer" else language)
    driver.quiet()


def pictures(driver: Driver) -> list[QImage]:
    """One per stage."""
    made = []
    for stage in STAGES:
        driver.window.go_to(stage)
        driver.window.pages.setFocus()
        driver.quiet()
        made.append(drawn(driver.window))
    return made


def strip_of(images: list[QImage]) -> QImage:
    strip = QImage(WIDTH, HEIGHT * len(images), QImage.Format.Format_Grayscale8)
    painter = QPainter(strip)
    for at, image in enumerate(images):
        painter.drawImage(0, at * HEIGHT, image)
    painter.end()
    return strip


def differences(driver: Driver, language: str, theme: str) -> list[str]:
    """What does not look as agreed; the strip is written where that was asked for."""
    dressed(driver, language, theme)
    images = pictures(driver)
    file = GOLDEN / f"{language}-{theme}.png"
    if os.environ.get("LODESTONE_UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        strip_of(images).save(str(file))
    agreed = QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8)
    assert not agreed.isNull(), f"there is no {file.name}; see the head of this file"
    found = []
    for at, (stage, image) in enumerate(zip(STAGES, images, strict=True)):
        part = agreed.copy(0, at * HEIGHT, WIDTH, HEIGHT)
        most, place = greatest_difference(grey(image), grey(part))
        if most > MOST:
            found.append(f"{language} {theme} {stage}: {most:.0f} grey levels at {place}")
    return found


@pytest.fixture
def still(filled: Driver) -> Driver:
    """The filled window on a fixed day, without a blinking cursor."""
    QApplication.setCursorFlashTime(0)
    filled.window.resize(1280, 720)
    filled.window.question.on.setDate(ON)
    filled.window.strip.hide()
    filled.quiet()
    return filled


def test_every_stage_looks_as_agreed(still: Driver) -> None:
    say, found = Catalogue.say, list[str]()
    for language, theme in LOOKS:
        if language == "longer":
            with patch.object(Catalogue, "say", lambda self, words: longer(say(self, words))):
                found += differences(still, language, theme)
        else:
            found += differences(still, language, theme)
    assert found == []


def hidden_panel(window: MainWindow) -> Callable[[], object]:
    window.risks.picture.hide()
    return window.risks.picture.show


def cut_answer(window: MainWindow) -> Callable[[], object]:
    words = window.risks.answer.text()
    window.risks.answer.setText(words[:-7] + "…")
    return lambda: window.risks.answer.setText(words)


def cut_button(window: MainWindow) -> Callable[[], object]:
    button = window.rail.buttons["report"]
    words = button.text()
    button.setText("Ber…")
    return lambda: button.setText(words)


def pale_words(window: MainWindow) -> Callable[[], object]:
    window.risks.second.setStyleSheet("color: #c8c8c8")
    return lambda: window.risks.second.setStyleSheet("")


def test_what_is_cut_hidden_or_pale_is_seen(still: Driver) -> None:
    dressed(still, "de", "light")
    still.window.go_to("risks")
    still.quiet()
    agreed = grey(drawn(still.window))
    for spoil in (hidden_panel, cut_answer, cut_button, pale_words):
        mends = spoil(still.window)
        still.quiet()
        assert greatest_difference(agreed, grey(drawn(still.window)))[0] > MOST, spoil.__name__
        mends()
        still.quiet()
        assert greatest_difference(agreed, grey(drawn(still.window)))[0] <= MOST, spoil.__name__
