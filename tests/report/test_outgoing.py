"""What leaves the house holds nothing that is ours alone: every figure, name and place is looked for."""

import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pikepdf
import pytest
from PySide6.QtPdf import QPdfDocument

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.report.licence_form import write_licence_form
from desktop_app.report.mails import mail_about
from desktop_app.report.outbox import write_outbox, write_reminder_letter
from desktop_app.report.papers import write_report
from tests.report.variations import asked_on
from tests.small_assessment import ON, small_assessment

OURS = {
    "unit_price": 4711.37, "annual_spend": 871_123.0, "stock_on_hand": 9_137.0,
    "annual_quantity": 8_461.0, "owner": "Gruppe-Zylinder", "plant": "Werk-Hinterwald",
    "sheet": "Zielpreise Verhandlung", "material_group": "Warengruppe-Q7",
}  # fmt: skip
"""What no other house may read, in values that occur nowhere else."""
MARKS = ("4711", "4,711", "871123", "871,123", "9137", "9,137", "8461", "8,461", "Zylinder",
         "Hinterwald", "Zielpreise", "Verhandlung", "Q7", "geheime_liste", "XTS")  # fmt: skip
OF_THE_QUESTION = ("edition 2026", "last read 21", "(assumed)", "As known today", "going to")


def filled() -> Assessment:
    """The small assessment with everything internal filled in for every part."""
    found = small_assessment()
    frame = found.parts.frame.copy()
    for name, value in OURS.items():
        frame[name] = value if isinstance(value, float) else np.array([value] * len(frame), object)
    frame["currency"] = np.array(["XTS"] * len(frame), dtype=object)
    files = tuple(replace(file, path=f"geheime_liste_{file.name}") for file in found.files)
    names = tuple(file.name for file in files)
    return replace(found, files=files, parts=replace(found.parts, frame=frame, file_names=names))


def text_of(pdf: Path) -> str:
    document = QPdfDocument()
    document.load(str(pdf))
    with pikepdf.open(pdf) as opened:
        about = " ".join(str(value) for _, value in opened.docinfo.items())
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    return " ".join([about, *pages])


def texts_in(folder: Path) -> dict[str, str]:
    """All that stands in the files of a folder, hidden sheets and the names of files too."""
    found: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".pdf":
            found[path.name] = f"{path.name} {text_of(path)}"
        elif path.suffix == ".xlsx":
            with ZipFile(path) as packed:
                parts = (packed.read(name).decode() for name in packed.namelist())
                found[path.name] = f"{path.name} {' '.join(parts)}"
        else:
            found[path.name] = f"{path.name} {path.read_text(encoding='utf-8-sig')}"
    return found


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every paper that goes to a supplier, by its file's name."""
    folder = tmp_path_factory.mktemp("sent")
    of = filled()
    names = [one.mail.supplier for one in write_outbox(of, folder)]
    write_reminder_letter(of, names[0], ON, folder / f"again {names[0]}.pdf")
    about = (mail_about(of, part) for part in range(len(of.parts)))
    one = next(mail for mail in about if mail is not None)
    (folder / "about.txt").write_text(f"{one.subject} {one.body}", encoding="utf-8-sig")
    return texts_in(folder)


def test_nothing_internal_is_sent_to_a_supplier(sent: dict[str, str]) -> None:
    assert {Path(name).suffix for name in sent} == {".pdf", ".txt", ".xlsx"}
    for name, said in sent.items():
        assert [mark for mark in MARKS if mark in said] == [], name


def test_no_other_supplier_is_named_to_a_supplier(sent: dict[str, str]) -> None:
    suppliers = {str(name) for name in small_assessment().parts.frame["supplier"] if name}
    for name, said in sent.items():
        named = {other for other in suppliers if other in said}
        assert len(named) == (name != "about.txt"), name


def test_no_estimate_and_no_question_of_ours_stands_in_a_letter(sent: dict[str, str]) -> None:
    for name, said in sent.items():
        for ours in (
            *OF_THE_QUESTION,
            "our estimate",
            "Risk of a stop",
            "Runs out",
            "Confidential",
        ):
            assert ours not in said, (name, ours)


def test_a_letter_about_another_day_or_scenario_does_not_say_so(tmp_path: Path) -> None:
    of = asked_on(ON, on_assumed=False)
    lapsed = replace(of, inquiry=replace(of.inquiry, scenario="lapsed"))
    write_report(lapsed, tmp_path / "a.pdf", "en", kind="supplier", supplier="Northgate Motion Ltd")
    said = text_of(tmp_path / "a.pdf")
    assert "SCENARIO" not in said
    assert "Answered for goods" not in said


def test_licence_papers_keep_what_is_ours_before_the_certificate(tmp_path: Path) -> None:
    write_report(filled(), tmp_path / "licence.pdf", "en", kind="licence", part=1)
    write_licence_form(filled(), tmp_path / "form.xlsx", Catalogue("en"), 1)
    document = QPdfDocument()
    document.load(str(tmp_path / "licence.pdf"))
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    first = next(at for at, said in enumerate(pages) if "Exporter in China" in said)
    inside, leaving = " ".join(pages[:first]), " ".join(pages[first:])
    assert "(assumed)" in inside, "counsel reads for which question it was screened"
    for ours in (*OF_THE_QUESTION, "For counsel", "boycott", "our assumption", "we assume"):
        assert ours not in leaving, ours
    for said in (leaving, *texts_in(tmp_path).values()):
        assert not re.findall("|".join(MARKS), said)
