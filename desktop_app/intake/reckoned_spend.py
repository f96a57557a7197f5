"""Spend of a year that was reckoned from a demand and a price: it follows them where they are turned."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts, Numbers


def reckoned_spend(facts: Facts) -> NDArray[np.bool_] | None:
    """Of which parts the spend is what demand and price give; None where a list lacks one of them."""
    spend, product = facts.columns.get("annual_spend"), _product(facts)
    if spend is None or product is None:
        return None
    reckoned: NDArray[np.bool_] = np.isclose(spend, product, rtol=1e-9, atol=0.0)
    return reckoned


def settle_spend(facts: Facts, reckoned: NDArray[np.bool_] | None) -> None:
    """Reckons these anew. ``reckoned``: which they were before demand or price was turned."""
    product = _product(facts)
    if reckoned is not None and product is not None and reckoned.any():
        facts.columns["annual_spend"] = np.where(reckoned, product, facts.columns["annual_spend"])


def _product(facts: Facts) -> Numbers | None:
    yearly, price = (facts.columns.get(name) for name in ("annual_quantity", "unit_price"))
    if yearly is None or price is None:
        return None
    product: Numbers = np.where(yearly >= 0, yearly, np.nan) * np.where(price > 0, price, np.nan)
    return product
