"""Words of units of time, of what is addressed to the buyer and of masses, as ``unit_words.csv`` notes them."""

import pytest

from desktop_app.intake.measures import DAYS_OF_UNITS, days_factor
from desktop_app.intake.word_patterns import pattern_of, unit_words


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Lead time (weeks)", "week"),
        ("LZ in Wo.", "week"),
        ("交货周期(周)", "week"),
        ("Délai en jours ouvrés", "working_day"),
        ("business-days", "working_day"),
        ("Plazo (días hábiles)", "working_day"),
        ("Tempo di consegna gg", "day"),
        ("14T", "day"),
        ("納期(ヶ月)", "month"),
        ("Срок, недель", "week"),
        ("مدت (هفته)", "week"),
    ],
)
def test_a_heading_names_its_unit_of_time(heading: str, unit: str) -> None:
    assert days_factor(heading) == DAYS_OF_UNITS[unit]


@pytest.mark.parametrize(
    "heading", ["交货周期", "주문번호", "日期", "T14", "Datum", "Wolle", "Attention"]
)
def test_a_word_that_only_looks_like_a_unit_of_time_is_none(heading: str) -> None:
    assert days_factor(heading) is None


def test_every_word_is_found_as_it_is_noted() -> None:
    marked = [kind for kind in unit_words() if not kind.endswith("_not")]
    for kind in marked:
        for noted in unit_words()[kind]:
            text = noted.strip("*")
            assert pattern_of(kind).search(text.replace("#", "7 ")), (kind, noted)


def test_letters_beside_a_word_count_only_where_it_is_noted_so() -> None:
    weeks = pattern_of("week")
    assert weeks.search("Kalenderwochen")
    assert not weeks.search("kwh")
    assert not weeks.search("drawing")
