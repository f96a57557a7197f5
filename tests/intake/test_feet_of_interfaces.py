"""The last line of a file between programs counts its lines and is no part; a short last part stays one."""

from pathlib import Path

import pytest

from desktop_app.model.reading import Reading
from tests.intake.reading_here import read_here

HEAD = "Part Number;Description;Origin;Quantity;Price\n"
ROWS = (
    "K-1;Ring magnet;CN;4;0,35\nK-2;Bolt;DE;50;0,02\nK-3;Motor;JP;3;129,5\nK-4;Plate;IT;17;4,25\n"
)


def numbers(folder: Path, text: str) -> list[str]:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    found = read_here(path)
    assert isinstance(found, Reading)
    return [str(number) for number in found.parts.frame["part_number"]]


@pytest.mark.parametrize("foot", ["TRL;4\n", "99;000006\n", "EOF;5\n", "T;7\n"])
def test_the_count_of_the_lines_is_no_part(foot: str, tmp_path: Path) -> None:
    assert numbers(tmp_path, HEAD + ROWS + foot) == ["K-1", "K-2", "K-3", "K-4"]


@pytest.mark.parametrize(
    "last", ["K-5;4 x Nut\n", "K-5;Nut\n", "K-5;12\n", "K-5;;;4\n", "K-5;4;CN;4\n", "K-5;3\n"]
)
def test_a_last_part_that_says_little_stays_a_part(last: str, tmp_path: Path) -> None:
    assert numbers(tmp_path, HEAD + ROWS + last)[-1] == "K-5"


def test_a_number_where_nothing_else_stands_counts_no_lines(tmp_path: Path) -> None:
    rows = "".join(f"{row};\n" for row in ROWS.splitlines())
    text = HEAD.strip() + ";Minimum\n" + rows + "K-5;;;;;5\n"
    assert numbers(tmp_path, text)[-1] == "K-5"


def test_numbers_of_parts_that_count_up_are_parts(tmp_path: Path) -> None:
    rows = "".join(f"100{n};Bolt {n};DE;50;0,02\n" for n in (3, 1, 2, 7))
    assert numbers(tmp_path, HEAD + rows + "5;Nut\n")[-1] == "5"


def test_a_line_that_names_another_separator_than_the_text_has(tmp_path: Path) -> None:
    assert numbers(tmp_path, "sep=,\n" + HEAD + ROWS) == ["K-1", "K-2", "K-3", "K-4"]
    assert numbers(tmp_path, "sep=;\n" + HEAD + ROWS) == ["K-1", "K-2", "K-3", "K-4"]
    commas = "sep=,\nPart Number,Description;long,Quantity\nA-1,Bolt;M6;x,4\nA-2,Nut;M6;y,5\n"
    assert numbers(tmp_path, commas) == ["A-1", "A-2"]
