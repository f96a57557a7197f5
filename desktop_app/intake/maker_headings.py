"""Headings of the manufacturer's number, in whatever way its two words are cut short and ordered."""

_MAKERS = frozenset(
    """manufacturer manufacturers manufacture manufacturing manuf manf manu manuf mfr mfrs mfg mfgr mfct mftr mftrs
    mnf mnfr mnfg maker makers oem brand hersteller herstellers herst fabrikant fabricant fabricants fabricante
    produttore costruttore producteur producent výrobce üretici производителя изготовителя""".split()  # noqa: SIM905
)
_NUMBERS = frozenset(
    """number no nr num pn code sku id reference ref partnumber partno nummer teilenummer artikelnummer
    typenummer numéro référence número referencia código numero codice riferimento номер артикул""".split()  # noqa: SIM905
)
_BESIDE = frozenset(
    """part parts p n item product article component model teile teil artikel typ bauteil pièce pieza peça pezzo
    articolo artículo articulo de del des du of the la le d s do da""".split()  # noqa: SIM905
)
"""Words that may stand beside the other two and change nothing."""


def is_number_of_maker(bare: str) -> bool:
    """Whether a comparable heading names a maker and a number and nothing else: "manf number"."""
    words = bare.split()
    rest = [word for word in words if word not in _MAKERS]
    if len(rest) == len(words) or not rest:
        return False
    has_number = any(word in _NUMBERS for word in rest) or {"p", "n"} <= set(rest)
    return has_number and all(word in _NUMBERS or word in _BESIDE for word in rest)
