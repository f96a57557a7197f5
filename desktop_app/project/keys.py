"""What a part is called across versions of a file, so that a decision finds it again."""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from desktop_app.model.parts import PartTable

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class PartKey:
    """A part apart from its row. ``number``, ``supplier``: folded, "" where the file has none;
    ``description``: 16 hex digits of the SHA-256 of the folded text.

    The number is the part number, else that of the maker. Rows with the same key are the same
    bought thing.
    """

    number: str
    supplier: str
    description: str


_SIGNS = re.compile(r"[\W_]+")
_ASCII_SIGNS = {code: None for code in range(128) if not chr(code).isalnum()}


def folded(text: str | None) -> str:
    """Letters and digits only, in one case and width: ``"ab-12 .3"`` and ``"AB123"`` are the same.

    Leading zeros stay: ``0123`` and ``123`` may be two parts.
    """
    if not text:
        return ""
    if text.isascii():
        return text.lower().translate(_ASCII_SIGNS)
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())


def digest(text: str | None) -> str:
    """16 hex digits of a text that is compared, not shown."""
    return hashlib.sha256(folded(text).encode()).hexdigest()[:16]


def keys_of(parts: PartTable) -> tuple[PartKey, ...]:
    """The key of every part, in order."""
    return tuple(PartKey(*key) for key in _plain_keys(parts))


def _plain_keys(parts: PartTable) -> list[tuple[str, str, str]]:
    """Number, supplier and description of every key; equal texts are folded once."""
    number, supplier = (_each(parts.frame[n].tolist(), folded) for n in ("part_number", "supplier"))
    if not all(number):  # the numbers of makers count only where there is no other
        mpn = parts.frame["mpn"].tolist()
        mpn = [None if own else makers for own, makers in zip(number, mpn, strict=True)]
        others = _each(mpn, folded)
        number = [own or makers for own, makers in zip(number, others, strict=True)]
    description = _each(parts.frame["description"].tolist(), digest)
    return list(zip(number, supplier, description, strict=True))


def _each(values: Sequence[object], read: Callable[[str | None], str]) -> list[str]:
    """Columns of joined or corrected tables may say missing with a number that is none."""
    texts = [value if isinstance(value, str) else None for value in values]
    known: dict[str | None, str] = {}
    for text in texts:
        if text not in known:
            known[text] = read(text)
    return [known[text] for text in texts]


class _Places(Generic[K]):
    """Part ids by key, rising; a list is made only for keys that several parts share."""

    def __init__(self, keys: Iterable[K]) -> None:
        self._first: dict[K, int] = {}
        self._shared: dict[K, list[int]] = {}
        for part_id, key in enumerate(keys):
            first = self._first.setdefault(key, part_id)
            if first != part_id:
                self._shared.setdefault(key, [first]).append(part_id)

    def of(self, key: K) -> Sequence[int]:
        """All parts of a key; none where nobody has it."""
        shared = self._shared.get(key)
        if shared is not None:
            return shared
        first = self._first.get(key)
        return () if first is None else (first,)


class PartIndex:
    """Finds the parts of a table by key: exactly, else by number and supplier alone.

    The second reading lets a decision outlive a reworded description; it is used only where there
    is a number.
    """

    def __init__(self, parts: PartTable) -> None:
        self.parts = parts
        self._keys = _plain_keys(parts)

    def key_of(self, part_id: int) -> PartKey:
        """The key of one part."""
        return PartKey(*self._keys[part_id])

    def find(self, key: PartKey) -> tuple[int, ...]:
        """Part ids of a key in the order of the table; empty where the part is gone."""
        found = self._exact.of((key.number, key.supplier, key.description))
        if not found and key.number:
            found = self._numbered.of((key.number, key.supplier))
        return tuple(found)

    def nth(self, part_id: int) -> int | None:
        """Which of the rows with the same key this is, from 0; None where it is the only one."""
        rows = self._exact.of(self._keys[part_id])
        return bisect_left(rows, part_id) if len(rows) > 1 else None

    @cached_property
    def _exact(self) -> _Places[tuple[str, str, str]]:
        return _Places(self._keys)

    @cached_property
    def _numbered(self) -> _Places[tuple[str, str]]:
        return _Places(key[:2] for key in self._keys)


@lru_cache(maxsize=2)
def index_of(parts: PartTable) -> PartIndex:
    """The index of a table; those of the last two tables are kept."""
    return PartIndex(parts)
