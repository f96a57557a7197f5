"""How many verdicts a step changed: whoever corrects a part wants to see that it took effect."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.model.assessment import Assessment
    from desktop_app.model.reading import Reading
    from desktop_app.ui.session import Session


class VerdictsTold:
    """Remembers the verdicts of the last answer about the files on the desk."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self._reading: Reading | None = None
        self._shown: Assessment | None = None
        self._verdicts: NDArray[Any] | None = None
        self._codes: dict[tuple[str, str | None], int] = {}

    def changed(self, made: "Assessment") -> int | None:
        """How many parts of the same files have another verdict than before; None where the answer is
        the first about them, the same in other words, or that of an earlier run."""
        if made is self._shown or self.session.imported is None:
            return None
        before, same_files = self._verdicts, self.session.reading is self._reading
        codes = self._codes
        now = made.licences.array(
            lambda kind: codes.setdefault((kind.verdict, kind.waits_on), len(codes)), "int8"
        )
        self._shown, self._reading, self._verdicts = made, self.session.reading, now
        if before is None or not same_files or len(before) != len(now):
            return None
        return int((before != now).sum())
