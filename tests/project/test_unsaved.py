"""A desk in no project is on the disk at each step, is found after a crash, and goes with the window."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.model.findings import CodedError
from desktop_app.project.ownership import holder_now
from desktop_app.project.rules import project_rules
from desktop_app.project.unsaved import FOLDER, NAME, UnsavedDesk, forget, left_behind, open_left
from tests.project.desk_kills import desk, holds

pytestmark = pytest.mark.filterwarnings("error")
DAY = 86_400.0


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def crashed(home: Path, step: int, name: str = "desk-crashed") -> Path:
    """A copy of what a window keeps lies there as if its program had been killed."""
    kept = UnsavedDesk(home)
    kept.write(desk(step))
    (folder,) = (path for path in (home / FOLDER).glob("desk-*") if holder_now(path / NAME))
    shutil.copytree(folder, home / name)
    kept.discard()
    return (home / name).rename(home / FOLDER / name)


@pytest.mark.skipif(os.name == "nt", reason="victims are forked, which Windows cannot")
def test_twenty_kills_lose_no_step_of_a_desk(tmp_path: Path) -> None:
    """In a process of its own: victims are forks, and Qt's threads do not survive a fork."""
    out = tmp_path / "kills.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.project.desk_kills", "20", "--out", str(out)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert out.exists(), done.stderr
    found = json.loads(out.read_text(encoding="utf-8"))
    assert done.returncode == 0, found["failures"]
    assert (found["kills"], found["lost_or_unreadable"]) == (20, 0)
    assert found["acknowledged"] > 20
    assert len(found["moments"]) == 3
    assert found["slowest_restart_seconds"] < 3


@pytest.mark.skipif(os.name == "nt", reason="victims are forked, which Windows cannot")
@pytest.mark.parametrize(
    ("said", "loses"),
    [
        ([["to", 3], ["did", 3]], False),
        ([["did", 3], ["to", 4]], False),
        ([["did", 2], ["to", 3]], False),
        ([["did", 4], ["to", 5]], True),
        ([["did", 2], ["to", 2]], True),
        ([["failed", "RuntimeError"]], True),
    ],
)
def test_the_battery_notices_a_lost_step(home: Path, said: list[Any], loses: bool) -> None:
    from tests.project.desk_kills import look
    from tests.project.victims import Result

    crashed(home, 3)
    if loses:
        with pytest.raises(AssertionError):
            look(home, "unsaved", said, Result())
    else:
        look(home, "unsaved", said, Result())


def test_the_battery_notices_that_nothing_was_found(home: Path) -> None:
    from tests.project.desk_kills import look
    from tests.project.victims import Result

    with pytest.raises(AssertionError, match="0 desks"):
        look(home, "unsaved", [["did", 1]], Result())


def test_the_last_step_is_what_is_found(home: Path) -> None:
    crashed(home, 3)
    (left,) = left_behind(home)
    with open_left(left) as project:
        assert holds(project, desk(3))
    assert abs(left.changed - time.time()) < 600


def test_what_a_window_has_open_is_not_offered_to_another(home: Path) -> None:
    kept = UnsavedDesk(home)
    kept.write(desk(1))
    assert left_behind(home) == ()
    kept.write(desk(2))
    kept.discard()
    assert left_behind(home) == ()
    assert not kept.is_kept


def test_the_newest_comes_first_and_the_old_is_forgotten(home: Path) -> None:
    older, newer = crashed(home, 1, "desk-a"), crashed(home, 2, "desk-b")
    now = time.time()
    for folder, age in ((older, 3 * DAY), (newer, 1 * DAY)):
        for path in (*folder.rglob("*"), folder):
            os.utime(path, (now - age, now - age))
    assert [left.folder for left in left_behind(home, now)] == [newer, older]
    late = now + (project_rules().unsaved_days - 2) * DAY
    assert [left.folder for left in left_behind(home, late)] == [newer]
    assert not older.exists()
    forget(left_behind(home, now)[0])
    assert left_behind(home, now) == ()


def test_a_window_that_just_starts_is_left_alone(home: Path) -> None:
    folder = home / FOLDER / "desk-starting"
    folder.mkdir(parents=True)
    assert left_behind(home) == ()
    assert folder.exists()
    assert left_behind(home, time.time() + 2 * DAY) == ()
    assert not folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the user's folder from others by itself")
def test_nobody_else_can_read_it(home: Path) -> None:
    kept = UnsavedDesk(home)
    kept.write(desk(1))
    (folder,) = (home / FOLDER).iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    kept.discard()
    assert not any(path.is_file() for path in home.rglob("*"))


def test_where_nothing_can_be_written_it_is_said_and_tried_again(home: Path) -> None:
    home.mkdir()
    (home / FOLDER).write_text("in the way", encoding="utf-8")
    kept = UnsavedDesk(home)
    with pytest.raises(CodedError):
        kept.write(desk(1))
    (home / FOLDER).unlink()
    kept.write(desk(1))
    assert kept.is_kept
    kept.discard()
