"""Kills a process while it keeps a desk at each step, and looks at what the next start finds.

``python -m tests.project.desk_kills 1000 --out FILE`` writes the result with date and commit;
``test_unsaved.py`` runs fifty. The victim does what the window does after each step of its user:
``bring_to`` on the project on the desk, or ``UnsavedDesk.write`` where there is none. It says where
it goes before a step and that it is there only after the call came back.
"""

import random
import shutil
import time
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

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
from tests.project.victims import Result, Said, killed, say

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


def work(folder: Path, moment: str, seed: int, pipe: int) -> None:
    """The victim: steps without end, some taken back and taken again."""
    dice = random.Random(seed)  # noqa: S311

    unsaved = UnsavedDesk(folder)
    project = open_project(folder / "work.lodestone", home=folder) if moment == "project" else None

    def keep(now: Desk) -> None:
        if project is None:
            unsaved.write(now)
        else:
            bring_to(project, now)

    say(pipe, "at", 0)
    step = top = 0
    while True:
        if dice.random() < 0.25 and step > 1:
            step -= 1
        else:
            step = step + 1 if step < top and dice.random() < 0.5 else top + 1
            top = max(top, step)
        say(pipe, "to", step)
        keep(desk(step))
        say(pipe, "did", step)


def kill_once(folder: Path, moment: str, seed: int) -> Said:
    """One victim; what it said before it died."""
    dice = random.Random(seed)  # noqa: S311
    told = 2 if moment == "first step" else 3
    return killed(
        lambda pipe: work(folder, moment, seed, pipe),
        lambda lines: len(lines) >= told,
        dice.random() * LONGEST,
    )


def look(folder: Path, moment: str, said: Said, result: Result) -> None:
    """The next start finds the desk of the last step that was acknowledged, or of the one after."""
    failed = [what for kind, *_, what in said if kind == "failed"]
    assert not failed, f"the victim failed by itself: {failed}"
    done = [step for kind, step in said if kind == "did"]
    begun = [step for kind, step in said if kind == "to"]
    result.acknowledged += len(done)
    allowed = [desk(step) for step in {*done[-1:], *begun[-1:]}]
    started = time.perf_counter()
    if moment == "project":
        with open_project(folder / "work.lodestone", home=folder) as project:
            result.restarted(started)
            assert not done or any(holds(project, one) for one in allowed), "a desk nobody left"
        return
    left = left_behind(folder)
    assert len(left) == 1 or not done, f"{len(left)} desks were found"
    for found in left:
        with open_left(found) as project:
            result.restarted(started)
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
            result.judge(seed + number, moment, partial(look, folder, moment, said, result))
            shutil.rmtree(folder)
    return result


def figures(kills: int, seed: int) -> tuple[dict[str, Any], list[str]]:
    return run(kills, seed).figures()


if __name__ == "__main__":
    raise SystemExit(run_by_hand("kill -9 of a desk being kept", "kills", figures))
