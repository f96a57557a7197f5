"""``assess``: files in, report and JSON out."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.cli.console import Progress, complain, complain_about, say
from desktop_app.cli.exit_codes import NOT_WRITTEN, NOTHING_READ, OK, USAGE, reading_code
from desktop_app.cli.looking import part_at
from desktop_app.cli.projects import Held, held_in, reading_of
from desktop_app.cli.question import inquiry_of, overlay_of
from desktop_app.cli.reading import complain_about_cells, complain_about_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.collecting import without_collecting
from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.paths import data_home

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment, Sums
    from desktop_app.model.photo import Photo
    from desktop_app.model.recorded_note import RecordedNote
    from desktop_app.project.recorded import Recorded

REPORT_KINDS = ("monday", "management", "dossier", "supplier", "licence", "article24", "audit")
"""As in report.settings.KINDS, which is only imported where a report is written (a test compares)."""


def assess(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Assesses files and writes the outputs asked for, or prints the answer."""
    progress = Progress(catalogue)
    overlay = overlay_of(options.scenario)
    try:
        rates = None if options.rates is None else pipeline.load_rates(options.rates)
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return USAGE
    if not _is_about_something(options, catalogue):
        return USAGE
    try:
        held = held_in(options.project)
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOTHING_READ
    if not _spares_inputs(options, catalogue):
        return USAGE
    asked = (options.report, options.json, options.workbook, options.fill_in)
    law = cache(partial(pipeline.load_library, overlay))
    with without_collecting():
        reading = reading_of(
            options, held, catalogue, progress, meanwhile=lambda: pipeline.prepare(law())
        )
        if reading is None:
            complain(catalogue.text("Nothing to assess: name files, or a project that has some."))
            return USAGE
        library = law()
        inquiry, recorded = inquiry_of(options, held.inquiry), _recorded(options, held, catalogue)
        if all(output is None for output in asked):
            sums = pipeline.summed(reading, inquiry, library, progress, rates, recorded=recorded)
            return _answer(sums, catalogue, progress)
        known = pipeline.recognise(reading, inquiry.on, library, progress, rates, recorded=recorded)
        result = pipeline.assess(
            reading, inquiry, library, progress, rates, recognised=known, recorded=recorded
        )
        gc.freeze()  # all of it is needed to the end: the collector need not walk it even once
    result = _with_since(options, result, catalogue)
    if options.report is not None and options.kind == "management":
        result = pipeline.with_scenarios(result, library, recorded)
    progress.end()
    complain_about_files(result.files, catalogue)
    written = _write_outputs(options, result, catalogue, progress, known)
    return written or reading_code(result.files)


def _answer(sums: "Sums", catalogue: Catalogue, progress: Progress) -> int:
    """The answer on the screen, where no output was asked for."""
    progress.end()
    complain_about_files(sums.files, catalogue)
    code = reading_code(sums.files)
    if code != NOTHING_READ:
        _print_answer(sums, catalogue)
        complain_about_cells(sums.files, catalogue)
        sys.stdout.flush()
    return code


def _recorded(options: argparse.Namespace, held: Held, catalogue: Catalogue) -> "Recorded | None":
    """What a project records, with the buyer; the rooms are not even loaded where nothing is named."""
    sender = options.sender or _house_sender(catalogue)
    if options.project is None and not sender:
        return None
    from desktop_app.project.recorded import recorded_in
    from desktop_app.project.users import with_buyer

    recorded = None if options.project is None else recorded_in(held.project)
    return with_buyer(recorded, sender)


def _house_sender(catalogue: Catalogue) -> str:
    """The sender that a house states in a file of its own; a mistake in it is said."""
    if not data_home().joinpath("templates", "house.yaml").exists():
        return ""
    from desktop_app.report.house_style import house_style

    try:
        return house_style().sender
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return ""


def _with_since(
    options: argparse.Namespace, result: "Assessment", catalogue: Catalogue
) -> "Assessment":
    """With what changed since the run kept in the project; a run that cannot be read is said."""
    if options.project is None:
        return result
    try:
        return pipeline.with_since(result, options.project)
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return result


def _photo(options: argparse.Namespace, known: pipeline.Recognised) -> "Photo | None":
    """The photo that the project holds of the part of a dossier."""
    recorded, imported = known.recorded, known.imported
    if options.kind != "dossier" or recorded is None or not recorded.photos or imported is None:
        return None
    from desktop_app.project.photos import photo_of

    part_id = part_at(imported, options.part)
    found = None if part_id is None else photo_of(recorded.photos, imported, part_id)
    return None if found is None else found.photo


def _notes(
    options: argparse.Namespace, result: "Assessment", known: pipeline.Recognised
) -> "tuple[RecordedNote, ...]":
    """What the project records, in sentences; only an annex and a dossier say it. Records name parts
    as they were imported, not as they were corrected."""
    recorded, imported = known.recorded, known.imported
    if recorded is None or imported is None or options.kind not in ("audit", "dossier"):
        return ()
    from desktop_app.project.recorded_notes import recorded_notes

    return recorded_notes(recorded, imported, result.matches.kinds)


def _write_outputs(
    options: argparse.Namespace,
    result: "Assessment",
    catalogue: Catalogue,
    progress: "Progress",
    known: pipeline.Recognised,
) -> int:
    """Writes what was asked for; one output that fails does not keep the other from being made."""
    code = OK
    if options.json is not None:
        code = _attempt(lambda: _write_json(options, result, catalogue), catalogue) or code
    if options.report is not None:
        code = _attempt(lambda: _write_report(options, result, progress, known), catalogue) or code
        progress.end()
    if options.fill_in is not None:
        code = _attempt(partial(_write_form, options, result), catalogue) or code
    if options.workbook is not None:
        write = partial(pipeline.write_workbook, result, options.workbook, options.language)
        code = _attempt(write, catalogue) or code
    return code


def _spares_inputs(options: argparse.Namespace, catalogue: Catalogue) -> bool:
    """An output never takes the place of a file it is made from, nor of another output."""
    given = (
        options.report,
        options.workbook,
        options.fill_in,
        options.json if options.json != "-" else None,
    )
    taken = [*options.files, options.project, options.rates, options.password_file]
    places = {os.path.realpath(place) for place in taken if place is not None}
    for output in (Path(name) for name in given if name is not None):
        if os.path.realpath(output) in places:
            complain(
                catalogue.text(
                    "{file} is also read or written by this command: choose another name.",
                    file=output.name,
                )
            )
            return False
        if output.exists() and not output.is_file():
            continue
        places.add(os.path.realpath(output))
    return True


def _is_about_something(options: argparse.Namespace, catalogue: Catalogue) -> bool:
    """A dossier needs its part, a letter its supplier, licence papers either; others take neither. A
    Monday sheet may be that of a purchasing group."""
    for kinds, name, value in (
        (("dossier", "licence"), "--part", options.part),
        (("supplier", "licence"), "--supplier", options.supplier),
        (("licence",), "--fill-in", options.fill_in),
        (("monday",), "--group", options.group),
    ):
        is_needed = options.report is not None and name in ("--part", "--supplier")
        if options.kind == "licence":
            is_needed = is_needed and options.part is None and options.supplier is None
        if is_needed and options.kind in kinds and value is None:
            either = "--part | --supplier" if options.kind == "licence" else name
            complain(
                catalogue.text("--kind {kind} needs {option}.", kind=options.kind, option=either)
            )
            return False
        if options.kind not in kinds and value is not None:
            shown = " | ".join(kinds)
            complain(catalogue.text("{option} is for --kind {kind} only.", kind=shown, option=name))
            return False
    return True


def _write_report(
    options: argparse.Namespace,
    result: "Assessment",
    progress: "Progress",
    known: pipeline.Recognised,
) -> None:
    pipeline.write_report(
        result, options.report, options.language, options.paper, progress,
        kind=options.kind, part=_part(options, result), supplier=options.supplier,
        logo=options.logo, sender=options.sender, group=options.group, photo=_photo(options, known),
        recorded=_notes(options, result, known),
    )  # fmt: skip


def _part(options: argparse.Namespace, result: "Assessment") -> int | None:
    """The part a paper is about, None where none was named. Raises CodedError (E_NOT_FOUND)."""
    if options.part is None:
        return None
    part_id = part_at(result.parts, options.part)
    if part_id is None:
        raise CodedError(
            Problem(
                "E_NOT_FOUND",
                msg("There is no part at {place}.", place=options.part),
                msg("Name a part by sheet and row, such as Parts!17."),
            )
        )
    return part_id


def _write_form(options: argparse.Namespace, result: "Assessment") -> None:
    part_id = _part(options, result)
    pipeline.write_licence_form(
        result, options.fill_in, options.language, part_id, options.supplier
    )


def _attempt(write: Callable[[], object], catalogue: Catalogue) -> int:
    try:
        write()
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOT_WRITTEN
    return OK


def _write_json(options: argparse.Namespace, result: "Assessment", catalogue: Catalogue) -> None:
    from desktop_app.report.assessment_json import assessment_json
    from desktop_app.report.target import write_whole

    document = assessment_json(result, catalogue, options.parts == "relevant")
    if options.json == "-":
        sys.stdout.buffer.writelines(document)
        sys.stdout.flush()
    else:
        write_whole(Path(options.json), lambda place: _put(place, document))


def _put(place: Path, document: Iterable[bytes]) -> None:
    with place.open("wb") as stream:
        stream.writelines(document)


def _print_answer(result: "Sums", catalogue: Catalogue) -> None:
    from desktop_app.assessment.answer import answer, counts

    for sentence in answer(result):
        say(catalogue.say(sentence))
    for _, words, number in counts(result):
        say(f"{catalogue.number(number):>12}  {catalogue.say(words)}")
    say(
        catalogue.text(
            "Screening, not legal advice. Law as read {day}, edition {edition}.",
            day=result.edition.reviewed_through,
            edition=result.edition.edition,
        )
    )
