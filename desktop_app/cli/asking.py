"""``ask`` and ``compare``: one part typed by hand, and what another day or scenario changes."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.cli.console import Progress, complain, say
from desktop_app.cli.exit_codes import OK, USAGE, reading_code
from desktop_app.cli.question import inquiry_of, overlay_of, under_scenario
from desktop_app.cli.reading import complain_about_files, read_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import nmsg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.words import VERDICT_WORDS, WAITS_WORDS

if TYPE_CHECKING:
    from desktop_app.assessment.comparison import Change, Outcome
    from desktop_app.model.assessment import Assessment

NAMED = 5
"""Parts named per change; the others are counted."""


def ask(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Verdict, deciding words and the one question of each typed line; nothing is stored."""
    from desktop_app.assessment.explain import verdict_sentence

    lines = [line for text in options.text for line in text.splitlines() if line.strip()]
    if not lines:
        complain(catalogue.text("Nothing to ask about: write what the part is called."))
        return USAGE
    library = pipeline.load_library(overlay_of(options.scenario))
    try:
        reading = pipeline.read_typed(lines)
    except ValueError:
        complain(catalogue.text("At most twenty lines can be asked about at once."))
        return USAGE
    result = pipeline.assess(reading, inquiry_of(options), library)
    for part_id in range(len(result.parts)):
        match, licence = result.matches[part_id], result.licences[part_id]
        say(str(result.parts.value(part_id, "description")))
        for reason in match.reasons[:1]:
            say(f"  {catalogue.say(reason)}")
        say(f"  {catalogue.say(verdict_sentence(licence))}")
        for question in licence.questions[:1]:
            say(f"  {catalogue.text('Ask: {question}', question=question.text)}")
    return OK


def compare(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Assesses the files twice and prints what changes, by cause, in parts and money."""
    from desktop_app.assessment.comparison import changes
    from desktop_app.assessment.shifts import shifts

    progress = Progress(catalogue)
    inquiry = inquiry_of(options)
    other, overlay = _other(options.other, inquiry, options.scenario)
    reading = read_files(options, catalogue, progress)
    before = pipeline.assess(reading, inquiry, pipeline.load_library(overlay_of(options.scenario)))
    after = pipeline.assess(reading, other, pipeline.load_library(overlay))
    progress.end()
    complain_about_files(before.files, catalogue)
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
    return reading_code(before.files)


def _other(with_what: str, inquiry: Inquiry, scenario: str) -> tuple[Inquiry, Path | None]:
    """The same question on another day or under another scenario, which may set what is asked."""
    try:
        other = replace(inquiry, on=date.fromisoformat(with_what), on_assumed=False)
        return other, overlay_of(scenario)
    except ValueError:
        return under_scenario(with_what, inquiry), overlay_of(with_what)


def _print_change(change: "Change", after: "Assessment", catalogue: Catalogue) -> None:
    from desktop_app.assessment.answer import part_name

    money = ", ".join(catalogue.money(amount, code) for code, amount in change.spend.items())
    counted = catalogue.say(nmsg("{n} part", "{n} parts", len(change.part_ids)))
    beside = f" ({money})" if money else ""
    say(
        f"{_words(change.before, catalogue)} → {_words(change.after, catalogue)}: {counted}{beside}"
    )
    say(f"  {catalogue.say(change.why)}")
    for part_id in change.part_ids[:NAMED]:
        say(f"  - {part_name(after, part_id)}")
    if len(change.part_ids) > NAMED:
        say(f"  - {catalogue.text('{n} more', n=len(change.part_ids) - NAMED)}")


def _words(outcome: "Outcome", catalogue: Catalogue) -> str:
    verdict, waits_on = outcome
    return catalogue.say(VERDICT_WORDS[verdict] if waits_on is None else WAITS_WORDS[waits_on])
