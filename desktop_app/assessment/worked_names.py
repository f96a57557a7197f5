"""How published examples spell methods, inputs and tolerances, whoever typed their table."""

import re
from collections.abc import Mapping

_SIGNS = re.compile(r"[\W_]+")
_NUMBER = r"(\d+(?:[.,]\d+)?(?:e-?\d+)?)"
_RELATIVE = re.compile(rf"^\D*?{_NUMBER}\s+relative", re.IGNORECASE)
_PERCENT = re.compile(rf"(?:^|±|\+/?-)\s*{_NUMBER}\s*%", re.IGNORECASE)
_ABSOLUTE = re.compile(rf"(?:^|±|\+/?-)\s*{_NUMBER}(?=[\s,;)]|$)", re.IGNORECASE)

METHODS: Mapping[str, tuple[str, ...]] = {
    "eu sr": ("eusr", "eusupplyrisk", "supplyrisk"),
    "eu ei": ("euei", "eueconomicimportance", "economicimportance"),
    "geopolrisk": ("geopolrisk", "geopoliticalsupplyrisk"),
    "hhi": ("hhi", "herfindahl", "plainhhi"),
    "country share": ("countryshare", "shareofcountry", "shareofacountry"),
    "import reliance": ("importreliance", "netimportreliance", "euimportreliance"),
    "wgi": ("wgi", "worldwidegovernance", "scaledwgi"),
}
"""Our name of a method to how its name begins in tables, without signs."""
INPUTS: Mapping[str, tuple[str, ...]] = {
    "HHI_WGI_t_GS": ("hhiwgitgs", "hhiwgigs", "hhigs"),
    "HHI_WGI_t_EU": ("hhiwgiteu", "hhiwgieu", "hhieu", "hhiwgiteus"),
    "IR": ("ir", "importreliance"),
    "EoL_RIR": ("eolrir", "endofliferecyclinginputrate"),
    "SI_SR": ("sisr", "si"),
    "SI_EI": ("siei",),
    "imports": ("imports", "import"),
    "exports": ("exports", "export"),
    "production": ("production", "domesticproduction"),
    "domestic_production_t": ("domesticproductiont", "domesticproduction"),
}


def method_of(framework: str) -> str | None:
    """Our name of the method; None where it is none that is known."""
    said = plain(framework)
    return next((ours for ours, theirs in METHODS.items() if said.startswith(theirs)), None)


def spelt_in(names: Mapping[str, object], wanted: str) -> str | None:
    """How an input is spelt among the names given; None where it is not there."""
    if wanted in names:
        return wanted
    known = INPUTS.get(wanted, (plain(wanted),))
    return next((name for name in names if plain(name) in known), None)


def tolerance_of(text: str, published: float) -> float | None:
    """How far a computed figure may be off, in its unit; None where the text states no number."""
    if found := _RELATIVE.search(text):
        return _number(found[1]) * abs(published)
    if found := _PERCENT.search(text):
        return _number(found[1]) / 100 * abs(published)
    return _number(found[1]) if (found := _ABSOLUTE.search(text)) else None


def plain(name: str) -> str:
    """Letters and digits alone, in small letters."""
    return _SIGNS.sub("", name).casefold()


def _number(text: str) -> float:
    return float(text.replace(",", "."))
