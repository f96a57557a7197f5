"""One spelling for every text: what is compared is lower case, without accents and odd spaces.

Words are separated by two blanks and the text begins and ends with one, so that a word with its own
blank on either side is found whole and two neighbours do not share theirs.
"""

import re
import unicodedata

from desktop_app.language.han import simplified_characters
from desktop_app.language.usual_spellings import in_usual_spelling, loan_letters

_GAP = "  "
_PHRASE_MARKS = ";|()[]+&"
"""Marks that stay, beside the comma: they end a phrase, open an aside or join."""

_AS_SPACE = "-_/:\"'#*=~<>!?@$^`\\{}°®™©…•"


class Letters(dict[int, int | str]):
    """What letters are written as; it learns the others as themselves, since ``str.translate`` is
    slow for a letter that is missing."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


def _folds() -> dict[int, str]:
    """Letters with accents to plain ones, marks to blanks; Latin, Arabic and kana only."""
    folds: dict[int, str] = {}
    for code in range(0xC0, 0x250):
        plain = unicodedata.normalize("NFD", chr(code))[0]
        if plain.isascii():
            folds[code] = plain.lower()
    folds |= {ord(a): b for a, b in (("ø", "o"), ("æ", "ae"), ("œ", "oe"), ("ł", "l"), ("đ", "d"))}
    folds |= {
        ord("ı"): "i",
        0x307: "",
    }  # capitals tell "mıknatıs" from no "miknatis", and "İ" has a dot
    folds |= {ord(a): b for a, b in (("ي", "ی"), ("ك", "ک"), ("ى", "ی"), ("ة", "ه"))}
    folds |= dict.fromkeys(map(ord, "ー・\u200b\u200c\u200d\ufeff\u00ad"), "")
    folds |= dict.fromkeys(map(ord, "‐‑‒–—―−、。「」『』【】《》〈〉·，；：／｜～〜“”‘’«»"), " ")
    folds[ord("×")] = "x"
    folds[ord("μ")] = "u"
    folds |= simplified_characters()
    return folds | loan_letters()


_MARKS = {ord(mark): " " for mark in _AS_SPACE}
_ASCII = bytes(
    ord(" ") if chr(code) in _AS_SPACE else ord(chr(code).lower()) if code < 0x80 else code
    for code in range(0x100)
)
"""Lower case and marks as blanks in one step for the many texts that are plain ASCII."""
_LETTERS = Letters(_folds())
_LATIN = Letters(_LETTERS | _MARKS)
_PHRASE_MARK = re.compile(f"[{re.escape(_PHRASE_MARKS)}]")
_CON = re.compile(r"(?<![^\s,;(])c/ ?(?!bore|sunk|sink|steel|bohr)(?=[^\W\d_]{3})", re.IGNORECASE)
"""The Spanish, Portuguese and Italian "c/" of lists for "con", but no C/bore and no C/W."""
_PARA = re.compile(
    r"(?<![^\s,;(])p/ ?(?!board|clamp|coat|lock|plated|steel|supply)(?=[^\W\d_]{3})", re.IGNORECASE
)
"""Their "p/" for "para" or "per", but no P/coated and no P/supply of English lists."""


_SIN = re.compile(
    r"(?<![^\s,;(])s/ ?(?!dibujo|ens|ftp|less|muestra|norma|pedido|plan|stahl|steel|stp|utp)"
    r"(?=[^\W\d_]{4})",
    re.IGNORECASE,
)
"""And their "s/" for "sin", but no S/Steel, no s/ensemble and no s/plano ("after the drawing")."""


def _written_out(text: str) -> str:
    """The text with the words written out that lists shorten with a slash."""
    return _SIN.sub("sin ", _PARA.sub("para ", _CON.sub("con ", text)))


_STOP = re.compile(r"(?<!\d)\.|\.(?!\d)")
_COMMA = re.compile(r",(?!\d)|(?<!\d),|(?<=[a-z\d]o\d),")
"""A comma that parts words. Between figures it is decimal, M3,5, but not behind an oxide: "Y2O3,50ML"."""
_CJK = "\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_CJK_ANY = re.compile(f"[{_CJK}]")
_CJK_GAP = re.compile(rf"\s(?<=[{_CJK}]\s)\s*(?=[{_CJK}])")
_RUNS = re.compile(f"[{_CJK}]+|[^{_CJK}]+")


_usual = in_usual_spelling(_LATIN)
_TI, _CHI = "ティ", "チ"
"""One sound of loan words, マグネティック or マグネチック; "テイ" is another."""


def letters_of(raw: str) -> str:
    """A text as written, blanks and all, in the letters and spellings of a normalised one."""
    plain = unicodedata.normalize("NFKC", raw).casefold().replace(_TI, _CHI)
    return _usual(plain.translate(_LETTERS))


def folded(text: str) -> str:
    """The text so that two that agree but for the case of their letters, as ``re`` tells it, are alike."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").casefold().replace("ı", "i")


def normalise(text: str) -> str:
    """The text as compared: ``" word  word  ,  word "``; ``" "`` for a text without words."""
    if text.isascii():
        if text.isalnum():  # many words of the lists, and many part numbers
            return f" {text.lower()} "
        if text.replace(" ", "").isalnum():  # nearly all others of the lists
            return f" {_GAP.join(text.lower().split())} "
        if "/" in text:
            text = _written_out(text)
        if " - " in text or "!" in text:  # "RING!D20": old systems part name and size so
            text = text.replace(" - ", " ; ").replace("!", " ; ")
        plain = text.encode("ascii").translate(_ASCII).decode("ascii")
    else:
        plain = unicodedata.normalize("NFKC", text.replace("™", " ")).casefold()  # it would be "tm"
        plain = plain.replace(_TI, _CHI)
        if "/" in plain:
            plain = _written_out(plain)
        plain = plain.replace(" - ", " ; ").replace(" – ", " ; ").translate(_LATIN)
        if _CJK_ANY.search(plain):
            plain = _usual(_CJK_GAP.sub("", plain))
            plain = " ".join(_RUNS.findall(plain))
    if "." in plain:
        plain = _STOP.sub(" ", plain)
    if "," in plain:
        plain = _COMMA.sub(" , ", plain)
    if _PHRASE_MARK.search(plain):
        for mark in _PHRASE_MARKS:
            plain = plain.replace(mark, f" {mark} ")
    return f" {_GAP.join(plain.split())} "
