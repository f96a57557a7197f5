"""Whether the lists say who supplies their parts: letters, mails and the map of suppliers need it."""

import numpy as np

from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.parts import PartTable


def names_suppliers(parts: PartTable) -> bool:
    """Whether any part says who supplies or makes it."""
    return any(bool(parts.frame[field].notna().any()) for field in ("supplier", "manufacturer"))


def asked_of_nobody(made: Assessment) -> int:
    """Parts that wait for an answer, and no list says who could give it."""
    waits = made.licences.array(lambda licence: licence.waits_on == "part", np.bool_)
    rows = np.flatnonzero(waits)
    supplier, maker = (
        made.parts.frame[field].iloc[rows].notna().to_numpy()
        for field in ("supplier", "manufacturer")
    )
    return int(np.count_nonzero(~(supplier | maker)))


def nobody_to_ask(made: Assessment) -> Message:
    """Why no supplier is asked anything."""
    parts = asked_of_nobody(made)
    if not parts:
        return msg("No supplier needs to be asked anything that would change an answer.")
    return nmsg(
        "{n} part is to be asked about, but no list says who supplies it.",
        "{n} parts are to be asked about, but no list says who supplies them.", parts,
    )  # fmt: skip
