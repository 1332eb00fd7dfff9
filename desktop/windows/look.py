"""How everything looks: the scheme in use, the sizes of type and space, the palette and the application's font.

Every size on screen goes through `px` and every font through `font`, so that text size 100 to 200 % changes all of it
at once while the program runs. It knows nothing of what is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.places import res
from desktop.windows.style_sheet import style_sheet
from desktop.windows.tokens import DARK, LIGHT, READABLE, Tokens, contrast

FAMILY = "Source Sans 3"
BASE_POINTS = 10.5
DISPLAY, TITLE, NAME, CARD_TITLE, BODY, LABEL, SECOND, RAIL, SMALL = 1.75, 1.5, 1.4, 1.12, 1.0, 0.92, 0.88, 0.86, 0.82
"""Type sizes as factors of the application font."""
REGULAR, MEDIUM, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
SCHEMES = ("system", "light", "dark")
CONTRAST = "contrast"
"""The scheme that the system asks for, whatever was chosen."""


class Look(QObject):
    """The look in use; `changed` is sent when scheme or text size became another one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.scheme = "system"
        self.percent = 100
        self._line_height = 20
        self._points = BASE_POINTS
        self._family = self._sheet = ""
        self._fonts: dict[tuple[str, float, QFont.Weight], QFont] = {}
        """Those in use: every word that is painted asks for one."""

    def apply(self, scheme: str, percent: int) -> None:
        """Dress the whole application: scheme `light`, `dark`, `system` or `contrast`; text size 100 to 200 per cent.

        Where the system asks for high contrast it has that, whatever was chosen: its own few colours, and outlines.
        """
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.scheme, self.percent = scheme, max(100, min(200, percent))
        self._family = self._family or _load_fonts() or app.font().family()
        self._points = BASE_POINTS * self.percent / 100
        font = self.font()
        self._line_height = QFontMetrics(font).height()
        high = scheme == CONTRAST or _high_contrast(app)
        app.setFont(font)
        if high:
            app.setPalette(system_palette())
            self.tokens = of_palette(app.palette())
        else:
            self.tokens = DARK if self._is_dark(app) else LIGHT
            app.setPalette(palette(self.tokens))
        self._sheet = style_sheet(self.tokens, self.px)
        for window in app.topLevelWidgets():
            if window.parentWidget() is None and window.styleSheet():
                self.dress(window)
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Dress a window that stands by itself, with all that lies in it and opens over it, now and at every change.

        Were the whole application dressed, Qt would dress each part of a page anew whenever it is laid into another.
        """
        window.setStyleSheet(self._sheet)

    def px(self, n: float) -> int:
        """So many pixels at text size 100 %, as they are now."""
        return round(n * self._line_height / 20)

    def font(self, factor: float = BODY, weight: QFont.Weight = REGULAR) -> QFont:
        """The application's font, so many times as large, in one of three weights, with figures of one width."""
        wanted = self._family, self._points * factor, weight
        if wanted not in self._fonts:
            font = QFont(self._family)
            font.setPointSizeF(self._points * factor)
            font.setWeight(weight)
            font.setFeature(QFont.Tag.fromString("tnum") or QFont.Tag(), 1)
            self._fonts[wanted] = font
        return self._fonts[wanted]

    def _is_dark(self, app: QApplication) -> bool:
        if self.scheme == "system":
            return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.scheme == "dark"


_look: list[Look] = []


def look() -> Look:
    """The one look of this process."""
    if not _look:
        _look.append(Look())
    return _look[0]


def tokens() -> Tokens:
    """The colours in use."""
    return look().tokens


def px(n: float) -> int:
    """So many pixels at text size 100 %, as they are now."""
    return look().px(n)


def font(factor: float = BODY, weight: QFont.Weight = REGULAR) -> QFont:
    """The application's font, so many times as large."""
    return look().font(factor, weight)


def colour(name: str) -> QColor:
    """The colour of that token."""
    return QColor(getattr(look().tokens, name))


def follow(dress: Callable[[], None]) -> None:
    """Call a widget's own method now and whenever the look changes."""
    look().changed.connect(dress)
    dress()


def palette(t: Tokens) -> QPalette:
    """The palette that Fusion paints with."""
    p = QPalette()
    role = QPalette.ColorRole
    for which, name in (
        (role.Window, t.window), (role.WindowText, t.text), (role.Base, t.surface), (role.AlternateBase, t.sunken),
        (role.Text, t.text), (role.Button, t.surface), (role.ButtonText, t.text), (role.BrightText, t.red),
        (role.Highlight, t.accent_soft), (role.HighlightedText, t.text), (role.PlaceholderText, t.muted),
        (role.Link, t.accent), (role.LinkVisited, t.accent), (role.Accent, t.accent),
        (role.ToolTipBase, t.surface), (role.ToolTipText, t.text),
        (role.Light, t.surface), (role.Midlight, t.line), (role.Mid, t.line), (role.Dark, t.field),
    ):  # fmt: skip
        p.setColor(which, QColor(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        p.setColor(QPalette.ColorGroup.Disabled, which, QColor(t.muted))
    return p


def _load_fonts() -> str:
    """Load the weights a screen uses; the family's name, or nothing when they are not there."""
    found = False
    for weight in ("Regular", "Medium", "SemiBold"):
        file = res("resources", "fonts", f"SourceSans3-{weight}.ttf")
        found = QFontDatabase.addApplicationFont(str(file)) >= 0 or found
    return FAMILY if found and FAMILY in QFontDatabase.families() else ""


def system_palette() -> QPalette:
    """What the system itself paints with: given back to the application, an empty one stands for it."""
    return QPalette()


def _high_contrast(app: QApplication) -> bool:
    hints = app.styleHints()  # held: what it gives dies with it
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def of_palette(p: QPalette) -> Tokens:
    """The system's own few colours in place of ours: outlines and words; no soft ground, no ink but the text's.

    What the system marks with is taken for the accent where it can be read on its grounds, else the text's ink is.
    """
    window, base, text = p.window().color().name(), p.base().color().name(), p.text().color().name()
    accent, on_accent = p.highlight().color().name(), p.highlightedText().color().name()
    if min(contrast(accent, ground) for ground in (window, base, on_accent)) < READABLE:
        accent, on_accent = text, base
    return Tokens(
        window=window, surface=base, sunken=window, line=text, field=text, text=text, muted=text,
        accent=accent, on_accent=on_accent, accent_soft=base, accent_ink=text,
        red=text, red_soft=base, amber=text, amber_soft=base, green=text, green_soft=base,
        blue=text, blue_soft=base, grey=text, grey_soft=base, mark=accent, mark_text=on_accent,
    )  # fmt: skip
