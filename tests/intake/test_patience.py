"""A reader has its time by the work it does: a hang is ended, an honest one on a busy machine is not."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.intake.patience import CEILING_TIMES, Patience
from desktop_app.intake.process_work import Work, work_of
from desktop_app.intake.reader_child import LARGE_TIMES
from desktop_app.intake.refusal import Refused
from desktop_app.intake.sandbox import Reader
from desktop_app.model.findings import msg
from desktop_app.model.progress import silent
from tests.intake.test_sandbox import LIST, child
from tests.workbooks.build import make_csv

MIB = 1 << 20


def _ended_after(
    patience: Patience, processor: float, moves: int, grows: int, at_most: int = 10_000
) -> float | None:
    """Seconds by the clock until a child is ended that in each of them uses ``processor`` seconds,
    moves so many bytes and grows by so many; None where it still runs after ``at_most``."""
    for number in range(1, at_most * 10 + 1):
        now = number / 10
        work = Work(now * processor, int(now * moves))
        if patience.is_over(now, work, int(now * grows) + 1):
            return now
    return None


def test_a_child_that_spins_is_ended_by_its_processor_time() -> None:
    ended = _ended_after(Patience(28, 0, Work(0)), processor=1, moves=0, grows=0)
    assert ended == pytest.approx(28.1, abs=0.2)


def test_a_child_that_waits_is_ended_though_it_uses_no_processor() -> None:
    ended = _ended_after(Patience(28, 0, Work(0)), processor=0, moves=0, grows=0)
    assert ended == pytest.approx(28.1, abs=0.2)


def test_a_child_that_spins_on_a_busy_machine_is_ended_as_soon() -> None:
    ended = _ended_after(Patience(28, 0, Work(0)), processor=0.1, moves=0, grows=0)
    assert ended == pytest.approx(28.1, abs=0.2)


@pytest.mark.parametrize(("moves", "grows"), [(MIB, 0), (0, MIB)])
def test_an_honest_child_has_its_time_however_busy_the_machine_is(moves: int, grows: int) -> None:
    ended = _ended_after(Patience(28, 0, Work(0)), 0.1, moves, grows)
    assert ended == pytest.approx(280, abs=1)


def test_a_long_list_may_use_more() -> None:
    patience = Patience(28, 0, Work(0))
    patience.allow_large()
    ended = _ended_after(patience, processor=0.5, moves=MIB, grows=0)
    assert ended == pytest.approx(28 * LARGE_TIMES / 0.5, abs=1)


@pytest.mark.parametrize(("processor", "seconds"), [(0.1, 28 * LARGE_TIMES), (0.001, 28)])
def test_a_long_list_that_shows_no_progress_must_use_the_processor(
    processor: float, seconds: float
) -> None:
    patience = Patience(28, 0, Work(0))
    patience.allow_large()
    ended = _ended_after(patience, processor, moves=0, grows=0)
    assert ended == pytest.approx(seconds, abs=1)


def test_what_trickles_for_ever_is_ended_by_the_clock_at_last() -> None:
    ended = _ended_after(Patience(28, 0, Work(0)), processor=0.001, moves=MIB, grows=0)
    assert ended == pytest.approx(28 * CEILING_TIMES, abs=1)


def test_the_time_of_earlier_files_does_not_count() -> None:
    patience = Patience(28, 0, Work(500, 9 * MIB))
    assert not patience.is_over(1, Work(501, 9 * MIB), MIB)
    assert patience.spent == pytest.approx(1)


def test_a_machine_that_slept_has_not_used_up_the_time() -> None:
    patience = Patience(28, 0, Work(0))
    assert not patience.is_over(8 * 3600, Work(0.1), MIB)
    assert not patience.is_over(8 * 3600 + 5, Work(0.1), MIB)


def test_where_the_system_does_not_say_the_clock_counts() -> None:
    patience = Patience(2, 0, None)
    assert not any(patience.is_over(n / 10, None, None) for n in range(1, 20))
    assert patience.is_over(2.2, None, None)


def test_work_of_this_and_of_no_process(tmp_path: Path) -> None:
    before = work_of(os.getpid())
    sum(range(2_000_000))
    (tmp_path / "moved").write_bytes(bytes(MIB))
    after = work_of(os.getpid())
    assert before is not None
    assert after is not None
    assert after.seconds >= before.seconds > 0
    if sys.platform != "darwin" and after.moved:
        assert after.moved - before.moved >= MIB
    assert work_of(2**22 + 5) is None


SLOW = """
held = []
for _ in range(10):
    time.sleep(0.2)
    held.append(bytearray(3_000_000))
answer = b'{"sheets": []}'
frame = len(answer).to_bytes(8, 'big') + answer + bytes(8)
sys.stdout.buffer.write(len(frame).to_bytes(8, 'big') + frame)
sys.stdout.flush()
time.sleep(60)
"""


def test_a_reader_that_goes_on_slowly_is_waited_for(tmp_path: Path) -> None:
    """It takes more than three times its seconds by the clock, and hardly any of the processor."""
    start = time.monotonic()
    with Reader(0.6, child(SLOW)) as reader:
        found = reader.read(make_csv(tmp_path / "x.csv", LIST), msg("Reading"), silent)
    assert found["sheets"] == []
    assert time.monotonic() - start > 1.8


def test_a_reader_that_spins_is_ended(tmp_path: Path) -> None:
    spin = "while True: pass"
    with Reader(0.6, child(spin)) as reader, pytest.raises(Refused) as refused:
        reader.read(make_csv(tmp_path / "x.csv", LIST), msg("Reading"), silent)
    assert refused.value.code == "E_TIMEOUT"


def test_a_reader_without_a_parent_ends_by_itself() -> None:
    """The program may be gone while its child spins; the system ends it then (not on Windows)."""
    if sys.platform == "win32":
        return
    code = (
        "from desktop_app.intake import reader_child\n"
        "reader_child.GRACE = 0\n"
        "reader_child.limit_cpu(0.01)\n"
        "while True: pass"
    )
    done = subprocess.run([sys.executable, "-c", code], timeout=60, check=False)
    assert done.returncode == -24
