"""Every kind of report, the workbook and the questions from real files through the command line.

Each test is a command of its own. What commands about the same file and question have in common, its
reading and its assessment, is worked out for the first of them and handed to the others.
"""

import re
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from PySide6.QtPdf import QPdfDocument

from desktop_app import pipeline
from desktop_app.cli import main
from desktop_app.cli.assessing import REPORT_KINDS
from desktop_app.paths import shipped
from desktop_app.report.settings import KINDS

SAMPLE = str(shipped("templates", "sample_supplier_parts.xlsx"))
ABOUT = {
    "dossier": ["--part", "Parts list!6"],
    "licence": ["--part", "Parts list!6"],
    "supplier": ["--supplier", "Hanlin Magnetics Co., Ltd."],
}


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """Files by their names, assessments by reading, question and scenario: the law is as shipped."""
    patch = pytest.MonkeyPatch()
    for step, key in (
        ("read", lambda files, *_: tuple(files)),
        (
            "assess",
            lambda reading, inquiry, library, *_: (id(reading), inquiry, str(library.scenario)),
        ),
        ("with_scenarios", lambda found, *_: id(found)),
    ):
        patch.setattr(pipeline, step, _remembered(getattr(pipeline, step), key))
    yield
    patch.undo()


def _remembered(step: Callable[..., Any], key: Callable[..., Hashable]) -> Callable[..., Any]:
    """The step, taken once for what has one key; what it was given is kept, so that ids stay its."""
    known: dict[Hashable, tuple[Any, ...]] = {}

    def taken(*given: Any, **named: Any) -> Any:
        asked = key(*given)
        if asked not in known:
            known[asked] = step(*given, **named), given
        return known[asked][0]

    return taken


def text_of(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    pages = (document.getAllText(page).text() for page in range(document.pageCount()))
    return re.sub(r"\s+|\u00ad|\ufffe|\u0002", "", "".join(pages))


def written(tmp_path: Path, kind: str, *more: str) -> Path:
    target = tmp_path / f"{kind}.pdf"
    given = ["assess", SAMPLE, "--on", "2026-11-24", "--report", str(target), "--kind", kind]
    assert main([*given, *ABOUT.get(kind, []), *more]) == 0
    return target


def test_the_command_line_knows_every_kind() -> None:
    assert REPORT_KINDS == KINDS


@pytest.mark.parametrize(("kind", "most"), [
    ("monday", 1), ("management", 8), ("dossier", 2), ("licence", 5), ("article24", 12),
])  # fmt: skip
def test_a_kind_with_a_limit_stays_within_it(tmp_path: Path, kind: str, most: int) -> None:
    """In German, whose words need the most room."""
    with pikepdf.open(written(tmp_path, kind, "--language", "de")) as document:
        assert len(document.pages) <= most


def test_the_management_report_says_what_scenarios_change(tmp_path: Path) -> None:
    said = text_of(written(tmp_path, "management"))
    assert "Reviewof90workingdays" in said
    assert "Militaryuse" in said


def test_a_dossier_is_about_its_part(tmp_path: Path) -> None:
    said = text_of(written(tmp_path, "dossier"))
    assert "Arcmagnetsegment42SH" in said
    assert "Ringmagnet" not in said


def test_a_letter_holds_its_supplier_alone_and_nothing_of_ours(tmp_path: Path) -> None:
    said = text_of(written(tmp_path, "supplier"))
    assert "HanlinMagneticsCo.,Ltd." in said
    for other in ("Rotalis", "Erdwerk", "汉林", "Brightway", "Kitayama"):
        assert other not in said
    for ours in ("Ourestimate", "Riskofastop", "Runsouton", "Valueatrisk", "Shortage"):
        assert ours not in said


def test_the_audit_annex_names_every_supplier_of_the_files(tmp_path: Path) -> None:
    said = text_of(written(tmp_path, "audit"))
    book = openpyxl.load_workbook(SAMPLE, data_only=True)
    names = {
        "Hanlin Magnetics Co., Ltd.",
        "汉林磁业有限公司",
        "Erdwerk Chemie GmbH",
        "Rotalis Drives Ltd.",
    }
    cells = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value}
    assert names <= cells
    for name in names:
        assert re.sub(r"\s", "", name) in said, name


def test_a_dossier_without_its_part_is_refused_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "out.pdf")
    assert main(["assess", SAMPLE, "--report", target, "--kind", "dossier"]) == 2
    assert "--kind dossier needs --part" in capsys.readouterr().err
    assert main(["assess", SAMPLE, "--report", target, "--kind", "licence"]) == 2
    assert "--kind licence needs --part | --supplier" in capsys.readouterr().err
    assert main(["assess", SAMPLE, "--report", target, "--supplier", "x"]) == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "about",
    [
        ["--kind", "dossier", "--part", "Parts list!9999"],
        ["--kind", "supplier", "--supplier", "Nobody Inc"],
    ],
)
def test_what_is_not_in_the_files_is_said(
    tmp_path: Path, about: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", SAMPLE, "--report", str(tmp_path / "out.pdf"), *about]) == 5
    assert "E_NOT_FOUND" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_workbook_holds_every_part(tmp_path: Path) -> None:
    target = tmp_path / "twin.xlsx"
    assert main(["assess", SAMPLE, "--on", "2026-11-24", "--workbook", str(target)]) == 0
    assert openpyxl.load_workbook(target)["Parts"].max_row == 63


def test_questions_come_as_mail_questionnaire_and_letter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert main(["questions", SAMPLE, "--out", str(folder)]) == 0
    said = capsys.readouterr().out
    stems = sorted({path.stem for path in folder.iterdir()})
    assert 1 <= len(stems) <= 12
    for stem in stems:
        assert stem in said
        mail = (folder / f"{stem}.txt").read_text(encoding="utf-8-sig")
        assert "Dear Sir or Madam" in mail
        sheet = openpyxl.load_workbook(folder / f"{stem}.xlsx").worksheets[0]
        assert sheet.max_row >= 6
        assert (folder / f"{stem}.pdf").read_bytes().startswith(b"%PDF-")


def test_letters_and_mails_name_who_writes_and_have_a_line_for_it_where_nobody_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sender = "Muster GmbH, Königstraße 1, 70173 Stuttgart"
    said = ("--sender", sender, "--paper", "letter")
    assert main(["questions", SAMPLE, "--out", str(tmp_path / "a"), *said]) == 0
    capsys.readouterr()
    for letter in (tmp_path / "a").glob("*.pdf"):
        assert text_of(letter).count("MusterGmbH") == 2  # above it and below the greeting
        with pikepdf.open(letter) as document:
            assert float(document.pages[0].MediaBox[3]) == 792
    for mail in (tmp_path / "a").glob("*.txt"):
        texts = mail.read_text(encoding="utf-8-sig").split("\n---\n")
        assert all(text.rstrip().endswith(sender) for text in texts)
    assert main(["questions", SAMPLE, "--out", str(tmp_path / "b"), "--logo", SAMPLE]) == 5
    assert "E_LOGO" in capsys.readouterr().err
    assert not (tmp_path / "b").exists()


def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["questions", SAMPLE, "--out", str(tmp_path / "a" / "b")]) == 5
    assert "E_TARGET" in capsys.readouterr().err


def test_licence_papers_come_with_their_fields_as_a_workbook(tmp_path: Path) -> None:
    target = tmp_path / "fields.xlsx"
    written(tmp_path, "licence", "--fill-in", str(target))
    book = openpyxl.load_workbook(target)
    goods = [row for row in book.worksheets[0].iter_rows(values_only=True) if row[0] == "Goods"]
    assert "Arc magnet segment 42SH" in str(goods[0][2])


def test_a_monday_sheet_of_a_purchasing_group_is_about_its_parts(tmp_path: Path) -> None:
    said = text_of(written(tmp_path, "monday", "--group", "e01"))
    assert "PurchasinggroupE01" in said
    assert "ErdwerkChemieGmbH" in said
    assert "Hanlin" not in said


def test_the_fields_are_for_licence_papers_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "fields.xlsx"
    assert main(["assess", SAMPLE, "--fill-in", str(target)]) != 0
    assert "--fill-in is for --kind licence only." in capsys.readouterr().err
    assert not target.exists()


def test_a_scenario_of_a_file_is_called_by_its_title(tmp_path: Path) -> None:
    scenario = shipped("resources", "register", "scenarios", "us-destination.yaml")
    said = text_of(written(tmp_path, "management", "--scenario", str(scenario)))
    title = next(
        line.partition(":")[2].strip()
        for line in scenario.read_text(encoding="utf-8").splitlines()
        if line.startswith("title:")
    )
    assert title.strip("\"'").replace(" ", "") in said
    assert "us-destination" not in said
