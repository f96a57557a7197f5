"""What a heading says against the cells below it: each reading with the belief that both leave."""

from collections.abc import Mapping

from desktop_app.intake.candidates import Candidate
from desktop_app.intake.headings import ALIASES, FIELDS, HeadingBook
from desktop_app.intake.looks import Look
from desktop_app.model.findings import Message, msg

NUMERIC = frozenset(
    (
        "annual_quantity", "consumption_daily", "consumption_weekly", "consumption_monthly",
        "consumption_quarterly", "consumption_half_yearly", "quantity", "requirement_quantity",
        "unit_price", "price_unit", "annual_spend", "line_value",
        "unit_mass", "stock_on_hand", "stock_blocked", "safety_stock", "in_transit",
        "open_order_quantity", "substance_mass", "substance_percent", "cn_value_share",
        "margin_per_day", "lead_time_days",
    )
)  # fmt: skip
"""Fields whose cells are numbers."""
HALF_KNOWN = 0.75
"""A heading of which only a part is known is believed no more than this."""
STORED = frozenset(("stock_on_hand", "stock_blocked", "in_transit", "safety_stock"))
COUNTRIES = frozenset(("country_of_origin", "ships_from", "supplier_country"))
DATED = frozenset(("confirmed_date", "requirement_date"))
"""Fields of days: "Confirmed" over yes and no is none, however a day may be written."""
EMPTIES = {
    "part_number": 0.6,
    "quantity": 0.55,
    "annual_quantity": 0.55,
    "requirement_quantity": 0.55,
}
"""Of the belief in a heading what is left over an empty column: a filled one goes before as the number of
the part, and what says nothing of a need must not make a list of stock a bill. Own judgement."""
UNPROVEN = 0.79
"""Belief in a heading over an empty column at most. Own judgement."""
PLAIN_MPN = 0.9
"""Belief in a heading of a maker's number above which the maker may call all parts by one word."""
LETTERED = 0.1
"""Share of the cells with a letter, below which they name no firm: "3/4/5" under "Manufacturer" is how many the
maker advises. Own judgement."""
SHOPS_AGAIN = 0.5
"""Share of different cells from which addresses are those of parts, of which some come from one page. Own
judgement."""
ALIKE = 5
"""Rows from which a number that all of them give tells no part from another. Own judgement."""


def readings_of(column: int, heading: str, look: Look, book: HeadingBook) -> list[Candidate]:
    """What a heading may mean, each meaning believed as far as the cells below it fit."""
    readings = []
    for meaning in book.meanings(heading):
        field = ALIASES.get(meaning.field, meaning.field)
        if field not in FIELDS:
            continue
        believed = meaning.confidence * (0.8 if meaning.field == "specification" else 1.0)
        confidence, why = _check(field, believed, look)
        readings.append(Candidate(column, field, confidence, why, meaning.languages))
    return readings


def _check(field: str, confidence: float, look: Look) -> tuple[float, Message]:
    """The heading's word against the cells below it. An empty column keeps the heading's word, but nothing
    assures it: "Import Code" may be of anything. An empty "Price" still says that no other column is one."""
    if look.filled == 0:
        believed = confidence * EMPTIES.get(field, 0.9)
        most = believed if field in ("unit_price", "line_value") else UNPROVEN
        return min(believed, most), msg("by its heading; the column is empty")
    if field in COUNTRIES:
        is_of_firm = field == "supplier_country"
        return _agree(confidence, look.country if is_of_firm else look.origin, 0.5, "countries")
    if field == "hs_code":
        return _agree(confidence, look.customs, 0.5, "customs numbers")
    if field == "cas_number":
        return _agree(confidence, look.cas, 0.3, "CAS numbers")
    if field == "currency":
        return _agree(confidence, look.currency, 0.6, "currencies")
    if field in NUMERIC:  # "k pcs" is how many pieces a price is for, "4-6 weeks" is a time
        if field in STORED and look.words > 0.5 > look.counted and look.numeric < 0.9:
            return (
                confidence * 0.4,
                _UNFIT,
            )  # "3mm plate" and "M4" are the stock that a part is cut from
        look_too = {"price_unit": "many", "lead_time_days": "span"}.get(field, "numeric")
        return _agree(confidence, max(look.numeric, getattr(look, look_too)), 0.5, "numbers")
    if field in DATED and not (look.numeric or look.day or look.figured):
        return confidence * 0.5, msg("its heading fits, but its cells do not")
    if field == "description" and max(look.answer, look.truth) > 0.9 and look.filled >= ALIKE:
        return confidence * 0.4, msg("its heading fits, but its cells do not")
    if field == "description":
        # Places such as 1.1 and numbers of lines tell no part; values such as 470 may.
        is_place = look.lines or look.nested or look.tree
        share = look.words if is_place else max(look.words, 0.3)
        return _agree(confidence, share, 0.4, "words")
    return _check_text(field, confidence, look)


def _check_text(field: str, confidence: float, look: Look) -> tuple[float, Message]:
    """The same for fields whose cells are texts of no fixed form."""
    if field in ("supplier", "manufacturer"):
        return _check_firm(field, confidence, look)
    if field in ("part_number", "mpn"):
        return _check_number(field, confidence, look)
    is_figure = look.numeric > 0.9 and look.steel < 0.1
    if field == "material" and confidence <= HALF_KNOWN and is_figure:
        return confidence * 0.5, _UNFIT
    if field == "end_use" and look.numeric > 0.8:
        return confidence * 0.5, _UNFIT
    if field == "unit" and look.numeric > 0.8 and look.unit < 0.5:  # 千个 is a number and a unit
        return confidence * 0.5, msg("its heading names a unit, but it holds numbers")
    if field == "reference_designator" and max(look.designator, look.code) < 0.3:
        return confidence * 0.5, msg("its heading names places on a board, but it holds none")
    if field == "magnet_grade" and look.grade < 0.2:
        return confidence * 0.5, msg("its heading names a grade, but it holds no magnet grades")
    return confidence, _BY_HEADING


def _check_firm(field: str, confidence: float, look: Look) -> tuple[float, Message]:
    is_coded = look.numeric > 0.9 or (field == "supplier" and look.order_number > 0.8)
    are_towns = look.origin > 0.9 and look.filled >= ALIKE and look.distinct * look.filled > 1
    if max(look.sourcing, look.answer) > 0.9 or (look.brief > 0.9 and look.filled > 1) or are_towns:
        return confidence * 0.5, _UNFIT
    # Addresses of shops come again; links to parts do not.
    if look.link > 0.8 and look.distinct > SHOPS_AGAIN:
        return confidence * 0.5, msg("its heading names a firm, but it holds links")
    if (is_coded and look.words < 0.5) or look.lettered < LETTERED:
        return confidence * 0.5, msg("its heading names a firm, but it holds numbers")
    return confidence, _BY_HEADING


def _check_number(field: str, confidence: float, look: Look) -> tuple[float, Message]:
    """Links number nothing, nor does one text in all rows where the heading is only partly known."""
    is_alike = look.filled >= ALIKE and look.distinct * look.filled <= 1
    if look.link > 0.8:
        return confidence * 0.5, _UNFIT
    if field == "mpn":
        is_word = is_alike and not (look.code or look.numeric) and confidence <= PLAIN_MPN
        return (confidence * 0.5, _UNFIT) if is_word else (confidence, _BY_HEADING)
    is_worded = look.words > 0.6 and look.code < 0.4
    if confidence <= HALF_KNOWN and (is_alike or is_worded):
        return confidence * 0.7, _UNFIT
    return confidence, _BY_HEADING


_BY_HEADING = msg("by its heading")
_UNFIT = msg("its heading fits, but its cells do not")
_AGREEMENT: Mapping[str, Message] = {
    "countries": msg("by its heading, and it holds countries"),
    "customs numbers": msg("by its heading, and it holds customs numbers"),
    "CAS numbers": msg("by its heading, and it holds CAS numbers"),
    "currencies": msg("by its heading, and it holds currencies"),
    "numbers": msg("by its heading, and it holds numbers"),
    "words": msg("by its heading, and it holds words"),
}


def _agree(confidence: float, share: float, needed: float, kind: str) -> tuple[float, Message]:
    if share >= needed:
        return confidence, _AGREEMENT[kind]
    if share >= needed / 2:
        return confidence * 0.75, msg("by its heading; only some of its cells fit")
    return confidence * 0.4, msg("its heading fits, but its cells do not")
