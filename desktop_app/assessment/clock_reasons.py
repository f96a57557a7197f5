"""Says in words what the clock and the shortage risk of one part rest on."""

import math
from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.assessment.stock_notes import MEETS_ALL
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, Reason, msg, nmsg


def clock_reasons(assessment: Assessment, part_id: int) -> tuple[Reason, ...]:
    """Cover, licence and delivery, what was left out, and where the material comes from.

    Steps ``clock`` and ``shortage``. Raises IndexError for a part that is not there.
    """
    remarks = assessment.remarks.get(part_id, ())
    said = [*_cover(assessment, part_id), *_relief(assessment, part_id), *remarks]
    shortage = [*assessment.shortage[part_id].reasons, *_price(assessment, part_id)]
    return (
        *(Reason("clock", message) for message in said),
        *(Reason("shortage", message) for message in shortage),
    )


def _cover(assessment: Assessment, part_id: int) -> Iterator[Message]:
    row = assessment.numbers.iloc[part_id]
    if isinstance(row["run_out"], date):
        yield nmsg(
            "Stock lasts {n} day from {on}, the day asked about: until {day} (between {early} and "
            "{late}); the last working day is {working}.",
            "Stock lasts {n} days from {on}, the day asked about: until {day} (between {early} and "
            "{late}); the last working day is {working}.",
            int(row["cover_days"]),
            on=assessment.inquiry.on,
            day=row["run_out"],
            early=row["run_out_early"],
            late=row["run_out_late"],
            working=row["run_out_working"],
        )
    elif row["assumed_cover"] is True and not _meets_all(assessment, part_id):
        yield msg("Stock or demand is not given: the risks assume how long stock lasts.")


def _meets_all(assessment: Assessment, part_id: int) -> bool:
    """Stock and needs are given, and a remark says why there is no day all the same."""
    remarks = assessment.remarks.get(part_id, ())
    return any(remark.template == MEETS_ALL for remark in remarks)


def _relief(assessment: Assessment, part_id: int) -> Iterator[Message]:
    """How long a licence and the delivery after it take, and what that means for the stock."""
    row, licence = assessment.numbers.iloc[part_id], assessment.licences[part_id]
    if not row["licence_days_high"] > 0:
        return
    if licence.covered_by is not None and licence.covered_until is not None:
        yield msg(
            "Licence {number} ends or is used up on {day}, before goods ordered today can be here: it "
            "does not count for them.",
            number=licence.covered_by,
            day=licence.covered_until,
        )
    yield msg(
        "A licence takes {low} to {high} days, most likely {best}, papers included.",
        low=round(row["licence_days_low"]),
        best=round(row["licence_days"]),
        high=round(row["licence_days_high"]),
    )
    if not math.isnan(row["gap_days"]):
        yield _gap(round(row["gap_days"]), round(row["gap_days_p90"]))
    quoted = assessment.parts.value(part_id, "lead_time_days")
    said = assessment.parts.value(part_id, "lead_time_holds_licence")
    if quoted is None or quoted < 0 or said is not None or licence.covered_by is not None:
        return
    on, wait = assessment.inquiry.on, row["licence_days"] + row["lead_time_days"]
    yield msg(
        "If the delivery time of {days} days already holds the licence, goods ordered today are "
        "here on {early}, if not on {late}.",
        days=round(quoted),
        early=on + timedelta(days=round(min(quoted, wait))),
        late=on + timedelta(days=round(max(quoted, wait))),
    )


def _price(assessment: Assessment, part_id: int) -> Iterator[Message]:
    """Only where it is a dollar or more."""
    more = assessment.numbers["price_at_risk"].iloc[part_id]
    if more >= 1:
        yield msg(
            "At the prices asked outside China, the elements in a year's demand would cost up to "
            "{amount} USD more than usual; little is sold at such prices.",
            amount=round(more),
        )


def _gap(likely: int, late: int) -> Message:
    if likely > 0:
        return nmsg(
            "Stock ends {n} day before licensed goods are likely to be here, in one case of ten "
            "{late} days or more.",
            "Stock ends {n} days before licensed goods are likely to be here, in one case of ten "
            "{late} days or more.",
            likely,
            late=late,
        )
    if late > 0:
        return nmsg(
            "Licensed goods are likely to be here {n} day before stock ends, but in one case of "
            "ten {late} days or more after it.",
            "Licensed goods are likely to be here {n} days before stock ends, but in one case of "
            "ten {late} days or more after it.",
            -likely,
            late=late,
        )
    return nmsg(
        "Licensed goods are likely to be here {n} day before stock ends.",
        "Licensed goods are likely to be here {n} days before stock ends.",
        -likely,
    )
