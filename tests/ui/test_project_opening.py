"""The project on the desk opened once more: what is shown then is what the project holds.

Also where the user went on working while it was read.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from desktop_app.model.inquiry import Inquiry
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import create_project
from desktop_app.ui import project_desk
from desktop_app.ui.history import Desk
from desktop_app.ui.project_desk import open_for_window
from desktop_app.ui.project_opening import Opening
from tests.ui.driving import Driver
from tests.ui.test_project_deeds import held, in_the_file, shown, withdraw_the_last, worked_on

__all__ = ["worked_on"]


@contextmanager
def read_but_not_shown() -> Iterator[tuple[threading.Event, threading.Event]]:
    """The first reading ends, and says so, but comes to the window only when it may."""
    has_read, goes_on, whole = threading.Event(), threading.Event(), Opening.read

    def read(opening: Opening, asked: Inquiry, document: int) -> Desk:
        found = whole(opening, asked, document)
        has_read.set()
        assert goes_on.wait(20)
        return found

    with patch.object(Opening, "read", read):
        yield has_read, goes_on


def open_again(driver: Driver) -> None:
    path = driver.window.projects.path
    assert path is not None
    driver.window.projects.open(path)


@pytest.mark.parametrize("is_in_the_file", [True, False])
def test_a_step_made_while_it_is_read_is_shown_and_in_the_file(
    worked_on: Driver, is_in_the_file: bool
) -> None:
    with read_but_not_shown() as (has_read, goes_on):
        open_again(worked_on)
        assert has_read.wait(20)
        worked_on.session.record_leaving("West", "no")
        if is_in_the_file:
            worked_on.qtbot.waitUntil(lambda: not worked_on.window.projects.is_writing)
        goes_on.set()
        worked_on.quiet()
    assert shown(worked_on) == ["Nordmagnet", "Sued", "West"]
    worked_on.session.record_leaving("East", "no")
    worked_on.quiet()
    assert in_the_file(worked_on) == ["Nordmagnet", "Sued", "West", "East"]


def test_what_is_withdrawn_after_it_was_read_is_not_shown(worked_on: Driver) -> None:
    with held() as wait:
        withdraw_the_last(worked_on)
        open_again(worked_on)
        worked_on.qtbot.waitUntil(lambda: worked_on.session.history.to_undo is not None)
        worked_on.qtbot.wait(100)
        wait.goes_on.set()
        worked_on.quiet()
    assert shown(worked_on) == ["Nordmagnet"]
    assert in_the_file(worked_on) == ["Nordmagnet"]


def test_asked_for_twice_at_once_it_is_opened_once_and_written_to(
    worked_on: Driver, tmp_path: Path
) -> None:
    other, may_go_on, whole = tmp_path / "other.lodestone", threading.Event(), open_for_window
    create_project(other).close()
    begun: list[Path] = []

    def slowly(path: Path) -> ProjectFile:
        begun.append(path)
        assert may_go_on.wait(20)
        return whole(path)

    with patch.object(project_desk, "open_for_window", slowly):
        worked_on.window.projects.open(other)
        worked_on.qtbot.waitUntil(lambda: bool(begun))
        worked_on.window.projects.open(other)
        worked_on.qtbot.wait(50)
        may_go_on.set()
        worked_on.quiet()
    project = worked_on.window.projects.file
    assert begun == [other]
    assert project is not None
    assert not project.is_read_only
    worked_on.session.record_leaving("East", "no")
    worked_on.quiet()
    assert in_the_file(worked_on) == ["East"]


@pytest.mark.parametrize("way", ["a link", "two dots"])
def test_one_project_is_written_to_by_whichever_path_it_is_opened(
    worked_on: Driver, tmp_path: Path, way: str
) -> None:
    projects = worked_on.window.projects
    path = projects.path
    assert path is not None
    other = tmp_path / "other"
    if way == "a link":
        try:
            other.symlink_to(path.parent, target_is_directory=True)
        except OSError:
            pytest.skip("Links are not allowed here")
        again = other / path.name
    else:
        other.mkdir()
        again = other / os.path.relpath(path, other)
    before = projects.file
    projects.open(again)
    worked_on.quiet()
    assert projects.path == again
    assert projects.file is before
    worked_on.session.record_leaving("East", "no")
    worked_on.quiet()
    stands = in_the_file(worked_on)
    assert stands[-1] == "East"
    worked_on.session.undo()  # the step, then the opening: the desk before it writes nothing back
    worked_on.session.undo()
    worked_on.quiet()
    assert projects.path != path
