"""Reads the inputs of a worked example: numbers, ranges, lists, countries, and words among them."""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.model.findings import Message, msg
from desktop_app.register.worked_figures import (
    SPACED,
    THOUSANDS,
    TwoWaysError,
    shows_commas,
    shows_points,
    without_thousands,
)

Ends = tuple[float, float]
"""Low and high of an input; both the same where it is known."""

_FIGURE = r"(-?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][-+]?\d+)?)\s*(%?)"
_ABOUT = "[≈~∼]?"
_SINGLE = re.compile(rf"^\s*{_ABOUT}\s*{_FIGURE}\s*(?:\(.*)?$", re.IGNORECASE)
_DAYS = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*(?:d|days?)\.?\s*$", re.IGNORECASE)
"""All times of the clock are counted in days."""
_BELOW = re.compile(rf"^\s*(?:<|≤|less than|up to)\s*{_FIGURE}\s*$", re.IGNORECASE)
_SEVERAL = re.compile(rf"^\s*{_FIGURE}(?:\s*(?:;|,(?=\s))\s*{_FIGURE})+\s*$")
_RANGE = re.compile(rf"^\s*{_ABOUT}\s*{_FIGURE}\s*(?:-|–|\.\.|to)\s*{_FIGURE}")
_PAIR = re.compile(r"^([^=:]+)[=:]([^=:]+)$")
_SIDE = re.compile(r"^(?:gs|global|world|eus?\d*|eu sourcing)$", re.IGNORECASE)
_SECTOR = re.compile(r"^[A-U]\d{1,2}(?:\.\d+)?$")
"""Codes of sectors by NACE."""
_SHARE = re.compile(r"share|use|^a(?:_?s)?$", re.IGNORECASE)
_OF_A_USE = re.compile(r"^(?:scp|sp|scr|sco|q(?:_?s)?|value[ _-]?added|sub_?share)$", re.IGNORECASE)
"""Figures of a use or a substitute, as the EU's guidelines of 2017 name them."""
_COLUMN = re.compile(
    r"^(?:.*(?:share|produc|import|purchase|quantit|amount|tonn)|(?:t|kt|kg|%)$|gov|wgi|g_i$|g$|trade|price|value)",
    re.IGNORECASE,
)
"""What a figure of a country is called beside its name."""
_COUNTRY = re.compile(r"^(?:country|countries|nation|land|pays|producer)$", re.IGNORECASE)
_AMOUNT_SCOPE = re.compile(r"produc|import|purchase|mine", re.IGNORECASE)
_OF_COUNTRIES = {
    "gov": re.compile(r"^(?:gov|wgi|g$|g_i$|instabil|political)", re.IGNORECASE),
    "t": re.compile(r"^(?:t$|trade)", re.IGNORECASE),
    "price": re.compile(r"^(?:price|value)", re.IGNORECASE),
}
"""Tables of countries among the inputs that state no amounts, by the column that they fill."""


@dataclass(frozen=True, slots=True)
class GivenInputs:
    """``numbers``: None where the study states none. ``words``: what is no number, such as a unit.

    ``countries``: cells of country rows, as the rows beside a file have them, where the inputs hold
    tables by country. ``unreadable``: why nothing of it can be used.
    """

    numbers: Mapping[str, Ends | None] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    countries: Sequence[Mapping[str, str]] = ()
    unreadable: Message | None = None


def read_inputs(cell: str) -> GivenInputs:
    """A comma is the mark that the other texts of the cell show."""
    try:
        given = json.loads(cell or "{}")
    except (ValueError, RecursionError):  # nested too deeply to be anybody's inputs
        given = _listed(cell)
    given = _named_values(given)
    if not isinstance(given, dict):
        return GivenInputs(unreadable=msg("the inputs are no JSON object"))
    given = _without_nests(given)
    tables = {name: value for name, value in given.items() if isinstance(value, dict)}
    given = dict(_flat(given))
    texts = {name: value.strip() for name, value in given.items() if isinstance(value, str)}
    points, commas = shows_points(texts.values()), shows_commas(texts.values())
    for name, text in texts.items():
        if SPACED.match(text) or (THOUSANDS.match(text) and not commas):
            try:
                given[name] = without_thousands(text, points=points)
            except TwoWaysError:
                return GivenInputs(unreadable=msg("“{text}” can be read in two ways", text=text))
    numbers = dict(_each_input(given))
    words = {n: v for n, v in given.items() if isinstance(v, str) and n not in numbers}
    return GivenInputs(numbers, words, tuple(_each_country(tables)))


def _listed(cell: str) -> Mapping[str, object] | None:
    """*IR=88%; SI_SR=1.0*: names and values written as a list; None where it is none."""
    pieces = [piece for piece in re.split(r"[;\n]", cell) if piece.strip()]
    found = [_PAIR.match(piece) for piece in pieces]
    named = {pair[1].strip(): pair[2].strip() for pair in found if pair is not None}
    return named if pieces and len(named) == len(pieces) else None


def _named_values(given: object) -> object:
    """A list of names and values, each a table of two cells, as the table it stands for."""
    if not isinstance(given, list) or not given:
        return given
    cells = [list(one.values()) if isinstance(one, dict) else [] for one in given]
    is_pair = all(len(pair) == 2 and isinstance(pair[0], str) for pair in cells)
    return {pair[0]: pair[1] for pair in cells} if is_pair else given


def _without_nests(given: Mapping[str, object]) -> dict[str, object]:
    """Tables of both sourcings become inputs of their names, lists of countries a table of each of
    their columns, tables of sectors numbered inputs.

    Sectors are told from countries by their codes: C25, C28.
    """
    found: dict[str, object] = {}
    for name, value in _with_lists(given).items():
        if isinstance(value, dict) and value and all(map(_SIDE.match, value)):
            found |= {f"{name} {side}": cell for side, cell in value.items()}
        elif isinstance(value, dict) and value and all(map(_SECTOR.match, value)):
            sign = "A" if _SHARE.search(name) else "Q"
            found |= {f"{sign}_{sector[1:]}": cell for sector, cell in value.items()}
        elif isinstance(value, list) and (tables := _of_countries(value)):
            found |= {name if one == tables["first"] else one: table
                      for one, table in tables.items() if isinstance(table, dict)}  # fmt: skip
        else:
            found[name] = value
    return found


def _with_lists(given: Mapping[str, object]) -> dict[str, object]:
    """Tables of uses or substitutes, each with its own figures, as lists: {"batteries": {"share": 0.5,
    "SCP": 0.8}}, or a table of shares beside one of their figures. Countries keep their names, where what
    stands under each says what it is: a table of countries for each year or sourcing is none of them."""
    found = dict(given)
    for name, value in given.items():
        if not isinstance(value, dict) or not value:
            continue
        if all(isinstance(each, dict) for each in value.values()):
            rows = [each for each in value.values() if isinstance(each, dict)]
            if any(_OF_A_USE.match(key) for row in rows for key in row):
                found[name] = rows
            elif all(_COLUMN.match(key) for row in rows for key in row):
                found[name] = [{"country": k, **v} for k, v in value.items()]
        elif _OF_A_USE.match(name):
            others = ((n, o) for n, o in given.items() if n != name)
            shares = next((n for n, o in others if _is_shares_of(n, o, value)), None)
            if shares is not None:
                of_each = found.pop(shares) if shares in found else given[shares]
                found.pop(name)
                found |= _numbered(name, value) | _numbered("share", value, of_each)
    return found


def _is_shares_of(name: str, other: object, value: Mapping[str, object]) -> bool:
    return (
        _SHARE.search(name) is not None and isinstance(other, dict) and other.keys() == value.keys()
    )


def _numbered(name: str, keys: Mapping[str, object], cells: object = None) -> dict[str, object]:
    """One input a key, in the order of the keys."""
    table = cells if isinstance(cells, dict) else keys
    return {f"{name}_{at}": table[key] for at, key in enumerate(keys, start=1)}


def _of_countries(value: Sequence[object]) -> dict[str, object]:
    """Each column of a list of countries as a table by country, and the name of the ``first``; empty
    where it is none."""
    rows = [one for one in value if isinstance(one, dict)]
    if not rows or len(rows) < len(value):
        return {}
    key = next((name for name in rows[0] if _COUNTRY.match(name)), None)
    if key is None or not all(isinstance(row.get(key), str) for row in rows):
        return {}
    columns = [name for name in dict.fromkeys(n for row in rows for n in row) if name != key]
    tables: dict[str, object] = {
        name: {row[key]: row[name] for row in rows if name in row} for name in columns
    }
    return {"first": columns[0], **tables} if columns else {}


def _flat(given: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """A list becomes numbered inputs: ``A_1``, ``A_2``, a list of tables the inputs of each.

    Tables by country are kept apart.
    """
    for name, value in given.items():
        if isinstance(value, list):
            for at, each in enumerate(value, start=1):
                if isinstance(each, dict):  # one of several substitutes or sectors
                    yield from ((f"{inner}_{at}", cell) for inner, cell in each.items())
                else:
                    yield f"{name}_{at}", each
        elif isinstance(value, str) and _SEVERAL.match(value):
            several = re.split(r"\s*;\s*|,\s+", value.strip())
            yield from ((f"{name}_{at}", each) for at, each in enumerate(several, start=1))
        elif not isinstance(value, dict):
            yield name, value


def _each_country(tables: Mapping[str, Mapping[str, object]]) -> Iterator[Mapping[str, str]]:
    """Cells of a country row for each country of each table of amounts or shares."""
    beside = {
        column: table
        for column, words in _OF_COUNTRIES.items()
        for name, table in tables.items()
        if words.match(name)
    }
    for scope, table in tables.items():
        if any(words.match(scope) for words in _OF_COUNTRIES.values()):
            continue
        column = "quantity" if _AMOUNT_SCOPE.search(scope) else "share"
        for country, amount in table.items():
            cells = {name: str(other.get(country, "")) for name, other in beside.items()}
            yield {"scope": scope, "country": country, column: str(amount), **cells}


def _each_input(given: Mapping[str, object]) -> Iterator[tuple[str, Ends | None]]:
    """Words among the inputs, such as the importing country, are no numbers and are left out."""
    for name, value in given.items():
        if value is None:
            yield name, None
        elif (
            isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        ):
            yield name, (float(value), float(value))
        elif isinstance(value, str) and (ends := _RANGE.match(value)):
            unit = ends[2] or ends[4]
            yield name, (_figure(ends[1], unit), _figure(ends[3], unit))
        elif isinstance(value, str) and (below := _BELOW.match(value)):
            yield name, (0.0, _figure(below[1], below[2]))
        elif isinstance(value, str) and (single := _SINGLE.match(value)):
            yield name, (_figure(single[1], single[2]),) * 2
        elif isinstance(value, str) and (days := _DAYS.match(value)):
            yield name, (_figure(days[1], ""),) * 2


def _figure(text: str, unit: str) -> float:
    """A figure with a point or a comma; a percentage as a share."""
    return float(text.replace(",", ".")) / (100 if unit else 1)
