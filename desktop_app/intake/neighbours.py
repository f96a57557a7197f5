"""Headings that mean different things in different company, and columns whose heading says nothing.

Each rule looks at all readings of a table and changes those it can judge. None is sure: what is
decided here stays below 0.8, so that a person is asked to look, unless the cells prove it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from desktop_app.intake.candidates import ACCEPTED, Candidate, weaker
from desktop_app.intake.headings import (
    REFERENCE,
    HeadingBook,
    normalise,
    says_per_one,
    without_brackets,
    without_part_words,
)
from desktop_app.intake.looks import Look
from desktop_app.model.findings import msg

Readings = list[Candidate]

LINE_HEADINGS = frozenset(
    ("item", "item no", "item number", "pos", "position", "pos nr", "position no", "no", "nr", "n",
     "number", "line", "line no", "id", "num", "numero", "número", "numéro", "rank", "lfd nr",
     "番号", "编号", "序号", "項番", "번호", "순번", "ردیف", "")
)  # fmt: skip
"""Headings of the numbers of the lines."""
VAGUE_NUMBERS = frozenset(
    ("code", "reference", "référence", "ref", "réf", "referencia", "riferimento", "código", "codice",
     "codigo", "nr", "no", "number", "代码", "型号", "コード", "코드")
)  # fmt: skip
"""Headings that name some number, but not whose."""
VAGUE_THINGS = frozenset(
    ("part", "teil", "bauteil", "artikel", "article", "articolo", "artículo", "articulo", "product",
     "produkt", "produit", "producto", "prodotto", "component", "komponente", "composant", "pièce",
     "piece", "pieza", "pezzo", "物料", "零件", "部品", "부품", "产品", "製品", "제품")
)  # fmt: skip
"""Headings that name the thing, by its name or its number."""
BARE_MASSES = frozenset(
    ("weight", "mass", "gewicht", "masse", "poids", "peso", "重量", "质量", "중량")
)
ASIDES = frozenset(("comment", "value", "designation", "remark", "说明", "备注", "note"))
"""Headings that describe the part only where no other column does."""
VAGUE_COUNTRIES = frozenset(
    ("land", "country", "pays", "país", "pais", "paese", "国家", "国", "国別", "국가", "nation")
)


class _Table:
    """The headings and looks of one table, as the rules ask for them."""

    def __init__(
        self, headings: Sequence[str], looks: Mapping[int, Look], book: HeadingBook
    ) -> None:
        self.headings, self.looks, self.book = headings, looks, book
        self.bare = {n: normalise(without_brackets(headings[n])[0]) for n in looks}
        self.aside = {n for n in looks if without_part_words(self.bare[n]) in ASIDES}
        """Columns of values and remarks."""
        self.is_hand_made = any(look.link > 0.5 for look in looks.values())
        """A list with links to shops: its numbers are those of makers and shops."""

    def meanings(self, column: int) -> frozenset[str]:
        """What the heading of a column says, also where it is no field of a part."""
        if column not in self.looks:
            return frozenset()
        return frozenset(m.field for m in self.book.exact(self.headings[column]))


def judge(
    readings: Readings, headings: Sequence[str], looks: Mapping[int, Look], book: HeadingBook
) -> Readings:
    """All readings after all rules, in their order."""
    table = _Table(headings, looks, book)
    for rule in _RULES:
        readings = rule(readings, table)
    return readings


def _has(readings: Readings, field: str, besides: int | None = None) -> bool:
    return any(
        c.field == field and c.confidence >= ACCEPTED and c.column != besides for c in readings
    )


def _change(readings: Readings, change: Callable[[Candidate], Candidate]) -> Readings:
    return [change(candidate) for candidate in readings]


def _line_numbers(readings: Readings, table: _Table) -> Readings:
    """1, 2, 3 under "Item" or "Pos." number the lines."""

    def change(candidate: Candidate) -> Candidate:
        is_number = candidate.field in ("part_number", "reference_designator", "mpn")
        counts = table.looks[candidate.column].lines
        if is_number and counts and table.bare[candidate.column] in LINE_HEADINGS:
            return weaker(candidate, 0.3, msg("these are the numbers of the lines"))
        return candidate

    return _change(readings, change)


def _sap_material(readings: Readings, table: _Table) -> Readings:
    """SAP's "Material" beside a short text is the part number, not what the part is made of."""
    readings = list(readings)
    for position, candidate in enumerate(readings):
        bare = table.bare[candidate.column]
        if bare not in ("material", "materiale", "matériel", "materiál", "物料", "品目"):
            continue
        look = table.looks[candidate.column]
        like_numbers = look.words < 0.5 or look.code > 0.6
        has_other = _has(readings, "part_number", besides=candidate.column)
        described = _has(readings, "description", besides=candidate.column)
        if candidate.field == "part_number" and (has_other or not like_numbers) and look.filled:
            why = msg("words, or beside another part number: what the part is made of")
            readings[position] = replace(candidate, field="material", confidence=0.75, why=why)
        elif candidate.field == "material" and like_numbers and described and not has_other:
            why = msg("numbers beside a description: the part number of the ERP system")
            readings[position] = replace(candidate, field="part_number", confidence=0.9, why=why)
    return readings


def _asides(readings: Readings, table: _Table) -> Readings:
    """ "Comment" is the value of the part in some exports, and a mere remark beside a description."""

    def change(candidate: Candidate) -> Candidate:
        is_aside = candidate.field == "description" and candidate.column in table.aside
        if is_aside and _has(readings, "description", besides=candidate.column):
            return weaker(candidate, 0.55, msg("another column describes the part"))
        if is_aside:
            return weaker(candidate, 0.75, msg("no other column describes the part"))
        return candidate

    return _change(readings, change)


def _coded_names(readings: Readings, table: _Table) -> Readings:
    """A "name" that looks like a code beside a column of words is the maker's number."""
    wordy = [
        c.column for c in readings
        if c.field == "description" and c.confidence >= ACCEPTED
        and table.looks[c.column].words > 0.6 and table.looks[c.column].code < 0.5
    ]  # fmt: skip

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        others = [column for column in wordy if column != candidate.column]
        is_name = "description" in table.meanings(candidate.column)
        if not is_name or candidate.column in table.aside:
            return candidate
        if candidate.field != "description" or look.code < 0.6 or not others:
            return candidate
        if _has(readings, "mpn"):
            return weaker(candidate, 0.55, msg("codes; another column describes the part"))
        why = msg("codes beside a description: the maker's part number")
        return replace(candidate, field="mpn", confidence=0.75, why=why)

    return _change(readings, change)


def _vague_numbers(readings: Readings, table: _Table) -> Readings:
    """ "Code" and "Reference" do not say whose number it is."""

    def change(candidate: Candidate) -> Candidate:
        look, bare = table.looks[candidate.column], table.bare[candidate.column]
        if candidate.field == "reference_designator" and look.filled:
            if look.designator >= 0.4 or look.code < 0.5:
                return candidate
            return replace(
                candidate, field="part_number", confidence=0.7, why=msg("numbers, no places")
            )
        if candidate.field != "part_number" or bare not in VAGUE_NUMBERS:
            return candidate
        if table.is_hand_made and not _has(readings, "mpn"):
            why = msg("a number in a list with links to shops: the maker's")
            return replace(candidate, field="mpn", confidence=0.75, why=why)
        return weaker(candidate, 0.75, msg("its heading does not say whose number it is"))

    return _change(readings, change)


def _types(readings: Readings, table: _Table) -> Readings:
    """ "规格型号" is a maker's type where codes stand in it, and a specification elsewhere."""

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "mpn" or "specification" not in table.meanings(candidate.column):
            return candidate
        look = table.looks[candidate.column]
        why = msg("codes: the maker's part number") if look.code >= 0.6 else msg("a specification")
        return weaker(candidate, 0.78 if look.code >= 0.6 else 0.5, why)

    return _change(readings, change)


def _vague_things(readings: Readings, table: _Table) -> Readings:
    """Under "Part" and "Article" may stand the name or the number."""

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        if table.bare[candidate.column] not in VAGUE_THINGS or not look.filled:
            return candidate
        if look.designator >= 0.8 and _has(readings, "description", besides=candidate.column):
            why = msg("places on a circuit board, such as C12")
            return replace(candidate, field="reference_designator", confidence=0.75, why=why)
        is_name = look.words > 0.6 and look.code < 0.6
        why = msg("its heading names the part; the cells say whether by name or by number")
        fits = candidate.field == ("description" if is_name else "part_number")
        return weaker(candidate, 0.78 if fits else 0.5, why)

    return _change(readings, change)


def _beside_maker(readings: Readings, table: _Table) -> Readings:
    """A plain "part number" right beside the manufacturer is the manufacturer's, if none else is."""
    makers = {c.column for c in readings if c.field == "manufacturer" and c.confidence >= ACCEPTED}
    columns = {c.column for c in readings if c.field == "part_number"}

    def change(candidate: Candidate) -> Candidate:
        is_beside = candidate.column - 1 in makers and candidate.column > 1
        if candidate.field != "part_number" or not is_beside or _has(readings, "mpn"):
            return candidate
        why = msg("a part number beside the manufacturer: the manufacturer's")
        return replace(candidate, field="mpn", confidence=0.85 if len(columns) > 1 else 0.78,
                       why=why)  # fmt: skip

    return _change(readings, change)


def _sites(readings: Readings, table: _Table) -> Readings:
    """ "Site" is a plant in an ERP system and a shop in a list with links."""

    def change(candidate: Candidate) -> Candidate:
        if table.bare[candidate.column] != "site":
            return candidate
        has_other = _has(readings, "supplier", besides=candidate.column)
        is_shop = table.is_hand_made and not has_other
        if candidate.field == ("supplier" if is_shop else "plant"):
            return weaker(
                candidate, 0.75, msg("a site: the shop in a list with links, else a plant")
            )
        return weaker(candidate, 0.5, msg("a site: the shop in a list with links, else a plant"))

    return _change(readings, change)


def _countries(readings: Readings, table: _Table) -> Readings:
    """ "Land" beside a supplier is the supplier's, in a list of parts it is the origin."""
    found = list(readings)
    for column, look in table.looks.items():
        if table.bare[column] not in VAGUE_COUNTRIES or look.country < 0.5:
            continue
        found = [c for c in found if c.column != column]
        beside = table.meanings(column - 1) & {"supplier", "supplier_number", "supplier_country"}
        if beside:
            why = msg("a country beside the supplier: the supplier's")
            found.append(Candidate(column, "supplier_country", 0.75, why))
        elif not _has(found, "country_of_origin"):
            why = msg("a country in a list of parts; its heading does not say which")
            found.append(Candidate(column, "country_of_origin", 0.65, why))
    return found


PRICE_UNIT_HEADINGS = frozenset(
    ("unit", "units", "einheit", "pe", "per", "unité", "unidad", "单位", "単位")
)


def _price_units(readings: Readings, table: _Table) -> Readings:
    """1, 10, 100 or 1000 under a unit heading beside a price: what the price is for."""

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_unit = candidate.field == "unit" and table.bare[candidate.column] in PRICE_UNIT_HEADINGS
        if is_unit and look.price_units and look.filled > 1:
            if _has(readings, "unit_price") and not _has(readings, "price_unit"):
                why = msg("1, 10, 100 or 1000 beside a price: the number of pieces it is for")
                return replace(candidate, field="price_unit", confidence=0.75, why=why)
        elif candidate.field == "price_unit" and look.filled and look.unit > 0.6:
            why = msg("units, not numbers: the unit of the price")
            return replace(candidate, field="unit", confidence=0.7, why=why)
        return candidate

    return _change(readings, change)


def _prices(readings: Readings, table: _Table) -> Readings:
    """A bare "Price" beside a "Price per piece" is that of the whole line."""
    per_one = {
        c.column
        for c in readings
        if c.field == "unit_price" and says_per_one(table.headings[c.column])
    }
    if not per_one or not _has(readings, "quantity") or _has(readings, "line_value"):
        return readings

    def change(candidate: Candidate) -> Candidate:
        is_bare = table.bare[candidate.column] in BARE_PRICES and candidate.column not in per_one
        if candidate.field != "unit_price" or not is_bare:
            return candidate
        why = msg("a price beside the price of one: that of the whole line")
        return replace(candidate, field="line_value", confidence=0.75, why=why)

    return _change(readings, change)


def _stored(readings: Readings, table: _Table) -> Readings:
    """A bare "Quantity" beside a storage place, and no price, is what lies there."""
    places = any("storage_location" in table.meanings(column) for column in table.looks)
    if not places or _has(readings, "stock_on_hand") or _has(readings, "unit_price"):
        return readings

    def change(candidate: Candidate) -> Candidate:
        if candidate.field != "quantity" or table.bare[candidate.column] not in BARE_QUANTITIES:
            return candidate
        why = msg("a quantity beside a storage place: what lies there")
        return replace(candidate, field="stock_on_hand", confidence=0.75, why=why)

    return _change(readings, change)


def _gross(readings: Readings, table: _Table) -> Readings:
    """The mass with its packing only where no other is given."""

    def change(candidate: Candidate) -> Candidate:
        if candidate.field == "unit_mass" and GROSS.search(table.bare[candidate.column]):
            return weaker(candidate, 0.65, msg("a gross mass: with the packing"))
        return candidate

    return _change(readings, change)


def _values_of_lines(readings: Readings, table: _Table) -> Readings:
    """ "Value" over numbers beside a quantity is money, if it is not the value of a board part."""
    has_places = any("reference_designator" in table.meanings(n) for n in table.looks)

    def change(candidate: Candidate) -> Candidate:
        look = table.looks[candidate.column]
        is_value = without_part_words(table.bare[candidate.column]) in (
            "value",
            "wert",
            "valeur",
            "valor",
        )
        if not is_value or candidate.field != "description" or look.numeric < 0.9 or has_places:
            return candidate
        if _has(readings, "line_value") or not (
            _has(readings, "quantity") or _has(readings, "annual_quantity")
        ):
            return candidate
        why = msg("numbers beside a quantity: the money of the line")
        return replace(candidate, field="line_value", confidence=0.7, why=why)

    return _change(readings, change)


GROSS = re.compile(r"\b(gross|brutto\w*|brut|bruto|lordo)\b|毛重|総重量|총중량")
BARE_QUANTITIES = frozenset(
    (
        "quantity",
        "qty",
        "menge",
        "anzahl",
        "quantité",
        "qté",
        "cantidad",
        "quantità",
        "数量",
        "수량",
    )
)
BARE_PRICES = frozenset(
    ("price", "cost", "costs", "preis", "kosten", "prix", "coût", "precio", "coste", "costo", "prezzo",
     "preço", "价格", "価格", "가격", "цена", "cena")
)  # fmt: skip


def _substance_masses(readings: Readings, table: _Table) -> Readings:
    """In a declaration of materials a bare "Weight" is that of the substance in its row."""
    if not (_has(readings, "substance") or _has(readings, "cas_number")):
        return readings

    def change(candidate: Candidate) -> Candidate:
        is_mass = candidate.field == "unit_mass" and table.bare[candidate.column] in BARE_MASSES
        if is_mass and not _has(readings, "substance_mass"):
            why = msg("a weight beside a substance: that of the substance")
            return replace(candidate, field="substance_mass", confidence=0.75, why=why)
        return candidate

    return _change(readings, change)


def _amounts(readings: Readings, table: _Table) -> Readings:
    """ "Amount" is money beside a quantity, and a quantity beside a price."""

    def change(candidate: Candidate) -> Candidate:
        if table.bare[candidate.column] not in ("amount", "betrag", "montant", "importe"):
            return candidate
        look = table.looks[candidate.column]
        has_quantity = _has(readings, "quantity", besides=candidate.column)
        is_money = has_quantity or look.whole < 0.8
        if candidate.field == ("line_value" if is_money else "quantity"):
            return weaker(candidate, 0.75, msg("by its cells and the columns beside it"))
        return weaker(candidate, 0.5, msg("by its cells and the columns beside it"))

    return _change(readings, change)


def _by_cells(readings: Readings, table: _Table) -> Readings:
    """Columns whose heading says nothing, where the cells do. Reference lists are left alone."""
    if any(table.meanings(column) & REFERENCE for column in table.looks):
        return readings
    found = list(readings)

    def add(field: str, fits: Callable[[Look], bool], confidence: float) -> None:
        if _has(found, field):
            return
        for column, look in table.looks.items():
            known = table.meanings(column)
            taken = any(c.column == column and c.confidence >= ACCEPTED for c in found)
            if taken or known or look.filled < 3 or not fits(look):
                continue
            found.append(Candidate(column, field, confidence, _BY_CELLS))
            return

    add("cas_number", lambda k: k.cas > 0.8, 0.79)
    add("magnet_grade", lambda k: k.grade > 0.8 and k.distinct > 0.05, 0.7)
    add("unit", lambda k: k.unit > 0.9, 0.7)
    add("currency", lambda k: k.currency > 0.95 and k.numeric < 0.1 and k.unit < 0.5, 0.7)
    add(
        "description",
        lambda k: k.words > 0.7 and k.distinct > 0.5 and k.link < 0.2 and k.filling > 0.6
        and k.country < 0.5 and k.numeric < 0.2,
        0.65,
    )  # fmt: skip
    add(
        "part_number",
        lambda k: k.code > 0.9 and k.distinct > 0.8 and k.filling > 0.9 and k.numeric < 0.9
        and not k.lines and k.designator < 0.8 and k.link < 0.1,
        0.65,
    )  # fmt: skip
    return found


_BY_CELLS = msg("its heading is not known, but its cells fit")

_RULES: tuple[Callable[[Readings, _Table], Readings], ...] = (
    _line_numbers, _sap_material, _types, _vague_things, _stored, _gross, _values_of_lines, _asides,
    _coded_names, _vague_numbers, _beside_maker, _sites, _countries, _price_units, _prices,
    _substance_masses, _amounts, _by_cells,
)  # fmt: skip
