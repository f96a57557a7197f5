"""Files with a password open with it, and say what is needed without it."""

import io
from pathlib import Path

import pytest

from desktop_app.intake.passwords import read_passwords
from desktop_app.intake.reading import read_files
from desktop_app.model.findings import CodedError
from desktop_app.model.progress import silent
from tests.intake.looking import facts, problem_code
from tests.workbooks.build import make_xlsx

ROWS = [["Part number", "Description"], ["4711", "Magnet ring N42SH"], ["4712", "Hex screw M6"]]


def protected(folder: Path, password: str) -> Path:
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = make_xlsx(folder / "plain.xlsx", {"Parts": ROWS})
    target = folder / "protected.xlsx"
    sealed = io.BytesIO()
    OOXMLFile(io.BytesIO(plain.read_bytes())).encrypt(password, sealed)
    target.write_bytes(sealed.getvalue())
    return target


def test_the_right_one_of_several_passwords_opens_a_file(tmp_path: Path) -> None:
    path = protected(tmp_path, "Grün 7!")
    reading = read_files([path], silent, ["wrong", "Grün 7!"])
    assert facts(reading, "part_number") == ["4711", "4712"]


def test_what_excel_opens_without_asking_opens_without_asking(tmp_path: Path) -> None:
    assert facts(read_files([protected(tmp_path, "VelvetSweatshop")], silent), "mpn") == [None] * 2


def test_a_missing_and_a_wrong_password_are_told_apart(tmp_path: Path) -> None:
    path = protected(tmp_path, "secret")
    assert problem_code(read_files([path], silent)) == "E_ENCRYPTED"
    assert problem_code(read_files([path], silent, ["Secret"])) == "E_WRONG_PASSWORD"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_of_passwords_holds_one_a_line(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "passwords.txt"
    path.write_bytes("Grün 7!\r\n\r\n two words \r\nGrün 7!\r\n".encode(encoding))
    assert read_passwords(path) == ("Grün 7!", " two words ")


def test_a_file_of_passwords_that_is_not_there_is_a_coded_problem(tmp_path: Path) -> None:
    with pytest.raises(CodedError) as failure:
        read_passwords(tmp_path / "none.txt")
    assert failure.value.problem.code == "E_NOT_FOUND"
