"""Sources as a report names them: names and published titles stay, our own words are in its language."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Argument, Message, msg
from desktop_app.register.figures import load_title_words

_SECOND_HAND = re.compile(
    r"(?P<source>.+?),? as (?P<how>quoted|printed|reported|repeated) by (?P<other>.+)", re.DOTALL
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})")


def cited(catalogue: Catalogue, title: str) -> str:
    """A title of the register of figures, such as "Crisil, June 2025, as printed by Business
    Standard", with its date, its "as printed by" and what describes it in the language of the
    catalogue."""
    own = _own_words().get(title)
    if own is not None:
        title = title.replace(own, catalogue.say(Message(own)))
    found = _SECOND_HAND.fullmatch(title)
    if found is None:
        return _dated(catalogue, title)
    source, other = (_dated(catalogue, found[name]) for name in ("source", "other"))
    return catalogue.say(_joined(found["how"], source, other))


@cache
def _own_words() -> Mapping[str, str]:
    return load_title_words()


def _joined(how: str, source: str, other: str) -> Message:
    if how == "quoted":
        return msg("{source}, as quoted by {other}", source=source, other=other)
    if how == "printed":
        return msg("{source}, as printed by {other}", source=source, other=other)
    if how == "reported":
        return msg("{source}, as reported by {other}", source=source, other=other)
    return msg("{source}, as repeated by {other}", source=source, other=other)


def _dated(catalogue: Catalogue, words: str) -> str:
    def said(found: re.Match[str]) -> str:
        month = _MONTHS.index(found["month"]) + 1
        if found["day"] is None:
            return catalogue.month(date(int(found["year"]), month, 1))
        try:
            return catalogue.date(date(int(found["year"]), month, int(found["day"])))
        except ValueError:  # a day that is none, such as 31 June, stays as it was written
            return found[0]

    return _DAY.sub(said, words)


def names_sources(argument: str) -> bool:
    """Whether an argument of a message holds titles, parted by semicolons where several."""
    return argument.endswith(("source", "sources"))


def with_cited(catalogue: Catalogue, note: Message) -> Message:
    """A message with its sources said that way; everything else stays."""
    args: Mapping[str, Argument] = {
        name: catalogue.grouped(cited(catalogue, title.strip()) for title in value.split(";"))
        if isinstance(value, str) and names_sources(name)
        else value
        for name, value in note.args
    }
    return Message(note.template, tuple(args.items()), note.plural)
