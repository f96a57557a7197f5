"""Which facts one list lends to the parts of another, and how."""

SUMMED = ("stock_on_hand", "stock_blocked", "in_transit", "open_order_quantity")
"""Stock and orders of one material stand in several rows: plants, storage places, orders."""
DEMANDS = ("annual_quantity", "requirement_quantity")
BELONGS = {"unit_price": "currency", "margin_per_day": "margin_currency"}
"""A fact that is of no use without the one it comes with."""
TAKEN = (
    "mpn", "description", "supplier", "manufacturer", "country_of_origin", "ships_from",
    "leaves_china", "supplier_country", "hs_code", "cas_number", "material", "magnet_grade",
    "declaration", "end_use", "owner", "material_group", "unit_price", "annual_spend",
    "annual_quantity", "unit_mass_g", "lead_time_days", "cn_value_share", "margin_per_day",
    "margin_currency", "reference_designator", "footprint",
)  # fmt: skip
"""Facts that are taken over where all rows of the material agree."""
OF_A_SOURCE = frozenset(
    ("mpn", "supplier", "manufacturer", "country_of_origin", "ships_from", "leaves_china",
     "supplier_country", "unit_price", "lead_time_days", "declaration")
)  # fmt: skip
"""Facts in which two suppliers of one material may differ without any conflict."""
OF_SOURCES = (
    "supplier",
    "country_of_origin",
    "leaves_china",
    "lead_time_days",
    "unit_price",
    "currency",
    "ships_from",
)
IN_WORDS = frozenset(
    ("description", "supplier", "manufacturer", "material_group", "owner", "end_use", "declaration",
     "supplier_country", "mpn", "reference_designator", "footprint")
)  # fmt: skip
"""Facts that two lists write differently as a rule; the part's own list is not contradicted."""
