"""Lines typed or pasted by hand as parts: nothing is stored, nothing is a file."""

from collections.abc import Sequence

from desktop_app.model.parts import PartTable, part_frame
from desktop_app.model.reading import Reading

MOST_LINES = 20


def read_typed(lines: Sequence[str]) -> Reading:
    """One part per line that is not blank; cells pasted from a table are read as one description.

    ``row`` is the number of the line. Lines beyond ``MOST_LINES`` raise ValueError.
    """
    told = [(at, " ".join(line.split())) for at, line in enumerate(lines, start=1) if line.strip()]
    if len(told) > MOST_LINES:
        raise ValueError(f"at most {MOST_LINES} lines, got {len(told)}")
    columns = {
        "file": [0] * len(told),
        "row": [at for at, _ in told],
        "description": [text for _, text in told],
    }
    return Reading((), PartTable(part_frame(columns, len(told))))
