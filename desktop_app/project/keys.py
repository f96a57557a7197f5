"""What a part is called across versions of a file, so that a decision finds it again."""

import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

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


def folded(text: str | None) -> str:
    """Letters and digits only, in one case and width: ``"ab-12 .3"`` and ``"AB123"`` are the same.

    Leading zeros stay: ``0123`` and ``123`` may be two parts.
    """
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def digest(text: str | None) -> str:
    """16 hex digits of a text that is compared, not shown."""
    return hashlib.sha256(folded(text).encode()).hexdigest()[:16]


def keys_of(parts: PartTable) -> tuple[PartKey, ...]:
    """The key of every part, in order; equal texts are folded once."""
    names = ("part_number", "mpn", "supplier")
    number, mpn, supplier = (_each(parts.frame[name].tolist(), folded) for name in names)
    description = _each(parts.frame["description"].tolist(), digest)
    rows = zip(number, mpn, supplier, description, strict=True)
    return tuple(PartKey(own or makers, firm, said) for own, makers, firm, said in rows)


def _each(values: Sequence[str | None], read: Callable[[str | None], str]) -> list[str]:
    known: dict[str | None, str] = {}
    for value in values:
        if value not in known:
            known[value] = read(value)
    return [known[value] for value in values]


class PartIndex:
    """Finds the parts of a table by key: exactly, else by number and supplier alone.

    The second reading lets a decision outlive a reworded description; it is used only where there
    is a number.
    """

    def __init__(self, parts: PartTable) -> None:
        self.parts = parts
        self.keys = keys_of(parts)
        self._exact: dict[PartKey, list[int]] = {}
        self._numbered: dict[tuple[str, str], list[int]] = {}
        for part_id, key in enumerate(self.keys):
            self._exact.setdefault(key, []).append(part_id)
            if key.number:
                self._numbered.setdefault((key.number, key.supplier), []).append(part_id)

    def find(self, key: PartKey) -> tuple[int, ...]:
        """Part ids of a key in the order of the table; empty where the part is gone."""
        exact = self._exact.get(key)
        if exact is None and key.number:
            exact = self._numbered.get((key.number, key.supplier))
        return tuple(exact or ())

    def nth(self, part_id: int) -> int | None:
        """Which of the rows with the same key this is, from 0; None where it is the only one."""
        rows = self._exact[self.keys[part_id]]
        return rows.index(part_id) if len(rows) > 1 else None
