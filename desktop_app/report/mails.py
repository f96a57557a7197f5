"""Short mails to the suppliers whose answers change most, in their language and in English.

They name parts and ask; they carry no verdict, no estimate and no other supplier.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Question, msg, nmsg
from desktop_app.report.asking import LICENCE, Requests, by_worth, lacks_licence, requests
from desktop_app.report.sections.questions import Asked
from desktop_app.report.settings import Settings, load_settings
from desktop_app.report.view import Scope, View

PARTS_NAMED, QUESTIONS_ASKED, LONGEST_NAME = 4, 3, 40
"""Parts per question, questions per mail and letters of a part's name, before words run out."""
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SCRIPTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u3400-\u9fff]"), "zh"),
)
"""Kana before ideographs: a Japanese name holds both."""


@dataclass(frozen=True, slots=True)
class Mail:
    """``texts``: language and text, the supplier's own language first, English always.

    ``parts``: ids of all parts that are asked about, also those the text does not name.
    """

    supplier: str
    subject: str
    texts: tuple[tuple[str, str], ...]
    parts: tuple[int, ...]

    @property
    def body(self) -> str:
        """Both texts below one another, as they are sent."""
        return self.signed("")

    def signed(self, sender: str) -> str:
        """The same with the sender's line below each greeting; without one as it is."""
        below = f"\n{sender}" if sender else ""
        return "\n\n---\n\n".join(f"{text}{below}" for _, text in self.texts)


def mails(assessment: Assessment, settings: Settings | None = None) -> list[Mail]:
    """A mail per supplier, at most as many as the settings allow, the most useful answer first."""
    known = settings or load_settings()
    views = _views(assessment, known)
    english = views("en")
    found = requests(english)
    chosen = by_worth(english, found)[: known.mails]
    languages = {worth.supplier: supplier_language(english, worth.supplier) for worth in chosen}
    return [_mail(views, found, worth.supplier, languages[worth.supplier]) for worth in chosen]


def mail_to(
    assessment: Assessment,
    supplier: str,
    language: str | None = None,
    settings: Settings | None = None,
) -> Mail | None:
    """The mail to one supplier; None where nothing is to be asked. ``language``: not English alone
    but this one too; the supplier's own, as far as it can be told, where none is given."""
    views = _views(assessment, settings or load_settings())
    english = views("en")
    found = requests(english)
    if supplier not in found:
        return None
    return _mail(views, found, supplier, language or supplier_language(english, supplier))


def reminder_to(
    assessment: Assessment,
    supplier: str,
    asked_on: date,
    settings: Settings | None = None,
) -> Mail | None:
    """The mail that asks a supplier again for what is still open; None where nothing is.

    ``asked_on``: the day on which it was asked.
    """
    views = _views(assessment, settings or load_settings())
    english = views("en")
    found = requests(english)
    if supplier not in found:
        return None
    return _mail(views, found, supplier, supplier_language(english, supplier), asked_on)


def mail_about(
    assessment: Assessment, part_id: int, settings: Settings | None = None
) -> Mail | None:
    """The mail about one part to its supplier, or its maker where none is named; None where neither
    can be asked anything. It says nothing of a sheet, for none goes with it."""
    views = _views(assessment, settings or load_settings())
    english = views("en")
    licence = assessment.licences[part_id]
    asked = [q for q in licence.questions if q.to in ("supplier", "maker")]
    asked += [LICENCE] if lacks_licence(licence) else []
    if not asked:
        return None
    supplier = english.supplier(part_id)
    language = supplier_language(english, supplier)
    languages = dict.fromkeys((language if language in LANGUAGES else "en", "en"))
    called = _called(english, part_id)
    subjects = dict.fromkeys(
        views(name).text("Question about {part}", part=called) for name in languages
    )
    texts = tuple((name, _about(views(name), called, asked)) for name in languages)
    return Mail(supplier, " / ".join(subjects), texts, (part_id,))


def _views(assessment: Assessment, settings: Settings) -> Callable[[str], View]:
    made: dict[str, View] = {}

    def view(language: str) -> View:
        if language not in made:
            made[language] = View(assessment, Catalogue(language), settings, Scope("supplier"))
        return made[language]

    return view


def language_of(assessment: Assessment, supplier: str, settings: Settings | None = None) -> str:
    """As ``supplier_language``, of an assessment."""
    return supplier_language(_views(assessment, settings or load_settings())("en"), supplier)


def supplier_language(view: View, supplier: str) -> str:
    """The language to write to a supplier in: by its country, the script or the form of its name.

    ``en`` where none of them tells. Japanese names are mostly of Chinese signs, so a Japanese form
    comes before the script.
    """
    settings = view.settings
    for part_id in view.parts_of(supplier):
        country = view.parts.value(part_id, "supplier_country")
        if country in settings.country_languages:
            return settings.country_languages[country]
    plain = unicodedata.normalize("NFKC", supplier)
    for form, language in settings.legal_forms.items():
        if not form.isascii() and unicodedata.normalize("NFKC", form) in plain:
            return language
    for script, language in _SCRIPTS:
        if script.search(supplier):
            return language
    return _by_legal_form(supplier, settings.legal_forms)


def _by_legal_form(supplier: str, forms: Mapping[str, str]) -> str:
    """By a form of Latin letters, which stands as words of its own: "GmbH", "S.A. de C.V."."""
    words = f" {' '.join(re.sub('[.,]', '', supplier).casefold().split())} "
    return next((lang for form, lang in forms.items() if f" {form.casefold()} " in words), "en")


def _mail(
    views: Callable[[str], View],
    found: Requests,
    supplier: str,
    language: str,
    since: date | None = None,
) -> Mail:
    asked = found[supplier]
    parts = tuple(dict.fromkeys(part_id for one in asked for part_id in one.parts))
    languages = dict.fromkeys((language if language in LANGUAGES else "en", "en"))
    subjects = dict.fromkeys(_subject(views(name), len(parts), since) for name in languages)
    subject = " / ".join(subjects)
    texts = tuple((name, _fitting(views(name), asked, len(parts), since)) for name in languages)
    return Mail(supplier, subject, texts, parts)


def _subject(view: View, parts: int, since: date | None) -> str:
    if since is not None:
        return view.say(
            nmsg(
                "Reminder: export control, question about {n} part you deliver",
                "Reminder: export control, questions about {n} parts you deliver",
                parts,
            )
        )
    return view.say(
        nmsg(
            "Export control: question about {n} part you deliver",
            "Export control: questions about {n} parts you deliver",
            parts,
        )
    )


def _fitting(view: View, asked: Sequence[Asked], parts: int, since: date | None) -> str:
    """The longest text within the limit of words: parts go unnamed before questions are left out."""
    for questions in range(min(QUESTIONS_ASKED, len(asked)), 0, -1):
        for named in range(PARTS_NAMED, 0, -1):
            text = _text(view, asked[:questions], len(asked), named, _opening(view, parts, since))
            if words_in(text) <= view.settings.mail_words:
                return text
    in_short, text = [_in_short(asked[0])], ""
    for named in range(PARTS_NAMED, -1, -1):
        text = _text(view, in_short, len(asked), named, _opening(view, parts, since))
        if words_in(text) <= view.settings.mail_words:
            break
    return text


def _in_short(asked: Asked) -> Asked:
    """A question that is longer than a mail may be: which it is stands in the sheet."""
    text = msg("Please send the data sheet, and answer our question in the attached sheet.")
    return Asked(replace(asked.question, text=text), asked.parts)


def _opening(view: View, parts: int, since: date | None) -> str:
    """Why we write: the first time, or again."""
    if since is not None:
        return view.say(
            nmsg(
                "On {day} we asked about {n} part you deliver. We still need your answer; China controls "
                "the export of certain rare earths:",
                "On {day} we asked about {n} parts you deliver. We still need your answer; China controls "
                "the export of certain rare earths:",
                parts,
                day=since,
            )
        )
    return view.say(
        nmsg(
            "China controls the export of certain rare earths. We need to know about {n} part you "
            "deliver:",
            "China controls the export of certain rare earths. We need to know about {n} parts you "
            "deliver:",
            parts,
        )
    )


def _text(view: View, shown: Sequence[Asked], questions: int, named: int, opening: str) -> str:
    """A mail about the first of so many questions, with so many parts named for each."""
    text = view.text
    lines = [text("Dear Sir or Madam,"), "", opening]
    for at, one in enumerate(shown, start=1):
        number = f"{at}. " if len(shown) > 1 else ""
        lines.append(f"{number}{view.say(one.question.text)}{_which(view, one.parts, named)}")
    more = questions > len(shown) or any(len(one.parts) > named for one in shown)
    if more:
        lines.append(text("All parts and questions are in the attached sheet."))
    return "\n".join((*lines, *_closing(view)))


def _closing(view: View) -> tuple[str, ...]:
    """Until when we ask for an answer, where the question is about today."""
    day = view.inquiry.on + timedelta(days=view.settings.answer_days)
    asked = (
        view.text("Please answer by {day}; 'not known' is an answer too.", day=day)
        if view.inquiry.on_assumed
        else view.text("'Not known' is an answer too.")
    )
    return "", asked, "", view.text("Kind regards")


def _about(view: View, called: str, asked: Sequence[Question]) -> str:
    """One part, then the questions about it, with numbers where there are several."""
    said = [view.say(question.text) for question in asked]
    listed = said if len(said) == 1 else [f"{at}. {words}" for at, words in enumerate(said, 1)]
    return "\n".join(
        (
            view.text("Dear Sir or Madam,"),
            "",
            _opening(view, 1, None),
            called,
            "",
            *listed,
            *_closing(view),
        )
    )


def _called(view: View, part_id: int) -> str:
    """Number and name of a part, as far as it has both."""
    cell = view.part(part_id)
    return ": ".join(short(words) for words in (cell.below, cell.text) if words)


def _which(view: View, part_ids: Sequence[int], named: int) -> str:
    if not named:
        return ""
    names = [
        short(view.part(part_id).below or view.part(part_id).text) for part_id in part_ids[:named]
    ]
    listed = view.catalogue.listed(names)
    rest = len(part_ids) - len(names)
    return f" ({view.text('{parts} and {n} more', parts=listed, n=rest) if rest else listed})"


def short(text: str) -> str:
    """A name in one line without hidden characters, cut where it is long."""
    kept = "".join(c for c in " ".join(text.split()) if unicodedata.category(c)[0] != "C")
    return kept if len(kept) <= LONGEST_NAME else kept[: LONGEST_NAME - 1] + "…"


def words_in(text: str) -> int:
    """Words of a text; two Chinese, Japanese or Korean characters count as a word."""
    characters = len(_IDEOGRAPH.findall(text))
    return len(_IDEOGRAPH.sub(" ", text).split()) + (characters + 1) // 2
