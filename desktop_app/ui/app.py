"""Starts the window: style, fonts, language, and what happens when something goes wrong."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.paths import data_home, shipped
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings, SettingsFile, default_file
from desktop_app.ui.theme import BASE_PX, guessed_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from desktop_app.project.recorded import Recorded
    from desktop_app.ui.instance import Instance

FONTS = {
    "Noto Sans": ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    "WenQuanYi Micro Hei": ("wqy-microhei.ttc",),
    "Noto Sans Arabic": ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    "Noto Sans Hebrew": ("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"),
}
"""Family and its files, in the order in which a letter is looked for."""
AT_ONCE = {"ja": 2, "ko": 2, "zh": 2}
"""How many families a language needs for its first paint; the others need one."""


def _with_sender(settings: SettingsFile, recorded: "Recorded | None") -> "Recorded | None":
    """What is recorded, with the sender of letters as the buyer where nobody named one."""
    sender = settings.now.sender.strip() or _house_sender()
    if not sender:
        return recorded
    from desktop_app.project.users import with_buyer

    return with_buyer(recorded, sender)


def _house_sender() -> str:
    """The sender of a house's own file; a mistake in that file is told where something is printed."""
    if not data_home().joinpath("templates", "house.yaml").exists():
        return ""
    from desktop_app.report.house_style import house_style

    try:
        return house_style().sender
    except CodedError:
        return ""


class Application(QApplication):
    """The application. Files the system hands over before the window exists wait for it."""

    def __init__(self, arguments: Sequence[str]) -> None:
        # As an argument: the call setStyle() would load every enumeration of QStyle first.
        super().__init__([*arguments, "-style", "Fusion"])
        gc.disable()
        self.window: MainWindow | None = None
        self.waiting: list[Path] = []
        self.meeting: Instance | None = None
        self._translator: QTranslator | None = None
        self.setApplicationName("Lodestone")
        self.setOrganizationName("Lodestone")
        self.setFont(bundled_font())
        self._fonts_loaded = 0

    def stands(self) -> None:
        """The window stands on the screen: what its first picture did without is loaded now.

        What was made so far lives as long as the program, so the collector never looks at it again;
        it was off meanwhile, for there was nothing to find.
        """
        from PySide6.QtGui import QIcon

        self.setWindowIcon(QIcon(str(shipped("resources", "icons", "lodestone.svg"))))
        self.load_fonts(len(FONTS))
        self._translate(QLocale())
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Opens files in the window, or keeps them until there is one."""
        if self.window is None:
            self.waiting += paths
        else:
            self.window.open_paths(paths)

    def take(self, window: MainWindow) -> None:
        """From now on files go to this window; those that waited for it are opened."""
        self.window = window
        waiting, self.waiting = self.waiting, []
        if waiting:
            window.open_paths(waiting)

    def event(self, event: QEvent) -> bool:
        """macOS hands files over as events, also before the window is there."""
        if event.type() == QEvent.Type.FileOpen:
            from PySide6.QtGui import QFileOpenEvent

            if isinstance(event, QFileOpenEvent) and event.file():
                self.open_paths([Path(event.file())])
                return True
        return super().event(event)

    def load_fonts(self, wanted: int) -> None:
        """Loads the first families of ``FONTS``, up to ``wanted`` of them, once each."""
        if wanted > self._fonts_loaded:
            load_fonts(self._fonts_loaded, wanted)
            self._fonts_loaded = wanted

    def speak(self, catalogue: Catalogue) -> None:
        """Letters, numbers and dates of the window's language; later also what Qt itself says."""
        self.load_fonts(AT_ONCE.get(catalogue.language, 1))
        locale = QLocale(catalogue.locale)
        QLocale.setDefault(locale)
        if self._translator is not None:
            self._translate(locale)

    def _translate(self, locale: QLocale) -> None:
        """Buttons of the system's dialogs; the first picture has none."""
        from PySide6.QtCore import QLibraryInfo, QTranslator

        if self._translator is not None:
            self.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(locale, "qtbase", "_", folder):
            self.installTranslator(self._translator)


def load_fonts(first: int, last: int | None = None) -> None:
    """Loads some of the families; the largest take time that the first paint does not have."""
    for files in list(FONTS.values())[first:last]:
        for file in files:
            QFontDatabase.addApplicationFont(str(shipped("resources", "fonts", file)))


def bundled_font() -> QFont:
    """The fonts that came with the program, so that no script is drawn as boxes on any system."""
    font = QFont()
    font.setFamilies(list(FONTS))
    font.setPixelSize(BASE_PX)
    return font


def system_language() -> str:
    """The language of the system where the program speaks it, else English."""
    code = QLocale.system().name().partition("_")[0]
    return code if code in LANGUAGES else "en"


def open_window(application: Application, settings: SettingsFile) -> MainWindow:
    """Makes the whole window and everything it works with; shows nothing yet."""
    window = _empty_window(application, settings)
    _furnish(application, window, whole=True)
    return window


def show_window(application: Application, settings: SettingsFile) -> MainWindow:
    """Puts the window on the screen with a drawn start page, and makes the rest after that."""
    from desktop_app.ui.first_picture import FirstPicture
    from desktop_app.ui.start_words import HEADLINE, INVITATION, PROMISE

    window = _empty_window(application, settings)
    say = window.catalogue.say
    words = (say(HEADLINE), say(PROMISE), say(INVITATION))
    theme = guessed_theme(settings.now.theme, application.palette())
    window.shown.connect(lambda: _furnish(application, window))
    window.show_first(FirstPicture(theme, words))
    return window


def _empty_window(application: Application, settings: SettingsFile) -> MainWindow:
    catalogue = Catalogue(settings.now.language)
    application.speak(catalogue)
    return MainWindow(settings, catalogue)


def _furnish(application: Application, window: MainWindow, *, whole: bool = False) -> None:
    """What the window works with, what stands in it, and what it does with files that wait;
    ``whole``: also the stages that are not on show, which otherwise follow the first paint."""
    from desktop_app.model.inquiry import Inquiry, today_in_china
    from desktop_app.ui.jobs import Jobs
    from desktop_app.ui.look import apply_look
    from desktop_app.ui.session import Session

    settings, now = window.settings, window.settings.now
    inquiry = Inquiry(on=today_in_china(), on_assumed=True)
    if now.destination:
        inquiry = Inquiry(inquiry.on, now.destination, on_assumed=True, destination_assumed=False)
    session = Session(Jobs(), window.catalogue, inquiry)
    session.with_users = lambda recorded: _with_sender(settings, recorded)

    def speak(language: str) -> None:
        settings.change(language=language)
        chosen = Catalogue(language)
        application.speak(chosen)
        window.speak(chosen)
        session.speak(chosen)
        window.load_countries()

    def dress(theme: str) -> None:
        settings.change(theme=theme)
        apply_look(application, theme)

    window.furnish(session)
    window.painted.connect(application.stands)
    window.painted.connect(window.load)
    window.language_wanted.connect(speak)
    window.theme_wanted.connect(dress)
    application.styleHints().colorSchemeChanged.connect(
        lambda _scheme: apply_look(application, settings.now.theme)
    )
    if whole:
        window.complete()
    # The style comes last: with it, every widget put into another would be dressed anew.
    apply_look(application, now.theme)
    application.take(window)


def catch_unexpected(window: MainWindow) -> None:
    """What nobody expected becomes a strip in the window; the program goes on."""

    def caught(
        _kind: type[BaseException], failure: BaseException, _where: TracebackType | None
    ) -> None:
        if isinstance(failure, KeyboardInterrupt):
            QApplication.quit()
            return
        import logging

        from desktop_app.ui.failures import failure_of

        logging.getLogger(__name__).error("unexpected", exc_info=failure)
        if window.is_furnished:
            window.strip.say_failure(failure_of(failure))
        else:  # an empty window that says nothing would be worse than none
            QApplication.exit(1)

    sys.excepthook = caught


def main(arguments: Sequence[str]) -> int:
    """Runs the window until it is closed; ``arguments`` are files to open.

    Where a window runs already, it opens them and this start ends at once.
    """
    from desktop_app.ui.no_display import said_plainly
    from desktop_app.ui.unsaved import keep_unsaved

    with said_plainly():
        application = Application([sys.argv[0] if sys.argv else "lodestone"])
    paths = [Path(name) for name in arguments]
    if paths and _others_open(paths):
        return 0
    language = system_language()
    defaults = Settings(language=language, report_language=language)
    application.open_paths(paths)
    window = show_window(application, SettingsFile(default_file(), defaults))
    window.painted.connect(lambda: meet_others(application))
    window.painted.connect(lambda: keep_unsaved(window))
    catch_unexpected(window)
    return application.exec()


def _others_open(paths: Sequence[Path]) -> bool:
    from desktop_app.ui.instance import hand_over, meeting_name

    return hand_over(paths, meeting_name())


def meet_others(application: Application, name: str = "") -> None:
    """From now on files given to another start open here, and this window comes to the front."""
    from desktop_app.ui.instance import Instance, meeting_name

    if application.meeting is not None:
        return

    def opens(paths: Sequence[Path]) -> None:
        application.open_paths(paths)
        window = application.window
        if window is not None:
            # The enumerations of this name space take a tenth of the start.
            from PySide6.QtCore import Qt

            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()

    application.meeting = Instance(name or meeting_name(), application)
    application.meeting.files_came.connect(opens)
    application.meeting.listen()
