"""Writes what leaves the program: reports, tables, questions; off the window's thread."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app import pipeline
from desktop_app.model.findings import msg
from desktop_app.model.progress import Report
from desktop_app.ui.report_wanted import GROUP, ORDER, ReportWanted, group_of

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.model.parts import PartTable
    from desktop_app.model.photo import Photo
    from desktop_app.model.recorded_note import RecordedNote
    from desktop_app.project.recorded import Recorded
    from desktop_app.ui.session import Session

PREVIEW, SAVE = "preview", "save"
"""What a report is written for: to be looked at, or to be had."""
TELL_RECORDS = ("audit", "dossier")
"""Kinds of report that say what was recorded."""
PRINTED_AS = {ORDER: "licence", GROUP: "monday"}


class Writing(QObject):
    """Each kind of paper has a signal that says where it stands now."""

    report_written = Signal(object)
    tables_written = Signal(object)
    questions_written = Signal(object)

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.session = session
        self._begun: set[str] = set()

    @property
    def is_under_way(self) -> bool:
        """Whether something the user wanted to have is still being written."""
        return any(self.session.job(name) is not None for name in self._begun)

    def _begin(self, name: str, work: Callable[[Report], Any], done: Callable[[Any], None]) -> None:
        self._begun.add(name)
        self.session.begin(name, work, done)

    def write_report(self, target: Path, wanted: ReportWanted, then: str) -> None:
        """Writes a report as PDF; ``then`` comes back with the signal ``report_written``.

        A newer report of the same target takes the place of one that is being written.
        """
        if self.session.result is None:
            return
        assessment, catalogue = self.session.result.assessment, self.session.catalogue
        libraries, recorded = self.session.libraries, self.session.recorded
        photo, parts = _photo(self.session, wanted), self.session.imported

        def write(report: Report) -> tuple[Path, str]:
            report(msg("Writing the report"), 0, 2)
            if wanted.listed is not None:
                from desktop_app.report.listed import write_list

                write_list(
                    assessment, wanted.listed(), target, catalogue, wanted.paper,
                    logo=Path(wanted.logo) if wanted.logo else None, sender=wanted.sender,
                )  # fmt: skip
                return target, then
            is_of_supplier = wanted.kind in ("supplier", ORDER)
            supplier = None
            if wanted.part is not None and is_of_supplier:
                supplier = _supplier_of(assessment, wanted.part)
            shown = assessment
            if wanted.kind == "management":
                library = libraries.of(assessment.inquiry)
                shown = pipeline.with_scenarios(assessment, library, recorded)
            elif wanted.kind == "monday":
                shown = replace(assessment, since=self.session.since_last(assessment))
            pipeline.write_report(
                shown, target, wanted.language, wanted.paper, report,
                kind=PRINTED_AS.get(wanted.kind, wanted.kind),
                part=None if is_of_supplier or wanted.kind == GROUP else wanted.part,
                group=group_of(assessment, wanted.part) if wanted.kind == GROUP else None,
                supplier=supplier, logo=Path(wanted.logo) if wanted.logo else None,
                sender=wanted.sender, photo=photo, recorded=_notes(recorded, parts, wanted.kind, assessment),
            )  # fmt: skip
            return target, then

        begin = self.session.begin if then == PREVIEW else self._begin
        begin(f"report {target}", write, self.report_written.emit)

    def write_form(self, target: Path, language: str, part: int | None, kind: str) -> None:
        """Writes the fields of the licence papers of one part, or of an order that holds it, as an
        Excel workbook."""
        if self.session.result is not None:
            assessment = self.session.result.assessment

            def write(_report: Report) -> Path:
                if kind == ORDER and part is not None:
                    supplier = _supplier_of(assessment, part)
                    pipeline.write_licence_form(assessment, target, language, None, supplier)
                else:
                    pipeline.write_licence_form(assessment, target, language, part)
                return target

            self._begin(f"tables {target}", write, self.tables_written.emit)

    def write_tables(self, target: Path, language: str) -> None:
        """Writes every table as an Excel workbook."""
        if self.session.result is not None:
            assessment = self.session.result.assessment

            def write(_report: Report) -> Path:
                pipeline.write_workbook(assessment, target, language)
                return target

            self._begin(f"tables {target}", write, self.tables_written.emit)

    def write_questions(self, folder: Path, paper: str, logo: str = "", sender: str = "") -> None:
        """Writes mail, questionnaire and letter for each supplier worth asking; ``logo`` and
        ``sender`` as for a report, empty for none."""
        if self.session.result is not None:
            assessment = self.session.result.assessment
            self._begin(
                f"questions {folder}",
                lambda report: (
                    folder,
                    tuple(
                        one.mail.supplier
                        for one in pipeline.write_questions(
                            assessment,
                            folder,
                            paper,
                            report,
                            logo=Path(logo) if logo else None,
                            sender=sender,
                        )
                    ),
                ),
                self.questions_written.emit,
            )


def _notes(
    recorded: "Recorded | None",
    imported: "PartTable | None",
    kind: str,
    assessment: "Assessment",
) -> "tuple[RecordedNote, ...]":
    """What is recorded now; nothing of an earlier run, which rested on other records."""
    if recorded is None or imported is None or kind not in TELL_RECORDS:
        return ()
    from desktop_app.project.recorded_notes import recorded_notes

    return recorded_notes(recorded, imported, assessment.matches.kinds)


def _photo(session: "Session", wanted: ReportWanted) -> "Photo | None":
    """The photo of the part of a dossier."""
    if wanted.kind != "dossier" or wanted.part is None:
        return None
    from desktop_app.ui.part_photo import photo_on_show

    found = photo_on_show(session, wanted.part)
    return None if found is None else found.photo


def _supplier_of(assessment: "Assessment", part_id: int) -> str | None:
    """The supplier, else the maker, as the letter calls whom it is for."""
    parts = assessment.parts
    name = parts.value(part_id, "supplier") or parts.value(part_id, "manufacturer")
    return None if name is None else str(name)
