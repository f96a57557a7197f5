"""What the user tells of lists that were read: what a column holds, which row has the headings, whose
list it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.model.findings import CodedError, Message, msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.progress import Report
from desktop_app.ui.column_choices import (
    ColumnChoices,
    in_place,
    paths_showing,
    paths_with,
    supplier_of,
)
from desktop_app.ui.jobs import Job
from desktop_app.ui.step_names import READING, column_step, question_step, row_step

if TYPE_CHECKING:
    from desktop_app.model.reading import Reading
    from desktop_app.model.sources import SourceFile, TableFound
    from desktop_app.ui.session import Session


class ListsTold:
    """Each telling is one step of the user; the lists it is about are read anew."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self._asking: Job | None = None

    def choose_column(self, table: "TableFound", heading: str, meaning: str | None) -> None:
        """Says what a column holds. ``meaning``: a field, "" for not used, None to leave it to the
        program."""
        known = self.session.reading
        if known is None:
            return
        supplier = supplier_of(known.files, table)
        choices = self.session.columns.with_choice(table, heading, meaning, supplier)
        self._read(paths_with(known.files, table), choices, column_step(heading, meaning))

    def point_at(self, texts: Sequence[str], row: int, *, is_heading: bool = True) -> None:
        """Says that a row with these texts is the row of headings, or leaves that to the program
        again. ``row``: its 1-based number, for the name of the step."""
        known = self.session.reading
        if known is None:
            return
        choices = self.session.columns.with_heading_row(texts, is_heading=is_heading)
        what = (
            msg("the headings stand in row {row}", row=str(row))
            if is_heading
            else msg("finding the headings is left to the program")
        )
        self._read(paths_showing(known.files, texts), choices, what)

    def tell_row(self, table: "TableFound", name: str, row: int, said: str | None) -> None:
        """Says whether a row is a part (``IS_PART``, ``NO_PART``), None to leave it to the program again.
        ``row``: its 1-based number, for the name of the step."""
        known = self.session.reading
        if known is None:
            return
        supplier = supplier_of(known.files, table)
        choices = self.session.columns.with_row(table, name, said, supplier)
        self._read(paths_with(known.files, table), choices, row_step(row, said))

    def name_supplier(self, path: str, supplier: str) -> None:
        """Says whose list a file is; empty to leave that to the list again."""
        session, known = self.session, self.session.reading
        if known is None or session.is_reading:
            return
        from desktop_app.model.reading import suppliers_told, with_suppliers
        from desktop_app.model.sources import name_in

        name = name_in(path)
        if not supplier:
            told = {p: said for p, said in suppliers_told(known.files).items() if p != path}
            left = msg("the supplier of {file} is left to the list", file=name)
            self._read((path,), session.columns, left, told)
            return
        made = with_suppliers(known, {path: supplier})
        what = msg("the supplier of {file} is {supplier}", file=name, supplier=supplier)
        session.put(what, replace(session.desk, reading=made))

    def read_for(self, inquiry: Inquiry) -> bool:
        """Begins to read the lists anew whose columns of years are read by the day that is asked
        about, and says whether it did: the question is answered when they are read.

        Where one cannot be read any more, that is said, and the question is answered as they are.
        """
        session, known = self.session, self.session.reading
        if known is None or session.job(READING) not in (None, self._asking):
            return False
        wanted = [Path(f.path) for f in known.files if _goes_by_year(f)]
        if not wanted or inquiry.on.year == session.inquiry.on.year:
            return False
        choices = session.columns

        def work(report: Report) -> "Reading | CodedError":
            fresh = pipeline.read(wanted, report, confirmed=choices, on=inquiry.on, beside=known)
            try:
                return in_place(known, fresh)
            except CodedError as failure:
                return failure

        def done(found: "Reading | CodedError") -> None:
            if isinstance(found, CodedError):
                session.ask_as_read(inquiry)
                session.fail(found)
                return
            what = question_step(session.inquiry, inquiry)
            session.put(what, replace(session.desk, reading=found, inquiry=inquiry))

        session.begin(READING, work, done)
        self._asking = session.job(READING)
        return True

    def _read(
        self,
        paths: Sequence[str],
        choices: ColumnChoices,
        what: Message,
        told: Mapping[str, str] | None = None,
    ) -> None:
        session, known = self.session, self.session.reading
        if known is None or session.is_reading:
            return
        wanted = [Path(path) for path in paths]

        def done(reading: "Reading") -> None:
            session.put(what, replace(session.desk, reading=reading, columns=choices))

        session.begin(
            READING,
            lambda report: in_place(
                known,
                pipeline.read(
                    wanted, report, confirmed=choices, on=session.inquiry.on, beside=known
                ),
                told,
            ),
            done,
        )


def _goes_by_year(file: "SourceFile") -> bool:
    """Whether a list was read by the year of the day: it has columns of several years."""
    return any(issue.code == "W_YEAR" for issue in file.issues)
