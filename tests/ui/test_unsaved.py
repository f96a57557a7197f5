"""What lies on the desk in no project survives a crash, and is gone after an end in good order."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.paths import PROJECT_SUFFIX
from desktop_app.project.unsaved import FOLDER
from desktop_app.ui.app import Application
from desktop_app.ui.failures import Failure
from desktop_app.ui.settings import SettingsFile
from desktop_app.ui.unsaved import keep_unsaved
from tests.ui.conftest import opened
from tests.ui.driving import Driver
from tests.ui.handmade import handmade_pipeline


@pytest.fixture
def kept(filled: Driver) -> Driver:
    """The small assessment in a window that keeps its desk."""
    keep_unsaved(filled.window)
    filled.session.record_leaving("Kanarienvogel GmbH", "yes")
    filled.quiet()
    return filled


@pytest.fixture
def second(qapp: Application, settings: SettingsFile, qtbot: QtBot) -> Iterator[Driver]:
    """Another start of the program."""
    with handmade_pipeline():
        window = opened(qapp, settings, qtbot)
        yield Driver(window, qtbot)
        window.close()
        window.deleteLater()


def folders(home: Path) -> list[Path]:
    return sorted((home / FOLDER).glob("desk-*"))


def test_a_crash_takes_nothing_and_a_good_end_leaves_nothing(
    kept: Driver, second: Driver, home: Path
) -> None:
    (folder,) = folders(home)
    before = kept.session.desk
    shutil.copytree(folder, home / "copy")
    kept.window.close()
    assert folders(home) == []
    (home / "copy").rename(home / FOLDER / "desk-crashed")
    keep_unsaved(second.window)
    keep_unsaved(second.window)
    second.quiet()
    strip = second.window.strip
    assert strip.words.text().startswith("The program ended unexpectedly on ")
    assert strip.action.text() == "Bring it back"
    second.click(strip.action)
    second.wait_for_result()
    assert [f.path for f in second.session.files] == [f.path for f in before.reading.files]  # type: ignore[union-attr]
    assert second.session.recorded == before.recorded
    assert second.session.inquiry == before.inquiry
    assert second.session.history.to_undo is not None
    (now,) = folders(home)
    assert now.name != "desk-crashed"
    second.window.close()
    left = [path for path in home.rglob("*") if path.is_file()]
    assert [path for path in left if b"Kanarienvogel" in path.read_bytes()] == []
    assert folders(home) == []


def test_what_is_in_a_project_is_not_kept_twice(kept: Driver, tmp_path: Path, home: Path) -> None:
    assert len(folders(home)) == 1
    kept.window.projects.save(tmp_path / f"work{PROJECT_SUFFIX}")
    kept.quiet()
    assert folders(home) == []
    kept.session.record_leaving("Erdwerk GmbH", "no")
    kept.quiet()
    assert folders(home) == []


def test_an_empty_desk_is_not_kept(kept: Driver, home: Path) -> None:
    while kept.session.history.to_undo is not None:
        kept.session.undo()
        kept.quiet()
    assert folders(home) == []
    kept.session.redo()
    kept.quiet()
    assert len(folders(home)) == 1


def test_a_disk_that_takes_nothing_is_said_once(filled: Driver, home: Path) -> None:
    home.mkdir()
    (home / FOLDER).write_text("in the way", encoding="utf-8")
    failures: list[Failure] = []
    filled.session.work_failed.connect(failures.append)
    keep_unsaved(filled.window)
    for answer in ("yes", "no", "yes"):
        filled.session.record_leaving("Erdwerk GmbH", answer)
        filled.quiet()
    assert len(failures) == 1
