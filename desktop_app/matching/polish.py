"""Cerium named with polishing is a polish of ceria, whatever glass or lens it is for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading

_POLISHED = (None, "chemical", "optics-plain", "optical-glass", "glass-cerium", "packaging")
"""What may be named beside it: nothing, the paste it is, what it polishes, the can it comes in."""
_CERIUM = "Ce"


def is_ceria_polish(reading: "Reading", hints: frozenset[str]) -> bool:
    """Whether a reading names cerium and polishing and no other kind of thing."""
    return (
        "polish" in hints
        and _CERIUM in reading.elements
        and reading.head in _POLISHED
        and not reading.claims
    )
