"""Reads the smaller tables of figures: grades, second sources, working days, prices.

Each raises RegisterError naming file and line.
"""

from collections.abc import Mapping
from pathlib import Path

from desktop_app.model.match import FORMS
from desktop_app.model.verdict import Interval
from desktop_app.register.strict import RegisterError, read_table
from desktop_app.register.supply import (
    Assumption,
    FigureSource,
    GradeLimit,
    MoveCost,
    OpenCost,
    PaidPer,
    PriceStep,
    SourceRule,
)
from desktop_app.register.working_days import WorkCalendar, read_calendar

Sources = Mapping[str, FigureSource]

PER: Mapping[str, PaidPer] = {"part": "part", "supplier": "supplier", "once": "once"}
OPEN: Mapping[str, OpenCost] = {"": "", "stock": "stock", "early": "early", "grade": "grade"}


def grade_limits(path: Path, sources: Sources) -> tuple[GradeLimit, ...]:
    """Classes of sintered NdFeB, the coolest first."""
    found: list[GradeLimit] = []
    for line, row in read_table(path, ("class", "celsius", "heavy_probability", "source")):
        named_source(path, line, row["source"], sources)
        limit = GradeLimit(
            row["class"],
            round(number_of(path, line, row["celsius"], most=500)),
            number_of(path, line, row["heavy_probability"], most=1),
        )
        if found and limit.celsius <= found[-1].celsius:
            raise RegisterError(path, line, "classes must rise in temperature")
        found.append(limit)
    return tuple(found)


def source_rules(path: Path, sources: Sources) -> tuple[SourceRule, ...]:
    """Which makers could be a second source, in order."""
    found = []
    for line, row in read_table(path, ("family", "form", "material", "role", "order", "source")):
        named_source(path, line, row["source"], sources)
        if row["form"] and row["form"] not in FORMS:
            raise RegisterError(path, line, f"unknown form {row['form']!r}")
        if row["order"] not in ("listed", "purest"):
            raise RegisterError(path, line, "order must be listed or purest")
        purest = row["order"] == "purest"
        found.append(SourceRule(row["family"], row["form"], row["material"], row["role"], purest))
    return tuple(found)


def move_costs(path: Path, assumptions: Mapping[str, Assumption]) -> Mapping[str, MoveCost]:
    """What each kind of move costs, by the assumptions that are given for it."""
    found: dict[str, MoveCost] = {}
    for line, row in read_table(path, ("move", "hours", "money", "per", "open")):
        for name in (row["hours"], row["money"]):
            if name and name not in assumptions:
                raise RegisterError(path, line, f"there is no assumption {name!r}")
        per, unsaid = PER.get(row["per"]), OPEN.get(row["open"])
        if per is None or unsaid is None:
            raise RegisterError(path, line, "per or open is none of its words")
        if row["move"] in found or not (row["hours"] or row["money"] or unsaid):
            raise RegisterError(path, line, "a move once, with what it costs")
        found[row["move"]] = MoveCost(row["hours"], row["money"], per, unsaid)
    return found


def china_days(path: Path, sources: Sources) -> WorkCalendar:
    """The ministry's working days; every year names a known source."""
    calendar = read_calendar(path)
    for source in calendar.sources.values():
        named_source(path, 1, source, sources)
    return calendar


def price_steps(path: Path, sources: Sources) -> Mapping[str, PriceStep]:
    """Usual prices and asks by element."""
    columns = (
        "symbol", "product", "element_percent", "basis", "usual_usd_kg", "usual_day", "usual_source",
        "ask_usd_kg", "ask_day", "ask_source",
    )  # fmt: skip
    found: dict[str, PriceStep] = {}
    for line, row in read_table(path, columns):
        usual, ask = (
            number_of(path, line, row[n], most=1e6) for n in ("usual_usd_kg", "ask_usd_kg")
        )
        share = number_of(path, line, row["element_percent"], most=100) / 100
        if row["basis"] not in ("volume", "china"):
            raise RegisterError(path, line, "basis must be volume or china")
        if row["symbol"] in found or ask < usual or not share:
            raise RegisterError(
                path, line, "an element once, its ask no lower than the usual price"
            )
        found[row["symbol"]] = PriceStep(
            row["symbol"], row["product"], share, row["basis"] == "volume",
            usual, row["usual_day"], named_source(path, line, row["usual_source"], sources),
            ask, row["ask_day"], named_source(path, line, row["ask_source"], sources),
        )  # fmt: skip
    return found


def named_source(path: Path, line: int, name: str, sources: Sources) -> FigureSource:
    """The source of an id. Raises RegisterError where there is none."""
    if name not in sources:
        raise RegisterError(path, line, f"sources.csv has no source {name!r}")
    return sources[name]


def number_of(path: Path, line: int, text: str, most: float) -> float:
    """A number from zero to ``most``. Raises RegisterError otherwise."""
    try:
        value = float(text)
    except ValueError as problem:
        raise RegisterError(path, line, f"{text!r} is no number") from problem
    if not 0 <= value <= most:
        raise RegisterError(path, line, f"{value} is not between 0 and {most}")
    return value


def interval_of(path: Path, line: int, texts: list[str], most: float) -> Interval:
    """Three rising numbers. Raises RegisterError otherwise."""
    low, best, high = (number_of(path, line, text, most) for text in texts)
    if not low <= best <= high:
        raise RegisterError(path, line, f"{low}, {best}, {high} must rise")
    return low, best, high
