"""Cuts the power at any write of a session and looks at what the disk would hold.

A virtual file system of SQLite (apsw's) notes every write, sync, truncation and deletion while a
session runs through our own code. A cut after the k-th of them leaves everything synced before, and
of what was not, nothing, all, or any part in any order, torn at sectors of 512 bytes. The project
must then open by itself and hold at least what was acknowledged.

``python -m tests.project.power_loss 1000 --out FILE`` writes the result with date and commit.
"""

import hashlib
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from desktop_app.model.findings import CodedError
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from desktop_app.project.decisions import Setting
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.storage import sqlite_file
from tests.project.battery_result import run_by_hand
from tests.project.cases import magnet, table
from tests.project.faults import quick_folder
from tests.project.kills import mark
from tests.project.noted_disk import Driver, NotedDisk, Op
from tests.small_assessment import small_assessment

SECTOR = 512
NAME = "work.lodestone"


# --- recording -------------------------------------------------------------------------------


@dataclass
class Session:
    """What was written in which order. Acknowledgements stand between the writes; ``marks`` of the
    whole log by number; ``before``: the project as the session found it."""

    before: bytes
    ops: list[Op] = field(default_factory=list)
    marks: dict[int, str] = field(default_factory=dict)


@contextmanager
def _recording(log: list[Op], synchronous: str | None) -> Iterator[None]:
    disk = NotedDisk(log)
    arm = sqlite_file._arm_to_write

    def armed(connection: Any, record: object) -> None:
        arm(connection, record)
        if synchronous is not None:
            connection.execute(f"PRAGMA synchronous={synchronous}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite_file, "sqlite3", Driver())
        patch.setattr(sqlite_file, "_arm_to_write", armed)
        yield
    disk.unregister()


def record(folder: Path, seed: int, synchronous: str | None = None) -> Session:
    """One session of edits, an import, a kept run, a checkpoint, a closing and another opening."""
    dice = random.Random(seed)  # noqa: S311
    path, home = folder / NAME, folder / "home"
    with create_project(path, author="Ada", home=home) as made:
        for number in range(3):
            made.do(Setting("buyer", str(number)))
    session = Session(path.read_bytes())

    def acknowledge(number: int) -> None:
        session.ops.append(("ack", NAME, number))

    with _recording(session.ops, synchronous):
        for _ in range(2):
            with open_project(path, author="Ada", home=home) as project:
                acknowledge(len(project.ledger))
                for step in range(12):
                    project.do(Setting("buyer", "x" * dice.randint(1, 9000)))
                    acknowledge(len(project.ledger))
                    if step == 3:
                        project.add_files(_reading(dice))
                        acknowledge(len(project.ledger))
                    if step == 6:
                        project.keep_run(small_assessment(), str(dice.random()))
                    if step == 8:
                        project.settle()
                    if step == 9:
                        project.undo()
                        acknowledge(len(project.ledger))
    with open_project(path, home=home) as project:
        session.marks = {entry.number: mark(entry) for entry in project.ledger}
    return session


def _reading(dice: random.Random) -> Reading:
    rows = [magnet(f"M-{dice.random()}", stock_on_hand=float(n)) for n in range(400)]
    file = SourceFile(f"{dice.random()}.xlsx", hashlib.sha256(b"").hexdigest(), "xlsx", "read")
    return Reading((file,), table(*rows))


# --- cutting ---------------------------------------------------------------------------------


@dataclass
class _Image:
    """One file on the disk: what is safe, and what the disk may or may not have written yet."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Op] = field(default_factory=list)
    exists: bool = False
    """Whether its name is safe, too."""

    def sync(self) -> None:
        for op in self.pending:
            _apply(self.safe, op)
        self.pending.clear()
        self.exists = True


def cut(session: Session, after: int, dice: random.Random) -> tuple[dict[str, bytes], int]:
    """The files a cut after so many operations leaves, and how long the log must be at least.

    A deleted file may come back until the folder is synced, which SQLite does with a deletion where
    it asks for it, and with the first sync of every journal or log it has made (os_unix.c, unixSync).
    """
    images = {NAME: _Image(bytearray(session.before), exists=True)}
    deleted: dict[str, _Image] = {}
    acknowledged = 0
    for op in session.ops[:after]:
        kind, name = op[0], op[1]
        if kind == "ack":
            acknowledged = op[2]
        elif not name.startswith(NAME):
            continue
        elif kind == "delete":
            deleted[name] = images.pop(name, _Image())
            if op[2]:
                deleted.clear()
        else:
            deleted.pop(name, None)
            image = images.setdefault(name, _Image())
            if kind != "sync":
                image.pending.append(op)
                continue
            if not image.exists:
                deleted.clear()
            image.sync()
    images |= {name: image for name, image in deleted.items() if dice.random() < 0.5}
    return {
        name: bytes(_survives(image, dice))
        for name, image in images.items()
        if image.exists or dice.random() < 0.5
    }, acknowledged


def _survives(image: _Image, dice: random.Random) -> bytearray:
    left, mood = bytearray(image.safe), dice.choice(("nothing", "all", "any"))
    if mood == "nothing":
        return left
    pending = list(image.pending)
    if mood == "any":
        # A later write may be on the disk without an earlier one, but never below it.
        pending = [op for op in pending if dice.random() < 0.5]
    for op in pending:
        for piece in _torn(op, dice) if mood == "any" else [op]:
            _apply(left, piece)
    return left


def _torn(op: Op, dice: random.Random) -> Iterator[Op]:
    """The sectors of a write, each of them written or not."""
    if op[0] != "write" or dice.random() < 0.5:
        yield op
        return
    kind, name, offset, data = op
    start = 0
    while start < len(data):
        end = min(len(data), (offset + start) // SECTOR * SECTOR + SECTOR - offset)
        if dice.random() < 0.5:
            yield kind, name, offset + start, data[start:end]
        start = end


def _apply(content: bytearray, op: Op) -> None:
    if op[0] == "truncate":
        del content[op[2] :]
        content.extend(bytes(op[2] - len(content)))
    else:
        _, _, offset, data = op
        content.extend(bytes(max(0, offset + len(data) - len(content))))
        content[offset : offset + len(data)] = data


# --- looking ---------------------------------------------------------------------------------


@dataclass
class Result:
    """Counts of one run, and every failure in words."""

    cuts: int = 0
    failures: list[str] = field(default_factory=list)
    behind: int = 0
    """Cuts that left more than was acknowledged: written, but the answer never came."""


def look(folder: Path, files: dict[str, bytes], acknowledged: int, session: Session) -> int:
    """Opens what is left. Raises AssertionError or CodedError; how far the log came."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with open_project(folder / NAME, home=folder / "home") as project:
        project.reading()
        for kept in project.runs():
            project.reopen(kept)
        found = {entry.number: mark(entry) for entry in project.ledger}
    wrong = [number for number, said in found.items() if session.marks.get(number) != said]
    if wrong or len(found) < acknowledged:
        raise AssertionError(f"{len(found)} of {acknowledged} acknowledged, changed: {wrong}")
    return len(found)


def run(cuts: int, seed: int = 0, synchronous: str | None = None) -> Result:
    """Cuts the power that many times, spread evenly over the writes of several sessions."""
    result, dice = Result(), random.Random(seed)  # noqa: S311
    with quick_folder() as folder:
        sessions = max(1, min(10, cuts // 50))
        for number in range(sessions):
            place = folder / f"session-{number}"
            place.mkdir()
            session = record(place, seed + number, synchronous)
            share = cuts // sessions + (number < cuts % sessions)
            for at in range(share):
                after = 1 + (len(session.ops) - 1) * at // max(1, share - 1)
                files, acknowledged = cut(session, after, dice)
                desk = folder / "desk"
                desk.mkdir()
                result.cuts += 1
                try:
                    result.behind += look(desk, files, acknowledged, session) > acknowledged
                except (AssertionError, CodedError) as failure:
                    said = failure.problem.code if isinstance(failure, CodedError) else failure
                    result.failures.append(f"session {seed + number} after {after}: {said}")
                shutil.rmtree(desk)
    return result


def figures(cuts: int, seed: int) -> tuple[dict[str, Any], list[str]]:
    result = run(cuts, seed)
    return {"cuts": result.cuts, "left_more_than_acknowledged": result.behind}, result.failures


if __name__ == "__main__":
    raise SystemExit(run_by_hand("power loss", "cuts", figures))
