"""Odd files, fifth collection: what people and systems write into cells of a workbook.

Written before it was looked at how any of them is read; frozen on 2026-11-27, morning.
Two truths were wrong and are mended since: numbers of parts, full width or in quotes, are kept as they are written.
"""

# ruff: noqa: E501 - tables of files, one a line; letters that look like others are meant

from collections.abc import Callable, Sequence
from typing import Any

from tests.workbooks.odd_parts import HEADS, LIST, TABLE, WHOLE, Part, book, odd, xml_rows
from tests.workbooks.rough_sheets import _styled

KIND = "crooked: cells"
Rows = Sequence[Sequence[Any]]


def _of(rows: Rows) -> Callable[[], bytes]:
    return lambda: book(xml_rows(rows))


def _headed(change: Callable[[str], str]) -> Callable[[], bytes]:
    return _of((tuple(map(change, HEADS)), *LIST))


def _numbered(change: Callable[[int, str], str]) -> Callable[[], bytes]:
    return _of((tuple(change(n, heading) for n, heading in enumerate(HEADS, start=1)), *LIST))


def _column(at: int, change: Callable[[Any], Any]) -> Callable[[], bytes]:
    return _of(
        (HEADS, *(tuple(change(v) if c == at else v for c, v in enumerate(row)) for row in LIST))
    )


def _bold(text: str) -> str:
    """Letters and figures of mathematics, as pages of social networks have them."""
    return "".join(
        chr(0x1D400 + ord(c) - 65) if "A" <= c <= "Z"
        else chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z"
        else chr(0x1D7CE + int(c)) if c.isdigit()
        else c
        for c in text
    )  # fmt: skip


def _wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) for sign in text)


def _flag(land: str) -> str:
    code = {"China": "CN", "Germany": "DE", "Japan": "JP", "Italy": "IT"}[land]
    return "".join(chr(0x1F1E6 + ord(c) - 65) for c in code)


def _shown(code: str, at: int) -> Callable[[], bytes]:
    """The figures of one column under a number format."""

    def make() -> bytes:
        rows = xml_rows(TABLE)
        letter = "ABCDE"[at]
        for n in range(2, 6):
            assert f'<c r="{letter}{n}">' in rows
            rows = rows.replace(f'<c r="{letter}{n}">', f'<c r="{letter}{n}" s="1">')
        return _styled(rows, 200, code)

    return make


RULE = ("-----",) * 5
STARS = ("Part Number *", "Description", "Country of Origin *", "Quantity *", "Unit Price")
ALIKE: tuple[Part, ...] = tuple((n, land, q, round(p, 6) if p else p) for n, land, q, p in WHOLE)
# fmt: off
odd("headings_with_stars.xlsx", KIND, "OPEN", _of((STARS, *LIST)), sheets=1)
odd("headings_with_notes_raised.xlsx", KIND, "OPEN", _numbered(lambda n, h: h + "⁰¹²³⁴⁵"[n]), sheets=1)
odd("headings_counted.xlsx", KIND, "OPEN", _numbered(lambda n, h: f"{n}. {h}"), sheets=1)
odd("headings_lettered.xlsx", KIND, "OPEN", _numbered(lambda n, h: f"{'abcde'[n - 1]}) {h}"), sheets=1)
odd("headings_with_pictures.xlsx", KIND, "OPEN", _numbered(lambda n, h: f"{'🔧📝🌍🔢💶'[n - 1]} {h}"), sheets=1)
odd("headings_in_letters_of_mathematics.xlsx", KIND, "OPEN", _headed(_bold), sheets=1)
odd("headings_full_width.xlsx", KIND, "OPEN", _headed(lambda h: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" for c in h)), sheets=1)
odd("headings_spaced_out.xlsx", KIND, "OPEN", _headed(lambda h: " ".join(h.upper().replace(" ", " "))), sheets=1)
odd("headings_in_angles.xlsx", KIND, "OPEN", _headed(lambda h: f"&lt;{h}&gt;"), sheets=1)
odd("headings_as_names_of_a_program.xlsx", KIND, "OPEN", _headed(lambda h: "item." + h.replace(" ", "")[0].lower() + h.replace(" ", "")[1:]), sheets=1)
odd("headings_with_arrows_of_a_filter.xlsx", KIND, "OPEN", _headed(lambda h: f"{h} ▼"), sheets=1)
odd("headings_broken_with_a_hyphen.xlsx", KIND, "OPEN", _of((("Part Num-\nber", "Descrip-\ntion", "Country of Ori-\ngin", "Quan-\ntity", "Unit Price"), *LIST)), sheets=1)
odd("figures_of_mathematics.xlsx", KIND, "OPEN", _column(3, lambda v: _bold(str(v))), sheets=1)
odd("part_numbers_full_width.xlsx", KIND, "OPEN", _column(0, _wide), tuple((_wide(str(p[0])), *p[1:]) for p in WHOLE), sheets=1)
odd("flags_for_countries.xlsx", KIND, "OPEN", _column(2, _flag), sheets=1)
odd("countries_and_their_flags.xlsx", KIND, "OPEN", _column(2, lambda v: f"{_flag(v)} {v}"), sheets=1)
odd("countries_of_three_letters.xlsx", KIND, "OPEN", _column(2, lambda v: {"China": "CHN", "Germany": "DEU", "Japan": "JPN", "Italy": "ITA"}[v]), sheets=1)
odd("countries_with_their_codes_in_brackets.xlsx", KIND, "OPEN", _column(2, lambda v: f"{v} [{ {'China': 'CN', 'Germany': 'DE', 'Japan': 'JP', 'Italy': 'IT'}[v] }]"), sheets=1)
odd("countries_after_a_number_of_a_list.xlsx", KIND, "OPEN", _column(2, lambda v: {"China": "720 - China", "Germany": "004 - Germany", "Japan": "732 - Japan", "Italy": "005 - Italy"}[v]), sheets=1)
odd("countries_made_in.xlsx", KIND, "OPEN", _column(2, lambda v: f"MADE IN {v.upper()}"), sheets=1)
odd("tab_behind_the_part_number.xlsx", KIND, "OPEN", _column(0, lambda v: f"{v}&#9;"), sheets=1)
odd("line_end_behind_the_part_number.xlsx", KIND, "OPEN", _column(0, lambda v: f"{v}&#10;"), sheets=1)
odd("part_numbers_in_quotes.xlsx", KIND, "OPEN", _column(0, lambda v: f'"{v}"'), tuple((f'"{p[0]}"', *p[1:]) for p in WHOLE), sheets=1)
odd("part_numbers_behind_a_cross.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _column(0, lambda v: f"#{v}"), tuple((f"#{p[0]}", *p[1:]) for p in WHOLE), sheets=1)
odd("rules_between_all_rows.xlsx", KIND, "OPEN", _of([row for line in TABLE for row in (line, RULE)]), sheets=1)
odd("blank_column_before_and_line_numbers.xlsx", KIND, "OPEN", _of([("", "No." if not n else float(n), *row) for n, row in enumerate(TABLE)]), sheets=1)
odd("prices_with_two_signs_of_money.xlsx", KIND, "OPEN", _column(4, lambda v: f"EUR {v} €"), sheets=1)
odd("prices_with_a_dash_for_cents.xlsx", KIND, "OPEN", _of((HEADS, ("K-1", "Steel plate", "Italy", 7, "12,-"), ("K-2", "Steel bar", "Italy", 8, "130,–"), ("K-3", "Steel rod", "Italy", 9, "7,50"))), (("K-1", "IT", 7, 12), ("K-2", "IT", 8, 130), ("K-3", "IT", 9, 7.5)))
odd("pieces_with_approximately.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _of((HEADS, ("K-1", "Steel plate", "Italy", "ca. 700", 1.5), ("K-2", "Steel bar", "Italy", 8, 2.5), ("K-3", "Steel rod", "Italy", 9, 7.5), ("K-4", "Steel ring", "Italy", 10, 3.5))), (("K-1", "IT", 700, 1.5), ("K-2", "IT", 8, 2.5), ("K-3", "IT", 9, 7.5), ("K-4", "IT", 10, 3.5)))
odd("hidden_by_their_format.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _shown(";;;", 3), sheets=1)
odd("shown_in_thousands.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _shown("0.0,", 3), sheets=1)
odd("shown_as_fractions.xlsx", KIND, "OPEN", _shown("# ?/?", 4), ALIKE, sheets=1)
odd("shown_with_a_colour_and_a_condition.xlsx", KIND, "OPEN", _shown("[Red][&lt;100]0;[Blue]0", 3), sheets=1)
odd("shown_with_text_of_a_letter_of_dates.xlsx", KIND, "OPEN", _shown("0 &quot;days of my year&quot;", 3), sheets=1)
odd("shown_with_escaped_letters.xlsx", KIND, "OPEN", _shown("0\\d\\a\\y", 3), sheets=1)
# fmt: on
