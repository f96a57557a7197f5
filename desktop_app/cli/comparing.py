"""``compare``: what another day, another law or the time since an earlier run changes, by cause."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from desktop_app import pipeline
from desktop_app.cli.console import Progress, complain, complain_about, say
from desktop_app.cli.exit_codes import NOTHING_READ, OK, USAGE, reading_code
from desktop_app.cli.projects import Held, NamedRun, held_in, named_run, reading_of, run_of
from desktop_app.cli.question import inquiry_of, overlay_of, under_scenario
from desktop_app.cli.reading import complain_about_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError, nmsg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.words import VERDICT_WORDS, WAITS_WORDS

if TYPE_CHECKING:
    from desktop_app.assessment.comparison import Change, Outcome
    from desktop_app.model.assessment import Assessment
    from desktop_app.model.reading import Reading
    from desktop_app.project.history import Change as RunChange
    from desktop_app.project.history import Standing

NAMED = 5
"""Parts named per change; the others are counted."""


class _Now(NamedTuple):
    """What an earlier run stands beside: files, what is recorded of them, the question."""

    held: Held
    reading: "Reading"
    inquiry: Inquiry


def compare(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Prints what changes, by cause, in parts and money."""
    run = named_run(options.other)
    try:
        held = held_in(options.project or (None if run is None else run.path))
    except CodedError as failure:
        complain_about(failure.problem, catalogue)
        return NOTHING_READ
    inquiry = inquiry_of(options, held.inquiry)
    other = (inquiry, None) if run is not None else _other(options.other, inquiry, options.scenario)
    progress = Progress(catalogue)
    reading = reading_of(options, held, catalogue, progress)
    if reading is None:
        progress.end()
        complain(catalogue.text("Nothing to assess: name files, or a project that has some."))
        return USAGE
    if run is not None:
        try:
            return _with_run(options, run, _Now(held, reading, inquiry), catalogue, progress)
        except CodedError as failure:
            progress.end()
            complain_about(failure.problem, catalogue)
            return NOTHING_READ
    before = _assessed(reading, inquiry, overlay_of(options.scenario), held)
    after = _assessed(reading, *other, held)
    progress.end()
    complain_about_files(before.files, catalogue)
    _print(before, after, catalogue)
    return reading_code(before.files)


def _assessed(
    reading: "Reading", inquiry: Inquiry, overlay: Path | None, held: Held
) -> "Assessment":
    from desktop_app.project.recorded import recorded_in

    recorded = recorded_in(held.project)
    return pipeline.assess(reading, inquiry, pipeline.load_library(overlay), recorded=recorded)


def _other(with_what: str, inquiry: Inquiry, scenario: str) -> tuple[Inquiry, Path | None]:
    """The same question on another day or under another scenario, which may set what is asked."""
    try:
        other = replace(inquiry, on=date.fromisoformat(with_what), on_assumed=False)
        return other, overlay_of(scenario)
    except ValueError:
        overlay = overlay_of(with_what, "--with")
        return under_scenario(with_what, inquiry), overlay


# --- another day or law ----------------------------------------------------------------------


def _print(before: "Assessment", after: "Assessment", catalogue: Catalogue) -> None:
    from desktop_app.assessment.comparison import changes
    from desktop_app.assessment.shifts import shifts

    changed = changes(before, after)
    for change in changed:
        _print_change(change, after, catalogue)
    parts = sum(len(change.part_ids) for change in changed)
    say(
        catalogue.say(
            nmsg(
                "{n} of {all} parts changes its verdict.",
                "{n} of {all} parts change their verdict.",
                parts,
                all=len(before.parts),
            )
        )
    )
    for shift in shifts(before, after):
        say(catalogue.say(shift))


def _print_change(change: "Change", after: "Assessment", catalogue: Catalogue) -> None:
    from desktop_app.assessment.answer import part_name

    money = catalogue.listed(catalogue.money(amount, code) for code, amount in change.spend.items())
    counted = catalogue.say(nmsg("{n} part", "{n} parts", len(change.part_ids)))
    beside = f" ({money})" if money else ""
    say(
        f"{_words(change.before, catalogue)} → {_words(change.after, catalogue)}: {counted}{beside}"
    )
    say(f"  {catalogue.say(change.why)}")
    _print_parts([part_name(after, part_id) for part_id in change.part_ids], catalogue)


def _print_parts(names: Sequence[str], catalogue: Catalogue) -> None:
    for name in names[:NAMED]:
        say(f"  - {name}")
    if len(names) > NAMED:
        say(f"  - {catalogue.text('{n} more', n=len(names) - NAMED)}")


def _words(outcome: "Outcome", catalogue: Catalogue) -> str:
    verdict, waits_on = outcome
    return catalogue.say(VERDICT_WORDS[verdict] if waits_on is None else WAITS_WORDS[waits_on])


# --- an earlier run --------------------------------------------------------------------------


def _with_run(
    options: argparse.Namespace,
    named: NamedRun,
    now: _Now,
    catalogue: Catalogue,
    progress: Progress,
) -> int:
    """An earlier run, then the answer now. Raises CodedError."""
    from desktop_app.paths import program_version
    from desktop_app.project.history import changes_between, entries_between
    from desktop_app.project.opening import open_project

    with open_project(named.path, read_only=True) as project:
        run = run_of(project.runs(), named.number)
        if run is None:
            progress.end()
            complain(_no_run(named, len(project.runs()), catalogue))
            return USAGE
        before = project.reopen(run)
        entries = entries_between(project.ledger, run.activity, len(project.ledger))
    after = _assessed(now.reading, now.inquiry, overlay_of(options.scenario), now.held)
    progress.end()
    complain_about_files(after.files, catalogue)
    local = run.at.astimezone()
    say(catalogue.text(
        "Run {number} of {day} {time} beside the answer now",
        number=str(run.number), day=local.date(), time=f"{local:%H:%M}",
    ))  # fmt: skip
    programs = (run.program, program_version())
    _print_by_cause(changes_between(before, after, entries, programs), catalogue)
    return reading_code(after.files) if options.files else OK


def _no_run(named: NamedRun, known: int, catalogue: Catalogue) -> str:
    if not known:
        return catalogue.text(
            "{file} holds no run: one is kept whenever it or a report is saved in the window.",
            file=named.path.name,
        )
    return catalogue.text(
        "{file} has no run {number}; there are {known}, numbered from 1.",
        file=named.path.name, number=str(named.number), known=known,
    )  # fmt: skip


def _print_by_cause(changes: "Sequence[RunChange]", catalogue: Catalogue) -> None:
    from desktop_app.project.history import CAUSE_WORDS

    found: dict[tuple[str, str, str], list[RunChange]] = {}
    for change in changes:
        words = (_standing(change.was, catalogue), _standing(change.now, catalogue))
        found.setdefault((change.cause, *words), []).append(change)
    for (_cause, was, now), alike in sorted(found.items(), key=lambda entry: -len(entry[1])):
        counted = catalogue.say(nmsg("{n} part", "{n} parts", len(alike)))
        say(f"{was} → {now}: {counted}")
        say(f"  {catalogue.text('Cause: {cause}', cause=CAUSE_WORDS[alike[0].cause])}")
        _print_parts([change.label for change in alike], catalogue)
    said = nmsg(
        "{n} part stands otherwise than in that run.",
        "{n} parts stand otherwise than in that run.",
        len(changes),
    )
    say(catalogue.say(said))


def _standing(standing: "Standing | None", catalogue: Catalogue) -> str:
    if standing is None:
        return catalogue.text("not there")
    return _words(cast("Outcome", (standing.verdict, standing.waits_on)), catalogue)
