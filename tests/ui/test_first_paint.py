"""The window stands on the screen before anything heavy is loaded."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui import first_picture, narrow
from desktop_app.ui.app import Application, show_window
from desktop_app.ui.first_picture import FirstPicture
from desktop_app.ui.frame import LEAST, USUAL
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import SettingsFile
from desktop_app.ui.stages.files import FilesStage
from desktop_app.ui.start_words import HEADLINE, INVITATION, PROMISE
from desktop_app.ui.theme import LIGHT
from tests.ui.driving import Driver
from tests.ui.handmade import PATHS, handmade_pipeline

LOOK = """
import sys
ALSO = sys.argv[2] == "first picture"
from PySide6.QtCore import QEvent, QObject
from desktop_app.ui.app import Application, show_window
from desktop_app.ui.settings import SettingsFile
from pathlib import Path

app = Application(["lodestone"])
window = show_window(app, SettingsFile(Path(sys.argv[1])))
seen = []

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not seen and (window.is_furnished or ALSO):
            seen.extend(sorted({name.partition(".")[0] for name in sys.modules}))
            app.quit()
        return False

watch = Watch()
window.installEventFilter(watch)
app.exec()
print(" ".join(seen))
window.close()
"""
HEAVY = {"pandas", "numpy", "openpyxl", "python_calamine", "reportlab", "babel", "yaml", "orjson",
         "rapidfuzz", "daachorse", "pikepdf", "PIL"}  # fmt: skip


@pytest.mark.parametrize("painted", ["first picture", "page with its fields"])
def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: object, painted: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, f"{tmp_path}/settings.ini", painted],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded
    assert "desktop_app" in loaded
    assert loaded & HEAVY == set()


def test_the_first_picture_gives_way_to_the_page_and_to_the_files_that_waited(
    qapp: Application, settings: SettingsFile, qtbot: QtBot
) -> None:
    with handmade_pipeline():
        qapp.window = None
        qapp.open_paths(PATHS)
        window = show_window(qapp, settings)
        assert isinstance(window.centralWidget(), FirstPicture)
        assert not window.is_furnished
        qtbot.waitUntil(lambda: window.is_furnished, timeout=20_000)
        assert window.findChild(FilesStage) is window.files
        driver = Driver(window, qtbot)
        driver.wait_for_result()
        assert len(window.session.files) == len(PATHS)
        window.close()
        window.deleteLater()


@pytest.mark.parametrize("size", [USUAL, LEAST, (1280, 500), (1280, 560)])
def test_the_first_picture_stands_where_the_page_will_stand(
    window: MainWindow, size: tuple[int, int]
) -> None:
    """Otherwise everything would jump when the page comes."""
    window.resize(*size)
    for _turn in range(2):
        QApplication.processEvents()
    sizes = first_picture.NARROW, first_picture.LOW, first_picture.LOW_PAGE
    assert sizes == (narrow.NARROW, narrow.LOW_WINDOW, narrow.LOW)
    welcome, zone = window.files.welcome, window.files.zone
    picture = FirstPicture(LIGHT, (HEADLINE.template, PROMISE.template, INVITATION.template))
    picture.resize(window.size())
    page = picture.page()
    assert page.left() == window.rail.width()
    assert abs(page.top() - window.pages.mapTo(window, QPoint()).y()) <= 4
    assert abs(page.bottom() - window.status.mapTo(window, QPoint()).y()) <= 4
    drawn = picture.zone(page)
    assert abs(drawn.left() - zone.mapTo(window, QPoint()).x()) <= 4
    assert abs(drawn.top() - zone.mapTo(window, QPoint()).y()) <= 4
    above = drawn.top() - page.top() - first_picture.HEADING
    assert abs(page.top() + above - welcome.mapTo(window, QPoint()).y()) <= 4


def test_no_part_of_the_window_ever_stands_on_the_screen_by_itself(
    window: MainWindow, qapp: QApplication
) -> None:
    """A widget shown before it has its place would flash and take the keyboard away."""
    assert window.isActiveWindow()
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == [window]
