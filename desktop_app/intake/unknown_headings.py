"""Columns whose heading says nothing, where the cells do."""

from collections.abc import Callable

from desktop_app.intake import measures
from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.heading_words import PART_WORDS
from desktop_app.intake.headings import FIELDS, REFERENCE, is_of_others, normalise
from desktop_app.intake.looks import Look
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.readings import Readings, TableView, has
from desktop_app.intake.short_headings import apart
from desktop_app.intake.tables import IDENTITY
from desktop_app.intake.vague_headings import words_of_kind
from desktop_app.model.findings import msg


def by_cells(readings: Readings, table: TableView) -> Readings:
    """Columns whose heading says nothing, where the cells do. Reference lists are left alone."""
    if any(table.meanings(column) & REFERENCE for column in table.looks):
        return readings
    found = list(readings)
    # A list without headings may be one line of a mail.
    longest = max((look.filled for look in table.looks.values()), default=0)
    fewest = min(FEWEST, longest) if table.is_headless else FEWEST

    def add(
        field: str, fits: Callable[[Look], bool], confidence: float, least: int = FEWEST
    ) -> None:
        if has(found, field) and not (field == "description" and specified):
            return
        for column in sorted(
            table.looks,
            key=lambda n: (
                field in NUMBERS and not _is_named(table, n),
                field == "description" and says_little(table.looks[n]),
                field == "part_number" and table.is_headless and _is_name(table.looks[n]),
            ),
        ):
            look, known = table.looks[column], table.meanings(column)
            taken = any(c.column == column and c.confidence >= ACCEPTED for c in found)
            if taken or known or look.filled < min(fewest, least) or not fits(look):
                continue
            if field in NUMBERS and _is_anothers(table, column):
                continue
            if field == "country_of_origin" and _counts_left(found, table, column):
                continue  # "Pl" right of a stock is its unit
            if field == "reference_designator" and _may_name(table, column):
                continue
            if field == "description" and bare(table.headings[column]) in NO_NAMES:
                continue  # "blocked" is the state of what lies there, a parent is another part
            if has(found, field) and column != specified[0] - 1:
                continue  # the name stands left of its details, whatever its heading
            found.append(Candidate(column, field, confidence, _BY_CELLS))
            return

    specified = _only_specified(found, table)
    add("cas_number", lambda k: k.cas > 0.8 and (k.day < 0.5 or not _is_one(k)), 0.79)
    add("hs_code", lambda k: k.tariff > 0.9, 0.65)
    if not any(table.meanings(n) & COUNTRIES for n in table.looks):
        add("country_of_origin", lambda k: _is_origin(k, table), 0.62)
    add("lead_time_days", lambda k: k.timed > 0.8 and k.filling > 0.5, 0.75)
    add("magnet_grade", _are_grades, 0.7)
    weighed = _units_of_masses(found, table)
    columns = {candidate.column for candidate in weighed}
    found = [c for c in found if c.column not in columns or c.field != "unit"] + weighed
    add("unit", lambda k: k.unit > 0.9 and not k.many, 0.7)  # "TH" may be how it is mounted
    is_priced = has(found, "unit_price")  # beside it one code of money says what it is
    add(
        "currency",
        lambda k: k.currency > 0.95 and k.numeric < 0.1 and k.unit < 0.5 and k.single > OTHERWISE,
        0.7,
        least=1 if is_priced else FEWEST,
    )
    add(
        "description",
        lambda k: k.words > 0.7 and k.distinct > 0.5 and k.link < 0.2 and k.filling > 0.6
        and k.country < 0.5 and k.numeric < 0.2 and k.code < 0.5,
        0.65,
    )  # fmt: skip
    add("bom_level", lambda k: k.nested, 0.7)
    _add_board_parts(found, table, add)
    add(
        "part_number",
        lambda k: k.code > 0.9 and k.distinct > 0.8 and k.filling > 0.9 and k.numeric < 0.9
        and not (k.lines or k.nested or k.keys) and k.designator < 0.8 and k.link < 0.1 and k.day < 0.5,
        0.65,
    )  # fmt: skip
    add("description", lambda k: table.is_headless and _is_name(k), 0.62)
    beside = _with_grades(found, table), _with_kinds(found, table), _with_names(found, table)
    return found + [candidate for candidates in beside for candidate in candidates]


def _with_names(found: Readings, table: TableView) -> Readings:
    """Names under "Designator", as of an assembly: they are no places on a board, and tell what a line is whose
    description is only a number."""
    if not has(found, "description"):
        return []
    return [
        Candidate(column, "description", SPECIFIES, _BY_CELLS)
        for column, look in table.looks.items()
        if "reference_designator" in table.meanings(column)
        and look.words > OTHERWISE
        and look.designator < 1 - OTHERWISE
        and look.distinct > 0.5
    ]


def _with_kinds(found: Readings, table: TableView) -> Readings:
    """Of a list without headings that names its parts by types, the words that stand first in each line: they
    come again and again, and say what the type is."""
    described = [c.column for c in found if c.field == "description"]
    if not table.is_headless or not described or table.looks[described[0]].single <= OTHERWISE:
        return []
    first = min(table.looks)
    look = table.looks[first]
    are_kinds = look.words > OTHERWISE and look.filling > OTHERWISE and look.code < 1 - OTHERWISE
    is_free = all(c.column != first for c in found if c.confidence >= ACCEPTED)
    varies = look.distinct * look.filled > 1
    if not (are_kinds and is_free and varies) or look.country > 0.5 or look.unit > 0.5:
        return []
    return [Candidate(first, "description", SPECIFIES, _BY_CELLS)]


def _only_specified(readings: Readings, table: TableView) -> list[int]:
    """Columns of details, where nothing else describes or numbers the part; none where something does."""
    found = [c for c in readings if c.confidence >= ACCEPTED]
    if any(c.field in IDENTITY and c.field != "description" for c in found):
        return []
    described = sorted({c.column for c in found if c.field == "description"})
    is_only = all("specification" in table.meanings(column) for column in described)
    return described if is_only else []


def _is_name(look: Look) -> bool:
    """Different texts in words, also such as have figures in them and no blanks: 罗斯福8号啤酒330ml."""
    is_text = look.words > 0.7 and look.distinct > 0.5 and look.filling > 0.6
    return is_text and look.single < OTHERWISE and max(look.numeric, look.link) < 0.2


NO_NAMES = words_of("stock_state") | words_of("parents") | words_of("parent_numbers")
"""Headings of texts that never name the part itself."""


def _with_grades(found: Readings, table: TableView) -> Readings:
    """Columns in which a few cells are grades of magnets, as "Typ" in a list of all sorts: beside the
    description they tell a ring that is a magnet."""
    if not has(found, "description"):
        return []
    taken = {c.column for c in found if c.confidence >= ACCEPTED}
    return [
        Candidate(column, "description", SPECIFIES, _BY_CELLS)
        for column, look in table.looks.items()
        if look.grade > look.common_code
        and column not in taken
        and table.meanings(column) <= OF_ANY_KIND
    ]


OF_ANY_KIND = frozenset({"other"})
"""What headings such as "Typ" or "Type" are known to say: nothing that a part is judged by."""


SPECIFIES = 0.5
"""Belief that is just enough to be read beside a description, never in its place."""


def _are_grades(look: Look) -> bool:
    """Grades of magnets, also one grade in all rows where it is no code of a tax."""
    is_told = look.distinct * look.filled > 1 or look.common_code < OTHERWISE
    return look.grade > GRADED and is_told


FEWEST = 3
"""Cells that say what a column holds whose heading does not. Own judgement."""
GRADED = 0.8
"""Share of the cells that are grades of magnets. Own judgement."""


def _is_one(look: Look) -> bool:
    """The same in every row: of ten days one is a CAS number by its check digit."""
    return look.distinct * look.filled <= 1


def says_little(look: Look) -> bool:
    """Words that come again, or are one to a cell: who wrote a line, and how the part is packed."""
    return look.distinct < OTHERWISE or look.single > OTHERWISE


OTHERWISE = 0.9
"""Share of the cells that say something else, or one word. Own judgement."""

COUNTRIES = frozenset(("country_of_origin", "ships_from", "supplier_country", "smelter_country"))


def _is_origin(look: Look, table: TableView) -> bool:
    """Countries under a heading that is not known: where a list goes to is the same in every row."""
    is_varied = look.distinct * look.filled > 1 or table.is_headless
    return look.country > 0.9 and look.unit < 0.5 and is_varied


def _counts_left(found: Readings, table: TableView, column: int) -> bool:
    """Short cells without a heading right of an amount."""
    is_amount = any(c.column == column - 1 and c.field in AMOUNTS for c in found)
    return is_amount and not table.headings[column] and table.looks[column].brief > OTHERWISE


AMOUNTS = frozenset(
    ("quantity", "stock_on_hand", "stock_blocked", "in_transit", "open_order_quantity")
)


def _is_named(table: TableView, column: int) -> bool:
    """A heading with a word for parts in it: of "Order" and "Plan item" the second numbers them."""
    return not PART_WORDS.isdisjoint(table.bare[column].split())


def _may_name(table: TableView, column: int) -> bool:
    """A heading that is known in part, and would name or number what is bought: GL24 under "构件名称"."""
    return any(m.field in IDENTITY for m in table.book.likely(table.headings[column]))


def _is_anothers(table: TableView, column: int) -> bool:
    """A heading that names a shop or a paper, or something else of which a part is known: an order."""
    heading = table.headings[column]
    said = table.book.meanings(heading)
    is_other = any(m.field not in FIELDS for m in said)
    of_shop = is_of_others(table.bare[column]) or is_of_others(normalise(apart(heading)))
    of_value = bare(heading) in words_of("board_property")
    of_paper = (
        of_value or names_any(heading, "papers") or table.bare[column].endswith(ENDS_OF_PAPERS)
    )
    return is_other or of_shop or of_paper


ENDS_OF_PAPERS = tuple(sorted(words_of_kind("end_of_paper")))
"""What headings of papers and of their lines end with in scripts without blanks."""


NUMBERS = ("part_number", "hs_code", "cas_number")
"""What the cells alone do not say under a heading that names a shop: its numbers are its own."""


def _add_board_parts(
    found: Readings, table: TableView, add: Callable[[str, Callable[[Look], bool], float], None]
) -> None:
    """Beside places on a board that no heading names, codes on its left are the values of the parts:
    "100nF" of C1, C2. They describe them, where nothing else does."""
    if any(has(found, name) for name in ("description", "part_number", "mpn")):
        return
    before = len(found)
    add("reference_designator", lambda k: k.designator >= 0.8 and k.distinct > 0.8, 0.7)
    left = found[-1].column - 1 if len(found) > before else -1
    look = table.looks.get(left)
    if look is not None and not table.meanings(left) and look.code > 0.5 and not look.lines:
        found.append(Candidate(left, "description", 0.65, _BY_CELLS))


def _units_of_masses(readings: Readings, table: TableView) -> Readings:
    """Units of mass right of a mass whose heading names none, under a heading that is not known or
    under "Unit", where they differ from line to line: material data sheets weigh in g and kg."""
    masses = {
        c.column for c in readings
        if c.field in ("unit_mass", "substance_mass") and c.confidence >= ACCEPTED
        and measures.mass_unit(table.headings[c.column]) is None
    }  # fmt: skip
    if has(readings, "weight_unit"):
        return []
    return [
        Candidate(column, "weight_unit", 0.78, msg("units of mass beside a mass"))
        for column, look in table.looks.items()
        if column - 1 in masses
        and look.mass_unit > 0.9
        and (not table.meanings(column) or table.bare[column] in UNITS_OF_WEIGHT)
    ]


UNITS_OF_WEIGHT = words_of_kind("unit_of_weight")
"""Headings of units; right of a weight, over nothing but units of mass, they are those of the weight."""
_BY_CELLS = msg("its heading is not known, but its cells fit")
