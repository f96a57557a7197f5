"""From which quantity on a price holds, as a heading says it: "1+", "ab 500 Stk.", "単価 100個以上"."""

import re
import unicodedata

from desktop_app.intake.heading_text import without_note
from desktop_app.intake.values import piece_units

_PRICE = (
    r"(?:unit|list|net|netto|stück|stueck|einzel|staffel|break|阶梯|含税|未税|不含税)?\s*-?\s*(?:prices?|preise?|p\.?\s?u\.?(?![^\W\d])|prix|precio|prezzo"
    r"|preço|cost|cena|价格?|单价|價格?|単価|価格|단가|가격)\s*"
    r"(?:(?:unitari[oa]|unitaires?|unitar|net|netto|ht)\b\.?\s*){0,2}"
    r"(?:(?:je|per|pro|por|par|/|each|a|al|la|à la)"
    r"\s*(?:st(?:ü|ue)ck|stk|st|pcs?|piece|unité|unit|pezzo|pz|pièce|pieza|unidad|ud|个|個)\.?\s*)?"
    r"(?:in\s+)?"
)
_TIER = re.compile(
    rf"(?P<price>{_PRICE})?(?P<at>ab|from|bei|at|for|à partir de|dès|da|desde|@|≥"
    rf"|>=|>)?\s*(?P<from>\d{{1,7}}|\d{{1,3}}(?:[., ]\d{{3}})+)(?P<kilo>k)?\s*"
    rf"(?:(?P<more>\+|以上|이상)|(?:-|–|~|to|bis|à|a)\s*(?P<to>\d[\d., ]*k?))?\s*(?P<unit>[^\W\d]{{0,8}}?\.?)"
    rf"\s*(?:以上|이상|\+)?\s*(?:{_PRICE})?",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[\[(（][^\[\]()（）]{0,12}[\])）]|[€$£¥￥₩]|\b(?:eur|usd|cny|rmb|gbp|jpy|krw|chf)\b", re.I
)
_FIGURE = re.compile(r"\d")
FIRST_YEAR, LAST_YEAR = 1990, 2079
PACKS = frozenset(("vpe", "pack", "packs", "pkg", "pkgs", "box", "boxes", "karton", "kartons", "conf", "cajas",
                   "reel", "reels", "箱", "盒", "包"))  # fmt: skip
"""Units of packing: an order of so many packs."""


def tier_of(heading: str) -> int | None:
    """From which quantity on the price of a column holds; None where its heading says none."""
    text = unicodedata.normalize("NFKC", without_note(heading)).strip(" *＊")
    if not _FIGURE.search(text):
        return None
    bare = " ".join(_MONEY.sub(" ", text).split()).strip(" :/")
    found = _TIER.fullmatch(bare)
    if found is None:
        return None
    unit = found["unit"].strip(".").casefold()
    if unit and unit not in piece_units() and unit not in PACKS:
        return None
    says_more = any(found[name] for name in ("more", "to", "kilo", "at")) or bool(unit)
    number = int(re.sub(r"[., ]", "", found["from"])) * (1000 if found["kilo"] else 1)
    is_year = not says_more and FIRST_YEAR <= number <= LAST_YEAR
    is_bare = not says_more and not found["price"]
    return None if is_year or is_bare or number == 0 else number
