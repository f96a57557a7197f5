"""The law on the day of the question: every provision checked, with its status and source."""

from collections.abc import Iterator, Sequence

from desktop_app.model.words import STATUS_WORDS
from desktop_app.report.sections.law import touching
from desktop_app.report.sheets.table import Sheet, SheetColumn, Value
from desktop_app.report.view import View


def law_sheet(view: View) -> Sheet:
    """A row per provision, in the order of the register."""
    text = view.text
    columns = (
        SheetColumn(text("Announcement"), width=22),
        SheetColumn(text("Id"), width=20),
        SheetColumn(text("Provision")),
        SheetColumn(text("What it controls"), width=60),
        SheetColumn(text("Status on {day}", day=view.inquiry.on), width=18),
        SheetColumn(text("Since"), "day"),
        SheetColumn(text("Until"), "day"),
        SheetColumn(text("Parts"), "count"),
        SheetColumn(text("Source"), width=60),
        SheetColumn(text("Read on"), "day"),
    )
    return Sheet("law", text("Law"), columns, _rows(view))


def _rows(view: View) -> Iterator[Sequence[Value]]:
    counted = touching(view)
    for control in view.edition.controls:
        yield (
            view.announcement(control.id, control.number),
            control.id,
            control.provision,
            view.shipped(control.title),
            view.say(STATUS_WORDS[control.status]),
            control.since,
            control.until,
            counted.get((control.id, control.provision), 0),
            control.source,
            control.retrieved,
        )
