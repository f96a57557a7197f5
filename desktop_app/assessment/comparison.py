"""What changes between two assessments of the same parts, by cause, in parts and money."""

from dataclasses import dataclass

import numpy as np

from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, Reason, msg
from desktop_app.model.licence import VERDICTS, Licence, Verdict, WaitsOn

Outcome = tuple[Verdict, WaitsOn | None]


@dataclass(frozen=True, slots=True)
class Change:
    """Parts whose outcome changes alike. ``why``: the state of the law that decides it.

    ``spend``: annual spend of these parts by currency, parts without any left out.
    """

    before: Outcome
    after: Outcome
    why: Message
    part_ids: tuple[int, ...]
    spend: dict[str, float]


def changes(before: Assessment, after: Assessment) -> tuple[Change, ...]:
    """Changes of verdict between two answers about the same parts, most serious first.

    Raises ValueError where the two do not have the same parts.
    """
    if len(before.parts) != len(after.parts):
        raise ValueError("the two assessments are of different parts")
    pairs: dict[tuple[int, int], tuple[Outcome, Outcome, Message] | None] = {}
    groups: dict[tuple[Outcome, Outcome, Message], list[int]] = {}
    codes = zip(before.licences.of.tolist(), after.licences.of.tolist(), strict=True)
    for part_id, pair in enumerate(codes):
        if pair not in pairs:
            pairs[pair] = _changed(before.licences.kinds[pair[0]], after.licences.kinds[pair[1]])
        changed = pairs[pair]
        if changed is not None:
            groups.setdefault(changed, []).append(part_id)
    found = [
        Change(key[0], key[1], key[2], tuple(ids), _spend(after, ids))
        for key, ids in groups.items()
    ]
    return tuple(sorted(found, key=_seriousness))


def _changed(old: Licence, new: Licence) -> tuple[Outcome, Outcome, Message] | None:
    one: Outcome = (old.verdict, old.waits_on)
    other: Outcome = (new.verdict, new.waits_on)
    return None if one == other else (one, other, _why(old, new))


def _why(old: Licence, new: Licence) -> Message:
    """The state of the law behind the worse of the two, as it stands in the newer one if there."""
    for licence in (new, old):
        for control in licence.controls:
            status = next((s for s in control.steps if s.step == "status"), None)
            if status is not None:
                return status.message
    return _said(new) or _said(old) or msg("The register says so.")


def _said(licence: Licence) -> Message | None:
    last: Reason | None = licence.reasons[-1] if licence.reasons else None
    return None if last is None else last.message


def _spend(found: Assessment, part_ids: list[int]) -> dict[str, float]:
    spend = found.numbers["annual_spend"].to_numpy(dtype=np.float64)[part_ids]
    currency = found.parts.frame["currency"].to_numpy(dtype=object)[part_ids]
    totals: dict[str, float] = {}
    for amount, code in zip(spend.tolist(), currency.tolist(), strict=True):
        if amount == amount and code:  # noqa: PLR0124 - not a number is not itself
            totals[code] = totals.get(code, 0.0) + amount
    return totals


def _seriousness(change: Change) -> tuple[int, int, int]:
    return VERDICTS.index(change.after[0]), VERDICTS.index(change.before[0]), -len(change.part_ids)
