"""How published examples spell methods, inputs and tolerances, whoever typed their table."""

import re
from collections.abc import Mapping

from desktop_app.model.findings import Message

_SIGNS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\([^)]*\)")
_PERCENT_NAME = re.compile(r"[\s_,(]*(?:%|\bpct|_pct|_?percent)\)?$", re.IGNORECASE)
_NUMBER = r"(\d+(?:[.,]\d+)?(?:e-?\d+)?)"
_RELATIVE = re.compile(rf"^\D*?{_NUMBER}\s+relative", re.IGNORECASE)
_PERCENT = re.compile(rf"(?:^|±|\+/?-)\s*{_NUMBER}\s*%", re.IGNORECASE)
_ABSOLUTE = re.compile(rf"(?:^|±|\+/?-)\s*{_NUMBER}(?=[\s,;)]|$)", re.IGNORECASE)

METHODS: Mapping[str, tuple[str, ...]] = {
    "eu sr": ("eusr", "eusupplyrisk", "supplyrisk", "eucriticality", "eucrm", "hhiwgi"),
    "eu ei": ("euei", "eueconomicimportance", "economicimportance"),
    "geopolrisk": ("geopolrisk", "geopoliticalsupplyrisk"),
    "hhi": ("hhi", "herfindahl", "plainhhi", "normalisedh", "normalizedh"),
    "country share": ("countryshare", "shareofcountry", "shareofacountry"),
    "import reliance": ("importreliance", "netimportreliance", "euimportreliance"),
    "wgi": ("wgi", "worldwidegovernance", "scaledwgi"),
    "clock": ("clock", "cover", "timetosurvive", "tts", "linestop", "stockclock"),
    "money": (
        "money",
        "valueatrisk",
        "marginatrisk",
        "spend",
        "priceatrisk",
        "holding",
        "performanceimpact",
        "simchilevi",
        "riskexposureindex",
    ),
    "unit": ("unit",),
    "oxide to metal": ("oxidetometal", "metalcontent"),
    "metal to oxide": ("metaltooxide",),
    "currency": ("currency", "exchangerate"),
    "yale": ("yale", "graedel", "criticalityvector"),
    "usgs": ("usgssupplyrisk", "usgsrisk", "nassar", "nstc"),
    "doe": ("doe", "usdoe"),
    "bgs": ("bgsrisklist", "bgssupplyrisk"),
    "country risk": (
        "deraweightedcountryrisk",
        "weightedcountryrisk",
        "gewichteteslanderrisiko",
        "glr",
    ),
    "substitution": ("eusi", "sisr", "siei", "substitutionindex", "eusubstitution"),
    "recycling": ("eolrir", "endofliferecyclinginputrate", "recyclinginputrate"),
    "stage": ("bottleneck", "leadingstage", "eusrbottleneck", "jrcbottleneck"),
    "essenz": ("essenz", "distancetotarget"),
    "without the largest": ("n1", "nminus1"),
}
"""Our name of a method to how its name begins in tables, without signs."""
ABBREVIATED: Mapping[str, str] = {
    "ir": "import reliance", "nir": "import reliance", "usgs": "usgs",
}  # fmt: skip
"""Names too short to be told by how they begin."""
_PUBLISHER = re.compile(r"^(?:eu|ec|jrc|us|usgs|iea|dera|bgr|bgs|oecd)[\W_]+", re.IGNORECASE)
INPUTS: Mapping[str, tuple[str, ...]] = {
    "HHI_WGI_t_GS": (
        "hhiwgitgs",
        "hhiwgigs",
        "hhigs",
        "hhiwgitglobalsupply",
        "hhiglobalsupply",
        "hhiglobal",
        "hhiwgi",
        "hhiwgit",
        "globalsupply",
    ),
    "HHI_WGI_t_EU": (
        "hhiwgiteu",
        "hhiwgieu",
        "hhieu",
        "hhiwgiteus",
        "hhieus",
        "hhiwgiteusourcing",
        "hhieusourcing",
        "eusourcing",
    ),
    "IR": ("ir", "importreliance"),
    "DP": ("dp", "disruptionpotential"),
    "TE": ("te", "tradeexposure"),
    "EV": ("ev", "economicvulnerability"),
    "SR": ("sr", "supplyrisk"),
    "EI": ("ei", "environmentalimplications"),
    "VSR": ("vsr", "vulnerabilitytosupplyrestriction"),
    "EoL_RIR": (
        "eolrir",
        "rir",
        "endofliferecyclinginputrate",
        "recyclinginputrate",
        "recyclingraterho",
        "recyclingrate",
        "rho",
    ),
    "SI_SR": (
        "sisr",
        "si",
        "substitutionindexsr",
        "substitutionindex",
        "substitutability",
        "substitutabilitysigma",
        "sigma",
    ),
    "SI_EI": ("siei", "substitutionindexei"),
    "AQ": ("aq", "sumaq", "sumasqs", "asqs"),
    "largest_sector": (
        "largestsector",
        "maxvalueadded",
        "largestvalueadded",
        "qmax",
        "maxq",
        "qsmax",
        "maxqs",
    ),
    "consumption": ("consumption", "apparentconsumption"),
    "stock_change": ("stockchange", "stockadjustment"),
    "secondary": ("secondary", "oldscrap", "recycled", "eolscrap", "secondaryfromoldscrap"),
    "primary": ("primary", "primaryinput", "primarymaterial"),
    "total_input": ("total", "totalinput", "allinput"),
    "stock": ("stock", "stockonhand", "usablestock", "inventory"),
    "in_transit": ("intransit", "inbound", "clearedinbound"),
    "daily_demand": ("dailydemand", "dailyuse", "usageperday", "demandperday"),
    "weekly_demand": ("weeklydemand", "demandperweek"),
    "monthly_demand": ("monthlydemand", "demandpermonth"),
    "annual_demand": ("annualdemand", "annualquantity", "yearlydemand", "demandperyear"),
    "licence_days": ("licencedays", "licensedays", "licencetime", "licensetime"),
    "preparation_days": ("preparationdays", "papersdays", "preparation"),
    "lead_time_days": ("leadtimedays", "leadtime", "deliverydays"),
    "ttr": ("ttr", "timetorecover", "ttrdays"),
    "cover_days": ("coverdays", "cover", "tts", "ttsdays"),
    "margin_per_day": ("marginperday", "dailymargin", "lossperday", "impactperday"),
    "days": ("days", "standstilldays", "linestopdays"),
    "quantity": ("quantity", "annualquantity", "pieces"),
    "unit_price": ("unitprice", "price", "priceperpiece"),
    "mass_share": ("massshare", "massfraction"),
    "price_rise": ("pricerise", "dp", "pricedifference"),
    "holding_rate": ("holdingrate", "carryingrate"),
    "imports": ("imports", "import"),
    "exports": ("exports", "export"),
    "production": ("production", "domesticproduction"),
    "domestic_production_t": ("domesticproductiont", "domesticproduction"),
}

SIDES: Mapping[str, re.Pattern[str]] = {
    "HHI_WGI_t_GS": re.compile(r"(hhi(wgi)?t?)?(gs|global(supply)?|world(supply)?)(hhi(wgi)?t?)?"),
    "HHI_WGI_t_EU": re.compile(r"(hhi(wgi)?t?)?eu(2[78])?(s|sourcing)?(hhi(wgi)?t?)?"),
}
"""The concentration of one sourcing, whatever stands before and after."""


class CannotRecomputeError(Exception):
    """The example does not say enough; carries the words for it."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.template)
        self.why = why


def method_of(framework: str, result: str = "") -> str | None:
    """Our name of the method; None where it is none that is known.

    A table may call a method by its publisher, or say only by its result what it is.
    """
    for name in (framework, _PUBLISHER.sub("", framework.strip()), result):
        said = plain(name)
        found = ABBREVIATED.get(said) or next(
            (ours for ours, theirs in METHODS.items() if said.startswith(theirs)), None
        )
        if found == "hhi" and plain(result).startswith("hhiwgi"):
            return "eu sr"
        if found is not None:
            return found
    return None


def spelt_in(names: Mapping[str, object], wanted: str) -> str | None:
    """How an input is spelt among the names given; None where it is not there."""
    if wanted in names:
        return wanted
    known = INPUTS.get(wanted, (plain(wanted),))
    said = {name: (plain(name), plain(_BRACKETS.sub("", percent_free(name)))) for name in names}
    found = next((name for name, forms in said.items() if set(forms) & set(known)), None)
    if found is None and (side := SIDES.get(wanted)) is not None:
        return next((name for name, forms in said.items() if any(map(side.fullmatch, forms))), None)
    return found


def percent_free(name: str) -> str:
    """The name of an input without the words that say it is a percentage; itself where none do."""
    return _PERCENT_NAME.sub("", name)


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
