"""Buttons: the filled one of the screen, outlined, soft and plain ones, each with its key shown on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPushButton

from desktop.language import _
from desktop.windows.look import BODY, MEDIUM, REGULAR, SEMIBOLD, follow, font, px, tokens

PRIMARY, SOFT, PLAIN, OUTLINED, DANGER = "primary", "soft", "plain", "outlined", "danger"
GAP = "\u2002\u2002"
KEYPAD, SHIFT_KEYPAD = "Ctrl+Keypad", "Ctrl+Shift+Keypad"
"""The small Enter, which Qt calls Enter too."""


KEYPAD_PRESSED = Qt.KeyboardModifier.KeypadModifier
ALSO = {"Ctrl+Enter": ("Ctrl+S", KEYPAD), "Ctrl+Shift+Enter": (SHIFT_KEYPAD,), "Ctrl+Z": ("Alt+Backspace",)}
"""What does the same as a key, wherever that stands on a button: both Enter keys, and what other programs use."""


class Button(QPushButton):
    """A button with a word, perhaps an icon, and the key that does the same; `kind` says how loud it is.

    `hears` is false where the frame listens to the key that the button shows.
    """

    def __init__(
        self,
        msgid: str = "",
        kind: str = OUTLINED,
        *,
        icon: str = "",
        key: str = "",
        also: tuple[str, ...] = (),
        hears: bool = True,
        do: Callable[[], object] | None = None,
        **values: object,
    ) -> None:
        super().__init__()
        self._hears = hears
        self._msgid, self._values, self._icon, self._key = msgid, values, icon, key
        self._kind, self._tone, self.do = kind, "", do
        self.clicked.connect(self._clicked)
        for other in sorted({*also, *ALSO.get(key, ())}):
            QShortcut(sequence(other), self, self._pushed)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow(self.dress)
        self.retranslate()

    @property
    def key(self) -> str:
        """The key shown on it, as written in English: `F6`, `Ctrl+Enter`."""
        return self._key

    def say(self, msgid: str, **values: object) -> None:
        """Give it another word."""
        self._msgid, self._values = msgid, values
        self.retranslate()

    def set_kind(self, kind: str) -> None:
        """Make it louder or quieter."""
        if kind == self._kind:
            return
        self._kind = kind
        self._wear()

    def set_tone(self, tone: str) -> None:
        """Show word and icon in the ink of that tone: amber and red say that something wants her."""
        if tone != self._tone:
            self._tone = tone
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
            self.dress()

    def retranslate(self) -> None:
        """Show word and key in the language of the screen, and listen to the key."""
        words = _(self._msgid, **self._values)
        self.setAccessibleName(words)
        shown = words.replace("&", "&&")
        self.setText(shown + GAP + self._key if self._key and shown else shown)
        if self._icon and not shown:
            self.setToolTip(words)
        if self._key and self._hears:
            self.setShortcut(sequence(self._key))

    def dress(self) -> None:
        """Take font and icon from the look in use."""
        kind = self.property("kind")
        weight = {PRIMARY: SEMIBOLD, SOFT: MEDIUM}.get(kind, REGULAR)
        self.setFont(font(BODY, weight))
        if self._icon:
            t = tokens()
            ink = {PRIMARY: t.on_accent, SOFT: t.accent_ink, PLAIN: t.accent, DANGER: t.red}.get(kind, t.text)
            draw_on(self, self._icon, getattr(t, self._tone) if self._tone else ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter pushes what has the caret, as Space does."""
        if is_enter(event):
            self._pushed()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language; the filled button beside a panel is outlined, for the panel has its own."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.EnabledChange:
            self._wear()
        super().changeEvent(event)

    def _wear(self) -> None:
        is_looked_at = not self.isEnabled() and not self.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
        kind = OUTLINED if self._kind in (PRIMARY, SOFT) and is_looked_at else self._kind
        if kind != self.property("kind"):
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self.dress()

    def _clicked(self) -> None:
        if self.do is not None:
            self.do()

    def _pushed(self) -> None:
        if self.isEnabled() and self.isVisible():
            self.click()


class DrawnButton(QAbstractButton):
    """A button that paints itself; Enter presses it too, as it does every other one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter pushes what has the caret, as Space does."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(QPushButton):
    """A square button with a drawing only (calendar, close, page turning): its word is read and shown as tooltip."""

    def __init__(
        self, msgid: str, icon: str, *, key: str = "", bare: bool = False, do: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self._msgid, self._icon, self._key, self.do = msgid, icon, key, do
        self.clicked.connect(self._clicked)
        self.setProperty("kind", PLAIN if bare else OUTLINED)
        self.setProperty("square", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow(self.dress)
        self.retranslate()

    def retranslate(self) -> None:
        """Say its word in the language of the screen."""
        words = _(self._msgid)
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {self._key}" if self._key else words)
        if self._key:
            self.setShortcut(sequence(self._key))

    def dress(self) -> None:
        """Take the drawing in the ink in use."""
        draw_on(self, self._icon, tokens().muted)
        self.setFixedSize(px(34), px(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter pushes what has the caret, as Space does."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _clicked(self) -> None:
        if self.do is not None:
            self.do()


def is_enter(event: QKeyEvent) -> bool:
    """Either Enter key, alone."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~KEYPAD_PRESSED


def sequence(key: str) -> str:
    """The key as Qt calls it; `Ctrl+Enter` means the large Enter, `PgDn` is what stands on the key."""
    return key.replace("Enter", "Return").replace("Keypad", "Enter").replace("PgDn", "PgDown")


def draw_on(button: QAbstractButton, name: str, ink: str) -> None:
    """Put the drawing of that name on a button, before its word if it has one."""
    from desktop.windows import qt_icons  # dear, and no button of the door has a drawing

    button.setIcon(qt_icons.icon(name, ink, 18))
    button.setIconSize(qt_icons.icon_size(18))
