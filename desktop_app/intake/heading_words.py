"""Words that headings are made of, in many languages."""

import re
import unicodedata

PART_WORDS = frozenset(
    """part parts item items product products component components article articles material
    materials goods artikel teil teile teils bauteil bauteile produkt produkts komponente materials
    article articles pièce pièces produit produits composant composants matériel producto productos
    pieza piezas artículo articulo componente componentes articolo prodotto componenti pezzo pezzi
    produto produtos peça peças sap erp our unser unsere internal interne interno""".split()  # noqa: SIM905
)
KINDS_OF_PARTS = frozenset(
    """parts components hardware materials items teile bauteile komponenten pièces composants piezas
    componentes materiales componenti materiali peças części onderdelen""".split()  # noqa: SIM905
)
"""Words that end a heading of what is listed below."""
JOINTS = frozenset(
    [
        "of",
        "the",
        "for",
        "du",
        "de",
        "la",
        "le",
        "des",
        "del",
        "della",
        "dello",
        "delle",
        "do",
        "da",
        "d",
        "der",
        "des",
        "l",
        "per",
    ]
)
NUMBER_WORDS = frozenset(
    "number no nr num id code numéro numero número nummer codigo código codice sku ref".split()  # noqa: SIM905
)
"""Of the part itself: "Product ID", "Material code", "número del producto"."""

TRADITIONAL = str.maketrans(
    "編號規數單價稱應產國庫備註額總幣種類質長寬廠製購買訂貨圖項級層淨計發運進報關稅則碼說細參標準鐵鋼"
    "廢實際當預現創約區係員間時車電機構壓溫燈線圓據庫檢驗採銷內簡",
    "编号规数单价称应产国库备注额总币种类质长宽厂制购买订货图项级层净计发运进报关税则码说细参标准铁钢"
    "废实际当预现创约区系员间时车电机构压温灯线圆据库检验采销内简",
)
"""Headings are compared in simplified characters; both sides are, so other languages keep theirs."""

ONLY_WHOLE = frozenset(("number", "num", "manufacture", "dist", "provider", "units"))
"""Headings that mean something only as a whole: a "Phone number" counts nothing."""

_COUNTS = frozenset("number no nr num numero número numéro nombre quantity count".split())  # noqa: SIM905
_MANY = frozenset(
    """parts pieces units items components piezas unidades componentes pezzi componenti pièces composants peças
    teile stücke bauteile onderdelen stuks""".split()  # noqa: SIM905
)


def is_count_of_parts(bare: str) -> bool:
    """Whether a comparable heading counts: "number parts", "número de piezas"; one part has a number."""
    words = [word for word in bare.split() if word not in JOINTS]
    return len(words) == 2 and words[0] in _COUNTS and words[1] in _MANY


def without_accents(bare: str) -> str:
    """A comparable heading as it is typed where the keyboard lacks them: "articulo", "quantite"."""
    if bare.isascii():
        return bare
    apart = unicodedata.normalize("NFD", bare)
    plain = "".join(character for character in apart if not unicodedata.combining(character))
    # In other scripts the marks make other letters.
    return plain if plain.isascii() else bare


FIRST = (
    "quantity",
    "line_value",
    "supplier",
    "manufacturer",
    "mpn",
    "unit_price",
    "lead_time_days",
)
"""What a list says of the first of several: "Lieferant 1"."""
VARIANTS = ("quantity", "line_value")
"""What a list says of each of several variants: "Qty 16", "Qty 12", for so many outputs."""


def without_number(bare: str) -> str:
    """A comparable heading without a number at its end; "MG-1" is a number itself."""
    rest = re.sub(r" \d{1,4}$", "", bare)
    return bare if len(rest) < SHORTEST and rest.isascii() else rest


SHORTEST = 3
"""Letters of a word that is a heading whatever number follows. Own judgement."""


def singular(bare: str) -> str:
    """A comparable heading with its words in the singular, as English and French write it."""
    return " ".join(word.removesuffix("s") for word in bare.split())


def without_part_words(bare: str) -> str:
    """A comparable heading without the words for "part", such as "description" of "item description";
    unchanged where no such word is in it."""
    words = bare.split()
    if not any(word in PART_WORDS for word in words):
        return bare
    return " ".join(word for word in words if word not in PART_WORDS and word not in JOINTS)
