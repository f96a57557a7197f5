"""One answered condition of a line, as form, content and limits each give it."""

from typing import NamedTuple

from desktop_app.model.findings import Reason
from desktop_app.model.licence import Basis, MissingFact
from desktop_app.model.verdict import Interval, Ternary

SURE: Interval = (1.0, 1.0, 1.0)
NEVER: Interval = (0.0, 0.0, 0.0)


class Clause(NamedTuple):
    """One condition of a line, answered. ``basis``: why not, where the answer is no."""

    state: Ternary
    probability: Interval
    steps: tuple[Reason, ...] = ()
    basis: Basis | None = None
    missing: tuple[MissingFact, ...] = ()
    by_grade: bool = False
    symbols: tuple[str, ...] = ()
