"""Says what the risks and days of an assessment assume, with the sources behind it."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.model.findings import Message, msg

if TYPE_CHECKING:
    from desktop_app.register.supply import Figures


ASSUMED = "assumed"
"""Start of the source of a year whose holidays no notice has given yet."""


def assumption_notes(figures: "Figures", on: date) -> tuple[Message, ...]:
    """One sentence per assumption that moves a figure on paper; values come from the shipped data.

    ``on``: the day of the inquiry, from which the ministry's working days are counted.
    """
    return (
        _licence_time(figures),
        _statute(figures, on),
        _other_licences(figures),
        _refusals(figures),
        _delivery(figures),
        _cover(figures),
        _second_source(figures),
        _disruption(figures),
        _costs(figures),
        _drawn(figures),
        msg(
            "Country shares are those of the publisher's newest figures; other sources widen the "
            "interval. Governance: {source}, {year}. Recycling and substitution: EU studies of 2017 "
            "and 2023.",
            source=figures.governance_source.title,
            year=figures.governance_year,
        ),
    )


def _licence_time(figures: "Figures") -> Message:
    low, best, high = figures.interval("licence_days")
    return msg(
        "A licence that nobody has applied for is assumed to take {low} to {high} days, most likely "
        "{best}, after {preparation} days for the papers ({sources}; the long end and the papers are "
        "our judgement).",
        low=low,
        best=best,
        high=high,
        preparation=figures.number("preparation_days"),
        sources=_sources(figures, "licence_days"),
    )


def _statute(figures: "Figures", on: date) -> Message:
    """By when an application filed after the papers is due; years without a notice are assumed."""
    filed = on + timedelta(days=round(figures.number("preparation_days")))
    count = round(figures.number("statutory_days"))
    due = figures.china_days.after(filed, count)
    years = range(filed.year, due.year + 1)
    noticed = all(
        not figures.china_days.sources.get(year, ASSUMED).startswith(ASSUMED) for year in years
    )
    if noticed:
        return msg(
            "An application filed on {filed} is due on {due}, {count} working days in China later.",
            filed=filed,
            due=due,
            count=count,
        )
    return msg(
        "An application filed on {filed} is due about {due}, {count} working days in China later; "
        "its public holidays of {year} are assumed.",
        filed=filed,
        due=due,
        count=count,
        year=str(due.year),
    )


def _other_licences(figures: "Figures") -> Message:
    low, best, high = figures.interval("general_licence_days")
    return msg(
        "Where an application is filed, only the rest of that time counts; under a general licence "
        "of the exporter {low} to {high} days, most likely {best} (our judgement).",
        low=low,
        best=best,
        high=high,
    )


def _costs(figures: "Figures") -> Message:
    return msg(
        "Moves are priced with {hour} EUR an hour of work, {papers} hours for the papers of an "
        "application, {source} EUR to release a second source, and {rate} % of its price a year to "
        "hold stock ({sources}; our judgement). The price decides the order of moves only.",
        hour=figures.number("hour_cost"),
        papers=figures.number("effort_papers"),
        source=figures.number("qualification_cost"),
        rate=_percent(figures.number("holding_rate")),
        sources="; ".join((_sources(figures, "hour_cost"), _sources(figures, "holding_rate"))),
    )


def _drawn(figures: "Figures") -> Message:
    return msg(
        "Money that could be lost in sum, and how firm the ranking is, come from {count} drawn "
        "futures (seed {seed}) of at most {most} parts; no more than {days} days of standstill "
        "count.",
        count=figures.number("drawn_futures"),
        seed=str(round(figures.number("draw_seed"))),
        most=figures.number("drawn_parts"),
        days=figures.number("horizon_days"),
    )


def _refusals(figures: "Figures") -> Message:
    civil, sensitive, military = (
        _percent(figures.interval(name)[1])
        for name in ("refusal_civil", "refusal_sensitive", "refusal_military")
    )
    return msg(
        "Assumed refusals: {civil} % of civil applications, {sensitive} % of those decided case by "
        "case, {military} % for military or listed users (our judgement; {sources}).",
        civil=civil,
        sensitive=sensitive,
        military=military,
        sources=_sources(figures, "refusal_civil"),
    )


def _delivery(figures: "Figures") -> Message:
    low, _, high = figures.interval("lead_time_left")
    short, likely, long = figures.interval("assumed_lead_days")
    return msg(
        "After the licence, {low} to {high} % of the quoted delivery time is still to come; where "
        "none is quoted, {short} to {long} days, most likely {likely} (our judgement).",
        low=_percent(low),
        high=_percent(high),
        short=short,
        likely=likely,
        long=long,
    )


def _cover(figures: "Figures") -> Message:
    low, best, high = figures.interval("assumed_cover_days")
    return msg(
        "Where stock or demand is not given, stock is assumed to last {best} days, {low} to {high} "
        "({sources}). Where both are given, demand may be {spread} % higher or lower (our "
        "judgement).",
        low=low,
        best=best,
        high=high,
        spread=_percent(figures.number("demand_spread")),
        sources=_sources(figures, "assumed_cover_days"),
    )


def _second_source(figures: "Figures") -> Message:
    low, _, high = figures.interval("alternative_days")
    return msg(
        "A second source outside the leading country is assumed to deliver after {low} to {high} "
        "days ({sources}).",
        low=low,
        high=high,
        sources=_sources(figures, "alternative_days"),
    )


def _disruption(figures: "Figures") -> Message:
    low, best, high = figures.interval("disruption_rate")
    short, likely, long = figures.interval("disruption_days")
    return msg(
        "At a material index of {index} we assume {best} disruptions a year, {low} to {high}, and more or "
        "fewer in proportion to the index; one lasts {short} to {long} days, most likely {likely}. "
        "This is judgement, not calibrated; the risk owner of the firm should set it.",
        index=figures.number("rate_index"),
        low=low,
        best=best,
        high=high,
        short=short,
        likely=likely,
        long=long,
    )


def _sources(figures: "Figures", name: str) -> str:
    return "; ".join(source.title for source in figures.assumptions[name].sources)


def _percent(share: float) -> int:
    return round(share * 100)
