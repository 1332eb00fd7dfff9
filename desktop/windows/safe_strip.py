"""The safe-contact strip: what the agreed rule says at this moment, before any number can be seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.records.contact_way import address_of, way_of
from desktop.records.person import MayCall, Person
from desktop.records.vocabulary import WEEKDAYS
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.facts_grid import FactsGrid
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, still
from desktop.windows.masked import Masked

TONES = {
    MayCall.YES: "green",
    MayCall.NOT_NOW: "amber",
    MayCall.ASK_FIRST: "amber",
    MayCall.NO: "red",
    MayCall.UNKNOWN: "red",
}

MAY_SEE = (MayCall.YES, MayCall.ASK_FIRST)
CHANGE = N_("Change…")
WAYS_ON = dict.fromkeys((MayCall.YES, MayCall.NOT_NOW, MayCall.ASK_FIRST), N_("Confirm or change…"))
WAYS_ON[MayCall.UNKNOWN] = N_("Record a safe way")
"""What the strip's button offers, by what the rule says."""
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
        self,
        *,
        asked: Callable[[UUID], object],
        change: Callable[[], object],
        here: Callable[[], datetime],
        say_way: Callable[[str], str] = str,
    ) -> None:
        """`asked`: the number of that person is about to be shown."""
        super().__init__(tone="red", margins=(16, 10, 12, 10), gap=4)
        self._asked, self._here, self._say_way = asked, here, say_way
        self._person: Person | None = None
        self._confirm_days = 0
        self._answer = MayCall.UNKNOWN
        self._clock = QTimer(self, interval=LOOK_AGAIN * 1000)
        self._clock.timeout.connect(self.look_again)
        self._clock.start()
        self._head, self._until = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self._number = Masked(self._ask, self.look_again)
        self._drawing = Drawing("shield", "red", 20)
        words = Column(gap=0)
        words.addWidget(self._head)
        words.addWidget(self._until)
        top = Row(gap=10)
        top.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        self._change = Button(CHANGE, PLAIN, do=change)
        top.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        self._rules = QWidget()
        self._grid = FactsGrid(self._rules, shares=(0, 1))
        self.column.addLayout(top)
        self.column.addWidget(self._number)
        self.column.addWidget(self._rules)

    def put(self, person: Person, now: datetime, confirm_days: int) -> MayCall:
        """Ask the rule of this person at this time and show its answer; returns it."""
        answer = person.may_call(now, confirm_days)
        self._person, self._confirm_days, self._answer = person, confirm_days, answer
        tone = TONES[answer]
        self.set_tone(tone)
        self._drawing.show_drawing("shield" if tone == "green" else "warn", tone)
        number = address_of(person) if answer in MAY_SEE else ""
        with still(self, self._rules, self._number):
            self._say_head(person, answer, now)
            self._change.say(WAYS_ON.get(answer, CHANGE))
            self._number.put(number)
            self._number.setVisible(bool(number))
            self._show_rules(person, now)
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
        if self._person is not None and self._answer in MAY_SEE:
            self._asked(self._person.id)

    def _say_head(self, person: Person, answer: MayCall, now: datetime) -> None:
        until = person.allowed_until(now) if answer is MayCall.YES else None
        self._until.put(_("until {date}", date=chosen().clock(until)) if until else "")
        self._until.setVisible(until is not None)
        if answer is MayCall.YES and way_of(person, now, self._confirm_days).is_by_telephone:
            self._head.say(N_("You may call now."))
        elif answer is MayCall.YES:
            self._head.say(N_("Allowed now, and only so: {way}"), way=self._say_way(person.safe_channel))
        elif answer is MayCall.NOT_NOW:
            opens = person.next_allowed(now)
            self._head.say(N_("Not now. Next time: {when}"), when=chosen().near(opens, now) if opens else "\u2013")
        elif answer is MayCall.ASK_FIRST:
            self._head.say(N_("Ask first whether this way is still safe."))
        elif answer is MayCall.NO:
            self._head.say(N_("Do not call: she asked not to be contacted."))
        else:
            self._head.say(N_("Do not call: it is not known when it is safe."))

    def _show_rules(self, person: Person, now: datetime) -> None:
        """What was agreed, a line for each."""
        rules = _rules_of(person, now, self._say_way) if person.safe_allowed == "yes" else []
        self._grid.put(rules)
        self._rules.setVisible(bool(rules))


def _rules_of(person: Person, now: datetime, say_way: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """(what, how it was agreed, ink) of everything that was agreed."""
    when = " ".join(part for part in (days_in_words(person.safe_days), hours_in_words(person)) if part)
    voice = (_("May be left"), "") if person.safe_voicemail else (_("Do not leave one"), "red")
    other = person.safe_say or _("Do not say where you call from.")
    rules = [
        (N_("How"), say_way(person.safe_channel) if person.safe_channel else "", ""),
        (N_("When"), when, ""),
        (N_("Voice message"), *voice),
        (N_("May answer"), person.safe_who, ""),
        (N_("If another answers"), _("we are: {say}", say=other) if person.safe_say else other, ""),
    ]
    if person.safe_confirmed_on:
        rules.append((N_("Confirmed"), chosen().day_of_year(person.safe_confirmed_on, now.date()), ""))
    return [rule for rule in rules if rule[1]]
