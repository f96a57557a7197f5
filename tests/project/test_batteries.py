"""Fifty kills and twenty-five power cuts; the full thousands run on demand, see kills and power_loss."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app.project.decisions import Setting
from desktop_app.project.opening import create_project

if os.name == "nt":
    pytest.skip("victims are forked, which Windows cannot", allow_module_level=True)

from tests.project import power_loss
from tests.project.kills import Wreck, look, mark
from tests.project.victims import Result


def test_fifty_kills_lose_nothing_and_every_project_opens(tmp_path: Path) -> None:
    """In a process of its own: victims are forks, and Qt's threads do not survive a fork."""
    out = tmp_path / "kills.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.project.kills", "50", "--out", str(out)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert out.exists(), done.stderr
    found = json.loads(out.read_text(encoding="utf-8"))
    assert done.returncode == 0, found["failures"]
    assert found["kills"] == 50
    assert found["lost_or_unreadable"] == 0
    assert found["acknowledged"] > 50
    assert len(found["moments"]) >= 8
    assert found["slowest_restart_seconds"] < 3


@pytest.mark.parametrize(
    ("said", "loses"),
    [
        ([], False),
        ([["did", 1, "right"]], False),
        ([["did", 1, "wrong"]], True),
        ([["did", 2, "right"]], True),
        ([["did", 1, "wrong"], ["restored", 1, ["right"]]], False),
        ([["did", 1, "right"], ["restored", 1, ["wrong"]]], True),
        ([["did", 1, "wrong"], ["restoring", 1, "no such backup"]], True),
        ([["did", 2, "wrong"], ["restoring", 1, "backup"]], False),
        ([["failed", 0, "RuntimeError"]], True),
    ],
)
def test_the_battery_notices_what_is_lost(tmp_path: Path, said: list[Any], loses: bool) -> None:
    with create_project(tmp_path / "work.lodestone", home=tmp_path / "home") as made:
        right = mark(made.do(Setting("buyer", "a")))
        words = {"right": right, "backup": made.back_up().path.name}
    told = [
        [kind, number, [words.get(w, w) for w in what] if isinstance(what, list) else
         words.get(what, what)]
        for kind, number, what in said
    ]  # fmt: skip
    if loses:
        with pytest.raises(AssertionError, match=r"lost|failed"):
            look(tmp_path, "edit", Wreck(told), Result())
    else:
        look(tmp_path, "edit", Wreck(told), Result())


def test_twenty_five_power_cuts_lose_nothing_and_every_project_opens() -> None:
    result = power_loss.run(25, seed=1)
    assert (result.cuts, result.failures) == (25, [])


def test_the_power_battery_notices_a_disk_that_is_never_synced() -> None:
    """The same cuts with the database told not to sync lose acknowledged work."""
    assert len(power_loss.run(20, seed=1, synchronous="OFF").failures) > 2
