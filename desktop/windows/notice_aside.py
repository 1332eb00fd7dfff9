"""Beside a notice while it is typed: who looks alike, and what follows from it. Nothing is joined by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import N_, _, chosen
from desktop.records.looks_alike import FIELDS, Alike
from desktop.records.municipality import shown_place
from desktop.records.person import Person
from desktop.records.referral import Referral
from desktop.windows.banner import announce
from desktop.windows.buttons import PLAIN, SOFT, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Row, clear
from desktop.windows.names import shown_name
from desktop.windows.notice_repeat import HEADS, RepeatCard, Repeats
from desktop.windows.pill import CLOSED, GOOD, NOT_YET, PARTLY, Pill

LIKENESS = {
    "probably": (PARTLY, N_("Probably the same")),
    "family": (NOT_YET, N_("Perhaps family")),
    "less": (CLOSED, N_("Less likely")),
}


@dataclass(frozen=True)
class Found:
    """What asking brought."""

    alike: tuple[Alike, ...] = ()
    same: Referral | None = None
    """The notice that bears the same number of the sender."""
    repeats: tuple[Repeats, ...] = ()
    own: Person | None = None
    """Whom the notice that is changed is about already, where more is known of her than this notice says."""


class AlikeCard(Card):
    """Somebody known who may be meant."""

    def __init__(
        self,
        alike: Alike,
        *,
        taken: bool,
        linked: bool,
        take: Callable[[], object],
        link: Callable[[], object],
        open_it: Callable[[], object],
        join: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(margins=(14, 12, 14, 10), gap=5)
        person = alike.person
        sign, word = LIKENESS[alike.likeness]
        head = Row(gap=8)
        head.addWidget(text(shown_name(person.name or person.code, person.code), "strong", wrap=True), 1)
        head.addWidget(Pill(sign, word))
        place = shown_place(person.municipality, chosen().locale)
        known = [_("born {year}", year=person.birth_year) if person.birth_year else "", place]
        if alike.last is not None:
            known.append(_("last notice {date}", date=chosen().day(alike.last.received_at.date())))
        fields = QWidget()
        flow = Flow(fields, gap=8)
        for names, icon, ink in ((alike.same, "check", "green"), (alike.differs, "x", "muted")):
            for name in names:
                flow.addWidget(_field(FIELDS[name], icon, ink))
        self.column.addLayout(head)
        if any(known):
            self.column.addWidget(text(" \u00b7 ".join(part for part in known if part), "second", wrap=True))
        self.column.addWidget(fields)
        answers = QWidget()
        buttons = Flow(answers, gap=8)
        is_family = alike.likeness == "family" and not taken
        if taken or linked:
            self.set_edge("green")
            buttons.addWidget(Pill(PARTLY, N_("Will be linked")))
        if is_family:
            self.take = Button(N_("Not family") if linked else N_("Link family"), SOFT, do=link)
        else:
            self.take = Button(N_("Not the same person") if taken else N_("Same person"), SOFT, do=take)
        buttons.addWidget(self.take)
        if is_family and not linked:
            buttons.addWidget(Button(N_("Same person"), PLAIN, do=take))
        if join is not None:
            buttons.addWidget(Button(N_("Join both…"), PLAIN, do=join))
        buttons.addWidget(Button(N_("Open"), PLAIN, do=open_it))
        self.column.addWidget(answers)


class OwnCard(Card):
    """Whom a notice that is changed is about already, and the way out if it was put under the wrong person."""

    def __init__(self, person: Person, *, give_up: Callable[[], object], open_it: Callable[[], object]) -> None:
        super().__init__(margins=(14, 12, 14, 10), gap=5)
        head, answers = Row(gap=8), QWidget()
        head.addWidget(text(shown_name(person.name or person.code, person.code), "strong", wrap=True), 1)
        head.addWidget(Pill(GOOD, N_("Same person")))
        buttons = Flow(answers, gap=8)
        self.take = Button(N_("Not the same person"), PLAIN, do=give_up)
        buttons.addWidget(self.take)
        buttons.addWidget(Button(N_("Open"), PLAIN, do=open_it))
        self.column.addLayout(head)
        self.column.addWidget(answers)


def _sentences(found: Found) -> dict[object, str]:
    """What a screen reader is told of what was found, by what it is about."""
    told: dict[object, str] = {}
    if found.same is not None:
        told[found.same.id] = _("This number of the sender is already here.")
    told |= {one.person.id: _("Looks like someone already here") + "." for one in found.alike}
    return told | {(repeats.person_id, repeats.how): _(HEADS[repeats.how]) for repeats in found.repeats}


def _field(words: str, icon: str, ink: str) -> QWidget:
    made = QWidget()
    row = Row(made, gap=3)
    row.addWidget(Drawing(icon, ink, 16))
    row.addWidget(Label(words, "body", ink="" if ink == "green" else ink))
    return made


class NoticeAside(QWidget):
    """The right side of the notice's page."""

    taken = Signal(object)
    """The identifier of the person who is meant, or None when it is taken back."""
    linked = Signal(object)
    """The identifier of somebody of her family, or of somebody who is not after all."""
    opened = Signal(object, object)
    """(what, about): `referral` or `person` and an identifier, or `person_join` and the two persons."""

    def __init__(self) -> None:
        super().__init__()
        self._taken: UUID | None = None
        self._family: frozenset[UUID] = frozenset()
        self._told: tuple[tuple[str, str, str], ...] = ()
        self._found = Found()
        self._before: QWidget | None = None
        """What had the caret before it went in."""
        column = Column(self, gap=10, margins=(0, 0, 14, 0))
        column.addWidget(Label(N_("Looks like someone already here"), "card", wrap=True))
        column.addWidget(Label(N_("Nothing is joined unless you say so."), "second", wrap=True))
        self._cards = Column(gap=10)
        self._first: AlikeCard | OwnCard | None = None
        column.addLayout(self._cards)
        column.addSpacing(8)
        column.addWidget(Label(N_("What follows"), "card"))
        self._follows = Card(margins=(14, 10, 14, 10), gap=8)
        column.addWidget(self._follows)
        column.addStretch(1)
        self._show()

    def put_alike(self, found: Found, taken: UUID | None, family: Iterable[UUID] = ()) -> None:
        """Show who looks alike, what would be repeated, and the notice that bears the same number of the sender."""
        before = _sentences(self._found)
        self._found, self._taken, self._family = found, taken, frozenset(family)
        caret = QApplication.focusWidget()
        had_caret = caret is not None and self.isAncestorOf(caret)
        self._show()
        if had_caret:
            self.focus_first()
        new = [words for told, words in _sentences(found).items() if told not in before]
        if new:
            announce(self, " ".join(dict.fromkeys(new)))

    def put_following(self, told: tuple[tuple[str, str, str], ...]) -> None:
        """Show what follows: (icon, ink, sentence in the language of the screen)."""
        self._told = told
        clear(self._follows.column)
        for icon, ink, sentence in told:
            row = Row(gap=9)
            row.addWidget(Drawing(icon, ink or "muted", 18))
            row.addWidget(text(sentence, "medium", ink=ink, wrap=True), 1)
            self._follows.column.addLayout(row)

    def remember(self) -> None:
        """The caret leaves the form, and comes back to the same field."""
        self._before = QApplication.focusWidget()

    def go_in(self) -> None:
        """To the first answer; Esc comes back."""
        self.remember()
        self.focus_first()

    def come_back(self) -> None:
        """Back to the field in which the caret was."""
        before, self._before = self._before, None
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Give the caret to the first answer."""
        card = self._first
        if card is not None:
            card.show()  # one that was just made appears a moment later, and would not take the caret
            card.take.setFocus()

    def event(self, event: QEvent) -> bool:
        """Esc within belongs to this side, not to the button that closes the page."""
        is_key = event.type() == QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.come_back()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        clear(self._cards)
        found, self._first = self._found, None
        if found.same is not None:
            self._cards.addWidget(self._same_number(found.same))
        for one in found.alike:
            is_taken = one.person.id == self._taken
            answer = None if is_taken else one.person.id
            card = AlikeCard(
                one,
                taken=is_taken,
                linked=one.person.id in self._family,
                take=partial(self.taken.emit, answer),
                link=partial(self.linked.emit, one.person.id),
                open_it=self._opening(one),
                join=self._join_with(one),
            )
            self._first = self._first or card
            self._cards.addWidget(card)
        for repeats in found.repeats:
            link = partial(self.taken.emit, repeats.person_id)
            open_it = partial(self.opened.emit, "referral", repeats.earlier[0].id)
            self._cards.addWidget(RepeatCard(repeats, link=link, open_it=open_it))
        if found.own is not None:
            open_it = partial(self.opened.emit, "person", found.own.id)
            own = OwnCard(found.own, give_up=partial(self.taken.emit, None), open_it=open_it)
            self._first = self._first or own
            self._cards.addWidget(own)
        if not found.alike and found.same is None and not found.repeats and found.own is None:
            self._cards.addWidget(Label(N_("Nobody yet."), "quiet"))

    def _opening(self, one: Alike) -> Callable[[], object]:
        """Her last notice; where no notice is about her, her own page."""
        if one.last is None:
            return partial(self.opened.emit, "person", one.person.id)
        return partial(self.opened.emit, "referral", one.last.id)

    def _join_with(self, one: Alike) -> Callable[[], object] | None:
        """Two records that may be one person: whoever is meant already, and this one."""
        if self._taken is None or one.person.id == self._taken or one.likeness == "family":
            return None
        return partial(self.opened.emit, "person_join", (self._taken, one.person.id))

    def _same_number(self, same: Referral) -> Card:
        card = Card(tone="blue", margins=(16, 10, 12, 10), gap=4)
        card.column.addWidget(Label(N_("This number of the sender is already here."), "strong", wrap=True))
        row = Row(gap=8)
        row.addWidget(text(same.label, "body"), 1)
        row.addWidget(Button(N_("Open"), PLAIN, do=lambda: self.opened.emit("referral", same.id)))
        card.column.addLayout(row)
        return card
