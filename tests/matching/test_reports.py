"""Absence is what a dated report with figures finds; everything less is a claim (verdicts.md)."""

from datetime import date

import pytest

from desktop_app.matching.match import match_parts
from desktop_app.matching.reports import dates_in, report_of
from desktop_app.model.match import Match
from desktop_app.model.parts import FactCell, PartTable, SubstanceFact, part_frame
from desktop_app.model.verdict import Ternary
from tests.matching.parts import part_table, shipped_knowledge

ON = date(2026, 11, 22)
CLEAN = "ICP report 2026-03-01: Dy < 0.01 %, Tb < 0.01 %, Ho < 0.01 %"


def declared(
    declaration: str, description: str = "Magnet NdFeB 42SH 20x10x5", **facts: str
) -> Match:
    columns = {"description": [description], "declaration": [declaration]}
    columns |= {name: [value] for name, value in facts.items()}
    return match_parts(part_table(**columns), shipped_knowledge(), ON)[0]


def test_a_dated_report_at_the_limit_excludes_the_elements() -> None:
    match = declared(CLEAN)
    for symbol in ("Dy", "Tb", "Ho"):
        entry = match.element(symbol)
        assert entry is not None
        assert (entry.state, entry.evidence) == (Ternary.NO, "A")
    assert not match.element_free_claim


@pytest.mark.parametrize(
    "declaration",
    [
        "Dy/Tb-free",
        "HRE-free as per catalogue",
        "无重稀土",
        "Dy < 0.01 %, Tb < 0.01 %",                              # no report
        "ICP report: Dy < 0.01 %",                               # no date
        "ICP report 2026-03-01: Dy-free",                        # no figure
        "Test report 2026-03-01: Dy + Tb < 0.1 %",               # above the limit
        "Test report 2024-10-01: Dy < 0.01 %",                   # too old
        "Test report 2027-01-15: Dy < 0.01 %",                   # not yet written
        "Test report 2026-03-01, P/N 88-1234: Dy < 0.01 %",      # of another part
        "ICP report 2026-05-03: Dy not detected, Tb not detected",
        "ICP report 2026-05-03: Dy not detected, LOD 0.05 %",
        "ICP report 2026-05-03: Dy not detected, LOD 0.005 %, LOQ 0.02 %",
        "ICP report 2026-05-03: analysed were Dy Nd Pr, LOD 0.01 %",  # Nd is no "n.d."
        "ICP REPORT 2026-05-03: ELEMENTS DY ND PR FE B, LOD 0.01 %",
    ],
)  # fmt: skip
def test_anything_less_leaves_dysprosium_as_the_grade_says(declaration: str) -> None:
    entry = declared(declaration, mpn="77-0001").element("Dy")
    assert entry is not None
    assert entry.state is not Ternary.NO


@pytest.mark.parametrize(
    ("declaration", "absent"),
    [
        ("ICP analysis 12 March 2026: Dy, Tb and Ho n.d. (<0.005 %)", {"Dy", "Tb", "Ho"}),
        ("Prüfbericht 12.03.2026, Dy: 80 ppm, Tb: < 50 ppm", {"Dy", "Tb"}),
        ("检测报告 2026年3月12日 镝 <0.01% 铽 <0.01%", {"Dy", "Tb"}),
        ("Rapport d'analyse du 12 mars 2026 : dysprosium < 0,01 %", {"Dy"}),
        ("분석 보고서 2026-03-12 Dy 0.005%", {"Dy"}),
        ("Report 2026-03: HREE total < 0.01 %", {"Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu"}),
        ("CoA 2026-03-12 P/N 77-0001 Dy <= 0.01 mass%", {"Dy"}),
        ("ICP report 2026-05-03: Dy not detected, Tb not detected, LOD 0.005 %", {"Dy", "Tb"}),
        ("Dy: n.d., Tb: n.d. (ICP report 2026-05-03, LOD 50 ppm)", {"Dy", "Tb"}),
        ("Test report 2026-05-03: Dy/Tb/Ho each below 0.01 %", {"Dy", "Tb", "Ho"}),
        ("ICP report 2026-05-03: Dy not detected, Tb 0.3 %, LOD 0.005 %", {"Dy"}),
    ],
)
def test_reports_are_read_in_many_words(declaration: str, absent: set[str]) -> None:
    report = report_of(declaration, ("77-0001",), ON, shipped_knowledge())
    assert report is not None
    assert set(report.absent) == absent


def test_any_measured_amount_above_the_limit_is_content() -> None:
    entry = declared("ICP report 2026-03-01: Dy 0.05 %").element("Dy")
    assert entry is not None
    assert (entry.state, entry.evidence, entry.mass_percent) == (
        Ternary.YES, "A", (0.05, 0.05, 0.05),
    )  # fmt: skip


@pytest.mark.parametrize(
    "said", ["Dy not detected, LOD 0.05 %", "Dy n.d. (LOD 0.05 %)", "Dy Nd 29 %, Fe 66 %"]
)
def test_what_was_not_found_or_is_of_another_element_is_no_content(said: str) -> None:
    """Once the limit of the analysis, or the neodymium behind it, was taken for measured Dy."""
    report = report_of(f"ICP report 2026-03-01: {said}", (), ON, shipped_knowledge())
    assert report is not None
    assert "Dy" not in dict(report.measured)


def test_a_report_against_what_the_row_states_settles_nothing() -> None:
    entry = declared(CLEAN, "Magnet NdFeB 38UH (Dy 4.1 %)").element("Dy")
    assert entry is not None
    assert entry.state is Ternary.UNKNOWN


def test_two_statements_against_each_other_settle_nothing() -> None:
    match = declared(f"{CLEAN}; supplier letter 2026-05-05: Dy 1.2 %", "NdFeB magnet N35 D10x3")
    entry = match.element("Dy")
    assert entry is not None
    assert (entry.state, entry.evidence) == (Ternary.UNKNOWN, "A")
    other = match.element("Tb")
    assert other is not None
    assert other.state is Ternary.NO


@pytest.mark.parametrize(
    ("declaration", "most"),
    [
        ("Test report 2026-05-04: Dy+Tb < 0.1 %", 0.1),
        ("Test report 2026-05-04: Dy < 0.04 %, Tb 0.05 %", 0.09),
        ("Test report 2026-05-04: Dy < 0.04 %", 0.04),
        ("Test report 2026-05-04: Dy > 0.04 %, Tb < 0.01 %", None),
    ],
)
def test_a_report_bounds_the_sum_that_trade_speaks_of(declaration: str, most: float | None) -> None:
    report = report_of(declaration, (), ON, shipped_knowledge())
    assert report is not None
    assert dict(report.at_most).get("Dy") == (pytest.approx(most) if most else None)


def test_without_a_day_no_report_counts() -> None:
    assert report_of(CLEAN, (None,), None, shipped_knowledge()) is None


def test_a_report_is_good_for_so_many_months_and_not_a_day_longer() -> None:
    text = "Test report 2026-03-15: Dy < 0.01 %"
    months = shipped_knowledge().judgements.report_valid_months
    assert months == 24
    assert report_of(text, (), date(2028, 3, 14), shipped_knowledge()) is not None
    assert report_of(text, (), date(2028, 3, 15), shipped_knowledge()) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-03-01", date(2026, 3, 1)), ("01.03.2026", date(2026, 1, 3)),
        ("13.03.2026", date(2026, 3, 13)), ("1 March 2026", date(2026, 3, 1)),
        ("March 1, 2026", date(2026, 3, 1)), ("1. März 2026", date(2026, 3, 1)),
        ("1er mars 2026", date(2026, 3, 1)), ("1 de marzo de 2026", date(2026, 3, 1)),
        ("2026年3月1日", date(2026, 3, 1)), ("2026년 3월 1일", date(2026, 3, 1)),
        ("03/2026", date(2026, 3, 1)), ("2026/03/05", date(2026, 3, 5)),
    ],
)  # fmt: skip
def test_dates_of_many_countries(text: str, found: date) -> None:
    """Of two readings the older one: a report must not look younger than it is."""
    assert dates_in(text, shipped_knowledge().word_lists) == (found,)


def test_a_number_that_is_no_date_is_none() -> None:
    assert dates_in("RoHS 2011/65/EU, DIN 20 21 13", shipped_knowledge().word_lists) == ()


def test_a_declaration_of_materials_names_elements() -> None:
    place = FactCell(0, "IMDS", 5, 2)
    oxide = SubstanceFact("Dysprosium oxide", "1308-87-8", 2.0, None, place)
    parts = PartTable(part_frame({"description": ["Rotor magnet"]}, 1), substances={0: (oxide,)})
    entry = match_parts(parts, shipped_knowledge())[0].element("Dy")
    assert entry is not None
    assert (entry.state, entry.evidence) == (Ternary.YES, "A")
    # of the oxide, 87 % is metal
    assert entry.mass_percent is not None
    assert list(entry.mass_percent) == pytest.approx([1.74] * 3, abs=0.01)
