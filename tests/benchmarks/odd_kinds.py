"""Lists of kinds that could make the program slow: each is one awkward thing, some ten thousand rows of it.

A kind is a function of the number of rows and a repeatable chance; it gives named files as lines of cells.
``KINDS`` holds them by name; ``plain`` is what they are measured against. All is made up.
"""

import random
from collections.abc import Callable, Iterator
from string import ascii_lowercase, ascii_uppercase

Row = list[object]
Files = dict[str, Iterator[Row]]
Kind = Callable[[int, random.Random], Files]

HEAD: Row = ["Part Number", "Description", "Supplier", "Country of Origin", "Annual Quantity", "Unit",
             "Unit Price", "Currency", "Stock"]  # fmt: skip
THINGS = (
    "Pan head screw M4 x 12", "NdFeB disc N42SH D12x3", "Servo motor 400 W 3000 rpm", "Resistor 10R 0805",
    "Winkel verzinkt 20x20", "MLCC 100nF 50V X7R", "Pump housing", "Loudspeaker 8 ohm", "Cable harness 6 pol",
    "Relay 24V 8A", "Dysprosium oxide 99.9 %", "Gehaeuse Kunststoff",
)  # fmt: skip
COMMON = (
    "这是一个电机磁铁轴承外壳螺丝电阻电容线圈开关泵阀板管铜铝钢铁镝"
    "钕钐钴氧化物合金粉末片圆方环小大长短高低前后左右上下"
)
CURRENCIES = (
    "EUR", "USD", "CNY", "JPY", "GBP", "CHF", "KRW", "TWD", "INR", "SEK", "PLN", "CZK", "HUF", "BRL", "MXN",
)  # fmt: skip
UNITS = (
    "pcs", "kg", "g", "m", "St", "EA", "t", "l", "set", "box", "lb", "roll", "pair", "m2", "mm", "km",
)  # fmt: skip
ACCENTED, CYRILLIC = "aeiouäöüéèñçßøłšžğ", "абвгдежзийклмнопрстуфхцчшщыьэюя"
ARABIC, HANGUL = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "가나다라마바사아자차카타파하모터자석펌프"
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"
BEARING = (
    "motor", "magnet", "NdFeB", "SmCo", "servo", "pump", "brake", "ferrite", "speaker", "sensor", "oxide",
    "dysprosium", "holder", "steel",
)  # fmt: skip
JOINED = (
    "servo", "motor", "magnet", "brems", "kupplung", "halter", "pumpen", "lager", "gehaeuse", "sensor",
    "stahl", "neodym", "ferrit", "deckel",
)  # fmt: skip
OTHER_HEAD: Row = ["Item", "Text", "Vendor", "Origin", "Qty", "UoM", "Price", "Curr", "Stock"]


def _line(number: int, what: object = None, **other: object) -> Row:
    plain: dict[str, object] = {
        "part": f"A{number:07d}", "what": THINGS[number % len(THINGS)] if what is None else what,
        "firm": f"Supplier {number % 40}", "land": ("China", "DE", "Japan", "US", "VN")[number % 5],
        "count": number % 9973 + 1, "unit": "pcs", "price": round(number % 877 * 0.13 + 0.05, 2),
        "money": "EUR", "stock": number * 7 % 4999,
    } | other  # fmt: skip
    return list(plain.values())


def _one(lines: Iterator[Row], head: Row | None = None) -> Files:
    def written() -> Iterator[Row]:
        yield HEAD if head is None else head
        yield from lines

    return {"list.csv": written()}


def _word(
    chance: random.Random, letters: str = ascii_lowercase, least: int = 3, most: int = 11
) -> str:
    return "".join(chance.choices(letters, k=chance.randint(least, most)))


def _texts(make: Callable[[random.Random, int], str]) -> Kind:
    return lambda rows, chance: _one(_line(n, make(chance, n)) for n in range(rows))


def _cells(**make: Callable[[random.Random, int], object]) -> Kind:
    def kind(rows: int, chance: random.Random) -> Files:
        return _one(
            _line(n, **{name: made(chance, n) for name, made in make.items()}) for n in range(rows)
        )

    return kind


def _words(chance: random.Random, count: int, between: str = " ") -> str:
    return between.join(_word(chance) for _ in range(count))


def _hyphened(chance: random.Random, _: int) -> str:
    return f"{_word(chance)}-{_word(chance)} {_word(chance)}-{_word(chance)}-{_word(chance)}"


def _brackets(chance: random.Random, n: int) -> str:
    return f"{THINGS[n % 12]} {''.join(chance.choices('()[]{}<>,;/', k=30))} {_word(chance)}"


def _denials(chance: random.Random, n: int) -> str:
    first, second, third, fourth = (_word(chance) for _ in range(4))
    return f"{first} without {THINGS[n % 12]}, no {second}, not {third}, free of {fourth}"


def _scripts(letters: str, least: int = 3, most: int = 11) -> Kind:
    return _texts(lambda chance, _: " ".join(_word(chance, letters, least, most) for _ in range(4)))


def _long(signs: int, fewer: int) -> Kind:
    """Texts of so many signs, in fewer rows."""
    return lambda rows, chance: _one(
        _line(n, f"{THINGS[n % 12]} {_words(chance, signs // 7)}"[:signs])
        for n in range(rows // fewer)
    )


def _sizes(chance: random.Random, n: int) -> str:
    sides = (f"{chance.random() * 10**power:.3f}" for power in (2, 1, 0))
    return f"{THINGS[n % 12]} {'x'.join(sides)} mm"


def _misspelt(chance: random.Random, n: int) -> str:
    return "".join(c for c in f"{THINGS[n % 12]} {_word(chance)}" if chance.random() > 0.08)


def _known_words(chance: random.Random, _: int) -> str:
    return " ".join(chance.choices(BEARING, k=12)) + f" {_word(chance)}"


def _compounds(chance: random.Random, _: int) -> str:
    return "".join(chance.choices(JOINED, k=5)).capitalize() + f" {_word(chance)}"


def _mixed(chance: random.Random, _: int) -> str:
    return "".join(chance.choices(ascii_lowercase + ascii_uppercase + "0123456789-/.,", k=40))


def _wide(count: int) -> Kind:
    def kind(rows: int, chance: random.Random) -> Files:
        head = [*HEAD, *(f"Field {_word(chance)} {n}" for n in range(count - len(HEAD)))]
        lines = ([*_line(n), *(f"v{n * c % 89}" for c in range(count - len(HEAD)))]
                 for n in range(rows * 10 // count))  # fmt: skip
        return _one(lines, head)

    return kind


def _weeks(rows: int, _: random.Random) -> Files:
    head: Row = [*HEAD, *(f"2027-W{week:02d}" for week in range(1, 53))]
    return _one(
        ([*_line(n), *(n * week % 17 for week in range(52))] for n in range(rows // 6)), head
    )


def _tables(rows: int, chance: random.Random) -> Files:
    def written() -> Iterator[Row]:
        for n in range(rows):
            if n % 20 == 0:
                yield []
                yield [f"Order {n} {_word(chance)}"]
                yield HEAD
            yield _line(n)

    return {"list.csv": written()}


def _sections(rows: int, chance: random.Random) -> Files:
    def written() -> Iterator[Row]:
        for n in range(rows // 2):
            yield [f"Group {n}: {_word(chance)}"]
            yield _line(n)

    return _one(written())


def _headings_again(rows: int, _: random.Random) -> Files:
    def written() -> Iterator[Row]:
        for n in range(rows // 2):
            yield HEAD if n % 2 else OTHER_HEAD
            yield _line(n)

    return {"list.csv": written()}


def _totals(rows: int, _: random.Random) -> Files:
    def written() -> Iterator[Row]:
        for n in range(rows // 2):
            yield _line(n)
            yield ["", "Total", "", "", n % 9973 + 1, "pcs", "", "EUR", ""]

    return _one(written())


def _bill(rows: int, chance: random.Random) -> Files:
    def written() -> Iterator[Row]:
        level = 0
        for n in range(rows):
            level = min(level + 1, 60) if chance.random() < 0.9 else chance.randint(0, level)
            yield [level, *_line(n)]

    return _one(written(), ["Level", *HEAD])


def _files(count: int) -> Kind:
    def kind(rows: int, chance: random.Random) -> Files:
        each = rows // count
        return {
            f"list {name}.csv": iter([HEAD, *(
                _line(n, price=chance.randint(1, 99), stock=chance.randint(1, 999), count=chance.randint(1, 99))
                for n in range(each))])
            for name in range(count)
        }  # fmt: skip

    return kind


def _needs(rows: int, chance: random.Random) -> Files:
    each = rows // 20
    needs = ([f"A{n % each:07d}", f"2027-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
              chance.randint(1, 900), "pcs"] for n in range(rows))  # fmt: skip

    def written() -> Iterator[Row]:
        yield ["Part Number", "Requirement date", "Required quantity", "Unit"]
        yield from needs

    return {**_one(_line(n) for n in range(each)), "needs.csv": written()}


def _firms_of_parts(rows: int, _: random.Random) -> Files:
    return _one(
        _line(n // 50, f"{THINGS[n // 50 % 12]} {n // 50}", firm=f"Firm {n % 50}", price=n % 97 + 1)
        for n in range(rows)
    )


KINDS: dict[str, Kind] = {
    "plain": _texts(lambda _, n: f"{THINGS[n % 12]} {n % 977}"),
    "letters": _texts(lambda chance, _: _words(chance, 4)),
    "capitals": _texts(lambda chance, _: _words(chance, 4).upper()),
    "hyphened": _texts(_hyphened),
    "slashes": _texts(lambda chance, _: _words(chance, 5, "/")),
    "underscores": _texts(lambda chance, _: _words(chance, 5, "_")),
    "commas": _texts(lambda chance, _: _words(chance, 8, ", ")),
    "one_long_word": _texts(lambda chance, _: _word(chance, least=80, most=120)),
    "accented": _scripts(ACCENTED),
    "cyrillic": _scripts(CYRILLIC),
    "arabic": _scripts(ARABIC),
    "cjk": _texts(lambda chance, _: _word(chance, COMMON, 8, 20)),
    "kana": _texts(lambda chance, _: _word(chance, KANA, 6, 16)),
    "hangul": _scripts(HANGUL, 2, 5),
    "digits": _texts(lambda chance, _: str(chance.randrange(10**12))),
    "mixed": _texts(_mixed),
    "sizes": _texts(_sizes),
    "texts_300": _long(300, 1),
    "texts_3000": _long(3_000, 10),
    "texts_32000": _long(32_000, 100),
    "known_words": _texts(_known_words),
    "compounds": _texts(_compounds),
    "denials": _texts(_denials),
    "brackets": _texts(_brackets),
    "misspelt": _texts(_misspelt),
    "all_equal": lambda rows, _: _one(["x"] * 9 for _ in range(rows)),
    "blank_rows": lambda rows, _: _one(_line(n) if n % 10 == 0 else [""] * 9 for n in range(rows)),
    "suppliers": _cells(firm=lambda chance, n: f"{_word(chance).title()} {_word(chance).title()} {n} GmbH"),
    "lands": _cells(land=lambda chance, _: f"{chance.choice(('China', 'DE', 'Japan'))} / {_word(chance)}"),
    "units": _cells(unit=lambda chance, n: UNITS[n % 16], money=lambda _, n: CURRENCIES[n % 15]),
    "odd_units": _cells(
        unit=lambda chance, _: _word(chance),
        money=lambda chance, _: _word(chance, ascii_uppercase, 3, 3),
    ),
    "texts_for_numbers": _cells(
        count=lambda chance, _: _word(chance),
        price=lambda chance, n: f"{n} {_word(chance)} per {_word(chance)}",
    ),
    "long_numbers": _cells(
        count=lambda chance, _: "9" * chance.randint(20, 200),
        stock=lambda chance, _: "0." + "0" * 200 + "1",
    ),
    "one_part": _cells(part=lambda *_: "A1", what=lambda *_: "Servo motor", firm=lambda *_: "One firm"),
    "one_part_conflicts": _cells(part=lambda *_: "A1"),
    "two_rows_conflict": _cells(part=lambda _, n: f"A{n // 2}", what=lambda _, n: THINGS[n // 2 % 12]),
    "firms_of_parts": _firms_of_parts,
    "wide_500": _wide(500),
    "weeks": _weeks,
    "tables": _tables,
    "sections": _sections,
    "headings_again": _headings_again,
    "totals": _totals,
    "bill": _bill,
    "files_12": _files(12),
    "needs": _needs,
}  # fmt: skip
