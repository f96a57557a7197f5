"""Columns of one row that name different magnet materials, and claims that the grade denies."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.matching.lexicon import lexicon_of
from desktop_app.matching.reading import TextReader
from desktop_app.model.findings import Issue, msg
from desktop_app.model.match import Match
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge

HEAVY = ("Dy", "Tb")


Texts = tuple[str | None, ...]
"""Description, material column and grade column of one row; empty where nobody has to look."""


@lru_cache(maxsize=2)
def materials_check(knowledge: "Knowledge") -> "MaterialsCheck":
    """The check of one knowledge, kept: texts are read once however often a list is judged."""
    return MaterialsCheck(knowledge)


class MaterialsCheck:
    """Warnings about materials, by one knowledge of parts."""

    def __init__(self, knowledge: "Knowledge") -> None:
        self.reader = TextReader(lexicon_of(knowledge))
        self.known: dict[str, str | None] = {}
        self.expected = knowledge.judgements.expected_by_grade
        self.families = knowledge.families
        self.grades = {grade.grade: grade for grade in knowledge.grades}
        self.names = {
            family.material.casefold(): family.material
            for family in knowledge.families.values()
            if family.form == "magnet" and family.material
        }

    def of_parts(self, parts: PartTable, matches: Spread[Match]) -> Spread[tuple[Issue, ...]]:
        """Warnings about every part. Only magnets are looked at, whose texts are read again."""
        by_kind = matches.map(lambda m: self._of_magnet(m) if m.form == "magnet" else ())
        frame = parts.frame
        stated = frame["material"].notna() | frame["magnet_grade"].notna()
        magnets = matches.array(lambda match: match.form == "magnet", np.bool_)
        rows = np.flatnonzero(stated.to_numpy() & magnets)
        if not len(rows):
            return by_kind
        kinds, of = list(by_kind.kinds), by_kind.of.copy()
        seen: dict[tuple[int, Texts], int] = {}
        texts = frame[["description", "material", "magnet_grade"]].iloc[rows]
        for row, said in zip(rows.tolist(), texts.itertuples(index=False, name=None), strict=True):
            key = (int(of[row]), said)
            if key not in seen:
                seen[key] = len(kinds)
                kinds.append(self._of_magnet(matches.kinds[key[0]], said))
            of[row] = seen[key]
        return Spread(tuple(kinds), of)

    def _of_magnet(self, match: Match, said: Texts = ()) -> tuple[Issue, ...]:
        return (*self._differing(match, said), *self._denied(match))

    def _differing(self, match: Match, said: Texts) -> Iterator[Issue]:
        """Materials by the match, its grade and each column; the description only beside one."""
        description, *columns = said or (None,)
        stated = [match.material] if match.material in self.names.values() else []
        if match.grade in self.grades:
            stated.append(self.grades[match.grade].material)
        given = [text for text in columns if text]
        if given and description:
            given.append(description)
        stated += [self._material_of(text) for text in given]
        named = list(dict.fromkeys(name for name in stated if name))
        if len(named) > 1:
            yield Issue(
                "W_MATERIAL",
                "warning",
                msg(
                    "The row names different magnet materials ({materials}): ask which is right.",
                    materials=", ".join(named),
                ),
            )

    def _material_of(self, text: str) -> str | None:
        """The one magnet material a text names, None where it names none or several."""
        if text not in self.known:
            self.known[text] = self._read(text)
        return self.known[text]

    def _read(self, text: str) -> str | None:
        if exact := self.names.get(text.strip().casefold()):
            return exact
        reading = self.reader.read(text)
        named = {self.names[hint] for hint in reading.hints if hint in self.names}
        head = self.families.get(reading.head or "")
        if head is not None and head.form == "magnet" and head.material:
            named.add(head.material)
        named |= {self.grades[name].material for name in reading.grades if name in self.grades}
        return named.pop() if len(named) == 1 else None

    def _denied(self, match: Match) -> Iterator[Issue]:
        """A claim without figures to be free of heavy rare earths against grade or declaration."""
        if not match.element_free_claim:
            return
        declared = [
            e.symbol
            for e in match.elements
            if e.symbol in HEAVY and e.evidence == "A" and e.mass_percent is not None
        ]
        if declared:
            yield Issue(
                "W_CLAIM",
                "warning",
                msg(
                    "The row claims to be free of heavy rare earths, the declaration of materials "
                    "holds {elements}.",
                    elements=", ".join(declared),
                ),
            )
            return
        grade = self.grades.get(match.grade or "")
        if grade is not None and grade.probability >= self.expected:
            yield Issue(
                "W_CLAIM",
                "warning",
                msg(
                    "The row claims to be free of heavy rare earths, but magnets of grade {grade} "
                    "usually hold them: ask for the test report.",
                    grade=match.grade,
                ),
            )
