"""``templates/questionnaire/xx.xlsx``: words, hints, order and look of the workbooks for suppliers, by language.

Each file is a blank questionnaire: sent as it is, it is read back like any other. A house copies one to the
folder ``templates/questionnaire`` of the user's own data and changes it in a spreadsheet program. It is read
strictly: a master that is half understood would ask a supplier something else than what is read back.
"""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.answers import (
    ANSWERED_BY,
    ANSWERED_ON,
    ANSWERS,
    ASKED,
    DESCRIPTION,
    INTRODUCTION,
    PART_NUMBER,
    REMARK,
    Answer,
)
from desktop_app.model.findings import CodedError, Message, Problem, msg
from desktop_app.paths import data_home, shipped

FOLDER = ("templates", "questionnaire")
SIGNED_ROW, KEY_ROW, HEAD_ROW, FIRST_ROW = 3, 4, 5, 6
SAID = 3
"""Column of the introduction: not the second, which is printed again at the left of every page."""
KEYS_SHEET = "lodestone"
"""Name of the hidden sheet that says what the workbook is."""
EVERY: Mapping[str, Answer] = {answer.key: answer for answer in (*ANSWERS, REMARK)}
BEFORE: Mapping[str, Message] = {
    "part_number": PART_NUMBER, "description": DESCRIPTION, "asked": ASKED,
}  # fmt: skip
"""Columns before the answers that are seen, with their usual headings."""
FIRST_KEYS = ("key", *BEFORE)
WIDTHS = {"key": 4.0, "part_number": 20.0, "description": 34.0, "asked": 46.0}
TEXT_WIDTH, SHORT_WIDTH = 24.0, 15.0
"""In characters: of an answer that is a text, and of a figure, a day or a choice."""
BOLD, LONGEST_WORD = 1.15, 30.0
"""Widths of a bold letter and of the longest word that widens a column, in characters. Own judgement."""
NARROWEST, WIDEST = 4.0, 90.0
LONGEST_TITLE, LONGEST_HINT, LONGEST_INTRODUCTION = 200, 255, 900
"""Characters; 255 is what a spreadsheet shows beside a cell."""
LARGEST, LARGEST_INSIDE = 2_000_000, 40_000_000
"""Bytes of the file and of what is packed in it; a form holds a few thousand. Own judgement."""
MOST_CELLS = 200_000
"""Cells from the first to the last that is used, and of a merged area: one far off makes a sheet of billions.
Own judgement."""
TOO_LARGE = msg("the file is too large for a form")
_MERGED = re.compile(rb"mergeCell\s[^>]*?ref\s*=\s*[\"']([A-Z]+\d+:[A-Z]+\d+)[\"']")
LABELS = ((5, ANSWERED_ON), (7, ANSWERED_BY))
"""Columns of the labels above the list, in the row of the supplier."""


@dataclass(frozen=True, slots=True)
class Master:
    """What a workbook for suppliers is made from. ``order``: keys of the answers from left to right;
    ``titles``, ``hints`` and ``widths`` by key; ``looks``: font, fill and alignment by the name of a cell;
    ``page``: margins, head and foot of the printed page, None for the usual ones."""

    language: str
    introduction: tuple[str, ...]
    titles: dict[str, str]
    hints: dict[str, str]
    order: tuple[str, ...]
    widths: dict[str, float]
    looks: Mapping[str, tuple[Any, Any, Any]] = field(default_factory=dict)
    page: tuple[Any, Any] | None = None

    @staticmethod
    def said_in(row: int) -> str:
        """Name of the cell with a line of the introduction, for its look."""
        return f"C{row}"


class MasterError(ValueError):
    """A master that cannot be used: file, sheet and cell, and what is wrong there."""

    def __init__(self, place: str, what: Message) -> None:
        super().__init__(place, what)
        self.place, self.what = place, what

    @property
    def said(self) -> Message:
        """Place and fault, to be said in any language."""
        return msg("{file}: {what}", file=self.place, what=self.what)

    def __str__(self) -> str:
        return Catalogue("en").say(self.said)


def master(language: str) -> Master:
    """The house's own where it has one in this language, else the shipped one. Raises CodedError
    (E_HOUSE)."""
    own = data_home().joinpath(*FOLDER, f"{language}.xlsx")
    path = own if own.exists() else shipped(*FOLDER, f"{language}.xlsx")
    try:
        return _kept(path, path.stat().st_mtime_ns, language)
    except (MasterError, OSError) as failure:
        what = failure.said if isinstance(failure, MasterError) else str(failure)
        raise CodedError(
            Problem(
                "E_HOUSE",
                msg("Your own questionnaire cannot be used: {what}", what=what),
                msg("Correct that cell, or take the file {file} away.", file=str(path)),
            )
        ) from failure


@cache
def _kept(path: Path, _changed_at: int, language: str) -> Master:
    return read_master(path, language)


def own_masters() -> Iterator[Master]:
    """The house's own that can be read: what was sent in their words is read back by them."""
    for language in LANGUAGES:
        path = data_home().joinpath(*FOLDER, f"{language}.xlsx")
        try:
            if path.exists():
                yield _kept(path, path.stat().st_mtime_ns, language)
        except (MasterError, OSError):  # told where a questionnaire is made
            continue


def usual(language: str) -> Master:
    """What the program says and does without any file: the shipped masters are made from it."""

    def both(message: Message) -> str:
        said = (Catalogue(name).say(message) for name in dict.fromkeys((language, "en")))
        return "\n".join(dict.fromkeys(said))

    titles = {**BEFORE, **{key: answer.title for key, answer in EVERY.items()}}
    widths = {
        key: max(
            TEXT_WIDTH if answer.form == "text" else SHORT_WIDTH, _longest_word(both(answer.title))
        )
        for key, answer in EVERY.items()
    }
    return Master(
        language,
        tuple(map(both, INTRODUCTION)),
        {key: both(title) for key, title in titles.items()},
        {key: both(answer.hint)[:LONGEST_HINT] for key, answer in EVERY.items()},
        tuple(EVERY),
        {**WIDTHS, **widths},
    )


def _longest_word(title: str) -> float:
    """Width at which no word of a heading is broken; where no blanks are written any may."""
    spaced = [len(word) for word in title.split() if word.isascii() or word[0] < "\u2e80"]
    return min(LONGEST_WORD, float(ceil(1 + BOLD * max(spaced, default=0))))


# --- reading one -----------------------------------------------------------------------------


def read_master(path: Path, language: str) -> Master:
    """The master that a workbook holds. Raises MasterError naming file, sheet and cell, and OSError."""
    return _Reader(path, language).read()


class _Reader:
    """One master being read."""

    def __init__(self, path: Path, language: str) -> None:
        self.path, self.language, self.usual = path, language, usual(language)
        self.sheet: Any = self._only_sheet(self._opened())

    def wrong(self, what: Message, cell: Any = None, sheet: str = "") -> MasterError:
        """The error, with its place."""
        name = sheet or (self.sheet.title if cell is not None else "")
        place = [self.path.name, *([name] if name else [])]
        place += [] if cell is None else [str(cell.coordinate)]
        return MasterError(" › ".join(place), what)

    def _opened(self) -> Any:
        from openpyxl import load_workbook

        if self.path.stat().st_size > LARGEST:
            raise self.wrong(TOO_LARGE)
        try:
            with ZipFile(self.path) as package:
                if sum(entry.file_size for entry in package.infolist()) > LARGEST_INSIDE:
                    raise self.wrong(TOO_LARGE)
                self._check_merged(package)
            return load_workbook(self.path)
        except MasterError:
            raise
        except BadZipFile as failure:
            raise self.wrong(msg("it is no workbook of the kind .xlsx")) from failure
        except Exception as failure:  # a damaged workbook raises nearly anything in openpyxl
            raise self.wrong(msg("it cannot be opened as a workbook")) from failure

    def _check_merged(self, package: ZipFile) -> None:
        """Each cell of a merged area is made when a workbook is opened, and an area may be the whole sheet."""
        from openpyxl.utils.cell import range_boundaries

        for name in package.namelist():
            if not name.endswith(".xml"):
                continue
            for found in _MERGED.findall(package.read(name)):
                box: Any = range_boundaries(found.decode())
                left, top, right, bottom = box
                if (right - left + 1) * (bottom - top + 1) > MOST_CELLS:
                    raise self.wrong(TOO_LARGE, sheet=found.decode())

    def _only_sheet(self, book: Any) -> Any:
        seen = [sheet for sheet in book.worksheets if sheet.title != KEYS_SHEET]
        if not seen:
            raise self.wrong(msg("it has no sheet with the form"))
        for other in seen[1:]:
            raise self.wrong(
                msg("no supplier would get this sheet; take it out"), sheet=other.title
            )
        return seen[0]

    def read(self) -> Master:
        rows, columns = self.sheet.max_row, self.sheet.max_column
        if rows * columns > MOST_CELLS:
            raise self.wrong(TOO_LARGE, self.sheet.cell(rows, columns))
        for row in self.sheet.iter_rows():
            for cell in row:
                self._check(cell)
        places = self._places()
        # A question that is newer than the master, or was taken out, is asked as usual, after the others.
        order = [key for key in places if key in EVERY]
        order += [key for key in EVERY if key not in places]
        return Master(
            self.language,
            tuple(self._introduction()),
            self.usual.titles | dict(self._titles(places)),
            self.usual.hints | dict(self._hints(places)),
            tuple(order),
            self.usual.widths | dict(self._widths(places)),
            dict(self._looks(places)),
            (copy(self.sheet.page_margins), copy(self.sheet.HeaderFooter)),
        )

    def _check(self, cell: Any) -> None:
        if cell.data_type == "f":
            raise self.wrong(msg("a formula; write its result as text"), cell)
        if cell.row >= FIRST_ROW and cell.value is not None:
            raise self.wrong(
                msg("lines of parts are written by the program; empty this cell"), cell
            )

    def _places(self) -> dict[str, int]:
        """Keys to columns, from left to right."""
        places: dict[str, int] = {}
        for cell in self.sheet[KEY_ROW]:
            if cell.value is None:
                continue
            key = str(cell.value)
            if key not in EVERY and key not in FIRST_KEYS:
                raise self.wrong(msg("there is no question with the key '{key}'", key=key), cell)
            if key in places:
                raise self.wrong(msg("the key '{key}' stands here a second time", key=key), cell)
            places[key] = cell.column
        if list(places)[: len(FIRST_KEYS)] != list(FIRST_KEYS) or places["asked"] != len(
            FIRST_KEYS
        ):
            first = self.sheet.cell(KEY_ROW, 1)
            raise self.wrong(
                msg("the first columns must keep the keys {keys}", keys=", ".join(FIRST_KEYS)),
                first,
            )
        return places

    def _text(self, cell: Any, longest: int) -> str:
        text = "" if cell.value is None else str(cell.value).strip()
        if not text:
            raise self.wrong(msg("a text is missing"), cell)
        if len(text) > longest:
            raise self.wrong(
                msg("{n} characters; {most} are allowed", n=len(text), most=longest), cell
            )
        return text

    def _introduction(self) -> Iterator[str]:
        for column, label in LABELS:
            cell = self.sheet.cell(SIGNED_ROW, column)
            said = {Catalogue(name).say(label) for name in (self.language, "en")}
            if not {*str(cell.value or "").split("\n")} & said:
                raise self.wrong(msg("the label of the answer's day and name must stay"), cell)
        for row in range(1, SIGNED_ROW):
            yield self._text(self.sheet.cell(row, SAID), LONGEST_INTRODUCTION)

    def _titles(self, places: Mapping[str, int]) -> Iterator[tuple[str, str]]:
        usual_of = {_plain(line): k for k, t in self.usual.titles.items() for line in t.split("\n")}
        taken: dict[str, str] = {}
        for key in (*BEFORE, *(key for key in places if key in EVERY)):
            cell = self.sheet.cell(HEAD_ROW, places[key])
            title = self._text(cell, LONGEST_TITLE)
            for line in map(_plain, title.split("\n")):
                other = usual_of.get(line, key)
                if other != key:
                    raise self.wrong(
                        msg(
                            "the heading of '{other}' above the answers of '{key}'",
                            other=other,
                            key=key,
                        ),
                        cell,
                    )
                if taken.setdefault(line, key) != key:
                    raise self.wrong(
                        msg("the heading stands above '{other}' too", other=taken[line]), cell
                    )
            yield key, title

    def _hints(self, places: Mapping[str, int]) -> Iterator[tuple[str, str]]:
        """What is shown beside a cell that is filled in; the usual one where the house took it out."""
        said: dict[int, str] = {}
        for rule in self.sheet.data_validations.dataValidation:
            for area in rule.sqref.ranges:
                if area.min_row <= FIRST_ROW <= area.max_row:
                    said |= dict.fromkeys(range(area.min_col, area.max_col + 1), rule.prompt or "")
        for key in [key for key in EVERY if key in places]:
            hint = said.get(places[key], "").strip()
            if len(hint) > LONGEST_HINT:
                cell = self.sheet.cell(FIRST_ROW, places[key])
                raise self.wrong(
                    msg(
                        "a hint of {n} characters; {most} are allowed",
                        n=len(hint),
                        most=LONGEST_HINT,
                    ),
                    cell,
                )
            yield key, hint or self.usual.hints[key]

    def _widths(self, places: Mapping[str, int]) -> Iterator[tuple[str, float]]:
        from openpyxl.utils import get_column_letter

        for key, column in places.items():
            letter = get_column_letter(column)
            held = next(
                (
                    one
                    for name, one in self.sheet.column_dimensions.items()
                    if name == letter or (one.min and one.min <= column <= (one.max or one.min))
                ),
                None,
            )
            width = self.usual.widths[key] if held is None or key == "key" else float(held.width)
            if not NARROWEST <= width <= WIDEST:
                what = msg(
                    "a width of {n} characters; {least} to {most} are allowed",
                    n=width, least=NARROWEST, most=WIDEST,
                )  # fmt: skip
                raise self.wrong(what, self.sheet.cell(HEAD_ROW, column))
            yield key, width

    def _looks(self, places: Mapping[str, int]) -> Iterator[tuple[str, tuple[Any, Any, Any]]]:
        named = {Master.said_in(row): self.sheet.cell(row, SAID) for row in range(1, SIGNED_ROW)}
        named[f"B{FIRST_ROW}"] = self.sheet.cell(FIRST_ROW, 2)
        named |= {key: self.sheet.cell(HEAD_ROW, at) for key, at in places.items()}
        for name, cell in named.items():
            yield name, (copy(cell.font), copy(cell.fill), copy(cell.alignment))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()
