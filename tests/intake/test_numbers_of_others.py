"""A column whose cells are the part numbers of another list of the drop is that of the part numbers."""

from pathlib import Path

from desktop_app.intake.joining import connect
from desktop_app.intake.numbers_of_others import numbers_in
from desktop_app.intake.reader_pool import Answered
from desktop_app.intake.reading import read_together
from desktop_app.model.reading import Reading
from tests.intake.looking import facts
from tests.intake.reading_here import ask_here, read_all_here
from tests.workbooks.build import Rows, make_xlsx

PRICES: Rows = [
    ["Article", "Désignation", "Fournisseur", "Prix d'achat", "Devise"],
    ["AIM0457", "Aimant ferrite", "Magnétiques SARL", 0.9, "EUR"],
    ["AIM0460", "Aimant lié", "Magnétiques SARL", 2.1, "EUR"],
    ["ROU6202", "Roulement", "SNR", 0.65, "EUR"],
]


def together(folder: Path, **lists: Rows) -> Reading:
    paths = [make_xlsx(folder / f"{name}.xlsx", {name: rows}) for name, rows in lists.items()]
    return read_all_here(paths)


def numbers(reading: Reading, file: str) -> list[str | None]:
    at = next(n for n, f in enumerate(reading.files) if Path(f.path).stem == file)
    return reading.parts.frame.loc[reading.parts.frame["file"] == at, "part_number"].tolist()


def test_a_number_that_looks_like_a_place_on_a_board_is_one_beside_another_list(
    tmp_path: Path,
) -> None:
    stock: Rows = [["Référence", "Désignation", "Stock"], ["AIM0457", "Aimant ferrite", 6400],
                   ["ROU6202", "Roulement", 3250]]  # fmt: skip
    alone = together(tmp_path, stock=stock)
    assert facts(alone, "part_number") == [None, None, None][: len(alone.parts)]
    assert numbers(together(tmp_path, stock=stock, prices=PRICES), "stock") == [
        "AIM0457", "ROU6202",
    ]  # fmt: skip


def test_the_buyers_number_goes_before_that_of_the_supplier(tmp_path: Path) -> None:
    offer: Rows = [
        ["Our item", "Your item", "Description", "Price EUR"],
        ["6202-ZZ1", "ROU 6202", "Ball bearing", 0.7],
        ["6204-ZZ1", "ROU 6204", "Ball bearing", 0.9],
    ]
    assert numbers(together(tmp_path, offer=offer), "offer") == ["6202-ZZ1", "6204-ZZ1"]
    both = together(tmp_path, offer=offer, prices=PRICES)
    assert numbers(both, "offer") == ["ROU 6202", "ROU 6204"]
    assert "6202-ZZ1" in facts(both, "mpn")


def test_the_product_that_parts_go_into_is_not_their_number(tmp_path: Path) -> None:
    bill: Rows = [
        ["Used in", "Part number", "Description", "Qty"],
        ["DRV-0450", "M-1001", "Magnet", 4],
        ["DRV-0450", "M-1002", "Shaft", 1],
        ["DRV-0900", "M-1003", "Bearing", 2],
    ]
    products: Rows = [["Part number", "Description", "Weight [g]"], ["DRV-0450", "Drive", 900],
                      ["DRV-0900", "Drive", 1900]]  # fmt: skip
    assert numbers(together(tmp_path, bill=bill, products=products), "bill") == [
        "M-1001", "M-1002", "M-1003",
    ]  # fmt: skip


def test_nor_is_it_where_each_product_has_one_part_or_a_bill_one_line(tmp_path: Path) -> None:
    """One magnet in 1,000 motors, four in each: the demand of the magnet was 1,000."""
    bill: Rows = [
        ["Product No", "Part No", "Description", "Qty per"],
        ["P-100", "M-1001", "Magnet", 4], ["P-200", "M-1002", "Magnet", 2],
    ]  # fmt: skip
    plan: Rows = [["Product", "Annual volume"], ["P-100", 1000], ["P-200", 500]]
    for lines in (2, 3):
        reading = connect(together(tmp_path, bill=bill[:lines], plan=plan), frozenset())
        assert numbers(reading, "bill") == ["M-1001", "M-1002"][: lines - 1]
        assert facts(reading, "annual_quantity") == [4000, 1000][: lines - 1]


def test_a_list_that_lies_there_already_tells_as_much(tmp_path: Path) -> None:
    """Dropped one after the other, or read again for a column that a user told."""
    stock: Rows = [["Référence", "Désignation", "Stock"], ["AIM0457", "Aimant ferrite", 6400]]
    first = make_xlsx(tmp_path / "prices.xlsx", {"prices": PRICES})
    second = make_xlsx(tmp_path / "stock.xlsx", {"stock": stock})
    desk = read_all_here([first])
    known = numbers_in(desk, set())
    reread = read_together([Answered(second, "", ask_here(second))], 1, known=known)
    assert numbers(reread, "stock") == ["AIM0457"]
    assert numbers_in(desk, {str(first)}) == frozenset()
