"""Takes over what the last question about the same parts reckoned, as far as nothing it rests on changed.

Another day, destination or law changes neither the stock of a part nor how scarce its material is.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, ParamSpec, TypeVar
from typing import Concatenate as With
from weakref import WeakKeyDictionary, ref

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.parts import PartTable

P = ParamSpec("P")
R = TypeVar("R")

_PLAIN = (int, float, str, date, tuple, dict)
"""Types whose values are compared; a dataclass is by its fields, and everything else is the same only
where it is the same object."""

_KEPT: WeakKeyDictionary[PartTable, dict[Any, tuple[tuple[Any, ...], Any]]] = WeakKeyDictionary()


def kept(
    step: Callable[With[PartTable, P], R], parts: PartTable, *facts: P.args, **none: P.kwargs
) -> R:
    """``step(parts, *facts)``, or what it gave when it was last asked of these parts by these facts.

    The step must hang on nothing else, and nobody may write to what it gives. Only the newest result
    is kept, and only as long as the parts are.
    """
    results = _KEPT.setdefault(parts, {})
    known = results.get(step)
    if known is None or not _are_same(known[0], facts):
        known = results[step] = (facts, step(parts, *facts, **none))
    found: R = known[1]
    return found


def _are_same(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    return len(before) == len(now) and all(map(_is_same, before, now))


def _is_same(before: Any, now: Any) -> bool:
    if before is now:
        return True
    if is_dataclass(before) and type(before) is type(now):
        names = (field.name for field in fields(before))
        return all(_is_same(getattr(before, name), getattr(now, name)) for name in names)
    return isinstance(before, _PLAIN) and type(before) is type(now) and bool(before == now)


_Shelf = dict[str, list["ref[NDArray[Any]]"]]
_ALIVE: WeakKeyDictionary[PartTable, _Shelf] = WeakKeyDictionary()


def held_once(parts: PartTable, name: str, made: NDArray[Any]) -> NDArray[Any]:
    """``made``, or the same figures of these parts as another answer that is still there holds them:
    two answers about a million parts differ in few columns, and a column takes 8 MB (measured, of two
    days 150 MB). Nobody may write to what it gives, nor to ``made`` from now on.

    ``name``: which figures; any words, the same for the same figures.
    """
    shelf = _ALIVE.setdefault(parts, {})
    alive = [there for there in shelf.get(name, ()) if there() is not None]
    for there in alive:
        known = there()
        if known is not None and _hold_the_same(known, made):
            shelf[name] = alive
            return known
    if made.base is not None or not made.flags.c_contiguous:
        made = made.copy()  # a view goes before what it looks at
    made.setflags(write=False)
    shelf[name] = [*alive, ref(made)]
    return made


def _hold_the_same(one: NDArray[Any], other: NDArray[Any]) -> bool:
    """Bit by bit, so that what is not known is the same as well; objects by what they are."""
    if one is other:
        return True
    if one.shape != other.shape or one.dtype != other.dtype or not other.flags.c_contiguous:
        return False
    if one.dtype != object:
        return bool(np.array_equal(one.view(np.uint8), other.view(np.uint8)))
    few = slice(None, None, max(1, one.size // FEW))
    return bool((one[few] == other[few]).all() and (one == other).all())


FEW = 1_000
"""Objects that are compared before all are: where they differ most do."""
