"""The bundled fonts: which one draws which character, how wide text is, how it reads.

reportlab knows no fall-back, so every line is cut into runs of one font by what the fonts cover.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, TypeAlias

from desktop_app.language.catalogue import END_ISOLATE, ISOLATE
from desktop_app.paths import shipped, stand_somewhere

Run: TypeAlias = tuple[str, str]
"""(name of the registered font, text)."""

LATIN, CJK, ARABIC, HEBREW = "latin", "cjk", "arabic", "hebrew"
FILES = {
    (LATIN, False): ("LodestoneSans", "NotoSans-Regular.ttf"),
    (LATIN, True): ("LodestoneSans-Bold", "NotoSans-Bold.ttf"),
    (CJK, False): ("LodestoneCJK", "wqy-microhei.ttc"),
    (ARABIC, False): ("LodestoneArabic", "NotoSansArabic-Regular.ttf"),
    (ARABIC, True): ("LodestoneArabic-Bold", "NotoSansArabic-Bold.ttf"),
    (HEBREW, False): ("LodestoneHebrew", "NotoSansHebrew-Regular.ttf"),
    (HEBREW, True): ("LodestoneHebrew-Bold", "NotoSansHebrew-Bold.ttf"),
}
SOFT_HYPHEN = "\u00ad"
LEFT_TO_RIGHT = "\u200e"
"""Stands before a line of a text that runs from left to right and holds words that do not."""
_HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_JOINED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_GLYPH = re.compile(r"^(<[0-9A-F]{2}>) <([0-9A-F]{4,6})>$", re.MULTILINE)
"""A line of the table by which a file says which letter a glyph is."""
_RIGHT_TO_LEFT = re.compile(f"[{_HEBREW}{_ARABIC}]")
_ISOLATED = re.compile(f"{ISOLATE}([^\u2066-\u2069\u202a-\u202e]*){END_ISOLATE}")
"""A name set off by the catalogue; other marks of direction never reach the page."""
_FOLLOWER = "\u034f"
MARKS = str.maketrans("", "", ISOLATE + END_ISOLATE)
_IS_HEBREW, _IS_ARABIC = re.compile(f"[{_HEBREW}]"), re.compile(f"[{_ARABIC}]")
_INVISIBLE = re.compile("\u00ad(?!$)|[\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")
_BLANKS = re.compile("[^\\S\u00a0\u202f]+")
"""Every blank but the no-break ones, which hold a number and its unit together."""
_LATIN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u00ff]*")
_PLAIN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02af\u0370-\u03ff\u0400-\u04ff]*")


def is_latin(text: str) -> bool:
    """Whether a text is drawn as it stands, in one font and order: nearly every cell of a long list."""
    if text.isascii():
        return text.isprintable()
    return _LATIN.fullmatch(text) is not None


@cache
def _font_class() -> Any:
    """A font of reportlab that says of each glyph which letter it is, whatever form it is drawn in."""
    from reportlab.pdfbase.ttfonts import TTFont

    class SpokenFont(TTFont):  # type: ignore[misc]
        def addObjects(self, doc: Any) -> None:
            super().addObjects(doc)
            for name, found in doc.idToObject.items():
                if name.startswith("toUnicodeCMap:"):
                    found.content = _GLYPH.sub(_spoken, found.content)

    return SpokenFont


def _spoken(entry: re.Match[str]) -> str:
    """A glyph by its letter: joined forms of Arabic letters are for the eye only, and letters beyond the
    first plane are two units of UTF-16. Two letters drawn as one stay as they are: programs that turn
    words round would turn these too."""
    character = chr(int(entry[2], 16))
    letter = unicodedata.normalize("NFKC", character) if _JOINED.match(character) else character
    units = (letter if len(letter) == 1 else character).encode("utf-16-be").hex().upper()
    return f"{entry[1]} <{units}>"


@cache
def _font(family: str, bold: bool) -> Any:
    """The reportlab font, registered when first needed: a Latin report never opens the others."""
    stand_somewhere()  # reportlab asks where it is when it is loaded
    from reportlab.pdfbase import pdfmetrics

    name, file = FILES[family, bold]
    font = _font_class()(name, str(shipped("resources", "fonts", file)), subfontIndex=0)
    pdfmetrics.registerFont(font)
    return font


@cache
def _font_of(character: str, bold: bool) -> Any:
    """The font that draws a character; None where none of them has it."""
    if _IS_HEBREW.match(character):
        families = [(HEBREW, bold)]
    elif _IS_ARABIC.match(character):
        families = [(ARABIC, bold)]
    else:
        families = [(LATIN, bold), (CJK, False)]
    for family, heavy in families:
        font = _font(family, heavy)
        if ord(character) in font.face.charToGlyph:
            return font
    return None


def visible(text: str) -> str:
    """Text as it may be drawn: one line, no hidden direction changes, nothing that no font has.

    Line ends and tabs become blanks, joiners vanish, every other control character and every
    character without a glyph is written out, such as ``[U+202E]``. A soft hyphen at the very end
    stays: it is the hyphen of a word that goes on in the next line. So does a mark of direction
    at the very beginning.
    """
    if is_latin(text):  # not worth remembering
        return text
    return _made_visible(text)


@lru_cache(maxsize=16_384)
def _made_visible(text: str) -> str:
    if text.startswith(LEFT_TO_RIGHT):
        return LEFT_TO_RIGHT + visible(text.lstrip(LEFT_TO_RIGHT))
    if _PLAIN.fullmatch(text):
        return text
    flat = _BLANKS.sub(" ", unicodedata.normalize("NFC", _INVISIBLE.sub("", text))).strip()
    kept = {at for found in _ISOLATED.finditer(flat) for at in _ends(found)}
    return "".join(
        c if at in kept or _can_be_drawn(c) else f"[U+{ord(c):04X}]" for at, c in enumerate(flat)
    )


def _ends(found: re.Match[str]) -> tuple[int, ...]:
    """Where the marks around a name stand; none where nothing in it runs from right to left."""
    return (found.start(), found.end() - 1) if _RIGHT_TO_LEFT.search(found[1]) else ()


def balanced(lines: Sequence[str]) -> list[str]:
    """Lines of one text, each with the marks around a name that begins or ends in another line."""
    made, is_open = [], False
    for line in lines:
        whole = ISOLATE + line if is_open else line
        is_open = whole.count(ISOLATE) > whole.count(END_ISOLATE)
        made.append(_bare(whole + END_ISOLATE if is_open else whole))
    return made


def _bare(line: str) -> str:
    """Without marks around what needs none."""
    return _ISOLATED.sub(lambda f: f[0] if _RIGHT_TO_LEFT.search(f[1]) else f[1], line)


@cache
def _can_be_drawn(character: str) -> bool:
    if character == SOFT_HYPHEN:
        return True
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return False
    return _font_of(character, False) is not None


@lru_cache(maxsize=16_384)
def runs(text: str, bold: bool = False) -> tuple[Run, ...]:
    """One line in the order in which it is drawn, cut where the font changes."""
    if is_latin(text):
        return ((_font(LATIN, bold).fontName, text),)
    drawn = in_drawing_order(text)
    fonts = [_font_of(character, bold) or _font(LATIN, bold) for character in drawn]
    found: list[Run] = []
    for font, group in groupby(zip(fonts, drawn, strict=True), key=lambda pair: pair[0]):
        found.append((font.fontName, "".join(character for _, character in group)))
    return tuple(found)


def runs_left_to_right(text: str) -> bool:
    """Whether a text with words from right to left begins with one from left to right, or sets names
    off of which it is a list: every language of the reports runs from left to right."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    around = _ISOLATED.sub("", text)
    directions = (unicodedata.bidirectional(character) for character in around)
    holds_names = around != text and bool(around)
    return next((found == "L" for found in directions if found in ("L", "R", "AL")), holds_names)


def has_right_to_left(text: str) -> bool:
    """Whether any letter of it runs from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def in_drawing_order(text: str) -> str:
    """A visible line as it is drawn from left to right: joined forms, Arabic and Hebrew turned round."""
    plain = text.lstrip(LEFT_TO_RIGHT)
    if not has_right_to_left(plain):
        return plain.translate(MARKS)
    return _turned_round(plain, "L" if text.startswith(LEFT_TO_RIGHT) else None).translate(MARKS)


def _turned_round(text: str, base: str | None) -> str:
    """Joined forms and visual order; ``base``: direction of the whole text, None as it begins."""
    from arabic_reshaper import reshape
    from bidi import get_display
    from bidi.mirror import MIRRORED

    # get_display turns the order round but no brackets. A combining mark always has the direction of
    # the character before it: a mark that comes out in front shows that its bracket was turned.
    shaped = "".join(c + _FOLLOWER if c in MIRRORED else c for c in reshape(text))
    drawn = str(get_display(shaped, base_dir=base) if base else get_display(shaped))
    return _brackets().sub(lambda f: f[1] or MIRRORED[f[2]], drawn)


@cache
def _brackets() -> re.Pattern[str]:
    """A bracket before its mark, as written, or behind it, where a run from right to left turned it."""
    from bidi.mirror import MIRRORED

    bracket = f"([{re.escape(''.join(MIRRORED))}])"
    return re.compile(f"{bracket}{_FOLLOWER}|{_FOLLOWER}{bracket}")


@lru_cache(maxsize=32_768)
def _em_width(text: str, bold: bool) -> float:
    """Width at size 1."""
    try:
        return sum(map(_latin_widths(bold).__getitem__, text.encode("latin-1"))) / 1000
    except UnicodeEncodeError:
        total = 0.0
    for name, part in runs(text, bold):
        total += sum(map(_widths(name).__getitem__, part))
    return total / 1000


class _Widths(dict[str, float]):
    """Widths of the characters of a font in thousandths of its size, each looked up once."""

    def __init__(self, face: Any) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, character: str) -> float:
        wide = float(self.face.charWidths.get(ord(character), self.face.defaultWidth))
        return self.setdefault(character, wide)


@cache
def _widths(name: str) -> _Widths:
    from reportlab.pdfbase import pdfmetrics

    return _Widths(pdfmetrics.getFont(name).face)


@cache
def _latin_widths(bold: bool) -> list[float]:
    """By code: looked up faster than by character."""
    return [_widths(_font(LATIN, bold).fontName)[chr(code)] for code in range(256)]


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of one visible line in points."""
    return _em_width(text, bold) * size


def regular() -> str:
    """Name of the font a page begins with; registers it."""
    return str(_font(LATIN, False).fontName)


def has_no_bold(name: str) -> bool:
    """Whether bold text in this font must be thickened when it is drawn."""
    return name == FILES[CJK, False][0]
