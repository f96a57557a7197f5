"""What one text says: the thing it names, what refines it, grades, elements, claims.

The thing a line is about is its head noun. English, German, Japanese, Chinese and Korean put it
last (servo *cable*), French, Spanish and Italian first (*support* moteur); what stands after "for" or
"with", after a comma or in brackets only describes it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any

from desktop_app.matching.alike import Alike, Shape, shape_of, text_of
from desktop_app.matching.alike_groups import Group, groups_alike
from desktop_app.matching.compounds import with_seconds
from desktop_app.matching.damaged import may_be_damaged, undamaged
from desktop_app.matching.figures import asks_figures, figure_hints, with_figures
from desktop_app.matching.gaps import kept_gaps
from desktop_app.matching.hyphens import is_of_product, without_hyphens
from desktop_app.matching.identifiers import has_share_unit, stated_shares
from desktop_app.matching.letters import (
    LEAST_JOINED,
    apart,
    behind_number,
    names_apart,
    outside_codes,
    own_name,
    spoken,
    uncut,
)
from desktop_app.matching.linked import without_links
from desktop_app.matching.links_left_out import with_usual_links
from desktop_app.matching.magnets import WHOLE_GRADE
from desktop_app.matching.normal import normalise
from desktop_app.matching.pattern import pattern_of
from desktop_app.matching.said import NOTHING, Reading, says_anything
from desktop_app.matching.shortened import Shortened, motor_written_out
from desktop_app.matching.symbols import with_symbols
from desktop_app.matching.terms_of_sale import of_the_goods
from desktop_app.matching.turned import turned_round
from desktop_app.matching.types_behind import without_types
from desktop_app.matching.walk import Walk

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon
    from desktop_app.matching.second_look import SecondLook
    from desktop_app.matching.spelling import Spelling


_BEGINS_SHORT = re.compile(r"[^\W\d_]{5,}\.(?=[\s\d-])")
"""A text that begins with a shortened word, which may be the thing; what is named behind it is then
only a part of it: "Schrittm. 1,8° Kabel 300"."""
_BRACKETS = str.maketrans("()（）[]", ",,,,,,")
LONGEST = 4_000
"""Characters of a text that are read: one without end would keep the program busy for minutes."""


MOST_SHAPES = 200_000


class TextReader:
    """Reads texts with the words of ``lexicon_of``.

    What a text says hangs on the words found, on figures between them and on figures with units;
    texts that agree in these share one reading, so each such pattern is thought about once.
    """

    def __init__(
        self,
        scan: "Lexicon",
        spelling: "Spelling | None" = None,
        second_look: "SecondLook | None" = None,
    ) -> None:
        self._scan = scan
        self._spelling = spelling
        self._second_look = second_look
        self._shortened = Shortened(scan)
        self._known: dict[Any, Reading] = {}
        self._alike = Alike[Reading](scan)
        self._numbers = Alike[Reading](scan)
        self._bare: set[Shape] = set()
        self._sound: set[Shape] = set()
        self._unsound: set[Shape] = set()

    def read(self, raw: str) -> Reading:
        """What one text says, in as much of it as names a thing."""
        raw = raw[:LONGEST]
        if "^" in raw:
            raw = own_name(raw)
        if " " not in raw and len(raw) >= LEAST_JOINED:
            raw = names_apart(raw)
        shape = shape_of(raw)
        if shape not in self._sound:
            raw, shape = self._undamaged(raw, shape)
        said = self._alike.find(shape)
        if said is not None and not asks_figures(said, self._scan.lists.roles):
            return said
        goods = self._goods_of(raw, shape)
        if said is None:
            said = self._alike.find_with_words(shape, goods)
        if said is not None and not asks_figures(said, self._scan.lists.roles):
            return said
        text = self._alike.normal(raw, shape) if goods is raw else normalise(goods)
        if said is not None:
            return with_figures(text, said, self._scan.lists, goods)
        reading, text_read = self._read_whole(goods, text)
        if text_read is text:
            self._alike.keep(raw, goods, shape, text, reading)
        return with_figures(text_read, reading, self._scan.lists, goods)

    def read_all(self, texts: Sequence[str | None]) -> list[Reading]:
        """What each text of a column says, as ``read`` tells it of one; nothing where there is none."""
        found = [NOTHING] * len(texts)
        at = [place for place, text in enumerate(texts) if text]
        said = [(texts[place] or "")[:LONGEST] for place in at]
        for group in groups_alike(said, self._scan):
            readings = self._read_group(group, [said[place] for place in group.places])
            for place, reading in zip(group.places, readings, strict=False):
                found[at[place]] = reading
        return found

    def _read_group(self, group: Group, texts: list[str]) -> Iterable[Reading]:
        """What each of the texts of a group says, without an end where all say the same."""
        raw, shape = texts[0], group.shape
        if not self._is_plain(raw, shape):
            return [self.read(text) for text in texts]
        lists = self._scan.lists
        whole, text_read = self._read_whole(raw, group.text)
        first = with_figures(text_read, whole, lists, raw)
        is_kept = text_read is group.text and self._alike.keep(raw, raw, shape, text_read, whole)
        if not is_kept:
            return [first, *(self.read(text) for text in texts[1:])]
        if len(texts) == 1 or not asks_figures(whole, lists.roles):
            return repeat(first)
        self._alike.hold_normal(raw, shape, group.text)
        normal = self._alike.normal
        return [with_figures(normal(text, shape), whole, lists, text) for text in texts]

    def _is_plain(self, raw: str, shape: Shape) -> bool:
        """Whether nothing of a text is put right or left out before it is read; it does not hang on
        figures."""
        if "^" in raw or (" " not in raw and len(raw) >= LEAST_JOINED):
            return False
        if shape not in self._sound:
            self._undamaged(raw, shape)
        return shape in self._sound and self._goods_of(raw, shape) is raw

    def _undamaged(self, raw: str, shape: Shape) -> tuple[str, Shape]:
        """The text as it was meant, and its shape; which of one shape are whole hangs on their figures."""
        if shape not in self._unsound and not may_be_damaged(text_of(shape)):
            if len(self._sound) < MOST_SHAPES:
                self._sound.add(shape)
            return raw, shape
        if len(self._unsound) < MOST_SHAPES:
            self._unsound.add(shape)
        if not may_be_damaged(raw):
            return raw, shape
        whole = undamaged(raw, self._scan)
        return (raw, shape) if whole == raw else (whole, shape_of(whole))

    def _goods_of(self, raw: str, shape: Shape) -> str:
        """The text without its terms of sale; whether it has any does not hang on its figures."""
        if shape in self._bare:
            return raw
        goods = of_the_goods(raw, self._scan.lists)
        if goods is raw and len(self._bare) < MOST_SHAPES:
            self._bare.add(shape)
        return goods

    def _read_whole(self, raw: str, text: str) -> tuple[Reading, str]:
        """What a text says but for its figures, and the text as it was read."""
        if (plain := motor_written_out(raw, self._scan)) is not None:
            raw, text = plain, normalise(plain)
        joined = without_hyphens(raw, self._scan) if "-" in raw else None
        if joined is not None:
            raw, text = joined, normalise(joined)
        whole = self._shortened.written_out(raw) if "." in raw else None
        if whole is None:
            return self._read_named(raw, text)
        guess = self._shortened.guessed(raw)
        reading, text = self._read_named(whole, normalise(whole))
        return (reading if guess is None else reading._replace(clear=False, read_as=guess)), text

    def _read_named(self, raw: str, text: str) -> tuple[Reading, str]:
        """The same of a text whose names are written out."""
        turned = turned_round(raw, self._scan)
        if turned is not None:
            raw, text = turned, normalise(turned)
        unlinked = without_links(raw, text, self._scan)
        if unlinked is not None:
            raw, text = unlinked, normalise(unlinked)
        linked = with_usual_links(raw, text, self._scan)
        if linked is not None:
            reading, text_read = self._read_linked(linked, text)
            if reading.head is not None:
                return reading, text_read
        return self._read_written(raw, text)

    def _read_linked(self, linked: str, text: str) -> tuple[Reading, str]:
        """The same of a text with links put in, which change nothing of its figures. Where it names no thing
        then, the words were of another one: a lampe de bureau, as was no link left out."""
        plain = normalise(linked)
        reading, text_read = self._read_written(linked, plain)
        return reading, text if text_read is plain else text_read

    def _read_written(self, raw: str, text: str) -> tuple[Reading, str]:
        """The same of a text all of whose words stand as they are known."""
        shares = stated_shares(raw, self._scan.lists) if has_share_unit(raw) else ()
        reading = with_symbols(raw, self._read(text, shares, raw), self._scan.lists)
        if "-" in raw and is_of_product(raw, reading.head, self._scan):
            reading = reading._replace(unnamed=True)
        if reading.head is None and not says_anything(reading):
            reading, text = self._parted(raw, text, reading, shares)
        if reading.is_other and (own := behind_number(raw)) is not None:
            reading, text = self._without_number(own, text, reading, shares)
        if reading.aside_only and "(" in text:
            reading, text = self._opened(raw, text, reading, shares)
        written = text
        if self._spelling and (
            reading.plain
            or reading.unnamed
            or (reading.is_other and _BEGINS_SHORT.match(raw))
            or (reading.head is None and ("." in raw or not says_anything(reading)))
        ):
            reading, text = self._respelled(raw, text, reading, shares)
        elif self._spelling and reading.head in self._scan.lists.roles.open_kinds:
            reading, text = self._sharpened(text, reading, shares)
        if self._second_look and self._second_look.is_due(reading):
            forms = (text,) if text == written else (text, written)
            reading, text = self._meant(self._second_look, raw, forms, reading, shares)
        return reading, text

    def _meant(
        self,
        look: "SecondLook",
        raw: str,
        forms: tuple[str, ...],
        reading: Reading,
        shares: tuple[tuple[str, float], ...],
    ) -> tuple[Reading, str]:
        """Reading and text as it may be meant, where that bears and the text as it stands does not.
        ``forms``: the text as it was read and, where a word of it was put right for that, as written."""
        for meant in (meant for text in forms for meant in look.rewritten(raw, text)):
            again = self._read(meant.text, shares, meant.raw)
            if look.bears(again, reading):
                if meant.raw:
                    return again, meant.text  # no word was changed
                again = again._replace(read_as=meant.word)
                if again.is_other:  # an ordinary thing of what bears: that word alone decides
                    return again, meant.text
                return again._replace(clear=False, unnamed=not meant.is_likely), meant.text
        return reading, forms[0]

    def _opened(
        self, raw: str, text: str, reading: Reading, shares: tuple[tuple[str, float], ...]
    ) -> tuple[Reading, str]:
        """Reading and text without the brackets round all that names a thing: "4711 (servo motor with
        brake)" says in them what any other line says."""
        opened = raw.translate(_BRACKETS)
        plain = normalise(opened)
        again = self._read(plain, shares, opened)
        if again.head is None or again.aside_only:
            return reading, text
        return again._replace(clear=False), plain

    def _without_number(
        self, own: str, text: str, reading: Reading, shares: tuple[tuple[str, float], ...]
    ) -> tuple[Reading, str]:
        """Reading and text without a number that was read as a word, where the rest names what bears."""
        plain = normalise(own)
        again = self._read(plain, shares, own)
        return (reading, text) if again.head is None or again.is_other else (again, plain)

    def _parted(
        self, raw: str, text: str, reading: Reading, shares: tuple[tuple[str, float], ...]
    ) -> tuple[Reading, str]:
        """Reading and text with the names apart that are written as one word, where that names a
        thing."""
        parted = apart(raw)
        if parted is None:
            return reading, text
        plain = normalise(parted)
        again = self._read(plain, shares, parted)
        return (reading, text) if again.head is None else (again, plain)

    def read_number(self, raw: str) -> Reading:
        """What a part number says: words in it, but no values and no misspelled words."""
        raw = own_name(raw[:LONGEST]) if "^" in raw else raw[:LONGEST]
        shape = shape_of(raw)
        said = self._numbers.find(shape)
        if said is not None:
            return said
        said = self._numbers.find_with_words(shape, raw)
        if said is None:
            text = self._numbers.normal(raw, shape)
            said = self._read_number(text)
            if "kv" not in text:
                self._numbers.keep(raw, raw, shape, text, said)
        return said

    def _read_number(self, text: str) -> Reading:
        reading = self._read(text, ())
        if reading.grades and self._is_grade(text):
            reading = reading._replace(states=reading.states | {WHOLE_GRADE})
        if "kv" not in text:
            return reading
        lists = self._scan.lists
        hints = figure_hints(text, lists.roles.any_motor, lists)
        return reading._replace(hints=reading.hints | hints)

    def _is_grade(self, text: str) -> bool:
        """Whether a normalised text is one grade and no more."""
        end, (length, word) = next(iter(self._scan.iter_long(text)))
        return word.kind == "grade" and end - length < 1 and end + 2 >= len(text)

    def _respelled(
        self, raw: str, text: str, reading: Reading, shares: tuple[tuple[str, float], ...]
    ) -> tuple[Reading, str]:
        """Reading and text with one misspelled word put right, where that names a thing."""
        spelling = self._spelling
        if spelling is None:
            return reading, text
        corrected = spelling.completed(raw, text)
        if corrected is None and (reading.head or not says_anything(reading)):
            corrected = spelling.corrected(text)
        if corrected is None:
            return reading, text
        plain, word = corrected
        again = self._read(plain, shares)
        if reading.is_other and again.is_other and not (reading.plain or reading.unnamed):
            return reading, text
        if again.plain or again.unnamed or (again.head is None and not says_anything(again)):
            return reading, text
        if again.is_other and reading.elements and reading.states:
            return reading, text  # a full stop behind "under argon" ends the line of a metal
        return again._replace(clear=False, read_as=word), plain

    def _sharpened(
        self, text: str, reading: Reading, shares: tuple[tuple[str, float], ...]
    ) -> tuple[Reading, str]:
        """Reading and text with one misspelled word put right, where that says of which kind a thing
        is that the text leaves open."""
        for plain, word in self._spelling.sharpened(text) if self._spelling else ():
            again = self._read(plain, shares)
            told = (again.hints - reading.hints) or set(again.elements) - set(reading.elements)
            if told or (again.head != reading.head and not again.is_other):
                return again._replace(clear=False, read_as=word), plain
        return reading, text

    def _read(self, text: str, shares: tuple[tuple[str, float], ...], raw: str = "") -> Reading:
        found = spoken(text, self._scan.iter_long(text), raw)
        kept = kept_gaps(raw, text, found)
        if kept is not None:
            text = normalise(kept)
            found = spoken(text, self._scan.iter_long(text), raw)
        if "-" in raw:
            found = outside_codes(found, raw, self._scan.lists)
        if "." in raw:
            found = uncut(found, raw, self._scan.lists)
        found = with_seconds(text, found, self._scan.lists.roles)
        found = without_types(text, found, self._scan.lists, raw)
        if not found:
            if not shares:
                return NOTHING
            return Reading(shares=shares, elements=tuple(symbol for symbol, _ in shares))
        key, doubtful = pattern_of(text, found, raw, shares, self._scan.lists)
        reading = self._known.get(key)
        if reading is None:
            reading = self._known[key] = Walk(text, raw, self._scan.lists).read(found, shares)
            if doubtful and reading.head is None:
                reading = self._known[key] = reading._replace(plain=True)
        return reading
