"""Kills a process while it keeps a desk at each step, and looks at what the next start finds.

``python -m tests.project.desk_kills 1000 --out FILE`` writes the result with date and commit;
``test_unsaved.py`` runs fifty. The victim does what the window does after each step of its user:
``bring_to`` on the project on the desk, or ``UnsavedDesk.write`` where there is none. It says where
it goes before a step and that it is there only after the call came back.
"""

import json
import os
import random
import shutil
import signal
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.model.findings import CodedError
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from desktop_app.project.bringing import Desk, bring_to, columns_of
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.recorded import Recorded, recorded_in
from desktop_app.project.unsaved import UnsavedDesk, left_behind, open_left
from tests.project.battery_result import run_by_hand
from tests.project.cases import magnet, table
from tests.project.faults import quick_folder

LONGEST = 0.15
"""Seconds a victim lives at most after its first word."""
MOMENTS = ("unsaved", "project", "first step")
ROWS = 300
DAY = date(2026, 11, 24)


@cache
def reading(number: int) -> Reading:
    rows = [magnet(f"M-{n}", stock_on_hand=float(n + number)) for n in range(ROWS)]
    file = SourceFile(f"/lists/{number}.xlsx", f"{number:064d}", "xlsx", "read")
    return Reading((file,), table(*rows))


def desk(step: int) -> Desk:
    """What lies on the desk after a step: another day at each, another list at every seventh."""
    said = RecordedFact("supplier", f"Nord {step % 5}", "leaves_china", answer="yes")
    return Desk(
        reading(step // 7),
        replace(Inquiry(DAY), on=DAY + timedelta(days=step)),
        {("f" * 16, ""): {"Zone": "plant" if step % 2 else "origin"}},
        Recorded(facts=(said,)),
    )


@dataclass
class Result:
    """Counts of one run, and every failure in words."""

    kills: int = 0
    acknowledged: int = 0
    moments: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest_restart: float = 0.0


def work(folder: Path, moment: str, seed: int, pipe: int) -> None:
    """The victim: steps without end, some taken back and taken again."""
    dice = random.Random(seed)  # noqa: S311

    def say(kind: str, step: int) -> None:
        os.write(pipe, json.dumps([kind, step]).encode() + b"\n")

    unsaved = UnsavedDesk(folder)
    project = open_project(folder / "work.lodestone", home=folder) if moment == "project" else None

    def keep(now: Desk) -> None:
        if project is None:
            unsaved.write(now)
        else:
            bring_to(project, now)

    say("at", 0)
    step = top = 0
    while True:
        if dice.random() < 0.25 and step > 1:
            step -= 1
        else:
            step = step + 1 if step < top and dice.random() < 0.5 else top + 1
            top = max(top, step)
        say("to", step)
        keep(desk(step))
        say("did", step)


def kill_once(folder: Path, moment: str, seed: int) -> list[list[Any]]:
    """One victim; what it said before it died."""
    dice = random.Random(seed)  # noqa: S311
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        try:
            work(folder, moment, seed, into)
        except BaseException as failure:
            os.write(into, json.dumps(["failed", repr(failure)]).encode() + b"\n")
        os._exit(1)
    os.close(into)
    with os.fdopen(out, "rb") as said:
        lines = [said.readline(), said.readline()]
        if moment != "first step":
            lines.append(said.readline())
        time.sleep(dice.random() * LONGEST)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines += said.read().splitlines()
    return [json.loads(line) for line in lines if line.endswith((b"\n", b"]"))]


def look(folder: Path, moment: str, said: list[list[Any]], result: Result) -> None:
    """The next start finds the desk of the last step that was acknowledged, or of the one after."""
    failed = [what for kind, what in said if kind == "failed"]
    assert not failed, f"the victim failed by itself: {failed}"
    done = [step for kind, step in said if kind == "did"]
    begun = [step for kind, step in said if kind == "to"]
    result.acknowledged += len(done)
    allowed = [desk(step) for step in {*done[-1:], *begun[-1:]}]
    started = time.perf_counter()
    if moment == "project":
        with open_project(folder / "work.lodestone", home=folder) as project:
            result.slowest_restart = max(result.slowest_restart, time.perf_counter() - started)
            assert not done or any(holds(project, one) for one in allowed), "a desk nobody left"
        return
    left = left_behind(folder)
    assert len(left) == 1 or not done, f"{len(left)} desks were found"
    for found in left:
        with open_left(found) as project:
            result.slowest_restart = max(result.slowest_restart, time.perf_counter() - started)
            assert not done or any(holds(project, one) for one in allowed), "a desk nobody left"
            project.reading()


def holds(project: ProjectFile, one: Desk) -> bool:
    stands = project.project
    return (
        {file.path for _, file in project.sources()} == {f.path for f in (one.reading or reading(0)).files}
        and stands.inquiry == one.inquiry
        and columns_of(stands.mappings) == one.columns
        and recorded_in(stands) == one.recorded
    )  # fmt: skip


def run(kills: int, seed: int = 0) -> Result:
    """Kills that many victims one after the other."""
    result = Result()
    with quick_folder() as name:
        create_project(name / "template.lodestone", home=name).close()
        for number in range(kills):
            moment = MOMENTS[number % len(MOMENTS)]
            folder = name / str(number)
            folder.mkdir()
            shutil.copyfile(name / "template.lodestone", folder / "work.lodestone")
            said = kill_once(folder, moment, seed + number)
            result.kills += 1
            result.moments[moment] += 1
            try:
                look(folder, moment, said, result)
            except (AssertionError, CodedError) as failure:
                words = failure.problem.code if isinstance(failure, CodedError) else failure
                result.failures.append(f"kill {seed + number} during {moment}: {words}")
            shutil.rmtree(folder)
    return result


def figures(kills: int, seed: int) -> tuple[dict[str, Any], list[str]]:
    result = run(kills, seed)
    return {
        "kills": result.kills, "acknowledged": result.acknowledged,
        "moments": dict(sorted(result.moments.items())),
        "slowest_restart_seconds": round(result.slowest_restart, 3),
    }, result.failures  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(run_by_hand("kill -9 of a desk being kept", "kills", figures))
