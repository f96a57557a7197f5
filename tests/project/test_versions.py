"""A newer version of a file takes the place of the older one and says what it changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.reading import Reading, joined, with_suppliers
from desktop_app.project.versions import (
    CODE,
    ChangedFact,
    change_words,
    older_versions,
    take_in,
    version_rules,
    what_changed,
)
from desktop_app.register.strict import RegisterError

HEAD = "Part number,Description,Supplier,Plant,Stock,Price"
ROWS = (
    "M-1,NdFeB magnet N42SH,Nordmagnet,1000,100,2.5",
    "M-2,Servomotor 400 W,Nordmagnet,1000,7,310",
    "M-3,Hexagon screw M6,Nordmagnet,1000,900,0.1",
    "M-4,Loudspeaker,Nordmagnet,1000,12,4",
)
NEWER = (
    "M-1,NdFeB magnet N42SH,Nordmagnet,1000,80,2.5",
    "M-2,Servomotor 400 W,Nordmagnet,1000,7,325",
    "M-4,Loudspeaker,Nordmagnet,1000,12,4",
    "M-5,Encoder magnet,Nordmagnet,1000,3,9",
)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    def make(name: str, *rows: str, head: str = HEAD) -> Reading:
        path = tmp_path / name
        path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
        return pipeline.read([path])

    return make


def names(reading: Reading) -> list[str]:
    return [Path(file.path).name for file in reading.files]


def said(reading: Reading) -> list[str]:
    say = Catalogue("en").say
    return [say(i.message) for file in reading.files for i in file.issues if i.code == CODE]


def test_a_newer_version_takes_the_place_of_the_older_and_says_what_changed(
    read: Callable[..., Reading],
) -> None:
    known = joined(read("stock_2026-10.csv", *ROWS), read("bom.csv", "X-1,Frame,Ironworks,,,"))
    made, changes = take_in(known, read("stock_2026-11.csv", *NEWER))
    assert names(made) == ["stock_2026-11.csv", "bom.csv"]
    (change,) = changes
    assert (change.added, change.gone) == (("M-5",), ("M-3",))
    assert change.changed == (
        ChangedFact("M-1", "stock_on_hand", 100.0, 80.0),
        ChangedFact("M-2", "unit_price", 310.0, 325.0),
    )
    assert said(made) == [
        "Newer version of stock_2026-10.csv: 1 part added, 1 part gone, 2 values changed.",
        "New: M-5",
        "No longer in it: M-3",
        "Says something else: M-1, M-2",
    ]
    assert sorted(made.parts.frame["part_number"]) == ["M-1", "M-2", "M-4", "M-5", "X-1"]


def test_the_headings_tell_a_newer_version_where_the_name_does_not(
    read: Callable[..., Reading],
) -> None:
    known, fresh = read("stock.csv", *ROWS), read("export.csv", *NEWER)
    assert older_versions(known, fresh) == {fresh.files[0].path: known.files[0].path}


def test_the_name_tells_it_where_the_headings_were_changed(read: Callable[..., Reading]) -> None:
    known = read("Teile_v1.csv", *ROWS)
    fresh = read("Teile_v2_neu.csv", *NEWER, head=HEAD.replace("Stock", "Stock on hand"))
    assert older_versions(known, fresh) == {fresh.files[0].path: known.files[0].path}


@pytest.mark.parametrize(
    ("name", "rows", "why"),
    [
        ("stock_b.csv", [row.replace("M-", "N-") for row in NEWER], "other parts"),
        ("stock_b.csv", [row.replace(",1000,", ",2000,") for row in NEWER], "another plant"),
        ("stock_b.csv", [row.replace("Nord", "Süd") for row in NEWER], "another supplier"),
        ("stock_b.csv", [*ROWS[:1], *(f"Z-{n},Screw,Nordmagnet,1000,1,1" for n in range(4))],
         "too few in both"),
    ],
)  # fmt: skip
def test_what_is_no_newer_version_lies_beside_the_other(
    read: Callable[..., Reading], name: str, rows: list[str], why: str
) -> None:
    known = read("stock.csv", *ROWS)
    made, changes = take_in(known, read(name, *rows))
    assert changes == (), why
    assert names(made) == ["stock.csv", name]
    assert said(made) == []


def test_other_facts_about_the_same_parts_are_no_newer_version(
    read: Callable[..., Reading],
) -> None:
    """Stock and prices of the same parts come as two lists."""
    known = read("prices.csv", "M-1,2.5", "M-2,310", head="Part number,Price")
    fresh = read("stock.csv", "M-1,100", "M-2,7", head="Part number,Stock")
    assert older_versions(known, fresh) == {}


def test_a_copy_under_another_name_says_that_nothing_changed(read: Callable[..., Reading]) -> None:
    made, (change,) = take_in(read("stock.csv", *ROWS), read("stock (1).csv", *ROWS))
    assert change.is_same
    assert said(made) == ["Newer version of stock.csv: every part says the same."]
    assert len(made.parts) == len(ROWS)


def test_rows_that_only_moved_are_no_change(read: Callable[..., Reading]) -> None:
    change = what_changed(read("a.csv", *ROWS), read("b.csv", *reversed(ROWS)))
    assert change.is_same


def test_long_lists_name_some_and_count_the_rest(read: Callable[..., Reading]) -> None:
    many = [f"Q-{n},Screw,Nordmagnet,1000,1,1" for n in range(20)]
    known = read("a.csv", *many)
    made, (change,) = take_in(known, read("a2.csv", *many, *(row.replace("Q-", "R-") for row in many)))  # fmt: skip
    assert len(change.added) == 20
    assert said(made)[1] == "New: R-0, R-1, R-2 … +17"
    assert "20 parts added" in Catalogue("en").say(change_words(change))


def test_the_rules_are_data_with_a_source(tmp_path: Path) -> None:
    assert version_rules().shared_percent == 50
    bad = tmp_path / "versions.yaml"
    bad.write_text(
        "newer_version: {shared_percent: 500, source: me}\nnames: {words: [a], source: me}\n",
        encoding="utf-8",
    )
    with pytest.raises(RegisterError, match="whole number from 1 to 100"):
        version_rules(bad)


def test_the_supplier_a_user_named_goes_with_the_list(read: Callable[..., Reading]) -> None:
    head = "Part number,Description,Stock"
    first = read("prices 2026-10.csv", "M-1,NdFeB magnet N42SH,5", "M-2,Hex screw,9", head=head)
    known = with_suppliers(first, {first.files[0].path: "Nordmagnet"})
    newer = read("prices 2026-11.csv", "M-1,NdFeB magnet N42SH,4", "M-2,Hex screw,9", head=head)
    made, changes = take_in(known, newer)
    assert names(made) == ["prices 2026-11.csv"]
    assert len(changes) == 1
    assert not changes[0].added
    assert set(made.parts.frame["supplier"]) == {"Nordmagnet"}
    other = read("stock.csv", "X-1,Frame,4", head=head)
    made, _ = take_in(made, other)
    assert made.files[1].supplier_told is None


def test_a_named_supplier_leaves_what_rows_of_several_say(read: Callable[..., Reading]) -> None:
    rows = ("M-1,Magnet,Nordmagnet,,1,1", "M-2,Motor,Erdwerk,,1,1", "M-3,Screw,,,1,1")
    reading = read("mixed.csv", *rows)
    told = with_suppliers(reading, {reading.files[0].path: "Ours"})
    assert list(told.parts.frame["supplier"]) == ["Nordmagnet", "Erdwerk", "Ours"]
    assert told.files[0].supplier is None
    alone = read("one.csv", "M-1,Magnet,Nordmagnet,,1,1", "M-2,Motor,Nordmagnet,,1,1")
    told = with_suppliers(alone, {alone.files[0].path: "Nordmagnet Vertrieb"})
    assert set(told.parts.frame["supplier"]) == {"Nordmagnet Vertrieb"}
