"""Says which shares, years and sources the shortage figures of a part rest on."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.model.findings import Country, Message, msg
from desktop_app.model.verdict import Interval

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures, StageSplit

STAGE_WORDS: Mapping[str, Message] = {
    "mining": msg("mining"),
    "separation/refining": msg("separation and refining"),
    "metal/alloy": msg("metal and alloy"),
    "magnet": msg("magnet making"),
}
GROUP_WORDS: Mapping[str, Message] = {
    "REE": msg("all rare earths together"),
    "MREE": msg("the rare earths of magnets together"),
    "NdFeB": msg("NdFeB magnets"),
    "SmCo": msg("SmCo magnets"),
    "C": msg("graphite"),
}
"""What the figures call a material, where that is no name a reader knows."""
CHINA = "CN"


def shortage_reasons(
    symbol: str,
    splits: Sequence["StageSplit"],
    own_country: str | None,
    figures: "Figures",
) -> tuple[Message, ...]:
    """The leading share with year and source, what other sources say, own source, recycling."""
    best, *others = splits
    leader, share = max(best.shares, key=lambda entry: entry[1][1])
    said = [_leading(symbol, best, leader, share[1])]
    said += _others(leader, others)
    if own_country is not None:
        said.append(
            msg(
                "Your own source, {country}, counts half: its governance risk is {risk} of 10 "
                "({source}, {year}).",
                country=Country(own_country),
                risk=round(figures.governance[own_country][1], 1),
                source=figures.governance_source.title,
                year=figures.governance_year,
            )
        )
    recycling = figures.materials[symbol].recycling
    said.append(
        msg(
            "Scrap covers {percent} % of the demand for {element}; the rest depends on these "
            "countries.",
            percent=round(recycling[1] * 100),
            element=GROUP_WORDS.get(symbol, symbol),
        )
    )
    return tuple(said)


def chance_reason(index: Interval, chance: Interval) -> Message:
    """What the concentration comes to: index and chance of a disruption, with their spread."""
    return msg(
        "Material index {index} of 10 ({index_low} to {index_high}); chance of a disruption within a "
        "year {chance} % ({chance_low} to {chance_high} %).",
        index=round(index[1], 1),
        index_low=round(index[0], 1),
        index_high=round(index[2], 1),
        chance=_percent(chance[1]),
        chance_low=_percent(chance[0]),
        chance_high=_percent(chance[2]),
    )


def _leading(symbol: str, split: "StageSplit", leader: str, share: float) -> Message:
    of: str | Message = GROUP_WORDS.get(split.of, split.of)
    element: str | Message = GROUP_WORDS.get(symbol, symbol)
    if leader == CHINA:
        return msg(
            "{element} is weakest at {stage}: China has {percent} % of the world's supply of "
            "{material} ({source}, {year}).",
            element=element, stage=STAGE_WORDS[split.stage], percent=_percent(share), material=of,
            source=split.source.title, year=split.year,
        )  # fmt: skip
    return msg(
        "{element} is weakest at {stage}: the largest supplier, {country}, has {percent} % of the "
        "world's supply of {material} ({source}, {year}).",
        element=element, stage=STAGE_WORDS[split.stage], country=Country(leader), percent=_percent(share),
        material=of, source=split.source.title, year=split.year,
    )  # fmt: skip


def _others(leader: str, splits: Sequence["StageSplit"]) -> list[Message]:
    """Sources do not agree; each is named with its figure, and together they give the interval."""
    said = []
    for split in splits:
        share = dict(split.shares).get(leader)
        if share is not None:
            said.append(
                msg(
                    "Another source gives {percent} % ({source}, {year}).",
                    percent=_percent(share[1]),
                    source=split.source.title,
                    year=split.year,
                )
            )
    return said


def _percent(share: float) -> int:
    return math.floor(share * 100 + 0.5)


CHANCE_TEMPLATE = chance_reason((0, 0, 0), (0, 0, 0)).template
"""By which the sentence on the chance is told from its sources."""
