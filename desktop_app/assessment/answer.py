"""The answer in one sentence and its counts; window, page and command line say the same."""

import math

from desktop_app.model.assessment import Assessment, Sums
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.words import VERDICT_WORDS, WAITS_WORDS


def answer(assessment: Assessment | Sums) -> tuple[Message, ...]:
    """One to three sentences: what needs a licence, what runs out first, what nobody knows yet."""
    totals = assessment.totals
    if totals.parts == 0:
        return (msg("No parts were found in these files."),)
    sentences = [_licences(assessment)]
    if totals.first_run_out_part is not None and totals.first_run_out is not None:
        sentences.append(_first_to_run_out(assessment, totals.first_run_out_part))
    elif totals.needed:
        sentences.append(msg("No run-out date: stock or yearly demand is missing for these parts."))
    return tuple(sentences)


def _licences(assessment: Assessment | Sums) -> Message:
    totals = assessment.totals
    if totals.needed and totals.needed_uncovered < totals.needed:
        return nmsg(
            "{n} part needs a licence; {uncovered} without one on the way.",
            "{n} parts need a licence; {uncovered} of them have none on the way.",
            totals.needed,
            uncovered=totals.needed_uncovered,
        )
    if totals.needed:
        return nmsg("{n} part needs a licence.", "{n} parts need a licence.", totals.needed)
    if totals.waits_part:
        return nmsg(
            "No part certainly needs a licence; {n} part may, and its supplier must be asked.",
            "No part certainly needs a licence; {n} parts may, and their suppliers must be asked.",
            totals.waits_part,
        )
    if totals.waits_law:
        return nmsg(
            "No part certainly needs a licence; {n} part hangs on a control whose status is not "
            "known.",
            "No part certainly needs a licence; {n} parts hang on controls whose status is not "
            "known.",
            totals.waits_law,
        )
    if totals.not_screened:
        return nmsg(
            "No recognised part needs a licence on this day; {n} line was not recognised.",
            "No recognised part needs a licence on this day; {n} lines were not recognised.",
            totals.not_screened,
        )
    return msg("No part needs a licence on this day as far as the parts were recognised.")


def _first_to_run_out(assessment: Assessment | Sums, part_id: int) -> Message:
    numbers = assessment.numbers.iloc[part_id]
    name = part_name(assessment, part_id)
    gap = float(numbers["gap_days"])
    day = numbers["run_out"]
    if math.isnan(gap) or gap <= 0:
        return msg("First of these to run out: {part}, {day}.", part=name, day=day)
    return nmsg(
        "First of these to run out: {part}, {day}, {n} day before licensed goods could be here.",
        "First of these to run out: {part}, {day}, {n} days before licensed goods could be here.",
        round(gap),
        part=name,
        day=day,
    )


def part_name(assessment: Assessment | Sums, part_id: int) -> str:
    """What a purchaser calls the part: description, else a number, else the row."""
    parts = assessment.parts
    for field in ("description", "part_number", "mpn"):
        value = parts.value(part_id, field)
        if value:
            return str(value)
    return f"{parts.value(part_id, 'sheet')}!{parts.value(part_id, 'row')}"


def counts(assessment: Assessment | Sums) -> tuple[tuple[str, Message, int], ...]:
    """(id, words, number of parts) in the order in which they matter; never added up."""
    totals = assessment.totals
    return (
        ("needed", VERDICT_WORDS["needed"], totals.needed),
        ("part", WAITS_WORDS["part"], totals.waits_part),
        ("law", WAITS_WORDS["law"], totals.waits_law),
        ("suspended", VERDICT_WORDS["suspended"], totals.suspended),
        ("recognition", WAITS_WORDS["recognition"], totals.not_screened),
        ("not_needed", VERDICT_WORDS["not_needed"], totals.not_needed),
    )
