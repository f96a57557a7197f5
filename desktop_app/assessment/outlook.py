"""Whether a material is expected to become less or more concentrated, by one source's own figures."""

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from desktop_app.assessment.concentration import weighted_concentration
from desktop_app.assessment.shortage_reasons import CHINA, GROUP_WORDS, STAGE_WORDS
from desktop_app.model.findings import Country, Message, msg

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures, Material, StageSplit

Direction: TypeAlias = Literal["better", "same", "worse"]


class Outlook(NamedTuple):
    """The direction, and the sentence with the figures behind it."""

    direction: Direction
    reason: Message


def outlook_of(material: "Material", figures: "Figures") -> Outlook | None:
    """Compares the worst stage of today with the worst of the later year, both of one source.

    Figures of different sources are never compared; None where a source speaks of one year only.
    """
    pairs = material.outlook
    if not pairs:
        return None
    today, now = max(((_weight(now, figures), now) for now, _ in pairs), key=lambda e: e[0])
    later, then = max(((_weight(then, figures), then) for _, then in pairs), key=lambda e: e[0])
    change = later / today - 1 if today else 0.0
    least = figures.number("noticeable_change")
    direction: Direction = "better" if change < -least else "worse" if change > least else "same"
    return Outlook(direction, _said(now, then))


def _said(now: "StageSplit", then: "StageSplit") -> Message:
    (country, share), (later_country, later_share) = _leader(now), _leader(then)
    material: str | Message = GROUP_WORDS.get(now.of, now.of)
    if country == later_country == CHINA and now.stage == then.stage:
        return msg(
            "Outlook: China's share of {material} at {stage} was {share} % in {year} and is "
            "expected to be {later_share} % in {later_year} ({source}).",
            material=material, stage=STAGE_WORDS[now.stage], share=round(100 * share),
            year=now.year, later_share=round(100 * later_share), later_year=then.year,
            source=then.source.title,
        )  # fmt: skip
    return msg(
        "Outlook for {material}: the largest share was that of {country} with {share} % at {stage} "
        "in {year}, and is expected to be that of {later_country} with {later_share} % at "
        "{later_stage} in {later_year} ({source}).",
        material=material, country=Country(country), share=round(100 * share),
        stage=STAGE_WORDS[now.stage], year=now.year, later_country=Country(later_country),
        later_share=round(100 * later_share), later_stage=STAGE_WORDS[then.stage],
        later_year=then.year, source=then.source.title,
    )  # fmt: skip


def _weight(split: "StageSplit", figures: "Figures") -> float:
    return weighted_concentration(
        [share[1] for _, share in split.shares],
        [figures.governance[country][1] for country, _ in split.shares],
    )


def _leader(split: "StageSplit") -> tuple[str, float]:
    country, share = max(split.shares, key=lambda entry: entry[1][1])
    return country, share[1]
