"""Numbers and years as East Asian writing spells them."""

from datetime import date

import pytest

from desktop_app.intake.dates import date_of
from desktop_app.intake.written_numbers import in_digits


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("三百", "300"), ("一万二千", "12000"), ("十二", "12"), ("二十天", "20天"), ("一百零五个", "105个"),
        ("三千五百件", "3500件"), ("两千", "2000"), ("壹萬贰仟", "12000"), ("1万2千", "12000"), ("1.5万", "15000"),
        ("三亿五千万", "350000000"), ("二〇二六", "2026"), ("三点五%", "3.5%"), ("百分之三十", "30%"),
        ("令和8年4月1日", "2026年4月1日"), ("令和元年5月1日", "2019年5月1日"), ("令和八年十二月一日", "2026年12月1日"),
        ("R8.12.1", "2026.12.1"), ("平成31年4月30日", "2019年4月30日"), ("民國115年10月1日", "2026年10月1日"),
        ("二〇二六年十月一日", "2026年10月1日"), ("三週間", "3週間"), ("半年", "6个月"),
        ("R8", "R8"), ("H2SO4", "H2SO4"), ("N42SH", "N42SH"), ("300", "300"), ("8 weeks", "8 weeks"),
    ],
)  # fmt: skip
def test_spelt_numbers_are_digits(written: str, digits: str) -> None:
    assert in_digits(written) == digits


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("令和8年12月1日", date(2026, 12, 1)), ("R8.12.1", date(2026, 12, 1)), ("R8/4/30", date(2026, 4, 30)),
        ("民國115年10月1日", date(2026, 10, 1)), ("令和元年5月1日", date(2019, 5, 1)),
        ("R12-A", None), ("S7.62", None), ("令和元元年4月1日", None), ("令和元十年", None),
    ],
)  # fmt: skip
def test_days_of_an_era_are_days(written: str, day: date | None) -> None:
    assert date_of(written, None) == day
