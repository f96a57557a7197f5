"""What can be undone: files, question and columns, step by step, each with its name.

All are values that never change, so a step keeps the two states it leads between. Nothing here
knows Qt.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.model.findings import Message
from desktop_app.model.inquiry import Inquiry
from desktop_app.ui.column_choices import ColumnChoices

if TYPE_CHECKING:
    from desktop_app.model.reading import Reading
    from desktop_app.project.recorded import Recorded

MOST_STEPS = 100


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """The files that were read, None before the first, what is asked about them, and what was said
    of their columns and recorded of suppliers."""

    reading: "Reading | None"
    inquiry: Inquiry
    columns: ColumnChoices = field(default_factory=ColumnChoices)
    recorded: "Recorded | None" = None
    document: int = 0
    """Which project it belongs to: opening one begins another, undo comes back to the one before."""

    def differs_from(self, other: "Desk") -> bool:
        """Whether a project would hold something else of it."""
        if self.reading is not other.reading or self.inquiry != other.inquiry:
            return True
        return (self.columns, self.recorded) != (other.columns, other.recorded)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """``what`` was done between the two states."""

    what: Message
    before: Desk
    after: Desk


class History:
    """Steps taken and steps taken back; a new step forgets those that were taken back."""

    def __init__(self) -> None:
        self._taken: list[Step] = []
        self._back: list[Step] = []

    @property
    def to_undo(self) -> Message | None:
        """What would be undone next."""
        return self._taken[-1].what if self._taken else None

    @property
    def to_redo(self) -> Message | None:
        """What would be done again next."""
        return self._back[-1].what if self._back else None

    @property
    def names(self) -> tuple[Message, ...]:
        """What was done and can be undone, the oldest first."""
        return tuple(step.what for step in self._taken)

    def record(self, step: Step) -> None:
        """Keeps a step that was just taken; the oldest is forgotten when there are too many."""
        self._taken = [*self._taken, step][-MOST_STEPS:]
        self._back.clear()

    def record_taken_back(self, step: Step) -> None:
        """Keeps a step of an earlier session that was just taken back, so that it can be redone."""
        self._back.append(step)

    def forget(self) -> None:
        """Nothing can be undone or done again any more."""
        self._taken.clear()
        self._back.clear()

    def undo(self) -> Desk | None:
        """The state before the last step; None where there is none."""
        if not self._taken:
            return None
        step = self._taken.pop()
        self._back.append(step)
        return step.before

    def redo(self) -> Desk | None:
        """The state after the step taken back last; None where there is none."""
        if not self._back:
            return None
        step = self._back.pop()
        self._taken.append(step)
        return step.after
