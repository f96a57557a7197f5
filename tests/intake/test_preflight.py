"""The first bytes decide what a file is, and whether it is looked into at all."""

import base64
import zipfile
from pathlib import Path

import pytest

from desktop_app.intake import preflight
from desktop_app.intake.preflight import identify
from desktop_app.intake.refusal import Refused
from tests.workbooks.build import edit_part, make_ods, make_xlsx

ROWS = [["Part Number", "Description"], ["A-1", "Ring"]]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"a;b\r\n1;2\r\n", "text"), ("a\tb\r\n1\t2".encode("utf-16"), "text"),
        ("料号,名称".encode("gb18030"), "text"), (b"<html><table><tr><td>1</table>", "html"),
        (b"  <TABLE border=1><tr>", "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mhtml"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
         "xml2003"),
    ],
)  # fmt: skip
def test_text_kinds_are_told_apart(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(content)
    assert identify(path) == kind


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E_EMPTY"), (b"%PDF-1.7", "E_NOT_SPREADSHEET"), (b'{"a": 1}', "E_NOT_SPREADSHEET"),
        (b"<svg></svg>", "E_NOT_SPREADSHEET"), (b"\x1f\x8b\x08", "E_UNSUPPORTED"),
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", "E_OLD_FORMAT"),
        (base64.encodebytes(b"PK\x03\x04" + bytes(900)), "E_NOT_SPREADSHEET"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "E_CORRUPT"),
        (b"PK\x03\x04" + bytes(40), "E_TRUNCATED"),
    ],
)  # fmt: skip
def test_other_things_are_refused_by_name(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        identify(path)
    assert refused.value.code == code


def refusal_of(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        identify(path)
    return refused.value.code


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_in_any_part_is_refused(tmp_path: Path, part: str, encoding: str) -> None:
    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": ROWS})
    attack = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode(encoding)
    assert refusal_of(edit_part(path, part, lambda _: attack)) == "E_XML_DTD"


def test_a_part_that_inflates_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preflight, "LARGEST_SIDE_PART", 1_000_000)
    for more, name in ((0, "whole"), (1, "flood")):
        path = make_xlsx(tmp_path / f"{name}.xlsx", {"Parts": ROWS})
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
            package.writestr("docProps/custom.xml", b"<a>" + b" " * (1_000_000 - 3 + more))
    assert identify(tmp_path / "whole.xlsx") == "xlsx"
    assert refusal_of(tmp_path / "flood.xlsx") == "E_ZIP_BOMB"


def test_doubled_entries_are_refused(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": ROWS})
    with zipfile.ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("xl/workbook.xml", b"<workbook/>")
    assert refusal_of(path) == "E_DUPLICATE_ENTRY"


def test_an_encrypted_open_document_is_named(tmp_path: Path) -> None:
    path = make_ods(tmp_path / "x.ods", ROWS)
    lock = lambda c: c.replace(b"</manifest", b"<manifest:encryption-data/></manifest", 1)  # noqa: E731
    assert refusal_of(edit_part(path, "META-INF/manifest.xml", lock)) == "E_ENCRYPTED"


def test_other_packages_are_no_spreadsheets(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")
    assert refusal_of(path) == "E_NOT_SPREADSHEET"


@pytest.mark.parametrize("head", [b"ID;PWXL;N;E\r\nC;Y1;X1;K1\r\n", b'TABLE\r\n0,1\r\n"EXCEL"\r\n'])
def test_old_exchange_formats_are_named_and_refused(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(head)
    with pytest.raises(Refused) as refused:
        identify(path)
    assert refused.value.code == "E_UNSUPPORTED"
