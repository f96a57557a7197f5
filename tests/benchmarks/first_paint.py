"""How long until the window stands on the screen, against a bare window of the same toolkit.

    python -m tests.benchmarks.first_paint [RUNS]

Each run is a process of its own that ends once it has painted; the kinds take turns, and the best
of each counts, because a shared machine only ever makes things slower. Ours is looked at twice: the
first picture, which already says what to do and where, and the start page with every field in it.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AIM = 1.5

_ENDS = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
class Ends(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and ENDS():
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
ends = Ends(); window.installEventFilter(ends); window.show(); app.exec()
"""
BARE_WINDOW = (
    """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["bare"]); window = QMainWindow(); window.resize(1360, 840)
ENDS = lambda: True
"""
    + _ENDS
)
_OURS = """
import gc, sys
gc.disable()
from pathlib import Path
from desktop_app.ui.app import Application, show_window
from desktop_app.ui.settings import SettingsFile
app = Application(["lodestone"]); window = show_window(app, SettingsFile(Path(sys.argv[1])))
"""
OUR_WINDOW = _OURS + "ENDS = lambda: True\n" + _ENDS
OUR_START_PAGE = _OURS + "ENDS = lambda: window.is_furnished\n" + _ENDS


@dataclass(frozen=True)
class Cost:
    """Seconds from the start of the process to the first paint."""

    wall: float
    cpu: float


def cost(script: str, settings: Path) -> Cost:
    """One start of one window; its failure ends the benchmark."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, str(settings)], cwd=ROOT, capture_output=True, text=True,
        check=False, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
    )  # fmt: skip
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"the window did not open:\n{done.stderr[-2000:]}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, spent)


def main(arguments: list[str]) -> int:
    runs = int(arguments[0]) if arguments else 9
    scripts = (BARE_WINDOW, OUR_WINDOW, OUR_START_PAGE)
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "settings.ini"
        costs = [[cost(script, settings) for script in scripts] for _ in range(runs)]
    for name in ("cpu", "wall"):
        bare, first, page = (min(getattr(turn[at], name) for turn in costs) for at in range(3))
        sys.stdout.write(
            f"{name}: bare window {bare:.3f} s; first picture {first:.3f} s = {first / bare:.2f} x "
            f"(aim {AIM}); start page with its fields {page:.3f} s = {page / bare:.2f} x\n"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
