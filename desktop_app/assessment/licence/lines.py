"""What lines say of a thing and how far laws reach a delivery, each answered once.

The same thing comes from many places and the same place sends many things: the two are answered
apart and joined by the judge, so that a long list costs few answers. What a line says of a thing hangs
on no day and no destination: who asks again about the same list hands in what was answered before.
"""

from typing import NamedTuple, TypeAlias

from desktop_app.assessment.licence.covering import Cover, cover
from desktop_app.assessment.licence.facts import Case
from desktop_app.assessment.licence.laws import Concern, Law
from desktop_app.assessment.licence.reach import Reached, reached
from desktop_app.model.inquiry import EndUse, Inquiry
from desktop_app.register.control import Edition, Item


class Line(NamedTuple):
    """A line of a law, and how far it covers a thing."""

    item: Item
    covers: Cover


Said: TypeAlias = dict[object, dict[tuple[str, str], tuple[Line, ...]]]
"""What the lines of each provision (control, provision) say, by all of a case that they ask for."""


class Lines:
    """Answers of one edition under one question; ``by_practice`` as in the cover of a line.

    ``said``: what lines of the same controls said before, under the same assumptions; it is added to.
    """

    def __init__(
        self,
        laws: tuple[Law, ...],
        edition: Edition,
        inquiry: Inquiry,
        *,
        by_practice: bool,
        said: Said | None = None,
    ) -> None:
        self._said: Said = {} if said is None else said
        self.laws, self.edition, self.inquiry = laws, edition, inquiry
        self.by_practice = by_practice
        self.concern = Concern(laws, edition.assumptions.may_hide)
        self._of_things: dict[object, tuple[tuple[Line, ...], ...]] = {}
        self._of_places: dict[object, tuple[Reached, ...]] = {}

    def of(self, case: Case, use: EndUse | None) -> tuple[tuple[Line, ...], ...]:
        """For each law the lines that could concern the thing. ``use``: the declared end use."""
        key = (case.thing, case.cas, use, case.purpose, self.by_practice)
        if key not in self._of_things:
            said = self._said.setdefault(key, {})
            self._of_things[key] = tuple(self._once(said, law, case, use) for law in self.laws)
        return self._of_things[key]

    def _once(
        self,
        said: dict[tuple[str, str], tuple[Line, ...]],
        law: Law,
        case: Case,
        use: EndUse | None,
    ) -> tuple[Line, ...]:
        place = law.control.id, law.provision.id
        if place not in said:
            said[place] = self._lines(law, case, use)
        return said[place]

    def reaches(self, case: Case) -> tuple[Reached, ...]:
        """How far each law reaches the delivery."""
        key = (case.place, case.share, case.technology)
        if key not in self._of_places:
            self._of_places[key] = tuple(
                reached(law.provision, case, self.inquiry, self.edition) for law in self.laws
            )
        return self._of_places[key]

    def _lines(self, law: Law, case: Case, use: EndUse | None) -> tuple[Line, ...]:
        items = self.concern.items(law, case.thing, case.cas)
        items += [i for i in self.concern.excluded(law, case.thing) if i not in items]
        return tuple(
            Line(
                item,
                cover(
                    item,
                    law.control,
                    case,
                    self.edition.assumptions,
                    use,
                    by_practice=self.by_practice,
                ),
            )
            for item in items
        )


def screened(law: Law, lines: tuple[Line, ...], case: Case) -> tuple[Line, ...] | None:
    """The lines of a law that are asked of a case; None where the whole law is not.

    With whose technology a thing was made is asked only of lines that no limb with a share of value
    reaches; of the others the share is asked, and the path says what nobody screened. It is not asked
    either where somebody stated that nothing of the value is Chinese.
    """
    if law.provision.reach != "foreign_technology" or case.technology:
        return lines
    if case.share is not None and case.share.high == 0:
        return None
    by_share = {p.id for p in law.control.provisions if p.reach == "foreign_content"}
    asked = (line for line in lines if line.item.provisions)
    return tuple(line for line in asked if by_share.isdisjoint(line.item.provisions)) or None
