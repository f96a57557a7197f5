"""``answers``: reads answered questionnaires back into a project and says what they changed."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.cli.console import Progress, complain, complain_about, say
from desktop_app.cli.exit_codes import NOT_WRITTEN, NOTHING_READ, OK, SOME_REFUSED, USAGE
from desktop_app.cli.question import inquiry_of, overlay_of
from desktop_app.cli.reading import complain_about_files, read_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError, Message, column_letters, msg
from desktop_app.model.words import FORM_WORDS, VERDICT_WORDS

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.model.parts import FactCell
    from desktop_app.model.reading import Reading
    from desktop_app.model.sources import SourceFile
    from desktop_app.model.verdict import Interval
    from desktop_app.project.project import Project
    from desktop_app.report.returns import Narrowed, Standing
    from desktop_app.report.view import View

NAMED = 40
"""Lines of one list on a screen; the rest is counted."""


@dataclass(frozen=True, eq=False)
class _Outcome:
    """The project before the answers and with them. ``new``: paths of the files taken in."""

    before: "Assessment"
    after: "Assessment"
    project: "Project"
    new: frozenset[str]


def answers(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Takes answers into a project and prints what they changed, or who has not answered."""
    progress = Progress(catalogue)
    try:
        project, on_desk = pipeline.read_project(options.project)
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOTHING_READ
    if on_desk is None:
        complain(catalogue.text("The project holds no parts list: there is nothing to answer."))
        return USAGE
    came, strangers, code = _what_came(options, on_desk, catalogue, progress)
    found = _outcome(options, project, on_desk, came, progress)
    progress.end()
    if came is not None and not options.check:
        try:
            _keep(options.project, came)
        except CodedError as failure:
            complain_about(failure.problem, catalogue)
            return NOT_WRITTEN
    for name in strangers:
        complain(name)
    _print(found, catalogue, bool(options.files))
    return _remind(options, found, catalogue, progress) or code


def _what_came(
    options: argparse.Namespace, on_desk: "Reading", catalogue: Catalogue, progress: Progress
) -> "tuple[Reading | None, list[str], int]":
    """The answered questionnaires among the files, complaints about the others, and the exit code."""
    from desktop_app.model.reading import without

    if not options.files:
        return None, [], OK
    reading = read_files(options, catalogue, progress)
    complain_about_files((f for f in reading.files if f.outcome == "refused"), catalogue)
    known = {file.sha256 for file in on_desk.files if file.outcome != "refused"}
    complaints = {
        file.path: why
        for file in reading.files
        if file.outcome != "refused" and (why := _not_taken(file, known)) is not None
    }
    refused = [file.path for file in reading.files if file.outcome == "refused"]
    left = without(reading, {*complaints, *refused})
    said = [f"{Path(path).name}: {catalogue.say(why)}" for path, why in complaints.items()]
    bad = len(refused) + sum(why is not _KNOWN for why in complaints.values())
    code = OK if not bad else NOTHING_READ if bad == len(reading.files) else SOME_REFUSED
    return (left if left.files else None), said, code


_KNOWN = msg("This very file was read before.")


def _not_taken(file: "SourceFile", known: set[str]) -> Message | None:
    """Why a file that was read is not taken in; None for an answered questionnaire."""
    if file.sha256 in known:
        return _KNOWN
    if file.answered is not None:
        return (
            msg("The questionnaire is blank: nobody answered.") if file.answered.is_blank else None
        )
    if file.questionnaire is not None:
        return (
            msg("The template is blank: nobody answered.") if file.questionnaire.is_blank else None
        )
    return msg("This is no answered questionnaire; nothing was taken from it.")


def _keep(path: Path, came: "Reading") -> None:
    """Adds the files to the project as one activity, which can be undone. Raises CodedError."""
    from desktop_app.project.opening import open_project

    with open_project(path) as project:
        project.add_files(came)


def _outcome(
    options: argparse.Namespace,
    project: "Project",
    on_desk: "Reading",
    came: "Reading | None",
    progress: Progress,
) -> _Outcome:
    from desktop_app.model.reading import joined
    from desktop_app.project.recorded import recorded_in

    library = pipeline.load_library(overlay_of(options.scenario))
    inquiry, recorded = inquiry_of(options, project.inquiry), recorded_in(project)
    before = pipeline.assess(on_desk, inquiry, library, progress, recorded=recorded)
    after, new = before, frozenset[str]()
    if came is not None:
        both = joined(on_desk, came)
        after = pipeline.assess(both, inquiry, library, progress, recorded=recorded)
        new = frozenset(file.path for file in came.files)
    return _Outcome(before, after, project, new)


# --- what is printed -------------------------------------------------------------------------


def _print(found: _Outcome, catalogue: Catalogue, has_files: bool) -> None:
    if has_files and found.new:
        _section(catalogue.text("What came back"), _came_back(found, catalogue))
        _section(catalogue.text("Verdicts that changed"), _turned(found, catalogue))
        _section(catalogue.text("Estimates that narrowed"), _narrowed(found, catalogue))
        _section(
            catalogue.text("Contradictions, side by side; none is used"),
            _conflicts(found, catalogue),
        )
        _section(
            catalogue.text("Not understood, or laid on no part"),
            _told_of_cells("W_ANSWER", found, catalogue),
        )
        _section(
            catalogue.text("Written beside the answers"),
            _told_of_cells("W_ANSWER_NOTE", found, catalogue),
        )
    _section(catalogue.text("Who has answered and who has not"), _standing(found, catalogue))


def _section(title: str, lines: Iterator[str]) -> None:
    listed = list(lines)
    if not listed:
        return
    say(title)
    for line in listed[:NAMED]:
        say(f"  {line}")
    if len(listed) > NAMED:
        say(f"  … +{len(listed) - NAMED}")


def _came_back(found: _Outcome, catalogue: Catalogue) -> Iterator[str]:
    for file in found.after.files:
        if file.path in found.new:
            for issue in file.issues:
                if issue.code in ("W_ANSWERS", "W_QUESTIONNAIRE", "W_JOINED", "W_NOT_JOINED"):
                    yield f"{Path(file.path).name}: {catalogue.say(issue.message)}"


def _turned(found: _Outcome, catalogue: Catalogue) -> Iterator[str]:
    from desktop_app.report.returns import turned

    for one in turned(found.before, found.after):
        words = (catalogue.say(VERDICT_WORDS[v]) for v in (one.before, one.after))
        line = f"{_part(found.after, one.part_id)}: {' → '.join(words)}"
        yield f"{line}  {catalogue.text('(please check this one)')}" if one.is_contrary else line


def _narrowed(found: _Outcome, catalogue: Catalogue) -> Iterator[str]:
    from desktop_app.report.returns import narrowed

    for one in narrowed(found.before, found.after):
        what = catalogue.say(one.what)
        old, new = (_interval(one, value, catalogue) for value in (one.before, one.after))
        yield f"{_part(found.after, one.part_id)}: {what}: {old} → {new}"


def _interval(one: "Narrowed", value: "Interval", catalogue: Catalogue) -> str:
    low, _, high = value
    if one.is_share:
        ends = [catalogue.percent(end) for end in (low, high)]
    else:
        ends = [f"{catalogue.number(end)} %" for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def _conflicts(found: _Outcome, catalogue: Catalogue) -> Iterator[str]:
    from desktop_app.report.returns import FIELD_TITLES

    parts = found.after.parts
    answered = {n for n, file in enumerate(found.after.files) if file.answered is not None}
    for part_id, conflicts in sorted(parts.conflicts.items()):
        for conflict in conflicts:
            if not any(cell.file in answered for _, cell in conflict.said):
                continue
            title = FIELD_TITLES.get(conflict.field)
            field = conflict.field if title is None else catalogue.say(title)
            said = catalogue.grouped(
                f"“{_short(text)}” ({_place(found.after, cell)})" for text, cell in conflict.said
            )
            yield f"{_part(found.after, part_id)}: {field}: {said}"
    yield from _other_forms(found.after, catalogue)


def _other_forms(after: "Assessment", catalogue: Catalogue) -> Iterator[str]:
    """The form is read from the description, which is shown beside the answer."""
    from desktop_app.report.returns import FIELD_TITLES, other_forms

    for part_id, form, said in other_forms(after):
        own = after.parts.cell_of(part_id, "description")
        beside = "" if own is None else f", {_at(own.file, own.sheet, own.row, own.column)}"
        words = catalogue.say(FORM_WORDS[form]) if form in FORM_WORDS else form
        answer = f"“{_short(said.typed)}” ({_place(after, said.place)})"
        title = catalogue.say(FIELD_TITLES["form"])
        yield f"{_part(after, part_id)}: {title}: {words}{beside}; {answer}"


def _told_of_cells(code: str, found: _Outcome, catalogue: Catalogue) -> Iterator[str]:
    for file in found.after.files:
        for issue in file.issues if file.path in found.new else ():
            if issue.code == code:
                place = _at(Path(file.path).name, issue.sheet, issue.row or 0, issue.column)
                yield f"{place}: {catalogue.say(issue.message)}"


def _standing(found: _Outcome, catalogue: Catalogue) -> Iterator[str]:
    from desktop_app.report.returns import never_asked, standing_words

    standing = _standings(found, catalogue)
    for one in standing:
        yield f"{_short(one.supplier)}: {catalogue.say(standing_words(one, found.after.inquiry.on))}"
    for name in never_asked(_view(found, catalogue), tuple(standing)):
        yield f"{_short(name)}: {catalogue.text('not asked yet, as far as is remembered')}"


def _standings(found: _Outcome, catalogue: Catalogue) -> "Sequence[Standing]":
    from desktop_app.project.sent import sent_days
    from desktop_app.report.returns import standings

    return standings(_view(found, catalogue), sent_days(found.project))


def _view(found: _Outcome, catalogue: Catalogue) -> "View":
    from desktop_app.report.settings import load_settings
    from desktop_app.report.view import Scope, View

    return View(found.after, catalogue, load_settings(), Scope("supplier"))


def _remind(
    options: argparse.Namespace, found: _Outcome, catalogue: Catalogue, progress: Progress
) -> int:
    """Writes the reminders asked for; names what was written."""
    from desktop_app.report.letterhead import read_letterhead
    from desktop_app.report.outbox import write_reminders

    if options.out is None:
        return OK
    try:
        standing = _standings(found, catalogue)
        head = read_letterhead(options.logo, options.sender)
        written = write_reminders(
            found.after, options.out, standing, progress, options.paper, letterhead=head
        )
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOT_WRITTEN
    finally:
        progress.end()
    for one in written:
        say(one.files[0].name)
    if not written:
        say(catalogue.text("Nobody has to be reminded."))
    return OK


def _part(assessment: "Assessment", part_id: int) -> str:
    from desktop_app.assessment.answer import part_name

    number = assessment.parts.value(part_id, "part_number") or assessment.parts.value(
        part_id, "mpn"
    )
    name = part_name(assessment, part_id)
    return _short(name if number in (None, name) else f"{number} {name}")


def _short(text: str) -> str:
    from desktop_app.report.mails import short

    return short(text)


def _place(assessment: "Assessment", cell: "FactCell") -> str:
    file = assessment.parts.file_names[cell.file]
    return _at(file, cell.sheet, cell.row, cell.column)


def _at(file: str, sheet: str | None, row: int, column: int | None) -> str:
    """A cell as a person writes it; a text file has no sheets."""
    cell = f"{column_letters(column) if column else ''}{row}"
    return " › ".join(part for part in (file, sheet, cell) if part)
