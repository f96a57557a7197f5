"""A shown window for every test, on the small assessment unless a test asks for the real rooms."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent
from pytestqt.qtbot import QtBot

from desktop_app import pipeline
from desktop_app.ui.app import Application, open_window
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings, SettingsFile
from tests.one_library import shipped_library
from tests.ui.driving import Driver
from tests.ui.handmade import handmade_pipeline

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Backups and working copies of the projects of a test lie with it."""
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.ini", Settings(theme="light"))


def opened(application: Application, settings: SettingsFile, qtbot: QtBot) -> MainWindow:
    # With the sheet of the window before, every widget put into another would be dressed anew. Not
    # without any: Qt would take its style apart under windows that are still to be deleted.
    application.setStyleSheet("Nothing {}")
    window = open_window(application, settings)
    window.asks_before_closing = False  # a test ends with its window
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    # A second on a quiet machine; half a minute was seen where a dozen processes shared two cores.
    qtbot.waitUntil(lambda: window.session.edition is not None, timeout=90_000)
    return window


def closed(window: MainWindow) -> None:
    """Gone at once: a window that waits for its end until the next one stands is dressed with it twice, which
    took longer than to make it."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(qapp: Application, settings: SettingsFile, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window before the first file."""
    with handmade_pipeline():
        made = opened(qapp, settings, qtbot)
        yield made
        closed(made)


@pytest.fixture
def driver(window: MainWindow, qtbot: QtBot) -> Driver:
    """The same window with hands."""
    return Driver(window, qtbot)


@pytest.fixture
def filled(driver: Driver) -> Driver:
    """The window after the four files of the small assessment were dropped."""
    driver.drop_small_files()
    return driver


_load_library = pipeline.load_library


@pytest.fixture
def shared_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows on the real rooms that do not load everything anew; ``test_end_to_end`` does."""
    monkeypatch.setattr(pipeline, "load_library", lambda path=None: (
        shipped_library() if path is None else _load_library(path)
    ))  # fmt: skip


@pytest.fixture
def real(
    qapp: Application, settings: SettingsFile, qtbot: QtBot, shared_law: None
) -> Iterator[Driver]:
    """A window on the real rooms, asking about a day on which law is open."""
    window = opened(qapp, settings, qtbot)
    window.question.on.setDate(QDate(2026, 11, 24))
    yield Driver(window, qtbot)
    closed(window)
