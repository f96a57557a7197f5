"""What the window works on: the files, the question, the result, and the work between them.

The one place of the window that calls the pipeline. Stages listen to its signals and never start
work themselves. One reading and one assessment run at a time; a drop meanwhile waits its turn, a
changed question replaces the one that is being answered.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.progress import Report
from desktop_app.ui.column_choices import ColumnChoices
from desktop_app.ui.failures import failure_of
from desktop_app.ui.history import Desk, History, Step
from desktop_app.ui.jobs import Job, Jobs, Progress
from desktop_app.ui.libraries import LawFound, Libraries
from desktop_app.ui.lists_told import ListsTold
from desktop_app.ui.own_scenarios import OwnScenarios
from desktop_app.ui.step_names import (
    ASSESSING,
    COMPARING,
    INSTALLING,
    READING,
    WORK_WORDS,
    WRITING_WORDS,
    question_step,
)
from desktop_app.ui.taking_in import Taken, take_in
from desktop_app.ui.writing import Writing

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment, EditionInfo, Since
    from desktop_app.model.parts import PartTable
    from desktop_app.model.reading import Reading
    from desktop_app.model.sources import SourceFile
    from desktop_app.project.recorded import Recorded
    from desktop_app.register.packs import PackInfo
    from desktop_app.ui.presentation import Presentation


class Session(QObject):
    """State of the work; every change is announced by a signal named after what happened."""

    law_arrived = Signal(object)
    scenarios_arrived = Signal(object)
    law_installed = Signal(object)
    files_read = Signal(object)
    result_arrived = Signal(object)
    question_changed = Signal(object)
    work_changed = Signal(object)
    work_cancelled = Signal(str)
    work_failed = Signal(object)
    history_changed = Signal()
    versions_replaced = Signal(object)
    told = Signal(object)

    def __init__(self, jobs: Jobs, catalogue: Catalogue, inquiry: Inquiry) -> None:
        super().__init__()
        self.jobs, self.catalogue, self.inquiry = jobs, catalogue, inquiry
        self.reading: Reading | None = None
        self.columns = ColumnChoices()
        self.recorded: Recorded | None = None
        self.document = 0
        self.result: Presentation | None = None
        self.edition: EditionInfo | None = None
        self.law_notes: tuple[Message, ...] = ()
        self.with_users: Callable[[Recorded | None], Recorded | None] = lambda recorded: recorded
        self.since_last: Callable[[Assessment], Since | None] = lambda _made: None
        self.libraries = Libraries()
        self._recognised: pipeline.Recognised | None = None
        self.history = History()
        self.writing, self.lists = Writing(self), ListsTold(self)
        self.own_scenarios = OwnScenarios(self)
        self._waiting: list[Path] = []
        self._running: dict[str, Job] = {}

    @property
    def files(self) -> "tuple[SourceFile, ...]":
        """The files read so far, refused ones too."""
        return () if self.reading is None else self.reading.files

    @property
    def imported(self) -> "PartTable | None":
        """The joined parts of the answer on show before anything was laid over them; None where
        that is not the answer now, but an earlier run."""
        known, result = self._recognised, self.result
        shown = None if result is None else result.assessment.parts
        is_now = known is not None and getattr(known, "parts", None) is shown
        return known.imported if known is not None and is_now else None

    @property
    def desk(self) -> Desk:
        """What undo would come back to."""
        return Desk(self.reading, self.inquiry, self.columns, self.recorded, self.document)

    @property
    def is_reading(self) -> bool:
        """Whether files are being read now."""
        return READING in self._running

    def job(self, name: str) -> Job | None:
        """The work of a name that is under way."""
        return self._running.get(name)

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def load_law(self) -> None:
        """Loads law and figures while the user looks for files, and the law on another day."""
        look = partial(self.libraries.look, self.inquiry)
        self.jobs.start(lambda _report: look(), self._law_arrived, self.fail)

    def read(self, paths: Sequence[Path]) -> None:
        """Reads files and folders; files read before stay, one of the same path is read anew."""
        self._waiting = list(dict.fromkeys([*self._waiting, *paths]))
        if not self.is_reading and self._waiting:
            now, self._waiting = self._waiting, []
            what = nmsg("opening {n} file", "opening {n} files", len(now))
            self.begin(READING, partial(self._join, now), partial(self._take, what))

    def install(self, pack: Path) -> None:
        """Installs a newer edition of the law and answers the question anew under it."""
        self.begin(
            f"{INSTALLING} {pack}", lambda _report: pipeline.install_register(pack), self._installed
        )

    def _installed(self, pack: "PackInfo") -> None:
        self.libraries.forget()
        self._recognised = None
        self.law_installed.emit(pack)
        self.load_law()
        if self.reading is not None:
            self._assess()

    def read_with(self, path: str, password: str) -> None:
        """Reads one locked file; the password is used for this reading only."""
        if self.is_reading:
            return
        what = nmsg("opening {n} file", "opening {n} files", 1)
        self.begin(
            READING,
            lambda report: self._join([Path(path)], report, (password,)),
            partial(self._take, what),
        )

    def remove(self, path: str) -> None:
        """Takes one file off the desk."""
        if self.reading is None:
            return
        from desktop_app.model.reading import without
        from desktop_app.model.sources import name_in

        self._put(msg("removing {file}", file=name_in(path)), without(self.reading, {path}))

    def ask(self, inquiry: Inquiry) -> None:
        """Answers another question about the same files; lists with columns of years are read anew
        for another year."""
        if inquiry != self.inquiry and not self.lists.read_for(inquiry):
            self.ask_as_read(inquiry)

    def ask_as_read(self, inquiry: Inquiry) -> None:
        """Answers another question about the files as they were read."""
        before, what = self.desk, question_step(self.inquiry, inquiry)
        self.history.record(Step(what, before, replace(before, inquiry=inquiry)))
        self.inquiry = inquiry
        self.question_changed.emit(inquiry)
        self._assess()
        self.history_changed.emit()

    def record_leaving(self, supplier: str, answer: str | None) -> None:
        """Records for all parts of a supplier whether its deliveries leave China; None: not known."""
        from desktop_app.ui.recording import with_leaving

        recorded = with_leaving(self.recorded, supplier, answer)
        self.put(
            msg("what was recorded of {supplier}", supplier=supplier),
            replace(self.desk, recorded=recorded),
        )

    def undo(self) -> None:
        """Takes back the last step; work under way is given up."""
        self._go_back_to(self.history.undo())

    def undo_steps(self, n: int) -> None:
        """Takes back the last steps at once."""
        desk = None
        for _step in range(n):
            desk = self.history.undo() or desk
        self._go_back_to(desk)

    def redo(self) -> None:
        """Takes the step again that was taken back last."""
        self._go_back_to(self.history.redo())

    def _go_back_to(self, desk: Desk | None) -> None:
        if desk is None:
            return
        self.cancel()
        self.lay(desk)
        self.history_changed.emit()

    def put(self, what: Message, desk: Desk) -> None:
        """Another desk takes the place of this one, as one step."""
        self.history.record(Step(what, self.desk, desk))
        self.lay(desk)
        self.history_changed.emit()

    def lay(self, desk: Desk) -> None:
        """Another desk takes the place of this one, and it is no step of the user."""
        self.columns, self.recorded, self.document = desk.columns, desk.recorded, desk.document
        if desk.inquiry != self.inquiry:
            self.inquiry = desk.inquiry
            self.question_changed.emit(desk.inquiry)
        self._files_arrived(desk.reading)

    def _put(self, what: Message, reading: "Reading") -> None:
        """Files were opened or removed."""
        self.put(what, replace(self.desk, reading=reading))

    def _take(self, what: Message, taken: Taken) -> None:
        self._put(what, taken.reading)
        if taken.changes:
            self.versions_replaced.emit(taken)

    def keep_both(self, taken: Taken) -> None:
        """Older versions lie beside the newer again."""
        self._put(msg("keeping both versions"), taken.beside)

    def speak(self, catalogue: Catalogue) -> None:
        """Says the result again in another language."""
        self.catalogue = catalogue
        if self.job(ASSESSING) is not None:  # the answer that is on its way, not the one before
            self._assess()
        elif self.result is not None:
            self.present(self.result.assessment)

    def present(self, assessment: "Assessment") -> None:
        """Shows an assessment as it is, such as that of an earlier run."""
        catalogue = self.catalogue
        self.begin(
            ASSESSING, lambda _report: _presented(assessment, catalogue), self._result_arrived
        )

    def explain(self, part_id: int, done: Callable[[Any], None]) -> Job | None:
        """Describes one part from its cells to its verdict; ``done`` gets a PartSheet."""
        if self.result is None:
            return None
        assessment, catalogue = self.result.assessment, self.catalogue
        imported, recorded = self.imported, self.recorded

        def describe(_report: Report) -> Any:
            from desktop_app.ui.correct_lines import described

            return described(assessment, part_id, catalogue, imported, recorded)

        return self.jobs.start(describe, done, self.fail)

    def ask_about(self, lines: Sequence[str], origin: str, done: Callable[[Any], None]) -> Job:
        """Judges typed lines under the question of the bar; ``done`` gets AskedParts."""
        libraries, inquiry, catalogue = self.libraries, self.inquiry, self.catalogue

        def answer(report: Report) -> Any:
            from desktop_app.ui.asked_parts import ask_parts

            library = libraries.of(inquiry)
            return ask_parts(
                lines, report, origin=origin, inquiry=inquiry, library=library, catalogue=catalogue
            )

        return self.jobs.start(answer, done, self.fail)

    def cancel(self) -> None:
        """Stops what runs now; what was there before stays."""
        if not self._running:
            return
        names = list(self._running)
        for job in self._running.values():
            job.cancel()
        self._running.clear()
        self._waiting.clear()
        self.work_changed.emit(None)
        self.work_cancelled.emit(names[0])

    def _join(self, paths: Sequence[Path], report: Report, passwords: Sequence[str] = ()) -> Taken:
        asked = paths, report, passwords, self.columns, self.inquiry
        return take_in(self.reading, self.libraries.read(*asked, beside=self.reading))

    def _assess(self) -> None:
        reading, inquiry, catalogue = self.reading, self.inquiry, self.catalogue
        if reading is None:
            self.load_law()
            return

        def assess(report: Report) -> "Presentation":
            return _presented(self._answer(reading, inquiry, report), catalogue)

        self.begin(ASSESSING, self.jobs.alone(assess), self._result_arrived)

    def _answer(self, reading: "Reading", inquiry: Inquiry, report: Report) -> "Assessment":
        """In a worker. What was recognised for the last question is used where it serves."""
        library, known = self.libraries.of(inquiry), self._recognised
        said = self.with_users(self.recorded)
        if known is None or not known.serves(reading, inquiry.on, said):
            known = pipeline.recognise(reading, inquiry.on, library, report, recorded=said)
            self._recognised = known
        return pipeline.assess(reading, inquiry, library, report, recognised=known, recorded=said)

    def compare(self, other: Inquiry, done: Callable[[Any], None]) -> None:
        """Answers another question about the same parts; ``done`` gets what differs (Compared)."""
        reading, inquiry, catalogue = self.reading, self.inquiry, self.catalogue
        if reading is None or self.result is None:
            return
        shown = self.result.assessment if self._is_about(reading) else None

        def work(report: Report) -> Any:
            from desktop_app.ui.compared import compared

            now = shown or self._answer(reading, inquiry, report)
            return compared(now, self._answer(reading, other, report), catalogue)

        self.begin(COMPARING, work, done)

    def _is_about(self, reading: "Reading") -> bool:
        """Whether the answer on show is about these files as they are now, not an earlier run."""
        known = None if self.imported is None else self._recognised
        return known is not None and known.serves(reading, self.inquiry.on, self.recorded)

    def begin(
        self,
        name: str,
        work: Callable[[Report], Any],
        done: Callable[[Any], None],
        dropped: Callable[[], object] = lambda: None,
    ) -> None:
        """Starts work; work of the same name that still runs is given up. ``dropped``: see Jobs."""
        if name in self._running:
            self._running[name].cancel()

        def ended(value: Any) -> None:
            self._running.pop(name, None)
            self.work_changed.emit(None)
            done(value)

        def failed(failure: Exception) -> None:
            self._running.pop(name, None)
            self.work_changed.emit(None)
            self.fail(failure)
            if name == ASSESSING:
                self._fall_back()

        self._running[name] = self.jobs.start(work, ended, failed, self.work_changed.emit, dropped)
        said = WORK_WORDS.get(name.partition(" ")[0], WRITING_WORDS)
        self.work_changed.emit(Progress(said, 0, 0))

    def _fall_back(self) -> None:
        """After a law that could not be read: no answer of another may stand under its name."""
        shown = None if self.result is None else self.result.assessment.inquiry.scenario
        if shown is not None and self.inquiry.scenario not in (shown, "today"):
            asked = replace(self.inquiry, scenario="today")
            self.put(question_step(self.inquiry, asked), replace(self.desk, inquiry=asked))

    def _law_arrived(self, found: LawFound) -> None:
        self.edition, self.law_notes = found.law, found.notes
        self.law_arrived.emit(self.edition)
        self.scenarios_arrived.emit(found.scenarios)

    def _files_arrived(self, reading: "Reading | None") -> None:
        self.reading = reading
        if reading is None:
            self.result = None
        self.files_read.emit(reading)
        if self._waiting:
            self.read(())
        self._assess()

    def _result_arrived(self, result: "Presentation") -> None:
        self.result, self.edition = result, result.assessment.edition
        self.law_arrived.emit(self.edition)
        self.result_arrived.emit(result)

    def fail(self, failure: Exception) -> None:
        """Says what went wrong."""
        self.work_failed.emit(failure_of(failure))


def _presented(assessment: "Assessment", catalogue: Catalogue) -> "Presentation":
    from desktop_app.ui.presentation import present

    return present(assessment, catalogue)
