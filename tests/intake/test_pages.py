"""Tables of web pages as browsers show them, and pages that never end a tag or a remark."""

import time

import pytest

from desktop_app.intake.pages import count_cells_of_page, read_page

LIST = "<table><tr><td>A-1<td>Magnet</tr><tr><td>A-2<td>Motor</tr></table>"


def _spanned(attribute: str) -> list[tuple[int, int, int, int]]:
    page = f"<table><tr><td {attribute}>China</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>"
    return read_page(page.encode()).merged


@pytest.mark.parametrize(
    "attribute", ["rowspan=0", 'rowspan="3.5"', 'rowspan="3 rows"', "rowspan=' 3'"]
)
def test_a_cell_goes_as_far_down_as_a_browser_takes_it(attribute: str) -> None:
    assert _spanned(attribute) == [(1, 1, 3, 1)]


@pytest.mark.parametrize(
    "attribute", ["rowspan=-3", "rowspan=x", "rowspan", "colspan=0", "rowspan=1"]
)
def test_what_no_browser_takes_for_a_span_is_none(attribute: str) -> None:
    assert _spanned(attribute) == []


def test_a_template_that_is_never_shown_is_no_table() -> None:
    page = f"<template><table><tr><td>X<td>9</tr></table></template>{LIST}".encode()
    assert read_page(page).rows == [["A-1", "Magnet"], ["A-2", "Motor"]]
    assert count_cells_of_page(page) == 4


def test_a_list_behind_a_remark_that_never_ends_is_read() -> None:
    page = f"<!-- export{LIST}".encode()
    assert read_page(page).rows[-1] == ["A-2", "Motor"]
    assert count_cells_of_page(page) == 4


def test_less_than_at_the_end_of_a_page_that_was_cut_is_text() -> None:
    assert read_page(b"<table><tr><td>A<td>R < 5").rows == [["A", "R < 5"]]


@pytest.mark.parametrize(
    "begun", ["<td ", "<a x='b' ", '<a x="', "<!-- ", "<td a=", "<!-- >", "</td "]
)
def test_beginnings_of_tags_without_end_cost_their_share(begun: str) -> None:
    def seconds(times: int) -> float:
        page, start = f"{LIST}{begun * times}".encode(), time.process_time()
        assert read_page(page).rows[1] == ["A-2", "Motor"]
        assert count_cells_of_page(page) == 4
        return time.process_time() - start

    few = min(seconds(500) for _ in range(3))
    assert min(seconds(8_000) for _ in range(2)) < 48 * few + 0.05  # it was 256 times as long
