"""Writes what is printed, tabled and sent: the last step, which window and command line call.

The libraries of a paper are imported when it is made, so that the window can paint first.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.model.collecting import without_collecting
from desktop_app.model.findings import msg
from desktop_app.model.progress import Report, silent

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.model.photo import Photo
    from desktop_app.model.recorded_note import RecordedNote
    from desktop_app.report.outbox import Sent


def write_report(
    assessment: "Assessment",
    target: Path,
    language: str,
    paper: str = "a4",
    report: Report = silent,
    *,
    kind: str = "management",
    part: int | None = None,
    supplier: str | None = None,
    logo: Path | None = None,
    sender: str = "",
    group: str | None = None,
    photo: "Photo | None" = None,
    recorded: "tuple[RecordedNote, ...]" = (),
) -> int:
    """Writes one kind of printed report as PDF and returns its number of pages.

    ``kind``: one of report.settings.KINDS. ``part``: the part id a dossier is about; ``supplier``:
    the name a supplier letter is for, as it stands in the file. Licence papers take either, the
    supplier for all its parts that need one. Raises CodedError (E_TARGET and the
    like) when the target cannot be written, the old file then stays as it was; E_NOT_FOUND where
    the part, supplier or ``group`` is not there; E_LOGO where ``logo`` is no picture. ``sender``: the
    firm's name and address for the first page. ``group``: the purchasing group of a Monday sheet.
    ``photo``: of the part of a dossier; ``recorded``: what stands in the project. Papers for another
    house are made without both.
    """
    from desktop_app.assessment.licence.practice import without_practice
    from desktop_app.assessment.one_group import one_group
    from desktop_app.language.catalogue import Catalogue
    from desktop_app.report.compose import compose
    from desktop_app.report.letterhead import read_letterhead
    from desktop_app.report.line_breaking import PaperMetrics
    from desktop_app.report.pdf import write_pdf
    from desktop_app.report.photos import printable
    from desktop_app.report.view import Scope

    catalogue = Catalogue(language)
    report(msg("Writing the report"), 0, 2)
    shared = None
    if group is not None:
        assessment, shared = one_group(assessment, group)
    scope = Scope(kind, part, supplier, shared)
    if kind == "licence":  # papers for the authority know no trade practice
        assessment = without_practice(assessment)
    head, sound = read_letterhead(logo, sender), printable(photo)

    def drawn() -> int:
        content, layout = compose(
            assessment,
            scope,
            catalogue,
            paper,
            PaperMetrics(),
            letterhead=head,
            photo=sound,
            recorded=recorded,
        )
        report(msg("Writing the report"), 1, 2)
        content = replace(content, sections=())  # laid out: 100,000 rows need not stand twice
        return write_pdf(content, target, catalogue, paper, layout)

    with without_collecting():  # an annex is a million drawings, and none forms a cycle
        return drawn()  # they are gone when the collector looks again: it would walk all of them


def write_licence_form(
    assessment: "Assessment",
    target: Path,
    language: str,
    part: int | None,
    supplier: str | None = None,
) -> None:
    """Writes the fields of the licence papers for one part, or for an order from one supplier, as an
    Excel workbook. Raises CodedError."""
    from desktop_app.assessment.licence.practice import without_practice
    from desktop_app.language.catalogue import Catalogue
    from desktop_app.report.licence_form import write_licence_form as write_form

    write_form(without_practice(assessment), target, Catalogue(language), part, supplier)


def write_workbook(assessment: "Assessment", target: Path, language: str) -> None:
    """Writes every table as an Excel workbook. Raises CodedError when it cannot be written."""
    from desktop_app.language.catalogue import Catalogue
    from desktop_app.report.spreadsheet import write_workbook as write_tables

    write_tables(assessment, target, Catalogue(language))


def write_questions(
    assessment: "Assessment",
    folder: Path,
    paper: str = "a4",
    report: Report = silent,
    *,
    logo: Path | None = None,
    sender: str = "",
) -> "tuple[Sent, ...]":
    """Writes mail, questionnaire and letter for each supplier worth asking; the most useful first.

    ``logo`` and ``sender`` as in ``write_report``. Raises CodedError when the folder or a file in it
    cannot be written, and E_LOGO before anything is.
    """
    from desktop_app.report.letterhead import read_letterhead
    from desktop_app.report.outbox import write_outbox

    head = read_letterhead(logo, sender)
    return write_outbox(assessment, folder, paper, report, head)
