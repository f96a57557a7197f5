"""A register pack is used whole and checked, or not at all and with a code."""

import io
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.register import pack_file
from desktop_app.register.buyer_rule_files import buyer_rules_of
from desktop_app.register.edition import load_edition
from desktop_app.register.installed import editions_home
from desktop_app.register.pack_file import MANIFEST
from desktop_app.register.packs import check_pack, install_pack
from tests.register.packing import (
    Parts,
    law,
    maker,
    packed,
    parts_of,
    shipped_announcements,
    with_law,
    with_manifest,
    written,
)

pytestmark = pytest.mark.usefixtures("home")


def test_a_newer_edition_is_used_from_the_next_reading_on(tmp_path: Path, whole: bytes) -> None:
    path = written(tmp_path, whole)
    info = check_pack(path)
    assert (info.edition, info.announcements, info.signed_by) == (
        "2026-12",
        shipped_announcements(),
        None,
    )
    assert "not signed" in Catalogue("en").say(info.proof)
    assert load_edition().number == "2026-11"
    install_pack(path)
    edition = load_edition()
    assert (edition.number, edition.reviewed_through) == ("2026-12", date(2026, 12, 1))
    assert edition.notes == ()
    assert buyer_rules_of(edition)
    assert edition.folder is not None
    assert edition.folder.is_relative_to(editions_home())


def test_a_pack_brings_new_law(tmp_path: Path) -> None:
    folder = law(tmp_path / "law")
    sound = (Path(__file__).parent / "sound_control.yaml").read_text(encoding="utf-8")
    (folder / "controls" / "new-law.yaml").write_text(
        sound.replace("id: sound_control", "id: new-law"), encoding="utf-8"
    )
    maker().make_pack(folder, tmp_path / "new.lodestone-register")
    assert (
        install_pack(tmp_path / "new.lodestone-register").announcements
        == shipped_announcements() + 1
    )
    assert "new-law" in load_edition().by_id


def test_law_against_its_own_examples_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command checks what a file cannot say of itself: that the law means what it shows."""
    folder = law(tmp_path / "law")
    path = folder / "controls" / "CN-MOFCOM-2023-39.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("value: 99.9}") == 1
    path.write_text(text.replace("value: 99.9}", "value: 99.99}"), encoding="utf-8")
    target = tmp_path / "new.lodestone-register"
    maker().make_pack(folder, target)
    assert main(["install-register", str(target)]) == 4
    said = capsys.readouterr().err
    assert "its own example of" in said
    assert "CN-MOFCOM-2023-39" in said
    assert load_edition().number == "2026-11"


def test_the_command_checks_and_installs(
    tmp_path: Path, whole: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(written(tmp_path, whole))
    assert main(["install-register", path, "--check"]) == 0
    assert "nothing was changed" in capsys.readouterr().out
    assert load_edition().number == "2026-11"
    assert main(["install-register", path]) == 0
    assert f"{shipped_announcements()} announcements" in capsys.readouterr().out
    assert main(["check-register", "--short"]) == 0
    assert "Register edition 2026-12" in capsys.readouterr().out
    assert main(["install-register", path]) == 4
    assert "not older" in capsys.readouterr().err


def test_the_same_law_gives_the_same_bytes(tmp_path: Path, whole: bytes) -> None:
    maker().make_pack(law(tmp_path / "law"), tmp_path / "again.lodestone-register")
    assert (tmp_path / "again.lodestone-register").read_bytes() == whole


@pytest.mark.parametrize(
    ("edition", "read"), [("2026-11", "2026-08-21"), ("2026-10", "2026-08-21"), ("2027-01", "2026-08-20")]
)  # fmt: skip
def test_law_never_goes_back_unnoticed(tmp_path: Path, edition: str, read: str) -> None:
    path = tmp_path / "old.lodestone-register"
    maker().make_pack(law(tmp_path / "law", edition, read), path)
    check_pack(path)
    with pytest.raises(CodedError) as refused:
        install_pack(path)
    assert refused.value.problem.code == "E_UNSUPPORTED"
    assert "in use and not older" in Catalogue("en").say(refused.value.problem.message)
    assert load_edition().number == "2026-11"
    assert not editions_home().exists()


BROKEN: dict[str, tuple[Callable[[Parts], bytes], str, str]] = {
    "empty": (lambda parts: b"", "E_EMPTY", "holds no bytes"),
    "a table": (lambda parts: b"part;price\n", "E_UNSUPPORTED", "no register pack"),
    "a workbook": (lambda parts: packed({"xl/workbook.xml": b"<a/>"}), "E_CORRUPT", "workbook.xml"),
    "no manifest": (
        lambda parts: packed({n: c for n, c in parts.items() if n != MANIFEST}),
        "E_MISSING_PART", "manifest.json",
    ),
    "a manifest in words": (
        lambda parts: packed({**parts, MANIFEST: b"new law"}), "E_CORRUPT", "no JSON",
    ),
    "another format": (
        lambda parts: packed(with_manifest(parts, format="other")), "E_UNSUPPORTED", "no register",
    ),
    "a later schema": (
        lambda parts: packed(with_manifest(parts, schema=2)), "E_UNSUPPORTED", "another version",
    ),
    "no day": (
        lambda parts: packed(with_manifest(parts, reviewed_through="soon")),
        "E_CORRUPT", "not complete",
    ),
    "an edition that leads out": (
        lambda parts: packed(with_manifest(parts, edition="../2026-12")),
        "E_CORRUPT", "not complete",
    ),
    "a file too few": (
        lambda parts: packed({n: c for n, c in parts.items() if "2025-18" not in n}),
        "E_MISSING_PART", "CN-MOFCOM-2025-18.yaml",
    ),
    "a file too many": (
        lambda parts: packed({**parts, "controls/more.yaml": b"id: more\n"}),
        "E_CORRUPT", "does not name controls/more.yaml",
    ),
    "a changed file": (
        lambda parts: packed({**parts, "controls/CN-MOFCOM-2025-18.yaml": b"id: x\n"}),
        "E_CORRUPT", "not what its maker put in",
    ),
    "a name that leads out": (
        lambda parts: packed({**parts, "../outside.yaml": b"x"}), "E_CORRUPT", "../outside.yaml",
    ),
    "a program": (
        lambda parts: packed({**parts, "controls/run.py": b"x"}), "E_CORRUPT", "controls/run.py",
    ),
    "law that cannot be read": (
        lambda parts: packed(with_law(parts, "controls/CN-MOFCOM-2025-18.yaml", b"id: x\n")),
        "E_CORRUPT", "CN-MOFCOM-2025-18.yaml:1: 'number' is missing",
    ),
    "a manifest of another edition": (
        lambda parts: packed(with_manifest(parts, edition="2027-03")),
        "E_CORRUPT", "speaks of another edition",
    ),
    "the first half": (
        lambda parts: packed(parts)[: len(packed(parts)) // 2], "E_TRUNCATED", "missing or damaged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_pack_is_refused_with_a_code(tmp_path: Path, whole: bytes, fault: str) -> None:
    spoil, code, words = BROKEN[fault]
    path = written(tmp_path, spoil(parts_of(whole)))
    for use in (check_pack, install_pack):
        with pytest.raises(CodedError) as refused:
            use(path)
        problem = refused.value.problem
        assert problem.code == code
        said = Catalogue("en").say(problem.message)
        assert words in said
        assert path.name in said
    left = editions_home()
    assert not left.exists() or list(left.iterdir()) == []
    assert load_edition().number == "2026-11"


def test_a_file_given_twice_is_refused(tmp_path: Path, whole: bytes) -> None:
    stream = io.BytesIO(whole)
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("edition.yaml", b"edition: x\n")
    with pytest.raises(CodedError) as refused:
        check_pack(written(tmp_path, stream.getvalue()))
    assert refused.value.problem.code == "E_DUPLICATE_ENTRY"


def test_what_unpacks_to_too_much_is_refused(
    tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, packed({**parts_of(whole), "notes.csv": bytes(1 << 20)}))
    for limit, most, code in (
        ("MOST_BYTES", 1 << 19, "E_ZIP_BOMB"),
        ("MOST_FILES", 3, "E_TOO_LARGE"),
        ("MOST_PACKED", 100, "E_TOO_LARGE"),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(pack_file, limit, most)
            with pytest.raises(CodedError) as refused:
                check_pack(path)
            assert refused.value.problem.code == code


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(CodedError) as refused:
        check_pack(tmp_path / "gone.lodestone-register")
    assert refused.value.problem.code == "E_NOT_FOUND"


@pytest.mark.parametrize("step", range(40))
def test_no_damaged_byte_gets_through(tmp_path: Path, whole: bytes, step: int) -> None:
    """One byte turned over, spread over the file: refused with a code, or the same law."""
    place = step * len(whole) // 40
    data = bytearray(whole)
    data[place] ^= 0xFF
    path = written(tmp_path, bytes(data))
    assert outcome(path) in (("2026-12", shipped_announcements()), "coded")


def outcome(path: Path) -> tuple[str, int] | str:
    """What a pack holds, or that it was refused with a code; any other failure is a failure."""
    try:
        info = check_pack(path)
    except CodedError:
        return "coded"
    return info.edition, info.announcements


def test_an_installed_edition_that_was_touched_is_not_used_and_said(
    tmp_path: Path, whole: bytes
) -> None:
    install_pack(written(tmp_path, whole))
    touched = editions_home() / "2026-12" / "controls" / "CN-MOFCOM-2025-18.yaml"
    touched.write_text(touched.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    edition = load_edition()
    assert edition.number == "2026-11"
    (note,) = edition.notes
    said = Catalogue("en").say(note)
    assert "CN-MOFCOM-2025-18.yaml is not what its maker put in" in said
    assert "An older edition stands in." in said
    (editions_home() / "2026-12" / MANIFEST).unlink()
    assert len(load_edition().notes) == 1


def test_a_failed_replacement_leaves_the_edition_in_use(
    tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same edition read again later replaces the older one, or leaves it as it was."""
    install_pack(written(tmp_path, whole))
    path = tmp_path / "again.lodestone-register"
    maker().make_pack(law(tmp_path / "law", read="2026-12-15"), path)
    rename = Path.rename

    def fails_on_new(self: Path, target: Path) -> Path:
        if self.name == "edition":
            raise PermissionError(13, "in use")
        return rename(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", fails_on_new)
        with pytest.raises(CodedError) as refused:
            install_pack(path)
    assert refused.value.problem.code == "E_TARGET"
    assert load_edition().reviewed_through == date(2026, 12, 1)
    install_pack(path)
    assert load_edition().reviewed_through == date(2026, 12, 15)
    assert [folder.name for folder in editions_home().iterdir()] == ["2026-12"]


def test_the_newest_whole_edition_is_used(tmp_path: Path, whole: bytes) -> None:
    install_pack(written(tmp_path, whole))
    path = tmp_path / "later.lodestone-register"
    maker().make_pack(law(tmp_path / "law", "2027-02", "2027-02-01"), path)
    install_pack(path)
    assert load_edition().number == "2027-02"
    shutil.rmtree(editions_home() / "2027-02" / "entities")
    edition = load_edition()
    assert edition.number == "2026-12"
    assert len(edition.notes) == 1


def test_editions_older_than_the_shipped_one_are_passed_over(tmp_path: Path, whole: bytes) -> None:
    """After an update of the program an installed edition may be the older one."""
    install_pack(written(tmp_path, whole))
    old = editions_home() / "2026-12"
    path = tmp_path / "old.lodestone-register"
    maker().make_pack(law(tmp_path / "law", "2026-07", "2026-07-01"), path)
    for name, content in parts_of(path.read_bytes()).items():
        (old / name).write_bytes(content)
    edition = load_edition()
    assert (edition.number, edition.notes) == ("2026-11", ())
