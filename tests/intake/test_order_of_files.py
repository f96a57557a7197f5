"""Files dropped in any order say the same of the same parts."""

import csv
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.intake.headings import heading_book
from desktop_app.intake.joining import connect
from desktop_app.intake.understanding import gather, understand
from desktop_app.model.parts import PLACE_FIELDS, PartTable
from desktop_app.model.reading import Reading
from tests.intake.joined import counted
from tests.intake.reading_here import ask_here

ON = date(2026, 11, 26)
PARTS = (
    ("M-101", "Sintered NdFeB magnet N42SH", "Ningbo Magnet Co", "CN"),
    ("10004711", "SmCo ring magnet Sm2Co17", "Hangzhou Cobalt", "CN"),
    ("S-6", "Hex screw M6x20", "Wurth", "DE"),
    ("PX620", "Ball bearing 6204", "SKF", "SE"),
    ("BL-24", "BLDC motor 24V 60W", "Nidec", "JP"),
)
UNLISTED = ("EX-1", "SmCo disc magnet", "Hangzhou Cobalt", "CN")
"""No list of parts names it."""
HEADINGS = {
    "number": ("Part number", "Teilenummer", "料号"),
    "text": ("Description", "Bezeichnung", "名称"),
    "supplier": ("Supplier", "Lieferant", "供应商"),
    "country": ("Country of origin", "Ursprungsland", "原产国"),
    "quantity": ("Quantity", "Menge", "用量"),
    "yearly": ("Annual demand", "Jahresbedarf", "年需求量"),
    "stock": ("Unrestricted stock", "Frei verwendbar", "库存数量"),
    "plant": ("Plant", "Werk", "工厂"),
    "lead": ("Lead time (days)", "Lieferzeit (Tage)", "交期(天)"),
    "day": ("Requirement date", "Bedarfstermin", "需求日期"),
    "needed": ("Requirement quantity", "Bedarfsmenge", "需求数量"),
    "open": ("Open quantity", "Offene Menge", "未交数量"),
    "due": ("Confirmed date", "Bestätigter Termin", "确认交期"),
}
Rows = list[list[Any]]


def lists(seed: int) -> dict[str, Rows]:
    """Three to five lists of a few parts, as one firm would drop them."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    parts, language = draw.sample(PARTS, draw.randint(2, 5)), draw.randrange(3)
    every = [*parts, UNLISTED] if draw.random() < 0.6 else parts
    h = {name: words[language] for name, words in HEADINGS.items()}
    says = "quantity" if draw.random() < 0.5 else "yearly"
    base = [[h["number"], h["text"], h["supplier"], h["country"], h[says]]]
    found = {"parts": base + [[*part, 365 * draw.randint(1, 40)] for part in parts]}
    plants = draw.choice([["1000"], ["1000", "2000"]])
    found["stock"] = [[h["number"], h["text"], h["plant"], h["stock"]]] + [
        [*part[:2], plant, 50 * draw.randint(1, 60)] for part in every for plant in plants
    ]
    days = [(ON + timedelta(days=draw.randint(3, 150))).isoformat() for _ in range(3)]
    if says == "quantity":
        found["needs"] = [[h["number"], h["text"], h["day"], h["needed"]]] + [
            [*part[:2], day, draw.randint(10, 900)] for part in every for day in days
        ]
    if draw.random() < 0.7:
        found["records"] = [[h["number"], h["supplier"], h["lead"]]] + [
            [part[0], part[2], draw.choice((21, 35, 60))] for part in parts
        ]
    if draw.random() < 0.7 or len(found) < 3:
        found["orders"] = [[h["number"], h["text"], h["open"], h["due"]]] + [
            [*part[:2], draw.randint(10, 500), days[0]] for part in every
        ]
    return found


def is_magnet(parts: PartTable) -> np.ndarray[Any, np.dtype[np.bool_]]:
    texts = parts.frame["description"].tolist()
    return np.array(["magnet" in (text or "") for text in texts], dtype=np.bool_)


def told(reading: Reading) -> Iterator[tuple[Any, ...]]:
    """What is said of each part, wherever it stands."""
    parts = reading.parts
    frame = parts.frame.drop(columns=list(PLACE_FIELDS))
    for part, row in enumerate(frame.itertuples(index=False)):
        facts = [value for value in row if pd.notna(value)]
        needs = sorted((one.on, round(one.quantity, 6)) for one in parts.requirements.get(part, ()))
        yield str(facts), str(needs), len(parts.conflicts.get(part, ()))


@pytest.fixture
def joined(tmp_path: Path) -> Callable[[dict[str, Rows]], Callable[..., Reading]]:
    """Reads lists once, to be joined in any order."""

    def read(found: dict[str, Rows]) -> Callable[..., Reading]:
        known = {}
        for name, rows in found.items():
            path = tmp_path / f"{name}.csv"
            with path.open("w", newline="", encoding="utf-8") as stream:
                csv.writer(stream).writerows(rows)
            known[name] = understand(path, "", ask_here(path), heading_book(), on=ON)
        return lambda order: connect(gather([known[n] for n in order]), concerns=is_magnet)

    return read


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_the_files_changes_no_answer(
    joined: Callable[[dict[str, Rows]], Callable[..., Reading]], seed: int
) -> None:
    found = lists(seed)
    assert 3 <= len(found) <= 5
    in_order = joined(found)
    orders = list(permutations(found))
    first = sorted(told(in_order(orders[0])))
    for order in random.Random(seed).sample(orders[1:], 4):  # noqa: S311
        assert sorted(told(in_order(order))) == first, order


def test_what_only_stock_needs_or_orders_name_is_one_part(
    joined: Callable[[dict[str, Rows]], Callable[..., Reading]],
) -> None:
    """Of two plants and three needs; a screw that no list of parts names stays out."""
    found: dict[str, Rows] = {
        "bom": [["Component", "Description", "Quantity"], ["M-101", "NdFeB magnet N42SH", 4],
                ["S-6", "Screw", 8]],
        "stock": [["Material", "Plant", "Unrestricted stock"], ["M-101", "1000", 600], ["S-6", "1000", 9],
                  ["EX-1", "1000", 100], ["EX-1", "2000", 50], ["T-1", "1000", 7]],
        "needs": [["Material", "Description", "Requirement date", "Requirement quantity"],
                  ["M-101", "NdFeB magnet N42SH", "2026-12-18", 400],
                  ["EX-1", "SmCo disc magnet", "2026-12-09", 120], ["EX-1", "SmCo disc magnet", "2027-01-09", 80],
                  ["T-1", "Torx screw", "2027-01-09", 80]],
    }  # fmt: skip
    reading = joined(found)(found)
    counted(reading)
    parts = reading.parts
    assert parts.frame["part_number"].tolist() == ["M-101", "S-6", "EX-1"]
    assert parts.number("stock_on_hand").tolist() == [600, 9, 150]
    assert [(one.on.isoformat(), one.quantity) for one in parts.requirements[2]] == [
        ("2026-12-09", 120), ("2027-01-09", 80),
    ]  # fmt: skip
    said = [i.message.template for file in reading.files for i in file.issues]
    assert sum("is screened as a part" in text or "screened as parts" in text for text in said) == 1


@pytest.mark.parametrize("name", ["stock", "orders", "needs"])
def test_by_each_kind_of_list(
    joined: Callable[[dict[str, Rows]], Callable[..., Reading]], name: str
) -> None:
    kinds: dict[str, Rows] = {
        "stock": [["Material", "Description", "Unrestricted stock"], ["M-101", "NdFeB magnet", 600],
                  ["EX-1", "SmCo disc magnet", 100]],
        "orders": [["Material", "Description", "Open quantity", "Confirmed date"],
                   ["M-101", "NdFeB magnet", 600, "2027-01-15"], ["EX-1", "SmCo disc magnet", 9, "2027-01-15"]],
        "needs": [["Material", "Description", "Requirement date", "Requirement quantity"],
                  ["M-101", "NdFeB magnet", "2027-01-15", 60], ["EX-1", "SmCo disc magnet", "2027-01-15", 9]],
    }  # fmt: skip
    bom: Rows = [["Component", "Description", "Quantity"], ["M-101", "NdFeB magnet N42SH", 4]]
    found = {"bom": bom, name: kinds[name]}
    assert joined(found)(found).parts.frame["part_number"].tolist() == ["M-101", "EX-1"]


def test_a_magnet_ordered_from_two_countries_is_a_part_of_each(
    joined: Callable[[dict[str, Rows]], Callable[..., Reading]],
) -> None:
    """Of the one that comes first in the alphabet alone the Chinese one would go unseen."""
    orders = [
        ["EX-1", "SmCo disc magnet", 100, "2027-01-05", "Hang Co", "CN"],
        ["EX-1", "SmCo disc magnet", 200, "2027-02-05", "Aichi KK", "JP"],
        ["EX-1", "SmCo disc magnet", 50, "2027-03-05", "Hang Co", None],
        ["M-101", "NdFeB magnet", 30, "2027-02-05", "Hang Co", "CN"],
    ]
    heads = [
        "Part number",
        "Description",
        "Open quantity",
        "Confirmed date",
        "Supplier",
        "Country of origin",
    ]
    bom: list[list[object]] = [
        ["Part number", "Description", "Supplier", "Unit price"],
        ["M-101", "NdFeB magnet", "Hang Co", 2],
    ]
    reading = joined({"bom": bom, "orders": [heads, *orders]})(["bom", "orders"])
    frame = reading.parts.frame
    found = frame.loc[frame["part_number"] == "EX-1", ["country_of_origin", "open_order_quantity"]]
    assert sorted(map(tuple, found.to_numpy().tolist())) == [("CN", 350), ("JP", 350)]
