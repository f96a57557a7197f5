"""Whose place a site and a country are: of a plant or a shop, of the supplier or the part."""

from desktop_app.intake.candidates import Candidate, weaker
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.readings import Readings, TableView, change_all, has
from desktop_app.intake.vague_headings import VAGUE_COUNTRIES
from desktop_app.model.findings import msg


def sites(readings: Readings, table: TableView) -> Readings:
    """ "Site" is a plant in an ERP system and a shop in a list with links."""

    def change(candidate: Candidate) -> Candidate:
        if table.bare[candidate.column] != "site":
            return candidate
        has_other = has(readings, "supplier", besides=candidate.column)
        is_shop = table.is_hand_made and not has_other
        if candidate.field == ("supplier" if is_shop else "plant"):
            return weaker(
                candidate, 0.75, msg("a site: the shop in a list with links, else a plant")
            )
        return weaker(candidate, 0.5, msg("a site: the shop in a list with links, else a plant"))

    return change_all(readings, change)


def countries(readings: Readings, table: TableView) -> Readings:
    """ "Land" beside a supplier is the supplier's, in a list of parts it is the origin."""
    found = _sources(readings, table)
    for column, look in table.looks.items():
        if table.bare[column] not in VAGUE_COUNTRIES or look.country < 0.5:
            continue
        found = [c for c in found if c.column != column]
        left = column - 1  # of "Supplier, City, Country" all three are the supplier's
        while left > column - ADDRESS and bare(table.bare.get(left, "")) in words_of("address"):
            left -= 1
        if table.meanings(left) & {"supplier", "supplier_number", "supplier_country"}:
            why = msg("a country beside the supplier: the supplier's")
            found.append(Candidate(column, "supplier_country", 0.75, why))
        elif not has(found, "country_of_origin"):
            why = msg("a country in a list of parts; its heading does not say which")
            found.append(Candidate(column, "country_of_origin", 0.65, why))
    return found


def _sources(readings: Readings, table: TableView) -> list[Candidate]:
    """ "Source" over countries and towns says where a part comes from, and names no firm."""
    places = {
        n for n, look in table.looks.items()
        if bare(table.headings[n]) in words_of("sources") and look.origin > PLACES
        and look.filled * look.distinct > 1
    }  # fmt: skip
    found = [c for c in readings if c.column not in places or c.field != "supplier"]
    if len(places) == 1 and not has(found, "country_of_origin"):
        why = msg("a country in a list of parts; its heading does not say which")
        found.append(Candidate(places.pop(), "country_of_origin", 0.65, why))
    return found


PLACES = 0.9
"""Share of the cells that are places, from which no firm is among them. Own judgement."""
ADDRESS = 6
"""Columns between the name of a firm and the country of its address, at most. Own judgement."""
