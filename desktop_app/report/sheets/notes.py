"""Files, notes about their cells, and what limits the results."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from desktop_app.model.sources import RowCounts
from desktop_app.report.citations import with_cited
from desktop_app.report.sections.files import (
    SEVERITIES,
    issue_place,
    outcome,
    row_counts,
)
from desktop_app.report.sections.method import scales
from desktop_app.report.sentences import sentences
from desktop_app.report.sheets.table import Sheet, SheetColumn, Value
from desktop_app.report.view import View


def files_sheet(view: View) -> Sheet:
    """Every file with its rows and its fingerprint."""
    text = view.text
    counts = (text("Read"), text("Parts"), text("Duplicates"), text("Totals"), text("Blank"),
              text("Rejected"), text("Other"))  # fmt: skip
    columns = (
        SheetColumn(text("File"), width=40),
        SheetColumn(text("Outcome"), width=18),
        *(SheetColumn(title, "count", 11) for title in counts),
        SheetColumn(text("Problem"), width=60),
        SheetColumn("SHA-256", width=68),
    )
    return Sheet("files", text("Files"), columns, _files(view))


def _files(view: View) -> Iterator[Sequence[Value]]:
    for found in view.assessment.files:
        counted = row_counts(found)
        problem = found.problem
        yield (
            found.name,
            outcome(view, found),
            *(getattr(counted, name.name) for name in fields(RowCounts)),
            view.catalogue.sentences(map(view.say, (problem.message, problem.remedy)))
            if problem
            else None,
            found.sha256,
        )


def issues_sheet(view: View) -> Sheet:
    """Everything noticed about cells, the gravest first."""
    text = view.text
    columns = (
        SheetColumn(text("Weight"), width=16),
        SheetColumn(text("Code"), width=22),
        SheetColumn(text("Where"), width=46),
        SheetColumn(text("What was noticed"), width=90),
    )
    return Sheet("issues", text("Notes about the data"), columns, _issues(view))


def _issues(view: View) -> Iterator[Sequence[Value]]:
    words = {
        "error": view.text("cannot be used"),
        "warning": view.text("check"),
        "note": view.text("note"),
    }
    found = [(issue, file) for file in view.assessment.files for issue in file.issues]
    for issue, file in sorted(found, key=lambda pair: SEVERITIES.index(pair[0].severity)):
        where = issue_place(view, file, issue)
        yield words[issue.severity], issue.code, where, view.say(issue.message)


def notes_sheet(view: View) -> Sheet:
    """The sentences every report carries, the scales, and what the figures rest on."""
    columns = (SheetColumn(view.text("What limits these results"), width=150),)
    return Sheet("notes", view.text("Limits"), columns, _notes(view), frozen=0)


def _notes(view: View) -> Iterator[Sequence[Value]]:
    for _, said in sentences(view):
        yield (view.say(said),)
    for said in scales(view):
        yield (view.say(said),)
    for said in view.assessment.notes:
        yield (view.say(with_cited(view.catalogue, said)),)
