"""``columns`` and ``explain``: what was found in files, and why one part was judged as it was."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.cli.console import Progress, complain, complain_about, say
from desktop_app.cli.exit_codes import NOTHING_READ, OK, USAGE, reading_code
from desktop_app.cli.projects import held_in, reading_of
from desktop_app.cli.question import inquiry_of, overlay_of
from desktop_app.cli.reading import complain_about_files, read_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.model.words import EVIDENCE_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop_app.model.assessment import Assessment
    from desktop_app.model.findings import Reason
    from desktop_app.model.parts import PartTable


def columns(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Prints what was found in the files as JSON."""
    import orjson

    from desktop_app.report.files_json import files_json

    progress = Progress(catalogue)
    reading = read_files(options, catalogue, progress)
    progress.end()
    found = {"files": files_json(reading.files, catalogue)}
    say(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
    complain_about_files(reading.files, catalogue)
    return reading_code(reading.files)


def explain(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Prints the decision path of one part."""
    from desktop_app.project.recorded import recorded_in

    try:
        held = held_in(options.project)
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOTHING_READ
    progress = Progress(catalogue)
    inquiry = inquiry_of(options, held.inquiry)
    overlay = overlay_of(options.scenario)
    reading = reading_of(options, held, catalogue, progress)
    if reading is None:
        progress.end()
        complain(catalogue.text("Nothing to assess: name files, or a project that has some."))
        return USAGE
    progress.end()
    is_there = bool(_parts_at(reading.parts, options.part))
    if not is_there:
        complain_about_files(reading.files, catalogue)
        complain(
            catalogue.text(
                "There is no part at {place}; parts are named SHEET!ROW.", place=options.part
            )
        )
        return reading_code(reading.files) or USAGE
    library, recorded = pipeline.load_library(overlay), recorded_in(held.project)
    result = pipeline.assess(reading, inquiry, library, recorded=recorded)
    found = _parts_at(result.parts, options.part)
    _say_notes(result, found or _named_there(result.parts, reading.parts, options.part), catalogue)
    return OK


def _say_notes(result: "Assessment", part_ids: Sequence[int], catalogue: Catalogue) -> None:
    """Each part, the question it answers, and its decision path."""
    from desktop_app.assessment.answer import part_name
    from desktop_app.assessment.explain import legal_note
    from desktop_app.report.question import question_line
    from desktop_app.report.settings import load_settings
    from desktop_app.report.view import View

    view = View(result, catalogue, load_settings())
    for part_id in part_ids:
        say(part_name(result, part_id))
        say(question_line(view, part_id))
        for section in legal_note(result, part_id):
            say(f"\n{catalogue.say(section.heading)}")
            for reason in section.steps:
                say(_step_line(reason, catalogue))


def _step_line(reason: "Reason", catalogue: Catalogue) -> str:
    """One step of a note with how good its evidence is and where the rule was read."""
    grade = f" [{catalogue.say(EVIDENCE_WORDS[reason.evidence])}]" if reason.evidence else ""
    source = f" ({reason.source})" if reason.source else ""
    return f"- {catalogue.say(reason.message)}{grade}{source}"


def part_at(parts: "PartTable", place: str) -> int | None:
    """The part named SHEET!ROW, the first where several lists name one; None where none does, nor where
    several have that number: papers are made out for one."""
    found = _parts_at(parts, place)
    if len(found) > 1 and found == _numbered(parts, place):
        return None
    return found[0] if found else None


def _named_there(parts: "PartTable", read: "PartTable", place: str) -> list[int]:
    """The parts that a row names which said nothing new of them, as a list given twice."""
    fields = ("part_number", "mpn")
    named = {(f, read.value(at, f)) for at in _parts_at(read, place) for f in fields}
    named -= {(field, None) for field in fields}
    return [
        part_id
        for part_id in range(len(parts))
        if any((field, parts.value(part_id, field)) in named for field in fields)
    ]


def _parts_at(parts: "PartTable", place: str) -> list[int]:
    """The parts named SHEET!ROW: of several files, or of lists that stand side by side, which their
    first column tells apart: SHEET!F6. A row that said more of a part of another list names that part.
    A file without sheets is named by its own name; what is no place may be the number of a part."""
    from desktop_app.report.part_view import first_columns

    sheet, _, last = place.rpartition("!")
    named = re.fullmatch(r"([A-Z]{0,3})(\d{1,9})", last, re.ASCII)
    if named is None or "!" not in place:
        return _numbered(parts, place)
    frame, column, row = parts.frame, named[1], named[2]
    at = (_in_sheet(parts, sheet) & (frame["row"] == int(row)).to_numpy()).nonzero()[0]
    letters = first_columns(parts) if column else {}
    own = [
        int(part_id)
        for part_id in at
        if not column or letters.get(int(frame["table"].iloc[part_id])) == column
    ]
    if column:
        return own
    lent = (
        part_id
        for part_id, cells in sorted(parts.provenance.items())
        if any(cell.sheet == sheet and cell.row == int(row) for cell in cells.values())
    )
    return list(dict.fromkeys((*own, *lent)))


def _in_sheet(parts: "PartTable", sheet: str) -> "NDArray[np.bool_]":
    """Which parts stand in a sheet of that name; where there is none, in a file of that name."""
    frame, name = parts.frame, sheet.casefold()
    found: NDArray[np.bool_] = (frame["sheet"] == sheet).to_numpy()
    if found.any():
        return found
    names = (Path(file) for file in parts.file_names)
    files = [
        at for at, file in enumerate(names) if name in (file.name.casefold(), file.stem.casefold())
    ]
    whole: NDArray[np.bool_] = (frame["file"].isin(files) & (frame["sheet"] == "")).to_numpy()
    return whole


def _numbered(parts: "PartTable", number: str) -> list[int]:
    """The parts whose own or maker's number this is."""
    frame = parts.frame
    at = ((frame["part_number"] == number) | (frame["mpn"] == number)).to_numpy().nonzero()[0]
    return [int(part_id) for part_id in at]
