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
    "annual_quantity": msg("Quantity a year"),
    "unit_price": msg("Price of one"),
    "annual_spend": msg("Annual spend"),
    "unit_mass_g": msg("Mass of one"),
    "stock_on_hand": msg("Stock"),
    "in_transit": msg("In transit"),
    "lead_time_days": msg("Delivery time"),
    "cn_value_share": msg("Chinese value share"),
    "margin_per_day": msg("Margin a day"),
    "substance_percent": msg("Substance, percent"),
    "substance_mass_g": msg("Substance, mass"),
    "leaves_china": msg("Leaves China"),
}
