"""Labels of one system in eight languages, as its translations give them: what one says in one language it says
in the next. Found by comparing 3,400 labels of Odoo with one another; these went wrong or were not known."""

import pytest

from desktop_app.intake.headings import heading_book


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        ("part_number", ("Internal Reference", "Interne Referenz", "Référence interne",
                         "Referencia interna", "Rif. interno", "内部参照", "内部参考", "내부 참조")),
        ("stock_value", ("Inventory Value", "Inventarwert", "Valeur d'inventaire",
                         "Valor del inventario", "Valore d'inventario")),
        ("stock_on_hand", ("Quantity On Hand", "Cantidad a mano", "Quantità in possesso", "手持ち数量",
                           "在手数量")),
        ("open_order_quantity", ("Remaining Quantity", "Verbleibende Menge", "Quantité restante",
                                 "Cantidad restante", "Quantità rimanente", "残りの数量", "남은 수량")),
        ("line_value", ("Sous-total", "合計価格", "总计", "소계")),
        ("other", ("Forecasted Quantity", "Prognostizierter Bestand", "Stock virtual", "予測在庫")),
    ],
)  # fmt: skip
def test_a_label_says_the_same_in_each_language(field: str, headings: tuple[str, ...]) -> None:
    book = heading_book()
    for heading in headings:
        assert field in {meaning.field for meaning in book.meanings(heading)}, heading


def test_what_will_be_on_stock_is_neither_stock_nor_demand() -> None:
    """On hand and what comes less what goes: a forecast of the stock, not of the use."""
    book = heading_book()
    for heading in ("Forecasted Quantity", "Geplante Bestandsmenge", "予測在庫", "Stock previsto"):
        found = {meaning.field for meaning in book.meanings(heading)}
        assert not found & {"stock_on_hand", "demand", "annual_quantity"}, heading
