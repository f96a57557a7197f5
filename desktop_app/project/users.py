"""Who buys, receives and uses the goods, by name, compared with the dated lists of firms.

The buyer, a consignee and an end user are settings of a project; where it names no buyer, the sender
of its letters is the buyer. An application names the end user of its parts. A name that resembles a
listed one changes no verdict; one that does not is not cleared by that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.assessment.licence.uses import Names, names_on, resembling
from desktop_app.model.findings import Message, Reason, msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread, combine, spread
from desktop_app.project.decisions import ROLES, Setting
from desktop_app.project.keys import index_of
from desktop_app.project.licences import parts_of
from desktop_app.project.recorded import Recorded
from desktop_app.register.control import Edition, ListedEntity


class Hit(NamedTuple):
    """A name that resembles a listed one."""

    role: str
    said: str
    firm: ListedEntity

    @property
    def message(self) -> Message:
        """What it means if both are the same company."""
        return (
            msg(
                "{role}: {said}. The name resembles {name}, on the control list since {day}. If it "
                "is the same company, nobody may deliver dual-use goods to it.",
                role=ROLES[self.role], said=self.said, name=self.firm.name, day=self.firm.since,
            )
            if self.firm.list == "control"
            else msg(
                "{role}: {said}. The name resembles {name}, on the watch list since {day}. If it is "
                "the same company, each delivery needs a licence of its own, and no time limit of "
                "review applies.",
                role=ROLES[self.role], said=self.said, name=self.firm.name, day=self.firm.since,
            )
        )  # fmt: skip


def with_buyer(recorded: Recorded | None, sender: str) -> Recorded | None:
    """What is recorded, with the sender as the buyer where nobody named one."""
    if not sender.strip() or any(s.name == "buyer" for s in (recorded or Recorded()).users):
        return recorded
    known = recorded or Recorded()
    return replace(known, users=(*known.users, Setting("buyer", " ".join(sender.split()))))


def names_said(recorded: Recorded | None) -> dict[str, str]:
    """The names of the project by role."""
    return {} if recorded is None else dict(_named(recorded))


def with_names(recorded: Recorded | None, said: Mapping[str, str]) -> Recorded | None:
    """What is recorded with these names by role, without those that are empty; None where nothing is
    left."""
    names = ((role, " ".join(said.get(role, "").split())) for role in ROLES)
    users = tuple(Setting(role, name) for role, name in names if name)
    made = replace(recorded or Recorded(), users=users)
    return None if made == Recorded() else made


def screened(
    parts: PartTable, licences: Spread[Licence], recorded: Recorded, edition: Edition, inquiry: Inquiry
) -> tuple[Spread[Licence], tuple[Message, ...]]:  # fmt: skip
    """The verdicts, unchanged, with the listed firms that buyer, consignee or end user resemble, and
    what became of each name of the project. Of parts that no announcement covers nothing is said."""
    if not recorded.users and not recorded.licences:
        return licences, ()
    names, found = names_on(edition, inquiry), dict[int, tuple[Hit, ...]]()
    everywhere = tuple(_hits(_named(recorded), names))
    for record in recorded.licences:
        ended = record.valid_until is not None and record.valid_until < inquiry.on
        hits = () if ended else tuple(_hits([("end_user", record.end_user)], names))
        for part_id in parts_of(record, parts, index_of(parts)) if hits else ():
            found[part_id] = (*found.get(part_id, ()), *hits)
    if everywhere or found:
        of_parts = [everywhere] * len(parts)  # one for all, or a million parts had as many
        for at, hits in found.items():
            of_parts[at] = tuple(dict.fromkeys((*everywhere, *hits)))
        licences = combine(licences, spread(of_parts)).map(_marked)
    return licences, user_notes(recorded, edition, inquiry)


def user_notes(recorded: Recorded, edition: Edition, inquiry: Inquiry) -> tuple[Message, ...]:
    """What became of each name of the project, in the order of the roles."""
    names = names_on(edition, inquiry)
    return tuple(_note(role, said, names, inquiry.on) for role, said in _named(recorded))


def _note(role: str, said: str, names: Names, on: date) -> Message:
    """The firm that a name resembles, or that no match means nothing."""
    hit = next(_hits([(role, said)], names), None)
    if hit is not None:
        return hit.message
    return msg(
        "{role}: {said}. The name resembles no listed name known on {day}; that does not mean cleared.",
        role=ROLES[role], said=said, day=on,
    )  # fmt: skip


def _named(recorded: Recorded) -> list[tuple[str, str]]:
    said = {setting.name: setting.value for setting in recorded.users}
    return [(role, said[role]) for role in ROLES if said.get(role)]


def _hits(named: "list[tuple[str, str]]", names: Names) -> Iterator[Hit]:
    for role, said in named:
        firm = resembling(said, names)
        if firm is not None:
            yield Hit(role, said, firm)


def _marked(kind: tuple[Licence, tuple[Hit, ...]]) -> Licence:
    licence, hits = kind
    if not hits or licence.verdict == "not_needed":
        return licence
    lists = {licence.listed_user, *(hit.firm.list for hit in hits)}
    said = tuple(Reason("identity", hit.message) for hit in hits)
    worst: Literal["control", "watch"] = "control" if "control" in lists else "watch"
    return replace(licence, listed_user=worst, reasons=(*licence.reasons, *said))
