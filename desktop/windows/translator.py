"""Qt's own words (OK, Cancel, file dialog, calendar) in our four languages, and the switch while the program runs.

Qt ships no Lithuanian and no Serbian. Its words lie in the gettext catalogue `qt`, with Qt's context as msgctxt.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop import language

QT_LOCALES = {"en": "en_GB", "lt": "lt_LT", "sr_Latn": "sr_Latn_RS", "sr_Cyrl": "sr_Cyrl_RS"}


class Translator(QTranslator):
    """Asks the catalogue; what it does not know stays English (an empty answer would blank the text)."""

    def __init__(self, locale: str) -> None:
        super().__init__()
        self._language = language.Language(locale)

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Qt's text in the language, or None."""
        return self._language.qt(context, source_text)

    def isEmpty(self) -> bool:
        """Never, else Qt would not install it."""
        return False


_installed: list[Translator] = []


def speak(locale: str) -> None:
    """Make this the language of the screen: every window is sent `LanguageChange` and says its words again."""
    language.choose(locale)
    QLocale.setDefault(QLocale(QT_LOCALES[locale]))
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    _installed.append(Translator(locale))
    QCoreApplication.installTranslator(_installed[0])
