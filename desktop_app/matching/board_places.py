"""What the place of a part on a circuit board says of it: K1 is a relay, C12 a capacitor.

Letters alone never make a part anything: the standards give some of them several meanings, and designers
take others. With the footprint or the value they do (C12 and 10u; J1 and a pin header); with the text
they decide between two readings of it; and where nothing else is known those of loudspeakers, buzzers
and motors are worth the question. Boards name a connector, a switch or a test point after what it
serves, so "MOTOR" at J1 with the footprint of a connector is no motor.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from desktop_app.matching.clues import Clues, Finding
from desktop_app.matching.kinds import combined, merged, texts
from desktop_app.matching.refining import Rules, refined
from desktop_app.model.designators import letters_of
from desktop_app.model.findings import Message, Quoted, msg
from desktop_app.model.match import UNRECOGNISED, Match
from desktop_app.model.spread import Spread

if TYPE_CHECKING:
    from desktop_app.model.parts import PartTable
    from desktop_app.register.board_parts import BoardKind, BoardParts
    from desktop_app.register.knowledge import Knowledge

Sign = Literal["letters", "footprint", "value"]
_MEASURED = re.compile(
    r"\d\s?(?:mm)?\s?[x×*]\s?\d|(?<![\w.])\d+(?:[.,]\d+)?\s?[^\W\d_]{1,4}(?![^\W_])"
    r"|\d{4}",
    re.IGNORECASE,
)
"""A size such as 20x10, a figure with a unit of any kind, or a number of four digits, as types have."""
LONGEST = 600
"""Characters of a text or a name of a footprint that are looked at, as of other cells."""
_MAGNETS = ("magnet", "magnet_assembly")


class Place(NamedTuple):
    """``letters`` of the designators, the ``kind`` of part they stand for, and which other sign
    agrees, ``letters`` where none does. ``measured``: the text states a size, a figure with
    a unit or the number of a type."""

    letters: str
    kind: str
    sign: Sign
    measured: bool


def places_of(parts: "PartTable", knowledge: "Knowledge") -> Spread[Place | None]:
    """The place of each part, as far as its row says one."""
    cells = texts(parts, "reference_designator")
    if cells.kinds in ((), (None,)):
        return Spread((None,), np.zeros(len(parts), dtype=np.int32))
    board = knowledge.board_parts
    kinds = combined(
        merged(cells, lambda cell: _letters(cell, board)),
        merged(texts(parts, "footprint"), lambda name: _footprint(name, board)),
        texts(parts, "description"),
    )
    return merged(kinds, lambda kind: _place(kind[0], kind[1], kind[2], board))


def _letters(cell: str | None, board: "BoardParts") -> str | None:
    letters = letters_of(cell) if cell else None
    return letters if letters in board.letters else None


def _footprint(name: str | None, board: "BoardParts") -> frozenset[str]:
    """The kinds that have such a footprint, by the library it is from or else by its name."""
    for text in (name or "")[:LONGEST].casefold().split(":"):
        found = board.footprint_words.search(text)
        if found:
            return board.footprints[found[0]]
    return frozenset()


def _place(
    letters: str | None, footprints: frozenset[str], text: str | None, board: "BoardParts"
) -> Place | None:
    if letters is None:
        return None
    text = text[:LONGEST] if text else None
    named = board.letters[letters]
    sign: Sign = "letters"
    both = named
    if footprints:
        both, sign = named & footprints, "footprint"
    if len(both) != 1 or sign == "letters":
        valued = frozenset(kind for kind in both if _has_value(board.kinds[kind], text, board))
        if valued:
            both, sign = valued, "footprint" if footprints else "value"
    if len(both) != 1:
        return None
    return Place(letters, next(iter(both)), sign, bool(text and _MEASURED.search(text)))


def _has_value(kind: "BoardKind", text: str | None, board: "BoardParts") -> bool:
    return bool(kind.value and text and board.values[kind.value].search(text))


class BoardPlaces:
    """Lays the places of parts on what their texts say, by one knowledge."""

    def __init__(self, knowledge: "Knowledge", rules: Rules) -> None:
        self._kinds = knowledge.board_parts.kinds
        self._families = knowledge.families
        self._least = knowledge.judgements.no_below
        self._rules = rules

    def laid_on(self, finding: Finding | None, clues: Clues) -> Finding | None:
        """The finding, with what the place of the part says for or against it."""
        if clues.place is None:
            return finding
        kind = self._kinds[clues.place.kind]
        if clues.place.sign == "letters":
            return self._with_letters(finding, clues, kind)
        if finding is None:
            return self._found(kind, clues, clear=True)
        if finding.family.id in kind.agrees:
            return self._sure(finding, kind)
        weak = finding.evidence == "D" and finding.source in ("context", "series")
        weak |= finding.evidence in ("C", "D") and _only_values(clues)
        if weak:
            return self._found(kind, clues, clear=True)
        if not (kind.named_after and self._may_be_served(finding, clues, kind)):
            return finding
        if clues.place.measured:
            return self._doubted(finding, kind)
        return self._found(kind, clues, clear=True)

    def _with_letters(
        self, finding: Finding | None, clues: Clues, kind: "BoardKind"
    ) -> Finding | None:
        """Letters alone decide between two readings and raise a doubt, no more."""
        if finding is None:
            return self._found(kind, clues, clear=False) if kind.asks else None
        if finding.family.id in kind.agrees or finding.clear is False:
            return self._sure(finding, kind)
        if kind.named_after and self._may_be_served(finding, clues, kind):
            return self._doubted(finding, kind)
        return finding

    def _doubted(self, finding: Finding, kind: "BoardKind") -> Finding:
        return finding._replace(clear=False, rival=self._families[kind.family])

    def _sure(self, finding: Finding, kind: "BoardKind") -> Finding:
        """That one of two readings of a description which the place agrees with."""
        if finding.clear or finding.rival is None or finding.source != "description":
            return finding
        fits = [f for f in (finding.family, finding.rival) if f.id in kind.agrees]
        if len(fits) != 1 or (fits[0] is finding.rival and finding.family.form in _MAGNETS):
            return finding
        return finding._replace(family=fits[0], rival=None, clear=True)

    def _found(self, kind: "BoardKind", clues: Clues, *, clear: bool) -> Finding:
        hints = clues.description.hints | clues.number.hints
        name = refined(self._rules, kind.family, hints) if clear else kind.family
        return Finding(
            self._families[name], None, "C" if clear else "D", clear, "place", None, False, ()
        )

    def _may_be_served(self, finding: Finding, clues: Clues, kind: "BoardKind") -> bool:
        """Whether the text may name what the part serves: it names a thing that may bear rare earths
        and says nothing that a buyer of that thing would have to know."""
        family, said = finding.family, clues.description
        exact = finding.grade or finding.material_named or finding.named or said.grades
        numbered = {clues.number.head, clues.number.series} - {None, *kind.agrees}
        is_sized = clues.place and clues.place.measured and family.form == "magnet"
        return (
            finding.source == "description"
            and not (exact or numbered or is_sized)
            and not family.trace
            and family.form != "magnet_assembly"
            and family.probability[1] >= self._least
        )

    def unnamed(self, clues: Clues) -> Match:
        """The match of a part that nothing else tells of: its letters are said, not believed."""
        if clues.place is None:
            return UNRECOGNISED
        kind = self._families[self._kinds[clues.place.kind].family]
        return replace(UNRECOGNISED, reasons=(because(clues.place, Message(kind.title)),))

    def reasons(self, finding: Finding, clues: Clues) -> tuple[Message, ...]:
        """What the place says, where it did not make the family itself."""
        place = clues.place
        if place is None:
            return ()
        kind = self._kinds[place.kind]
        words = Quoted("\n".join(clues.description.words))
        if finding.source == "place":
            named = clues.description.head and not _only_values(clues)
            serves = msg("The list calls it {words}, perhaps after what it serves.", words=words)
            return (serves,) if named else ()
        if finding.family.id in kind.agrees:
            return (msg("Its place on the board ({letters}) fits.", letters=place.letters),)
        if finding.rival and finding.rival.id == kind.family:
            says = Message(finding.rival.title)
            return (
                msg("Its place on the board ({letters}) says: {kind}.",
                    letters=place.letters, kind=says),
            )  # fmt: skip
        return ()


def because(place: Place, kind: Message) -> Message:
    """The sentence for a family that the place made, with the sign that agreed."""
    if place.sign == "footprint":
        return msg(
            "Its place on the board ({letters}) and its footprint say: {kind}.",
            letters=place.letters,
            kind=kind,
        )
    if place.sign == "value":
        return msg(
            "Its place on the board ({letters}) and its value say: {kind}.",
            letters=place.letters,
            kind=kind,
        )
    return msg(
        "Only its place on the board ({letters}) speaks: {kind}.", letters=place.letters, kind=kind
    )


def _only_values(clues: Clues) -> bool:
    """Whether the description says no more than values: 10k, 4u7, 8R."""
    words = clues.description.words
    return bool(words) and all(word[:1].isdigit() for word in words)
