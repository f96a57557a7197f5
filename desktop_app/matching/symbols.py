"""Rare earths that a text names by chemical symbols alone: "Sm metal", "LaNiO3 target".

No list of words can hold every formula, and a symbol alone is a drawing code as often as an element;
so a symbol counts beside the state a metal is bought in, and a formula by its shape.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.matching.said import Reading
from desktop_app.model.match import RARE_EARTHS

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_SYMBOL = re.compile(r"[A-Z][a-z]?")
_ELEMENTS = frozenset(
    _SYMBOL.findall(
        "HLiBeBCNOFNaMgAlSiPSClKCaScTiVCrMnFeCoNiCuZnGaGeAsSeBrRbSrYZrNbMoRuRhPdAgCdInSnSbTeICsBa"
        "LaCePrNdSmEuGdTbDyHoErTmYbLuHfTaWReOsIrPtAuHgTlPbBiThU"
    )
)
"""Symbols that a formula of the trade may hold, after the periodic table of IUPAC."""
_ANIONS = frozenset({"O", "F", "S", "Cl", "Br", "I", "N", "B"})
_RARE = frozenset(RARE_EARTHS)
_LEAST_ELEMENTS = 3
"""A part number of two symbols is easily one of a formula's shape; those formulas are in the lists."""
_STEP = r"[A-Z][a-z]?(?:(?:[1-9]\d?)?(?:\.\d{1,2})?|0\.\d{1,2})"
"""A symbol and how many of it; no formula writes a nought before that, as part numbers do."""
_FORMULA = re.compile(rf"(?<![A-Za-z0-9])(?:\(?{_STEP}[,)]?){{3,9}}(?![A-Za-z0-9])")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile("[A-Z]")
_NAME = re.compile(r"[^\W\d_]{4}")
"""Letters that are no unit."""
_PURITY = re.compile(r"9\d(?:[.,]\d+)? ?%|(?<![A-Za-z0-9])[2-7]N\d?(?![A-Za-z0-9])")
_MAY_BE_FORMULA = re.compile(
    r"(?<![A-Za-z0-9])(?:\(?[A-Z][a-z]?(?:\d{1,2}(?:\.\d{1,2})?)?[,)]?){3,9}(?![A-Za-z0-9])"
)
_MAY_BE_PURITY = re.compile(r"(?<![A-Za-z0-9])\dN\d?(?![A-Za-z0-9])")
_MAY_BE_PERCENT = re.compile(r"\d\d(?:[.,]\d+)? ?%")
"""The same with any figures."""
_MAY_BE_SYMBOL = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]?(?![A-Za-z0-9])")
_BOUGHT_AS = frozenset({"metal", "target", "oxide", "alloy"})
_PAIR = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z][a-z]?\d{0,2}){2,4}(?![A-Za-z0-9])")
"""Symbols written together, as master alloys and mixed oxides are: "GdMg30", "PrNd". Too short to be
a formula of itself; it counts beside the word alloy, oxide or metal."""
_ROW = re.compile(
    rf"(?<![A-Za-z0-9])(?:{'|'.join(RARE_EARTHS)})(?:[ ,;/+&-]{{1,3}}(?:{'|'.join(RARE_EARTHS)}))+(?![A-Za-z0-9])"
)


@lru_cache(maxsize=4)
def _alone(lists: "WordLists") -> re.Pattern[str]:
    """Such a symbol that stands alone or before a powder it is joined to by a hyphen."""
    metals = "|".join(symbol for symbol, said in lists.symbols.items() if said.family)
    joined = lists.any_of("loose-metal")
    return re.compile(rf"(?<![A-Za-z0-9])(?<!\d[ ])({metals})(?=$|[ ,;:()]|-(?i:{joined})\b)")


def with_symbols(raw: str, reading: Reading, lists: "WordLists") -> Reading:
    """The reading, with the rare earths that symbols name in a text where no other thing is named."""
    if reading.elements or reading.substance or not (reading.states or _CAPITALS.search(raw)):
        return reading
    of_earths = reading.head in lists.roles.of_earths or (reading.head is None and reading.states)
    if of_earths and (row := _ROW.search(raw)):
        named = tuple(dict.fromkeys(_SYMBOL.findall(row.group())))
        states = reading.states or frozenset({"compound"})
        return reading._replace(head=None, elements=named, states=states)
    packing = _is_packing(raw, reading, lists)
    if not packing and (
        reading.head == lists.roles.plain_optic
        or not lists.of("pane").isdisjoint(reading.words[:1])
    ):
        return _optic_of(raw, reading, lists)
    beside = packing or reading.aside_only or _is_later(raw, reading)
    is_alone = reading.head is None or reading.head in lists.roles.beside_symbol
    if not (is_alone or (reading.is_other and beside)):
        return reading
    found = _by_formula(raw, reading.grades)
    states = reading.states or frozenset({"compound"})
    if not found and (reading.states & _BOUGHT_AS or reading.head == lists.roles.target):
        found = _beside_state(raw, reading, lists) or _together(raw)
    if not found:
        return _with_mineral(raw, reading, lists)
    if reading.head == lists.roles.target:
        return reading._replace(elements=found)
    return reading._replace(head=None, is_other=False, plain=False, elements=found, states=states)


def hangs_on_figures(raw: str) -> bool:
    """Whether some figures of a text would make a formula or a purity of it and others would not: "In 4N5
    wire" is indium, "W rod 99.95 %" tungsten, "Y30BH" a grade."""
    if "N" in raw and _MAY_BE_PURITY.search(raw):
        return True
    if "%" in raw and _MAY_BE_PERCENT.search(raw) and _MAY_BE_SYMBOL.search(raw):
        return True
    if not any(symbol in raw for symbol in RARE_EARTHS):
        return False
    for match in _MAY_BE_FORMULA.finditer(raw):
        symbols = _SYMBOL.findall(match.group())
        if not _RARE.isdisjoint(symbols) and _ELEMENTS.issuperset(symbols):
            return True
    return False


def _optic_of(raw: str, reading: Reading, lists: "WordLists") -> Reading:
    """A lens or window, also one that may be of a house, with the metal that its symbol names: "lens,
    Ge, f=50". In capitals GE is a firm."""
    symbols = set(_alone(lists).findall("" if raw.isupper() else raw))
    named = [
        lists.symbols[symbol].family for symbol in symbols if not lists.symbols[symbol].is_word
    ]
    if len(named) != 1:
        return reading
    return reading._replace(head=lists.roles.plain_optic, also=(*reading.also, *named))


def _is_later(raw: str, reading: Reading) -> bool:
    """Whether the thing named is but a shape, or stands behind the first comma: "10 g, ampoule"."""
    if reading.plain or not reading.words:
        return reading.plain
    return -1 < raw.find(",") < raw.casefold().find(reading.words[0].casefold())


def _is_packing(raw: str, reading: Reading, lists: "WordLists") -> bool:
    """Whether the thing named is what goods in a stated form are sealed in: "Sm metal in quartz glass"."""
    if not reading.states & _BOUGHT_AS or not reading.words:
        return False
    head = raw.casefold().find(reading.words[0].casefold())
    return head > 0 and _within(lists).search(raw[:head]) is not None


@lru_cache(maxsize=4)
def _within(lists: "WordLists") -> re.Pattern[str]:
    return re.compile(rf"\s(?:{lists.any_of('within')})\s(?:\w+\s){{0,2}}$", re.IGNORECASE)


def _by_formula(raw: str, grades: tuple[str, ...]) -> tuple[str, ...]:
    """Rare earths of the first chemical formula of at least three elements; "Y30BH" is the grade of a
    ferrite."""
    for match in _FORMULA.finditer(raw):
        formula = match.group()
        if formula in grades:
            continue
        symbols = _SYMBOL.findall(formula)
        named = tuple(symbol for symbol in RARE_EARTHS if symbol in symbols)
        if (
            named
            and len(set(symbols)) >= _LEAST_ELEMENTS
            and _ELEMENTS.issuperset(symbols)
            and _ANIONS.intersection(symbols)
            and any(letter.isdigit() for letter in formula)
        ):
            return named
    return ()


def _beside_state(raw: str, reading: Reading, lists: "WordLists") -> tuple[str, ...]:
    """Symbols written as such; those that are words as well only where a purity is stated. In a text all
    in capitals, or in small letters, only there too, or where it names what a metal comes in: those that
    are no other abbreviation, and one that begins the text."""
    is_pure = _PURITY.search(raw) is not None
    words = _WORD.findall(raw)
    if raw.isupper() and is_pure:
        words = [word.capitalize() for word in words]
    elif (raw.isupper() or raw.islower()) and reading.head is not None and words:
        own = {*lists.of("symbol-in-capitals"), words[0].upper()}
        words = [word.capitalize() if word.upper() in own else word for word in words]
    if not is_pure:
        of_words = {symbol for symbol, said in lists.symbols.items() if said.is_word}
        words = [word for word in words if word not in of_words]
    return tuple(symbol for symbol in RARE_EARTHS if symbol in words)


def _together(raw: str) -> tuple[str, ...]:
    """Rare earths of symbols written together."""
    for match in _PAIR.finditer(raw):
        symbols = _SYMBOL.findall(match.group())
        if len(set(symbols)) > 1 and _ELEMENTS.issuperset(symbols):
            if match.group().isupper():
                continue  # HOCO is a name, HoCo are two metals
            named = tuple(symbol for symbol in RARE_EARTHS if symbol in symbols)
            if named:
                return named
    return ()


def _with_mineral(raw: str, reading: Reading, lists: "WordLists") -> Reading:
    """The reading, with another controlled metal that its symbol names: "W block 150x150x60, 99.95 %",
    "Mo-Pulver 99,9 %". What is stated is a state, a powder or at most a shape beside the symbol."""
    pure = _PURITY.search(raw) is not None
    shaped = reading.plain or "form-powder" in reading.hints or "metal" in reading.states
    shaped = shaped or _glued(lists).search(raw) is not None
    if not (shaped or (pure and reading.head == lists.roles.chemical)):
        return reading
    if reading.states & {"alloy", "oxide", "compound"}:
        return reading
    symbols = dict.fromkeys(_alone(lists).findall(_spelled(raw, lists, pure=pure)))
    joined = None if symbols else _joined(lists).match(raw)
    if joined is not None:
        symbols = {joined.group(1): None}
    named = [symbol for symbol in symbols if pure or not lists.symbols[symbol].is_word]
    if len(symbols) != 1:
        return reading
    clear = len(named) == 1 and joined is None
    if not clear and not _is_shape_of(next(iter(symbols)), raw, reading):
        return reading
    family = lists.symbols[next(iter(symbols))].family
    rival = reading.rival if clear else reading.head
    return reading._replace(
        head=family, rival=rival, is_other=False, plain=False, clear=clear, aside_only=False
    )


@lru_cache(maxsize=4)
def _joined(lists: "WordLists") -> re.Pattern[str]:
    """A symbol at the beginning that a hyphen joins to a word: W-Draht."""
    metals = "|".join(symbol for symbol, said in lists.symbols.items() if said.family)
    return re.compile(rf"\s*({metals})-(?=[^\W\d_])")


def _is_shape_of(symbol: str, raw: str, reading: Reading) -> bool:
    """Whether a line is a symbol and right behind it a shape, with at most figures behind: "W rod 5 mm"
    may be tungsten, or a rod called W."""
    named = rf"\s*{symbol}[ -]{{1,2}}(?i:{re.escape(reading.words[0])})(?![^\W\d_])"
    may_be = reading.plain and reading.words and "plainsteel" not in reading.hints
    begun = re.match(named, raw) if may_be else None
    return begun is not None and _NAME.search(raw, begun.end()) is None


@lru_cache(maxsize=4)
def _glued(lists: "WordLists") -> re.Pattern[str]:
    """A symbol with a word for a powder or piece joined to it by a hyphen, in any case of letters."""
    metals = "|".join(symbol for symbol, said in lists.symbols.items() if said.family)
    return re.compile(rf"(?<![A-Za-z0-9])({metals})-(?:{lists.any_of('loose-metal')})\b", re.I)


def _spelled(raw: str, lists: "WordLists", *, pure: bool) -> str:
    """A text all in capitals with its symbols as they are written, where a purity or a word joined to
    one says that it is one: "GE-SCHEIBE D50", "GA 4N". Symbols that are words as well ("IN") count at
    the beginning only. Any other text as it was."""
    if not raw.isupper():
        return raw

    def spelled(found: re.Match[str]) -> str:
        symbol = lists.symbols.get(found.group().capitalize())
        counts = symbol is not None and (not symbol.is_word or found.start() == 0)
        return found.group().capitalize() if counts else found.group()

    if pure:
        return re.sub(r"(?<![A-Z0-9])[A-Z]{2}(?![A-Z0-9])", spelled, raw)
    return _glued(lists).sub(lambda found: found.group().capitalize(), raw)
