"""Small whole files of every kind, as seeds for damage."""

import io
import random
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.workbooks.binary import make_xls, make_xlsb
from tests.workbooks.build import Rows, make_csv, make_ods, make_xlsx, put_error

ROWS: Rows = [
    ["Part Number", "Description", "Country of Origin", "Quantity", "Unit Price"],
    ["A-1", "Ring magnet N42SH", "China", 1200, 0.35],
    ["A-2", "Hex screw M6", "Germany", 50, 0.02],
    ["A-3", "Servo motor 400 W", "Japan", 3, 129.5],
]
HTML = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
PAGE = f"<html><body><table>{HTML}</table></body></html>"
ARCHIVE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    f"Content-Type: text/html; charset=utf-8\r\n\r\n{PAGE}\r\n--b--\r\n"
)
SHEET = "".join(
    "<Row>"
    + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row)
    + "</Row>"
    for row in ROWS
)
XML2003 = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="List">'
    f"<Table>{SHEET}</Table></Worksheet></Workbook>"
)


def make_seeds(folder: Path) -> Mapping[str, bytes]:
    """Kind to the bytes of a file that can be read whole."""
    xlsx = make_xlsx(folder / "seed.xlsx", {"Parts": ROWS, "More": ROWS[:2]})
    return {
        "xlsx": xlsx.read_bytes(),
        "xlsx with an error": put_error(xlsx, "B2", "#REF!").read_bytes(),
        "xlsb": make_xlsb(folder / "seed.xlsb", ROWS).read_bytes(),
        "xls": make_xls(folder / "seed.xls", ROWS).read_bytes(),
        "ods": make_ods(folder / "seed.ods", ROWS).read_bytes(),
        "csv": make_csv(folder / "seed.csv", ROWS).read_bytes(),
        "tsv utf-16": make_csv(folder / "seed.tsv", ROWS, "\t", "utf-16").read_bytes(),
        "html": PAGE.encode(),
        "mhtml": ARCHIVE.encode(),
        "xml2003": XML2003.encode(),
    }


def damaged(seed: bytes, chance: random.Random) -> bytes:
    """The file with a few bytes changed, cut out, doubled or cut off; of a package, in half of the
    cases, inside one of its parts, which stays well packed."""
    if seed[:2] == b"PK" and chance.random() < 0.5:
        return _inside(seed, chance)
    return _hurt(seed, chance)


def _inside(package: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = _hurt(parts[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as write:
        for part, content in parts.items():
            write.writestr(part, content)
    return out.getvalue()


def _hurt(content: bytes, chance: random.Random) -> bytes:
    raw = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        if not raw:
            break
        at = chance.randrange(len(raw))
        how = chance.randrange(5)
        if how == 0:
            raw[at] ^= 1 << chance.randrange(8)
        elif how == 1:
            raw[at] = chance.choice((0, 255, 60, 62, 34, 38))
        elif how == 2:
            del raw[at : at + chance.randint(1, 40)]
        elif how == 3:
            raw[at:at] = raw[at : at + chance.randint(1, 40)]
        elif chance.random() < 0.2:
            del raw[at:]
    return bytes(raw)
