"""Kills the window itself while its user works, and looks at what the next start finds.

``python -m tests.project.window_kills 1000 --out FILE`` writes the result with date and commit;
``test_window_kills.py`` runs nine. The victim is the whole window with all its pages, not yet on
the screen, driven through the actions its menus call; only reading lists and judging them is stood
in for, which write nothing. What counts as acknowledged is what the window itself takes for written: after that no kill
may lose it. Between two acknowledgements any state the user went through may be found.
"""

import hashlib
import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from desktop_app import pipeline
from desktop_app.model.findings import msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from desktop_app.project.backups import backups_of
from desktop_app.project.bringing import Desk as Held
from desktop_app.project.bringing import bring_to
from desktop_app.project.corrections import Correction
from desktop_app.project.keys import PartKey
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.portable import import_project
from desktop_app.project.unsaved import left_behind, open_left
from desktop_app.ui.app import Application, open_window
from desktop_app.ui.correct_lines import with_corrections
from desktop_app.ui.failures import Failure
from desktop_app.ui.history import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.project_deed import Deed
from desktop_app.ui.settings import Settings, SettingsFile
from desktop_app.ui.unsaved import Unsaved, keep_unsaved
from tests.project.battery_result import run_by_hand
from tests.project.cases import magnet, table
from tests.project.desk_marks import NO_QUESTION, mark_of_desk, mark_of_project
from tests.project.faults import quick_folder
from tests.project.victims import Result, Said, killed, say_at_once
from tests.ui.handmade import handmade_pipeline

LONGEST = 0.25
"""Seconds a victim lives at most after its window stands with its first desk."""
LONGEST_PAUSE_MS = 25
MOMENTS = ("edit", "undo", "import", "save", "export", "backup", "open", "close", "unsaved")
ROWS = 40
DAY = date(2026, 11, 24)
UNSAVED, ANYTHING = "", "?"
"""Where a desk lies that is in no project, and the mark of what cannot be told beforehand."""


def projects_in(folder: Path) -> list[Path]:
    """All projects there; what begins with "~$" only says who has one open."""
    return sorted(p for p in folder.glob("*.lodestone") if not p.name.startswith("~$"))


# --- the victim ------------------------------------------------------------------------------


def read_list(
    paths: Sequence[Path], _report: object = None, _passwords: object = (), _said: object = None,
    **_on: object,
) -> Reading:  # fmt: skip
    """Stands in for intake: the list is what its file says by its bytes."""
    path = Path(paths[0])
    data = path.read_bytes()
    rows = [magnet(f"{path.stem}-{n}", stock_on_hand=float(n + data[0])) for n in range(ROWS)]
    file = SourceFile(str(path), hashlib.sha256(data).hexdigest(), "csv", "read")
    return Reading((file,), table(*rows))


class Victim:
    """A window and the hands of its user; says where it goes before each step and what is kept."""

    def __init__(self, window: MainWindow, folder: Path, seed: int, pipe: int) -> None:
        self.window, self.folder, self.pipe = window, folder, pipe
        self.session, self.projects = window.session, window.projects
        self.dice = random.Random(seed)  # noqa: S311
        self.moment, self.count, self.going_back = "", 0, 0
        self.deeds: dict[str, Callable[[], None]] = {
            "edit": self.edit, "undo": self.undo, "import": self.take_in, "save": self.save,
            "export": self.export, "backup": self.go_back, "open": self.open, "close": self.close,
            "unsaved": self.edit,
        }  # fmt: skip
        # Its user says where to go before the window hears of it.
        self.session.history_changed.disconnect(self.projects._autosave)
        self.session.history_changed.connect(self.say_where)
        self.session.history_changed.connect(self.projects._autosave)
        keep_unsaved(window)
        unsaved = window.findChild(Unsaved)
        assert unsaved is not None
        self.unsaved, self._is_kept = unsaved, unsaved._is_kept
        unsaved.__dict__["_is_kept"] = self.desk_is_kept
        self._show, self.projects.__dict__["_show"] = self.projects._show, self.went_back
        self.projects.saved.connect(self.say_written)
        self.projects.changed.connect(self.say_written)
        self.projects.exported.connect(lambda path: self.say("exported", path.name, ""))
        self.session.work_failed.connect(self.fail)

    def say(self, kind: str, where: str, what: str) -> None:
        say_at_once(self.pipe, [(kind, where, what)])

    @property
    def where(self) -> str:
        return UNSAVED if self.projects.path is None else self.projects.path.name

    def say_where(self) -> None:
        self.say("to", self.where, mark_of_desk(self.session.desk))

    def say_written(self, _path: object = None) -> None:
        """What may be on top of it already is said with it: killed between the two, the victim would
        have acknowledged more than it did."""
        written = self.projects._written.get(self.session.document)
        if written is None or self.where == UNSAVED:
            return
        lines = [("did", self.where, mark_of_desk(written))]
        if written.differs_from(self.session.desk):  # left before it lay in this project
            lines.append(("to", self.where, mark_of_desk(self.session.desk)))
        if self.going_back:  # it comes on top of that, and is in the file before it is shown
            lines.append(("to", self.where, ANYTHING))
        say_at_once(self.pipe, lines)

    def desk_is_kept(self, desk: Desk) -> None:
        self._is_kept(desk)
        self.say("did", UNSAVED, mark_of_desk(desk))

    def fail(self, failure: Failure) -> None:
        self.say("failed", self.where, f"{failure.problem.code} {failure.details}")

    def start(self, moment: str) -> None:
        self.moment = moment
        if moment == "unsaved":
            self.take_in()
        else:
            self.projects.open(self.folder / "work.lodestone")
        QTimer.singleShot(0, self.wait_for_the_first_desk)

    def wait_for_the_first_desk(self) -> None:
        if self.is_quiet and self.session.reading is not None:
            self.say("at", self.where, self.moment)
            self.go_on()
        else:
            QTimer.singleShot(2, self.wait_for_the_first_desk)

    @property
    def is_quiet(self) -> bool:
        return not self.session.is_busy and not self.session.jobs.is_busy

    def go_on(self) -> None:
        """One deed more; every third waits until the window is quiet."""
        if self.dice.random() < 0.3:
            self.look_then_go_on()
            return
        self.deeds[self.moment if self.dice.random() < 0.6 else "edit"]()
        QTimer.singleShot(self.dice.randint(0, LONGEST_PAUSE_MS), self.go_on)

    def look_then_go_on(self) -> None:
        """A window at rest has written everything."""
        if not self.is_quiet:
            QTimer.singleShot(3, self.look_then_go_on)
            return
        desk = self.session.desk
        is_open = self.projects.has_changed(desk) if self.where else self.unsaved._has_changed(desk)
        if is_open:
            self.say(
                "failed", self.where, f"the window rests and has not written all: {self.state}"
            )
        QTimer.singleShot(0, self.go_on)

    @property
    def state(self) -> str:
        """What decides whether the window writes."""
        file = self.projects.file
        return f"file {file and file.is_read_only}, {self.projects.is_writing}, {self.moment}"

    def edit(self) -> None:
        self.count += 1
        dice, session = self.dice.random(), self.session
        if dice < 0.4:
            answer = self.dice.choice(("yes", "no", None))
            session.record_leaving(f"Nord {self.dice.randint(1, 4)}", answer)
        elif dice < 0.7:
            key = PartKey(f"m{self.dice.randint(0, ROWS)}", "nordmagnet", "0" * 16)
            made = Correction(key, "stock_on_hand", 1.0, None, float(self.count), "counted")
            recorded = with_corrections(session.recorded, [made], None)
            session.put(msg("stock counted"), replace(session.desk, recorded=recorded))
        else:
            session.ask(replace(session.inquiry, on=DAY + timedelta(days=self.dice.randint(0, 99))))

    def undo(self) -> None:
        if self.dice.random() < 0.6:
            if self.session.history.to_undo is None:  # behind the opening: told afterwards only
                self.say("to", self.where, ANYTHING)
            self.projects.undo()
        else:
            self.session.redo()

    def take_in(self) -> None:
        path = self.folder / f"list-{self.dice.randint(0, 2)}.csv"
        whole = path.with_suffix(".new")  # an earlier reading may still be at the old one
        whole.write_bytes(self.dice.randbytes(20_000))
        whole.replace(path)
        self.session.read([path])

    def save(self) -> None:
        own = self.projects.path
        self.count += 1
        is_new = own is None or self.dice.random() < 0.4
        self.projects.save(
            self.folder / f"new-{self.count}.lodestone" if is_new or own is None else own
        )

    def export(self) -> None:
        if self.projects.path is not None:
            self.count += 1
            self.projects.export(self.folder / f"out-{self.count}.zip")

    def go_back(self) -> None:
        """To a backup, or one activity withdrawn: what is found then is told afterwards only."""
        project = self.projects.file
        if project is None:
            return
        known = backups_of(project.path)
        self.say("to", self.where, ANYTHING)
        if known and self.dice.random() < 0.5:
            self.going_back += 1
            self.projects.restore(known[0])
        elif self.dice.random() < 0.5:
            project.back_up()
        else:
            self.going_back += 1
            self.projects.revert(self.dice.randint(1, len(project.ledger)), msg("a step"))

    def went_back(self, deed: Deed) -> None:
        self.going_back -= 1
        self._show(deed)

    def open(self) -> None:
        self.projects.open(self.dice.choice(projects_in(self.folder)))

    def close(self) -> None:
        """The end in good order: everything of a project is written when it comes back."""
        if self.dice.random() < 0.2:
            desk, where = self.session.desk, self.where
            self.window.close()
            if where != UNSAVED:
                self.say("did", where, mark_of_desk(desk))
            time.sleep(LONGEST)
            self.say("ended", where, "")


# --- the killing -----------------------------------------------------------------------------


def kill_once(window: MainWindow, folder: Path, moment: str, seed: int) -> Said:
    """One victim; what it said before it died."""
    dice = random.Random(seed)  # noqa: S311

    def work(pipe: int) -> None:
        os.environ["LODESTONE_HOME"] = str(folder / "home")
        victim = Victim(window, folder, seed, pipe)
        sys.excepthook = lambda _kind, failure, _where: victim.say("failed", "", repr(failure))
        victim.start(moment)
        Application.exec()

    begun = (b'["at"', b'["failed"')
    return killed(
        work,
        lambda lines: bool(lines) and lines[-1].startswith(begun),
        dice.random() * LONGEST,
    )


# --- looking ---------------------------------------------------------------------------------


def allowed(said: Sequence[Sequence[str]], where: str) -> set[str] | None:
    """Marks of the states that may be found there: the last one acknowledged and all that its user
    went to since. None where nothing was acknowledged."""
    been: list[str] = []
    since: int | None = None
    for kind, place, what in said:
        if place == where and kind == "to":
            been.append(what)
        elif place == where and kind == "did":
            if what not in been:  # saved under this name: it came from elsewhere
                been.append(what)
            since = len(been) - 1 - been[::-1].index(what)
    return None if since is None else set(been[since:])


def look(folder: Path, said: Sequence[Sequence[str]], result: Result) -> None:
    """The next start finds everything that was acknowledged. Raises AssertionError, CodedError."""
    failed = [f"{where}: {what}" for kind, where, what in said if kind == "failed"]
    assert not failed, f"the window failed by itself: {failed[0]}"
    done = [(where, what) for kind, where, what in said if kind == "did"]
    result.acknowledged += len(done)
    home = folder / "home"
    for path in projects_in(folder):
        started = time.perf_counter()
        with open_project(path, home=home) as project:
            result.restarted(started)
            compare(mark_of_project(project), allowed(said, path.name), path.name)
            project.reading()
            for run in project.runs():
                project.reopen(run)
    known = {path.name for path in projects_in(folder)} | {UNSAVED}
    assert {where for where, _ in done} <= known, "a project that was saved is gone"
    if done and done[-1][0] == UNSAVED:
        (left,) = left_behind(home)
        with open_left(left) as project:
            compare(mark_of_project(project), allowed(said, UNSAVED), "the desk")
    written = {path.name for path in folder.glob("out-*.zip")}
    assert {where for kind, where, _ in said if kind == "exported"} <= written, "an export is gone"
    for name in written:
        import_project(folder / name, folder / f"{name}.lodestone", home=home).close()


def compare(found: str, may_be: set[str] | None, where: str) -> None:
    if may_be is None or ANYTHING in may_be or found in may_be:
        return
    content, asked = found.split()
    is_shown_so = asked == NO_QUESTION and content in {known.split()[0] for known in may_be}
    assert is_shown_so, f"{where}: a desk nobody left"


def run(kills: int, seed: int = 0) -> Result:
    """Kills that many victims one after the other, each a fork of one window that nobody uses."""
    result = Result()
    with ExitStack() as stack:
        name = stack.enter_context(quick_folder())
        stack.enter_context(handmade_pipeline())
        stack.enter_context(patch.object(pipeline, "read", read_list))
        os.environ["LODESTONE_HOME"] = str(name / "home")
        template(name)
        application = Application(["lodestone"])
        window = open_window(application, SettingsFile(name / "settings.ini", Settings()))
        window.asks_before_closing = False
        window.complete()
        for number in range(kills):
            moment = MOMENTS[number % len(MOMENTS)]
            folder = name / str(number)
            shutil.copytree(name / "template", folder)
            said = kill_once(window, folder, moment, seed + number)
            result.judge(seed + number, moment, partial(look, folder, said, result))
            shutil.rmtree(folder)
    return result


def template(name: Path) -> None:
    """Two projects, each with a list, that a user has worked on before."""
    folder = name / "template"
    folder.mkdir()
    (name / "list-0.csv").write_bytes(b"a list")
    for at, path in enumerate(("other.lodestone", "work.lodestone")):
        desk = Held(read_list([name / "list-0.csv"]), Inquiry(DAY + timedelta(days=at)))
        with create_project(folder / path, home=name / "home") as project:
            bring_to(project, desk)


def figures(kills: int, seed: int) -> tuple[dict[str, Any], list[str]]:
    return run(kills, seed).figures()


if __name__ == "__main__":
    raise SystemExit(run_by_hand("kill -9 of the window", "kills", figures))
