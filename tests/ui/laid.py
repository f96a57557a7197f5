"""Lists laid on the desk without a file: quick, for tests of what is done with the parts."""

from dataclasses import replace
from io import StringIO

import pandas as pd

from desktop_app.model.findings import msg
from desktop_app.model.parts import NUMBER_FIELDS, PartTable, part_frame
from desktop_app.model.reading import Reading
from desktop_app.model.sources import SourceFile
from tests.ui.driving import Driver

FIELDS = {
    "Part number": "part_number", "Description": "description", "Supplier": "supplier",
    "Country of origin": "country_of_origin", "Lead time days": "lead_time_days",
    "Annual spend": "annual_spend", "Currency": "currency", "Stock": "stock_on_hand",
    "Annual consumption": "annual_quantity", "Purchasing group": "owner",
}  # fmt: skip


def lay(driver: Driver, text: str) -> None:
    """Puts the parts of a list, headings first and semicolons between, on the desk; waits."""
    read = pd.read_csv(StringIO(text), sep=";", dtype=str, keep_default_na=False)
    columns: dict[str, list[object]] = {}
    for heading, field in FIELDS.items():
        if heading in read:
            cells = read[heading].tolist()
            columns[field] = (
                [float(cell) if cell else float("nan") for cell in cells]
                if field in NUMBER_FIELDS
                else [cell or None for cell in cells]
            )
    parts = PartTable(part_frame(columns, len(read)), file_names=("list.csv",))
    reading = Reading((SourceFile("list.csv", "0" * 64, "csv", "read"),), parts)
    driver.session.put(msg("a list"), replace(driver.session.desk, reading=reading))
    driver.wait_for_result()
    driver.window.go_to("risks")
