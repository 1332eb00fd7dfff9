"""Fields for a date and a time of day: typed in any short form, shown in the form of the language when left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.typed import read_date, read_time
from desktop.windows.buttons import draw_on
from desktop.windows.fields import TextField
from desktop.windows.look import follow, px, tokens

LOCALES = {"en": "en_GB", "lt": "lt_LT", "sr_Latn": "sr_Latn_RS", "sr_Cyrl": "sr_Cyrl_RS"}


class DateField(TextField):
    """A date. `today` comes from the world; `lean` says on which side a short form lies."""

    def __init__(self, name: str, title: str, today: Callable[[], date], *, lean: str = "past", **how: Any) -> None:
        self._today, self._lean = today, lean
        self._shown: date | None = None
        how.setdefault("signs", 13)
        super().__init__(name, title, read=self._parse, show=lambda value: chosen().day(value), **how)
        self._action = QAction(self)
        self._action.setShortcut("Alt+Down")
        self._action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._action.triggered.connect(self.open_calendar)
        self.edit.addAction(self._action)
        self._button = QToolButton(self.edit)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.setStyleSheet("border: none; background: transparent; padding: 0;")
        self._button.clicked.connect(self.open_calendar)
        self.edit.editingFinished.connect(self._settle)
        self._calendar: QCalendarWidget | None = None
        follow(self._dress_icon)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the date in the form of the language; say the calendar's name again."""
        super().retranslate()
        if hasattr(self, "_action"):
            self._action.setText(_(N_("Calendar")))
            self._button.setAccessibleName(_(N_("Calendar")))
            self._button.setToolTip(_(N_("Calendar")) + "  Alt+Down")
        if self._shown is not None:
            self.set_raw(chosen().day(self._shown))

    def set_value(self, value: Any) -> None:
        """Show a date."""
        super().set_value(value)
        self._shown = value

    def raw(self) -> str:
        """The date as YYYY-MM-DD if it can be read, so that a draft survives a switch of language; else as typed."""
        try:
            value = self.value()
        except Problem:
            return self.edit.text()
        return value.isoformat() if value else ""

    def set_raw(self, raw: Any) -> None:
        """Put a date back."""
        super().set_raw(raw)
        self._settle()

    def summary(self) -> str:
        """The date in the form of the language."""
        return self.edit.text()

    def open_calendar(self) -> None:
        """Choose from a calendar; typing stays the faster way."""
        self._calendar = calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAccessibleName(_(N_("Calendar")))
        calendar.setLocale(QLocale(LOCALES[chosen().locale]))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, QTextCharFormat())
        try:
            day = self.value() or self._today()
        except Problem:
            day = self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._chosen)
        calendar.clicked.connect(self._chosen)
        calendar.move(self.edit.mapToGlobal(QPoint(0, self.edit.height())))
        calendar.show()
        calendar.setFocus()

    def _chosen(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
            self._calendar.deleteLater()
            self._calendar = None
        self.set_value(date(day.year(), day.month(), day.day()))
        self.changed.emit()
        self.focus()

    def _parse(self, text: str) -> date:
        return read_date(text, self._today(), lean=self._lean)

    def _settle(self) -> None:
        try:
            self._shown = self.value()
        except Problem:
            self._shown = None
            return
        if self._shown is not None:
            self.edit.setText(chosen().day(self._shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the calendar's drawing at the right end of the field."""
        if event.type() == QEvent.Type.Resize and watched is self.edit:
            self._place_button()
        return super().eventFilter(watched, event)

    def _place_button(self) -> None:
        wide = px(26)
        self._button.setGeometry(self.edit.width() - wide - px(5), 0, wide, self.edit.height())

    def _dress_icon(self) -> None:
        draw_on(self._button, "calendar", tokens().muted)
        self.edit.setTextMargins(0, 0, px(24), 0)
        self._place_button()


class TimeField(TextField):
    """A time of day: `905` becomes 09:05."""

    def __init__(self, name: str, title: str, **how: Any) -> None:
        how.setdefault("signs", 6)
        super().__init__(name, title, read=read_time, show=lambda value: chosen().clock(value), **how)
        self.edit.editingFinished.connect(self._settle)

    def _settle(self) -> None:
        try:
            value: time | None = self.value()
        except Problem:
            return
        if value is not None:
            self.edit.setText(chosen().clock(value))
