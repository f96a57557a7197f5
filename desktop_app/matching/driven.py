"""Machines named beside the motor that drives them: a pump with its motor, a motor for a pump.

Lists put the two side by side without a word between them, and either way the magnets are there.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.matching.said import Reading
    from desktop_app.register.families import PartFamily

_DRIVEN = ("pump", "compressor", "machine-part", "actuator")
"""Families of machines that leave open what drives them."""
_DRIVING = ("motor", "rotor")
"""Forms of what drives a machine."""
_AT_LEAST_EVEN = 0.5


def driving_motor(
    reading: "Reading",
    families: Mapping[str, "PartFamily"],
    refined: Callable[[str], "PartFamily"],
) -> "PartFamily | None":
    """The motor or rotor named before a machine, with it or behind a comma, if it more likely than not
    holds rare earths.

    ``refined``: the most special family that fits what else the row says.
    """
    if reading.head not in _DRIVEN:
        return None
    beside = (reading.rival, *reading.inside, *reading.later)
    motors = (refined(name) for name in beside if name and families[name].form in _DRIVING)
    return next((motor for motor in motors if motor.probability[1] >= _AT_LEAST_EVEN), None)
