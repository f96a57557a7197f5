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
    pieces = [box("text", 60), box("section", 10, room=50), box("more", 20)]
    assert names(pieces, 100) == [["text"], ["section", "more"]]


def test_a_lone_last_line_is_pulled_back_where_the_space_above_others_allows() -> None:
    pieces = [box(str(n), 10, before=5) for n in range(7)]
    assert [page.filled for page in flow(pieces, 99)] == [70 + 6 * 3]
    pages = flow(pieces, 87)  # 88 even then
    assert [len(page.placed) for page in pages] == [5, 2]


def test_a_last_page_with_next_to_nothing_gets_some_of_the_page_before() -> None:
    lines = [box(str(n)) for n in range(11)]
    assert names(lines, 100) == [[str(n) for n in range(9)], ["9", "10"]]
    kept = [*lines[:8], box("8", keep=True), box("9", keep=True), box("10")]
    assert names(kept, 100)[1] == ["8", "9", "10"]
    head = box("head", keep=True)
    rows = [head, *(box(str(n), repeat=head) for n in range(10))]
    assert names(rows, 100)[1] == ["head", "9"]  # with its head it is no lone line
    low = box("head", 2, keep=True)
    rows = [low, *(box(str(n), repeat=low) for n in range(10))]
    assert names(rows, 100)[1] == ["head", "8", "9"]


def test_a_page_is_not_emptied_for_the_one_after_it() -> None:
    whole = [box(str(n), keep=n < 9) for n in range(10)]
    assert names([*whole, box("lone")], 100)[1] == ["lone"]
    low = [box("high", 90), box("20", 20, keep=True), box("lone", 82), box("end")]
    assert names(low, 103)[1:] == [["20", "lone"], ["end"]]


def test_a_section_that_wants_a_page_of_its_own_shares_none() -> None:
    lines = [box(str(n)) for n in range(11)]
    new = [box("section", room=100)]
    parted = names([*lines, *new], 100)
    assert parted == [[str(n) for n in range(9)], ["9", "10"], ["section"]]
    assert names([box("a", 80), *new], 100) == [["a"], ["section"]]


def test_bookmarks_know_where_they_stand() -> None:
    mark = Bookmark("a", "A", 0)
    page = flow([box("text", 30), Piece(5, (Line(0, 0, 1, 0),), 4, bookmark=mark)], 100)[0]
    assert page.bookmarks == [(mark, 34)]
