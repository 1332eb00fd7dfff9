"""The card of one call: what is allowed and until when, how it went by one digit, and when again.

It is the form of a contact attempt in the shape of a card, so both keep the same drafts and ask the same questions.
While nobody may call it asks nothing and shows no number; it says where the reasons stand.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.records.person import MayCall
from desktop.windows.attempt import AttemptPage, is_digit
from desktop.windows.beside import foot_of
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.form import Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, line, scrolled
from desktop.windows.look import px
from desktop.windows.stop_card import StopCard
from desktop.windows.stop_reasons import STOPS


class CallCard(AttemptPage):
    """The chosen call at the right of the list."""

    done = Signal()
    """An attempt was kept: on to the next."""
    stopped = Signal()
    """She wants to know why nobody calls, and what can be done."""
    SAVE = N_("Save and next")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.stop.deleteLater()
        self.stop = StopCard(understood=lambda: None, record=lambda: None, go_on=lambda: None)
        self.stop.setParent(self)
        self.stop.hide()

    def groups(self) -> list[Group]:
        """How it went, then what follows; when and how it was tried stands already."""
        how, helped, whom, when, outside, note, again = super().groups()[0].rows
        return [Group("", [how, helped, outside, note, again]), Group(N_("When and how"), [whom, when], folds=True)]

    def show_record(self, about: UUID | Any | None) -> None:
        """The call of this notice, from its top: whom, and by which rule.

        The list asks that rule once this call is opened: whoever only comes past a half-typed one is not stopped.
        """
        with QSignalBlocker(self):
            super().show_record(about)
        self._area.verticalScrollBar().setValue(0)

    def is_stopped(self) -> bool:
        """Whether the rule says that nobody calls now."""
        person = self.person()
        days = self.desk.centre.profile_log.profile().safe_contact_days
        answer = person.may_call(self.desk.centre.world.here(), days) if person else MayCall.YES
        return answer in STOPS and not self.goes_on

    def look_again(self) -> None:
        """Ask the rule anew: the clock went on."""
        self.strip.look_again()
        self._fit()

    def go_on(self) -> None:
        """She has a reason: ask it."""
        self.goes_on = True
        self._fit()
        self.how.focus()

    def first(self) -> QWidget:
        """The outcome, or the way to what can be done."""
        return self.why if self.is_stopped() else self.how.chips.chips()[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers how it went; where nobody may call there is nothing to answer, and it says why."""
        if is_digit(event) and self.is_stopped():
            self.stopped.emit()
        else:
            super().keyPressEvent(event)

    def save(self) -> bool:
        """Save and go on to the next; False while something is wrong."""
        if self.is_stopped() or not self.store():
            return False
        self.form.forget()
        self.desk.drop_draft(self.NAME, self.draft_key())
        self.desk.kept()
        self.done.emit()
        return True

    def _stop(self, wanted: bool) -> None:
        """The stop covers the whole window, not this card."""
        self.stop.hide()
        if wanted and self.is_other_way():
            self.stopped.emit()

    def buttons(self) -> tuple[Button, ...]:
        """A safe way is agreed while she is on the telephone, and help is given there."""
        way = Button(N_("Safe way"), OUTLINED, icon="shield", key="F6", do=lambda: self._go("safe"))
        helped = Button(N_("Assistance"), OUTLINED, icon="lifebuoy", key="F7", do=lambda: self._go("assistance_entry"))
        return (way, helped, *super().buttons())

    def _fit(self) -> None:
        if self.sheet is not None:
            super()._fit()
        stopped = self.is_stopped()
        for widget in (self.form, self.form.foot, self.save_button):
            widget.setVisible(not stopped)
        self.why.setVisible(stopped)
        self.save_button.setEnabled(not stopped and self.sheet is not None)

    def _build(self) -> None:
        self.why = Button(N_("Why, and what can be done"), OUTLINED, icon="stop", do=self.stopped.emit)
        self.known, body = QWidget(), QWidget()
        known = Column(self.known, gap=12)
        title = Column(gap=3)
        title.addWidget(self._who)
        title.addWidget(self._about)
        known.addLayout(title)
        known.addWidget(self.strip)
        inner = Column(body, gap=12, margins=(18, 16, 18, 12))
        extra = self.extra()
        for widget in (self.known, self.banner, self.why, self.form, extra):
            inner.addWidget(widget)
        inner.addWidget(Label(N_("Time line"), "card"))
        inner.addWidget(self._line)
        inner.addStretch(1)
        self.foot = foot_of((self.form.foot,), self.buttons())
        card = Card(margins=1, gap=0)
        self._area = scrolled(body)
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._area.setMinimumHeight(px(260))
        card.column.addWidget(self._area, 1)
        card.column.addWidget(line())
        card.column.addWidget(self.foot)
        self.page = card
        self.whole = Column(self, gap=0)
        self.whole.addWidget(card)
        self.setAccessibleName(_("Call"))
