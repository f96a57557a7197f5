"""The projects of the window: opened, held open while on the desk, and written at each step.

Nothing has to be saved twice: once the desk lies in a project, every step of the user is in the file
before the next one is shown. Somebody else who has it open for writing makes it a view that follows.
"""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app.model.findings import CodedError, Message, msg
from desktop_app.ui.history import Desk, Step
from desktop_app.ui.new_file import NewFile
from desktop_app.ui.open_projects import OpenProjects, place_of
from desktop_app.ui.project_deed import Deed
from desktop_app.ui.project_opening import Opening
from desktop_app.ui.step_names import COMPARING
from desktop_app.ui.write_turns import Turns

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.project.backups import Backup
    from desktop_app.project.file import ProjectFile
    from desktop_app.project.storage.runs import Run
    from desktop_app.ui.session import Session


class Projects(QObject):
    """Knows where each project that was on the desk lies. ``opened``, ``saved`` and ``exported``
    carry a path; ``changed`` when what the project on the desk holds is another; ``closed`` at the
    end; ``told`` something the user should know."""

    opened = Signal(object)
    saved = Signal(object)
    exported = Signal(object)
    changed = Signal()
    closed = Signal()
    told = Signal(object)

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.session = session
        self._paths: dict[int, Path] = {}
        self._files = OpenProjects()
        self._written: dict[int, Desk] = {}
        self._numbers = count(1)
        self.is_writing, self._turns = False, Turns()
        self.has_failed = False
        """Whether the last step could not be written, such as on a share that is gone."""
        self.past: tuple[Run, Assessment] | None = None
        """The earlier run that is shown instead of the answer now."""
        session.history_changed.connect(self._autosave)

    @property
    def path(self) -> Path | None:
        """The project the desk came from or was saved as; None where it never was in one."""
        return self._paths.get(self.session.document)

    @property
    def file(self) -> "ProjectFile | None":
        """The open project on the desk."""
        return self._file_of(self.session.desk)

    # --- opening and saving --------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Puts a project on the desk in place of what lies there; undo brings that back."""
        asked, number, before = self.session.inquiry, next(self._numbers), self.session.desk
        lies_in = self.file if self.has_changed(before) else None
        opening = Opening(path, self._files, self._turns, before, lies_in)

        def done(desk: Desk) -> None:
            if self.is_writing or opening.is_overtaken:
                self.open(path)  # a step came meanwhile: it belongs to what is shown
                return
            self._forget(path)
            self._paths[number], self._written[number] = path, desk
            self._lay_opened(path, desk)
            self.opened.emit(path)
            from desktop_app.ui.project_desk import how_it_opened

            project = self._files.at(path)
            said = None if project is None else how_it_opened(project)
            if said is not None:
                self.told.emit(said)
            self.changed.emit()

        self.session.begin("opening", lambda _report: opening.read(asked, number), done)

    def save(self, path: Path) -> None:
        """Writes the desk into a new project, or into its own what has changed since; the result on
        show is kept as a run."""
        desk, result = self.session.desk, self.session.result
        is_own = self.path is not None and place_of(path) == place_of(self.path)
        turn = self._turns.take()
        new = NewFile(path, self.session, self._files, self.told.emit)

        def work(_report: Any) -> None:
            from desktop_app.project.opening import create_project

            project = self._files.opened(path) if is_own else new.make(lambda: create_project(path))
            self._turns.bring(project, desk, turn)
            if result is not None:
                project.keep_run(result.assessment)
            project.publish()

        def done(_nothing: None) -> None:
            self._paths[desk.document], self._written[desk.document] = path, desk
            self.has_failed = False
            self.saved.emit(path)
            self.changed.emit()
            self._autosave()  # a step came meanwhile

        given_up = (lambda: None) if is_own else new.give_up
        self.session.begin("saving", new.whole(work), done, given_up)

    def keep_run(self, title: str) -> None:
        """Keeps the result on show in the project on the desk, where there is one to write to."""
        project, result = self.file, self.session.result
        if project is None or project.is_read_only or result is None:
            return
        made, tell = result.assessment, self.changed.emit
        self.session.jobs.start(
            lambda _report: project.keep_run(made, title), lambda _run: tell(), self.session.fail
        )

    # --- undo, also of what earlier sessions did -------------------------------------------------

    @property
    def to_undo(self) -> Message | None:
        """What undo would take back: a step of this session, else the last activity of the user that
        stands in the project."""
        step = self.session.history.to_undo
        project = self._undoable()
        if step is not None or project is None:
            return step
        from desktop_app.ui.activity_lines import summary

        last = project.ledger.to_undo
        return None if last is None else summary(last, project.ledger, {})

    def undo(self) -> None:
        """Takes back the last step; behind the opening of a project, its last activity."""
        what, project, desk = self.to_undo, self._undoable(), self.session.desk
        if self.session.history.to_undo is not None or what is None or project is None:
            self.session.undo()
            return
        if self.is_writing:
            return
        self.is_writing = True
        deed = Deed(project, desk, self._turns, what, lambda own: own.undo())

        def done(found: Desk) -> None:
            self.is_writing = False
            if desk.differs_from(self.session.desk) or desk.document != self.session.document:
                self._autosave()  # a step came meanwhile: what it left is what counts
                return
            self._note_written(found, deed.is_last)
            self.session.history.record_taken_back(Step(what, found, desk))
            self.session.lay(found)
            self.session.history_changed.emit()
            self.changed.emit()

        self.session.jobs.start(deed.alone, done, self._not_written)

    def _undoable(self) -> "ProjectFile | None":
        """The project whose last activity can be undone: what others did is withdrawn in the list of
        activities, by name."""
        project = self.file
        if project is None or project.is_read_only:
            return None
        last = project.ledger.to_undo
        return project if last is not None and last.author == project.author else None

    def revert(self, number: int, what: Message) -> None:
        """Withdraws one activity of the project on the desk."""
        self._do("saving", msg("withdrawing: {what}", what=what), lambda own: own.revert(number))

    def restore(self, backup: "Backup") -> None:
        """Goes back to a backup; what stands now is kept as another one."""
        if self.file is not None:
            self.file.wanted.add(backup.path)  # until its turn comes others may be taken
        self._do("opening", msg("going back to a backup"), lambda own: own.restore(backup))

    def _do(self, busy: str, what: Message, act: Callable[["ProjectFile"], object]) -> None:
        project = self.file
        if project is None:
            return
        desk = self.session.desk
        deed = Deed(project, desk, self._turns, what, act, is_new=self._is_new(desk))
        self.session.begin(
            busy, deed.after_the_desk, lambda _found: self._show(deed), lambda: self._show(deed)
        )

    def _show(self, deed: Deed) -> None:
        """What a deed left, also where it was given up too late."""
        found, is_written = deed.found, deed.is_last and not self.is_writing
        if found is not None and found.document == self.session.document:
            self._put(deed.what, found, is_written)
        elif found is not None and deed.project is self.file:
            self.open(deed.project.path)  # opened once more before the deed: it shows what was
        elif found is not None and is_written:
            self._written[found.document] = found

    def open_copy(self, backup: "Backup", target: Path) -> None:
        """Puts a backup on the desk as a project of its own."""

        def work(_report: Any) -> None:
            from desktop_app.project import problems
            from desktop_app.project.whole_files import copy_whole

            with problems.coded(target):
                if target.exists():
                    raise problems.exists(target)
                if not backup.path.exists():
                    raise problems.not_found(backup.path)
                copy_whole(backup.path, target)

        self.session.begin("opening", work, lambda _nothing: self.open(target))

    def export(self, target: Path) -> None:
        """Writes the project on the desk as one portable file."""
        project, desk, turn = self.file, self.session.desk, self._turns.take()
        if project is None:
            return
        is_new = self._is_new(desk) and not project.is_read_only

        def work(_report: Any) -> None:
            from desktop_app.project.portable import export_project

            if is_new:
                self._turns.bring(project, desk, turn)
            export_project(project, target)

        self.session.begin("saving", work, lambda _nothing: self.exported.emit(target))

    def take_portable(self, source: Path, target: Path) -> None:
        """Makes a project of a portable file and puts it on the desk."""
        new = NewFile(target, self.session, self._files, self.told.emit)

        def work(_report: Any) -> None:
            from desktop_app.project.portable import import_project

            new.make(lambda: import_project(source, target))

        self.session.begin("opening", new.whole(work), lambda _nothing: self.open(target), new.give_up)  # fmt: skip

    def reopen(self, run: "Run") -> None:
        """Shows an earlier run as it was, until the desk changes."""
        project = self.file
        if project is None:
            return

        def done(made: "Assessment") -> None:
            self.past = (run, made)
            self.session.present(made)

        self.session.begin("reopening", lambda _report: project.reopen(run), done)

    def compare_with(self, run: "Run", done: Callable[[Any], None]) -> None:
        """The answer now beside an earlier run; ``done`` gets what differs, by cause (Compared)."""
        project, result, catalogue = self.file, self.session.result, self.session.catalogue
        if project is None or result is None:
            return
        now = result.assessment

        def work(_report: Any) -> Any:
            from desktop_app.ui.compared_runs import compared_with_run

            return compared_with_run(project, run, now, catalogue)

        self.session.begin(COMPARING, work, done)

    def catch_up(self) -> None:
        """Shows what somebody else wrote into a project that is only read here."""
        project, desk = self.file, self.session.desk
        if project is None or not project.is_read_only or self.is_writing:
            return
        self.is_writing = True

        def work(_report: Any) -> Desk | None:
            from desktop_app.ui.project_desk import desk_of

            if not project.catch_up():
                return None
            return desk_of(project, desk.inquiry, desk.document, desk)

        def done(found: Desk | None) -> None:
            self.is_writing = False
            if found is not None and found.document == self.session.document:
                self._put(msg("what another program wrote"), found)
                self.told.emit(msg("The project was changed elsewhere; you see it as it stands now."))  # fmt: skip

        self.session.jobs.start(work, done, self._not_written)

    def exchange(self, path: Path, opened: "ProjectFile", found: Desk | None) -> None:
        """A project that was only read here is written from now on. ``found``: the desk, where
        somebody else wrote more; what is on the desk goes into the project otherwise."""
        self._files.exchange(path, opened)
        if found is not None and found.document == self.session.document:
            self._put(msg("what another program wrote"), found)
        else:
            self._autosave()
        self.changed.emit()

    def close(self) -> None:
        """Writes what is not written yet and lets go of every project."""
        here, is_writing = self.session.desk, self.is_writing
        for desk in (self._turns.late | {here.document: here}).values():
            project = self._file_of(desk)
            if project is None or project.is_read_only:
                continue
            if is_writing or self.has_changed(desk):
                with suppress(CodedError):
                    self._turns.bring(project, desk, self._turns.take())
        self._files.close()
        self.closed.emit()

    def _lay_opened(self, path: Path, desk: Desk) -> None:
        """Over an empty desk undo leads into the project itself; else back to what lay there."""
        session = self.session
        if session.reading is None and session.recorded is None:
            session.history.forget()
            session.lay(desk)
            session.history_changed.emit()
        else:
            session.put(msg("opening the project {file}", file=path.name), desk)

    def _file_of(self, desk: Desk) -> "ProjectFile | None":
        path = self._paths.get(desk.document)
        return None if path is None else self._files.at(path)

    def _forget(self, path: Path) -> None:
        """An older desk of this project is none of it any more: undo must not write it back."""
        at = self._files.at
        self._paths = {
            n: o for n, o in self._paths.items() if at(o) is None or at(o) is not at(path)
        }

    def _put(self, what: Message, desk: Desk, is_written: bool = True) -> None:
        """``is_written``: the project holds just this; else putting it on the desk writes it."""
        self._note_written(desk, is_written)
        self.session.put(what, desk)
        self.changed.emit()

    def _note_written(self, desk: Desk, is_written: bool) -> None:
        if is_written:
            self._written[desk.document] = desk
        else:
            self._written.pop(desk.document, None)

    def has_changed(self, desk: Desk) -> bool:
        """Whether something on a desk is not in its project."""
        before = self._written.get(desk.document)
        return before is None or before.differs_from(desk)

    def _is_new(self, desk: Desk) -> bool:
        """Whether something on a desk may not be in its project yet."""
        return self.is_writing or self.has_changed(desk)

    def _autosave(self) -> None:
        """At every step, one after the other; what came meanwhile is written with the next."""
        self._write(self.session.desk)

    def _write(self, desk: Desk) -> None:
        project = self._file_of(desk)
        if project is None or project.is_read_only:
            return
        self._turns.late[desk.document] = desk
        if self.is_writing:
            return
        del self._turns.late[desk.document]
        if not self.has_changed(desk):
            return
        self.is_writing, turn = True, self._turns.take()

        def done(_nothing: None) -> None:
            self.is_writing = self.has_failed = False
            self._written[desk.document] = desk
            self.changed.emit()
            late, self._turns.late = self._turns.late, {}
            for other in late.values():
                self._write(other)

        self.session.jobs.start(
            lambda _report: self._turns.bring(project, desk, turn), done, self._not_written
        )

    def _not_written(self, failure: Exception) -> None:
        self.is_writing, self.has_failed = False, True
        self.session.fail(failure)
