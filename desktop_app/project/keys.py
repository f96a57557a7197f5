"""What a part is called across versions of a file, so that a decision finds it again."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.model.parts import PartTable


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


def folded(text: str | None) -> str:
    """Letters and digits only, in one case and width: ``"ab-12 .3"`` and ``"AB123"`` are the same.

    Leading zeros stay: ``0123`` and ``123`` may be two parts.
    """
    if not text:
        return ""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _SIGNS.sub("", plain.casefold())


def digest(text: str | None) -> str:
    """16 hex digits of a text that is compared, not shown."""
    return hashlib.sha256(folded(text).encode()).hexdigest()[:16]


def keys_of(parts: PartTable) -> tuple[PartKey, ...]:
    """The key of every part, in order."""
    return tuple(PartKey(*key) for key in _plain_keys(parts))


def _plain_keys(parts: PartTable) -> list[tuple[str, str, str]]:
    """Number, supplier and description of every key; equal texts are folded once."""
    names = ("part_number", "mpn", "supplier")
    number, mpn, supplier = (_each(parts.frame[name].tolist(), folded) for name in names)
    description = _each(parts.frame["description"].tolist(), digest)
    numbers = [own or makers for own, makers in zip(number, mpn, strict=True)]
    return list(zip(numbers, supplier, description, strict=True))


def _each(values: Sequence[object], read: Callable[[str | None], str]) -> list[str]:
    """Columns of joined or corrected tables may say missing with a number that is none."""
    texts = [value if isinstance(value, str) else None for value in values]
    known: dict[str | None, str] = {}
    for text in texts:
        if text not in known:
            known[text] = read(text)
    return [known[text] for text in texts]


class PartIndex:
    """Finds the parts of a table by key: exactly, else by number and supplier alone.

    The second reading lets a decision outlive a reworded description; it is used only where there
    is a number.
    """

    def __init__(self, parts: PartTable) -> None:
        self.parts = parts
        self._keys = _plain_keys(parts)
        self._exact: dict[tuple[str, str, str], list[int]] = {}
        self._numbered: dict[tuple[str, str], list[int]] = {}
        for part_id, key in enumerate(self._keys):
            self._exact.setdefault(key, []).append(part_id)
            self._numbered.setdefault(key[:2], []).append(part_id)

    def key_of(self, part_id: int) -> PartKey:
        """The key of one part."""
        return PartKey(*self._keys[part_id])

    def find(self, key: PartKey) -> tuple[int, ...]:
        """Part ids of a key in the order of the table; empty where the part is gone."""
        exact = self._exact.get((key.number, key.supplier, key.description))
        if exact is None and key.number:
            exact = self._numbered.get((key.number, key.supplier))
        return tuple(exact or ())

    def nth(self, part_id: int) -> int | None:
        """Which of the rows with the same key this is, from 0; None where it is the only one."""
        rows = self._exact[self._keys[part_id]]
        return rows.index(part_id) if len(rows) > 1 else None


@lru_cache(maxsize=2)
def index_of(parts: PartTable) -> PartIndex:
    """The index of a table; those of the last two tables are kept."""
    return PartIndex(parts)
