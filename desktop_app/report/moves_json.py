"""The moves of a part as JSON: what to do, what it takes away, and what it costs."""

from typing import Any

import orjson

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Action, Cost


def moves_json(actions: tuple[Action, ...], catalogue: Catalogue) -> bytes:
    """One list. ``removes`` is null where the effect hangs on an answer or comes too late for the
    next replenishment, ``saves_days`` where no stock and demand are stated; ``saves_days_later`` is
    what such a move avoids each time once it is done."""
    return orjson.dumps(
        [
            {
                "id": action.id,
                "text": catalogue.say(action.text),
                "removes": None if action.removes is None else round(action.removes, 4),
                "saves_days": action.saves_days,
                "saves_days_later": action.saves_later,
                "cost": None if action.cost is None else _cost(action.cost, catalogue),
            }
            for action in actions
        ]
    )


def _cost(cost: Cost, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "amount": None if cost.amount is None else round(cost.amount, 2),
        "currency": cost.currency,
        "per": cost.per,
        "yearly": cost.yearly,
        "text": catalogue.say(cost.text),
    }
