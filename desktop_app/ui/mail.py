"""A short mail to a supplier with the question that decides: in the supplier's language and English.

It names the part and asks; it carries no verdict, no probability and no other supplier.
"""

from collections.abc import Sequence

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import Message


def mail_text(part: str, questions: Sequence[Message], language: str) -> str:
    """Subject and text. An unknown language gives English alone."""
    languages = [language, "en"] if language in LANGUAGES and language != "en" else ["en"]
    catalogues = [Catalogue(name) for name in languages]
    subject = " / ".join(
        dict.fromkeys(c.text("Question about {part}", part=part) for c in catalogues)
    )
    texts = dict.fromkeys(_text(catalogue, part, questions) for catalogue in catalogues)
    return f"{subject}\n\n" + "\n\n---\n\n".join(texts) + "\n"


def _text(catalogue: Catalogue, part: str, questions: Sequence[Message]) -> str:
    text = catalogue.text
    asked = [catalogue.say(question) for question in questions]
    listed = asked if len(asked) == 1 else [f"{at}. {words}" for at, words in enumerate(asked, 1)]
    return "\n".join(
        (
            text("Dear Sir or Madam,"),
            "",
            text("for our export control check we need one piece of information about this part:"),
            part,
            "",
            *listed,
            "",
            text("Please answer with the document that says so, if there is one. Thank you."),
            "",
            text("Kind regards"),
        )
    )
