"""One notice on its card: who, how to reach her, the facts, and everything that happened since, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, chosen
from desktop.problems import Problem
from desktop.records.contact_draft import OutcomeDraft
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.timeline import TimelineItem
from desktop.records.wording import Wording
from desktop.windows.buttons import PLAIN, Button, IconButton
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.facts_grid import FactsGrid
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, line, scrolled, still, unseen
from desktop.windows.names import shown_name
from desktop.windows.notice_paper import NoticeOnPaper, notice_pdf
from desktop.windows.pill import Pill
from desktop.windows.printing import ask_to_print, ask_to_save, has_printer
from desktop.windows.protocol_case_rows import Told
from desktop.windows.referral_facts import facts_of, head_words
from desktop.windows.referral_foot import PERSON, REOPEN, ReferralFoot
from desktop.windows.referral_rows import STATE_SIGNS, state_words
from desktop.windows.safe_strip import SafeStrip
from desktop.windows.timeline import TAKE_BACK, TimeLine
from desktop.windows.timeline_chips import LineChips
from desktop.windows.timeline_events import Amendments, events_of, leads_to, take_back
from desktop.windows.worker import Steps

SEVERAL = 12
"""A time line longer than this begins shortened."""


class ReferralCard(Card):
    """The notice that is chosen in the list."""

    wanted = Signal(str, object)
    """(what, notice): attempt, assistance, outcome, amend, safe, consent, plan, duplicate, refresh; or the page of an
    event with its own record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=1, gap=0)
        self.desk = desk
        self.sheet: ReferralSheet | None = None
        self.about: UUID | None = None
        """The notice that it shows, or will show as soon as it is read: what is done here is done with that one."""
        self._amended: Amendments = {}
        self._duties: Sequence[Told] = ()
        self._all = False
        self._name, self._state = Label("", "name", wrap=True), Pill()
        self._about = Label("", "second", wrap=True)
        self.person = IconButton(N_("Page of this person"), "user", bare=True, do=self._open_person)
        self.strip = SafeStrip(
            asked=self._number_shown,
            change=lambda: self._want("safe"),
            here=desk.centre.world.here,
            say_way=desk.say_channel,
        )
        self._facts = FactsGrid(shares=(2, 7), wraps_titles=True)
        self._line = TimeLine(ready=SEVERAL)
        self._line.wanted.connect(self._act)
        self._whole = Button(N_("Whole time line"), PLAIN, do=self._show_all)
        self.chips = LineChips()
        self.chips.changed.connect(self._narrow)
        self._nothing = Label(N_("Nothing yet."), "quiet")
        self._body = self._lay_out()
        body = scrolled(self._body)
        self.column.addWidget(body, 1)
        self.column.addWidget(line())
        self.foot = ReferralFoot(self._want)
        self.more, self.attempt, self.assistance = self.foot.more, self.foot.attempt, self.foot.assistance
        self.column.addWidget(self.foot)
        self._parts: tuple[QWidget, ...] = (body, self.foot)
        for part in self._parts:
            keep_room(part)
        self._coming = QTimer(self, singleShot=True, interval=2)
        """The turn after that belongs to the list beside it."""
        self._coming.timeout.connect(lambda: QTimer.singleShot(0, self, self._come))

    def wait_for(self, notice: UUID | None) -> None:
        """It will be about this notice, which is being read; None: about nobody."""
        if notice != self.about:
            self._all = False
            self.chips.show_all()
        self.about, self.sheet = notice, None

    def put(self, sheet: ReferralSheet, amended: Amendments, duties: Sequence[Told] = ()) -> Steps:
        """Show this notice, what of its time line was `amended`, and what the protocol says of it.

        In steps, for the arrows go on along the list; until the last of them nothing can be done with it.
        """
        self.about, self._amended, self._duties = sheet.referral.id, amended, duties
        with unseen(self):
            for step in self._steps(sheet):
                with still(self, self._body):
                    step()
                yield
            self.sheet = sheet

    def come(self, *, is_alone: bool) -> None:
        """Come back beside its list: the frame at once, what stands in it once list and frame are painted.

        Where it stands alone it waits for nothing; its keys are heard in the list that covers it.
        """
        for part in self._parts:
            part.setHidden(not is_alone)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Now there is time for what stands in it."""
        super().paintEvent(event)
        if self._parts[0].isHidden():
            self._coming.start()

    def _come(self) -> None:
        for part in self._parts:
            part.show()

    def look_again(self) -> None:
        """Show the same as the rules say at this hour."""
        self._show()

    def _lay_out(self) -> QWidget:
        body = QWidget()
        column = Column(body, gap=12, margins=(18, 16, 18, 12))
        head = Row(gap=10)
        head.addWidget(self._name, 1)
        head.addWidget(self.person)
        head.addWidget(self._state)
        title = Column(gap=3)
        title.addLayout(head)
        title.addWidget(self._about)
        line_head = Row(gap=8)
        line_head.addWidget(Label(N_("Time line"), "card"), 1)
        line_head.addWidget(self._whole)
        column.addLayout(title)
        column.addWidget(self.strip)
        column.addLayout(self._facts)
        column.addWidget(line())
        column.addLayout(line_head)
        column.addWidget(self.chips)
        column.addWidget(self._nothing)
        column.addWidget(self._line)
        column.addStretch(1)
        return body

    def _open_person(self, person: UUID | None = None, _is_on: bool = False) -> None:
        """To the page of somebody named; of whom the notice is about where nobody is said."""
        if self.sheet is not None and (person or self.sheet.person is not None):
            self.wanted.emit("person", person or self.sheet.referral.person_id)

    def _want(self, what: str, person: UUID | None = None) -> None:
        if what == PERSON:
            self._open_person(person)
        elif self.sheet is not None and what in ("print", "history", REOPEN):
            {"print": self._print, "history": self._history, REOPEN: self._reopen}[what](self.sheet)
        elif self.about is not None:
            self.wanted.emit(what, self.about)

    def _reopen(self, sheet: ReferralSheet) -> None:
        """Help that ended goes on again; else it is open as if nothing had been decided. The toast takes it back."""
        centre, said = self.desk.centre, N_("Open again: {number}")
        try:
            if sheet.state.code == "ended":
                said = N_("Help goes on again: {number}")
                centre.help.resume(sheet.referral.id, centre.worker)
            else:
                centre.referrals.decide(sheet.referral.id, OutcomeDraft(outcome="pending"), centre.worker)
        except Problem as problem:
            self.desk.tell(problem)
            return
        self.wanted.emit("refresh", sheet.referral.id)
        self.desk.kept(said, number=sheet.referral.label)

    def _history(self, sheet: ReferralSheet) -> None:
        """Who changed what of it, and when."""
        self.desk.go("centre", ("history", sheet.referral.label))

    def _print(self, sheet: ReferralSheet) -> None:
        """The card on paper; where there is no printer, as a file."""
        pdf = self.on_paper(sheet)
        if has_printer():
            ask_to_print(self, pdf, self._left)
        else:
            ask_to_save(self, pdf, f"{sheet.referral.label.replace('/', '-')}.pdf", self._written)

    def on_paper(self, sheet: ReferralSheet) -> bytes:
        """The whole of it as a PDF file, in the language of the screen."""
        world, wording = self.desk.centre.world, self.desk.wording()
        told = NoticeOnPaper(
            sheet.referral.label,
            shown_name(sheet.referral.person_name, sheet.person.code if sheet.person else ""),
            state_words(sheet.state), facts_of(sheet, wording, self._duties),
            events_of(sheet.line, wording, world.here()),
            self.desk.centre.profile_log.profile().name,
        )  # fmt: skip
        return notice_pdf(told, chosen(), world.desk(world.now()))

    def _written(self, path: Path | None) -> None:
        if path is None:
            self.desk.tell(Problem(N_("This file cannot be written. Choose another place.")))
        else:
            self._left()

    def _left(self) -> None:
        """Keep in the history that a sheet left the house, and no word of what it says."""
        centre = self.desk.centre
        try:
            centre.profile_log.list_left(N_("Sheet of a notice"), 1, centre.worker)
        except Problem as problem:
            self.desk.tell(problem)
        else:
            self.desk.saved(N_("The sheet has left the program. It is not encrypted."))

    def _number_shown(self, person: UUID) -> None:
        self.desk.centre.people.reveal(person, self.desk.centre.worker)

    def _act(self, act: str, item: TimelineItem) -> None:
        """What was asked of an event of the time line."""
        if self.sheet is None:
            return
        if act == TAKE_BACK and item.record_id:
            take_back(self.desk, item.kind, item.record_id)
            self.wanted.emit("refresh", self.sheet.referral.id)
        else:
            self.wanted.emit(*leads_to(item, self.sheet.referral.id))

    def _narrow(self) -> None:
        self._all = False
        self._show()

    def _show_all(self) -> None:
        self._all = True
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        if self.sheet is not None:
            with still(self, self._body):
                for step in self._steps(self.sheet):
                    step()

    def _steps(self, sheet: ReferralSheet) -> tuple[Callable[[], None], ...]:
        """What is done to show it, part by part; the number comes last, with the name to which it belongs."""
        wording = self.desk.wording()
        return (
            lambda: self._facts.put([(title, words, "") for title, words in facts_of(sheet, wording, self._duties)]),
            lambda: self._show_line(sheet, wording),
            lambda: self._show_head(sheet),
        )

    def _show_head(self, sheet: ReferralSheet) -> None:
        notice = sheet.referral
        self._name.put(shown_name(notice.person_name, sheet.person.code if sheet.person else notice.label))
        self._state.put(STATE_SIGNS[sheet.state.code], state_words(sheet.state))
        self._about.put(" \u00b7 ".join(head_words(sheet)))
        self.strip.setVisible(sheet.person is not None)
        self.person.setVisible(sheet.person is not None)
        if sheet.person is not None:
            days = self.desk.centre.profile_log.profile().safe_contact_days
            self.strip.put(sheet.person, self.desk.centre.world.here(), days)
        self.foot.put(sheet)

    def _show_line(self, sheet: ReferralSheet, wording: Wording) -> None:
        kept = self.chips.kept(sheet.line)
        items = kept if self._all else kept[:SEVERAL]
        self.chips.setVisible(len(sheet.line) > SEVERAL)
        self._whole.setVisible(len(kept) > len(items))
        self._nothing.setVisible(not kept)
        now = self.desk.centre.world.here()
        self._line.put(events_of(items, wording, now, self._amended))


def keep_room(widget: QWidget) -> None:
    """What is beside it stays in its place while it is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
