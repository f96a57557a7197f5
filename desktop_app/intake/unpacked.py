"""A large xlsx package unpacked once, for all that read it. Runs in the reader child only.

Left packed, calamine unpacks and parses each sheet twice (its cells, then its merged ones, for which it
reads on to the end) and our own look a third time. So while our look reads a large part, what it reads
is put aside unpacked, and calamine gets that. The merged cells are found by the look; calamine is told
before all cells that there are none. A list of 100,000 rows costs a third less so. Nothing but a file
without a name is written.
"""

import io
import os
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import IO, Any, BinaryIO, Self, cast

WORTH = 4_000_000
"""Bytes of a part from which on it saves more than it costs."""
MOST = 120_000_000
"""Bytes of all parts together; more would be felt as memory where there is little."""
MOST_WHERE_MUCH_IS_FREE = 1_000_000_000
SHARE_OF_FREE = 4
"""A package may take one in so many bytes that nobody uses: a million rows unpack to 700 MB, and cost a quarter
less so. Own judgement."""
_FREE = Path("/proc/meminfo")
_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current"))
"""What a container may use, and uses; ``max`` or no file where it has no limit of its own."""
BEFORE = 200_000
"""Bytes in which the cells of a sheet begin, behind what is said of its columns."""
NONE_MERGED = b'<mergeCells count="0"></mergeCells>'
_REST = 1 << 18
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_IS_ENCRYPTED = 1


Source = str | BinaryIO
"""What calamine reads: a path, or a stream that it copies first."""
Packed = Path | io.BytesIO
"""A package as a file, or in memory, where what was locked or flat is never written to a disk."""


class Unpacked:
    """The same package, unpacked while it is looked into. To be closed."""

    def __init__(self, path: Packed, stream: BinaryIO, for_calamine: Source) -> None:
        self._path, self.stream, self._for_calamine = path, stream, for_calamine
        self._made = zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED)
        self._not_read_whole: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        """Gives the memory back."""
        self._made.close()
        self.stream.close()

    def package(self) -> zipfile.ZipFile:
        """The packed one, for a look. A large part is unpacked by being read, but for its merged cells:
        of them calamine is told that there are none."""
        return _PutAside(self._path, self._made, self._not_read_whole)

    def whole(self) -> Source | None:
        """What calamine is to read after the look: a path where the system can name a file that has no
        name, for it copies whatever is no path. None where a part was left in the middle or is damaged:
        whoever reads the file itself says what is wrong with it."""
        if self._not_read_whole:
            return None
        try:
            with zipfile.ZipFile(self._path) as package, self._made as made:
                for name in set(package.namelist()) - set(made.namelist()):
                    made.writestr(name, package.read(name))
        except Exception:  # it comes again where the file itself is read, and is said there
            return None
        self.stream.seek(0)
        return self._for_calamine


class _PutAside(zipfile.ZipFile):
    """A package whose large parts are put aside, unpacked, while they are read."""

    def __init__(self, path: Packed, made: zipfile.ZipFile, not_read_whole: set[str]) -> None:
        super().__init__(path)
        self._made, self._not_read_whole = made, not_read_whole

    def open(self, name: str | zipfile.ZipInfo, *arguments: Any, **options: Any) -> IO[bytes]:
        """The part; it is put aside the first time, where it is read bit by bit."""
        part = super().open(name, *arguments, **options)
        left = self._not_read_whole
        if arguments or left or not isinstance(name, str) or name in self._made.namelist():
            return part
        if self.getinfo(name).file_size < WORTH:
            return part
        copy = self._made.open(name, "w")
        left.add(name)
        return cast(IO[bytes], _Copied(part, copy, lambda: left.discard(name)))


class _Copied:
    """A part that is written elsewhere while it is read; ``at_end`` is called once it is whole."""

    def __init__(self, part: IO[bytes], copy: IO[bytes], at_end: Callable[[], None]) -> None:
        self._part, self._copy, self._at_end, self._is_begun = part, copy, at_end, False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failure: type[BaseException] | None, *_details: object) -> None:
        """What nobody wanted to read is still copied, unless reading failed."""
        with self._part, closing(self._copy):
            while failure is None and self.read(_REST):
                pass

    def read(self, size: int) -> bytes:
        """The next so many bytes. Raises what reading the part itself raises."""
        data = self._part.read(size)
        if not data:
            self._copy.close()
            self._at_end()
        elif self._is_begun:
            self._copy.write(data)
        else:
            self._copy.writelines(_none_merged(data))
            self._is_begun = True
        return data


def _none_merged(start: bytes) -> tuple[bytes, ...]:
    """The start of a sheet in which no cells are merged, as calamine understands it: it is content with
    the first that it meets. As it is where the sheet is not written as all programs write it."""
    begin = start.find(b"<sheetData", 0, BEFORE)
    if begin < 0 or b"mergeCells" in start[:begin]:
        return (start,)
    return start[:begin], NONE_MERGED, start[begin:]


def unpacked(path: Packed) -> Unpacked | None:
    """The package where it is plain and large; None where it is better read as it is. Nothing is
    raised: whoever reads the file itself says what is wrong with it."""
    try:
        with zipfile.ZipFile(path) as package:
            return _empty(path) if _is_worth_it(package.infolist()) else None
    except Exception:  # each of them comes again where the file itself is read, and is said there
        return None


def _is_worth_it(entries: list[zipfile.ZipInfo]) -> bool:
    names = [entry.filename for entry in entries]
    sizes = [entry.file_size for entry in entries]
    is_plain = all(
        entry.compress_type in _PLAIN and not entry.flag_bits & _IS_ENCRYPTED for entry in entries
    )
    is_unique = len(set(names)) == len(names) and "".join(names).isascii()
    return (
        is_plain
        and is_unique
        and max(sizes, default=0) >= WORTH
        and sum(sizes) <= _most(sum(sizes))
    )


def _most(wanted: int) -> int:
    """How many bytes may be unpacked. What has no name in the system is memory of this process and stays small:
    there the process has a limit."""
    if wanted <= MOST or not hasattr(os, "memfd_create"):
        return MOST
    return max(MOST, min(MOST_WHERE_MUCH_IS_FREE, _free() // SHARE_OF_FREE))


def _free() -> int:
    """Bytes of memory that nobody uses; 0 where Linux does not tell."""
    try:
        told = dict(line.split(":", 1) for line in _FREE.read_text("ascii").splitlines())
        return min(int(told["MemAvailable"].split()[0]) * 1024, _allowed())
    except (OSError, KeyError, IndexError, ValueError):
        return 0


def _allowed() -> int:
    """Bytes that a container may take yet; very many where it has no limit."""
    try:
        limit, used = (path.read_text("ascii").strip() for path in _LIMITS)
        return max(0, int(limit) - int(used)) if limit.isdigit() else sys.maxsize
    except (OSError, ValueError):
        return sys.maxsize


def _empty(path: Packed) -> Unpacked:
    if not hasattr(os, "memfd_create"):
        stream = io.BytesIO()
        return Unpacked(path, stream, stream)
    descriptor = os.memfd_create("lodestone")
    return Unpacked(path, os.fdopen(descriptor, "w+b"), f"/proc/self/fd/{descriptor}")
