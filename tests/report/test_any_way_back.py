"""Whatever is answered and whatever is done to the workbook: what is read back is what was written, or is asked.

Random answers in six languages and random mutilations by seed. An answer never lands on another part or under
another question, never means something else, and its text is never gone. More rounds by LODESTONE_ROUNDS=1300.
"""

import os
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.intake.answer_columns import BY_KEY
from desktop_app.intake.answering import lay_answers
from desktop_app.model.reading import Reading, joined
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, write_questionnaire
from tests.intake.answered import (
    CHANGES,
    SAMPLE,
    as_csv,
    asked,
    columns,
    read_together,
    take_away_the_keys,
    unmerged,
)
from tests.report.test_hapless_answers import every_text

SUPPLIERS = (
    "Hanlin Magnetics Co., Ltd.",
    "Brightway Trading",
    "汉林磁业有限公司",
    "Rotalis Drives Ltd.",
)
YES = {"zh": ("是", "会"), "en": ("yes", "Yes, always"), "de": ("ja", "Ja, ab Shanghai"), "ja": ("はい", "○"),
       "fr": ("oui", "Oui"), "ko": ("예", "네")}  # fmt: skip
NO = {"zh": ("否", "不是"), "en": ("no", "No, from Hanoi"), "de": ("nein", "Nein"), "ja": ("いいえ", "×"),
      "fr": ("non", "Non"), "ko": ("아니오",)}  # fmt: skip
COUNTRIES = (
    ("CN", "CN"),
    ("中国", "CN"),
    ("Japan", "JP"),
    ("China (Ningbo)", "CN"),
    ("Deutschland", "DE"),
)
WRITTEN = ("part_number", "description")
AT_LAST = frozenset({
    "turn_on_its_side", "copy_the_list_on_its_side", "move_columns", "sort_with_the_headings",
    "delete_keys_of_both_kinds", "delete_the_key_row", "delete_the_key_column", "into_a_new_workbook",
    "add_rows_on_top", "hidden_rows_shown_and_empty_columns_put_in",
})  # fmt: skip
"""Changes after which rows and columns stand elsewhere."""
Change = Callable[[Any], None]
Place = tuple[str, str]


# --- answers ---------------------------------------------------------------------------------


def drawn(dice: random.Random, key: str, language: str) -> tuple[Any, Any]:
    """What is typed, and what it means: a value, of a share with its bound."""
    form = BY_KEY[key].form
    if form == "percent":
        share = dice.choice((0.005, 0.05, 0.3, 1.2, 4.15, 12.5, 0.0))
        text = f"{share:g}"
        typed = dice.choice(
            (f"{text} %", text.replace(".", ",") + " %", f"{share * 10000:g} ppm", f"<{text}")
        )
        return typed, (share, "<" if typed.startswith("<") else "")
    if form == "day":
        day = date(2026, 1, 13) + timedelta(days=dice.randrange(600))
        day = day.replace(day=max(day.day, 13))
        written = (day.isoformat(), f"{day:%d.%m.%Y}", f"{day.year}年{day.month}月{day.day}日", day)
        return dice.choice(written), day
    if form == "yes_no":
        means, words = dice.choice((("yes", YES), ("no", NO)))
        return dice.choice(words[language]), means
    if form == "form":
        word = dice.choice(("magnet", "rotor", "motor", "sensor"))
        return word, word
    if form in ("days", "amount"):
        count = 7 * dice.randrange(2, 30)
        units = ("", " days", "天") if form == "days" else ("", " pcs", "件")
        return f"{count}{dice.choice(units)}", float(count)
    if key == "country_of_origin":
        return dice.choice(COUNTRIES)
    if key == "hs_code":
        return dice.choice((("8505111000", "8505111000"), ("8505.11.10", "85051110")))
    name = (
        dice.choice(("N42SH", "42UH"))
        if key == "magnet_grade"
        else f"K-{dice.randrange(1000, 99999)}"
    )
    return name, name


def answered_by(dice: random.Random, book: Any, language: str) -> dict[Place, tuple[Any, Any]]:
    """Fills three of four cells that are asked: by part and question what was typed and what it means."""
    sheet, said = book.worksheets[0], dict[Place, tuple[Any, Any]]()
    for row in range(FIRST_ROW, sheet.max_row + 1):
        for key, column in columns(sheet).items():
            cell = sheet.cell(row, column)
            if (
                key in BY_KEY
                and key != "remark"
                and not cell.protection.locked
                and dice.random() < 0.75
            ):
                typed, means = drawn(dice, key, language)
                put(cell, typed)
                said[str(sheet.cell(row, 2).value), key] = typed, means
    return said


def put(cell: Any, value: Any) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


# --- what is done to the workbook -----------------------------------------------------------------


def columns_exchanged(dice: random.Random, book: Any) -> None:
    """Two answers with their headings; the hidden keys above stay."""
    sheet = book.worksheets[0]
    one, other = dice.sample([at for key, at in columns(sheet).items() if key in BY_KEY], 2)
    for row in range(HEAD_ROW, sheet.max_row + 1):
        first, second = sheet.cell(row, one), sheet.cell(row, other)
        held, form = first.value, first.number_format
        put(first, second.value)
        put(second, held)
        first.number_format, second.number_format = second.number_format, form


def numbers_written_otherwise(dice: random.Random, book: Any) -> None:
    sheet = book.worksheets[0]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        number = str(sheet.cell(row, 2).value)
        ways = (f"P/N {number}", f"{number} ", f"{number} rev. B", number.replace("-", " "))
        put(sheet.cell(row, 2), dice.choice(ways))


def a_row_twice(dice: random.Random, book: Any) -> None:
    sheet = book.worksheets[0]
    row, below = dice.randrange(FIRST_ROW, sheet.max_row + 1), sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        put(sheet.cell(below, column), sheet.cell(row, column).value)


def one_line_each(dice: random.Random, book: Any) -> None:
    """Part, question, answer, in a workbook of the supplier's; perhaps with the old answer before it."""
    sheet = book.worksheets[0]
    keys, is_old, at = columns(sheet), dice.random() < 0.4, dice.choice((0, -1))
    lines: list[list[Any]] = [
        ["Part number", "Question", *(["Previous answer"] if is_old else []), "New answer"]
    ]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        for key, column in keys.items():
            value = sheet.cell(row, column).value
            if key in BY_KEY and value is not None:
                heading = str(sheet.cell(HEAD_ROW, column).value).split("\n")[at]
                number = sheet.cell(row, 2).value
                lines.append([number, heading, *(["K-OLD-77"] if is_old else []), value])
    unmerged(sheet)
    sheet.delete_rows(1, sheet.max_row)
    for row, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            put(sheet.cell(row, column), value)
    book.security = None
    take_away_the_keys(book)


OWN = (columns_exchanged, numbers_written_otherwise, a_row_twice)


def mutilated(dice: random.Random, book: Any) -> Iterator[str]:
    """Up to two changes within the list, then one of the whole. Their names."""
    within: list[Any] = [change for name, change in CHANGES.items() if name not in AT_LAST]
    for change in dice.sample([*within, *OWN], dice.randrange(3)):
        change(dice, book) if change in OWN else change(book)
        yield change.__name__
    if dice.random() < 0.35:
        one_line_each(dice, book)
        yield one_line_each.__name__
    else:
        last = CHANGES[dice.choice(sorted(AT_LAST))]
        last(book)
        yield last.__name__


# --- read back -------------------------------------------------------------------------------


@cache
def sample() -> Reading:
    return read_together(SAMPLE)


ROUNDS = int(os.environ.get("LODESTONE_ROUNDS", "10"))


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_is_lost_and_nothing_means_anything_else(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 (reproducible, no secret)
    language = dice.choice(sorted(YES))
    write_questionnaire(asked(), dice.choice(SUPPLIERS), tmp_path / "asked.xlsx", language)
    book = openpyxl.load_workbook(tmp_path / "asked.xlsx")
    said = answered_by(dice, book, language)
    done = list(mutilated(dice, book))
    target = tmp_path / "back.xlsx"
    book.save(target)
    if dice.random() < 0.2:
        target = as_csv(target, dice.choice(",;"), "utf-8-sig")

    reading = joined(sample(), read_together(target))
    form = reading.files[-1].answered
    assert form is not None, done
    kept = every_text(form)
    for typed, _ in said.values():
        assert str(typed) in kept, (done, typed)
    meant = {(reply.field, reply.typed): (reply.value, reply.bound) for reply in understood(form)}
    numbers = reading.parts.frame["part_number"].tolist()
    for part, replies in lay_answers(reading).parts.answered.items():
        for reply in replies:
            if not reply.answer:
                continue
            place = numbers[part], reply.answer
            assert place in said, (done, place, reply.typed)
            assert reply.typed.removesuffix(" 00:00:00") == str(said[place][0]), (done, place)
            value, bound = meant.get((reply.answer, reply.typed), (None, ""))
            if value is not None:
                wanted = said[place][1]
                assert (value, bound) == wanted if isinstance(wanted, tuple) else value == wanted, (
                    place
                )


def understood(form: Any) -> list[Any]:
    return [reply for line in form.lines for reply in line.replies if reply.fate == "understood"]
