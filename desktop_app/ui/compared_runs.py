"""What differs between an earlier run and the answer now, by cause, in the words of one language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg, nmsg
from desktop_app.model.licence import Verdict
from desktop_app.model.words import VERDICT_WORDS, WAITS_WORDS
from desktop_app.paths import program_version
from desktop_app.project.history import (
    CAUSE_WORDS,
    Cause,
    Change,
    Standing,
    changes_between,
    entries_between,
)
from desktop_app.ui.compared import NAMED, ChangedGroup, Compared
from desktop_app.ui.field_words import FIELD_WORDS

if TYPE_CHECKING:
    from desktop_app.model.assessment import Assessment
    from desktop_app.project.file import ProjectFile
    from desktop_app.project.storage.runs import Run

FACTS_NAMED = 3
_Place = tuple[Cause, tuple[str, str | None] | None, tuple[str, str | None] | None]


def compared_with_run(
    project: "ProjectFile", run: "Run", now: "Assessment", catalogue: Catalogue
) -> Compared:
    """The answer now beside an earlier run. Raises CodedError E_CORRUPT for a run that is not whole."""
    before = project.reopen(run)
    entries = entries_between(project.ledger, run.activity, len(project.ledger))
    changes = changes_between(before, now, entries, (run.program, program_version()))
    said = nmsg(
        "{n} part stands otherwise than in that run.",
        "{n} parts stand otherwise than in that run.",
        len(changes),
    )
    if not changes:
        said = msg("Every part stands as it did in that run.")
    return Compared(catalogue.say(said), _groups(changes, catalogue), ())


def _groups(changes: Sequence[Change], catalogue: Catalogue) -> tuple[ChangedGroup, ...]:
    """Parts that changed by one cause from one verdict to another, the largest group first."""
    found: dict[_Place, list[Change]] = {}
    for change in changes:
        place = (change.cause, _outcome(change.was), _outcome(change.now))
        found.setdefault(place, []).append(change)
    ordered = sorted(found.items(), key=lambda entry: -len(entry[1]))
    return tuple(_group(place, alike, catalogue) for place, alike in ordered)


def _outcome(standing: Standing | None) -> tuple[str, str | None] | None:
    return None if standing is None else (standing.verdict, standing.waits_on)


def _group(place: _Place, alike: Sequence[Change], catalogue: Catalogue) -> ChangedGroup:
    cause, before, after = place
    others = len(alike) - NAMED
    return ChangedGroup(
        before=_verdict(before),
        before_words=_words(before, catalogue),
        after=_verdict(after),
        after_words=_words(after, catalogue),
        count=catalogue.say(nmsg("{n} part", "{n} parts", len(alike))),
        money="",
        why=catalogue.text("Cause: {cause}", cause=CAUSE_WORDS[cause]),
        parts=tuple((change.after, _named(change, catalogue)) for change in alike[:NAMED]),
        more=catalogue.text("{n} more", n=others) if others > 0 else "",
    )


def _verdict(outcome: tuple[str, str | None] | None) -> Verdict | None:
    return None if outcome is None else cast(Verdict, outcome[0])


def _words(outcome: tuple[str, str | None] | None, catalogue: Catalogue) -> str:
    if outcome is None:
        return catalogue.text("not there")
    verdict, waits_on = outcome
    said = VERDICT_WORDS[cast(Verdict, verdict)] if waits_on is None else WAITS_WORDS[waits_on]
    return catalogue.say(said)


def _named(change: Change, catalogue: Catalogue) -> str:
    """The part, the facts of its own that differ, and the day it runs out where that moved."""
    beside = [
        catalogue.say(FIELD_WORDS[name])
        for name in change.fields[:FACTS_NAMED]
        if name in FIELD_WORDS
    ]
    was, now = change.was, change.now
    if (
        was is not None
        and now is not None
        and was.run_out != now.run_out
        and now.run_out is not None
    ):
        beside.append(catalogue.text("runs out on {day}", day=now.run_out))
    return f"{change.label} ({catalogue.listed(beside)})" if beside else change.label
