"""The minerals questionnaires AMRT, EMRT, CMRT and CRT, read by sheet and cell, in any language.

Their labels are formulas that many tools leave without a value, so no label is needed; the places
of the answers are in ``resources/questionnaires.csv``, by template and version.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from desktop_app.intake.answer_words import choice_of
from desktop_app.intake.dates import date_of
from desktop_app.intake.grid import Grid, Value, is_error, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.questionnaire_sheets import (
    FORM,
    VERSION,
    VERSION_OF,
    kind_said,
    sheets_of,
    text_at,
    value_at,
)  # fmt: skip
from desktop_app.intake.tables import Table, find_tables
from desktop_app.intake.values import country_of
from desktop_app.model.findings import Issue, msg
from desktop_app.model.sources import MineralAnswer, Questionnaire, Smelter
from desktop_app.paths import shipped

HEADING_ROW: Mapping[str, int] = {
    "Minerals Scope": 7, "Smelter List": 4, "Mine List": 4, "Product List": 5, "Smelter Look-up": 4,
}  # fmt: skip
"""Sheets that hold lists, with the row of their headings; all others are forms and tables of words."""
ENGLISH: Mapping[str, tuple[str, ...]] = {
    "Minerals Scope": ("", "Select Minerals/Metals in Scope", "Reasons for inclusion"),
    "Smelter List": ("Smelter Identification Number Input Column", "Metal (*)",
                     "Smelter Look-up (*)", "Smelter Name", "Smelter Country (*)",
                     "Smelter Identification"),
    "Mine List": ("Metal", "Name of Smelter(s) sourcing from this mine", "Mine Facility Name",
                  "Mine Identification", "Source of Mine Identification", "Mine Facility Country"),
    "Product List": ("", "Manufacturer's Product Number (*)", "Manufacturer's Product Name"),
    "Smelter Look-up": ("Metal", "Smelter Look-up (*)", "Standard Smelter Name",
                        "Smelter Country", "Smelter ID"),
}  # fmt: skip
"""Headings where the template's own were never calculated."""
COMPANY, SCOPE = "D8", "D9"
MINERALS, ANSWERS = "B", "D"
PLACEHOLDERS = re.compile(
    r"smelter not (yet )?(listed|identified)|enter smelter details|unknown", re.I
)
_NUMBER = re.compile(r"CID\d{6}")
_IS_USED = {"yes": True, "no": False}
"""What an answer says; any other, such as "Unknown", "Not declaring" or "see the letter", says neither."""


def is_questionnaire(grids: Sequence[Grid]) -> bool:
    """A workbook with the declaration of one of these templates."""
    return bool(sheets_of(grids))


def lists_of(grid: Grid, book: HeadingBook) -> list[Table]:
    """The list of a sheet of a questionnaire; none on its forms and word tables."""
    row = HEADING_ROW.get(grid.form)
    if row is None or grid.height < row - grid.first_row + 1:
        return []
    found = [t for t in find_tables(grid, book) if t.heading + grid.first_row == row]
    if found:
        return found[:1]
    # Where the headings were never calculated, the sheet begins with its first line of data.
    heading = max(row - grid.first_row, -1)
    own = [grid.cell(heading, column) for column in range(len(grid.columns))]
    english = ENGLISH[grid.form]
    texts = [_heading(value, english, at + grid.first_column - 1) for at, value in enumerate(own)]
    is_reference = grid.form not in ("Product List", "Minerals Scope")
    return [Table(heading, heading, grid.height, texts, is_reference=is_reference)]


def _heading(value: Value, english: Sequence[str], at: int) -> str:
    if at < len(english) and english[at]:
        return english[at]
    return shown(value) if isinstance(value, str) and not is_error(value) else ""


def read_questionnaire(grids: Sequence[Grid]) -> Questionnaire | None:
    """What a supplier answered; None for a workbook that is no questionnaire or of a version whose
    places are not known."""
    sheets = sheets_of(grids)
    form = sheets.get(FORM)
    if form is None:
        return None
    version = VERSION_OF.search(text_at(form, VERSION))
    kind = _kind(form, frozenset(sheets))
    places = _places(kind, version[1]) if version and kind else {}
    if not places:
        return None
    words = next((grid for grid in grids if grid.name == "L"), None)
    return Questionnaire(
        kind,
        version[1] if version else "",
        text_at(form, COMPANY) or None,
        text_at(form, SCOPE)[:1] or None,
        date_of(value_at(form, places["effective"]), None),
        tuple(_answers(form, places, _in_english(words))),
        tuple(_smelters(sheets.get("Smelter List"), sheets.get("Smelter Look-up"), places)),
    )


def about(found: Questionnaire) -> Issue:
    """What a buyer should know of it at a glance."""
    name = f"{found.kind} {found.version}"
    if found.is_blank:
        what = msg("This {name} is the blank template: nobody has answered it.", name=name)
        return Issue("W_QUESTIONNAIRE", "warning", what, "Declaration")
    used = ", ".join(answer.mineral for answer in found.answers if answer.is_used)
    what = msg(
        "{name} of {company}: says its products contain {minerals}; {count} smelters named.",
        name=name,
        company=found.company,
        minerals=used or "–",
        count=len(found.smelters),
    )
    return Issue("W_QUESTIONNAIRE", "note", what, "Declaration")


def reach(found: Questionnaire) -> Issue | None:
    """How far its answers go: of a company none about single parts, of products no shares."""
    if found.is_blank:
        return None
    if found.scope == "B":
        what = msg(
            "It names minerals and no shares: it settles neither the composition nor the origin of a "
            "part. The declaration is noted on the parts whose numbers it lists."
        )
    else:
        what = msg(
            "It speaks of the whole company or a range it describes itself, not of single parts: it is "
            "laid on none."
        )
    return Issue("W_QUESTIONNAIRE", "note", what, "Declaration")


def declared(found: Questionnaire) -> str | None:
    """The declaration as one line for the products it is about; None where it is not about any."""
    used = [answer.mineral for answer in found.answers if answer.is_used]
    if found.scope != "B" or not used:
        return None
    on = f" ({found.effective.isoformat()})" if found.effective else ""
    return f"{found.kind} {found.version}{on}: {', '.join(used)}"


def requester_column(found: Questionnaire) -> int | None:
    """1-based column of the buyer's own numbers in the product list; older versions have none."""
    place = _places(found.kind, found.version).get("requester")
    return None if place is None else ord(place) - ord("A") + 1


def _kind(form: Grid, sheets: frozenset[str]) -> str:
    """By the title; where that was never calculated, by the sheets."""
    named = kind_said(form)
    if named is not None:
        return named
    if "Minerals Scope" in sheets:
        return "AMRT"
    minerals = [text_at(form, f"{MINERALS}{row}").casefold() for row in range(26, 30)]
    if "Mine List" in sheets or any("mica" in mineral for mineral in minerals):
        return "EMRT"
    return "CRT" if "cobalt" in minerals[0] else "CMRT"


@dataclass(frozen=True)
class _Template:
    kind: str
    first: float
    last: float
    what: str
    place: str


@cache
def _templates() -> tuple[_Template, ...]:
    with shipped("resources", "questionnaires.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(
            _Template(
                row["kind"], float(row["from_version"]), float(row["until_version"]), row["what"],
                row["place"],
            )
            for row in csv.DictReader(stream)
        )  # fmt: skip


def _places(kind: str, version: str) -> dict[str, str]:
    """What stands where in a version; its second number counts as written: 1.31 follows 1.3."""
    numbers = version.split(".")
    number = float(f"{numbers[0]}.{numbers[1]}")
    return {t.what: t.place for t in _templates() if t.kind == kind and t.first <= number <= t.last}


def _rows(place: str) -> range:
    first, _, last = place.partition(":")
    return range(int(first), int(last) + 1)


def _answers(
    form: Grid, places: Mapping[str, str], english: Mapping[str, str]
) -> Iterator[MineralAnswer]:
    surveyed = list(_rows(places["surveyed"]))
    always = places.get("minerals", "").split("|")
    for at, row in enumerate(_rows(places["used"])):
        mineral = text_at(form, f"{MINERALS}{row}").replace("(*)", "").strip()
        answer = text_at(form, f"{ANSWERS}{row}")
        if not mineral and answer and at < len(always):
            mineral = always[at]  # its name was never calculated
        if not mineral:
            continue
        # In the language of the form: its own table of words comes before those of all languages.
        is_used = _IS_USED.get(choice_of(english.get(answer, answer), _IS_USED) or "")
        share = value_at(form, f"{ANSWERS}{surveyed[at]}")
        yield MineralAnswer(
            english.get(mineral) or _mineral(mineral), is_used, answer, "100 %" if share == 1.0 else shown(share),
            row,
        )  # fmt: skip


@cache
def _minerals() -> dict[str, str]:
    with shipped("resources", "minerals_declared.csv").open(encoding="utf-8", newline="") as stream:
        return {
            word.casefold(): row["mineral"]
            for row in csv.DictReader(stream)
            for word in row["words"].split("|")
        }


def _mineral(name: str) -> str:
    """In English where it is one of those that the templates ask about."""
    return _minerals().get(name.casefold(), name)


def _in_english(words: Grid | None) -> dict[str, str]:
    """The workbook's own table of words: each in English."""
    found: dict[str, str] = {}
    if words is None:
        return found
    first = 4 - words.first_column
    for row in range(words.height):
        english = words.cell(row, first)
        if not isinstance(english, str) or len(english) > 60:
            continue
        name = english.replace("(*)", "").strip()
        for column in range(first, len(words.columns)):
            value = words.cell(row, column)
            if isinstance(value, str):
                found.setdefault(value.replace("(*)", "").strip(), name)
    return found


def _smelters(
    listed: Grid | None, known: Grid | None, places: Mapping[str, str]
) -> Iterator[Smelter]:
    """The smelters named; one named by its number only is looked up in the template itself."""
    if listed is None:
        return
    older = [ord(letter) - ord("A") + 1 for letter in places.get("smelters", "").split()]
    by_number = _known_smelters(known)
    for row in range(max(0, 5 - listed.first_row), listed.height):
        if not listed.filled_per_row[row]:
            continue
        cells = [_cell(listed, row, column) for column in range(1, 7)]
        number = next((m[0] for c in cells if (m := _NUMBER.search(c.upper()))), None)
        mineral, name, country = cells[1], cells[3] or cells[2], cells[4]
        if older:
            mineral, name, country = (_cell(listed, row, column) for column in older)
        if number in by_number:
            own = by_number[number]
            mineral, name, country = mineral or own[0], name or own[1], country or own[2]
        if not name or PLACEHOLDERS.fullmatch(name.strip()):
            continue
        yield Smelter(mineral, name, country_of(country), number, row + listed.first_row)


def _known_smelters(known: Grid | None) -> dict[str, tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    if known is None:
        return found
    for row in range(max(0, 5 - known.first_row), known.height):
        metal, _, name, country, number = (_cell(known, row, column) for column in range(1, 6))
        if _NUMBER.fullmatch(number):
            found.setdefault(number, (metal, name, country))
    return found


def _cell(grid: Grid, row: int, column: int) -> str:
    value = grid.cell(row, column - grid.first_column)
    return "" if value is None or value == 0.0 or is_error(value) else shown(value)
