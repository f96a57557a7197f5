"""``dev.py shots FOLDER``: pictures of the window, stage by stage, per language, theme, size, scale.

Drives the real window on the sample that comes with the program. Drawn by the offscreen platform
with the bundled fonts, so that the same source gives the same pictures on every Linux machine.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, Qt, QThread
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.language.catalogue import LANGUAGES
from desktop_app.ui.app import Application, open_window
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.rail import STAGES
from desktop_app.ui.settings import THEMES, Settings, SettingsFile

ON = date(2026, 11, 24)
"""A day on which law, suspended and open controls all occur; pictures do not age with the clock."""
SIZES = ("1280x720", "1600x1000")
SCALES = (100, 125, 150, 200)
"""Percent; a size is in points, so a picture at 200 % has twice its pixels each way."""
PATIENCE_MS = 60_000
PREVIEW_LOOKS = 50


def until(is_true: Callable[[], bool], what: str) -> None:
    """Lets the window work until something is so; raises TimeoutError naming what was awaited."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not is_true():
        if deadline.hasExpired():
            raise TimeoutError(f"waited in vain until {what}")
        QApplication.processEvents()
        QThread.msleep(2)


def settled(window: MainWindow) -> None:
    """Nothing runs any more and everything has been painted."""
    until(lambda: not window.session.is_busy and not window.session.jobs.is_busy, "all work ended")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    if window.stage == "report" and window.report.document is not None:
        drawn(window)


def drawn(window: MainWindow) -> None:
    """The preview draws its pages on a thread of Qt's that tells nobody when it has ended."""
    before = b""
    for _ in range(PREVIEW_LOOKS):
        QThread.msleep(60)
        QApplication.processEvents()
        image = window.grab().toImage()
        now = bytes(image.constBits())
        if now == before:
            return
        before = now


class Shots:
    """One window, and the folder its pictures go to."""

    def __init__(self, window: MainWindow, folder: Path, prefix: str) -> None:
        self.window, self.folder, self.prefix = window, folder, prefix
        self.taken: list[Path] = []

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Saves what the window, or a window above it, shows."""
        settled(self.window)
        self.snap(name, widget)

    def snap(self, name: str, widget: QWidget | None = None) -> None:
        """The same while work still runs."""
        target = self.folder / f"{self.prefix}-{name}.png"
        (widget or self.window).grab().save(str(target))
        self.taken.append(target)

    def dialog(self, name: str, opens: Callable[[], object]) -> None:
        """Opens a window above the window, takes it, closes it."""
        opens()
        settled(self.window)
        shown = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        self.take(name, shown[-1])
        shown[-1].close()
        settled(self.window)


def work_shots(shots: Shots) -> None:
    """A drag over the window, work under way, and work that was cancelled."""
    window = shots.window
    window.go_to("files")
    window.files.show_over(True)
    shots.take("files-over")
    window.files.show_over(False)
    window.open_sample()
    QApplication.processEvents()
    shots.snap("files-working")
    window.session.cancel()
    shots.take("files-cancelled")


def refused_shots(shots: Shots, folder: Path) -> None:
    """Files that cannot be read beside one that can."""
    window = shots.window
    (folder / "notes.pdf").write_bytes(b"%PDF-1.7")
    (folder / "empty.xlsx").write_bytes(b"")
    window.open_paths([folder / "notes.pdf", folder / "empty.xlsx"])
    until(lambda: len(window.session.files) == 3, "the broken files were looked at")
    window.go_to("files")
    shots.take("files-refused")


def stage_shots(shots: Shots) -> None:
    """Every stage without and with files, Why? open, and the windows above."""
    window = shots.window
    for stage in STAGES:
        window.go_to(stage)
        shots.take(f"{stage}-empty")
    work_shots(shots)
    window.open_sample()
    until(lambda: window.session.result is not None, "the sample was assessed")
    for stage in STAGES:
        window.go_to(stage)
        settled(window)
        shots.take(stage)
    window.go_to("risks")
    window.risks.open_why()
    shots.take("risks-why")
    window.risks.close_why()
    window.session.ask(replace(window.session.inquiry, scenario="lapsed"))
    shots.take("risks-scenario")
    window.session.ask(replace(window.session.inquiry, scenario="today"))
    settled(window)
    page_shots(shots)
    shots.dialog("settings", window.above.settings)
    shots.dialog("figures", window.above.figures)
    shots.dialog("scenarios", window.above.scenarios)
    shots.dialog("keys", window.menus.actions["keys"].trigger)
    shots.dialog("offline", window.above.offline)
    shots.dialog("ask", window.above.ask)
    shots.dialog("commands", window.above.commands)
    shots.dialog("correct", window.menus.actions["correct"].trigger)
    card_shots(shots)


def card_shots(shots: Shots) -> None:
    """What opens below a field or a button and is gone with the next click."""
    window, table = shots.window, shots.window.risks.table
    window.go_to("risks")
    for name, opens in (
        ("card-columns", table.choose_columns),
        ("card-filter", lambda: table.choose_filter("verdict")),
        ("card-layouts", table.choose_layout),
    ):
        opens()
        shots.take(name, table.popup)
        if table.popup is not None:
            table.popup.close()
    window.question.on.open_calendar()
    calendar = window.question.on.calendarWidget().window()
    shots.take("card-calendar", calendar)
    calendar.close()


PAGES = (
    "law", "review", "applications", "recorded", "waiting", "listed", "runs", "activity", "backups",
    "method", "words", "about",
)  # fmt: skip
"""Pages that belong to no stage, by the entry of the menu that opens them."""


def page_shots(shots: Shots) -> None:
    """Every page beside the stages, and what lies over the list of risks."""
    window = shots.window
    for name in PAGES:
        window.menus.actions[name].trigger()
        shots.take(name)
    for name in ("compare", "overview"):
        window.menus.actions[name].trigger()
        shots.take(name)
    assert window.risks.overview is not None
    for name in ("chains", "law", "weight"):
        window.risks.overview.show_picture(name)
        shots.take(f"overview-{name}")
    window.risks.overview.show_picture("suppliers")
    window.risks.close_compare()


def windows(
    application: Application, given: argparse.Namespace, folder: Path
) -> Iterator[tuple[MainWindow, str]]:
    """A fresh window per language, theme and size; (window, prefix of its pictures)."""
    scale = "" if given.scales == [100] else f"-{given.scales[0]}"
    for language in given.languages:
        for theme in given.themes:
            for size in given.sizes:
                width, height = (int(side) for side in size.split("x"))
                name = f"{language}-{theme}-{width}{scale}"
                settings = SettingsFile(
                    folder / f"{name}.ini",
                    Settings(language=language, report_language=language, theme=theme),
                )
                window = open_window(application, settings)
                window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                window.resize(width, height)
                window.session.ask(replace(window.session.inquiry, on=ON, on_assumed=False))
                window.show()
                settled(window)
                yield window, name
                window.close()


def asked(arguments: Sequence[str]) -> argparse.Namespace:
    """Folder, languages, themes, sizes and scales."""
    parser = argparse.ArgumentParser(prog="dev.py shots")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", nargs="+", default=list(LANGUAGES), choices=list(LANGUAGES))
    parser.add_argument("--themes", nargs="+", default=["light", "dark"], choices=THEMES[1:])
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), metavar="WIDTHxHEIGHT")
    parser.add_argument("--scales", nargs="+", type=int, default=[100], choices=SCALES)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Makes the pictures and says where they are."""
    given = asked(arguments)
    if len(given.scales) > 1:  # Qt reads its scale once, so each has a process of its own
        others = arguments[: arguments.index("--scales")]
        rest = arguments[arguments.index("--scales") + 1 + len(given.scales) :]
        own = [sys.executable, "-m", "tests.ui.screenshots", *others, *rest]
        return max(
            subprocess.run([*own, "--scales", str(scale)], check=False).returncode
            for scale in given.scales
        )
    os.environ["QT_SCALE_FACTOR"] = str(given.scales[0] / 100)
    given.folder.mkdir(parents=True, exist_ok=True)
    application = Application([sys.argv[0]])
    taken = 0
    with tempfile.TemporaryDirectory() as settings:
        for window, prefix in windows(application, given, Path(settings)):
            shots = Shots(window, given.folder, prefix)
            stage_shots(shots)
            refused_shots(shots, Path(settings))
            taken += len(shots.taken)
    sys.stdout.write(f"{taken} pictures in {given.folder}\n")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(sys.argv[1:]))
