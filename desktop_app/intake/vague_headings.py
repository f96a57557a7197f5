"""Headings that say a number, a thing or a country, but not which."""

LINE_HEADINGS = frozenset(
    ("item", "item no", "item number", "pos", "position", "pos nr", "position no", "no", "nr", "n",
     "number", "nummer", "line", "line no", "id", "num", "numero", "número", "numéro", "rank", "lfd nr",
     "番号", "编号", "序号", "項番", "번호", "순번", "ردیف", "")
)  # fmt: skip
"""Headings of the numbers of the lines."""

VAGUE_NUMBERS = frozenset(
    ("code", "reference", "référence", "ref", "réf", "referencia", "riferimento", "código", "codice",
     "codigo", "nr", "no", "number", "nummer", "代码", "型号", "コード", "코드")
)  # fmt: skip
"""Headings that name some number, but not whose."""

VAGUE_THINGS = frozenset(
    ("part", "teil", "bauteil", "artikel", "article", "articolo", "artículo", "articulo", "product",
     "produkt", "produit", "producto", "prodotto", "component", "komponente", "composant", "pièce",
     "piece", "pieza", "pezzo", "parts", "teile", "components", "products", "物料",
     "零件", "部品", "부품", "产品", "製品", "제품", "组件", "元件", "器件", "元器件", "零部件", "配件")
)  # fmt: skip
"""Headings that name the thing, by its name or its number."""

VAGUE_COUNTRIES = frozenset(
    ("land", "country", "pays", "país", "pais", "paese", "国家", "国", "国別", "국가", "nation")
)
