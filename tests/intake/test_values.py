"""Countries, currencies, customs numbers and CAS numbers, from whatever was written."""

import pytest

from desktop_app.intake.reader_child import DAY_MARK
from desktop_app.intake.values import cas_of, country_of, currency_of, hs_of, is_unit, price_unit_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("China", "CN"), ("CN", "CN"), ("cn", "CN"), ("CHN", "CN"), ("PR China", "CN"),
        ("P.R.C.", "CN"), ("中国", "CN"), ("中國", "CN"), ("중국", "CN"), ("Chine", "CN"), ("Deutschland", "DE"),
        ("Allemagne", "DE"), ("日本", "JP"), ("USA", "US"), ("United States of America", "US"),
        ("Südkorea", "KR"), ("Korea, Republic of", "KR"), ("Taiwan", "TW"), ("Vereinigtes Königreich", "GB"),
        ("UK", "GB"), ("CN - China", "CN"), ("China (CN)", "CN"), ("Hong Kong", "HK"),
        ("CN/DE", "CN;DE"), ("China or Japan", "CN;JP"), ("Made in China", "CN"),
        ("People's Republic of China", "CN"), ("VIETNAM", "VN"), ("Tschechische Republik", "CZ"),
    ],
)  # fmt: skip
def test_countries_are_known_by_name_and_code(text: str, code: str) -> None:
    assert country_of(text) == code


@pytest.mark.parametrize(
    "text", ["EU", "various", "ACME China Ltd", "n/a", "-", "Asia", "XX", 42.0, None]
)
def test_what_is_no_country_is_none(text: object) -> None:
    assert country_of(text) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "code"),
    [("EUR", "EUR"), ("€", "EUR"), ("Unit Price (USD)", "USD"), ("含税单价(元)", "CNY"), ("RMB", "CNY"),
     ("US$ 3.2", "USD"), ("Precio AR$", "ARS"), ("¥", None), ("単価(円)", "JPY"), ("CHF", "CHF"), ("£3", "GBP")],
)  # fmt: skip
def test_currencies_are_known_by_sign_and_code(text: str, code: str | None) -> None:
    assert currency_of(text) == code


def test_customs_numbers_are_digits_with_their_zeros() -> None:
    assert hs_of("8505.11.10 00") == "8505111000"
    assert hs_of("0901 21") == "090121"
    assert hs_of(85051110.0) == "85051110"
    assert [hs_of(v) for v in ("tbd", "85", "8505x11", None)] == [None] * 4


def test_cas_numbers_are_checked_and_repaired_from_days() -> None:
    assert cas_of("1308-87-8") == "1308-87-8"
    assert cas_of("CAS 7440-00-8 (Nd)") == "7440-00-8"
    assert cas_of("1308-87-9") is None
    assert cas_of(f"{DAY_MARK}2017-11-04") is None
    # 2023-08-4: a valid check digit would be needed to take a day for a CAS number.
    valid_day = next(
        f"{year}-{month:02d}-{day}" for year in range(1950, 2090) for month in range(1, 13)
        for day in range(1, 10) if cas_of(f"{year}-{month:02d}-{day}")
    )  # fmt: skip
    year, month, day = valid_day.split("-")
    assert cas_of(f"{DAY_MARK}{year}-{month}-0{day}") == valid_day


def test_price_units_are_read_from_numbers_and_words() -> None:
    read = [price_unit_of(v) for v in (100.0, "per 1000", "1.000 ST", "100 pcs", "each", None)]
    assert read == [100, 1000, 1000, 100, None, None]


def test_units_are_known_whole() -> None:
    assert all(map(is_unit, ("pcs", "Stk.", "KG", "个", "EA", "Pièce")))
    assert not any(map(is_unit, ("10 pcs", "Magnet", "")))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ningbo, China", "CN"),
        ("Taiwan, Province of China", "TW"),
        ("Hong Kong, China", "HK"),
        ("China・Japan", "CN;JP"),
        ("中国台湾", "TW"),
        ("P.R. China", "CN"),
        ("China (Ningbo)", "CN"),
        ("CN (Shenzhen)", "CN"),
        ("China - Zhejiang", "CN"),
        ("CN*", "CN"),
        ("China (Taiwan)", None),
        ("CN (assembled in Vietnam)", None),
        ("China (?)", None),
        ("DE - CN", None),
        ("720 - China", "CN"),
        ("004: Deutschland", "DE"),
        ("720-中国", "CN"),
        ("3 - No", None),
        ("12 - Blue", None),
        ("🇨🇳", "CN"),
        ("🇨🇳 China", "CN"),
        ("Japan 🇯🇵 / 🇨🇳", "JP;CN"),
        ("🇨🇳 / 🇯🇵", "CN;JP"),
        ("🇨🇳 Germany", "CN;DE"),
        ("🇨🇳 (assembled)", None),
        ("🇪🇺", None),
        ("🧲 China", None),
        ("Europe", None),
        ("New Mexico", None),
        ("Vietnam 越南", "VN"),
        ("MADE IN CHINA 中国制造", "CN"),
        ("日本\nJapan", "JP"),
        ("Germany德国", "DE"),
        ("Suisse Schweiz", "CH"),
        ("Vietnam 中国", None),
        ("Niger Nigeria", None),
    ],
)
def test_countries_as_suppliers_write_them(text: str, country: str | None) -> None:
    assert country_of(text) == country


@pytest.mark.parametrize("text", ["HS 8505.11.10.00", "'8505111000", "８５０５１１１０００"])
def test_customs_numbers_with_words_and_wide_digits(text: str) -> None:
    assert hs_of(text) == "8505111000"


def test_a_day_is_no_customs_number() -> None:
    assert hs_of("2026-01-15") is None


@pytest.mark.parametrize("text", ["1308–87–8", "１３０８－８７－８", "1308‑87‑8"])
def test_cas_numbers_with_any_dash(text: str) -> None:
    assert cas_of(text) == "1308-87-8"


@pytest.mark.parametrize("written", ["0007440-00-8", "CAS 007440-00-8", "7440-00-8", "7440‑00‑8"])
def test_a_cas_number_filled_up_with_noughts_is_the_same(written: str) -> None:
    assert cas_of(written) == "7440-00-8"
