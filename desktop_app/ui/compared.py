"""What another question changes, in the words of one language; made off the window's thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.assessment.comparison import Change, Outcome, changes
from desktop_app.assessment.shifts import shifts
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import msg, nmsg
from desktop_app.model.licence import Verdict
from desktop_app.model.words import VERDICT_WORDS, WAITS_WORDS
from desktop_app.ui.part_names import numbered_name

NAMED = 5
"""Parts named per group; the others are counted."""


@dataclass(frozen=True, slots=True)
class ChangedGroup:
    """Parts whose verdict changes alike; None where one of the two answers has not the part.

    ``money``: annual spend, "" where nobody gave any; ``parts``: (part id, name) of the first of
    them, None for a part that is no longer there; ``more``: how many others, in words, or "".
    """

    before: Verdict | None
    before_words: str
    after: Verdict | None
    after_words: str
    count: str
    money: str
    why: str
    parts: tuple[tuple[int | None, str], ...]
    more: str


@dataclass(frozen=True, slots=True)
class Compared:
    """``sentence`` says how many parts change; ``shifts`` what changes although no verdict does."""

    sentence: str
    groups: tuple[ChangedGroup, ...]
    shifts: tuple[str, ...]


def compared(before: Assessment, after: Assessment, catalogue: Catalogue) -> Compared:
    """Two answers about the same parts beside one another. Raises ValueError for other parts."""
    found = changes(before, after)
    changed = sum(len(change.part_ids) for change in found)
    sentence = nmsg(
        "{n} of {all} parts changes its verdict.",
        "{n} of {all} parts change their verdict.",
        changed,
        all=len(before.parts),
    )
    return Compared(
        catalogue.say(sentence if changed else msg("No part changes its verdict.")),
        tuple(_group(change, after, catalogue) for change in found),
        tuple(catalogue.say(shift) for shift in shifts(before, after)),
    )


def _group(change: Change, after: Assessment, catalogue: Catalogue) -> ChangedGroup:
    others = len(change.part_ids) - NAMED
    return ChangedGroup(
        before=change.before[0],
        before_words=_words(change.before, catalogue),
        after=change.after[0],
        after_words=_words(change.after, catalogue),
        count=catalogue.say(nmsg("{n} part", "{n} parts", len(change.part_ids))),
        money=_money(change, catalogue),
        why=catalogue.say(change.why),
        parts=_named(change.part_ids, after),
        more=catalogue.text("{n} more", n=others) if others > 0 else "",
    )


def _named(part_ids: Sequence[int], after: Assessment) -> tuple[tuple[int, str], ...]:
    return tuple((part_id, numbered_name(after, part_id)) for part_id in part_ids[:NAMED])


def _money(change: Change, catalogue: Catalogue) -> str:
    spend = catalogue.listed(catalogue.money(amount, code) for code, amount in change.spend.items())
    return catalogue.text("{money} a year", money=spend) if spend else ""


def _words(outcome: Outcome, catalogue: Catalogue) -> str:
    verdict, waits_on = outcome
    return catalogue.say(VERDICT_WORDS[verdict] if waits_on is None else WAITS_WORDS[waits_on])
