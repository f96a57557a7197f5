"""Saves what is on the desk as a project and brings it back: files, question, columns, facts."""

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app import pipeline
from desktop_app.model.findings import msg
from desktop_app.ui.column_choices import ColumnChoices
from desktop_app.ui.history import Desk

if TYPE_CHECKING:
    from desktop_app.project.file import ProjectFile
    from desktop_app.ui.session import Session

SUFFIX = ".lodestone"
"""As in project.opening, which is not loaded before the first paint."""


class Projects(QObject):
    """Knows where each project that was on the desk lies."""

    opened = Signal(object)
    saved = Signal(object)

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.session = session
        self._paths: dict[int, Path] = {}
        self._numbers = count(1)

    @property
    def path(self) -> Path | None:
        """The project the desk came from or was saved as; None where it never was in one."""
        return self._paths.get(self.session.document)

    def open(self, path: Path) -> None:
        """Puts a project on the desk in place of what lies there; undo brings that back."""
        asked, number = self.session.inquiry, next(self._numbers)

        def work(_report: Any) -> Desk:
            from desktop_app.project.recorded import recorded_in

            project, reading = pipeline.read_project(path)
            columns = ColumnChoices({m.fingerprint: dict(m.fields) for m in project.mappings})
            return Desk(reading, project.inquiry or asked, columns, recorded_in(project), number)

        def done(desk: Desk) -> None:
            self._paths[number] = path
            self.session.put(msg("opening the project {file}", file=path.name), desk)
            self.opened.emit(path)

        self.session.begin("opening", work, done)

    def save(self, path: Path) -> None:
        """Writes the desk into a new project, or into its own what has changed since."""
        desk, is_own = self.session.desk, path == self.path

        def work(_report: Any) -> None:
            from desktop_app.project.opening import create_project, open_project

            with open_project(path) if is_own else create_project(path) as project:
                write_desk(project, desk)

        def done(_nothing: None) -> None:
            self._paths[desk.document] = path
            self.saved.emit(path)

        self.session.begin("saving", work, done)


def write_desk(project: "ProjectFile", desk: Desk) -> None:
    """Takes into a project what differs from the desk. Raises CodedError."""
    from desktop_app.model.reading import without
    from desktop_app.project.decisions import ColumnMapping
    from desktop_app.project.recorded import Recorded
    from desktop_app.project.records import Asked, Record, Removed

    stored, wanted = project.reading(), desk.reading
    known = {} if stored is None else {file.path: file for file in stored.files}
    files = {} if wanted is None else {file.path: file for file in wanted.files}
    gone = [path for path in known if path not in files]
    if gone:
        project.remove_files(gone)
    if wanted is not None:
        fresh = without(wanted, {p for p, file in files.items() if known.get(p) == file})
        if fresh.files:
            project.add_files(fresh)
    recorded, before = desk.recorded or Recorded(), project.project
    records: list[Record] = []
    for now, then in (
        (recorded.facts, before.facts),
        (recorded.confirmations, before.confirmations),
        (recorded.statuses, before.statuses),
        (recorded.licences, before.licences),
        (recorded.judgements, before.judgements),
    ):
        keys = {record.key for record in now}
        records += [record for record in now if record not in then]
        records += [Removed(type(r).__name__, r.key) for r in then if r.key not in keys]
    mappings = [ColumnMapping(key, dict(said)) for key, said in desk.columns.of.items()]
    records += [mapping for mapping in mappings if mapping not in before.mappings]
    if before.inquiry != desk.inquiry:
        records.append(Asked(desk.inquiry))
    if records:
        project.do(*records)
