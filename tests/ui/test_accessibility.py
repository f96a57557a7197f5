"""Everything that takes the focus has a name; colours can be read; nothing hangs on colour alone."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from desktop_app.model.licence import VERDICTS, Verdict
from desktop_app.ui.folding import FoldingLabel
from desktop_app.ui.frame import LEAST
from desktop_app.ui.marks import draw_verdict
from desktop_app.ui.narrow import Middle
from desktop_app.ui.rail import STAGES
from desktop_app.ui.theme import CONTRAST, DARK, LIGHT, TEXT_PAIRS, Theme, contrast
from desktop_app.ui.widgets import ElidingLabel
from tests.ui.driving import Driver

QT_OWN = ("qt_", "QComboBoxPrivate")
THEMES = [LIGHT, DARK, CONTRAST]


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Widgets of ours that Tab can reach; parts that Qt builds into its own are Qt's."""
    for widget in root.findChildren(QWidget):
        is_inner = widget.objectName().startswith(QT_OWN)
        buddy_parent = widget.parentWidget()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_inner:
            if buddy_parent is not None and buddy_parent.focusProxy() is widget:
                continue
            yield widget


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in focusable(root)
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]


@pytest.mark.parametrize("stage", STAGES)
def test_every_control_has_a_name_without_files(driver: Driver, stage: str) -> None:
    driver.window.go_to(stage)
    assert nameless(driver.window) == []


@pytest.mark.parametrize("stage", STAGES)
def test_every_control_has_a_name_with_files(filled: Driver, stage: str) -> None:
    filled.window.go_to(stage)
    filled.quiet()
    if stage == "risks":
        filled.window.risks.open_why()
        filled.quiet()
    assert nameless(filled.window) == []


def test_windows_above_name_their_controls(filled: Driver) -> None:
    for opens in (
        filled.window.above.settings,
        filled.window.above.offline,
    ):
        opens()
        shown = [d for d in filled.window.findChildren(QDialog) if d.isVisible()]
        assert nameless(shown[-1]) == []
        shown[-1].close()
        filled.qtbot.waitUntil(lambda: not filled.window.findChildren(QDialog))


@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=" on ".join)
@pytest.mark.parametrize("theme", THEMES, ids=("light", "dark", "contrast"))
def test_words_stand_out_from_their_ground(theme: Theme, pair: tuple[str, str]) -> None:
    text, ground = (getattr(theme, name) for name in pair)
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=" on ".join)
def test_high_contrast_is_higher(pair: tuple[str, str]) -> None:
    text, ground = (getattr(CONTRAST, name) for name in pair)
    assert contrast(text, ground) >= 7


def test_edges_are_seen_in_high_contrast() -> None:
    assert contrast(CONTRAST.line, CONTRAST.surface) >= 4.5


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def drawn(verdict: Verdict) -> QImage:
    """A mark in black on white, as on a page without colours."""
    image = QImage(QSize(48, 48), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_verdict(painter, verdict, QRectF(0, 0, 48, 48), "#000000")
    painter.end()
    return image


def test_marks_differ_in_shape() -> None:
    images = [drawn(verdict) for verdict in VERDICTS]
    assert all(a != b for a, b in itertools.combinations(images, 2))


@pytest.mark.parametrize(
    ("verdict", "left", "right"),
    [("needed", 0, 0), ("not_verified", 0, 255), ("suspended", 255, 255), ("not_needed", 255, 255)],
)
def test_marks_are_filled_as_agreed(verdict: Verdict, left: int, right: int) -> None:
    image = drawn(verdict)
    assert QColor(image.pixel(13, 24)).lightness() == left
    assert QColor(image.pixel(35, 24)).lightness() == right


def test_a_suspended_mark_has_two_bars_in_its_middle() -> None:
    row = [QColor(drawn("suspended").pixel(x, 24)).lightness() < 128 for x in range(10, 38)]
    assert [key for key, _ in itertools.groupby(row)].count(True) == 2


def test_the_mark_of_what_is_not_covered_is_nothing() -> None:
    image = drawn("not_needed")
    assert {image.pixelColor(x, y).lightness() for x in range(48) for y in range(48)} == {255}


def cut(root: QWidget, may_end_in_dots: bool = False) -> list[str]:
    """Labels whose words need more room than they have; those that may end in dots must then be
    whole under the mouse."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if isinstance(label, FoldingLabel) and label.is_cut:
            is_cut = label.toolTip() != label.text()
        elif isinstance(label, ElidingLabel):
            is_cut = label.is_cut and root.width() >= 1280
            if may_end_in_dots:
                is_cut = is_cut and label.toolTip() != label.text()
        elif label.wordWrap():
            needed = label.heightForWidth(label.width())
            is_cut = needed > label.height() + 1
        else:
            is_cut = label.sizeHint().width() > label.width() + 1
        if is_cut:
            found.append(label.text())
    return found


@pytest.mark.parametrize("size", [(960, 500), (1280, 720), (1600, 1000)])
@pytest.mark.parametrize("stage", STAGES)
def test_no_label_is_cut(filled: Driver, stage: str, size: tuple[int, int]) -> None:
    filled.window.resize(*size)
    filled.window.go_to(stage)
    filled.quiet()
    if stage == "risks":
        filled.window.risks.open_why()
        filled.quiet()
    assert cut(filled.window) == []


def test_what_a_stage_still_needs_is_said_in_full(driver: Driver) -> None:
    for stage in STAGES:
        driver.window.go_to(stage)
        driver.quiet()
        assert cut(driver.window) == [], stage


def test_the_window_can_be_as_small_as_a_small_screen(driver: Driver) -> None:
    driver.window.resize(*LEAST)
    QApplication.processEvents()
    middle = driver.window.findChild(Middle)
    assert middle is not None
    for stage in STAGES:
        driver.window.go_to(stage)
        assert middle.minimumSizeHint().width() <= LEAST[0]
