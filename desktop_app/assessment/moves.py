"""The things one can do about a part, in the words of a purchaser."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from desktop_app.assessment.effects import MOST_DAYS
from desktop_app.model.assessment import Action, Cost
from desktop_app.model.findings import Argument, Message, msg, nmsg

ASK: Mapping[str, Action] = {
    "composition": Action(
        "ask_composition",
        msg("Ask the supplier for the composition in mass percent, with a report"),
    ),
    "origin": Action(
        "ask_origin", msg("Ask where it was made and whether this delivery leaves China")
    ),
    "value_share": Action(
        "ask_value_share",
        msg("Ask the supplier for the value share of Chinese rare earths in this part"),
    ),
    "technical_property": Action(
        "ask_property", msg("Ask for the data sheet with the values for which limits are set")
    ),
    "form": Action(
        "ask_form", msg("Ask in what form it is delivered: as loose material or built in")
    ),
    "identity": Action("ask_identity", msg("Ask for maker, type and drawing of this part")),
    "end_use": Action("state_end_use", msg("State the end use of this part")),
}
"""By the missing fact that the answer would give."""

ASK_MAGNET = Action(
    "ask_report", msg("Ask the maker for a test report that names Dy, Tb and Ho in mass percent")
)
IDENTIFY = Action("identify", msg("Say what this part is: drawing, data sheet or maker's number"))
LIST_KIT = Action("list_kit", msg("Have the supplier list what is in this kit"))
OTHER_GRADE = Action(
    "other_grade", msg("Ask engineering whether a grade without Dy, Tb and Ho would do")
)
RECORD_STOCK = Action(
    "record_stock", msg("Enter stock and yearly demand: the risk assumes how long stock lasts")
)
ASK_COUNSEL = Action(
    "ask_counsel", msg("Have counsel find out what holds today; one answer settles all such parts")
)
ASK_LEAD_TIME = Action(
    "ask_lead_time",
    msg("Ask the supplier whether its delivery time already contains the export licence"),
)
USE_GENERAL_LICENCE = Action(
    "use_general_licence",
    msg("Have the exporter confirm that its general licence covers this part and quantity"),
)
DELIVER_SUSPENDED = Action(
    "deliver_now", msg("Take deliveries while the control is suspended: no licence is needed today")
)


@cache
def apply_now(licence_days: int, cover: int, points: int, saved: int = 0) -> Action:
    """Apply; ``cover`` in days as said, -1 where it is only assumed; ``saved`` days of standstill.

    Where stock ends before any licence could come, applying makes the stop shorter, not less
    likely: then no risk is said to be taken away.
    """
    if cover < 0:
        text = msg(
            "Have the supplier apply for the export licence now: allow about {days} days and the "
            "delivery after it",
            days=licence_days,
        )
    elif cover >= MOST_DAYS:
        text = msg(
            "Have the supplier apply for the export licence: allow about {days} days and the delivery "
            "after it, stock lasts half a year or more",
            days=licence_days,
        )
    elif cover == 0:
        text = msg(
            "Have the supplier apply for the export licence now: allow about {days} days and the "
            "delivery after it, there is no stock left",
            days=licence_days,
        )
    else:
        text = nmsg(
            "Have the supplier apply for the export licence now: allow about {days} days and the "
            "delivery after it, stock lasts about {n} day",
            "Have the supplier apply for the export licence now: allow about {days} days and the "
            "delivery after it, stock lasts about {n} days",
            cover,
            days=licence_days,
        )
    return Action("apply", text, points / 100 if points else None, saves_days=saved or None)


@cache
def order_in_time(days: int, cover: int) -> Action:
    """The delivery time already holds the licence: ordering in time is all; ``cover`` as above."""
    if cover < 0:
        text = msg(
            "Order in time: the delivery time of {days} days already holds the licence", days=days
        )
    else:
        text = nmsg(
            "Order in time: the delivery time of {days} days already holds the licence, stock "
            "lasts about {n} day",
            "Order in time: the delivery time of {days} days already holds the licence, stock "
            "lasts about {n} days",
            cover,
            days=days,
        )
    return Action("order_in_time", text)


def apply_despite(licence_days: int) -> Action:
    """For buyers or goods whose licences are decided one by one."""
    return Action(
        "apply_case",
        msg(
            "Have the supplier apply at once; such licences are decided case by case and may take "
            "longer than {days} days",
            days=licence_days,
        ),
    )


class Amount(NamedTuple):
    """How much to add: weeks of demand, the same as a quantity in its unit, by which day, and what
    it costs at today's price.

    ``quantity`` and ``cost`` 0 where they are not known; ``by`` is the last working day on which
    today's stock lasts, None where that is today or next to it.
    """

    weeks: int
    quantity: int
    unit: str
    by: date | None
    cost: int = 0
    currency: str = ""

    @property
    def said(self) -> dict[str, Argument]:
        """What the sentences name: quantity and unit; cost and currency where a price is known."""
        said: dict[str, Argument] = {"quantity": self.quantity, "unit": self.unit or msg("pcs")}
        return said | {"cost": self.cost, "currency": self.currency} if self.cost else said


def stock_outside(amount: Amount, points: int, saved: int = 0, cost: Cost | None = None) -> Action:
    """More stock where China will not let go of new deliveries without a licence."""
    if amount.quantity and amount.by is None:
        return _stock_at_once(amount, points, saved, cost)
    if not amount.quantity:
        text = nmsg(
            "Buy about {n} week of stock that is already outside China",
            "Buy about {n} weeks of stock that is already outside China",
            amount.weeks,
        )
    elif amount.cost:
        text = nmsg(
            "Buy about {n} week of stock ({quantity} {unit}, {cost} {currency} at today's price) "
            "that is already outside China, here by {day}",
            "Buy about {n} weeks of stock ({quantity} {unit}, {cost} {currency} at today's price) "
            "that is already outside China, here by {day}",
            amount.weeks,
            **amount.said,
            day=amount.by,
        )
    else:
        text = nmsg(
            "Buy about {n} week of stock ({quantity} {unit}) that is already outside China, "
            "here by {day}",
            "Buy about {n} weeks of stock ({quantity} {unit}) that is already outside China, "
            "here by {day}",
            amount.weeks,
            **amount.said,
            day=amount.by,
        )
    return _stock(text, amount, points, saved, cost)


def _stock_at_once(amount: Amount, points: int, saved: int, cost: Cost | None) -> Action:
    """Where stock is used up no day is named: the next one is late already."""
    if amount.cost:
        text = nmsg(
            "Buy about {n} week of stock ({quantity} {unit}, {cost} {currency} at today's price) "
            "that is already outside China, at once: today's stock is as good as used up",
            "Buy about {n} weeks of stock ({quantity} {unit}, {cost} {currency} at today's price) "
            "that is already outside China, at once: today's stock is as good as used up",
            amount.weeks,
            **amount.said,
        )
    else:
        text = nmsg(
            "Buy about {n} week of stock ({quantity} {unit}) that is already outside China, at "
            "once: today's stock is as good as used up",
            "Buy about {n} weeks of stock ({quantity} {unit}) that is already outside China, at "
            "once: today's stock is as good as used up",
            amount.weeks,
            **amount.said,
        )
    return _stock(text, amount, points, saved, cost)


def _stock(text: Message, amount: Amount, points: int, saved: int, cost: Cost | None) -> Action:
    outlay = (float(amount.cost), amount.currency) if amount.cost else None
    return Action(
        "raise_stock", text, points / 100, cost=cost, saves_days=saved or None, outlay=outlay
    )


@cache
def check_orders(cover: int, delivery: int) -> Action:
    """Stock ends before an order of today could come, whatever the licence."""
    if cover == 0:
        text = msg(
            "Check what is on order and press for it: there is no stock left, and an order placed "
            "today takes about {days} days",
            days=delivery,
        )
    else:
        text = nmsg(
            "Check what is on order and press for it: stock lasts about {n} day, and an order "
            "placed today takes about {days} days",
            "Check what is on order and press for it: stock lasts about {n} days, and an order "
            "placed today takes about {days} days",
            cover,
            days=delivery,
        )
    return Action("check_orders", text)


def stock_ahead(amount: Amount, points: int, saved: int = 0, cost: Cost | None = None) -> Action:
    """More stock where deliveries still run; the supplier may keep it on consignment."""
    if not amount.quantity:
        text = nmsg(
            "Order about {n} week of stock while deliveries still run",
            "Order about {n} weeks of stock while deliveries still run",
            amount.weeks,
        )
    elif amount.cost:
        text = nmsg(
            "Order about {n} week of stock ({quantity} {unit}, {cost} {currency} at today's price) "
            "while deliveries still run, bought or on consignment",
            "Order about {n} weeks of stock ({quantity} {unit}, {cost} {currency} at today's "
            "price) while deliveries still run, bought or on consignment",
            amount.weeks,
            **amount.said,
        )
    else:
        text = nmsg(
            "Order about {n} week of stock ({quantity} {unit}) while deliveries still run, bought "
            "or on consignment",
            "Order about {n} weeks of stock ({quantity} {unit}) while deliveries still run, bought "
            "or on consignment",
            amount.weeks,
            **amount.said,
        )
    return _stock(text, amount, points, saved, cost)


@cache
def second_source(days: int, makers: tuple[str, ...] = (), later: int = 0) -> Action:
    """It takes longer than one replenishment: ``later`` are the days of standstill that it avoids
    each time once it delivers."""
    if makers:
        text = msg(
            "Qualify a second source outside China, for example {makers}: allow about {days} days",
            makers=", ".join(makers),
            days=days,
        )
    else:
        text = msg("Qualify a second source outside China: allow about {days} days", days=days)
    return Action("second_source", text, saves_later=later or None)


class Cooler(NamedTuple):
    """A class of magnet with its temperature, and the hottest that usually holds no Dy and Tb."""

    own: str
    celsius: int
    free: str
    free_celsius: int


@cache
def other_grade(classes: Cooler) -> Action:
    """Whether the magnet stays cool enough for the other class, engineering knows."""
    return Action(
        "other_grade",
        msg(
            "Ask engineering how hot this magnet gets: class {own} stands {celsius} °C; below "
            "{free_celsius} °C class {free} would do, usually without Dy and Tb",
            own=classes.own,
            celsius=classes.celsius,
            free=classes.free,
            free_celsius=classes.free_celsius,
        ),
    )


@cache
def follow_up(filed: date, due: date) -> Action:
    """The exporter has filed; the ministry has its working days."""
    return Action(
        "follow_up",
        msg(
            "Ask the exporter how its application of {filed} stands: the ministry's time ends on "
            "{due}",
            filed=filed,
            due=due,
        ),
    )


def leave_source(days: int, makers: tuple[str, ...] = (), later: int = 0) -> Action:
    """Where a licence is refused in principle; ``later`` as above."""
    if makers:
        text = msg(
            "Do not count on a licence: it is refused in principle. Find a source outside China, "
            "for example {makers}; allow about {days} days",
            makers=", ".join(makers),
            days=days,
        )
    else:
        text = msg(
            "Do not count on a licence: it is refused in principle. Find a source outside China; "
            "allow about {days} days",
            days=days,
        )
    return Action("leave_source", text, saves_later=later or None)


def check_licence(number: str) -> Action:
    """A licence is in hand."""
    return Action(
        "check_licence",
        msg("Check that licence {number} covers the quantity until delivery", number=number),
    )


def renew(number: str, until: date) -> Action:
    """A licence is in hand that ends before goods ordered today can be here."""
    return Action(
        "apply",
        msg(
            "Have the supplier apply for the next licence now: {number} ends or is used up on {day}, "
            "before goods ordered today can be here",
            number=number,
            day=until,
        ),
    )


def deliver_until(day: date) -> Action:
    """The suspension has a known end."""
    return Action(
        "deliver_now", msg("Take deliveries by {day}: no licence is needed until then", day=day)
    )


def deliver_before(day: date) -> Action:
    """A control comes into force on a known day."""
    return Action(
        "deliver_before",
        msg("Take deliveries before {day}: a licence is needed from then", day=day),
    )
