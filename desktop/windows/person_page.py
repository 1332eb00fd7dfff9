"""One person on her page: how to reach her, her notices, family, consents and plan, and one time line over it all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.municipality import shown_place
from desktop.records.people import PeopleRow, PersonSheet
from desktop.records.vocabulary import ROLES
from desktop.windows import person_cards as cards
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row
from desktop.windows.names import shown_name
from desktop.windows.people_rows import DANGER
from desktop.windows.person_columns import TwoColumns
from desktop.windows.person_line import LineCard
from desktop.windows.person_part import alike_to
from desktop.windows.person_rows import ListCard
from desktop.windows.safe_strip import SafeStrip

MINUTE_MS = 60_000
MOST_ALIKE = 3
"""So many who may be the same person are offered."""
MENU = (
    ("person_amend", N_("Change what is known of this person")),
    ("safe", N_("Safe contact")),
    ("person_consent", N_("Consent")),
    ("person_plan", N_("Plan measure")),
    ("person_link", N_("Link with somebody of the family")),
    ("outcome", N_("Outcome of the notice")),
    ("person_same", N_("Join with another record of this person")),
    ("person_history", N_("History of this person")),
)
"""Everything that can be done with a person, as page and words."""
ABOUT_A_NOTICE = ("attempt", "assistance_entry", "outcome")
"""Pages that are about the notice to which what is done now belongs."""
WITHOUT = {"attempt": "person_attempt", "assistance_entry": "assistance_entry"}
"""What is done in their place where there is no notice about her."""


class PersonPage(Screen):
    """The page; it is about a person's identifier."""

    NAME = "person"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.sheet: PersonSheet | None = None
        self._name, self._about = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self._danger = Label("", "strong", ink="red", wrap=True)
        self.strip = SafeStrip(
            asked=self._number_shown,
            change=lambda: self._go("safe"),
            here=desk.centre.world.here,
            say_way=desk.say_channel,
        )
        self.consents = self._card(N_("Consents"), N_("No consent yet."), "person_consent")
        self.family = self._card(N_("Family and household"), N_("Nobody is linked yet."), "person_link")
        self.help = ListCard(N_("Assistance"), N_("No help yet."))
        self.alike = ListCard(N_("Perhaps the same person"), "")
        self.notices = ListCard(N_("Notices"), N_("No notice names this person."))
        self.plan = self._card(N_("Plan"), N_("Nothing is planned yet."), "person_plan")
        self.line = LineCard(desk)
        self._gone = EmptyState("people", N_("This entry was taken back meanwhile."))
        self._build()
        self.line.wanted.connect(desk.go)
        self.line.changed.connect(self.refresh)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._show)
        self._minute.start()

    def _card(self, title: str, empty: str, page: str) -> ListCard:
        return ListCard(title, empty, new=N_("New"), do=lambda: self._go(page))

    def _build(self) -> None:
        self.close_button = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        self.more = Button(N_("More"), OUTLINED, icon="down", also=("F10",), do=self.open_menu)
        self.assistance = Button(
            N_("Assistance"), OUTLINED, icon="lifebuoy", key="F7", do=lambda: self._go("assistance_entry")
        )
        self.attempt = Button(N_("Contact attempt"), PRIMARY, icon="phone", key="F6", do=lambda: self._go("attempt"))
        words, right = Column(gap=2), QWidget()
        for label in (self._name, self._about, self._danger):
            words.addWidget(label)
        words.addStretch(1)
        flow = Flow(right, gap=8, right=True)
        for button in (self.close_button, self.more, self.assistance, self.attempt):
            flow.addWidget(button)
        head = Row(gap=12)
        head.addLayout(words, 1)
        head.addWidget(right, 1)
        side = (self.strip, self.alike, self.consents, self.family, self.help)
        main = (self.notices, self.plan, self.line)
        order = (self.strip, self.alike, self.notices, self.plan, self.consents, self.family, self.help, self.line)
        self.body = TwoColumns(side, main, order)
        page = Column(self, gap=14, margins=(24, 14, 24, 18))
        page.addLayout(head)
        page.addWidget(self.body, 1)
        page.addWidget(self._gone, 1)
        self._gone.hide()

    def show_record(self, about: UUID | Any | None) -> None:
        """Show this person."""
        if isinstance(about, UUID):
            self._read(about)

    def refresh(self) -> None:
        """Read again."""
        if self.sheet is not None:
            self._read(self.sheet.person.id)

    def state(self) -> dict[str, Any]:
        """Who."""
        return {"about": self.sheet.person.id.hex if self.sheet else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """The same person."""
        if state.get("about"):
            self._read(UUID(state["about"]))

    def first(self) -> QWidget:
        """What is most often done next."""
        return self.attempt if self.attempt.isVisibleTo(self) else self.more

    def open_menu(self) -> None:
        """Everything that can be done with this person."""
        menu = QMenu(self)
        for page, msgid in MENU:
            if page != "outcome" or (self.sheet is not None and self.sheet.notice is not None):
                action = QAction(_(msgid), menu)
                action.triggered.connect(lambda _on=False, page=page: self._go(page))
                menu.addAction(action)
        for joined in self.sheet.joined if self.sheet is not None else ():
            action = QAction(_("Part again: {code}", code=joined.code), menu)
            action.triggered.connect(partial(self._part, joined.id))
            menu.addAction(action)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        menu.setActiveAction(menu.actions()[0])

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _read(self, person_id: UUID) -> None:
        self.sheet = self.desk.centre.people.find(person_id)
        self._show()

    def _show(self) -> None:
        sheet, centre = self.sheet, self.desk.centre
        for widget in (self.body, self.more, self.assistance, self.attempt):
            widget.setVisible(sheet is not None)
        self._gone.setVisible(sheet is None)
        self._say_head()
        if sheet is None:
            return
        now, wording, go = centre.world.here(), self.desk.wording(), self.desk.go
        today = now.date()
        self.strip.put(sheet.person, now, centre.profile_log.profile().safe_contact_days)
        self.notices.put(cards.notice_rows(sheet, go), cards.repeat_words(sheet))
        self.family.put(cards.family_rows(sheet, wording, today, go, self._unlink))
        self.consents.put(cards.consent_rows(sheet, wording, today, go))
        self.plan.put(cards.plan_rows(sheet, today, go, self._done))
        self.help.put(cards.help_rows(sheet, wording), cards.help_words(sheet, today))
        self.desk.background.run(lambda: self._look_alike(sheet), lambda rows: self._show_alike(sheet, rows))
        self.line.put(sheet, wording, now)

    def _say_head(self) -> None:
        sheet = self.sheet
        if sheet is None:
            self._name.say(N_("No name"))
            return
        person = sheet.person
        self._name.put(shown_name(person.name, person.code))
        born = _("born {year}", year=person.birth_year) if person.birth_year else ""
        roles = [_(ROLES[role]) for role in sheet.roles if role not in ("experienced", DANGER)]
        before = [_("joined with {code}", code=one.code) for one in sheet.joined]
        place = shown_place(person.municipality, chosen().locale)
        self._about.put(cards.joined(person.code, born, place, *roles, *before))
        is_danger = DANGER in sheet.roles
        self._danger.setVisible(is_danger)
        self._danger.say(ROLES[DANGER])
        for button in (self.attempt, self.assistance):
            button.setVisible(not is_danger or sheet.notice is not None)

    def _go(self, page: str) -> None:
        if self.sheet is None:
            return
        person, notice = self.sheet.person.id, self.sheet.notice
        if page == "person_history":
            self.desk.go("centre", ("history", self.sheet.person.code))
        elif page not in ABOUT_A_NOTICE:
            self.desk.go(page, person)
        elif notice is not None:
            self.desk.go(page, notice.id)
        else:
            self.desk.go(WITHOUT[page], person if page == "attempt" else (person,))

    def _part(self, joined_id: UUID, _is_on: bool = False) -> None:
        if self.sheet is not None:
            self.desk.go("person_part", (self.sheet.person.id, joined_id))

    def _look_alike(self, sheet: PersonSheet) -> list[PeopleRow]:
        return self.desk.centre.people.rows(alike_to(self.desk, sheet, ("probably",))[:MOST_ALIKE])

    def _show_alike(self, sheet: PersonSheet, rows: list[PeopleRow]) -> None:
        if self.sheet is sheet:
            self.alike.put(cards.alike_rows(sheet, rows, self.desk.go))
            self.alike.setVisible(bool(rows))

    def _number_shown(self, person: UUID) -> None:
        self.desk.centre.people.reveal(person, self.desk.centre.worker)

    def _unlink(self, kinship_id: UUID) -> None:
        people, by = self.desk.centre.people, self.desk.centre.worker
        self._change(lambda: people.unlink_family(kinship_id, by), N_("Family link removed."))

    def _done(self, measure_id: UUID) -> None:
        care, today, by = self.desk.centre.care, self.desk.centre.world.today(), self.desk.centre.worker
        self._change(lambda: care.done(measure_id, today, by), N_("Saved."))

    def _change(self, do: Callable[[], object], said: str) -> None:
        """Change something at once, with the way back in the toast."""
        try:
            do()
        except Problem as problem:
            self.desk.tell(problem)
        else:
            self.desk.kept(said)
        self.refresh()
