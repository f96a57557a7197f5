"""The pictures of the window on paper: nothing lost where they are cut, nothing outside the page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import StatusSpan
from desktop_app.register.figures import load_figures
from desktop_app.report.blocks import ChainStrips, LawTimeline, Picture, SupplierMap
from desktop_app.report.chain_strips import chain_of
from desktop_app.report.compose import compose
from desktop_app.report.display import Line, Op, Polygon, Rect, Text, scaled
from desktop_app.report.law_timeline import LawLine
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import PAPERS
from desktop_app.report.pictures import picture_pieces
from desktop_app.report.pieces import Piece, flow
from desktop_app.report.supplier_map import SupplierPoint
from desktop_app.report.view import Scope
from tests.small_assessment import small_assessment

WIDTH = 499.0
ON = date(2026, 11, 24)


def law(lines: int) -> LawTimeline:
    spans = (
        StatusSpan("suspended", date(2025, 11, 7), date(2026, 11, 10)),
        StatusSpan("unconfirmed", date(2026, 11, 11), None),
    )
    made = tuple(LawLine(f"C-{n}", f"No. {n}", f"provision {n}", spans) for n in range(lines))
    return LawTimeline("law", made, ON, None, "")


def chains() -> ChainStrips:
    found = [chain_of(symbol, 0, load_figures()) for symbol in ("Dy", "Nd", "Sm")]
    return ChainStrips("chains", tuple(chain for chain in found if chain), "")


def suppliers() -> SupplierMap:
    points = tuple(
        SupplierPoint(f"Supplier {n}", n / 10, 1 - n / 10, n, n % 2 == 0) for n in range(1, 9)
    )
    return SupplierMap("map", points, "")


def pieces(picture: Picture) -> list[Piece]:
    return list(picture_pieces(picture, WIDTH, Catalogue("en"), PaperMetrics()))


def words(found: Sequence[Op]) -> list[str]:
    return [op.text for op in found if isinstance(op, Text)]


@pytest.mark.parametrize("picture", [law(30), chains(), suppliers()], ids=lambda p: p.id)
def test_every_piece_holds_what_is_drawn_in_it(picture: Picture) -> None:
    for piece in pieces(picture):
        for op in piece.ops:
            if isinstance(op, Line):
                ends = (op.y1, op.y2)
            elif isinstance(op, Rect):
                ends = (op.y, op.y + op.height)
            elif isinstance(op, Polygon):
                ends = (min(y for _, y in op.points), max(y for _, y in op.points))
            else:
                ends = (op.y, op.y) if isinstance(op, Text) else (0.0, 0.0)
            assert -1 <= min(ends) <= max(ends) <= piece.height + 1


def test_a_timeline_longer_than_a_page_goes_on_under_its_years() -> None:
    pages = flow(pieces(law(60)), 700.0)
    assert len(pages) > 1
    for page in pages:
        drawn = [op for placed in page.placed for op in placed.ops]
        assert "in force" in words(drawn)
        assert "2026" in words(drawn)
    numbers = {
        word.partition(" · ")[0] for page in pages for p in page.placed for word in words(p.ops)
    }
    assert {f"No. {n}" for n in range(60)} <= numbers


def test_a_day_crosses_every_line_of_the_timeline() -> None:
    head, *rows = pieces(law(5))
    (mark,) = (op for op in head.ops if isinstance(op, Rect) and op.width == op.height)
    for row in rows:
        lines = [op for op in row.ops if isinstance(op, Line) and op.x1 == op.x2]
        day = [op for op in lines if abs(op.x1 - (mark.x + mark.width / 2)) < 0.01]
        assert sum(abs(op.y2 - op.y1) for op in day) == pytest.approx(row.height, abs=6)


def test_a_picture_without_a_day_names_none() -> None:
    today, asked = law(2), LawTimeline("law", law(2).lines, None, ON, "")
    assert "today" in words(pieces(today)[0].ops)
    assert "the day asked about" not in words(pieces(today)[0].ops)
    assert "today" not in words(pieces(asked)[0].ops)


def test_an_element_is_never_parted_from_its_stages() -> None:
    found = pieces(chains())
    assert [words(piece.ops)[0] for piece in found] == ["Dy", "Nd", "Sm"]
    assert all("magnet making" in words(piece.ops) for piece in found)


def test_every_supplier_of_the_map_is_named_where_there_is_room() -> None:
    (piece,) = pieces(suppliers())
    assert {f"Supplier {n}" for n in range(1, 9)} <= set(words(piece.ops))


def test_no_level_line_of_the_map_strikes_out_a_name() -> None:
    """The riskiest suppliers stand at 99 %, right under the line of 100 %."""
    high = [SupplierPoint(f"Supplier {n}", n / 50, n % 7 / 10, 1, True) for n in range(1, 50)]
    for point in high:
        (piece,) = pieces(SupplierMap("map", (point,), ""))
        (name,) = (op for op in piece.ops if isinstance(op, Text) and op.text == point.supplier)
        levels = [op.y1 for op in piece.ops if isinstance(op, Line) and op.y1 == op.y2]
        levels += [y for op in piece.ops if isinstance(op, Rect) for y in (op.y, op.y + op.height)]
        assert not [y for y in levels if name.y - 0.8 * name.size < y < name.y], point


def test_scaling_keeps_proportions() -> None:
    (line, box) = scaled([Line(0, 2, 4, 6, width=2), Rect(1, 2, 3, 4, edge_width=1)], 0.5)
    assert line == Line(0, 1, 2, 3, width=1)
    assert box == Rect(0.5, 1, 1.5, 2, edge_width=0.5)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("kind", ["management", "article24", "audit"])
def test_pictures_stay_on_the_page(kind: str, paper: str) -> None:
    content, layout = compose(
        small_assessment(), Scope(kind), Catalogue("de"), paper, PaperMetrics()
    )
    blocks = [block for section in content.sections for block in section.blocks]
    assert any(isinstance(block, ChainStrips) for block in blocks)
    assert any(isinstance(block, LawTimeline) for block in blocks)
    assert any(isinstance(block, SupplierMap) for block in blocks) == (kind != "article24")
    width, height = PAPERS[paper]
    for sheet in layout.sheets:
        for op in sheet.ops:
            if isinstance(op, Rect):
                assert 0 <= op.x <= op.x + op.width <= width
                assert 0 <= op.y <= op.y + op.height <= height


def test_the_name_of_a_provision_is_never_cut() -> None:
    long = "Goods made abroad that hold Chinese inputs worth a share of their value, " * 3
    line = replace(law(1).lines[0], title=long.strip())
    _, row = pieces(LawTimeline("law", (line,), ON, None, ""))
    said = " ".join(op.text for op in row.ops if isinstance(op, Text))
    assert said.endswith(long.strip())
    assert all(op.y < row.height for op in row.ops if isinstance(op, Text))
