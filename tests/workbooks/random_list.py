"""Lists of parts in random layouts, locales and containers, with the table they were made from."""

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from tests.workbooks.build import make_ods, make_xlsx

Cell = str | float | None
Rows = list[list[Cell]]

HEADINGS: Mapping[str, Mapping[str, str]] = {
    "en": {"part_number": "Part Number", "description": "Description", "supplier": "Supplier",
           "country_of_origin": "Country of Origin", "hs_code": "HS Code", "quantity": "Quantity",
           "unit_price": "Unit Price", "currency": "Currency", "unit_mass_g": "Unit weight (g)",
           "lead_time_days": "Lead time (days)", "stock_on_hand": "Stock on hand"},
    "de": {"part_number": "Teilenummer", "description": "Bezeichnung", "supplier": "Lieferant",
           "country_of_origin": "Ursprungsland", "hs_code": "Zolltarifnummer", "quantity": "Menge",
           "unit_price": "Einzelpreis", "currency": "Währung", "unit_mass_g": "Stückgewicht (g)",
           "lead_time_days": "Lieferzeit (Tage)", "stock_on_hand": "Lagerbestand"},
    "fr": {"part_number": "Référence article", "description": "Désignation", "supplier": "Fournisseur",
           "country_of_origin": "Pays d'origine", "hs_code": "Code douanier", "quantity": "Quantité",
           "unit_price": "Prix unitaire", "currency": "Devise", "unit_mass_g": "Poids unitaire (g)",
           "lead_time_days": "Délai de livraison (jours)", "stock_on_hand": "Stock disponible"},
    "es": {"part_number": "Número de parte", "description": "Descripción", "supplier": "Proveedor",
           "country_of_origin": "País de origen", "hs_code": "Partida arancelaria",
           "quantity": "Cantidad", "unit_price": "Precio unitario", "currency": "Moneda",
           "unit_mass_g": "Peso unitario (g)", "lead_time_days": "Plazo de entrega (días)",
           "stock_on_hand": "Existencias"},
    "it": {"part_number": "Codice articolo", "description": "Descrizione", "supplier": "Fornitore",
           "country_of_origin": "Paese di origine", "hs_code": "Codice doganale",
           "quantity": "Quantità", "unit_price": "Prezzo unitario", "currency": "Valuta",
           "unit_mass_g": "Peso unitario (g)", "lead_time_days": "Tempo di consegna (giorni)",
           "stock_on_hand": "Giacenza"},
    "ja": {"part_number": "品番", "description": "品名", "supplier": "仕入先",
           "country_of_origin": "原産国", "hs_code": "HSコード", "quantity": "数量",
           "unit_price": "単価", "currency": "通貨", "unit_mass_g": "単重(g)",
           "lead_time_days": "リードタイム(日)", "stock_on_hand": "在庫数"},
    "zh": {"part_number": "物料编码", "description": "物料名称", "supplier": "供应商",
           "country_of_origin": "原产国", "hs_code": "海关编码", "quantity": "数量",
           "unit_price": "单价", "currency": "币种", "unit_mass_g": "单重(g)",
           "lead_time_days": "交货周期(天)", "stock_on_hand": "库存数量"},
    "ko": {"part_number": "품번", "description": "품명", "supplier": "공급업체",
           "country_of_origin": "원산지", "hs_code": "HS코드", "quantity": "수량",
           "unit_price": "단가", "currency": "통화", "unit_mass_g": "단중(g)",
           "lead_time_days": "납기(일)", "stock_on_hand": "재고수량"},
}  # fmt: skip
COUNTRIES: Mapping[str, Mapping[str, str]] = {
    "en": {"CN": "China", "DE": "Germany", "JP": "Japan", "US": "United States", "VN": "Vietnam"},
    "de": {"CN": "VR China", "DE": "Deutschland", "JP": "Japan", "US": "Vereinigte Staaten", "VN": "Vietnam"},
    "fr": {"CN": "Chine", "DE": "Allemagne", "JP": "Japon", "US": "États-Unis", "VN": "Viêt Nam"},
    "es": {"CN": "China", "DE": "Alemania", "JP": "Japón", "US": "Estados Unidos", "VN": "Vietnam"},
    "it": {"CN": "Cina", "DE": "Germania", "JP": "Giappone", "US": "Stati Uniti", "VN": "Vietnam"},
    "ja": {"CN": "中国", "DE": "ドイツ", "JP": "日本", "US": "アメリカ", "VN": "ベトナム"},
    "zh": {"CN": "中国", "DE": "德国", "JP": "日本", "US": "美国", "VN": "越南"},
    "ko": {"CN": "중국", "DE": "독일", "JP": "일본", "US": "미국", "VN": "베트남"},
}  # fmt: skip
THINGS: Mapping[str, Sequence[str]] = {
    "en": ("Ring magnet", "Hex screw", "Servo motor", "Bearing housing"),
    "de": ("Ringmagnet", "Sechskantschraube", "Servomotor", "Lagergehäuse"),
    "fr": ("Aimant annulaire", "Vis à tête hexagonale", "Servomoteur", "Boîtier de palier"),
    "es": ("Imán anular", "Tornillo hexagonal", "Servomotor", "Carcasa de cojinete"),
    "it": ("Magnete ad anello", "Vite esagonale", "Servomotore", "Alloggiamento"),
    "ja": ("リング磁石", "六角ボルト", "サーボモータ", "ベアリングケース"),
    "zh": ("环形磁钢", "六角螺钉", "伺服电机", "轴承座"),
    "ko": ("링 자석", "육각 볼트", "서보 모터", "베어링 하우징"),
}
TOTALS = {"en": "Total", "de": "Summe", "fr": "Total général", "es": "Total", "it": "Totale",
          "ja": "合計", "zh": "合计", "ko": "합계"}  # fmt: skip
ENCODINGS: Mapping[str, Sequence[str]] = {
    "en": ("utf-8", "cp1252", "utf-16"), "de": ("utf-8", "cp1252", "utf-8-sig", "utf-16"),
    "fr": ("utf-8", "cp1252"), "es": ("utf-8", "cp1252"), "it": ("utf-8", "cp1252"),
    "ja": ("utf-8", "shift_jis", "utf-16"), "zh": ("utf-8", "gb18030", "utf-16"),
    "ko": ("utf-8", "euc_kr", "utf-16"),
}  # fmt: skip
NUMBERS = ("quantity", "unit_price", "unit_mass_g", "lead_time_days", "stock_on_hand")
COMMA = frozenset(("de", "fr", "es", "it"))
CONTAINERS = ("xlsx", "csv", "ods", "html", "xml2003", "tsv")


@dataclass(frozen=True)
class Made:
    """``facts``: fact to one value a part, None where the cell was left empty."""

    language: str
    container: str
    encoding: str
    separator: str
    cells: Rows
    facts: Mapping[str, Sequence[Any]]
    heading_row: int
    hidden: tuple[int, ...] = field(default=())

    def write(self, folder: Path) -> Path:
        """The list as a file whose name says nothing of what it is."""
        return WRITERS[self.container](self, folder / "list.xls")


@st.composite
def lists(draw: Callable[..., Any]) -> Made:
    """A list of parts as somebody might send it."""
    language = draw(st.sampled_from(sorted(HEADINGS)))
    container = draw(st.sampled_from(CONTAINERS))
    count = draw(st.integers(4, 12))
    optional = [name for name in HEADINGS["en"] if name not in ("part_number", "description")]
    chosen = draw(st.lists(st.sampled_from(optional), unique=True, min_size=2, max_size=9))
    if "unit_price" not in chosen and "currency" in chosen:
        chosen.remove("currency")
    order = draw(st.permutations(["part_number", "description", *chosen]))
    facts = {name: [draw(FACTS[name](language, n)) for n in range(count)] for name in order}
    if container in ("csv", "tsv", "html") or draw(st.booleans()):
        written = {n: _written(n, facts[n], language, draw(st.booleans())) for n in order}
    else:
        written = {n: [_plain(n, v, language) for v in facts[n]] for n in order}
    rows: Rows = []
    rows.append([HEADINGS[language][name] for name in order])
    rows += [list(line) for line in zip(*(written[n] for n in order), strict=True)]
    rows = _spread(draw, _beside(draw, rows))
    title = draw(st.integers(0, 3))
    titles: Rows = [["ACME Magnet Works"], ["Edition 7"], []]
    above = titles[:title]
    below = _below(draw, rows[0], facts, language)
    separator = "\t" if container == "tsv" else draw(st.sampled_from((";", "|", "\t")))
    encoding = draw(st.sampled_from(ENCODINGS[language]))
    return Made(
        language, container, encoding, separator, [*above, *rows, *below], facts, title + 1
    )  # fmt: skip


def _beside(draw: Callable[..., Any], rows: Rows) -> Rows:
    """Line numbers before the list, and a column that nobody knows behind it."""
    if draw(st.booleans()):
        rows = [["Pos", *rows[0]], *([str(n), *row] for n, row in enumerate(rows[1:], start=1))]
    if draw(st.booleans()):
        rows = [
            [*rows[0], "Zzyx"],
            *([*row, "ok" if n % 3 else None] for n, row in enumerate(rows[1:])),
        ]
    return rows


def _spread(draw: Callable[..., Any], rows: Rows) -> Rows:
    """Empty rows and the headings of a new page between the lines."""
    found = rows[:1]
    for line in rows[1:]:
        found.append(line)
        between = draw(st.sampled_from(("", "", "", "", "", "", "empty", "page")))
        if between and line is not rows[-1]:
            found.append([None] * len(line) if between == "empty" else list(rows[0]))
    return found


def _below(
    draw: Callable[..., Any],
    heading: Sequence[Cell],
    facts: Mapping[str, Sequence[Any]],
    language: str,
) -> Rows:
    """A sum below the list, now and then after an empty row."""
    if "quantity" not in facts or not draw(st.booleans()):
        return []
    total = sum(value for value in facts["quantity"] if value is not None)
    names = {text: at for at, text in enumerate(heading) if isinstance(text, str)}
    line: list[Cell] = [None] * len(heading)
    line[names[HEADINGS[language]["description"]]] = TOTALS[language]
    line[names[HEADINGS[language]["quantity"]]] = str(total)
    return [[], line] if draw(st.booleans()) else [line]


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(strategy, strategy, strategy, st.none())


FACTS: Mapping[str, Callable[[str, int], st.SearchStrategy[Any]]] = {
    "part_number": lambda _, n: st.sampled_from((f"00{n}47{n}", f"A-{n}.{n}B", f"MM/{n}-X")),
    "description": lambda lang, n: st.sampled_from(THINGS[lang]).map(
        lambda thing: f"{thing} {n} mm"
    ),
    "supplier": lambda _, __: _maybe(
        st.sampled_from(("Acme GmbH", "Ningbo Co., Ltd", "Foo & Söhne"))
    ),
    "country_of_origin": lambda *_: _maybe(st.sampled_from(("CN", "DE", "JP", "US", "VN"))),
    "hs_code": lambda *_: _maybe(st.sampled_from(("85051110", "7318150090", "850300", "0101"))),
    "quantity": lambda *_: _maybe(st.integers(1, 2_000_000)),
    "unit_price": lambda *_: _maybe(st.integers(1, 9_999_999).map(lambda cents: cents / 100)),
    "currency": lambda *_: st.sampled_from(("EUR", "USD", "CNY", "JPY")),
    "unit_mass_g": lambda *_: _maybe(st.integers(1, 99_999).map(lambda tenths: tenths / 10)),
    "lead_time_days": lambda *_: _maybe(st.integers(1, 365)),
    "stock_on_hand": lambda *_: _maybe(st.integers(0, 999_999)),
}


def _plain(name: str, value: Any, language: str) -> Cell:
    """As a workbook holds it: numbers are numbers."""
    if name == "country_of_origin" and value is not None:
        return COUNTRIES[language][value]
    return float(value) if name in NUMBERS and value is not None else value


def _written(name: str, values: Sequence[Any], language: str, grouped: bool) -> list[Cell]:
    """As text in the way of the language. Grouped numbers need a decimal part to be clear."""
    if name not in NUMBERS:
        return [_plain(name, value, language) for value in values]
    decimals = 2 if name == "unit_price" else 1 if name == "unit_mass_g" else 0
    grouped = grouped and decimals > 0
    return [None if v is None else _number(v, decimals, language in COMMA, grouped) for v in values]


def _number(value: float, decimals: int, comma: bool, grouped: bool) -> str:
    text = f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")) if comma else text


def _write_xlsx(made: Made, target: Path) -> Path:
    return make_xlsx(target, {"List": made.cells})


def _write_ods(made: Made, target: Path) -> Path:
    escaped = [[escape(c) if isinstance(c, str) else c for c in row] for row in made.cells]
    return make_ods(target, escaped)


def _write_text(made: Made, target: Path) -> Path:
    lines = (
        made.separator.join("" if cell is None else str(cell) for cell in row) for row in made.cells
    )
    text = "\r\n".join(lines)
    try:
        target.write_bytes(text.encode(made.encoding))
    except UnicodeEncodeError:
        target.write_bytes(text.encode("utf-8"))
    return target


def _write_html(made: Made, target: Path) -> Path:
    def cell(value: Cell) -> str:
        return f"<td>{html.escape('' if value is None else str(value))}</td>"

    rows = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in made.cells)
    page = f'<html><head><meta charset="utf-8"></head><body><table>{rows}</table></body></html>'
    target.write_text(page, encoding="utf-8")
    return target


def _write_xml2003(made: Made, target: Path) -> Path:
    def cell(value: Cell) -> str:
        if value is None:
            return "<Cell/>"
        kind = "Number" if isinstance(value, float) else "String"
        return f'<Cell><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'

    rows = "".join(f"<Row>{''.join(map(cell, row))}</Row>" for row in made.cells)
    target.write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="List">'
        f"<Table>{rows}</Table></Worksheet></Workbook>",
        encoding="utf-8",
    )
    return target


WRITERS: Mapping[str, Callable[[Made, Path], Path]] = {
    "xlsx": _write_xlsx, "ods": _write_ods, "csv": _write_text, "tsv": _write_text,
    "html": _write_html, "xml2003": _write_xml2003,
}  # fmt: skip
