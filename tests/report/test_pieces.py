"""How pieces flow onto pages."""

from desktop_app.report.display import Line, Text
from desktop_app.report.pieces import Bookmark, Piece, flow


def box(name: str, height: float = 10.0, **how: object) -> Piece:
    return Piece(height, (Text(0, height, name, 8),), **how)  # type: ignore[arg-type]


def names(pieces: list[Piece], height: float) -> list[list[str]]:
    return [
        [op.text for at in page.placed for op in at.ops if isinstance(op, Text)]
        for page in flow(pieces, height)
    ]


def test_a_page_is_filled_before_the_next_begins() -> None:
    assert names([box(str(n)) for n in range(5)], 20) == [["0", "1"], ["2", "3"], ["4"]]


def test_nothing_still_makes_one_page() -> None:
    assert names([], 20) == [[]]


def test_a_heading_never_ends_a_page() -> None:
    pieces = [box("text"), box("heading", keep=True), box("row")]
    assert names(pieces, 25) == [["text"], ["heading", "row"]]


def test_a_table_repeats_its_head_on_the_next_page() -> None:
    head = box("head", keep=True)
    pieces = [head, *(box(str(n), repeat=head) for n in range(4))]
    assert names(pieces, 30) == [["head", "0", "1"], ["head", "2", "3"]]


def test_what_is_larger_than_a_page_is_not_kept_together_for_ever() -> None:
    pieces = [box(str(n), keep=True) for n in range(5)]
    assert names(pieces, 30) == [["0", "1", "2"], ["3", "4"]]


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    pages = flow([box("a", 10, before=6), box("b", 10, before=6)], 20)
    assert [page.filled for page in pages] == [10, 10]
    assert flow([box("a", 10), box("b", 10, before=6)], 30)[0].filled == 26


def test_a_section_asks_for_room() -> None:
    pieces = [box("text", 60), box("section", 10, room=50)]
    assert names(pieces, 100) == [["text"], ["section"]]


def test_bookmarks_know_where_they_stand() -> None:
    mark = Bookmark("a", "A", 0)
    page = flow([box("text", 30), Piece(5, (Line(0, 0, 1, 0),), 4, bookmark=mark)], 100)[0]
    assert page.bookmarks == [(mark, 34)]
