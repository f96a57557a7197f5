"""Kills a process at random moments of its work on a project and looks at what is left.

``python -m tests.project.kills 1000 --out FILE`` writes the result with date and commit;
``test_batteries.py`` runs fifty. A victim reports each thing done only after the call came back;
whatever it reported must be in the project to the letter, and the project must open by itself.
"""

import hashlib
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from desktop_app.project.activity import Activity
from desktop_app.project.backups import backups_of
from desktop_app.project.corrections import Correction
from desktop_app.project.decisions import Setting
from desktop_app.project.file import ProjectFile
from desktop_app.project.keys import PartKey
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.portable import export_project, import_project
from desktop_app.project.whole_files import partial_of
from tests.project.battery_result import run_by_hand
from tests.project.cases import magnet, table
from tests.project.examples.__main__ import FOLDER
from tests.project.faults import quick_folder
from tests.project.victims import Result, killed, say
from tests.small_assessment import small_assessment

LONGEST = 0.25
"""Seconds a victim lives at most; it never ends by itself before."""


@dataclass
class Wreck:
    """What a victim said before it died."""

    said: list[list[Any]] = field(default_factory=list)

    @property
    def entries(self) -> dict[int, str]:
        """Mark of each acknowledged activity, since the last return to a backup."""
        found: dict[int, str] = {}
        for kind, number, mark in self.said:
            if kind == "did":
                found[number] = mark
            elif kind == "restored":  # what it says now is all there is
                found = dict(enumerate(mark, 1))
        return found

    @property
    def returning_to(self) -> str | None:
        """The name of the backup it was going back to when it died."""
        return self.said[-1][2] if self.said and self.said[-1][0] == "restoring" else None


def mark(entry: Activity) -> str:
    return hashlib.sha256(repr(entry).encode()).hexdigest()[:16]


# --- the victim ------------------------------------------------------------------------------


class Victim:
    """Works on a project without end, and says what it is at and what is done."""

    def __init__(self, folder: Path, seed: int, pipe: int) -> None:
        self.folder, self.dice, self.pipe = folder, random.Random(seed), pipe  # noqa: S311

    def work(self, moment: str) -> None:
        path = self.folder / "work.lodestone"
        self.say("at", 0, moment)
        if moment == "first start":
            path.unlink()
            project = create_project(path, author="Ada", home=self.folder / "home")
        else:
            project = open_project(path, author="Ada", home=self.folder / "home")
        self.say("opened", len(project.ledger), "")
        deeds: dict[str, Callable[[ProjectFile], None]] = {
            "edit": self.edit, "import": self.take_in, "backup": self.back_up,
            "restore": self.restore, "export": self.export, "run": self.keep_run,
            "session": self.reopen,
        }  # fmt: skip
        while True:
            name = moment if moment in deeds and self.dice.random() < 0.7 else "edit"
            if name == "session":
                project.close()
                project = open_project(path, author="Ada", home=self.folder / "home")
            else:
                deeds[name](project)

    def say(self, kind: str, number: int, what: str | list[str]) -> None:
        say(self.pipe, kind, number, what)

    def did(self, entry: Activity | None) -> None:
        if entry is not None:
            self.say("did", entry.number, mark(entry))

    def edit(self, project: ProjectFile) -> None:
        dice = self.dice.random()
        if dice < 0.2:
            self.did(project.undo())
        elif dice < 0.3:
            self.did(project.redo())
        elif dice < 0.4:
            self.did(project.revert(self.dice.randint(1, len(project.ledger) or 1)))
        elif dice < 0.7:
            self.did(project.do(Setting("buyer", "x" * self.dice.randint(1, 3000))))
        else:
            key = PartKey("m1", "nord", "0" * 16)
            value = float(self.dice.randint(0, 999))
            self.did(project.do(Correction(key, "stock_on_hand", 1.0, None, value)))

    def take_in(self, project: ProjectFile) -> None:
        rows = [magnet(f"M-{n}", stock_on_hand=float(n)) for n in range(1500)]
        data = self.dice.randbytes(200_000)
        sha256 = hashlib.sha256(data).hexdigest()
        file = self.folder / "parts.bin"
        file.write_bytes(data)
        reading = Reading((SourceFile(str(file), sha256, "xlsx", "read"),), table(*rows))
        self.did(project.add_files(reading))

    def back_up(self, project: ProjectFile) -> None:
        project.back_up()

    def restore(self, project: ProjectFile) -> None:
        known = backups_of(project.path, self.folder / "home")
        if not known:
            project.back_up()
            return
        self.say("restoring", known[0].number, known[0].path.name)
        project.restore(known[0])
        self.say("restored", known[0].number, [mark(entry) for entry in project.ledger])

    def export(self, project: ProjectFile) -> None:
        export_project(project, self.folder / "out.zip")

    def keep_run(self, project: ProjectFile) -> None:
        project.keep_run(small_assessment(), str(self.dice.random()))

    def reopen(self, _project: ProjectFile) -> None:
        """Closing and opening; see ``work``."""


MOMENTS = (
    "edit", "import", "backup", "restore", "export", "run", "session", "migration", "first start",
)  # fmt: skip


# --- the killing -----------------------------------------------------------------------------


def kill_once(template: Path, folder: Path, seed: int) -> tuple[str, Wreck]:
    """One victim, killed at a moment drawn from ``seed``; what it said."""
    dice = random.Random(seed)  # noqa: S311
    moment = dice.choice(MOMENTS)
    origin = FOLDER / "schema_0001.lodestone" if moment == "migration" else template
    shutil.copyfile(origin, folder / "work.lodestone")
    waits = moment not in ("first start", "migration") and dice.random() < 0.9
    told = 2 if waits else 1  # it is open after its second line; else it dies while it opens
    said = killed(
        lambda pipe: Victim(folder, seed, pipe).work(moment),
        lambda lines: len(lines) >= told,
        dice.random() * LONGEST,
    )
    return moment, Wreck(said)


def look(folder: Path, moment: str, wreck: Wreck, result: Result) -> None:
    """Opens what is left and compares it with what was acknowledged."""
    path, home = folder / "work.lodestone", folder / "home"
    failed = [what for kind, _, what in wreck.said if kind == "failed"]
    if failed:
        raise AssertionError(f"the victim failed by itself: {failed}")
    if not path.exists():
        if moment != "first start" or wreck.entries:
            raise AssertionError("the project is gone")
        create_project(path, home=home).close()
    started = time.perf_counter()
    with open_project(path, home=home) as project:
        result.restarted(started)
        _compare(project, wreck, home)
        project.reading()
        for run in project.runs():
            project.reopen(run)
        entry = project.do(Setting("buyer", "afterwards"))
        assert project.ledger[entry.number] == entry
    left = {p.name for p in folder.iterdir()} - {"work.lodestone", "home", "parts.bin", "out.zip"}
    left -= {partial_of(folder / "out.zip").name}
    assert left == set(), left
    for backup in backups_of(path, home):
        copy = Path(shutil.copy(backup.path, folder / "backup.lodestone"))
        with open_project(copy, home=home / "other") as kept:
            assert len(kept.ledger) == backup.number
    if (folder / "out.zip").exists():
        import_project(folder / "out.zip", folder / "in.lodestone", home=home).close()


def _compare(project: ProjectFile, wreck: Wreck, home: Path) -> None:
    """Every acknowledged activity is there to the letter, or a return to a backup just came off."""
    here = [mark(entry) for entry in project.ledger]
    lost = [number for number, said in wreck.entries.items() if here[number - 1 : number] != [said]]
    if lost and here != _marks_of_backup(project.path, wreck.returning_to, home):
        raise AssertionError(f"lost activities {lost} of {len(here)}")


def _marks_of_backup(path: Path, name: str | None, home: Path) -> list[str] | None:
    for backup in backups_of(path, home):
        if backup.path.name == name:
            with open_project(backup.path, read_only=True, home=home) as kept:
                return [mark(entry) for entry in kept.ledger]
    return None


def run(kills: int, seed: int = 0) -> Result:
    """Kills that many victims one after the other."""
    result = Result()
    with quick_folder() as name:
        template = name / "template.lodestone"
        with create_project(template, author="Ada", home=name / "home") as made:
            for number in range(5):
                made.do(Setting("buyer", str(number)))
        for number in range(kills):
            folder = name / str(number)
            folder.mkdir()
            moment, wreck = kill_once(template, folder, seed + number)
            result.acknowledged += len(wreck.entries)
            result.judge(seed + number, moment, partial(look, folder, moment, wreck, result))
            shutil.rmtree(folder)
    return result


def figures(kills: int, seed: int) -> tuple[dict[str, Any], list[str]]:
    return run(kills, seed).figures()


if __name__ == "__main__":
    raise SystemExit(run_by_hand("kill -9", "kills", figures))
