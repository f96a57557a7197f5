"""Turns the mapped columns of one table into facts: decided per column, once per distinct value."""

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from desktop_app.intake import declared_days, measures
from desktop_app.intake.cell_texts import are_converted, text_of, texts_of
from desktop_app.intake.cells_read import Facts, Numbers, Objects
from desktop_app.intake.consumption import PERIODS_A_YEAR, times_a_year
from desktop_app.intake.counted_days import counted_on
from desktop_app.intake.dates import day_first, day_or_week, is_ambiguous_date
from desktop_app.intake.grid import Mask, Value
from desktop_app.intake.heading_elements import element_of
from desktop_app.intake.local_currencies import local_currency
from desktop_app.intake.make_or_buy import without_make_or_buy
from desktop_app.intake.pieces_of_prices import is_headed_by_code
from desktop_app.intake.places_of_origin import origin_of
from desktop_app.intake.priced_units import OTHER_PRICE, settle_priced_units
from desktop_app.intake.shares_of_one import add_up_to_one
from desktop_app.intake.thousands_of_pieces import pieces_of_a_price
from desktop_app.intake.times_read import TimesRead
from desktop_app.intake.unit_columns import DEMANDS, STOCKS
from desktop_app.intake.units_in_headings import unit_in
from desktop_app.intake.user_columns import user_columns, uses_with_users
from desktop_app.intake.values import (
    cas_of,
    country_of,
    currency_of,
    hs_of,
)
from desktop_app.model.findings import msg, nmsg

_TEXT = {
    name: name
    for name in (
        "part_number", "mpn", "description", "supplier", "manufacturer", "material", "magnet_grade",
        "unit", "declaration", "end_use", "plant", "material_group", "substance", "special_stock",
    )
} | {"purchasing_group": "owner"}  # fmt: skip
"""Field of a column to the text fact it becomes, as found."""

_NAMES = frozenset(("part_number", "mpn", "supplier", "manufacturer"))
"""Texts that tell one part or firm from others."""
_FIRMS = frozenset(("supplier", "manufacturer"))

_CODED: Mapping[str, Callable[[Value], str | None]] = {
    "country_of_origin": origin_of,
    "ships_from": origin_of,
    "supplier_country": country_of,
    "hs_code": hs_of,
    "cas_number": cas_of,
}
_PLAIN_NUMBERS = ("quantity", "annual_quantity", "annual_spend", "stock_on_hand", "in_transit",
                  "margin_per_day", "stock_blocked", "open_order_quantity",
                  "requirement_quantity")  # fmt: skip
_OTHER_MONEY = ("annual_spend",)
"""Money beside the price, in a currency of its own where its heading or its cells name one."""
_DATES = ("confirmed_date", "requirement_date", "stock_date")
USED_FIELDS = frozenset(
    (*_TEXT, *_CODED, *_PLAIN_NUMBERS, *_DATES, "currency", "unit_price", "price_unit", "unit_mass", "weight_unit",
     "lead_time_days", "cn_value_share", "substance_percent", "substance_mass", "bom_level",
     "declaration_date", *PERIODS_A_YEAR)
)  # fmt: skip
"""Fields of columns that end up in a fact; other recognised columns are kept unread."""


class Cleaning(TimesRead):
    """The conversion of one table into facts."""

    def run(self) -> Facts:
        """All facts of the table that any column speaks of."""
        for name in self.fields:
            if name in _TEXT:
                self._text(name, _TEXT[name])
            elif name in _CODED:
                self._coded(name)
            elif name == "currency":
                self._keep_each(name, self._of_each(name, self._currency), name)
            elif name in _PLAIN_NUMBERS:
                self._keep(name, self._number(name))
            elif name in _DATES:
                self._date(name)
        if "stock_on_hand" in self.fields and "stock_date" not in self.fields:
            self.facts.columns |= counted_on(self.heading("stock_on_hand"), len(self.rows))
        self._price()
        for name in _OTHER_MONEY:
            if name in self.fields:
                self._in_the_currency_of_the_row(name)
        self._unit_of_quantity()
        self._mass("unit_mass", "unit_mass_g")
        self._mass("substance_mass", "substance_mass_g")
        self._mass_of_unit()
        settle_priced_units(self)
        self._demand()
        self._days()
        for name in sorted({"cn_value_share", "substance_percent"} & self.fields.keys()):
            self._share(name)
        element = element_of(self.heading("substance_percent")) if self._names_element() else None
        if element is not None:
            self.facts.columns["substance"] = np.full(len(self.rows), element, dtype=object)
        self._leaves_china()
        self._users()
        self._declared_days()
        return self.facts

    def _names_element(self) -> bool:
        """A column of shares may say in its heading what it is the share of."""
        return "substance_percent" in self.fields and "substance" not in self.fields

    def _text(self, name: str, fact: str) -> None:
        column = self.columns[name]
        texts = texts_of(column.values, are_names=name in _NAMES)
        self._keep_each(fact, without_make_or_buy(texts) if name in _FIRMS else texts, name)
        if name in ("part_number", "mpn"):
            self._find_converted(name)

    def _find_converted(self, name: str) -> None:
        """Numbers that the spreadsheet took for a day or rounded: what stood there is not known."""
        column = self.columns[name]
        converted = are_converted(column.values)[column.codes]
        if not converted.any():
            return
        self.facts.converted |= converted
        what = nmsg(
            "{n} number in this column was turned into a day or rounded by the spreadsheet.",
            "{n} numbers in this column were turned into days or rounded by the spreadsheet.",
            int(converted.sum()),
        )
        row = self.grid.first_row + int(self.rows[np.flatnonzero(converted)[0]])
        self._note("W_KEY_LOOKS_CONVERTED", what, name, row)

    def describe_with(self, positions: Sequence[int]) -> None:
        """Adds the text of further columns to the description, where it says something new."""
        texts = [self.facts.columns["description"]]
        for position in positions:
            column = self.grid.columns[position]
            values = np.empty(len(column.values), dtype=object)
            values[:] = [text_of(value) for value in column.values]
            texts.append(values[column.codes[self.rows]])
        known: dict[tuple[str | None, ...], str | None] = {}
        found = np.empty(len(self.rows), dtype=object)
        found[:] = [
            known[row] if row in known else known.setdefault(row, _joined(row))
            for row in zip(*(text.tolist() for text in texts), strict=True)
        ]
        self.facts.columns["description"] = found

    def _coded(self, name: str) -> None:
        self._keep_each(name, self._of_each(name, _CODED[name]), name)

    def _date(self, name: str) -> None:
        """Days; those in which day and month could be exchanged stay missing, and it is said."""
        used = self._used(name)
        order = day_first(value for value in used if isinstance(value, str))
        if order is None and any(map(is_ambiguous_date, used)):
            what = msg("Dates such as 03/04/2026 can be in March or in April; they were not used.")
            self._note("W_AMBIGUOUS_DATE", what, name)
        self._keep(name, self._each(name, lambda value: day_or_week(value, order, name)))

    def _price(self) -> None:
        if "unit_price" not in self.fields:
            return
        heading = self.heading("unit_price")
        price = self._number("unit_price") / measures.hundredths_in(heading)
        if "price_unit" in self.fields:
            by_code = is_headed_by_code(self.heading("price_unit"))
            per = self._each("price_unit", lambda v: pieces_of_a_price(v, by_code=by_code))
            per = per.astype(np.float64)
            per[~self.columns["price_unit"].filled] = 1.0
            price = price / np.where(per > 0, per, math.nan)
        else:
            named_here = self._each("unit_price", measures.price_unit_behind).astype(np.float64)
            above = measures.price_unit_in(heading)
            price = price / np.where(np.isnan(named_here), above, named_here)
        self._keep("unit_price", price)
        if "currency" not in self.fields:
            others = (self.heading(n) for n in ("line_value", "annual_spend") if n in self.fields)
            named = next(filter(None, map(self._currency, (heading, *others))), None)
            found = self._each("unit_price", lambda v: self._currency(v) or named)
            found[np.isnan(price)] = None
            self.facts.columns["currency"] = found
        else:
            # A row whose currency is blank may name it beside its price.
            blank = ~self.columns["currency"].filled & ~np.isnan(price)
            if blank.any():
                beside = self._each("unit_price", self._currency)
                self.facts.columns["currency"][blank] = beside[blank]

    def _currency(self, value: Value) -> str | None:
        """The sign ¥ is read in the language of the headings."""
        if not isinstance(value, str):
            return None
        return currency_of(value) or local_currency(value, self.language)

    def _in_the_currency_of_the_row(self, name: str) -> None:
        """An amount that is stated in another currency than the row's is left out, and it is said.

        A row that names no currency and no price takes that of the amount.
        """
        columns = self.facts.columns
        above = self._currency(self.heading(name))
        own = self._each(name, lambda value: self._currency(value) or above)
        amount = columns[name]
        own[np.isnan(amount)] = None
        stated = pd.notna(own)
        if not stated.any():
            return
        currency = columns.setdefault("currency", np.full(len(self.rows), None, dtype=object))
        price = columns.get("unit_price", np.full(len(self.rows), np.nan))
        takes = stated & pd.isna(currency) & np.isnan(price)
        currency[takes] = own[takes]
        differs = stated & pd.notna(currency) & (own != currency)
        if not differs.any():
            return
        amount[differs] = np.nan
        what = nmsg(
            "{n} amount in {currency} stands in a row of another currency; it is not used.",
            "{n} amounts in {currency} stand in rows of another currency; they are not used.",
            int(differs.sum()),
            currency=", ".join(sorted({str(code) for code in own[differs]})),
        )
        row = self.grid.first_row + int(self.rows[np.flatnonzero(differs)[0]])
        self._note("W_OTHER_CURRENCY", what, name, row)

    def _demand(self) -> None:
        """Yearly quantity from a column with a period, and yearly spend, given or reckoned."""
        columns = self.facts.columns
        yearly = columns.get("annual_quantity")
        for name in PERIODS_A_YEAR:
            if name in self.fields:
                from_period = self._number(name) * times_a_year(name, self.heading(name))
                yearly = from_period if yearly is None else np.where(
                    np.isnan(yearly), from_period, yearly
                )  # fmt: skip
        if yearly is None:
            return
        columns["annual_quantity"] = yearly
        if "unit_price" in columns:
            # A demand below zero is no money that comes back, a price of zero none that is known; both
            # are named with the part.
            price = columns["unit_price"]
            reckoned = np.where(yearly >= 0, yearly, np.nan) * np.where(price > 0, price, np.nan)
            if OTHER_PRICE in self.facts.marked:
                reckoned[self.facts.marked[OTHER_PRICE]] = np.nan
            given = columns.get("annual_spend")
            columns["annual_spend"] = (
                reckoned if given is None else np.where(np.isnan(given), reckoned, given)
            )

    def _mass(self, name: str, fact: str) -> None:
        """Grams: the unit stands in the cell, in a column of its own, or in the heading."""
        if name not in self.fields:
            return
        number = self._number(name) / measures.price_unit_in(self.heading(name))
        factor = self._factor(name, measures.mass_unit)
        beside = self._unit_beside(name)
        if beside is not None:
            own = self._factor(beside, measures.mass_unit)
            factor = np.where(np.isnan(factor), own, factor)
        named = measures.mass_unit(self.heading(name))
        if named is not None:
            factor = np.where(np.isnan(factor), named, factor)
        self._keep(fact, number * factor, name)
        if (np.isnan(factor) & ~np.isnan(number)).any():
            what = msg(
                "No unit of mass is given for this column; masses without one were not used."
            )
            self._note("W_AMBIGUOUS_NUMBER", what, name)

    def _unit_of_quantity(self) -> None:
        """The unit behind the number, as in "1 kg", or of the heading, as in "Annual demand (kg)", where no
        column of its own says it; that of a demand before that of a stock."""
        for name in dict.fromkeys(("quantity", *DEMANDS, *STOCKS)):
            if name in self.fields:
                self._fill_unit(self._each(name, measures.unit_behind))
        for name in (*DEMANDS, *STOCKS):
            said = unit_in(self.heading(name)) if name in self.fields else None
            if said is not None and said[1] is not None:
                self._fill_unit(np.full(len(self.rows), said[1], dtype=object))

    def _fill_unit(self, found: Objects) -> None:
        known = self.facts.columns.get("unit")
        if any(found):
            self.facts.columns["unit"] = (
                found if known is None else np.where(pd.isna(known), found, known)
            )

    def _unit_beside(self, name: str) -> str | None:
        """The column that says in which unit a mass is: of a substance, its unit of quantity."""
        if "weight_unit" in self.fields:
            return "weight_unit"
        is_of_substance = name == "substance_mass" and {name, "unit"} <= self.fields.keys()
        return "unit" if is_of_substance and "quantity" not in self.fields else None

    def _mass_of_unit(self) -> None:
        """What is bought by the kilogram weighs one per unit."""
        units = self.facts.columns.get("unit")
        if units is None or self._unit_beside("substance_mass") == "unit":
            return
        known = {unit: measures.mass_of_unit(unit) for unit in set(units.tolist())}
        grams = np.array([known[unit] for unit in units.tolist()], dtype=np.float64)
        given = self.facts.columns.get("unit_mass_g")
        if given is not None:
            grams = np.where(np.isnan(given), grams, given)
        if not np.isnan(grams).all():
            self.facts.columns["unit_mass_g"] = grams

    def _share(self, name: str) -> None:
        """Percent. A bare number of 1 or less may be a share or a percentage: then it is missing."""
        column, heading = self.columns[name], self.heading(name)
        number = self._number(name)
        factor = self._factor(name, measures.percent_factor)
        as_percent = self.grid.shown_as_percent(self.fields[name])[self.rows]
        factor = np.where(np.isnan(factor) & as_percent, 100.0, factor)
        weighed = np.zeros(len(self.rows), dtype=np.bool_)
        if name == "substance_percent" and {"unit", "quantity"} & self.fields.keys() == {"unit"}:
            own = self._factor("unit", measures.percent_factor)
            factor = np.where(np.isnan(factor), own, factor)
            if not np.isnan(own).all():  # else it is the unit in which the part is bought
                weighed = np.isnan(factor) & self._weighed(number)
        bare = np.isnan(factor) & column.filled & ~weighed
        named = measures.percent_factor(heading)
        is_clear = bool((number[bare] > 1).any()) or named == measures.PPM
        if named is not None and is_clear:
            factor = np.where(np.isnan(factor), named, factor)
        elif name == "substance_percent" and named is None and add_up_to_one(number, self.facts):
            factor = np.where(np.isnan(factor), 100.0, factor)
        elif bare.any():
            zero = bare & (number == 0)
            factor = np.where(zero, 1.0, factor)
            what = msg(
                "Shares of 1 or less without a sign can be 1 % or 100 %; they were not used."
            )
            if name == "cn_value_share":
                doubtful = np.flatnonzero(bare & (number > 0) & (number <= 1))
                self.facts.unsigned = {at: float(number[at]) for at in doubtful.tolist()}
                what = msg(
                    "Shares of value of 1 or less without a sign can be 1 % or 100 %; they decide "
                    "only where both readings say the same."
                )
            self._note("W_AMBIGUOUS_NUMBER", what, name)
        limits = column.where(lambda v: isinstance(v, str) and v[0] in "<>≤≥~≈")
        self._keep(name, np.where(limits | weighed, math.nan, number * factor))

    def _weighed(self, number: Numbers) -> Mask:
        """Where the unit of the row is one of mass: what is in such a row is kept as mass and is no share."""
        share, grams = (
            self._factor("unit", read) for read in (measures.percent_factor, measures.mass_unit)
        )
        grams = np.where(np.isnan(share), grams, np.nan)
        if not np.isnan(grams).all() and "substance_mass_g" not in self.facts.columns:
            self.facts.columns["substance_mass_g"] = number * grams
        return ~np.isnan(grams)

    def _users(self) -> None:
        """Customers, end users and programmes go with the use, as hints."""
        headings = self.table.headings
        places = user_columns(headings, frozenset(self.fields.values()))
        if places:
            own = self.facts.columns.get("end_use", np.full(len(self.rows), None, dtype=object))
            self.facts.columns["end_use"] = uses_with_users(
                self.grid, headings, places, self.rows, own.tolist()
            )

    def _declared_days(self) -> None:
        """The day of a declaration goes with its text."""
        if "declaration" in self.facts.columns and "declaration_date" in self.fields:
            days = self._each("declaration_date", declared_days.day_as_found)
            said = self.facts.columns["declaration"].tolist()
            self.facts.columns["declaration"] = declared_days.dated(said, days.tolist())

    def _leaves_china(self) -> None:
        if "ships_from" not in self.fields:
            return
        country = self.facts.columns["ships_from"]
        answers = {None: None, "CN": True}
        found = np.empty(len(country), dtype=object)
        found[:] = [
            answers.get(code, None if code is None or ";" in code else False)
            for code in country.tolist()
        ]
        self.facts.columns["leaves_china"] = found


def _joined(texts: Sequence[str | None]) -> str | None:
    said: list[str] = []
    for text in texts:
        if text and not any(text.casefold() in earlier.casefold() for earlier in said):
            said.append(text)
    return ", ".join(said) or None
