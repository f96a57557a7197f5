"""What suppliers type into a cell, and what it means; where it is not clear, why."""

from datetime import date
from typing import Any

import pytest

from desktop_app.intake.answer_columns import BY_KEY
from desktop_app.intake.answer_values import Habits, habits_of, meaning_of
from desktop_app.intake.answer_words import choice_of, means, not_known
from desktop_app.intake.grid import ERROR_MARK, UNCALCULATED
from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.answers import FORMS, YES_NO


def read(key: str, typed: Any, habits: Habits | None = None) -> tuple[Any, ...]:
    found = meaning_of(BY_KEY[key], typed, habits or Habits())
    return found.fate, found.value, found.bound


@pytest.mark.parametrize(
    ("typed", "value", "bound"),
    [
        ("4,2 %", 4.2, ""), ("0.35", 0.35, ""), (0.35, 0.35, ""), ("<0.01", 0.01, "<"),
        ("< 0,01 %", 0.01, "<"), ("≤100ppm", 0.01, "<"), ("100 ppm", 0.01, ""), ("3 ‰", 0.3, ""),
        ("约4%", 4.0, ""), ("ca. 4 %", 4.0, ""), ("1.234", 1.234, ""), ("1,234", 1.234, ""),
        ("0.35 wt%", 0.35, ""), ("０．３５％", 0.35, ""), ("0.01%以下", 0.01, "<"),
        ("0,05% max", 0.05, "<"), ("max. 0.1 Gew.-%", 0.1, "<"), ("mindestens 4 %", 4.0, ">"),
        ("Dy 0.3%", 0.3, ""), ("0.35% (ICP)", 0.35, ""), ("0.3-0.5 %", 0.3, ">"),
        ("0–0.5", 0.5, "<"), ("n.d.", None, "none"), ("无", None, "none"), ("keine", None, "none"),
        ("0", 0.0, ""),
    ],
)  # fmt: skip
def test_shares(typed: Any, value: float | None, bound: str) -> None:
    assert read("dy_percent", typed) == ("understood", value, bound)


@pytest.mark.parametrize(
    "typed",
    [
        "120 g",
        "150",
        "-1",
        "0.3 / 0.4",
        "Dy2O3 0.3 % und mehr",
        "see report",
        "x" * 5000,
        "max",
        "<",
        "约",
    ],
)
def test_what_is_no_share_is_handed_back_with_the_reason(typed: str) -> None:
    found = meaning_of(BY_KEY["dy_percent"], typed, Habits())
    assert found.fate == "not_understood"
    assert found.value is None
    assert found.reason is not None


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("6 Wochen", 42), ("45 working days", 63), ("10 Arbeitstage", 14), ("45个工作日", 63),
        ("90天", 90), ("60日", 60), ("6-8 weeks", 56), ("6 bis 8 Wochen", 56), ("6至8周", 56),
        ("8W", 56), ("1 Jahr", 365), ("约6周", 42), ("max. 8 weeks", 56), ("60", 60), (60.0, 60),
        ("8주", 56), ("6 semaines", 42), ("8 settimane", 56), ("8 semanas", 56), ("6週間", 42),
    ],
)  # fmt: skip
def test_times_are_calendar_days_and_of_a_range_the_longer_end(typed: Any, days: float) -> None:
    assert read("lead_time_days", typed)[:2] == ("understood", days)


@pytest.mark.parametrize("typed", ["6 moons", "soon", "4 weeks + 45 working days", "1.200", "-3"])
def test_a_time_without_a_known_unit_or_of_two_readings_is_none(typed: str) -> None:
    assert read("lead_time_days", typed)[0] == "not_understood"


def test_the_rest_of_the_sheet_decides_what_a_point_means() -> None:
    german = habits_of(["0,35", "12,5 %", "Siehe Anlage"], [])
    assert read("stock_outside_china", "1.200", german)[:2] == ("understood", 1200.0)
    assert read("stock_outside_china", "1.200")[0] == "not_understood"


def test_days_say_nothing_of_points_and_the_other_way_round() -> None:
    habits = habits_of(["0.35", "12.5"], ["24.11.2026", "03/04/2026", "25/12/2026"])
    assert (habits.comma, habits.is_day_first) == (False, True)
    assert read("licence_until", "03/04/2026", habits)[:2] == ("understood", date(2026, 4, 3))


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [("500 Stück", 500.0, ""), ("500个", 500.0, ""), ("120 g", 120.0, "g"), ("none", 0.0, "")],
)
def test_amounts_keep_a_unit_that_is_no_piece(typed: str, value: float, unit: str) -> None:
    found = meaning_of(BY_KEY["stock_outside_china"], typed, Habits())
    assert (found.fate, found.value, found.unit) == ("understood", value, unit)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026年11月24日", date(2026, 11, 24)), ("2026년 11월 24일", date(2026, 11, 24)),
        ("24.11.2026", date(2026, 11, 24)), ("Nov 24, 2026", date(2026, 11, 24)),
        ("2026-10", date(2026, 10, 1)), ("10/2026", date(2026, 10, 1)),
    ],
)  # fmt: skip
def test_days(typed: str, day: date) -> None:
    assert read("report_date", typed)[:2] == ("understood", day)


@pytest.mark.parametrize("typed", ["03/04/2026", "2026-13", "soon", "next week"])
def test_a_day_of_two_readings_is_none(typed: str) -> None:
    assert read("licence_until", typed)[0] == "not_understood"


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("是", "yes"), ("否", "no"), ("有", "yes"), ("无", "no"), ("はい", "yes"), ("いいえ", "no"),
        ("예", "yes"), ("아니오", "no"), ("oui", "yes"), ("sí", "yes"), ("sì", "yes"), ("NEIN", "no"),
        ("yes / ja", "yes"), ("Ja, über Hamburg", "yes"), ("no, from Rotterdam", "no"),
        ("是，经香港", "yes"), ("teilweise", "some"), (True, "yes"), ("✓", "yes"),
    ],
)  # fmt: skip
def test_yes_and_no_in_eight_languages(typed: Any, choice: str) -> None:
    assert read("leaves_china", typed)[:2] == ("understood", choice)


@pytest.mark.parametrize("typed", ["yes and no", "ja/nein", "maybe", "是否"])
def test_both_or_neither_is_no_choice(typed: str) -> None:
    assert read("leaves_china", typed)[0] == "not_understood"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_the_drop_down_lists_is_read_back(language: str) -> None:
    own, english = Catalogue(language), Catalogue("en")
    for choices in (YES_NO, FORMS):
        names = [name for name, _ in choices]
        for name, word in choices:
            printed = own.say(word).replace(",", ";")
            assert choice_of(printed, names) == name, printed
            assert choice_of(f"{printed} / {english.say(word)}", names) == name, printed


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("China (Ningbo)", "CN"), ("中国宁波", "CN"), ("Ningbo, China", "CN"), ("德国", "DE"),
        ("Made in P.R.C.", "CN"), ("Allemagne", "DE"), ("한국", "KR"), ("台湾", "TW"), ("vn", "VN"),
    ],
)  # fmt: skip
def test_countries(typed: str, code: str) -> None:
    assert read("country_of_origin", typed)[:2] == ("understood", code)


@pytest.mark.parametrize(
    "typed", ["China/Germany", "not China", "非中国", "Atlantis", "outside China", "none"]
)
def test_several_countries_or_none_are_no_fact(typed: str) -> None:
    assert read("country_of_origin", typed)[0] == "not_understood"


@pytest.mark.parametrize(
    "typed", ["n/a", "-", "–", "?", "unknown", "k.A.", "不明", "未知", "不知道", "모름", "inconnu",
              "Not known / nicht bekannt", "tbd"],
)  # fmt: skip
def test_not_known_is_an_answer_and_no_fact(typed: str) -> None:
    assert not_known(typed)
    for key in ("dy_percent", "report_date", "country_of_origin", "leaves_china", "maker"):
        assert read(key, typed) == ("unknown", None, ""), key


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("lead_time_days", "三个月", 91), ("lead_time_days", "十二週間", 84), ("lead_time_days", "约六周", 42),
        ("lead_time_days", "六至八周", 56), ("lead_time_days", "半年", 183), ("dy_percent", "百分之四", 4.0),
        ("dy_percent", "三点五%", 3.5), ("stock_outside_china", "三百", 300.0),
        ("stock_outside_china", "一万二千个", 12000.0), ("stock_outside_china", "1万2千", 12000.0),
        ("licence_until", "令和9年3月31日", date(2027, 3, 31)), ("licence_until", "R9.3.31", date(2027, 3, 31)),
        ("licence_until", "民國116年3月31日", date(2027, 3, 31)),
        ("licence_until", "二〇二七年三月三十一日", date(2027, 3, 31)),
    ],
)  # fmt: skip
def test_numbers_and_years_may_be_spelt(key: str, typed: str, value: Any) -> None:
    fate, found, _ = read(key, typed)
    assert fate == "understood"
    assert found == value if isinstance(value, date) else found == pytest.approx(value, abs=1)


def test_errors_of_a_spreadsheet_are_no_answers() -> None:
    for value in (ERROR_MARK + "#REF!", UNCALCULATED, "#N/A"):
        assert read("maker", value)[0] == "not_understood"


def test_none_of_a_text_is_an_answer_without_a_value() -> None:
    assert read("alternative_grade", "keine") == ("understood", None, "none")
    assert not means("keine Ahnung", "none")


@pytest.mark.parametrize("typed", ["是 yes", "yes 是", "Yes / 是", "ja yes"])
def test_one_choice_in_two_languages_with_a_blank_between(typed: str) -> None:
    assert read("leaves_china", typed)[:2] == ("understood", "yes")


def test_two_choices_with_a_blank_between_are_none() -> None:
    assert read("leaves_china", "yes no")[0] == "not_understood"
