"""Text whose columns stand one below the other is cut where all lines are blank, or not at all."""

from pathlib import Path

import pytest

from desktop_app.intake.printed_columns import cut_columns
from tests.intake.looking import codes, facts, rows
from tests.intake.test_text_tables import _read

LIST = """\
Material      Bezeichnung            Menge     Preis
4711          Ring magnet N42SH       1200      0,35
0042          Schraube, M6              50      0,02
4713                                     3    129,50
"""
RULED = """\
MATNR  BEZ               QTY
------ ----------------- ----
A-1    Ring magnet N42SH 1200
B-2    Screw               50
"""
PAGES = """\
 PGM: PUR410      PAGE 1     26/11/26
Part Number   Description         Country of Origin    Quantity

A-1           Ring magnet         China                    1200
A-2           Screw               Germany                    50
\f PGM: PUR410      PAGE 2     26/11/26
Part Number   Description         Country of Origin    Quantity

A-3           Motor               Japan                       3
"""


def test_cells_are_cut_and_empty_ones_stay_empty(tmp_path: Path) -> None:
    path = tmp_path / "list.prn"
    path.write_text(LIST, encoding="utf-8")
    reading = _read(path)
    assert facts(reading, "part_number") == ["4711", "0042", "4713"]
    assert facts(reading, "description") == ["Ring magnet N42SH", "Schraube, M6", None]
    assert facts(reading, "unit_price") == [0.35, 0.02, 129.5]
    assert rows(reading) == [2, 3, 4]


def test_a_rule_below_the_headings_shows_columns_with_one_blank_between_them() -> None:
    found = cut_columns(RULED)
    assert found is not None
    assert found[2:] == [["A-1", "Ring magnet N42SH", "1200"], ["B-2", "Screw", "50"]]


def test_a_list_of_several_pages_is_one(tmp_path: Path) -> None:
    path = tmp_path / "spool.txt"
    path.write_text(PAGES, encoding="utf-8")
    reading = _read(path)
    assert facts(reading, "part_number") == ["A-1", "A-2", "A-3"]
    assert facts(reading, "country_of_origin") == ["CN", "DE", "JP"]
    assert facts(reading, "quantity") == [1200, 50, 3]
    assert "W_READERS_DISAGREE" not in codes(reading)


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\n\nplease find   our prices   below.\nThe magnet costs 3,50.\n\nRegards\n",
        LIST.replace("Schraube, M6              50", "Schraube M6, verzinkt, lang 50"),
        LIST.replace("   ", "\t"),
        "one column\nof words\nand more\n",
        "",
    ],
)
def test_text_without_such_columns_is_not_cut(text: str) -> None:
    assert cut_columns(text) is None


def test_bars_between_padded_cells_are_what_a_list_is_cut_at(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    lines = ["|Material   |Bezeichnung     |Menge  |", "|A-1        |Ring   gross    |  4    |",
             "|A-2        |Mutter   klein  |  9    |", "Blatt 1", "Blatt 2", "Blatt 3", "Blatt 4"]  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    reading = _read(path)
    assert facts(reading, "part_number")[:2] == ["A-1", "A-2"]
    assert facts(reading, "quantity")[:2] == [4, 9]


def test_a_rule_with_gaps_below_headings_and_above_a_total_is_no_line_of_data() -> None:
    lines = ["Material  Stock   Unit", "--------  ------  ----", "10004711     100  ST  ",
             "10004712      50  ST  ", "--------  ------  ----", "Total        150"]  # fmt: skip
    rows = cut_columns("\n".join(lines))
    assert rows is not None
    assert (rows[0], rows[3]) == (["Material", "Stock", "Unit"], ["10004712", "50", "ST"])


def test_lines_that_differ_in_figures_only_are_data_and_no_heads_of_pages() -> None:
    lines = ["Part No      Qty   Price", "MG-1001    10000    1.25", "MG-1002    12000    0.05"]
    rows = cut_columns("\n".join(lines))
    assert rows is not None
    assert rows[1] == ["MG-1001", "10000", "1.25"]


def test_a_text_that_runs_into_the_next_column_loses_no_part() -> None:
    lines = ["Part No   Desc        Qty", "A-1       Ring          1", "A-22      A text that runs into it 3",
             "A-3       Bolt          2", "Sum of all that is listed here 6"]  # fmt: skip
    rows = cut_columns("\n".join(lines))
    assert rows is not None
    assert rows[2:] == [["A-22", "A text that runs into it 3"], ["A-3", "Bolt", "2"], [lines[4]]]


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        (["Part Number ,Description  ,Quantity", "A-1         ,Ring         ,       1",
          "A-2         ,Bolt         ,       2"], [1, 2]),
        (["Part Number  Description  Quantity  Price", "A-1          Ring, big    1,50      2,5",
          "A-2          Bolt, hex    2,50      3,5"], [1.5, 2.5]),
    ],
)  # fmt: skip
def test_headings_tell_commas_between_cells_from_those_in_them(
    tmp_path: Path, lines: list[str], counts: list[float]
) -> None:
    path = tmp_path / "list.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert facts(_read(path), "quantity") == counts
