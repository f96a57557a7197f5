"""What headings carry beside their words, and words that change what they mean: as patterns."""

import re

from desktop_app.intake import measures

BRACKETS = re.compile(r"[(\[{【（]([^()\[\]{}【】（）]*)[)\]}】）]")
FOOTNOTE = re.compile(r"\s*[(（]\s*[*＊\d]\s*[)）]")
"""The mark of a field that must be filled in, or of a note: "Smelter Name (*)"."""
NOTE = re.compile(
    r"(?<![^\W\d_])(?P<power>[kcdmµ]?m|in|ft)[²³]$|(?<=[^\W\d_]|[)）.\]])\s?[¹²³⁴⁵⁶⁷⁸⁹]+[)）⁾]?$"
    r"|(?:(?<=20\d\d)|(?<=\d[-/.]\d\d)|(?<=\d\+))[¹²³⁴⁵⁶⁷⁸⁹]+[)）⁾]?$"
    r"|(?<=[^\s(（])\s*[*＊]{1,3}[)）]$|(?<=[^\W\d_]|[)）.\]])\s+\d{1,2}[)）]$|(?:(?<=20\d\d)|(?<=\d[-/.]\d\d)|(?<=\d\+))\s+\d[)）]$",
    re.IGNORECASE,
)
"""The mark of a note behind a heading; ``power`` is none: "m²" and "cm³" are units."""
NOTE_ENDS = frozenset("¹²³⁴⁵⁶⁷⁸⁹⁾)）")
NUMBERED = re.compile(r"[(（]?(?P<number>\d{1,2})\s*[.)）:．、]\s*(?P<text>\D.*)", re.DOTALL)
"""A heading behind its number: "3. Quantity", "(3) 数量"."""
SEPARATORS = re.compile(r"[\s_\-./:：*#,;|'\"’`·\\]+")
_PIECE = (
    r"(pcs?|pieces?|stk|stck|st(ü|u)ck|st|units?|each|ea"
    r"|pi(è|e)ces?|pieza|pezzo|pz|uds?|unidade?|unit(à|é)|einheit|stuks?|styck|enhet|szt|ks|adet|item|个|件|只|個)(?![\w])\.?"
)
PER_ONE = re.compile(rf"\s*(\bper|\bpro|\bje|\bpor|\bpar|\bla|\bal|/|每)\s*{_PIECE}", re.IGNORECASE)
OF_ONE = re.compile(rf"[(（]\s*1\s*{_PIECE}", re.IGNORECASE)
"""One piece in brackets: "Preis (1 Stk)"."""
ONE = re.compile(
    r"\b(unit|each|ea|unitaires?|unitario|unitário|einzel\w*|stück\w*|pu|ep)\b|単価|单价|단가"
)
PER_MANY = re.compile(
    r"\s*(?:(\bper|\bpro|\bje|\bpor|\bpar|\b(?:x|les|for|für|pour|cada|ogni)(?=\s*1)|/|每)\s*"
    rf"((10{{1,3}}|1[., ]000)\b|({'|'.join(measures.THOUSANDS + measures.HUNDREDS)})(?![a-z]))"
    rf"|\b({'|'.join(measures.OF_A_THOUSAND + measures.OF_A_HUNDRED)})(?!\w)).*$",
    re.IGNORECASE,
)
"""A price for many pieces is still a price; how many, the facts ask the heading again."""
TRAILING = re.compile(
    r"( (eur|usd|cny|rmb|gbp|jpy|krw|chf|inr|rs|sek|nok|dkk|pln|zł|czk|kč|huf|ron|lei|try|tl|brl|mxn|aud|cad|hkd"
    r"|sgd|twd|ntd|thb|vnd|idr|rp|rub|zar|ils|aed|kg|g|mg|pcs|stk|[a-z]{0,3}[€$£¥₹]|20\d\d|euros?|dollars?|dollar[oi]"
    r"|d[oó]lar(es)?|yuan|yen|won|кг|гр?|шт|руб|грн))+$"
)
"""What a heading may carry behind its words: a currency, a unit, a year."""

WHOLE = re.compile(r"\b(total|gesamt|gesamte|totale?s?|summe|合计|总|合計|합계)\b")
"""A total of something is not the something of one piece."""

OTHERS = re.compile(
    r"\b(vendor|supplier|customer|cust|client|your|lieferant\w*|kunde\w*|fournisseur|proveedor|cliente"
    r"|fornitore|alternative?s?|old|new|alt|digi ?key|mouser|farnell|element ?14|lcsc|jlc ?pcb|rs|arrow"
    r"|avnet|tme|conrad|reichelt|misumi|mcmaster( carr)?|amazon|ali ?express|ebay|taobao|distributor"
    r"|shop|octopart)\b|供应商|供方|客户|仕入先|取引先|顧客|공급|고객"
)
"""A number, name or price of somebody else is not that of the part."""
NUMBER = re.compile(r"\b(number|no|nr|num|code|sku|p n|pn)\b")
PER_THING = re.compile(
    r"\s(per|pro|par|por|je|al|for|für|pour)\s(?!(the )?(year|month|annum|day|week|quarter|jahr|monat|tag"
    r"|woche|ans?|mois|jour|año|mes|día|anno|mese|giorno)\b)[\w ]{1,20}$"
)
NEEDED = re.compile(
    r"\b(required|requested|needed|req|req d|reqd|used|order(ed)?|build|total|benötigte?|bestellte?"
    r"|gesamte?|nécessaires?|totale?s?|necesari[ao]s?|necessari[ao]s?)\b"
)

LINK = re.compile(r"https?:|www\.", re.IGNORECASE)
ARABIC = str.maketrans(
    {"ي": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا", "ۀ": "ه", "\u200c": " "}
    | {"ı": "i", "\u0307": ""}
)
"""Letters that Arabic, Persian and Turkish write in two ways."""

NOT_HEADING = re.compile(r"https?:|www\.|(?<!\d)(?!20\d\d(?!\d))\d{3}|[.!?]\s|@", re.IGNORECASE)
"""What a line of data or a sentence holds, but hardly a heading; a year may stand in one."""
SIDES = re.compile(r"[/|・]| - | (?:or|oder|或) ", re.IGNORECASE)
"""What parts two words for one thing on one line."""
