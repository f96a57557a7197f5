"""Turns drawn standstills into money: margin by product, which stops once, and spend by part."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.money import money_of
from desktop_app.assessment.stock import Numbers
from desktop_app.model.parts import PartTable

Codes = NDArray[np.intp]


class Money:
    """Margin by product, which stops once, and spend by part; each per currency."""

    def __init__(self, parts: PartTable, at: Codes) -> None:
        margin, spend = (amounts[at] for amounts in money_of(parts))
        currencies = parts.text("currency")
        self.names = currencies.kinds
        self.currency = currencies.of[at].astype(np.intp)
        self.margin = np.flatnonzero(margin >= 0)
        self.spend = np.flatnonzero(~(margin >= 0) & (spend >= 0))
        self.per_day, self.per_year = margin[self.margin], spend[self.spend]
        plant = parts.text("plant").of[at][self.margin]
        keys = np.stack([self.per_day, plant.astype(np.float64),
                         self.currency[self.margin].astype(np.float64)])  # fmt: skip
        self.first, product = np.unique(keys, axis=1, return_index=True, return_inverse=True)[1:]
        self.product = product.ravel()
        self.by_product = np.argsort(self.product, kind="stable")
        self.starts = np.flatnonzero(np.diff(self.product[self.by_product], prepend=-1))

    def lost(self, duty: NDArray[np.bool_], days: Numbers) -> Numbers:
        """Rows: margin then spend of each currency; columns: draws."""
        found = np.zeros((2, len(self.names), len(days)))
        if len(self.margin):
            ordered = days[:, self.margin[self.by_product]]
            worst = np.maximum.reduceat(ordered, self.starts, axis=1) * self.per_day[self.first]
            _add_up(found[0], worst, self.currency[self.margin][self.first])
        if len(self.spend):
            _add_up(found[1], duty[:, self.spend] * self.per_year, self.currency[self.spend])
        return found.reshape(2 * len(self.names), -1)

    def quantiles(self, lost: Numbers) -> dict[str, dict[str, float | str]]:
        """P50, P90 and mean per currency, of margin where any part has one, else of spend."""
        found: dict[str, dict[str, float | str]] = {}
        margin, spend = lost.reshape(2, len(self.names), -1)
        for code, name in enumerate(self.names):
            has_margin = bool((self.currency[self.margin] == code).any())
            if not has_margin and not (self.currency[self.spend] == code).any():
                continue
            values = margin[code] if has_margin else spend[code]
            middle, late = np.quantile(values, [0.5, 0.9])
            found[name or ""] = {
                "basis": "margin" if has_margin else "spend",
                "p50": round(float(middle), 2),
                "p90": round(float(late), 2),
                "mean": round(float(values.mean()), 2),
            }
        return found


def _add_up(into: Numbers, amounts: Numbers, currency: Codes) -> None:
    """Adds amounts (draws by columns) to the row of their currency."""
    for code in np.unique(currency).tolist():
        into[code] += amounts[:, currency == code].sum(axis=1)
