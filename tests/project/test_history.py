"""A past run opens as it was, to the byte; what changed since is told by its cause."""

import hashlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pandas as pd
import pytest

from desktop_app import model, pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CodedError, Country, Quoted, msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.sheet_rows import SheetRows
from desktop_app.model.sources import SheetFound
from desktop_app.paths import shipped
from desktop_app.project import codec
from desktop_app.project.activity import Ledger
from desktop_app.project.codec import Codec
from desktop_app.project.corrections import correct
from desktop_app.project.decisions import RecordedFact
from desktop_app.project.file import ProjectFile
from desktop_app.project.history import changes_between, entries_between, summarise
from desktop_app.project.keys import PartIndex
from desktop_app.project.opening import create_project, open_project
from desktop_app.project.pieces import Pieces
from desktop_app.project.snapshot import pack_assessment, unpack_assessment
from desktop_app.project.storage.sqlite_file import engine_for
from desktop_app.project.stored_model import MODEL, MODULES
from desktop_app.report.assessment_json import assessment_json
from desktop_app.report.compose import compose
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.view import Scope
from desktop_app.ui.sheet_preview import SheetModel
from tests.project.cases import TODAY

INQUIRY = Inquiry(TODAY)


@pytest.fixture(scope="module")
def sample(library: pipeline.Library) -> Assessment:
    reading = pipeline.read([shipped("templates", "sample_supplier_parts.xlsx")])
    found = pipeline.assess(reading, INQUIRY, library)
    return pipeline.with_draws(found, library)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[ProjectFile]:
    with create_project(tmp_path / "w.lodestone", author="Ada", home=tmp_path / "home") as made:
        yield made


def as_json(assessment: Assessment) -> bytes:
    return b"".join(assessment_json(assessment, Catalogue("de")))


# --- a past run ------------------------------------------------------------------------------


def test_a_kept_run_opens_as_it_was_after_the_program_was_closed(
    project: ProjectFile, sample: Assessment
) -> None:
    run = project.keep_run(sample, "Monday")
    path, home = project.path, project.home
    project.close()
    with open_project(path, home=home) as again:
        assert again.runs() == (run,)
        reopened = again.reopen(run)
    assert as_json(reopened) == as_json(sample)
    assert (run.edition, run.inquiry) == (sample.edition.edition, INQUIRY)
    assert run.totals == sample.totals


@pytest.mark.parametrize("kind", ["monday", "management", "audit"])
def test_its_reports_have_the_same_content_to_the_letter(sample: Assessment, kind: str) -> None:
    reopened = unpack_assessment(pack_assessment(sample))
    contents = [
        repr(compose(found, Scope(kind, None, None), Catalogue("en"), "a4", PaperMetrics())[0])
        for found in (sample, reopened)
    ]
    assert contents[0] == contents[1]
    assert len(contents[0]) > 1000


def test_its_reasons_are_the_same(sample: Assessment) -> None:
    reopened = unpack_assessment(pack_assessment(sample))
    for part_id in range(len(sample.parts)):
        assert pipeline.explain(reopened, part_id) == pipeline.explain(sample, part_id)


def test_the_same_result_is_kept_once_and_another_shares_its_pieces(
    project: ProjectFile, sample: Assessment
) -> None:
    first = project.keep_run(sample)
    assert project.keep_run(sample) == first
    size = pieces_kept(project)
    second = project.keep_run(replace(sample, notes=(*sample.notes, msg("One note more."))))
    assert second.number == 2
    assert pieces_kept(project) == size + 1
    assert [run.number for run in project.runs()] == [1, 2]


def pieces_kept(project: ProjectFile) -> int:
    engine = engine_for(project.path, read_only=True)
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM content").scalar_one())


def test_a_run_that_is_not_whole_is_coded(project: ProjectFile, sample: Assessment) -> None:
    run = project.keep_run(sample)
    engine = engine_for(project.path)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM content WHERE rowid = 3")
    engine.dispose()
    with pytest.raises(CodedError) as caught:
        project.reopen(run)
    assert caught.value.problem.code == "E_CORRUPT"


# --- the codec -------------------------------------------------------------------------------


def test_the_rows_of_a_sheet_are_for_looking_at_and_not_stored() -> None:
    codes = np.array([0, 1], np.uint8)
    rows = SheetRows(1, 0, ((["Part", "x"], codes),), str)
    sheet = SheetFound("S", False, (), (("Part",), ("x",)), ((41, ("note",)),), rows)
    back = MODEL.unpack(orjson.loads(orjson.dumps(MODEL.pack(sheet))))
    assert back == sheet
    assert back.rows is None
    shown = SheetModel(back, None, {})
    assert [shown.numbers[at] for at in range(len(shown.rows))] == [1, 2, 41]
    assert list(shown.rows[0:3]) == [("Part",), ("x",), ("note",)]


def test_every_module_of_the_model_is_in_the_codec() -> None:
    """A new file of the model room that holds values belongs into MODULES."""
    known = {module.__name__.rpartition(".")[2] for module in MODULES}
    never_stored = {
        "bounds", "collecting", "designators", "field_words", "progress", "recorded_note", "sheet_rows",
        "uses", "words",
    }  # fmt: skip
    assert known | never_stored == {found.name for found in pkgutil.iter_modules(model.__path__)}


@pytest.mark.parametrize(
    "value",
    [
        None, True, 1, -0.5, float("inf"), "=1+1\x00\u202e\ud7ff", (), (1, ("a", None)),
        date(2026, 11, 25), {"a": 1, 2: "b", None: ()}, frozenset({"b", "a"}),
        INQUIRY, (INQUIRY, INQUIRY), msg("{n}", n=msg("x", day=TODAY)),
        msg("{words}", words=Quoted("a\nb")), Country("CN, JP"),
    ],
)  # fmt: skip
def test_values_come_back_as_they_were(value: Any) -> None:
    for back in (
        MODEL.value(orjson.loads(orjson.dumps(MODEL.plain(value)))),
        MODEL.unpack(orjson.loads(orjson.dumps(MODEL.pack(value)))),
    ):
        assert back == value
        assert type(back) is type(value)


def test_frames_come_back_with_their_types() -> None:
    frame = pd.DataFrame(
        {
            "int": np.array([1, 2], dtype=np.int32),
            "float": [0.1, np.nan],
            "flag": pd.Series([True, None], dtype=object),
            "mixed": pd.Series([1, True], dtype=object),
            "day": pd.Series([TODAY, None], dtype=object),
            "bool": [True, False],
        }
    )
    back = MODEL.unpack(orjson.loads(orjson.dumps(MODEL.pack(frame))))
    pd.testing.assert_frame_equal(back, frame)
    assert [type(v) for v in back["mixed"]] == [int, bool]


@pytest.mark.parametrize("at_once", [1, 3])
def test_what_is_written_in_pieces_is_the_same_text(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """Else a run would keep again what an earlier one has already."""
    names = pd.Series(["a", None, "b", "a", "c", True, 1, "d"], dtype=object)
    value = (pd.DataFrame({"name": names}), tuple(msg("{n}", n=msg(str(n))) for n in range(7)))
    whole = orjson.dumps(MODEL.pack(value))
    monkeypatch.setattr(codec, "VALUES_AT_ONCE", at_once)
    assert orjson.dumps(MODEL.pack(value)) == whole
    back = MODEL.unpack(orjson.loads(whole))
    pd.testing.assert_frame_equal(back[0], value[0])
    assert back[1] == value[1]


@pytest.mark.parametrize(
    "text",
    [{"$": "Popen", "args": ["ls"]}, {"$": "Inquiry", "destination": "DE"}, {"$": 3},
     {"$": "array", "v": ["|O", "AAAA"]}, {"$": "day", "v": "yesterday"}, {"$": "Inquiry"}],
)  # fmt: skip
def test_what_was_not_written_by_us_is_refused(text: Any) -> None:
    with pytest.raises((ValueError, TypeError, IndexError)):
        MODEL.value(text)


def test_a_class_that_grew_or_shrank_since_still_reads() -> None:
    stored = {"$": "Inquiry", "on": {"$": "day", "v": "2026-11-25"}, "of_the_past": 1}
    assert MODEL.value(stored) == Inquiry(TODAY)


def test_what_is_no_value_of_the_model_is_not_stored() -> None:
    with pytest.raises(TypeError, match="Path"):
        MODEL.plain(Path("x"))
    with pytest.raises(TypeError, match="Inquiry"):
        Codec(()).plain(INQUIRY)


# --- what changed ----------------------------------------------------------------------------


HEAD = "Part number,Description,Supplier,Country of origin,Stock,Annual quantity,Unit price"
MAGNET = "M-1,Sintered NdFeB magnet N42SH 20x10x5,Nordmagnet,{country},{stock},1000,{price}"
SCREW = "S-1,Hex screw M6x20 steel,Schraub,DE,900,1000,0.1"


def assessed(folder: Path, library: pipeline.Library, *rows: str, **asked: Any) -> Assessment:
    file = folder / "parts.csv"
    file.write_text("\n".join((HEAD, *rows)) + "\n")
    return pipeline.assess(pipeline.read([file]), replace(INQUIRY, **asked), library)


def magnet(country: str = "CN", stock: int = 50, price: float = 2.0) -> str:
    return MAGNET.format(country=country, stock=stock, price=price)


@pytest.mark.parametrize(
    ("row", "asked", "why"),
    [
        (magnet(stock=500), {}, ("stock", ("stock_on_hand",))),
        (magnet(country="DE"), {}, ("file", ("country_of_origin",))),
        (magnet(), {"on": date(2025, 1, 1)}, ("date", ())),
        (magnet(), {"destination": "CN"}, ("question", ())),
    ],
)
def test_the_cause_of_a_change(
    tmp_path: Path, library: pipeline.Library, row: str, asked: dict[str, Any], why: Any
) -> None:
    before = assessed(tmp_path, library, magnet(), SCREW)
    after = assessed(tmp_path, library, row, SCREW, **asked)
    changes = [c for c in changes_between(before, after) if c.label == "M-1"]
    assert [(c.cause, c.fields) for c in changes] == [why]
    assert changes[0].was != changes[0].now


def test_nothing_changed_is_nothing(tmp_path: Path, library: pipeline.Library) -> None:
    before = assessed(tmp_path, library, magnet(), SCREW)
    assert changes_between(before, assessed(tmp_path, library, SCREW, magnet())) == ()


def test_parts_that_came_and_went(tmp_path: Path, library: pipeline.Library) -> None:
    before = assessed(tmp_path, library, magnet())
    after = assessed(tmp_path, library, SCREW)
    changes = changes_between(before, after)
    assert [(c.label, c.cause) for c in changes] == [("S-1", "new"), ("M-1", "gone")]
    assert [dict(m.args)["n"] for m in summarise(changes)] == [1, 1]


def test_a_correction_is_named_as_the_cause_also_when_it_was_undone(
    tmp_path: Path, library: pipeline.Library, project: ProjectFile
) -> None:
    before = assessed(tmp_path, library, magnet(country="DE"), SCREW)
    after = assessed(tmp_path, library, magnet(country="CN"), SCREW)
    parts = before.parts
    project.do(correct(PartIndex(parts), parts, 0, "country_of_origin", "CN"))
    made = entries_between(project.ledger, 0, 1)
    assert [c.cause for c in changes_between(before, after, made)] == ["correction"]
    project.undo()
    undone = entries_between(project.ledger, 1, 2)
    assert [c.cause for c in changes_between(after, before, undone)] == ["correction"]
    assert entries_between(Ledger(), 0, 0) == ()


def test_a_fact_of_the_supplier_is_named_as_the_cause(
    tmp_path: Path, library: pipeline.Library, project: ProjectFile
) -> None:
    before = assessed(tmp_path, library, magnet(), SCREW)
    fact = RecordedFact("supplier", "Nordmagnet", "leaves_china", answer="no")
    project.do(fact)
    parts = before.parts.frame.assign(leaves_china=pd.Series([False, None], dtype=object))
    reading = replace(pipeline.read([tmp_path / "parts.csv"]),
                      parts=replace(before.parts, frame=parts))  # fmt: skip
    after = pipeline.assess(reading, INQUIRY, library)
    changes = changes_between(before, after, tuple(project.ledger))
    assert [(c.label, c.cause) for c in changes] == [("M-1", "correction")]


def test_pieces_are_made_one_by_one_and_only_where_they_are_new() -> None:
    """All of a million rows at once would take 700 MB."""
    made: list[str] = []

    def piece(name: str) -> bytes:
        made.append(name)
        return name.encode()

    pieces = Pieces({name: partial(piece, name) for name in ("b", "a")})
    assert (len(pieces), list(pieces), made) == (2, ["b", "a"], [])
    assert list(pieces.hashes) == ["a", "b"]
    assert pieces.hashes["a"] == hashlib.sha256(b"a").hexdigest()
    assert made == ["a", "b"]
    assert pieces["b"] == b"b"
    assert made == ["a", "b", "b"]
