"""Spreads of columns, quickly: a column without any value and a constant one cost nothing."""

import re
from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine

T = TypeVar("T")
U = TypeVar("U")

_KNOWN: WeakKeyDictionary[PartTable, dict[str, Spread[Any]]] = WeakKeyDictionary()
"""Columns told apart, as long as their parts are; nobody writes into a table of parts."""
_WIDE = ("  ", "\t", "\u00a0", "\u2007", "\u2009", "\u202f", "\u3000")
"""Blanks that a list has where another has one: doubled, tabs, those that keep words together."""
_ODD = frozenset(
    (
        *_WIDE,
        *"\x0b\x0c\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u205f",
        *map(chr, range(0x2000, 0x200B)),
    )
)
"""All that a text may have for a blank, but for the ends of lines."""
_RUN = re.compile(r"[^\S\r\n]+")
_DOUBLED = ("  ",)
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
    texts = [text if isinstance(text, str) else "" for text in values.kinds]
    blanks = _blanks_in(texts)
    if blanks.isdisjoint(_WIDE):
        return values
    odd = {place for blank in blanks for place, text in enumerate(texts) if blank in text}
    kinds = tuple(
        _single_spaced(kind) if place in odd else kind for place, kind in enumerate(values.kinds)
    )
    if len(set(kinds)) == len(kinds):
        return Spread(kinds, values.of)
    return merged(values, _single_spaced)


def _blanks_in(texts: list[str]) -> set[str]:
    """Which odd blanks any of the texts has; none of them but two blanks is a printable sign."""
    found: set[str] = set()
    for at in range(0, len(texts), AT_ONCE):
        some = texts[at : at + AT_ONCE]
        whole = "\n".join(some)
        asked = _DOUBLED if "".join(some).isprintable() else _ODD
        found.update(blank for blank in asked if blank in whole)
    return found


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
