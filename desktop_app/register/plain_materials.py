"""Designations of ordinary materials as a column of materials holds them: X5CrNi18-10, EN-GJL-250, POM.

``plain_materials.csv`` in ``resources/register`` holds their patterns by the standards that give them, of
common metals and of polymers of which pieces are cut or moulded; the plastics of housings (ABS, PC) say
nothing of what is in them.
A cell counts where it is such a designation and no more; "steel, NdFeB" is none.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

LONGEST = 40
"""Characters of a cell that is still a designation and no description."""
TREATMENT = "treatment"
"""What may stand behind a designation: how the material was treated, or that an equal one will do."""
_BETWEEN = re.compile(r"[\s_°]+")


@dataclass(frozen=True, eq=False)
class PlainMaterials:
    """The patterns of each family, as they stand in the file. They are put together when the first
    cell is looked at, since many lists have no such column."""

    patterns: Mapping[str, tuple[str, ...]]

    @cached_property
    def _by_family(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        treated = "|".join(self.patterns.get(TREATMENT, ()))
        return tuple(
            (family, re.compile(f"(?:{'|'.join(self.patterns[family])})(?:{treated})?"))
            for family in self.patterns
            if family != TREATMENT
        )

    def family(self, cell: str) -> str | None:
        """The family of what a cell names, where it is one such designation and nothing else."""
        if len(cell) > LONGEST:
            return None
        text = _BETWEEN.sub("", unicodedata.normalize("NFKC", cell).casefold()).strip(".-;,")
        return next((name for name, found in self._by_family if found.fullmatch(text)), None)
