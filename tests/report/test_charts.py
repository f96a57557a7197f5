"""The run-out picture: a display list that paper and window share."""

import subprocess
import sys
from functools import cache
from pathlib import Path

from desktop_app.language.catalogue import Catalogue
from desktop_app.report.blocks import RunOutChart
from desktop_app.report.charts import GAP, hatched, run_out_drawing, run_out_pieces, span_of
from desktop_app.report.content import build_content
from desktop_app.report.display import Line, Polygon, Rect, Text, moved, verdict_mark
from desktop_app.report.line_breaking import PaperMetrics
from tests.small_assessment import small_assessment

METRICS = PaperMetrics()


@cache
def chart() -> RunOutChart:
    content = build_content(small_assessment(), Catalogue("en"))
    return next(
        block for found in content.sections for block in found.blocks
        if isinstance(block, RunOutChart)
    )  # fmt: skip


def test_every_part_shows_its_name_date_and_gap() -> None:
    _, ops = run_out_drawing(chart(), 500.0, METRICS)
    drawn = [op.text for op in ops if isinstance(op, Text)]
    for line in chart().lines:
        assert line.run_out in drawn
        assert not line.gap or line.gap in drawn


def test_months_are_named_in_the_language_of_the_page_whatever_was_printed_before() -> None:
    months = {}
    for language in ("zh", "fr", "es", "it", "ko", "de"):
        content = build_content(small_assessment(), Catalogue(language))
        months[language] = [
            label for section in content.sections for block in section.blocks
            if isinstance(block, RunOutChart) for _, label in block.months if not label.isdecimal()
        ]  # fmt: skip
    assert all(label.endswith("月") for label in months["zh"])
    assert all(label.endswith("월") for label in months["ko"])
    for language in ("fr", "es", "it", "de"):
        assert months[language]
        assert not any(character.isdigit() for character in "".join(months[language])), language


def test_a_gap_is_drawn_only_where_stock_ends_before_relief() -> None:
    for line, piece in zip(
        chart().lines, list(run_out_pieces(chart(), 500.0, METRICS))[2:], strict=True
    ):
        gaps = [op for op in piece.ops if isinstance(op, Rect) and op.edge == GAP]
        assert len(gaps) == (1 if line.gap else 0)


def test_the_picture_reaches_as_far_as_the_latest_relief() -> None:
    assert span_of(chart()) >= 77 + 35


def test_everything_stays_inside_the_picture() -> None:
    height, ops = run_out_drawing(chart(), 500.0, METRICS)
    for op in ops:
        if isinstance(op, Rect):
            assert op.x >= 0
            assert op.x + op.width <= 500.01
            assert op.y + op.height <= height
        elif isinstance(op, Line):
            assert max(op.x1, op.x2) <= 500.01
            assert max(op.y1, op.y2) <= height + 0.01
        elif isinstance(op, Text):
            assert 0 <= op.x <= 500.01


def test_the_axis_is_repeated_on_every_page() -> None:
    _, axis, *lines = run_out_pieces(chart(), 500.0, METRICS)
    assert all(line.repeat is axis for line in lines)
    assert "2027" in [op.text for op in axis.ops if isinstance(op, Text)]


def test_hatching_stays_inside_its_box() -> None:
    for op in hatched(10, 20, 33, 7):
        if isinstance(op, Line):
            assert min(op.x1, op.x2) >= 10
            assert max(op.x1, op.x2) <= 43
            assert min(op.y1, op.y2) >= 20 - 0.001
            assert max(op.y1, op.y2) <= 27.001


def test_verdict_marks_differ_in_shape_and_not_covered_has_none() -> None:
    needed = verdict_mark("needed", 0, 0, 10)
    open_ = verdict_mark("not_verified", 0, 0, 10)
    suspended = verdict_mark("suspended", 0, 0, 10)
    assert verdict_mark("not_needed", 0, 0, 10) == []
    assert [type(op) for op in needed] == [Polygon]
    assert isinstance(needed[0], Polygon)
    assert needed[0].fill is not None
    assert isinstance(open_[0], Polygon)
    assert open_[0].fill is None
    assert isinstance(open_[1], Polygon)
    assert len(open_[1].points) == 3
    assert [type(op) for op in suspended] == [Polygon, Line, Line]


def test_a_drawing_can_be_moved() -> None:
    for op, other in zip(
        run_out_drawing(chart(), 500.0, METRICS)[1],
        moved(moved(run_out_drawing(chart(), 500.0, METRICS)[1], 5, 7), -5, -7),
        strict=True,
    ):
        assert type(op) is type(other)
        if isinstance(op, Text) and isinstance(other, Text):
            assert abs(op.x - other.x) + abs(op.y - other.y) < 1e-6


def test_the_window_can_paint_it_without_the_page_library() -> None:
    program = (
        "import sys, desktop_app.report.charts, desktop_app.report.content\n"
        "print([name for name in sys.modules if name.startswith('reportlab')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).resolve().parents[2],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
