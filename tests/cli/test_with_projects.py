"""``compare``, ``explain`` and ``assess`` with a project: its runs, its records, what it remembers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app import pipeline
from desktop_app.cli import main
from desktop_app.cli.projects import named_run
from desktop_app.model.inquiry import Inquiry
from desktop_app.project.corrections import correct
from desktop_app.project.decisions import ColumnMapping, header_fingerprint
from desktop_app.project.keys import index_of
from desktop_app.project.opening import create_project
from desktop_app.project.photos import photo_for
from desktop_app.project.recorded import recorded_in
from desktop_app.project.records import Asked
from tests.project.cases import DOT

HEAD = "Part number,Description,Supplier,Zone"
ROWS = ("M-1,NdFeB magnet N42SH,Nordmagnet,CN", "M-2,Hexagon screw M6,Nordmagnet,DE")
ASKED = Inquiry(date(2026, 11, 24), on_assumed=False)
Said = Callable[[], tuple[str, str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def read() -> tuple[str, str]:
        found = capsys.readouterr()
        return found.out, found.err

    return read


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs: as the list came, and after its Zone was named and a part corrected. Only read."""
    folder = tmp_path_factory.mktemp("project")
    path, parts = folder / "p.lodestone", folder / "parts_1.csv"
    parts.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
    library = pipeline.load_library()
    with create_project(path, author="Ada", home=folder / "home") as made:
        made.add_files(pipeline.read([parts]))
        made.do(Asked(ASKED))
        reading = made.reading()
        assert reading is not None
        made.keep_run(pipeline.assess(reading, ASKED, library))
        key = header_fingerprint(HEAD.split(","))
        made.do(ColumnMapping(key, {"Zone": "country_of_origin"}))
        fix = correct(
            index_of(reading.parts), reading.parts, 0, "country_of_origin", "JP", reason="label"
        )
        made.do(fix)
        recorded = recorded_in(made.project)
        made.keep_run(pipeline.assess(reading, ASKED, library, recorded=recorded))
    return path


def test_an_earlier_run_stands_beside_the_answer_now_by_cause(project: Path, said: Said) -> None:
    assert main(["compare", "--with", f"{project}:1", "--on", "2026-11-24"]) == 0
    out, _ = said()
    assert out.startswith("Run 1 of ")
    assert "Cause: a correction or record about the part" in out
    assert "M-1" in out
    assert out.rstrip().endswith("1 part stands otherwise than in that run.")


def test_without_a_number_the_newest_run_counts(project: Path, said: Said) -> None:
    assert main(["compare", "--with", str(project), "--on", "2026-11-24"]) == 0
    assert said()[0].splitlines()[1:] == ["0 parts stand otherwise than in that run."]


def test_a_run_that_is_not_there_is_said(project: Path, said: Said) -> None:
    assert main(["compare", "--with", f"{project}:9"]) == 2
    assert "has no run 9; there are 2" in said()[1]


def test_a_project_that_is_not_there_is_said(tmp_path: Path, said: Said) -> None:
    assert main(["compare", "--with", str(tmp_path / "x.lodestone")]) == 4
    assert "x.lodestone" in said()[1]


def test_nonsense_is_named_by_the_option_it_was_given_to(said: Said, tmp_path: Path) -> None:
    assert main(["compare", str(tmp_path / "a.csv"), "--with", "nonsense"]) == 2
    assert said()[1].startswith("--with: nonsense is none of today, lapsed, extended,")


def test_a_part_is_explained_as_the_project_corrected_it(project: Path, said: Said) -> None:
    assert main(["explain", "--project", str(project), "--part", "!2", "--on", "2026-11-24"]) == 0
    corrected = said()[0]
    parts = str(project.with_name("parts_1.csv"))
    assert main(["explain", parts, "--part", "!2", "--on", "2026-11-24"]) == 0
    alone = said()[0]
    assert corrected.splitlines()[0] == alone.splitlines()[0]
    assert corrected != alone


def test_a_newer_file_is_read_as_the_project_remembers_and_says_what_it_changed(
    project: Path, said: Said, tmp_path: Path
) -> None:
    newer = tmp_path / "parts_2.csv"
    rows = (ROWS[0], "M-2,Hexagon screw M6,Nordmagnet,FR", "M-3,Motor,Nordmagnet,CN")
    newer.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    out = tmp_path / "out.json"
    assert main(["assess", str(newer), "--project", str(project), "--json", str(out)]) == 0
    _, err = said()
    assert "parts_2.csv: Newer version of parts_1.csv: 1 part added, 0 parts gone" in err
    assert '"country_of_origin":"FR"' in out.read_text(encoding="utf-8").replace(": ", ":")


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("a.lodestone", "a.lodestone", None),
        ("a.lodestone:12", "a.lodestone", 12),
        ("C:\\x\\a.lodestone:3", "C:\\x\\a.lodestone", 3),
    ],
)
def test_a_run_is_named_behind_a_colon(text: str, name: str, number: int | None) -> None:
    found = named_run(text)
    assert found is not None
    assert (str(found.path), found.number) == (name, number)


@pytest.mark.parametrize("text", ["today", "2026-11-24", "scenario.yaml", "C:\\x\\law.yaml:3"])
def test_other_things_name_no_run(text: str) -> None:
    assert named_run(text) is None


def test_a_dossier_shows_the_photo_and_records_of_a_part_whose_number_was_corrected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, parts = tmp_path / "p.lodestone", tmp_path / "parts.csv"
    parts.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
    with create_project(path, author="Ada", home=tmp_path / "home") as made:
        made.add_files(pipeline.read([parts]))
        reading = made.reading()
        assert reading is not None
        made.do(photo_for(reading.parts, 0, "M-1", DOT))
        index = index_of(reading.parts)
        made.do(correct(index, reading.parts, 0, "part_number", "M-1000", reason="misread"))
    given: list[dict[str, Any]] = []
    monkeypatch.setattr(pipeline, "write_report", lambda *_, **rest: given.append(rest))
    asked = ["assess", "--project", str(path), "--report", str(tmp_path / "out.pdf")]
    for row in (2, 3):
        assert main([*asked, "--kind", "dossier", "--part", f"parts!{row}"]) == 0
    assert [told["photo"] for told in given] == [DOT, None]
    assert [(note.reason, note.part_ids) for note in given[0]["recorded"]] == [
        ("misread", {0}),
        ("", {0}),
    ]
