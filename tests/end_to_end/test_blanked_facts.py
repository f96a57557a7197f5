"""A missing fact never clears: rows of the exams, with facts taken away, are not called free.

Taken away are the facts that a list may well lack: origin, grade, share, declaration and its day,
use and users, and figures with their unit in the description. What names the goods (description,
material, CAS and customs number) stays, because a plate of which nobody says that it is a magnet is
a plate; and where the goods leave from stays, because made in China stands in for it ("What a
verdict means", facts). More examples on demand: ``LODESTONE_BLANKED=600``.
"""

import os
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app import pipeline
from desktop_app.assessment.licence import assess_licences
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading
from tests.end_to_end.asked_rows import only
from tests.end_to_end.test_licence_exam import Row, exam, read_rows
from tests.one_library import shipped_library

EXAMPLES = int(os.environ.get("LODESTONE_BLANKED", "15"))
MAY_LACK = {
    "supplier": None, "country_of_origin": None, "magnet_grade": None, "cn_value_share": np.nan,
    "declaration": None, "end_use": None,
}  # fmt: skip
"""What a part may lack, and how a part table says so. Its end use holds its users too."""
_FIGURE = re.compile(
    r"[<>≤≥]?\s?\d+(?:[.,]\d+)?\s?(?:%|％|ppm|g/cm³|g/cm3|kg/m3|MPa|GPa|psi|mm|µm|μm|um|Wh/kg|mAh/g|kW|MHz"
    r"|微米|毫米)(?![A-Za-z])"
)


@cache
def controlled() -> tuple[Row, ...]:
    """Rows that hold or may hold something controlled."""
    return tuple(row for row in exam() if row["verdict"] != "not_needed")


@cache
def read_once() -> Reading:
    with TemporaryDirectory() as folder:
        return read_rows(Path(folder) / "list.csv", list(controlled()))


def blanked(parts: PartTable, gone: set[str], *, figures: bool) -> PartTable:
    """One part without these facts and, where nothing is declared, without figures and their unit."""
    frame = parts.frame.copy()
    if figures and not frame.loc[0, "declaration"]:
        described = _FIGURE.sub(" ", str(frame.loc[0, "description"])).strip(" ,;")
        frame.loc[0, "description"] = described or "-"
    for name in gone:
        frame[name] = MAY_LACK[name]
    return replace(parts, frame=frame)


def answered(reading: Reading, row: Row) -> Licence:
    """The licence of the one part, its end use taken for civil where the row states none."""
    inquiry = Inquiry(
        date.fromisoformat(row["on"]), row["destination"], "civil", row["scenario"],
        end_use_assumed=True,
    )  # fmt: skip
    known = pipeline.recognise(reading, inquiry.on, shipped_library())
    found = assess_licences(
        known.parts, known.matches, known.origins, inquiry, shipped_library().edition
    )
    return found[0]


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.data())
def test_a_missing_fact_never_clears(data: st.DataObject) -> None:
    rows = controlled()
    at = data.draw(st.integers(0, len(rows) - 1))
    gone = data.draw(st.sets(st.sampled_from(sorted(MAY_LACK)), min_size=1))
    reading = only(read_once(), [at])
    whole = answered(reading, rows[at])
    parts = blanked(reading.parts, gone, figures=data.draw(st.booleans()))
    left = answered(replace(reading, parts=parts), rows[at])
    assume(whole.verdict != "not_needed")  # an unsigned share is read by its whole column
    assert left.verdict != "not_needed", (rows[at], gone, left.basis)
