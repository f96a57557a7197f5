"""Shafts and rotors whose magnets a list names behind a comma or in brackets: "shaft, 4 magnets"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading
    from desktop_app.register.knowledge import Knowledge


def as_rotor(reading: "Reading", knowledge: "Knowledge") -> "Reading":
    """The reading as that of a rotor, where it names a shaft or a rotor and then its magnets."""
    if not any(knowledge.families[name].form == "magnet" for name in reading.later):
        return reading
    roles = knowledge.roles
    is_shaft = (
        reading.head == roles.feature
        and (  # only what a shaft carries turns with it
            any(name in roles.rotors for name in reading.later)
            or bool(knowledge.word_lists.of("shaft").intersection(reading.words[:1]))
        )
    )
    if not is_shaft and reading.head not in roles.rotors:
        return reading
    return reading._replace(head=roles.any_rotor, is_other=False, plain=False, clear=True)
