"""Odd files, third collection: binary workbooks and locked ones.

Written before it was looked at how any of them is read; frozen on 2026-11-27. Locks are built after MS-OFFCRYPTO
2.3.4 (standard encryption of ECMA-376) and 2.3.6 (RC4 of Excel 97).
"""

# ruff: noqa: E501 - tables of files, one a line

import hashlib
import struct
from collections.abc import Callable
from typing import Any

from tests.workbooks.binary import _biff as biff
from tests.workbooks.binary import _entry as entry
from tests.workbooks.binary import _ole as ole
from tests.workbooks.binary import _record as record
from tests.workbooks.binary import _wide as wide
from tests.workbooks.hostile_parts import package
from tests.workbooks.odd_binaries import (
    DEFAULT,
    PADDED,
    _locked,
    _number,
    _plain,
    _shared,
    _text8,
    cells8,
    rk,
    stream8,
    xlsb,
)  # fmt: skip
from tests.workbooks.odd_parts import HEADS, LIST, TABLE, WHOLE, content, odd
from tests.workbooks.rough_sheets import without

KIND = "rough: binary"
LOCK = "rough: lock"
BOOK = "Workbook"


# xlsb


def _at(column: int, body: bytes, number: int, head: bool = False) -> Callable[..., bytes]:
    """The cell of this column as another record, in the lines of parts."""

    def make(own: int, value: Any, texts: list[str]) -> bytes:
        if own != column or (value in HEADS and not head):
            return _plain(own, value, texts)
        return record(number, struct.pack("<II", own, 0) + body)

    return make


def _looks(column: int, value: Any, _: list[str]) -> bytes:
    """Texts with runs of their own looks, and an unknown record of the future behind each cell."""
    place = struct.pack("<II", column, 0)
    if not isinstance(value, str):
        return record(5, place + struct.pack("<d", value)) + record(3000, b"\1\2\3")
    return record(62, place + b"\1" + wide(value) + struct.pack("<IHH", 1, 0, 0))


def _count_lies() -> bytes:
    """The table of shared texts says that it holds four thousand million."""
    shared = record(159, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF)) + record(160)
    return xlsb(_shared, more={"xl/sharedStrings.bin": shared})


def _row_beyond() -> bytes:
    body = record(129) + record(145) + record(0, struct.pack("<IIHBBB", 1 << 31, 0, 300, 0, 0, 0) + struct.pack("<I", 0))  # fmt: skip
    return xlsb(more={"xl/worksheets/sheet1.bin": body + _plain(0, "x", []) + record(146) + record(130)})  # fmt: skip


# xls


def _numbers_packed() -> bytes:
    """Short numbers, runs of blanks, and an error, in the records of Excel itself."""
    cells = b"".join(_text8(0, c, str(v)) for c, v in enumerate(HEADS))
    for r, row in enumerate(LIST, start=1):
        cells += b"".join(_text8(r, c, str(v)) for c, v in enumerate(row[:3]))
        if r == 2:
            cells += biff(0x0205, struct.pack("<HHHBB", r, 3, 0, 0x2A, 1))
        else:
            cells += biff(0x027E, struct.pack("<HHH", r, 3, 0) + rk(float(row[3])))
        cells += _number(r, 4, float(row[4]))
        cells += biff(0x00BE, struct.pack("<HH", r, 5) + bytes(8) + struct.pack("<H", 8))
    return ole(BOOK, stream8([("Parts", 0, cells)]))


def _texts_over_records(wide_from: int = 9) -> bytes:
    """The table of texts breaks off in the midst of a text, which goes on in letters of two bytes."""
    texts = [v for row in TABLE for v in row if isinstance(v, str)]
    head = struct.pack("<II", len(texts), len(texts))
    packed = [struct.pack("<HB", len(t), 0) + t.encode("latin-1") for t in texts]
    broken, half = texts[wide_from], len(texts[wide_from]) // 2
    first = head + b"".join(packed[:wide_from]) + struct.pack("<HB", len(broken), 0) + broken[:half].encode("latin-1")  # fmt: skip
    rest = b"\1" + broken[half:].encode("utf-16-le") + b"".join(packed[wide_from + 1 :])
    cells, at = b"", 0
    for r, row in enumerate(TABLE):
        for c, v in enumerate(row):
            if isinstance(v, str):
                cells += biff(0x00FD, struct.pack("<HHHI", r, c, 0, at))
                at += 1
            else:
                cells += _number(r, c, v)
    table = biff(0x00FC, first) + biff(0x003C, rest)
    return ole(BOOK, stream8([("Parts", 0, cells)], table))


def _big_sectors() -> bytes:
    """The envelope of version 4, with sectors of 4,096 bytes."""
    size = 4096
    stream = stream8([("Parts", 0, cells8())]).ljust(size, b"\0")
    count = len(stream) // size
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + count), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (size // 4 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 4, 0xFFFE, 12, 6, 1, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)  # fmt: skip
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(BOOK, 2, 0xFFFFFFFF, 2, len(stream))  # fmt: skip
    return head.ljust(size, b"\0") + struct.pack(f"<{size // 4}I", *table) + directory.ljust(size, b"\0") + stream  # fmt: skip


def _small_stream() -> bytes:
    """A book of less than 4,096 bytes lies in the small sectors of its envelope."""
    none, end = 0xFFFFFFFF, 0xFFFFFFFE
    stream = stream8([("Parts", 0, cells8())])
    assert len(stream) < 4096
    small = stream.ljust(-(-len(stream) // 64) * 64, b"\0")
    minis, big = len(small) // 64, small.ljust(-(-len(small) // 512) * 512, b"\0")
    sectors = len(big) // 512
    table = [0xFFFFFFFD, end, end, *range(4, 3 + sectors), end]
    table += [none] * (128 - len(table))
    mini = [*range(1, minis), end] + [none] * (128 - minis)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 2, 1, end, 0)
    head += struct.pack("<109I", 0, *[none] * 108)
    directory = entry("Root Entry", 5, 1, 3, len(small)) + entry(BOOK, 2, none, 0, len(stream))
    return head + struct.pack("<128I", *table) + (directory + bytes(256)) + struct.pack("<128I", *mini) + big  # fmt: skip


def _cut_in_a_record() -> bytes:
    """The stream ends in the midst of a cell of the third part."""
    stream = stream8([("Parts", 0, cells8())])
    at = stream.index("Servo motor".encode("utf-16-le"))
    raw = bytearray(ole(BOOK, stream))
    start = len(raw) - len(stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0"))
    raw[start + at + 8 :] = bytes(len(raw) - start - at - 8)
    return bytes(raw)


def _sheet_elsewhere() -> bytes:
    """The list of sheets says that the sheet begins where no stream is."""
    stream = bytearray(stream8([("Parts", 0, cells8())]))
    at = stream.index(struct.pack("<H", 0x0085))
    stream[at + 4 : at + 8] = struct.pack("<I", 0x7FFFFFF0)
    return ole(BOOK, bytes(stream))


def _with_macros() -> bytes:
    """A folder of macros beside the book, as Excel 97 to 2003 stored it."""
    raw = bytearray(ole(BOOK, stream8([("Parts", 0, cells8())])))
    none = 0xFFFFFFFF
    folder = bytearray(entry("_VBA_PROJECT_CUR", 1, none, 0, 0))
    book = bytearray(raw[512 * 2 + 128 : 512 * 2 + 256])
    book[72:76] = struct.pack("<I", 2)
    raw[512 * 2 + 128 : 512 * 2 + 256] = book
    raw[512 * 2 + 256 : 512 * 2 + 384] = folder
    return bytes(raw)


def _linked() -> bytes:
    """The book names another one as the source of its cells (SUPBOOK with a path)."""
    path = "\1C:\\lists\\prices.xls"
    body = struct.pack("<HHB", 1, len(path), 0) + path.encode("latin-1")
    body += struct.pack("<HB", 2, 0) + b"S1"
    return ole(BOOK, stream8([("Parts", 0, cells8())], biff(0x01AE, body)))


# locks


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def locked_97(password: str) -> bytes:
    """An Excel 97 book under RC4 of 40 bits."""
    salt, verifier = bytes(range(16)), bytes(range(16, 32))
    first = hashlib.md5(password.encode("utf-16-le"), usedforsecurity=False).digest()[:5]
    base = hashlib.md5((first + salt) * 16, usedforsecurity=False).digest()[:5]

    def key(block: int) -> bytes:
        return hashlib.md5(base + struct.pack("<I", block), usedforsecurity=False).digest()

    checked = hashlib.md5(verifier, usedforsecurity=False).digest()
    sealed = _rc4(key(0), verifier + checked)
    lock = biff(0x002F, struct.pack("<HHH", 1, 1, 1) + salt + sealed)
    # Books of Excel end where their records end; the envelope of these builders fills up with noughts.
    over = len(stream8([("Parts", 0, cells8())], lock)) % 4
    plain = stream8([("Parts", 0, cells8())], lock + biff(0x00E1, bytes(-over % 4)))
    return ole(BOOK, _sealed_records(plain, key))


def _sealed_records(plain: bytes, key: Callable[[int], bytes]) -> bytes:
    """Contents of records under the stream of keys, but for those that say where and how."""
    stream = b"".join(_rc4(key(n), bytes(1024)) for n in range(len(plain) // 1024 + 1))
    out, at = bytearray(plain), 0
    while at + 4 <= len(plain):
        number, length = struct.unpack("<HH", plain[at : at + 4])
        skip = length if number in (0x0809, 0x002F) else 4 if number == 0x0085 else 0
        for n in range(at + 4 + skip, at + 4 + length):
            out[n] ^= stream[n]
        at += 4 + length
    return bytes(out)


def locked_2007(password: str, inner: bytes | None = None) -> bytes:
    """A workbook under the standard encryption of Excel 2007: AES of 128 bits, SHA-1 50,000 times."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    salt, verifier = bytes(range(16)), bytes(range(40, 56))
    turned = hashlib.sha1(salt + password.encode("utf-16-le"), usedforsecurity=False).digest()
    for n in range(50_000):
        turned = hashlib.sha1(struct.pack("<I", n) + turned, usedforsecurity=False).digest()
    last = hashlib.sha1(turned + bytes(4), usedforsecurity=False).digest()
    mixed = bytes(a ^ b for a, b in zip(b"\x36" * 64, last.ljust(64, b"\0"), strict=True))
    key = hashlib.sha1(mixed, usedforsecurity=False).digest()[:16]

    def seal(data: bytes) -> bytes:
        lock = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305 - as the format has it
        return lock.update(data) + lock.finalize()

    plain = package(content() | PADDED) if inner is None else inner
    body = struct.pack("<Q", len(plain)) + seal(plain.ljust(-(-len(plain) // 16) * 16, b"\0"))
    name = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    head = struct.pack("<IIIIIIII", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + name
    hashed = hashlib.sha1(verifier, usedforsecurity=False).digest().ljust(32, b"\0")
    proof = struct.pack("<I", 16) + salt + seal(verifier) + struct.pack("<I", 20) + seal(hashed)
    info = struct.pack("<HHII", 3, 2, 0x24, len(head)) + head + proof
    return two_streams(("EncryptionInfo", info), ("EncryptedPackage", body))


def two_streams(*streams: tuple[str, bytes]) -> bytes:
    """An envelope with two streams of full sectors."""
    none, end = 0xFFFFFFFF, 0xFFFFFFFE
    table, bodies, starts = [0xFFFFFFFD, end], b"", list[int]()
    for _, body in streams:
        starts.append(len(table))
        count = -(-max(len(body), 4096) // 512)
        table += [*range(len(table) + 1, len(table) + count), end]
        bodies += body.ljust(count * 512, b"\0")
    assert len(table) <= 128
    table += [none] * (128 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)  # fmt: skip
    head += struct.pack("<109I", 0, *[none] * 108)
    (one, first), (two, second) = streams
    own = bytearray(entry(one, 2, none, starts[0], max(len(first), 4096)))
    own[72:76] = struct.pack("<I", 2)
    directory = entry("Root Entry", 5, 1, end, 0) + bytes(own) + entry(two, 2, none, starts[1], len(second))  # fmt: skip
    return head + struct.pack("<128I", *table) + directory + bytes(128) + bodies


def _lock_cut() -> bytes:
    return two_streams(("EncryptionInfo", b"\4\0\4\0"), ("EncryptedPackage", bytes(5000)))


def _seal_broken() -> bytes:
    """A locked workbook in whose midst some bytes were changed."""
    raw = bytearray(_locked("Frühling 2026")())
    raw[-3000:-2990] = bytes(10)
    return bytes(raw)


MISSING = without(1, 2)
NO_PIECES: Any = tuple((number, land, None, price) for number, land, _, price in WHOLE)
# fmt: off
odd("texts_with_looks.xlsb", KIND, "OPEN", lambda: xlsb(_looks), sheets=1)
odd("pieces_are_errors.xlsb", KIND, "OPEN_WITH_WARNING", lambda: xlsb(_at(3, b"\x2a", 3)), NO_PIECES, warnings=("W_ERROR_CELL",))
odd("pieces_are_true.xlsb", KIND, "OPEN_WITH_WARNING_OR_OPEN", lambda: xlsb(_at(3, b"\1", 4)), NO_PIECES)
odd("texts_missing_by_number.xlsb", KIND, "E_CORRUPT_OR_E_MISSING_PART_OR_E_MEMORY_OR_E_READER_CRASH_OR_OPEN_WITH_WARNING", _count_lies, None)
odd("row_beyond_all.xlsb", KIND, "E_CORRUPT_OR_E_TOO_LARGE_OR_E_MEMORY_OR_OPEN_WITH_WARNING_OR_E_NO_TABLE", _row_beyond, None)
odd("macros.xlsb", KIND, "OPEN_WITH_WARNING", lambda: xlsb(more={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(900)}), warnings=("W_MACRO",))
odd("linked.xlsb", KIND, "OPEN_WITH_WARNING", lambda: xlsb(more={"xl/externalLinks/externalLink1.bin": record(360) + record(361)}), warnings=("W_EXTERNAL_LINK",))
odd("cut_in_a_cell.xlsb", KIND, "E_CORRUPT_OR_OPEN_WITH_WARNING", lambda: xlsb(more={"xl/worksheets/sheet1.bin": record(129) + record(145) + record(0, bytes(17)) + b"\6\x20" + bytes(6)}), None)
odd("short_numbers_and_an_error_97.xls", KIND, "OPEN_WITH_WARNING", _numbers_packed, MISSING, warnings=("W_ERROR_CELL",))
odd("text_over_two_records_97.xls", KIND, "OPEN", _texts_over_records, sheets=1)
odd("sectors_of_4096_bytes_97.xls", KIND, "OPEN", _big_sectors, sheets=1)
odd("small_sectors_97.xls", KIND, "OPEN", _small_stream, sheets=1)
odd("cut_in_a_record_97.xls", KIND, "E_CORRUPT_OR_E_TRUNCATED_OR_OPEN_WITH_WARNING", _cut_in_a_record, None)
odd("sheet_begins_nowhere_97.xls", KIND, "E_CORRUPT_OR_E_TRUNCATED_OR_OPEN_WITH_WARNING", _sheet_elsewhere, None)
odd("very_hidden_97.xls", KIND, "OPEN_WITH_WARNING", lambda: ole(BOOK, stream8([("Parts", 2, cells8())])), sheets=1, warnings=("W_HIDDEN",))
odd("macros_97.xls", KIND, "OPEN_WITH_WARNING", _with_macros, warnings=("W_MACRO",))
odd("linked_97.xls", KIND, "OPEN_WITH_WARNING", _linked, warnings=("W_EXTERNAL_LINK",))
odd("code_page_nobody_knows_97.xls", KIND, "OPEN", lambda: ole(BOOK, stream8([("Parts", 0, cells8())], code=0xFDE9)))
odd("default_password_97.xls", LOCK, "OPEN", lambda: locked_97(DEFAULT), sheets=1)
odd("password_97.xls", LOCK, "E_ENCRYPTED", lambda: locked_97("Frühling 2026"), None)
odd("password_given_97.xls", LOCK, "OPEN", lambda: locked_97("Frühling 2026"), sheets=1, passwords=("nein", "Frühling 2026"))
odd("password_wrong_97.xls", LOCK, "E_WRONG_PASSWORD", lambda: locked_97("Frühling 2026"), None, passwords=("nein",))
odd("password_of_2007.xlsx", LOCK, "E_ENCRYPTED", lambda: locked_2007("合同2026"), None)
odd("password_of_2007_given.xlsx", LOCK, "OPEN", lambda: locked_2007("合同2026"), sheets=1, passwords=("合同2026",))
odd("default_password_of_2007.xlsx", LOCK, "OPEN", lambda: locked_2007(DEFAULT), sheets=1)
odd("password_given.xlsb", LOCK, "OPEN", _locked("Frühling 2026", lambda: xlsb(more=PADDED)), sheets=1, passwords=("Frühling 2026",))
odd("something_else_under_the_lock.xlsx", LOCK, "E_NOT_SPREADSHEET_OR_E_CORRUPT", lambda: locked_2007("a", b"%PDF-1.7\n" + bytes(range(256)) * 40), None, passwords=("a",))
odd("lock_says_nothing.xlsx", LOCK, "E_ENCRYPTED_OR_E_CORRUPT", _lock_cut, None)
odd("bytes_changed_under_the_lock.xlsx", LOCK, "E_CORRUPT_OR_E_WRONG_PASSWORD_OR_OPEN", _seal_broken, None, passwords=("Frühling 2026",))
