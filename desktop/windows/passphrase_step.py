"""The third of the first steps: who begins, and her passphrase; at the end of it the vault is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.country import country
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.fields import TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Row
from desktop.windows.passphrase import PassphraseField
from desktop.windows.step import Beginning, Step
from desktop.windows.worker import Progress
from desktop.wordlist import offered_passphrase

ENOUGH = 12
STRONG = 20
TOO_SHORT = N_("The passphrase is too short. Characters needed: {n}")


class PassphraseStep(Step):
    """Who begins, and her passphrase; at the end of it the vault is made."""

    title = N_("Passphrase")
    heading = N_("Passphrase")
    says = N_("It opens the data every day. Take the six words, or choose your own.")
    made = Signal(object)

    def __init__(self, beginning: Beginning) -> None:
        super().__init__(beginning)
        self._words = text("", "name", wrap=True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.worker = TextField("worker_name", N_("Your name"), required=True)
        self.first = PassphraseField("passphrase", N_("Passphrase"), required=True)
        self.again = PassphraseField("again", N_("The same once more"), required=True)
        self.form = Form([Group("", [[(self.worker, 12)], [(self.first, 6), (self.again, 6)]])])
        self._meter = Label("", "second", wrap=True)
        self.first.changed.connect(self._measure)
        offer = Card(gap=8, tone="accent")
        head = Row(gap=8)
        head.addWidget(Label(N_("Six words, drawn by chance"), "label"), 1)
        head.addWidget(Button(N_("Others"), PLAIN, do=self.offer))
        offer.column.addLayout(head)
        offer.column.addWidget(self._words)
        offer.column.addWidget(
            Label(N_("Write them on paper until you know them, then destroy the paper."), "second", wrap=True)
        )
        card = Card(gap=8)
        card.column.addWidget(self.form)
        shown = Row(gap=12)
        shown.addWidget(self.first.show_it)
        shown.addWidget(self._meter, 1)
        shown.addWidget(self.first.caps)
        card.column.addLayout(shown)
        self.first.show_it.toggled.connect(self.again.show_it.setChecked)
        self.column.addWidget(offer)
        self.column.addWidget(card)
        self.column.addWidget(self.form.foot)
        self.column.addStretch(1)
        self.offer()

    def offer(self) -> None:
        """Draw six other words, in the language of the screen."""
        self._words.setAccessibleName(_(N_("Six words")))
        self._words.put(offered_passphrase(self.beginning.world.chance, chosen().locale))

    def changeEvent(self, event: QEvent) -> None:
        """Offer words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.offer()
        super().changeEvent(event)

    def go_on(self, done: Callable[[], None]) -> None:
        """Make the vault, unless it is made already."""
        if self.beginning.centre is not None:
            done()
            return
        problems = self.form.check()
        if not problems and len(self.first.value()) < ENOUGH:
            problems = [Problem(TOO_SHORT, field="passphrase", n=ENOUGH)]
        if not problems and self.first.value() != self.again.value():
            problems = [Problem(N_("The two are not the same."), field="again")]
        if self.form.show_problems(problems) or problems:
            return
        begin, worker, words = self.beginning, self.worker.value(), self.first.value()
        self.run(lambda progress: make_centre(begin, worker, words, progress), lambda c: self._made(c, done),
                 N_("Making the vault\u2026"))  # fmt: skip

    def refuse(self, problem: Problem) -> None:
        """Show it at its field, or under the passphrase."""
        for rest in self.form.show_problems([problem]):
            self.first.show_problem(rest)

    def _made(self, centre: Any, done: Callable[[], None]) -> None:
        self.beginning.centre = centre
        self.first.clear()
        self.again.clear()
        self.made.emit(centre)
        done()

    def _measure(self) -> None:
        signs = len(self.first.edit.text())
        if not signs:
            self._meter.put("")
        elif signs < ENOUGH:
            self._meter.say(N_("Too short: use at least {n} characters."), n=ENOUGH)
        elif signs < STRONG:
            self._meter.say(N_("Good, if nobody can guess it from what they know of you."))
        else:
            self._meter.say(N_("Very good: long enough that nobody can try them all."))


def make_centre(begin: Beginning, worker: str, words: str, progress: Progress) -> Any:
    """Make vault, keys and lists; run by the worker."""
    from desktop.centre import new_centre
    from desktop.records.centre_draft import CentreDraft

    draft = CentreDraft(country=begin.country, language=_office_language(begin.country), **begin.centre_fields)
    return new_centre(begin.folder, draft, worker_name=worker, passphrase=words, world=begin.world, progress=progress)


def _office_language(code: str) -> str:
    """The screen's language where it is one of the country's, else the country's own."""
    own = country(code).language
    return chosen().locale if chosen().locale[:2] == own[:2] else own
