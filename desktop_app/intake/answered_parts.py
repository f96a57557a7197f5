"""Which part a line of an answered questionnaire speaks of: by its hidden key, else by its number.

A key that stands beside the number of another part is not believed: somebody sorted the sheet
without its hidden column. Suppliers write their own number over ours or beside it; then ours within
the cell decides, or the description where it is of one part only.
"""

import re
from collections.abc import Sequence
from typing import TypeAlias

from desktop_app.intake.answer_words import folded
from desktop_app.intake.same_part import SHORTEST_LOOSE, loose_number, normal_number
from desktop_app.intake.same_supplier import resembles
from desktop_app.model.answers import AnsweredLine, sheet_mark
from desktop_app.model.findings import Message, msg
from desktop_app.model.reading import Reading

Place: TypeAlias = tuple[str, str, int]
KEY_DIGITS = 12
"""Hex digits of a file's SHA-256 in a key; as ``report.questionnaire`` writes them."""
_BETWEEN = re.compile(r"[\s/|;()\[\]（）；／，、]+|,\s|:\s")
NO_SUCH_PART = msg("no part of the files has this number")
OF_ANOTHER = msg("the parts with this number come from another supplier")
NAMELESS = msg("the row names no part")
SEVERAL = msg("parts of several suppliers have this number")


class PartFinder:
    """Finds parts of joined files. Numbers are compared as ``same_part`` does."""

    def __init__(self, reading: Reading) -> None:
        frame = reading.parts.frame
        self.suppliers, self.descriptions, self._own, self._makers = (
            _texts(frame[name].tolist())
            for name in ("supplier", "description", "part_number", "mpn")
        )
        self._placed: dict[Place, list[int]] = {}
        self._numbered: dict[str, list[int]] = {}
        self._loose: dict[str, list[int]] = {}
        self._sheets = {sheet_mark(str(name)): str(name) for name in set(frame["sheet"].tolist())}
        starts = [file.sha256[:KEY_DIGITS] for file in reading.files]
        places = zip(*(frame[name].tolist() for name in ("file", "sheet", "row")), strict=True)
        for part, (file, sheet, row) in enumerate(places):
            self._placed.setdefault((starts[int(file)], str(sheet), int(row)), []).append(part)
            for number in {self._own[part], self._makers[part]}:
                _add(self._numbered, normal_number(number), part)
                _add(self._loose, loose_number(number), part)

    def find(self, line: AnsweredLine, supplier: str) -> tuple[Sequence[int], Message | None]:
        """The parts of a line, or none and why. ``supplier``: "" where the sheet no longer says."""
        keyed = self._placed.get(self._place(line.key), ()) if line.key else ()
        fitting = [part for part in keyed if self._fits(part, line)]
        if fitting:
            return fitting, None
        if not line.number and not line.description:
            return (), NAMELESS
        named = self._named(line.number)
        if named or not line.description:
            return self._chosen(named, line, supplier)
        described = [p for p, text in enumerate(self.descriptions) if _same(text, line.description)]
        parts, why_not = self._chosen(described, line, supplier)
        if line.number and len(parts) > 1:
            return (), NO_SUCH_PART
        return parts, why_not

    def _named(self, text: str) -> list[int]:
        """The parts with a number, or with the one of ours that a longer text holds."""
        normal, loose = normal_number(text) or "", loose_number(text) or ""
        found = self._numbered.get(normal, []) or self._loose.get(loose, [])
        if found or not text:
            return found
        within = (self._numbered.get(normal_number(word) or "", []) for word in _words(text))
        held = {tuple(parts) for parts in within if parts}
        return list(held.pop()) if len(held) == 1 else []

    def _place(self, key: str) -> Place:
        """File, sheet and row of a key. Forms sent before sheets were marked name them."""
        start, sheet, row = _place(key)
        return start, self._sheets.get(sheet, sheet), row

    def _fits(self, part: int, line: AnsweredLine) -> bool:
        """Whether number or description of the part are those of the line; a blank line says nothing.

        The description counts beside a number that is of no part here: it is the supplier's own.
        """
        numbers = {normal_number(n) for n in (self._own[part], self._makers[part]) if n}
        if line.number:
            named = self._named(line.number)
            if named:
                return part in named
            return _same(self.descriptions[part], line.description)
        return (
            not line.description or not numbers or _same(self.descriptions[part], line.description)
        )

    def _chosen(
        self, named: Sequence[int], line: AnsweredLine, supplier: str
    ) -> tuple[Sequence[int], Message | None]:
        """Of several parts with one number those of the supplier, then those of the description."""
        if not named:
            return (), NO_SUCH_PART
        if supplier:
            of_supplier = [part for part in named if _same(self.suppliers[part], supplier)] or [
                part
                for part in named
                if self.suppliers[part] and resembles(supplier, [self.suppliers[part]])
            ]
            if not of_supplier:
                return (), OF_ANOTHER
            named = of_supplier
        elif len({folded(self.suppliers[part] or "") for part in named}) > 1:
            return (), SEVERAL
        described = [part for part in named if _same(self.descriptions[part], line.description)]
        return described or named, None


def _words(text: str) -> list[str]:
    """The pieces of a cell that may be a number of their own."""
    pieces = (piece.strip(".,:") for piece in _BETWEEN.split(text))
    return [piece for piece in pieces if len(piece) >= SHORTEST_LOOSE]


def _texts(values: Sequence[object]) -> list[str | None]:
    """Texts of a column; what joined tables leave as no number is nothing."""
    return [value if isinstance(value, str) else None for value in values]


def _add(known: dict[str, list[int]], number: str | None, part: int) -> None:
    if number is not None and part not in known.setdefault(number, [])[-1:]:
        known[number].append(part)


def _place(key: str) -> Place:
    """File, sheet or its mark, and row of a key such as ``4536863903c4:5f1ac09b!9``."""
    start, _, rest = key.partition(":")
    sheet, _, row = rest.rpartition("!")
    return start, sheet, int(row)


def _same(one: str | None, other: str | None) -> bool:
    return bool(one and other) and folded(one or "") == folded(other or "")
