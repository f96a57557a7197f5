"""The law as a report names it: one line per announcement that touches a part, the others listed."""

from typing import TypeAlias

from desktop_app.model.assessment import ControlStatus
from desktop_app.model.findings import Message, nmsg
from desktop_app.model.words import STATUS_WORDS
from desktop_app.report.blocks import Cell, Column, Paragraph, Row, Table
from desktop_app.report.sentences import announcements
from desktop_app.report.view import View


def checked(view: View) -> Message:
    """All announcements checked, in one sentence: the list the foot of every page points to."""
    return nmsg(
        "{n} announcement of the Chinese Ministry of Commerce (MOFCOM) was checked: {names}.",
        "{n} announcements of the Chinese Ministry of Commerce (MOFCOM) were checked: {names}.",
        announcements(view),
        names=view.announcements(),
    )


def untouched(view: View) -> Paragraph:
    """All announcements checked, and that none of them touches a part."""
    none = view.text("None of them touches a part of these files.")
    return Paragraph(view.catalogue.sentences((view.say(checked(view)), none)), "note")


Touched: TypeAlias = dict[tuple[str, str], int]
"""Number of parts per announcement and provision ("" where an announcement has only one)."""


def touching(view: View) -> Touched:
    """The provisions that apply or may apply to any part, suspended ones included."""
    licences = view.assessment.licences
    sizes = [0] * len(licences.kinds)
    for code in licences.of.tolist():
        sizes[code] += 1
    provisions: dict[str, list[str]] = {}
    for control in view.edition.controls:
        provisions.setdefault(control.id, []).append(control.provision)
    counted: Touched = {}
    for kind, size in zip(licences.kinds, sizes, strict=True):
        found = {
            (finding.id, provision)
            for finding in kind.controls
            if finding.verdict != "not_needed"
            for provision in provisions.get(finding.id, ())
            if speaks_of(finding.item, provision)
        }
        for place in found:
            counted[place] = counted.get(place, 0) + size
    return counted


def speaks_of(item: str, provision: str) -> bool:
    """Whether a line, named as ``s.1(1)/Part-2``, belongs to a provision of its announcement."""
    return not provision or item == provision or item.startswith(f"{provision}/")


def touching_table(view: View) -> Table:
    """Provisions of announcements that touch a part, with status, span and source."""
    counted = touching(view)
    columns = (
        Column(view.text("Announcement")),
        Column(view.text("What it controls")),
        Column(view.text("Status on {day}", day=view.inquiry.on)),
        Column(view.text("Parts"), "number"),
        Column(view.text("Source")),
    )
    rows = tuple(
        _row(view, control, counted[control.id, control.provision])
        for control in view.edition.controls
        if (control.id, control.provision) in counted
    )
    return Table("law_touching", columns, rows)


def _row(view: View, control: ControlStatus, parts: int) -> Row:
    status = view.say(STATUS_WORDS[control.status])
    span = view.text("from {day}", day=control.since)
    if control.until:
        span = f"{span} {view.text('to {day}', day=control.until)}"
    name = view.announcement(control.id, control.number, control.provision)
    return Row(
        f"{control.id} {control.provision}".strip(),
        (
            Cell(name, strong=True),
            Cell(view.shipped(control.title)),
            Cell(status, span),
            Cell(view.catalogue.number(parts)),
            Cell("", control.source),
        ),
    )
