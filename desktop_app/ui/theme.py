"""Every colour of the window, once for light and once for dark, and what follows from them."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QGuiApplication, QPalette

if TYPE_CHECKING:
    from desktop_app.model.licence import Verdict

BASE_PX, SMALL_PX, LEAD_PX = 13, 12, 20
"""Sizes of text. Nothing on the screen is smaller than SMALL_PX."""


class Theme(NamedTuple):
    """Colours as ``#rrggbb``. ``soft`` is for what is said beside the point."""

    is_dark: bool
    window: str
    surface: str
    rail: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    soft: str
    accent: str
    on_accent: str
    hover: str
    selected: str
    needed: str
    not_verified: str
    suspended: str
    not_needed: str
    amber: str
    amber_back: str
    scenario_back: str
    error_back: str
    stock: str

    def verdict(self, verdict: "Verdict") -> str:
        """The colour of a verdict's mark and word."""
        return {
            "needed": self.needed,
            "not_verified": self.not_verified,
            "suspended": self.suspended,
            "not_needed": self.not_needed,
        }[verdict]


LIGHT = Theme(
    is_dark=False,
    window="#f6f7f8", surface="#ffffff", rail="#eceef0", sunken="#f0f2f4",
    line="#dfe3e7", line_strong="#c2c9d0", ink="#1b1d21", soft="#5b6168",
    accent="#0f5c6e", on_accent="#ffffff", hover="#eef3f5", selected="#dcebef",
    needed="#9b1c1c", not_verified="#1f4e79", suspended="#5b5b6b", not_needed="#5f6368",
    amber="#8a5a00", amber_back="#fdf3dd", scenario_back="#e6e9f6", error_back="#fbeaea",
    stock="#3d4654",
)  # fmt: skip
DARK = Theme(
    is_dark=True,
    window="#1a1c1f", surface="#212428", rail="#16181a", sunken="#1d2023",
    line="#33383d", line_strong="#4a5158", ink="#e7e9ec", soft="#a7adb4",
    accent="#7cc7d6", on_accent="#10262b", hover="#272c31", selected="#21414a",
    needed="#ff8a80", not_verified="#8ab4f8", suspended="#b8b8c8", not_needed="#9aa0a6",
    amber="#ffc552", amber_back="#352c18", scenario_back="#2a2e45", error_back="#3a2426",
    stock="#aab3bf",
)  # fmt: skip

CONTRAST = Theme(
    is_dark=True,
    window="#000000", surface="#000000", rail="#000000", sunken="#000000",
    line="#8c8c8c", line_strong="#ffffff", ink="#ffffff", soft="#e0e0e0",
    accent="#ffe14d", on_accent="#000000", hover="#262626", selected="#003357",
    needed="#ffb3ab", not_verified="#a8ccff", suspended="#d8d8e6", not_needed="#d5d9de",
    amber="#ffd27a", amber_back="#1f1600", scenario_back="#14143d", error_back="#330d0d",
    stock="#ffffff",
)  # fmt: skip
"""For eyes that need more: every text reaches 7 to 1, every edge 4.5 to 1."""
THEMES = (LIGHT, DARK, CONTRAST)
HALF = 128
"""Half of the lightness a colour can have."""

BACKGROUNDS = ("window", "surface", "rail", "sunken", "hover", "selected", "scenario_back")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, back) for back in BACKGROUNDS for text in ("ink", "soft")),
    *(
        (text, back)
        for back in ("window", "surface", "hover")
        for text in ("needed", "not_verified", "suspended", "not_needed", "accent", "amber")
    ),
    *((text, "selected") for text in ("needed", "not_verified", "suspended")),
    ("amber", "amber_back"), ("ink", "amber_back"), ("ink", "error_back"),
    ("needed", "error_back"), ("on_accent", "accent"), ("accent", "selected"), ("accent", "rail"),
    ("accent", "sunken"), ("accent", "scenario_back"),
)  # fmt: skip
"""(text, background) as they occur on the screen; each must reach a contrast of 4.5 to 1."""


def contrast(first: str, second: str) -> float:
    """Contrast of two colours by WCAG 2, 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def theme_now() -> Theme:
    """The theme of the application, for painting, so that nobody has to pass it around.

    Read from the application's palette: a widget's own is changed by the style sheet.
    """
    shown = QGuiApplication.palette().color(QPalette.ColorRole.Window).name()
    return next((theme for theme in THEMES if theme.window == shown), LIGHT)


def guessed_theme(choice: str, system: QPalette) -> Theme:
    """The theme of the first picture. ``choice`` is the user's; what the system wants is read from
    its palette, because its own word for it costs more time than the whole picture."""
    if choice == "contrast":
        return CONTRAST
    if choice == "system":
        return DARK if system.color(QPalette.ColorRole.Window).lightness() < HALF else LIGHT
    return DARK if choice == "dark" else LIGHT


def palette(theme: Theme) -> QPalette:
    """The palette of the application in one theme."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window, role.WindowText: theme.ink, role.Base: theme.surface,
        role.AlternateBase: theme.sunken, role.Text: theme.ink, role.Button: theme.surface,
        role.ButtonText: theme.ink, role.BrightText: theme.needed, role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.ink, role.Highlight: theme.selected,
        role.HighlightedText: theme.ink, role.Link: theme.accent, role.LinkVisited: theme.accent,
        role.PlaceholderText: theme.soft, role.Light: theme.surface, role.Midlight: theme.line,
        role.Mid: theme.line_strong, role.Dark: theme.line, role.Shadow: theme.line_strong,
        role.Accent: theme.accent,
    }  # fmt: skip
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.soft))
    return made
