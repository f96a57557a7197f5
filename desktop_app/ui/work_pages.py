"""Pages of the work itself: the law, applications, decisions. Also what the law badge says of records."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.model.findings import msg, nmsg
from desktop_app.model.inquiry import today_in_china
from desktop_app.ui.side_pages import SidePages
from desktop_app.ui.widgets import name, restyle

if TYPE_CHECKING:
    from desktop_app.ui.applications_page import ApplicationsPage
    from desktop_app.ui.legal_page import LegalPage
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.review_page import ReviewPage


class WorkPages(SidePages):
    """Made once the window is complete."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.legal: LegalPage | None = None
        self.applications: ApplicationsPage | None = None
        self.review: ReviewPage | None = None
        self._badge_needs_look = False
        self.session.law_arrived.connect(self._say_badge)
        window.projects.opened.connect(self._remind)
        window.parts.review_wanted.connect(self.show_review)
        window.risks.applications_wanted.connect(self.show_applications)
        self._say_badge()

    def show_law(self) -> None:
        """Every provision, and what was recorded of it."""
        if self.legal is None:
            from desktop_app.ui.legal_page import LegalPage

            self.legal = LegalPage(self.session, self.author)
            self.add(self.legal)
        self.show(self.legal, self.legal.refresh)

    def show_applications(self) -> None:
        """What was filed and what is held; of the part under the cursor, where there is one."""
        if self.applications is None:
            from desktop_app.ui.applications_page import ApplicationsPage

            self.applications = ApplicationsPage(self.session, self.author)
            self.add(self.applications)
        supplier, number = self._under_the_cursor()
        page = self.applications
        self.show(page, page.refresh)
        page.begin_new(supplier, number)

    def show_review(self) -> None:
        """What one answer settles for many parts."""
        if self.review is None:
            from desktop_app.ui.review_page import ReviewPage

            self.review = ReviewPage(self.session, self.author)
            self.review.law_wanted.connect(self._show_control)
            self.review.part_opened.connect(self.open_part)
            self.review.recorded_wanted.connect(self.window.above.kept_pages.show_recorded)
            self.add(self.review)
        self.show(self.review, self.review.refresh)

    def _show_control(self, key: str) -> None:
        self.show_law()
        if self.legal is not None:
            self.legal.wanted = key

    def _under_the_cursor(self) -> tuple[str, str]:
        """Supplier and number of the part that is chosen in the list on show."""
        window, result = self.window, self.session.result
        if result is None or window.stage not in ("risks", "parts"):
            return "", ""
        table = window.risks.table if window.stage == "risks" else window.parts.table
        part_id = table.view.chosen_part()
        if part_id is None:
            return "", ""
        parts = result.assessment.parts
        number = parts.value(part_id, "part_number") or parts.value(part_id, "mpn") or ""
        return str(parts.value(part_id, "supplier") or ""), str(number)

    def speak(self, language: str = "") -> None:
        """The badge as well."""
        super().speak(language)
        self._say_badge()

    def _say_badge(self, _law: object = None) -> None:
        """Below the day of the law: who recorded a status, or that one must be looked at again."""
        from desktop_app.ui.legal_lines import badge_words

        badge, recorded = self.window.question.badge, self.session.recorded
        found = None if recorded is None else badge_words(recorded.statuses, today_in_china())
        is_late = found is not None and found[1]
        if found is not None and self.session.edition is not None:
            self.window.question.show_law(self.session.edition)
            words = self.window.catalogue.say(found[0])
            law = badge.text().replace("\n", " · ")
            badge.setText(f"{law}\n{words}")
            name(badge, f"{badge.accessibleName()}, {words}", badge.toolTip())
        if self._badge_needs_look is not is_late:
            self._badge_needs_look = is_late
            badge.setProperty("late", is_late)
            restyle(badge)

    def _remind(self, _path: Path) -> None:
        """A project whose recorded statuses have grown too old says so when it is opened."""
        from desktop_app.project.legal_status import due

        recorded = self.session.recorded
        late = () if recorded is None else due(recorded.statuses, today_in_china())
        if late:
            self.window.strip.say(
                nmsg("{n} recorded legal status was to be looked at again; until then it counts as "
                     "unconfirmed.",
                     "{n} recorded legal statuses were to be looked at again; until then they count "
                     "as unconfirmed.", len(late)),
                kind="attention", action=msg("Look again"), act=self.show_law,
            )  # fmt: skip
