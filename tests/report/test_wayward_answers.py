"""Answers in Chinese, German and Japanese with their units: part of the frozen set of wayward forms.

Each line says what may come out as a fact; None: nothing may, the answer is asked again with its text.
"""

from datetime import date
from typing import Any

import pytest

from tests.report.test_hapless_answers import fact_of

WORDS: tuple[tuple[str, Any, tuple[Any, ...]], ...] = (
    ("dy_percent", "镝 0.35%(质量百分比)", ((0.35, ""),)),
    ("dy_percent", "低于万分之一", (None, (0.01, "<"))),
    ("dy_percent", "未检出(检出限50ppm)", ((0.005, "<"), (0.005, "none"))),
    ("dy_percent", "≤0.03wt.%", ((0.03, "<"),)),
    ("dy_percent", "千分之三", (None, (0.3, ""))),
    ("dy_percent", "Dy: 0,35 Masse-%", ((0.35, ""),)),
    ("dy_percent", "铽 0.35%", (None,)),
    ("dy_percent", "Terbium: 0,35 %", (None,)),
    ("dy_percent", "kleiner als 0,01 Gew.%", ((0.01, "<"),)),
    ("dy_percent", "n. n. (NWG 0,005 %)", ((0.005, "<"), (0.005, "none"))),
    ("dy_percent", "höchstens 200 mg/kg", ((0.02, "<"),)),
    ("dy_percent", "ジスプロシウム0.35質量%", ((0.35, ""),)),
    ("dy_percent", "検出せず(検出限界50ppm)", ((0.005, "<"), (0.005, "none"))),
    ("dy_percent", "0.1~0.3質量%", (None, (0.1, ">"), (0.1, ""), (0.3, "<"))),
    ("dy_percent", "0.35 (Herstellerangabe, ungeprüft)", (None, (0.35, ""))),
    ("lead_time_days", "十二周", (None, 84.0)),
    ("lead_time_days", "约10周(含许可证)", (70.0,)),
    ("lead_time_days", "zwölf Wochen", (None, 84.0)),
    ("lead_time_days", "約12週間", (84.0,)),
    ("lead_time_days", "3ヶ月", (91.3125, 90.0)),
    ("lead_time_days", "90天+海运35天", (None, 125.0)),
    ("licence_filed", "2026年11月3日已提交申请", (date(2026, 11, 3),)),
    ("licence_filed", "Antrag am 3. November 2026 gestellt", (date(2026, 11, 3),)),
    ("licence_filed", "2026年11月3日に申請済み", (date(2026, 11, 3),)),
    ("licence_filed", "令和8年11月3日", (None, date(2026, 11, 3))),
    ("licence_filed", "noch nicht (geplant 3.12.2026)", (None,)),
    ("licence_until", "有效期至2027年5月31日", (date(2027, 5, 31),)),
    ("licence_until", "gültig bis Ende Mai 2027", (None, date(2027, 5, 31))),
    ("licence_until", "2027年5月31日まで有効", (date(2027, 5, 31),)),
    ("licence_until", "abgelaufen am 31.05.2026", (None, date(2026, 5, 31))),
    ("licence_number", "许可证号:26-CN-00417", ("26-CN-00417", "许可证号:26-CN-00417")),
    ("licence_number", "Nr. 26-CN-00417 vom 3.11.2026", (None, "26-CN-00417", "Nr. 26-CN-00417 vom 3.11.2026")),
    ("licence_number", "abgelehnt", (None,)),
    ("licence_number", "申请被退回", (None,)),
    ("stock_outside_china", "德国仓库有1,200件", (None, 1200.0)),
    ("stock_outside_china", "1.200 Stück in Hamburg", (None, 1200.0)),
    ("stock_outside_china", "ドイツ倉庫に1,200個", (None, 1200.0)),
    ("stock_outside_china", "1.200 Stück", (1200.0,)),
    ("stock_outside_china", "1,200 pcs", (1200.0,)),
    ("stock_outside_china", "1.200 kg", (None,)),
    ("stock_outside_china", "keine", (None, 0.0)),
    ("stock_outside_china", "12 kg", (None, 12.0)),
    ("country_of_origin", "磁石は中国、組立は日本", (None,)),
    ("country_of_origin", "VR China", ("CN",)),
    ("leaves_china", "不从中国发货", ("no",)),
    ("leaves_china", "いいえ、日本工場から", ("no",)),
    ("leaves_china", "teils", (None, "some")),
    ("form", "装在轴上的转子", (None, "rotor")),
    ("form", "ハウジング内の磁石", (None, "magnet_assembly")),
)  # fmt: skip


@pytest.mark.parametrize(("field", "typed", "allowed"), WORDS)
def test_only_what_was_stated_becomes_a_fact(
    field: str, typed: Any, allowed: tuple[Any, ...]
) -> None:
    assert fact_of(field, typed) in allowed
