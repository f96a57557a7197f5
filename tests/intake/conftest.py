"""Reading one made file, and looking at what came out of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.workbooks.build import Rows, make_xlsx

ReadRows = Callable[..., Reading]


@pytest.fixture
def read_rows(tmp_path: Path) -> ReadRows:
    """Reads rows as the only sheet of a workbook."""

    def read(rows: Rows, change: Any = None) -> Reading:
        return read_files([make_xlsx(tmp_path / "list.xlsx", {"Parts": rows}, change)], silent)

    return read
