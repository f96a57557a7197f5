"""What a project adds to the register in a user's name: listed firms, and the trade-practice setting.

An entity list of the register holds the names known, of those announced; a user may add one that
was read elsewhere. The trade-practice setting needs a name and a reason and ends by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.licence import Licence
from desktop_app.model.spread import Spread
from desktop_app.project.keys import folded
from desktop_app.project.rules import project_rules
from desktop_app.register.control import Edition, ListedEntity, Practice

ListKind: TypeAlias = Literal["control", "watch"]
LIST_KINDS: tuple[ListKind, ...] = ("control", "watch")


@dataclass(frozen=True, slots=True)
class ListedName:
    """A firm that a user read to be listed. ``announcement``: as the source calls it; ``source``:
    where it was read. Raises ValueError where a statement is missing."""

    name: str
    listed: ListKind
    since: date
    announcement: str
    source: str
    by: str
    on: date
    country: str = ""
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """A name without its source or its reader is worth nothing later."""
        if self.listed not in LIST_KINDS:
            raise ValueError(f"no list {self.listed!r}")
        for said in ("name", "announcement", "source", "by"):
            if not getattr(self, said).strip():
                raise ValueError(f"a listed name needs its {said}")

    @property
    def key(self) -> str:
        """The same firm recorded again replaces this one."""
        return folded(self.name)

    @property
    def entity(self) -> ListedEntity:
        """The firm as the register holds its own."""
        return ListedEntity(
            self.name, self.aliases, self.country, self.announcement, self.listed, self.since
        )


@dataclass(frozen=True, slots=True)
class TradePractice:
    """That this project judges by trade practice. ``ended``: taken back. Raises ValueError without
    name and reason."""

    by: str
    reason: str
    since: date
    ended: bool = False

    def __post_init__(self) -> None:
        """Who answers for it, and why."""
        if not self.by.strip() or not self.reason.strip():
            raise ValueError("the trade-practice setting needs a name and a reason")

    @property
    def key(self) -> str:
        """There is one such setting at a time."""
        return ""

    @property
    def until(self) -> date:
        """Its last day, inclusive: the day before the same day so many months on."""
        months = self.since.month - 1 + project_rules().practice_months
        year, month = self.since.year + months // 12, months % 12 + 1
        first_after = date(year + month // 12, month % 12 + 1, 1)
        last = (first_after - date.resolution).day
        return date(year, month, min(self.since.day, last)) - date.resolution


def lay_own_law(
    edition: Edition, listed: Iterable[ListedName], practices: Iterable[TradePractice]
) -> Edition:
    """The register with the names and the setting of a project; of settings the last counts."""
    names = tuple(found.entity for found in listed)
    if names:
        edition = replace(edition, entities=(*edition.entities, *names))
    for practice in practices:
        period = None if practice.ended else Practice(practice.since, practice.until)
        edition = replace(edition, practice=period)
    return edition


def own_law_notes(
    listed: Iterable[ListedName], practices: Iterable[TradePractice], licences: Spread[Licence]
) -> tuple[Message, ...]:
    """By whom names were added, and whose setting how many verdicts rest on."""
    notes = [
        msg(
            "Listed name added by {who} on {day}: {name} ({announcement}).",
            who=found.by, day=found.on, name=found.name, announcement=found.announcement,
        )
        for found in listed
    ]  # fmt: skip
    practice = next(reversed([*practices]), None)
    if practice is None or practice.ended:
        return tuple(notes)
    rests = {code for code, kind in enumerate(licences.kinds) if kind.without_practice is not None}
    notes.append(
        nmsg(
            "{n} verdict rests on the trade-practice setting of {who} of {day}, which ends after "
            "{until}. Reason given: {reason}",
            "{n} verdicts rest on the trade-practice setting of {who} of {day}, which ends after "
            "{until}. Reason given: {reason}",
            n=sum(code in rests for code in licences.of.tolist()),
            who=practice.by, day=practice.since, until=practice.until, reason=practice.reason,
        )
    )  # fmt: skip
    return tuple(notes)
