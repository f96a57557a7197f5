"""Commands that read files: passwords, several files at once, and files that stay as they were."""

import io
import json
import os
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from desktop_app.cli import main
from tests.workbooks.build import make_xlsx

ROWS = [
    ["Part number", "Description", "Country of origin"],
    ["0071", "NdFeB magnet N42SH", "CN"],
    ["0072", "Hex screw M6", "DE"],
]


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return make_xlsx(tmp_path / "plain.xlsx", {"Parts": ROWS})


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    target = tmp_path / "locked.xlsx"
    sealed = io.BytesIO()
    inside = make_xlsx(tmp_path / "inside.xlsx", {"Locked": ROWS})
    OOXMLFile(io.BytesIO(inside.read_bytes())).encrypt("Grün 7!", sealed)
    target.write_bytes(sealed.getvalue())
    return target


@pytest.fixture
def passwords(tmp_path: Path) -> Path:
    target = tmp_path / "passwords.txt"
    target.write_text("wrong\nGrün 7!\n", encoding="utf-8")
    return target


@pytest.mark.parametrize(
    "command",
    [
        ["assess"],
        ["columns"],
        ["explain", "--part", "Locked!2"],
        ["compare", "--with", "2026-11-10"],
        ["flags"],
    ],
)
def test_a_locked_file_opens_with_a_password_of_the_file_of_passwords(
    command: list[str], locked: Path, passwords: Path
) -> None:
    assert main([*command, str(locked)]) == 4
    assert main([*command, str(locked), "--password-file", str(passwords)]) == 0


def test_passwords_that_cannot_be_read_are_wrong_usage(
    plain: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["assess", str(plain), "--password-file", str(tmp_path / "gone.txt")])
    assert stopped.value.code == 2
    assert "gone.txt" in capsys.readouterr().err


def test_a_part_is_explained_among_several_files(
    plain: Path, locked: Path, passwords: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = ["explain", str(plain), str(locked), "--password-file", str(passwords)]
    assert main([*files, "--part", "Locked!3"]) == 0
    assert capsys.readouterr().out.startswith("Hex screw M6\n")


@pytest.mark.parametrize(
    ("origin", "ships", "words"),
    [("JP", "JP", "Judged for 22 Nov 2026"), ("CN", "NL", "Judged for"), ("CN", "", "Leaves China on"),
     ("", "", "Judged for 22 Nov 2026")],
)  # fmt: skip
def test_a_note_says_of_a_part_that_leaves_china_that_it_does(
    origin: str, ships: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = tmp_path / "parts.csv"
    parts.write_text(f"Description,Country of origin,Ships from\nServo motor,{origin},{ships}\n")
    assert main(["explain", str(parts), "--part", "!2", "--on", "2026-11-22"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith(words)


@pytest.mark.parametrize("option", ["--json", "--report", "--workbook"])
def test_an_output_never_takes_the_place_of_a_file_it_is_made_from(
    option: str, plain: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = plain.read_bytes()
    assert main(["assess", str(plain), option, str(plain.parent / "." / plain.name)]) == 2
    assert plain.read_bytes() == before
    assert "plain.xlsx" in capsys.readouterr().err


def test_two_outputs_need_two_names(plain: Path, tmp_path: Path) -> None:
    plain_out = str(tmp_path / "out")
    assert main(["assess", str(plain), "--json", plain_out, "--workbook", plain_out]) == 2
    assert not Path(plain_out).exists()


def test_a_file_without_a_list_is_named_with_what_to_do(
    plain: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.csv"
    letter.write_text("Dear Sir or Madam,\nplease find enclosed\n", encoding="utf-8")
    assert main(["assess", str(letter), str(plain), "--json", "-"]) == 0
    said = capsys.readouterr()
    assert len(json.loads(said.out)["parts"]) == 2
    assert "letter.csv: No parts table was found" in said.err
    assert "plain.xlsx: No parts" not in said.err


def test_a_destination_is_a_country(plain: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["assess", str(plain), "--destination", "XX"])
    assert stopped.value.code == 2
    assert main(["assess", str(plain), "--destination", "jp"]) == 0


def test_a_folder_without_spreadsheets_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", str(tmp_path)]) == 4
    said = capsys.readouterr()
    assert f"{tmp_path}: no spreadsheet lies in this folder." in said.err
    assert said.out == ""


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices are no files there")
def test_an_output_never_takes_the_place_of_a_device_or_pipe(
    plain: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main(["assess", str(plain), "--json", str(pipe)]) == 5
    assert pipe.is_fifo()
    assert "pipe was not written" in capsys.readouterr().err


def test_every_part_at_a_place_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, part in (("a.csv", "NdFeB magnet N42SH"), ("b.csv", "Hex screw M6")):
        text = f"Part number,Description\n0071,{part}\n0072,Washer\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.csv", "b.csv")]
    assert main(["explain", *files, "--part", "!2"]) == 0
    said = capsys.readouterr().out.splitlines()
    asked = [at for at, line in enumerate(said) if line.startswith("Judged for")]
    assert [said[at - 1] for at in asked] == ["NdFeB magnet N42SH", "Hex screw M6"]
    assert all(said[at + 1 : at + 3] == ["", "Answer"] for at in asked)


def test_a_row_that_says_more_of_a_part_is_explained_as_that_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own rows are no parts any more, and those behind them have moved up."""
    lists = {
        "a stock.csv": "Part number,Stock on hand\n0071,5\n0072,7\n",
        "b parts.csv": "Part number,Description,Quantity\n0071,NdFeB magnet N42SH,1\n0072,Washer,2\n",
    }
    for name, text in lists.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in lists]
    assert main(["explain", *files, "--part", "!3"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Washer"
    assert "NdFeB magnet N42SH" not in said
