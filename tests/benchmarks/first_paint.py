"""How long until the window stands on the screen, against a bare window of the same toolkit.

    python -m tests.benchmarks.first_paint [RUNS]

Each run is a process of its own that ends at its first paint; both kinds take turns, and the best
of each counts, because a shared machine only ever makes things slower.
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
from PySide6.QtCore import QEvent, QObject
class Ends(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            app.quit()
        return False
ends = Ends(); window.installEventFilter(ends); window.show(); app.exec()
import os; os._exit(0)
"""
BARE_WINDOW = (
    """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["bare"]); window = QMainWindow(); window.resize(1360, 840)
"""
    + _ENDS
)
OUR_WINDOW = (
    """
import sys
from pathlib import Path
from desktop_app.ui.app import Application, open_window
from desktop_app.ui.settings import SettingsFile
app = Application(["lodestone"]); window = open_window(app, SettingsFile(Path(sys.argv[1])))
"""
    + _ENDS
)


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
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "settings.ini"
        pairs = [(cost(BARE_WINDOW, settings), cost(OUR_WINDOW, settings)) for _ in range(runs)]
    for name in ("cpu", "wall"):
        bare, ours = (min(getattr(pair[at], name) for pair in pairs) for at in (0, 1))
        sys.stdout.write(
            f"first paint, {name}: {ours:.3f} s = {ours / bare:.2f} x a bare window ({bare:.3f} s); "
            f"aim {AIM}\n"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
