"""A project that travels: whole on the other side, or refused with a code and nothing left."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from desktop_app import pipeline
from desktop_app.model.findings import CodedError
from desktop_app.paths import shipped
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.portable import export_project, import_project, write_portable
from desktop_app.project.storage.sqlite_file import engine_for
from tests.project.cases import ONE_OF_EACH, set_to
from tests.project.examples.__main__ import FOLDER
from tests.small_assessment import small_assessment


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project that holds some of everything, and what it exports."""
    folder = tmp_path_factory.mktemp("template")
    with create_project(folder / "work.lodestone", author="Ada", home=folder / "home") as made:
        made.do(*ONE_OF_EACH)
        made.add_files(pipeline.read([shipped("templates", "sample_supplier_parts.xlsx")]))
        made.do(set_to("b"))
        made.undo()
        made.keep_run(small_assessment(), "Monday")
        export_project(made, folder / "out.zip")
    return folder


@pytest.fixture
def project(template: Path, tmp_path: Path) -> Iterator[ProjectFile]:
    with open_project(Path(shutil.copy(template / "work.lodestone", tmp_path))) as found:
        yield found


@pytest.fixture
def portable(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(template / "out.zip", tmp_path))


def test_everything_arrives(project: ProjectFile, portable: Path, tmp_path: Path) -> None:
    with import_project(portable, tmp_path / "new.lodestone") as found:
        assert list(found.ledger) == list(project.ledger)
        assert found.project == project.project
        assert found.runs() == project.runs()
        assert found.reopen(found.runs()[0]).totals == small_assessment().totals
        there, here = found.reading(), project.reading()
        assert there is not None
        assert here is not None
        pd.testing.assert_frame_equal(there.parts.frame, here.parts.frame)
        sha256 = here.files[0].sha256
        assert found.original(sha256) == project.original(sha256)
        found.redo()
        assert found.project.setting("buyer") == "b"


def test_the_same_project_gives_the_same_lines(
    project: ProjectFile, portable: Path, tmp_path: Path
) -> None:
    export_project(project, tmp_path / "again.zip")
    with zipfile.ZipFile(portable) as one, zipfile.ZipFile(tmp_path / "again.zip") as other:
        assert one.namelist() == other.namelist()
        assert all(one.read(name) == other.read(name) for name in one.namelist())


def test_a_portable_project_of_an_older_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    older = tmp_path / "old.lodestone"
    older.write_bytes((FOLDER / "schema_0001.lodestone").read_bytes())
    engine = engine_for(older, read_only=True)
    with engine.connect() as connection:
        write_portable(connection, tmp_path / "old.zip")
    engine.dispose()
    with import_project(tmp_path / "old.zip", tmp_path / "new.lodestone") as found:
        assert found.project.setting("buyer") == "undone"
        assert found.runs() == ()


def rewrite(path: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    with zipfile.ZipFile(path) as portable:
        members = {name: portable.read(name) for name in portable.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w") as portable:
        for name, text in members.items():
            portable.writestr(name, text)


def manifest(**said: object) -> Callable[[Path], None]:
    def change(members: dict[str, bytes]) -> None:
        found = json.loads(members["manifest.json"]) | said
        members["manifest.json"] = json.dumps(found).encode()

    return lambda path: rewrite(path, change)


def lying(members: dict[str, bytes]) -> None:
    """A changed record with a manifest that fits it: only the seal of the log knows."""
    name = "tables/record.jsonl"
    members[name] = members[name].replace(b"Beispiel", b"Beispeil")
    found = json.loads(members["manifest.json"])
    found["tables"]["record"]["sha256"] = hashlib.sha256(members[name]).hexdigest()
    members["manifest.json"] = json.dumps(found).encode()


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "E_NOT_FOUND"),
    "no bytes": (lambda p: p.write_bytes(b""), "E_EMPTY"),
    "a text": (lambda p: p.write_bytes(b"hello"), "E_UNSUPPORTED"),
    "half of it": (lambda p: p.write_bytes(p.read_bytes()[: p.stat().st_size // 2]), "E_TRUNCATED"),
    "a workbook": (
        lambda p: p.write_bytes(shipped("templates", "sample_supplier_parts.xlsx").read_bytes()),
        "E_UNSUPPORTED",
    ),
    "a newer program's": (manifest(schema="0099", needs="9.9"), "E_UNSUPPORTED"),
    "another format": (manifest(format="other/1"), "E_UNSUPPORTED"),
    "a table missing": (
        lambda p: rewrite(p, lambda m: m.pop("tables/record.jsonl")), "E_CORRUPT",
    ),
    "a file more": (lambda p: rewrite(p, lambda m: m.update({"../evil": b""})), "E_CORRUPT"),
    "a line less": (
        lambda p: rewrite(
            p,
            lambda m: m.update(
                {"tables/part.jsonl": m["tables/part.jsonl"].split(b"\n", 1)[1]}
            ),
        ),
        "E_CORRUPT",
    ),
    "a letter changed": (
        lambda p: rewrite(
            p,
            lambda m: m.update(
                {"tables/record.jsonl": m["tables/record.jsonl"].replace(b"Beispiel", b"Beispeil")}
            ),
        ),
        "E_CORRUPT",
    ),
    "a letter changed and its hash": (lambda p: rewrite(p, lying), "E_CORRUPT"),
    "no tables said": (manifest(tables={}), "E_CORRUPT"),
    "nonsense said": (manifest(tables=3), "E_UNSUPPORTED"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_what_is_not_whole_is_refused_and_leaves_nothing(
    case: str, portable: Path, tmp_path: Path
) -> None:
    spoil, code = BAD[case]
    spoil(portable)
    place = tmp_path / "place"
    place.mkdir()
    with pytest.raises(CodedError) as caught:
        import_project(portable, place / "new.lodestone")
    assert caught.value.problem.code == code
    assert list(place.iterdir()) == []


def test_an_import_never_replaces_a_project(project: ProjectFile, portable: Path) -> None:
    with pytest.raises(CodedError) as caught:
        import_project(portable, project.path)
    assert caught.value.problem.code == "E_TARGET"


def test_an_export_that_fails_leaves_the_older_one(
    project: ProjectFile, portable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = portable.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(CodedError) as caught:
        export_project(project, portable)
    assert caught.value.problem.code == "E_DISK_FULL"
    monkeypatch.undo()
    assert portable.read_bytes() == before
    assert [p.name for p in portable.parent.iterdir() if "partial" in p.name] == []


def test_a_travelled_project_is_closed_like_any_other(portable: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    import_project(portable, place / "new.lodestone").close()
    assert [p.name for p in place.iterdir()] == ["new.lodestone"]
    open_project(place / "new.lodestone").close()
