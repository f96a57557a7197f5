"""A table of answers typed anew under headings of the supplier's own; a list of parts is none."""

from pathlib import Path

import pytest

from tests.intake.answered import form_of
from tests.intake.reading_here import read_here
from tests.report.test_roundabout_forms import facts

ROW = {"Dy %": "4,2", "Tb %": "<0,01"}


def table(folder: Path, *heads: str, cells: dict[str, str]) -> Path:
    """A list of one part, of which the cells under some headings are filled."""
    target = folder / "table.csv"
    lines = (";".join(heads), ";".join(cells.get(head, "") for head in heads))
    target.write_text("\n".join(lines), encoding="utf-8-sig")
    return target


@pytest.mark.parametrize(
    ("number", "report", "remark"),
    [
        ("Teile-Nr.", "Prüfbericht Nr.", "Bemerkung"),
        ("Part No.", "Test report no.", "Comment"),
        ("Ihre Artikelnummer", "Prüfberichtsnummer", "Bemerkungen"),
        ("料号", "检测报告编号", "备注"),
        ("Référence", "N° du rapport d'essai", "Remarque"),
    ],
)
def test_its_answers_are_read_whatever_it_calls_them(
    tmp_path: Path, number: str, report: str, remark: str
) -> None:
    cells = {**ROW, number: "100-0103", report: "TR-7", remark: "same lot", "Nd %": "29"}
    form = form_of(
        table(tmp_path, number, "Dy %", "Tb %", "Ho ppm", "Nd %", report, remark,
              cells=cells | {"Ho ppm": "42"})
    )  # fmt: skip
    assert facts(form) == {
        ("100-0103", "dy_percent"): 4.2, ("100-0103", "tb_percent"): 0.01,
        ("100-0103", "ho_percent"): 0.0042, ("100-0103", "report_number"): "TR-7",
    }  # fmt: skip
    notes = {reply.typed for reply in form.replies if reply.fate == "note"}
    assert notes == {"same lot", "Nd %", "29"}


@pytest.mark.parametrize(
    "heads",
    [
        ("Teile-Nr.", "Bezeichnung", "Dy %", "Tb %"),
        ("Teile-Nr.", "Bezeichnung", "Dy %", "Prüfbericht Nr."),
        ("Teile-Nr.", "Dy %", "Tb %", "Prüfbericht Nr.", "Menge"),
        ("Teile-Nr.", "Dy %", "Tb %", "Prüfbericht Nr.", "Preis (EUR)"),
        ("Teile-Nr.", "Dy %", "Tb %", "Prüfbericht Nr.", "Lieferant"),
        ("Teile-Nr.", "Dy %", "Tb %", "Prüfbericht Nr.", "Bestand"),
    ],
    ids=" ".join,
)
def test_a_list_of_parts_that_tells_shares_stays_one(
    tmp_path: Path, heads: tuple[str, ...]
) -> None:
    others = {"Bezeichnung": "Magnet N45SH", "Menge": "40", "Preis (EUR)": "3,20", "Lieferant": "Hanlin",
              "Bestand": "12", "Prüfbericht Nr.": "TR-7", "Teile-Nr.": "100-0103"}  # fmt: skip
    reading = read_here(table(tmp_path, *heads, cells={**ROW, **others}))
    assert not isinstance(reading, str)
    assert reading.files[0].answered is None
    assert reading.parts.frame["part_number"].tolist() == ["100-0103"]


def test_shares_of_two_together_are_of_neither(tmp_path: Path) -> None:
    heads = ("Teile-Nr.", "Dy+Tb %", "Ho %", "Sm %", "Prüfbericht Nr.")
    cells = {"Teile-Nr.": "100-0103", "Dy+Tb %": "4", "Ho %": "0", "Sm %": "0"}
    reading = read_here(table(tmp_path, *heads, cells=cells))
    assert not isinstance(reading, str)
    assert reading.files[0].answered is None
