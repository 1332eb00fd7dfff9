"""The safe-contact strip: what the agreed rule says at this moment, before any number can be seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.records.person import MayCall, Person
from desktop.records.vocabulary import WEEKDAYS
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.masked import Masked

TONES = {
    MayCall.YES: "green",
    MayCall.NOT_NOW: "amber",
    MayCall.ASK_FIRST: "amber",
    MayCall.NO: "red",
    MayCall.UNKNOWN: "red",
}

MAY_SEE = (MayCall.YES, MayCall.ASK_FIRST)
LOOK_AGAIN = 10
"""Seconds after which the rule is asked again."""


def days_in_words(days: tuple[str, ...]) -> str:
    """The agreed days: working days by one word, others one by one."""
    if days == WEEKDAYS[:5]:
        return _("working days")
    if days == WEEKDAYS:
        return _("every day")
    return ", ".join(chosen().weekday(WEEKDAYS.index(day), short=True) for day in days)


def hours_in_words(person: Person) -> str:
    """The agreed hours: 9:00–12:00."""
    if person.safe_from is None or person.safe_to is None:
        return ""
    return f"{chosen().clock(person.safe_from)}\u2013{chosen().clock(person.safe_to)}"


class SafeStrip(Card):
    """Green, amber or red; the number is masked, and not there at all while nobody may call."""

    def __init__(
        self, *, asked: Callable[[], object], change: Callable[[], object], here: Callable[[], datetime]
    ) -> None:
        super().__init__(tone="red", margins=(16, 10, 12, 10), gap=4)
        self._asked, self._here = asked, here
        self._person: Person | None = None
        self._confirm_days = 0
        self._answer = MayCall.UNKNOWN
        self._clock = QTimer(self, interval=LOOK_AGAIN * 1000)
        self._clock.timeout.connect(self.look_again)
        self._clock.start()
        self._head = Label("", "strong", wrap=True)
        self._confirmed = Label("", "second")
        self._number = Masked(self._ask)
        self._when = Label("", "body")
        self._more = Label("", "second", wrap=True)
        self._drawing = Drawing("shield", "red", 20)
        change_button = Button(N_("Change…"), PLAIN, do=change)
        top, middle = Row(gap=8), Row(gap=12)
        top.addWidget(self._drawing)
        top.addWidget(self._head, 1)
        top.addWidget(self._confirmed)
        top.addWidget(change_button)
        self._middle = QWidget()
        self._middle.setLayout(middle)
        middle.addWidget(self._number)
        middle.addStretch(1)
        middle.addWidget(self._when)
        words = Column(gap=4)
        words.addWidget(self._middle)
        words.addWidget(self._more)
        self.column.addLayout(top)
        self.column.addLayout(words)

    def put(self, person: Person, now: datetime, confirm_days: int) -> MayCall:
        """Ask the rule of this person at this time and show its answer; returns it."""
        answer = person.may_call(now, confirm_days)
        self._person, self._confirm_days, self._answer = person, confirm_days, answer
        tone = TONES[answer]
        self.set_tone(tone)
        self._drawing.show_drawing("shield" if tone == "green" else "warn", tone)
        self._say_head(person, answer, now)
        may_see = answer in MAY_SEE
        self._number.put((person.safe_number or person.phone) if may_see else "")
        when = " ".join(part for part in (days_in_words(person.safe_days), hours_in_words(person)) if part)
        self._when.put(when if person.safe_allowed == "yes" else "")
        self._middle.setVisible(may_see or bool(self._when.text()))
        self._more.put("\n".join(self._rules(person)))
        self._more.setVisible(bool(self._more.text()))
        confirmed = person.safe_confirmed_on if person.safe_allowed == "yes" else None
        self._confirmed.setVisible(confirmed is not None)
        if confirmed is not None:
            self._confirmed.say(N_("Confirmed: {date}"), date=chosen().day_of_year(confirmed, now.date()))
        return answer

    def look_again(self) -> None:
        """Ask the rule anew: an agreed hour ends while the page stays open."""
        if self._person is not None:
            now = self._here()
            if self._person.may_call(now, self._confirm_days) is not self._answer:
                self.put(self._person, now, self._confirm_days)

    def _ask(self) -> None:
        """Before the number is shown: it may have become too late since the strip was painted."""
        self.look_again()
        if self._answer in MAY_SEE:
            self._asked()

    def _say_head(self, person: Person, answer: MayCall, now: datetime) -> None:
        if answer is MayCall.YES:
            self._head.say(N_("You may call now."))
        elif answer is MayCall.NOT_NOW:
            opens = person.next_allowed(now)
            self._head.say(N_("Not now. Next time: {when}"), when=chosen().near(opens, now) if opens else "\u2013")
        elif answer is MayCall.ASK_FIRST:
            self._head.say(N_("Ask first whether this way is still safe."))
        elif answer is MayCall.NO:
            self._head.say(N_("Do not call: she asked not to be contacted."))
        else:
            self._head.say(N_("Do not call: it is not known when it is safe."))

    @staticmethod
    def _rules(person: Person) -> list[str]:
        if person.safe_allowed != "yes":
            return []
        rules = [] if person.safe_voicemail else [_("Do not leave a voice message.")]
        if person.safe_who:
            rules.append(_("May answer: {who}", who=person.safe_who))
        if person.safe_say:
            rules.append(_("If someone else answers, we are: {say}", say=person.safe_say))
        else:
            rules.append(_("If someone else answers, do not say where you call from."))
        return rules
