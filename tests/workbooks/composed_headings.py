"""What may be done to the headings of a list: each a defect of its own."""

from collections.abc import Callable, Sequence

from tests.workbooks.composed_tables import Table, words


def plain_heading(table: Table) -> None:
    """One line, each unit behind its heading in one of four ways."""
    form = table.draws("units").choice(("{} ({})", "{} [{}]", "{}, {}", "{}/{}"))
    form = "{} [{}]" if form == "{}/{}" else form
    table.heading = [
        {c.key: form.format(c.head, c.unit) if c.unit and c.head else c.head for c in table.columns}
    ]


def groups(table: Table) -> bool:
    """A line of wide texts over the headings, merged or only at the left."""
    keys = [c.key for c in table.columns]
    own = [c.group for c in table.columns]
    draws = table.draws("groups")
    if not any(own):
        if len(keys) < 6:
            return False
        cut = sorted(draws.sample(range(2, len(keys) - 1), 2))
        said = table.words["groups"]
        own = [said[(n >= cut[0]) + (n >= cut[1])] for n in range(len(keys))]
    is_merged = not table.is_text and draws.random() < 0.7
    line, start = dict.fromkeys(keys, ""), 0
    for n in range(1, len(keys) + 1):
        if n < len(keys) and own[n] == own[start]:
            continue
        line[keys[start]] = own[start]
        if is_merged and own[start] and n - start > 1:
            table.heading_spans.append((0, keys[start], 0, keys[n - 1]))
        start = n
    table.heading.insert(0, line)
    return True


def units_below(table: Table) -> bool:
    """The units stand in a line of their own below the headings."""
    units = {c.key: c.unit for c in table.columns}
    if table.has("quantity"):
        units["quantity"] = table.words["pieces"][0]
    if sum(map(bool, units.values())) < 2:
        return False
    form = table.draws("units_below").choice(("[{}]", "({})", "{}"))
    table.heading[-1] = {c.key: c.head for c in table.columns}
    table.heading.append({key: form.format(unit) if unit else "" for key, unit in units.items()})
    return True


def two_lines(table: Table) -> bool:
    """Headings of two words go on in the line below."""
    last = table.heading[-1]
    upper, lower = dict[str, str](), dict[str, str]()
    for key, text in last.items():
        head, _, rest = text.partition(" ")
        upper[key], lower[key] = (head, rest) if rest and len(table.heading) == 1 else ("", text)
        if not rest:
            upper[key], lower[key] = text, ""
    if len(table.heading) > 1 or sum(map(bool, lower.values())) < 3:
        return False
    table.heading = [upper, lower]
    return True


def broken_lines(table: Table) -> bool:
    """Headings with a line break in the cell."""
    table.heading[-1] = {key: text.replace(" ", "\n", 1) for key, text in table.heading[-1].items()}
    return True


def capitals(table: Table) -> bool:
    """Headings in capitals."""
    table.heading[-1] = {key: text.upper() for key, text in table.heading[-1].items()}
    return True


def footnotes(table: Table) -> bool:
    """Signs of notes behind headings: Price*, Stock ¹⁾."""
    draws = table.draws("footnotes")
    table.heading[-1] = {
        key: text + draws.choice(("", "", "*", " *", "¹⁾", " 1)", "²", ":")) if text else ""
        for key, text in table.heading[-1].items()
    }
    return True


def in_two_languages(table: Table) -> bool:
    """Teilenummer / Part number."""
    if table.language == "en" or len(table.heading) > 1:
        return False
    english, form = (
        words("en"),
        table.draws("in_two_languages").choice(("{} / {}", "{}\n{}", "{} ({})")),
    )
    for column in table.columns:
        text = table.heading[-1][column.key]
        other = english.get(column.key, [""])[0]
        if text and other and other != text and column.key not in ("position", "share", "dated"):
            table.heading[-1][column.key] = form.format(text, other)
    return True


def tall_headings(table: Table) -> bool:
    """Headings are merged over two rows where a second line divides others."""
    if table.is_text or len(table.heading) != 2:
        return False
    for column in table.columns:
        upper, lower = (line.get(column.key, "") for line in table.heading)
        if bool(upper) == bool(lower) or column.group:
            continue
        is_in_group = any(
            top == 0 and _within(table, column.key, a, b) for top, a, _, b in table.heading_spans
        )
        if is_in_group:
            continue
        table.heading[0][column.key], table.heading[1][column.key] = upper or lower, ""
        table.heading_spans.append((0, column.key, 1, column.key))
    return True


def _within(table: Table, key: str, first: str, last: str) -> bool:
    keys = [c.key for c in table.columns]
    return keys.index(first) <= keys.index(key) <= keys.index(last)


HEADINGS: Sequence[tuple[str, float, Callable[[Table], bool]]] = (
    ("in_two_languages", 0.12, in_two_languages), ("units_below", 0.15, units_below),
    ("two_lines", 0.12, two_lines), ("capitals", 0.1, capitals), ("footnotes", 0.15, footnotes),
    ("broken_lines", 0.12, broken_lines), ("groups", 0.12, groups), ("tall_headings", 0.3, tall_headings),
)  # fmt: skip
"""``groups`` is done to every list whose columns have groups of their own."""
