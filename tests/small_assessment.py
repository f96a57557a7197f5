"""A small assessment made by hand: invented suppliers, every verdict, every basis that reads well.

Window and report test against it without running the rooms below them. Nothing in it is law: the
figures and statuses only have the shape of real ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.model.assessment import (
    NUMBER_COLUMNS,
    OTHER_COLUMNS,
    Action,
    Assessment,
    EditionInfo,
    ShortageKind,
    Totals,
)
from desktop_app.model.findings import Question, Reason, msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import ControlFinding, Licence, ListedFirm, Verdict
from desktop_app.model.match import UNRECOGNISED, ElementContent, Match, Origin
from desktop_app.model.parts import PartTable, part_frame
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Interval, Ternary
from tests.small_files import FILES, SHEETS, small_files
from tests.small_law import CONTROLS

ON = date(2026, 11, 24)


@dataclass(frozen=True)
class _Line:
    """One part of the small assessment with everything the rooms would have found out."""

    file: int
    number: str
    description: str
    supplier: str
    licence: Licence
    match: Match = UNRECOGNISED
    country: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    cover: Interval | None = None
    risk: Interval | None = None
    band: str | None = None
    spend: float = np.nan
    at_risk: Interval | None = None
    group: str | None = None
    actions: tuple[Action, ...] = ()


def _magnet(material: str, grade: str | None, *elements: ElementContent) -> Match:
    return Match(
        outcome="sure", verdict="yes", probability=(0.97, 0.99, 1.0), family="magnet",
        title=msg("Sintered magnet"), margin=0.6, form="magnet", form_evidence="B", evidence="B",
        material=material, grade=grade, elements=elements, bearing_share=(1.0, 1.0, 1.0),
        listed_probability=0.9, words=("magnet",),
        reasons=(msg("The description names {what}.", what=grade or material),),
    )  # fmt: skip


def _kind(title: str, form: str, verdict: Any = "likely", listed: float = 0.3) -> Match:
    return Match(
        outcome="sure", verdict=verdict, probability=(0.5, 0.7, 0.9), family=form,
        title=msg(title), margin=0.5, form=form, form_evidence="C", evidence="C",
        listed_probability=listed,
    )  # fmt: skip


def _element(symbol: str, state: Ternary, percent: Interval | None = None) -> ElementContent:
    return ElementContent(symbol, state, (0.8, 0.9, 1.0), percent, "B", by_grade=percent is None)


def _finding(
    control: str, item: str, status: Any, verdict: Any, *steps: Reason, missing: Any = ()
) -> ControlFinding:
    title = next(c.title for c in CONTROLS if c.id == control)
    return ControlFinding(control, item, title, status, verdict, None, missing, steps)


def _step(step: str, text: str, evidence: str | None = None, source: str | None = None) -> Reason:
    return Reason(step, msg(text), evidence, source)


_ASK_REPORT = Question(
    "composition", "supplier",
    msg("What mass percentage of Dy, Tb and Ho does this magnet contain? Please send a test report."),
    "composition",
)  # fmt: skip
_ASK_KIT = Question("identity", "supplier", msg("What is in this kit?"), "identity")
_FORM = _step("form", "A sintered magnet is a form this announcement lists.", "B")
_CHINA = _step("origin", "Made in China, as the column Country of origin says.", "B")
_STATUS = _step("status", "In force since 4 April 2025.", None, "https://www.mofcom.gov.cn/2025-18")
_OPEN = _step("status", "Suspended until 10 November 2026; what holds since then is not known.")
_LAW_61 = _finding(
    "CN-MOFCOM-2025-61", "s.1(1)/Part-2", "unconfirmed", "not_verified", _FORM, _OPEN
)
_NO_HEAVY = msg("A test report without Dy, Tb and Ho would change this.")
_CASES: Mapping[str, Verdict] = {"extended": "suspended", "lapsed": "needed"}
_APPLY = Action("apply", msg("Have the supplier apply for the export licence now"), 0.6)
_ASK = Action("ask", msg("Ask for a test report that names Dy, Tb and Ho"), 0.4)
_STOCK = Action("stock", msg("Order six months of stock while deliveries still run"), 0.3)


def _needed(item: str, *steps: Reason, **marks: Any) -> Licence:
    return Licence(
        "needed", applies=(0.85, 0.95, 1.0),
        controls=(_finding("CN-MOFCOM-2025-18", item, "in_force", "needed", *steps),),
        flips=(_NO_HEAVY,) if marks.get("by_grade") else (), **marks,
    )  # fmt: skip


def _clear(basis: Any, text: str, evidence: str | None = "C", **marks: Any) -> Licence:
    step = {"guidance": "form", "already_outside": "origin", "outside": "origin"}.get(basis, "form")
    return Licence(
        "not_needed", basis=basis, reasons=(_step(step, text, evidence),),
        applies=(0.0, 0.01, 0.04), **marks,
    )  # fmt: skip


_DY = _element("Dy", Ternary.YES)
_HUANING, _NORTHGATE = "宁波华宁磁业有限公司", "Northgate Motion Ltd"
_BRANDT, _RHEINMAG = "Brandt Antriebe GmbH", "Rheinmag Handels GmbH"

LINES = (
    _Line(
        0, "NG-1042", "Segment magnet 42SH 40 x 20 x 8 mm", "Ningbo Huaning Magnetics",
        _needed("1C905.a.4", _FORM, _step("elements", "42SH usually holds Dy or Tb.", "B"), _CHINA,
                _STATUS, by_grade=True),
        _magnet("NdFeB", "42SH", _DY), "CN",
        {"stock_on_hand": 1800, "annual_quantity": 13000, "unit_price": 1.5, "currency": "EUR"},
        (45.0, 51.0, 57.0), (0.71, 0.85, 0.97), "act", 19500.0,
        (520000.0, 744000.0, 980000.0), "Magnets", (_APPLY, _STOCK),
    ),
    _Line(
        0, "NG-1051", "Ring magnet Sm2Co17, 220 kA/m", "Ningbo Huaning Magnetics",
        _needed("1C905.a.4", _FORM, _step("elements", "Sm2Co17 holds samarium.", "B"), _CHINA,
                _STATUS),
        _magnet("SmCo", "Sm2Co17", _element("Sm", Ternary.YES, (24.0, 25.0, 27.0))), "CN",
        {"stock_on_hand": 400, "annual_quantity": 1800, "currency": "EUR"},
        (70.0, 81.0, 95.0), (0.4, 0.63, 0.8), "act", 8800.0, None, "Magnets",
        (_APPLY,),
    ),
    _Line(
        2, "HN-0007", "氧化镝 Dy2O3 99.9%", _HUANING,
        _needed("1C903.b", _step("form", "An oxide is a form this announcement lists.", "B"),
                _CHINA, _STATUS, covered_by="2026-NB-00418"),
        _kind("Rare earth oxide", "oxide", "yes", 0.99), "CN",
        {"stock_on_hand": 60, "annual_quantity": 240, "currency": "CNY"},
        (80.0, 91.0, 110.0), (0.02, 0.08, 0.2), "watch", 92000.0,
    ),
    _Line(
        0, "NG-1060", "Block magnet N35 20x10x5", _NORTHGATE,
        Licence(
            "not_verified", "part", applies=(0.1, 0.35, 0.6), questions=(_ASK_REPORT,),
            controls=(_finding("CN-MOFCOM-2025-18", "1C905.a.4", "in_force", "not_verified", _FORM,
                               _step("elements", "N35 may or may not hold Dy or Tb.", "B"),
                               _CHINA, _STATUS, missing=("composition",)),),
        ),
        _magnet("NdFeB", "N35", _element("Dy", Ternary.UNKNOWN)), "CN",
        {"stock_on_hand": 9000, "annual_quantity": 30000, "currency": "EUR"},
        (100.0, 109.0, 120.0), (0.1, 0.24, 0.5), "high", 12400.0, None,
        "Magnets", (_ASK,),
    ),
    _Line(
        1, "000000000010004720", "Haftmagnet Ø 32 mit Gewinde, Neodym", _BRANDT,
        Licence("not_verified", "part", applies=(0.05, 0.3, 0.6),
                questions=(_ASK_REPORT,
                           Question("origin", "supplier", msg("Where was it made?"), "origin")),
                controls=(_finding("CN-MOFCOM-2025-18", "1C905.a.4", "in_force", "not_verified", _FORM,
                                   missing=("composition", "origin")),)),
        _kind("NdFeB pot magnet", "magnet"), None, {}, None, (0.05, 0.2, 0.6), "high", 3100.0,
        None, "Magnete", (_ASK,),
    ),
    _Line(
        1, "000000000010004715", "Holmiumoxid 99,99 %", "Selten & Söhne KG",
        Licence("not_verified", "law", applies=(0.3, 0.6, 0.9),
                cases=_CASES,
                controls=(_finding("CN-MOFCOM-2025-57", "1C914.b", "unconfirmed", "not_verified", _OPEN),)),
        _kind("Rare earth oxide", "oxide", "yes", 0.99), "CN", {}, None, (0.2, 0.5, 0.9),
        "act", 15200.0,
    ),
    _Line(
        1, "000000000010004718", "Segmentmagnet 38UH japanisch", "Kitano Jikō K.K.",
        Licence("not_verified", "law", applies=(0.1, 0.4, 0.7), controls=(_LAW_61,), cases=_CASES),
        _magnet("NdFeB", "38UH", _DY), "JP", {}, None, (0.1, 0.3, 0.7), "high", 41000.0,
    ),
    _Line(
        0, "NG-2003", "Servo drive amplifier 3 kW", _NORTHGATE,
        Licence("not_verified", "law", seldom=True, applies=(0.0, 0.02, 0.1), controls=(_LAW_61,)),
        _kind("Servo amplifier", "electronics"), "GB", {}, None, (0.0, 0.02, 0.1), "low",
        88000.0,
    ),
    _Line(
        0, "NG-9001", "Service kit conveyor head, see drawing", _NORTHGATE,
        Licence("not_verified", "recognition", questions=(_ASK_KIT,)),
        Match("none", "unknown", None, is_kit=True), None, {}, spend=5400.0, group="Spare parts",
    ),
    _Line(
        1, "000000000010004790", "Baugruppe 7-1120-03 nach Zeichnung", _BRANDT,
        Licence("not_verified", "recognition"), UNRECOGNISED, None, {}, spend=61200.0,
        group="Baugruppen",
    ),
    _Line(
        0, "NG-3310", "Antimony trioxide masterbatch 80 %", "Carver Compounds",
        Licence("suspended", suspended_until=date(2026, 11, 27), applies=(0.1, 0.5, 0.9),
                controls=(_finding("CN-MOFCOM-2024-46", "art.2", "suspended", "suspended"),)),
        _kind("Flame retardant", "compound"), "CN", {}, None, None, None, 7200.0,
    ),
    _Line(
        1, "000000000010004722", "Rotor mit Welle, Magnete verklebt", _BRANDT,
        _clear("guidance", "A rotor with fixed magnets is generally outside (FAQ of MOFCOM)."),
        _kind("Rotor", "rotor"), "CN", {}, spend=24000.0,
    ),
    _Line(
        2, "HN-0021", "铈抛光粉 CeO2", _HUANING,
        _clear("element", "Cerium is not a listed element.", "B"),
        _kind("Polishing powder", "oxide", "yes", 0.0), "CN", {"currency": "CNY"}, spend=30500.0,
    ),
    _Line(
        0, "NG-0100", "Hexagon screw M6 x 20 <b>zinc</b> & wax", "Fastline Fixings",
        _clear("kind", "A screw holds no listed element in a listed form."),
        _kind("Fastener", "other", "no", 0.001), "TW", {}, spend=900.0,
    ),
    _Line(
        1, "000000000010004731", "Segmentmagnet 42SH ab Lager Duisburg", _RHEINMAG,
        _clear("already_outside", "From stock inside your customs territory.", "A"),
        _magnet("NdFeB", "42SH", _DY), "CN", {}, spend=6600.0,
    ),
    _Line(
        0, "NG-2100", "Servomotor 400 W with brake", "Kitano Jikō K.K.",
        _clear("outside", "Made in Japan; it does not leave China.", "B", upstream_exposed=True,
               listed_firm=ListedFirm("Kitano Jikō K.K.", "Kitano Jikō", "watch", date(2026, 2, 24))),
        _kind("Servo motor", "motor"), "JP", {}, spend=57000.0,
    ),
)  # fmt: skip


def small_assessment() -> Assessment:
    """Sixteen parts of three files that were read, and a fourth that was refused."""
    count = len(LINES)
    licences = Spread(tuple(line.licence for line in LINES), _each(count))
    return Assessment(
        inquiry=Inquiry(on=ON, on_assumed=True),
        edition=EditionInfo(
            "2026.08", date(2026, 8, 21), ("CN-MOFCOM-2025-57", "CN-MOFCOM-2025-61"), CONTROLS
        ),
        files=small_files([sum(line.file == at for line in LINES) for at in range(3)]),
        parts=_parts(),
        matches=Spread(tuple(line.match for line in LINES), _each(count)),
        origins=Spread(tuple(_origin(line) for line in LINES), _each(count)),
        licences=licences,
        shortage=Spread(tuple(_shortage(line) for line in LINES), _each(count)),
        actions=Spread(tuple(line.actions for line in LINES), _each(count)),
        numbers=_numbers(),
        order=np.arange(count, dtype=np.int64),
        totals=_totals(licences),
    )


def _each(count: int) -> Any:
    return np.arange(count, dtype=np.int32)


def _origin(line: _Line) -> Origin:
    if line.country is None:
        return Origin(None, None, (0.8, 0.92, 0.98), "stage_share", "D")
    china = (0.98, 1.0, 1.0) if line.country == "CN" else (0.0, 0.0, 0.02)
    return Origin(line.country, None, china, "declared", "B", line.supplier == _RHEINMAG)


def _shortage(line: _Line) -> ShortageKind:
    if not line.match.elements:
        return ShortageKind()
    symbol = line.match.elements[0].symbol
    return ShortageKind((2.8, 3.6, 5.4), (0.04, 0.16, 0.56), symbol, "magnet")


def _parts() -> PartTable:
    rows = [sum(other.file == line.file for other in LINES[:i]) + 5 for i, line in enumerate(LINES)]
    columns: dict[str, Any] = {
        "file": [line.file for line in LINES],
        "sheet": [SHEETS[line.file] for line in LINES],
        "row": rows,
        "table": [line.file for line in LINES],
        "part_number": [line.number for line in LINES],
        "description": [line.description for line in LINES],
        "supplier": [line.supplier for line in LINES],
        "country_of_origin": [line.country for line in LINES],
        "material_group": [line.group for line in LINES],
        "magnet_grade": [line.match.grade for line in LINES],
        "currency": [line.facts.get("currency", "EUR") for line in LINES],
        "annual_spend": [line.spend for line in LINES],
    }
    for name in ("stock_on_hand", "annual_quantity", "unit_price"):
        columns[name] = [line.facts.get(name, np.nan) for line in LINES]
    found = {"part_number": 1, "description": 2, "supplier": 3, "country_of_origin": 4}
    return PartTable(part_frame(columns, len(LINES)), columns=(found,) * 3, file_names=FILES)


_LEAD = (30.0, 35.0, 45.0)


def _licence_days(line: _Line) -> Interval | None:
    if line.cover is None:
        return None
    return (0.0, 0.0, 0.0) if line.licence.covered_by else (16.0, 77.0, 194.0)


def _gap(line: _Line) -> Interval | None:
    """Licence time and delivery less cover."""
    licence = _licence_days(line)
    if line.cover is None or licence is None:
        return None
    low, best, high = (a + b for a, b in zip(licence, _LEAD, strict=True))
    return low - line.cover[2], best - line.cover[1], high - line.cover[0]


def _numbers() -> pd.DataFrame:
    data: dict[str, Any] = {name: np.full(len(LINES), np.nan) for name in NUMBER_COLUMNS}
    data |= {name: np.full(len(LINES), None, dtype=object) for name in OTHER_COLUMNS}
    for at, line in enumerate(LINES):
        for name, triple in (
            ("cover_days", line.cover),
            ("licence_risk", line.risk),
            ("value_at_risk", line.at_risk),
            ("gap_days", _gap(line)),
            ("licence_days", _licence_days(line)),
            ("lead_time_days", None if line.cover is None else _LEAD),
            ("shortage_risk", (0.03, 0.14, 0.53) if line.match.elements else None),
        ):
            if triple is not None:
                for suffix, value in zip(("_low", "", "_high"), triple, strict=True):
                    data[name + suffix][at] = value
        if line.cover is not None:
            for name, days in zip(
                ("run_out_early", "run_out", "run_out_late"), line.cover, strict=True
            ):
                data[name][at] = ON + timedelta(days=int(days))
        data["licence_band"][at] = line.band
        data["shortage_band"][at] = "watch" if line.match.elements else None
        data["assumed_cover"][at] = line.risk is not None and line.cover is None
        data["annual_spend"][at] = line.spend
        data["money_basis"][at] = "margin" if line.at_risk else None
    return pd.DataFrame(data)


def _totals(licences: Spread[Licence]) -> Totals:
    kinds = list(licences)
    verdicts = [kind.verdict for kind in kinds]
    waits = [kind.waits_on for kind in kinds]
    first = LINES[0].cover or (0.0, 0.0, 0.0)
    early, best, late = (ON + timedelta(days=int(days)) for days in first)
    return Totals(
        parts=len(kinds),
        needed=verdicts.count("needed"),
        needed_uncovered=sum(k.verdict == "needed" and k.covered_by is None for k in kinds),
        not_verified=verdicts.count("not_verified"),
        waits_part=waits.count("part"),
        waits_law=waits.count("law"),
        not_screened=waits.count("recognition"),
        suspended=verdicts.count("suspended"),
        not_needed=verdicts.count("not_needed"),
        guidance=sum(kind.basis == "guidance" for kind in kinds),
        currency=None,
        annual_spend=None,
        value_at_risk=None,
        by_currency={
            "EUR": {"parts": 14, "annual_spend": 350300.0, "value_at_risk": LINES[0].at_risk},
            "CNY": {"parts": 2, "annual_spend": 122500.0, "value_at_risk": None},
        },
        first_run_out=(early, best, late),
        first_run_out_part=0,
    )
