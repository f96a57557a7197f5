"""An activity withdrawn or a backup put back: what the window shows then is what the project holds.

Also where the user gave it up or went on working while it ran.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt

from desktop_app.model.findings import msg
from desktop_app.model.progress import Report
from desktop_app.project.backups import backups_of
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import open_project
from desktop_app.project.recorded import Recorded, recorded_in
from desktop_app.ui.history import Desk
from desktop_app.ui.project_deed import Deed
from desktop_app.ui.write_turns import Turns
from tests.ui.driving import Driver


class Held:
    """A deed that waits in its worker until it may go on, and says when it has ended."""

    def __init__(self) -> None:
        self.goes_on, self.ended = threading.Event(), threading.Event()


@contextmanager
def held() -> Iterator[Held]:
    wait, whole = Held(), Deed.after_the_desk

    def work(deed: Deed, report: Report) -> Desk:
        assert wait.goes_on.wait(20)
        try:
            return whole(deed, report)
        finally:
            wait.ended.set()

    with patch.object(Deed, "after_the_desk", work):
        yield wait


@contextmanager
def brings_held() -> Iterator[threading.Event]:
    """A desk is brought to the project only when it may."""
    may, whole = threading.Event(), Turns.bring

    def bring(turns: Turns, project: ProjectFile, desk: Desk, turn: int) -> None:
        assert may.wait(20)
        whole(turns, project, desk, turn)

    with patch.object(Turns, "bring", bring):
        yield may


@pytest.fixture
def worked_on(filled: Driver, tmp_path: Path) -> Driver:
    """A project with two facts recorded, the second of which is its last activity."""
    filled.window.projects.save(tmp_path / "work.lodestone")
    filled.quiet()
    for name in ("Nordmagnet", "Sued"):
        filled.session.record_leaving(name, "no")
        filled.quiet()
    return filled


def shown(driver: Driver) -> list[str]:
    recorded = driver.session.recorded or Recorded()
    return [fact.name for fact in recorded.facts]


def in_the_file(driver: Driver) -> list[str]:
    path = driver.window.projects.path
    assert path is not None
    driver.window.projects.close()
    with open_project(path) as project:
        return [fact.name for fact in recorded_in(project.project).facts]


def withdraw_the_last(driver: Driver) -> None:
    project = driver.window.projects.file
    assert project is not None
    driver.window.projects.revert(len(project.ledger), msg("a step"))


@pytest.mark.parametrize("has_begun", [False, True])
def test_given_up_in_time_it_never_happens_and_too_late_it_is_shown(
    worked_on: Driver, has_begun: bool
) -> None:
    with held() as wait:
        withdraw_the_last(worked_on)
        if has_begun:
            wait.goes_on.set()
            assert wait.ended.wait(20)
        worked_on.key(Qt.Key.Key_Escape)
        wait.goes_on.set()
        worked_on.quiet()
    stays = ["Nordmagnet"] if has_begun else ["Nordmagnet", "Sued"]
    assert shown(worked_on) == stays
    assert in_the_file(worked_on) == stays


def test_a_step_made_while_it_runs_stays_and_is_in_the_file(worked_on: Driver) -> None:
    with held() as wait:
        withdraw_the_last(worked_on)
        worked_on.session.record_leaving("West", "no")
        worked_on.qtbot.waitUntil(lambda: not worked_on.window.projects.is_writing)
        wait.goes_on.set()
        worked_on.quiet()
    assert shown(worked_on) == ["Nordmagnet", "West"]
    assert in_the_file(worked_on) == ["Nordmagnet", "West"]


def test_a_step_on_its_way_does_not_come_over_a_backup_that_was_put_back(
    worked_on: Driver,
) -> None:
    """It is in the backup that is made before going back."""
    projects = worked_on.window.projects
    project = projects.file
    assert project is not None
    project.back_up()
    older = backups_of(project.path)[0]
    worked_on.session.record_leaving("West", "no")
    projects.restore(older)
    worked_on.quiet()
    assert shown(worked_on) == ["Nordmagnet", "Sued"]
    kept = max(backups_of(project.path), key=lambda backup: backup.path.stat().st_mtime_ns)
    assert in_the_file(worked_on) == ["Nordmagnet", "Sued"]
    with open_project(kept.path, read_only=True) as before:
        assert [f.name for f in recorded_in(before.project).facts] == ["Nordmagnet", "Sued", "West"]


@pytest.mark.parametrize("then", ["withdrawn and given up", "exported"])
def test_what_is_begun_before_a_backup_is_shown_does_not_take_it_back(
    worked_on: Driver, tmp_path: Path, then: str
) -> None:
    """It was begun on the desk of before, all of which was in the file then."""
    projects = worked_on.window.projects
    project = projects.file
    assert project is not None
    project.back_up()
    older = backups_of(project.path)[0]
    worked_on.session.record_leaving("West", "no")
    worked_on.quiet()
    with held() as wait:
        wait.goes_on.set()
        projects.restore(older)
        assert wait.ended.wait(20)  # it lies in the file and has not come to the window
        wait.goes_on.clear()
        with brings_held() as may_be_brought:
            if then == "exported":
                projects.export(tmp_path / "out.zip")
            else:
                withdraw_the_last(worked_on)
            worked_on.qtbot.waitUntil(lambda: shown(worked_on) == ["Nordmagnet", "Sued"])
            if then != "exported":
                worked_on.key(Qt.Key.Key_Escape)
            may_be_brought.set()
            wait.goes_on.set()
            worked_on.quiet()
    assert shown(worked_on) == ["Nordmagnet", "Sued"]
    assert in_the_file(worked_on) == ["Nordmagnet", "Sued"]


def test_another_project_on_the_desk_is_not_replaced_by_what_was_put_back(
    worked_on: Driver, tmp_path: Path
) -> None:
    with held() as wait:
        withdraw_the_last(worked_on)
        worked_on.window.projects.save(tmp_path / "other.lodestone")
        wait.goes_on.set()
        worked_on.quiet()
    path = worked_on.window.projects.path
    assert path is not None
    on_desk = shown(worked_on)
    assert in_the_file(worked_on) == on_desk
