"""The forms that a term takes in lists: plurals and cases of single words and of whole phrases.

A phrase is parted at its links: "motor síncrono | de | imán permanente". In French, Spanish, Italian and
Portuguese the noun leads and what stands beside it agrees or does not (moteurs linéaires, moteurs
brushless); elsewhere it comes last, and German adjectives before it end by its case.
"""

import re
from typing import TYPE_CHECKING

from desktop_app.matching.normal import normalise
from desktop_app.matching.tongues import Tongues
from desktop_app.register.plurals import ENGLISH, Plurals

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Term

_LEAST_INFLECTED = 4
"""Shorter words are mostly abbreviations; they stand as they are."""
_GAP = "  "
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_ADJECTIVE = 5


def inflected(inner: str, term: "Term", tongues: Tongues) -> list[str]:
    """The other forms of a normalised term in its language."""
    if len(inner) < _LEAST_INFLECTED:
        return []
    forms: list[str] = []
    for language in tongues.of(term):
        of_it = tongues.rules.get(language, tongues.rules[ENGLISH])
        if of_it.head_first:
            words = inner.split(_GAP)
            forms += _head_first(words, of_it, hyphened="-" in term.text)
            one = [tongues.one_of(language, words[0]), *words[1:]]
            if one != words and term.kind != "hint":  # given in the plural
                every = [tongues.one_of(language, word) for word in words]
                forms += [_GAP.join(one), _GAP.join(every)]
        else:
            forms += _head_last(inner.split(_GAP), term.text, of_it)
    return [form for form in dict.fromkeys(forms) if form != inner]


def _head_first(words: list[str], rules: Plurals, *, hyphened: bool) -> list[str]:
    """The noun and what agrees with it in the plural, what it is of in both numbers. Of names with
    a hyphen also the end alone is: moto-réducteurs."""
    links = [i for i, word in enumerate(words[:-1]) if word in rules.links]
    first, last = (links[0], links[-1]) if links else (len(words), len(words))
    if not first:
        return []
    heads = _numbers(words[:first], rules, of_head=True)
    if hyphened and first > 1:
        heads += _numbers(words[:first], rules, of_head=False)[2:]
    between, of_it = words[first : last + 1], words[last + 1 :]
    tails = _numbers(of_it, rules, of_head=False) if of_it else [[]]
    return [_GAP.join([*head, *between, *tail]) for head in heads for tail in tails]


def _numbers(words: list[str], rules: Plurals, *, of_head: bool) -> list[list[str]]:
    """The words as they are, all in the plural, and only the noun, or only what ends them."""
    forms = [words]
    every = [rules.of(word)[:1] or (word,) for word in words]
    forms.append([form[0] for form in every])
    place = 0 if of_head else len(words) - 1
    forms += [[*words[:place], form, *words[place + 1 :]] for form in rules.of(words[place])]
    return [list(form) for form in dict.fromkeys(map(tuple, forms))]


def _head_last(words: list[str], text: str, rules: Plurals) -> list[str]:
    """The noun, which ends the phrase or stands before a link, with its endings, and the adjectives before it."""
    first = next((i for i, word in enumerate(words) if i and word in rules.links), len(words))
    place = first - 1
    nouns = [words[place], *rules.of(words[place])]
    if rules.adjectives and text.islower():  # no noun: the word itself goes with one
        endings = (*rules.adjectives, *rules.adjectives_of_one)
        nouns += [f"{words[place]}{ending}" for ending in endings if words[place][-1] != "e"]
    forms = [[*words[:place], noun, *words[first:]] for noun in nouns]
    if first < len(words) - 1:
        forms += [[*words[:-1], noun] for noun in rules.of(words[-1])]
    stems = _adjectives(words[:place], text, rules) if rules.adjectives else {}
    for ending in (*rules.adjectives, *rules.adjectives_of_one) if stems else ():
        before = [
            f"{stems[i]}{ending}" if i in stems else word for i, word in enumerate(words[:place])
        ]
        of_noun = nouns if ending in rules.adjectives else nouns[:1]
        forms += [[*before, noun, *words[first:]] for noun in of_noun]
    return [_GAP.join(form) for form in forms]


def _adjectives(words: list[str], text: str, rules: Plurals) -> dict[int, str]:
    """Place and stem of the words that are written small and end as an adjective does."""
    small = {normalise(word).strip() for word in _WORD.findall(text) if word[0].islower()}
    endings = sorted({*rules.adjectives, *rules.adjectives_of_one}, key=len, reverse=True)
    found = {}
    for place, word in enumerate(words):
        ending = next((ending for ending in endings if word.endswith(ending)), None)
        if ending and word in small and len(word) >= _LEAST_ADJECTIVE:
            found[place] = word.removesuffix(ending)
    return found
