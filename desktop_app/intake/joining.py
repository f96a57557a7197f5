"""Files dropped together, and sheets of one workbook, become one picture: one list of parts, the
others lend facts.

The rows of a BOM, an order or a material list stay the parts. Stock, consumption, requirements,
purchasing records and declarations are joined to them by their numbers; every fact taken over says
from which cell. Where two files disagree, both cells are shown and the fact is unknown.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answering import lay_answers
from desktop_app.intake.copied_files import without_copied_files
from desktop_app.intake.copied_sheets import without_copies
from desktop_app.intake.folding import fold
from desktop_app.intake.goes_into import said_of_bill
from desktop_app.intake.leaving import without_rows
from desktop_app.intake.lending import Picture
from desktop_app.intake.lent_spend import with_spend
from desktop_app.intake.lots import with_lots
from desktop_app.intake.older_lists import without_older
from desktop_app.intake.planned_lists import names_any
from desktop_app.intake.production_plans import with_plans
from desktop_app.intake.roles import BUYS, ORDER, Role, share_out
from desktop_app.intake.same_part import Indistinct, Pairs, pair
from desktop_app.intake.same_supplier import resembles
from desktop_app.intake.sister_sheets import sisters_of
from desktop_app.intake.stock_added import with_stock_added
from desktop_app.intake.unlisted import Concerns, unlisted
from desktop_app.model.findings import Issue, Message, msg, nmsg
from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading

Rows = NDArray[np.intp]

FEWEST_IN_COMMON = 0.1
"""Share of the smaller list's numbers that must be in the other one, or the two have nothing to do
with one another. Own judgement."""
_LENT = msg("says more of a part of another list")
_LEFT_OUT = msg("of a material that no list of parts names")


def connect(
    reading: Reading,
    not_usable: frozenset[str] = frozenset(),
    share_limits: frozenset[float] = frozenset(),
    concerns: Concerns | None = None,
) -> Reading:
    """The reading with its files joined and what suppliers answered laid on its parts; the same one
    where there is nothing to join.

    ``not_usable``: marks, in lower case, of stock that belongs to somebody else's order. Rows that
    lent their facts are no parts any more; they are counted as other rows of their table.
    ``share_limits``: see :func:`desktop_app.intake.answering.lay_answers`. ``concerns``: see
    :mod:`desktop_app.intake.unlisted`; without it no list of stock or needs names a part.
    """
    once = without_copies(without_copied_files(reading))
    own = with_stock_added(with_lots(without_older(once)), not_usable)
    joined = with_spend(_join(with_plans(own), not_usable, concerns))
    return lay_answers(joined, share_limits)


def _join(reading: Reading, not_usable: frozenset[str], concerns: Concerns | None) -> Reading:
    parts = reading.parts
    if not parts.columns or not len(parts):
        return reading
    answers = _tables_of_questionnaires(reading)
    shares = share_out(parts, answers, _tables_of_purchases(reading))
    picture = Picture(parts, not_usable)
    lent = fold(picture, shares)
    if not shares.lenders and not lent:
        return reading
    apart: list[Rows] = []
    tables, files = parts.frame["table"].to_numpy(), parts.frame["file"].to_numpy()
    sheets = parts.frame["sheet"].to_numpy()
    folded = [rows for rows, _ in lent.values()]
    bases = np.setdiff1d(
        np.flatnonzero(np.isin(tables, shares.bases)),
        np.concatenate([np.empty(0, np.intp), *folded]),
    )
    sisters = sisters_of(reading, shares)
    planning = [
        np.flatnonzero(tables == one)
        for one, role in shares.lenders
        if role == "planning" and one not in sisters
    ]
    further: Rows | None = None
    # Parts that only a sister sheet names are known before other lists of stock speak of them.
    for table, role in sorted(
        shares.lenders, key=lambda one: (ORDER.index(one[1]), one[0] not in sisters)
    ):
        rows = np.flatnonzero(tables == table)
        names_parts = table not in answers and (role in BUYS or table in sisters)
        if role == "planning" and table not in sisters and further is None:
            further = _further_parts(picture, planning, bases, concerns)
            bases = np.union1d(bases, further)
        # Lists below one another on a sheet are often one list in pieces; stock is none of them.
        is_other = (files[bases] != files[rows[0]]) | (sheets[bases] != sheets[rows[0]])
        is_other |= role == "planning"
        of_others = bases[is_other]
        rows = picture.named(rows) if role == "declaration" else rows
        try:
            pairs = pair(picture.parts, rows, of_others)
        except Indistinct:
            apart.append(rows)
            continue
        if table in answers:
            pairs = _of_its_supplier(picture.parts, pairs)
        if len(pairs.base) and _in_common(picture.parts, pairs, rows, of_others):
            is_answer = table in answers
            _lend(picture, pairs, role, is_answer=is_answer)
            given = np.unique(pairs.lending)
            given = given if further is None else np.setdiff1d(given, further)
            lent[table] = given, rows[:0] if names_parts else np.setdiff1d(rows, pairs.lending)
        elif table in answers:
            lent[table] = np.empty(0, dtype=np.intp), rows
        if names_parts:  # what only this list names is bought too; lists of stock may speak of it
            given, _ = lent.get(table, (rows[:0], rows))
            bases = np.union1d(bases, np.setdiff1d(rows, given))
    if not lent and not apart:
        return reading
    said = [(_about_apart, rows) for rows in apart]
    said += [(_about_further, rows) for rows in _by_table(tables, further)]
    return _without_lent(reading, picture, lent, said)


def _further_parts(
    picture: Picture, lists: Sequence[Rows], bases: Rows, concerns: Concerns | None
) -> Rows:
    """Rows of lists of stock, needs and orders that are parts themselves, of lists that speak of those
    that are bought. All that such lists say of them is then lent to them, what they say themselves too."""
    found = np.empty(0, dtype=np.intp)
    for _ in lists if concerns is not None else ():
        left = [_unpaired(picture.parts, rows, np.union1d(bases, found)) for rows in lists]
        new = unlisted(picture.parts, left, concerns)
        if not len(new):
            break
        found = np.union1d(found, new)
    if len(found):
        picture.gather_rows(found, ("plant",))
    return found


def _by_table(tables: NDArray[np.integer], rows: Rows | None) -> list[Rows]:
    if rows is None or not len(rows):
        return []
    return [rows[tables[rows] == table] for table in np.unique(tables[rows])]


def _unpaired(parts: PartTable, rows: Rows, bases: Rows) -> Rows:
    """Rows of a list whose materials no other list names, where others of its materials are there."""
    others, none = np.setdiff1d(bases, rows), rows[:0]
    try:
        pairs = pair(parts, rows, others)
    except Indistinct:
        return none
    if not len(pairs.base) or not _in_common(parts, pairs, rows, others):
        return none
    own = pair(parts, rows, np.intersect1d(bases, rows)).lending
    return np.setdiff1d(rows, np.concatenate([pairs.lending, own]))


def _in_common(parts: PartTable, pairs: Pairs, rows: Rows, bases: Rows) -> bool:
    """Of the smaller of two lists enough materials must be in the other."""
    lending, base = _materials(parts, rows), _materials(parts, bases)
    matched = _materials(parts, np.unique(pairs.base))
    return matched >= FEWEST_IN_COMMON * max(1, min(lending, base))


def _materials(parts: PartTable, rows: Rows) -> int:
    frame = parts.frame.iloc[rows]
    return int(frame["part_number"].where(frame["part_number"].notna(), frame["mpn"]).nunique())


def _lend(picture: Picture, pairs: Pairs, role: Role, *, is_answer: bool) -> None:
    """Who answers is no second source of a part whose supplier is named."""
    if not is_answer:
        picture.lend(pairs, role)
        return
    has_supplier = picture.parts.frame["supplier"].notna().to_numpy()[pairs.base]
    for chosen, besides in ((has_supplier, frozenset(("supplier",))), (~has_supplier, frozenset())):
        if chosen.any():
            picture.lend(Pairs(pairs.lending[chosen], pairs.base[chosen]), role, besides)


def _of_its_supplier(parts: PartTable, pairs: Pairs) -> Pairs:
    """The pairs in which the firm that answers is supplier or maker of the part, as far as that is
    said: the same number may be a part of somebody else."""
    frame = parts.frame
    answers = frame["supplier"].tolist()
    named = list(zip(answers, frame["manufacturer"].tolist(), strict=True))
    fits = [
        resembles(answers[lending], named[base])
        for lending, base in zip(pairs.lending.tolist(), pairs.base.tolist(), strict=True)
    ]
    chosen = np.array(fits, dtype=np.bool_)
    return Pairs(pairs.lending[chosen], pairs.base[chosen])


def _tables_of_purchases(reading: Reading) -> frozenset[int]:
    """The tables that their title, sheet or file calls purchases, and no bill of material."""
    texts = [
        " ".join(said_of_bill(file, sheet, table.header_row))
        for file in reading.files
        for sheet in file.sheets
        for table in sheet.tables
    ]
    return frozenset(
        number
        for number, said in enumerate(texts)
        if names_any(said, "purchases") and not names_any(said, "bill")
    )


def _tables_of_questionnaires(reading: Reading) -> frozenset[int]:
    """The tables of minerals questionnaires among the tables of the reading."""
    files = [
        number
        for number, file in enumerate(reading.files)
        for sheet in file.sheets
        for _table in sheet.tables
    ]
    return frozenset(
        table
        for table, number in enumerate(files)
        if reading.files[number].questionnaire is not None
    )


def _without_lent(
    reading: Reading,
    picture: Picture,
    lent: Mapping[int, tuple[Rows, Rows]],
    apart: Sequence[tuple[Callable[[int], Message], Rows]],
) -> Reading:
    issues = _issues(reading, picture, lent)
    for about, rows in apart:
        first = reading.parts.frame.iloc[rows[0]]
        what = Issue("W_NOT_JOINED", "note", about(len(rows)), str(first["sheet"]))
        issues.setdefault(int(first["file"]), []).append(what)
    leaving = {table: [(given, _LENT), (left, _LEFT_OUT)] for table, (given, left) in lent.items()}
    return without_rows(reading.files, picture.table(), leaving, issues)


def _issues(
    reading: Reading, picture: Picture, lent: Mapping[int, tuple[Rows, Rows]]
) -> dict[int, list[Issue]]:
    """What a reader of each file should know, by index of the file."""
    parts = reading.parts
    found: dict[int, list[Issue]] = {}
    for given, left in lent.values():
        first = parts.frame.iloc[(*given, *left)[0]]
        file, sheet = int(first["file"]), str(first["sheet"])
        own = found.setdefault(file, [])
        if len(given):
            own.append(Issue("W_JOINED", "note", _about_lent(len(given)), sheet))
        if len(left):
            is_answer = reading.files[file].questionnaire is not None
            what = _about_products(len(left)) if is_answer else _about_left(len(left))
            own.append(Issue("W_NOT_JOINED", "note", what, sheet))
    for row, what in picture.left_out.messages():
        first = parts.frame.iloc[row]
        found.setdefault(int(first["file"]), []).append(
            Issue("W_NOT_JOINED", "warning", what, str(first["sheet"]), int(first["row"]))
        )
    for part, conflicts in sorted(picture.conflicts.items()):
        name = parts.value(part, "part_number") or parts.value(part, "mpn")
        for conflict in conflicts:
            (one, cell), (other, there) = conflict.said[:2]
            what = msg(
                "{part}: “{one}” here, “{other}” in {file} › {sheet} › row {row}; not used.",
                part=name,
                one=one,
                other=other,
                file=parts.file_names[there.file],
                sheet=there.sheet,
                row=there.row,
            )
            issue = Issue("W_CONFLICT", "warning", what, cell.sheet, cell.row, cell.column)
            found.setdefault(cell.file, []).append(issue)
    return found


def _about_lent(count: int) -> Message:
    return nmsg(
        "{n} row lent its facts to the parts of another list.",
        "{n} rows lent their facts to the parts of other lists.",
        count,
    )


def _about_left(count: int) -> Message:
    return nmsg(
        "{n} row is of a material that no list of parts names; it was left out.",
        "{n} rows are of materials that no list of parts names; they were left out.",
        count,
    )


def _about_apart(count: int) -> Message:
    return nmsg(
        "{n} row has a number that very many rows of another list have too; the lists were left apart.",
        "{n} rows have numbers that very many rows of another list have too; the lists were left apart.",
        count,
    )


def _about_further(count: int) -> Message:
    return nmsg(
        "{n} row is of a material that no list of parts names; it may hold something listed and is "
        "screened as a part.",
        "{n} rows are of materials that no list of parts names; they may hold something listed and are "
        "screened as parts.",
        count,
    )


def _about_products(count: int) -> Message:
    return nmsg(
        "{n} product is bought from this supplier in no list; it was left out.",
        "{n} products are bought from this supplier in no list; they were left out.",
        count,
    )
