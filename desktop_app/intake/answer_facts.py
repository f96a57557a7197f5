"""What answers say as facts of a part, and whether two cells say the same of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np

from desktop_app.intake.answer_columns import BY_KEY
from desktop_app.intake.answer_words import folded, words_for
from desktop_app.intake.lent_rows import TOLERANCE
from desktop_app.intake.values import country_of
from desktop_app.model.answers import Reply
from desktop_app.model.parts import NUMBER_FIELDS

COMMON_DIGITS = 6
"""Digits of a customs code that all countries share (Harmonized System)."""
GRADE = re.compile(
    r"(?<![A-Za-z0-9])(?:N\d{2}(?:M|H|SH|UH|EH|AH|TH|VH)?|\d{2}(?:M|H|SH|UH|EH|AH|TH|VH))(?![A-Za-z0-9])"
)
MATERIALS = {
    "SmCo": re.compile(
        r"SM\s?\d{0,2}\s?[-/]?\s?CO(?![A-Z])|钐钴|サマリウムコバルト|사마륨\s?코발트"
    ),
    "ferrite": re.compile(
        r"FERRIT|(?<![A-Z0-9])Y\d{2}[A-Z]{0,2}(?![A-Z0-9])|铁氧体|フェライト|페라이트"
    ),
    "AlNiCo": re.compile(r"AL\s?-?NI\s?-?CO|铝镍钴|アルニコ|알니코"),
}
"""Magnet materials other than NdFeB, as rows and answers name them, in capitals."""
NAMES = {"Y": "yttrium"}
"""An element whose symbol alone is no word to anybody who reads a declaration."""
FIGURES = re.compile(r"(?<![A-Za-z])([A-Z][a-z]?)\s*[:=]?\s*(\d{1,2}(?:[.,]\d{1,4})?)\s*%")


def speaks_of_content(text: str) -> bool:
    """Whether a declaration says anything of the elements that are asked about."""
    plain = folded(text)
    if re.search(r"(?<![A-Za-z])(Dy|Tb|Ho|Sm|Gd|Y|HRE|HREE)(?![A-Za-z])", text):
        return True
    return any(word in plain for word in words_for("content"))


def composition(figures: Sequence[Reply], said: Sequence[Reply], day: date | None) -> str:
    """The figures of a line as a declaration, the way one reads them on a row.

    Only a report with its day can say that an element is absent (see the verdicts): without one the
    figures are a supplier's statement.
    """
    told = [
        f"{NAMES.get(answer.element or '', answer.element)} {_bound(reply)}{_decimal(reply.value)} %"
        for reply in figures
        if isinstance(reply.value, float) and (answer := BY_KEY.get(reply.field))
    ]
    report = next((r.value for r in said if r.field == "report_date"), None)
    if isinstance(report, date):
        return f"Test report {report.isoformat()}: {', '.join(told)}"
    stated = "Supplier statement" if day is None else f"Supplier statement {day.isoformat()}"
    return f"{stated}: {', '.join(told)}"


def _bound(reply: Reply) -> str:
    """Of no less than a figure, the figure: what is stated is there."""
    return "<" if reply.bound == "<" else ""


def _decimal(value: float) -> str:
    """A figure without an exponent."""
    return np.format_float_positional(value, trim="-")


def maker(text: str) -> Iterator[tuple[str, str]]:
    """Maker and its number, where a comma or a stroke parts them."""
    first, *rest = (part.strip() for part in re.split(r"[,;|/，；\n]", text, maxsplit=1))
    has_number = bool(rest) and any(c.isdigit() for c in rest[0])
    if has_number and not any(c.isdigit() for c in first):
        yield "manufacturer", first
        yield "mpn", rest[0]
    else:
        yield "manufacturer", text


def agree(field: str, one: Any, other: Any) -> bool:
    """Whether two cells say the same: numbers up to rounding, customs codes in what all share."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if field == "hs_code":
        return str(one)[:COMMON_DIGITS] == str(other)[:COMMON_DIGITS]
    if field in NUMBER_FIELDS and isinstance(one, float) and isinstance(other, float):
        return bool(abs(one - other) <= TOLERANCE * max(abs(one), abs(other)))
    mine, theirs = folded(str(one)), folded(str(other))
    if field in ("manufacturer", "mpn", "magnet_grade"):
        return mine in theirs or theirs in mine
    if field == "country_of_origin":
        return str(country_of(one) or one) == str(other)
    return mine == theirs


def near(one: str, other: str) -> bool:
    """Whether two figures are the same up to rounding."""
    a, b = float(one.replace(",", ".")), float(other.replace(",", "."))
    return abs(a - b) <= TOLERANCE * max(a, b)


def figures_that_differ(answered: str, own: str | None) -> str | None:
    """The figure of an element in a text of the row that the answer contradicts."""
    said = dict(FIGURES.findall(answered))
    for symbol, figure in FIGURES.findall(own or ""):
        if symbol in said and not near(figure, said[symbol]):
            return f"{symbol} {figure} %"
    return None


def grades_that_differ(answered: str, own: str | None) -> str | None:
    """The magnet grades or materials of a text of the row where the answer names others."""
    mine, theirs = _grades(own or ""), _grades(answered)
    if not mine or not theirs or mine & theirs:
        return None
    return ", ".join(sorted(mine))


def _grades(text: str) -> set[str]:
    """Magnet grades without their N, and the materials that are no NdFeB."""
    upper = text.upper()
    found = {grade.lstrip("N") for grade in GRADE.findall(upper)}
    return found | {name for name, pattern in MATERIALS.items() if pattern.search(upper)}
