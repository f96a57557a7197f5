"""What one record changes: the answer now beside the one without it. Reckoned when it is asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.step_names import COMPARING

if TYPE_CHECKING:
    from desktop_app.model.progress import Report
    from desktop_app.project.recorded import Recorded
    from desktop_app.ui.compared import Compared
    from desktop_app.ui.session import Session


def ask_effect(session: "Session", without: "Recorded | None", done: Callable[[Any], None]) -> bool:
    """Answers the question once more without one record; ``done`` gets what the record changed.

    False where there is no answer of now to compare with.
    """
    reading, result, catalogue = session.reading, session.result, session.catalogue
    if reading is None or result is None or session.imported is None:
        return False
    now, inquiry, libraries = result.assessment, session.inquiry, session.libraries

    def work(report: "Report") -> Any:
        from desktop_app.ui.compared import compared

        library = libraries.of(inquiry)
        known = pipeline.recognise(reading, inquiry.on, library, report, recorded=without)
        other = pipeline.assess(
            reading, inquiry, library, report, recognised=known, recorded=without
        )
        return compared(other, now, catalogue)

    session.begin(COMPARING, work, done)
    return True


def effect_words(found: "Compared", catalogue: Catalogue) -> list[str]:
    """The sentence, then each group of parts: what they would be, what they are, and which."""
    words = [found.sentence]
    for group in found.groups:
        named = catalogue.listed((*(name for _, name in group.parts), group.more or ""))
        words.append(catalogue.text(
            "{count}: {after} instead of {before} ({parts})",
            count=group.count, after=group.after_words, before=group.before_words, parts=named,
        ))  # fmt: skip
    return [*words, *found.shifts]
