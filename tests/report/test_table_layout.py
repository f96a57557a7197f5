"""Tables on paper: widths from what stands in them, rows whole, numbers at the right edge."""

import pytest

from desktop_app.report.blocks import Cell, Column, Row, Table
from desktop_app.report.display import Polygon, Text
from desktop_app.report.fonts import width
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.pieces import Piece
from desktop_app.report.table_layout import PAD, SIZE, column_widths, table_pieces

METRICS = PaperMetrics()


def table(*rows: tuple[Cell, ...], kinds: tuple[str, ...] = ("text", "number")) -> Table:
    columns = tuple(Column(f"Column {kind}", kind) for kind in kinds)  # type: ignore[arg-type]
    return Table("t", columns, tuple(Row(str(at), cells) for at, cells in enumerate(rows)))


def pieces(of: Table, room: float = 300.0, body: float = 700.0) -> list[Piece]:
    return list(table_pieces(of, column_widths([of], room, METRICS), body, METRICS))


def texts(piece: Piece) -> list[Text]:
    return [op for op in piece.ops if isinstance(op, Text)]


def test_a_number_is_never_broken() -> None:
    of = table((Cell("long words again and again " * 9), Cell("1,234,567 EUR", "margin")))
    numbers = [t for t in texts(pieces(of)[1]) if t.anchor == "end"]
    assert [number.text for number in numbers] == ["1,234,567 EUR", "margin"]
    assert len({number.x for number in numbers}) == 1


def test_a_day_and_a_verdict_are_never_broken() -> None:
    words = Cell("word " * 80)
    of = table((words, Cell("14 Jan 2027"), Cell("not verified", mark="not_verified")),
               kinds=("text", "day", "verdict"))  # fmt: skip
    drawn = [text.text for text in texts(pieces(of)[1])]
    assert "14 Jan 2027" in drawn
    assert "not verified" in drawn


@pytest.mark.parametrize("room", [120.0, 300.0, 500.0])
def test_widths_add_up_and_hold_their_longest_word(room: float) -> None:
    of = table((Cell("Segmentmagnet und mehr " * 5), Cell("12")), (Cell("x"), Cell("3")))
    widths = column_widths([of], room, METRICS)
    assert sum(widths) == pytest.approx(room)
    assert widths[0] > width("Segmentmagnet", SIZE)


def test_a_small_table_is_not_stretched_over_the_page() -> None:
    of = table((Cell("by kind"), Cell("3")))
    assert sum(column_widths([of], 500.0, METRICS)) == pytest.approx(310.0)


def test_the_mark_stands_before_its_word() -> None:
    of = table((Cell("needed", mark="needed"), Cell("1")), kinds=("verdict", "number"))
    row = pieces(of)[1]
    mark = next(op for op in row.ops if isinstance(op, Polygon))
    word = next(t for t in texts(row) if t.text == "needed")
    assert max(x for x, _ in mark.points) < word.x


def test_tables_of_one_kin_have_equal_columns() -> None:
    short, long = table((Cell("a"), Cell("1"))), table((Cell("a b c " * 30), Cell("1,000,000")))
    together = column_widths([short, long], 300.0, METRICS)
    assert together == column_widths([long, short], 300.0, METRICS)


def test_every_row_repeats_the_head_and_the_first_two_stay_with_it() -> None:
    of = table(*((Cell(str(n)), Cell(str(n))) for n in range(6)))
    head, *rows = pieces(of)
    assert head.keep
    assert all(row.repeat is head for row in rows)
    assert [row.keep for row in rows] == [True, False, False, False, True, False]


def test_a_page_that_goes_on_with_a_subject_says_it_again() -> None:
    said = (("Prices", "Dy2O3: 224 USD/kg"), ("", "Nd2O3: 150 USD/kg"), ("Files", "Nothing."))
    rows = tuple(
        Row(str(at), (Cell(subject, strong=True), Cell(note)), again=subject or "Prices")
        for at, (subject, note) in enumerate(said)
    )
    of = Table("t", (Column("Subject"), Column("Note")), rows, headed=False)
    heads = [piece.repeat for piece in pieces(of) if piece.role == "row"]
    said_again = [[text.text for text in texts(head)] if head else None for head in heads]
    assert said_again == [[], ["Prices"], []]
    assert len({head.height for head in heads if head}) == 1


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing() -> None:
    words = [f"word{n}" for n in range(900)]
    of = table((Cell(" ".join(words)), Cell("1")))
    found = pieces(of, 200.0, 300.0)
    assert len(found) > 3
    assert all(piece.height <= 300.0 for piece in found)
    drawn = " ".join(t.text for piece in found[1:] for t in texts(piece) if t.anchor == "start")
    assert drawn.split() == words


def test_sums_in_several_currencies_take_several_lines_before_words_are_cut() -> None:
    sums = "70,000,000\u00a0EUR; 38,000,000\u00a0USD; 28,000,000\u00a0JPY; 22,000,000\u00a0CNY"
    said = "Have the supplier apply for the export licence now, there is no stock left"
    of = Table(
        "t", (Column("Measure"), Column("Value", "number")), (Row("1", (Cell(said), Cell(sums))),)
    )
    _, figures = column_widths([of], 300.0, METRICS)
    assert figures < METRICS.width(sums, SIZE)
    assert figures - 2 * PAD >= METRICS.width("70,000,000\u00a0EUR;", SIZE)


def test_no_column_is_wider_than_its_longest_line_while_others_break() -> None:
    said = "A licence that nobody has applied for is assumed to take two to three months " * 3
    of = Table(
        "t", (Column("Subject"), Column("Note")), (Row("1", (Cell("Our prices"), Cell(said))),)
    )
    subject, note = column_widths([of], 500.0, METRICS)
    assert subject == pytest.approx(METRICS.width("Our prices", SIZE) + 2 * PAD)
    assert subject + note == pytest.approx(500.0)


def test_what_leads_a_row_stands_above_its_cells_over_the_whole_width() -> None:
    lead = "Have the supplier apply for the export licence now: allow about 77 days"
    of = Table("t", (Column("Parts", "number"), Column("Who")), (
        Row("1", (Cell("9"), Cell("x")), lead=lead),
    ))  # fmt: skip
    head, row = pieces(of, 330.0)
    above, below = texts(row)[-1], texts(row)[0]
    assert (above.text, above.bold, below.text) == (lead, True, "9")
    assert above.y < below.y < row.height
    plain = pieces(Table("t", of.columns, (Row("1", of.rows[0].cells),)), 330.0)[1]
    assert row.height == pytest.approx(plain.height + 9.8)
    assert row.repeat is head


def test_a_unit_takes_two_lines_before_it_widens_its_column() -> None:
    columns = (Column("Duty", "number", "our estimate of it"), Column("Part"))
    of = Table("t", columns, (Row("1", (Cell("9%"), Cell("long words again " * 30))),))
    narrow, _ = column_widths([of], 300.0, METRICS)
    assert narrow < METRICS.width("our estimate of it", 6.6)
    said = [text.text for text in texts(pieces(of)[0])]
    assert " ".join(word for word in said if word != "Part").count("estimate") == 1
    assert max(len(text) for text in said) < len("our estimate of it")


@pytest.mark.parametrize(
    ("unit", "lines"),
    [("零件", 1), ("停工天数", 1), ("已声明原产地", 2), ("ラインが止まるリスク", 2)],
)
def test_a_heading_without_blanks_is_not_cut_into_single_characters(unit: str, lines: int) -> None:
    """A column of small figures set what it holds, such as declared origins, in a tower of characters."""
    columns = (Column("零", "number", unit), Column("材料"))
    of = Table("t", columns, (Row("1", (Cell("9"), Cell("中国" * 300))),))
    said = [text.text for text in texts(pieces(of)[0])]
    assert len([text for text in said if text in unit and text != "零"]) == lines
