"""Part families: kinds of bought parts with what they usually hold, as read from the data files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.model.verdict import Interval


@dataclass(frozen=True, slots=True)
class Share:
    """One element of a family: mass percent of the bearing material (low, best, high) and the
    probability that a part of the family holds it in a relevant amount."""

    symbol: str
    mass_percent: Interval
    presence: float


@dataclass(frozen=True, slots=True)
class Refinement:
    """A rule that makes a general family this one: all ``when`` hints are there, none of
    ``unless``. ``of``: the general family. Longer rules go first."""

    of: str
    when: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class PartFamily:
    """A kind of part with a usual composition.

    ``title`` is English and the catalogue's key, ``titles`` the same in other languages. ``form`` is
    one of model.match.FORMS. ``material``: the bearing material, None where there is none or it is
    not known. ``probability``: that a part holds any rare earth. ``listed``: that a listed element
    is there in a listed form. ``trace``: rare earths are only a dopant or impurity. ``form_open``: it is not settled
    that goods of this family have the form the guidance frees. ``absent``:
    elements ruled out once the material is named. ``bearing_g``: g of bearing material in one
    piece; ``bearing_share``: its share of the part's mass. ``hints``: what naming the family also
    says. ``judged``: what of this is our own judgement, empty if nothing. ``exemplified``: has
    examples and look-alikes that a test runs.
    """

    id: str
    title: str
    form: str
    probability: Interval
    listed: float = 0.0
    titles: Mapping[str, str] = field(default_factory=dict)
    material: str | None = None
    content: tuple[Share, ...] = ()
    absent: tuple[str, ...] = ()
    bearing_g: Interval | None = None
    bearing_share: Interval | None = None
    trace: bool = False
    form_open: bool = False
    minerals: tuple[str, ...] = ()
    hints: frozenset[str] = frozenset()
    refines: tuple[Refinement, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    judged: str = ""
    examples: tuple[str, ...] = ()
    look_alikes: tuple[str, ...] = ()
    exemplified: bool = False
