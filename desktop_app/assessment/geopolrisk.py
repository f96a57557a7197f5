"""The GeoPolRisk index of a material, in the method's variant for one company.

Concentration of the world's production times the political instability of the countries one buys
from; a company has no production of its own at home (doi:10.1016/j.resconrec.2024.107801). It knows
neither licences nor time and is shown beside the risks, never mixed into them.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desktop_app.assessment.concentration import concentration, import_risk
from desktop_app.assessment.price import said_day
from desktop_app.model.findings import Country, Message, msg
from desktop_app.model.verdict import Interval

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures, StageSplit


def geopolrisk(
    splits: Sequence["StageSplit"], own_country: str | None, figures: "Figures"
) -> Interval:
    """The index, 0..1: of the best source, and the ends over all sources of the stage.

    ``own_country``: where the firm buys; unknown, it buys as the world does. Raises ValueError
    without a source.
    """
    if not splits:
        raise ValueError("no source gives the countries")
    found = [_of(split, own_country, figures) for split in splits]
    return min(found), found[0], max(found)


def _of(split: "StageSplit", own_country: str | None, figures: "Figures") -> float:
    made = [(country, share[1]) for country, share in split.shares]
    bought = [(own_country, 1.0)] if own_country else made
    unknown = figures.number("unknown_country")
    weighted = sum(share * figures.instability.get(country, unknown) for country, share in bought)
    return _concentration(share for _, share in made) * import_risk(
        weighted, sum(share for _, share in bought), 0.0
    )


def _concentration(shares: Iterable[float]) -> float:
    """What a source leaves open is spread over many countries, so it adds nothing to the squares."""
    known = list(shares)
    rest = max(0.0, 1.0 - sum(known))
    return concentration(known) * sum(known) ** 2 / (sum(known) + rest) ** 2


def geopolrisk_reason(
    symbol: str, index: Interval, own_country: str | None, figures: "Figures"
) -> Message:
    """What the index is, how it comes about, and its price-weighted midpoint where a price is known."""
    low, best, high = (round(value, 2) for value in index)
    bought: str | Message = (
        msg("from {country}", country=Country(own_country))
        if own_country
        else msg("as the whole world does, because your own source is not known")
    )
    step = figures.price_steps.get(symbol)
    if step is None:
        return msg(
            "GeoPolRisk, a published index from 0 to 1 of concentration times political instability: "
            "{best} ({low} to {high}), buying {bought} ({source}). It knows no licences and does not "
            "enter the risks above.",
            best=best, low=low, high=high, bought=bought, source=figures.instability_source.title,
        )  # fmt: skip
    return msg(
        "GeoPolRisk, a published index from 0 to 1 of concentration times political instability: "
        "{best} ({low} to {high}), buying {bought} ({source}); times the usual price of {product}, "
        "{price} USD/kg ({priced}, {day}): {midpoint} USD/kg. It knows no licences and does not enter "
        "the risks above.",
        best=best, low=low, high=high, bought=bought, source=figures.instability_source.title,
        product=step.product, price=step.usual, priced=step.usual_source.title, day=said_day(step.usual_day),
        midpoint=round(index[1] * step.usual, 1),
    )  # fmt: skip
