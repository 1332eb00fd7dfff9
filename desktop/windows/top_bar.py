"""The bar over every screen: search, the state of the backups, who works and when it locks, and the new notice."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, chosen
from desktop.windows.banner import announce
from desktop.windows.buttons import PLAIN, SOFT, Button
from desktop.windows.card import Ground
from desktop.windows.labels import Label
from desktop.windows.language_button import LanguageButton
from desktop.windows.layouts import Column, Row
from desktop.windows.look import LABEL, SEMIBOLD, follow, font, px, tokens
from desktop.windows.search_field import SearchField


class Initials(QWidget):
    """The disc with the worker's initials."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = ""
        follow(self.dress)

    def put(self, name: str) -> None:
        """The worker's name."""
        self._letters = "".join(part[0] for part in name.split()[:2]).upper()
        self.update()

    def dress(self) -> None:
        """Take the look in use."""
        self.setFixedSize(px(30), px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc and letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent_soft))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(tokens().accent_ink))
        painter.setFont(font(LABEL, SEMIBOLD))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letters)
        painter.end()


class TopBar(Ground):
    """Search left; backup, worker and the new notice right."""

    new_notice = Signal()
    backup = Signal()
    names_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("surface", edge=Qt.Edge.BottomEdge, margins=(20, 9, 20, 10))
        self.search = SearchField()
        self.backup_sign = Button("", PLAIN, icon="disk", do=self.backup.emit)
        self.backup_below = Button("", PLAIN, icon="disk", do=self.backup.emit)
        self.backup_below.hide()
        self._is_late = False
        """Whether the last copy is so old that it is said in any window."""
        self.hidden_names = Button(N_("Names are hidden"), SOFT, icon="eye", do=self.names_wanted.emit)
        self.hidden_below = Button(N_("Names are hidden"), SOFT, icon="eye", do=self.names_wanted.emit)
        for button in (self.hidden_names, self.hidden_below):
            button.hide()
        self._is_narrow = self._is_tiny = self._are_hidden = False
        self.who, self.locks = Label("", "label"), Label("", "small")
        self.initials = Initials()
        self._new = Button(N_("New notice"), SOFT, icon="plus", key="F2", also=("Ctrl+N",), do=self.new_notice.emit)
        names = Column(gap=0)
        names.addWidget(self.who)
        names.addWidget(self.locks)
        self._people = QWidget()
        people = Row(self._people, gap=10)
        people.addLayout(names)
        people.addWidget(self.initials)
        row = Row(gap=16)
        row.addWidget(self.search, 2)
        row.addStretch(1)
        self.language = LanguageButton()
        for widget in (self.hidden_names, self.backup_sign, self.language, self._people, self._new):
            row.addWidget(widget)
        self.column.addLayout(row)
        self.locking = Label("", "label", ink="amber", wrap=True)
        self.locking.hide()
        self.column.addWidget(self.backup_below, 0, Qt.AlignmentFlag.AlignLeft)
        for below in (self.hidden_below, self.locking):
            self.column.addWidget(below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool, tiny: bool) -> None:
        """Leave out what there is no room for: the backup first, then the worker; one that is late goes below."""
        self._is_narrow, self._is_tiny = narrow, tiny
        self.backup_sign.setVisible(not narrow)
        self.backup_below.setVisible(narrow and self._is_late)
        self._people.setVisible(not tiny and not (narrow and self._are_hidden))
        self.hidden_names.setVisible(self._are_hidden and not tiny)
        self.hidden_below.setVisible(self._are_hidden and tiny)
        self.language.setVisible(not tiny)
        self.search.setMinimumWidth(px(90 if tiny else 160))

    def show_hidden(self, are_hidden: bool) -> None:
        """Say that codes stand for names; where there is little room, in place of the worker, or below."""
        self._are_hidden = are_hidden
        self.set_narrow(self._is_narrow, self._is_tiny)

    def warn_of_lock(self, seconds: int, minutes: int) -> None:
        """Say in a line of its own that it locks soon; 0 seconds: only after how many minutes it does."""
        self.locks.say(N_("Locks after {n} min."), n=minutes)
        if seconds:
            self.locking.say(N_("Locks in {n} s. Any key keeps it open."), n=seconds)
            if not self.locking.isVisible():
                announce(self, self.locking.text())
        self.locking.setVisible(seconds > 0)

    def set_backup(self, made: datetime | None, now: datetime) -> None:
        """When the last copy was made: amber after two days, red after seven (desk time)."""
        self._is_late = False
        if made is None:
            self.backup_sign.say(N_("No backup yet"))
            self.backup_sign.set_tone("amber")
            return
        said = f"{chosen().day_of_year(made.date(), now.date())} {chosen().clock(made)}"
        self.backup_sign.say(N_("Backup: {when}"), when=said)
        old = now - made
        self._is_late = old > timedelta(7)
        self.backup_sign.set_tone("red" if self._is_late else "amber" if old > timedelta(2) else "muted")
        self.backup_below.say(N_("Backup: {when}"), when=said)
        self.backup_below.set_tone("red")
        self.set_narrow(self._is_narrow, self._is_tiny)

    def set_worker(self, name: str) -> None:
        """Who works."""
        self.who.put(name)
        self.initials.put(name)
