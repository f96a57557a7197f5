"""The activity log: everything ever done, in order, and what of it stands after undo and redo.

Nothing is taken out of the log. Undo, redo and revert are entries of their own, so they outlive a
save, a crash and the program.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from desktop_app.project.records import Record

Deed: TypeAlias = Literal["do", "undo", "redo", "revert"]
DEEDS: tuple[Deed, ...] = ("do", "undo", "redo", "revert")


@dataclass(frozen=True, slots=True)
class Activity:
    """One entry. ``number`` from 1 without gaps; ``at`` in UTC by this computer's clock, so it may
    run backwards: the number alone is the order. ``target``: the entry undone, redone or reverted;
    ``records``: what was done."""

    number: int
    at: datetime
    author: str
    deed: Deed
    records: tuple[Record, ...] = ()
    target: int | None = None


Step: TypeAlias = tuple[Deed, tuple[Record, ...], int | None]
"""An entry before it has its place in the log: the deed, what was done, which entry it is about."""


def withdrawing(numbers: Iterable[int]) -> list[Step]:
    """The steps that take these entries back."""
    return [("revert", (), number) for number in numbers]


class Ledger:
    """The log and what stands. Appending is all that changes it."""

    def __init__(self, activities: Iterable[Activity] = ()) -> None:
        self._all: list[Activity] = []
        self._reverts: dict[int, list[int]] = {}
        self._done: list[int] = []
        self._undone: list[int] = []
        self._undone_numbers: set[int] = set()
        for activity in activities:
            self.append(activity)

    def __len__(self) -> int:
        """Number of entries."""
        return len(self._all)

    def __getitem__(self, number: int) -> Activity:
        """The entry of a number, from 1."""
        if not 1 <= number <= len(self._all):
            raise KeyError(number)
        return self._all[number - 1]

    def __iter__(self) -> Iterator[Activity]:
        """All entries, oldest first."""
        return iter(self._all)

    @property
    def to_undo(self) -> Activity | None:
        """What undo would withdraw now."""
        return self[self._done[-1]] if self._done else None

    @property
    def to_redo(self) -> Activity | None:
        """What redo would bring back now."""
        return self[self._undone[-1]] if self._undone else None

    def can_revert(self, number: int) -> bool:
        """Whether this entry stands and is a deed of its own."""
        known = 1 <= number <= len(self._all)
        return known and self[number].deed in ("do", "revert") and self.is_standing(number)

    def is_standing(self, number: int) -> bool:
        """Whether an entry is neither undone nor taken back by a revert that stands itself."""
        if number in self._undone_numbers:
            return False
        return not any(map(self.is_standing, self._reverts.get(number, ())))

    def append(self, activity: Activity) -> None:
        """Adds the next entry. Raises ValueError where it does not follow from the log."""
        self.check(activity)
        self._all.append(activity)
        target = activity.target or 0
        if activity.deed == "undo":
            self._undone.append(self._done.pop())
            self._undone_numbers.add(target)
        elif activity.deed == "redo":
            self._done.append(self._undone.pop())
            self._undone_numbers.discard(target)
        else:
            self._done.append(activity.number)
            self._undone.clear()
            if activity.deed == "revert":
                self._reverts.setdefault(target, []).append(activity.number)

    def check(self, activity: Activity, *later: Activity) -> None:
        """Raises ValueError where an entry, or one of the later ones after it, cannot follow this
        log."""
        if activity.number != len(self._all) + 1:
            raise ValueError(f"activity {activity.number} does not follow {len(self._all)}")
        target = activity.target or 0
        fits = {
            "do": activity.target is None,
            "undo": self.to_undo is not None and self.to_undo.number == target,
            "redo": self.to_redo is not None and self.to_redo.number == target,
            "revert": self.can_revert(target),
        }
        if not fits.get(activity.deed, False):
            raise ValueError(f"activity {activity.number}: nothing to {activity.deed} at {target}")
        if later:
            Ledger([*self._all, activity, *later])

    def standing(self) -> Iterator[Record]:
        """The records that count now, oldest first."""
        for activity in self._all:
            if activity.deed == "do" and self.is_standing(activity.number):
                yield from activity.records
