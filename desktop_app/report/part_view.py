"""The facts and figures of single parts, as sections and sheets read them again and again."""

import math
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.actions import next_step
from desktop_app.assessment.answer import part_name
from desktop_app.intake.measures import mass_of_unit
from desktop_app.language.catalogue import Catalogue, isolated
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Argument, Message, Quoted, column_letters
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.report.blocks import Cell

LONGEST = 160
"""Letters of a part's name on a page; lists of files hold names of many pages. The annex and the
Excel workbook print them whole."""


class _Columns(dict[str, NDArray[Any]]):
    """Columns read again and again, as arrays when first asked; pandas is slow at cells.

    They are the arrays of the frame: a list of a million figures takes 32 MB, and a report reads twenty.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        super().__init__()
        self.frame = frame

    def __missing__(self, name: str) -> NDArray[Any]:
        return self.setdefault(name, self.frame[name].to_numpy())


def first_columns(parts: PartTable) -> dict[int, str]:
    """The letters of the first column of each table that stands beside another one, by its index."""
    place = ["file", "sheet", "row"]
    frame = _of_shared_sheets(parts.frame[[*place, "table"]])
    shared = frame.duplicated(place, keep=False) & ~frame.duplicated(keep=False)
    tables = frame["table"][shared].unique().tolist() if shared.any() else []
    return {
        int(table): column_letters(min(parts.columns[int(table)].values()))
        for table in tables
        if int(table) < len(parts.columns) and parts.columns[int(table)]
    }


def _of_shared_sheets(places: pd.DataFrame) -> pd.DataFrame:
    """The rows of tables that have their sheet in common with another: mostly none, and looking for
    equal places among all rows takes a second of a million."""
    tables, first = np.unique(places["table"].to_numpy(), return_index=True)
    sheets = places[["file", "sheet"]].iloc[first]
    shared = tables[sheets.duplicated(keep=False).to_numpy()]
    return places[np.isin(places["table"].to_numpy(), shared)]


def cut(words: str, longest: int) -> str:
    """Words with no more than so many characters; what is left out is shown by its sign."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


class PartView:
    """One assessment part by part. Part ids are row numbers of its part table."""

    def __init__(self, assessment: Assessment, catalogue: Catalogue) -> None:
        self.assessment, self.parts = assessment, assessment.parts
        self.catalogue = catalogue
        self.say, self.text = catalogue.say, catalogue.text
        self.longest: int | None = None

    @cached_property
    def _facts(self) -> _Columns:
        return _Columns(self.parts.frame)

    @cached_property
    def _numbers(self) -> _Columns:
        return _Columns(self.assessment.numbers)

    def fact(self, part_id: int, name: str) -> str | None:
        """A text fact of a part; None where missing."""
        value = self._facts[name][part_id]
        return value if isinstance(value, str) and value else None

    def number(self, part_id: int, name: str) -> float | None:
        """A column of ``Assessment.numbers``; None where missing."""
        value = self._numbers[name][part_id]
        return None if value is None or math.isnan(value) else float(value)

    def other(self, part_id: int, name: str) -> Any:
        """An object column of ``Assessment.numbers``."""
        return self._numbers[name][part_id]

    def triple(self, part_id: int, name: str) -> tuple[float, float, float] | None:
        """(low, best, high) of a column of ``Assessment.numbers``; None where there is no best."""
        best = self.number(part_id, name)
        if best is None:
            return None
        low, high = self.number(part_id, f"{name}_low"), self.number(part_id, f"{name}_high")
        return (best if low is None else low, best, best if high is None else high)

    def ranked(self, chosen: NDArray[np.bool_]) -> list[int]:
        """Ids of the chosen parts, what to do first on top."""
        order = self.assessment.order
        found: list[int] = order[chosen[order]].tolist()
        return found

    def licence(self, part_id: int) -> Licence:
        """The licence verdict of a part."""
        return self.assessment.licences[part_id]

    def supplier(self, part_id: int) -> str:
        """Supplier, else maker, else words that say that nobody is named."""
        return (
            self.fact(part_id, "supplier")
            or self.fact(part_id, "manufacturer")
            or self.text("no supplier named")
        )

    def is_counted_by_weight(self, part_id: int) -> bool:
        """Whether its unit is a mass, such as KG: it comes in no pieces."""
        return mass_of_unit(self.fact(part_id, "unit")) is not None

    def part(self, part_id: int) -> Cell:
        """Number and description; only one line where both are the same or one is missing."""
        number = self.fact(part_id, "part_number") or self.fact(part_id, "mpn")
        name = self.fact(part_id, "description") or part_name(self.assessment, part_id)
        if number is None or number == name:
            return Cell(self.brief(name), strong=True)
        return Cell(self.brief(name), self.brief(number), strong=True)

    def examples(self, part_ids: Iterable[int], most: int = 3) -> str:
        """The first names among the parts, each once: ten lines may be called alike."""
        names: dict[str, None] = {}
        for part_id in part_ids:
            names[self.part(part_id).text] = None
            if len(names) == most:
                break
        return self.catalogue.grouped(names)

    def part_and_plant(self, part_id: int) -> Cell:
        """The part with the plant or line it stops, where the list names one."""
        part, plant = self.part(part_id), self.fact(part_id, "plant")
        if plant is None:
            return part
        said = " · ".join(isolated(words) for words in (part.below, self.brief(plant)) if words)
        return replace(part, below=said)

    def brief(self, words: str) -> str:
        """Words of a file, cut where they are too long for a page."""
        return words if self.longest is None else cut(words, self.longest)

    def action(self, part_id: int) -> str:
        """The first thing to do about a part."""
        step = next_step(self.assessment.actions[part_id], self.licence(part_id))
        return "" if step is None else self.say_briefly(step)

    def say_briefly(self, message: Message) -> str:
        """A message whose words of a file are cut where they are too long for a page."""
        args = tuple((name, self._briefly(value)) for name, value in message.args)
        return self.say(replace(message, args=args))

    def _briefly(self, value: Argument) -> Argument:
        if isinstance(value, Quoted):
            return Quoted("\n".join(map(self.brief, value.split("\n"))))
        return self.brief(value) if type(value) is str else value

    def row_id(self, part_id: int) -> str:
        """File number, sheet and row: the same in every output of this assessment. Where lists stand
        side by side, so that two have that row, with the first column of the list of the part."""
        facts = self._facts
        file, sheet, row = (facts[name][part_id] for name in ("file", "sheet", "row"))
        beside = self._beside
        column = beside.get(int(facts["table"][part_id]), "") if beside else ""
        return f"{int(file) + 1}:{sheet}!{column}{int(row)}"

    @cached_property
    def _beside(self) -> dict[int, str]:
        """The first column of each list that has rows in common with another beside it."""
        return first_columns(self.parts)

    def place(self, part_id: int) -> str:
        """Where the part stands, such as ``BOM.xlsx › Parts › row 17``."""
        facts = self._facts
        names = self.parts.file_names
        file = int(facts["file"][part_id])
        row = self.text("row {row}", row=str(int(facts["row"][part_id])))
        places = (names[file] if file < len(names) else "", facts["sheet"][part_id], row)
        return " › ".join(str(place) for place in places if place)
