"""What stands beside a description that names no thing, or no more than a shape.

"Pos. 4711" with Sm2Co17 in the column of the material is a magnet, a "ring 30/20x5" under the
heading "Magnets" as well; a bracket in the same place stays a bracket. Of a part number alone the
maker may say what it is, where that maker makes nothing else.
"""

from typing import TYPE_CHECKING

from desktop_app.matching.clues import Clues, Finding
from desktop_app.matching.composition import ONE_STUFF
from desktop_app.matching.said import MAGNET_HINTS, NOTHING, Reading

if TYPE_CHECKING:
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge

_RAW = frozenset({"magnet", "metal", "alloy", "oxide", "compound", "target", "mixture"})
"""Forms of which a mere shape can be made; what a heading says of others it says of the whole list."""
_WORKED = frozenset({"alloy", "ceramic"})
"""Forms of materials that things are cast, turned or pressed of."""
_GROWN_OR_PRESSED = frozenset({"wire", "ceramic", "crystal"})
"""Forms of materials that things are not turned of, and that stand in a column for what is in them."""
_AT_LEAST_EVEN = 0.5
_MADE_OF = frozenset({"other", "machine", "tool"})
"""Forms of things named by a word that may be a shape as well ("cyl." of a cylinder)."""


class Beside:
    """Lays the other columns on descriptions, by one knowledge."""

    def __init__(self, knowledge: "Knowledge") -> None:
        self._families = knowledge.families
        self._roles = knowledge.roles
        self._substances = knowledge.substances
        self._makers = knowledge.makers
        self._made = knowledge.worked_things
        self._sheets = knowledge.word_lists.of("sheet")

    def with_columns(self, clues: Clues) -> Clues:
        """The clues, with what a column says in place of a description that names no thing."""
        said = clues.description
        if not _has_columns(clues) and "magnet" not in said.hints:
            return clues
        is_shape = said.is_other and said.plain
        worked = self._worked(said, clues.material)
        if worked is not None:
            return clues._replace(description=worked, material=NOTHING)
        if self._is_made_of(said, clues.material):
            return clues._replace(description=_laid(clues.material, said), material=NOTHING)
        if _is_silent(said) or is_shape or self._may_be_shape(said):
            stuff = self._material(clues.material, is_shape or bool(_CRYSTAL & said.hints))
            if stuff is not None:
                return clues._replace(description=_laid(stuff, said), material=NOTHING)
        if not is_shape:
            return self._of_stuff(clues) or self._with_magnet(clues)
        if clues.grade.grades:
            return clues._replace(description=said._replace(head=None, is_other=False))
        heading = clues.context
        if heading.head and not heading.is_other and self._families[heading.head].form in _RAW:
            return clues._replace(description=_laid(heading, said), context=NOTHING)
        if "magnet" in said.hints:
            return clues._replace(
                description=said._replace(head=self._roles.any_magnet, is_other=False)
            )
        if clues.hs is not None and self._families[clues.hs.family].form in _RAW:
            return clues._replace(description=said._replace(head=None, is_other=False))
        return clues

    def without_name(self, clues: Clues) -> Finding | None:
        """What a part that its description does not tell must be, by its maker or by its material."""
        return self._by_maker(clues) or self._by_material(clues)

    def _by_maker(self, clues: Clues) -> Finding | None:
        """What a part that nothing else tells of must be, because its maker makes nothing else; where
        no maker is named, its supplier.

        A guess: it moves the probability and decides no form.
        """
        maker = self._makers.get(clues.maker or clues.seller or "")
        family = self._families.get(maker.makes_only) if maker and maker.makes_only else None
        if family is None:
            return None
        return Finding(family, None, "D", False, "context", None, False, ())

    def _by_material(self, clues: Clues) -> Finding | None:
        """What a part whose name nobody knows is, where the column of its material names one ordinary
        material and no more: a piece of that. A part of volts, watts or amperes is none."""
        made_of = clues.material
        if ONE_STUFF not in made_of.states or made_of.head is None or made_of.hints & MAGNET_HINTS:
            return None
        said = clues.description
        if said.packs or said.hints or said.elements or said.states or clues.place is not None:
            return None
        family = self._families[made_of.head]
        return Finding(family, None, "D", True, "material", None, False, ())

    def _worked(self, said: Reading, material: Reading) -> Reading | None:
        """A target, optic or seal of what the column of the material names; None of other things."""
        if said.head == self._roles.target and not said.elements and not said.substance:
            made_of = material.elements or (("Sm",) if "smco" in material.hints else ())
            if made_of:
                states = said.states | {_AS_TARGET}
                return said._replace(head=None, elements=made_of, states=states, is_other=False)
        made = self._made.get((said.head or "", material.head or ""))
        return said._replace(head=made, is_other=False, rival=None) if made else None

    def _of_stuff(self, clues: Clues) -> Clues | None:
        """The clues of an ordinary thing whose material, by its column, is a superconductor, a ceramic
        or a crystal that bears: an insert of LaB6 is it or holds one. Which of the two is asked."""
        said, column = clues.description, clues.material
        if (
            not said.is_other
            or said.head is None
            or said.head in self._roles.no_part - {self._roles.wire}
        ):
            return None
        substance = self._substances.get(column.substance or "")
        family = self._families.get(column.head or (substance.family if substance else ""))
        if family is None or column.is_other or family.form not in _GROWN_OR_PRESSED:
            return None
        if family.probability[1] < _AT_LEAST_EVEN or self._families[said.head].form not in _MADE_OF:
            return None
        stuff = _laid(column._replace(head=family.id), said)
        return clues._replace(
            description=stuff._replace(rival=said.head, clear=False), material=NOTHING
        )

    def _with_magnet(self, clues: Clues) -> Clues:
        """The clues, with what a magnet in the column of the material is made of."""
        family = self._families.get(clues.material.head or "")
        if family is None or family.form != "magnet":
            return clues
        hints = clues.material.hints | family.hints
        return clues._replace(material=clues.material._replace(hints=hints))

    def _material(self, reading: Reading, is_piece: bool) -> Reading | None:
        """What the column of the material says, where that is a magnet or a rare earth; magnets named
        by their material alone get their name. The name of a device (GaAs) is the material of a piece
        (``is_piece``), and of what nobody describes it may be either."""
        family = self._families.get(reading.head or "")
        if family and family.minerals and family.form == "other":
            is_all = reading.purposes == {f"@{family.id}"}  # of plastic it is a colour
            return reading if is_piece and is_all else None
        if reading is NOTHING or reading.is_other:
            return None
        if family is not None:
            if family.minerals and family.form == "electronics":
                return reading._replace(
                    hints=reading.hints | _CRYSTAL, clear=reading.clear and is_piece
                )
            return reading if _bears(family) else None
        if reading.hints & MAGNET_HINTS:
            return reading._replace(head=self._roles.any_magnet)
        return reading if reading.substance or reading.elements else None

    def _is_made_of(self, said: Reading, material: Reading) -> bool:
        """Whether a thing that may be a piece of a material stands beside one that its like is made of:
        a housing beside WE43, a lens beside lanthanum glass."""
        family = self._families.get(material.head or "")
        if family is None or material.rival or said.head not in self._roles.shapes:
            return False
        if said.rival or said.later or said.inside:
            return False
        return family.form in _WORKED or (
            family.form == "optics" and said.head == self._roles.plain_optic
        )

    def _may_be_shape(self, said: Reading) -> bool:
        """Whether the word that named a thing is an abbreviation that stands for a shape too, or no
        more than a powder or granules."""
        if not said.is_other or said.head is None or said.rival or said.later:
            return False
        first = {word.casefold() for word in said.words[:1]}
        if said.head == self._roles.chemical or first & self._sheets:
            return True
        is_short = len(said.words) == 1 and len(said.words[0]) < _WHOLE_WORD
        return is_short and self._families[said.head].form in _MADE_OF


_CRYSTAL = frozenset({"form-crystal"})
_AS_TARGET = "target"
"""The state of what is bought as a target."""
_WHOLE_WORD = 4
"""Letters of the shortest word that is taken for a whole one."""


def _has_columns(clues: Clues) -> bool:
    columns = (clues.material, clues.context, clues.grade)
    return clues.hs is not None or any(column is not NOTHING for column in columns)


def _is_silent(said: Reading) -> bool:
    return said.head is None and not (
        said.series or said.grades or said.elements or said.substance or said.shares
    )


def _bears(family: "PartFamily") -> bool:
    """Whether a family is a raw form or a worked material, and not a whole thing."""
    return family.form in _RAW or family.form in ("crystal", "ceramic", "powder", "phosphor")


def _laid(column: Reading, said: Reading) -> Reading:
    """The column's reading, with what the description adds to it; that it calls itself a spare part
    or a set no longer matters where it is known of what."""
    return column._replace(
        hints=column.hints | said.hints,
        states=column.states | said.states,
        grades=tuple(dict.fromkeys((*said.grades, *column.grades))),
        claims=column.claims | said.claims,
        packs=frozenset(),
        shares=column.shares or said.shares,
        clear=column.clear and not said.unnamed,
    )
