"""Reads the table of names that published examples use, strictly."""

from functools import cache

from desktop_app.paths import shipped
from desktop_app.register.strict import RegisterError, read_table
from desktop_app.register.worked_words import WorkedNames, plain

KINDS = ("method", "abbreviation", "publisher", "input", "side", "figure", "not a country", "rest",
         "total", "whole name", "count", "part")  # fmt: skip
AS_WORDS = ("publisher", "rest", "total", "whole name", "count", "part")


@cache
def worked_names() -> WorkedNames:
    """The table that is shipped. Raises RegisterError with its line."""
    path = shipped("resources", "register", "figures", "worked_names.csv")
    found: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in KINDS}
    for line, row in read_table(path, ("kind", "name", "spellings", "source")):
        kind, name = row["kind"], row["name"]
        terms = [term.strip() for term in row["spellings"].split(";")]
        if kind not in KINDS or not row["source"] or not all(terms):
            raise RegisterError(path, line, "a kind that is known, spellings and their source")
        spelt = [term.casefold() if kind in AS_WORDS else plain(term) for term in terms]
        before = found[kind].get(name, ())
        if len({*before, *spelt}) < len(before) + len(spelt):
            raise RegisterError(path, line, f"a spelling of {name!r} is given twice")
        found[kind][name] = (*before, *spelt)
    return WorkedNames(
        methods=found["method"],
        abbreviations={s: name for name, spelt in found["abbreviation"].items() for s in spelt},
        publishers=found["publisher"]["publisher"],
        inputs=found["input"],
        sides=found["side"],
        figures=found["figure"],
        not_countries=frozenset(found["not a country"]["not a country"]),
        rest=found["rest"]["rest"],
        total=found["total"]["total"],
        whole_total=found["whole name"]["total"],
        counts={word: number for number, spelt in found["count"].items() for word in spelt},
        part=found["part"]["part"],
    )
