"""Nine kills of the window itself, one at each moment; the full thousand runs on demand, see ``window_kills``."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest

if os.name == "nt":
    pytest.skip("victims are forked, which Windows cannot", allow_module_level=True)

from desktop_app.model.inquiry import Inquiry
from desktop_app.ui.history import Desk
from tests.project.cases import TODAY
from tests.project.window_kills import ANYTHING, Victim, allowed, compare


def test_nine_kills_of_the_window_lose_nothing_it_took_for_written(tmp_path: Path) -> None:
    """In a process of its own: victims are forks of a window, and threads do not survive a fork."""
    out = tmp_path / "kills.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.project.window_kills", "9", "--out", str(out)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert out.exists(), done.stderr
    found = json.loads(out.read_text(encoding="utf-8"))
    assert done.returncode == 0, found["failures"]
    assert (found["kills"], found["lost_or_unreadable"]) == (9, 0)
    assert found["acknowledged"] >= 8
    assert len(found["moments"]) == 9


SAID = [["to", "a", "1 q"], ["to", "b", "9 q"], ["to", "a", "2 q"], ["did", "a", "1 q"],
        ["to", "a", "3 q"]]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "found", "loses"),
    [
        ([], "5 q", False),
        (SAID, "1 q", False),
        (SAID, "2 q", False),
        (SAID, "3 q", False),
        (SAID, "2 -", False),
        (SAID, "9 q", True),
        (SAID, "9 -", True),
        ([*SAID, ["did", "a", "2 q"]], "1 q", True),
        ([*SAID, ["did", "a", "3 q"]], "2 q", True),
        ([*SAID, ["did", "b", "9 q"]], "3 q", False),
        ([*SAID, ["to", "a", ANYTHING]], "8 q", False),
        ([*SAID, ["to", "a", ANYTHING], ["to", "a", "4 q"], ["did", "a", "4 q"]], "8 q", True),
    ],
)
def test_the_battery_notices_a_state_older_than_the_acknowledged(
    said: list[list[str]], found: str, loses: bool
) -> None:
    if loses:
        with pytest.raises(AssertionError, match="nobody left"):
            compare(found, allowed(said, "a"), "a")
    else:
        compare(found, allowed(said, "a"), "a")


def test_no_kill_comes_between_what_is_written_and_what_is_on_top_of_it() -> None:
    """A victim that goes back to a backup and withdraws something at once is shown the first while
    the second is in the file: killed after "did" and before "to", it had acknowledged too much."""
    victim, written = Victim.__new__(Victim), Desk(None, Inquiry(TODAY))
    victim.pipe, victim.going_back = 7, 1
    victim.projects = SimpleNamespace(_written={0: written}, path=Path("work.lodestone"))  # type: ignore[assignment]
    victim.session = SimpleNamespace(document=0, desk=written)  # type: ignore[assignment]
    with patch.object(os, "write") as write:
        victim.say_written()
    ((pipe, told),) = (call.args for call in write.call_args_list)
    said = [json.loads(line) for line in told.splitlines()]
    assert (pipe, [kind for kind, _, _ in said], said[-1][2]) == (7, ["did", "to"], ANYTHING)
