"""What the window works on: the files, the question, the result, and the work between them.

The one place of the window that calls the pipeline. Stages listen to its signals and never start
work themselves. One reading and one assessment run at a time; a drop meanwhile waits its turn, a
changed question replaces the one that is being answered.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.progress import Report
from desktop_app.ui.column_choices import ColumnChoices, in_place, paths_with
from desktop_app.ui.failures import failure_of
from desktop_app.ui.history import Desk, History, Step
from desktop_app.ui.jobs import Job, Jobs, Progress
from desktop_app.ui.report_wanted import ReportWanted

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment, EditionInfo
    from desktop_app.model.reading import Reading
    from desktop_app.model.sources import SourceFile, TableFound
    from desktop_app.ui.presentation import Presentation

READING, ASSESSING = "reading", "assessing"


def law_on(library: pipeline.Library, inquiry: Inquiry) -> "EditionInfo":
    """Every provision with its status on the day of the question."""
    from desktop_app.assessment.licence import edition_info

    return edition_info(library.edition, inquiry)


class Session(QObject):
    """State of the work; every change is announced by a signal named after what happened."""

    law_arrived = Signal(object)
    files_read = Signal(object)
    result_arrived = Signal(object)
    question_changed = Signal(object)
    work_changed = Signal(object)
    work_cancelled = Signal(str)
    work_failed = Signal(object)
    report_written = Signal(object)
    tables_written = Signal(object)
    questions_written = Signal(object)
    history_changed = Signal()

    def __init__(self, jobs: Jobs, catalogue: Catalogue, inquiry: Inquiry) -> None:
        super().__init__()
        self.jobs, self.catalogue, self.inquiry = jobs, catalogue, inquiry
        self.reading: Reading | None = None
        self.columns = ColumnChoices()
        self.result: Presentation | None = None
        self.edition: EditionInfo | None = None
        self._library: pipeline.Library | None = None
        self._recognised: pipeline.Recognised | None = None
        self.history = History()
        self._waiting: list[Path] = []
        self._running: dict[str, Job] = {}

    @property
    def files(self) -> "tuple[SourceFile, ...]":
        """The files read so far, refused ones too."""
        return () if self.reading is None else self.reading.files

    @property
    def desk(self) -> Desk:
        """What undo would come back to."""
        return Desk(self.reading, self.inquiry, self.columns)

    @property
    def is_reading(self) -> bool:
        """Whether files are being read now."""
        return READING in self._running

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def load_law(self) -> None:
        """Loads law and figures while the user looks for files, and the law on another day."""
        library, inquiry = self._library, self.inquiry

        def look(_report: Report) -> "tuple[pipeline.Library, EditionInfo]":
            found = library or pipeline.load_library()
            law = law_on(found, inquiry)
            if library is None:
                _warm_up()
            return found, law

        self.jobs.start(look, self._law_arrived, self._fail)

    def read(self, paths: Sequence[Path]) -> None:
        """Reads files and folders; files read before stay, one of the same path is read anew."""
        self._waiting = list(dict.fromkeys([*self._waiting, *paths]))
        if not self.is_reading and self._waiting:
            now, self._waiting = self._waiting, []
            what = nmsg("opening {n} file", "opening {n} files", len(now))
            self._begin(
                READING,
                lambda report: self._join(now, report),
                lambda reading: self._put(what, reading),
            )

    def read_with(self, path: str, password: str) -> None:
        """Reads one locked file; the password is used for this reading only."""
        if self.is_reading:
            return
        what = nmsg("opening {n} file", "opening {n} files", 1)
        self._begin(
            READING,
            lambda report: self._join([Path(path)], report, (password,)),
            lambda reading: self._put(what, reading),
        )

    def remove(self, path: str) -> None:
        """Takes one file off the desk."""
        if self.reading is None:
            return
        from desktop_app.model.reading import without

        name = path.replace("\\", "/").rpartition("/")[2]
        self._put(msg("removing {file}", file=name), without(self.reading, {path}))

    def choose_column(self, table: "TableFound", heading: str, meaning: str | None) -> None:
        """Says what a column holds and reads the lists with these headings anew.

        ``meaning``: a field, "" for not used, None to leave it to the program.
        """
        known = self.reading
        if known is None or self.is_reading:
            return
        choices = self.columns.with_choice(table, heading, meaning)
        paths = [Path(path) for path in paths_with(known.files, table)]

        def done(reading: "Reading") -> None:
            before, self.columns = self.desk, choices
            what = msg("the meaning of the column {column}", column=heading)
            self._record(what, before, replace(before, reading=reading, columns=choices))
            self._files_arrived(reading)

        self._begin(
            READING,
            lambda report: in_place(known, pipeline.read(paths, report, confirmed=choices)),
            done,
        )

    def ask(self, inquiry: Inquiry) -> None:
        """Answers another question about the same files."""
        if inquiry != self.inquiry:
            before = self.desk
            self._record(
                msg("the change of the question"), before, replace(before, inquiry=inquiry)
            )
            self.inquiry = inquiry
            self.question_changed.emit(inquiry)
            self._assess()

    def undo(self) -> None:
        """Takes back the last step; work under way is given up."""
        self._go_back_to(self.history.undo())

    def redo(self) -> None:
        """Takes the step again that was taken back last."""
        self._go_back_to(self.history.redo())

    def _go_back_to(self, desk: Desk | None) -> None:
        if desk is None:
            return
        self.cancel()
        self.columns = desk.columns
        if desk.inquiry != self.inquiry:
            self.inquiry = desk.inquiry
            self.question_changed.emit(desk.inquiry)
        self._files_arrived(desk.reading)
        self.history_changed.emit()

    def _record(self, what: Message, before: Desk, after: Desk) -> None:
        self.history.record(Step(what, before, after))
        self.history_changed.emit()

    def _put(self, what: Message, reading: "Reading") -> None:
        """Files were opened or removed."""
        before = self.desk
        self._record(what, before, replace(before, reading=reading))
        self._files_arrived(reading)

    def speak(self, catalogue: Catalogue) -> None:
        """Says the result again in another language."""
        self.catalogue = catalogue
        if self.result is not None:
            assessment = self.result.assessment
            self._begin(
                ASSESSING, lambda _report: _presented(assessment, catalogue), self._result_arrived
            )

    def write_report(self, target: Path, wanted: ReportWanted, then: str) -> None:
        """Writes a report as PDF; ``then`` comes back with the signal ``report_written``.

        A newer report of the same target takes the place of one that is being written.
        """
        if self.result is None:
            return
        assessment = self.result.assessment

        def write(report: Report) -> tuple[Path, str]:
            supplier = None
            if wanted.part is not None and wanted.kind == "supplier":
                supplier = _supplier_of(assessment, wanted.part)
            pipeline.write_report(
                assessment, target, wanted.language, wanted.paper, report,
                kind=wanted.kind, part=None if wanted.kind == "supplier" else wanted.part,
                supplier=supplier,
            )  # fmt: skip
            return target, then

        self._begin(f"{WRITING_WORDS.template} {target}", write, self.report_written.emit)

    def write_tables(self, target: Path, language: str) -> None:
        """Writes every table as an Excel workbook."""
        if self.result is not None:
            assessment = self.result.assessment

            def write(_report: Report) -> Path:
                pipeline.write_workbook(assessment, target, language)
                return target

            self._begin(f"tables {target}", write, self.tables_written.emit)

    def write_questions(self, folder: Path, paper: str) -> None:
        """Writes mail, questionnaire and letter for each supplier worth asking."""
        if self.result is not None:
            assessment = self.result.assessment
            self._begin(
                f"questions {folder}",
                lambda report: (
                    folder,
                    len(pipeline.write_questions(assessment, folder, paper, report)),
                ),
                self.questions_written.emit,
            )

    def explain(self, part_id: int, done: Callable[[Any], None]) -> Job | None:
        """Describes one part from its cells to its verdict; ``done`` gets a PartSheet."""
        if self.result is None:
            return None
        assessment, catalogue = self.result.assessment, self.catalogue

        def describe(_report: Report) -> Any:
            from desktop_app.ui.part_sheet import describe_part

            return describe_part(assessment, part_id, catalogue)

        return self.jobs.start(describe, done, self._fail)

    def ask_about(self, lines: Sequence[str], origin: str, done: Callable[[Any], None]) -> Job:
        """Judges typed lines under the question of the bar; ``done`` gets AskedParts."""
        library, inquiry, catalogue = self._library, self.inquiry, self.catalogue

        def answer(report: Report) -> Any:
            from desktop_app.ui.asked_parts import ask_parts

            known = library or pipeline.load_library()
            return ask_parts(
                lines, report, origin=origin, inquiry=inquiry, library=known, catalogue=catalogue
            )

        return self.jobs.start(answer, done, self._fail)

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

    def _join(
        self, paths: Sequence[Path], report: Report, passwords: Sequence[str] = ()
    ) -> "Reading":
        from desktop_app.model.reading import joined

        found = pipeline.read(paths, report, passwords, self.columns)
        return found if self.reading is None else joined(self.reading, found)

    def _assess(self) -> None:
        reading, inquiry, catalogue = self.reading, self.inquiry, self.catalogue
        if reading is None:
            self.load_law()
            return

        def assess(report: Report) -> "Presentation":
            if self._library is None:
                self._library = pipeline.load_library()
            known = self._recognised
            if known is None or not known.serves(reading, inquiry.on):
                known = pipeline.recognise(reading, inquiry.on, self._library, report)
                self._recognised = known
            found = pipeline.assess(reading, inquiry, self._library, report, recognised=known)
            return _presented(found, catalogue)

        self._begin(ASSESSING, assess, self._result_arrived)

    def _begin(self, name: str, work: Callable[[Report], Any], done: Callable[[Any], None]) -> None:
        """Starts work; work of the same name that still runs is given up."""
        if name in self._running:
            self._running[name].cancel()

        def ended(value: Any) -> None:
            self._running.pop(name, None)
            self.work_changed.emit(None)
            done(value)

        def failed(failure: Exception) -> None:
            self._running.pop(name, None)
            self.work_changed.emit(None)
            self._fail(failure)

        self._running[name] = self.jobs.start(work, ended, failed, self.work_changed.emit)
        self.work_changed.emit(Progress(_NAMES.get(name, WRITING_WORDS), 0, 0))

    def _law_arrived(self, found: "tuple[pipeline.Library, EditionInfo]") -> None:
        self._library, self.edition = found
        self.law_arrived.emit(self.edition)

    def _files_arrived(self, reading: "Reading | None") -> None:
        self.reading = reading
        self.files_read.emit(reading)
        if reading is None:
            self.result = None
        if self._waiting:
            self.read(())
        self._assess()

    def _result_arrived(self, result: "Presentation") -> None:
        self.result, self.edition = result, result.assessment.edition
        self.law_arrived.emit(self.edition)
        self.result_arrived.emit(result)

    def _fail(self, failure: Exception) -> None:
        self.work_failed.emit(failure_of(failure))


def _warm_up() -> None:
    """Loads the code of the long way while the user looks for files."""
    import desktop_app.ui.asked_parts
    import desktop_app.ui.part_sheet
    import desktop_app.ui.presentation  # noqa: F401
    from desktop_app.ui.collector import keep_calm

    keep_calm()


WRITING_WORDS = msg("Writing the report")
_NAMES: dict[str, Message] = {READING: msg("Reading files"), ASSESSING: msg("Checking parts")}


def _supplier_of(assessment: "Assessment", part_id: int) -> str | None:
    """The supplier, else the maker, as the letter calls whom it is for."""
    parts = assessment.parts
    name = parts.value(part_id, "supplier") or parts.value(part_id, "manufacturer")
    return None if name is None else str(name)


def _presented(assessment: "Assessment", catalogue: Catalogue) -> "Presentation":
    from desktop_app.ui.presentation import present

    return present(assessment, catalogue)
