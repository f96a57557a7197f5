"""Values of the program as JSON and back, exactly. A closed list of classes; nothing is ever run.

Every value that JSON cannot tell apart carries a tag: ``{"$": "Inquiry", "on": {"$": "day", ...}}``.
A stored class may have gained fields since (they take their defaults) or lost some (they are left
out), so what was stored by an older program still reads.
"""

import base64
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

import numpy as np
import orjson
import pandas as pd
from numpy.typing import NDArray

TAG, VALUE = "$", "v"
Plain = Any
VALUES_AT_ONCE = 20_000


class Codec:
    """Turns values made of the given classes into plain JSON values and back."""

    def __init__(self, classes: tuple[type, ...]) -> None:
        self._classes = {found.__name__: found for found in classes}
        if len(self._classes) != len(classes):
            raise ValueError("two classes have one name")
        self._fields = {
            name: tuple(f.name for f in fields(found) if f.metadata.get("stored", True))
            for name, found in self._classes.items()
            if is_dataclass(found)
        }

    def plain(self, value: Any) -> Plain:
        """A value as JSON values. Raises TypeError for what is not in the list."""
        return _Writer(self._classes, self._fields).plain(value)

    def value(self, plain: Plain) -> Any:
        """The value of JSON values. Raises ValueError where they were not written by ``plain``."""
        return self._value(plain, ())

    def pack(self, value: Any) -> Plain:
        """Like ``plain``, with every object written once however often it occurs; for orjson, which
        knows what is text already."""
        writer = _Writer(self._classes, self._fields, pooled=True)
        root = writer.plain(value)
        return {"fields": writer.used, "pool": writer.pool, "root": root}

    def unpack(self, packed: Plain) -> Any:
        """The value of ``pack``. Raises ValueError."""
        try:
            pool: list[Any] = []
            for name, *values in packed["pool"]:
                given = dict(zip(packed["fields"][name], values, strict=True))
                pool.append(self._object(name, given, pool))
            return self._value(packed["root"], pool)
        except (KeyError, TypeError, IndexError) as wrong:
            raise ValueError(f"not a packed value: {wrong}") from wrong

    def _value(self, plain: Plain, pool: Any) -> Any:
        if isinstance(plain, list):
            return tuple(self._value(entry, pool) for entry in plain)
        if not isinstance(plain, dict):
            return plain
        tag = plain.get(TAG)
        if isinstance(tag, int):
            return pool[tag]
        read = _READ.get(tag or "")
        if read is not None:
            return read(self._value(plain.get(VALUE), pool))
        return self._object(tag, {k: v for k, v in plain.items() if k != TAG}, pool)

    def _object(self, name: Any, given: Mapping[str, Plain], pool: Any) -> Any:
        found = self._classes.get(name)
        if found is None:
            raise ValueError(f"no class {name!r}")
        if issubclass(found, Enum | str):
            return found(given[VALUE])
        known = self._fields[name]
        try:
            return found(**{k: self._value(v, pool) for k, v in given.items() if k in known})
        except TypeError as wrong:
            raise ValueError(f"{name}: {wrong}") from wrong


def _array(stored: Sequence[Any]) -> NDArray[Any]:
    kind, text = stored
    if not isinstance(kind, str) or kind[1:2] not in "biuf":
        raise ValueError(f"no array of {kind!r}")
    values: NDArray[Any] = np.frombuffer(base64.b64decode(text), dtype=np.dtype(kind)).copy()
    return values


def _column(stored: Sequence[Any]) -> NDArray[Any]:
    kinds, of = stored
    values = np.empty(len(kinds), dtype=object)
    values[:] = kinds
    spread: NDArray[Any] = values[of]
    return spread


def _frame(stored: Sequence[Any]) -> pd.DataFrame:
    return pd.DataFrame(
        {name: pd.Series(values, dtype=kind, copy=False) for name, kind, values in stored},
        copy=False,
    )


_READ: Mapping[str, Callable[[Any], Any]] = {
    "day": date.fromisoformat,
    "time": datetime.fromisoformat,
    "float": float,
    "set": frozenset,
    "map": dict,
    "array": _array,
    "column": _column,
    "frame": _frame,
}


def _told_apart(values: NDArray[np.object_]) -> tuple[list[Any], NDArray[np.int32]]:
    """The distinct values in their order, and for each value which of them it is. Some at a time: a
    million as one list, told apart by pairs of kind and value, hold 200 MB and stop every other thread
    for 0.1 s when they go."""
    kinds: list[Any] = []
    known: dict[type, dict[Any, int]] = {}
    of = np.empty(len(values), dtype=np.int32)
    for start in range(0, len(values), VALUES_AT_ONCE):
        some: list[int] = []
        for value in values[start : start + VALUES_AT_ONCE].tolist():
            alike = known.setdefault(type(value), {})
            at = alike.setdefault(value, len(kinds))
            if at == len(kinds):
                kinds.append(value)
            some.append(at)
        of[start : start + len(some)] = some
    return kinds, of


def _inside(values: list[Plain]) -> orjson.Fragment:
    """The text of a list without its brackets: what stands between those of a longer one."""
    return orjson.Fragment(orjson.dumps(values)[1:-1])


class _Writer:
    """One run of writing; remembers objects by identity where they are pooled."""

    def __init__(
        self,
        classes: Mapping[str, type],
        known: Mapping[str, tuple[str, ...]],
        pooled: bool = False,
    ) -> None:
        self.classes, self.fields, self.pooled = classes, known, pooled
        self._pool: list[orjson.Fragment] = []
        self._newest: list[list[Plain]] = []
        self._pooled = 0
        self.used: dict[str, tuple[str, ...]] = {}
        self._seen: dict[int, int] = {}

    def plain(self, value: Any) -> Plain:
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            is_kind = self.classes.get(type(value).__name__) is type(value)
            return self._object(value, (VALUE,), (str(value),)) if is_kind else value
        if isinstance(value, Enum):
            return self._object(value, (VALUE,), (value.value,))
        if isinstance(value, np.generic):
            return self.plain(value.item())
        if isinstance(value, int):
            return value
        if isinstance(value, float):
            return value if math.isfinite(value) else {TAG: "float", VALUE: repr(value)}
        return self._compound(value)

    def _compound(self, value: Any) -> Plain:
        if isinstance(value, tuple | list):
            return [self.plain(entry) for entry in value]
        if is_dataclass(value):
            names = self.fields.get(type(value).__name__, ())
            return self._object(value, names, [getattr(value, name) for name in names])
        if isinstance(value, datetime):
            return {TAG: "time", VALUE: value.isoformat()}
        if isinstance(value, date):
            return {TAG: "day", VALUE: value.isoformat()}
        if isinstance(value, Mapping):
            pairs = [[self.plain(k), self.plain(v)] for k, v in value.items()]
            return {TAG: "map", VALUE: pairs}
        if isinstance(value, frozenset):
            return {TAG: "set", VALUE: [self.plain(entry) for entry in sorted(value)]}
        return self._many(value)

    def _many(self, value: Any) -> Plain:
        """Arrays of numbers byte by byte, arrays of objects by their distinct values, frames."""
        if isinstance(value, np.ndarray) and value.ndim == 1 and value.dtype.kind in "biuf":
            text = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode()
            return {TAG: "array", VALUE: [value.dtype.newbyteorder("<").str, text]}
        if isinstance(value, np.ndarray) and value.ndim == 1 and value.dtype.kind == "O":
            kinds, of = _told_apart(value)
            return {TAG: "column", VALUE: [self._kinds(kinds), self.plain(of)]}
        if isinstance(value, pd.DataFrame):
            stored = [
                [str(name), str(column.dtype), self.plain(column.to_numpy())]
                for name, column in value.items()
            ]
            return {TAG: "frame", VALUE: stored}
        raise TypeError(f"{type(value).__name__} is not stored")

    def _kinds(self, kinds: list[Any]) -> list[Plain]:
        """Each distinct value of a column; of a long one as text in pieces, see ``_put_down``."""
        if not self.pooled or len(kinds) <= VALUES_AT_ONCE:
            return [self.plain(value) for value in kinds]
        starts = range(0, len(kinds), VALUES_AT_ONCE)
        some = (kinds[start : start + VALUES_AT_ONCE] for start in starts)
        return [_inside([self.plain(value) for value in values]) for values in some]

    def _object(self, value: Any, names: tuple[str, ...], values: Any) -> Plain:
        name = type(value).__name__
        if self.classes.get(name) is not type(value):
            raise TypeError(f"{name} is not stored")
        if not self.pooled:
            return {TAG: name, **{n: self.plain(v) for n, v in zip(names, values, strict=True)}}
        at = self._seen.get(id(value))
        if at is None:
            self.used[name] = names
            entry = [name, *(self.plain(v) for v in values)]
            at = self._seen[id(value)] = self._pooled
            self._pooled += 1
            self._newest.append(entry)
            if len(self._newest) >= VALUES_AT_ONCE:
                self._put_down()
        return {TAG: at}

    def _put_down(self) -> None:
        """As text: as lists, the sentences of a million rows take several times as much, and stop
        every other thread when they go."""
        if self._newest:
            self._pool.append(_inside(self._newest))
            self._newest.clear()

    @property
    def pool(self) -> "list[orjson.Fragment]":
        """What was written of all objects so far, many in a piece, without the brackets of a list."""
        self._put_down()
        return self._pool
