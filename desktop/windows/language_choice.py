"""The chooser of the screen's language: each by its own name, switched at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal

from desktop.language import N_, OWN_NAMES, _, chosen
from desktop.windows.choice import Combo


class LanguageChoice(Combo):
    """The four languages by their own names."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fill(own_names())
        self.retranslate()
        self.activated.connect(self._pick)

    def retranslate(self) -> None:
        """Say its name again, and show the language in use."""
        self.setAccessibleName(_(N_("Language")))
        self.choose(chosen().locale)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _pick(self) -> None:
        self.picked.emit(self.code())


def own_names() -> list[tuple[str, str]]:
    """Each language with its own name."""
    return [(locale, name[0].upper() + name[1:]) for locale, name in OWN_NAMES.items()]


def switch(settle: Callable[..., None], saved: Callable[..., None], locale: str) -> None:
    """Speak that language at once, and offer the way back; both as the desk does them, which the door does not know."""
    former = chosen().locale
    if locale != former:
        settle(language=locale)
        saved(N_("Applied."), lambda: settle(language=former))
