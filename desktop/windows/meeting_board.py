"""The board of one meeting: what is ready, what is missing, one verb to each; who comes; what each may see.

A verb leads to the very place where the missing thing is entered, by the name of that screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.meetings.agenda import Agenda, Part
from desktop.meetings.agendas import ItemDraft
from desktop.meetings.attendances import AttendanceDraft, AttendanceRow
from desktop.problems import Problem
from desktop.records.meeting import Meeting
from desktop.windows.apart import Apart
from desktop.windows.asked_banner import AskedBanner
from desktop.windows.banner import ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.flanked import Flanked
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow
from desktop.windows.meeting_bar import ReadyBar
from desktop.windows.meeting_board_rows import PartRows
from desktop.windows.meeting_members import MembersCard
from desktop.windows.meeting_papers_card import PapersCard, PapersTold, WithheldPanel
from desktop.windows.meeting_ways import leads_to
from desktop.windows.meeting_words import item_words, kind_words, when_words
from desktop.windows.when import near

WIDE = 360
GONE = N_("This entry was taken back meanwhile.")
WITHDRAWN = N_("Consent was withdrawn after this material was made. Make it again before sending.")


class MeetingBoard(Screen):
    """The page; it is about a meeting, the coming one if none is named."""

    NAME = "meeting"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about: UUID | None = None
        self.agenda: Agenda | None = None
        self.banner = AskedBanner()
        self._title, self._context = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self.bar = ReadyBar()
        self.parts = PartRows(self.do, self.say_none)
        self.members = MembersCard(self._answered, lambda: self._go("meeting_attendance"))
        self.papers = PapersCard(self.show_why, lambda: self._go("meeting_papers"))
        self.panel = WithheldPanel(self.hide_why)
        self._build()

    def _build(self) -> None:
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(self._title)
        said.addWidget(self._context)
        self.begin_button = Button(N_("Begin the meeting"), OUTLINED, do=lambda: self._go("meeting_view"))
        self.minutes_button = Button(N_("Minutes"), OUTLINED, do=lambda: self._go("meeting_minutes"))
        self.invite_button = Button(N_("Invitations"), OUTLINED, icon="mail", do=lambda: self._papers("invitation"))
        self.look_button = Button(N_("Look at the pack"), OUTLINED, icon="eye", do=lambda: self._papers("pack"))
        self.make_button = Button(N_("Make packs"), PRIMARY, icon="file", key="Ctrl+Enter", do=self.make)
        self._close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        acts = (self._close, self.minutes_button, self.begin_button, self.invite_button, self.look_button)
        self._flank = QWidget()
        beside = Column(self._flank, gap=14)
        self.panel.hide()
        for card in (self.panel, self.members, self.papers):
            beside.addWidget(card)
        beside.addStretch(1)
        main = QWidget()
        left = Column(main, gap=10)
        left.addWidget(self.bar)
        left.addWidget(self.parts)
        left.addStretch(1)
        self.tools = self._tools()
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(Apart(words, (*acts, self.make_button)))
        page.addWidget(self.banner)
        page.addWidget(Flanked(main, self._flank, wide=WIDE), 1)

    def _tools(self) -> dict[str, Button]:
        """What else can be done, in the foot of the agenda."""
        box = QWidget()
        flow = Flow(box, gap=4)
        made = {}
        for msgid, name, icon in (
            (N_("Edit the agenda"), "meeting_agenda", "edit"), (N_("Cases"), "meeting_cases", "list"),
            (N_("Change\u2026"), "meeting_new", "calendar"), (N_("Call off\u2026"), "meeting_off", "x"),
        ):  # fmt: skip
            made[name] = Button(msgid, PLAIN, icon=icon, do=lambda name=name: self._go(name))  # type: ignore[misc]
            flow.addWidget(made[name])
        self.parts.foot.addWidget(box, 1)
        return made

    def first(self) -> QWidget:
        """The first part that wants something."""
        return self.parts.first() if self.parts.rows else self._close

    def show_record(self, about: UUID | Any | None) -> None:
        """Show this meeting."""
        if isinstance(about, UUID):
            self.about = about
        elif self.about is None:
            coming = self.desk.centre.diary.coming()
            self.about = coming.id if coming else None
        self.refresh()
        self.first().setFocus()

    def refresh(self) -> None:
        """Read what the vault holds for it now."""
        self.banner.hide()
        centre = self.desk.centre
        try:
            if self.about is None:
                raise Problem(N_("No meeting planned. Choose its kind and date."))
            meeting = centre.diary.meeting(self.about)
            self.agenda = centre.agendas.compose(meeting.id)
        except Problem as gone:
            self._show_nothing(gone)
            return
        self._show(meeting, self.agenda)

    def do(self, part: Part) -> None:
        """Where the thing is entered that this part still wants."""
        if self.agenda is not None:
            self.desk.go(*leads_to(self.desk.centre, self.agenda, part))

    def say_none(self, part: Part) -> None:
        """Say that there is nothing to a part, or take that back."""

        def write() -> None:
            centre = self.desk.centre
            item = next(item for item in centre.agendas.items(part_meeting) if item.id == part.item_id)
            centre.agendas.amend(item.id, replace(ItemDraft.of(item), is_empty=not part.is_empty), centre.worker)

        part_meeting = self.agenda.meeting_id if self.agenda else part.item_id
        self._change(write, N_("Nothing to this: said so.") if not part.is_empty else N_("Wanted again."))

    def make(self, *, sure: bool = False) -> None:
        """Make the packs of all receivers, off the window's thread, all of them or none; `sure`: see `make_packs`."""
        centre, about = self.desk.centre, self.about
        if about is None:
            return
        papers, by = centre.meeting_papers, centre.worker
        self.banner.hide()
        errand = self.desk.background.run(
            lambda progress: papers.make_packs(about, by, sure=sure, progress=progress), self._made,
            lambda problem: self.banner.ask(problem, lambda: self.make(sure=True)), counts=True,
        )  # fmt: skip
        if not errand.is_over:
            ProgressCard(self, errand, N_("Making the papers\u2026"))

    def show_why(self) -> None:
        """Say beside the agenda what is withheld from whom, and why."""
        self.panel.show()
        self.members.hide()
        self.papers.hide()
        self._close.hide()  # Esc closes the panel first
        self.panel.close_button.setFocus()

    def hide_why(self) -> None:
        """The members again."""
        self.panel.hide()
        self.members.show()
        self.papers.show()
        self._close.show()
        self.papers.why_button.setFocus()

    def state(self) -> dict[str, Any]:
        """Which meeting, and which part is meant."""
        now = self.parts.now
        return {
            "about": self.about.hex if self.about else "", "part": now.hex if isinstance(now, UUID) else "",
            "why": not self.panel.isHidden(),
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        if state.get("part"):
            self.parts.now = UUID(state["part"])
        self.show_record(UUID(state["about"]) if state.get("about") else None)
        if state.get("why"):
            self.show_why()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.about is not None:
            self.refresh()

    def _show_nothing(self, problem: Problem) -> None:
        self.agenda = None
        self.banner.tell(problem, "amber")
        for widget in (self.bar, self.parts, self._flank, self.begin_button, self.minutes_button, self.invite_button,
                       self.look_button, self.make_button):  # fmt: skip
            widget.hide()
        self._title.say(N_("Meeting"))

    def _show(self, meeting: Meeting, agenda: Agenda) -> None:
        centre = self.desk.centre
        kind, now = centre.diary.kind(meeting.kind_id), centre.world.here()
        self._title.put(kind_words(kind))
        self._context.put(" \u00b7 ".join(filter(None, (when_words(meeting), meeting.place, meeting.topic))))
        is_planned = meeting.state == "planned"
        self.bar.put(agenda.ready, len(agenda.parts), self._cut_off(meeting, now), is_late=now > meeting.cut_off)
        titles = [item_words(item) for item in centre.agendas.items(meeting.id)]
        self.parts.put(agenda, titles, may_write=is_planned)
        profile = centre.profile_log.profile()
        asked = centre.attendances.of(meeting.id)
        own = profile.short_name or profile.name
        self.members.put(asked, own, may_write=is_planned, is_over=meeting.held)
        self.desk.background.run(lambda: self._papers_told(meeting), self._show_papers, self.banner.tell)
        self._offer(meeting, now, has_cases=bool(kind.cases))
        if meeting.called_off_on:
            self.banner.say(N_("Called off: {why}"), tone="grey", why=meeting.why_called_off)

    def _offer(self, meeting: Meeting, now: datetime, *, has_cases: bool) -> None:
        """What can be done in this state; from the day of the meeting on, beginning it is the next thing."""
        is_planned = meeting.state == "planned"
        due = is_planned and now.date() >= meeting.on_day
        self.begin_button.setVisible(is_planned)
        self.begin_button.set_kind(PRIMARY if due else OUTLINED)
        self.minutes_button.setVisible(meeting.held)
        self.minutes_button.set_kind(PRIMARY if meeting.state == "held" else OUTLINED)
        for button in (self.make_button, self.invite_button, self.look_button):
            button.setVisible(is_planned)
        self.make_button.set_kind(OUTLINED if due else PRIMARY)
        for name, button in self.tools.items():
            button.setVisible(is_planned and (has_cases or name != "meeting_cases"))

    def _cut_off(self, meeting: Meeting, now: datetime) -> str:
        if meeting.state != "planned":
            return ""
        when = near(meeting.cut_off, now)
        closed = now > meeting.cut_off
        return _("papers closed: {when}", when=when) if closed else _("papers close: {when}", when=when)

    def _papers_told(self, meeting: Meeting) -> PapersTold:
        """In the worker's thread: every receiver's copy is gathered for it."""
        papers, desk_time = self.desk.centre.meeting_papers, self.desk.centre.world.desk
        names = {each.id: each.known_as for each in papers.receivers(meeting.id)}
        log = papers.of(meeting.id)
        withheld = {names[one]: items for one, items in papers.withheld(meeting.id).items() if items}
        moments = {row.id: desk_time(row.sent_at or row.made_at) for row in log}
        doubts = {each.paper_id for each in papers.doubts(meeting.id)} if meeting.state == "planned" else set()
        return PapersTold(meeting.id, log, withheld, moments, names, frozenset(doubts))

    def _show_papers(self, told: PapersTold) -> None:
        if told.meeting_id == self.about:
            self.papers.put(told)
            self.panel.put(told)
            if told.doubted:
                self.banner.say(WITHDRAWN, tone="red")

    def _answered(self, row: AttendanceRow, code: str) -> None:
        centre = self.desk.centre
        draft = replace(AttendanceDraft.of(row.attendance), answer=code)
        self._change(lambda: centre.attendances.amend(row.attendance.id, draft, centre.worker), N_("Answer noted."))

    def _change(self, write: Callable[[], object], msgid: str) -> None:
        try:
            write()
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.refresh()
        self.desk.kept(msgid)
        self.changed.emit()

    def _made(self, made: Any) -> None:
        self.refresh()
        self.desk.saved(N_("Papers made: {n}"), n=len(made))

    def _papers(self, kind: str) -> None:
        self.desk.go("meeting_papers", (self.about, kind))

    def _go(self, name: str) -> None:
        if self.about is not None:
            self.desk.go(name, self.about)
