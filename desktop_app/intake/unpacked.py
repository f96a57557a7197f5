"""A large xlsx package unpacked once, for all that read it. Runs in the reader child only.

Left packed, calamine unpacks and parses each sheet twice (its cells, then its merged ones, for which it
reads on to the end) and our own look a third time. Unpacked, with the merged cells told before the
others, a list of 100,000 rows costs it a third less. Nothing but a file without a name is written.
"""

import io
import os
import zipfile
from contextlib import closing
from pathlib import Path
from typing import IO, Any, BinaryIO

WORTH = 4_000_000
"""Bytes of a sheet from which on it saves more than it costs."""
MOST = 120_000_000
"""Bytes of all parts together; more would be felt as memory."""
BEFORE = 200_000
"""Bytes in which the cells of a sheet begin, behind what is said of its columns."""
NONE_MERGED = b'<mergeCells count="0"></mergeCells>'
_END_OF_MERGED = b"</mergeCells>"
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_IS_ENCRYPTED = 1


Source = str | BinaryIO
"""What calamine reads: a path, or a stream that it copies first."""


class Unpacked:
    """The same package, unpacked. ``for_calamine`` is a path where the system can name a file that has
    no name, for it copies whatever is no path."""

    def __init__(self, stream: BinaryIO, for_calamine: Source) -> None:
        self.stream, self.for_calamine = stream, for_calamine
        self._held: dict[str, bytes] = {}

    def hold(self, name: str, data: bytes) -> None:
        """Keeps a part at hand until ``package`` is closed."""
        self._held[name] = data

    def package(self) -> zipfile.ZipFile:
        """For a look into it before calamine reads it; its large parts were just unpacked and are at
        hand, so that they are neither copied back nor proved once more."""
        held, self._held = self._held, {}
        return _AtHand(self.stream, held)

    def close(self) -> None:
        """Gives the memory back."""
        self._held = {}
        self.stream.close()


class _AtHand(zipfile.ZipFile):
    """A package some parts of which need not be read from it."""

    def __init__(self, stream: BinaryIO, held: dict[str, bytes]) -> None:
        super().__init__(stream)
        self._held = held

    def open(self, name: str | zipfile.ZipInfo, *arguments: Any, **options: Any) -> IO[bytes]:
        """The part; no name means what a file names, so it is looked up as it stands."""
        data = self._held.get(name) if isinstance(name, str) and not arguments else None
        return super().open(name, *arguments, **options) if data is None else io.BytesIO(data)

    def close(self) -> None:
        """Lets go of the parts at hand as well."""
        self._held = {}
        super().close()


def unpacked(path: Path) -> Unpacked | None:
    """The package where it is plain and large; None where it is better read as it is. Nothing is
    raised: whoever reads the file itself says what is wrong with it."""
    try:
        with zipfile.ZipFile(path) as package:
            if not _is_worth_it(package.infolist()):
                return None
            made = _empty()
            try:
                _fill(made, package)
            except BaseException:
                made.close()
                raise
            return made
    except Exception:  # each of them comes again where the file itself is read, and is said there
        return None


def _is_worth_it(entries: list[zipfile.ZipInfo]) -> bool:
    names = [entry.filename for entry in entries]
    sizes = [entry.file_size for entry in entries]
    is_plain = all(
        entry.compress_type in _PLAIN and not entry.flag_bits & _IS_ENCRYPTED for entry in entries
    )
    is_unique = len(set(names)) == len(names) and "".join(names).isascii()
    return is_plain and is_unique and max(sizes, default=0) >= WORTH and sum(sizes) <= MOST


def _empty() -> Unpacked:
    if not hasattr(os, "memfd_create"):
        stream = io.BytesIO()
        return Unpacked(stream, stream)
    descriptor = os.memfd_create("lodestone")
    return Unpacked(os.fdopen(descriptor, "w+b"), f"/proc/self/fd/{descriptor}")


def _fill(unpacked: Unpacked, package: zipfile.ZipFile) -> None:
    out = unpacked.stream
    with closing(zipfile.ZipFile(out, "w", zipfile.ZIP_STORED)) as made:
        for entry in package.infolist():
            data = package.read(entry)
            begin, merged = 0, b""
            if entry.file_size >= WORTH:
                begin, merged = _merged_first(data)
                unpacked.hold(entry.filename, data)
            whole = memoryview(data)
            with made.open(entry.filename, "w") as part:
                part.write(whole[:begin])
                part.write(merged)
                part.write(whole[begin:])
    out.flush()
    out.seek(0)


def _merged_first(sheet: bytes) -> tuple[int, bytes]:
    """What tells the merged cells and where it is to stand, before the cells: calamine is content with
    the first it meets. An empty list of them where there are none; nothing where the sheet is not
    written as all programs write it."""
    begin, end = sheet.find(b"<sheetData", 0, BEFORE), sheet.rfind(b"</sheetData>")
    if begin < 0 or end < begin or b"mergeCells" in sheet[:begin]:
        return 0, b""
    first = sheet.find(b"<mergeCells", end)
    if first < 0:
        return (0, b"") if b"mergeCells" in sheet[end:] else (begin, NONE_MERGED)
    last = sheet.find(_END_OF_MERGED, first)
    return (0, b"") if last < 0 else (begin, sheet[first : last + len(_END_OF_MERGED)])
