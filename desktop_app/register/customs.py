"""What customs numbers say of goods, so that a declared number can be held against the part.

Pure values. A customs number supports or contradicts what was recognised; it decides nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class CustomsCode:
    """What goods whose number begins with ``prefix`` are.

    ``forms`` and ``materials``: only these, any where empty; ``not_forms`` and ``not_materials``:
    none of these. ``elements``: at least one of them where any is known. ``except_families``: ids
    of part families for which the materials do not count. ``system``: HS or the countries that use
    the number so. ``grade``: A official, B reported, D own knowledge.
    """

    prefix: str
    system: str
    title: str
    forms: frozenset[str]
    not_forms: frozenset[str]
    materials: frozenset[str]
    not_materials: frozenset[str]
    elements: frozenset[str]
    except_families: frozenset[str]
    grade: Literal["A", "B", "D"]
    source: str


@dataclass(frozen=True, slots=True)
class FormCodes:
    """Where goods of a form, holding any of ``elements`` if there are some, may be declared."""

    form: str
    elements: frozenset[str]
    prefixes: tuple[str, ...]
    source: str


@dataclass(frozen=True, eq=False)
class Customs:
    """All of it. ``digits``: lengths of whole numbers, with the countries (ISO2) that alone use
    them, none where all may. ``chapters``: of the HS. ``share_rounding``: percent by which the sum
    of rounded shares may be above 100. ``codes``: the longest prefix first.
    """

    codes: tuple[CustomsCode, ...] = ()
    forms: Mapping[str, tuple[FormCodes, ...]] = field(default_factory=dict)
    digits: Mapping[int, frozenset[str]] = field(default_factory=dict)
    chapters: frozenset[int] = frozenset()
    share_rounding: float = 0.0

    def code(self, number: str) -> CustomsCode | None:
        """What the longest known beginning of a number says."""
        return next((code for code in self.codes if number.startswith(code.prefix)), None)
