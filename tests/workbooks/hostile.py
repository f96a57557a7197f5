"""Hostile and malformed files, each made by a few lines: ``FILES`` names them and says how they may end.

A file opens (``OPEN``: with the two parts of ``ROWS``), or is refused with one of the named codes;
``ANY`` stands for either. All are inert: addresses lead to this machine only, and nothing is run.
Kinds after the classes of attacks that spreadsheet readers are known to fall for: bombs, lying sizes, loops,
cells beyond the grid, broken containers, names that say another format than the bytes.
"""

from tests.workbooks import hostile_kinds, hostile_pages, hostile_sheets
from tests.workbooks.hostile_parts import ANY, FILES, OPEN, ROWS, Hostile

SLOW = frozenset(
    ("side_part_flood.xlsx", "blank_sheet_flood.xlsx", "utf16_sheet_flood.xlsx",
     "shared_strings_amplified.xlsx", "attribute_flood.xlsx", "styles_200000.xlsx", "merged_200000.xlsx",
     "columns_16384.xlsx", "empty_rows_1048576.xlsx", "empty_cells_2000000.xlsx",
     "many_names_for_one_sheet.xlsx", "text_of_20_megabytes.xlsx", "filled_rows_repeated.ods",
     "rows_repeated.ods", "line_of_20_megabytes.csv", "colspan_everywhere.xls", "tiring_cells_long.xlsx",
     "tiring_cells_short.xlsx", "quote_without_end.csv", "formulas_without_values.xlsx",
     "number_format_bomb.xlsx", "thousands_of_entries.xlsx", "tables_in_tables.xls",
     "rowspans_that_push_each_other.xls", "formulas_without_addresses.xlsx",
     "columns_hidden_again_and_again.xlsx")
)  # fmt: skip
"""Files that take more than a tenth of a second to make or to read; only the battery reads them."""

__all__ = [
    "ANY", "FILES", "OPEN", "ROWS", "SLOW", "Hostile", "hostile_kinds", "hostile_pages", "hostile_sheets"
]  # fmt: skip
