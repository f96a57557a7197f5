"""Files given to a second start open in the window that runs; without one it starts its own."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.app import Application, meet_others
from desktop_app.ui.instance import Instance, hand_over, meeting_name
from tests.ui.driving import Driver
from tests.ui.handmade import PATHS

HAND_OVER = """
import sys
from pathlib import Path
from desktop_app.ui.instance import hand_over
sys.exit(0 if hand_over([Path(p) for p in sys.argv[2:]], sys.argv[1]) else 1)
"""


@pytest.fixture
def first(qapp: QApplication) -> Iterator[Instance]:
    instance = Instance(f"lodestone-test-{uuid4().hex}")
    assert instance.listen()
    yield instance
    instance.close()
    instance.deleteLater()


def test_a_second_start_hands_its_files_over(first: Instance, qtbot: QtBot, tmp_path: Path) -> None:
    came: list[list[Path]] = []
    first.files_came.connect(came.append)
    second = subprocess.Popen(
        [sys.executable, "-c", HAND_OVER, first.name, "teile ä.xlsx", "b.csv"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(came), timeout=20_000)
    assert came == [[tmp_path / "teile ä.xlsx", tmp_path / "b.csv"]]
    assert second.wait(timeout=20) == 0


def test_without_a_first_window_nothing_is_handed_over(qapp: QApplication) -> None:
    assert not hand_over([Path("a.xlsx")], f"lodestone-test-{uuid4().hex}")


def test_a_first_window_that_hangs_is_not_waited_for_and_opens_nothing_later(
    first: Instance, qtbot: QtBot
) -> None:
    """This very thread would have to answer: while it waits here, the first window hangs."""
    came: list[list[Path]] = []
    first.files_came.connect(came.append)
    began = time.monotonic()
    assert not hand_over([Path("a.xlsx")], first.name, patience_ms=100)
    assert time.monotonic() - began < 2
    qtbot.wait(100)
    assert came == []


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows end with their process")
def test_what_a_crash_left_is_taken_away(qapp: QApplication) -> None:
    name = f"lodestone-test-{uuid4().hex}"
    left = socket.socket(socket.AF_UNIX)
    left.bind(f"{tempfile.gettempdir()}/{name}")
    left.close()  # the file stays, nobody listens
    instance = Instance(name)
    assert instance.listen()
    instance.close()


def test_a_second_window_leaves_the_meeting_place_to_the_first(first: Instance) -> None:
    second = Instance(first.name)
    assert not second.listen()


@pytest.mark.parametrize("message", [b"no json\n", b'{"a": 1}\n', b"[1]\n", b'["a\\u0000"]\n'])
def test_nonsense_ends_the_conversation(first: Instance, qtbot: QtBot, message: bytes) -> None:
    came: list[list[Path]] = []
    first.files_came.connect(came.append)
    stranger = QLocalSocket()
    stranger.connectToServer(first.name)
    assert stranger.waitForConnected(1_000)
    stranger.write(message + b"open\n")
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: stranger.state() == gone)
    assert came == []


def test_names_alone_open_nothing(first: Instance, qtbot: QtBot) -> None:
    came: list[list[Path]] = []
    first.files_came.connect(came.append)
    half = QLocalSocket()
    half.connectToServer(first.name)
    assert half.waitForConnected(1_000)
    half.write(json.dumps(["a.xlsx"]).encode() + b"\n")
    qtbot.waitUntil(half.canReadLine)
    assert bytes(half.readLine().data()) == b"ready\n"
    half.abort()
    qtbot.wait(50)
    assert came == []


def test_the_name_tells_nobody_who_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ada.lovelace")
    monkeypatch.setenv("DISPLAY", ":0")
    here = meeting_name()
    assert "ada" not in here
    assert here == meeting_name()
    monkeypatch.setenv("DISPLAY", ":1")
    assert meeting_name() != here
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("getpass.getuser", lambda: "grace.hopper")
    assert meeting_name() != here


def test_the_window_opens_what_was_handed_over(
    qapp: Application, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qapp, "meeting", None)
    monkeypatch.setattr(qapp, "window", driver.window)
    name = f"lodestone-test-{uuid4().hex}"
    meet_others(qapp, name)
    command = [sys.executable, "-c", HAND_OVER, name, *map(str, PATHS)]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(Path.cwd())}) as second:
        driver.wait_for_result()
        assert second.wait(timeout=20) == 0
    assert len(driver.session.files) == len(PATHS)
    assert qapp.meeting is not None
    qapp.meeting.close()
