"""Files and rows: everything read is accounted for, and what could not be used is said."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from desktop_app.model.findings import CellRef, Issue, Message, msg, nmsg
from desktop_app.model.sources import RowCounts, SourceFile
from desktop_app.report.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
)
from desktop_app.report.sections.unprinted import unprinted
from desktop_app.report.view import View

SEVERITIES = ("error", "warning", "note")
MOST_NAMED = 4
"""Files that gave nothing and are named on a first page; all stand in the annex."""


def files(view: View) -> Section:
    """Reconciliation, refused files, notes about cells, rows that are no parts."""
    blocks: list[Block] = [Paragraph(view.say(said), "body") for said in reconciliation(view)]
    blocks += [*_counts(view), *_refused(view), *_issues(view), *_rejected(view), *unprinted(view)]
    return Section("files", view.text("Files and rows"), tuple(blocks))


def row_counts(found: SourceFile) -> RowCounts:
    """The sums over all tables of a file."""
    tables = [table.rows for sheet in found.sheets for table in sheet.tables]
    return RowCounts(
        *(sum(getattr(rows, name.name) for rows in tables) for name in fields(RowCounts))
    )


def reconciliation(view: View) -> Iterator[Message]:
    """Rows read = parts + duplicates + totals + blank + rejected + other, and files refused."""
    found = view.assessment.files
    every = [row_counts(file) for file in found]
    sums = {n.name: sum(getattr(rows, n.name) for rows in every) for n in fields(RowCounts)}
    yield nmsg(
        "{n} row read = parts {parts} + duplicates {duplicates} + totals {totals} + blank {blank} "
        "+ rejected {rejected} + other {other}.",
        "{n} rows read = parts {parts} + duplicates {duplicates} + totals {totals} + blank {blank} "
        "+ rejected {rejected} + other {other}.",
        sums.pop("read"),
        **sums,
    )
    yield from _lent(found)
    missing = [file.name for file in found if gave_nothing(file)]
    if missing:
        yield nmsg(
            "{n} file gave nothing and is missing from every figure here: {names}.",
            "{n} files gave nothing and are missing from every figure here: {names}.",
            len(missing),
            names=view.catalogue.listed(missing[:MOST_NAMED])
            + ("…" if len(missing) > MOST_NAMED else ""),
        )


def gave_nothing(file: SourceFile) -> bool:
    """Whether nothing of a file is in any figure: it was refused, or holds no parts list."""
    answers = file.answered is not None or file.questionnaire is not None
    return file.outcome != "read" and not answers


def _lent(found: Sequence[SourceFile]) -> Iterator[Message]:
    """How many rows gave stock or demand to the parts of other lists: they count as other rows. What
    a newer list replaced under the same code counts no rows."""
    joined = [i.message for file in found for i in file.issues if i.code == "W_JOINED"]
    said = [message for message in joined if message.plural is not None]
    rows = sum(int(str(dict(message.args)["n"])) for message in said)
    if said:
        yield replace(said[0], args=(("n", rows),))


def _counts(view: View) -> list[Block]:
    names = {
        "read": view.text("Read"), "parts": view.text("Parts"),
        "duplicates": view.text("Duplicates"), "totals": view.text("Totals"),
        "blank": view.text("Blank"), "rejected": view.text("Rejected"),
        "other": view.text("Other"),
    }  # fmt: skip
    columns = (
        Column(view.text("File")),
        Column(view.text("Outcome")),
        *(Column(title, "number") for title in names.values()),
    )
    rows = []
    for at, found in enumerate(view.assessment.files, start=1):
        counted = row_counts(found)
        read = found.outcome == "read"
        numbers = [view.catalogue.number(getattr(counted, n)) if read else "" for n in names]
        rows.append(
            Row(
                str(at),
                (
                    Cell(found.name, _sheets(view, found), strong=True),
                    Cell(outcome(view, found), found.format),
                    *(Cell(number) for number in numbers),
                ),
            )
        )
    return [Heading(view.text("What was read")), Table("files", columns, tuple(rows))]


def _sheets(view: View, found: SourceFile) -> str:
    hidden = view.text("hidden")
    return view.catalogue.listed(
        f"{sheet.name} ({hidden})" if sheet.hidden else sheet.name
        for sheet in found.sheets
        if sheet.name
    )


def outcome(view: View, found: SourceFile) -> str:
    """What became of a file, in words."""
    words = {
        "read": view.text("read"),
        "no_table": view.text("no parts list in it"),
        "refused": view.text("refused"),
    }
    return words[found.outcome]


def _refused(view: View) -> list[Block]:
    rows = tuple(
        Row(
            found.path,
            (
                Cell(found.name, found.problem.code, strong=True),
                Cell(view.say(found.problem.message)),
                Cell(view.say(found.problem.remedy)),
            ),
        )
        for found in view.assessment.files
        if found.problem is not None
    )
    if not rows:
        return []
    columns = (
        Column(view.text("File")),
        Column(view.text("What happened")),
        Column(view.text("What to do")),
    )
    return [Heading(view.text("Files that were not used")), Table("refused", columns, rows)]


def _issues(view: View) -> list[Block]:
    words = {
        "error": view.text("cannot be used"),
        "warning": view.text("check"),
        "note": view.text("note"),
    }
    found = sorted(
        ((SEVERITIES.index(issue.severity), at, issue, file)
         for file in view.assessment.files for at, issue in enumerate(file.issues)),
        key=lambda entry: entry[0],
    )  # fmt: skip
    if not found:
        return []
    at_most = view.settings.limits["issues"]
    rows = tuple(
        Row(
            f"{file.path}:{at}",
            (
                Cell(words[issue.severity], issue.code),
                Cell(issue_place(view, file, issue)),
                Cell(view.say(issue.message)),
            ),
        )
        for _, at, issue, file in found[:at_most]
    )
    columns = (
        Column(view.text("Weight")),
        Column(view.text("Where")),
        Column(view.text("What was noticed")),
    )
    blocks: list[Block] = [Heading(view.text("Notes about the data"))]
    if len(found) > at_most:
        said = msg(
            "{shown} of {total} notes are listed, the gravest first; all are in the program's list "
            "of files and in its JSON file.",
            shown=at_most,
            total=len(found),
        )
        blocks.append(Paragraph(view.say(said), "note"))
    return [*blocks, Table("issues", columns, rows)]


def issue_place(view: View, file: SourceFile, issue: Issue) -> str:
    """The cell or row an issue is about, or its file."""
    if issue.row is None:
        return " › ".join(name for name in (file.name, issue.sheet) if name)
    return view.cell(CellRef(file.name, issue.sheet or "", issue.row, issue.column))


def _rejected(view: View) -> list[Block]:
    found = [
        (file.name, sheet.name, row, reason)
        for file in view.assessment.files
        for sheet in file.sheets
        for table in sheet.tables
        for row, kind, reason in table.not_parts
        if kind == "rejected"
    ]
    if not found:
        return []
    at_most = view.settings.limits["rejected"]
    rows = tuple(
        Row(
            f"{name}:{sheet}!{row}",
            (Cell(view.cell(CellRef(name, sheet, row))), Cell(view.say(reason))),
        )
        for name, sheet, row, reason in found[:at_most]
    )
    columns = (Column(view.text("Row")), Column(view.text("Why it is no part")))
    blocks: list[Block] = [Heading(view.text("Rows that were rejected"))]
    if len(found) > at_most:
        said = msg(
            "{shown} of {total} rows are listed; all are in the program's list of files.",
            shown=at_most,
            total=len(found),
        )
        blocks.append(Paragraph(view.say(said), "note"))
    return [*blocks, Table("rejected", columns, rows)]
