"""What several moves cost together: each payee once, each currency apart."""

from dataclasses import dataclass, field

from desktop_app.model.assessment import Action
from desktop_app.report.view import View


@dataclass
class Bill:
    """Sums by currency. ``unpriced``: moves added whose cost nobody could say."""

    money: dict[str, float] = field(default_factory=dict)
    unpriced: int = 0
    _paid: set[tuple[str, object]] = field(default_factory=set)

    def add(self, part_id: int, supplier: str, action: Action) -> None:
        """One move of one part; what is paid once for a supplier, or once, counts once."""
        cost = action.cost
        if cost is None or cost.amount is None or cost.currency is None:
            self.unpriced += 1
            return
        payee = {"part": part_id, "supplier": supplier, "once": ""}[cost.per]
        if (action.id, payee) not in self._paid:
            self._paid.add((action.id, payee))
            self.money[cost.currency] = self.money.get(cost.currency, 0.0) + cost.amount

    def said(self, view: View) -> str:
        """The sums, the first currency first; empty where nothing was priced."""
        return view.catalogue.grouped(
            view.money(amount, name) for name, amount in self.money.items()
        )
