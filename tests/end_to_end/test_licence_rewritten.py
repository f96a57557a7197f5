"""What may be changed in a list without changing its licences, and what may only open an answer.

Every thirtieth row of the exams, written anew as other lists write it. The whole sweep over all rows
found 12 that doubled or odd blanks changed, two of them from needed to not covered.
"""

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.assessment.licence import assess_licences
from tests.end_to_end.asked_rows import only
from tests.end_to_end.test_licence_exam import HEADINGS, Row, exam, read_rows
from tests.end_to_end.test_licence_exam import _inquiry as inquiry_of
from tests.end_to_end.test_licence_exam import _question as question_of
from tests.one_library import shipped_library

CHANGED_ONCE = {"G148", "G204", "I020", "I039"}
"""Rows that doubled or odd blanks, or capitals, changed."""
SAMPLE = [
    row
    for at, row in enumerate(exam())
    if (at % 30 == 0 or row["case"] in CHANGED_ONCE)
    and not row["cn_value_share"]
    and not row["open"]
]
COUNTRIES = {
    "CN": ("China", "中国", "P.R. China", "VR China", "CHN"), "DE": ("Germany", "Deutschland", "DEU"),
    "JP": ("Japan", "日本", "JPN"), "NL": ("Netherlands", "Niederlande"), "CH": ("Schweiz", "CHE"),
}  # fmt: skip
PLACES = ("country_of_origin", "ships_from", "supplier_country")
Said = tuple[str, str | None, str | None, bool, bool, bool]


def judged(path: Path, rows: list[Row], write: Callable[[Path, list[Row]], int]) -> list[Said]:
    """The verdicts of the rows after those that ``write`` puts before them, and what marks them."""
    before = write(path, rows)
    reading, library = pipeline.read([path]), shipped_library()
    assert len(reading.parts) == before + len(rows)
    places: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        places[question_of(row)].append(at)
    found: dict[int, Said] = {}
    for question, asked in places.items():
        inquiry = inquiry_of(question)
        known = pipeline.recognise(
            only(reading, [before + at for at in asked]), inquiry.on, library
        )
        licences = assess_licences(
            known.parts, known.matches, known.origins, inquiry, library.edition
        )
        for at, licence in zip(asked, licences, strict=True):
            found[at] = (
                licence.verdict, licence.waits_on, licence.basis, licence.by_grade,
                licence.refused_in_principle, licence.listed_supplier,
            )  # fmt: skip
    return [found[at] for at in range(len(rows))]


def as_it_is(path: Path, rows: list[Row]) -> int:
    read_rows(path, rows)
    return 0


def as_another_list(path: Path, rows: list[Row]) -> int:
    """Columns in another order and two more, 50 screws first, countries in words, customs numbers with
    dots, two blanks for one, other part numbers."""
    titles = ["Item no.", "Storage bin", "Remark", "Quantity", *HEADINGS.values()]
    order = [*range(1, len(titles), 2), *range(0, len(titles), 2)]
    written: list[list[str]] = [
        [f"S-{at}", "A-01", "", "10", f"Hexagon screw M{4 + at % 9}x20 A2"] for at in range(50)
    ]
    for at, row in enumerate(rows):
        said = {name: row.get(name) or "" for name in HEADINGS}
        for name in PLACES:
            words = COUNTRIES.get(said[name], (said[name],))
            said[name] = words[at % len(words)]
        said["hs_code"] = _dotted(said["hs_code"])
        said["description"] = said["description"].replace(" ", ("  ", "\u00a0")[at % 2])
        written.append(
            [f"9-{at:04}", f"B-{at % 40:02}", ("", "urgent")[at % 2], "10", *said.values()]
        )
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([titles[at] for at in order])
        for cells in written:
            whole = [*cells, *[""] * (len(titles) - len(cells))]
            writer.writerow([whole[at] for at in order])
    return 50


def _dotted(number: str) -> str:
    if not number.isdecimal() or len(number) < 6:
        return number
    return ".".join((number[:4], *(number[at : at + 2] for at in range(4, len(number), 2))))


def in_capitals(path: Path, rows: list[Row]) -> int:
    return as_it_is(path, [{**row, "description": row["description"].upper()} for row in rows])


def without_origin(path: Path, rows: list[Row]) -> int:
    return as_it_is(path, [{**row, **dict.fromkeys(PLACES, "")} for row in rows])


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Said]:
    return judged(tmp_path_factory.mktemp("plain") / "list.csv", SAMPLE, as_it_is)


def test_another_list_of_the_same_parts_is_judged_alike(tmp_path: Path, plain: list[Said]) -> None:
    again = judged(tmp_path / "list.csv", SAMPLE, as_another_list)
    differing = {
        row["case"]: (was, now)
        for row, was, now in zip(SAMPLE, plain, again, strict=True)
        if was != now
    }
    assert differing == {}


@pytest.mark.parametrize("write", [in_capitals, without_origin])
def test_less_said_only_opens_an_answer(
    tmp_path: Path, plain: list[Said], write: Callable[[Path, list[Row]], int]
) -> None:
    """Needed and not covered may become open where less is read; one never becomes the other."""
    again = judged(tmp_path / "list.csv", SAMPLE, write)
    turned = [
        row["case"]
        for row, was, now in zip(SAMPLE, plain, again, strict=True)
        if was[0] != now[0] and now[0] in ("needed", "not_needed")
    ]
    assert turned == []
