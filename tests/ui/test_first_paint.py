"""The window stands on the screen before anything heavy is loaded."""

import subprocess
import sys

from PySide6.QtWidgets import QApplication

from desktop_app.ui.main_window import MainWindow

LOOK = """
import sys
from PySide6.QtCore import QEvent, QObject
from desktop_app.ui.app import Application, open_window
from desktop_app.ui.settings import SettingsFile
from pathlib import Path

app = Application(["lodestone"])
window = open_window(app, SettingsFile(Path(sys.argv[1])))
seen = []

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not seen:
            seen.extend(sorted({name.partition(".")[0] for name in sys.modules}))
            app.quit()
        return False

watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
print(" ".join(seen))
window.close()
"""
HEAVY = {"pandas", "numpy", "openpyxl", "python_calamine", "reportlab", "babel", "yaml", "orjson",
         "rapidfuzz", "ahocorasick", "pikepdf", "PIL"}  # fmt: skip


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: object) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, f"{tmp_path}/settings.ini"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded
    assert "desktop_app" in loaded
    assert loaded & HEAVY == set()


def test_no_part_of_the_window_ever_stands_on_the_screen_by_itself(
    window: MainWindow, qapp: QApplication
) -> None:
    """A widget shown before it has its place would flash and take the keyboard away."""
    assert window.isActiveWindow()
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == [window]
