"""The Monday sheet read aloud: who stops first leads, and every order says for which parts it is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.report.blocks import Paragraph, Row, Table
from desktop_app.report.compose import compose
from desktop_app.report.content import build_content
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.sections.measures import LATE
from desktop_app.report.settings import load_settings
from desktop_app.report.view import Scope
from tests.intake.answered import asked


def orders(found: Assessment | None = None) -> tuple[Row, ...]:
    """The lines of *What to do today*, of the sample where nothing else is given."""
    content = build_content(found or asked(), Catalogue("en"), scope=Scope("monday"))
    tables = [b for s in content.sections for b in s.blocks if isinstance(b, Table)]
    return next(table for table in tables if table.id == "today").rows


def test_several_orders_to_one_supplier_each_name_their_parts() -> None:
    """ "6 parts: have the supplier apply; ask for a test report" left open which of them for which."""
    several = [row.note.split("\n") for row in orders() if "\n" in row.note]
    assert several
    for lines in several:
        assert all(": " in line and line.split(": ")[0] not in ("", "Ask") for line in lines)
        assert len({line.split(": ")[0] for line in lines}) == len(lines)


def test_what_stops_before_any_order_could_come_is_not_put_behind_later_stops() -> None:
    found = asked()
    late = {
        found.parts.value(part, "supplier"): found.numbers["run_out"].iloc[part]
        for part, moves in enumerate(found.actions)
        if any(move.id == LATE for move in moves)
    }
    listed = [row.id for row in orders()]
    days = [date.fromisoformat(str(late[name])) for name in listed if late.get(name) is not None]
    assert days == sorted(days)
    shown = [name for name in listed if name in late]
    assert shown
    assert listed.index(shown[0]) == 0


def test_an_application_is_not_left_out_for_a_question_about_an_earlier_stop(
    tmp_path: Path,
) -> None:
    """The magnet of unknown content stops first: its question and pressing for its order were two
    orders, and the licence that the other magnet needs was not named."""
    lines = (
        "Part number,Description,Supplier,Country of origin,Stock,Annual demand,Open order,Lead time days",
        "M-101,SmCo magnet Sm2Co17,Nord,CN,100,1000,500,100",
        "M-103,NdFeB magnet N35,Nord,CN,10,1000,500,100",
    )
    (tmp_path / "parts.csv").write_text("\n".join(lines), encoding="utf-8")
    reading = pipeline.read([tmp_path / "parts.csv"])
    found = pipeline.assess(reading, Inquiry(date(2026, 12, 1), "DE"), pipeline.load_library())
    (row,) = orders(found)
    assert "M-101: Have the supplier apply for the export licence now" in row.note
    assert "M-103: Check what is on order" in row.note


def test_what_is_named_no_more_for_want_of_room_is_counted(tmp_path: Path) -> None:
    """A trader of four different goods: the line of its third order was gone without a word."""
    head = "Part number,Description,Supplier,Country of origin,Stock,Annual demand,Open order,Lead time days"
    several = (
        "M-1,SmCo magnet Sm2Co17,Nord,CN,200,1000,,20",
        "M-2,NdFeB magnet N35,Nord,CN,10,1000,500,100",
        "M-3,NdFeB magnet N35 disc,Nord,CN,300,1000,,20",
        "M-4,Magnet material to be advised,Nord,CN,350,1000,,20",
    )
    others = tuple(
        line.replace("Nord", f"Firm {name}").replace("M-", f"{name}-")
        for name in "ABCDEFG" for line in several
    )  # fmt: skip
    (tmp_path / "one.csv").write_text("\n".join((head, *several)), encoding="utf-8")
    (tmp_path / "many.csv").write_text("\n".join((head, *several, *others)), encoding="utf-8")
    more = "of these suppliers there is more to do; see the management report."
    for name, lines, count in (("one", 3, "1"), ("many", 2, "8")):
        reading = pipeline.read([tmp_path / f"{name}.csv"])
        found = pipeline.assess(reading, Inquiry(date(2026, 12, 1), "DE"), pipeline.load_library())
        report, layout = compose(found, Scope("monday"), Catalogue("en"), "a4", PaperMetrics())
        assert len(layout.sheets) == 1
        blocks = [block for section in report.sections for block in section.blocks]
        tables = {block.id: block for block in blocks if isinstance(block, Table)}
        assert {len(row.note.split("\n")) for row in tables["today"].rows} == {lines}
        said = " ".join(block.text for block in blocks if isinstance(block, Paragraph))
        assert f"For {count} {more}" in said.replace("\u00a0", " ")
        for row in tables["today"].rows:
            assert "apply for the export licence now" in row.note
            assert all(": " in line for line in row.note.split("\n")), "and for which part"


def test_one_order_of_several_says_for_which_parts_it_is() -> None:
    """Where the page has room for one only: it was said of all parts of the supplier."""
    settings = load_settings()
    one = replace(settings, limits={**settings.limits, "orders": 1})
    monday = replace(settings.kinds["monday"], limits={"orders": 1})
    one = replace(one, kinds={**settings.kinds, "monday": monday})
    content = build_content(asked(), Catalogue("en"), one, Scope("monday"))
    tables = [b for s in content.sections for b in s.blocks if isinstance(b, Table)]
    notes = {row.id: row.note for row in next(t for t in tables if t.id == "today").rows}
    assert notes["Hanlin Magnetics Co., Ltd."].startswith("100-0101, 100-0102 and 1 more: Have the")
    assert not notes["赣源稀土材料有限公司"].startswith("ZC-009")


def test_parts_that_no_list_ranks_are_not_said_to_be_in_the_ranked_list(tmp_path: Path) -> None:
    """What waits for the law only, and stops before an order of today could come, stands in no list of
    parts of the management report; the workbook and the annex have all."""
    lines = [
        "Part number,Description,Supplier,Country of origin,Stock,Annual demand,Lead time days"
    ]
    lines += [f"M-{n},AC servo motor 400 W,Nord,Japan,{20 + n},260,84" for n in range(8)]
    (tmp_path / "parts.csv").write_text("\n".join(lines), encoding="utf-8")
    reading = pipeline.read([tmp_path / "parts.csv"])
    found = pipeline.assess(reading, Inquiry(date(2026, 12, 10), "DE"), pipeline.load_library())
    content = build_content(found, Catalogue("en"), scope=Scope("management"))
    summary, ranked = (
        next(section for section in content.sections if section.id == name)
        for name in ("summary", "ranked")
    )
    (week,) = (b for b in summary.blocks if isinstance(b, Table) and b.id == "this_week")
    assert 0 < len(week.rows) < 8
    listed = [row.id for b in ranked.blocks if isinstance(b, Table) for row in b.rows]
    assert not {row.id for row in week.rows} & set(listed)
    said = " ".join(b.text for b in summary.blocks if isinstance(b, Paragraph))
    assert "ranked list" not in said
    assert f"{len(week.rows)} of 8 are listed here" in said
