"""What is remarked on a part in the JSON: short words of the file, and sentences of what was left out."""

import numpy as np

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.report.own_words import beside


def marks_of(found: Assessment, catalogue: Catalogue) -> list[tuple[str, ...]]:
    """What the file remarks on a row, what was left out of its figures and why, whether who buys or uses
    it resembles a listed firm, and what the row contradicts itself in."""
    marks = dict(found.parts.marks)
    for part_id in _without_price(found):
        marks[part_id] = (*marks.get(part_id, ()), "no price")
    for part_id, remarks in found.remarks.items():
        said_of = (catalogue.say(remark) for remark in remarks)
        marks[part_id] = (*marks.get(part_id, ()), *said_of)
    for part_id, lines in beside(found.parts).items():
        marks[part_id] = (*marks.get(part_id, ()), *lines)
    for part_id in _of_a_listed_user(found):
        from desktop_app.report.view import MARK_WORDS

        marks[part_id] = (*marks.get(part_id, ()), catalogue.say(dict(MARK_WORDS)["listed_user"]))
    own = [marks.get(part_id, ()) for part_id in range(len(found.parts))]
    warnings = found.warnings
    if warnings is None:
        return own
    said = [tuple(catalogue.say(w.message) for w in kind) for kind in warnings.kinds]
    codes = warnings.of.tolist()
    return [(*mark, *said[code]) for mark, code in zip(own, codes, strict=True)]


def _without_price(found: Assessment) -> list[int]:
    """Parts of lists of prices for which none is stated, so that what is spent is not known."""
    tables = [at for at, fields in enumerate(found.parts.columns) if "unit_price" in fields]
    is_priced = np.isin(found.parts.frame["table"].to_numpy(), tables)
    spend = found.numbers["annual_spend"].to_numpy(dtype=np.float64)
    rows: list[int] = np.flatnonzero(
        is_priced & np.isnan(found.parts.number("unit_price")) & np.isnan(spend)
    ).tolist()
    return rows


def _of_a_listed_user(found: Assessment) -> list[int]:
    """Parts whose buyer, consignee or end user resembles a listed firm; the licence says it of suppliers."""
    rows: list[int] = np.flatnonzero(
        found.licences.array(lambda kind: kind.listed_user is not None, bool)
    ).tolist()
    return rows
