"""The labelled lines, in sets; each was frozen in a commit before anything was tuned on it.

A set is called by what it holds; ``_held_out`` was written by the same hand after the other was mended.
``lines`` and ``holdout`` have been tuned on line by line. All others were each run
once; the kinds that they showed were mended afterwards. So what a set said on its first run, which
stands in ``first_runs.json`` and is never written again, is its only figure for untuned lines.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SETS = (
    "lines",
    "holdout",
    "catalogue_lines",
    "catalogue_lines_held_out",
    "forms_elements_and_columns",
    "forms_elements_and_columns_held_out",
    "negations_and_material_columns",
    "negations_and_material_columns_held_out",
    "assemblies_and_short_texts",
    "assemblies_and_short_texts_held_out",
    "order_codes_of_makers",
    "order_codes_of_makers_held_out",
    "ordinary_desk_lines",
    "part_numbers_and_makers",
    "part_numbers_and_makers_held_out",
    "ordinary_things_beside_specific_words",
    "ordinary_things_beside_specific_words_held_out",
    "every_kind_of_family",
    "every_kind_of_family_held_out",
    "look_alikes_and_noun_lists",
    "look_alikes_and_noun_lists_held_out",
    "standards_and_trade_names",
    "standards_and_trade_names_held_out",
    "material_masters",
    "public_lists_of_machines",
    "titles_of_distributors",
    "customs_tenders_and_spares",
    "looms_stages_farms_and_fabs",
    "bought_parts_of_machines",
    "cjk_trade",
    "cjk_trade_held",
    "cjk_quotes",
    "cjk_quotes_held",
    "cjk_nomenclature",
    "cjk_nomenclature_held",
    "cjk_pairs",
    "cjk_purchasing",
    "cjk_purchasing_held",
    "things",
    "things_held",
    "things_held_second",
    "bought_parts_of_trades",
    "bought_parts_of_trades_held",
    "bills_of_trades",
    "bills_of_trades_held",
    "bills_of_trades_last",
    "short_texts_of_trades",
    "short_texts_of_trades_held_out",
    "models_of_projects",
    "models_of_projects_held_out",
)
TUNED = ("lines", "holdout")
LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "ko", "zh")
"""The eight of the issue; the hold-out has a few lines of others."""
LABELS = ("yes", "likely", "trace", "no", "open")
HOLDING = ("yes", "likely")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in a parts list or catalogue.

    ``label``: what a specialist would say of rare earths in it; ``open`` where that is not settled,
    such lines count nowhere. ``families``: ids that are right, empty where it does not matter.
    ``source``: an id of ``sources.csv``. ``kind``: what sort of thing it is (magnet, accessory,
    look-alike ...), empty in the first set. ``forms``: of which one is right, ``elements``: the rare
    earths or controlled minerals it must be said to hold, ``facts``: what its other columns say, field
    to text; the later sets have them, empty where nothing is asked or said.
    """

    language: str
    text: str
    label: str
    families: frozenset[str]
    source: str
    kind: str = ""
    forms: frozenset[str] = frozenset()
    elements: frozenset[str] = frozenset()
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def holds(self) -> bool:
        """Whether an alarm is right."""
        return self.label in HOLDING


@cache
def labelled_lines(of: str = "lines") -> tuple[Line, ...]:
    """The lines of a set that have a settled label."""
    return tuple(line for line in all_lines(of) if line.label != "open")


@cache
def all_lines(of: str = "lines") -> tuple[Line, ...]:
    """All lines of a set in the order of its file."""
    with (FOLDER / f"{of}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Line(
                row["language"],
                row["text"],
                row["label"],
                _names(row["families"]),
                row["source"],
                row.get("kind", ""),
                _names(row.get("forms", "")),
                _names(row.get("elements", "")),
                tuple(_fact(text) for text in row.get("facts", "").split(";") if text),
            )
            for row in csv.DictReader(file)
        )


def _names(cell: str) -> frozenset[str]:
    return frozenset(part for part in cell.split(";") if part)


def _fact(text: str) -> tuple[str, str]:
    field, _, value = text.partition("=")
    return (field, value)


def source_ids() -> frozenset[str]:
    """The sources that a line may name."""
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["id"] for row in csv.DictReader(file))
