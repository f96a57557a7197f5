"""Assemblies that a bill says the firm makes itself: nobody buys them, and their own parts stand below them."""

import numpy as np

from desktop_app.intake.bill_quantities import MADE
from desktop_app.intake.leaving import without_rows
from desktop_app.model.findings import msg
from desktop_app.model.reading import Reading


def without_made(reading: Reading) -> Reading:
    """The reading without such rows, once what they say of the parts below them is used; the same one where
    there are none."""
    parts = reading.parts
    made = np.array([n for n, words in parts.marks.items() if MADE in words], dtype=np.intp)
    if not len(made):
        return reading
    made.sort()
    tables = parts.frame["table"].to_numpy()[made]
    why = msg("an assembly that is made in-house of the parts below it")
    leaving = {int(table): [(made[tables == table], why)] for table in np.unique(tables)}
    return without_rows(reading.files, parts, leaving, {})
