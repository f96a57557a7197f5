"""A project that the user gave up while it was being made, or that could not be filled, is not there."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt

from desktop_app.model.findings import CodedError
from desktop_app.model.progress import Report
from desktop_app.project import problems
from desktop_app.project.opening import open_project
from desktop_app.ui.jobs import WORKERS
from desktop_app.ui.new_file import NewFile
from desktop_app.ui.write_turns import Turns
from tests.ui.driving import Driver


@pytest.mark.parametrize("is_complete", [False, True])
def test_esc_while_saving_under_a_new_name_leaves_no_file(
    filled: Driver, tmp_path: Path, is_complete: bool
) -> None:
    """Also where the work has ended and the window has only not heard of it yet."""
    goes_on, ended, target = threading.Event(), threading.Event(), tmp_path / "given up.lodestone"
    whole = NewFile.whole

    def watched(new: NewFile, work: Callable[[Report], Any]) -> Callable[[Report], Any]:
        def run(report: Report) -> Any:
            assert goes_on.wait(20)
            made = whole(new, work)(report)
            ended.set()
            return made

        return run

    with patch.object(NewFile, "whole", watched):
        filled.window.projects.save(target)
        if is_complete:
            goes_on.set()
            assert ended.wait(20)
            assert target.exists()
        filled.key(Qt.Key.Key_Escape)
        goes_on.set()
        filled.quiet()
    assert list(tmp_path.glob("given up*")) == []
    assert filled.window.projects.path is None
    assert "No project was made as given up.lodestone" in filled.window.strip.words.text()


def test_esc_before_the_work_began_is_said_too(filled: Driver, tmp_path: Path) -> None:
    goes_on = threading.Event()
    for _ in range(WORKERS):  # nobody is free to begin
        filled.session.jobs.start(lambda _report: goes_on.wait(20), lambda _is_set: None)
    filled.window.projects.save(tmp_path / "given up.lodestone")
    filled.key(Qt.Key.Key_Escape)
    goes_on.set()
    filled.quiet()
    assert list(tmp_path.glob("given up*")) == []
    assert "No project was made as given up.lodestone" in filled.window.strip.words.text()


def test_esc_while_its_own_project_is_saved_says_nothing_of_a_new_one(
    filled: Driver, tmp_path: Path
) -> None:
    filled.window.projects.save(tmp_path / "work.lodestone")
    filled.quiet()
    filled.window.projects.save(tmp_path / "work.lodestone")
    filled.key(Qt.Key.Key_Escape)
    filled.quiet()
    assert "No project was made" not in filled.window.strip.words.text()
    assert (tmp_path / "work.lodestone").exists()


def test_the_same_name_can_be_saved_under_afterwards(filled: Driver, tmp_path: Path) -> None:
    target = tmp_path / "work.lodestone"
    filled.window.projects.save(target)
    filled.key(Qt.Key.Key_Escape)
    filled.quiet()
    filled.window.projects.save(target)
    filled.quiet()
    assert filled.window.projects.path == target
    filled.window.projects.close()
    with open_project(target) as project:
        assert len(project.sources()) == 4


def test_a_disk_that_fills_up_leaves_no_half_project(filled: Driver, tmp_path: Path) -> None:
    target = tmp_path / "work.lodestone"
    full = CodedError(problems.exists(target).problem)
    with patch.object(Turns, "bring", side_effect=full):
        filled.window.projects.save(target)
        filled.quiet()
    assert filled.window.strip.property("kind") == "error"
    assert not target.exists()
    filled.window.projects.save(target)
    filled.quiet()
    assert filled.window.projects.path == target


def test_what_was_there_before_is_never_taken_away(filled: Driver, tmp_path: Path) -> None:
    target = tmp_path / "theirs.lodestone"
    target.write_text("mine", encoding="utf-8")
    filled.window.projects.save(target)
    filled.key(Qt.Key.Key_Escape)
    filled.quiet()
    assert target.read_text(encoding="utf-8") == "mine"
