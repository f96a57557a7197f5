"""``flags``: what rules that bind the buyer say of the parts; only on request."""

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app import pipeline
from desktop_app.cli.console import Progress, complain, say
from desktop_app.cli.exit_codes import USAGE, reading_code
from desktop_app.cli.question import inquiry_of, overlay_of
from desktop_app.cli.reading import complain_about_files, read_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.verdict import Ternary

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.model.flags import Flag

NAMED = 5
"""Parts named per answer; the others are counted."""
ANSWER_WORDS: dict[Ternary, Message] = {
    Ternary.YES: msg("applies"),
    Ternary.UNKNOWN: msg("cannot tell"),
    Ternary.NO: msg("does not apply"),
}


def flags(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Prints each duty with its dates, the parts it reaches, and what is missing to tell."""
    from desktop_app.register.buyer_rule_files import buyer_rules_of

    library = pipeline.load_library(overlay_of(options.scenario))
    rules = buyer_rules_of(library.edition)
    questions = {name: words for rule in rules for name, words in rule.questions.items()}
    answers = _answers(options.answer)
    if answers is None or not answers.keys() <= questions.keys():
        complain(catalogue.text("--answer takes one of these and yes or no, such as ID=yes:"))
        for name, words in questions.items():
            complain(f"  {name}  {catalogue.say(Message(words))}")
        return USAGE
    progress = Progress(catalogue)
    reading = read_files(options, catalogue, progress)
    result = pipeline.assess(reading, inquiry_of(options), library, progress)
    result = pipeline.with_flags(result, library, answers)
    progress.end()
    complain_about_files(result.files, catalogue)
    for line in flag_lines(result, catalogue):
        say(line)
    for name in sorted(questions.keys() - answers.keys()):
        question = Message(questions[name])
        say(catalogue.text("--answer {id}=yes or no: {question}", id=name, question=question))
    say(catalogue.text("A decision aid, not legal advice."))
    return reading_code(result.files)


def _answers(given: list[str]) -> dict[str, bool] | None:
    """Answers by question; None where one is no yes or no."""
    words = {"yes": True, "no": False}
    found: dict[str, bool] = {}
    for text in given:
        name, _, word = text.partition("=")
        if not name or word not in words:
            return None
        found[name] = words[word]
    return found


def flag_lines(result: "Assessment", catalogue: Catalogue) -> Iterator[str]:
    """One block a duty, in the order of the rules; parts are named, worst answer first."""
    if result.flags is None or not len(result.flags):
        return
    duties = len(result.flags[0])
    for position in range(duties):
        parts: dict[Ternary, list[int]] = {answer: [] for answer in ANSWER_WORDS}
        for part_id, found in enumerate(result.flags):
            parts[found[position].applies].append(part_id)
        yield from _duty(result.flags[0][position], catalogue)
        for answer in (Ternary.YES, Ternary.UNKNOWN):
            yield from _named(result, parts[answer], position, catalogue)
        for answer, words in ANSWER_WORDS.items():
            yield f"{catalogue.number(len(parts[answer])):>12}  {catalogue.say(words)}"
        yield ""


def _duty(flag: "Flag", catalogue: Catalogue) -> Iterator[str]:
    yield catalogue.say(flag.title)
    yield f"  {catalogue.say(_when(flag))}"
    yield f"  {catalogue.say(flag.duty)}"
    for remark in (flag.why, flag.note):
        if remark is not None:
            yield f"  {catalogue.say(remark)}"
    yield "  " + catalogue.text(
        "Read through {day}: {address}", day=flag.read_through, address=flag.source
    )
    for exception in flag.unless:
        yield f"  {catalogue.text('Unless: {exception}', exception=exception)}"


def _when(flag: "Flag") -> Message:
    if flag.state == "date_unknown":
        return msg("From a day that is not known.")
    days = nmsg("{n} day left", "{n} days left", flag.days_left or 0)
    if flag.state == "coming" and flag.earliest:
        return msg("From {day} at the earliest, {days}.", day=flag.since, days=days)
    if flag.state == "coming":
        return msg("From {day}, {days}.", day=flag.since, days=days)
    if flag.until is not None:
        return msg("In force until {day}, {days}.", day=flag.until, days=days)
    return msg("In force since {day}.", day=flag.since)


def _named(
    result: "Assessment", part_ids: list[int], position: int, catalogue: Catalogue
) -> Iterator[str]:
    """The first parts, and what is missing about all of them, most often missing first."""
    from desktop_app.assessment.answer import part_name

    if not part_ids or result.flags is None:
        return
    missing = Counter(
        words for part_id in part_ids for words in result.flags[part_id][position].missing
    )
    label = ANSWER_WORDS[result.flags[part_ids[0]][position].applies]
    for part_id in part_ids[:NAMED]:
        yield f"  - {catalogue.say(label)}: {part_name(result, part_id)}"
    if len(part_ids) > NAMED:
        yield f"  - {catalogue.text('{n} more', n=len(part_ids) - NAMED)}"
    for words, count in missing.most_common():
        yield "  " + catalogue.text("Missing: {fact} ({n})", fact=words, n=count)
