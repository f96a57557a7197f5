"""What may stand between the rows of a list and in its heading: each a defect of its own."""

from collections.abc import Callable, Sequence

from tests.workbooks.composed_books import Cell
from tests.workbooks.composed_tables import Column, Line, Table, value_of


def lines_of(table: Table) -> list[Line]:
    """One line a part."""
    return [
        Line({c.key: c.cells[part] for c in table.columns}, part)
        for part in range(len(table.truths))
    ]


def levels(table: Table) -> bool:
    """A bill of materials with a column of levels: 1, 2, 3 or .1, ..2 or 1, 1.1, 1.1.1."""
    draws = table.draws("levels")
    form = draws.choice(("plain", "dots", "tree"))
    head = draws.choice(table.words["level"])
    table.columns.insert(0, Column("level", head, [None] * len(table.truths)))
    said, found = table.words["assembly"], list[Line]()
    branch = leaf = 0
    for n, line in enumerate(table.lines):
        if n % 4 == 0:
            branch, leaf = branch + 1, 0
            name = f"{said[0]} {branch}"
            top = {
                "level": _level(form, (branch,)),
                "part_number": f"BG-{branch:03d}",
                "description": name,
            }
            found.append(Line({**top, **_counted(table, 1)}))
            table.optional.add(f"BG-{branch:03d}")
        leaf += 1
        line.cells["level"] = _level(form, (branch, leaf))
        found.append(line)
    table.lines = found
    return True


def _level(form: str, at: Sequence[int]) -> Cell:
    if form == "tree":
        return ".".join(map(str, at))
    return len(at) if form == "plain" else "." * (len(at) - 1) + str(len(at))


def _counted(table: Table, value: int) -> dict[str, Cell]:
    return {"quantity": value} if table.has("quantity") else {}


def indented(table: Table) -> bool:
    """A bill of materials whose descriptions are set in under their assemblies."""
    if table.has("level"):
        return False
    said, found = table.words["assembly"], list[Line]()
    for n, line in enumerate(table.lines):
        if n % 5 == 0:
            number = f"BG-{n:03d}"
            found.append(Line({"part_number": number, "description": f"{said[0]} {n // 5 + 1}",
                               **_counted(table, 1)}))  # fmt: skip
            table.optional.add(number)
        line.cells["description"] = f"    {line.cells['description']}"
        found.append(line)
    table.lines = found
    return True


def sections(table: Table) -> bool:
    """Blocks with a name over each, in the first column, in that of the descriptions or over the whole width."""
    if table.spans:  # no row stands within a cell that is merged downwards
        return False
    draws = table.draws("sections")
    where = draws.choice(("first", "description", "wide"))
    names = list(table.words["sections"])
    key = "description" if where == "description" else next(c.key for c in table.columns if c.head)
    key = table.columns[0].key if where == "wide" else key
    size = max(3, len(table.lines) // draws.choice((2, 3)))
    found = list[Line]()
    for n, line in enumerate(table.lines):
        if n % size == 0 and names and (line.part is not None or n == 0):
            head = Line({key: names.pop(0)})
            found.append(head)
            if where == "wide" and not table.is_text:
                table.wide.append(head)
        found.append(line)
    table.lines = found
    return True


def subtotals(table: Table) -> bool:
    """Below each block what it sums up to."""
    if not (table.has("line_total") or table.has("quantity")) or table.has("level") or table.spans:
        return False
    draws = table.draws("subtotals")
    label = draws.choice((*table.words["subtotal"], table.words["subtotal"][0] + ":"))
    starts = [n for n, x in enumerate(table.lines) if x.part is None and len(x.cells) == 1]
    names = {n: str(next(iter(table.lines[n].cells.values()))) for n in starts}
    by_name = bool(starts) and draws.random() < 0.4
    found, block, name = list[Line](), list[Line](), ""
    for n, line in enumerate([*table.lines, Line({})]):
        is_end = n == len(table.lines) or n in names
        if is_end and block:
            said = draws.choice(table.words["sum_of"]) % name if by_name and name else label
            found.append(_summed(table, block, said))
            block = []
        if n in names:
            name = names[n]
        elif line.part is not None:
            block.append(line)
        if n < len(table.lines):
            found.append(line)
    table.lines = found
    return True


def _summed(table: Table, block: Sequence[Line], label: str) -> Line:
    """A line that sums up. The label stands at the left, under the descriptions or right before the sum."""
    key = "line_total" if table.has("line_total") else "quantity"
    total = sum(_number(line.cells.get(key)) for line in block)
    keys = [
        c.key for c in table.columns if c.head and (c.key == key or c.key not in table.hidden_keys)
    ]
    where = table.draws("label").choice(("first", "description", "before"))
    at = {"first": keys[0], "description": "description"}.get(
        where, keys[max(0, keys.index(key) - 1)]
    )
    at = keys[0] if at == key else at
    is_written = any(isinstance(line.cells.get(key), str) for line in block)
    said: Cell = (
        table.written(total, 2 if key == "line_total" else 0) if is_written else round(total, 2)
    )
    return Line({at: label, key: said})


def _number(cell: Cell) -> float:
    if isinstance(cell, str):
        text = cell.split(" ")[0]
        text = text.replace(".", "").replace(",", ".") if "," in text else text
        try:
            return float(text)
        except ValueError:
            return 0.0
    return value_of(cell)


def grand_total(table: Table) -> bool:
    """A sum at the end, perhaps after an empty row, perhaps with net and tax."""
    if not (table.has("line_total") or table.has("quantity")) or table.has("level"):
        return False
    draws = table.draws("grand_total")
    block = [line for line in table.lines if line.part is not None]
    if draws.random() < 0.4:
        table.lines.append(Line({}))
    labels = [draws.choice(table.words["total"])]
    if table.has("line_total") and draws.random() < 0.4:
        labels = [table.words["net"][0], table.words["tax"][0], labels[0]]
    for label in labels:
        table.lines.append(_summed(table, block, label))
    return True


def pages(table: Table) -> bool:
    """A new page: its number, the headings again, perhaps what was carried forward."""
    if len(table.lines) < 8 or any(key == "supplier" for key, *_ in table.spans):
        return False
    draws = table.draws("pages")
    at = draws.randint(5, len(table.lines) - 2)
    new = (
        [Line({table.columns[0].key: table.words["page"][0] % (2, 3)})]
        if draws.random() < 0.7
        else []
    )
    new += [Line({key: text or None for key, text in heads.items()}) for heads in table.heading]
    if table.has("line_total") and draws.random() < 0.5:
        block = [line for line in table.lines[:at] if line.part is not None]
        new.append(_summed(table, block, table.words["carried"][0]))
    table.lines[at:at] = new
    return True


def gaps(table: Table) -> bool:
    """Empty rows here and there, one right below the heading."""
    draws = table.draws("gaps")
    for _ in range(draws.randint(1, 3)):
        table.lines.insert(draws.randint(0, len(table.lines) - 1), Line({}))
    return True


def continued(table: Table) -> bool:
    """Descriptions that go on in the row below, which holds nothing else."""
    draws = table.draws("continued")
    found = list[Line]()
    for line in table.lines:
        found.append(line)
        if line.part is not None and draws.random() < 0.35:
            more = draws.choice(("DIN 7603 A2-70", "RoHS / REACH", "Zn 8 µm", "ISO 2768-mK"))
            found.append(Line({"description": more}))
            table.truths[line.part].setdefault("also", []).append(more)
    table.lines = found
    return True


def tall(table: Table) -> bool:
    """Some parts stand over two rows: everything but the description is merged downwards."""
    if table.is_text:
        return False
    draws = table.draws("tall")
    found = list[Line]()
    for line in table.lines:
        found.append(line)
        if line.part is None or draws.random() < 0.6:
            continue
        more = draws.choice(("L = 20 mm", "DIN 985", "IP 65"))
        below = Line({"description": more})
        found.append(below)
        table.truths[line.part].setdefault("also", []).append(more)
        table.spans += [
            (c.key, line, below) for c in table.columns if c.key != "description" and c.head
        ]
    table.lines = found
    return True


def merged_suppliers(table: Table) -> bool:
    """A supplier of several parts stands once, in a cell merged over their rows."""
    if table.is_text or not table.has("supplier") or any(x.part is None for x in table.lines):
        return False
    table.lines.sort(key=lambda line: str(line.cells["supplier"]))
    first = table.lines[0]
    for line, following in zip(table.lines, [*table.lines[1:], Line({})], strict=True):
        if str(following.cells.get("supplier")) == str(first.cells["supplier"]):
            following.cells["supplier"] = None
            continue
        if line is not first:
            table.spans.append(("supplier", first, line))
        first = following
    # The names were put out while they were compared: they are those of the first line of each.
    return True


def alternates(table: Table) -> bool:
    """Below some parts what may be bought instead."""
    draws = table.draws("alternates")
    found = list[Line]()
    for line in table.lines:
        found.append(line)
        if line.part is not None and draws.random() < 0.2:
            number = f"ALT-{line.part:03d}"
            said = table.words["alternate"][0] % table.truths[line.part]["part_number"]
            found.append(Line({"part_number": number, "description": said}))
            table.optional.add(number)
    table.lines = found
    return True


def not_fitted(table: Table) -> bool:
    """Some parts are not fitted, as a remark says."""
    column = table.column("remarks")
    if column is None:
        return False
    draws = table.draws("not_fitted")
    for line in table.lines:
        if line.part is not None and draws.random() < 0.2:
            line.cells["remarks"] = draws.choice((table.words["not_fitted"][0], "DNP"))
            table.optional.add(table.truths[line.part]["part_number"])
    return True


def hidden_rows(table: Table) -> bool:
    """Rows that are hidden, and read as the others."""
    if table.is_text:
        return False
    draws = table.draws("hidden_rows")
    table.hidden += [line for line in table.lines if line.part is not None and draws.random() < 0.2]
    return True


def numbered_columns(table: Table) -> bool:
    """Below the headings their columns are counted: 1, 2, 3."""
    if len(table.columns) < 5:
        return False
    count: dict[str, Cell] = {c.key: n for n, c in enumerate(table.columns, start=1)}
    table.lines.insert(0, Line(count))
    return True


ROWS: Sequence[tuple[str, float, Callable[[Table], bool]]] = (
    ("levels", 0.1, levels), ("indented", 0.06, indented), ("merged_suppliers", 0.3, merged_suppliers),
    ("sections", 0.2, sections), ("subtotals", 0.2, subtotals), ("grand_total", 0.3, grand_total),
    ("alternates", 0.08, alternates), ("not_fitted", 0.3, not_fitted), ("hidden_rows", 0.1, hidden_rows),
    ("continued", 0.12, continued), ("tall", 0.08, tall), ("pages", 0.15, pages), ("gaps", 0.15, gaps),
    ("numbered_columns", 0.05, numbered_columns),
)  # fmt: skip
