"""Lines that are services and no goods: freight, assembly by the hour, a tooling charge, 加工费.

They hold no rare earth, and a list of what is bought has them between the parts. A word alone decides
nothing: "Montageplatte", "freight elevator motor" and "calibration magnet" are goods, so every word of a text
must be one of a service, or the work must be told apart from what it is done to ("calibration of ...").
What a row has that only goods have, such as a stock or a customs number, keeps it a part. The words are
``resources/service_words.csv``.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from desktop_app.intake.bill_levels import levels_of
from desktop_app.intake.grid import Column, Grid, Mask, Value, shown
from desktop_app.intake.names_alone import has_measure
from desktop_app.intake.numbers import number_of
from desktop_app.intake.service_signs import (
    BEARER,
    DIRECTION,
    FIRST_JOINED,
    OF,
    SERVICE,
    SIDE,
    STARTS,
    TOOL,
    WORK,
    ends,
    fees,
    firsts,
    kind_of,
    postages,
    signs_of,
    starts,
    technology,
    words_in,
)
from desktop_app.intake.tables import Table
from desktop_app.model.findings import Issue, nmsg

LONGEST = 80
"""Characters of a text that names a service. Own judgement."""
ONLY_GOODS = (
    "hs_code",
    "cas_number",
    "magnet_grade",
    "material",
    "substance",
    "unit_mass",
    "manufacturer",
)
"""Fields that services do not have."""
COUNTED_GOODS = ("stock_on_hand", "in_transit", "stock_blocked")
MOST_TYPES = 30
"""Different words in a column that says of what type a line is. Own judgement."""
_FIRST = re.compile(r"[^\W\d_]+")
_WHOLE = re.compile(r"[SBTFWODXP#]*(?:[SW]|[BT][X#]*F|F[X#OD]*[BT]|#P)[SBTFWODXP#]*")
"""Nothing but words of services, one of which says so alone, or as what a fee is for, or as a number of
workers."""
_OBJECT = re.compile(r"X*(?:W+X*O|[SW]*(?:S|W|TF|FO?T|F)X*D|(?:T+F|FO?T|TX*F)X*O).+")
"""Work, a freight or a fee for tools, and after a word such as "of" or "to" anything."""
_BARE = re.compile(r"W[?#]+")
_NOTE = re.compile(r"\s+[(（][^()（）\d]*[)）]$")
"""A remark behind a text, without figures, which are those of goods."""
_COMPOUND = re.compile(r"\w+-\w")
"""A hyphen makes one word of two, of which the last says what it is: "Reparatur-Motor"."""
_LUMP = re.compile(r"[SBTFWODX#]+|X*[SBTW]+X*O.+")
"""What paid as a lump is work: "handling system with motors" has a lump sum too."""


def service_rows(
    grid: Grid, table: Table, fields: Mapping[str, int], added: Sequence[int] = ()
) -> Mask:
    """Which rows below the heading of a list are services. ``fields``: field to position of its column;
    ``added``: columns that describe the part too."""
    start, end = table.heading + 1, table.end
    found = np.zeros(max(0, end - start), dtype=np.bool_)
    told = fields.get("description", fields.get("part_number"))
    if told is None or not len(found):
        return found
    column = grid.columns[told].part(start, end)
    units = grid.columns[fields["unit"]].part(start, end) if "unit" in fields else None
    found |= column.where(lambda v: isinstance(v, str) and is_service(v))
    typed, goods = _by_type(grid, table, start, end)
    if found.any():
        may_be = goods | _are_several(grid, start, end, fields)
        found &= ~(column.where(_may_be_goods) & may_be)
    if units is not None:
        found |= _by_unit(column, units)
    found &= ~_says_more(grid, start, end, added)
    if typed.any():
        found |= typed & ~column.where(_is_sized)
    if found.any():
        found &= ~_are_goods(grid, start, end, fields) & ~column.where(_may_be_technology)
    if found.any():
        found &= ~_have_parts_below(grid, table, fields)
    return found


def about_services(grid: Grid, fields: Mapping[str, int], rows: Sequence[int]) -> list[Issue]:
    """What is said of the rows that were taken for services. ``rows``: their positions in the sheet."""
    if not rows:
        return []
    told = fields.get("description", fields.get("part_number", 0))
    what = nmsg(
        "{n} row was taken for a service and left out: {name}.",
        "{n} rows were taken for services and left out; the first is {name}.",
        len(rows),
        name=shown(grid.cell(rows[0], told)),
    )
    at = grid.first_row + rows[0], grid.first_column + told
    return [Issue("W_SERVICE_ROWS", "note", what, grid.name, *at)]


def is_service(text: str) -> bool:
    """Whether a text names freight, work or a fee, and no goods."""
    if not text:
        return False
    if text[-1] in ends():
        return _names_service(text)
    if ord(text[0]) >= FIRST_JOINED and " " in text:
        # "部品購入送料 秋月": the postage of an order, and from whom; 自動送料 feeds a machine.
        return text.partition(" ")[0].endswith(postages()) and len(text) <= LONGEST
    if text[:STARTS].casefold().replace("-", " ") not in starts():
        return False
    first = _FIRST.match(text)
    word = first[0].casefold() if first else ""
    return (word in firsts() or word.endswith(fees())) and _names_service(text)


def _names_service(text: str) -> bool:
    if len(text) > LONGEST:
        return False
    text = _without_note(text)
    signs, words = signs_of(text)
    if not signs:
        return False
    if _WHOLE.fullmatch(signs) or _OBJECT.fullmatch(signs):
        is_work = not (_is_thing(signs, words) or _is_conveyor(signs, words))
    else:
        is_bare = words[0] in kind_of("bare_work") and _BARE.fullmatch(signs) is not None
        is_work = is_bare and kind_of("goods").isdisjoint(words) and not _COMPOUND.match(text)
    return is_work and not may_be_technology(text)


def _is_thing(signs: str, words: list[str]) -> bool:
    """Whether words of services stand before a thing: "inspection machine" is one, "rental of a machine" none."""
    is_headed = len(words) > 1 and words[-1] in kind_of("thing")
    return is_headed and not {OF, DIRECTION} & set(signs) and words[0] not in kind_of("bare_work")


def _is_conveyor(signs: str, words: list[str]) -> bool:
    """Whether what follows a transport is no place but what it runs on: "trasporto a nastro motorizzato"."""
    return DIRECTION in signs and not kind_of("conveyor").isdisjoint(words)


def may_be_technology(text: str) -> bool:
    """Whether a text names what a controlled technology is about: lines for rare earths, patents, furnaces.
    Mending such a line is controlled too, so that its row is judged like a part."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return any(word in plain for word in technology())


def _may_be_technology(value: Value) -> bool:
    return isinstance(value, str) and may_be_technology(value)


def _may_be_work(text: str, *, is_lump: bool) -> bool:
    """Whether a text that is paid by the hour begins with a word for work, and says no more where it is paid
    as a lump."""
    if len(text) > LONGEST or may_be_technology(text):
        return False
    signs, words = signs_of(text)
    begins = signs.lstrip(SIDE)[:1] in (SERVICE, BEARER, TOOL, WORK)
    is_work = not is_lump or (_LUMP.fullmatch(signs) is not None and not _is_thing(signs, words))
    return begins and is_work


def _may_be_goods(value: Value) -> bool:
    """ "Transport" may be a part of that name, "Transport to Hamburg" is none."""
    return isinstance(value, str) and _bare(value) in kind_of("maybe_goods")


def _bare(text: str) -> str:
    return " ".join(words_in(_without_note(text)))


def _without_note(text: str) -> str:
    """A text without what stands in brackets behind it: "Mano de obra (hora neta de trabajo)"."""
    note = _NOTE.search(text)
    is_remark = note is not None and kind_of("goods").isdisjoint(words_in(note[0]))
    return text[: note.start()] if note is not None and is_remark else text


def _are_several(grid: Grid, start: int, end: int, fields: Mapping[str, int]) -> Mask:
    """Rows of which more than one is bought, and all of a bill with levels: "Transport" over its rollers is an
    assembly."""
    if "bom_level" in fields:
        return np.ones(max(0, end - start), dtype=np.bool_)
    several = np.zeros(max(0, end - start), dtype=np.bool_)
    for name in ("quantity", "annual_quantity"):
        if name in fields:
            several |= grid.columns[fields[name]].part(start, end).where(_is_above_one)
    return several


def _have_parts_below(grid: Grid, table: Table, fields: Mapping[str, int]) -> Mask:
    """Rows of a bill with deeper ones below: left out, these would lie in the assembly above."""
    rows = np.arange(table.heading + 1, table.end)
    below = np.zeros(len(rows), dtype=np.bool_)
    levels = levels_of(grid, table, fields, rows)
    if levels is not None:
        told = np.flatnonzero(np.isfinite(levels[1]))
        below[told[:-1]] = np.diff(levels[1][told]) > 0
    return below


def _is_above_one(value: Value) -> bool:
    return number_of(value, None) > 1


def _by_unit(column: Column, units: Column) -> Mask:
    """Rows of work that are paid by time or as a lump: "Montage" of 16 hours."""
    found = np.zeros(len(column.codes), dtype=np.bool_)
    for kind in ("time_unit", "lump_unit"):
        paid = units.where(partial(_is_unit, kind=kind))
        if paid.any():
            found |= paid & column.where(partial(_is_work, is_lump=kind == "lump_unit"))
    return found


def _is_unit(value: Value, kind: str) -> bool:
    return isinstance(value, str) and " ".join(words_in(value)) in kind_of(kind)


def _is_work(value: Value, *, is_lump: bool) -> bool:
    return isinstance(value, str) and _may_be_work(value, is_lump=is_lump)


def _says_more(grid: Grid, start: int, end: int, added: Sequence[int]) -> Mask:
    """Rows that are described in another column too, in words that are of no service."""
    more = np.zeros(max(0, end - start), dtype=np.bool_)
    for n in added:
        more |= grid.columns[n].part(start, end).where(_is_of_goods)
    return more


def _is_of_goods(value: Value) -> bool:
    return isinstance(value, str) and any(map(str.isalpha, value)) and not _names_service(value)


def _by_type(grid: Grid, table: Table, start: int, end: int) -> tuple[Mask, Mask]:
    """Rows of which a column such as "Product type" says that they are services, and those that it calls
    goods; a bare "Type" only where it says nothing but known kinds of lines."""
    found = np.zeros(max(0, end - start), dtype=np.bool_)
    wares = found.copy()
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        key = " ".join(words_in(heading)) if heading else ""
        is_short = key in kind_of("short_type_heading")
        if not is_short and key not in kind_of("type_heading"):
            continue
        column = grid.columns[n].part(start, end)
        if len(column.values) > MOST_TYPES:
            continue
        services, goods = column.where(_is_type_of_services), column.where(_is_type_of_goods)
        others = column.filled & ~services
        if not is_short or (others.any() and goods[others].all()):
            found |= services
            wares |= goods
    return found, wares


def _is_sized(value: Value) -> bool:
    """Whether a text names goods whatever its type: "Service kit", "Motor 24 V"."""
    if not isinstance(value, str):
        return False
    is_set = not kind_of("goods").isdisjoint(words_in(value)) or has_measure(value)
    return is_set and not is_service(value)


def _is_type_of_goods(value: Value) -> bool:
    return isinstance(value, str) and " ".join(words_in(value)) in kind_of("goods_type")


def _is_type_of_services(value: Value) -> bool:
    return isinstance(value, str) and " ".join(words_in(value)) in kind_of("type_value")


def _are_goods(grid: Grid, start: int, end: int, fields: Mapping[str, int]) -> Mask:
    """Rows with what no service has: a customs number, a grade, something in stock."""
    goods = np.zeros(max(0, end - start), dtype=np.bool_)
    for name in ONLY_GOODS:
        if name in fields:
            goods |= grid.columns[fields[name]].part(start, end).where(_says)
    for name in COUNTED_GOODS:
        if name in fields:
            goods |= grid.columns[fields[name]].part(start, end).where(_is_there)
    return goods


def _says(value: Value) -> bool:
    return any(map(str.isalnum, shown(value))) and shown(value) != "0"


def _is_there(value: Value) -> bool:
    return number_of(value, None) > 0
