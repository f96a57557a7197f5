"""Spreads of columns, quickly: a column without any value and a constant one cost nothing."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine

T = TypeVar("T")
U = TypeVar("U")

_KNOWN: WeakKeyDictionary[PartTable, dict[str, Spread[Any]]] = WeakKeyDictionary()
"""Columns told apart, as long as their parts are; nobody writes into a table of parts."""
_ODD = frozenset(
    (
        *"\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000",
        *map(chr, range(0x2000, 0x200B)),
    )
)
"""Blanks that a list has where another has one, but for the ends of lines."""
_RUN = re.compile(r"[^\S\r\n]+")
AT_ONCE = 20_000
"""Texts looked through in one go: some milliseconds."""


def texts(parts: PartTable, name: str) -> Spread[Any]:
    """A text or flag column as distinct values, told apart once for all who ask."""
    known = _KNOWN.setdefault(parts, {})
    found = known.get(name)
    if found is None:
        found = known[name] = single_spaced(parts.text(name))
    return found


def single_spaced(values: Spread[Any]) -> Spread[Any]:
    """The texts with one plain blank wherever a cell has several or odd ones, which say nothing; lines
    stay apart. A list seldom has any, so all texts are looked through at once first."""
    starts = range(0, len(values.kinds), AT_ONCE)
    odd = [at + place for at in starts for place in _odd_in(values.kinds[at : at + AT_ONCE])]
    if not odd:
        return values
    kinds = list(values.kinds)
    for place in odd:
        kinds[place] = _single_spaced(kinds[place])
    if len(set(kinds)) == len(kinds):
        return Spread(tuple(kinds), values.of)
    return merged(values, _single_spaced)


def _odd_in(values: Sequence[Any]) -> list[int]:
    """Places of the texts that have two blanks or an odd one; no odd blank is a printable sign."""
    texts = [text if isinstance(text, str) else "" for text in values]
    seldom = [place for place, text in enumerate(texts) if "  " in text or not text.isprintable()]
    return [place for place in seldom if "  " in texts[place] or not _ODD.isdisjoint(texts[place])]


def _single_spaced(text: Any) -> Any:
    if not isinstance(text, str) or (text.isascii() and "  " not in text and "\t" not in text):
        return text
    return _RUN.sub(" ", text)


def merged(values: Spread[T], read: Callable[[T], U]) -> Spread[U]:
    """Reads each distinct value once; equal results become one kind.

    Most results are the very same object again, which is quicker to tell than that two are equal.
    """
    seen: dict[U, int] = {}
    same: dict[int, int] = {}
    kept: list[U] = []
    codes = np.empty(len(values.kinds), dtype=np.int32)
    for place, value in enumerate(values.kinds):
        result = read(value)
        code = same.get(id(result))
        if code is None:
            code = same[id(result)] = seen.setdefault(result, len(seen))
            kept.append(result)
        codes[place] = code
    return Spread(tuple(seen), codes[values.of])


def combined(*spreads: Spread[Any]) -> Spread[tuple[Any, ...]]:
    """As ``combine``; columns of one kind only are put in without sorting anything."""
    if not len(spreads[0]):
        return Spread((), np.zeros(0, dtype=np.int32))
    varied = [place for place, column in enumerate(spreads) if len(column.kinds) > 1]
    constant = [column.kinds[0] if column.kinds else None for column in spreads]
    if not varied:
        return Spread((tuple(constant),), np.zeros(len(spreads[0]), dtype=np.int32))
    joined = combine(*(spreads[place] for place in varied))

    def whole(kind: tuple[Any, ...]) -> tuple[Any, ...]:
        values = list(constant)
        for place, value in zip(varied, kind, strict=True):
            values[place] = value
        return tuple(values)

    return joined.map(whole)
