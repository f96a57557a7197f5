"""What moves cost, and their order: most standstill avoided for the money first.

Work and qualification cost what the figures assume; stock costs what holding it does, at the price
that the list states. Where a price or an amount is not known the move says so, and is never taken
for free.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil, inf
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.assessment.moves import Amount
from desktop_app.model.assessment import Action, Cost
from desktop_app.model.findings import Message, msg, nmsg

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures, MoveCost

NO_PRICE = Cost(msg("cost not known: no price with its currency is stated"))
NO_DEMAND = Cost(msg("cost not known: no yearly demand is stated"))
EARLY = Cost(msg("cost not known: how much is taken early is not stated"))

PRESSING = "check_orders"
MERE_QUESTION = 1.0
"""A cost below one euro sorts as one: dividing by less would decide the order by rounding."""


class MoveCosts:
    """The costs of the figures in use, and the moves of one run that carry them."""

    def __init__(self, figures: "Figures") -> None:
        self.rate = figures.number("holding_rate")
        self.worth = figures.rough_worth
        self.by_move: Mapping[str, Cost] = {
            move: _assumed(cost, figures)
            for move, cost in figures.move_costs.items()
            if cost.open != "stock"
        }
        self._seen: dict[int, tuple[Action, Action]] = {}

    def priced(self, action: Action) -> Action:
        """The move with its cost; one and the same for moves that many parts share."""
        if action.cost is not None or action.id not in self.by_move:
            return action
        seen = self._seen.get(id(action))
        if seen is None:
            seen = self._seen[id(action)] = (action, replace(action, cost=self.by_move[action.id]))
        return seen[1]

    def holding(self, amount: Amount) -> Cost:
        """What it costs a year to hold more stock."""
        if not amount.quantity:
            return NO_DEMAND
        if not amount.cost:
            return NO_PRICE
        yearly = two_digits(amount.cost * self.rate)
        return Cost(
            msg(
                "about {amount} {currency} a year to hold it, {percent} % of its price",
                amount=yearly,
                currency=amount.currency,
                percent=round(self.rate * 100),
            ),
            float(yearly),
            amount.currency,
            yearly=True,
        )

    def in_order(self, found: Sequence[Action]) -> list[Action]:
        """What the part hangs on stays first; the others by what they avoid for their cost.

        Orders that come too late are looked after next: there the line stops whatever the licence.

        A question comes before a purchase where asking costs less than the part of the purchase
        that its answer may spare. Then days of standstill avoided per cost, then how much an answer
        narrows per cost, then what cannot be reckoned, the cheapest first and unknown costs last.
        """
        if len(found) < 3:
            return list(found)
        purchase = next((self._euros(a) for a in found if a.id == "raise_stock"), None)
        rest = sorted(found[1:], key=lambda action: self._turn(action, purchase))
        return [found[0], *rest]

    def _turn(self, action: Action, purchase: float | None) -> tuple[int, float]:
        if action.id == PRESSING:
            return 0, -inf
        cost = self._euros(action)
        narrows = action.narrows or 0.0
        if narrows and cost is not None and purchase is not None and cost < narrows * purchase:
            return 0, cost - narrows * purchase
        avoided = action.saves_days or action.removes
        if avoided:
            return 1, -avoided / cost if cost else 0.0
        if narrows:
            return 2, -narrows / cost if cost else 0.0
        return 3, inf if cost is None else cost

    def _euros(self, action: Action) -> float | None:
        """At rough rates, for the order only."""
        cost = action.cost
        if cost is None or cost.amount is None:
            return None
        rate = self.worth.get(cost.currency or "")
        return None if rate is None else max(cost.amount * rate, MERE_QUESTION)


class _Said(NamedTuple):
    hours: int
    amount: int
    currency: str


def _assumed(cost: "MoveCost", figures: "Figures") -> Cost:
    """Hours at what an hour costs, or money as assumed."""
    if cost.open == "early":
        return EARLY
    if cost.money:
        amount, currency = figures.number(cost.money), figures.assumptions[cost.money].unit
        text = msg(
            "about {amount} {currency}, assumed", amount=two_digits(amount), currency=currency
        )
        return Cost(text, amount, currency, cost.per)
    hours, rate = figures.number(cost.hours), figures.number("hour_cost")
    currency = figures.assumptions["hour_cost"].unit.split()[0]
    said = _Said(max(1, round(hours)), two_digits(hours * rate), currency)
    if cost.open == "grade":
        text = nmsg(
            "about {n} hour of work ({amount} {currency}), assumed; what another grade costs "
            "beyond that is not known",
            "about {n} hours of work ({amount} {currency}), assumed; what another grade costs "
            "beyond that is not known",
            said.hours,
            amount=said.amount,
            currency=said.currency,
        )
        return Cost(text, hours * rate, currency, cost.per)
    text = nmsg(
        "about {n} hour of work ({amount} {currency}), assumed",
        "about {n} hours of work ({amount} {currency}), assumed",
        said.hours,
        amount=said.amount,
        currency=said.currency,
    )
    return Cost(text, hours * rate, currency, cost.per)


def said_effect(action: Action) -> tuple[Message, ...]:
    """What a move takes away, avoids and costs, as far as it is known, in few words."""
    said: list[Message] = []
    if action.removes is not None:
        points = round(action.removes * 100)
        said.append(msg("takes away {points} points of risk", points=points))
    if action.saves_days:
        said.append(
            nmsg(
                "avoids about {n} day of standstill",
                "avoids about {n} days of standstill",
                action.saves_days,
            )
        )
    if (later := said_later(action)) is not None:
        said.append(later)
    if action.cost is not None:
        said.append(action.cost.text)
    return tuple(said)


def said_later(action: Action) -> Message | None:
    """What a move avoids each time that comes too late for the next replenishment."""
    if not action.saves_later:
        return None
    return nmsg(
        "once it delivers, avoids about {n} day of standstill each time",
        "once it delivers, avoids about {n} days of standstill each time",
        action.saves_later,
    )


def two_digits(amount: float) -> int:
    """Rounded up to two digits, as one says a cost that is an estimate."""
    if amount < 1:
        return ceil(amount)
    step = 10.0 ** max(0, len(str(int(amount))) - 2)
    return int(ceil(amount / step - 1e-9) * step)
