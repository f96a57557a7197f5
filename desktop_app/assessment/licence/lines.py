"""What lines say of a thing and how far laws reach a delivery, each answered once.

The same thing comes from many places and the same place sends many things: the two are answered
apart and joined by the judge, so that a long list costs few answers.
"""

from typing import NamedTuple

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


class Lines:
    """Answers of one edition under one question; ``by_practice`` as in the cover of a line."""

    def __init__(
        self, laws: tuple[Law, ...], edition: Edition, inquiry: Inquiry, *, by_practice: bool
    ) -> None:
        self.laws, self.edition, self.inquiry = laws, edition, inquiry
        self.by_practice = by_practice
        self.concern = Concern(laws, edition.assumptions.may_hide)
        self._of_things: dict[object, tuple[tuple[Line, ...], ...]] = {}
        self._of_places: dict[object, tuple[Reached, ...]] = {}

    def of(self, case: Case, use: EndUse | None) -> tuple[tuple[Line, ...], ...]:
        """For each law the lines that could concern the thing. ``use``: the declared end use."""
        key = (case.thing, case.cas, use)
        if key not in self._of_things:
            self._of_things[key] = tuple(self._lines(law, case, use) for law in self.laws)
        return self._of_things[key]

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
