"""Marks beside a verdict: refused in principle, case by case, upstream exposed, listed supplier."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.assessment.licence.facts import Case
from desktop_app.assessment.licence.laws import others_on
from desktop_app.assessment.licence.uses import names_on, resembling
from desktop_app.model.findings import Message, Reason, msg
from desktop_app.model.inquiry import EndUse, Inquiry
from desktop_app.model.licence import Licence, ListedFirm
from desktop_app.model.verdict import Ternary
from desktop_app.model.words import END_USE_WORDS
from desktop_app.register.control import Control, Edition, ListedEntity, Provision

if TYPE_CHECKING:
    from desktop_app.assessment.licence.line_answers import Answer


_UPSTREAM = msg(
    "Made outside China; its magnets or material probably come from there and may be controlled. Its "
    "maker needs those licences, not you: ask how it secures them."
)


def _law_name(control: Control, provision: Provision) -> Message:
    return msg("{number}, {provision}", number=Message(control.number), provision=provision.id)


def _on_control_list(user: ListedEntity) -> Message:
    return msg(
        "The customer's name resembles {name}, on the control list since {day}. If it is the same "
        "company, nobody may deliver dual-use goods to it.",
        name=user.name,
        day=user.since,
    )


def _on_watch_list(user: ListedEntity) -> Message:
    return msg(
        "The customer's name resembles {name}, on the watch list since {day}. If it is the same "
        "company, each delivery needs a licence of its own, and no time limit of review applies.",
        name=user.name,
        day=user.since,
    )


_LISTED_USER: Mapping[str, Callable[[ListedEntity], Message]] = {
    "control": _on_control_list,
    "watch": _on_watch_list,
}


def _supplier_on_control_list(firm: ListedFirm) -> Message:
    return msg(
        "The name {supplier} resembles {name}, on the control list since {day}. If it is the same "
        "company, nobody may deliver dual-use goods from China to it: ask where it gets what this part "
        "is made of.",
        supplier=firm.written,
        name=firm.name,
        day=firm.since,
    )


def _supplier_on_watch_list(firm: ListedFirm) -> Message:
    return msg(
        "The name {supplier} resembles {name}, on the watch list since {day}. If it is the same "
        "company, each delivery of dual-use goods from China to it needs a licence of its own: ask "
        "where it gets what this part is made of.",
        supplier=firm.written,
        name=firm.name,
        day=firm.since,
    )


_LISTED_SUPPLIER: Mapping[str, Callable[[ListedFirm], Message]] = {
    "control": _supplier_on_control_list,
    "watch": _supplier_on_watch_list,
}


class Marks:
    """The marks of one question. They never change a verdict."""

    def __init__(self, edition: Edition, inquiry: Inquiry) -> None:
        self.edition, self.inquiry = edition, inquiry
        self._names = names_on(edition, inquiry)
        others = others_on(edition, inquiry)
        self.binding = [(c, p, status) for c, p, status in others if status.state == "in_force"]
        self.open_refusals = [
            (control, provision, status)
            for control, provision, status in others
            if status.state in ("suspended", "unconfirmed") and provision.refuses
        ]

    def on(self, licence: Licence, case: Case, answers: Iterable["Answer"]) -> Licence:
        """The licence with its marks and what they say."""
        end_use = case.end_use or self.inquiry.end_use
        needed = {a.law.control.id: a.law.provision for a in answers if a.verdict == "needed"}
        refused = licence.verdict == "needed" and self._is_refused(needed, end_use)
        singly = licence.verdict == "needed" and not refused and self._singly(needed, end_use)
        upstream = self._is_upstream(licence, case, answers)
        said = [*licence.reasons]
        if licence.verdict != "not_needed" or end_use != "civil":
            said.append(self._use_step(case, end_use))
        if refused:
            said += self._refusals(needed, end_use)
        if singly:
            said += self._reviews(needed, end_use)
        if licence.verdict == "needed" and not refused:
            said += self._may_be_refused(needed, end_use)
        if upstream:
            said.append(Reason("origin", _UPSTREAM))
        if case.listed is not None:
            said.append(Reason("identity", _LISTED_SUPPLIER[case.listed.list](case.listed)))
        user = resembling(case.defence, self._names)
        if user is not None:
            said.append(Reason("verdict", _LISTED_USER[user.list](user)))
        return replace(
            licence,
            refused_in_principle=refused,
            case_by_case=singly,
            upstream_exposed=upstream,
            listed_firm=case.listed,
            listed_user=user.list if user is not None else None,
            reasons=tuple(said),
        )

    def _use_step(self, case: Case, end_use: EndUse) -> Reason:
        if case.end_use is not None:
            return Reason(
                "end_use", msg("Use: {use}, as the row states.", use=END_USE_WORDS[end_use]), "B"
            )
        if self.inquiry.end_use_assumed:
            said = msg("Use: {use} (assumed).", use=END_USE_WORDS[end_use])
        else:
            said = msg("Use: {use}, as asked.", use=END_USE_WORDS[end_use])
        return Reason("end_use", said)

    def _is_refused(self, needed: dict[str, Provision], end_use: EndUse) -> bool:
        """Military use is refused for all dual-use items; some items to some destinations."""
        if end_use == "military":
            return True
        return any(
            set(provision.refuses) & set(needed) and self._concerns(provision, end_use)
            for _, provision, _ in self.binding
        )

    def _refusals(self, needed: dict[str, Provision], end_use: EndUse) -> list[Reason]:
        """By which law licences are refused; military use by the policy of all of them."""
        found = [
            Reason(
                "verdict",
                msg(
                    "{law} refuses such licences in principle, since {since}.",
                    law=_law_name(control, provision),
                    since=status.since,
                ),
                None,
                status.source.url,
            )
            for control, provision, status in self.binding
            if set(provision.refuses) & set(needed) and self._concerns(provision, end_use)
        ]
        said = msg("Licences for this use or destination are refused in principle.")
        return found or [Reason("verdict", said)]

    def _reviews(self, needed: dict[str, Provision], end_use: EndUse) -> list[Reason]:
        """By which law licences are decided singly."""
        found = [
            Reason(
                "verdict",
                msg(
                    "{law} has such licences decided case by case, since {since}.",
                    law=_law_name(control, provision),
                    since=status.since,
                ),
                None,
                status.source.url,
            )
            for control, provision, status in self.binding
            if (set(provision.case_by_case) & set(needed) and self._concerns(provision, end_use))
            or (needed.get(control.id) == provision and end_use in provision.case_by_case_uses)
        ]
        return found or [Reason("verdict", msg("Such licences are decided case by case."))]

    def _may_be_refused(self, needed: dict[str, Provision], end_use: EndUse) -> list[Reason]:
        """Refusals that do not bind today but would if their suspension has ended or ends."""
        found: list[Reason] = []
        for control, provision, status in self.open_refusals:
            if not set(provision.refuses) & set(needed) or not self._concerns(provision, end_use):
                continue
            name = _law_name(control, provision)
            if status.state == "suspended":
                said = msg(
                    "{law} refuses such licences in principle; it is suspended to {until}.",
                    law=name,
                    until=status.until,
                )
            else:
                said = msg(
                    "{law} refused such licences in principle; it was suspended, and what holds "
                    "since {since} is not known to the program.",
                    law=name,
                    since=status.since,
                )
            found.append(Reason("verdict", said, None, status.source.url))
        return found

    def _singly(self, needed: dict[str, Provision], end_use: EndUse) -> bool:
        if any(end_use in provision.case_by_case_uses for provision in needed.values()):
            return True
        return any(
            set(provision.case_by_case) & set(needed) and self._concerns(provision, end_use)
            for _, provision, _ in self.binding
        )

    def _concerns(self, provision: Provision, end_use: EndUse) -> bool:
        to = not provision.destinations or self.inquiry.destination in provision.destinations
        return to and (not provision.uses or end_use in provision.uses)

    def _is_upstream(self, licence: Licence, case: Case, answers: Iterable["Answer"]) -> bool:
        """Made outside China from a controlled material of known or probable Chinese origin: its
        maker needs licences."""
        made_elsewhere = case.place.made_in_china() is Ternary.NO
        if licence.verdict == "needed" or not made_elsewhere:
            return False
        least = self.edition.assumptions.seldom_probability
        return any(
            answer.law.status.state == "in_force"
            and answer.law.provision.reach == "export"
            and answer.relevant
            and any(
                entry.symbol in answer.symbols and entry.probability[1] >= least
                for entry in case.thing.elements
            )
            for answer in answers
        )
