"""Text of a cell into numbers, countries, units and codes; what cannot be read stays missing."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from desktop_app.intake.grid import Value, day_of, shown
from desktop_app.paths import shipped

CURRENCIES: Mapping[str, str] = {
    "€": "EUR", "EURO": "EUR", "EUROS": "EUR", "$": "USD", "US$": "USD", "USD$": "USD", "U$S": "USD",
    "DOLLAR": "USD", "£": "GBP", "¥": "CNY", "￥": "CNY", "元": "CNY", "RMB": "CNY", "人民币": "CNY",
    "YUAN": "CNY", "円": "JPY", "日元": "JPY", "원": "KRW", "₩": "KRW", "SFR": "CHF", "FR.": "CHF",
    "AR$": "ARS", "KČ": "CZK", "ZŁ": "PLN", "KR": "SEK", "₹": "INR",
}  # fmt: skip
ISO_CURRENCIES = frozenset(
    """EUR USD CNY GBP JPY KRW CHF TWD HKD SEK NOK DKK PLN CZK HUF RON BGN TRY INR SGD MYR THB VND
    IDR AUD NZD CAD MXN BRL ARS CLP ZAR RUB UAH ILS AED SAR IRR""".split()  # noqa: SIM905 - a list of words
)
_CAS = re.compile(r"(?<!\d)(\d{2,7})-(\d{2})-(\d)(?!\d)")


UNITS = frozenset(
    """pc pcs pce pces piece pieces ea each unit units set sets pair pairs pr st stk stck stuck stück
    pièce pièces piece(s) pz pza pzas pezzi pezzo ud uds unidad unidades un h87 c62 kg kgm g gr grm mg
    t to lb lbs oz m mtr mt cm mm km m2 m² m3 l ltr lt ml roll rolls rolle rollen box boxes kar krt
    pak pkg pack bag 个 只 件 套 支 根 片 台 米 卷 块 条 把 张 千克 公斤 克 吨 升 箱 对 組 個 本 枚 式
    巻 セット 개 ea. pcs. st. stk. pc. 대 세트 عدد""".split()  # noqa: SIM905 - a list of words
)
"""Units of quantity as lists write them, in one case."""


def is_unit(text: str) -> bool:
    """A cell that names a unit and nothing else."""
    return unicodedata.normalize("NFKC", text).casefold().strip() in UNITS


def price_unit_of(value: Value) -> float | None:
    """How many units a price is for: 100, "per 1000", "1.000 ST"; None where it cannot be read."""
    if isinstance(value, str):
        digits = re.sub(r"(?<=\d)[.,' ](?=\d{3}\b)", "", value)
        found = re.search(r"\d+", digits)
        return float(found[0]) if found else None
    return value if isinstance(value, float) else None


def currency_of(text: str) -> str | None:
    """The ISO code named in a text: "EUR", "US$ 12", "含税单价(元)"."""
    upper = unicodedata.normalize("NFKC", text).upper()
    for word in re.findall(r"[A-Z]{3}", upper):
        if word in ISO_CURRENCIES:
            return str(word)
    for sign in sorted(CURRENCIES, key=len, reverse=True):
        if sign in upper and (not sign.isalpha() or not sign.isascii() or upper.strip() == sign):
            return CURRENCIES[sign]
    return None


def hs_of(value: Value) -> str | None:
    """Digits of a customs number, four to thirteen of them; leading zeros as found."""
    if value is None or day_of(value):
        return None
    text = shown(value)
    digits = re.sub(r"[\s.\-]", "", text)
    return digits if digits.isdigit() and 4 <= len(digits) <= 13 else None


def cas_of(value: Value) -> str | None:
    """A CAS number whose check digit is right; one that Excel made a day is restored."""
    day = day_of(value)
    candidate = f"{day[:8]}{int(day[8:])}" if day else shown(value)
    for first, second, check in _CAS.findall(candidate):
        digits = (first + second)[::-1]
        if sum(i * int(d) for i, d in enumerate(digits, start=1)) % 10 == int(check):
            return f"{first}-{second}-{check}"
    return None


@cache
def countries() -> Mapping[str, str]:
    """Names and codes of countries in many languages, comparable form to ISO2."""
    found: dict[str, str] = {}
    with shipped("resources", "countries.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(_plain(row["name"]), row["code"])
            found[row["code"].casefold()] = row["code"]
    return found


def country_of(value: Value) -> str | None:
    """ISO2 of a country; several in one cell joined by ";"; None where none is recognised."""
    if not isinstance(value, str):
        return None
    text = value
    known = countries()
    whole = known.get(_plain(text))
    if whole is not None:
        return whole
    parts = [
        p
        for p in re.split(r"[/;,&+|]|\bor\b|\boder\b|\band\b|\bund\b|\bou\b|或|、", text)
        if p.strip()
    ]
    codes = [known.get(_plain(part)) for part in parts]
    if codes and all(codes):
        return ";".join(dict.fromkeys(code for code in codes if code))
    bracketed = re.fullmatch(r"(.*?)[\s(\[-]+([A-Za-z]{2,3})[)\]]?", text)
    if bracketed:
        by_name, by_code = known.get(_plain(bracketed[1])), known.get(bracketed[2].casefold())
        if by_name and by_name == by_code:
            return by_name
    leading = re.fullmatch(r"([A-Za-z]{2})[\s:,-]+(.+)", text)
    if leading and known.get(leading[1].casefold()) == known.get(_plain(leading[2]), ""):
        return known[leading[1].casefold()]
    return None


def _plain(text: str) -> str:
    """Without accents, points and doubled spaces, in one case."""
    split = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(c for c in split if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFKC", re.sub(r"[.,'’()\-]+", " ", letters)).split())
