"""What does not apply, and why: the lines that speak of a part and are excluded for it.

A reader who knows the announcements looks for them: a magnet with a report on dysprosium is not
finished with No. 57 alone, and a delivery within one country is not finished with No. 18 alone.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from desktop_app.model.findings import Argument, Message, Reason, msg
from desktop_app.model.licence import Basis
from desktop_app.model.verdict import Ternary
from desktop_app.register.control import Item

if TYPE_CHECKING:
    from desktop_app.assessment.licence.line_answers import Answer

ORDER: tuple[Basis, ...] = (
    "not_yet", "guidance", "practice", "facts", "exempt", "kind", "already_outside", "outside",
    "destination", "form", "element",
)  # fmt: skip
"""The first that holds is the basis of not_needed."""
_WORTH_NAMING: Mapping[Basis, tuple[str, ...]] = {
    "facts": ("elements",),
    "practice": ("elements",),
    "guidance": ("form",),
    "outside": ("origin", "destination"),
    "already_outside": ("origin", "destination"),
}
"""The bases of which a reader wants to be told, and the steps that say why."""
_BY_PLACE = ("outside", "already_outside")
_OPERATING = ("in_force", "unconfirmed", "suspended")


def line_of(answer: "Answer", form: str | None) -> tuple[Reason, ...]:
    """The announcement with the number and title of the line, if it is about things of this form."""
    item = answer.item
    if item is None or not names_form(item, form):
        return ()
    line: dict[str, Argument] = {
        "number": Message(answer.law.control.number),
        "item": answer.law.item_name(item),
        "title": Message(item.title),
    }
    said = (
        msg("Does not apply: {number}, {item}: {title}", **line)
        if answer.holds is Ternary.NO
        else msg("{number}, {item}: {title}", **line)
    )
    return (Reason("status", said),)


def why_clear(answer: "Answer") -> tuple[Reason, ...]:
    """The steps by which a line does not apply. Where guidance frees the form, what the part holds
    no longer matters."""
    if answer.item is None:
        return ()
    if answer.basis == "guidance":
        return tuple(step for step in answer.steps if step.step != "elements")
    return answer.steps


def names_form(item: Item, form: str | None) -> bool:
    """Whether a line is about things of this form, so that it can be named beside the part."""
    return not item.forms or form in item.forms


def excluded_steps(
    answers: Iterable["Answer"], form: str | None, *, leaves: bool, but: "Answer | None" = None
) -> tuple[Reason, ...]:
    """Per announcement and reason, the lines of this form and why they do not apply.

    ``leaves``: the goods leave China, so nobody looks for the limbs on trade between other
    countries. ``but``: the answer that clears the part and is told already, with all that has the
    same reason; None where something is open, which says of the place what is to be said.
    """
    groups: dict[tuple[str, tuple[Reason, ...]], list[str]] = {}
    told = () if but is None else _why(but)
    for answer in answers:
        if answer.item is None or not _is_excluded(answer, leaves, but is not None):
            continue
        why = _why(answer)
        if why and why != told and names_form(answer.item, form):
            names = groups.setdefault((answer.law.control.number, why), [])
            names.append(answer.law.item_name(answer.item))
    found: list[Reason] = []
    for (number, why), names in groups.items():
        lines = ", ".join(dict.fromkeys(names))
        said = msg("Does not apply: {number}, {item}", number=Message(number), item=lines)
        found += (Reason("status", said), *why)
    return tuple(found)


def _why(answer: "Answer") -> tuple[Reason, ...]:
    wanted = _WORTH_NAMING.get(answer.basis or "form", ())
    declared = answer.basis == "facts"
    return tuple(
        dict.fromkeys(
            step
            for step in answer.steps
            if step.step in wanted or (declared and step.step == "origin" and step.evidence == "A")
        )
    )


def _is_excluded(answer: "Answer", leaves: bool, all_clear: bool) -> bool:
    is_export = answer.law.provision.reach == "export"
    if answer.holds is not Ternary.NO or answer.basis not in _WORTH_NAMING:
        return False
    if leaves and not is_export:
        return False
    if answer.basis in _BY_PLACE and (is_export or not all_clear):
        return False
    concerns = answer.relevant or answer.basis == "facts"
    return concerns and answer.law.status.state in _OPERATING
