"""Headings of a price that say where, or on which terms, it holds: "Price at Farnell", "FOB Ningbo USD"."""

import re
from functools import cache

from desktop_app.intake.values import piece_units

_TERMS = re.compile(r"\b(exw|fca|fas|fob|cfr|cif|cpt|cip|dap|dpu|ddp|ddu)\b")
"""Terms of delivery (Incoterms 2010 and 2020 of the International Chamber of Commerce)."""
_MONEY = re.compile(
    r"[€$£¥￥₩₹元]|\b(usd|eur|cny|rmb|gbp|jpy|krw|chf|inr|price|cost|preis|prix|precio|prezzo)\b"
)
_WHOLE = re.compile(
    r"\b(total|amount|sum|value|values|gesamt\w*|betrag|wert|\w+wert|montant|valeur|importe|valor|importo"
    r"|valore)\b|金额|金額|価額|금액"
)
_JOINT = re.compile(
    r" (at|from|in|on|incl\w*|excl\w*|w|without|with|inc|ex|by|bei|von|inkl\w*|exkl\w*|ohne|mit|zzgl|chez"
    r"|hors|ht|ttc|sin|con|en|da|iva|before|after|as of|for) "
)
_PER_PIECE = re.compile(
    r"\s*(?:€|\$|£|¥|₹|eur|usd|cny|rmb|gbp|chf|rs\.?|us\$)\s*"
    r"(?:/|\bper\b|\bpro\b|\bje\b|\bpor\b|\bpar\b)?\s*"
    r"(?:pcs?|pieces?|stk|st(?:ü|u)ck|st|units?|each|ea|item|part|pi(?:è|e)ces?|p(?:z|zo|ieza)?|uds?|unidad|u|un"
    r"|个|件|只|個|szt|ks|шт)\.?\s*",
    re.IGNORECASE,
)


def is_money_per_piece(heading: str) -> bool:
    """A currency and one piece are a price without the word for it: "€/ud", "$ each"."""
    return _PER_PIECE.fullmatch(heading) is not None


def money_on_terms(bare: str) -> str | None:
    """The field of money on a term of delivery: a price ("FOB Ningbo USD", "DDP"), or the value of the whole
    line ("Valor CIF"); None without such a term."""
    if _TERMS.search(bare) is None:
        return None
    if _TERMS.fullmatch(bare):
        return "unit_price"  # "DDP" over amounts; over words it is a term
    if _WHOLE.search(bare):
        return "line_value"
    return "unit_price" if _MONEY.search(bare) else None


def before_joint(bare: str) -> str | None:
    """What stands before the place or terms of a price: "price" of "price at reichelt de"."""
    found = _JOINT.search(f"{bare} ")
    return bare[: found.start()] if found and found.start() > 0 else None


_UNTAXED = re.compile(
    r"不含税|未税|免税|除税|税抜き?|税別|세전|부가세\s*별도|\b(net|netto|neto|nette?|h ?t|h ?t ?v ?a|hors taxes?)\b"
    r"|\b(excl?|exkl|ex|sin|senza|ohne|zzgl|without)\w*\s+(vat|tax|mwst|ust|iva|tva|gst|btw)\b"
)
_TAXED = re.compile(
    r"含税|税込み?|세후|부가세\s*포함|\b(gross|brutto|bruto|brut|lordo|t ?t ?c|t ?v ?a ?c)\b"
    r"|\b(inc|inkl|con|mit|with)\w*\s+(vat|tax|mwst|ust|iva|tva|gst|btw)\b"
)


def tax_of(bare: str) -> bool | None:
    """Whether a comparable heading says that the tax is in the price; None where it says neither."""
    if _UNTAXED.search(bare):
        return False
    return True if _TAXED.search(bare) else None


def without_tax(bare: str) -> str | None:
    """The heading without what it says of the tax: "单价" of "单价 未税"; None where it says nothing."""
    rest = " ".join(_TAXED.sub(" ", _UNTAXED.sub(" ", bare)).split())
    return rest if rest and rest != bare else None


def without_pieces(bare: str) -> str | None:
    """A comparable heading without a number of pieces behind it, of which it does not say whether the price is
    for them or where so many are bought: "precio" of "precio 100 ud"; None where there is none."""
    rest = _pieces_behind().sub("", bare)
    return rest if rest and rest != bare else None


@cache
def _pieces_behind() -> "re.Pattern[str]":
    units = "|".join(sorted(map(re.escape, piece_units()), key=len, reverse=True))
    return re.compile(rf" 10{{1,4}} ?(?:{units})$")
