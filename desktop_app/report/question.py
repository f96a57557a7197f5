"""The question a report answers, and the bands printed when it is not the plain one of today."""

from datetime import date

from desktop_app.assessment.licence.facts import CHINA
from desktop_app.model.findings import Message, msg
from desktop_app.model.words import END_USE_WORDS, SCENARIO_WORDS
from desktop_app.report.sentences import announcements
from desktop_app.report.view import View


def scenario_words(view: View) -> str:
    """The words for the scenario; what a scenario of a file calls itself, else its name."""
    words = SCENARIO_WORDS.get(view.inquiry.scenario)
    if words:
        return view.say(words)
    title = view.assessment.scenario_title
    return view.shipped(title) if title else view.inquiry.scenario


def asked(view: View) -> tuple[tuple[str, str, str], ...]:
    """(id, what is asked, what was assumed or declared) of the whole question."""
    inquiry, edition = view.inquiry, view.edition
    return (
        ("on", view.text("Leaves China on"),
         view.assumed(view.catalogue.date(inquiry.on), inquiry.on_assumed)),
        ("destination", view.text("Going to"),
         view.assumed(view.catalogue.country(inquiry.destination), inquiry.destination_assumed)),
        ("end_use", view.text("Used for"),
         view.assumed(view.say(END_USE_WORDS[inquiry.end_use]), inquiry.end_use_assumed)),
        ("scenario", view.text("Law"), scenario_words(view)),
        ("edition", view.text("Edition of the register"), edition.edition),
        ("reviewed", view.text("Law last read on"), view.catalogue.date(edition.reviewed_through)),
    )  # fmt: skip


def question_line(view: View, part_id: int | None = None) -> str:
    """The question in one line, for every page; of one part, whether that leaves China or not."""
    values = {name: value for name, _, value in asked(view)}
    if part_id is not None and not _leaves_china(view, part_id):
        return view.text(
            "Judged for {on} · going to {destination} · used for: {end_use} · law: {scenario}, "
            "edition {edition}, last read {reviewed}",
            **values,
        )
    return view.text(
        "Leaves China on {on} · going to {destination} · used for: {end_use} · law: {scenario}, "
        "edition {edition}, last read {reviewed}",
        **values,
    )


def _leaves_china(view: View, part_id: int) -> bool:
    """Whether a delivery of the part leaves China; of goods made there it is assumed. Of those from
    nobody knows where the page says no such thing."""
    sources = view.assessment.parts.sources.get(part_id, ())
    if len(sources) > 1:
        return any(
            s.country_of_origin == CHINA if s.leaves_china is None else s.leaves_china
            for s in sources
        )
    origin = view.assessment.origins[part_id]
    if origin.already_inside or origin.leaves_china is not None:
        return bool(origin.leaves_china) and not origin.already_inside
    return origin.country == CHINA


def bands(view: View) -> tuple[str, ...]:
    """What every page must warn of: another scenario, another day than today."""
    said = []
    if view.inquiry.scenario != "today":
        said.append(
            view.text("SCENARIO, not the law as known: {scenario}", scenario=scenario_words(view))
        )
    if not view.inquiry.on_assumed:
        said.append(view.text("Answered for goods that leave China on {day}", day=view.inquiry.on))
    return tuple(said)


def footer(view: View) -> Message:
    """The sentence of every page; the place ``page`` is filled in when the pages are known."""
    read, on = view.edition.reviewed_through, view.inquiry.on
    known: dict[str, int | date] = {"n": announcements(view), "day": read}
    if on <= read:
        return msg(
            "Screening, not legal advice. Checked against {n} announcements listed on page {page}; "
            "the law was last read on {day}.",
            **known,
        )
    if view.inquiry.on_assumed:
        return msg(
            "Screening, not legal advice. Checked against {n} announcements listed on page {page}; "
            "the law was last read on {day}, {days} days before this report.",
            **known,
            days=(on - read).days,
        )
    return msg(
        "Screening, not legal advice. Checked against {n} announcements listed on page {page}; the "
        "law was last read on {day}, {days} days before the day asked about.",
        **known,
        days=(on - read).days,
    )
