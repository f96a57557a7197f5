"""What column headings mean, in many languages: the table in ``resources/headings`` and its use."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from desktop_app.intake import heading_table, measures
from desktop_app.intake.composed_headings import PERIODS, composed, kinds_in
from desktop_app.intake.consumption import per_period
from desktop_app.intake.counted_days import without_day
from desktop_app.intake.counted_headings import of_a_count
from desktop_app.intake.heading_elements import element_of
from desktop_app.intake.heading_fields import ALIASES, FIELDS, REFERENCE
from desktop_app.intake.heading_modifiers import UNCHANGED, without_modifiers
from desktop_app.intake.heading_patterns import (
    NEEDED,
    NOT_HEADING,
    NUMBER,
    OTHERS,
    PER_MANY,
    PER_ONE,
    PER_THING,
    TRAILING,
    WHOLE,
)
from desktop_app.intake.heading_sides import of_each_side, of_two
from desktop_app.intake.heading_text import (
    CJK,
    is_of_others,
    normalise,
    says_per_one,
    spaced,
    without_brackets,
)
from desktop_app.intake.heading_units import may_be
from desktop_app.intake.heading_words import (
    FIRST,
    KINDS_OF_PARTS,
    NUMBER_WORDS,
    ONLY_WHOLE,
    VARIANTS,
    counts_of_parts,
    with_umlauts,
    without_number,
    without_part_words,
)
from desktop_app.intake.heads_of_headings import (
    as_known,
    ends_of,
    is_something_else,
    not_of_others,
    of_a_firm,
    places_of,
)
from desktop_app.intake.maker_headings import is_number_of_maker
from desktop_app.intake.named_periods import of_its_period
from desktop_app.intake.price_headings import (
    before_joint,
    is_money_per_piece,
    money_on_terms,
    without_pieces,
    without_tax,
)
from desktop_app.intake.short_headings import ShortHeadings, apart, has_short_words
from desktop_app.intake.similar_headings import LEFT_OUT, nearly_known
from desktop_app.intake.twofold_headings import said_twice
from desktop_app.intake.units_in_headings import COUNTS as AMOUNTS_IN_UNITS
from desktop_app.intake.units_in_headings import without_unit
from desktop_app.intake.values import currency_of, is_code_of_currency

__all__ = [
    "ALIASES", "FIELDS", "REFERENCE", "is_of_others", "normalise", "says_per_one", "without_brackets",
    "without_part_words",
]  # fmt: skip
"""Of another module, for those who ask for headings."""

SHORT = (0.79, 0.79, 0.78)
"""Belief in a heading of which no, one or more words are cut; a person is asked to look. Own judgement."""
COMPOSED, ALONE = 0.79, 0.69
"""Belief in a heading that only its words make, at which a person is asked, and in the code of a currency alone,
which is no second price beside one. Own judgement."""
SHORT_LINE = 24
"""Characters up to which points in a text are those of short words. Own judgement."""
PROVABLE = frozenset(("quantity", "unit_price", "line_value", "stock_on_hand"))
"""Fields whose cells are numbers, of which words with two wrong letters are believed."""
COUNTED, ASKED = frozenset(("quantity", "annual_quantity")), 0.75
"""Fields of which words before them may make others, and the belief in them then. Own judgement."""
ONLY_ALONE = frozenset(("price_unit", "other", "comment", "link"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """A field a heading may stand for, in the words of which languages; confidence 0..1."""

    field: str
    languages: tuple[str, ...]
    confidence: float


class HeadingBook:
    """All known headings. ``exact`` is asked for every text cell of the first rows."""

    fewest = 2
    """Known headings that make a line of headings."""
    known_numbers: frozenset[str] = frozenset()
    """Numbers of parts that other lists of the drop name (see ``known_numbers``)."""

    def __init__(self, known: heading_table.KnownHeadings) -> None:
        self.known = known
        self.entries, self._joined, self._unaccented = known
        self._short = ShortHeadings(self.entries)
        self._exact = lru_cache(maxsize=8_192)(self._fitting)
        self._likely = lru_cache(maxsize=8_192)(self._found_nearly)

    @cached_property
    def _words(self) -> Set[str]:
        return {word for key in self.entries for word in key.split()}

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[str]]:
        return heading_table.by_first_letter(self.entries)

    def exact(self, heading: str) -> tuple[Meaning, ...]:
        """What a heading means that is in the table word for word; empty where it is not."""
        return self._exact(heading)

    def _fitting(self, heading: str) -> tuple[Meaning, ...]:
        """The meanings that the unit in the brackets and "per piece" leave, of a heading that is not in
        the table with them; of one that is only derived, what all its words make together."""
        found = self._look_up(heading)
        if not found or normalise(heading) in self.entries:
            return found
        without, hints = without_brackets(heading)
        bare = normalise(without)
        found = tuple(meaning for meaning in found if may_be(meaning.field, heading))
        is_said = not hints and (bare in self.entries or TRAILING.sub("", bare) in self.entries)
        made = () if is_said else self._composed(heading, ASKED)
        return found if {m.field for m in made} & {m.field for m in found} else made or found

    def meanings(self, heading: str) -> tuple[Meaning, ...]:
        """What a heading may mean, also by a known heading in it or nearly equal to it."""
        found = self.exact(heading)
        if found or not heading or len(heading) > 80:
            return found
        bare = normalise(without_brackets(heading)[0])
        ways: tuple[tuple[Callable[[str], tuple[Meaning, ...]], str], ...] = (
            (self._composed, heading), (self._written_short, heading),
            (self._contained, bare), (_of_money_alone, heading), (self.similar, bare),
        )  # fmt: skip
        for way, text in ways:
            if found := tuple(m for m in way(text) if may_be(m.field, heading)):
                return found
        return ()

    def _composed(self, heading: str, confidence: float = COMPOSED) -> tuple[Meaning, ...]:
        """What all words of a heading make together."""
        return self._meanings([(field, "tech") for field in composed(heading)], confidence)

    def _written_short(self, heading: str) -> tuple[Meaning, ...]:
        """What a heading is short for; "Wochen" may be weeks of cover as well as "Wochenbedarf"."""
        kinds = kinds_in(heading)
        if kinds and kinds <= PERIODS | {"days"} and " " not in normalise(heading):
            return ()
        for said in dict.fromkeys((heading, apart(heading))):
            bare = normalise(without_brackets(said)[0])
            rest, _, last = bare.rpartition(" ")
            is_timed = bool(rest) and measures.days_factor(last) is not None
            for key in (bare, rest) if is_timed else (bare,):
                found = self._short.written_out(key, is_explained=key != bare)
                if found is not None and (key == bare or found.field == "lead_time_days"):
                    return self._meanings(found.entries, SHORT[min(found.cut, 2)])
        return ()

    def _look_up(self, heading: str) -> tuple[Meaning, ...]:
        if not heading or len(heading) > 120:
            return ()
        whole = normalise(heading)
        if element_of(heading) is not None:
            return (Meaning("substance_percent", ("tech",), 0.79),)
        without, hints = without_brackets(heading)
        if hints and WHOLE.search(normalise(hints)):
            # "Mass (total)" is not the mass of one, but "Price (total)" is the money of the line.
            total = self.entries.get(f"total {normalise(without)}", [("other", "tech")])
            return self._meanings(total, 0.9)
        if hints and OTHERS.search(normalise(hints)) and NUMBER.search(normalise(without)):
            return (Meaning("supplier_part_number", ("tech",), 0.9),)
        bare = normalise(PER_ONE.sub("", PER_MANY.sub("", without)))
        if currency_of(hints) and (spoken := self._languages_of(bare, "unit")):
            return (Meaning("unit_price", spoken, 0.9),)  # "Unit (₹)" is the money of one
        for key, confidence in (
            (whole, 1.0), (spaced(whole), 1.0), (bare, 0.97), (TRAILING.sub("", bare), 0.93), (f"{bare} %", 0.9),
        ):  # fmt: skip
            if key in self.entries:
                return self._meanings(self.entries[key], confidence)
        variants = FIRST if bare.rpartition(" ")[2] == "1" else VARIANTS
        if numbered := [e for e in self.entries.get(without_number(bare), ()) if e[0] in variants]:
            return self._meanings(numbered, 0.75)
        joined = bare.replace(" ", "")
        if found := self._joined.get(joined) or self.entries.get(joined):
            return self._meanings(found, 0.93)
        plain = with_umlauts(bare)
        if (
            found := self._unaccented.get(bare)
            or self._unaccented.get(plain)
            or self.entries.get(plain)
        ):
            return self._meanings(found, 0.9)
        if is_number_of_maker(bare):
            return (Meaning("mpn", ("tech",), 0.9),)
        return (
            self._meanings(said_twice(whole, self.entries), 0.9)
            or self._how_many(bare, without)
            or self._meanings(of_a_count(bare, self.entries, hints), 0.87)
            or self._of_the_part(bare)
            or self._modified(without_modifiers(bare))
            or self._usual_fields(as_known(bare, self.entries))
            or self._meanings(of_a_firm(bare, self.entries), 0.9)
            or self._of_a_price(without, bare)
            or self._of_a_kind(bare)
            or self._meanings(*of_two(without, bare, self.entries, FIELDS, self._written_short))
            or self._meanings(*of_each_side(without, self._look_up))
            or self._of_a_day(heading)
            or self._of_a_time(bare)
            or self._in_a_unit(heading)
            or self._with_words_apart(heading)
        )

    def _with_words_apart(self, heading: str) -> tuple[Meaning, ...]:
        """ "GewichtKg" and "SperrBestand": words joined by capitals, as tables of databases have them."""
        said = apart(heading)
        return () if said == heading else self._look_up(said)

    def _of_a_time(self, bare: str) -> tuple[Meaning, ...]:
        """A delivery time with its unit behind it: "采购提前期_天"."""
        rest, _, last = bare.rpartition(" ")
        if not rest or measures.days_factor(last) is None:
            return ()
        known = self.entries.get(rest) or self.entries.get(rest.removesuffix(" in")) or ()
        told = [e for e in known if e[0] == "lead_time_days"]
        return self._meanings(told, 0.9)

    def _of_a_day(self, heading: str) -> tuple[Meaning, ...]:
        """Stock of a day: "Stock as of 31.10.2026"."""
        for said in without_day(heading):
            if languages := self._languages_of(normalise(said), "stock_on_hand"):
                return (Meaning("stock_on_hand", languages, 0.9),)
        return ()

    def _in_a_unit(self, heading: str) -> tuple[Meaning, ...]:
        """An amount with its unit behind it: "Stock in kg", "Jahresbedarf Tsd. St"."""
        said = without_unit(heading)
        entries = self.entries.get(normalise(said), ()) if said else ()
        if not entries:
            made = self._composed(said, COMPOSED) if said else ()
            return tuple(meaning for meaning in made if meaning.field in AMOUNTS_IN_UNITS)
        return self._meanings([e for e in entries if e[0] in AMOUNTS_IN_UNITS], 0.93)

    def _modified(self, key: str) -> tuple[Meaning, ...]:
        """A planned, committed or basic quantity may be another one; a "quoted price" is a price."""
        found = self._usual_fields(key)
        if not found or found[0].field not in COUNTED:
            return found
        return tuple(replace(meaning, confidence=ASKED) for meaning in found)

    def _usual_fields(self, key: str) -> tuple[Meaning, ...]:
        return self._meanings([e for e in self.entries.get(key, ()) if e[0] in UNCHANGED], 0.85)

    def _of_a_price(self, heading: str, bare: str) -> tuple[Meaning, ...]:
        """A price by its currency and piece, its terms, or with the place where it holds."""
        if is_money_per_piece(heading):
            return (Meaning("unit_price", ("tech",), 0.9),)
        if field := money_on_terms(bare):
            return (Meaning(field, ("tech",), 0.79),)
        said = before_joint(bare) or without_tax(bare) or without_pieces(bare)
        entries = self.entries.get(said or "", ())
        return self._meanings([e for e in entries if e[0] in ("unit_price", "line_value")], 0.75)

    def _of_the_part(self, bare: str) -> tuple[Meaning, ...]:
        """What is said of "the part" means the same without it: "Product description"."""
        key = without_part_words(bare)
        if not key or key == bare or bare.count(" ") > 5:
            return ()
        if key in NUMBER_WORDS:
            return (Meaning("part_number", ("tech",), 0.9),)
        # "Parts cost" is that of all.
        believed = 0.9 if KINDS_OF_PARTS.isdisjoint(bare.split()) else ASKED
        # "Vendor part" is no vendor, but the vendor's part; "Part vendor" is one.
        is_firm = bare.endswith(key)
        entries = [
            e for e in self.entries.get(key, ())
            if is_firm or e[0] not in ("supplier", "manufacturer")
        ]  # fmt: skip
        return self._usual(entries, believed)

    def _of_a_kind(self, bare: str) -> tuple[Meaning, ...]:
        """Parts of a kind above their names: "Mechanical components"; and a plural: "Prices"."""
        words = bare.split()
        single = self.entries.get(bare.removesuffix("s"), ()) if len(bare) > 4 else ()
        if single:
            return self._usual(single, 0.87)
        is_kind = len(words) in (2, 3) and words[-1] in KINDS_OF_PARTS
        if not is_kind or OTHERS.search(bare) or any(word in self.entries for word in words[:-1]):
            return ()
        return (Meaning("description", ("tech",), 0.7),)

    def _how_many(self, bare: str, heading: str) -> tuple[Meaning, ...]:
        """A quantity for a thing or of a kind: "Qty per board", "Required quantity", "Qty/board"."""
        per_thing = normalise(heading.replace("/", " per "))
        for pattern, field in per_period():
            for said in (bare, per_thing):
                key = pattern.sub(" ", said).strip()
                for name in ("quantity", "demand") if key != said else ():
                    if languages := self._languages_of(key, name):
                        return (Meaning(field, languages, 0.87),)
        if counted := counts_of_parts(bare):
            return tuple(Meaning(field, ("tech",), sure) for field, sure in counted.items())
        for key in (PER_THING.sub("", per_thing), NEEDED.sub(" ", bare).strip()):
            if key != bare and any(name == "quantity" for name, _ in self.entries.get(key, ())):
                return (Meaning("quantity", self._languages_of(key, "quantity"), 0.87),)
        return ()

    def _languages_of(self, key: str, field: str) -> tuple[str, ...]:
        return tuple(language for name, language in self.entries.get(key, ()) if name == field)

    def likely(self, heading: str) -> tuple[Meaning, ...]:
        """What a heading means, also by a known heading that is most of it; without a long search."""
        return self._likely(heading)

    def _found_nearly(self, heading: str) -> tuple[Meaning, ...]:
        found = self.exact(heading)
        said = heading if len(heading) > SHORT_LINE else heading.replace(". ", " ")  # "Mat. code"
        if found or not 3 <= len(heading) <= 60 or NOT_HEADING.search(said):
            return found
        bare = normalise(without_brackets(heading)[0])
        found = self._composed(heading) or self._contained(bare)
        return found or (self._written_short(heading) if has_short_words(heading, bare) else ())

    def _contained(self, bare: str) -> tuple[Meaning, ...]:
        """The longest known heading inside a longer one, if it is most of it."""
        words = bare.split()
        if OTHERS.search(bare) or is_something_else(bare):
            return ()
        if WHOLE.search(bare):
            # The total of something is known for a heading, but is of no use for a part.
            is_known = self._contained(" ".join(WHOLE.sub(" ", bare).split()))
            return (Meaning("other", ("tech",), 0.5),) if is_known else ()
        for start in range(1, len(bare) // 2 + 1 if len(words) == 1 else 0):
            # Chinese, Japanese and Korean put what is meant last, without a gap.
            key = bare[start:]
            if key in ONLY_WHOLE or len(key) < 2 or ord(key[0]) <= CJK:
                continue
            if key in self.entries:
                return self._usual(not_of_others(bare, self.entries[key]), 0.75)
        if ends := ends_of(bare, self.entries):
            return self._usual(ends, 0.62)
        for length in range(len(words) - 1, 0, -1):
            for start in places_of(length, words, self.entries):
                key = " ".join(words[start : start + length])
                share = len(key) / len(bare)
                if share < 0.5 or len(key) < 3 or key in ONLY_WHOLE:
                    continue
                entries = self.entries.get(key) or self._unaccented.get(key, ())
                if entries := not_of_others(bare, of_its_period(bare, key, entries)):
                    return self._usual(entries, 0.55 + 0.25 * share)
        return ()

    def _usual(self, entries: Sequence[tuple[str, str]], confidence: float) -> tuple[Meaning, ...]:
        """Without the meanings that a heading has only when it stands alone."""
        return self._meanings([e for e in entries if e[0] not in ONLY_ALONE], confidence)

    def similar(self, bare: str) -> tuple[Meaning, ...]:
        """A known heading with slips of the pen (see ``nearly_known``); two letters only of an amount or price,
        which the cells can prove."""
        near = nearly_known(bare, self._by_letter, self._words)
        if near is None:
            return ()
        key, believed = near
        entries = self.entries[key]
        if believed <= LEFT_OUT:
            entries = [entry for entry in entries if entry[0] in PROVABLE]
        return self._meanings(entries, believed)

    @staticmethod
    def _meanings(entries: Sequence[tuple[str, str]], confidence: float) -> tuple[Meaning, ...]:
        fields: dict[str, tuple[str, ...]] = {}
        for field, language in entries:
            fields[field] = (*fields.get(field, ()), language)
        return tuple(Meaning(name, spoken, confidence) for name, spoken in fields.items())


def _of_money_alone(heading: str) -> tuple[Meaning, ...]:
    """ "USD" over amounts is a price, over currencies one of these; below other headings it is their unit."""
    told = ("unit_price", "currency") if is_code_of_currency(heading) else ()
    return tuple(Meaning(name, ("tech",), ALONE) for name in told)


@cache
def heading_book() -> HeadingBook:
    """The headings shipped in ``resources/headings``, one file a language."""
    return HeadingBook(heading_table.known_headings())
