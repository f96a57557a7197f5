"""The encoding of a text file that does not tell it: by its bytes, then by what its signs would be."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from desktop_app.intake.old_alphabets import likely_encoding
from desktop_app.intake.preflight import looks_utf16, wide_from
from desktop_app.paths import shipped

SAMPLE = 200_000
"""Bytes that are looked at."""

# Characters that lists of each encoding are full of; a wrong decoding yields rare ones.
_COMMON = {
    "gb18030": "的数量单价名称规格型号供应商物料编码电机磁钢不锈国产合计备注件台钢元器品序号厂家材料铁烧结传感轴承板",
    "big5": "的數量單價名稱規格型號供應商物料編號電機磁鋼不鏽國產合計備註件台廠品鐵燒結感測軸承馬達螺絲板圓形料",
    "cp932": "のをにはがとでるンスーリトルアイクレ品名数量単価番号備考型式個材質製",
    "cp949": "의수량단가품명규격재질자석모터이다는에부품번호기나라로리마비사서선소스시아어인일장전정제조지치크트형",
}


@dataclass(frozen=True)
class _National:
    """``narrow``: the encoding of its everyday characters alone, whose first bytes lie in ``usual``."""

    name: str
    narrow: str
    usual: tuple[range, ...]


_NATIONAL = (
    # GB 2312: signs, and the 3,755 characters of level 1.
    _National("gb18030", "gb2312", (range(0xA1, 0xA4), range(0xB0, 0xD8))),
    # Big5: signs, and the 5,401 frequent characters.
    _National("big5", "big5", (range(0xA1, 0xA4), range(0xA4, 0xC7))),
    # JIS X 0208: signs and kana, signs of NEC such as ①, and the 2,965 characters of level 1.
    _National("cp932", "cp932", (range(0x81, 0x85), range(0x87, 0x99))),
    # KS X 1001: signs, and the 2,350 syllables.
    _National("cp949", "euc_kr", (range(0xA1, 0xA4), range(0xB0, 0xC9))),
)
_ESCAPED = (
    (b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"),
)  # fmt: skip


def decode(raw: bytes) -> tuple[str, str, list[int]]:
    """The text, the encoding it was read with, and the lines that were in another one."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if raw.startswith(mark):
            if not _is_marked_wrongly(raw, name):
                return raw.decode(name, "replace"), name.replace("-sig", ""), []
            raw = raw.removeprefix(mark)
            break
    if begin := wide_from(raw):
        text, name, doubtful = decode(raw[:begin])
        wide = raw[begin:].removeprefix(b"\xff\xfe").decode("utf-16-le", "replace")
        return text + wide, name, [*doubtful, raw.count(b"\n", 0, begin) + 1]
    if looks_utf16(raw[:4000]):
        name = "utf-16-le" if raw[1:4000:2].count(0) > raw[0:4000:2].count(0) else "utf-16-be"
        return raw.decode(name, "replace"), name, []
    if b"\x1b$" in raw[:SAMPLE] and (escaped := _decode_escaped(raw)):
        return escaped
    try:
        return raw.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError:
        return _decode_mixed(raw) or (*_decode_national(raw), [])


def _is_marked_wrongly(raw: bytes, name: str) -> bool:
    """Whether the mark at the beginning is that of another encoding than the rest, as where a script put it
    before what it was given."""
    if name == "utf-8-sig":
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as broken:
            return broken.start < len(raw) - 4  # a sign cut off at the end is no other encoding
        return False
    return name == "utf-16" and raw[2:SAMPLE].isascii() and b"\0" not in raw[2:SAMPLE]


def _decode_escaped(raw: bytes) -> tuple[str, str, list[int]] | None:
    """Text that changes its character set by escape signs, as mail and old Japanese systems write it."""
    name = next((name for sign, name in _ESCAPED if sign in raw[:SAMPLE]), None)
    if name is None:
        return None
    try:
        return raw.decode(name), name, []
    except UnicodeDecodeError:
        return None


def _decode_mixed(raw: bytes) -> tuple[str, str, list[int]] | None:
    """UTF-8 with some lines of western European text, as files glued together are; else None."""
    texts: list[str] = []
    doubtful: list[int] = []
    accented = 0
    for number, line in enumerate(raw.split(b"\n"), start=1):
        try:
            texts.append(line.decode("utf-8"))
            accented += not line.isascii()
        except UnicodeDecodeError:
            texts.append(line.decode("cp1252", "replace"))
            doubtful.append(number)
    if accented < len(doubtful):
        return None
    return "\n".join(texts), "utf-8", doubtful


MOST_SINGLE = 0.92
"""Characters per high byte: accents of western text stand alone (1.0), national characters take two
bytes, of which the second may be a low one in Shift-JIS, Big5 and GB18030. Own judgement."""
FEWEST_USUAL = 0.6
"""Share of everyday characters from which on a national encoding is taken. Own judgement."""
COMMON_COUNTS = 1.0
"""How much the share of the characters that lists are full of adds to that. Own judgement."""
FEWEST_DISTINCT = 8
"""Different characters that show a national encoding where none is one that lists are full of. Own
judgement."""
WESTERN = 0.8
"""Share of letters of one European language from which on such a text is taken for one. Own judgement."""
MOST_BROKEN = 0.01
"""Share of signs that may be broken in a national encoding, as where pieces were cut out."""


def _decode_national(raw: bytes) -> tuple[str, str]:
    """The national encoding whose everyday characters the text shows; else a European one."""
    cut = raw.rfind(b"\n", 0, SAMPLE)
    sample = raw[: cut if cut > 0 else SAMPLE]
    best, name = FEWEST_USUAL, ""
    for national in () if _is_in_words(sample) else _NATIONAL:
        score = _fit(sample, national)
        if score > best:
            best, name = score, national.name
    name = name or likely_encoding(sample, _single_byte(sample))
    text = raw.decode(name, "replace")
    return unicodedata.normalize("NFC", text) if name in _TONES_APART else text, name


_TONES_APART = ("cp1258",)
"""Encodings that write a letter and the sign on it one behind the other."""


def _is_in_words(sample: bytes) -> bool:
    """Cyrillic words of one case: their capitals would be everyday characters of Chinese and Korean."""
    words = _ONE_CASE.findall(sample.decode("cp1251", "replace"))
    return sum(map(len, words)) >= IN_WORDS * sum(byte > 127 for byte in sample)


IN_WORDS = 0.8
"""Share of the signs beyond ASCII that stand in such words. Own judgement."""
_ONE_CASE = re.compile(r"(?<![А-ЯЁа-яё])(?:[А-ЯЁ]{3,}|[А-ЯЁ]?[а-яё]{2,})(?![А-ЯЁа-яё])")


def _fit(sample: bytes, national: _National) -> float:
    """How well the text looks in an encoding: the share of everyday characters, and of those of lists."""
    text = sample.decode(national.name, "replace")
    foreign = [c for c in text if ord(c) > 127]
    wide = [c for c in foreign if not "\uff61" <= c <= "\uff9f"]  # half-width kana take one byte
    high = sum(b > 127 for b in sample) - (len(foreign) - len(wide))
    if (
        not wide
        or text.count("\ufffd") > MOST_BROKEN * len(foreign)
        or len(wide) >= MOST_SINGLE * max(1, high)
    ):
        return 0.0
    common = sum(c in _COMMON[national.name] for c in wide)
    if not common and len(set(wide)) < FEWEST_DISTINCT and _is_european(sample):
        return 0.0  # two capitals side by side, as in DESCRIÇÃO, are a character of Chinese too
    usual = sum(_is_usual(c, national) for c in wide)
    return (usual + COMMON_COUNTS * common) / len(wide)


def _is_european(sample: bytes) -> bool:
    return any(_covered(sample.decode(name, "replace"), name) >= WESTERN for name in _EUROPEAN)


@cache
def _is_usual(sign: str, national: _National) -> bool:
    try:
        first = sign.encode(national.narrow)[0]
    except UnicodeEncodeError:
        return False
    return any(first in part for part in national.usual)


FEWEST_CYRILLIC = 0.6
"""Share of the high bytes that stand in runs of three or more; accents stand alone. Own judgement."""
COVERED, MUCH_BETTER = 0.95, 0.15
"""Share of the letters that must be those of one language; or so much more of them than of another: names of
foreign firms stand in a Polish list, too. Own judgement."""
POORLY = 0.5
"""Share of the letters below which a text is looked at in the encodings that are seldom. Own judgement."""
_CYRILLIC_RUN = re.compile(rb"[\xa8\xb8\xc0-\xff]{3,}")
_TURNED = re.compile(r"\b[а-яё][А-ЯЁ]{2,}\b")
_RIGHT = re.compile(r"\b[А-ЯЁа-яё][а-яё]{2,}\b")


def _single_byte(sample: bytes) -> str:
    """A Cyrillic encoding where most high bytes stand in words of them; else the first one in which all
    letters are those of one language, or western European."""
    high = sum(b > 127 for b in sample)
    if not high:
        return "cp1252"
    if sum(map(len, _CYRILLIC_RUN.findall(sample))) > FEWEST_CYRILLIC * high:
        return _cyrillic(sample)
    best, name = 0.0, "cp1252"
    for encoding in _EUROPEAN:
        covered = _covered(sample.decode(encoding, "replace"), encoding)
        is_plain = not best or covered >= COVERED or covered >= best + MUCH_BETTER
        if covered > best and is_plain:
            best, name = covered, encoding
    if best < POORLY:
        fits = (e for e in _SELDOM if _covered(sample.decode(e, "replace"), e) >= COVERED)
        name = next(fits, name)
    return name


def _cyrillic(sample: bytes) -> str:
    """KOI8-R read as cp1251 turns small letters into capitals and capitals into small ones."""
    right = {
        name: len(_RIGHT.findall(sample.decode(name, "replace"))) for name in ("cp1251", "koi8-r")
    }
    is_turned = bool(_TURNED.search(sample.decode("cp1251", "replace")))
    return "koi8-r" if is_turned and right["koi8-r"] > right["cp1251"] else "cp1251"


def _covered(text: str, encoding: str) -> float:
    """The largest share of the accented letters that one language of this encoding has. Signs that cannot
    stand inside a word count as letters that none has."""
    letters = [
        c for c in text if ord(c) > 127 and c not in _SIGNS and (c.isalpha() or c == "\ufffd")
    ]
    odd = len(_IN_A_WORD.findall(text))
    if not letters:
        return 0.0 if odd else 1.0
    known = (sum(c in alphabet for c in letters) for alphabet in _alphabets()[encoding])
    return max(known) / (len(letters) + odd)


_EUROPEAN = ("cp1252", "cp1250", "cp1254")
_SELDOM = ("cp850", "cp852")
"""Text of old programs under DOS; only what fits none of the others is taken for it."""
_SIGNS = "ªºµ"
"""Letters to a computer and signs to a reader: Nº, 3ª, 10 µm."""
_IN_A_WORD = re.compile(
    r"(?:(?<=[^\W\d_])[¹²³¼½¾¿¡¢£¤¥¦§¨©ª«¬®¯°±´µ¶·¸º»Ÿƒˆ˜†‡‰‹›™]+(?=[^\W\d_])|[œŒ](?![uiUI]))"
)


@cache
def _alphabets() -> dict[str, tuple[frozenset[str], ...]]:
    """The letters beyond a to z of the languages of each encoding, from ``letters_of_languages.csv``."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    with shipped("resources", "letters_of_languages.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            found[row["encoding"]] = (*found.get(row["encoding"], ()), frozenset(row["letters"]))
    return found
