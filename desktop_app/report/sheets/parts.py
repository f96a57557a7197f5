"""Every part with every figure: one row a part, what to do first on top."""

import math
from collections.abc import Iterator, Sequence

from desktop_app.model.verdict import Ternary
from desktop_app.model.words import BASIS_WORDS, EVIDENCE_WORDS, VERDICT_WORDS, WAITS_WORDS
from desktop_app.report.sheets.table import Sheet, SheetColumn, Value
from desktop_app.report.view import View

TRIPLES = ("cover_days", "licence_days", "lead_time_days")


def parts_sheet(view: View) -> Sheet:
    """The table of parts, in the order of urgency; what is needed on Monday stands on the first screen,
    what it rests on to the right of it."""
    return Sheet("parts", view.text("Parts"), _columns(view), _rows(view), frozen=3)


def _columns(view: View) -> tuple[SheetColumn, ...]:
    text = view.text
    low, high = text("lowest"), text("highest")

    def spread(title: str, form: str) -> tuple[SheetColumn, ...]:
        return tuple(
            SheetColumn(words, form)  # type: ignore[arg-type]
            for words in (title, f"{title}, {low}", f"{title}, {high}")
        )

    return (
        SheetColumn(text("Place"), width=15),
        SheetColumn(text("Part number"), width=20),
        SheetColumn(text("Description"), width=34),
        SheetColumn(text("Supplier"), width=24),
        SheetColumn(text("Licence"), width=18),
        SheetColumn(text("Waits for"), width=18),
        SheetColumn(text("Runs out on"), "day", width=12),
        *spread(text("Gap, days"), "number"),
        SheetColumn(text("Next action"), width=50),
        SheetColumn(text("First question"), width=50),
        SheetColumn(text("Purchasing group")),
        SheetColumn(text("Manufacturer part number"), width=18),
        SheetColumn(text("Maker"), width=20),
        SheetColumn(text("Country of origin")),
        SheetColumn(text("Not covered because"), width=24),
        SheetColumn(text("Beside the verdict"), width=20),
        SheetColumn(text("Valid licence")),
        SheetColumn(text("Recognised as"), width=28),
        SheetColumn(text("Evidence")),
        SheetColumn(text("Elements"), width=16),
        SheetColumn(text("Elements it may hold"), width=22),
        *spread(text("Duty exists, our estimate"), "percent"),
        *spread(text("Risk of a stop"), "percent"),
        SheetColumn(text("Stock assumed")),
        *spread(text("Stock lasts, days"), "number"),
        *spread(text("Licence time, days"), "number"),
        *spread(text("Delivery, days"), "number"),
        *spread(text("Shortage risk"), "percent"),
        SheetColumn(text("Annual spend"), "money"),
        *spread(text("Value at risk"), "money"),
        SheetColumn(text("Currency")),
        SheetColumn(text("Remarks"), width=50),
    )


def _rows(view: View) -> Iterator[Sequence[Value]]:
    said = view.say
    for part_id in map(int, view.assessment.order):
        licence, match = view.licence(part_id), view.assessment.matches[part_id]
        held, perhaps = _elements(view, part_id)
        yield (
            view.row_id(part_id),
            *(view.fact(part_id, name) for name in ("part_number", "description", "supplier")),
            said(VERDICT_WORDS[licence.verdict]),
            said(WAITS_WORDS[licence.waits_on]) if licence.waits_on else None,
            view.other(part_id, "run_out"),
            *_triple(view, part_id, "gap_days"),
            view.action(part_id),
            said(licence.questions[0].text) if licence.questions else None,
            *(view.fact(part_id, n) for n in ("owner", "mpn", "manufacturer", "country_of_origin")),
            said(BASIS_WORDS[licence.basis]) if licence.basis else None,
            view.marks(part_id),
            licence.covered_by,
            said(match.title) if match.title else None,
            said(EVIDENCE_WORDS[match.evidence]) if match.evidence else None,
            held,
            perhaps,
            *_spread(licence.applies),
            *_triple(view, part_id, "licence_risk"),
            view.text("yes") if view.other(part_id, "assumed_cover") else None,
            *(value for name in TRIPLES for value in _triple(view, part_id, name)),
            *_triple(view, part_id, "shortage_risk"),
            view.number(part_id, "annual_spend"),
            *_triple(view, part_id, "value_at_risk"),
            view.fact(part_id, "currency"),
            " ".join(view.remarks(part_id)),
        )


def _spread(triple: tuple[float, float, float]) -> tuple[float, float, float]:
    """Best first: it is the column most read."""
    low, best, high = triple
    return best, low, high


def _triple(view: View, part_id: int, name: str) -> tuple[Value, Value, Value]:
    found = view.triple(part_id, name)
    if found is None:
        return None, None, None
    best, low, high = _spread(found)
    if name == "cover_days":  # as many days as there are to the day on which it ends
        return math.floor(best), math.floor(low), math.floor(high)
    return best, low, high


def _elements(view: View, part_id: int) -> tuple[str, str]:
    match = view.assessment.matches[part_id]
    held = [e.symbol for e in match.elements if e.state is Ternary.YES]
    held += [view.catalogue.material(name) for name in match.minerals if name not in held]
    perhaps = [e.symbol for e in match.elements if e.state is Ternary.UNKNOWN]
    return ", ".join(held), ", ".join(perhaps)
