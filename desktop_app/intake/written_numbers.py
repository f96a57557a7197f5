"""Numbers and years as East Asian writing spells them: 三百, 一万二千, 令和8年, 民國115年.

Only cells that hold a figure or a day are read so: 三菱 is a firm.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from desktop_app.intake.values import is_unit
from desktop_app.paths import shipped


@cache
def _said(kind: str) -> Mapping[str, str]:
    return {text: value for said, text, value in _rows() if said == kind}


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    path = shipped("resources", "written_numbers.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple((row["kind"], row["text"], row["value"]) for row in csv.DictReader(stream))


def in_digits(text: str) -> str:
    """A text with its spelt numbers in digits and its years of an era in those of the world: 令和8年4月1日
    is 2026年4月1日, 三百個 is 300個, 百分之三十 is 30%. Unchanged where there are none."""
    plain = unicodedata.normalize("NFKC", text)
    if not _signs().search(plain) and not _letters().match(plain):
        return text
    for period, days in _said("period").items():
        if plain.strip() == period:
            return days
    plain = in_western_years(plain)
    plain = _per_cent().sub(r"\1%", plain)
    return _numeral().sub(lambda found: _value(found[0]), plain)


def number_in(text: str) -> str | None:
    """The digits of a cell that holds nothing but a spelt number and perhaps a unit: 三百, 1万2千個. None
    for all else, for one sign alone, which may be a dash or a name, and for 三百五, which says 350 to some
    and 305 to others."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if len(plain) > LONGEST_SPELT or not _signs().search(plain):
        return None
    found = _numeral().match(plain)
    if found is None or not _is_spelt(found[0]) or _HALF_SAID.search(_plainly(found[0])):
        return None
    rest = plain[found.end() :].strip()
    # 三一 is a firm: without a unit, tens or thousands must be spelt.
    is_counted = len(found[0]) > 1 and any(
        sign in _said(kind) for sign in found[0] for kind in ("times", "group")
    )
    if not (is_unit(rest) if rest else is_counted):
        return None
    digits = _value(found[0])
    return digits if re.fullmatch(r"\d+(\.\d+)?", digits) else None


LONGEST_SPELT = 24
_HALF_SAID = re.compile(r"[TG]\d$")


def _is_spelt(run: str) -> bool:
    return any(sign in _said(kind) for sign in run for kind in ("digit", "times", "group"))


def _plainly(run: str) -> str:
    """A run with T for hundred and thousand, G for the groups above and figures for digits."""
    hundreds = {sign for sign, value in _said("times").items() if float(value) > TEN}
    return "".join(
        "T" if sign in hundreds
        else "G" if sign in _said("group")
        else _said("digit").get(sign, sign)
        for sign in run
    )  # fmt: skip


TEN = 10


def in_western_years(text: str) -> str:
    """A text with its years of an era in those of the world; unchanged where it names none."""
    plain = unicodedata.normalize("NFKC", text)
    for pattern, kind in ((_era(), "era"), (_letters(), "era letter")):
        found = pattern.search(plain)
        if found is None:
            continue
        of_era = _said("first").get(found[2]) or _value(found[2])
        if of_era.isdecimal():  # 令和元元年 is a slip
            year = int(_said(kind)[found[1]]) + int(of_era)
            return plain[: found.start()] + str(year) + plain[found.end() :]
    return text


@cache
def _era() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_said("era"), key=len, reverse=True)))
    years = "".join((*_said("digit"), "十", *_said("first")))
    return re.compile(rf"({names})\s*([\d{years}]{{1,3}})(?=\s*[年년./-])")


@cache
def _letters() -> re.Pattern[str]:
    """R8.4.1 is a day; R8 alone is a resistor."""
    month_and_day = r"\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?\s*$"
    letters = "".join(_said("era letter"))
    return re.compile(rf"^\s*([{letters}])\s*(\d{{1,2}})(?={month_and_day})")


@cache
def _signs() -> re.Pattern[str]:
    """Any sign of a spelt number or of an era."""
    signs = "".join(
        (*_said("digit"), *_said("times"), *_said("group"), *_said("period"), *_said("era"))
    )
    return re.compile(f"[{''.join(dict.fromkeys(signs))}]")


@cache
def _numeral() -> re.Pattern[str]:
    digit = f"[\\d{''.join((*_said('digit'), *_said('times'), *_said('group')))}]"
    point = "".join(_said("point"))
    return re.compile(rf"(?:\d[\d.,]*)?{digit}+(?:[{point}][{''.join(_said('digit'))}]+)?")


@cache
def _per_cent() -> re.Pattern[str]:
    signs = "".join((*_said("digit"), *_said("times"), *_said("group"), *_said("point")))
    return re.compile(rf"(?:{'|'.join(_said('percent'))})\s*([\d.{signs}]+)")


def _value(text: str) -> str:
    """The digits of one run; unchanged where it is no number: 千千."""
    whole, _, rest = next(
        (text.partition(point) for point in _said("point") if point in text), (text, "", "")
    )
    decimals = "".join(_said("digit").get(sign, sign) for sign in rest)
    if not any(sign in _said("times") or sign in _said("group") for sign in whole):
        digits = "".join(_said("digit").get(sign, sign) for sign in whole)
        return f"{digits}.{decimals}" if decimals else digits
    total = _total(whole)
    if total is None:
        return text
    shown = f"{total:.10g}" if total < 1e10 else f"{total:.0f}"
    return f"{shown}.{decimals}" if decimals else shown


def _total(text: str) -> float | None:
    """The number of 一万二千, 1万2千 and 1.5万; None for what nobody counts so."""
    total = section = 0.0
    number: float | None = None
    for part in re.findall(r"\d[\d.,]*|\D", text):
        if part in _said("group"):
            factor = float(_said("group")[part])
            total += (section + (number or 0.0) or 1.0) * factor
            section, number = 0.0, None
        elif part in _said("times"):
            section += (1.0 if number is None else number) * float(_said("times")[part])
            number = None
        elif part in _said("digit"):
            number = (number or 0.0) * 10 + float(_said("digit")[part])
        else:
            try:
                number = float(part.replace(",", ""))
            except ValueError:
                return None
    return total + section + (number or 0.0)
