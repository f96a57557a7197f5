"""Files that are no list at all, whatever their names say."""

# ruff: noqa: E501, PLW0108 - tables of files, one a line

import bz2
import gzip
import io
import lzma
import struct
import tarfile

from tests.workbooks.hostile_parts import package
from tests.workbooks.odd_parts import lines, odd

KIND = "disguise"
NO = "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED"
FILL = bytes(range(256)) * 12


def _tar() -> bytes:
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as out:
        entry = tarfile.TarInfo("list.csv")
        entry.size = len(lines())
        out.addfile(entry, io.BytesIO(lines().encode()))
    return raw.getvalue()


def _numbers() -> bytes:
    return package(
        {
            "Index/Document.iwa": FILL,
            "Index/Tables/DataList.iwa": FILL,
            "Metadata/Properties.plist": b"bplist00",
        }
    )


def _docx() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": '<w:document xmlns:w="urn:w"><w:body/></w:document>',
        }
    )


def _pptx() -> bytes:
    return package(
        {
            "[Content_Types].xml": "<Types/>",
            "ppt/presentation.xml": "<p:presentation xmlns:p='urn:p'/>",
            "_rels/.rels": "<Relationships/>",
        }
    )


def _dbase() -> bytes:
    """A table of dBase III with one field."""
    field = b"PART\0\0\0\0\0\0\0C" + bytes(4) + bytes([10, 0]) + bytes(14)
    return (
        struct.pack("<BBBBIHH20x", 3, 126, 11, 26, 1, 65, 11)
        + field
        + b"\r"
        + b" K-1       "
        + b"\x1a"
    )


SYLK = 'ID;PWXL;N;E\r\nC;Y1;X1;K"Part Number"\r\nC;X2;K"Quantity"\r\nC;Y2;X1;K"K-1"\r\nC;X2;K4\r\nE\r\n'
DIF = 'TABLE\n0,1\n"X"\nVECTORS\n0,2\n""\nTUPLES\n0,2\n""\nDATA\n0,0\n""\n-1,0\nBOT\n1,0\n"Part Number"\n1,0\n"Quantity"\n-1,0\nBOT\n1,0\n"K-1"\n0,4\nV\n-1,0\nEOD\n'
MAIL = "From: a@example.com\r\nTo: b@example.com\r\nSubject: Offer\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello, see below.\r\n"
# fmt: off
FILES = {
    "gzip.xlsx": lambda: gzip.compress(lines().encode()), "bzip2.xlsx": lambda: bz2.compress(lines().encode()),
    "xz.xlsx": lambda: lzma.compress(lines().encode()), "tar.xlsx": _tar, "seven_zip.xlsx": lambda: b"7z\xbc\xaf\x27\x1c\0\4" + FILL,
    "rar4.xlsx": lambda: b"Rar!\x1a\x07\0" + FILL, "rar5.xlsx": lambda: b"Rar!\x1a\x07\1\0" + FILL,
    "zstd.csv": lambda: b"\x28\xb5\x2f\xfd\x24" + FILL, "cabinet.xlsx": lambda: b"MSCF\0\0\0\0" + FILL,
    "pdf.xlsx": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + FILL, "pdf_behind_blank.xls": lambda: b"\r\n%PDF-1.4\n1 0 obj\n<<>>\nendobj\n",
    "docx.xlsx": _docx, "pptx.xlsx": _pptx, "numbers.numbers": _numbers, "numbers.xlsx": _numbers,
    "epub.xlsx": lambda: package({"mimetype": "application/epub+zip", "META-INF/container.xml": "<c/>"}),
    "jar.xlsx": lambda: package({"META-INF/MANIFEST.MF": "Manifest-Version: 1.0\n", "A.class": b"\xca\xfe\xba\xbe"}),
    "png.xlsx": lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + FILL, "jpeg.xls": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0" + FILL,
    "gif.csv": lambda: b"GIF89a" + FILL, "tiff.xlsx": lambda: b"II*\0" + FILL, "tiff_big.csv": lambda: b"MM\0*" + FILL, "webp.csv": lambda: b"RIFF\x10\x10\0\0WEBPVP8 " + FILL,
    "bitmap.xls": lambda: b"BM" + struct.pack("<IHHI", 3130, 0, 0, 54) + FILL, "heic.xlsx": lambda: b"\0\0\0\x18ftypheic" + FILL,
    "program.xlsx": lambda: b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff" + FILL, "elf.csv": lambda: b"\x7fELF\2\1\1" + FILL,
    "sqlite.xlsx": lambda: b"SQLite format 3\0" + FILL, "access.xls": lambda: b"\0\1\0\0Standard Jet DB\0" + FILL,
    "parquet.csv": lambda: b"PAR1" + FILL + b"PAR1", "movie.xlsx": lambda: b"\0\0\0\x20ftypisom" + FILL, "sound.csv": lambda: b"RIFF\x24\x10\0\0WAVEfmt " + FILL,
    "rtf.xls": lambda: b"{\\rtf1\\ansi\\deff0 {\\fonttbl}Price list\\par}", "mail.csv": lambda: MAIL.encode(),
    "shortcut.xlsx": lambda: b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F" + FILL, "address.xlsx": lambda: b"[InternetShortcut]\r\nURL=http://127.0.0.1:9/list.xlsx\r\n",
    "dbase.xls": _dbase, "lotus.xls": lambda: b"\0\0\2\0\x06\x04\x06\0\x08\0\0\0\0\0" + FILL, "noise.xlsx": lambda: bytes((n * 7919 >> 3) & 255 for n in range(5000)),
    "noise.csv": lambda: bytes((n * 104729 >> 5) & 255 for n in range(5000)), "svg.xls": lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "calendar.csv": lambda: b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Delivery\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "postscript.csv": lambda: b"%!PS-Adobe-3.0\n" + b"0 0 moveto\n" * 30, "mail_file.xlsx": lambda: MAIL.encode(),
}
LESS = {"mail.csv", "calendar.csv", "address.xlsx", "mail_file.xlsx", "postscript.csv"}
for _name, _make in FILES.items():
    odd(_name, KIND, NO + ("_OR_E_NO_TABLE_OR_E_CSV" if _name in LESS else "_OR_E_CSV" if _name == "noise.csv" else ""), _make, None)
odd("sylk.slk", KIND, "OPEN_OR_E_UNSUPPORTED", lambda: SYLK.encode(), (("K-1", None, 4, None),))
odd("sylk_named_csv.csv", KIND, "OPEN_OR_E_UNSUPPORTED", lambda: SYLK.encode(), (("K-1", None, 4, None),))
odd("dif.dif", KIND, "OPEN_OR_E_UNSUPPORTED", lambda: DIF.encode(), (("K-1", None, 4, None),))
odd("zeros.xlsx", KIND, "E_CORRUPT_OR_E_NOT_SPREADSHEET_OR_E_TRUNCATED_OR_E_EMPTY_OR_E_NETWORK_GONE", lambda: bytes(70_000), None)
odd("zeros.csv", KIND, "E_CORRUPT_OR_E_NOT_SPREADSHEET_OR_E_TRUNCATED_OR_E_EMPTY_OR_E_NETWORK_GONE_OR_E_CSV", lambda: bytes(70_000), None)
odd("~$list.xlsx", KIND, "E_LOCK_FILE", lambda: b"\x05Maier" + b" " * 49 + b"\x05\0M\0a\0i\0e\0r\0" + b" \0" * 49, None)
odd("~$list.xls", KIND, "E_LOCK_FILE", lambda: b"\x05Maier" + b" " * 49, None)
odd(".~lock.list.xlsx#", KIND, "E_LOCK_FILE", lambda: b",maier,pc,26.11.2026 10:00,file:///home/x;", None)
