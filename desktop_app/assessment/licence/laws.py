"""The provisions that bind on the day of a question, and the lines that could concern a part."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.assessment.licence.facts import Thing
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.verdict import Ternary
from desktop_app.register.control import (
    GOODS,
    Control,
    Edition,
    Item,
    OpenAs,
    Provision,
    Status,
    status_on,
)

REACHED = GOODS | {"foreign_technology"}
"""Provisions that may reach a delivery; that on know-how only where a declaration speaks of it."""


class Law(NamedTuple):
    """One provision in its state on the day, with the lines that belong to it."""

    control: Control
    provision: Provision
    status: Status
    items: tuple[Item, ...]

    def item_name(self, item: Item) -> str:
        """Provision and code, as in ``s.1(1)/Part-2``."""
        return f"{self.provision.id}/{item.code}" if self.provision.id else item.code


def laws_on(edition: Edition, inquiry: Inquiry, open_as: OpenAs | None = None) -> tuple[Law, ...]:
    """The provisions about goods that were issued by that day and are not repealed."""
    found: list[Law] = []
    for control in edition.controls:
        for provision in control.provisions:
            status = status_on(provision, inquiry.on, inquiry.scenario, open_as)
            if status is None or status.state == "repealed" or provision.reach not in REACHED:
                continue
            items = tuple(i for i in control.items if _belongs(i, provision))
            found.append(Law(control, provision, status, items))
    return tuple(found)


def _belongs(item: Item, provision: Provision) -> bool:
    return not item.provisions or provision.id in item.provisions


def others_on(edition: Edition, inquiry: Inquiry) -> tuple[tuple[Control, Provision, Status], ...]:
    """Provisions that refuse or decide singly by user or destination and bind on that day."""
    found: list[tuple[Control, Provision, Status]] = []
    for control in edition.controls:
        for provision in control.provisions:
            status = status_on(provision, inquiry.on, inquiry.scenario)
            if status is not None and status.state != "repealed":
                found.append((control, provision, status))
    return tuple(found)


class Named(NamedTuple):
    """Elements that lines name: ``ever`` in this register, ``by_then`` in what was issued by a day."""

    ever: frozenset[str]
    by_then: frozenset[str]


def named_elements(edition: Edition, laws: tuple[Law, ...]) -> Named:
    """The elements that the lines of a register and of the laws of a day name."""
    lines = (item for control in edition.controls for item in control.items)
    issued = (item for law in laws for item in law.items)
    return Named(
        frozenset(symbol for item in lines for symbol in item.elements),
        frozenset(symbol for item in issued for symbol in item.elements),
    )


def listed_forms(laws: tuple[Law, ...]) -> frozenset[str]:
    """The forms that lines on rare earths exported from China name: the border of recognition.

    Lines on other minerals name forms such as "other" or "tool", which every machine part has.
    """
    return frozenset(
        form
        for law in laws
        if law.provision.reach == "export"
        for item in law.items
        if item.elements
        for form in item.forms
    )


class Concern:
    """Finds the lines that could concern a part without asking each line of each announcement."""

    def __init__(self, laws: tuple[Law, ...], may_hide: Mapping[str, tuple[str, ...]]) -> None:
        self.laws = laws
        self.may_hide = may_hide

    def items(self, law: Law, thing: Thing, cas: str | None) -> list[Item]:
        """The lines of which the part holds, may hold or is what they name."""
        held = {e.symbol for e in thing.elements if e.state is not Ternary.NO}
        ruled_out = {e.symbol for e in thing.elements if e.state is Ternary.NO}
        held |= set(self.may_hide.get(thing.material or "", ())) - ruled_out
        minerals = set(thing.minerals)
        if thing.of_unknown_material:
            return [
                i
                for i in law.items
                if (i.elements and thing.form in i.forms) or (cas is not None and cas in i.cas)
            ]
        return [
            item
            for item in law.items
            if held.intersection(item.elements)
            or minerals.intersection(item.minerals)
            or (cas is not None and cas in item.cas)
            or (thing.family is not None and thing.family in item.families)
        ]

    def excluded(self, law: Law, thing: Thing) -> list[Item]:
        """The lines whose element a report or declaration excludes."""
        absent = {e.symbol for e in thing.elements if e.state is Ternary.NO and e.evidence == "A"}
        return [item for item in law.items if absent.intersection(item.elements)]


def first_day(status: Status) -> date:
    """The day an announced provision takes effect."""
    return status.takes_effect or status.since
