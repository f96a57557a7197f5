"""The facts of a part in the words of a purchaser."""

from collections.abc import Mapping

from desktop_app.model.findings import Message, msg

FIELD_WORDS: Mapping[str, Message] = {
    "part_number": msg("Part number"),
    "mpn": msg("Maker's part number"),
    "description": msg("Description"),
    "supplier": msg("Supplier"),
    "manufacturer": msg("Maker"),
    "country_of_origin": msg("Country of origin"),
    "ships_from": msg("Ships from"),
    "supplier_country": msg("Supplier's country"),
    "hs_code": msg("HS code"),
    "cas_number": msg("CAS number"),
    "material": msg("Material"),
    "magnet_grade": msg("Magnet grade"),
    "unit": msg("Unit"),
    "currency": msg("Currency"),
    "declaration": msg("Declaration"),
    "end_use": msg("End use"),
    "plant": msg("Plant"),
    "owner": msg("Purchasing group"),
    "material_group": msg("Material group"),
    "substance": msg("Substance"),
    "section": msg("Section"),
    "quantity": msg("Quantity"),
    "quantity_in_product": msg("Quantity in one product"),
    "annual_quantity": msg("Quantity a year"),
    "unit_price": msg("Price of one"),
    "annual_spend": msg("Annual spend"),
    "unit_mass_g": msg("Mass of one"),
    "stock_on_hand": msg("Stock"),
    "in_transit": msg("In transit"),
    "lead_time_days": msg("Delivery time"),
    "cn_value_share": msg("Chinese value share"),
    "margin_per_day": msg("Margin a day"),
    "margin_currency": msg("Currency of the margin"),
    "substance_percent": msg("Substance, percent"),
    "substance_mass_g": msg("Substance, mass"),
    "leaves_china": msg("Leaves China"),
    "consumption_daily": msg("Consumption a day"),
    "consumption_weekly": msg("Consumption a week"),
    "consumption_monthly": msg("Consumption a month"),
    "consumption_quarterly": msg("Consumption a quarter"),
    "requirement_date": msg("Requirement, day"),
    "requirement_quantity": msg("Requirement, quantity"),
    "price_unit": msg("Price is for so many"),
    "line_value": msg("Value of the line"),
    "unit_mass": msg("Mass of one"),
    "weight_unit": msg("Unit of mass"),
    "stock_blocked": msg("Blocked stock"),
    "special_stock": msg("Special stock"),
    "stock_date": msg("Day of the stock"),
    "safety_stock": msg("Safety stock"),
    "open_order_quantity": msg("Ordered quantity"),
    "confirmed_date": msg("Confirmed day"),
    "purchasing_group": msg("Purchasing group"),
    "bom_level": msg("Level in the bill of materials"),
    "reference_designator": msg("Place on the board"),
    "footprint": msg("Footprint"),
    "substance_mass": msg("Substance, mass"),
    "declaration_date": msg("Day of the declaration"),
}

_COMPUTED = frozenset((
    "owner", "section", "unit_mass_g", "substance_mass_g", "leaves_china", "margin_currency",
    "footprint", "quantity_in_product",
))  # fmt: skip
"""Facts of a part that come into being after reading; no column holds them as such."""
COLUMN_FIELDS = tuple(name for name in FIELD_WORDS if name not in _COMPUTED)
"""What a column may be said to hold, in the order in which it is offered."""
