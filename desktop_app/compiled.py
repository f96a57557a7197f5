"""What was made of shipped files, kept until one of them changes, as Python keeps its byte-code.

Words of parts and headings of columns take a third of a second to be read and turned into what the
search needs; what came of it is read back in a tenth of that. It is kept in the user's own cache, and
holds nothing of the user's. **The law is never kept so**: it is read anew each time.

It is used only where the very bytes of the files, the program's code and its Python are those it was
made with, and where it is whole; otherwise everything is made from the files again, and no word is
said of it. What is read back may only build values of the classes named here, so that a file that
somebody else put there runs nothing.
"""

import hashlib
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from importlib.util import cache_from_source
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.paths import cache_home

T = TypeVar("T")

_PACKAGE = Path(__file__).resolve().parent
_COPIES = 4
"""Copies of the program, such as two editions, whose tables are kept beside one another."""
_SUFFIX = ".compiled"
_CHECK = 4
"""Bytes of a checksum at the end: a file half written when the power went is made anew."""
_VALUES = "desktop_app.register."
_OTHERS = frozenset(
    {
        ("desktop_app.matching.lexicon", "Word"),
        ("desktop_app.intake.composed_headings", "Sense"),
        ("re", "_compile"),
        ("datetime", "date"),
    }
)


def fingerprint(files: Iterable[Path], rooms: Sequence[str], unread: Iterable[Path] = ()) -> str:
    """Stands for the bytes of ``files`` and the code of ``rooms`` (folders or modules of this package,
    such as "register"). ``unread``: large files that are made with the code, and told as it is, by time
    and size. Raises OSError where a file cannot be read."""
    found = hashlib.sha256(f"{sys.version} {pickle.HIGHEST_PROTOCOL}".encode())
    for path in files:
        content = path.read_bytes()
        found.update(f"\0{path.parent.name}/{path.name}\0{len(content)}\0".encode())
        found.update(content)
    for name, changed, size in sorted(chain(_code_of(rooms), map(_stamp, unread))):
        found.update(f"\0{name}\0{changed}\0{size}".encode())
    return found.hexdigest()


def _stamp(path: Path) -> tuple[str, int, int]:
    known = path.stat()
    return f"{path.parent.name}/{path.name}", known.st_mtime_ns, known.st_size


def _code_of(rooms: Sequence[str]) -> Iterable[tuple[str, int, int]]:
    """Name, time of the last change and size of each module; of the whole program where it is frozen
    into one file."""
    for room in (*rooms, "compiled.py"):
        place = _PACKAGE / room
        found = place.iterdir() if place.is_dir() else iter([place])
        for module in found:
            if module.suffix == ".py" and module.exists():
                known = module.stat()
                yield f"{room}/{module.name}", known.st_mtime_ns, known.st_size
    if getattr(sys, "frozen", False):
        known = Path(sys.executable).stat()
        yield sys.executable, known.st_mtime_ns, known.st_size


def compiled(name: str, mark: str, make: Callable[[], T]) -> T:
    """What ``make`` returns, or what it returned when the ``fingerprint`` was this ``mark``.

    ``name``: of the file in the cache. Whatever ``make`` raises passes through; what goes wrong in
    the cache does not.
    """
    place, head = cache_of_this_copy() / f"{name}{_SUFFIX}", mark.encode()
    kept = _kept(place, head, _values)
    if kept is _NOTHING:
        kept = make()
        _keep(place, head, kept)
        _forget_copies(place.parent.parent)
    found: T = kept
    return found


def cache_of_this_copy() -> Path:
    """Where what this copy of the program has made lies, with this Python: of two copies that a user has,
    neither makes anew what the other made."""
    # Built into one file it is unpacked elsewhere at each start.
    program = sys.executable if getattr(sys, "frozen", False) else _PACKAGE
    copy = f"{program} {sys.version}".encode("utf-8", "surrogatepass")
    return cache_home() / f"made-{hashlib.sha256(copy).hexdigest()[:12]}"


def _forget_copies(home: Path) -> None:
    """Takes away what copies have made that are the longest out of use."""
    try:
        copies = sorted(home.glob("made-*"), key=lambda copy: copy.stat().st_mtime_ns)
        for copy in copies[:-_COPIES]:
            for kept in copy.glob(f"*{_SUFFIX}"):
                kept.unlink()
            copy.rmdir()
    except OSError:  # another copy may be at work there
        return


def beside_byte_code(name: str, source: str, mark: str, make: Callable[[], T]) -> T:
    """The same for what a foreign library made, kept as it lies in memory: it is read back unlooked at,
    as byte-code is. So it lies beside that of the module ``source``, where nobody writes who could not
    as well change the program; where there is no such place, everything is made anew."""
    place, head = Path(cache_from_source(source)).with_suffix(f".{name}"), mark.encode()
    if not place.parent.is_dir():
        return make()
    kept = _kept(place, head, pickle.loads)
    if kept is _NOTHING:
        kept = make()
        _keep(place, head, kept)
    found: T = kept
    return found


_NOTHING: Any = object()


def _kept(place: Path, head: bytes, read: Callable[[memoryview], Any]) -> Any:
    try:
        content = place.read_bytes()
        if content.startswith(head) and _is_whole(content):
            return read(memoryview(content)[len(head) : -_CHECK])
    except Exception:  # a damaged pickle raises nearly anything; all of it means: make it anew
        return _NOTHING
    return _NOTHING


def _is_whole(content: bytes) -> bool:
    return zlib.crc32(memoryview(content)[:-_CHECK]).to_bytes(_CHECK, "big") == content[-_CHECK:]


def _keep(place: Path, head: bytes, made: object) -> None:
    """Beside it first, so that nobody reads half of it. A cache that cannot be written is no fault;
    where nobody knows the user's home there is none."""
    if not place.is_absolute():
        return
    content = head + pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content + zlib.crc32(content).to_bytes(_CHECK, "big"))
        beside.replace(place)
    except OSError:
        try:
            beside.unlink(missing_ok=True)
        except OSError:
            return


def _values(content: memoryview) -> Any:
    return _Values(BytesIO(content)).load()


class _Values(pickle.Unpickler):
    """Builds plain values and those of the register; names nothing else, so that nothing else runs.

    Neither what a module of the register has from elsewhere nor what lies behind a point in its names:
    ``load_knowledge.__class__`` is the class of functions, which makes one of any code.
    """

    def find_class(self, module: str, name: str) -> Any:
        if (module.startswith(_VALUES) and "." not in name) or (module, name) in _OTHERS:
            found = super().find_class(module, name)
            is_of_it = isinstance(found, type) and found.__module__ == module
            if is_of_it or (module, name) in _OTHERS:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
