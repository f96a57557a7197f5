"""How likely the material of a part runs short, apart from any licence.

The elements of one part are disrupted together (one magnet works, one separation plant), so a part
takes its weakest element, never the product of all: four elements of one magnet are not four risks.
"""

import math
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.assessment.concentration import supply_risk, weighted_concentration
from desktop_app.assessment.geopolrisk import geopolrisk, geopolrisk_reason
from desktop_app.assessment.kept import kept
from desktop_app.assessment.outlook import outlook_of
from desktop_app.assessment.shortage_reasons import chance_reason, shortage_reasons
from desktop_app.model.assessment import ShortageKind
from desktop_app.model.findings import msg
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, merged
from desktop_app.model.verdict import Interval, Ternary

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures, Material, StageSplit


class Held(NamedTuple):
    """What of a match bears on shortage: elements with presence, and where they sit.

    ``elements`` with the largest mass first: of equally weak ones the part names the one it holds
    most of.
    """

    elements: tuple[tuple[str, Interval], ...]
    minerals: tuple[str, ...]
    material: str | None
    form: str | None
    evidence: str
    traces: bool


class WeakPoint(NamedTuple):
    """The weakest stage of one element: its index, and the sources it rests on, best first."""

    symbol: str
    stage: str
    material_index: Interval
    splits: tuple["StageSplit", ...]
    own_country: str | None


NOTHING = Held((), (), None, None, "d", False)


def assess_shortage(
    matches: Spread[Match], origins: Spread[Origin], figures: "Figures"
) -> Spread[ShortageKind]:
    """Material index and yearly disruption of every kind of part.

    Parts in which no element with supply figures was recognised, or only traces of one, get None.
    A country of origin counts as the firm's own source at the stage at which such a form is made.
    """
    kinds = combine(merged(matches, held), merged(origins, _own_country))
    return kinds.map(partial(_decide, figures))


def shortage_of(
    parts: PartTable, matches: Spread[Match], origins: Spread[Origin], figures: "Figures"
) -> Spread[ShortageKind]:
    """The same for parts of which the last question may have asked it already."""
    return kept(_assessed, parts, matches, origins, figures.clockless())


def _assessed(
    _parts: PartTable, matches: Spread[Match], origins: Spread[Origin], figures: "Figures"
) -> Spread[ShortageKind]:
    return assess_shortage(matches, origins, figures)


def held(match: Match) -> Held:
    """The facts of a match that shortage depends on; nothing where no family was recognised."""
    if match.outcome == "none":
        return NOTHING
    held_elements = [
        e for e in match.elements if e.state is not Ternary.NO and e.probability[1] > 0
    ]
    held_elements.sort(key=lambda e: -e.mass_percent[1] if e.mass_percent else 0.0)
    elements = tuple((e.symbol, e.probability) for e in held_elements)
    return Held(
        () if match.trace_only else elements,
        match.minerals,
        match.material,
        match.form,
        (match.evidence or "d").lower(),
        match.trace_only and bool(elements),
    )


def _own_country(origin: Origin) -> str | None:
    return origin.country if origin.basis in ("declared", "recorded") else None


def _decide(figures: "Figures", kind: tuple[Held, str | None]) -> ShortageKind:
    part, own_country = kind
    presence = dict.fromkeys(part.minerals, figures.interval(f"presence_{part.evidence}"))
    presence |= dict(part.elements)
    found = [
        (point, _times(presence[symbol], disruption(point.material_index, figures)))
        for symbol in presence
        if symbol in figures.materials
        and (point := weak_point(figures.materials[symbol], part, own_country, figures))
    ]
    if not found:
        why = (msg("Holds only traces of rare earths; not scored for shortage."),)
        return ShortageKind(reasons=why if part.traces else ())
    weakest = max(found, key=lambda entry: entry[1][1])[0]
    low, best, high = (max(risk[end] for _, risk in found) for end in range(3))
    index = geopolrisk(weakest.splits, weakest.own_country, figures)
    later = outlook_of(figures.materials[weakest.symbol], figures)
    said = (
        *shortage_reasons(weakest.symbol, weakest.splits, weakest.own_country, figures),
        chance_reason(weakest.material_index, (low, best, high)),
        geopolrisk_reason(weakest.symbol, index, weakest.own_country, figures),
    )
    return ShortageKind(
        material_index=weakest.material_index,
        disruption=(low, best, high),
        weakest_element=weakest.symbol,
        weakest_stage=weakest.stage,
        outlook=later.direction if later else None,
        geopolrisk=index,
        reasons=(*said, later.reason) if later else said,
    )


def weak_point(
    material: "Material", part: Held, own_country: str | None, figures: "Figures"
) -> WeakPoint | None:
    """The stage with the highest index among those that lie behind the part; None without data."""
    made_at = figures.stage_of_form.get(part.form or "")
    own = figures.governance.get(own_country or "")
    points = []
    for stage, splits in material.splits.items():
        if not _lies_behind(stage, splits, part, made_at, figures):
            continue
        at_home = own if stage == made_at else None
        index = _index(world_concentration(splits, figures), at_home, material)
        points.append(
            WeakPoint(material.symbol, stage, index, splits, own_country if at_home else None)
        )
    if not points:
        return None
    weakest = max(points, key=lambda point: point.material_index[1])
    low, high = max(p.material_index[0] for p in points), max(p.material_index[2] for p in points)
    return weakest._replace(material_index=(low, weakest.material_index[1], high))


def world_concentration(splits: tuple["StageSplit", ...], figures: "Figures") -> Interval:
    """Governance-weighted concentration: best of the best source, ends over all sources.

    What a source leaves open is spread over many countries at the low end and the best value, and
    lies in one country of median governance at the high end.
    """
    ends = [_ends(split, figures) for split in splits]
    return min(e[0] for e in ends), ends[0][1], max(e[2] for e in ends)


def disruption(index: Interval, figures: "Figures") -> Interval:
    """Probability of at least one disruption within a year at a material index."""
    rates, at = figures.interval("disruption_rate"), figures.number("rate_index")
    low, best, high = (
        -math.expm1(-rate * value / at) for rate, value in zip(rates, index, strict=True)
    )
    return low, best, high


def _ends(split: "StageSplit", figures: "Figures") -> Interval:
    risks = [figures.governance[country] for country, _ in split.shares]
    low, best, high = (
        weighted_concentration([s[end] for _, s in split.shares], [r[end] for r in risks])
        for end in range(3)
    )
    rest = max(0.0, 1 - sum(share[1] for _, share in split.shares))
    return low, best, high + rest * rest * figures.median_governance[2]


def _index(world: Interval, own: Interval | None, material: "Material") -> Interval:
    """Recycling lowers the index, so its ends are taken the other way round."""
    low, best, high = (
        supply_risk(
            world[end],
            None if own is None else own[end],
            material.recycling[2 - end],
            material.substitution[end],
        )
        or 0.0
        for end in range(3)
    )
    return low, best, high


def _lies_behind(
    stage: str,
    splits: tuple["StageSplit", ...],
    part: Held,
    made_at: str | None,
    figures: "Figures",
) -> bool:
    if stage != "magnet":
        return made_at is None or figures.stages.index(stage) <= figures.stages.index(made_at)
    if part.material in {split.of for split in splits}:
        return made_at in (None, "magnet")
    return part.material is None and part.form in figures.magnet_forms


def _times(presence: Interval, risk: Interval) -> Interval:
    return presence[0] * risk[0], presence[1] * risk[1], presence[2] * risk[2]
