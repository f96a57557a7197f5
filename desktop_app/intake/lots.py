"""Lots with a last day, each as a row of the stock of its part, so that what is added up keeps its day."""

from dataclasses import replace

from desktop_app.model.parts import PLACE_FIELDS, FactCell, PartTable, StockRow
from desktop_app.model.reading import Reading

STOCK = "stock_on_hand"


def with_lots(reading: Reading) -> Reading:
    """The reading with the stock that has a last day among the rows of stock; the same where none has."""
    parts = reading.parts
    if not parts.stock_ends:
        return reading
    stock = parts.number(STOCK)
    cells = zip(*(parts.frame[name].tolist() for name in PLACE_FIELDS), strict=True)
    rows = {
        part: (
            StockRow(float(stock[part]), _cell(parts, part, place), until=parts.stock_ends[part]),
        )
        for part, place in enumerate(cells)
        if part in parts.stock_ends and stock[part] > 0
    }
    told = replace(parts, stock_rows={**parts.stock_rows, **rows}, stock_ends={})
    return replace(reading, parts=told)


def _cell(parts: PartTable, part: int, place: tuple[int, str, int, int]) -> FactCell:
    own = parts.provenance.get(part, {}).get(STOCK)
    file, sheet, row, table = place
    return own or FactCell(file, sheet, row, parts.columns[table].get(STOCK, 1))
