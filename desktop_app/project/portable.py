"""A whole project as one file that travels: no database, only lines of JSON with their hashes.

A zip of ``manifest.json`` and one member per table. What it says of itself, rows and SHA-256 of
each table, is checked when it is written, and again, with the sealed log, when it is read.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import orjson
from sqlalchemy import Connection, Engine

from desktop_app.paths import program_version
from desktop_app.project import problems
from desktop_app.project.activity import Ledger
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import making, open_project
from desktop_app.project.rules import project_rules
from desktop_app.project.storage.log import read_about
from desktop_app.project.storage.migrating import STEPS, migrate, needs, revision_of, steps_from
from desktop_app.project.storage.rows import Tally, count, insert_lines, lines_of, tables_of
from desktop_app.project.storage.sqlite_file import (
    check,
    engine_for,
    fold_in,
    guarded,
)
from desktop_app.project.storage.store import Store
from desktop_app.project.whole_files import require_space, write_whole

FORMAT = "lodestone/portable/1"
MANIFEST = "manifest.json"
LONGEST_LINE = 64_000_000
"""Bytes of one row; the largest we write is a piece of a file, 1.4 MB as base64."""


def export_project(project: ProjectFile, target: Path) -> None:
    """Writes a project as it stands into one portable file. Raises CodedError; a file of that name
    is then untouched."""
    with guarded(target):
        require_space(target, project.path.stat().st_size)
    engine = engine_for(project.database, read_only=True)

    def write(place: Path) -> None:
        with guarded(project.path), engine.connect() as connection:
            write_portable(connection, place)
        with guarded(target), zipfile.ZipFile(place) as written:
            _check_hashes(written, target)

    try:
        with guarded(target):
            write_whole(target, write)
    finally:
        engine.dispose()


def import_project(
    source: Path, path: Path, *, author: str | None = None, home: Path | None = None
) -> ProjectFile:
    """Makes a project of a portable file and opens it.

    Raises CodedError: E_TARGET where there is a file of that name, E_UNSUPPORTED for something
    else or a newer program's, E_TRUNCATED, E_CORRUPT, E_TOO_LARGE. Nothing is left then.
    """
    with guarded(path):
        if path.exists():
            raise problems.exists(path)
        with guarded(source), _opened(source) as portable:
            _check_hashes(portable, source)
            with guarded(path), making(path) as partial:
                _fill(portable, source, partial)
    return open_project(path, author=author, home=home)


# --- writing ---------------------------------------------------------------------------------


def write_portable(connection: Connection, place: Path) -> None:
    """Writes all rows of a project of any schema into a new zip."""
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "schema": revision_of(connection),
        "needs": read_about(connection).get("needs", needs()),
        "program": program_version(),
        "tables": {},
    }
    with zipfile.ZipFile(place, "x", zipfile.ZIP_DEFLATED, compresslevel=1) as portable:
        for table in tables_of(connection):
            tally = Tally()
            with portable.open(_member(table.name), "w", force_zip64=True) as stream:
                for line in tally.passing(lines_of(connection, table)):
                    stream.write(line)
            manifest["tables"][str(table.name)] = tally.said()
        portable.writestr(MANIFEST, orjson.dumps(manifest, option=orjson.OPT_INDENT_2))


def _member(table: str) -> str:
    return f"tables/{table}.jsonl"


# --- reading ---------------------------------------------------------------------------------


def _opened(source: Path) -> zipfile.ZipFile:
    if not source.is_file():
        raise problems.not_found(source)
    if source.stat().st_size == 0:
        raise problems.empty(source)
    try:
        return zipfile.ZipFile(source)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as bad:
        with source.open("rb") as stream:
            is_zip = stream.read(4) == b"PK\x03\x04"
        raise (
            problems.bad_export(source, "E_TRUNCATED") if is_zip else problems.no_project(source)
        ) from bad


def _manifest(portable: zipfile.ZipFile, source: Path) -> dict[str, Any]:
    """What the file says of itself. Raises CodedError unless it is ours and not from the future."""
    try:
        found = orjson.loads(portable.read(MANIFEST))
        is_ours, tables = found["format"] == FORMAT, found["tables"]
        said = {name: (int(t["rows"]), str(t["sha256"])) for name, t in tables.items()}
        schema, needed = str(found["schema"]), str(found["needs"])
    except (KeyError, TypeError, AttributeError) as missing:
        raise problems.no_project(source) from missing
    except (ValueError, zipfile.BadZipFile) as bad:
        raise problems.bad_export(source) from bad
    if not is_ours:
        raise problems.no_project(source)
    if steps_from(schema) is None:
        raise problems.newer(source, needed)
    names = portable.namelist()
    if sorted(names) != sorted([MANIFEST, *(_member(name) for name in said)]):
        raise problems.bad_export(source)
    if sum(info.file_size for info in portable.infolist()) > project_rules().portable_bytes:
        raise problems.bad_export(source, "E_TOO_LARGE")
    return {"schema": schema, "tables": said}


def _check_hashes(portable: zipfile.ZipFile, source: Path) -> None:
    for name, said in _manifest(portable, source)["tables"].items():
        tally = Tally()
        for _line in tally.passing(_lines(portable, name, source)):
            pass
        if tuple(tally.said().values()) != said:
            raise problems.bad_export(source)


def _lines(portable: zipfile.ZipFile, table: str, source: Path) -> Iterator[bytes]:
    try:
        with portable.open(_member(table)) as stream:
            yield from iter(lambda: _line(stream), b"")
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as bad:
        raise problems.bad_export(source) from bad


def _line(stream: IO[bytes]) -> bytes:
    line = stream.readline(LONGEST_LINE)
    if line and not line.endswith(b"\n"):
        raise zipfile.BadZipFile("a line without an end")
    return line


def _fill(portable: zipfile.ZipFile, source: Path, place: Path) -> None:
    """Makes the tables of the schema the file was written in, fills them, brings them up to date."""
    manifest = _manifest(portable, source)
    engine = engine_for(place)
    try:
        with guarded(source), engine.begin() as connection:
            known = [step.revision for step in STEPS].index(manifest["schema"]) + 1
            migrate(connection, STEPS[:known])
            _insert(connection, portable, source, manifest["tables"])
            migrate(connection)
        _check_sense(engine, source)
        with guarded(source):
            fold_in(engine, closing=True)
    except (ValueError, KeyError, TypeError) as wrong:
        raise problems.bad_export(source) from wrong
    finally:
        engine.dispose()


def _insert(
    connection: Connection, portable: zipfile.ZipFile, source: Path, said: dict[str, Any]
) -> None:
    tables = tables_of(connection)
    if {table.name for table in tables} != set(said):
        raise problems.bad_export(source)
    for table in tables:
        insert_lines(connection, table, _lines(portable, table.name, source))
        if count(connection, table) != said[table.name][0]:
            raise problems.bad_export(source)


def _check_sense(engine: Engine, source: Path) -> None:
    """Rows that fit together and a log that is as it was written."""
    check(source, engine, thorough=True)
    with guarded(source):
        try:
            Ledger(Store(engine).read_log())
        except ValueError as wrong:
            raise problems.bad_export(source) from wrong
