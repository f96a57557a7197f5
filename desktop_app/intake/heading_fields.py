"""The facts that a column may hold, as the tables of headings name them."""

FIELDS = frozenset(
    """part_number mpn description supplier manufacturer country_of_origin ships_from supplier_country hs_code
    cas_number material magnet_grade annual_quantity consumption_daily consumption_weekly consumption_monthly
    consumption_quarterly consumption_half_yearly quantity requirement_date requirement_quantity unit unit_price
    price_unit currency annual_spend line_value unit_mass weight_unit stock_on_hand stock_blocked special_stock
    stock_date safety_stock in_transit open_order_quantity confirmed_date lead_time_days plant purchasing_group
    material_group bom_level reference_designator end_use substance substance_mass substance_percent declaration
    declaration_date cn_value_share margin_per_day""".split()  # noqa: SIM905 - a list of words
)
"""The fields a column may hold; other names in the table are recognised, but not used."""

ALIASES = {
    "mineral": "material",
    "smelter_name": "supplier",
    "smelter_country": "country_of_origin",
    "mine_country": "country_of_origin",
    "product_category": "material_group",
    "specification": "description",
}
"""Names of the table that stand for a field of a part, where the list is one of parts."""

REFERENCE = frozenset(("smelter_name", "smelter_id", "mine_name", "mine_id"))
"""Headings of reference lists, such as smelters: their rows are no bought parts."""
