"""Cerium named with polishing is a polish of ceria, whatever glass or lens it is for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading
    from desktop_app.register.family_roles import FamilyRoles

_CERIUM = "Ce"


def is_ceria_polish(reading: "Reading", hints: frozenset[str], roles: "FamilyRoles") -> bool:
    """Whether a reading names cerium and polishing and no other kind of thing but in an aside: with a felt disc."""
    return (
        "polish" in hints
        and _CERIUM in reading.elements
        and (reading.head is None or reading.aside_only or reading.head in roles.polished)
        and not reading.claims
    )
