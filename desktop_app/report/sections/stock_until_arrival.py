"""Whether the stock of the parts of an application lasts until their goods are there."""

from collections.abc import Sequence
from datetime import date, timedelta

from desktop_app.assessment.licence_plan import Days
from desktop_app.assessment.stock_notes import NO_DAY
from desktop_app.language.catalogue import isolated
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.report.view import View


def first_out(view: View, parts: Sequence[int]) -> tuple[date, int] | None:
    """The first day on which one of these parts runs out, and the part."""
    days = ((_last_day(view, part), part) for part in parts)
    return min(((day, part) for day, part in days if day is not None), default=None)


def _last_day(view: View, part: int) -> date | None:
    """The day on which stock ends; the last of the calendar where it lasts beyond that."""
    day = view.other(part, "run_out")
    if isinstance(day, date):
        return day
    return None if view.number(part, "cover_days") is None else date.max


def against_stock(view: View, parts: Sequence[int], arrival: Days) -> list[str]:
    """The part that runs out first, and those of which nobody can say when, with the reason."""
    found = first_out(view, parts)
    said = [] if found is None else [view.say(_of_first(view, *found, arrival))]
    open_ones: dict[str, list[int]] = {}
    for part in parts:
        if _last_day(view, part) is None:
            open_ones.setdefault(_why_open(view, part), []).append(part)
    for why, those in open_ones.items():
        names = "" if len(those) == len(parts) else f"{isolated(view.named(those, 3))}: "
        said.append(f"{names}{why}")
    return said


APART = 2
"""Days by which a plan may differ from the clock without a word: each rounds its own days."""


def against_the_clock(view: View, parts: Sequence[int], likely: date) -> list[str]:
    """Why the likely day of a plan of all steps is another than the one that risk and gap reckon with."""
    waits = []
    for part in parts:
        licence, lead = view.triple(part, "licence_days"), view.triple(part, "lead_time_days")
        if licence is None or lead is None:
            return []
        waits.append((licence[1] + lead[1], licence[1]))
    longest, licence_days = max(waits)
    if not longest < (date.max - view.inquiry.on).days:
        return []
    reckoned = view.inquiry.on + timedelta(days=round(longest))
    if abs((likely - reckoned).days) < APART:
        return []
    said = msg(
        "The lists of parts reckon with {n} days for papers and licence and so with {day}; this plan adds "
        "the check by the province and the public holidays.",
        n=round(licence_days), day=reckoned,
    )  # fmt: skip
    return [view.say(said)]


def _why_open(view: View, part: int) -> str:
    remarks = view.assessment.remarks.get(part, ())
    known = next((remark for remark in remarks if remark.template in NO_DAY), None)
    missing = msg(
        "Whether the stock lasts so long is not known: stock or yearly demand is missing."
    )
    return view.say(known or missing)


def _of_first(view: View, day: date, part: int, arrival: Days) -> Message:
    early, likely, late = arrival
    name = isolated(view.named([part], 1))
    if day >= late:
        return msg("The stock of {part} lasts until {day}, longer than that.", part=name, day=day)
    if day < early:
        return nmsg(
            "The stock of {part} ends on {day}, {n} day before the earliest arrival: a licence alone "
            "does not keep the line running.",
            "The stock of {part} ends on {day}, {n} days before the earliest arrival: a licence alone "
            "does not keep the line running.",
            (early - day).days, part=name, day=day,
        )  # fmt: skip
    if day < likely:
        return nmsg(
            "The stock of {part} ends on {day}, {n} day before the likely arrival.",
            "The stock of {part} ends on {day}, {n} days before the likely arrival.",
            (likely - day).days, part=name, day=day,
        )  # fmt: skip
    return nmsg(
        "The stock of {part} lasts until {day}, past the likely arrival but {n} day short of the latest.",
        "The stock of {part} lasts until {day}, past the likely arrival but {n} days short of the latest.",
        (late - day).days, part=name, day=day,
    )  # fmt: skip
