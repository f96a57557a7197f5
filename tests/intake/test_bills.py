"""Bills of several levels are read as they say: every truth of the sets, after the files were joined."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from tests.intake.reading_here import read_all_here
from tests.workbooks.bills import SETS, judged
from tests.workbooks.drops import ASKED_ON, Drop, drops

OPEN = {
    "H12": "a group over headings that no list of words has is not joined with them",
}
"""Bills of which the amounts are not read; none is read wrong."""


def _marked(bill: Drop) -> Any:
    why = OPEN.get(bill.name.split()[0])
    marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
    return pytest.param(bill, marks=marks, id=bill.name)


@pytest.mark.parametrize("bill", [_marked(d) for name in SETS for d in drops(name)])
def test_how_many_of_each_part_go_into_a_product(bill: Drop, tmp_path: Path) -> None:
    reading = connect(read_all_here(bill.write(tmp_path), ASKED_ON))
    wrong = {truth: got for truth, got in judged(bill, reading).items() if got}
    assert not wrong, wrong
