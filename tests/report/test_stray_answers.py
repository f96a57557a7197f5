"""Answers in Korean, French, Spanish and Italian with their units: part of the frozen set of stray forms.

Each line says what may come out as a fact; None: nothing may, the answer is asked again with its text.
"""

from datetime import date
from typing import Any

import pytest

from tests.report.test_hapless_answers import fact_of

WORDS: tuple[tuple[str, Any, tuple[Any, ...]], ...] = (
    ("dy_percent", "디스프로슘 0.35 중량%", ((0.35, ""),)),
    ("dy_percent", "0.01% 미만", ((0.01, "<"),)),
    ("dy_percent", "0.03% 이하", ((0.03, "<"),)),
    ("dy_percent", "불검출 (검출한계 50ppm)", ((0.005, "<"), (0.005, "none"))),
    ("dy_percent", "테르븀 0.35%", (None,)),
    ("dy_percent", "약 0.3%", (None, (0.3, ""))),
    ("dy_percent", "해당 없음", (None,)),
    ("dy_percent", "inférieur à 0,01 % en masse", ((0.01, "<"),)),
    ("dy_percent", "entre 0,1 et 0,3 %", (None, (0.1, ">"), (0.1, ""), (0.3, "<"))),
    ("dy_percent", "non détecté (LD 50 ppm)", ((0.005, "<"), (0.005, "none"))),
    ("dy_percent", "traces", (None,)),
    ("dy_percent", "menos de 0,01 %", ((0.01, "<"),)),
    ("dy_percent", "no detectado (<50 ppm)", ((0.005, "<"), (0.005, "none"))),
    ("dy_percent", "meno dello 0,01 %", ((0.01, "<"),)),
    ("dy_percent", "3,8 - 4,4 %", (None, (3.8, ">"), (3.8, ""), (4.4, "<"))),
    ("dy_percent", "4,2 ± 0,2 %", (None, (4.2, ""))),
    ("dy_percent", "0,35 pct", (None, (0.35, ""))),
    ("dy_percent", "3.5 ‰", (None, (0.35, ""))),
    ("dy_percent", "not intentionally added", (None,)),
    ("dy_percent", "below detection limit", (None,)),
    ("dy_percent", "Dy2O3 0.40 %", (None, (0.349, ""), (0.3485, ""))),
    ("lead_time_days", "12주", (84.0,)),
    ("lead_time_days", "45 영업일", (63.0, None)),
    ("lead_time_days", "약 3개월", (91.3125, 90.0, None)),
    ("lead_time_days", "8 à 10 semaines", (None, 70.0)),
    ("lead_time_days", "60 jours ouvrés", (84.0, None)),
    ("lead_time_days", "tres meses", (91.3125, 90.0, None)),
    ("lead_time_days", "10 settimane circa", (70.0,)),
    ("lead_time_days", "stock", (None,)),
    ("licence_filed", "2026년 11월 3일 신청", (date(2026, 11, 3),)),
    ("licence_filed", "déposée le 3 novembre 2026", (date(2026, 11, 3),)),
    ("licence_filed", "presentada el 3 de noviembre de 2026", (date(2026, 11, 3),)),
    ("licence_filed", "non ancora presentata", (None,)),
    ("licence_until", "2027년 5월 31일까지", (date(2027, 5, 31),)),
    ("licence_until", "valable jusqu'au 31 mai 2027", (date(2027, 5, 31),)),
    ("licence_until", "valida fino al 31/05/2027", (date(2027, 5, 31),)),
    ("licence_number", "거절됨", (None,)),
    ("licence_number", "refusée", (None,)),
    ("licence_number", "N° 26-CN-00417", ("26-CN-00417", "N° 26-CN-00417")),
    ("stock_outside_china", "1,200개", (1200.0,)),
    ("stock_outside_china", "1 200 pièces", (1200.0,)),
    ("stock_outside_china", "1.200 unidades en Madrid", (None, 1200.0)),
    ("stock_outside_china", "nessuno", (None, 0.0)),
    ("country_of_origin", "중화인민공화국", ("CN",)),
    ("country_of_origin", "aimant chinois, assemblé en France", (None,)),
    ("leaves_china", "아니요, 일본 공장에서 출하", ("no",)),
    ("leaves_china", "oui, depuis Ningbo", ("yes",)),
    ("leaves_china", "parfois", (None, "some")),
    ("form", "로터에 조립된 자석", (None, "rotor", "magnet_assembly")),
    ("hs_code", "8505.11.10.00 (neodimio)", (None, "8505111000")),
)  # fmt: skip


@pytest.mark.parametrize(("field", "typed", "allowed"), WORDS)
def test_only_what_was_stated_becomes_a_fact(
    field: str, typed: Any, allowed: tuple[Any, ...]
) -> None:
    assert fact_of(field, typed) in allowed


@pytest.mark.parametrize(
    ("typed", "allowed"),
    [
        ("30 % Nd", None), ("0.35% Tb", None), ("0.3 % of Tb, no Dy", None), ("0,35 % (Dy+Tb)", None),
        ("0.35 at.%", None), ("0.35 mol%", None), ("0.35 % TREO", None), ("0.35% 铽", None),
        ("0.35 % Dy", (0.35, "")), ("0.35 wt%", (0.35, "")), ("0.35% 镝", (0.35, "")),
        ("0.35 % of magnet weight", (0.35, "")),
    ],
)  # fmt: skip
def test_a_share_of_something_else_is_none_of_dysprosium(typed: str, allowed: Any) -> None:
    """ "Tb 0.35 %" was asked again before, "0.35 % Tb" became dysprosium."""
    assert fact_of("dy_percent", typed) == allowed


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("licence_number", "26-CN-00417 refused"), ("licence_number", "expected 26-CN-00417"),
        ("licence_number", "26-CN-00417（已撤回）"), ("licence_filed", "2026-11-03 (draft)"),
        ("licence_filed", "2026-11-03 planned"), ("licence_filed", "3.11.2026 abgelehnt"),
        ("licence_until", "2027-05-31 expected"),
    ],
)  # fmt: skip
def test_a_licence_that_was_refused_or_is_expected_is_none(field: str, typed: str) -> None:
    assert fact_of(field, typed) is None


def test_the_last_day_of_a_licence_is_no_refusal() -> None:
    for typed in ("expires 2027-05-31", "失效日期 2027-05-31", "2027-05-31"):
        assert fact_of("licence_until", typed) in (None, date(2027, 5, 31))
    assert fact_of("licence_until", typed) == date(2027, 5, 31)
