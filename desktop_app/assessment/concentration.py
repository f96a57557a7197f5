"""How much hangs on how few countries: the published equations, on plain numbers.

Shares and rates are 0..1, governance risk 0..10 with 10 the worst, as the EU study scales it.
"""

from collections.abc import Iterable


def weighted_concentration(
    shares: Iterable[float],
    governance: Iterable[float],
    trade: Iterable[float] | None = None,
) -> float:
    """Herfindahl-Hirschman sum of squared shares, each weighted by governance and trade terms.

    With governance 1 everywhere it is the plain index. ``trade`` above 1 means restrictions.
    """
    if trade is None:
        return sum(s * s * g for s, g in zip(shares, governance, strict=True))
    return sum(s * s * g * t for s, g, t in zip(shares, governance, trade, strict=True))


def supply_risk(
    world: float | None,
    own: float | None,
    recycling: float,
    substitution: float,
    import_reliance: float = 1.0,
) -> float | None:
    """The EU's supply risk; ``own`` is the sourcing of whoever asks, the EU or one buyer.

    SR = (world IR/2 + own (1 - IR/2)) (1 - recycling) substitution. Where one of the two is not
    known the other stands alone; None where both are missing.
    """
    if world is None and own is None:
        return None
    if own is None or world is None:
        mixed = world if own is None else own
    else:
        mixed = world * import_reliance / 2 + own * (1 - import_reliance / 2)
    return None if mixed is None else mixed * (1 - recycling) * substitution


def concentration(quantities: Iterable[float]) -> float:
    """The plain Herfindahl-Hirschman index of what each country produces, 0..1."""
    amounts = list(quantities)
    total = sum(amounts)
    return sum(amount * amount for amount in amounts) / total**2 if total else 0.0


def import_risk(weighted: float, imported: float, domestic: float) -> float:
    """Imports weighted by the risk of their countries, over all that is used (GeoPolRisk, WTA).

    A company uses its own purchases and no domestic production, as the method's company variant.
    """
    used = imported + domestic
    return weighted / used if used else 0.0


def largest_share(amounts: Iterable[float], total: float, count: int = 3) -> float:
    """Share of the largest countries in a world total, as the IEA states it for three of them."""
    return sum(sorted(amounts, reverse=True)[:count]) / total if total else 0.0
