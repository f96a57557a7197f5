"""What lines say of a thing and how far laws reach a delivery, each answered once.

The same thing comes from many places and the same place sends many things: the two are answered
apart and joined by the judge, so that a long list costs few answers. What a line says of a thing hangs
on no day and no destination: who asks again about the same list hands in what was answered before.
"""

from typing import NamedTuple, TypeAlias

from desktop_app.assessment.licence.covering import Cover, cover
from desktop_app.assessment.licence.facts import Case
from desktop_app.assessment.licence.laws import Concern, Law
from desktop_app.assessment.licence.reach import Reached, may_make, reached
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
        form = None if case.share is None else case.thing.form
        key = (case.place, case.share, case.technology, form)
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


def screened(
    law: Law, lines: tuple[Line, ...], case: Case, by_share: Law | None
) -> tuple[Line, ...] | None:
    """The lines of a law that are asked of a case; None where the whole law is not.

    ``by_share``: the limb of the same announcement that has a share of value. With whose technology a
    thing was made matters where that limb does not reach a line, has another status on the day, or
    is cleared by the share stated: s.1(2) of No. 61 knows no share, and unknown is never no. Otherwise
    both are open alike and one question is enough. Where somebody stated that no Chinese input is in
    it, the page on verdicts calls it outside, and a motor is none of what the technologies make (our
    reading); then the path says what nobody screened.
    """
    if law.provision.reach != "foreign_technology" or case.technology is not None:
        return lines
    if case.share is not None and case.share.high == 0:
        return None
    if not may_make(law.provision, case.thing.form):
        return None
    if by_share is None or by_share.status.state != law.status.state or _is_below(case, by_share):
        return lines
    return tuple(line for line in lines if line.item not in by_share.items) or None


def _is_below(case: Case, by_share: Law) -> bool:
    """Whether the share stated clears the limb that has one."""
    limit = by_share.provision.value_share_percent
    return limit is not None and case.share is not None and case.share.high < limit


def limbs_by_share(laws: tuple[Law, ...]) -> dict[str, Law]:
    """By announcement, its limb that asks for a share of value."""
    return {law.control.id: law for law in laws if law.provision.reach == "foreign_content"}
