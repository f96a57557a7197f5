"""What a row itself says of its use and declaration, apart from what stands beside it in the list."""

from collections.abc import Sequence

from desktop_app.model.parts import PartTable
from desktop_app.model.uses import SIGN, beside_own, own_use

WITH_LINES = ("declaration", "end_use")
"""Text facts that carry lines of other columns: the day of a declaration, and who uses the part."""


def as_given(texts: Sequence[str | None]) -> list[str | None]:
    """Each text as the file gives it."""
    return [own_use(text) if text and SIGN in text else text for text in texts]


def beside(parts: PartTable) -> dict[int, tuple[str, ...]]:
    """Per part that has any, the lines beside its own words: ``Customer: name`` or
    ``declaration: 2026-05-04``."""
    found: dict[int, tuple[str, ...]] = {}
    for name in WITH_LINES:
        head = "" if name == "end_use" else f"{name}: "
        for part_id, text in enumerate(parts.frame[name].tolist()):
            if text and SIGN in text:
                said = (f"{head}{line}" for line in beside_own(text))
                found[part_id] = (*found.get(part_id, ()), *said)
    return found
